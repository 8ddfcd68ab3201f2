"""Overlapping candidates for markers, which together are one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from citations.drafts import Draft
from citations.styles import author_date, bare_digit
from citations.styles.base import Candidate, overlaps_any


def merged(draft: Draft, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the draft's candidates, overlapping ones as one: as wide as all of them, as sure as the surest.

    A bare figure within another candidate is left out.
    """
    if not found:
        return
    bare = [candidate for candidate in found if candidate.style == bare_digit.STYLE.name]
    others = [candidate for candidate in found if candidate.style != bare_digit.STYLE.name]
    unions = [_union(draft, _without_names(group)) for group in _groups(others)]
    taken = sorted((one.start, one.end) for one in unions)
    yield from sorted(
        (*unions, *(one for one in bare if not overlaps_any(one, taken))), key=lambda one: (one.start, one.end)
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
    """Give a group without its authors and years if it has a marker that is not dubious; else only these.

    The dubious one is then a year in square brackets, which looks like a label.
    """
    others = [one for one in group if one.style != author_date.STYLE.name]
    if any(not one.dubious for one in others) or len(others) == len(group):
        return others
    return [one for one in group if one.style == author_date.STYLE.name]


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
            target=targets[0] if targets else best.target,
            dubious=all(one.dubious for one in group),
        )
    start, end, text = best.start, best.end, draft.text
    while start > 0 and end < len(text) and text[start - 1] + text[end] in {"[]", "()"}:
        start, end = start - 1, end + 1
    return replace(best, start=start, end=end) if start < best.start else best
