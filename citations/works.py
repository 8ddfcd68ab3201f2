"""Works in lists of sources: what the text calls them, and what of a list without labels is a work."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from citations.document import BlockKind
from citations.drafts import Draft
from citations.regions import Region, names_source
from citations.series import fold_label
from citations.styles import author_date, author_page
from citations.styles.base import Candidate, Head, Strength

_BY_AUTHOR = frozenset({author_date.STYLE.name, author_page.STYLE.name})
UNLABELLED = "unlabelled"
"""The style of the sources of a list that print no labels."""
_REMARK = re.compile(
    r"(?:This|These|Dieser|Diese|Dieses|Cet|Cette|Este|Esta|Questo|Questa|Deze|Dit|Denne|Dette|Den här|Detta)\s"
    r"(?:[^\W\d_]+\s){1,3}(?:is|was|were|are|has|have|had|draws?|uses?|comes?|contains?|ist|sind|wurde|wurden|stammt|basiert|"
    r"est|a|ont|provient|fue|es|está|è|stata|stato|foi|is|werd|zijn|er|ble|är)\s"
)
"""What opens a sentence of the author's own about the article: the word for it, and what was done with it."""
_QUOTED = re.compile(r"[“„«]|(?<!\w)\"")
"""What opens a title in quotation marks."""


def named_works(
    drafts: Sequence[Draft],
    heads: Sequence[Head | None],
    candidates: Sequence[Sequence[Candidate]],
    called: Sequence[str],
) -> dict[str, int]:
    """Give the works that are called by author and year, each with the first block that does; -1 for other notes.

    ``called`` are those that the notes of another list call so.
    """
    works = dict.fromkeys(map(fold_label, [*called, *_called_in_notes(drafts, heads)]), -1)
    return _named_in_text(candidates) | works


def _named_in_text(candidates: Sequence[Sequence[Candidate]]) -> dict[str, int]:
    """Give the sources that the text cites by author and year or page, each with the first block that does."""
    named: dict[str, int] = {}
    for index, found in enumerate(candidates):
        for candidate in found:
            if candidate.style in _BY_AUTHOR:
                for label in candidate.labels:
                    named.setdefault(fold_label(label), index)
    return named


def _called_in_notes(drafts: Sequence[Draft], heads: Sequence[Head | None]) -> Iterator[str]:
    """Yield the labels by which blocks that open like notes may call works of a list."""
    for draft, head in zip(drafts, heads, strict=True):
        if head is not None and head.strength > Strength.WEAK:
            yield from author_date.works_called(draft.text[head.end :])


def cites_by_author(drafts: Sequence[Draft], named: dict[str, int], region: Region) -> bool:
    """Whether the text before a section cites one of its blocks by author and year, or by author and page."""
    inside = drafts[region.start : region.end] if named else ()
    heads = (_called(draft, named) for draft in inside)
    return any(head is not None and named[fold_label(head.label)] < region.start for head in heads)


def _called(draft: Draft, named: Mapping[str, int]) -> Head | None:
    """Give the author and year of a reference, or the author alone, where the text calls it so."""
    heads = [*author_date.STYLE.find_heads(draft)]
    heads += [replace(head, label=head.label.rpartition(" ")[0]) for head in heads]
    return next((head for head in heads if fold_label(head.label) in named), None)


def is_called_by_year(drafts: Iterable[Draft], named: Mapping[str, int]) -> bool:
    """Whether the text calls one of these references by author and year, and not all by their pages."""
    return any(fold_label(head.label) in named for draft in drafts for head in author_date.STYLE.find_heads(draft))


def name_of(draft: Draft, named: Mapping[str, int], *, by_year: bool) -> Head | None:
    """Give what the text calls a reference; one that it calls nothing has its author and year, if others are so called.

    Behind a quoted title any figure may look like its year.
    """
    called = _called(draft, named)
    head = called or author_date.STYLE.find_head(draft)
    if head is None or called is not None or not by_year:
        return called
    return None if _QUOTED.search(draft.text, 0, draft.text.find(head.label.rpartition(" ")[2])) else head


def unlabelled_works(
    drafts: Sequence[Draft], waiting: Sequence[int], by_author: Mapping[str, int]
) -> list[tuple[Head, list[int]]]:
    """Give references that print no labels: by author and year where the text cites so, else with the label ``""``.

    ``by_author`` are the names and years in the text, none where they call no work of this list.
    """
    none = Head(label="", end=0, style=UNLABELLED, strength=Strength.LIKELY)
    listed = _as_items(drafts, _before_rule(drafts, waiting))
    named = [
        items
        for items in _items(drafts, listed)
        if any(names_source(drafts[index]) for index in items) and not _is_remark(drafts[items[0]])
    ]
    first = [drafts[items[0]] for items in named]
    by_year = is_called_by_year(first, by_author)
    heads = [name_of(draft, by_author, by_year=by_year) or none if by_author else none for draft in first]
    counts = Counter(head.label for head in heads)
    return [
        (none if " " not in head.label and counts[head.label] > 1 else head, items)
        for head, items in zip(heads, named, strict=True)
    ]


def _is_remark(draft: Draft) -> bool:
    """Whether a paragraph tells where the article comes from, rather than naming a source: "This page was adapted"."""
    return draft.kind is BlockKind.PARAGRAPH and _REMARK.match(draft.text) is not None


def _before_rule(drafts: Sequence[Draft], waiting: Sequence[int]) -> Sequence[int]:
    """Give the blocks of a list without labels: a rule below them ends it where what follows is of another kind.

    So does one before a single block that ends the section, as the line does that says when the text was written.
    """
    for place, index in enumerate(waiting):
        if place and drafts[index].rule_before:
            other = drafts[index].kind is not drafts[waiting[place - 1]].kind
            if other or place + 1 == len(waiting):
                return waiting[:place]
    return waiting


def _as_items(drafts: Sequence[Draft], waiting: Sequence[int]) -> Sequence[int]:
    """Give the blocks without the paragraphs between or below the items where most blocks are items of a list."""
    listed = [index for index in waiting if drafts[index].kind is BlockKind.ITEM or drafts[index].continues]
    return listed if 2 * len(listed) > len(waiting) else waiting


def _items(drafts: Sequence[Draft], waiting: Sequence[int]) -> list[list[int]]:
    """Give the blocks in groups: each with those that go on with it, as the second paragraph of a list item does."""
    groups: list[list[int]] = []
    for index in waiting:
        if groups and drafts[index].continues:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
