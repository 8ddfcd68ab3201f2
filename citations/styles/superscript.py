"""``<sup>[i]</sup>`` and ``<sup>4</sup>``: a label in raised type.

An exponent (10<sup>2</sup>, km<sup>2</sup>) and an ordinal's letter look the same: behind a figure, a unit or a
single letter a raised number is dubious and needs a note of its label, at its place in the series.
"""

from collections.abc import Iterator

from citations.drafts import Draft, InlineKind
from citations.styles.base import EXPONENT_BASE, LOCATOR, Candidate, Head, Strength, after_head, inlines_of, labels_in


class _Superscript:
    name = "superscript"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        edge = (-1, -1)
        for inline in inlines_of(draft, InlineKind.SUPERSCRIPT):
            edge = (edge[0] if inline.start == edge[1] else inline.start, inline.end)
            text = draft.text[inline.start : inline.end]
            labels = labels_in(LOCATOR.sub("", text).rstrip(" .,;"))
            if not labels:
                continue
            bracketed = text.lstrip()[:1] in {"[", "("}
            dubious = not bracketed and (
                _is_prefix(draft.text, edge[0], inline.end)
                or EXPONENT_BASE.search(draft.text[max(edge[0] - 6, 0) : edge[0]]) is not None
                or any(label.isalpha() and len(label) == 1 for label in labels)
            )
            yield Candidate(
                labels=labels,
                start=inline.start,
                end=inline.end,
                position=inline.position,
                raw=inline.raw,
                style=self.name,
                strength=Strength.WEAK if dubious else Strength.LIKELY,
                weight=2 if dubious else 4,
                dubious=dubious,
            )

    def find_head(self, draft: Draft) -> Head | None:
        first = next(inlines_of(draft, InlineKind.SUPERSCRIPT), None)
        if first is None or draft.text[: first.start].strip(" ."):
            return None
        labels = labels_in(draft.text[first.start : first.end].rstrip(" ."))
        if len(labels) != 1:
            return None
        end = after_head(draft, first.end)
        return Head(label=labels[0], end=end, style=self.name, strength=Strength.LIKELY)


def _is_prefix(text: str, start: int, end: int) -> bool:
    """Whether a raised figure opens a word, as the mass of an isotope does: "³He"."""
    return start > 0 and text[start - 1] in " (" and text[end : end + 1].isalpha()


STYLE = _Superscript()
