"""Names of notes that a converter dropped: what leads back from a note tells by which name its markers call it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.drafts import Draft, Inline, InlineKind
from citations.styles.base import inlines_of
from citations.styles.linked import is_backlink

_WIKI = re.compile(r"cite_ref-(?P<name>.+)_(?P<number>\d+)-\d+\Z")
"""The way back from a named note of MediaWiki, which counts the places in the text."""
_KINDS = re.compile(
    r"user-content|foot|end|notes?|cite|anchor|source|back|return|ref|def|sym|anc|ftnt?|edn|fn|sd|[\W_]+", re.IGNORECASE
)
"""What tells the name of a note from that of its marker."""


def with_lost_names(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts, those that lead back to a marker with the name that it leads to, where no draft bears it."""
    borne = {name for draft in drafts for name in draft.ids}
    ways = [[one for one in inlines_of(draft, InlineKind.LINK) if one.target.startswith("#")] for draft in drafts]
    called = {_key(name): name for found in ways for one in found if (name := _name(one)) and not is_backlink(one)}
    return [
        replace(draft, ids=(*draft.ids, *names)) if (names := _names(found, called, borne)) else draft
        for draft, found in zip(drafts, ways, strict=True)
    ]


def _names(links: Sequence[Inline], called: dict[str, str], borne: set[str]) -> tuple[str, ...]:
    names = dict.fromkeys(called.get(_key(_name(one)), "") for one in links if is_backlink(one))
    return tuple(name for name in names if name and name not in borne)


def _name(link: Inline) -> str:
    return link.target[1:]


def _key(name: str) -> str:
    """Give what the name of a note and that of its marker share."""
    wiki = _WIKI.match(name)
    return _KINDS.sub("", f"{wiki['name']}-{wiki['number']}" if wiki else name).casefold()
