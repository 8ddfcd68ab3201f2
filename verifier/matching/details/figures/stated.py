"""Tells how sure a rival figure is, by where else the source states the claim's own figure."""

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
"""Words behind a figure, up to the next figure, that may say what it belongs to."""


def is_stated_better(located: Located, rival: Rival) -> bool:
    """Whether the source states the claim's own figure of the claim's words, better than the rival.

    That is: in the rival's own sentence with more of the claim's words around it, or in another sentence as good.
    """
    key, own = located.key(rival.word), rival.sentence
    if is_of_second(located, own, key):
        return True
    if any(_said_of(located, i, key) > 0 or _says_more(located, rival, i) for i in _stating(located, rival)):
        return True
    return _said_of(located, own, key) > _said_of(located, own, rival.terms[0].key)


def is_sure(located: Located, rival: Rival) -> bool:
    """Whether a rival is sure: no sentence that is as good, nor one with a lacking name, has the claim's own figure."""
    bit, own = located.bits[rival.word.term.key], rival.sentence
    in_rivals_sentence = located.masks[own] & bit and _stands_alone(located, rival.word, own)
    return not in_rivals_sentence and not _stating(located, rival) and not _stands_with_name(located, rival)


def _stands_with_name(located: Located, rival: Rival) -> bool:
    """Whether the claim's figure stands with a name of the claim that the rival's sentence lacks, as in a table."""
    bit = located.bits[rival.word.term.key]
    lacking = bits_of(located, (w for w in located.claim.content if w.name)) & ~located.masks[rival.sentence]
    return any(
        located.masks[i] & lacking and _stands_alone(located, rival.word, i)
        for i in located.place
        if located.masks[i] & bit
    )


def _stating(located: Located, rival: Rival) -> list[int]:
    """The other sentences of the place with the claim's figure that cover nearly as much of the claim as the rival's.

    The weight of a figure in letters itself does not count: such small numbers stand in any date.
    """
    bit, word = located.bits[rival.word.term.key], rival.word
    least = NEARLY_AS_GOOD * located.coverage[rival.sentence]
    if word.surface.isalpha():
        least += located.weight(bit)
    having = (i for i in located.place if i != rival.sentence and located.masks[i] & bit)
    return [i for i in having if located.coverage[i] >= least and _stands_alone(located, word, i)]


def _says_more(located: Located, rival: Rival, number: int) -> bool:
    """Whether a sentence, even without the figure, covers nearly as much of the claim as the rival's."""
    figure = located.weight(located.bits[rival.word.term.key])
    return located.coverage[number] - figure >= NEARLY_AS_GOOD * located.coverage[rival.sentence]


def _said_of(located: Located, number: int, figure: str) -> int:
    """How many words of the claim stand around a figure in a sentence, -1 if the sentence lacks the figure.

    Two words before it count, and those behind it up to the next figure. Signs of money do not count.
    """
    line = located.source.line(number)
    said = {located.key(w) for w in located.claim.content if w.term.kind != "number"} - MONEY
    most = -1
    for at in (i for i, term in enumerate(line) if term.key == figure):
        behind = takewhile(lambda t: t.kind != "number", line[at + 1 : at + 1 + SAID_BEHIND])
        around = {t.key for t in (*line[max(0, at - 2) : at], *behind)}
        most = max(most, len(around & said))
    return most


def _stands_alone(located: Located, word: ClaimWord, number: int) -> bool:
    """Whether a sentence has a figure by itself, not as a day or in a pair ("10-7").

    Always true if the claim has it in a pair.
    """
    if any(pair.start() <= word.start < pair.end() for pair in PAIR.finditer(located.claim.text)):
        return True
    alone = [term_of(w) for w in WORD.findall(PAIR.sub(" ", located.source.sentence(number)))]
    line = [t for t in alone if t.kind != "stop"]
    key = located.key(word)
    return any(t.key == key and not is_day_in(line, at) for at, t in enumerate(line))
