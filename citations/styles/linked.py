r"""``[\[viii\]](#)``, ``<a href="#fn1">1</a>``, Word's ``#_ftn1``: a label that is a link into the same file."""

import re
from collections.abc import Iterator

from citations.drafts import Draft, Inline, InlineKind
from citations.styles.base import (
    KEY,
    Candidate,
    Head,
    Strength,
    after_head,
    bare_label,
    inlines_of,
    is_label,
    labels_in,
)

NOTE_NAME = r"(?:user-content-|_+)?(?:fn|ftn|edn|foot-?note|end-?note|cite_note|sdfootnote|sdendnote)"
"""How converters and sites begin the names of notes."""
NOTE_TARGET = re.compile(rf"#(?:{NOTE_NAME}|(?:user-content-|_+)?(?:note|ref))", re.IGNORECASE)
_SURE_TARGET = re.compile(rf"#{NOTE_NAME}[-_:]?\w{{0,80}}(?:[-:]\d{{1,9}}){{0,2}}$", re.IGNORECASE)
"""A target that is a note and nothing else, unless it is a way back; it may name the post as well: "#fn-136-4"."""
BACK_TARGET = re.compile(
    r"(?:fn|ftnt?|edn|foot-?note|end-?note|note|cite)[-_:]?(?:ref|anchor|source|back|anc\b|\d{1,4}anc|sym\b)|refmark|_ref-|#fnt__\d",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{2,30}\W{1,3}\w{1,30}[^\w:]{1,3}\Z")
"""Words that a number which leads to another site may vouch for: what announces a row of pages ends with a colon."""
_BEFORE_IN_BRACKETS = re.compile(r"\[[\d\s,;–-]{0,200}\Z")
_AFTER_IN_BRACKETS = re.compile(r"[\d\s,;–-]{0,200}\]")
_AGAIN = re.compile(r"(\d{1,5}):\d{1,3}")
"""How a label is printed that stands in the text once more: "1:2" leads to note 1."""
_LONGEST_GROUP = 200
"""Characters of a bracket with several labels."""
_PART = re.compile(
    r"#(?:_?toc|mjx-eqn|(?!.*(?:fn|note))(?:eqn?|equation|fig|figure|tab|table|sec|section|thm|theorem|lemma|alg)[-_:.\d])",
    re.IGNORECASE,
)
"""A target that is a line of a table of contents, or a numbered part of the text: "(2)" leads to a formula."""
_BRACKETED_KEY = re.compile(rf"\s?\[{KEY}\]\s?")
_FIRST_YEAR = 1000
_LAST_FIGURES = re.compile(r"(?<!\d)\d{1,5}(?=(?:-m\d{1,5})?$)")
"""The figures at the end of a name, before the number of the file within a book."""
BACK_SIGNS = "↩↵⤴⏎↑⬑⇑⇧◎^\ufe0e\ufe0f"
"""Signs that lead from a note back to the text."""
_ARROWS = re.compile(
    rf"[\s{re.escape(BACK_SIGNS)}]*(?:back|return|jump up|top)?[\s↩↑^\ufe0e\ufe0f]*(?:(?<=[↩↑\ufe0e\ufe0f])\d{{1,2}})?",
    re.IGNORECASE,
)
"""Signs and words for "back to the text"; a number counts the places that lead to the note."""


class _Linked:
    name = "linked"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        raised = {place for one in inlines_of(draft, InlineKind.SUPERSCRIPT) for place in (one.start, one.end)}
        last, behind_words = 0, False
        for inline in inlines_of(draft, InlineKind.LINK):
            between = draft.text[last : inline.start]
            behind_words = _WORDS.search(between) is not None or (behind_words and not between.strip(" ,;"))
            last = inline.end
            text = draft.text[inline.start : inline.end]
            labels = _labels(inline, text)
            if not labels or is_backlink(inline) or _may_open_note(draft, inline):
                continue
            inside = "#" in inline.target or not inline.target
            if inside and _is_year(labels[0]) and _SURE_TARGET.search(inline.target) is None:
                continue
            known = inline.role == "noteref" or (inside and _is_sure(draft, inline, raised))
            yield Candidate(
                labels=labels,
                start=inline.start,
                end=inline.end,
                position=inline.position,
                raw=inline.raw,
                style=self.name,
                strength=Strength.CERTAIN if known else Strength.LIKELY,
                target=inline.target.rpartition("#")[2] if inside else inline.target,
                weight=4,
                dubious=not known
                and not (labels[0].isdigit() and ((behind_words and not inside) or _in_brackets(draft, inline))),
            )

    def find_head(self, draft: Draft) -> Head | None:
        first = next(inlines_of(draft, InlineKind.LINK), None)
        if first is None or first.role == "noteref" or draft.text[: first.start].strip(" [(^"):
            return None
        if draft.label is not None and draft.label.isdigit() and is_backlink(first) and "^" in draft.text[: first.end]:
            # The letters behind the sign count the places in the text, not the notes.
            return Head(label=draft.label, end=0, style=self.name, strength=Strength.CERTAIN)
        text = bare_label(draft.text[first.start : first.end].strip(" ⬑↑↩^."))
        if (
            not is_label(text)
            or _is_permalink(draft, first, text)
            or not (first.target.startswith("#") or not first.target)
        ):
            return None
        strength = Strength.CERTAIN if is_backlink(first) else Strength.LIKELY
        return Head(label=text, end=after_head(draft, first.end), style=self.name, strength=strength)


def is_backlink(inline: Inline) -> bool:
    """Whether a link leads from a note back to its marker."""
    return inline.role == "backlink" or ("#" in inline.target and BACK_TARGET.search(inline.target) is not None)


def is_arrow(text: str) -> bool:
    """Whether a link's text is only a sign or word for "back to the text"."""
    return len(text) <= 20 and _ARROWS.fullmatch(text) is not None  # noqa: PLR2004 - longer than any such word


def is_note_name(name: str) -> bool:
    """Whether a name that links point to is that of a note, whatever stands there."""
    return _SURE_TARGET.match(f"#{name}") is not None and BACK_TARGET.search(name) is None


def _may_open_note(draft: Draft, inline: Inline) -> bool:
    """Whether a link at the head of a block with a name leads from a note to its marker, rather than the other way."""
    if inline.start > 0 or not draft.ids or not inline.target.startswith("#"):
        return False
    return inline.role != "noteref" and _SURE_TARGET.match(inline.target) is None


def _is_permalink(draft: Draft, inline: Inline, label: str) -> bool:
    """Whether a sign leads to the very block that it opens, as sites offer the address of a section: "§"."""
    return not label.isalnum() and inline.target[1:] in draft.ids


def _in_brackets(draft: Draft, inline: Inline) -> bool:
    """Whether round brackets hold nothing but a link: "so ([1](https://…))." is a marker, a row of pages is none."""
    return draft.text[max(inline.start - 1, 0) : inline.start] + draft.text[inline.end : inline.end + 1] == "()"


def _labels(inline: Inline, text: str) -> tuple[str, ...]:
    if inline.role == "noteref":
        label = bare_label(text) if text.strip() else _number_of(inline.target)
        return (label,) if label and len(label) <= 40 else ()  # noqa: PLR2004 - a label, not a sentence
    if _BRACKETED_KEY.fullmatch(text):
        return (bare_label(text),)
    again = _AGAIN.fullmatch(bare_label(text)) if ":" in text and NOTE_TARGET.search(inline.target) else None
    return (again[1],) if again else labels_in(text.strip("^ ,;"))


def _is_year(label: str) -> bool:
    """Whether a label may be the year of a work, "Berg ([2004](#ref-berg))"; few lists have a thousand notes."""
    return label.isdigit() and int(label) >= _FIRST_YEAR


def _number_of(target: str) -> str:
    """Give the label of a marker that is a picture: the last figures of the name it leads to, else that name."""
    name = target.rpartition("#")[2]
    figures = _LAST_FIGURES.search(name)
    return figures[0] if figures else name


def _is_sure(draft: Draft, inline: Inline, raised: set[int]) -> bool:
    """Whether a link into the file is a marker: by its target's name, its brackets or its raised type.

    A bare figure that links to anything else is a line of a table of contents.
    """
    if NOTE_TARGET.search(inline.target) is not None:
        return True
    if _PART.match(inline.target):
        return False
    bracketed = draft.text[inline.start : inline.end].lstrip()[:1] in {"[", "("} or _in_group(draft.text, inline)
    return bracketed or inline.start in raised or inline.end in raised


def _in_group(text: str, inline: Inline) -> bool:
    """Whether square brackets hold a link, alone or among other figures: "[1, 2]"."""
    before = _BEFORE_IN_BRACKETS.search(text, max(inline.start - _LONGEST_GROUP, 0), inline.start)
    return before is not None and _AFTER_IN_BRACKETS.match(text, inline.end) is not None


STYLE = _Linked()
