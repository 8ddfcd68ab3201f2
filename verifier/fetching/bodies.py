"""A body read from the wire: decoded here, piece by piece, because only then is a limit a limit.

A client that decodes by itself hands over a whole bomb at once, however small the pieces it reads.
"""

import zlib
from collections.abc import Mapping

from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import Limits

GZIP, ZLIB, RAW = 31, 15, -15
"""``wbits`` of zlib for a gzip wrapping, a zlib wrapping, and none."""

ZLIB_METHOD = 8

MAX_DIGITS = 18
"""A length with more digits is nonsense, and still too large when cut here."""


class Body:
    """Takes the pieces of one response and gives the decoded whole."""

    def __init__(self, headers: Mapping[str, str], limits: Limits) -> None:
        self._limits = limits
        self._coding = _coding(headers.get("content-encoding", ""))
        self._decoder: "zlib._Decompress | None" = None
        self._out = bytearray()
        self._wire = 0
        announced = headers.get("content-length", "")[:MAX_DIGITS]
        if announced.isdecimal() and int(announced) > limits.wire_bytes:
            raise _too_large(f"it announces {int(announced):,} bytes")

    @property
    def size(self) -> int:
        """Bytes decoded so far."""
        return len(self._out)

    def feed(self, piece: bytes) -> None:
        """Take the next piece off the wire.

        Raises:
            Refusal: too-large or protocol-error.
        """
        self._wire += len(piece)
        if self._wire > self._limits.wire_bytes:
            raise _too_large(f"more than {self._limits.wire_bytes:,} bytes came")
        if not self._coding:
            self._out += piece
        elif piece:
            self._decode(piece)
        if len(self._out) > self._limits.decoded_bytes:
            raise _too_large(f"it unpacks to more than {self._limits.decoded_bytes:,} bytes")

    def _decode(self, piece: bytes) -> None:
        if self._decoder is None:
            self._decoder = _decoder(self._coding, piece)
        try:
            while piece and len(self._out) <= self._limits.decoded_bytes:
                self._out += self._decoder.decompress(piece, self._limits.decoded_bytes + 1 - len(self._out))
                piece = self._decoder.unconsumed_tail
        except zlib.error as error:
            raise Refusal(Access.PROTOCOL_ERROR, f"the body is not the {self._coding} that it is said to be") from error

    def whole(self) -> bytes:
        """Give the decoded body.

        Raises:
            Refusal: protocol-error; the packed body ends too early.
        """
        if self._decoder is not None and not self._decoder.eof:
            raise Refusal(Access.PROTOCOL_ERROR, f"the {self._coding} body ends too early")
        return bytes(self._out)


def _coding(header: str) -> str:
    codings = [name for name in (part.strip().lower() for part in header.split(",")) if name not in ("", "identity")]
    if len(codings) > 1:
        raise Refusal(Access.PROTOCOL_ERROR, f"the body is packed more than once: {', '.join(codings)[:80]}")
    if codings and codings[0] not in ("gzip", "x-gzip", "deflate"):
        raise Refusal(Access.PROTOCOL_ERROR, f"the body is packed as {codings[0][:40]}, which was not asked for")
    return codings[0] if codings else ""


def _decoder(coding: str, first: bytes) -> "zlib._Decompress":
    if "gzip" in coding:
        return zlib.decompressobj(GZIP)
    wrapped = first[0] & 0x0F == ZLIB_METHOD and (len(first) == 1 or (first[0] << 8 | first[1]) % 31 == 0)
    return zlib.decompressobj(ZLIB if wrapped else RAW)


def _too_large(what: str) -> Refusal:
    return Refusal(Access.TOO_LARGE, f"the page is larger than we read: {what}")
