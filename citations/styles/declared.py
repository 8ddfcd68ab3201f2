"""Markers and notes that the file format itself declares: DOCX, LaTeX, ``^[inline notes]`` and the like."""

from collections.abc import Iterator

from citations.drafts import Draft, InlineKind
from citations.styles.base import Candidate, Head, Strength, inlines_of


class _Declared:
    name = "declared"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for inline in inlines_of(draft, InlineKind.MARKER):
            yield Candidate(
                labels=(inline.label,),
                start=inline.start,
                end=inline.end,
                position=inline.position,
                raw=inline.raw,
                style=self.name,
                strength=Strength.CERTAIN,
                target=inline.target,
            )

    def find_head(self, draft: Draft) -> Head | None:
        if not draft.note or draft.label is None:
            return None
        return Head(label=draft.label, end=0, style=self.name, strength=Strength.CERTAIN)


STYLE = _Declared()
