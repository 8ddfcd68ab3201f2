"""Who says so: the claim reports it from one person, the source from another."""

from collections.abc import Sequence
from itertools import takewhile

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.names.labels import Label, has_label, label_of
from verifier.matching.details.names.pronouns import told_of
from verifier.matching.details.names.whole_names import bits_of, names_of, unclaimed_names
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import AS_GOOD, Located
from verifier.matching.vocabulary import REPORTING

VERB_WITHIN = 6
"""Words around a name, a description among them, in which a verb of saying makes its bearer a speaker."""
SAID_SHARE = 0.5
"""Share of the reported words that a sentence must cover to be the source's report of them."""

_OF_PLACES = frozenset(("of", "in", "at", "from", "for", "the"))
"""Words after which a name belongs to a speaker but is not the speaker's own."""


def other_reporter(located: Located) -> tuple[Rival, ...]:
    """Give the name from whom the claim reports something for which the source names another.

    The sentence that has most of what is reported names somebody, and neither it nor, where "he" or "she" speaks in it,
    the one before it has the claim's name. The two may be one person, so a person looks.
    """
    says = any(w.surface in REPORTING for w in located.claim.words)
    for name in names_of(located) if says else ():
        reported = _reported(located, name[-1])
        if reported:
            speaker = bits_of(located, name)
            return _other_speaker(located, name, speaker, reported & ~speaker)
    return ()


def _reported(located: Located, name: ClaimWord) -> int:
    """What the claim reports from the bearer of a name; empty if no verb makes that one a speaker."""
    words = located.claim.words
    at = located.claim.places[name.start]
    ahead = range(at + 1, min(len(words), at + 1 + VERB_WITHIN))
    clause = takewhile(lambda i: ";" not in located.claim.text[name.end : words[i].start], ahead)
    verb = next((i for i in clause if words[i].surface in REPORTING), 0)
    return bits_of(located, (w for w in words[verb + 1 :] if w.weight)) if verb else 0


def _other_speaker(located: Located, name: list[ClaimWord], speaker: int, reported: int) -> tuple[Rival, ...]:
    """Whom the source names where it has most of the reported words; nothing if it has the claim's name there."""
    said = {i: located.weight(located.masks[i] & reported) for i in located.order}
    own = max(said, key=lambda i: said[i], default=0)
    if not reported or speaker & ~located.every or said[own] < SAID_SHARE * located.weight(reported):
        return ()
    label, words = label_of(located, own), {w.low for w in name}
    if label is not None and has_label(located, words):
        return (_labelled(located, name[-1], label),) if words.isdisjoint(label.words) else ()
    about = set(told_of(located, own))
    if any(located.masks[i] & speaker and (i in about or said[i] >= AS_GOOD * said[own]) for i in said):
        return ()
    for number in sorted(about, reverse=True):
        told = located.source.words(number)
        meant = number != own and '"' in located.source.sentence(own)  # whose quotation "he said"
        speaking = next((run for run in unclaimed_names(located, told) if meant or _speaks(told, run)), None)
        if speaking is not None:
            return (rival_at(name[-1], told, number, speaking, sure=False),)
    return ()


def _labelled(located: Located, word: ClaimWord, label: Label) -> Rival:
    """The rival of a name that is no part of the label under which a transcript has the words."""
    number = located.source.sentence_at(label.start)
    return rival_at(word, located.source.words(number), number, range(len(label.words)), sure=False)


def _speaks(told: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a verb of saying stands near a name that speaks itself, unlike "of Leeds" or "Leeds's"."""
    first, last = run[0], run[-1]
    if told[last].endswith("'s") or told[first - 1] in _OF_PLACES:
        return False
    near = (*told[max(0, first - VERB_WITHIN) : first], *told[last + 1 : last + 1 + VERB_WITHIN])
    return not REPORTING.isdisjoint(near)
