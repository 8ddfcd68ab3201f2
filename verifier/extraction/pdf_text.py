"""The text of a PDF's pages as PDFium gives it. Runs in a process of its own, since PDFium takes memory as it likes."""

from collections.abc import Iterator
from contextlib import suppress

MOST_PAGES = 500
"""Pages read of one file; at 2 to 5 ms each this is about two seconds."""

MOST_CHARACTERS = 5_000_000
"""Characters read of one file."""


def read_pages(body: bytes) -> Iterator[object]:
    """Yield first what the file says of itself, then the text of each page.

    The first value has the number of pages (``pages``) and the record of the file (``data``: names and values). Where
    the file cannot be opened, it is the only value and has a ``problem`` instead. A page that is broken is ``""``.
    """
    import pypdfium2  # noqa: PLC0415 - only the process that reads loads it

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        yield {"problem": "encrypted" if "password" in str(error).lower() else "a broken PDF"}
        return
    yield {"pages": len(document), "data": document.get_metadata_dict()}
    read = 0
    for index in range(min(len(document), MOST_PAGES)):
        text = ""
        with suppress(pypdfium2.PdfiumError):
            page = document[index]
            text_page = page.get_textpage()
            text = text_page.get_text_range()[: MOST_CHARACTERS + 1]
            text_page.close()
            page.close()
        yield text
        read += len(text)
        if read > MOST_CHARACTERS:
            return
