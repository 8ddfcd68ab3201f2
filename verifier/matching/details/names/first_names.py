"""First names and their short forms: "Bill Falk" may be "William Falk"."""

from verifier.matching.vocabulary import listed

SHORTEST = 3
"""Letters of a name that may be the beginning of a longer one ("Ben" of "Benjamin")."""
_SHORT_FORMS = """
abe:abraham al:albert,alfred,alan andy:andrew,andreas becky:rebecca bert:albert,robert,herbert beth:elizabeth
betty:elizabeth bill:william billy:william bob:robert bobby:robert charlie:charles chuck:charles dave:david
dick:richard drew:andrew ed:edward,edwin,edmund eddie:edward,edwin fritz:friedrich gerry:gerald,gerard geoff:geoffrey
gus:august,augustus,gustav hank:henry hans:johannes,johann harry:henry,harold jack:john jamie:james jerry:gerald,jeremy
jim:james jimmy:james joe:joseph,josef joey:joseph kate:katherine,catherine,kathryn kathy:katherine,cathy
katie:katherine,kathryn kit:christopher larry:lawrence,laurence lena:helena lisa:elisabeth,elizabeth
liz:elizabeth,elisabeth lizzie:elizabeth maggie:margaret meg:margaret mick:michael mike:michael molly:mary nancy:anne
ned:edward nell:ellen,helen paddy:patrick peggy:margaret polly:mary rick:richard,frederick sally:sarah
sandy:alexander,alexandra sasha:alexander,alexandra sepp:josef steve:stephen,steven sue:susan,susanna
ted:edward,theodore tom:thomas tommy:thomas tony:anthony,antony,anton vicky:victoria walt:walter will:william,wilhelm
"""
SHORT_FORMS = {
    short: frozenset(full.split(",")) for short, _, full in (one.partition(":") for one in listed(_SHORT_FORMS))
}
"""Short forms that do not begin their names, from dictionaries of first names."""
_DIMINUTIVES = ("ie", "y")


def may_be_one(one: str, other: str) -> bool:
    """Whether two first names in lower case can be one person's: one begins the other or is a short form of it."""
    short, full = sorted((one, other), key=len)
    return _is_short(short, full) or _is_short(full, short)


def _is_short(short: str, full: str) -> bool:
    """Whether the first is a short form of the second ("Ben", "Maddie" and "Bill" of Benjamin, Madison and William)."""
    if full in SHORT_FORMS.get(short, ()):
        return True
    for end in ("", *_DIMINUTIVES):
        stem = short.removesuffix(end)
        plain = stem[:-1] if end and stem[-1:] == stem[-2:-1] else stem
        if short.endswith(end) and len(plain) >= SHORTEST and full.startswith(plain):
            return True
    return False
