"""Finds another day of the week: claim "on Tuesday", source "on Monday" for the same."""

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import NEARLY_AS_GOOD, SAYS_IT, Located
from verifier.matching.terms import WEEKDAYS


def other_weekdays(located: Located) -> tuple[Rival, ...]:
    """Give the weekday of the claim, if the best sentence has only another one.

    That sentence says half of the claim, and no sentence that says nearly as much of the rest has the claim's weekday.
    A person decides: two days may be told of two steps of one thing.
    """
    days = [word for word in located.claim.words if word.surface in WEEKDAYS]
    best = located.best(SAYS_IT) if len(days) == 1 else None
    if best is None:
        return ()
    told = located.source.words(best)
    places = [at for at, word in enumerate(told) if word in WEEKDAYS]
    others = {told[at] for at in places}
    if len(others) != 1 or days[0].surface in others:
        return ()
    bit = located.bits.get(days[0].term.key, 0)
    least = NEARLY_AS_GOOD * located.weight(located.masks[best] & ~bit)
    having = (i for i in located.order if days[0].surface in located.source.words(i))
    if any(located.weight(located.masks[i] & ~bit) >= least for i in having):
        return ()
    return (rival_at(days[0], told, best, places[:1], sure=False),)
