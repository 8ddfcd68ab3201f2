"""Sentences of a block whose markers are cut out, by a short set of rules.

No splitter survives attached markers ("signed.[1] It"); once they are out, these rules do as well as any library.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from citations.document import Block, Sentence

_ABBREVIATIONS_WORDS = (
    "mr mrs ms dr prof rev sr jr st no nos vol vols p pp ed eds trans cf etc al fig figs art arts sec ch chap inc "
    "ltd co corp dept gov gen col lt sgt capt hon pres sen rep reps messrs mx assn bros jan feb mar apr jun jul aug "
    "sept sep oct nov dec vs v op cit ibid id ca approx est ph.d okt dez janv févr avr juil déc bl.a bzw nr vgl hrsg "
    "bd jh abs str mio mrd mme mlle m av env éd sra srta dña núm pág págs ej ee.uu sig dott ecc dhr mevr enz bijv "
    "t.ex jfr osv mfl dvs f.eks tzn np ul г гг им см стр рис тыс млн млрд mt ft para pt ee m.in bzgl ggf inkl evtl "
    "sog resp por zob tzw jf cfr ср напр гл проф акад"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_NUMBERED = frozenset(
    ["no", "nos", "art", "arts", "fig", "figs", "sec", "ch", "vol", "vols", "para", "pt", "nr", "núm"]
)
"""Abbreviations before a number; before anything else they are words ("he said no.") or end a sentence all the same."""
_MAY_END = frozenset(["inc", "ltd", "co", "corp", "jr", "sr", "etc", "al", "ecc", "enz", "osv", "mfl"])
"""Abbreviations that may also end a sentence, when the next one begins with a word that opens sentences."""
_STARTER = re.compile(
    r"(?:The|They|He|She|It|This|That|In|At|We|His|Her|These|Those|But|And|Its|Both|However|On|For|A|An|As|"
    r"Der|Die|Das|Es|Er|Sie|"
    r"Le|La|Les|Il|Elle|El|Los|Las|De|Het|Een|Det|Den)\b"
)
_END = re.compile(
    r"(?P<stop>[.!?…؟۔।]{1,20}|[。！？]{1,5})(?P<closers>(?:[\"”’'»)\]」』）]|\s»(?!\w)|«(?!\w)){0,5})(?P<gap>\s*)"
)
"""French sets a blank within its quotation marks, German and Danish turn them round."""
_OPENERS = "\"“‘'«‹([¿¡„「『"
_BEFORE_FIRST = f"{_OPENERS} »›"
"""What may stand between a stop and the first letter of the next sentence."""
_WORD = re.compile(r"\S{1,40}$")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|all|dall|nell|sull)['’]", re.IGNORECASE)
"""The rest of a word that French or Italian writes together with the next one: "l’art. 5", "dell’art. 5"."""
_MONTH_AFTER = re.compile(r"[A-ZÄÖÅ]?[^\W\d_]{2,11}\.?\s{0,2}\d{4}")
_GERMAN_MONTH = re.compile(
    r"(?:J[aä]n(?:uar|ner)?|Feb(?:ruar|er)?|März?|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\b"
)
_GERMAN_ARTICLE = re.compile(r"\b(?:der|das|dem|den|des|im|am|vom|zum|zur|beim)\s{1,3}\d{1,2}$", re.IGNORECASE)
_OMISSION_END = re.compile(r"[^\s.]\.(?:\s\.){3}$")
"""The stop of a sentence, and the three spaced ones for the words left out behind it: "we saw. . . . In May"."""
_OMISSION_AND_STOP = frozenset({"….", "...."})
_LONGEST_OMISSION = 8
_LONGEST_ORDINAL = 2
"""Digits of a number that may be a day or an ordinal before its stop."""
_LONGEST_INITIALISM = 12
_LONGEST_NUMBER = 3
"""Characters of the number that opens a list item at the start of a text: \"1. The\", \"iv. The\"."""


def split_sentences(text: str, cuts: Collection[int] = ()) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences in ``text``, without the blanks between them; ``()`` for a blank text.

    ``cuts`` are the places from which a marker was taken: behind a stop it parts two sentences as a blank does.
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        marked = found.end("closers") in cuts
        if not (found["gap"] or marked) or not _is_boundary(text, start, found, marked=marked):
            continue
        spans.append((start, found.end("closers")))
        start = found.end()
    end = len(text.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)


def sentences_of(block: Block, number: int, cuts: Collection[int] = ()) -> tuple[Sentence, ...]:
    """Give the sentences of a block; ``number`` counts the blocks from 0, ``cuts`` are as for ``split_sentences``."""
    return tuple(
        Sentence(text=block.text[start:end], block=number, start=start, end=end, position=block.position_at(start))
        for start, end in split_sentences(block.text, cuts)
    )


def sentence_at(block: Block, offset: int) -> Sentence | None:
    """Give the sentence that a marker at ``offset`` stands in or ends, the first one for a marker before all words.

    ``None`` in a block without sentences.
    """
    index = sentence_index(block, max(offset, 1)) - 1
    return block.sentences[max(index, 0)] if block.sentences else None


def sentence_index(block: Block, offset: int) -> int:
    """Give the index of the first sentence that begins at ``offset`` or behind it."""
    return bisect_left(block.sentences, offset, key=start_of)


def start_of(sentence: Sentence) -> int:
    """Give where a sentence begins, to search sorted sentences by."""
    return sentence.start


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of quoted words, quotation marks included, in reading order; they do not overlap."""
    for found in _QUOTED.finditer(text):
        yield found.start(), found.end()


_QUOTED = re.compile(
    r"“(?:[^“”]|“[^“”]{1,200}”){1,1500}”|„[^“”„]{1,1500}[“”]|«[^«»]{1,1500}»|»(?=\w)[^«»]{1,1500}«(?!\w)|「[^「」]{1,1500}」"
    r"|(?<![\w\"])\"(?=\S)[^\"]{1,1500}\"(?!\w)"
    r"|(?<![\w‘])‘(?:[^‘’]|’(?=\w)){1,1500}’(?!\w)"
    r"|(?<![\w'])'(?=\S)(?:[^']|'(?=\w)){1,1500}'(?!\w)"
)


def _is_boundary(text: str, start: int, found: re.Match[str], *, marked: bool) -> bool:
    """Whether a sentence ends at a stop; ``marked``: a marker stood behind it, where no abbreviation has one."""
    stop, closers = found["stop"], found["closers"]
    after = text[found.end() : found.end() + 20]
    if not after:
        return False
    if stop[0] in "。！？":
        return False
    following = after.lstrip(_BEFORE_FIRST)[:1]
    if not following or following.islower() or not (following.isalnum()):
        return False
    if stop == "." and not closers:
        if marked and following.isupper():
            return True
        omission = _OMISSION_END.search(text, max(found.end("stop") - _LONGEST_OMISSION, start), found.end("stop"))
        return omission is not None or _stop_ends(text, start, found, after)
    # " . . ." and " …" stand for words left out; a sentence may go on behind them, but not behind a stop of its own
    return stop in _OMISSION_AND_STOP or not (
        set(stop) <= set(".…") and len(stop) > 1 - (stop == "…") and text[found.start() - 1 : found.start()].isspace()
    )


def _stop_ends(text: str, start: int, found: re.Match[str], after: str) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the words after it."""
    before = _WORD.search(text[max(start, found.start() - 40) : found.start()].rstrip())
    word = _ELISION.sub("", before[0].lstrip(_OPENERS + "-–—")) if before else ""
    folded = word.lower()
    if (
        not word
        or word[-1] in ".…"
        or (
            text[start : found.start()].strip() == word
            and len(word) <= _LONGEST_NUMBER
            and (word.isdigit() or word.isalpha())
        )
    ):
        return False
    if len(word) == 1 and word.isalpha() and word != "I":  # an initial, "z. B.", "p. ex."
        return word.islower() and _STARTER.match(after) is not None
    if len(word) <= _LONGEST_INITIALISM and "." in word and all(len(part) == 1 for part in word.split(".")):
        return _STARTER.match(after) is not None
    if folded in _NUMBERED:
        return not after.lstrip(_OPENERS)[:1].isdigit()
    if folded in _ABBREVIATIONS:
        return folded in _MAY_END and _STARTER.match(after) is not None
    return not (word.isdigit() and len(word) <= _LONGEST_ORDINAL and _is_ordinal(text[start : found.start()], after))


def _is_ordinal(before: str, after: str) -> bool:
    """Whether a number with a stop is a day or an ordinal, as German writes them: "30. Juni", "der 3. Weltkrieg"."""
    return bool(_MONTH_AFTER.match(after) or _GERMAN_MONTH.match(after) or _GERMAN_ARTICLE.search(before))
