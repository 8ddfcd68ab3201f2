"""A note as a reader sees it: markup gone, each link one character, every character tied to its place in the raw."""

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from citations.document import Span
from citations.emphasis import telling
from citations.links import Link, find_links
from citations.records.sheets.dividers import dividers
from citations.records.sheets.fullwidth import narrowed
from citations.records.sheets.mending import lead_links, mend_links

LINK = "\ue000"
"""Stands for a link in a sheet's text: a private-use character, so that no rule for words can match it."""

_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,600})(?<=\S)\1(?![\w*])"
    r"|(?<![\w_\\])(_{1,3})(?=[^\s_])([^\n]{1,600}?)(?<=[^\s_])\3(?![\w_])"
    r"|(?<![\w'])('{2,3})(?=[^\s'])([^'\n]{1,600})\5(?!')"
)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,400})?/?>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"<(i|em|cite|italic)(?:\s[^<>]{0,200})?>([^<>]{1,600})</\1>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[\[\]()*_&~#.'\"<>{}!$%-])")
_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]")
"""A letter and the accent after it as a character of its own, as text copied out of a PDF has them."""
_ADDRESS = re.compile(r"(?:[\w-]{1,60}\.){1,6}[a-z]{2,12}/\S{0,600}")
"""An address without its scheme, as the words of a link."""
_LOOSE = re.compile(r"(?<=[^\W\d_]|[\d)\]”\"]) (?=,|\.(?:\s|\Z))|(?<=(?<!\w)[A-Z]) (?=\.[^\W\d_])")
"""A blank before a comma or a full stop, as text taken out of a PDF has them: "A . Quill , B .Finch"."""
_LOST_BLANK = re.compile(r"(?<!\S)[^\W\d_]{4,40}\.(?=[A-ZÀ-Þ][a-zà-ÿ]{2,40}\s[^\W\d_])")
"""The word before a full stop whose blank a converter has lost: "Cold rivers.Journal of Ice"."""
_ARCHIVED_COPY = re.compile(
    r"\s\((?:Memento|[Vv]ersion)\s[^()]{0,60}?Internet Archive\)|\s\(Nicht mehr online verfügbar\.\)|"
    r"\s?\(Archive\.org\s•[^()]{2,80}\)|\s?\[archive\sdu\s[^\[\]]{6,24}\]"
)
"""The bracket in which Wikipedia links copies (de, fr): "(Memento vom 4. März 2016 im Internet Archive)"."""
_HINTED = re.compile(r"[*_<&\\\u0300-\u036f\u3000\uff02-\uff5e。、]")
"""A sign of markup, of a split accent or of wide print; one set of characters, since every note is searched for it."""


_PLAIN_SIGNS = ("''", " ,", " .", "Internet Archive)", "(Nicht mehr", "(Archive.org", "[archive du")
"""What shows markup that needs more than one character to tell."""
_OPENING_MARKS = ("“", '"', "«", "„", "‘", "'")


def _may_have_markup(text: str) -> bool:
    """Whether a text has a sign that the reading of a sheet takes out or changes."""
    return any(map(text.__contains__, _PLAIN_SIGNS)) or bool(_HINTED.search(text) or _LOST_BLANK.search(text))


_RUN_OF_BLANKS = re.compile(r"\s{2,}|[\n\t]")
"""Blanks and the end of a line within a note that is set over several lines: they are one blank."""


def _may_be_divided(text: str) -> bool:
    """Whether a text has signs between its parts that can stand for full stops."""
    return any(sign in text for sign in (" – ", " — ", " - ", " | ")) or text.count("; ") > 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A note without its markup. ``emphasis`` are the spans of ``text`` that stood in italics, bold or a link's words.

    ``places`` has for each character of ``text``, and for its end, the place in ``raw``; ``None``: they are the same.
    ``target`` is the only link of a note whose text shows no address.
    """

    raw: str
    text: str
    links: tuple[Link, ...]
    emphasis: tuple[Span, ...]
    places: tuple[int, ...] | None
    target: Link | None = None

    def place(self, offset: int) -> int:
        """Give the place in ``raw`` of the character of ``text`` at ``offset``."""
        return self.places[offset] if self.places is not None else offset

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and the last place in ``raw`` of a span of ``text``; a link in it is taken in whole."""
        first, last = self.place(start), self.place(end - 1) + 1 if end > start else self.place(end)
        for link in self.links:
            if link.start < last <= link.end:
                last = link.end
        return first, last

    def words(self, start: int, end: int) -> str:
        """Give the text of a span with white space folded and links written out again."""
        text = self.text[start:end]
        if LINK in text:
            first = self.text.count(LINK, 0, start)
            for number in range(text.count(LINK)):
                link = self.links[first + number]
                text = text.replace(LINK, self.raw[link.start : link.end], 1)
        return " ".join(text.split())

    def sets_off(self, start: int, end: int) -> bool:
        """Whether quotation marks or emphasis show the span of a title."""
        emphasised = any(span.start <= start + 1 and end - 1 <= span.end for span in self.emphasis)
        return emphasised or self.text[start - 1 : start] in _OPENING_MARKS

    def link_at(self, offset: int) -> Link:
        """Give the link whose character stands at ``offset`` of ``text``."""
        return self.links[self.text.count(LINK, 0, offset)]


def read_sheet(raw: str, emphasis: Sequence[Span] = (), targets: Sequence[str] = ()) -> Sheet:
    """Give ``raw`` as a sheet. Markup that is not closed is text; ``emphasis`` is what stood in italics without any.

    ``targets`` are addresses that links of the note lead to and ``raw`` does not show in full.
    """
    raw_links = lead_links(raw, mend_links(raw, find_links(raw)), targets)
    only = len(targets) == 1 and not raw_links
    target = Link(url=targets[0], start=len(raw), end=len(raw)) if only else None
    safe = raw.replace(LINK, " ")
    plain = not (_may_have_markup(safe) or _may_be_divided(safe) or _RUN_OF_BLANKS.search(safe))
    if plain and not raw_links and not emphasis:
        return Sheet(raw=raw, text=safe, links=(), emphasis=(), places=None, target=target)
    masked = _mask(safe, raw_links)
    drops, marked, letters = _markup(masked, raw_links)
    marked += telling(masked, emphasis)
    kept = _kept(len(raw), drops, {link.start for link in raw_links})
    if letters:
        signs = [letters.get(place) or masked[place] for place in kept]
        kept = [place for place, sign in zip(kept, signs, strict=True) for _ in sign]
        text = "".join(signs)
    else:
        text = "".join(map(masked.__getitem__, kept))
    places = ((bisect_left(kept, a), bisect_left(kept, b)) for a, b in sorted(marked))
    words = dict.fromkeys((start, end - (text[end - 1 : end] == LINK)) for start, end in places)
    spans = tuple(
        Span(start=start, end=end)
        for start, end in words
        if start < end and not _names_nothing(text, start, end, several=len(words) > 1)
    )
    if len(spans) > 1 and _is_all(text, spans[0]) and spans[1].end < spans[0].end:
        spans = spans[1:]
    return Sheet(raw=raw, text=text, links=raw_links, emphasis=spans, places=(*kept, len(raw)), target=target)


def _is_all(text: str, words: Span) -> bool:
    """Whether all words stand in the words of a link: if some of them are emphasised, they are a whole source."""
    return not any(map(str.isalpha, text[: words.start] + text[words.end :]))


def _names_nothing(text: str, start: int, end: int, *, several: bool) -> bool:
    """Whether emphasised words are "et al.", a host, or authors: with initials before the title, or between strokes."""
    if _OTHERS.fullmatch(text, start, end) or (text[end : end + 1] == LINK and _HOST.fullmatch(text, start, end)):
        return True
    if "/" in (text[start - 1 : start], text[end : end + 1]) or (not start and _HELD_BY.match(text, end)):
        return True
    if not text[:start].strip() and _SIGNED.fullmatch(text, start, end):
        return True
    if " " not in text[start:end] and text[:start].endswith((". ", ") ")) and _RUNS_ON.match(text, end):
        return True
    titled = several or _YEAR_NEXT.match(text, end) or text[end : end + 4].lstrip(" .,:").startswith(_OPENING_MARKS)
    return bool(titled) and not text[:start].strip() and _AUTHORS.fullmatch(text, start, end) is not None


_RUNS_ON = re.compile(
    r"\s(?!(?:eds?|edn|edited|trans|transl|translated|hrsg|red|magazine|online|website|journal|newspaper|vol)\b)"
    r"[^\W\d_A-ZÀ-Þ]{3,}(?:\s[^\W\d_A-ZÀ-Þ]+){0,6}\.(?=\s|\Z)"
)
"""Small words up to a full stop after a word in italics: it is a foreign word that a title begins with."""
_YEAR_NEXT = re.compile(r"\.?\s\((?:1[5-9]|20)\d\d[a-z]?\)[.:,]?\s")
"""The year of authors who are emphasised without it: "*Quill A. B.* (2018). Cold rivers"."""
_SIGNED = re.compile(r"[A-ZÀ-Þ][^()]{1,200}?\.?\s\((?:(?:1[5-9]|20)\d\d[a-z]?(?:,\s[^()]{3,20})?|n\.d\.)\)[.:,]?")
"""Authors and a year in brackets, emphasised together before the title: "**Quill, A. (2018).** Cold rivers"."""
_HOST = re.compile(r"(?:[\w-]{1,60}\.){1,5}[a-z]{2,12}")
"""A host as the words of a link: it says whose page it is, and is not a title."""
_HELD_BY = re.compile(r",\sin:\s|,\s[^;*\ue000]{8,250},\s[A-Z]{2}[\w-]{0,10}\s(?:19|20)\d\d,\s(?:S\.\s)?\d")
"""What stands after authors in italics, as German lawyers write: ", in: *Finch*/*Wren*, Eisrecht"."""
_OTHERS = re.compile(r"\s?et\.?\sal(?:ii)?[.,]{0,2}\s?")
_INITIALS = r"(?:[A-ZÀ-Þ]\.[\s-]?){1,4}"
_FAMILY = r"(?:(?:van|von|de|der|den|da|di)\s){0,2}[A-ZÀ-Þ][\w’'-]+"
_AUTHOR = rf"(?:{_INITIALS}+\s?{_FAMILY}|{_FAMILY},?\s{_INITIALS})"
_AUTHORS = re.compile(
    rf"{_AUTHOR}(?:(?:[,;]?\s(?:&|and|und|et)\s|,\s?|;\s){_AUTHOR}){{0,30}}(?:,?\s(?:et\sal\.?))?[.:,]?"
)
"""Authors with initials, whom some lists set in bold or italics."""


def _mask(raw: str, links: tuple[Link, ...]) -> str:
    """Give ``raw`` with every link as as many link characters, so that its own signs are not taken for markup."""
    pieces, end = [], 0
    for link in links:
        pieces += [raw[end : link.start], LINK * (link.end - link.start)]
        end = link.end
    return "".join([*pieces, raw[end:]])


def _markup(
    masked: str, links: tuple[Link, ...]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], dict[int, str]]:
    """Give the spans to leave out, the emphasised spans, and what replaces other signs, by its place."""
    drops, marked = _linked(masked, links)
    stops = dividers(masked) if _may_be_divided(masked) else ()
    drops += [(place - 1, place) for place in stops if masked[place - 1].isspace()]
    runs = [match.span() for match in _RUN_OF_BLANKS.finditer(masked)]
    drops += [(start + 1, end) for start, end in runs]
    letters = {**dict.fromkeys((start for start, _ in runs), " "), **dict.fromkeys(stops, ".")}
    if not _may_have_markup(masked):
        return drops, marked, letters
    for match in _EMPHASIS.finditer(masked):
        sign, inside = (1, 2) if match[1] else (3, 4) if match[3] else (5, 6)
        drops += [match.span(sign), (match.end(inside), match.end())]
        marked.append(match.span(inside))
    marked.extend(match.span(2) for match in _ITALIC_TAG.finditer(masked))
    drops += [match.span() for match in _TAG.finditer(masked)]
    drops += [match.span() for match in _ESCAPE.finditer(masked)]
    drops += [match.span() for match in _LOOSE.finditer(masked)]
    drops += [match.span() for match in _ARCHIVED_COPY.finditer(masked)]
    entities = [(match.span(), html.unescape(match[0])) for match in _ENTITY.finditer(masked)]
    accented = [(match.span(), unicodedata.normalize("NFC", match[0])) for match in _ACCENTED.finditer(masked)]
    letters |= dict(narrowed(masked)) | {match.end() - 1: ". " for match in _LOST_BLANK.finditer(masked)}
    for (start, end), letter in (*entities, *accented):
        if len(letter) == 1:
            letters[start] = letter
            drops.append((start + 1, end))
    return drops, marked, letters


def _linked(masked: str, links: tuple[Link, ...]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give what to leave out of links and the brackets around their words, and the spans of these words."""
    drops = [(link.start + 1, link.end) for link in links]
    words: list[tuple[int, int]] = []
    for link in links:
        opening = _opening(masked, link.start - 1) if masked[: link.start].endswith("]") else -1
        if opening >= 0 and _ADDRESS.fullmatch(masked, opening + 1, link.start - 1):
            drops.append((opening, link.start))  # the address once more, without its scheme
        elif opening >= 0:
            drops += [(opening, opening + 1), (link.start - 1, link.start)]
            words.append((opening + 1, link.start - 1))
    return drops, words


def _opening(masked: str, closing: int) -> int:
    """Give where the square bracket that closes at ``closing`` opens, -1 for nowhere; it can contain brackets."""
    opening = masked.rfind("[", 0, closing)
    if masked.find("]", opening + 1, closing) < 0:
        return opening
    depth = 0
    for place in range(closing, max(-1, closing - _LONGEST_LABEL), -1):
        depth += (masked[place] == "]") - (masked[place] == "[")
        if depth == 0:
            return place
    return opening


_LONGEST_LABEL = 1_000
"""Characters of the longest words of a link in which brackets are paired."""


def _kept(length: int, drops: list[tuple[int, int]], always: set[int]) -> list[int]:
    """Give the places that stay: those no drop takes, and those of ``always``."""
    kept: list[int] = []
    fixed = sorted(always)
    end = 0
    for start, stop in sorted(drops):
        kept.extend(range(end, start))
        kept.extend(fixed[bisect_left(fixed, max(start, end)) : bisect_left(fixed, stop)])
        end = max(end, stop)
    kept.extend(range(end, length))
    return kept
