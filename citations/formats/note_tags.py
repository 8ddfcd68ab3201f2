"""Tags that hold a note within Markdown: shortcodes of site generators and blogs, and HTML elements.

Such a tag opens and closes (``[mfn]…[/mfn]``, ``{{< sidenote >}}…{{< /sidenote >}}``, ``<d-footnote>…</d-footnote>``)
or has the note as its last argument (``{% sidenote 'id' 'text' %}``).
"""

import re
from dataclasses import dataclass

from citations.formats.html_signs import is_note_within, is_unseen
from citations.scanning.worded_notes import NOTE_WORDS, SQUARE_TAG

TAG_SIGNS = re.compile(
    rf"\{{\{{[<%]\s?(?P<hugo_end>/)?\s?(?P<hugo>{NOTE_WORDS})(?:-\w{{1,20}})?(?P<hugo_rest>(?:\s[^{{}}]{{0,4000}})?)[>%]\}}\}}"
    rf"|\{{%-?\s?(?P<liquid_end>end|/)?(?P<liquid>{NOTE_WORDS})(?P<liquid_rest>(?:\s[^{{}}]{{0,4000}}?)?)-?%\}}"
    rf"|{SQUARE_TAG}",
    re.IGNORECASE,
)
"""A shortcode that may hold a note."""
COUNTED_TAG = re.compile(
    r"\{%-?\s?(?:(?P<mark>fn)|(?P<body>fnbody)|end_?fnbody|(?:end)?footnotes)\s?-?%\}"
    r"(?!(?:[^{]|\{(?!%)){0,4000}\{%-?\s?endfn\b)",
    re.IGNORECASE,
)
"""Tags of plug-ins for Jekyll that count markers (``{% fn %}``) and notes (``{% fnbody %}…{% endfnbody %}``).

``{% fn %}…{% endfn %}`` is a note within the text instead.
"""
_NUMBER = re.compile(r"\s{0,9}[\"']?(?P<number>\d{1,3})[\"']?\s{0,9}")
_ARGUMENT = re.compile(r"(?<![=\w])(?:\"(?P<double>[^\"]{0,4000})\"|'(?P<single>(?:[^']|(?<=\w)'(?=\w)){0,4000})')")
_BARE = re.compile(r"\s{0,3}\S{1,60}\s+(?P<words>\S[^\"]{2,4000}?)\s*\Z")
_TIED = frozenset(["span", "small", "aside", "d-footnote", "footnote", "sidenote", "fn", "div"])
"""Elements that may hold a note. They are always paired, so that the right closing tag ends a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTag:
    """A tag that may open or close a note.

    ``note``: where the text of the note stands if it is an argument; ``shown``: words that an opening tag prints;
    ``number``: the number of the note if that is all that the tag says, else ``""``.
    """

    name: str
    closes: bool
    opens_note: bool = True
    hides: bool = False
    """Its content is hidden on the page, and repeated in a list of notes."""
    note: tuple[int, int] | None = None
    shown: str = ""
    number: str = ""


def shortcode(found: re.Match[str]) -> NoteTag:
    """Give the tag of a match of ``TAG_SIGNS``."""
    kind = next(name for name in ("hugo", "liquid", "square") if found[name])
    name, closes = f"{kind}:{found[kind].lower()}", bool(found[f"{kind}_end"])
    if closes or kind == "square":
        return NoteTag(name=name, closes=closes)
    start, end = found.span(f"{kind}_rest")
    if number := _NUMBER.fullmatch(found.string, start, end):
        return NoteTag(name=name, closes=False, number=number["number"])
    arguments = list(_ARGUMENT.finditer(found.string, start, end))
    last = arguments[-1] if arguments else None
    if last is None:
        bare = _BARE.match(found.string, start, end) if kind == "liquid" else None
        return NoteTag(name=name, closes=False, note=bare.span("words") if bare else None)
    words = last[last.lastgroup or 0]
    shown = words if words.isalpha() or " " in words else ""
    return NoteTag(name=name, closes=False, note=last.span(last.lastgroup or 0) if " " in words else None, shown=shown)


def element(name: str, attributes: dict[str, str], *, closes: bool) -> NoteTag | None:
    """Give the tag of an HTML element, ``None`` for an element that never holds a note."""
    name = name.lower()
    if name not in _TIED:
        return None
    return NoteTag(
        name=name,
        closes=closes,
        opens_note=not closes and is_note_within(name, attributes),
        hides=not closes and is_unseen(attributes, in_note=False),
    )
