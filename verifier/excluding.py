"""Which notes the user's ``exclude`` expressions leave out, in bounded time.

A regular expression with a repetition within a repetition can need longer than anyone waits, on a note of one line,
and nothing within the process can end it. A configuration is a file that a pull request may change, so the expressions
run in a process of their own, which is ended.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence

from citations.errors import CitationError

SECONDS = 10.0
"""Time for all expressions of a run together, the start of the process included. A hundred thousand notes of usual
length take a simple expression half a second."""
LONGEST = 5_000
"""Characters of a note that are searched; a page of references has half of it."""

_MATCH = """
import json, re, sys
expressions, texts = json.load(sys.stdin)
for expression in expressions:
    search = re.compile(expression).search
    print(json.dumps([number for number, text in enumerate(texts) if search(text)]), flush=True)
"""


class SlowExpressionError(CitationError):
    """A regular expression that was not done with the notes in the time that it has."""

    def __init__(self, expression: str) -> None:
        super().__init__(
            f"exclude {expression!r}: not done with the notes after {SECONDS:.0f} seconds",
            "write it without a repetition inside a repetition, such as (a+)+; a host or a word of the note will do",
        )


def excluded_notes(notes: Iterable[str], expressions: Sequence[str]) -> frozenset[str]:
    """Give those of ``notes``, as they were written, that an expression matches somewhere.

    Raises:
        SlowExpressionError: one of the expressions takes too long.
    """
    texts = tuple(dict.fromkeys(notes))
    if not expressions:
        return frozenset()
    answers = _answers(json.dumps([expressions, [text[:LONGEST] for text in texts]]))
    if len(answers) < len(expressions):
        raise SlowExpressionError(expressions[len(answers)])
    return frozenset(texts[number] for answer in answers for number in json.loads(answer))


def _answers(question: str) -> list[bytes]:
    """Give a line for each expression that was done in time: the numbers of the notes that it matches."""
    command = [sys.executable, "-I", "-S", "-W", "ignore", "-c", _MATCH]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; what is foreign goes through its standard input
            command,
            input=question.encode("ascii"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
        written = done.stdout
    except subprocess.TimeoutExpired as ended:
        written = ended.stdout or b""
    return [line for line in written.splitlines(keepends=True) if line.endswith(b"\n")]
