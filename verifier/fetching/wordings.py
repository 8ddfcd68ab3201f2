"""The phrases that show walls and missing pages, in the languages of most of the web.

The phrases stand in ``phrases/NAME.txt``, one a line; a line that begins with ``#`` is a remark. ``|`` parts
alternatives, and ``&`` joins what must follow within six words ("page|article & not found"). Phrases are whole
statements about the page ("page not found"), never topics ("cookies"), since articles are written about topics.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

GAP = r"(?: [^ ]{1,30}){0,6} "
"""Between two parts of a phrase: up to six words."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u0600-\u06ff\u0590-\u05ff]")
"""Scripts that write without blanks or glue endings to words: their phrases may begin and end anywhere."""

ANYTHING = "[^/]{0,30}?"
"""Between two parts of a phrase in such a script."""

STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
"""Letters whose accent is no sign of its own."""

NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Give the words of a text in lower case, without accents and punctuation, each between single blanks."""
    joined = text.replace("'", "").replace("\u2019", "").casefold()
    if not joined.isascii():
        apart = unicodedata.normalize("NFKD", joined).casefold()
        bare = "".join(character for character in apart if not unicodedata.combining(character))
        joined = unicodedata.normalize("NFKC", bare.translate(STROKES))
    return f" {NOT_WORD.sub(' ', joined).strip()} "


@dataclass(frozen=True, slots=True)
class Wording:
    """Phrases that mean the same, by their first word: a text is looked through once, whatever their number."""

    by_word: Mapping[str, tuple[str, ...]]
    glued: tuple[str, ...]

    def found(self, folded: str) -> str | None:
        """Give the first phrase as it stands in a folded text, ``None`` where none does."""
        for word in WORD.finditer(folded):
            if word[0] in self.by_word:
                match = _compiled(self.by_word[word[0]], whole=True).match(folded, word.start())
                if match is not None:
                    return match[0]
        if self.glued and UNSPACED.search(folded):
            match = _compiled(self.glued, whole=False).search(folded)
            return match[0].strip() if match else None
        return None


WORD = re.compile("[^ ]+")


@cache
def _compiled(patterns: tuple[str, ...], *, whole: bool) -> re.Pattern[str]:
    """Make an expression when a text first needs it: making them all costs a tenth of a second."""
    return re.compile(f"(?:{'|'.join(patterns)}){'(?= )' if whole else ''}")


@cache
def wording(name: str) -> Wording:
    """Give the wording of a file of phrases."""
    lines = (files("verifier.fetching") / "phrases" / f"{name}.txt").read_text("utf-8").splitlines()
    phrases = [line for line in lines if line.strip() and not line.startswith("#")]
    by_word: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        if not UNSPACED.search(phrase):
            for word, pattern in _by_first_word(phrase):
                by_word[word].append(pattern)
    glued = tuple(
        ANYTHING.join(_choices(part) for part in phrase.split("&")) for phrase in phrases if UNSPACED.search(phrase)
    )
    return Wording({word: tuple(patterns) for word, patterns in by_word.items()}, glued)


def _by_first_word(phrase: str) -> Iterator[tuple[str, str]]:
    """Yield the first words of a phrase, each with the expressions of the phrases that begin with it."""
    first, *rest = phrase.split("&")
    after = "".join(GAP + _choices(part) for part in rest)
    for choice in first.split("|"):
        folded = fold(choice).strip()
        yield folded.partition(" ")[0], re.escape(folded) + after


def _choices(part: str) -> str:
    return f"(?:{'|'.join(re.escape(fold(choice).strip()) for choice in part.split('|'))})"
