"""What the text and its files show: quotations and figures without a note (C509, C510), what is missing (A6xx)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from citations.article import Article
from citations.document import Position
from verifier.checks.base import CheckInput, at_place, position_in
from verifier.findings import Finding, Rule, Severity

UNCITED_QUOTATION = Rule(
    code="C509",
    name="uncited-quotation",
    severity=Severity.INFO,
    summary="a quotation without a note",
    explanation="A reader cannot look it up. It errs on scare quotes, titles and what the note of a neighbour covers.",
    help="name the source of the quotation",
)
UNCITED_FIGURE = Rule(
    code="C510",
    name="uncited-numbers",
    severity=Severity.INFO,
    summary="a figure or a date without a note",
    explanation="A reader cannot look it up. It errs on what everybody knows and on what a neighbour's note covers.",
    help="name the source of the figure",
)
NO_NOTES = Rule(
    code="A602",
    name="no-notes",
    severity=Severity.WARNING,
    summary="no notes were found in the article",
    explanation="The article cites nothing, or its notes have a form that was not understood, or stand elsewhere.",
    help=(
        "name the file with the notes (--notes FILE), or what the article is written in (--input-format), or read "
        "links in the text as notes (--inline-links)"
    ),
)
BROKEN_PARAGRAPH = Rule(
    code="A603",
    name="broken-paragraph",
    severity=Severity.INFO,
    summary="a blank line breaks a sentence",
    explanation="A residue of conversion: the sentence goes on in the next paragraph, and was read as one.",
    help="take the blank line out",
)
ENCODING = Rule(
    code="A604",
    name="encoding",
    severity=Severity.WARNING,
    summary="the file is not valid UTF-8",
    explanation="It was read as an older encoding; letters with accents, quotation marks and dashes may be wrong.",
    help="save the file as UTF-8",
)
BIBLIOGRAPHY_ELSEWHERE = Rule(
    code="A606",
    name="bibliography-elsewhere",
    severity=Severity.WARNING,
    summary="the article cites a bibliography that is not in its file",
    explanation="None of those citations was read, so none of the claims before them was checked.",
    help="lay the .bib file beside the article under the name that it is cited by, or name it: --notes FILE.bib",
)
MISSING_PART = Rule(
    code="A607",
    name="missing-part",
    severity=Severity.WARNING,
    summary="a part that the file lists is not in it",
    explanation=(
        "The file was damaged or cut off, or keeps the part in another file; what stands in that part was not read."
    ),
    help="export the file anew, or check the named file as an article of its own",
)
BROKEN_BIBLIOGRAPHY = Rule(
    code="A608",
    name="broken-bibliography",
    severity=Severity.WARNING,
    summary="a bibliography, or an entry of it, cannot be read",
    explanation=(
        "The file that the article names is no BibTeX, cannot be opened, or breaks its form: what stands behind a "
        "brace that is never closed is lost, and BibTeX itself stumbles there too. The rest was read, and the article "
        "was checked with it. It errs on what only some programs take, such as a comment within an entry."
    ),
    help="mend the file, or name another one: --notes FILE.bib",
)
QUOTED = re.compile(r"[“\"][^”\"]{2,400}[”\"]|(?<!\w)[‘'][^’']{2,400}[’'](?!\w)")
FIGURE = re.compile(r"\d")
ODDITIES = {
    "broken-paragraph": (BROKEN_PARAGRAPH, "a blank line breaks this sentence: “{}”"),
    "encoding": (ENCODING, "{}"),
    "bibliography-elsewhere": (BIBLIOGRAPHY_ELSEWHERE, "{}"),
    "missing-member": (MISSING_PART, "{}"),
    "broken-entry": (BROKEN_BIBLIOGRAPHY, "{}"),
    "unread-bibliography": (BROKEN_BIBLIOGRAPHY, "the bibliography cannot be read: {}"),
}
"""For each kind of oddity of a file, its rule and the message around its text."""
WITHOUT_BIBLIOGRAPHY = frozenset({"bibliography-elsewhere", "unread-bibliography"})
"""Oddities that already say why an article has no notes."""
LOST_NOTES = WITHOUT_BIBLIOGRAPHY | {"broken-entry"}
"""Oddities with which notes may be missing that will be back when their file is mended."""
LONGEST_SHOWN = 120
"""Characters of the file that a message shows."""


@dataclass(frozen=True, slots=True)
class BodyCheck:
    """Lists sentences that say something checkable and name no source, and faults of the file."""

    rules: tuple[Rule, ...] = field(
        default=(
            UNCITED_QUOTATION,
            UNCITED_FIGURE,
            NO_NOTES,
            BROKEN_PARAGRAPH,
            ENCODING,
            BIBLIOGRAPHY_ELSEWHERE,
            MISSING_PART,
            BROKEN_BIBLIOGRAPHY,
        )
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield what the file lacks or shows, then at most one finding for a sentence."""
        yield from _of_file(given.article)
        yield from _uncited(given)


CHECK = BodyCheck()


def _of_file(article: Article) -> Iterator[Finding]:
    elsewhere = any(oddity.kind in WITHOUT_BIBLIOGRAPHY for oddity in article.oddities)
    if not article.notes and not article.markers and not elsewhere:
        yield at_place(NO_NOTES, Position(line=1, column=1), "no notes were found in this article")
    for oddity in article.oddities:
        if oddity.kind in ODDITIES:
            rule, words = ODDITIES[oddity.kind]
            position = position_in(article, oddity.line, oddity.column)
            found = at_place(rule, position, words.format(oddity.text[:LONGEST_SHOWN]), subject=oddity.text)
            yield replace(found, path=oddity.path)


def _uncited(given: CheckInput) -> Iterator[Finding]:
    offered = {offer.sentence: offer.label for offer in given.offers}
    for sentence in given.article.uncited:
        label = offered.get(sentence)
        carried = f"; the source of note {label} carries it" if label else ""
        if QUOTED.search(sentence.text):
            message = f"a quotation without a note: “{sentence.text[:LONGEST_SHOWN]}”{carried}"
            yield at_place(UNCITED_QUOTATION, sentence.position, message, subject=sentence.text)
        elif FIGURE.search(sentence.text):
            message = f"a figure or date without a note: “{sentence.text[:LONGEST_SHOWN]}”{carried}"
            yield at_place(UNCITED_FIGURE, sentence.position, message, subject=sentence.text)
