"""Negation and its scope, both ways: a "not" that only the claim has, and one that only the source has."""

from collections.abc import Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.cut_out import cut_out_denial
from verifier.matching.details.denied_words import is_number_sign
from verifier.matching.details.dropped_denials import dropped_denial
from verifier.matching.details.inserted_denials import inserted_denial
from verifier.matching.details.rivals import Denial
from verifier.matching.locate import Located
from verifier.matching.vocabulary import DENYING_PHRASES


def denials(located: Located, quoted: Sequence[tuple[int, int]] = ()) -> tuple[Denial, ...]:
    """Give the negations on which claim and source differ; those within ``quoted`` spans are the quotation's matter."""
    words = located.claim.words
    denying = [
        at
        for at, w in enumerate(words)
        if w.term.kind == "negation"
        and not any(a <= w.start < b for a, b in quoted)
        and not is_number_sign(w.surface, words[at + 1].surface if at + 1 < len(words) else "")
    ]
    inserted = [d for at in denying if (d := inserted_denial(located, at)) is not None]
    cut_out = cut_out_denial(located)
    if cut_out or inserted or denying or any(w.term.denying for w in words) or _has_phrase(words):
        return (*inserted, cut_out) if cut_out else tuple(inserted)
    removed = dropped_denial(located)
    return (removed,) if removed else ()


def _has_phrase(words: Sequence[ClaimWord]) -> bool:
    """Whether words of the claim deny together ("has yet to", "ruled out"), or it is against something."""
    if any(w.surface == "against" for w in words):
        return True
    return any(DENYING_PHRASES.get(a.low) == b.low for a, b in pairwise(words))
