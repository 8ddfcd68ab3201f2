"""What a file format is: bytes in, a document out."""

from typing import Protocol

from citations.document import Document


class Format(Protocol):
    """One file format. A format only reads; it never decides which note is right, and never renumbers."""

    @property
    def name(self) -> str:
        """The name shown to people and accepted by ``--input-format``."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings, in lower case with the dot."""
        ...

    def read(self, data: bytes, *, name: str) -> Document:
        """Give the document in these bytes; ``name`` is the file as the user wrote it, for errors.

        Raises:
            UnreadableArticleError: the bytes are not of this format, are broken, or pass a bound.
        """
        ...
