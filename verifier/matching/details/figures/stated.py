"""Where a source states a claim's own figure, when it has another one in its place: how sure is the other a rival?"""

from itertools import takewhile

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.days import is_day_in
from verifier.matching.details.figures.gapped import is_of_second
from verifier.matching.details.figures.measures import MONEY
from verifier.matching.details.names.whole_names import bits_of
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import NEARLY_AS_GOOD, Located
from verifier.matching.numbers import PAIR
from verifier.matching.terms import WORD, term_of

SAID_BEHIND = 4
"""Words behind a figure that say what it is of, up to the next figure."""


def is_stated_better(located: Located, rival: Rival) -> bool:
    """Whether the claim's own figure is told of the claim's words, beside the rival or elsewhere in the place."""
    key, own = located.key(rival.word), rival.sentence
    if is_of_second(located, own, key):
        return True
    if any(_said_of(located, i, key) > 0 or _says_more(located, rival, i) for i in _stating(located, rival)):
        return True
    return _said_of(located, own, key) > _said_of(located, own, rival.terms[0].key)


def is_sure(located: Located, rival: Rival) -> bool:
    """Whether neither the rival's sentence nor one that covers nearly as much of the claim has the claim's figure."""
    bit, own = located.bits[rival.word.term.key], rival.sentence
    there = located.masks[own] & bit and _stands_alone(located, rival.word, own)
    return not there and not _stating(located, rival) and not _stands_with_name(located, rival)


def _stands_with_name(located: Located, rival: Rival) -> bool:
    """Whether the claim's figure stands with a name of the claim that the rival's sentence has not, as in a table."""
    bit = located.bits[rival.word.term.key]
    lacking = bits_of(located, (w for w in located.claim.content if w.name)) & ~located.masks[rival.sentence]
    return any(
        located.masks[i] & lacking and _stands_alone(located, rival.word, i)
        for i in located.place
        if located.masks[i] & bit
    )


def _stating(located: Located, rival: Rival) -> list[int]:
    """The other sentences of the place with the claim's figure that cover nearly as much of it as the rival's."""
    bit, word = located.bits[rival.word.term.key], rival.word
    least = NEARLY_AS_GOOD * located.coverage[rival.sentence]
    if word.surface.isalpha():  # a small count stands in any date, so the figure itself says nothing
        least += located.weight(bit)
    having = (i for i in located.place if i != rival.sentence and located.masks[i] & bit)
    return [i for i in having if located.coverage[i] >= least and _stands_alone(located, word, i)]


def _says_more(located: Located, rival: Rival, number: int) -> bool:
    """Whether a sentence covers nearly as much of the claim as the rival's even without the figure."""
    figure = located.weight(located.bits[rival.word.term.key])
    return located.coverage[number] - figure >= NEARLY_AS_GOOD * located.coverage[rival.sentence]


def _said_of(located: Located, number: int, figure: str) -> int:
    """How many words of the claim a sentence has about a figure: two before it, and those behind it up to the next.

    -1 where it has not the figure; a sign of money says nothing.
    """
    line = located.source.line(number)
    mine = {located.key(w) for w in located.claim.content if w.term.kind != "number"} - MONEY
    most = -1
    for at in (i for i, term in enumerate(line) if term.key == figure):
        behind = takewhile(lambda t: t.kind != "number", line[at + 1 : at + 1 + SAID_BEHIND])
        about = {t.key for t in (*line[max(0, at - 2) : at], *behind)}
        most = max(most, len(about & mine))
    return most


def _stands_alone(located: Located, word: ClaimWord, number: int) -> bool:
    """Whether a sentence has a figure otherwise than as a day, or a part of a score or a range, unless it is one."""
    if any(pair.start() <= word.start < pair.end() for pair in PAIR.finditer(located.claim.text)):
        return True
    alone = [term_of(w) for w in WORD.findall(PAIR.sub(" ", located.source.sentence(number)))]
    line = [t for t in alone if t.kind != "stop"]
    key = located.key(word)
    return any(t.key == key and not is_day_in(line, at) for at, t in enumerate(line))
