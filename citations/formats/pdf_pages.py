"""The lines of a PDF's pages: characters with their sizes and places, superscripts marked, running heads left out."""

import ctypes
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from citations.apart import ReaderApart
from citations.errors import UnreadableArticleError
from citations.formats.pdf_links import PageLinks, links_of
from citations.formats.running_heads import EDGE_LINES, head_key, is_page_number, is_running_head

MAX_PAGES = 1500
"""Pages that are read; a long thesis has five hundred."""
MAX_CHARACTERS = 2_000_000
"""Characters of all pages together: a book of 700 pages. Each takes some 150 bytes while its page is read."""
_RAISED_SIZE = 0.85
"""A raised label is at most this much of its line's size; word processors print them at .58 to .7."""
_RAISED_SHIFT = 0.12
"""A raised label stands at least this share of the line's size above its base line."""
_SAME_LINE = 0.85
"""Letter heights above or below the base line within which a character continues the line."""
_WIDEST_STEP = 2.0
"""Letter heights from the origin of a character to that of the next one in a line, with a blank between them."""
_WIDTHS = dict.fromkeys("0123456789*", 0.56) | dict.fromkeys("])", 0.36)
"""Widths, in letter heights, of characters that end labels, in common typefaces."""
_LEAST_BLANK = 0.12
"""Letter heights of the narrowest gap that is a blank; blanks measure a quarter."""
_UNPRINTED = frozenset({0, ord("\r"), 0xFFFE, 0xFFFF, 0xFEFF})
LINE_END_HYPHEN = "\x02"
"""The character that pdfium gives for a hyphen which divides a word at the end of a line."""
_TRIAL = ReaderApart("citations.formats.pdf_pages:load_pages")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One character. ``x`` and ``y`` are its origin in points, from the left and the foot of the page."""

    char: str
    size: float
    x: float
    y: float
    raised: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page, at the base line ``y``. ``page`` and ``number`` count from 1, in the order of the file."""

    page: int
    number: int
    glyphs: tuple[Glyph, ...]
    size: float
    y: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def raised_start(self) -> tuple[Glyph, ...]:
        """The raised characters that the line begins with."""
        return tuple(takewhile(attrgetter("raised"), self.glyphs))

    @property
    def left(self) -> float:
        """The origin of the leftmost character, which is read last in Arabic and Hebrew."""
        return min(self.glyphs[0].x, self.glyphs[-1].x)

    @property
    def right(self) -> float:
        """The origin of the rightmost character."""
        return max(self.glyphs[0].x, self.glyphs[-1].x)


def read_pages(data: bytes, *, name: str) -> list[list[Line]]:
    """Give the lines of each page, without running heads and page numbers.

    Raises:
        UnreadableArticleError: the file is broken, encrypted or too large, takes too much memory or time, or has no
            text.
    """
    _try(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, str(error)) from error
    try:
        pages = list(_pages(document, name))
    except pypdfium2.PdfiumError as error:
        raise _refused(name, str(error)) from error
    finally:
        document.close()
    if not any(pages):
        raise UnreadableArticleError(
            name, "the PDF has no text in it, only pictures of its pages", "make its text readable with OCR first"
        )
    return _without_running_heads(pages)


def _try(data: bytes, name: str) -> None:
    """Refuse a file whose pages take too much memory or time: they are loaded in another process first.

    What that process reads is thrown away. Places and sizes of all characters would have to be sent, which takes
    longer than loading the pages once more.
    """
    try:
        ended = _TRIAL.read(data).ended
    except OSError as error:
        ended = f"no process can be started ({error})"
    if ended:
        raise UnreadableArticleError(
            name, f"the PDF cannot be read: {ended}", "print it to a new PDF, or save its text in another format"
        )


def load_pages(data: bytes) -> Iterator[int]:
    """Load each page with its links, as ``read_pages`` does, and yield its number of characters.

    What is wrong with the file is not told here: ``read_pages`` finds it too, and says so.
    """
    with suppress(pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(data)
        spent = 0
        for number in range(min(len(document), MAX_PAGES)):
            page = document[number]
            text_page = page.get_textpage()
            count = text_page.count_chars()
            for _ in links_of(page, document):
                pass
            text_page.close()
            page.close()
            yield count
            spent += count
            if spent > MAX_CHARACTERS:
                return


def _refused(name: str, why: str) -> UnreadableArticleError:
    if "password" in why.lower() or "security" in why.lower():
        return UnreadableArticleError(name, "the PDF is encrypted with a password", "save a copy without a password")
    return UnreadableArticleError(
        name, f"this is not a whole PDF file ({why})", "open it in a viewer and save it again"
    )


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[list[Line]]:
    if len(document) > MAX_PAGES:
        raise UnreadableArticleError(name, f"the PDF has {len(document)} pages, more than {MAX_PAGES}")
    spent = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        try:
            spent += text_page.count_chars()
            if spent > MAX_CHARACTERS:
                raise UnreadableArticleError(name, f"the PDF has more than {MAX_CHARACTERS:,} characters")
            yield list(_lines(text_page, PageLinks(links_of(page, document)), number + 1))
        finally:
            text_page.close()
            page.close()


def _lines(text_page: pypdfium2.PdfTextPage, links: PageLinks, page: int) -> Iterator[Line]:
    for number, glyphs in enumerate(_mended(_split(_glyphs(text_page, links))), 1):
        while glyphs and glyphs[-1].char.isspace():
            glyphs.pop()
        printed = [one for one in glyphs if not one.char.isspace()]
        if printed:
            yield _line(glyphs, printed, page, number)


def _split(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters line by line. Behind a word that is divided at the line's end, pdfium gives no line end."""
    line: list[Glyph] = []
    for glyph in glyphs:
        falls = line and line[-1].char == LINE_END_HYPHEN and glyph.char != "\n"
        if falls or glyph.char == "\n":
            yield line
            line = []
        if glyph.char != "\n":
            line.append(glyph)
    yield line


def _mended(pieces: Iterable[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Yield whole lines: pdfium splits a line before and behind a superscript."""
    line: list[Glyph] = []
    for piece in pieces:
        last = next((one for one in reversed(line) if not one.char.isspace()), None)
        first = next((one for one in piece if not one.char.isspace()), None)
        if line and not (last and first and _goes_on(last, first)):
            yield line
            line = []
        elif last and first and last is line[-1] and first is piece[0] and _are_apart(last, first):
            line.append(replace(last, char=" "))
        line += piece
    yield line


def _goes_on(last: Glyph, first: Glyph) -> bool:
    size = max(last.size, first.size)
    return 0 < first.x - last.x <= size * _WIDEST_STEP and abs(first.y - last.y) <= size * _SAME_LINE


def _are_apart(last: Glyph, first: Glyph) -> bool:
    """Whether the gap between two characters is a blank that pdfium left out."""
    width = _WIDTHS.get(last.char)
    return width is not None and first.x - last.x > width * last.size + _LEAST_BLANK * first.size


def _line(glyphs: list[Glyph], printed: list[Glyph], page: int, number: int) -> Line:
    size = _main_size(printed)
    base = median([one.y for one in printed if one.size >= size * _RAISED_SIZE] or [one.y for one in printed])
    first = next(index for index, one in enumerate(glyphs) if not one.char.isspace())
    small, high = size * _RAISED_SIZE, base + size * _RAISED_SHIFT
    marked = tuple(replace(one, raised=True) if one.size < small and one.y > high else one for one in glyphs[first:])
    return Line(page=page, number=number, glyphs=marked, size=size, y=base)


def _main_size(glyphs: Iterable[Glyph]) -> float:
    """Give the size that most characters have, the larger of two that are equally common."""
    counts = Counter(round(one.size * 2) / 2 for one in glyphs)
    return max(counts, key=lambda size: (counts[size], size))


def _glyphs(text_page: pypdfium2.PdfTextPage, links: PageLinks) -> Iterator[Glyph]:
    handle = text_page.raw
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    at_x, at_y, at_matrix = ctypes.byref(x), ctypes.byref(y), ctypes.byref(matrix)
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code in _UNPRINTED:
            continue
        pdfium.FPDFText_GetCharOrigin(handle, index, at_x, at_y)
        size = pdfium.FPDFText_GetFontSize(handle, index)
        if pdfium.FPDFText_GetMatrix(handle, index, at_matrix) and matrix.d:
            # A font of size 1 may be enlarged by the scale of its text.
            size *= abs(matrix.d)
        yield Glyph(char=_character(code), size=size, x=x.value, y=y.value, link=links.at(x.value, y.value, size))


def _character(code: int) -> str:
    char = chr(code) if code <= sys.maxunicode else ""
    return char if char.isprintable() or char in "\n" + LINE_END_HYPHEN else " "


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    counts = Counter(key for lines in pages for key in {head_key(line.text) for line in _edges(lines, EDGE_LINES)})
    numbers = _page_numbers(pages)
    out = []
    for lines in pages:
        edges = (line for line in _edges(lines, EDGE_LINES) if not line.raised_start)
        heads = {line.number for line in edges if is_running_head(line.text, counts)}
        out.append([line for line in lines if line.number not in heads and (line.page, line.number) not in numbers])
    return out if any(out) else pages


def _page_numbers(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Give page and line number of the lines at the edges of pages that hold the number of the page.

    Bare figures count only if they go up with the pages at one height, since the label of a note may stand alone in
    the first or last line. In a file of a single page, or with a single such figure, they count all the same.
    """
    depth = EDGE_LINES if len(pages) > 1 else 1
    found = [line for lines in pages for line in _edges(lines, depth) if is_page_number(line.text)]
    rows = {id(line): (int(line.text) - line.page, round(line.y)) for line in found if line.text.strip().isdecimal()}
    counts = Counter(rows.values())
    alone = len(rows) == 1 or len(pages) == 1
    numbers = (line for line in found if id(line) not in rows or alone or counts[rows[id(line)]] > 1)
    return {(line.page, line.number) for line in numbers}


def _edges(lines: list[Line], depth: int) -> list[Line]:
    """Give the lines at the ``depth`` highest and ``depth`` lowest base lines of a page, in the order of the file."""
    heights = sorted({line.y for line in lines})
    edges = {*heights[:depth], *heights[-depth:]}
    return [line for line in lines if line.y in edges]
