"""Ids of notes that a converter dropped, restored from the links that lead back from the notes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citations.drafts import Draft, InlineKind
from citations.styles.base import inlines_of
from citations.styles.linked import is_backlink

_WIKI = re.compile(r"cite_ref-(?P<name>.+)_(?P<number>\d+)-\d+\Z")
"""The id of a place in the text that a note of MediaWiki links back to."""
_DIRECTION = re.compile(r"user-content|notes?|cite|anchor|source|back|return|refs?|def|sym|anc|[\W_]+", re.IGNORECASE)
"""The parts of an id that tell a note from its marker; "foot" and "end" do not."""


def with_lost_names(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts; a note that links back gets the id that its marker links to, if no block has that id."""
    links = [(index, *link) for index, draft in enumerate(drafts) for link in _links_within(draft)]
    borne = {name for draft in drafts for name in draft.ids}
    called = dict.fromkeys(name for _, name, leads_back in links if not leads_back and name not in borne)
    shared = Counter(map(_shared, called))
    names = {key: name for name in called if shared[key := _shared(name)] == 1}
    found: dict[int, tuple[str, ...]] = {}
    for index, back, leads_back in links:
        name = names.pop(_shared(back), "") if leads_back else ""
        if name:
            own = _opening(drafts, index)
            found[own] = (*found.get(own, ()), name)
    return [
        replace(draft, ids=(*draft.ids, *found[index])) if index in found else draft
        for index, draft in enumerate(drafts)
    ]


def _links_within(draft: Draft) -> Iterator[tuple[str, bool]]:
    """Yield the ids that links within the file lead to, and whether each link leads back from a note."""
    for link in inlines_of(draft, InlineKind.LINK):
        if link.target.startswith("#"):
            yield link.target[1:], is_backlink(link)


def _shared(name: str) -> str:
    """Give the part that the id of a note and the id of its marker have in common."""
    wiki = _WIKI.match(name)
    return _DIRECTION.sub("", f"{wiki['name']}-{wiki['number']}" if wiki else name).casefold()


def _opening(drafts: Sequence[Draft], index: int) -> int:
    """Give the first block of the note that a block belongs to."""
    while index and drafts[index].continues:
        index -= 1
    return index
