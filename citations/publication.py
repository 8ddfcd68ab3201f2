"""When an article appeared, as it says itself."""

import re

from citations.dates import PartialDate, read_dates
from citations.document import Block, Document

_DATED = re.compile(
    r"(?<!\w)(?:article |last |first |date |originally )?(?:uploaded|published|posted|updated|written|date|dated|"
    r"veröffentlicht|erschienen|stand|"
    r"publié|mis en ligne|publicado|publicada|pubblicato|gepubliceerd|publicerad|publisert|udgivet|"
    r"опубликовано|дата)\b[\s:]{0,3}"
    r"(?:on|am|le|el|il|op|den|at)?",
    re.IGNORECASE,
)
_OF_A_WORK = re.compile(
    r"(?<=\s)(?:an?|the|its|his|her|their|our|un|une|le|la|les|son|sa|ses|einen?|eine|ihren?|seinen?)\s(?!\d)",
    re.IGNORECASE,
)
"""Opens what somebody published, so that a sentence tells of it: "The authority published its own report in June"."""
_CLOCK = re.compile(r"(?<=\d)T\d\d:\d\d.{0,30}$")
"""The time after a day, as programs write it: "2024-02-11T09:00:00Z"."""
_LONGEST_DATE_LINE = 120
"""Characters of a line that only says when the article appeared."""
_EDGE = 6
"""Blocks at the top, and at the end, of an article in which its date is looked for."""


def publication_date(document: Document) -> tuple[PartialDate | None, int | None]:
    """Give the date of the article and its line: from front matter or metadata, else from a line that says just that.

    ``(None, None)`` where the article does not say when it appeared.
    """
    if document.dated is not None:
        raw, line = document.dated
        dates = read_dates(_CLOCK.sub("", raw))
        return (dates[0][0], line) if dates else (None, None)
    for block in (*document.loose, *document.blocks[:_EDGE], *document.blocks[-_EDGE:]):
        date = _date_in(block)
        if date is not None:
            return date, block.position.line
    return None, None


def _date_in(block: Block) -> PartialDate | None:
    """Give the date of a short block that opens with a word such as "published"; ``None`` for any other block."""
    if len(block.text) > _LONGEST_DATE_LINE:
        return None
    said = _DATED.search(block.text)
    if said is None or said.start() > _LONGEST_DATE_LINE // 4 or _OF_A_WORK.match(block.text, said.end()):
        return None
    dates = read_dates(block.text[said.end() :])
    return dates[0][0] if dates else None
