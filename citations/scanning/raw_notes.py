"""The text of notes behind their labels, without what sites add to it, and the links that it does not show."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from citations.document import RawNote
from citations.drafts import AUTOLINK, Draft, Inline, InlineKind
from citations.emphasis import placed
from citations.links import ADDRESS
from citations.scanning.notes import Entry
from citations.scanning.slicing import cut
from citations.scanning.works import UNLABELLED
from citations.styles import author_date, caret, declared
from citations.styles.author_date import works_called
from citations.styles.linked import BACK_SIGNS, is_arrow, is_backlink

_ARROWS = re.compile(
    r"^\^\s?a\s?b(?![a-z])(?:\s?[c-z](?![a-z])){0,24}\s?"
    rf"|^[\s{BACK_SIGNS.replace('^', '')}]{{1,5}}|^\^{{1,3}}(?:\s|$)"
)
"""Signs for "back to the text" before a note, with the letters of its places: "↑ ", "^ a b c "."""
_ARROWS_AFTER = re.compile(rf"(?:\s?[{BACK_SIGNS.replace('^', '')}]\d{{0,2}}){{1,60}}$")
"""The same behind a note, without links: in a page that was printed or copied."""
_RENDERED = frozenset({caret.STYLE.name, declared.STYLE.name})
"""Styles of Markdown's own notes, which are kept as shown: without angle brackets around addresses."""
_LONGEST_BACK = 12
"""Characters of the longest link back that is cut out; a longer one belongs to the words of the note."""
_BACK_WORDS = re.compile(r"(?:return|back|jump|zurück|retour|volver|torna)\b[^.]{0,40}", re.IGNORECASE)
_SEARCHES = re.compile(
    r"(?:search (?:in|on) )?(?:google scholar|scopus|web of science|worldcat|mathscinet)", re.IGNORECASE
)
"""Words of links that journals add to references and that lead to a search, not to the source."""
_ACCESS = re.compile(
    r"(?:view |full )?article|cross ?ref|pub ?med|doi|full text|pdf|cas|ads|abstract|(?:free )?pmc(?: free)? article|"
    r"europe pmc|publisher|view record",
    re.IGNORECASE,
)
"""Words of links that journals add to references and that lead to the source, or to a record of it."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Spans of a part of a note that are not its text, and the targets of links that the text does not show."""

    spans: list[tuple[int, int]]
    targets: list[str]


def raw_note(drafts: Sequence[Draft], entry: Entry) -> RawNote:
    """Give the note: its text without label and links back, and the link targets that the text does not show."""
    texts: list[str] = []
    emphasised = []
    services = _services(drafts, entry)
    cuts = [_cut_out(drafts[index], start, entry.style, services) for index, start in entry.parts]
    urls = list(dict.fromkeys(target for one in cuts for target in one.targets))
    for (index, _), one in zip(entry.parts, cuts, strict=True):
        draft = drafts[index]
        text = cut(draft, one.spans)[0].text if one.spans else draft.text
        stretches = [(inline.start, inline.end) for inline in draft.inlines if inline.kind is InlineKind.EMPHASIS]
        emphasised.append((draft.text, one.spans, stretches))
        texts.append(text.strip() if texts else _ARROWS.sub("", text).strip())
    raw = _ARROWS_AFTER.sub("", re.sub(r"\s+", " ", " ".join(text for text in texts if text)).strip())
    if services and not urls and "://" not in raw:
        urls += _source_of(services, drafts, entry)
    return RawNote(
        label=entry.label,
        raw=raw,
        position=drafts[entry.parts[0][0]].position,
        style=entry.style,
        chapter=entry.chapter,
        urls=tuple(urls),
        emphasis=tuple(placed(raw, emphasised)),
    )


def _cut_out(draft: Draft, start: int, style: str, services: Sequence[Inline]) -> _Cut:
    """Give what is left out of a part of a note: the label (before ``start``), links back, links added by journals.

    Markers of the format's own syntax are left out, too: their notes, though written within this one, are separate.
    """
    spans = [(0, start)] if start else []
    within = [one for one in draft.inlines if one.kind is InlineKind.MARKER and one.end > start]
    spans += [(max(one.start, start), one.end) for one in within]
    targets: list[str] = []
    for inline in draft.inlines:
        if inline.kind is not InlineKind.LINK or inline.start < start:
            continue
        shown = draft.text[inline.start : inline.end]
        if _leads_back(inline, shown) or inline in services:
            spans.append(_with_brackets(draft.text, inline))
        elif inline.role == AUTOLINK and style in _RENDERED and " " not in shown:
            spans += [(inline.start, inline.start + 1), (inline.end - 1, inline.end)]
        elif _is_hidden(inline.target, draft.text):
            targets.append(inline.target)
    return _Cut(_apart(spans), targets)


def _leads_back(inline: Inline, shown: str) -> bool:
    """Whether a link of a note leads to its marker, by where it leads or by the sign or word that it shows."""
    if is_backlink(inline) and len(shown) <= _LONGEST_BACK:
        return True
    return inline.target.startswith("#") and bool(is_arrow(shown) or _BACK_WORDS.fullmatch(shown.strip()))


def with_works(notes: Sequence[RawNote], marked: Collection[str]) -> tuple[RawNote, ...]:
    """Give the notes; those that cite works by author and year get the labels of the works as ``marks``.

    ``marked`` are the labels of markers in the text. If the text cites no work of the list, but notes do, works that
    no note cites lose their labels: the list is a bibliography, where an uncited work is no fault.
    """
    listed = {note.label for note in notes if note.style == author_date.STYLE.name}
    if not listed:
        return tuple(notes)
    calling = [_calling(note, listed) for note in notes]
    called = {label for note in calling for label in note.marks}
    unused = set() if listed & set(marked) else listed - called
    return tuple(replace(note, label="", style=UNLABELLED) if note.label in unused else note for note in calling)


def _calling(note: RawNote, listed: set[str]) -> RawNote:
    if note.style == author_date.STYLE.name:
        return note
    works = [label for label in works_called(note.raw) if label in listed]
    return replace(note, marks=tuple(dict.fromkeys((*note.marks, *works)))) if works else note


def _services(drafts: Sequence[Draft], entry: Entry) -> tuple[Inline, ...]:
    """Give the links that a journal added to a reference, ``()`` if there is only one."""
    found = [
        inline
        for index, start in entry.parts
        for inline in drafts[index].inlines
        if inline.kind is InlineKind.LINK and inline.start >= start and _service(drafts[index], inline)
    ]
    return tuple(found) if len(found) > 1 else ()


def _service(draft: Draft, inline: Inline) -> bool:
    words = draft.text[inline.start : inline.end].strip(" []")
    return _SEARCHES.fullmatch(words) is not None or _ACCESS.fullmatch(words) is not None


def _source_of(services: Sequence[Inline], drafts: Sequence[Draft], entry: Entry) -> list[str]:
    """Give the address of the source among links that a journal added: that of its DOI, else the first."""
    inside = {id(inline): drafts[index] for index, _ in entry.parts for inline in drafts[index].inlines}
    targets = [
        inline.target
        for inline in services
        if ADDRESS.match(inline.target)
        and not _SEARCHES.fullmatch(inside[id(inline)].text[inline.start : inline.end].strip(" []"))
    ]
    return sorted(targets, key=lambda target: "doi.org/" not in target)[:1]


def _with_brackets(text: str, inline: Inline) -> tuple[int, int]:
    """Give the span of a link, with the square brackets around it if there are any."""
    start, end = inline.start, inline.end
    return (start - 1, end + 1) if text[max(start - 1, 0) : start] + text[end : end + 1] == "[]" else (start, end)


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans in order, without those that begin inside an earlier one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _is_hidden(target: str, text: str) -> bool:
    """Whether a link leads to another site, or a DOI, whose address the text does not show."""
    return ADDRESS.match(target) is not None and target not in text and target.removesuffix("/") not in text
