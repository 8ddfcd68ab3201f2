"""Which candidates are markers: decided over the whole file, once its notes are known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citations.document import Position
from citations.drafts import Draft
from citations.labels import Numbering, numbering_of, split_labels, try_number
from citations.links import ADDRESS
from citations.scanning.bylines import byline_blocks
from citations.scanning.chapters import Chapters
from citations.scanning.lost_notes import markers_without_notes
from citations.scanning.notes import Notes
from citations.scanning.overlaps import merged
from citations.scanning.series import Placed, find_series, fold_label, folded_labels
from citations.styles import (
    author_date,
    author_page,
    bare_digit,
    caret,
    citekey,
    linked,
    parenthesis,
    raised,
    superscript,
)
from citations.styles.base import Candidate, Strength, is_label

_BY_NAME = frozenset({author_date.STYLE.name, author_page.STYLE.name, citekey.STYLE.name})
"""Styles that may name several sources at once, some of which may be missing."""
_RUN_TOGETHER = frozenset({raised.STYLE.name, bare_digit.STYLE.name, superscript.STYLE.name})
"""Styles without brackets: two adjacent markers look like one ("34" for 3 and 4)."""
_IN_NOTES = frozenset({citekey.STYLE.name})
"""Styles whose markers may stand in notes alone, since notes cite a bibliography."""
_MANY_MORE = 3
"""If one style marks so many times as many notes as another, the markers of the other are look-alikes."""
_DASHES = frozenset("-–—‑")
_MOST_PARTS = 200
"""Blocks of notes with one label in which an address is looked for; so many chapters that restart are rare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A marker, or several written as one ("[1, 3]"), from ``start`` to ``end`` of its draft's text."""

    labels: tuple[str, ...]
    start: int
    end: int
    position: Position
    raw: str
    style: str
    chapter: int
    target: str = ""


def choose_markers(
    drafts: Sequence[Draft], candidates: Sequence[Sequence[Candidate]], notes: Notes
) -> dict[int, list[Accepted]]:
    """Give the markers by the index of their draft, in reading order; ``candidates`` are those of each draft."""
    bylines = byline_blocks(drafts)
    placed = [
        Placed(index=index, candidate=candidate)
        for index, draft in enumerate(drafts)
        if index not in notes.outside
        for candidate in merged(draft, candidates[index])
        if candidate.target in notes.ids or index not in bylines
    ]
    known = {fold_label(label) for label in notes.labels} | notes.names.keys()
    placed = list(_run_together_split(placed, known))
    placed = [_without_guesses(one, known) if one.candidate.guesses else one for one in placed]
    sure = _without_lookalikes([one for one in placed if _is_sure(one.candidate, known, notes)])
    marked = _labels_of(one for one in sure if not ADDRESS.match(one.candidate.target))
    parts = _parts_by_label(notes)
    sure = [one for one in sure if not _leads_away(one.candidate, marked, drafts, parts)]
    sure = _rather_a_series(placed, sure, known)
    taken = set(map(id, sure))
    sure += markers_without_notes([one for one in placed if id(one) not in taken], sure, notes)
    letters = Numbering.LETTERS if numbering_of(notes.labels) is Numbering.LETTERS else None
    series = find_series(_weak(placed, sure, known), known - _labels_of(sure), letters)
    sure += series
    sure += _repeats(placed, sure, series, known)
    sure += _pages_of_named_authors(drafts, notes, sure)
    chosen: dict[int, list[Accepted]] = {}
    sure.sort(key=lambda one: (one.index, one.candidate.start))
    for one, chapter in zip(sure, Chapters(drafts, notes).of(sure), strict=True):
        chosen.setdefault(one.index, []).append(_accepted(one.candidate, notes, chapter))
    printed = _as_printed(notes)
    return {index: list(_with_ranges(drafts[index].text, found, known, printed)) for index, found in chosen.items()}


def _as_printed(notes: Notes) -> Callable[[str], str]:
    """Give a function from a marker's label to that of its note, which may be spelled otherwise ("Márquez 2008")."""
    exact = set(notes.labels)
    folded = {**notes.names, **{fold_label(label): label for label in reversed(notes.labels)}}
    return lambda label: label if label in exact else folded.get(fold_label(label), label)


def _with_ranges(
    text: str, found: Sequence[Accepted], known: set[str], printed: Callable[[str], str]
) -> Iterator[Accepted]:
    """Yield the markers of a draft with the labels of their notes.

    Of two markers with a dash between them, the second one stands for all labels up to its own.
    """
    last: Accepted | None = None
    for one in found:
        labels = one.labels
        if last is not None and text[last.end : one.start].strip() in _DASHES:
            whole = split_labels(f"{last.labels[-1]}–{one.labels[0]}") if len(labels) == 1 else ()
            labels = whole[1:] if known.issuperset(map(fold_label, whole)) and len(whole) > 1 else labels
        last = one
        labels = tuple(map(printed, labels))
        yield one if labels == one.labels else replace(one, labels=labels)


def marks_in_notes(
    candidates: Sequence[Sequence[Candidate]], notes: Notes, styles: set[str]
) -> Iterator[tuple[str, ...]]:
    """Yield for each note the labels of other notes to which markers in its text point.

    ``styles`` are those of the markers in the body. Candidates of these styles, and keys of a bibliography, count if a
    note has their label; others only if they link to a note.
    """
    known = {fold_label(label) for label in notes.labels}
    for entry in notes.entries:
        labels: dict[str, None] = {}
        inside = (one for index, start in entry.parts for one in candidates[index] if one.start >= start)
        for one in inside:
            linked_to = notes.ids.get(one.target) if one.target else None
            if linked_to is not None:
                labels[notes.entries[linked_to].label] = None
            elif one.style in styles | _IN_NOTES and not one.dubious:
                labels.update((label, None) for label in one.labels if fold_label(label) in known)
        yield tuple(label for label in labels if label != entry.label)


def _run_together_split(placed: Sequence[Placed], known: set[str]) -> Iterator[Placed]:
    """Yield the candidates; "34" becomes 3 and 4 if there are such notes.

    If there is a note 34, too, it must have another marker, and notes 3 and 4 none.
    """
    halves = [_halves(one.candidate, known) for one in placed]
    counts = Counter(
        (one.candidate.style, label)
        for one, pair in zip(placed, halves, strict=True)
        for label in (one.candidate.labels if one.candidate.labels[0] in known else pair)
    )
    for one, pair in zip(placed, halves, strict=True):
        style, label = one.candidate.style, one.candidate.labels[0]
        whole = label in known and (counts[style, label] == 1 or any(counts[style, half] for half in pair))
        if pair and not whole:
            counts[style, label] -= 1
            yield replace(one, candidate=replace(one.candidate, labels=pair))
        else:
            yield one


def _halves(candidate: Candidate, known: set[str]) -> tuple[str, ...]:
    """Give the two consecutive labels of notes that a marker may consist of, ``()`` if it does not."""
    label, *more = candidate.labels
    cuts = range(1, len(label)) if candidate.style in _RUN_TOGETHER and not more and label.isdecimal() else ()
    pairs = ((label[:cut], label[cut:]) for cut in cuts)
    return next((pair for pair in pairs if known.issuperset(pair) and int(pair[1]) == int(pair[0]) + 1), ())


def _without_guesses(one: Placed, known: set[str]) -> Placed:
    """Give a candidate without those guessed labels that no note has, unless nothing would be left."""
    labels = [
        label for label in one.candidate.labels if label not in one.candidate.guesses or fold_label(label) in known
    ]
    return replace(one, candidate=replace(one.candidate, labels=tuple(labels))) if labels else one


def _accepted(candidate: Candidate, notes: Notes, chapter: int) -> Accepted:
    """Give the marker of a candidate; a single label that links to a note becomes the label of that note."""
    labels = candidate.labels
    entry = notes.ids.get(candidate.target) if candidate.target else None
    if entry is not None:
        chapter = notes.entries[entry].chapter
        labels = (notes.entries[entry].label or labels[0],) if len(labels) == 1 else labels
    return Accepted(
        labels=labels,
        start=candidate.start,
        end=candidate.end,
        position=candidate.position,
        raw=candidate.raw,
        style=candidate.style,
        chapter=chapter,
        target=candidate.target,
    )


def _is_sure(candidate: Candidate, known: set[str], notes: Notes) -> bool:
    """Whether a candidate counts by itself: it is certain or links to a note, or notes have its labels."""
    if candidate.strength is Strength.CERTAIN or candidate.target in notes.ids:
        return candidate.style != caret.STYLE.name or _is_called(candidate, known, notes)
    if candidate.strength is Strength.WEAK or (candidate.style == linked.STYLE.name and candidate.target and notes.ids):
        return False
    named = [fold_label(label) in known for label in candidate.labels]
    if candidate.style in _BY_NAME:
        return any(named)
    if not all(named):
        return False
    return not candidate.dubious or not candidate.labels[0].isalpha() or _letters(notes)


def _is_called(candidate: Candidate, known: set[str], notes: Notes) -> bool:
    """Whether "[^x]" is a marker: it is a number or a note's label, or notes are written so. Patterns look the same."""
    label = candidate.labels[0]
    if (label.isdigit() and is_label(label)) or fold_label(label) in known or notes.elsewhere:
        return True
    return any(entry.style == caret.STYLE.name for entry in notes.entries)


def _without_lookalikes(sure: Sequence[Placed]) -> list[Placed]:
    """Give the markers without look-alikes: those for which only their label speaks, though others mark their note.

    If links or the format's own syntax mark a note for certain, a "[2]" in a formula is no second marker of it. Nor is
    a marker of a style if another style marks the same notes and many more.
    """
    by_style: dict[str, set[str]] = {}
    for one in sure:
        by_style.setdefault(one.candidate.style, set()).update(folded_labels(one.candidate))
    certain = _labels_of(one for one in sure if one.candidate.strength is Strength.CERTAIN)
    covered = {style: set(certain) for style in by_style}
    for style, labels in by_style.items():
        for others in by_style.values():
            if len(others) >= _MANY_MORE * len(labels):
                covered[style] |= others
    return [
        one
        for one in sure
        if one.candidate.strength is Strength.CERTAIN
        or one.candidate.target
        or not folded_labels(one.candidate) <= covered[one.candidate.style]
    ]


def _parts_by_label(notes: Notes) -> dict[str, list[int]]:
    """Give the drafts that hold the notes of each folded label, up to ``_MOST_PARTS`` a label."""
    found: dict[str, list[int]] = {}
    for entry in notes.entries:
        drafts = found.setdefault(fold_label(entry.label), [])
        drafts += [index for index, _ in entry.parts[: _MOST_PARTS - len(drafts)]]
    return found


def _leads_away(
    candidate: Candidate, marked: set[str], drafts: Sequence[Draft], parts: Mapping[str, Sequence[int]]
) -> bool:
    """Whether a number links to a page that its note does not name, although other markers point at that note.

    Wikis number external links that have no words of their own, and these numbers are no markers.
    """
    labels = folded_labels(candidate)
    if not ADDRESS.match(candidate.target) or not labels <= marked:
        return False
    return not any(
        candidate.target in drafts[index].text or any(one.target == candidate.target for one in drafts[index].inlines)
        for label in labels
        for index in parts.get(label, ())
    )


def _rather_a_series(placed: Sequence[Placed], sure: Sequence[Placed], known: set[str]) -> list[Placed]:
    """Give the sure markers; without the likely ones if a series of bare figures marks the same notes and many more."""
    certain = [one for one in sure if one.candidate.strength is Strength.CERTAIN or one.candidate.target]
    likely = _labels_of(sure) - _labels_of(certain)
    if not likely or _MANY_MORE * len(likely) > len(known):
        return [*sure]
    series = _labels_of(find_series(_weak(placed, certain, known), known - _labels_of(certain)))
    return certain if len(series) >= _MANY_MORE * len(likely) and likely <= series else [*sure]


def _pages_of_named_authors(drafts: Sequence[Draft], notes: Notes, sure: Sequence[Placed]) -> Iterator[Placed]:
    """Yield pages in brackets in sentences that name an author whom other markers cite with a page."""
    calls = (one.candidate for one in sure if one.candidate.style == author_page.STYLE.name)
    families = {label for call in calls for label in call.labels}.intersection(notes.labels)
    for index, draft in enumerate(drafts if families else ()):
        if index not in notes.outside:
            for one in author_page.STYLE.find_pages(draft, families):
                yield Placed(index=index, candidate=one)


def _labels_of(placed: Iterable[Placed]) -> set[str]:
    return {label for one in placed for label in folded_labels(one.candidate)}


def _letters(notes: Notes) -> bool:
    return numbering_of(notes.labels) in {Numbering.LETTERS, Numbering.SYMBOLS}


def _weak(placed: Iterable[Placed], sure: Sequence[Placed], known: set[str]) -> list[Placed]:
    """Give the weak candidates that may count; only those of styles in use, once sure ones mark half of the notes."""
    taken = set(map(id, sure))
    numbered = {label for label in known if try_number(label) is not None}
    settled = 2 * len(_labels_of(sure) & numbered) >= len(numbered)
    styles = {one.candidate.style for one in sure} if settled else set()
    return [
        one
        for one in placed
        if id(one) not in taken
        and (one.candidate.strength is Strength.WEAK or one.candidate.dubious)
        and (not styles or one.candidate.style in styles)
    ]


def _repeats(
    placed: Sequence[Placed], sure: Sequence[Placed], series: Sequence[Placed], known: set[str]
) -> list[Placed]:
    """Give further markers in round brackets for labels of a series, which shows that the article uses the style.

    Bare figures are not taken again, since they may be any figures.
    """
    taken = set(map(id, sure))
    weights = [one.candidate.weight for one in series if one.candidate.style == parenthesis.STYLE.name]
    glued = 2 * weights.count(parenthesis.GLUED) > len(weights)
    return [
        one
        for one in (placed if weights else ())
        if id(one) not in taken
        and one.candidate.style == parenthesis.STYLE.name
        and one.candidate.weight >= parenthesis.GLUED
        and (glued or one.candidate.weight != parenthesis.GLUED)
        and folded_labels(one.candidate) <= known
    ]
