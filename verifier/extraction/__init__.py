"""Reads what was fetched into a source text with labelled parts, and the page's own data."""

from verifier.extraction.base import EXTRACTOR_VERSION, SourceText

MOST_BYTES = 10 * 1024 * 1024
"""Bytes read of a source from the web, the limit of the fetcher."""


def read_source(body: bytes, *, url: str, content_type: str = "", own: bool = False) -> SourceText:
    """Give the text of a source with its parts, page data and signs. Never raises on foreign bytes.

    ``own``: the user laid it down, so that it is read whole and may be an office file too.
    ``problem`` says why there is no text or only a part of it: ``unknown type image/png``, ``encrypted``,
    ``scanned: …``, ``unsafe markup: …``. An empty body gives an empty text and no problem.
    """
    from verifier.extraction.readers import (  # noqa: PLC0415 - heavy to import: most commands read no page
        COPY_READERS,
        READERS,
    )
    from verifier.extraction.sniffing import binary_type  # noqa: PLC0415 - goes with the readers

    cut = body if own else body[:MOST_BYTES]
    for reader in COPY_READERS if own else READERS:
        if reader.accepts(cut, content_type):
            return reader.read(cut, url, content_type)
    return SourceText(
        text="", kind="unknown", problem=f"unknown type {binary_type(cut) or content_type or 'binary data'}"
    )


__all__ = ["EXTRACTOR_VERSION", "read_source"]
