"""``[@smith2010, p. 4; @doe99]``: keys of a database of references, as pandoc writes them."""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength, in_text

_KEY = r"-?@\{?([\w][\w:.#$%&+?<>~/-]{0,100}\w|\w)\}?"
_MARKER = re.compile(rf"\[[^\[\]@]{{0,80}}{_KEY}[^\[\]]{{0,600}}\]")
_CITED = re.compile(_KEY)


class _CiteKey:
    name = "citekey"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text) if "@" in draft.text else ():
            keys = tuple(key[1] for key in _CITED.finditer(found[0]))
            yield in_text(draft, found.span(), keys, style=self.name, strength=Strength.LIKELY, weight=4)

    def find_head(self, draft: Draft) -> Head | None:
        """Give nothing: an entry of a database says itself what its key is."""
        del draft
        return None


STYLE = _CiteKey()
