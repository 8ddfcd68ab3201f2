"""Where the notes are: under a heading, in a run of labelled blocks, or defined anywhere in the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from citations.document import BlockKind
from citations.drafts import Draft
from citations.heads import TABLE, find_heads
from citations.labels import is_successor, try_number
from citations.sections import is_afterword_heading, is_notes_heading, is_source_heading
from citations.styles import author_date
from citations.styles.base import Candidate, Head, Strength

_URL_FIRST = re.compile(r"\W{0,3}(?:https?://|www\.|doi:|DOI:)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NO_END = re.compile(r"[^.!?…>”\"»)\]\w/]$|(?:\b(?:in|at|from|see|available|and)|:)$")
_TITLES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.ASIDE})
"""The blocks that may be headings, marked as such or not."""
_BY_SYNTAX = frozenset({"caret", "declared"})
"""Styles whose notes end where the syntax of the format says so."""
_LONGEST_GAP = 4
"""Blocks without a label between two labelled ones that still make one run: a note of five paragraphs is long."""
_FARTHEST_LABEL = 3
"""How many blocks below a heading for notes the first label may stand: a chapter's title, a word to the reader."""
_LARGEST_STEP = 6
"""How far a weak label may be ahead of the one before it: more missing notes than that make no list."""
_LARGEST_LABEL = 2000
"""The largest weak label that may open a list of notes: a larger one is a year or a figure."""
_END_OF_FILE = 6
"""Blocks that may follow a run of weak labels at the end of a file (a bio, a date, a disclaimer)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A note: its label, and its parts as pairs of a draft's index and the offset where its text begins."""

    label: str
    style: str
    parts: tuple[tuple[int, int], ...]
    chapter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The notes in their order; ``outside``: the drafts that are no body; ``loose``: those of them that are no note."""

    entries: tuple[Entry, ...] = ()
    outside: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    ids: dict[str, int] = field(default_factory=dict)
    """Names that links can point to, with the index of the note that bears it."""
    elsewhere: tuple[str, ...] = ()
    """Labels of the notes that stand in another file."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all notes, here and elsewhere."""
        return (*(entry.label for entry in self.entries), *self.elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Region:
    """Drafts from ``start`` up to ``end`` that hold notes.

    ``titled``: they stand under a heading for notes; ``sure``: the format itself says that they are notes.
    """

    start: int
    end: int
    titled: bool
    sure: bool = False


@dataclass(slots=True)
class _Open:
    head: Head
    parts: list[tuple[int, int]]


def find_notes(
    drafts: Sequence[Draft], candidates: Sequence[Sequence[Candidate]], *, whole_is_notes: bool = False
) -> Notes:
    """Give the notes among the drafts; ``candidates`` are what may be markers in each of them.

    ``whole_is_notes`` takes the file for one section of notes.
    """
    heads = find_heads(drafts, candidates)
    if whole_is_notes:
        regions = [_Region(start=0, end=len(drafts), titled=True)]
    else:
        regions = list(_titled_regions(drafts, heads))
        regions += _runs(drafts, heads, candidates, regions)
        regions.sort(key=lambda region: region.start)
    found: list[_Open] = []
    outside: set[int] = set()
    loose: set[int] = set()
    opened: list[int] = []
    named = _named_in_text(candidates)
    for region in regions:
        entries, used = _entries(drafts, heads, region, by_author=_cites_by_author(drafts, named, region))
        if not entries:
            continue
        opened.append(len(found))
        found += entries
        outside |= used
        if region.titled:
            loose |= _rest(drafts, candidates, region, used)
    tail = _afterword(len(drafts), candidates, regions, outside | loose)
    return Notes(
        entries=tuple(_with_chapters(found, opened)),
        outside=frozenset(outside | loose | tail),
        loose=frozenset(
            index
            for index in loose | tail
            if drafts[index].kind is not BlockKind.CELL and not is_notes_heading(drafts[index].text)
        ),
        ids=_ids(drafts, found),
    )


def _titled_regions(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> Iterator[_Region]:
    """Yield the sections under headings for notes; one without labels counts only where sources were promised."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if not _is_title(draft):
            index += 1
            continue
        end = _section_end(drafts, index)
        inside = range(index + 1, end)
        stop = end if index else index + 2
        labelled = _is_labelled(drafts[index + 1 : stop], heads[index + 1 : stop])
        if labelled or (is_source_heading(draft.text) and _looks_like_sources([drafts[place] for place in inside])):
            yield _Region(start=index, end=end, titled=True)
            index = end
        else:
            index += 1


def _is_labelled(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> bool:
    """Whether the blocks under a heading hold notes: a label among the first of them, or sources and then a label.

    A numbered list far below a line that reads "Note" has nothing to do with it.
    """
    first = next((place for place, head in enumerate(heads) if head is not None), None)
    if first is None:
        return False
    return first < _FARTHEST_LABEL or _looks_like_sources(drafts[:first])


def _is_title(draft: Draft) -> bool:
    return draft.kind in _TITLES and is_notes_heading(draft.text)


def _section_end(drafts: Sequence[Draft], title: int) -> int:
    level = drafts[title].level or 7
    for index in range(title + 1, len(drafts)):
        draft = drafts[index]
        if draft.kind is BlockKind.HEADING and (draft.level <= level or is_afterword_heading(draft.text)):
            return index
        if draft.kind is BlockKind.PARAGRAPH and _is_title(draft):
            return index
    return len(drafts)


def _looks_like_sources(drafts: Sequence[Draft]) -> bool:
    named = sum(_names_source(draft) for draft in drafts)
    return named > 0 and 2 * named >= len(drafts)


def _names_source(draft: Draft) -> bool:
    """Whether a block without a label names a source at all: by a link or an address, or by a year."""
    if "://" in draft.text or _YEAR.search(draft.text):
        return True
    return any(inline.target.startswith("http") for inline in draft.inlines)


def _runs(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    titled: Sequence[_Region],
) -> Iterator[_Region]:
    """Yield the runs of labelled blocks that stand under no heading for notes."""
    covered = {index for region in titled for index in range(region.start, region.end)}
    places = [
        index for index, head in enumerate(heads) if head is not None and head.style != TABLE and index not in covered
    ]
    marked = _marked_labels(candidates, covered)
    run: list[int] = []
    for index in places:
        if run and not _goes_on(drafts, heads, candidates, run[-1], index):
            yield from _as_region(drafts, heads, run, marked)
            run = []
        run.append(index)
    if run:
        yield from _as_region(drafts, heads, run, marked)


def _goes_on(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    last: int,
    index: int,
) -> bool:
    """Whether the labelled block at ``index`` continues the run whose latest label stands at ``last``."""
    one, other = heads[last], heads[index]
    if one is None or other is None or index - last > _LONGEST_GAP:
        return False
    between = range(last + 1, index)
    if any(drafts[place].kind is BlockKind.HEADING or drafts[place].rule_before for place in between):
        return False
    if any(other.label in candidate.labels for place in between for candidate in candidates[place]):
        return False
    if one.strength is Strength.CERTAIN or other.strength is Strength.CERTAIN:
        indented = all(drafts[place].continues for place in between)
        return one.style == other.style and (one.style not in _BY_SYNTAX or indented)
    return one.style == other.style and (is_successor(other.label, one.label) or _skips(one, other, index - last))


def _skips(one: Head, other: Head, distance: int) -> bool:
    """Whether a label right behind another one is its double or leaves a few out: a fault of the list, and no end."""
    first, second = try_number(one.label), try_number(other.label)
    if distance > 1 or other.strength is Strength.WEAK or first is None or second is None:
        return False
    return first <= second <= first + _LARGEST_STEP


def _as_region(
    drafts: Sequence[Draft], heads: Sequence[Head | None], run: Sequence[int], marked: dict[str, int]
) -> Iterator[_Region]:
    """Yield the region of a run, if it is one: sure labels, or labels that the text before it marks."""
    head = heads[run[0]]
    if head is None:
        return
    end = run[-1] + 1
    while end < len(drafts) and (drafts[end].continues or _is_address_of(drafts[end - 1], drafts[end], head)):
        end += 1
    labels = [other.label for index in run if (other := heads[index]) is not None]
    called = sum(marked.get(label, len(drafts)) < run[0] for label in labels)
    if head.strength is Strength.CERTAIN:
        counts = True
    elif head.strength is Strength.LIKELY:
        counts = 2 * called >= len(labels) or (len(labels) > 1 and try_number(labels[0]) == 1)
    else:
        placed = drafts[run[0]].rule_before or len(drafts) - run[-1] <= _END_OF_FILE
        counts = placed and 2 * called >= len(labels)
    if counts:
        yield _Region(start=run[0], end=end, titled=False, sure=head.strength is Strength.CERTAIN)


def _is_address_of(last: Draft, draft: Draft, head: Head) -> bool:
    """Whether a block is the address that the last note of a run announces: "Available at", and a new line."""
    if head.style in _BY_SYNTAX or _NO_END.search(last.text.rstrip()) is None:
        return False
    return _URL_FIRST.match(draft.text) is not None


def _marked_labels(candidates: Sequence[Sequence[Candidate]], covered: set[int]) -> dict[str, int]:
    """Give the labels that markers in the text may point to, each with the first block where one stands."""
    marked: dict[str, int] = {}
    for index, found in enumerate(candidates):
        if index in covered:
            continue
        for candidate in found:
            if candidate.start > 0 and candidate.weight > 3:  # noqa: PLR2004 - not behind a blank in mid-sentence
                for label in candidate.labels:
                    marked.setdefault(label, index)
    return marked


def _named_in_text(candidates: Sequence[Sequence[Candidate]]) -> dict[str, int]:
    """Give the sources that the text cites by author and year, each with the first block that does."""
    named: dict[str, int] = {}
    for index, found in enumerate(candidates):
        for candidate in found:
            if candidate.style == author_date.STYLE.name:
                for label in candidate.labels:
                    named.setdefault(label, index)
    return named


def _cites_by_author(drafts: Sequence[Draft], named: dict[str, int], region: _Region) -> bool:
    """Whether the text before a section cites one of its blocks by author and year."""
    inside = drafts[region.start : region.end] if named else ()
    heads = (author_date.STYLE.find_head(draft) for draft in inside)
    return any(head is not None and named.get(head.label, region.start) < region.start for head in heads)


def _entries(
    drafts: Sequence[Draft], heads: Sequence[Head | None], region: _Region, *, by_author: bool
) -> tuple[list[_Open], set[int]]:
    """Give the notes of a region and the drafts that they and the heading take up."""
    strong = sum(head is not None and head.strength > Strength.WEAK for head in heads[region.start : region.end])
    entries: list[_Open] = []
    used: set[int] = set()
    waiting: list[int] = []
    for index in range(region.start, region.end):
        head = heads[index]
        draft = drafts[index]
        if region.titled and index == region.start and _is_title(draft):
            used.add(index)
        elif head is not None and _opens(draft, head, entries, strong=strong):
            _take(entries, waiting, used)
            entries.append(_Open(head=head, parts=[(index, head.end)]))
            used.add(index)
        elif draft.kind is not BlockKind.HEADING:
            waiting.append(index)
        else:
            _take(entries, _own(drafts, entries, waiting), used)
            waiting = []
    if not entries and region.titled:
        return _unlabelled(drafts, waiting, used, by_author=by_author)
    _take(entries, _own(drafts, entries, waiting), used)
    return entries, used


def _opens(draft: Draft, head: Head, entries: Sequence[_Open], *, strong: int) -> bool:
    """Whether a label really opens a note, seen what the region has so far."""
    if head.strength > Strength.WEAK:
        return True
    number = try_number(head.label)
    if strong > 1 or number is None:
        return False
    if not entries:
        return number <= _LARGEST_LABEL
    last = try_number(entries[-1].head.label) or 0
    stopped = draft.label is not None or draft.text[: head.end].strip() != head.label
    if stopped:
        return number == 1 or abs(number - last) <= _LARGEST_STEP
    return last < number <= last + 3


def _take(entries: Sequence[_Open], waiting: list[int], used: set[int]) -> None:
    if entries:
        entries[-1].parts.extend((index, 0) for index in waiting)
        used.update(waiting)
    waiting.clear()


def _own(drafts: Sequence[Draft], entries: Sequence[_Open], waiting: Sequence[int]) -> list[int]:
    """Give the blocks after the last label that still belong to its note: the others follow the notes."""
    own: list[int] = []
    if not entries:
        return own
    text = " ".join(drafts[index].text[start:] for index, start in entries[-1].parts)
    for index in waiting:
        draft = drafts[index]
        if not (draft.continues or _is_rest(text, draft)):
            break
        own.append(index)
        text += " " + draft.text
    return own


def _is_rest(text: str, draft: Draft) -> bool:
    """Whether the note's text goes on in the block: an address, a small letter, or a text that had not ended."""
    if _URL_FIRST.match(draft.text) or draft.text[:1].islower():
        return True
    return draft.row is not None or not text.strip() or _NO_END.search(text.rstrip()) is not None


def _unlabelled(
    drafts: Sequence[Draft], waiting: Sequence[int], used: set[int], *, by_author: bool
) -> tuple[list[_Open], set[int]]:
    """Give references that print no labels: by author and year where the text cites so, else with the label ``""``."""
    none = Head(label="", end=0, style="unlabelled", strength=Strength.LIKELY)
    named = [index for index in waiting if _names_source(drafts[index])]
    heads = [author_date.STYLE.find_head(drafts[index]) if by_author else None for index in named]
    entries = [_Open(head=head or none, parts=[(index, 0)]) for index, head in zip(named, heads, strict=True)]
    return entries, used | set(named)


def _rest(
    drafts: Sequence[Draft], candidates: Sequence[Sequence[Candidate]], region: _Region, used: set[int]
) -> set[int]:
    """Give what is no note in a section of notes; a text with markers before the first of them is body all the same."""
    first = min((index for index in used if index > region.start), default=region.end)
    return {
        index
        for index in range(region.start, region.end)
        if index not in used
        and drafts[index].text
        and not (index < first and any(one.strength is Strength.CERTAIN for one in candidates[index]))
    }


def _afterword(
    count: int, candidates: Sequence[Sequence[Candidate]], regions: Sequence[_Region], taken: set[int]
) -> set[int]:
    """Give what follows the last notes at the end of the file: no part of the article's text, unless it has markers."""
    last = max((region for region in regions if region.start in taken), key=lambda one: one.end, default=None)
    if last is None:
        return set()
    rest = range(last.end, count)
    if last.sure or (not last.titled and len(rest) > _END_OF_FILE):
        return set()
    return set() if _marked_labels(candidates[last.end :], set()) else set(rest)


def _with_chapters(found: Iterable[_Open], opened: Sequence[int]) -> Iterator[Entry]:
    """Yield the entries; a label seen before, in a new region or counting from 1 again, begins a chapter."""
    chapter = 0
    seen: set[str] = set()
    starts = set(opened)
    for number, entry in enumerate(found):
        label = entry.head.label
        if label and label in seen and (number in starts or try_number(label) == 1):
            chapter += 1
            seen = set()
        seen.add(label)
        yield Entry(label=label, style=entry.head.style, parts=tuple(entry.parts), chapter=chapter)


def _ids(drafts: Sequence[Draft], found: Sequence[_Open]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for number, entry in enumerate(found):
        for index, _ in entry.parts:
            for name in drafts[index].ids:
                ids.setdefault(name, number)
    return ids
