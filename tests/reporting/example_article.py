"""The article of the made-up audit: its sentences, notes and claims."""

from citations.article import Article
from citations.claims import Claim, ClaimKind
from citations.dates import PartialDate
from citations.document import Anchor, Block, BlockKind, Marker, Position, Sentence, Span
from citations.records import CitationRecord, Name, Note

SENTENCES = (
    "The library in Lindenau opened on 13 May 2024 after two years of building.",
    "It cost 4.2 million euros, a third more than planned.",
    "“We wanted a house that nobody has to pay to enter,” the mayor told the council.",
    "Loans have doubled since, and the reading room is open on Sundays.",
    "No branch was closed to pay for it.",
    "Twelve other towns now plan the same.",
    "It is perhaps the finest building of its kind in the valley.",
    "The old building lost 40 readers a year.",
)


def example_note(label: str, line: int, raw: str, record: CitationRecord) -> Note:
    """Give a note of the example."""
    return Note(label=label, raw=raw, position=Position(line=line, column=1), style="brackets", records=(record,))


def example_record(raw: str, url: str | None, title: str, author: str, year: int) -> CitationRecord:
    """Give what a note of the example says."""
    return CitationRecord(
        start=0,
        end=len(raw),
        type="webpage" if url else "book",
        url=url,
        title=title,
        authors=(Name(literal=author),),
        container_title="Valley Courier" if url else None,
        publisher=None if url else "Hill Press",
        issued=PartialDate(raw=str(year), readings=((year,),)),
        accessed=PartialDate(raw="03-04-2026", readings=((2026, 4, 3), (2026, 3, 4))) if url else None,
    )


def _notes() -> tuple[Note, ...]:
    rows = (
        ("i", "Ada Falk", "A house for everyone", "https://courier.example/2024/library", 2024),
        ("ii", "Town of Lindenau", "Accounts 2024", "https://lindenau.example/accounts.pdf", 2025),
        ("iii", "Ben Roth", "Minutes of the council", "https://council.example/minutes/17", 2024),
        ("iv", "Ada Falk", "One year of the library", "https://courier.example/2025/one-year", 2025),
        ("v", "Cora Lind", "What became of the branches", "https://daily.example/branches", 2024),
        ("vi", "Dan Moor", "Libraries of the valley", None, 2023),
        ("vii", "Eva Stein", "Never cited", "https://courier.example/never", 2022),
    )
    notes = []
    for number, (label, author, title, url, year) in enumerate(rows):
        raw = f"{author}, ‘{title}’, {year}" + (f", {url} (accessed 03-04-2026)" if url else ", Hill Press")
        notes.append(example_note(label, 30 + number, raw, example_record(raw, url, title, author, year)))
    return tuple(notes)


def example_article() -> Article:
    """Give the article of the example: seven claims, seven notes, one of them unused, and a sentence without a note."""
    text = " ".join(SENTENCES)
    starts = [text.index(sentence) for sentence in SENTENCES]
    anchors = tuple(Anchor(offset=start, position=Position(line=5 + n, column=1)) for n, start in enumerate(starts))
    sentences = tuple(
        Sentence(
            text=sentence, block=0, start=start, end=start + len(sentence), position=Position(line=5 + n, column=1)
        )
        for n, (sentence, start) in enumerate(zip(SENTENCES, starts, strict=True))
    )
    block = Block(kind=BlockKind.PARAGRAPH, text=text, anchors=anchors, sentences=sentences)
    labels = ("i", "ii", "iii", "iv", "v", "vi", "iv")
    markers = tuple(
        Marker(
            label=label,
            raw=f"[{label}]",
            style="brackets",
            block=0,
            offset=starts[n] + len(SENTENCES[n]),
            position=Position(line=5 + n, column=len(SENTENCES[n]) + 1),
        )
        for n, label in enumerate(labels)
    )
    return Article(
        path="articles/library.md",
        format="markdown",
        title="A library for Lindenau",
        blocks=(block,),
        markers=markers,
        notes=_notes(),
        claims=tuple(_claim(number) for number in range(7)),
        uncited=(sentences[7],),
        lines=40,
    )


def _claim(number: int) -> Claim:
    kinds = {1: ClaimKind.FIGURE, 2: ClaimKind.QUOTATION, 6: ClaimKind.OPINION}
    text = SENTENCES[number]
    return Claim(
        id=f"c{number + 1}",
        labels=(("i", "ii", "iii", "iv", "v", "vi", "iv")[number],),
        text=text,
        sentence=text,
        span=Span(start=0, end=len(text)),
        position=Position(line=5 + number, column=1),
        block=0,
        kind=kinds.get(number, ClaimKind.FACT),
        needs_context=text.startswith("It "),
        context=SENTENCES[max(number - 2, 0) : number],
        heading="A house for everyone",
    )
