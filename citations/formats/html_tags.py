"""Splits an HTML source into tags and texts, in one linear pass that accepts any markup."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG_NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9:-]{0,40}")
_ATTRIBUTE = re.compile(
    r"([A-Za-z:_-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))"
)
_TAG_SIGN = re.compile(r"[>\"'<]")
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag or a text: ``kind`` is "open", "close" or "text"; ``start`` and ``end`` are offsets of the source.

    ``name`` is a tag's, in lower case; ``attributes`` is what stands behind it, not yet read.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def attributes_of(text: str) -> dict[str, str]:
    """Give the attributes written in a tag, names in lower case, entities read."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(text)
    }


def pieces_of(source: str) -> Iterator[Piece]:
    """Yield the tags and texts of a source in order; comments, declarations and scripts are left out."""
    return _Reader(source).pieces()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._without: dict[str, int] = {}
        """Texts that do not occur from an offset on, so that they are not searched for again."""

    def pieces(self) -> Iterator[Piece]:
        source, at = self._source, 0
        while at < len(source):
            start = source.find("<", at)
            if start < 0:
                start = len(source)
            if start > at:
                yield Piece("text", at, start)
            if start == len(source):
                return
            piece, at = self._tag(start)
            if piece is None:
                continue
            yield piece
            if piece.kind == "open" and piece.name in _RAW_TEXT:
                end = self._raw_end(piece)
                if piece.name == "title":
                    yield Piece("text", at, end)
                at = end

    def _tag(self, start: int) -> tuple[Piece | None, int]:
        """Give the tag at ``start`` (``None`` for comments and declarations), and the offset after it."""
        source = self._source
        if source.startswith("<!--", start):
            end = self._find("-->", start + 4)
            return None, end + 3 if end >= 0 else len(source)
        if source[start + 1 : start + 2] in {"!", "?"}:
            end = self._find(">", start)
            return None, end + 1 if end >= 0 else len(source)
        name = _TAG_NAME.match(source, start + 1)
        if name is None:
            return Piece("text", start, start + 1), start + 1
        end = self._tag_end(name.end())
        closing = name[0].startswith("/")
        piece = Piece(
            "close" if closing else "open", start, end, name[0].lstrip("/").lower(), source[name.end() : end - 1]
        )
        return piece, end

    def _tag_end(self, at: int) -> int:
        """Give the offset after the ``>`` of a tag; one in a quoted attribute value does not count."""
        source = self._source
        while found := _TAG_SIGN.search(source, at):
            sign = found[0]
            if sign == ">":
                return found.end()
            if sign == "<":
                return found.start()
            at = found.end()
            if source[max(found.start() - 3, 0) : found.start()].rstrip().endswith("="):
                end = self._find(sign, at)
                at = end + 1 if end >= 0 else at
        return len(source)

    def _raw_end(self, piece: Piece) -> int:
        closing = f"</{piece.name}"
        for text in (closing, closing.upper()):
            end = self._find(text, piece.end)
            if end >= 0:
                return end
        return len(self._source) if piece.name in {"script", "style"} else piece.end

    def _find(self, text: str, start: int) -> int:
        if self._without.get(text, len(self._source) + 1) <= start:
            return -1
        found = self._source.find(text, start)
        if found < 0:
            self._without[text] = start
        return found
