"""Which of the things that look like markers are markers: decided over the whole file, with the notes known."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citations.bylines import byline_blocks
from citations.document import Position
from citations.drafts import Draft
from citations.labels import Numbering, numbering_of, split_labels, try_number
from citations.links import ADDRESS
from citations.notes import Notes
from citations.series import Placed, find_series, fold_label
from citations.styles import author_date, bare_digit, bracket, caret, citekey, linked, parenthesis, raised
from citations.styles.base import Candidate, Strength, is_within

_BY_NAME = frozenset({author_date.STYLE.name, citekey.STYLE.name})
"""Styles that name several sources at once, of which one may be missing."""
_RUN_TOGETHER = frozenset({raised.STYLE.name, bare_digit.STYLE.name})
"""Styles without brackets, whose markers run together where two notes meet."""
_IN_NOTES = frozenset({citekey.STYLE.name})
"""Styles that may stand in notes alone: the notes cite a bibliography."""
_MANY_MORE = 3
"""How many times as many notes a style marks as another one whose markers are then taken for look-alikes."""
_LEAST_COUNTED = 3
"""Labels without any note that count from 1: two may be the indices of a program."""
_SHARE_COUNTED = 0.8
"""How many of them must be one more than the label met before."""
_DASHES = frozenset("-–—‑")
_FARTHEST = 3
"""How many times the largest label a marker without a note may be: "[404]" among nine notes is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A marker, or several written as one ("[1, 3]"), at ``start`` to ``end`` of its draft's text."""

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
    """Give the markers by the index of their draft, each list in reading order.

    ``candidates`` are what the styles take for markers in each draft.
    """
    bylines = byline_blocks(drafts)
    placed = [
        Placed(index=index, candidate=candidate)
        for index, draft in enumerate(drafts)
        if index not in notes.outside
        for candidate in _merged(draft, candidates[index])
        if candidate.target in notes.ids or index not in bylines
    ]
    known = {fold_label(label) for label in notes.labels}
    placed = [_apart(one, known) for one in placed]
    sure = _without_lookalikes([one for one in placed if _is_sure(one.candidate, known, notes)])
    sure = _rather_a_series(placed, sure, known)
    taken = set(map(id, sure))
    sure += _without_notes([one for one in placed if id(one) not in taken], sure, notes)
    series = find_series(_weak(placed, sure, known), known - _labels_of(sure))
    sure += series
    sure += _repeats(placed, sure, series, known)
    chosen: dict[int, list[Accepted]] = {}
    chapters = _Chapters(drafts, notes)
    for one in sorted(sure, key=lambda one: (one.index, one.candidate.start)):
        chapter = chapters.of(one.index, one.candidate)
        chosen.setdefault(one.index, []).append(_accepted(one.candidate, notes, chapter))
    printed = _as_printed(notes)
    return {
        index: [
            replace(one, labels=tuple(printed(label) for label in one.labels))
            for one in _with_ranges(drafts[index].text, found, known)
        ]
        for index, found in chosen.items()
    }


def _as_printed(notes: Notes) -> Callable[[str], str]:
    """Give what tells how the note prints a marker's label: the text may say "Marquez 2008" or "Note 1" otherwise."""
    exact = set(notes.labels)
    folded = {fold_label(label): label for label in reversed(notes.labels)}
    return lambda label: label if label in exact else folded.get(fold_label(label), label)


def _with_ranges(text: str, found: Sequence[Accepted], known: set[str]) -> Iterator[Accepted]:
    """Yield the markers of a draft; the second of two with a dash between them stands for those between, too."""
    last: Accepted | None = None
    for one in found:
        labels = one.labels
        if last is not None and text[last.end : one.start].strip() in _DASHES:
            whole = split_labels(f"{last.labels[-1]}–{one.labels[0]}") if len(labels) == 1 else ()
            labels = whole[1:] if known.issuperset(map(fold_label, whole)) and len(whole) > 1 else labels
        last = one
        yield replace(one, labels=labels)


def marks_in_notes(
    candidates: Sequence[Sequence[Candidate]], notes: Notes, styles: set[str]
) -> Iterator[tuple[str, ...]]:
    """Yield for each note the labels of the other notes to which markers in its text point.

    Markers of ``styles``, those of the body, and keys of a bibliography count where a note has their label; any other
    where it links to a note.
    """
    known = {fold_label(label) for label in notes.labels}
    for entry in notes.entries:
        labels: dict[str, None] = {}
        inside = (one for index, start in entry.parts for one in candidates[index] if one.start >= start)
        for one in inside:
            linked_to = notes.ids.get(one.target) if one.target else None
            if linked_to is not None:
                labels[notes.entries[linked_to].label] = None
            elif one.style in styles | _IN_NOTES and not one.dubious and one.strength > Strength.WEAK:
                labels.update((label, None) for label in one.labels if fold_label(label) in known)
        yield tuple(label for label in labels if label != entry.label)


def _apart(one: Placed, known: set[str]) -> Placed:
    """Give "34" as 3 and 4 where no note is called 34 but two are called so: nothing stood between the markers."""
    label = one.candidate.labels[0]
    if one.candidate.style not in _RUN_TOGETHER or len(one.candidate.labels) > 1 or label in known:
        return one
    for cut in range(1, len(label)):
        first, second = label[:cut], label[cut:]
        if first in known and second in known and int(second) == int(first) + 1:
            return replace(one, candidate=replace(one.candidate, labels=(first, second)))
    return one


def _accepted(candidate: Candidate, notes: Notes, chapter: int) -> Accepted:
    """Give the marker; one that links to a note takes that note's label where its own names none."""
    labels = candidate.labels
    entry = notes.ids.get(candidate.target) if candidate.target else None
    if entry is not None and len(labels) == 1:
        chapter = notes.entries[entry].chapter
        labels = (notes.entries[entry].label or labels[0],)
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
    """Whether "[^x]" is a marker, by its number or by the notes: a text about patterns has words in such brackets."""
    label = candidate.labels[0]
    if label.isdigit() or fold_label(label) in known or notes.elsewhere:
        return True
    return any(entry.style == caret.STYLE.name for entry in notes.entries)


def _without_lookalikes(sure: Sequence[Placed]) -> list[Placed]:
    """Give the markers without what only looks like one: nothing but its label speaks for it, and that is marked.

    Where links or the format's own syntax mark a note beyond doubt, a "[2]" in a formula is no second marker of it;
    nor is one in any style where another style marks that note and many more.
    """
    by_style: dict[str, set[str]] = {}
    for one in sure:
        by_style.setdefault(one.candidate.style, set()).update(_folded(one.candidate))
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
        or not _folded(one.candidate) <= covered[one.candidate.style]
    ]


def _rather_a_series(placed: Sequence[Placed], sure: Sequence[Placed], known: set[str]) -> list[Placed]:
    """Give the likely markers without those whose notes a series of bare figures marks too, and many more."""
    certain = [one for one in sure if one.candidate.strength is Strength.CERTAIN or one.candidate.target]
    likely = _labels_of(sure) - _labels_of(certain)
    if not likely or _MANY_MORE * len(likely) > len(known):
        return [*sure]
    series = _labels_of(find_series(_weak(placed, certain, known), known - _labels_of(certain)))
    return certain if len(series) >= _MANY_MORE * len(likely) and likely <= series else [*sure]


def _labels_of(placed: Iterable[Placed]) -> set[str]:
    return {label for one in placed for label in _folded(one.candidate)}


def _folded(candidate: Candidate) -> set[str]:
    return {fold_label(label) for label in candidate.labels}


def _letters(notes: Notes) -> bool:
    return numbering_of(notes.labels) in {Numbering.LETTERS, Numbering.SYMBOLS}


def _without_notes(rest: Iterable[Placed], sure: Sequence[Placed], notes: Notes) -> list[Placed]:
    """Give the likely markers to which no note belongs: others of their style have theirs, or none has any.

    Where no marker found its note, those count that are written like the labels of the notes.
    """
    styles = {one.candidate.style for one in sure} or {entry.style for entry in notes.entries}
    numbers = [number for label in notes.labels if (number := try_number(label)) is not None]
    largest = max(numbers, default=0)
    likely = [one for one in rest if one.candidate.strength is Strength.LIKELY and not one.candidate.dubious]
    if not notes.labels:
        return _counted_from_one(likely)
    arabic = numbering_of(notes.labels) is Numbering.ARABIC
    known = {fold_label(label) for label in notes.labels}
    return [
        one
        for one in likely
        if one.candidate.style in styles
        and _may_lack(one.candidate, known)
        and all(
            label.isdigit() == arabic and (number := try_number(label)) is not None and number <= _FARTHEST * largest
            for label in one.candidate.labels
        )
    ]


def _may_lack(candidate: Candidate, known: set[str]) -> bool:
    """Whether a marker may have lost its note: of several labels one has its own, or they are figures of a list."""
    return len(candidate.labels) == 1 or not known.isdisjoint(_folded(candidate))


def _counted_from_one(likely: Sequence[Placed]) -> list[Placed]:
    """Give those styles' markers, in an article with no notes at all, that count up from 1 as they are met.

    Those that link out, each of which is its own note, count together. Indices of a program come in any order.
    """
    by_style: dict[str, list[Placed]] = {}
    for one in likely:
        by_style.setdefault("" if ADDRESS.match(one.candidate.target) else one.candidate.style, []).append(one)
    chosen: list[Placed] = []
    for style, group in by_style.items():
        if len({one.candidate.labels for one in group}) == 1:
            continue
        numbers = [try_number(label) for one in group for label in one.candidate.labels]
        met = [number for number in dict.fromkeys(numbers) if number is not None]
        next_ones = sum(number == before + 1 for before, number in pairwise((0, *met)))
        sure = style != bracket.STYLE.name or all(one.candidate.weight == bracket.ENDING for one in group)
        if met[:2] == [1, 2] and (sure or len(met) >= _LEAST_COUNTED) and _SHARE_COUNTED * len(met) <= next_ones:
            chosen += group
    return chosen


def _weak(placed: Iterable[Placed], sure: Sequence[Placed], known: set[str]) -> list[Placed]:
    """Give the weak candidates that may count: of the styles in use, where sure ones mark half of the notes."""
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
    """Give the markers in round brackets that name labels of a series once more: their style is settled by then.

    A bare figure that is met again may be any figure.
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
        and _folded(one.candidate) <= known
    ]


def _merged(draft: Draft, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the draft's candidates; those that overlap are one, as wide as all of them and as sure as the surest.

    A bare figure inside another candidate is part of it and no candidate.
    """
    if not found:
        return
    bare = [candidate for candidate in found if candidate.style == bare_digit.STYLE.name]
    others = [candidate for candidate in found if candidate.style != bare_digit.STYLE.name]
    unions = [_union(draft, _without_names(group)) for group in _groups(others)]
    taken = sorted((one.start, one.end) for one in unions)
    yield from sorted(
        (*unions, *(one for one in bare if not is_within(one, taken))), key=lambda one: (one.start, one.end)
    )


def _groups(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    groups: list[list[Candidate]] = []
    end = -1
    for candidate in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if groups and candidate.start < end:
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
            end = -1
        end = max(end, candidate.end)
    return groups


def _without_names(group: Sequence[Candidate]) -> list[Candidate]:
    """Give the group without names and years in brackets where a real marker stands among their words."""
    others = [one for one in group if one.style != author_date.STYLE.name]
    return others if any(not one.dubious for one in others) else [*group]


def _union(draft: Draft, group: Sequence[Candidate]) -> Candidate:
    best = max(group, key=lambda one: (one.strength, len(one.labels), one.weight))
    if len(group) > 1:
        first = min(group, key=lambda one: (one.start, one.position))
        widest = max(group, key=lambda one: len(one.labels))
        if {label for one in group for label in one.labels} == set(widest.labels):
            # The raised "1–3" around links to 1 and to 3 stands for all three.
            best = replace(best, labels=widest.labels)
        targets = [one.target for one in group if one.target and one.labels == best.labels]
        sources = sorted(group, key=lambda one: -len(one.raw))
        best = replace(
            best,
            start=min(one.start for one in group),
            end=max(one.end for one in group),
            position=min(first.position, best.position),
            raw=sources[0].raw,
            target=targets[0] if targets else "",
            dubious=all(one.dubious for one in group),
        )
    start, end, text = best.start, best.end, draft.text
    while start > 0 and end < len(text) and text[start - 1] + text[end] in {"[]", "()"}:
        start, end = start - 1, end + 1
    return replace(best, start=start, end=end) if start < best.start else best


class _Chapters:
    """Tells to which list of notes a marker belongs, where the labels begin anew."""

    def __init__(self, drafts: Sequence[Draft], notes: Notes) -> None:
        self._last = max((entry.chapter for entry in notes.entries), default=0)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._sizes = [0] * (self._last + 1)
        self._body = max((i for i in range(len(drafts)) if i not in notes.outside), default=0)
        for entry in notes.entries:
            if entry.chapter == len(self._starts):
                self._starts.append(entry.parts[0][0])
                self._ends.append(0)
            self._ends[entry.chapter] = entry.parts[0][0]
            self._sizes[entry.chapter] = max(self._sizes[entry.chapter], try_number(entry.label) or 0)
        self._chapter = 0
        self._seen = 0

    def of(self, index: int, candidate: Candidate) -> int:
        """Give the chapter of a marker; markers are asked for in reading order."""
        if self._last == 0:
            return 0
        if self._starts[0] < self._body:
            following = min(bisect_left(self._starts, index), self._last)
            # The notes of a chapter may stand below each of its sections.
            return following - (following > 0 and index < self._ends[following - 1])
        number = try_number(candidate.labels[0]) or 0
        if number == 1 and self._seen >= self._sizes[self._chapter] and self._chapter < self._last and self._seen > 1:
            self._chapter += 1
            self._seen = 0
        self._seen = max(self._seen, number)
        return self._chapter
