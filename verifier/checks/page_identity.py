"""What a page is: its own address and its language, P408 and P409. Both are information."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from citations.links import canonical_url
from verifier.audit import SourceAudit
from verifier.checks.base import CheckInput, at_note, read_sources
from verifier.findings import Finding, Rule, Severity
from verifier.matching.base import Verdict
from verifier.matching.languages import language_of
from verifier.sources import CitedSource

CANONICAL_DIFFERS = Rule(
    code="P408",
    name="canonical-differs",
    severity=Severity.INFO,
    summary="the page names another address as its own",
    explanation=(
        "The page's own address lasts longer than one for phones, for print or from a search. Scheme, www, a slash at "
        "the end, tracking parameters and index pages are forgiven. It errs where a site names one address for all."
    ),
    help="cite the address that the page names",
)
OTHER_LANGUAGE = Rule(
    code="P409",
    name="other-language",
    severity=Severity.INFO,
    summary="the page is in another language than the article",
    explanation=(
        "A claim in one language cannot be compared word by word with a source in another: such claims are left "
        "unchecked. Nothing is said where a claim was found on the page. It errs on pages that declare the language "
        "of their template."
    ),
    help="check the claim by reading, or cite an edition in the article's language",
)

LEAST_WORDS = 8
"""Function words of its own language that an article must have before that is named."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PageIdentityCheck:
    """Holds the address and the language that each readable page names against the notes and the article."""

    rules: tuple[Rule, ...] = field(default=(CANONICAL_DIFFERS, OTHER_LANGUAGE))

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the differences, note by note."""
        language = _language(given)
        citations = (one for audited in given.claims for one in audited.citations)
        found_in = {one.source.url for one in citations if one.verdict is Verdict.SUPPORTED}
        for cited, source in read_sources(given):
            yield from _about_address(cited, source)
            if source.url not in found_in:
                yield from _about_language(cited, source, language)


CHECK = PageIdentityCheck()


def _about_address(cited: CitedSource, source: SourceAudit) -> Iterator[Finding]:
    own = source.data.canonical_url
    if own is None or not cited.url or source.archived is not None:
        return
    known = {_bare(cited.url), _bare(source.final_url or cited.url)}
    if _bare(own) in known:
        return
    message = f"the page names another address as its own: {own[:300]} (in its data)"
    yield at_note(CANONICAL_DIFFERS, cited.note, message, url=cited.url)


def _about_language(cited: CitedSource, source: SourceAudit, language: str | None) -> Iterator[Finding]:
    declared = (source.data.language or "").partition("-")[0].lower()
    if language is None or len(declared) != 2 or declared == language:  # noqa: PLR2004 - a language has two letters
        return
    message = f"the page declares the language {declared!r}, the article is written in {language!r}"
    yield at_note(OTHER_LANGUAGE, cited.note, message, url=cited.url)


def _language(given: CheckInput) -> str | None:
    text = " ".join(block.text for block in given.article.blocks[:400])
    return language_of(_WORD.findall(text.lower()), LEAST_WORDS)


def _bare(url: str) -> str:
    """Give an address without what does not tell pages apart: scheme, www, m., index pages, a slash at the end."""
    try:
        parts = urlsplit(canonical_url(url))
    except ValueError:
        return url
    host = parts.netloc.lower()
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    path = parts.path.rstrip("/").lower()
    for ending in ("/index.html", "/index.htm", "/index.php", "/amp", ".amp"):
        path = path.removesuffix(ending)
    return f"{host}{path}?{parts.query}"
