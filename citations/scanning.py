"""From drafts to a document: find the notes, find the markers that point to them, cut both out of the body."""

from collections.abc import Sequence

from citations.document import Document, Ignore, Oddity
from citations.drafts import Draft


def scan(
    drafts: Sequence[Draft],
    *,
    format_name: str,
    lines: int,
    title: str | None = None,
    ignores: tuple[Ignore, ...] = (),
    oddities: tuple[Oddity, ...] = (),
    whole_is_notes: bool = False,
) -> Document:
    """Give the document that these drafts make, with the markers and notes of every style found and cut out.

    ``whole_is_notes``: the file holds nothing but notes, as one given with ``--notes`` does.
    """
    raise NotImplementedError
