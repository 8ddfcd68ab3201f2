"""What of a note is in no field: kept, so that nothing of it is lost silently."""

import re
from collections.abc import Iterable

from citations.records.regions.cuts import Cuts
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.splitting.sources import Part
from citations.records.values import FieldSpan
from citations.records.wording.clauses import Place
from citations.records.wording.words import ABBREVIATIONS

_CONNECTING = (
    "and in at on from the a of und et y i de du al editors editor available accessed retrieved url online doi isbn "
    "www archived archive the original by see also generally ред сост"
)
_SMALL_WORDS = ABBREVIATIONS | frozenset(_CONNECTING.split())
_TAG = re.compile(
    r"</?[A-Za-z][^<>]{0,400}>|\A[^<>]{0,300}\"?>|</?[A-Za-z]{1,12}(?:\s[^<>]{0,300})?\Z|\A/?[a-z]{1,12}>"
)
"""A tag of HTML, or what a field beside it left of one."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def unread_words(sheet: Sheet, part: Part, spans: Iterable[FieldSpan], cuts: Cuts) -> str:
    """Give the words of the part that are in no field and in nothing that was cut out, in order."""
    start, end = sheet.place(part.start) if part.start else 0, sheet.place(part.end)
    known = [(span.start, span.end) for span in spans]
    known += [sheet.bounds(cut.start, cut.end) for cut in cuts.cuts if cut.kind in {"access", "medium"}]
    known += [_announcement(sheet, cut.start, cut.end) for cut in cuts.cuts if cut.kind in {"link", "doi", "isbn"}]
    pieces, place = [], start
    for first, last in [*sorted(known), (end, end)]:
        if first > place:
            pieces.append(sheet.raw[place : min(first, end)])
        place = max(place, last)
    return " ".join(piece for raw in pieces if (piece := meaningful(raw)))


def _announcement(sheet: Sheet, start: int, end: int) -> Place:
    """Give the place in ``raw`` of a link with the words that announce it, but nothing of another link."""
    if end > start and sheet.text[end - 1] == LINK:
        return sheet.place(start), sheet.place(end - 1)
    return sheet.place(start), sheet.place(end - 1) + 1 if end > start else sheet.place(end)


def meaningful(words: str) -> str:
    """Give what of ``words`` says something, ``""`` for punctuation and connecting words alone."""
    if "<" in words or ">" in words:
        words = _TAG.sub(" ", words)
    trimmed = " ".join(words.split()).strip(" ,.;:()[]<>{}\"'“”‘’«»*_–—-\\/&")
    if not trimmed or all(word.lower() in _SMALL_WORDS for word in _WORD.findall(trimmed)):
        return ""
    return trimmed
