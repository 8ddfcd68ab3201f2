"""The source texts of a report are read again rather than all held at once."""

from reports.cli.source_texts import SourceTexts


class _Store:
    """Remembers what is read of it; every text has ten characters."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, key: str) -> str:
        self.asked.append(key)
        return key * 10


def _texts(keys: str, store: _Store, **limit: int) -> SourceTexts:
    texts = SourceTexts(store.read, **limit)
    texts.know(keys)
    return texts


def test_the_text_that_was_asked_for_longest_ago_goes_first() -> None:
    """An archive cites more pages than memory holds."""
    store = _Store()
    texts = _texts("abc", store, most_characters=20)

    given = [texts[key] for key in "abacab"]

    assert given == ["a" * 10, "b" * 10, "a" * 10, "c" * 10, "a" * 10, "b" * 10]
    assert store.asked == ["a", "b", "c", "b"]


def test_a_text_that_is_too_long_is_given_all_the_same() -> None:
    """It is held until the next one comes."""
    store = _Store()
    texts = _texts("ab", store, most_characters=5)

    assert [texts[key] for key in "aab"] == ["a" * 10, "a" * 10, "b" * 10]
    assert store.asked == ["a", "b"]


def test_only_what_it_was_made_for_has_a_text() -> None:
    """Of a page that could not be read the store may keep an older one, which this run does not look at."""
    texts = _texts("ab", _Store())

    assert (list(texts), len(texts), texts.get("c")) == (["a", "b"], 2, None)
