"""What the desk says of a source and of the details that differ, a line each."""

from collections.abc import Iterator, Sequence

from reports.words import access_words
from verifier.audit import SourceAudit
from verifier.detail_words import DETAIL_CHARACTERS, in_line, told_details
from verifier.matching.base import Miss


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


def details_of(misses: Sequence[Miss]) -> Iterator[str]:
    """Yield what differs or is missing, a line each; single words that are nowhere or elsewhere share a line."""
    told, lots = told_details(misses)
    yield from map(in_line, told)
    for heading, words in lots:
        yield f"{heading}: {', '.join(f'“{miss.text[:DETAIL_CHARACTERS]}”' for miss in words)}"
