"""Word stems: the part that an English word shares with its inflected forms. Crude on purpose, and cheap."""

from verifier.matching.vocabulary import listed

_IRREGULAR = """
rose:rise risen:rise fell:fall fallen:fall won:win lost:lose began:begin begun:begin sold:sell bought:buy made:make
took:take taken:take gave:give given:give held:hold led:lead left:leave met:meet paid:pay saw:see seen:see sent:send
spent:spend built:build came:come went:go gone:go grew:grow grown:grow sought:seek found:find wrote:write
written:write became:become drew:draw drawn:draw knew:know known:know shown:show thought:think taught:teach
caught:catch brought:bring fought:fight told:tell kept:keep meant:mean spoke:speak spoken:speak broke:break
broken:break chose:choose chosen:choose drove:drive driven:drive flew:fly flown:fly forgot:forget wore:wear worn:wear
stood:stand understood:understand struck:strike shot:shoot sang:sing sung:sing sank:sink ran:run rode:ride ridden:ride
rang:ring threw:throw thrown:throw lay:lie lain:lie bore:bear borne:bear hid:hide hidden:hide shook:shake shaken:shake
stole:steal stolen:steal tore:tear torn:tear dealt:deal dug:dig fed:feed fled:flee hung:hang laid:lie lent:lend
lit:light sat:sit slept:sleep swept:sweep swore:swear sworn:swear used:use using:use felt:feel heard:hear ate:eat
eaten:eat froze:freeze frozen:freeze drank:drink drunk:drink swam:swim blew:blow blown:blow bound:bind bred:breed
sped:speed spun:spin stuck:stick wept:weep proven:prove forgave:forgive forgiven:forgive overcame:overcome
undertook:undertake undertaken:undertake underwent:undergo undergone:undergo upheld:uphold withheld:withhold
withdrew:withdraw withdrawn:withdraw rebuilt:rebuild misled:mislead beaten:beat bitten:bite shone:shine woke:wake
woken:wake wove:weave woven:weave mistook:mistake mistaken:mistake
shrank:shrink shrunk:shrink slid:slide sunk:sink forgotten:forget forbade:forbid forbidden:forbid arose:arise
arisen:arise swung:swing clung:cling flung:fling sprang:spring crept:creep leapt:leap knelt:kneel bent:bend
swollen:swell strove:strive striven:strive overthrew:overthrow overthrown:overthrow foresaw:foresee foreseen:foresee
slain:slay slew:slay outgrew:outgrow sown:sow mown:mow learnt:learn burnt:burn
remarry:marry remarried:marry remarries:marry
children:child men:man women:woman feet:foot teeth:tooth mice:mouse geese:goose halves:half wives:wife knives:knife
wolves:wolf thieves:thief shelves:shelf buses:bus gases:gas crises:crisis analyses:analysis people:person
admission:admit admissions:admit born:birth died:die dying:die dead:die death:die deaths:die
%:percent percentage:percent prozent:percent procent:percent cent:percent pct:percent
$:dollar usd:dollar £:pound gbp:pound €:euro eur:euro
photo:photograph photos:photograph tv:television mum:mother mom:mother dad:father
annual:year annually:year daily:day
"""
"""Forms that no rule of endings reaches, each with its base: verbs, plurals, synonyms and signs ("%")."""

_OTHER_NAMES = """
bombay:mumbai burma:myanmar calcutta:kolkata canton:guangzhou danzig:gdansk kharkov:kharkiv kiev:kyiv lvov:lviv
madras:chennai odesa:odessa peking:beijing persia:iran rangoon:yangon smyrna:izmir swaziland:eswatini turkiye:turkey
zaporozhye:zaporizhzhia holland:netherlands dutch:netherlands danish:denmark danes:denmark finnish:finland finns:finland
french:france frenchman:france frenchmen:france irish:ireland scots:scotland scottish:scotland spaniards:spain
spanish:spain swiss:switzerland welsh:wales filipino:philippines filipinos:philippines british:britain
britons:britain briton:britain english:england englishman:england englishmen:england polish:poland swedish:sweden
swede:sweden swedes:sweden turkish:turkey turk:turkey turks:turkey belgian:belgium belgians:belgium thai:thailand
burmese:myanmar cypriot:cyprus cypriots:cyprus chilean:chile chileans:chile afghan:afghanistan afghans:afghanistan
uzbek:uzbekistan uzbeks:uzbekistan tajik:tajikistan tajiks:tajikistan flemish:flanders breton:brittany
venetian:venice venetians:venice neapolitan:naples roman:rome romans:rome muscovite:moscow cornish:cornwall
persian:iran persians:iran monegasque:monaco malagasy:madagascar
"""
"""Places with two names in use, and names of peoples that are spelled too differently from their country."""

_COUNTED = """
jahre:jahr jahren:jahr jahres:jahr jahrige:jahrig jahrigen:jahrig jahriger:jahrig jahriges:jahrig tage:tag tagen:tag
monate:monat monaten:monat wochen:woche stunden:stunde minuten:minute sekunden:sekunde metern:meter
kilometern:kilometer millionen:million milliarden:milliarde anni:anno mesi:mese giorni:giorno jaren:jaar dagen:dag
maanden:maand weken:week uren:uur
"""
"""Units of other languages, whose plurals no English rule reaches."""

COUNTED = frozenset(
    (*(part for pair in listed(_COUNTED) for part in pair.split(":")), "prozent", "euro", "dollar", "franken")
)
"""All forms of those units, with per cent and some currencies."""

IRREGULAR: dict[str, str] = dict(pair.split(":") for pair in listed(_IRREGULAR + _OTHER_NAMES + _COUNTED))
"""All forms that no rule of endings reaches, each with its base."""

_UNCHANGED = frozenset(("beat", "hit", "hurt"))
"""Verbs whose past is the same as their present."""

SHORTEST = 4
"""Letters. A word of so few has no ending except a plural."""

_ENDINGS = (
    ("ies", "i"),
    ("ied", "i"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ations", "at"),
    ("ation", "at"),
    ("ments", "ment"),
    ("ically", "ic"),
)
_INFLECTIONS = ("ing", "ed", "ly")
_SUFFIXES = ("er", "or", "ion", "ive", "al", "ment", "ness", "ist", "ism", "ian", "ship")
_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("mme", "m"),
    ("ence", "ense"),
)

_INFLECTION_AT = {end[-2:]: end for end in _INFLECTIONS}
_SUFFIX_AT = {end[-2:]: end for end in _SUFFIXES}
"""Each suffix by its last two letters, which no other suffix has. One look-up rules out nearly all words without a
suffix."""
_SPELLING_AT = {british[-3:]: (british, american) for british, american in _SPELLINGS}
_ALL_ENDINGS = tuple(end for end, _ in _ENDINGS)
_NO_PLURAL = ("ss", "us", "is")
_VOWELS = frozenset("aeiouy")
_NEVER_LAST = frozenset("cgvz")
"""Consonants that end no short word without an "e": "edged" comes from "edge", but "asked" from "ask"."""
_BARE = frozenset("wxy")
"""Consonants that are never doubled, so that a single one says nothing: "mixed" comes from "mix". "Rated" comes from
"rate", since "rat" would give "ratted"."""


def stem(word: str) -> str:
    """Give the stem of a word in lower case. "Agreements" and "agreement" share one, as do "colour" and "color".

    The inflection goes first and then one suffix, so that a word and its inflected forms get the same stem.
    """
    word = IRREGULAR.get(word, word)
    if len(word) <= SHORTEST:
        plural = len(word) == SHORTEST and word[-1] == "s" and word[-2] not in "sui"
        return _with_i(word[:-1] if plural else word)
    if word[-1] in "sdny":
        word = _without_plural(word)
    if "is" in word:
        word = word.replace("isat", "izat")
    if word[-2:] in _INFLECTION_AT:
        word = _without_inflection(word, _INFLECTION_AT[word[-2:]])
    if word[-3:] in _SPELLING_AT:
        word = _spelling(word)
    if word[-2:] in _SUFFIX_AT:
        word = _without_suffix(word, _SUFFIX_AT[word[-2:]])
    return _with_i(word[:-1] if len(word) > SHORTEST and word.endswith(("e", "ll")) else word)


def _with_i(word: str) -> str:
    """The word with a final "y" as "i": "city" like "cities", and like "movie" without its "e"."""
    ends = len(word) >= SHORTEST - 1 and word[-1] == "y" and word[-2] not in _VOWELS
    return f"{word[:-1]}i" if ends else word


def _without_inflection(word: str, end: str) -> str:
    """The word without its ending "ing", "ed" or "ly".

    A doubled consonant becomes one ("planned": "plan"), and a short word gets its "e" back ("rated": "rate").
    """
    left = word[: -len(end)]
    if not word.endswith(end) or len(left) < SHORTEST - (end != "ly") or _is_no_stem(left, end):
        return word
    single = _single(left)
    if single != left or len(left) >= SHORTEST:
        return f"{single[:-1]}z" if single.endswith(("is", "ys")) else single
    closed = left[0] not in _VOWELS and left[1] in _VOWELS and left[2] not in _VOWELS | _BARE
    return f"{left}e" if closed or left[2] in _NEVER_LAST else left


def _is_no_stem(left: str, end: str) -> bool:
    """Whether the supposed ending belongs to the word itself ("spring", "exceed")."""
    return _VOWELS.isdisjoint(left) or (end == "ed" and left[-1] == "e")


def _without_suffix(word: str, end: str) -> str:
    """The word without a suffix, if enough letters remain."""
    if not word.endswith(end) or len(word) - len(end) < SHORTEST:
        return word
    return _single(word[: -len(end)])


def _single(word: str) -> str:
    """The word with one last consonant for two: "plan" for "plann"."""
    doubled = len(word) >= SHORTEST and word[-1] == word[-2] and word[-1] not in "sl"
    return word[:-1] if doubled else word


def _without_plural(word: str) -> str:
    """The word without a plural "s" or one of the endings in ``_ENDINGS``."""
    if word.endswith(_ALL_ENDINGS):
        for end, to in _ENDINGS:
            if word.endswith(end) and len(word) > len(end) + 1:
                return word[: -len(end)] + to
    if word[-1] == "s" and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word


def _spelling(word: str) -> str:
    """The word with a British ending made American: "labour" becomes "labor"."""
    british, american = _SPELLING_AT[word[-3:]]
    if word.endswith(british) and len(word) > len(british) + 1:
        return word[: -len(british)] + american
    return word


def is_past(word: str) -> bool:
    """Whether a word as written looks like the past of a verb: "sued", "led". Any irregular form passes."""
    return word.islower() and (
        (word.endswith("ed") and len(word) >= SHORTEST) or word in IRREGULAR or word in _UNCHANGED
    )
