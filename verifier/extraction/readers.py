"""The kinds of source that can be read. They are heavy to import, so that whoever reads nothing does not load them."""

from verifier.extraction import html_pages, office, pdf, plain_text
from verifier.extraction.base import Reader

READERS: tuple[Reader, ...] = (pdf.READER, html_pages.READER, plain_text.READER)
"""The first that accepts the bytes reads them."""

COPY_READERS: tuple[Reader, ...] = (*READERS, office.READER)
"""The same for files that the user laid down."""
