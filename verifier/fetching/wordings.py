"""The words by which walls and missing pages give themselves away, in the languages of most of the web.

The phrases stand in ``phrases/NAME.txt``, one a line; a line that begins with ``#`` is a remark. ``|`` parts
alternatives, and ``&`` joins what must follow within six words ("page|article & not found"). Phrases are whole
statements about the page ("page not found"), never topics ("cookies"), since articles are written about topics.
"""

import re
import unicodedata
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
    """Phrases that mean the same."""

    pattern: re.Pattern[str]

    def found(self, folded: str) -> str | None:
        """Give the phrase as it stands in a folded text, ``None`` where none does."""
        match = self.pattern.search(folded)
        return match[0].strip() if match else None


@cache
def wording(name: str) -> Wording:
    """Give the wording of a file of phrases."""
    lines = (files("verifier.fetching") / "phrases" / f"{name}.txt").read_text("utf-8").splitlines()
    phrases = [line for line in lines if line.strip() and not line.startswith("#")]
    spaced = [_pattern(phrase) for phrase in phrases if not UNSPACED.search(phrase)]
    glued = [_pattern(phrase) for phrase in phrases if UNSPACED.search(phrase)]
    whole = [f" (?:{'|'.join(spaced)})(?= )"] if spaced else []
    return Wording(re.compile("|".join(whole + glued)))


def _pattern(phrase: str) -> str:
    return (ANYTHING if UNSPACED.search(phrase) else GAP).join(_choices(part) for part in phrase.split("&"))


def _choices(part: str) -> str:
    return f"(?:{'|'.join(re.escape(fold(choice).strip()) for choice in part.split('|'))})"
