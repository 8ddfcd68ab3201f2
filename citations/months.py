"""Words that stand for months and seasons, in the languages notes are written in."""

_BY_LANGUAGE = (
    # English, with the abbreviations of style guides
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    # French
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil aoû sept oct nov déc",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    # German, with the Austrian January and the hyphenless umlauts
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz apr mai jun jul aug sept okt nov dez",
    "jän febr mär apr mai jun jul aug sep okt nov dez",
    # Spanish
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    # Catalan
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    # Portuguese
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    # Italian
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "genn febbr mar apr magg giu lugl ago sett ott nov dic",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    # Dutch
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan febr mrt apr mei jun jul aug sept okt nov dec",
    # Danish, Norwegian, Swedish
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "jan feb mar apr maj juni juli aug sept okt nov des",
    # Polish, Czech, Ukrainian, Turkish, Romanian, Hungarian: in the case that dates use
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "január február március április május június július augusztus szeptember október november december",
    # Finnish, as a name and in the case that dates use
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
        "marraskuuta joulukuuta"
    ),
    # Russian, as a name and in the case that dates use
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "янв февр мар апр мая июн июл авг сент окт нояб дек",
)

MONTHS: dict[str, int] = {word: number for line in _BY_LANGUAGE for number, word in enumerate(line.split(), 1)}
"""Number of the month (1 to 12) for a word in lower case without its full stop."""

_SEASON_WORDS = (
    "spring summer autumn fall winter "
    "printemps été automne hiver "
    "frühjahr frühling sommer herbst "
    "primavera verano otoño invierno "
    "verão outono inverno "
    "estate autunno inverno "
    "lente zomer herfst "
    "forår efterår vår vår høst höst vinter sommar "
    "kevät kesä syksy talvi "
    "весна лето осень зима"
)
SEASONS = frozenset(_SEASON_WORDS.split())
"""Seasons in lower case: they date a thing to its year, since which months they are depends on the place."""
