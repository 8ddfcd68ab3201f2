"""Where the notes of a file stand: the sections under headings for notes, and runs of labelled blocks."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from citations.document import BlockKind
from citations.drafts import Draft, Inline, InlineKind
from citations.labels import is_successor, try_number
from citations.scanning.heads import TABLE
from citations.sections import is_afterword_heading, is_notes_heading, is_source_heading, without_number
from citations.styles import key
from citations.styles.base import UNDATED, Candidate, Head, Strength
from citations.styles.linked import BACK_SIGNS

URL_FIRST = re.compile(r"\W{0,3}(?:https?://|www\.|doi:|DOI:)")
"""A block that begins with an address."""
_YEAR = re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b{UNDATED}")
_RIGHTS = re.compile(r"\W{0,4}(?:copyright\b|©|\(c\)\s|all rights reserved)", re.IGNORECASE)
"""What opens the line that says whose text this is."""
NO_END = re.compile(r"[^.!?…>”\"»)\]\w/]$|(?:\b(?:in|at|from|see|available|and)|:)$")
"""The end of a text that has not ended: an address or more words must follow."""
_TITLES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.ASIDE})
"""The blocks that may be headings, marked as such or not."""
BY_SYNTAX = frozenset({"caret", "declared"})
"""Styles whose notes end where the syntax of the format says so."""
_ONLY_TITLED = frozenset({TABLE, key.STYLE.name})
"""Styles of labels that open a note only under a heading: a paragraph may begin with a key that it is about."""
_LONGEST_GAP = 4
"""Blocks without a label between two labelled ones that still make one run: a note of five paragraphs is long."""
_FARTHEST_LABEL = 3
"""How many blocks below a heading for notes the first label may stand: a chapter's title, a word to the reader."""
LARGEST_STEP = 6
"""How far a weak label may be ahead of the one before it: more missing notes than that make no list."""
END_OF_FILE = 6
"""Blocks that may follow a run of weak labels at the end of a file (a bio, a date, a disclaimer)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Drafts from ``start`` up to ``end`` that hold notes.

    ``titled``: they stand under a heading for notes; ``sure``: the format itself says that they are notes.
    ``within``: the article's text goes on below them.
    """

    start: int
    end: int
    titled: bool
    sure: bool = False
    within: bool = False


def titled_regions(
    drafts: Sequence[Draft], heads: Sequence[Head | None], candidates: Sequence[Sequence[Candidate]]
) -> Iterator[Region]:
    """Yield the sections under headings for notes; one without labels counts only where sources were promised.

    "Literature" may also be the subject of a chapter: what has markers of its own is no list of sources.
    """
    called = marked_labels(candidates, set())
    contents = _lines_of_contents(drafts, heads)
    sure = {head.label: place for place, head in enumerate(heads) if head and head.strength > Strength.WEAK}
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if index in contents or not is_title(draft):
            index += 1
            continue
        section_end = _section_end(drafts, heads, index)
        end = _list_end(drafts, heads, index, section_end)
        inside = range(index + 1, end)
        stop = end if index else index + 2
        labelled = _is_labelled(drafts[index + 1 : stop], heads[index + 1 : stop])
        labelled = labelled and not _is_advice(drafts[index:stop], heads[index:stop], called.keys() - sure.keys())
        labelled = labelled and not _is_text(heads[index:stop], candidates[index:stop], sure, stop)
        promised = is_source_heading(draft.text) and not any(is_marked(candidates[place]) for place in inside)
        if labelled or (promised and _looks_like_sources([drafts[place] for place in inside])):
            yield Region(start=index, end=end, titled=True, within=end < section_end)
            index = end
        else:
            index += 1


def _lines_of_contents(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> frozenset[int]:
    """Give the lines of tables of contents, which promise no notes.

    They name a numbered section which stands below, or are counted on from the line above.
    """
    numbered = [
        index
        for index, draft in enumerate(drafts)
        if is_title(draft) and without_number(draft.text) != draft.text and draft.kind is not BlockKind.ASIDE
    ]
    last = {drafts[index].text: index for index in numbered}
    return frozenset(
        index
        for index in numbered
        if drafts[index].kind is not BlockKind.HEADING
        and (index < last[drafts[index].text] or _counts_on(heads, index))
    )


def _counts_on(heads: Sequence[Head | None], index: int) -> bool:
    """Whether the label of a block is the next one after that of the block right above it."""
    before, own = heads[index - 1] if index else None, heads[index]
    return before is not None and own is not None and is_successor(own.label, before.label)


def _is_advice(drafts: Sequence[Draft], heads: Sequence[Head | None], called: Collection[str]) -> bool:
    """Whether a section called "Notes" holds a mere numbered list that nothing points to and that names no source.

    ``called`` are the labels of markers that no surer note bears.
    """
    found = [head for head in heads if head is not None and head.style not in BY_SYNTAX]
    labelled = [place for place, head in enumerate(heads) if head is not None]
    end = labelled[-1] + 1 if labelled else 0
    while end < len(drafts) and (drafts[end].continues or URL_FIRST.match(drafts[end].text)):
        end += 1
    return (
        bool(found)
        and not is_source_heading(drafts[0].text)
        and all(head.strength is Strength.WEAK and head.label not in called for head in found)
        and not any(
            names_source(drafts[place])
            for place in range(labelled[0], end)
            if (head := heads[place]) is None or head.style not in BY_SYNTAX
        )
    )


def _is_text(
    heads: Sequence[Head | None], candidates: Sequence[Sequence[Candidate]], sure: dict[str, int], stop: int
) -> bool:
    """Whether a section of mere numbers has markers of notes that stand below it, from ``stop`` on.

    A table of contents may name the notes last, and the chapters that follow are numbered. ``sure`` are the labels
    that need no more proof, each with the last block that it opens.
    """
    own = {head.label for head in heads if head is not None}
    return own.isdisjoint(sure) and any(sure.get(label, -1) >= stop for label in marked_labels(candidates, set()))


def is_marked(found: Sequence[Candidate]) -> bool:
    """Whether a block with these candidates has a marker beyond doubt: it is text, and no note or source."""
    return any(one.strength is Strength.CERTAIN for one in found)


def _is_labelled(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> bool:
    """Whether the blocks under a heading hold notes: a label among the first of them, or sources and then a label.

    A numbered list far below a line that reads "Note" has nothing to do with it. The heads of a table's columns, of
    which there may be many, stand above the labels in its first row.
    """
    first = next((place for place, head in enumerate(heads) if head is not None), None)
    if first is None:
        return False
    columns = {draft.row for draft in drafts[:first]}
    return first < _FARTHEST_LABEL or (len(columns) == 1 and None not in columns) or _looks_like_sources(drafts[:first])


def is_title(draft: Draft) -> bool:
    """Whether a block reads like a heading over notes or sources; a note does not, nor a link to them elsewhere."""
    if draft.note or draft.kind not in _TITLES or not is_notes_heading(draft.text):
        return False
    return draft.kind is BlockKind.HEADING or not any(_leads_away(one, draft) for one in draft.inlines)


def _leads_away(inline: Inline, draft: Draft) -> bool:
    away = inline.kind is InlineKind.LINK and not inline.target.startswith("#")
    return away and inline.start == 0 and inline.end >= len(draft.text)


def _section_end(drafts: Sequence[Draft], heads: Sequence[Head | None], title: int) -> int:
    """Give where the section under a title ends; what opens with a label is a note: "[3] Additional references:"."""
    level = drafts[title].level or 7
    for index in range(title + 1, len(drafts)):
        draft = drafts[index]
        if draft.kind is BlockKind.HEADING and (draft.level <= level or is_afterword_heading(draft.text)):
            return index
        head = heads[index]
        labelled = head is not None and head.strength > Strength.WEAK
        if draft.kind is BlockKind.PARAGRAPH and not labelled and is_title(draft):
            return index
    return len(drafts)


def _list_end(drafts: Sequence[Draft], heads: Sequence[Head | None], title: int, end: int) -> int:
    """Give where a list ends that a mere line of the text announces ("Sources:"): the text goes on below it."""
    if drafts[title].kind is BlockKind.HEADING or title + 1 >= end or drafts[title + 1].kind is not BlockKind.ITEM:
        return end
    last = max(
        index
        for index in range(title + 1, end)
        if drafts[index].kind is not BlockKind.PARAGRAPH
        or drafts[index].continues
        or heads[index] is not None
        or URL_FIRST.match(drafts[index].text)
    )
    return last + 1


def _looks_like_sources(drafts: Sequence[Draft]) -> bool:
    named = sum(names_source(draft) for draft in drafts)
    return named > 0 and 2 * named >= len(drafts)


def names_source(draft: Draft) -> bool:
    """Whether a block without a label names a source at all: by a link or an address, or by a year."""
    if _RIGHTS.match(draft.text):
        return False
    if "://" in draft.text or _YEAR.search(draft.text):
        return True
    return any(inline.target.startswith("http") for inline in draft.inlines)


def find_runs(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    titled: Sequence[Region],
) -> Iterator[Region]:
    """Yield the runs of labelled blocks that stand under no heading for notes."""
    covered = {index for region in titled for index in range(region.start, region.end)}
    places = [
        index
        for index, head in enumerate(heads)
        if head is not None and head.style not in _ONLY_TITLED and index not in covered
    ]
    sure = {head.label for head in heads if head is not None and head.strength is Strength.CERTAIN}
    marked = marked_labels(candidates, covered)
    likely = {label: index for label, index in marked.items() if label not in sure}
    reach = _Reach(drafts, heads)
    end, last = 0, ""
    for run in _runs(drafts, heads, candidates, places):
        region = _as_region(drafts, heads, run, marked, likely, reach=reach, last=last) if run[0] >= end else None
        if region is not None:
            end = region.end
            last = head.label if (head := heads[run[-1]]) is not None else ""
            yield region


def _runs(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    places: Sequence[int],
) -> Iterator[list[int]]:
    """Yield the labelled blocks in groups that may each be a list."""
    run: list[int] = []
    for index in places:
        if run and not _goes_on(drafts, heads, candidates, run[-1], index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _goes_on(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    last: int,
    index: int,
) -> bool:
    """Whether the labelled block at ``index`` continues the run whose latest label stands at ``last``."""
    one, other = heads[last], heads[index]
    if one is None or other is None:
        return False
    between = range(last + 1, index)
    if len(between) >= _LONGEST_GAP and not all(drafts[place].continues for place in between):
        return False
    # A line above each number makes them headings.
    ruled = range(last + 1, index + (other.strength is Strength.WEAK))
    if any(drafts[place].kind is BlockKind.HEADING or drafts[place].rule_before for place in ruled):
        return False
    if other.label in marked_labels(candidates[last + 1 : index], set()):
        return False  # the text of the next chapter
    if one.strength is Strength.CERTAIN or other.strength is Strength.CERTAIN:
        indented = all(drafts[place].continues for place in between)
        return one.style == other.style and (one.style not in BY_SYNTAX or indented)
    return one.style == other.style and (is_successor(other.label, one.label) or _skips(one, other, index - last))


def _skips(one: Head, other: Head, distance: int) -> bool:
    """Whether a label right behind another one is its double or leaves a few out: a fault of the list, and no end."""
    first, second = try_number(one.label), try_number(other.label)
    if distance > 1 or other.strength is Strength.WEAK or first is None or second is None:
        return False
    return first <= second <= first + LARGEST_STEP


def _as_region(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    run: Sequence[int],
    marked: dict[str, int],
    likely: dict[str, int],
    *,
    reach: "_Reach",
    last: str,
) -> Region | None:
    """Give the region of a run, if it is one: sure labels, or labels that the text before it marks.

    ``likely`` are those of ``marked`` that no sure note bears: a bare figure has no other note's markers. ``last`` is
    the last label of the run before.
    """
    head = heads[run[0]]
    if head is None:
        return None
    end = reach.from_note(run[-1], head.style)
    labels = [other.label for index in run if (other := heads[index]) is not None]
    called = sum(marked.get(label, len(drafts)) < run[0] for label in labels)
    if head.strength is Strength.CERTAIN:
        counts = True
    elif head.strength is Strength.LIKELY:
        counts = 2 * called >= len(labels) or (len(labels) > 1 and try_number(labels[0]) == 1)
    else:
        own = sum(likely.get(label, len(drafts)) < run[0] for label in labels)
        counts = 2 * own >= len(labels) and labels[0] != "0" and _is_placed(drafts, run, labels, end, last=last)
    return Region(start=run[0], end=end, titled=False, sure=head.strength is Strength.CERTAIN) if counts else None


def _is_placed(drafts: Sequence[Draft], run: Sequence[int], labels: Sequence[str], end: int, *, last: str) -> bool:
    """Whether bare figures stand where notes do: below a line across the page, at its foot, at the end of the file.

    One number at the end, above which no line stands, is more often a heading of several: "11. Licence"; so is one
    below a line, which its text follows. The last page of several may have one note, which goes on counting.
    """
    first = drafts[run[0]]
    ended = end >= len(drafts) or drafts[end].rule_before
    if first.rule_before and (len(labels) > 1 or ended):
        return True
    if len(drafts) - run[-1] <= END_OF_FILE:
        alone = first.label is None and labels[0].isdigit() and labels[0] != "1"
        return len(labels) > 1 or not alone or is_successor(labels[0], last)
    return len(labels) > 1 and first.label is None and ended


def _is_sure(head: Head | None) -> bool:
    return head is not None and head.strength is Strength.CERTAIN


class _Reach:
    """Tells how far the last note of a run reaches over the blocks below it.

    Worked out once, from the end of the file: asked anew for each run, it takes quadratic time in a file of labels.
    """

    def __init__(self, drafts: Sequence[Draft], heads: Sequence[Head | None]) -> None:
        self._any_style = [len(drafts)] * len(drafts)
        self._by_syntax = [len(drafts)] * len(drafts)
        for index in range(len(drafts) - 2, -1, -1):
            below = index + 1
            belongs = (drafts[below].continues and not _is_sure(heads[below])) or _is_text_of(
                drafts[index], heads[index], drafts[below]
            )
            self._by_syntax[index] = self._by_syntax[below] if belongs else below
            belongs = belongs or _is_address_of(drafts[index], drafts[below])
            self._any_style[index] = self._any_style[below] if belongs else below

    def from_note(self, index: int, style: str) -> int:
        """Give the index after the last block of the note that block ``index`` opens in this style."""
        return (self._by_syntax if style in BY_SYNTAX else self._any_style)[index]


def _is_address_of(last: Draft, draft: Draft) -> bool:
    """Whether a block is the address that the note above announces: "Available at", and a new line."""
    return NO_END.search(last.text.rstrip()) is not None and URL_FIRST.match(draft.text) is not None


def _is_text_of(last: Draft, head: Head | None, draft: Draft) -> bool:
    """Whether a block is all the text of the last note of a run, whose label, or way back, has one of its own."""
    label_alone = head is not None and not last.text[head.end :].strip(f" {BACK_SIGNS}")
    return label_alone and draft.kind is not BlockKind.HEADING


def marked_labels(candidates: Sequence[Sequence[Candidate]], covered: set[int]) -> dict[str, int]:
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
