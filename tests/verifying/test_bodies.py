"""Bodies of answers: unpacked piece by piece, within limits."""

import gzip
import zlib
from hashlib import sha256

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from verifier.fetching import Access, Limits, bodies
from verifier.fetching.bodies import Body, zstd_size
from verifier.fetching.refusals import Refusal

LIMITS = Limits(wire_bytes=10_000, decoded_bytes=50_000)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        pytest.param("", b"pier" * 100, id="plain"),
        pytest.param("gzip", gzip.compress(b"pier" * 100), id="gzip"),
        pytest.param("x-gzip", gzip.compress(b"pier" * 50) + gzip.compress(b"pier" * 50), id="two members"),
        pytest.param("gzip", gzip.compress(b"pier" * 100) + b"trailing", id="something after the end"),
        pytest.param("deflate", zlib.compress(b"pier" * 100), id="deflate"),
        pytest.param("deflate", zlib.compress(b"pier" * 100)[2:-4], id="bare deflate"),
        pytest.param("identity, gzip", gzip.compress(b"pier" * 100), id="identity is none"),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_bodies_are_unpacked_piece_by_piece(coding: str, packed: bytes, size: int) -> None:
    """However the pieces are cut."""
    body = Body({"content-encoding": coding}, LIMITS)

    for start in range(0, len(packed), size):
        body.feed(packed[start : start + size])

    assert body.whole() == b"pier" * 100


@pytest.mark.parametrize(
    ("headers", "packed", "access"),
    [
        pytest.param({"content-encoding": "gzip"}, gzip.compress(b"0" * 10**6), Access.TOO_LARGE, id="a bomb"),
        pytest.param({"content-encoding": "deflate"}, zlib.compress(b"0" * 10**6), Access.TOO_LARGE, id="deflate bomb"),
        pytest.param({"content-encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"0" * 10**6)), Access.TOO_LARGE,
                     id="a bomb in a bomb"),
        pytest.param({"content-encoding": "gzip, deflate"}, b"pier", Access.PROTOCOL_ERROR, id="stacked"),
        pytest.param({"content-encoding": "br"}, b"pier", Access.PROTOCOL_ERROR, id="not asked for"),
        pytest.param({"content-encoding": "gzip"}, b"pier", Access.PROTOCOL_ERROR, id="a lie"),
        pytest.param({"content-encoding": "gzip"}, gzip.compress(b"pier")[:15], Access.PROTOCOL_ERROR, id="cut"),
        pytest.param({}, b"0" * 20_000, Access.TOO_LARGE, id="long"),
        pytest.param({"content-length": "9" * 300}, b"", Access.TOO_LARGE, id="said to be long"),
    ],
)  # fmt: skip
def test_what_is_too_large_or_wrongly_packed_is_refused(headers: dict[str, str], packed: bytes, access: Access) -> None:
    """A bomb costs no more than the limit."""
    with pytest.raises(Refusal) as refused:
        unpacked(headers, packed)

    assert refused.value.access is access


def unpacked(headers: dict[str, str], packed: bytes) -> bytes:
    """Give a body that came in one piece."""
    body = Body(headers, LIMITS)
    body.feed(packed)
    return body.whole()


@given(st.sampled_from(["", "gzip", "deflate", "zstd", "gzip, gzip", "br"]), st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(coding: str, packed: bytes) -> None:
    """Foreign bytes."""
    body = Body({"content-encoding": coding}, LIMITS)
    try:
        body.feed(packed)
        body.feed(packed)
        assert isinstance(body.whole(), bytes)
    except Refusal as refusal:
        assert refusal.access in (Access.PROTOCOL_ERROR, Access.TOO_LARGE)


@pytest.mark.parametrize("checksum", [True, False])
@pytest.mark.parametrize("told", [True, False], ids=["a size in its head", "no size"])
def test_the_size_of_zstd_is_told_by_its_frames_however_they_are_cut(*, checksum: bool, told: bool) -> None:
    """It was not asked for and is not unpacked; a bomb is called one all the same, and half a frame is no crash."""
    plain = b"".join(sha256(bytes([one])).digest() for one in range(256)) * 20 + bytes(3_000_000)
    frame = zstandard.ZstdCompressor(write_checksum=checksum, write_content_size=told).compress(plain)

    sizes = [zstd_size((frame * 2)[:end]) for end in range(0, len(frame) * 2, 97)]

    assert sizes == sorted(sizes)
    assert zstd_size(frame) >= len(plain)
    assert zstd_size(frame * 2) == 2 * zstd_size(frame)
    assert all(zstd_size(frame[:end]) == 0 for end in range(6))


def test_a_body_of_just_the_size_that_is_read_is_read() -> None:
    """The limit is the last size that is taken, also where the server announces it."""
    size = LIMITS.wire_bytes

    assert len(unpacked({"content-length": str(size)}, b"0" * size)) == size
    with pytest.raises(Refusal):
        Body({"content-length": str(size + 1)}, LIMITS)


def test_a_body_in_crumbs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece costs us far more than it costs the server."""
    monkeypatch.setattr(bodies, "MAX_PIECES", 10)
    body = Body({}, LIMITS)
    for _ in range(10):
        body.feed(b"0")

    with pytest.raises(Refusal, match="crumbs"):
        body.feed(b"0")


def test_members_without_end_are_not_unpacked() -> None:
    """What follows the hundredth is left out, as what follows any end is."""
    assert unpacked({"content-encoding": "gzip"}, gzip.compress(b"0") * 150) == b"0" * bodies.MAX_MEMBERS
