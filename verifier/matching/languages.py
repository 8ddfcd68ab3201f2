"""Languages by their commonest words: enough to tell some apart, not to read them."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from verifier.matching.vocabulary import listed

_LISTS = {
    "en": """the of and to in is was for that with it on by from are were has which this be been have had not they
    their his her its who than would will after also at as an but or when""",
    "de": """der die das und ist nicht von mit den dem ein eine einen einem einer eines im auf für des sich auch wird
    wurde wurden werden worden war waren sind hat haben hatte hatten als am an aus bei bis es ihr ihre ihrer ihren ihrem
    sein seine seiner seinen seinem nach noch oder sie vom wie zu zum zur dass diese dieser dieses diesem diesen er ihm
    ihn ihnen wir uns unser unsere unseren beim ins über unter vor durch gegen um zwischen während wegen seit weil wenn
    ob damit indem nachdem bevor obwohl sondern denn doch jedoch sowie denen deren dessen wer dafür daran darin darauf
    davon dazu dabei dadurch dort dann nun jetzt nur schon sehr kann können konnte konnten soll sollen sollte sollten
    muss müssen musste mussten wollen wollte wollten darf dürfen durfte durften sei seien wäre wären würde würden""",
    "fr": """le la les l d des et est dans du de une un pour que qu qui sur au aux par avec pas ne n sont ont a été
    était étaient avait avaient ce cette ces se s c il elle ils elles son sa ses leur leurs ou comme être selon en y""",
    "es": """el la los las del de y e es en una un unos unas por que con para se al lo como más fue fueron ser sido su
    sus ha han había este esta estos estas le les según""",
    "it": """il lo la i gli le l d della dello dei degli delle di e ed è che per una un uno con del nel nella al alla ai
    alle dal dalla sul sulla da si sono stato stata stati era erano ha hanno anche più suo sua suoi loro questo
    questa""",
    "pt": """o a os as da do dos das de e é em no na nos nas um uma uns umas para que com por ao à aos pelo pela foi
    foram ser são sua seu suas seus se mais não ter tem havia""",
    "nl": """de het een en van is dat op te zijn in voor met niet aan door er maar ook werd werden wordt worden bij om
    als uit naar haar hun dit deze die tot heeft hebben had was waren""",
    "sv": """och att det som en ett i är av för på med den de till inte om har hade var från men sig sin sitt sina vid
    blev blir vara varit denna detta""",
    "no": """og det er av for på med den de til ikke som en et i har hadde var fra men om seg sin ble blir ved være vært
    denne dette at""",
    "pl": "i w na z się do nie jest że o to jak po dla od przez jego jej oraz był była było są ten ta te który która",
    "tr": "ve bir bu için ile de da olarak olan daha en çok gibi sonra kadar ne o ise var ya",
}
FUNCTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(listed(words)) for language, words in _LISTS.items()}
"""The commonest words of some languages in Latin letters: enough to tell them apart, not to read them. They carry no
weight in a claim of their language."""

ONLY_ENGLISH = frozenset(("the", "and", "with", "which", "this", "has", "were", "their", "would", "been"))
"""Function words that no other of these languages has: one of them, and a claim is taken for English."""

_LISTED_IN = Counter(chain.from_iterable(FUNCTION_WORDS.values()))
OWN_WORDS = {language: frozenset(w for w in words if _LISTED_IN[w] == 1) for language, words in FUNCTION_WORDS.items()}
"""Of each language the words that no other of them has: any German page has English ones ("in", "was", "an")."""

LEAST_TOLD = 5
"""Words of its own language that a source must have before that is named: fewer are borrowed words."""
LEAST_IN_CLAIM = 2
"""The same for a claim, which is short."""
CLEARLY = 2.0
"""How many times as many of its own function words as of the other language's a text must have."""


def language_of(words: Iterable[str], least: int) -> str | None:
    """Give the language that most of some words in lower case speak for, ``None`` where none is clearly ahead.

    Each counts as often as it stands there: a German page with an English notice about cookies is German.
    """
    counts = Counter(words)
    told = ((sum(counts[w] for w in own), name) for name, own in OWN_WORDS.items())
    (most, name), (second, _) = sorted(told, reverse=True)[:2]
    return name if most >= least and most >= CLEARLY * second else None


def weightless_in(language: str) -> frozenset[str]:
    """Give the function words that carry no weight in a claim of a language; those of English are its stopwords."""
    return frozenset() if language == "en" else FUNCTION_WORDS[language]
