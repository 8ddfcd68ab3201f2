"""The source texts of one article: read when first asked for, indexed once, let go when they grow too many."""

from collections import OrderedDict
from collections.abc import Callable

from verifier.extraction.base import SourceText
from verifier.matching import SourceIndex, index_source

MOST_CHARACTERS = 20_000_000
"""Characters of source text indexed at a time: an index takes up to 40 times that, and few articles cite as much."""


class Shelf:
    """Source texts by key, and their indexes, the least recently used going first."""

    def __init__(self, read: Callable[[str], SourceText], most_characters: int = MOST_CHARACTERS) -> None:
        self._read = read
        self._most = most_characters
        self._held: OrderedDict[str, tuple[SourceText, SourceIndex]] = OrderedDict()
        self._characters = 0

    def text(self, key: str) -> SourceText:
        """Give the source text of ``key``."""
        return self._of(key)[0]

    def index(self, key: str) -> SourceIndex:
        """Give the index over the source text of ``key``."""
        return self._of(key)[1]

    def _of(self, key: str) -> tuple[SourceText, SourceIndex]:
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        source = self._read(key)
        self._characters += len(source.text)
        while self._held and self._characters > self._most:
            _, (gone, _) = self._held.popitem(last=False)
            self._characters -= len(gone.text)
        self._held[key] = (source, index_source(source.text, source.parts))
        return self._held[key]
