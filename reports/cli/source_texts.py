"""The source texts that a report is made with: read from the store when asked for, let go when they grow too many."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping

MOST_CHARACTERS = 50_000_000
"""Characters of source text held at a time: those of a thousand long pages. One more page is read in a millisecond."""


class SourceTexts(Mapping[str, str]):
    """The texts of sources by the keys that were made known, the least recently used going first."""

    def __init__(self, read: Callable[[str], str], *, most_characters: int = MOST_CHARACTERS) -> None:
        self._keys: dict[str, None] = {}
        self._read = read
        self._most = most_characters
        self._held: OrderedDict[str, str] = OrderedDict()
        self._characters = 0

    def know(self, keys: Iterable[str]) -> None:
        """Let the sources with these keys have a text."""
        self._keys.update(dict.fromkeys(keys))

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._held:
            self._hold(key, self._read(key))
        self._held.move_to_end(key)
        return self._held[key]

    def _hold(self, key: str, text: str) -> None:
        self._held[key] = text
        self._characters += len(text)
        while self._characters > self._most and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._characters -= len(gone)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
