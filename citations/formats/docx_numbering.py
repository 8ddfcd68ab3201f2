"""The numbers that Word prints on notes: notation, start and restart by document and by section."""

from dataclasses import dataclass

from lxml import etree

from citations.formats.counters import printed
from citations.formats.xmltree import attribute, child, local

CONTINUOUS = "continuous"
EACH_SECTION = "eachSect"
EACH_PAGE = "eachPage"
UNPRINTED = "none"
"""A notation that prints nothing: such notes are told apart by the number they would have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How one kind of note is numbered. ``None`` means that the file leaves it to the level above."""

    notation: str | None = None
    start: int | None = None
    restart: str | None = None

    def over(self, base: "Numbering") -> "Numbering":
        """Give this with what it leaves open taken from ``base``."""
        return Numbering(
            notation=self.notation or base.notation,
            start=base.start if self.start is None else self.start,
            restart=self.restart or base.restart,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNumbering:
    """The numbering of both kinds in one section."""

    footnote: Numbering
    endnote: Numbering


BUILT_IN = SectionNumbering(
    footnote=Numbering(notation="decimal", start=1, restart=CONTINUOUS),
    endnote=Numbering(notation="lowerRoman", start=1, restart=CONTINUOUS),
)
"""What holds where a file says nothing."""


def read_numbering(holder: etree._Element | None, base: SectionNumbering) -> SectionNumbering:
    """Give the numbering that a ``settings`` or ``sectPr`` element asks for, open points taken from ``base``."""
    return SectionNumbering(
        footnote=_one_kind(child(holder, "footnotePr")).over(base.footnote),
        endnote=_one_kind(child(holder, "endnotePr")).over(base.endnote),
    )


def _one_kind(properties: etree._Element | None) -> Numbering:
    if properties is None:
        return Numbering()
    values = {local(one): attribute(one, "val") for one in properties}
    start = values.get("numStart") or ""
    return Numbering(
        notation=values.get("numFmt"),
        start=int(start) if start.isascii() and start.isdigit() and len(start) < len("1000000") else None,
        restart=values.get("numRestart"),
    )


class NoteCounter:
    """Counts the notes of one kind in reading order."""

    def __init__(self) -> None:
        self._number: int | None = None
        self._chapter = 0

    def count(self, numbering: Numbering, *, section: int, page: int) -> tuple[str, int]:
        """Give the next label and its list of notes: the section or page where numbers restart there, else 0."""
        chapter = {EACH_SECTION: section, EACH_PAGE: page}.get(numbering.restart or "", self._chapter)
        start = 1 if numbering.start is None else numbering.start
        self._number = start if self._number is None or chapter != self._chapter else self._number + 1
        self._chapter = chapter
        notation = numbering.notation or "decimal"
        return printed(self._number, "decimal" if notation == UNPRINTED else notation), chapter
