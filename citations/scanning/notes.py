"""The notes of a file: which blocks belong to which note, and which blocks beside the notes are not the body."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from citations.document import BlockKind
from citations.drafts import Draft
from citations.labels import is_successor, try_number, without_word
from citations.scanning.by_place import is_cited_by_place
from citations.scanning.heads import TABLE, find_heads
from citations.scanning.regions import (
    BY_SYNTAX,
    END_OF_FILE,
    LARGEST_STEP,
    NO_END,
    URL_FIRST,
    Region,
    find_runs,
    is_title,
    titled_regions,
)
from citations.scanning.survey import Survey, is_marked, marked_labels
from citations.scanning.works import (
    UNLABELLED,
    are_called,
    cites_by_author,
    named_works,
    names_of,
    other_names,
    unlabelled_works,
)
from citations.sections import is_notes_heading, is_source_heading
from citations.styles import bare_digit, caret
from citations.styles.base import Candidate, Head, Strength, bare_label
from citations.styles.linked import BACK_SIGNS

_ANNOTATED = 2
"""Notes that make a list annotated if each has a paragraph below it; then the last note has one, too."""
_LARGEST_LABEL = 2000
"""The largest weak label that may open a list of notes: a larger one is a year or a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A note: its label, and its parts as pairs of a draft's index and the offset where its text begins."""

    label: str
    style: str
    parts: tuple[tuple[int, int], ...]
    chapter: int = 0
    run: int | None = None
    """The first draft of its list, if that is a run of bare figures under no heading, which markers must confirm."""
    counted: bool = False
    """Its label may be only its number in a list of sources, which the text does not cite by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The notes of a file in order.

    ``outside`` are the indexes of drafts that are not the body, ``loose`` those of them that belong to no note.
    """

    entries: tuple[Entry, ...] = ()
    outside: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    ids: dict[str, int] = field(default_factory=dict)
    """Names that links can point to, with the index of the note that bears it."""
    elsewhere: tuple[str, ...] = ()
    """Labels of the notes that stand in another file."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Other names by which the text may cite a work (folded), each with the label of the work."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all notes, here and elsewhere."""
        return (*(entry.label for entry in self.entries), *self.elsewhere)


@dataclass(slots=True)
class _Open:
    """A note that is being read: its head, and its parts so far. ``run`` and ``counted`` are those of ``Entry``."""

    head: Head
    parts: list[tuple[int, int]]
    run: int | None = None
    counted: bool = False


def find_notes(
    drafts: Sequence[Draft],
    candidates: Sequence[Sequence[Candidate]],
    *,
    whole_is_notes: bool = False,
    called: Sequence[str] = (),
    refused: Collection[int] = (),
) -> Notes:
    """Give the notes among the drafts; ``candidates`` are the possible markers in each of them.

    ``whole_is_notes``: the whole file is one section of notes. ``called``: works that the notes of another list cite
    by author and year. ``refused``: first drafts of runs of bare figures that markers did not confirm.
    """
    survey = Survey(drafts=drafts, heads=find_heads(drafts, candidates), candidates=candidates)
    whole = [Region(start=0, end=len(drafts), titled=True)] if whole_is_notes else None
    regions = whole or _regions(survey, refused)
    found: list[_Open] = []
    outside: set[int] = set()
    loose: set[int] = set()
    opened: list[int] = []
    marked = frozenset(marked_labels(candidates))
    named = named_works(survey, called)
    for region, following in zip(regions, [*regions[1:], None], strict=False):
        entries, used = _notes_in(survey, region, named, marked)
        if not entries:
            continue
        if not whole_is_notes:
            _doubt(drafts, entries, region)
        opened.append(len(found))
        found += entries
        outside |= used
        if region.titled:
            loose |= _rest(survey, region, entries, used)
            loose -= _next_chapter(survey, region, following, used)
    tail = _afterword(len(drafts), candidates, regions, outside | loose)
    if not whole_is_notes:
        _count_by_place(found, opened, survey, outside | loose | tail)
    return Notes(
        entries=tuple(_with_chapters(found, opened)),
        outside=frozenset(outside | loose | tail),
        loose=frozenset(
            index
            for index in loose | tail
            if drafts[index].kind is not BlockKind.CELL and not is_notes_heading(drafts[index].text)
        ),
        ids=_ids(drafts, found),
        names=other_names((entry.head, drafts[entry.parts[0][0]]) for entry in found),
    )


def _notes_in(
    survey: Survey, region: Region, named: dict[str, int], marked: Collection[str]
) -> tuple[list[_Open], set[int]]:
    """Give the notes of a region and the drafts that they take up; no note where none has words.

    ``named`` are the works that the text cites by author, ``marked`` the labels that markers may point to: numbers
    that no marker points to give way to the authors.
    """
    drafts = survey.drafts
    by_author = named if cites_by_author(drafts, named, region) else {}
    entries, used = _entries(survey, region, by_author=by_author)
    if not any(drafts[index].text[start:].strip() for entry in entries for index, start in entry.parts):
        return [], used
    labels = {entry.head.label for entry in entries}
    if by_author and not any(label in marked for label in labels) and all(map(_is_number, labels)):
        entries = _called_by_author(drafts, entries, by_author)
    return entries, used


def _is_number(label: str) -> bool:
    return try_number(label) is not None


def _regions(
    survey: Survey,
    refused: Collection[int],
) -> list[Region]:
    """Give the regions of notes in the order of the file: sections under headings, and runs of labelled blocks."""
    titled = list(titled_regions(survey))
    runs = (run for run in find_runs(survey, titled) if run.start not in refused)
    return sorted([*titled, *runs], key=lambda region: region.start)


def _doubt(drafts: Sequence[Draft], entries: Iterable[_Open], region: Region) -> None:
    """Set ``run`` and ``counted`` on the entries that only a bare figure marks as notes.

    The figures may merely number a list of sources. They are doubted as well from where they count from 1 again:
    a list of images may follow the notes.
    """
    counts = region.titled and is_source_heading(drafts[region.start].text)
    for number, entry in enumerate(entries):
        weak = entry.head.strength is Strength.WEAK and entry.head.style == bare_digit.STYLE.name
        counts = counts or (region.titled and number > 0 and try_number(entry.head.label) == 1)
        entry.run = region.start if weak and not region.titled else None
        entry.counted = weak and counts


def _count_by_place(found: Sequence[_Open], opened: Sequence[int], survey: Survey, covered: Collection[int]) -> None:
    """Give the sources of a list their places as labels if no note has a label and the text cites the places.

    ``opened`` are the places in ``found`` where a list begins, ``covered`` the drafts that are not text.
    """
    if any(entry.head.label for entry in found):
        return
    for start, end in pairwise([*opened, len(found)]):
        if is_cited_by_place(survey.candidates, covered, end - start):
            for number, entry in enumerate(found[start:end], start=1):
                entry.head = replace(entry.head, label=str(number))
            return


def _called_by_author(drafts: Sequence[Draft], entries: Sequence[_Open], called: Mapping[str, int]) -> list[_Open]:
    """Give the entries of a numbered list with author and year as labels, since the text does not cite the numbers."""
    places = [entry.parts[0] for entry in entries]
    works = [replace(drafts[index], text=drafts[index].text[start:]) for index, start in places]
    return [
        _Open(head=head or replace(entry.head, label="", style=UNLABELLED), parts=entry.parts)
        for head, entry in zip(names_of(works, called), entries, strict=True)
    ]


def _entries(
    survey: Survey,
    region: Region,
    *,
    by_author: Mapping[str, int],
) -> tuple[list[_Open], set[int]]:
    """Give the notes of a region, and the indexes of the drafts that they and the heading take up."""
    heads, drafts = survey.heads, survey.drafts
    inside = [head for head in heads[region.start : region.end] if head is not None and head.strength > Strength.WEAK]
    strong = frozenset(head.label for head in inside) if len(inside) > 1 else None
    entries: list[_Open] = []
    used: set[int] = set()
    waiting: list[int] = []
    for index in range(region.start, region.end):
        head = heads[index]
        draft = drafts[index]
        if region.titled and index == region.start and is_title(draft):
            used.add(index)
        elif (
            head is not None and not _is_in_row(drafts, entries, draft) and _opens(draft, head, entries, strong=strong)
        ):
            listed = [one for one in waiting if not entries and not is_marked(survey.candidates[one])]
            apart = head.style in BY_SYNTAX or are_called((drafts[one] for one in listed), by_author)
            if listed and apart and is_source_heading(drafts[region.start].text):
                entries, used = _unlabelled(drafts, listed, used, by_author=by_author)
            else:
                _take(entries, _following(drafts, entries, waiting, head), used)
            waiting = []
            entries.append(_Open(head=head, parts=[(index, head.end)]))
            used.add(index)
        elif draft.kind is not BlockKind.HEADING:
            following = heads[index + 1] if index + 1 < region.end else None
            if following is not None and following.end == 0 and bare_label(draft.text) == following.label:
                used.add(index)
            else:
                waiting.append(index)
        elif entries or not region.titled:  # lists of sources without labels may have headings of their own
            _take(entries, _own(drafts, entries, waiting), used)
            waiting = []
    if not entries and region.titled:
        return _unlabelled(drafts, waiting, used, by_author=by_author)
    _take(entries, _own(drafts, entries, waiting), used)
    return entries, used


def _following(drafts: Sequence[Draft], entries: Sequence[_Open], waiting: Sequence[int], head: Head) -> Sequence[int]:
    """Give those of the blocks between two labels that belong to the first note: all, unless syntax ends the note.

    The last of them is left out if it heads the notes below: it ends with a colon ("On prices:"), or the notes count
    from 1 again below a line that does not end like a sentence ("Chapter Two").
    """
    if entries and entries[-1].head.style in BY_SYNTAX:
        return _own(drafts, entries, waiting)
    above = drafts[waiting[-1]].text if waiting else ""
    announced = above.endswith(":") or (try_number(head.label) == 1 and above[:1].isupper() and above[-1:].isalnum())
    return waiting[:-1] if announced else waiting


def _is_in_row(drafts: Sequence[Draft], entries: Sequence[_Open], draft: Draft) -> bool:
    """Whether a block is a cell in the row of the last note, whose label fills a cell: "4 May 1911" opens none."""
    last = entries[-1] if entries else None
    return (
        last is not None
        and last.head.style == TABLE
        and draft.row is not None
        and draft.row == drafts[last.parts[0][0]].row
    )


def _opens(draft: Draft, head: Head, entries: Sequence[_Open], *, strong: frozenset[str] | None) -> bool:
    """Whether a label really opens a note, given the notes of the region so far.

    ``strong`` are the labels in the region that need no more proof, ``None`` where there are none. Beside them, a
    weak label counts only for a list item whose number follows that of the note before.
    """
    if head.strength > Strength.WEAK:
        return True
    number = try_number(without_word(head.label))
    if number is None:
        return False
    if strong is not None:
        own = draft.label == head.label or (draft.label is None and draft.kind is BlockKind.ITEM)
        counted = own and not draft.continues and head.label not in strong
        return counted and bool(entries) and is_successor(head.label, entries[-1].head.label)
    if not entries:
        return number <= _LARGEST_LABEL
    last = try_number(without_word(entries[-1].head.label)) or 0
    stopped = draft.label is not None or draft.text[: head.end].strip() != head.label
    if stopped:
        return number == 1 or abs(number - last) <= LARGEST_STEP
    return last < number <= last + 3 or is_successor(head.label, entries[-1].head.label)


def _take(entries: Sequence[_Open], own: Sequence[int], used: set[int]) -> None:
    if entries:
        entries[-1].parts.extend((index, 0) for index in own)
        used.update(own)


def _own(drafts: Sequence[Draft], entries: Sequence[_Open], waiting: Sequence[int]) -> list[int]:
    """Give the blocks after the last label that still belong to its note; the others stand below the notes."""
    own: list[int] = []
    if not entries or not waiting:
        return own
    text = " ".join(drafts[index].text[start:] for index, start in entries[-1].parts)
    before = [len(entry.parts) - 1 for entry in entries[:-1]]
    due = min(before) if len(before) >= _ANNOTATED else 0
    for index in waiting:
        draft = drafts[index]
        foot = draft.kind is BlockKind.ASIDE and drafts[entries[-1].parts[0][0]].kind is not BlockKind.ASIDE
        listed = bool(own) and draft.kind is drafts[own[-1]].kind is BlockKind.ITEM  # a list belongs to it as a whole
        if foot or draft.rule_before or not (draft.continues or listed or len(own) < due or _is_rest(text, draft)):
            break
        own.append(index)
        text += " " + draft.text
    return own


def _is_rest(text: str, draft: Draft) -> bool:
    """Whether a note's text goes on in a block: with an address or a small letter, or because it had not ended."""
    if URL_FIRST.match(draft.text):
        return True
    words = text.rstrip(f" {BACK_SIGNS}")
    if words and words != text.rstrip():
        return draft.row is not None  # the way back to the text is the end of a note
    return draft.text[:1].islower() or draft.row is not None or not words or NO_END.search(words) is not None


def _unlabelled(
    drafts: Sequence[Draft], waiting: Sequence[int], used: set[int], *, by_author: Mapping[str, int]
) -> tuple[list[_Open], set[int]]:
    """Give the works of a list that prints no labels, and ``used`` together with the drafts that they take up."""
    works = unlabelled_works(drafts, waiting, by_author)
    entries = [_Open(head=head, parts=[(index, 0) for index in items]) for head, items in works]
    return entries, used.union(*(items for _, items in works))


def _rest(
    survey: Survey,
    region: Region,
    entries: Sequence[_Open],
    used: set[int],
) -> set[int]:
    """Give the drafts in a section of notes that belong to no note, without those that are body all the same.

    Body are blocks with markers before the first note. Notes of the format's own syntax may stand between paragraphs,
    so there every block with markers is body.
    """
    first = min((index for index in used if index > region.start), default=region.end)
    by_syntax = any(entry.head.style in BY_SYNTAX for entry in entries)
    return {
        index
        for index in range(region.start, region.end)
        if index not in used
        and survey.drafts[index].text
        and not ((index < first or by_syntax) and is_marked(survey.candidates[index]))
    }


def _next_chapter(
    survey: Survey,
    region: Region,
    following: Region | None,
    used: Collection[int],
) -> set[int]:
    """Give the drafts between the last note of a region and the next region, if they have markers of its notes.

    They are the next chapter: where no heading separates chapters, the notes of one would reach to those of the next.
    """
    if following is None or region.end != following.start:
        return set()
    below = range(max(used) + 1, region.end)
    labels = {head.label for head in survey.heads[following.start : following.end] if head is not None}
    return set(below) if labels.intersection(marked_labels(survey.candidates[below.start : below.stop])) else set()


def _afterword(
    count: int, candidates: Sequence[Sequence[Candidate]], regions: Sequence[Region], taken: set[int]
) -> set[int]:
    """Give the drafts below the last notes of the file, which are not the article's text unless they have markers."""
    last = max((region for region in regions if region.start in taken), key=lambda one: one.end, default=None)
    if last is None:
        return set()
    rest = range(last.end, count)
    if last.sure or last.within or (not last.titled and len(rest) > END_OF_FILE):
        return set()
    return set() if marked_labels(candidates[last.end :]) else set(rest)


def _with_chapters(found: Iterable[_Open], opened: Sequence[int]) -> Iterator[Entry]:
    """Yield the entries, each with its chapter: a repeated label begins one in a new region, or if it is 1.

    A label that Markdown defines twice is a duplicate in any region, unless it is 1, and so is a second 1 right behind
    the first.
    """
    chapter = 0
    seen: set[str] = set()
    starts = set(opened)
    last: _Open | None = None
    for number, entry in enumerate(found):
        label = entry.head.label
        defined = entry.head.style == caret.STYLE.name
        beside = last is not None and last.parts[-1][0] + 1 == entry.parts[0][0] and last.head.label == label
        if label and label in seen and ((try_number(label) == 1 and not beside) or (number in starts and not defined)):
            chapter += 1
            seen = set()
        seen.add(label)
        last = entry
        yield Entry(
            label=label,
            style=entry.head.style,
            parts=tuple(entry.parts),
            chapter=chapter,
            run=entry.run,
            counted=entry.counted,
        )


def _ids(drafts: Sequence[Draft], found: Sequence[_Open]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for number, entry in enumerate(found):
        for index, _ in entry.parts:
            for name in drafts[index].ids:
                ids.setdefault(name, number)
    return ids
