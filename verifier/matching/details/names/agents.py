"""Who does it: the claim has "Cage was influenced by Falk", the source "he was influenced by Cage"."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SPEAKS_OF_IT, Located
from verifier.matching.stems import is_past
from verifier.matching.terms import term_of

VERB_WITHIN = 3
"""Words behind a name among which its verb stands ("Cage was very much influenced")."""
AGENT_WITHIN = 4
"""Words behind a verb among which "by" or "under" and the name stand ("studied composition under Cage")."""

_LEADING = frozenset(("by", "under"))


def subjects_told_as_agents(located: Located) -> tuple[Rival, ...]:
    """Give the claim's names before a verb that the source has behind the same verb and its "by" or "under".

    No rival if the source has the name before the verb too. A person looks.
    """
    names = () if _LEADING.isdisjoint(located.claim.low) else names_of(located)
    rivals = (_rival(located, name) for name in names)
    return tuple(rival for rival in rivals if rival is not None)


def _rival(located: Located, name: Sequence[ClaimWord]) -> Rival | None:
    words, low = located.claim.words, located.claim.low
    end = located.claim.places[name[-1].start] + 1
    verb = next(
        (i for i in range(end, min(len(words), end + VERB_WITHIN)) if is_past(low[i]) and words[i].weight), None
    )
    if verb is None or name[-1].surface.endswith("'s") or _LEADING.isdisjoint(low[verb + 1 : verb + 1 + AGENT_WITHIN]):
        return None
    keys, found = {located.key(w) for w in name}, None
    for number in (i for i in located.place if located.covers(i, SPEAKS_OF_IT)):
        told = located.source.low(number)
        for at in (i for i, word in enumerate(told) if word == low[verb]):
            if any(term_of(w).key in keys for w in located.source.words(number)[max(0, at - VERB_WITHIN) : at]):
                return None
            leading = next(
                (i for i in range(at + 1, min(len(told) - 1, at + 1 + AGENT_WITHIN)) if told[i] in _LEADING), 0
            )
            ahead = located.source.terms(number)[leading + 1 : leading + 1 + len(name)] if leading else []
            if found is None and any(term.key in keys for term in ahead):
                places = range(leading + 1, leading + 1 + len(ahead))
                found = rival_at(name[-1], located.source.words(number), number, places, sure=False)
    return found
