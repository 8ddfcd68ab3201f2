"""``[@smith2010, p. 4; @doe99]``: keys of a database of references, as pandoc writes them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.drafts import Draft
from citations.styles.base import Candidate, WithoutHeads, in_text

_KEY = r"-?@\{?([\w][\w:.#$%&+?<>~/-]{0,100}\w|\w)\}?"
_MARKER = re.compile(rf"\[[^\[\]@]{{0,80}}{_KEY}[^\[\]]{{0,600}}\]")
_NARRATIVE = re.compile(rf"(?<![\w@./;{{\[-]){_KEY}(?:\s\[[^\[\]@]{{1,80}}\])?(?![^\[\]]{{0,600}}\])")
"""A key that stands in a sentence for the name of an author, which stays there: "As @quill2011 [p. 3] shows"."""
_CITED = re.compile(_KEY)


class _CiteKey(WithoutHeads):
    name = "citekey"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        if "@" not in draft.text:
            return
        for found in _MARKER.finditer(draft.text):
            keys = tuple(key[1] for key in _CITED.finditer(found[0]))
            yield in_text(draft, found.span(), keys, style=self.name)
        for found in _NARRATIVE.finditer(draft.text):
            place = (found.end(), found.end())
            marker = in_text(draft, place, (found[1],), style=self.name, dubious=True)
            yield replace(marker, raw=found[0])


STYLE = _CiteKey()
