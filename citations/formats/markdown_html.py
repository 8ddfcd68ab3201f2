"""Lists and tables in HTML within Markdown: which tags begin a block, and which number it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.document import BlockKind

PART_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>ol|ul|li|table|caption|tr|td|th)"
    r"(?:\s(?:[^<>]{0,300}?\sstart=|start=)[\"']?(?P<start>\d{1,5})[\"']?)?(?:\s[^<>]{0,300})?>",
    re.IGNORECASE,
)
"""A tag of a list or table, of which a line may hold many."""
_KINDS = {
    "li": BlockKind.ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "caption": BlockKind.CAPTION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line's part from one tag (``start``) to the next (``end``); it begins a block unless ``kind`` is ``None``."""

    kind: BlockKind | None
    start: int
    end: int
    label: str | None = None
    row: int | None = None


class OpenParts:
    """The lists that are open, each with the number of its latest item, and the rows of tables."""

    def __init__(self) -> None:
        self._counted: list[int] = []
        """-1 for a list without numbers."""
        self._row = 0

    def of_line(self, line: str) -> Iterator[Part]:
        """Yield the part of the line behind each tag, in order."""
        tags = list(PART_TAG.finditer(line))
        for tag, end in zip(tags, [*(tag.start() for tag in tags[1:]), len(line)], strict=True):
            name = tag["name"].lower()
            kind = None if tag["end"] else _KINDS.get(name)
            yield Part(
                kind=kind,
                start=tag.start(),
                end=end,
                label=self._next_number() if kind is BlockKind.ITEM else None,
                row=self._row if kind is BlockKind.CELL else None,
            )
            self._count(name, tag)

    def _count(self, name: str, tag: re.Match[str]) -> None:
        """Count lists and rows. Rows are numbered downwards, to differ from those of Markdown's own tables."""
        self._row -= name == "tr"
        if name in {"ol", "ul"} and not tag["end"]:
            self._counted.append(int(tag["start"] or 1) - 1 if name == "ol" else -1)
        elif name in {"ol", "ul"} and self._counted:
            self._counted.pop()

    def _next_number(self) -> str:
        """Give the number of the next item of the innermost list, "-" in a list without numbers."""
        if not self._counted or self._counted[-1] < 0:
            return "-"
        self._counted[-1] += 1
        return str(self._counted[-1])
