"""``(note 3)``, ``（注3）``, ``※3``: a number behind the word or sign for a note.

The label is printed with its word, so a mere mention of note 3 among notes called "3" is no marker.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_WORD = r"(?:[Nn]ote|[Ff]n|注|註)"
_ANY = re.compile(r"[(（]\s?[NnFf注註]|※")
"""What no text without such a marker has: looked for first, because it is fast."""
_MARKER = re.compile(
    rf"(?<=\S)\s?[(（]\s?(?P<round>{_WORD}\.?\s?\d{{1,3}})\s?[)）]|(?<=[^\s※])(?P<sign>※\d{{1,3}})(?!\d)"
)
_HEAD = re.compile(
    rf"\s{{0,3}}(?:[(（]\s?(?P<round>{_WORD}\.?\s?\d{{1,3}})\s?[)）][:：]?|(?P<word>{_WORD}\.?\s?\d{{1,3}})\s?[:：)）.]"
    r"|(?P<sign>※\d{1,3})[:：.]?)\s*(?=\S)"
)


class _Worded:
    name = "worded"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text) if _ANY.search(draft.text) else ():
            group = found.lastgroup or ""
            start = found.start() if group == "sign" else found.start("round") - 1
            yield in_text(draft, (start, found.end()), (found[group],), style=self.name, dubious=True)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=found[found.lastgroup or ""], end=found.end(), style=self.name, strength=Strength.WEAK)


STYLE = _Worded()
