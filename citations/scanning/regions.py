"""Where the notes of a file stand: the sections under headings for notes, and runs of labelled blocks."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from citations.document import BlockKind
from citations.drafts import Draft, Inline, InlineKind
from citations.labels import is_successor, try_number
from citations.scanning.heads import TABLE
from citations.scanning.survey import Survey, is_marked, marked_labels
from citations.sections import is_afterword_heading, is_notes_heading, is_source_heading, without_number
from citations.styles import caret, declared, key
from citations.styles.base import UNDATED, Candidate, Head, Strength
from citations.styles.linked import BACK_SIGNS

URL_FIRST = re.compile(r"\W{0,3}(?:https?://|www\.|doi:|DOI:)")
"""A block that begins with an address."""
_YEAR = re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b{UNDATED}")
_RIGHTS = re.compile(r"\W{0,4}(?:copyright\b|©|\(c\)\s|all rights reserved)", re.IGNORECASE)
"""What opens a line about the rights to a text."""
NO_END = re.compile(r"[^.!?…>”\"»)\]\w/]$|(?:\b(?:in|at|from|see|available|and)|:)$")
"""The end of a text that must go on: an address or more words follow."""
_TITLES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.ASIDE})
"""Kinds of blocks that may be headings over notes, whether they are marked up as headings or not."""
BY_SYNTAX = frozenset({caret.STYLE.name, declared.STYLE.name})
"""Styles whose notes end where the syntax of the format says so."""
_ONLY_TITLED = frozenset({TABLE, key.STYLE.name})
"""Styles whose labels open a note only under a heading: a paragraph may begin with a key that it discusses."""
_LONGEST_GAP = 4
"""Blocks without a label that may stand between two labelled ones of a run: a note of five paragraphs is long."""
_FARTHEST_LABEL = 3
"""Blocks between a heading for notes and the first label: a chapter's title, a word to the reader."""
LARGEST_STEP = 6
"""How far a label may be ahead of the one before it; a list does not miss more notes than that."""
_NO_LEVEL = 7
"""The level of a title that is not marked up as a heading: below all headings."""
END_OF_FILE = 6
"""Blocks that may follow a run of weak labels at the end of a file (a bio, a date, a disclaimer)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A range of drafts that hold notes, from ``start`` up to ``end``.

    ``titled``: the first draft is a heading for notes. ``sure``: the format itself says that these are notes.
    ``within``: the article's text goes on below the range.
    """

    start: int
    end: int
    titled: bool
    sure: bool = False
    within: bool = False


def titled_regions(survey: Survey) -> Iterator[Region]:
    """Yield the sections under headings for notes; one without labels counts only if its heading promises sources.

    A section with markers of its own is no list of sources: "Literature" may be the subject of a chapter.
    """
    called = marked_labels(survey.candidates)
    contents = _lines_of_contents(survey)
    sure = {head.label: place for place, head in enumerate(survey.heads) if head and head.strength > Strength.WEAK}
    index = 0
    while index < len(survey.drafts):
        draft = survey.drafts[index]
        if index in contents or not is_title(draft):
            index += 1
            continue
        section_end = _section_end(survey, index)
        end = _list_end(survey, index, section_end)
        stop = end if index else index + 2
        drafts, heads = survey.drafts[index:stop], survey.heads[index:stop]
        labelled = (
            _is_labelled(drafts[1:], heads[1:])
            and not _is_advice(drafts, heads, called.keys() - sure.keys())
            and not _is_text(heads, survey.candidates[index:stop], sure, stop)
        )
        promised = is_source_heading(draft.text) and not any(map(is_marked, survey.candidates[index + 1 : end]))
        if labelled or (promised and _looks_like_sources(survey.drafts[index + 1 : end])):
            yield Region(start=index, end=end, titled=True, within=end < section_end)
            index = end
        else:
            index += 1


def _lines_of_contents(survey: Survey) -> frozenset[int]:
    """Give the indexes of lines in tables of contents, which read like headings for notes and are none.

    Such a line names a numbered section that stands below, or its number follows that of the line above.
    """
    numbered = [
        index
        for index, draft in enumerate(survey.drafts)
        if is_title(draft) and without_number(draft.text) != draft.text and draft.kind is not BlockKind.ASIDE
    ]
    last = {survey.drafts[index].text: index for index in numbered}
    return frozenset(
        index
        for index in numbered
        if survey.drafts[index].kind is not BlockKind.HEADING
        and (index < last[survey.drafts[index].text] or _counts_on(survey, index))
    )


def _counts_on(survey: Survey, index: int) -> bool:
    """Whether the label of a block follows that of the block right above it."""
    before, own = survey.heads[index - 1] if index else None, survey.heads[index]
    return before is not None and own is not None and is_successor(own.label, before.label)


def _is_advice(drafts: Sequence[Draft], heads: Sequence[Head | None], called: Collection[str]) -> bool:
    """Whether a section called "Notes" is a numbered list of remarks: no marker points to it, and it names no source.

    ``called`` are the labels of markers that belong to no surer note.
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
    """Whether a section of plain numbers is text, since it has markers of notes below it, from ``stop`` on.

    A table of contents may name the notes last, and then numbered chapters follow. ``sure`` are the labels that need
    no more proof, each with the last block that it opens.
    """
    own = {head.label for head in heads if head is not None}
    return own.isdisjoint(sure) and any(sure.get(label, -1) >= stop for label in marked_labels(candidates))


def _is_labelled(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> bool:
    """Whether the blocks under a heading hold notes: one of the first has a label, or sources precede the first label.

    A numbered list far below a line that reads "Note" has nothing to do with it. Of a table, any number of column
    heads may precede the label in its first row.
    """
    first = next((place for place, head in enumerate(heads) if head is not None), None)
    if first is None:
        return False
    columns = {draft.row for draft in drafts[:first]}
    return first < _FARTHEST_LABEL or (len(columns) == 1 and None not in columns) or _looks_like_sources(drafts[:first])


def is_title(draft: Draft) -> bool:
    """Whether a block is a heading over notes or sources, and not a note or a link to notes on another page."""
    if draft.note or draft.kind not in _TITLES or not is_notes_heading(draft.text):
        return False
    return draft.kind is BlockKind.HEADING or not any(_leads_away(one, draft) for one in draft.inlines)


def _leads_away(inline: Inline, draft: Draft) -> bool:
    away = inline.kind is InlineKind.LINK and not inline.target.startswith("#")
    return away and inline.start == 0 and inline.end >= len(draft.text)


def _section_end(survey: Survey, title: int) -> int:
    """Give where the section under a title ends: at the next heading or title that no label opens."""
    level = survey.drafts[title].level or _NO_LEVEL
    for index in range(title + 1, len(survey.drafts)):
        draft = survey.drafts[index]
        if draft.kind is BlockKind.HEADING and (draft.level <= level or is_afterword_heading(draft.text)):
            return index
        head = survey.heads[index]
        labelled = head is not None and head.strength > Strength.WEAK
        if draft.kind is BlockKind.PARAGRAPH and not labelled and is_title(draft):
            return index
    return len(survey.drafts)


def _list_end(survey: Survey, title: int, end: int) -> int:
    """Give where a list of items ends whose title is a plain line of the text ("Sources:"), not a heading."""
    drafts = survey.drafts
    if drafts[title].kind is BlockKind.HEADING or title + 1 >= end or drafts[title + 1].kind is not BlockKind.ITEM:
        return end
    last = max(
        index
        for index in range(title + 1, end)
        if drafts[index].kind is not BlockKind.PARAGRAPH
        or drafts[index].continues
        or survey.heads[index] is not None
        or URL_FIRST.match(drafts[index].text)
    )
    return last + 1


def _looks_like_sources(drafts: Sequence[Draft]) -> bool:
    named = sum(names_source(draft) for draft in drafts)
    return named > 0 and 2 * named >= len(drafts)


def names_source(draft: Draft) -> bool:
    """Whether a block names a source: it has a link, an address or a year."""
    if _RIGHTS.match(draft.text):
        return False
    if "://" in draft.text or _YEAR.search(draft.text):
        return True
    return any(inline.target.startswith("http") for inline in draft.inlines)


def find_runs(
    survey: Survey,
    titled: Sequence[Region],
) -> Iterator[Region]:
    """Yield the runs of labelled blocks that stand under no heading for notes."""
    covered = frozenset(index for region in titled for index in range(region.start, region.end))
    places = [
        index
        for index, head in enumerate(survey.heads)
        if head is not None and head.style not in _ONLY_TITLED and index not in covered
    ]
    sure = {head.label for head in survey.heads if head is not None and head.strength is Strength.CERTAIN}
    marked = marked_labels(survey.candidates, covered)
    likely = {label: index for label, index in marked.items() if label not in sure}
    reach = _Reach(survey)
    end, last = 0, ""
    for run in _runs(survey, places):
        region = _as_region(survey, run, marked, likely, reach=reach, last=last) if run[0] >= end else None
        if region is not None:
            end = region.end
            last = head.label if (head := survey.heads[run[-1]]) is not None else ""
            yield region


def _runs(
    survey: Survey,
    places: Sequence[int],
) -> Iterator[list[int]]:
    """Yield the labelled blocks in groups, each of which may be a list."""
    run: list[int] = []
    for index in places:
        if run and not _goes_on(survey, run[-1], index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _goes_on(
    survey: Survey,
    last: int,
    index: int,
) -> bool:
    """Whether the labelled block at ``index`` continues the run whose latest label stands at ``last``."""
    one, other = survey.heads[last], survey.heads[index]
    if one is None or other is None:
        return False
    between = range(last + 1, index)
    if len(between) >= _LONGEST_GAP and not all(survey.drafts[place].continues for place in between):
        return False
    # A line above each number makes them headings.
    ruled = range(last + 1, index + (other.strength is Strength.WEAK))
    if any(survey.drafts[place].kind is BlockKind.HEADING or survey.drafts[place].rule_before for place in ruled):
        return False
    if other.label in marked_labels(survey.candidates[last + 1 : index]):
        return False  # the text of the next chapter
    if one.strength is Strength.CERTAIN or other.strength is Strength.CERTAIN:
        indented = all(survey.drafts[place].continues for place in between)
        return one.style == other.style and (one.style not in BY_SYNTAX or indented)
    return one.style == other.style and (is_successor(other.label, one.label) or _skips(one, other, index - last))


def _skips(one: Head, other: Head, distance: int) -> bool:
    """Whether a label right behind another one repeats it or leaves a few out, which is a fault within one list."""
    first, second = try_number(one.label), try_number(other.label)
    if distance > 1 or other.strength is Strength.WEAK or first is None or second is None:
        return False
    return first <= second <= first + LARGEST_STEP


def _as_region(
    survey: Survey,
    run: Sequence[int],
    marked: dict[str, int],
    likely: dict[str, int],
    *,
    reach: "_Reach",
    last: str,
) -> Region | None:
    """Give the region of a run; ``None`` unless its labels are sure, or markers in the text above have them.

    ``marked`` are all labels of markers, with the first block that has one; ``likely`` leaves out those of sure notes,
    whose markers do not count for a bare figure. ``last`` is the last label of the run before.
    """
    head = survey.heads[run[0]]
    if head is None:
        return None
    end = reach.from_note(run[-1], head.style)
    labels = [other.label for index in run if (other := survey.heads[index]) is not None]
    called = sum(marked.get(label, len(survey.drafts)) < run[0] for label in labels)
    if head.strength is Strength.CERTAIN:
        counts = True
    elif head.strength is Strength.LIKELY:
        counts = 2 * called >= len(labels) or (len(labels) > 1 and try_number(labels[0]) == 1)
    else:
        own = sum(likely.get(label, len(survey.drafts)) < run[0] for label in labels)
        counts = 2 * own >= len(labels) and labels[0] != "0" and _is_placed(survey.drafts, run, labels, end, last=last)
    return Region(start=run[0], end=end, titled=False, sure=head.strength is Strength.CERTAIN) if counts else None


def _is_placed(drafts: Sequence[Draft], run: Sequence[int], labels: Sequence[str], end: int, *, last: str) -> bool:
    """Whether a run of bare figures stands where notes do: below a rule, at the foot of a page, at the end of the file.

    A single number is more often that of a heading ("11. Licence"), unless it goes on counting from the run before:
    the last page may have one note.
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

    def __init__(self, survey: Survey) -> None:
        self._any_style = [len(survey.drafts)] * len(survey.drafts)
        self._by_syntax = [len(survey.drafts)] * len(survey.drafts)
        for index in range(len(survey.drafts) - 2, -1, -1):
            below = index + 1
            belongs = (survey.drafts[below].continues and not _is_sure(survey.heads[below])) or _is_text_of(
                survey.drafts[index], survey.heads[index], survey.drafts[below]
            )
            self._by_syntax[index] = self._by_syntax[below] if belongs else below
            belongs = belongs or _is_address_of(survey.drafts[index], survey.drafts[below])
            self._any_style[index] = self._any_style[below] if belongs else below

    def from_note(self, index: int, style: str) -> int:
        """Give the index after the last block of the note that block ``index`` opens in this style."""
        return (self._by_syntax if style in BY_SYNTAX else self._any_style)[index]


def _is_address_of(last: Draft, draft: Draft) -> bool:
    """Whether a block is the address that the note above announces: "Available at", and a new line."""
    return NO_END.search(last.text.rstrip()) is not None and URL_FIRST.match(draft.text) is not None


def _is_text_of(last: Draft, head: Head | None, draft: Draft) -> bool:
    """Whether a block is the text of the note above, whose own block holds nothing but a label or a link back."""
    label_alone = head is not None and not last.text[head.end :].strip(f" {BACK_SIGNS}")
    return label_alone and draft.kind is not BlockKind.HEADING
