"""The source texts that a report is made with: read from the store when asked for, let go when they grow too many."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from verifier.shelf import Held

MOST_CHARACTERS = 50_000_000
"""Characters of source text held at a time: those of a thousand long pages. One more page is read in a millisecond."""


class SourceTexts(Mapping[str, str]):
    """The texts of sources by the keys that were made known."""

    def __init__(self, read: Callable[[str], str], *, most_characters: int = MOST_CHARACTERS) -> None:
        self._keys: dict[str, None] = {}
        self._held = Held(read, len, most_characters)

    def know(self, keys: Iterable[str]) -> None:
        """Let the sources with these keys have a text."""
        self._keys.update(dict.fromkeys(keys))

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        return self._held.of(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
