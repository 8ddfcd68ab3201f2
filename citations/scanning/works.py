"""Works in lists of sources: by which labels the text cites them, and which blocks of an unlabelled list are works."""

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
"""The style of works in a list without labels."""
_REMARK = re.compile(
    r"(?:This|These|Dieser|Diese|Dieses|Cet|Cette|Este|Esta|Questo|Questa|Deze|Dit|Denne|Dette|Den här|Detta)\s"
    r"(?:[^\W\d_]+\s){1,3}(?:is|was|were|are|has|have|had|draws?|uses?|comes?|contains?|ist|sind|wurde|wurden|stammt|basiert|"
    r"est|a|ont|provient|fue|es|está|è|stata|stato|foi|is|werd|zijn|er|ble|är)\s"
)
"""The beginning of a sentence about the article itself: "This page was adapted"."""
_SAME_AUTHOR = re.compile(rf"[\s•*-]{{0,4}}?{SAME_AUTHOR}")
_QUOTED = re.compile(r"[“„«]|(?<!\w)\"")
"""What opens a title in quotation marks."""


def named_works(
    survey: Survey,
    called: Sequence[str],
) -> dict[str, int]:
    """Give the folded labels by which works are cited by author, each with the first block that does so.

    Works that only notes cite have -1; ``called`` are those that notes of another list cite.
    """
    works = dict.fromkeys(map(fold_label, [*called, *_called_in_notes(survey)]), -1)
    return _named_in_text(survey.candidates) | works


def _named_in_text(candidates: Sequence[Sequence[Candidate]]) -> dict[str, int]:
    """Give the folded labels that the text cites by author and year or page, each with the first block that does."""
    named: dict[str, int] = {}
    for index, found in enumerate(candidates):
        for candidate in found:
            if candidate.style in _BY_AUTHOR:
                for label in candidate.labels:
                    named.setdefault(fold_label(label), index)
    return named


def _called_in_notes(survey: Survey) -> Iterator[str]:
    """Yield the labels by which blocks that open like notes may cite works of a list."""
    for draft, head in zip(survey.drafts, survey.heads, strict=True):
        if head is not None and head.strength > Strength.WEAK:
            yield from author_date.works_called(draft.text[head.end :])


def cites_by_author(drafts: Sequence[Draft], named: dict[str, int], region: Region) -> bool:
    """Whether the text before a section cites one of its works by author and year, or by author and page."""
    inside = drafts[region.start : region.end] if named else ()
    heads = (_called(draft, named) for draft in inside)
    return any(head is not None and named[fold_label(head.label)] < region.start for head in heads)


def are_called(works: Iterable[Draft], named: Mapping[str, int]) -> bool:
    """Whether the text cites one of these references by author and year, or by author and page."""
    return bool(named) and any(_called(draft, named) is not None for draft in works)


def _called(draft: Draft, named: Mapping[str, int]) -> Head | None:
    """Give the label (author and year, or author) by which the text cites a reference, ``None`` if it does not."""
    heads = [*author_date.STYLE.find_heads(draft)]
    heads += [replace(head, label=head.label.rpartition(" ")[0]) for head in heads]
    return next((head for head in heads if fold_label(head.label) in named), None)


def names_of(works: Iterable[Draft], named: Mapping[str, int]) -> list[Head | None]:
    """Give the labels by which the text cites the references of a list, ``None`` for uncited ones.

    If a work of one author and one of several would share a label, the latter gets "et al.".
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
    """Give further names (folded) by which the text may cite works, each with the label of the work.

    An organisation may be cited by its initials, or by the last word of its name. Ambiguous names are left out.
    """
    names: dict[str, set[str]] = {}
    for own, draft in notes:
        if own.style == author_date.STYLE.name:
            for head in (own, *author_date.STYLE.find_heads(draft)):
                names.setdefault(fold_label(head.label), set()).add(own.label)
    return {name: min(labels) for name, labels in names.items() if len(labels) == 1}


def _with_authors(works: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the references; a dash for the authors is replaced by the authors of the reference above."""
    authors = ""
    for draft in works:
        dashes = _SAME_AUTHOR.match(draft.text)
        if dashes is None:
            authors = author_date.authors_in(draft.text)
            yield draft
        else:
            yield replace(draft, text=authors + draft.text[dashes.end() :])


def _name_of(draft: Draft, named: Mapping[str, int], *, by_year: bool) -> Head | None:
    """Give the label by which the text cites a reference.

    An uncited one gets author and year if others are cited so (``by_year``), unless its year may be a figure behind a
    quoted title; otherwise ``None``.
    """
    called = _called(draft, named)
    head = called or author_date.STYLE.find_head(draft)
    if head is None or called is not None or not by_year:
        return called
    return None if _QUOTED.search(draft.text, 0, draft.text.find(head.label.rpartition(" ")[2])) else head


def unlabelled_works(
    drafts: Sequence[Draft], waiting: Sequence[int], by_author: Mapping[str, int]
) -> list[tuple[Head, list[int]]]:
    """Give the works of a list without labels, each with its head and its blocks.

    ``by_author`` are the labels by author that the text cites, empty if none is in this list: then all works have the
    label ``""``. So have works whose author's name alone, as the label, would be ambiguous.
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
    """Whether a paragraph is a remark on the article itself, and no source: "This page was adapted"."""
    return draft.kind is BlockKind.PARAGRAPH and _REMARK.match(draft.text) is not None


def _before_rule(drafts: Sequence[Draft], waiting: Sequence[int]) -> Sequence[int]:
    """Give the blocks of a list without labels up to a rule that ends it.

    A rule does so before a block of another kind, or before the only block left, such as the date of the article.
    """
    for place, index in enumerate(waiting):
        if place and drafts[index].rule_before:
            other = drafts[index].kind is not drafts[waiting[place - 1]].kind
            if other or place + 1 == len(waiting):
                return waiting[:place]
    return waiting


def _as_items(drafts: Sequence[Draft], waiting: Sequence[int]) -> Sequence[int]:
    """Give the blocks; if most of them are list items, without the paragraphs between or below the items."""
    listed = [index for index in waiting if drafts[index].kind is BlockKind.ITEM or drafts[index].continues]
    return listed if 2 * len(listed) > len(waiting) else waiting


def _items(drafts: Sequence[Draft], waiting: Sequence[int]) -> list[list[int]]:
    """Give the blocks in groups: each with the blocks that continue it, such as further paragraphs of a list item.

    In a list that is indented as a whole, no block continues another.
    """
    groups: list[list[int]] = []
    for index in waiting:
        if groups and drafts[index].continues and not drafts[groups[-1][0]].continues:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
