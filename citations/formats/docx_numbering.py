"""The numbers that Word prints on notes: notation, start and restart by document and by section."""

from dataclasses import dataclass

from lxml import etree

from citations.formats.counters import count_in, printed
from citations.formats.xmltree import child, value

CONTINUOUS = "continuous"
EACH_SECTION = "eachSect"
EACH_PAGE = "eachPage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How one kind of note is numbered."""

    notation: str = "decimal"
    start: int = 1
    restart: str = CONTINUOUS


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNumbering:
    """The numbering of both kinds in one section."""

    footnote: Numbering
    endnote: Numbering


BUILT_IN = SectionNumbering(footnote=Numbering(), endnote=Numbering(notation="lowerRoman"))
"""What holds where a file says nothing."""


def read_numbering(holder: etree._Element | None, base: SectionNumbering) -> SectionNumbering:
    """Give the numbering that a ``settings`` or ``sectPr`` element asks for, open points taken from ``base``."""
    return SectionNumbering(
        footnote=_one_kind(child(holder, "footnotePr"), base.footnote),
        endnote=_one_kind(child(holder, "endnotePr"), base.endnote),
    )


def _one_kind(properties: etree._Element | None, base: Numbering) -> Numbering:
    start = count_in(value(child(properties, "numStart")))
    return Numbering(
        notation=value(child(properties, "numFmt")) or base.notation,
        start=base.start if start is None else start,
        restart=value(child(properties, "numRestart")) or base.restart,
    )


class NoteCounter:
    """Counts the notes of one kind in reading order."""

    def __init__(self) -> None:
        self._number: int | None = None
        self._chapter = 0

    def count(self, numbering: Numbering, *, section: int, page: int) -> tuple[str, int]:
        """Give the next label and its list of notes: the section or page where numbers restart there, else 0."""
        chapter = {EACH_SECTION: section, EACH_PAGE: page}.get(numbering.restart, self._chapter)
        self._number = numbering.start if self._number is None or chapter != self._chapter else self._number + 1
        self._chapter = chapter
        return printed(self._number, numbering.notation), chapter
