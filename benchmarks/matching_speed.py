"""Measures how fast claims are judged and in what memory, how both grow, and how fast a rival is in the same run.

    python benchmarks/matching_speed.py [--runs N]

Reported is the processor time of ``provenote match`` on one core without its start: the least of some runs, because
other work on the machine only makes a run slower. Where shared/ stands beside the checkout, claims and pages are those
of its main development set, and its sketch reads the same lines as the rival; else both are made up here.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence

from labelled import CLAIMS, MAIN, SHARED, claims_of

SKETCH = SHARED / "prototypes" / "details.py"
OURS = (sys.executable, "-c", "from reports.cli.commands.match import COMMAND; COMMAND(['-'])")
RIVAL = (sys.executable, str(SKETCH), "-")
SHARING = 20
"""Claims that share a page."""
_WEIGH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
WEIGHER = (sys.executable, "-c", _WEIGH)
"""Starts a command and prints its peak of memory, in kilobytes. A process starts with the peak of the one that started
it, so a small one has to."""
LONG = 200_000
"""Words of the long page."""
MEGABYTE = 1_000_000
"""Characters of the page whose memory is measured."""
MADE_UP = 300
"""Claims, each with a page, where the development data are not here."""
SENTENCES = 60
"""Sentences of a page that is made up."""
VOCABULARY = (
    "The council of the upper valley said that its old line would be opened again before spring when Ann Berg and "
    "Tom Falk had found the money for a new bridge near Marrow station after 1962"
)

Row = tuple[str, str]
"""A claim and the text of its page."""


def main() -> None:
    """Measure everything and print two tables."""
    parser = argparse.ArgumentParser(description="Measure how fast claims are judged, beside a rival.")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each command (default: 5)")
    runs = parser.parse_args().runs
    rows = [(one.question.text, one.source.text) for one in claims_of(MAIN)] if CLAIMS.is_dir() else list(_made_up())
    print("| what | claims | ms a claim | claims a second | rival, ms a claim | times the rival's speed |")
    print("|---|---|---|---|---|---|")
    for name, case in _cases(rows).items():
        print(f"| {name} | {len(case)} | {' | '.join(_speeds(case, runs))} |", flush=True)
    print("\n| memory above that of a short page | MB | times the page |\n|---|---|---|")
    page = _long_page(rows, LONG)[:MEGABYTE]
    size = len(page.encode()) / MEGABYTE
    for count in (1, SHARING):
        more = _memory([(claim, page) for claim, _ in rows[:count]]) - _memory([(rows[0][0], "A page of few words.")])
        print(f"| a page of {size:.2f} MB, claims: {count} | {more:.1f} | {more / size:.0f} |")


def _cases(rows: list[Row]) -> dict[str, list[Row]]:
    long, half = _long_page(rows, LONG), _long_page(rows, LONG // 2)
    return {
        "each claim with a page of its own": [(claim, f"{text}\nCopy {i}.") for i, (claim, text) in enumerate(rows)],
        f"{SHARING} claims share a page": [(claim, rows[i - i % SHARING][1]) for i, (claim, _) in enumerate(rows)],
        f"a page of {LONG // 2:,} words": [(rows[0][0], half)],
        f"a page of {LONG:,} words": [(rows[0][0], long)],
        f"{SHARING} claims on that page": [(claim, long) for claim, _ in rows[:SHARING]],
        f"{2 * SHARING} claims on that page": [(claim, long) for claim, _ in rows[: 2 * SHARING]],
    }


def _made_up() -> Iterator[Row]:
    words = VOCABULARY.split()
    chance = random.Random(1)  # noqa: S311 - the same pages in each run, not a secret
    for _ in range(MADE_UP):
        page = [" ".join(chance.choices(words, k=chance.randint(8, 30))).capitalize() + "." for _ in range(SENTENCES)]
        yield chance.choice(page), " ".join(page)


def _long_page(rows: list[Row], words: int) -> str:
    """The pages one after the other, again and again, up to a number of words."""
    every = "\n".join(dict.fromkeys(text for _, text in rows)).split(" ")
    return " ".join((every * (1 + words // len(every)))[:words])


def _speeds(rows: list[Row], runs: int) -> list[str]:
    """The last cells of a row of the table."""
    ours = _seconds(OURS, rows, runs) / len(rows)
    cells = [f"{1000 * ours:.2f}", f"{1 / ours:,.0f}"]
    if not SKETCH.is_file():
        return [*cells, "-", "-"]
    theirs = _seconds(RIVAL, rows, runs) / len(rows)
    return [*cells, f"{1000 * theirs:.2f}", f"{theirs / ours:.2f}"]


def _seconds(command: Sequence[str], rows: list[Row], runs: int) -> float:
    """Seconds of processor time that a command takes for some rows, without those for its start."""
    one = [("The mill was sold.", "The mill was sold in May.")]
    return min(_run(command, rows)[0] for _ in range(runs)) - min(_run(command, one)[0] for _ in range(runs))


def _memory(rows: list[Row]) -> float:
    """Megabytes that judging some rows takes at most."""
    return int(_run((*WEIGHER, *OURS), rows)[1]) / 1024


def _run(command: Sequence[str], rows: list[Row]) -> tuple[float, bytes]:
    """Run a command on rows as JSON Lines, and give its seconds of processor time and its output.

    Raises:
        subprocess.CalledProcessError: the command failed, so that its time means nothing.
    """
    with tempfile.TemporaryFile("w+b") as lines:
        for number, (claim, text) in enumerate(rows):
            row = {"id": number, "claim": claim, "source_text": text}
            lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        lines.seek(0)
        before = _seconds_of_children()
        done = subprocess.run(command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return _seconds_of_children() - before, done.stdout


def _seconds_of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
