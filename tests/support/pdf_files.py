"""Small PDF files, written by hand."""

import zlib
from collections.abc import Sequence


def pdf_file(pages: Sequence[Sequence[str]], extra: str = "", info: str = "") -> bytes:
    """Write a PDF with these lines on its pages: objects, a trailer, no cross-reference table (readers mend it)."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>endobj",
        "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
        f"4 0 obj<<{info}>>endobj",
    ]
    for index, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        content = f"BT /F1 12 Tf 50 700 Td {shown}ET"
        number = 10 + 2 * index
        objects.append(
            f"{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>endobj"
        )
        objects.append(f"{number + 1} 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj")
    trailer = f"trailer<</Root 1 0 R/Info 4 0 R{extra}>>\n%%EOF\n"
    return ("%PDF-1.4\n" + "\n".join(objects) + "\n" + trailer).encode("latin-1")


def bomb(piece: bytes, mebibytes: int) -> bytes:
    """Write a PDF of one good page and one whose stream packs one piece of text many times over."""
    packed = zlib.compress(b"BT /F1 12 Tf 50 700 Td " + piece * (mebibytes * 1024 * 1024 // len(piece)) + b"ET", 9)
    good = pdf_file([["The survey counted 41 herons."], ["replaced"]])
    head, _, rest = good.partition(b"13 0 obj<<")
    tail = rest[rest.index(b"endobj") :]
    stream = b"13 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream "
    return head + stream + tail
