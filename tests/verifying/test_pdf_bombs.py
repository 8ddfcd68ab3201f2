"""A small PDF may unpack to gigabytes: as a source it is read up to there, as an article it is refused."""

import sys

import pytest
from pdf_files import bomb, pdf_file

from citations.errors import UnreadableArticleError
from citations.formats.pdf_pages import read_pages
from verifier.extraction import read_source

MEASURED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
PIECES = pytest.mark.parametrize(
    ("piece", "mebibytes"),
    [
        pytest.param(b"(a) Tj 0 -1 Td ", 30, id="letters"),
        pytest.param(b"0 0 m 9 9 l S ", 200, id="lines"),
    ],
)


@MEASURED
@pytest.mark.timeout(60)
@PIECES
def test_a_pdf_that_unpacks_to_more_than_we_hold_is_read_up_to_there(piece: bytes, mebibytes: int) -> None:
    """A file of some hundred kilobytes took all memory of the machine."""
    body = bomb(piece, mebibytes)

    source = read_source(body, url="https://a.example/report.pdf")

    assert len(body) < 1024 * 1024
    assert source.text == "The survey counted 41 herons."
    assert (source.problem or "").startswith(
        "only the first 1 of 2 pages were read: it needs more than 256 MiB of memory"
    )


@MEASURED
@pytest.mark.timeout(60)
@PIECES
def test_an_article_that_unpacks_to_more_than_we_hold_is_refused(piece: bytes, mebibytes: int) -> None:
    """What was read of it could be an article without its notes."""
    with pytest.raises(UnreadableArticleError, match="it needs more than 256 MiB of memory"):
        read_pages(bomb(piece, mebibytes), name="article.pdf")


def test_without_another_process_a_pdf_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sandbox may forbid processes."""
    body = pdf_file([["The survey counted 41 herons."]])

    def none_started(*_: object) -> None:
        raise PermissionError(1, "not allowed here")

    monkeypatch.setattr("citations.apart._started", none_started)
    for reader in ("citations.formats.pdf_pages._TRIAL", "verifier.extraction.pdf._PDFIUM"):
        monkeypatch.setattr(f"{reader}._process", None)

    assert "no process can be started" in (read_source(body, url="https://a.example/report.pdf").problem or "")
    with pytest.raises(UnreadableArticleError, match="no process can be started"):
        read_pages(body, name="article.pdf")
