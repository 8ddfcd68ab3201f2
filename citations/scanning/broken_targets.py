"""Link targets that begin wrongly, through forms or typing errors: repaired for reading, and reported."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from citations.document import Oddity
from citations.drafts import Draft, Inline, InlineKind
from citations.schemes import is_broken, with_scheme

_BLANK = re.compile(r"^(\w{3,5}:/{0,2})\s{1,9}")
"""White space behind a scheme, from pasting an address into a form that has "https://" already."""
_LONGEST_SHOWN = 140
"""Characters of each of the two addresses."""


def with_whole_targets(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts with the targets of their links repaired."""
    for draft in drafts:
        mended = tuple(_mended(inline) for inline in draft.inlines)
        yield replace(draft, inlines=mended) if mended != draft.inlines else draft


def broken_targets(draft: Draft, label: str) -> Iterator[Oddity]:
    """Yield an oddity "url-broken" for each such link of a note, except those whose broken address the text shows."""
    for inline in draft.inlines:
        if inline.written and inline.written not in draft.text:
            text = f"{inline.written[:_LONGEST_SHOWN]} (read as {inline.target[:_LONGEST_SHOWN]})"
            place = inline.position
            yield Oddity(kind="url-broken", text=text, line=place.line, column=place.column, label=label)


def _mended(inline: Inline) -> Inline:
    if inline.kind is not InlineKind.LINK:
        return inline
    target = _BLANK.sub(r"\1", inline.target)
    return replace(inline, target=with_scheme(target), written=inline.target) if is_broken(target) else inline
