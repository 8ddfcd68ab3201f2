"""What the desk says of a source and of the details that differ, a line each."""

from collections.abc import Iterator, Sequence

from reports.words import DETAIL_CHARACTERS, access_words, detail_words
from verifier.audit import SourceAudit
from verifier.matching.base import Miss, MissKind


def title_of(source: SourceAudit | None) -> str:
    """Give the title of the page, "" where it has none."""
    said = source.data.title if source else None
    return said.value[:300] if said else ""


def access_of(source: SourceAudit | None) -> str:
    """Give what was read and when, "" without a source."""
    if source is None:
        return ""
    words = access_words(source.access)
    day = f", {source.fetched_at[:10]}" if source.fetched_at else ""
    return f"own copy {source.own_copy}" if source.own_copy else f"{words}{day}"


def problem_of(source: SourceAudit | None) -> str:
    """Give why there is no text to show."""
    if source is None:
        return "There is no source text for this finding."
    return f"The source could not be read: {access_words(source.access)} ({source.reason[:200]})."


def _telling(misses: Sequence[Miss]) -> list[Miss]:
    """Give the details worth a line: not a word within a quotation that has a line already."""
    quotes = [miss for miss in misses if miss.kind is MissKind.QUOTE]
    return [
        miss
        for miss in misses
        if miss.kind is not MissKind.WORD or not any(one.start <= miss.start < one.end for one in quotes)
    ]


def details_of(misses: Sequence[Miss]) -> Iterator[str]:
    """Yield what differs or is missing, a line each; single words that are nowhere or elsewhere share a line."""
    words: dict[bool, list[str]] = {}
    for miss in _telling(misses):
        if miss.kind is MissKind.WORD and not miss.found:
            words.setdefault(miss.elsewhere, []).append(f"“{miss.text[:DETAIL_CHARACTERS]}”")
        else:
            yield detail_words(miss)
    for elsewhere, lacking in sorted(words.items()):
        where = "elsewhere in the source" if elsewhere else "not found here"
        yield f"{where}: {', '.join(lacking)}"
