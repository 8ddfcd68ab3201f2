r"""The BibTeX files that an article names and that lie beside it: they are read without being asked for.

LaTeX names them by ``\bibliography`` and ``\addbibresource``, Org by ``#+bibliography:``, Markdown in its front matter.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from citations.formats.latex_signs import BIBLIOGRAPHY
from verifier.files import real_path

SUFFIX = ".bib"
LONGEST_NAME = 255
"""Bytes of a file's name on every usual system."""
MOST = 10
"""Files that one article may name; a thesis has one or two."""
_ORG = re.compile(r"\s{0,9}#\+bibliography:(.{1,300})", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"bibliography\s{0,9}:(.{0,300})", re.IGNORECASE)
_LIST_ITEM = re.compile(r"\s{0,9}-\s(.{1,300})")


def bibliographies_of(data: bytes, article: Path) -> tuple[Path, ...]:
    """Give the files that the article in ``data`` names, each once, in its order; some of them may not be there.

    Only what lies in the article's folder or below it counts, links followed: an article must not be able to have any
    other file read.
    """
    folder = real_path(article).parent
    found = (article.parent / _with_suffix(name) for name in _named(data.decode("utf-8", "replace").splitlines()))
    return tuple(path for path in dict.fromkeys(found) if _lies_in(folder, path))[:MOST]


def _named(lines: list[str]) -> Iterator[str]:
    yield from _in_front_matter(lines)
    for line in lines:
        if (org := _ORG.match(line)) is not None:
            yield from _names(org[1].split()[0] if org[1].strip() else "")
        elif "\\" in line:
            for latex in BIBLIOGRAPHY.finditer(line.partition("%")[0]):
                yield from _names(latex[1])


def _in_front_matter(lines: list[str]) -> Iterator[str]:
    """Yield the names that YAML front matter has: behind the key, or as the items of a list below it."""
    below = False
    for line in lines[1:] if lines and lines[0].rstrip() == "---" else ():
        if line.rstrip() in ("---", "..."):
            return
        item = _LIST_ITEM.match(line) if below else None
        key = _FRONT_MATTER.match(line)
        below = item is not None or key is not None
        yield from _names(item[1] if item else key[1] if key else "")


def _names(text: str) -> Iterator[str]:
    uncommented = text.partition(" #")[0]
    bare = (name.strip(" \t\"'") for name in uncommented.strip(" \t[]").split(","))
    return (name for name in bare if name)


def _with_suffix(name: str) -> str:
    return name if name.lower().endswith(SUFFIX) else name + SUFFIX


def _lies_in(folder: Path, path: Path) -> bool:
    try:
        could_be = len(path.name.encode("utf-8", "replace")) <= LONGEST_NAME and not path.is_dir()
        return could_be and real_path(path).is_relative_to(folder)
    except (OSError, ValueError):  # a name that no file can have
        return False
