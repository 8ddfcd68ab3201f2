"""PDF files of a few lines at given places and in given sizes, for the tests of articles."""

from citations.document import Document
from citations.formats.pdf import FORMAT

Text = tuple[float, float, float, str]
"""Place from the left and from the foot, size, words."""


def written(
    pages: list[list[Text]], links: list[tuple[int, tuple[int, int, int, int], str]] = (), trailer: str = ""
) -> bytes:
    """Give a PDF file of these pages, with links (page, box, address)."""
    objects = ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", ""]
    kids = []
    for number, texts in enumerate(pages):
        shown = "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj\n" for x, y, size, words in texts)
        stream = f"BT\n{shown}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        notes = "".join(
            f"<</Type/Annot/Subtype/Link/Rect[{' '.join(map(str, box))}]/A<</S/URI/URI({url})>>>>"
            for page, box, url in links
            if page == number
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 1 0 R>>>>"
            f"/Contents {len(objects)} 0 R/Annots[{notes}]>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append("<</Type/Catalog/Pages 2 0 R>>")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Size {len(objects) + 1}/Root {len(objects)} 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()


def read(pages: list[list[Text]], **more: list[tuple[int, tuple[int, int, int, int], str]]) -> Document:
    """Read a PDF file of these pages."""
    return FORMAT.read(written(pages, **more), name="article.pdf")
