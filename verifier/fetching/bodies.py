"""A body read from the wire: decoded here, piece by piece, because only then is a limit a limit.

A client that decodes by itself hands over a whole bomb at once, however small the pieces it reads.
"""

import zlib
from collections.abc import Iterator, Mapping

from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import Limits

GZIP, ZLIB, RAW = 31, 15, -15
"""``wbits`` of zlib for a gzip wrapping, a zlib wrapping, and none."""

ZLIB_METHOD = 8

GZIP_NAMES = ("gzip", "x-gzip")
GZIP_MAGIC = b"\x1f\x8b"
KNOWN = (*GZIP_NAMES, "deflate")

MAX_DIGITS = 18
"""A length with more digits is nonsense, and still too large when cut here."""

MAX_LAYERS = 4
"""Codings around each other that are looked into; honest servers use one, and each layer can hide a bomb."""

MAX_MEMBERS = 100
"""Members of one gzip body; more of them only waste time."""

MAX_PIECES = 150_000
"""Pieces of a body; each costs us far more than it costs the server."""

STEP = 64 << 10
"""Bytes unpacked at a time, so that a bomb is never held twice."""

LARGER = "the page is larger than we read: "

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ZSTD_BLOCK = 128 << 10
"""Bytes that a block of zstd unpacks to, at most and nearly always."""

RUN, RESERVED = 1, 3
"""Types of zstd blocks: one byte repeated, and none."""


class Body:
    """Takes the pieces of one response and gives the decoded whole."""

    def __init__(self, headers: Mapping[str, str], limits: Limits) -> None:
        self._limits = limits
        self._codings = _codings(headers.get("content-encoding", ""))
        asked = len(self._codings) <= 1 and all(coding in KNOWN for coding in self._codings)
        self._layer = Layer(self._codings[0], limits.decoded_bytes) if asked and self._codings else None
        self._refused = not asked
        self._out = bytearray()
        self._wire = self._pieces = 0
        announced = headers.get("content-length", "")[:MAX_DIGITS]
        if announced.isdecimal() and int(announced) > limits.wire_bytes:
            raise Refusal(Access.TOO_LARGE, f"{LARGER}it announces {int(announced):,} bytes")

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
        self._pieces += 1
        if self._pieces > MAX_PIECES:
            raise Refusal(Access.PROTOCOL_ERROR, "the body comes in crumbs")
        if self._wire > self._limits.wire_bytes:
            raise Refusal(Access.TOO_LARGE, f"{LARGER}more than {self._limits.wire_bytes:,} bytes came")
        for part in self._layer.unpack(piece, len(self._out)) if self._layer is not None else (piece,):
            self._out += part
        if len(self._out) > self._limits.decoded_bytes:
            raise Refusal(Access.TOO_LARGE, f"{LARGER}it unpacks to more than {self._limits.decoded_bytes:,} bytes")

    def whole(self) -> bytes:
        """Give the decoded body.

        Raises:
            Refusal: protocol-error; the packed body ends too early, or it is packed as nobody asked for.
        """
        if self._refused:
            raise self._not_asked_for()
        if self._layer is not None and not self._layer.complete:
            raise Refusal(Access.PROTOCOL_ERROR, f"the {self._codings[0]} body ends too early")
        return bytes(self._out)

    def _not_asked_for(self) -> Refusal:
        """Refuse a body in a coding that nobody asked for: a bomb as too large, others as a fault of the server."""
        names = ", ".join(self._codings)[:80]
        if unpacked_size(bytes(self._out), self._codings, self._limits.decoded_bytes) > self._limits.decoded_bytes:
            return Refusal(
                Access.TOO_LARGE,
                f"{LARGER}packed as {names}, it unpacks to more than {self._limits.decoded_bytes:,} bytes",
            )
        return Refusal(Access.PROTOCOL_ERROR, f"the body is packed as {names}, which was not asked for")


class Layer:
    """One coding, undone piece by piece up to a limit."""

    def __init__(self, coding: str, most: int) -> None:
        self._coding, self._most = coding, most
        self._members = 0
        self._decoder: zlib._Decompress | None = None

    def _goes_on(self, piece: bytes) -> bool:
        return self._members < MAX_MEMBERS and self._coding in GZIP_NAMES and piece.startswith(GZIP_MAGIC[:1])

    def unpack(self, piece: bytes, have: int) -> Iterator[bytes]:
        """Yield what the piece holds, at most one byte over the limit when ``have`` bytes are there already.

        A gzip body may have several members; what follows the last is left out, as browsers do.
        """
        room = self._most + 1 - have
        full = False
        while (piece or full) and room > 0:
            if self._decoder is None or (self._decoder.eof and self._goes_on(piece)):
                self._members += 1
                self._decoder = zlib.decompressobj(_wrapping(self._coding, piece))
            if self._decoder.eof:
                break
            most = min(room, STEP)
            try:
                out = self._decoder.decompress(piece, most)
            except zlib.error as error:
                raise Refusal(Access.PROTOCOL_ERROR, f"the body is not {self._coding}, as it is said to be") from error
            room -= len(out)
            full = len(out) == most
            yield out
            piece = self._decoder.unconsumed_tail or self._decoder.unused_data

    @property
    def complete(self) -> bool:
        """Whether the end was reached; an empty body is complete."""
        return self._decoder is None or self._decoder.eof


def unpacked_size(packed: bytes, codings: tuple[str, ...], most: int) -> int:
    """Give the unpacked size of a body in codings that nobody asked for, counted up to ``most``; 0 if unknown."""
    if codings == ("zstd",):
        return zstd_size(packed)
    if not all(coding in KNOWN for coding in codings) or len(codings) > MAX_LAYERS:
        return 0
    for coding in reversed(codings):
        try:
            packed = b"".join(Layer(coding, most).unpack(packed, 0))
        except Refusal:
            return 0
        if len(packed) > most:
            break
    return len(packed)


def zstd_size(packed: bytes) -> int:
    """Give about how large zstd frames unpack, from the headers of their blocks alone; 0 if they are none."""
    total, at = 0, 0
    while packed[at : at + 4] == ZSTD_MAGIC and at + 5 < len(packed):
        flags = packed[at + 4]
        single = bool(flags & 0x20)
        at += 5 + (not single) + (0, 1, 2, 4)[flags & 3] + _size_field(flags >> 6, single=single)
        last = False
        while not last and at + 3 <= len(packed):
            header = int.from_bytes(packed[at : at + 3], "little")
            last, kind, size = bool(header & 1), header >> 1 & 3, header >> 3
            total += size if kind in (0, RUN) else ZSTD_BLOCK
            at += 3 + (1 if kind == RUN else size)
            if kind == RESERVED:
                return total
        at += 4 if flags & 4 else 0
    return total


def _size_field(flag: int, *, single: bool) -> int:
    return (1 if single else 0, 2, 4, 8)[flag]


def _codings(header: str) -> tuple[str, ...]:
    names = (part.strip().lower() for part in header.split(","))
    return tuple(name for name in names if name not in ("", "identity"))


def _wrapping(coding: str, first: bytes) -> int:
    if coding in GZIP_NAMES:
        return GZIP
    wrapped = first[0] & 0x0F == ZLIB_METHOD and (len(first) == 1 or (first[0] << 8 | first[1]) % 31 == 0)
    return ZLIB if wrapped else RAW
