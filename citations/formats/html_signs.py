"""What the names, classes and roles of HTML elements say: which are blocks, notes, labels, or no part of the text."""

import re

from citations.document import BlockKind
from citations.styles.linked import NOTE_NAME

BLOCKS = frozenset(
    re.split(
        " ",
        "p div section article aside header footer main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table "
        "tr td th caption figure figcaption pre hr address form fieldset details summary body html tbody "
        "thead tfoot center title head",
    )
)
HEADINGS = frozenset(re.split(" ", "h1 h2 h3 h4 h5 h6"))
SKIPPED = frozenset(
    re.split(" ", "script style template svg nav button select noscript object canvas audio video dialog")
)
VERBATIM = frozenset(re.split(" ", "code pre kbd samp tt math"))
EMPTY = frozenset(re.split(" ", "br hr img input meta link wbr col area base embed source track"))
DATE_NAMES = frozenset(
    re.split(
        " ",
        "article:published_time date dc.date dcterms.date dc.date.issued datepublished "
        "citation_publication_date pubdate",
    )
)
NOTE_ATTRIBUTES = ("data-footnote", "data-footnote-content", "data-note", "data-footnote-text")
POPUP_ATTRIBUTES = (
    *("data-content", "data-bs-content", "data-tooltip", "data-tippy-content", "data-tip", "data-original-title"),
    "title",
)
"""Attributes that hold what pops up over an element: a note only where the element is a label."""
LEAST_NOTE = 12
"""Characters of an attribute that holds the text of a note; shorter values are names and numbers."""
COMMENT = re.compile(r"cmnt\d{1,5}$")
"""The names of comments in documents that Google Docs exports."""
APART = frozenset({"ltx_bibblock", "csl-left-margin", "csl-right-inline", "csl-block"})
"""Classes of inline elements that are shown with space around them."""
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_IS_ITALIC = re.compile(r"font-style\s{0,3}:\s{0,3}(?:italic|oblique)", re.IGNORECASE)
_CONTAINER_ID = re.compile(rf"{NOTE_NAME}[-_:]?(?!ref)\w", re.IGNORECASE)
_CONTAINER_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "doc-biblioentry"})
_FOOTERS = frozenset({"footer", "site-footer", "page-footer", "site_footer", "colophon"})
"""Names and classes of the part of a page that every page of its site has at the end."""
_NOTE_NAMES = frozenset({"d-footnote", "footnote", "sidenote"})
_NOTE_CLASSES = frozenset(
    [
        *("sidenote", "side-note", "marginnote", "margin-note", "inline-note", "inline-footnote", "footnote__content"),
        *("ltx_note_content", "modern-footnotes-footnote__note"),
    ]
)
"""Names and classes of elements within a paragraph that hold a note at the place where its marker stands."""
_UNSEEN = frozenset(
    [
        *("footnote_tooltip", "margin-toggle", "Inline-Template", "mw-editsection", "pagenum", "headerlink", "Z3988"),
        *("ltx_tag_note", "ltx_note_type"),
    ]
)
"""Classes of what is no part of the text: page numbers, what scripts show or hide, what readers put in."""


def is_italic(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is set in italics."""
    return name in _ITALIC or _IS_ITALIC.search(attributes.get("style", "")) is not None


def is_footer(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is what stands below the article on every page of a site."""
    said = " ".join(attributes.get(key, "") for key in ("id", "class")).lower().split()
    return name == "footer" or attributes.get("role") == "contentinfo" or not _FOOTERS.isdisjoint(said)


def is_note_block(attributes: dict[str, str]) -> bool:
    """Whether a block is a note of a list of notes."""
    said = " ".join(attributes.get(key, "") for key in ("role", "epub:type", "class")).split()
    return _CONTAINER_ID.match(attributes.get("id", "")) is not None or not _CONTAINER_ROLES.isdisjoint(said)


_POPUP_CLASSES = frozenset(
    ["tooltiptext", "tooltip-text", "tooltip-content", "tooltip__text", "tooltip__content", "popuptext"]
)


def is_popup(attributes: dict[str, str]) -> bool:
    """Whether an element is what pops up over the words before it: a note only where these are a label."""
    return not _POPUP_CLASSES.isdisjoint(attributes.get("class", "").split())


def is_title_of_note(name: str, attributes: dict[str, str]) -> bool:
    """Whether the title of an element may be a note: that of raised type, or of a link that leads nowhere."""
    return name == "sup" or attributes.get("href", "").startswith(("#", "javascript:"))


def is_note_within(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element within a paragraph is a note itself, put where its marker stands."""
    return name in _NOTE_NAMES or not _NOTE_CLASSES.isdisjoint(attributes.get("class", "").split())


_REFERENCE_SIGNS = ("noteref", "footnote-ref", "footnote-anchor", "fn-ref", "footnote-link")
_BACK_SIGNS = ("backlink", "footnote-back", "reversefootnote", "footnote-number", "backref")


def link_role(attributes: dict[str, str]) -> str:
    """Give what a link's attributes say that it is for: "noteref", "backlink" or nothing."""
    said = " ".join(attributes.get(name, "") for name in ("role", "epub:type", "class", "rel")).lower()
    if any(sign in said for sign in _BACK_SIGNS):
        return "backlink"
    known = any(sign in said for sign in _REFERENCE_SIGNS) or "data-footnote-ref" in attributes
    return "noteref" if known else ""


_COMMENTS = frozenset({"comments", "comment-list", "commentlist", "disqus_thread", "respond"})
"""Names and classes of what readers wrote below an article."""


def is_unseen(attributes: dict[str, str], *, in_note: bool) -> bool:
    """Whether an element is no part of the text; ``in_note``: nor is the label that a note within the text repeats."""
    classes = attributes.get("class", "").split()
    if (in_note and "ltx_note_mark" in classes) or attributes.get("role") == "navigation":
        return True
    return not _UNSEEN.isdisjoint(classes) or not _COMMENTS.isdisjoint([attributes.get("id", ""), *classes])


def kind_of(names: list[str]) -> tuple[BlockKind, int]:
    """Give the kind of a block by the elements around it, and its level as a heading."""
    for name in reversed(names):
        if name in HEADINGS:
            return BlockKind.HEADING, int(name[1])
        if name in {"td", "th"}:
            return BlockKind.CELL, 0
        if name in {"figcaption", "caption"}:
            return BlockKind.CAPTION, 0
        if name in {"li", "dd", "dt"}:
            return BlockKind.ITEM, 0
    return (BlockKind.QUOTE if "blockquote" in names else BlockKind.PARAGRAPH), 0
