"""Oddities for addresses in notes that are broken, but could be read: by blanks, line ends or typos in the scheme."""

import re
from collections.abc import Iterable, Iterator

from citations.document import Oddity
from citations.links import TEXT_DIRECTIVE
from citations.records import CitationRecord, Note
from citations.schemes import is_broken

_AROUND = "<>[]() \t\r\n"
"""Signs around an address that belong to it as it is printed."""
_LONGEST_SHOWN = 140
"""Characters of each of the two addresses."""


def broken_urls(notes: Iterable[Note], *, wrapped: bool = False) -> Iterator[Oddity]:
    """Yield for each such address "url-has-spaces", or "url-broken" where only its scheme is; with what was read.

    ``wrapped``: a layout breaks every long address, so a blank in one is no fault.
    """
    for note in notes:
        for record in note.records if note.refers_to is None else ():
            span = next((span for span in record.spans if span.field == "URL"), None)
            printed = note.raw[span.start : span.end].strip(_AROUND) if span else ""
            kind = _kind("".join(printed.split()) if wrapped else printed)
            if kind is not None:
                yield Oddity(
                    kind=kind,
                    text=_shown(printed, record),
                    line=note.position.line,
                    column=note.position.column,
                    label=note.label,
                    path=note.path,
                )


def _kind(printed: str) -> str | None:
    if re.search(r"\s", printed):
        return "url-has-spaces"
    return "url-broken" if is_broken(printed) else None


def _shown(printed: str, record: CitationRecord) -> str:
    """Give the address as it is printed, and what it was read as where that is another address."""
    page = printed.partition(TEXT_DIRECTIVE)[0]
    read = f" (read as {record.url})" if _kind(page) is not None and record.url != page else ""
    return f"{printed[:_LONGEST_SHOWN]}{read[:_LONGEST_SHOWN]}"
