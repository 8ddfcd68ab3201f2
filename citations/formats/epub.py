"""EPUB books: the members in the order of the spine, each read as HTML; notes may stand in another member.

A place is a line and column of a member, which ``place`` names. Links between members are followed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from citations.comments import blank_comments
from citations.document import Anchor, Document, Oddity, Position
from citations.drafts import Draft, LineTable
from citations.errors import UnreadableArticleError
from citations.formats.archive import Archive
from citations.formats.base import decode
from citations.formats.html import read_html
from citations.formats.xmltree import attribute, child, descendants, parse_xml
from citations.scanning import scan

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_TEXT_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Package:
    """What the package file says: the members to read, in order, and the book's title and date."""

    members: tuple[str, ...]
    title: str | None
    dated: tuple[str, int] | None


class _Epub:
    """EPUB 2 and 3."""

    name = "epub"

    def read(self, data: bytes, *, name: str) -> Document:
        archive = Archive(data, name=name, kind="EPUB file")
        package = _read_package(archive, name)
        locked = _encrypted(archive, name)
        if any(member in locked for member in package.members):
            archive.fail("the book is encrypted by its seller", "use a copy without copy protection")
        return _read_members(archive, package, name)


def _read_package(archive: Archive, name: str) -> _Package:
    container = parse_xml(archive.require(_CONTAINER), name=name, part=_CONTAINER, allow_doctype=True)
    paths = [attribute(one, "full-path") or "" for one in descendants(container, "rootfile")]
    path = next(filter(None, paths), "")
    root = parse_xml(archive.require(path or "content.opf"), name=name, part=path, allow_doctype=True)
    items = {attribute(one, "id") or "": one for one in descendants(root, "item")}
    references = sorted(descendants(root, "itemref"), key=lambda one: attribute(one, "linear") == "no")
    spine = [items[key] for one in references if (key := attribute(one, "idref") or "") in items]
    hrefs = (_resolved(path, attribute(item, "href") or "") for item in spine if _is_text(item))
    metadata = child(root, "metadata")
    date = _said(metadata, "date")
    return _Package(
        members=tuple(dict.fromkeys(hrefs)), title=_said(metadata, "title"), dated=(date, 1) if date else None
    )


def _is_text(item: etree._Element) -> bool:
    kind = (attribute(item, "media-type") or "").lower()
    return kind in _TEXT_TYPES and "nav" not in (attribute(item, "properties") or "").split()


def _said(metadata: etree._Element | None, key: str) -> str | None:
    found = next(descendants(metadata, key), None) if metadata is not None else None
    return " ".join((found.text or "").split()) or None if found is not None else None


def _resolved(base: str, href: str) -> str:
    return normpath(join(dirname(base), unquote(href.partition("#")[0])))


def _encrypted(archive: Archive, name: str) -> frozenset[str]:
    """Give the members that are encrypted; obfuscated fonts are common and no hindrance."""
    content = archive.read(_ENCRYPTION)
    if content is None:
        return frozenset()
    root = parse_xml(content, name=name, part=_ENCRYPTION, allow_doctype=True)
    uris = (attribute(one, "URI") or "" for one in descendants(root, "CipherReference"))
    return frozenset(normpath(unquote(uri).lstrip("/")) for uri in uris)


def _read_members(archive: Archive, package: _Package, name: str) -> Document:
    drafts: list[Draft] = []
    oddities: list[Oddity] = []
    lines = 0
    for number, member in enumerate(package.members):
        content = archive.read(member)
        if content is None:
            oddities.append(Oddity(kind="missing-member", text=f"the book has no {member}", line=1, column=1))
            continue
        if not content.strip():
            continue
        source, odd = decode(content, name=f"{name} ({member})")
        table = LineTable(source)
        text, _ = blank_comments(source, table)
        page = read_html(text, table)
        oddities.extend(odd)
        lines += table.count
        drafts.extend(_placed(page.drafts, number, package.members))
    if not any(draft.text for draft in drafts):
        raise UnreadableArticleError(name, "the book has no text that can be read", "give the text itself")
    return scan(
        drafts, format_name="epub", lines=lines, title=package.title, dated=package.dated, oddities=tuple(oddities)
    )


def _placed(drafts: Iterable[Draft], number: int, members: tuple[str, ...]) -> Iterator[Draft]:
    """Yield the drafts of a member: positions name the member, and ids are unique in the book."""
    place = basename(members[number])
    numbers = {member: count for count, member in enumerate(members)}
    for draft in drafts:
        yield replace(
            draft,
            anchors=tuple(Anchor(offset=one.offset, position=_at(one.position, place)) for one in draft.anchors),
            inlines=tuple(
                replace(
                    one, position=_at(one.position, place), target=_book_target(one.target, members[number], numbers)
                )
                for one in draft.inlines
            ),
            ids=tuple(f"{one}-m{number}" for one in draft.ids),
        )


def _at(position: Position, place: str) -> Position:
    return replace(position, place=place)


def _book_target(target: str, member: str, numbers: Mapping[str, int]) -> str:
    """Give the target of a link as a name within the whole book; links to other sites stay as they are.

    ``member`` is the one that holds the link, ``numbers`` count the members of the book.
    """
    path, sign, fragment = target.partition("#")
    if not sign or "://" in path or not fragment:
        return target
    where = _resolved(member, path) if path else member
    return f"#{fragment}-m{numbers[where]}" if where in numbers else target


FORMAT = _Epub()
