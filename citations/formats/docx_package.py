"""The parts of a Word file: where the text is, where links lead, what paragraph styles are for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from citations.document import BlockKind
from citations.formats.archive import Archive
from citations.formats.counters import count_in
from citations.formats.xmltree import attribute, child, descendants, local, parse_xml, value

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift) ?(\d)", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"(?<=[a-zA-Z])(?=\d)")
"""Built-in names are English in every language's Word; other programs write their own."""
_MAX_BASED_ON = 20
"""Steps up the chain of styles; Word allows about ten, and a chain can run in a circle."""
_BODY_LEVEL = 9
_MAX_LEVEL = 6
_DEFAULT_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """What a paragraph style makes of its paragraphs."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_title: bool = False
    is_contents: bool = False
    """A line of a table of contents or an index, which is no prose."""


PLAIN = ParagraphStyle()
_OFF = frozenset({"0", "false", "off"})
"""Values that switch a property off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One XML part with the targets of its external links by relationship id."""

    root: etree._Element
    links: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPackage:
    """What is read out of a Word file. A part that the file does not have is ``None``."""

    document: Part
    footnotes: Part | None
    endnotes: Part | None
    settings: etree._Element | None
    numbering: etree._Element | None
    styles: dict[str, ParagraphStyle]
    italic: frozenset[str]
    """The styles of characters that set them in italics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relations:
    external: dict[str, str]
    parts: dict[str, str]
    """Part paths by the last word of the relationship's type ("footnotes")."""


def open_package(data: bytes, *, name: str) -> WordPackage:
    """Give the parts of a Word file.

    Raises:
        UnreadableArticleError: the bytes are no Word file, are broken or encrypted, or pass a bound.
    """
    archive = Archive(data, name=name, kind="Word file")
    path = _relations(archive, "", name).parts.get("officeDocument", _DEFAULT_DOCUMENT)
    document = parse_xml(archive.require(path), name=name, part=path)
    relations = _relations(archive, path, name)

    def part(kind: str) -> Part | None:
        where = relations.parts.get(kind, join(dirname(path), f"{kind}.xml"))
        content = archive.read(where)
        if content is None:
            return None
        links = _relations(archive, where, name).external
        return Part(root=parse_xml(content, name=name, part=where), links=links)

    settings, styles, numbering = part("settings"), part("styles"), part("numbering")
    return WordPackage(
        document=Part(root=document, links=relations.external),
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
        settings=settings.root if settings else None,
        numbering=numbering.root if numbering else None,
        styles=_styles(styles.root) if styles else {},
        italic=frozenset(_italic(styles.root)) if styles else frozenset(),
    )


def _relations(archive: Archive, path: str, name: str) -> _Relations:
    folder, _, file = path.rpartition("/")
    where = join(folder, "_rels", f"{file}.rels")
    content = archive.read(where)
    external: dict[str, str] = {}
    parts: dict[str, str] = {}
    if content is not None:
        for one in descendants(parse_xml(content, name=name, part=where), "Relationship"):
            target = one.get("Target") or ""
            if (one.get("TargetMode") or "").lower() == "external":
                external[one.get("Id") or ""] = target
            else:
                kind = (one.get("Type") or "").rpartition("/")[2]
                parts.setdefault(kind, normpath(join(folder, target)) if target[:1] != "/" else target[1:])
    return _Relations(external=external, parts=parts)


def _italic(root: etree._Element) -> Iterator[str]:
    for style in descendants(root, "style"):
        if attribute(style, "type") == "character" and is_on(child(style, "rPr", "i")):
            yield attribute(style, "styleId") or ""


def _styles(root: etree._Element) -> dict[str, ParagraphStyle]:
    elements = {attribute(one, "styleId") or "": one for one in descendants(root, "style")}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, etree._Element]) -> ParagraphStyle:
    for _ in range(_MAX_BASED_ON):
        element = elements.get(key)
        if element is None:
            break
        meaning = _own_meaning(element)
        if meaning != PLAIN:
            return meaning
        key = value(child(element, "basedOn"))
    return PLAIN


def _own_meaning(element: etree._Element) -> ParagraphStyle:
    named = _meaning_of(value(child(element, "name")))
    return named if named != PLAIN else properties_meaning(child(element, "pPr"))


def is_on(switch: etree._Element | None) -> bool:
    """Whether a switch is on: it is present, without a value that switches it off."""
    return switch is not None and value(switch) not in _OFF


def undefined_style(key: str) -> ParagraphStyle:
    """Give the meaning of a style that the file does not define, by its id: built-in ones are known ("Heading1")."""
    return _meaning_of(_BEFORE_NUMBER.sub(" ", key))


def _meaning_of(name: str) -> ParagraphStyle:
    """Give the meaning of a style by its name, which is English for built-in styles in any language's Word."""
    called = name.lower()
    heading = _HEADING.match(called)
    if heading:
        return ParagraphStyle(kind=BlockKind.HEADING, level=min(max(int(heading[1]), 1), _MAX_LEVEL))
    if called == "title":
        return ParagraphStyle(kind=BlockKind.HEADING, level=1, is_title=True)
    if called.startswith(("toc ", "table of figures", "index ")) and called != "toc heading":
        return ParagraphStyle(is_contents=True)
    for word, kind in (("caption", BlockKind.CAPTION), ("quote", BlockKind.QUOTE), ("block text", BlockKind.QUOTE)):
        if word in called:
            return ParagraphStyle(kind=kind)
    return PLAIN


def properties_meaning(properties: etree._Element | None) -> ParagraphStyle:
    """Give the meaning of paragraph properties: an outline level makes a heading, a list number an item."""
    for one in properties if properties is not None else ():
        if local(one) == "outlineLvl":
            level = count_in(value(one))
            if level is not None and level < _BODY_LEVEL:
                return ParagraphStyle(kind=BlockKind.HEADING, level=min(level + 1, _MAX_LEVEL))
        if local(one) == "numPr" and value(child(one, "numId")) not in {"", "0"}:
            return ParagraphStyle(kind=BlockKind.ITEM)
    return PLAIN
