"""W3C Web Annotations: each passage as an annotation on the page that it stands in."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from reports.formats.base import Format, Options
from reports.one_line import PATH_CHARACTERS, whole
from reports.values import ArticleReport, CitationReport, ClaimReport, PassageReport, Report


def _render(report: Report, _: Options) -> str:
    """Give an annotation for each passage, selected by its words and by its place in the source text."""
    items = [item for article in report.articles for item in _annotations(article)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:provenote:annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotations(article: ArticleReport) -> Iterator[dict[str, Any]]:
    for claim in article.claims:
        for place, citation in enumerate(claim.sources, 1):
            if not citation.url:
                continue
            for number, passage in enumerate(citation.evidence, 1):
                identity = f"{claim.id}-{place}-{number}"
                yield _annotation(article, claim, citation, passage, identity)


def _annotation(
    article: ArticleReport, claim: ClaimReport, citation: CitationReport, passage: PassageReport, identity: str
) -> dict[str, Any]:
    target: dict[str, Any] = {
        "source": citation.final_url or citation.url,
        "selector": [
            _quote(passage),
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
    if citation.fetched_at:
        target["state"] = {"type": "TimeState", "sourceDate": citation.fetched_at}
    return {
        "id": f"urn:provenote:{_name(article.path)}:{identity}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": claim.text},
            {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": citation.words},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": citation.verdict},
        ],
        "target": target,
    }


def _quote(passage: PassageReport) -> dict[str, str]:
    """Give the selector by words: with what stands around them, which tells a sentence from its repetition."""
    around = {"prefix": passage.before, "suffix": passage.after}
    return {"type": "TextQuoteSelector", "exact": passage.text} | {name: text for name, text in around.items() if text}


def _name(path: str) -> str:
    """Give the path in the characters that a URN may hold."""
    return quote(whole(path[:PATH_CHARACTERS]), safe="")


FORMAT = Format("w3c", _render)
