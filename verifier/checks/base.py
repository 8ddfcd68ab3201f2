"""A check: one module that looks for faults of a few rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from citations.article import Article
from verifier.audit import ClaimAudit, SourceAudit
from verifier.extraction.base import SourceText
from verifier.findings import Finding, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInput:
    """What a check may look at. ``claims`` and ``sources`` are empty when only the article was read (``parse``).

    ``texts`` are the source texts by canonical URL.
    """

    article: Article
    claims: tuple[ClaimAudit, ...] = ()
    sources: tuple[SourceAudit, ...] = ()
    texts: Mapping[str, SourceText] = field(default_factory=dict)


class Check(Protocol):
    """One kind of fault. A check only looks; it changes nothing and fetches nothing."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules whose findings this check yields."""
        ...

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the findings, in any order."""
        ...
