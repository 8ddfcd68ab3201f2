"""``provenote match``: judge claims against source texts, JSON Lines in and out."""

import gc
import json
import sys
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

import click

from reports.cli.collecting import collect_rarely
from verifier.matching import SourceIndex, index_source, judge
from verifier.matching.base import Match, Miss, Question, Scorer, Verdict
from verifier.matching.onnx_scorer import load_scorer

FINDINGS = 1
INDEXES_KEPT = 2
"""Sources whose index is kept: lines of one source mostly stand together, or alternate with those of another. Eight
took an eighth more time, since each new index then lies in memory that no cache of the processor holds."""

Answer = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False).encode


class BadLineError(ValueError):
    """A line that is no question; the message says what is wrong with it."""


@click.command()
@click.argument("lines", metavar="[FILE|-]", type=click.File("rb"), default="-")
@click.option("--scorer", "scorer_name", metavar="onnx:DIR", help="Ask a local entailment model too (extra: onnx).")
def match(lines: Iterable[bytes], scorer_name: str | None) -> int:
    """Judge claims against source texts.

    Reads JSON Lines {id, claim, source_text, context?} and writes, in the same order,
    {id, verdict, score, evidence, missing, reason?}. A line that cannot be read gets {id, error},
    and the exit code is 1 at the end.
    """
    collect_rarely()
    failed = False
    write = sys.stdout.write
    for answer in answers(lines, load_scorer(scorer_name) if scorer_name else None):
        failed = failed or "error" in answer
        try:
            write(_encode(answer) + "\n")
        except UnicodeEncodeError:  # half characters, which UTF-8 cannot hold, are spelled out
            write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    gc.freeze()  # the process ends next, and need not look through all words and their terms again
    return FINDINGS if failed else 0


def answers(lines: Iterable[bytes], scorer: Scorer | None = None) -> Iterator[Answer]:
    """Yield the answer to each line that is not blank; lines of one source share its index."""
    kept: OrderedDict[str, SourceIndex] = OrderedDict()
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        row: Any = None
        try:
            row = _row(line)
            question = _question(row)
        except BadLineError as error:
            yield {"id": row.get("id") if isinstance(row, dict) else None, "error": f"line {number}: {error}"}
            continue
        index = _index(row.pop("source_text"), kept)
        yield {"id": row.get("id"), **_shown(judge(question, index, scorer=scorer, brief=True))}


def _row(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise BadLineError(message) from None


def _question(row: Any) -> Question:
    if not isinstance(row, dict):
        message = "expected an object with id, claim and source_text"
        raise BadLineError(message)
    for name in ("claim", "source_text"):
        if not isinstance(row.get(name), str):
            message = f"expected {name} to be a text, got {type(row.get(name)).__name__}"
            raise BadLineError(message)
    context = row.get("context") or []
    parts = [context] if isinstance(context, str) else context if isinstance(context, list) else []
    return Question(text=row["claim"], context=tuple(p for p in parts if isinstance(p, str)))


def _index(text: str, kept: OrderedDict[str, SourceIndex]) -> SourceIndex:
    index = kept.get(text)
    if index is None:
        index = kept[text] = index_source(text)
        if len(kept) > INDEXES_KEPT:
            kept.popitem(last=False)
    return index


def _shown(found: Match) -> Answer:
    unread = found.verdict is Verdict.NOT_CHECKED
    answer: Answer = {
        "verdict": "unreadable" if unread else found.verdict.value,
        "score": found.score,
        "evidence": [{"start": p.start, "end": p.end, "text": p.text} for p in found.evidence],
        "missing": [_miss(m) for m in found.missing],
    }
    if found.reason is not None:
        answer["reason"] = found.reason
    return answer


def _miss(miss: Miss) -> Answer:
    shown: Answer = {"kind": miss.kind.value, "text": miss.text}
    if miss.found is not None:
        shown["found"] = miss.found
    return shown


COMMAND = match
