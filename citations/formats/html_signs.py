"""What the names, classes and roles of HTML elements mean: block, note, label, or not part of the text."""

import re

from citations.document import BlockKind
from citations.formats.names import names
from citations.styles.linked import NOTE_NAME, is_note_name

BLOCKS = names(
    "p div section article aside header footer main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table "
    "tr td th caption figure figcaption pre hr address form fieldset details summary body html tbody "
    "thead tfoot center title head"
)
HEADINGS = names("h1 h2 h3 h4 h5 h6")
SKIPPED = names("script style template svg nav button select noscript object canvas audio video dialog")
VERBATIM = names("code pre kbd samp tt math")
EMPTY = names("br hr img input meta link wbr col area base embed source track")
DATE_NAMES = names(
    "article:published_time date dc.date dcterms.date dc.date.issued datepublished citation_publication_date pubdate"
)
NOTE_ATTRIBUTES = ("data-footnote", "data-footnote-content", "data-note", "data-footnote-text")
POPUP_ATTRIBUTES = (
    *("data-content", "data-bs-content", "data-tooltip", "data-tippy-content", "data-tip", "data-original-title"),
    "title",
)
"""Attributes whose text pops up over an element; it is a note only if the element is a label."""
LEAST_NOTE = 12
"""Characters; an attribute with a shorter value holds a name or number, not the text of a note."""
COMMENT = re.compile(r"cmnt\d{1,5}$")
"""The ids of comments in pages that Google Docs exports."""
APART = frozenset({"ltx_bibblock", "csl-left-margin", "csl-right-inline", "csl-block"})
"""Classes of inline elements that browsers show with space around them."""
_ITALIC = names("i em cite dfn var")
_IS_ITALIC = re.compile(r"font-style\s{0,3}:\s{0,3}(?:italic|oblique)", re.IGNORECASE)
_CONTAINER_ID = re.compile(rf"{NOTE_NAME}[-_:]?(?!ref)\w", re.IGNORECASE)
_CONTAINER_ROLES = names("doc-footnote doc-endnote footnote endnote rearnote doc-biblioentry")
_FOOTERS = names("footer site-footer page-footer site_footer colophon")
"""Ids and classes of the footer that all pages of a site share."""
_NOTE_NAMES = names("d-footnote footnote sidenote")
"""Elements that hold a note at the place of its marker."""
_NOTE_CLASSES = names(
    "sidenote side-note marginnote margin-note inline-note inline-footnote footnote__content ltx_note_content "
    "modern-footnotes-footnote__note"
)
"""Classes of elements that hold a note at the place of its marker."""
_UNSEEN = names(
    "footnote_tooltip margin-toggle Inline-Template mw-editsection pagenum headerlink Z3988 ltx_tag_note ltx_note_type "
    "paranumber"
)
"""Classes of elements that are not part of the text.

They hold the numbers of pages and paragraphs, controls of scripts, and remarks of a wiki's editors.
"""
_PAGE_OF_WIKI = frozenset({"reference", "nowrap"})
"""Both classes of raised type with the page behind a marker, in a wiki's page: "[1]: 14"."""
_POPUP_CLASSES = names("tooltiptext tooltip-text tooltip-content tooltip__text tooltip__content popuptext")
_REFERENCE_SIGNS = ("noteref", "footnote-ref", "footnote-anchor", "fn-ref", "footnote-link")
_BACK_SIGNS = ("backlink", "footnote-back", "reversefootnote", "footnote-number", "backref")
_COMMENTS = names("comments comment-list commentlist disqus_thread respond")
"""Ids and classes of the comments that readers wrote below an article."""


def is_italic(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is set in italics."""
    return name in _ITALIC or _IS_ITALIC.search(attributes.get("style", "")) is not None


def is_footer(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is the footer that all pages of a site share."""
    names_of_it = " ".join(attributes.get(key, "") for key in ("id", "class")).lower().split()
    return name == "footer" or attributes.get("role") == "contentinfo" or not _FOOTERS.isdisjoint(names_of_it)


def is_note_block(attributes: dict[str, str]) -> bool:
    """Whether a block is one note in a list of notes, by its id or role."""
    roles = " ".join(attributes.get(key, "") for key in ("role", "epub:type", "class")).split()
    return _CONTAINER_ID.match(attributes.get("id", "")) is not None or not _CONTAINER_ROLES.isdisjoint(roles)


def is_popup(attributes: dict[str, str]) -> bool:
    """Whether an element is a tooltip over the words before it; it is a note only if those words are a label."""
    return not _POPUP_CLASSES.isdisjoint(attributes.get("class", "").split())


def is_title_of_note(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element's title attribute may be a note: on raised type, or on a link that stays in the page."""
    return name == "sup" or attributes.get("href", "").startswith(("#", "javascript:"))


def is_note_within(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element within a paragraph holds a note, in place of a marker."""
    return name in _NOTE_NAMES or not _NOTE_CLASSES.isdisjoint(attributes.get("class", "").split())


def link_role(attributes: dict[str, str]) -> str:
    """Give the role that a link's attributes declare: "noteref", "backlink" or ``""``."""
    declared = " ".join(attributes.get(name, "") for name in ("role", "epub:type", "class", "rel")).lower()
    if any(sign in declared for sign in _BACK_SIGNS):
        return "backlink"
    is_reference = any(sign in declared for sign in _REFERENCE_SIGNS) or "data-footnote-ref" in attributes
    return "noteref" if is_reference else ""


def leads_to_note(attributes: dict[str, str]) -> bool:
    """Whether a link without words is a marker, whose number the style sheet or the word processor prints."""
    target = attributes.get("href", "")
    described = "footnote" in attributes.get("aria-describedby", "").lower()
    return target.startswith("#") and (described or is_note_name(target[1:]))


def is_unseen(attributes: dict[str, str], *, in_note: bool) -> bool:
    """Whether an element is not part of the text.

    ``in_note``: the element stands in a note, where LaTeXML repeats the label.
    """
    classes = attributes.get("class", "").split()
    if (in_note and "ltx_note_mark" in classes) or attributes.get("role") == "navigation":
        return True
    if _PAGE_OF_WIKI.issubset(classes):
        return True
    return not _UNSEEN.isdisjoint(classes) or not _COMMENTS.isdisjoint([attributes.get("id", ""), *classes])


def kind_of(elements: list[str]) -> tuple[BlockKind, int]:
    """Give the kind of a block and its heading level (else 0), from the names of the elements around it.

    ``elements`` are in the order in which they were opened, so the innermost one is last.
    """
    for name in reversed(elements):
        if name in HEADINGS:
            return BlockKind.HEADING, int(name[1])
        if name in {"td", "th"}:
            return BlockKind.CELL, 0
        if name in {"figcaption", "caption"}:
            return BlockKind.CAPTION, 0
        if name in {"li", "dd", "dt"}:
            return BlockKind.ITEM, 0
    return (BlockKind.QUOTE if "blockquote" in elements else BlockKind.PARAGRAPH), 0
