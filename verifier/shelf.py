"""The source texts of one article: read when first asked for, indexed once, let go when they grow too many."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from verifier.extraction.base import SourceText
from verifier.matching import SourceIndex, index_source

MOST_CHARACTERS = 20_000_000
"""Characters of source text indexed at a time: an index takes up to 40 times that, and few articles cite as much."""

Value = TypeVar("Value")


class Held(Generic[Value]):
    """Values by key, read when asked for. Of those that are too much together, the least recently used goes first."""

    def __init__(self, read: Callable[[str], Value], size: Callable[[Value], int], most: int) -> None:
        self._read, self._size, self._most = read, size, most
        self._held: OrderedDict[str, Value] = OrderedDict()
        self._together = 0

    def of(self, key: str) -> Value:
        """Give the value of a key, however large it is."""
        if key not in self._held:
            self._held[key] = value = self._read(key)
            self._together += self._size(value)
            while self._together > self._most and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._together -= self._size(gone)
        self._held.move_to_end(key)
        return self._held[key]


class Shelf:
    """Source texts by key, and their indexes."""

    def __init__(self, read: Callable[[str], SourceText]) -> None:
        self._texts = Held(read, lambda source: len(source.text), MOST_CHARACTERS)
        self._indexes = Held(self._indexed, lambda index: len(index.text), MOST_CHARACTERS)

    def text(self, key: str) -> SourceText:
        """Give the source text of ``key``."""
        return self._texts.of(key)

    def index(self, key: str) -> SourceIndex:
        """Give the index over the source text of ``key``."""
        return self._indexes.of(key)

    def _indexed(self, key: str) -> SourceIndex:
        source = self.text(key)
        return index_source(source.text, source.parts)
