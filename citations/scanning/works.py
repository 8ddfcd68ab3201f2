"""Works in lists of sources: what the text calls them, and what of a list without labels is a work."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from citations.document import BlockKind
from citations.drafts import Draft
from citations.scanning.regions import Region, names_source
from citations.scanning.series import fold_label
from citations.scanning.slicing import SAME_AUTHOR
from citations.scanning.survey import Survey
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
_SAME_AUTHOR = re.compile(rf"[\s•*-]{{0,4}}?{SAME_AUTHOR}")
_QUOTED = re.compile(r"[“„«]|(?<!\w)\"")
"""What opens a title in quotation marks."""


def named_works(
    survey: Survey,
    called: Sequence[str],
) -> dict[str, int]:
    """Give the works that are called by author and year, each with the first block that does; -1 for other notes.

    ``called`` are those that the notes of another list call so.
    """
    works = dict.fromkeys(map(fold_label, [*called, *_called_in_notes(survey)]), -1)
    return _named_in_text(survey.candidates) | works


def _named_in_text(candidates: Sequence[Sequence[Candidate]]) -> dict[str, int]:
    """Give the sources that the text cites by author and year or page, each with the first block that does."""
    named: dict[str, int] = {}
    for index, found in enumerate(candidates):
        for candidate in found:
            if candidate.style in _BY_AUTHOR:
                for label in candidate.labels:
                    named.setdefault(fold_label(label), index)
    return named


def _called_in_notes(survey: Survey) -> Iterator[str]:
    """Yield the labels by which blocks that open like notes may call works of a list."""
    for draft, head in zip(survey.drafts, survey.heads, strict=True):
        if head is not None and head.strength > Strength.WEAK:
            yield from author_date.works_called(draft.text[head.end :])


def cites_by_author(drafts: Sequence[Draft], named: dict[str, int], region: Region) -> bool:
    """Whether the text before a section cites one of its blocks by author and year, or by author and page."""
    inside = drafts[region.start : region.end] if named else ()
    heads = (_called(draft, named) for draft in inside)
    return any(head is not None and named[fold_label(head.label)] < region.start for head in heads)


def are_called(works: Iterable[Draft], named: Mapping[str, int]) -> bool:
    """Whether the text calls one of these references by author and year, or by author and page."""
    return bool(named) and any(_called(draft, named) is not None for draft in works)


def _called(draft: Draft, named: Mapping[str, int]) -> Head | None:
    """Give the author and year of a reference, or the author alone, where the text calls it so."""
    heads = [*author_date.STYLE.find_heads(draft)]
    heads += [replace(head, label=head.label.rpartition(" ")[0]) for head in heads]
    return next((head for head in heads if fold_label(head.label) in named), None)


def names_of(works: Iterable[Draft], named: Mapping[str, int]) -> list[Head | None]:
    """Give what the text calls the references of a list, ``None`` for one that it calls nothing.

    Of works that would have one label, those of several authors have "et al." in theirs.
    """
    drafts = list(_with_authors(works))
    by_year = any(fold_label(head.label) in named for draft in drafts for head in author_date.STYLE.find_heads(draft))
    heads = [_name_of(draft, named, by_year=by_year) for draft in drafts]
    several = [author_date.has_several(draft.text) for draft in drafts]
    alone = {head.label for head, more in zip(heads, several, strict=True) if head is not None and not more}
    return [
        replace(head, label=author_date.with_others(head.label))
        if head is not None and more and head.label in alone and " " in head.label
        else head
        for head, more in zip(heads, several, strict=True)
    ]


def other_names(notes: Iterable[tuple[Head, Draft]]) -> dict[str, str]:
    """Give the names by which the text may call works besides their labels, each with the label of the only one.

    Compared as labels are: a body may be called by its letters, or by the last word of its name.
    """
    names: dict[str, set[str]] = {}
    for own, draft in notes:
        if own.style == author_date.STYLE.name:
            for head in (own, *author_date.STYLE.find_heads(draft)):
                names.setdefault(fold_label(head.label), set()).add(own.label)
    return {name: min(labels) for name, labels in names.items() if len(labels) == 1}


def _with_authors(works: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the references, those that have a dash in the place of their authors with those of the one above."""
    authors = ""
    for draft in works:
        dashes = _SAME_AUTHOR.match(draft.text)
        if dashes is None:
            authors = author_date.authors_in(draft.text)
            yield draft
        else:
            yield replace(draft, text=authors + draft.text[dashes.end() :])


def _name_of(draft: Draft, named: Mapping[str, int], *, by_year: bool) -> Head | None:
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
    heads = [head or none for head in names_of(first, by_author)] if by_author else [none for _ in first]
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
    """Give the blocks in groups: each with those that go on with it, as the second paragraph of a list item does.

    In a list that is indented as a whole none does.
    """
    groups: list[list[int]] = []
    for index in waiting:
        if groups and drafts[index].continues and not drafts[groups[-1][0]].continues:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
