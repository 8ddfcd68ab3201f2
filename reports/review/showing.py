"""An item as it is shown: the claim in its context, the passage in its source, the words that differ marked.

Values only, for the page and for the terminal alike; nothing here knows HTML.
"""

import re
from dataclasses import dataclass

from reports.decisions.applying import FindingState
from reports.decisions.values import Decision
from reports.marking import (
    Segment,
    Span,
    claim_spans,
    difference,
    missing_spans,
    passage_spans,
    segments,
    shared_spans,
)
from reports.report_sources import opened_at, readable_url
from reports.review.books import mark_of
from reports.review.choosing import Status
from reports.review.desk import Desk
from reports.review.items import Item
from reports.review.passages import MOST_HITS, Place, context, nearest, rooms, search
from reports.review.wording import access_of, details_of, problem_of, title_of
from reports.words import VERDICT_NAMES
from verifier.audit import ClaimAudit
from verifier.evidence import telling_first
from verifier.matching.base import Match, Miss, Passage, Verdict

LONGEST_SHOWN = 5000
"""Characters of one text on the page; a claim or passage beyond that is no longer read, but scrolled."""
LONGEST_CONTEXT = 600
"""Characters of the article before the sentence: enough to know what "it" is, and the claim stays in sight."""
AROUND = 280
"""Characters shown before and after a passage: two or three sentences."""
FAR_AROUND = 4000
"""Characters shown before and after when the reviewer asks for more: about two pages."""
MOST_PASSAGES = 3
MOST_CANDIDATES = 4
"""Places that were found, and that lost, as they are shown: matching has no more found ones than three."""

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """The article's side. ``before`` and ``after`` are the rest of the sentence, ``context`` what stands before."""

    segments: tuple[Segment, ...]
    before: str = ""
    after: str = ""
    heading: str = ""
    context: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPassage:
    """A place in the source. ``at`` names it in addresses; ``link`` opens the live page there, ``""`` for none."""

    at: str
    segments: tuple[Segment, ...]
    before: str = ""
    after: str = ""
    where: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """The passage without its marks."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """Why a decision no longer holds: the passage it rests on, and the nearest one of today (``()`` for none)."""

    old: tuple[Segment, ...]
    new: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReworded:
    """A decision on an earlier wording of the claim, and both wordings with the words that differ marked."""

    decision: Decision
    old: tuple[Segment, ...]
    new: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """What is known of the source. ``problem`` says why there is no text to show, ``""`` where there is one."""

    title: str
    url: str
    link: str
    access: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """Everything about an item that a reviewer may want to see at once."""

    item: Item
    status: Status
    seen: str
    rule_name: str
    verdict: str
    claim: ShownClaim
    source: ShownSource | None
    passages: tuple[ShownPassage, ...] = ()
    others: tuple[ShownPassage, ...] = ()
    hits: tuple[ShownPassage, ...] = ()
    change: ShownChange | None = None
    reworded: ShownReworded | None = None
    details: tuple[str, ...] = ()
    chosen_at: str = ""
    searched: str = ""

    @property
    def heading(self) -> str:
        """What stands over the passages: where nothing was found they are not what the source says of the claim."""
        nearest = self.verdict == VERDICT_NAMES[Verdict.NOT_FOUND] and self.passages and not self.chosen_at
        return "The nearest places, which do not say it" if nearest else "The source says"

    @property
    def is_cut(self) -> bool:
        """Whether the search may have found more places than are shown."""
        return len(self.hits) >= MOST_HITS


def show(desk: Desk, item: Item, *, at: str = "", query: str = "", far: bool = False) -> ShownItem:
    """Give an item as it is shown; ``at`` is a place that the reviewer chose, ``query`` what they look for."""
    status = desk.status(item)
    view = _View(desk, item, far=far)
    chosen = place_in(desk.text_of(item), at)
    passages = (view.passage(chosen, main=True),) if chosen else view.found()
    rule = desk.material.rules.get(item.finding.rule)
    known = {passage.at for passage in passages}
    return ShownItem(
        item=item,
        status=status,
        seen=mark_of(status.decision),
        rule_name=rule.name.replace("-", " ") if rule else "",
        verdict=VERDICT_NAMES[item.citation.verdict] if item.citation else "",
        claim=view.claim(passages, judged=chosen is None),
        source=view.source(passages),
        passages=passages,
        others=tuple(one for one in view.candidates(chosen) if one.at not in known),
        hits=tuple(view.passage(place) for place in search(view.text, query)) if query else (),
        change=view.change(status),
        reworded=view.reworded() if status.decision is None else None,
        details=tuple(details_of(view.misses)),
        chosen_at=at if chosen else "",
        searched=query,
    )


def place_in(text: str | None, at: str) -> Place | None:
    """Give the place that an address names ("120-264"), ``None`` when it names none of this text."""
    found = _AT.fullmatch(at)
    if not found or text is None:
        return None
    start, end = int(found[1]), int(found[2])
    return Place(start=start, end=end) if start < end <= min(len(text), start + LONGEST_SHOWN) else None


def decided_passage(desk: Desk, item: Item, at: str) -> str | None:
    """Give the passage that a decision rests on: the chosen place, what was found, ``None`` for the finding's own."""
    text = desk.text_of(item)
    place = place_in(text, at)
    if place and text is not None:
        return text[place.start : place.end]
    if item.finding.passage or not item.citation or not item.citation.match:
        return None
    return next((passage.text for passage in item.citation.match.evidence if passage.text in (text or "")), None)


class _View:
    """One item with its source text, on the way to being shown."""

    def __init__(self, desk: Desk, item: Item, *, far: bool) -> None:
        self.desk, self.item = desk, item
        self.text = desk.text_of(item) or ""
        self.match: Match | None = item.citation.match if item.citation else None
        self.misses: tuple[Miss, ...] = self.match.missing if self.match else ()
        self._width = FAR_AROUND if far else AROUND

    def claim(self, passages: tuple[ShownPassage, ...], *, judged: bool) -> ShownClaim:
        note = self.item.note.raw[:LONGEST_SHOWN] if self.item.note else ""
        if self.item.claim is None:
            subject = self.item.finding.subject[:LONGEST_SHOWN]
            own = "" if subject == note else note
            return ShownClaim(segments=segments(subject, ()) if subject else (), note=own)
        claim = self.item.claim.claim
        before, after = _rest_of_sentence(self.item.claim)
        text = claim.text[:LONGEST_SHOWN]
        beside = " ".join(passage.text for passage in passages)
        return ShownClaim(
            segments=segments(text, self._claim_spans(text, beside, judged=judged)),
            before=before[-LONGEST_SHOWN:],
            after=after[:LONGEST_SHOWN],
            heading=claim.heading[:300],
            context=_end_of(" ".join(claim.context)),
            note=note,
        )

    def _claim_spans(self, text: str, beside: str, *, judged: bool) -> list[Span]:
        """Give the marks on a claim by the match that was judged, else by the words of the passages ``beside`` it."""
        if self.match is None or not judged:
            return [*missing_spans(text, beside), *shared_spans(text, beside)] if beside else []
        matched = self.match.matched or [(start, end) for start, end, _ in shared_spans(text, beside)]
        return list(claim_spans(text, matched, self.misses))

    def found(self) -> tuple[ShownPassage, ...]:
        """Give the passages that the finding rests on."""
        evidence = telling_first(self.match)[:MOST_PASSAGES] if self.match else ()
        if evidence:
            areas = rooms([Place(start=one.start, end=one.end) for one in evidence], self._width, len(self.text))
            return tuple(self._shown(one, self.match, room) for one, room in zip(evidence, areas, strict=True))
        own = self.item.finding.passage.removesuffix("…")
        start = self.text.find(own) if own else -1
        if start >= 0:
            return (self.passage(Place(start=start, end=start + len(own)), main=True),)
        return (ShownPassage(at="", segments=segments(own[:LONGEST_SHOWN], ())),) if own else ()

    def candidates(self, chosen: Place | None) -> tuple[ShownPassage, ...]:
        """Give the places that lost; with a chosen place, those that were found too."""
        places = self.match.candidates if self.match else ()
        if chosen and self.match:
            places = self.match.evidence + places
        return tuple(self._shown(one, self.match, None) for one in places[:MOST_CANDIDATES])

    def passage(self, place: Place, *, main: bool = False) -> ShownPassage:
        passage = Passage(start=place.start, end=place.end, text=self.text[place.start : place.end])
        return self._shown(passage, None, Place(start=0, end=len(self.text)) if main else None)

    def _shown(self, passage: Passage, match: Match | None, room: Place | None) -> ShownPassage:
        """Give a passage with its marks; ``room`` is how far its context may reach, ``None`` for no context."""
        claim = self.item.claim.claim.text[:LONGEST_SHOWN] if self.item.claim else ""
        text = passage.text[:LONGEST_SHOWN]
        place = Place(start=passage.start, end=passage.start + len(text))
        stands = self.text[place.start : place.end] == text
        before, after = context(self.text, place, self._width, room) if room and stands else ("", "")
        where = f"page {passage.page}" if passage.page else (passage.part or "")
        return ShownPassage(
            at=f"{place.start}-{place.end}" if stands else "",
            segments=segments(text, passage_spans(text, passage.start, claim, match.missing if match else ())),
            before=before,
            after=after,
            where="" if where == "main" else where,
            link=self._link(place if stands else None, passage.page),
        )

    def source(self, passages: tuple[ShownPassage, ...]) -> ShownSource | None:
        source = self.item.source
        url = self.item.finding.url or (source.url if source else "")
        if not url and source is None:
            return None
        link = next((passage.link for passage in passages if passage.link), self._link(None))
        return ShownSource(
            title=title_of(source) or url,
            url=url,
            link=link,
            access=access_of(source),
            problem="" if self.text else problem_of(source),
        )

    def change(self, status: Status) -> ShownChange | None:
        if status.state is not FindingState.STALE or status.decision is None:
            return None
        old = status.decision.passage
        place = nearest(self.text, old)
        today = self.text[place.start : place.end] if place else ""
        before, after = difference(old, today)
        return ShownChange(old=before, new=after)

    def reworded(self) -> ShownReworded | None:
        decision = self.desk.reworded(self.item)
        if decision is None:
            return None
        old, new = difference(decision.claim, self.item.finding.subject)
        return ShownReworded(decision=decision, old=old, new=new)

    def _link(self, place: Place | None, page: int | None = None) -> str:
        """Give the link that opens the source at a place, as the report has it; ``""`` for none."""
        url = (readable_url(self.item.source) if self.item.source else "") or self.item.finding.url
        at = (self.text, place.start, place.end) if place else None
        return opened_at(url, at, page=page, link_to=self.desk.around.link_to)


def _end_of(text: str) -> str:
    """Give the last ``LONGEST_CONTEXT`` characters of a text, cut at a blank."""
    if len(text) <= LONGEST_CONTEXT:
        return text
    cut = text[-LONGEST_CONTEXT:]
    return "…" + (cut.partition(" ")[2] or cut)


def _rest_of_sentence(claim: ClaimAudit) -> tuple[str, str]:
    """Give the sentence before and after the claim, both empty where the span does not fit it."""
    sentence, span = claim.claim.sentence, claim.claim.span
    if sentence[span.start : span.end].strip() != claim.claim.text.strip():
        head, found, tail = sentence.partition(claim.claim.text)
        return (head, tail) if found else ("", "")
    return sentence[: span.start], sentence[span.end :]
