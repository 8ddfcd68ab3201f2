"""Reads office files (Word, OpenDocument, EPUB) with the readers that articles are read with.

Only files that the user laid down are read so. The tree of their markup may take forty times the file, which is too
much to let strangers fill on sixty connections at once.
"""

from collections.abc import Iterator

from citations.document import Document
from citations.errors import UnreadableArticleError
from verifier.extraction.base import PageData, Part, PartKind, Reader, Said, SourceText
from verifier.extraction.sniffing import binary_type

_FORMATS = {"a Word document": "docx", "an OpenDocument file": "odt", "an EPUB book": "epub"}
"""The formats of articles by what sniffing calls the bytes."""


def _read(body: bytes, *_: str) -> SourceText:
    """Give the text in the order of the file; its notes come last."""
    from citations.formats import format_for  # noqa: PLC0415 - few sources are office files

    wanted = _FORMATS[binary_type(body) or ""]
    try:
        document = format_for("", body, wanted).read(body, name="the file")
    except UnreadableArticleError as error:
        return SourceText(text="", kind="text", problem=error.problem)
    text = "\n".join(_lines(document))
    parts = (Part(start=0, end=len(text), kind=PartKind.MAIN),) if text else ()
    titles = (Said(value=document.title, source="the document"),) if document.title else ()
    return SourceText(text=text, kind="text", parts=parts, data=PageData(titles=titles))


def _lines(document: Document) -> Iterator[str]:
    yield from (block.text for block in (*document.blocks, *document.loose) if block.text)
    yield from (note.raw for note in document.notes if note.raw)


READER = Reader(accepts=lambda body, _: binary_type(body) in _FORMATS, read=_read)
