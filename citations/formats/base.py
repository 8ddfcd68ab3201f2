"""What a file format is: bytes in, a document out."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from citations.document import Document, Oddity
from citations.errors import UnreadableArticleError
from citations.formats.older_encodings import declared_encoding, guessed_encoding


class Format(Protocol):
    """One file format. A format only reads; it never decides which note is right, and never renumbers."""

    @property
    def name(self) -> str:
        """The name shown to people and accepted by ``--input-format``."""
        ...

    def read(self, data: bytes, *, name: str) -> Document:
        """Give the document in these bytes; ``name`` is the file as the user wrote it, for errors.

        Raises:
            UnreadableArticleError: the bytes are not of this format, are broken, or pass a bound.
        """
        ...


@runtime_checkable
class NotesFormat(Format, Protocol):
    """A format whose notes may stand in another file than the article (``--notes FILE``)."""

    def read_body(self, data: bytes, *, name: str, labels: Sequence[str]) -> Document:
        """Give the document of a file whose notes, with these ``labels``, stand in another file."""
        ...

    def read_notes(self, data: bytes, *, name: str) -> Document:
        """Give the document of a file of notes: every labelled block is a note, under a heading or not."""
        ...


class NotesReader(ABC):
    """The three ways to read a format whose notes may stand in another file, in terms of one method ``_read``."""

    def read(self, data: bytes, *, name: str) -> Document:
        """Give the document in these bytes, its notes in the same file."""
        return self._read(data, name=name)

    def read_body(self, data: bytes, *, name: str, labels: Sequence[str]) -> Document:
        """Give the document of a file whose notes, with these labels, stand in another one."""
        return self._read(data, name=name, labels=labels)

    def read_notes(self, data: bytes, *, name: str) -> Document:
        """Give the document of a file that holds nothing but notes."""
        return self._read(data, name=name, whole_is_notes=True)

    @abstractmethod
    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        """Give the document; ``whole_is_notes`` and ``labels`` are those of ``citations.scanning.scan``."""


LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of the largest article that is read, ten times the longest book; it takes half a minute."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""
_CONTROLS = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))
_LONE_RETURN = re.compile(r"\r(?!\n)")
"""The line end of old Macintosh files. Replacing it by a line feed keeps every offset."""
_SAMPLE = 4096
_BINARY_SHARE = 0.02
"""Share of control characters in the first 4 KiB above which a file is no text; texts have none, or a stray one."""


def decode(data: bytes, *, name: str) -> tuple[str, tuple[Oddity, ...]]:
    """Give the text of a text file without its byte order mark, and what was odd about its encoding.

    Lines end in a line feed, or in a carriage return and a line feed as written. The encoding is UTF-8, or UTF-16 or
    UTF-32 with a byte order mark, or an older one; if it had to be guessed, there is an oddity "encoding".

    Raises:
        UnreadableArticleError: the file is empty, binary or larger than 20 MB.
    """
    if len(data) > LARGEST_FILE:
        raise UnreadableArticleError(
            name, f"it is larger than {LARGEST_FILE // 2**20} MB", "split it, or give the article without its data"
        )
    if not data.strip():
        raise UnreadableArticleError(name, "the file is empty", "give a file that holds an article")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _LONE_RETURN.sub("\n", data[len(mark) :].decode(encoding, "replace")), ()
    sample = data[:_SAMPLE]
    if sum(byte in _CONTROLS for byte in sample) > _BINARY_SHARE * len(sample):
        raise UnreadableArticleError(
            name, "it is a binary file of a kind that is not read", "save the article as Markdown, HTML, DOCX or text"
        )
    try:
        return _LONE_RETURN.sub("\n", data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        declared = declared_encoding(data)
        encoding = declared or guessed_encoding(data)
        odd = Oddity(kind="encoding", text=f"the file is not UTF-8; read as {encoding}", line=line, column=column)
        return _LONE_RETURN.sub("\n", data.decode(encoding, "replace")), () if declared else (odd,)
