"""``(Holm 14)``, ``(qtd. in Holm and Berg 12-14)``: a name and a page that point into a list of works cited.

The label of such a work is the family name of its first author. Figures, chapters and dates look alike, so a name
counts only if exactly one work of the list has it.
"""

import re
from collections.abc import Collection, Iterator

from citations.drafts import Draft
from citations.styles.base import FAMILY, PARTICLE, Candidate, WithoutHeads, in_text

_PAGES = r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_PARTICLES = rf"(?:{PARTICLE}){{0,2}}"
_CITED = re.compile(
    rf"{_PARTICLES}(?P<family>{FAMILY})(?:(?:,?\s(?:and|und|et|y|e|&)\s|,\s){_PARTICLES}{FAMILY}){{0,2}}(?:\set\sal\.?)?,?\s"
    rf"(?:pp?\.\s?|S\.\s?)?(?!(?:1[5-9]|20)\d\d\b){_PAGES}(?:,\s?{_PAGES}){{0,4}}\Z"
)
_LEAD = re.compile(r"(?:qtd\.|quoted|cited|cf\.|see(?: also)?|zit\.|vgl\.)\s(?:in\s|bei\s|nach\s)?", re.IGNORECASE)
_PAGES_ALONE = re.compile(rf"\((?:pp?\.\s)?{_PAGES}(?:,\s?{_PAGES}){{0,4}}\)(?=[.,;:]|\Z)")
"""Pages in brackets: "As Holm argues, nobody came (14)". The sentence may name the author."""
_LONGEST_SENTENCE = 300
"""Characters before such pages within which the author is named."""
_PARTED = re.compile(r"[.!?()]")
_NAME = re.compile(FAMILY)
_BRACKETS = re.compile(r"\s?\((?P<inside>[^()]{4,200}\d)\)")


class _AuthorPage(WithoutHeads):
    name = "author-page"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _BRACKETS.finditer(draft.text) if "(" in draft.text else ():
            cited = [_CITED.match(_LEAD.sub("", part.strip(), count=1)) for part in found["inside"].split(";")]
            labels = tuple(one["family"] for one in cited if one)
            if labels and len(labels) == len(cited):
                start = found.start("inside") - 1
                yield in_text(draft, (start, found.end()), labels, style=self.name, weight=1, dubious=True)

    def find_pages(self, draft: Draft, families: Collection[str]) -> Iterator[Candidate]:
        """Yield the pages in brackets behind words that name exactly one of ``families``."""
        for found in _PAGES_ALONE.finditer(draft.text):
            sentence = _PARTED.split(draft.text[max(0, found.start() - _LONGEST_SENTENCE) : found.start()])[-1]
            named = set(_NAME.findall(sentence)).intersection(families)
            if len(named) == 1:
                yield in_text(draft, found.span(), (*named,), style=self.name, weight=1)


STYLE = _AuthorPage()
