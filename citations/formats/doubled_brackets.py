"""``((a note))``: how DokuWiki, whose pages are plain text files, writes a note at the place of its marker."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from citations.document import Span
from citations.drafts import Draft
from citations.scanning.worded_notes import NoteSpan, with_notes_within

_NOTE = re.compile(r"\s?\(\((?P<words>(?:[^()]|\([^()]{0,500}\)){8,4000})\)\)")
_SENTENCE = re.compile(r"[^\W\d_a-z]\w*[^()]*\s|(?:see|cf\.|vgl\.|siehe|voir|zie)\s|\[\[|https?://")
"""What opens a note rather than a formula or code: several words with a capital, "see", or a link."""


def with_doubled_brackets(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, with these notes as drafts of their own; their labels are ``^1``, ``^2`` in reading order."""
    numbers = count(1)
    for draft in drafts:
        spans = [
            NoteSpan(
                label=f"^{next(numbers)}",
                start=found.start(),
                end=found.end(),
                words=Span(start=found.start("words"), end=found.end("words")),
            )
            for found in (_NOTE.finditer(draft.text) if "((" in draft.text else ())
            if _SENTENCE.match(found["words"])
        ]
        if spans:
            yield from with_notes_within(draft, spans)
        else:
            yield draft
