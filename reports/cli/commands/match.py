"""``provenote match``: judge claims against source texts, JSON Lines in and out."""

import gc
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reports.cli.collecting import collect_rarely
from reports.cli.json_lines import Row, answered, lines_of, print_answers, text_in
from reports.cli.options import FILE
from verifier.matching import SourceIndex, index_source, judge
from verifier.matching.base import Match, Miss, Question, Scorer, Verdict
from verifier.matching.onnx_scorer import load_scorer

INDEXES_KEPT = 2
"""Sources whose index is kept: lines of one source mostly stand together, or alternate with those of another. Eight
took an eighth more time, since each new index then lies in memory that no cache of the processor holds."""


@click.command()
@click.argument("file", metavar="[FILE|-]", required=False, type=FILE)
@click.option("--scorer", "scorer_name", metavar="onnx:DIR", help="Ask a local entailment model too (extra: onnx).")
def match(file: Path | None, scorer_name: str | None) -> int:
    """Judge claims against source texts.

    Reads JSON Lines {id, claim, source_text, context?} and writes, in the same order,
    {id, verdict, score, evidence, missing, reason?}. A line that cannot be read gets {id, error},
    and the exit code is 1 at the end.
    """
    collect_rarely()
    code = print_answers(answers(lines_of(file), load_scorer(scorer_name) if scorer_name else None))
    gc.freeze()  # the process ends next, and need not look through all words and their terms again
    return code


def answers(lines: Iterable[bytes], scorer: Scorer | None = None) -> Iterator[Row]:
    """Yield the answer to each line that is not blank; lines of one source share its index."""
    kept: OrderedDict[str, SourceIndex] = OrderedDict()

    def answer(row: Row) -> Row:
        question = _question(row)
        index = _index(text_in(row, "source_text"), kept)
        return _shown(judge(question, index, scorer=scorer, brief=True))

    return answered(lines, answer)


def _question(row: Row) -> Question:
    context = row.get("context") or []
    parts = [context] if isinstance(context, str) else context if isinstance(context, list) else []
    return Question(text=text_in(row, "claim"), context=tuple(p for p in parts if isinstance(p, str)))


def _index(text: str, kept: OrderedDict[str, SourceIndex]) -> SourceIndex:
    index = kept.get(text)
    if index is None:
        index = kept[text] = index_source(text)
        if len(kept) > INDEXES_KEPT:
            kept.popitem(last=False)
    return index


def _shown(found: Match) -> Row:
    unread = found.verdict is Verdict.NOT_CHECKED
    answer: Row = {
        "verdict": "unreadable" if unread else found.verdict.value,
        "score": found.score,
        "evidence": [{"start": p.start, "end": p.end, "text": p.text} for p in found.evidence],
        "missing": [_miss(m) for m in found.missing],
    }
    if found.reason is not None:
        answer["reason"] = found.reason
    return answer


def _miss(miss: Miss) -> Row:
    shown: Row = {"kind": miss.kind.value, "text": miss.text}
    if miss.found is not None:
        shown["found"] = miss.found
    return shown


COMMAND = match
