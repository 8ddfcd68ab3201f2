"""The numbers that Word prints before list items: a typed list of notes has its labels there."""

from dataclasses import dataclass

from lxml import etree

from citations.formats.counters import count_in, printed
from citations.formats.xmltree import attribute, child, descendants, local, value

_UNNUMBERED = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    notation: str
    start: int


class ListCounter:
    """Counts the items of a document's lists in reading order."""

    def __init__(self, numbering: etree._Element | None) -> None:
        """Take the definitions of lists from the part of the file that has them."""
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, str], _Level] = {}
        self._counts: dict[str, dict[str, int]] = {}
        for one in numbering if numbering is not None else ():
            if local(one) == "abstractNum":
                self._define(one)
            elif local(one) == "num":
                self._lists[attribute(one, "numId") or ""] = value(child(one, "abstractNumId"))

    def label(self, properties: etree._Element | None) -> str | None:
        """Give the number before a paragraph with these ``numPr``, ``None`` for a bullet or nothing."""
        # Lists that share a definition go on counting, unless they start anew; these are told apart by their number.
        key, depth = value(child(properties, "numId")), value(child(properties, "ilvl")) or "0"
        known = self._levels.get((self._lists.get(key, ""), depth))
        if known is None or known.notation in _UNNUMBERED:
            return None
        counts = self._counts.setdefault(key, {})
        count = counts.get(depth, known.start - 1) + 1
        counts[depth] = count
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return printed(count, known.notation)

    def _define(self, definition: etree._Element) -> None:
        key = attribute(definition, "abstractNumId") or ""
        for level in descendants(definition, "lvl"):
            start = count_in(value(child(level, "start")))
            self._levels[key, attribute(level, "ilvl") or "0"] = _Level(
                notation=value(child(level, "numFmt")), start=1 if start is None else start
            )
