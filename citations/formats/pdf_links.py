"""The links of a PDF's page: which one, if any, lies over a character."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from citations.links import unwrapped

MAX_LINKS = 2000
"""Links of one page that are read."""
_BAND = 16.0
"""Height in points of the bands into which a page is cut, so that a character is held against few links."""
_MOST_IN_BAND = 100
"""Links of one band that are kept; a line of text has a dozen."""
_FARTHEST = 14_400.0
"""Points from the origin of the page; no page is larger, and what lies farther off counts as lying there."""


class LinkBox(NamedTuple):
    """A link to another site and the rectangle that it covers, in points from the left and the foot of the page."""

    url: str
    left: float
    bottom: float
    right: float
    top: float

    def covers(self, x: float, y: float, size: float) -> bool:
        """Whether the link lies over a character of this size with its origin at ``x`` and ``y``."""
        return self.left - 1 <= x < self.right and self.bottom - size / 2 <= y <= self.top


class PageLinks:
    """The links of one page; of several over one character, the first counts."""

    def __init__(self, boxes: Iterable[LinkBox]) -> None:
        self._bands: dict[int, list[tuple[int, LinkBox]]] = {}
        for number, box in enumerate(boxes):
            for band in _bands(box.bottom, box.top):
                kept = self._bands.setdefault(band, [])
                if len(kept) < _MOST_IN_BAND:
                    kept.append((number, box))

    def at(self, x: float, y: float, size: float) -> str:
        """Give the address of the link over a character with its origin at ``x`` and ``y``, ``""`` without one."""
        if not self._bands:
            return ""
        found = [
            numbered
            for band in _bands(y, y + size / 2)
            for numbered in self._bands.get(band, ())
            if numbered[1].covers(x, y, size)
        ]
        return min(found)[1].url if found else ""


def _bands(low: float, high: float) -> range:
    """Give the numbers of the bands that a stretch of the page reaches into."""
    first, last = (max(-_FARTHEST, min(_FARTHEST, edge)) for edge in (low, high))
    return range(int(first // _BAND), int(last // _BAND) + 1)


def links_of(page: pypdfium2.PdfPage, document: pypdfium2.PdfDocument) -> Iterator[LinkBox]:
    """Yield the links of a page that lead to other sites."""
    position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    count = 0
    while count < MAX_LINKS and pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        url = buffer.value.decode("utf-8", "replace")
        if url.startswith(("http://", "https://")):
            count += 1
            yield LinkBox(url=unwrapped(url), left=box.left, bottom=box.bottom, right=box.right, top=box.top)
