"""What the rules of access look at on a page: its titles, its words, its short lines, its markup."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from verifier.extraction.base import PartKind, SourceText, count_words
from verifier.fetching.clients import Answer
from verifier.fetching.wordings import fold, wording

FEW_WORDS = 40
"""A page with fewer words says hardly more than its wall."""

SHORT_WORDS = 150
"""A notice with its explanations and a few links stays below; an article lies above."""

PROSE_LINE = 12
"""Words of a line that tells something."""

LONG_LINE = 40
"""Words of a line that is prose, not a notice."""

TOLD_WORDS = 60
"""Words of prose about something else than a wall or a missing page: a notice with its advice has fewer, by eye."""

HEADLINE_WORDS = 3
"""Words that a headline has around a phrase of a notice; notices add a name or an apology."""

ADDRESSING = frozenset(
    ("we", "our", "us", "you", "your", "youre", "sorry", "oops", "wir", "sie", "ihre", "vous", "nous")
)
"""Words by which a notice speaks to its reader, and a headline hardly ever does."""

TITLE_PARTS = re.compile(r"(?:(?<!\s)\s+)?[|·•»]\s*|(?<!\s)\s+[-–—]+\s+")
"""What parts the name of a site from the title of a page."""

ABOUT_CONSENT = re.compile(
    r" (?:cookies?|tracking|trackers?|traceurs"
    r"|consent\w*|privacy|privat\w*|partner\w*|personal\w*|advert\w*|publici\w*|werbung|anzeigen|daten"
    r"|ad ?block\w*|werbeblock\w*|bloqueur|bloqueador|datenschutz\w*|data|donnees|datos|dati|dados|gegevens"
    r"|preferences|settings|terms|einwillig\w*|zustimm\w*|age"
    r"|consentement|consentimiento|consenso|toestemming|samtycke|samtykke|years old|jahre alt|18) "
    r"|cookie|同意|隐私|동의|согласи"
)
"""What requests for consent talk about; a line of prose without any of it is the page's own."""

NUMBER_404 = re.compile(r" (?:404|410) ")
"""The status of a missing page, as its title says it."""

STATUS_NUMBERS = frozenset(
    map(str, (200, 301, 302, 304, 307, 308, *range(400, 406), 408, 410, 415, 422, 429, 451, 500, 502, 503, 504))
)
"""What servers answer, as texts on it name them."""

ROUND_NUMBERS = frozenset(("200", "400", "500"))
"""Those that are often counts of something else."""

SEVERAL = 3
"""Different statuses that no page has of itself: an error page names its own, and perhaps what lay behind it."""

QUOTED = re.compile(r"“[^“”]{1,200}”|„[^“”„]{1,200}[“”]|«[^«»]{1,200}»|\"[^\"]{1,200}\"")

SENTENCE_END = re.compile(r"(?<=[.!?。])\s+")

QUOTED_SIGNS = 100
"""Characters of a notice that a reason quotes."""

MARKUP_BYTES = 300_000
"""Bytes of a page that are searched for markup of walls."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A page with the URL that was asked for, the answer it came in, and its source text."""

    asked: str
    answer: Answer
    text: SourceText

    @cached_property
    def title(self) -> str:
        """The titles of the window and of the page, folded as wordings are."""
        return " / ".join(fold(title) for title in self._titles)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        said = self.text.data.title
        titles = dict.fromkeys((self._part_text(PartKind.TITLE)[:300], said.value[:300] if said is not None else ""))
        return tuple(title for title in titles if title)

    def _part_text(self, *kinds: PartKind) -> str:
        return "\n".join(self.text.text[part.start : part.end] for part in self.text.parts if part.kind in kinds)

    @cached_property
    def main(self) -> str:
        """The main text, or the whole where no part is labelled so."""
        if not self.text.parts:
            return self.text.text
        main = self._part_text(PartKind.MAIN)
        return main or self._part_text(PartKind.NOTICE, PartKind.RELATED, PartKind.NAVIGATION, PartKind.COMMENTS)

    @cached_property
    def words(self) -> int:
        """Words of the main text; a sign of a script without blanks counts as half a word."""
        return count_words(self.main)

    @cached_property
    def shown_words(self) -> int:
        """Words of everything that a reader sees but the title, and of the article in the page's data."""
        kinds = [kind for kind in PartKind if kind is not PartKind.TITLE]
        return count_words(self._part_text(*kinds) if self.text.parts else self.text.text)

    @property
    def says_little(self) -> bool:
        """Whether the page has so little text that its short lines may be all that it says."""
        return self.shown_words < SHORT_WORDS or self.words < FEW_WORDS

    @cached_property
    def has_prose(self) -> bool:
        """Whether the main text has a line of prose that is not about consent."""
        lines = (line for line in self.main.split("\n")[:200] if count_words(line) >= PROSE_LINE)
        return any(not ABOUT_CONSENT.search(fold(line[:2_000])) for line in lines)

    @cached_property
    def on_statuses(self) -> bool:
        """Whether the page is about HTTP statuses: then the words it has for them do not speak of the page itself."""
        named = STATUS_NUMBERS.intersection(fold(self.main[:20_000]).split())
        return len(named) >= SEVERAL and len(named - ROUND_NUMBERS) >= SEVERAL - 1

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        """The lines that a reader sees of the main text and of notices, without what they quote."""
        shown = self._part_text(PartKind.MAIN, PartKind.NOTICE) if self.text.parts else self.text.text
        return tuple(unquoted(line) for line in shown.split("\n")[:200])

    @cached_property
    def notices(self) -> str:
        """The short lines that a reader sees, folded, one after the other: prose is left out."""
        return " / ".join(fold(line[:400]) for line in self._lines if count_words(line) <= LONG_LINE)

    @cached_property
    def closing_notices(self) -> str:
        """The short lines after the first prose: what stands where the text breaks off, not in the page's head."""
        first = next((at for at, line in enumerate(self._lines) if count_words(line) >= PROSE_LINE), -1)
        return " / ".join(fold(line[:400]) for line in self._lines[first + 1 :] if count_words(line) <= LONG_LINE)

    @cached_property
    def markup(self) -> bytes:
        """The beginning of the bytes."""
        return self.answer.body[:MARKUP_BYTES]

    def titled(self, name: str) -> str | None:
        """Give the words of a title that have a phrase of a wording and speak of the page itself, else ``None``."""
        return self._said_of_itself(name, self._titles, wording(name).found)

    def noticed(self, name: str) -> str | None:
        """Give the words of a short line that have a phrase of a wording and speak of the page, else ``None``."""
        if wording(name).found(self.notices) is None:
            return None
        lines = [line[:400] for line in self._lines if count_words(line) <= LONG_LINE]
        return self._said_of_itself(name, lines, wording(name).found)

    @property
    def numbered(self) -> str | None:
        """The words of a title that have the number of a missing page and speak of the page itself, else ``None``."""
        return self._said_of_itself("missing", self._titles, _number_of_missing)

    def _said_of_itself(self, name: str, lines: Iterable[str], find: Callable[[str], str | None]) -> str | None:
        """Give the first sentence in ``lines`` that has a phrase and speaks of the page itself, ``None`` for none.

        A headline with the phrase among other words, above prose on other things, is news about a missing page, a wall
        or a robot. It does not speak of its own page.
        """
        for line in lines:
            found = find(fold(line))
            if found and not (_is_headline(line, found) and self.told_besides(name) >= TOLD_WORDS):
                return own_words(line, found)
        return None

    def told_besides(self, name: str) -> int:
        """Count the words of the prose lines that have no phrase of a wording."""
        prose = (line for line in self.main.split("\n")[:200] if count_words(line) >= PROSE_LINE)
        return sum(count_words(line) for line in prose if not wording(name).found(fold(line[:2_000])))

    def says(self, name: str, *, in_notices: bool = True) -> str | None:
        """Quote the title or the short line that has a phrase of a wording, and say which; ``None`` for neither."""
        if found := self.titled(name):
            return f"its title says “{found}”"
        if in_notices and (found := self.noticed(name)):
            return f"it says “{found}”"
        return None


def unquoted(line: str) -> str:
    """Give a line without what it quotes from elsewhere; a notice that names its buttons speaks to its reader."""
    if count_words(line) < PROSE_LINE or not ADDRESSING.isdisjoint(fold(line).split()):
        return line
    return QUOTED.sub(" ", line)


def own_words(line: str, found: str) -> str:
    """Give the sentence of a line that holds a phrase, as the page writes it; of a long one the phrase alone."""
    sentences = (" ".join(sentence.split()) for sentence in SENTENCE_END.split(line))
    sentence = next((one for one in sentences if found.strip() in fold(one)), "")
    return sentence if 0 < len(sentence) <= QUOTED_SIGNS else found.strip()


def _number_of_missing(folded: str) -> str | None:
    found = NUMBER_404.search(folded)
    return found[0] if found else None


def _is_headline(line: str, found: str) -> bool:
    """Whether a phrase is one of several things that a title says, the name of its site left aside."""
    for part in TITLE_PARTS.split(line):
        _, _, last = part.rpartition(":")
        folded = next((folded for own in (last, part) if found.strip() in (folded := fold(own))), None)
        if folded is not None:
            words = folded.split()
            return len(words) - len(found.split()) >= HEADLINE_WORDS and ADDRESSING.isdisjoint(words)
    return False
