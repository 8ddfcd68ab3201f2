"""Mends markup in which the fast parser finds no text although there is some, by reading it with BeautifulSoup.

The fast parser reads as browsers do that can do everything: text that stands there for those who cannot (in framesets,
objects, canvases, templates) is dropped, and XML is read as if it were HTML, so that a ``CDATA`` section is a comment
and ``<script/>`` never ends. What is mended is given as plain HTML and read as any other page is: BeautifulSoup takes
ten times as long, and only pages without text, and XML with such traps in it, come here.
"""

import html
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement, PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from verifier.extraction.base import words

MOST_CHARACTERS = 1_000_000
"""Characters of markup that are mended; what follows is left out. A page without text to see is seldom a long one."""

MOST_TAGS = 20_000
"""Tags that are mended: half a second, and 40 MiB. Run ``benchmarks/extraction.py`` before raising either limit."""

_STAND_INS = words(
    "noframes noembed iframe object applet canvas video audio svg math template frameset foreignobject frame embed"
)
"""Elements whose content stands there for those who cannot see the thing itself."""
_UNREAD = words("noframes noembed iframe xmp")
"""Elements whose content a parser hands over as text, markup and all."""
_DROPPED = words("script style")
_FILLED_IN = re.compile(r"\{\{|\$\{|<%|\{%")
"""Marks of a template that a script fills in: its words are nobody's sentences."""
_KEPT_IN_XML = words("p table tr td th a b i em strong sup sub span code pre ul ol li h1 h2 h3 h4 h5 h6 div section")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_MARKUP = re.compile(
    r"</?(?:p|div|br|a|b|i|em|strong|ul|ol|li|h[1-6]|table|span|img|blockquote)\b[^<>]{0,500}>", re.IGNORECASE
)
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z0-9]{1,31};")
_PROLOG = re.compile(r"<\?xml\b[^>]{0,300}>", re.IGNORECASE)
"""Speaks of an encoding that is no longer so; BeautifulSoup warns where it finds one in HTML."""


def mended(markup: str, *, is_xml: bool) -> str:
    """Give the markup as HTML in which all text can be seen; ``""`` where that cannot be done.

    XML that declares entities is not read as XML: nothing is ever expanded.
    """
    cut = _PROLOG.sub("", _cut(markup))
    as_xml = is_xml and "<!ENTITY" not in cut
    if "<" not in cut:
        return ""
    try:
        soup = BeautifulSoup(_without_names(cut) if as_xml else cut, "lxml-xml" if as_xml else "lxml")
    except ParserRejectedMarkup:
        return ""
    tags = [tag for tag in soup.descendants if isinstance(tag, Tag)]
    if as_xml and tags and _local(tags[0]) != "html":
        _translate(tags)
    for tag in tags:
        _mend(tag)
    if as_xml:
        _unwrap_markup(soup)
    return soup.decode_contents()


def _cut(markup: str) -> str:
    """Give the beginning of the markup, at most so many characters and tags of it."""
    cut = markup[:MOST_CHARACTERS]
    if cut.count("<") <= MOST_TAGS:
        return cut
    pieces = cut.split("<", MOST_TAGS)
    return "<".join(pieces[:-1])


def _without_names(markup: str) -> str:
    """Give XML with the characters that HTML has names for: XML knows five of them, and drops the others."""
    return _REFERENCE.sub(lambda name: html.escape(html.unescape(name[0])), markup)


def _local(tag: Tag) -> str:
    return tag.name.rpartition(":")[2].lower()


def _mend(tag: Tag) -> None:
    """Make one element an HTML element whose text is seen."""
    name = _local(tag)
    tag.name, tag.prefix, tag.can_be_empty_element = name, None, name in _VOID
    if name in _DROPPED:
        if "ld+json" not in str(tag.get("type")):
            tag.clear()
        return
    inner = tag.get("srcdoc") if name == "iframe" else None
    if name == "template" and _FILLED_IN.search(tag.get_text()):
        tag.clear()
    if name in _UNREAD:
        _show(tag, str(inner) if inner else tag.get_text())
    if name in _STAND_INS:
        tag.name, tag.can_be_empty_element = "div", False
        tag.attrs.clear()


def _show(tag: Tag, content: str) -> None:
    """Put a text into an element as the markup that it is, unless its elements were read already."""
    if not any(isinstance(child, Tag) for child in tag.children):
        tag.clear()
        tag.append(PreformattedString(content))


def _translate(tags: list[Tag]) -> None:
    """Turn the elements of another XML vocabulary into blocks and words: inside of text, an element is a word.

    The first ``title`` is the document's, the others are headings.
    """
    mixed = {id(tag) for tag in tags if any(_is_text(child) for child in tag.children)}
    titles = 0
    for tag in tags:
        name = _local(tag)
        if name == "title":
            titles += 1
            tag.name = "title" if titles == 1 else "h2"
        elif name not in _KEPT_IN_XML and name not in _STAND_INS:
            tag.name = "span" if id(tag.parent) in mixed else "div"
        tag.attrs.clear()


def _is_text(child: PageElement) -> bool:
    return isinstance(child, NavigableString) and not child.isspace()


def _unwrap_markup(soup: BeautifulSoup) -> None:
    """Turn strings that hold markup, as the items of feeds do, into that markup."""
    for string in list(_strings_with_markup(soup)):
        string.replace_with(PreformattedString(str(string)))


def _strings_with_markup(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for string in soup.descendants:
        if type(string) is NavigableString and _MARKUP.search(string):
            yield string
