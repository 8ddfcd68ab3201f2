"""Reading XML of packages: no entities, no document type, no network, bounded depth."""

from collections.abc import Iterator

from lxml import etree

from citations.errors import UnreadableArticleError

_PROLOG_BYTES = 4096
"""Bytes in which a document type is looked for before parsing; the parser's result is checked afterwards, too."""


def parse_xml(data: bytes, *, name: str, part: str, allow_doctype: bool = False) -> etree._Element:
    """Give the root of the XML in ``data``; ``part`` names the member for the error.

    External entities are never resolved, and depth is bounded (256) by the parser. A document type is refused,
    since office files have none; ``allow_doctype`` lets one pass that defines no entities (old EPUB packages).

    Raises:
        UnreadableArticleError: the XML is broken, too deep, or has a document type.
    """
    prolog = data[:_PROLOG_BYTES].replace(b"\0", b"").upper()
    if b"<!ENTITY" in prolog or (b"<!DOCTYPE" in prolog and not allow_doctype):
        raise _doctype_error(name, part)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # word processors give one name twice, and nothing is looked up by its name
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        problem = f"the XML of {part} in it is broken ({error})"
        raise UnreadableArticleError(name, problem) from error
    if root.getroottree().docinfo.internalDTD is not None and not allow_doctype:
        raise _doctype_error(name, part)
    return root


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace; entity references, which are no elements, give some other text."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, key: str) -> str | None:
    """Give the attribute of this local name, whatever its namespace (office files have two spellings of each)."""
    plain = element.get(key)
    if plain is not None:
        return plain
    ending = "}" + key
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith(ending)), None)


def value(element: etree._Element | None) -> str:
    """Give the ``val`` attribute, in which Word keeps the value of an element, ``""`` without one."""
    return "" if element is None else attribute(element, "val") or ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Give the first descendant along these local names, or ``None``."""
    for step in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == step), None)
    return element


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these local names below ``element``, in document order."""
    wanted = frozenset(names)
    return (one for one in element.iter() if local(one) in wanted)


def _doctype_error(name: str, part: str) -> UnreadableArticleError:
    problem = f"{part} in it declares a document type with entities, which is not read for safety"
    return UnreadableArticleError(name, problem)
