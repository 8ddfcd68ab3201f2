"""The source texts of a report: read from the store on demand, and dropped when they take too much memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from verifier.shelf import Held

MOST_CHARACTERS = 50_000_000
"""Characters of source text held at a time: those of a thousand long pages. One more page is read in a millisecond."""


class SourceTexts(Mapping[str, str]):
    """The texts of the registered sources, by key."""

    def __init__(self, read: Callable[[str], str], *, most_characters: int = MOST_CHARACTERS) -> None:
        self._keys: dict[str, None] = {}
        self._held = Held(read, len, most_characters)

    def know(self, keys: Iterable[str]) -> None:
        """Register sources, so that their texts can be looked up."""
        self._keys.update(dict.fromkeys(keys))

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        return self._held.of(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
