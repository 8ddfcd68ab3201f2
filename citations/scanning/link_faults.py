"""What is odd about the links of notes: they show one address and lead to another, or stand apart from their note."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from citations.document import Oddity, Position
from citations.drafts import Draft, Inline, InlineKind
from citations.links import ADDRESS, split_archive
from citations.scanning.broken_targets import broken_targets
from citations.scanning.notes import Entry

_URL_FIRST = re.compile(r"<?(?:https?://|www\.)")
_ADDRESS_ALONE = re.compile(r"<?(?:https?://|www\.)[^\s<>]{4,}>?")
_EDGES = re.compile(r"^<?(?:https?://)?(?:www\.)?|[/>.,]+$")
"""What may differ at the ends of two spellings of one address."""
_LONGEST_SHOWN = 200


def link_faults(drafts: Sequence[Draft], entries: Iterable[Entry]) -> Iterator[Oddity]:
    """Yield the oddities of links in notes.

    "url-apart": an address stands in a block of its own. "url-broken": a link's address begins wrongly. "link-text":
    a link shows another address than the one that it leads to.
    """
    for entry in entries:
        for number, (index, _) in enumerate(entry.parts):
            draft = drafts[index]
            if number and _URL_FIRST.match(draft.text):
                yield _oddity("url-apart", draft.text, draft.position, entry.label)
            yield from broken_targets(draft, entry.label)
            for inline in draft.inlines:
                if inline.kind is InlineKind.LINK and ADDRESS.match(inline.target) and _misleads(draft, inline):
                    shown = draft.text[inline.start : inline.end].strip()
                    yield _oddity("link-text", f"{shown} leads to {inline.target}", inline.position, entry.label)


def _oddity(kind: str, text: str, position: Position, label: str) -> Oddity:
    return Oddity(kind=kind, text=text[:_LONGEST_SHOWN], line=position.line, column=position.column, label=label)


def _misleads(draft: Draft, inline: Inline) -> bool:
    """Whether a link's words are an address of another page than the link's.

    An address that was shortened with an ellipsis is the same page; a copy in an archive is shown under the address of
    the page itself; and a target that was mended may be shown as it was written.
    """
    shown = draft.text[inline.start : inline.end].strip()
    if not _ADDRESS_ALONE.fullmatch(shown) or split_archive(inline.target) is not None:
        return False
    if inline.written and inline.written in shown:
        return False
    one, other = (_EDGES.sub("", url.lower()) for url in (shown, inline.target))
    return "…" not in one and "..." not in one and unquote(one) != unquote(other)
