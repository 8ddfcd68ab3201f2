"""Reading ZIP packages (DOCX, ODT, EPUB) that may be broken, encrypted or built to exhaust memory."""

import io
import lzma
import zipfile
import zlib
from posixpath import normpath
from typing import NoReturn

from citations.errors import UnreadableArticleError

MAX_MEMBERS = 20_000
"""Members of a package. Picture books as EPUB reach some thousands; a central directory can claim millions."""
MAX_PART_BYTES = 16 * 1024 * 1024
"""Decoded size of one member. A 1,500-page book is about 10 MiB of XML; a tree takes up to 40 times it."""
MAX_TOTAL_BYTES = 32 * 1024 * 1024
"""Decoded size of all members that are read (pictures are never read)."""
MAX_RATIO = 300
"""Unpacked over packed size, checked above ``RATIO_FLOOR_BYTES``: office XML reaches 5 to 60, a bomb 1,000."""
RATIO_FLOOR_BYTES = 1024 * 1024
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


class Archive:
    """An opened package. Its members are read one by one; the size of each and of all together is bounded."""

    def __init__(self, data: bytes, *, name: str, kind: str) -> None:
        """Open the package; ``kind`` is what people call it ("a Word file").

        Raises:
            UnreadableArticleError: the bytes are no package, are cut off, or claim too many members.
        """
        self._name = name
        self._kind = kind
        self._spent = 0
        self._refuse_other_containers(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            message = f"this is not a whole {kind}: its ZIP package is damaged or cut off ({_words(error)})"
            raise self._error(message, "open it in its own program and save it again") from error
        if len(members) > MAX_MEMBERS:
            self.fail(f"its package has {len(members):,} members, more than {MAX_MEMBERS:,}")
        self._members = {normpath(member.filename.lstrip("/")): member for member in members}

    def read(self, path: str) -> bytes | None:
        """Give the bytes of a member, or ``None`` where the package has no such member.

        Raises:
            UnreadableArticleError: the member is encrypted or damaged, or passes a bound.
        """
        member = self._members.get(normpath(path.lstrip("/")) if path else "")
        if member is None:
            return None
        if member.flag_bits & _ENCRYPTED_FLAG:
            self.fail(f"{path} in it is encrypted", "save a copy without a password")
        try:
            with self._zip.open(member) as stream:
                content = stream.read(MAX_PART_BYTES + 1)
        except _BROKEN as error:
            message = f"{path} in it is damaged ({_words(error)})"
            raise self._error(message) from error
        self._check_bounds(path, len(content), member.compress_size)
        return content

    def require(self, path: str) -> bytes:
        """Give the bytes of a member that this kind of file cannot do without.

        Raises:
            UnreadableArticleError: there is no such member, or it cannot be read.
        """
        content = self.read(path)
        if content is None:
            self.fail(f"this is not a {self._kind}: the package has no {path}")
        return content

    def fail(self, problem: str, help_text: str = "") -> NoReturn:
        """Raise the error that names this file.

        Raises:
            UnreadableArticleError: always.
        """
        raise self._error(problem, help_text)

    def _error(self, problem: str, help_text: str = "") -> UnreadableArticleError:
        return UnreadableArticleError(self._name, problem, help_text)

    def _check_bounds(self, path: str, size: int, packed: int) -> None:
        self._spent += size
        if size > MAX_PART_BYTES:
            self.fail(f"{path} in it is larger than {MAX_PART_BYTES // 1024**2} MiB when unpacked")
        if size > RATIO_FLOOR_BYTES and size > MAX_RATIO * max(packed, 1):
            self.fail(f"{path} in it unpacks to more than {MAX_RATIO} times its size, like a ZIP bomb")
        if self._spent > MAX_TOTAL_BYTES:
            self.fail(f"its parts are larger than {MAX_TOTAL_BYTES // 1024**2} MiB when unpacked")

    def _refuse_other_containers(self, data: bytes) -> None:
        if not data.startswith(_COMPOUND_FILE):
            return
        if _ENCRYPTED_PACKAGE in data:
            self.fail("the file is encrypted with a password", "save a copy without a password")
        help_text = "save it in the newer format, such as .docx"
        self.fail(f"this is an old binary office file, not a {self._kind}", help_text)


def _words(error: BaseException) -> str:
    return str(error) or type(error).__name__
