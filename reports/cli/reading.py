"""Reads the files of articles, one plain error for each that cannot be read."""

from collections.abc import Sequence
from pathlib import Path

from citations.article import Article, read_article
from citations.errors import UnreadableArticleError

LARGEST = 20_000_000
"""Bytes of an article that are read; a long book has two million."""


def read_file(path: Path, *, notes: Sequence[Path] = (), input_format: str | None, inline_links: bool) -> Article:
    """Give the article in ``path``.

    Raises:
        UnreadableArticleError: it is missing, a directory, too large, or no article.
    """
    data = _bytes(path)
    beside = [(str(note), _bytes(note)) for note in notes]
    return read_article(data, name=str(path), notes_files=beside, input_format=input_format, inline_links=inline_links)


def _bytes(path: Path) -> bytes:
    name = str(path)
    if path.is_dir():
        raise UnreadableArticleError(name, "it is a directory", f"name the articles in it: provenote check {name}/*.md")
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableArticleError(name, "it is larger than 20 MB", "split it, or check its chapters one by one")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableArticleError(name, "there is no such file", "check the path and its spelling") from None
    except OSError as error:
        raise UnreadableArticleError(name, error.strerror or "it cannot be opened", "check its permissions") from None
