"""Word stems: what an inflected English word has in common with its relatives. Crude on purpose, and cheap."""

from verifier.matching.vocabulary import listed

_IRREGULAR = """
rising:rise making:make taking:take giving:give using:use used:use coming:come writing:write riding:ride driving:drive
moved:move moving:move dated:date dating:date named:name naming:name rated:rate rating:rate based:base hired:hire
hiring:hire fired:fire firing:fire cited:cite citing:cite voted:vote voting:vote aimed:aim lined:line closed:close
rose:rise risen:rise fell:fall fallen:fall won:win lost:lose began:begin begun:begin sold:sell bought:buy
made:make took:take taken:take gave:give given:give held:hold led:lead left:leave met:meet paid:pay saw:see
seen:see sent:send spent:spend built:build came:come went:go gone:go grew:grow grown:grow sought:seek found:find
children:child men:man women:woman wrote:write written:write became:become drew:draw drawn:draw knew:know
known:know shown:show thought:think taught:teach caught:catch brought:bring fought:fight told:tell kept:keep
meant:mean spoke:speak spoken:speak broke:break broken:break chose:choose chosen:choose drove:drive driven:drive
flew:fly flown:fly forgot:forget wore:wear worn:wear stood:stand understood:understand struck:strike shot:shoot
sang:sing sung:sing sank:sink ran:run rode:ride ridden:ride rang:ring threw:throw thrown:throw lives:life
lived:live wives:wife feet:foot people:person persons:person died:die dying:die dies:die dead:die death:die
deaths:die born:birth news:news analyses:analysis lay:lie lain:lie bore:bear borne:bear hid:hide hidden:hide
shook:shake shaken:shake stole:steal stolen:steal tore:tear torn:tear dealt:deal dug:dig fed:feed fled:flee
hung:hang laid:lay lent:lend lit:light sat:sit slept:sleep swept:sweep swore:swear sworn:swear %:percent
percentage:percent cent:percent pct:percent $:dollar usd:dollar £:pound gbp:pound €:euro eur:euro
photo:photograph photos:photograph tv:television
"""

_OTHER_NAMES = """
bombay:mumbai burma:myanmar calcutta:kolkata canton:guangzhou danzig:gdansk kharkov:kharkiv kiev:kyiv lvov:lviv
madras:chennai odesa:odessa peking:beijing persia:iran rangoon:yangon smyrna:izmir swaziland:eswatini turkiye:turkey
zaporozhye:zaporizhzhia holland:netherlands dutch:netherlands danish:denmark danes:denmark finnish:finland finns:finland
french:france frenchman:france frenchmen:france irish:ireland scots:scotland scottish:scotland spaniards:spain
spanish:spain swiss:switzerland welsh:wales filipino:philippines filipinos:philippines
"""
"""Places with two names in use, and their people, that no likeness of letters tells."""

IRREGULAR: dict[str, str] = dict(pair.split(":") for pair in listed(_IRREGULAR + _OTHER_NAMES))
"""Forms that no suffix rule reaches."""

SHORTEST = 4
"""Letters: a word this short is its own stem."""

_PLURALS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ied", "y"),
    ("ations", "at"),
    ("ation", "at"),
    ("ments", "ment"),
    ("ically", "ic"),
)
_SUFFIXES = ("ing", "ed", "ly", "er", "or", "ion", "ive", "al", "ment", "ness", "ist", "ism", "ian", "ship")
_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("isat", "izat"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("mme", "m"),
    ("ence", "ense"),
)

_SUFFIX_AT = {end[-2:]: end for end in _SUFFIXES}
"""Each suffix by its last two letters, which no other has: one look-up tells nearly all words that have none."""
_SPELLING_AT = {british[-2:]: (british, american) for british, american in _SPELLINGS}
_PLURAL_ENDS = tuple(end for end, _ in _PLURALS)
_NO_PLURAL = ("ss", "us", "is")
_SHORT_SUFFIXES = frozenset(("ing", "ed"))
"""Endings that may leave three letters ("used", "rating")."""


def stem(word: str) -> str:
    """Give the stem of a word in lower case: "agreements" and "agreement", "colour" and "color" have the same."""
    word = IRREGULAR.get(word, word)
    if len(word) <= SHORTEST:
        plural = len(word) == SHORTEST and word[-1] == "s" and word[-2] not in "sui"
        return word[:-1] if plural else word
    if word[-1] in "sdny":
        word = _without_plural(word)
    if "is" in word or word[-2:] in _SPELLING_AT:
        word = _spelling(word)
    if word[-2:] in _SUFFIX_AT:
        word = _without_suffix(word, _SUFFIX_AT[word[-2:]])
    return word[:-1] if word[-1] == "e" and len(word) >= SHORTEST else word


def _without_suffix(word: str, end: str) -> str:
    if not word.endswith(end) or len(word) - len(end) < SHORTEST - (end in _SHORT_SUFFIXES):
        return word
    word = word[: -len(end)]
    doubled = len(word) >= SHORTEST and word[-1] == word[-2] and word[-1] not in "sl"
    return word[:-1] if doubled else word


def _without_plural(word: str) -> str:
    if word.endswith(_PLURAL_ENDS):
        for end, to in _PLURALS:
            if word.endswith(end) and len(word) > len(end) + 2:
                return word[: -len(end)] + to
    if word[-1] == "s" and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word


def _spelling(word: str) -> str:
    """British spellings become American ones."""
    british, american = _SPELLING_AT.get(word[-2:], ("", ""))
    if british and word.endswith(british) and len(word) > len(british) + 1:
        return word[: -len(british)] + american
    return word.replace("isat", "izat").replace("ising", "izing").replace("ised", "ized")
