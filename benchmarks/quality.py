"""Measures how right provenote is, on labelled data beside the checkout, and holds the floors.

    python benchmarks/quality.py                 # measure everything, write figures.json and the tables of README.md
    python benchmarks/quality.py --floors        # measure, and exit with 1 where a floor does not hold
    python benchmarks/quality.py --only claims   # one task

The data and the scorer stand in ``../shared`` (see DATA below). Without them no figure can be measured, and the run
says which floors were not held; that is a failure where the environment says CI=true.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
SCORER = SHARED / "bench" / "score.py"
DATA = SHARED / "data"
FIGURES = HERE / "figures.json"
FLOORS = HERE / "floors.toml"
README = HERE / "README.md"
PEERS = HERE / "peers.toml"
EDITS = (
    ("true accepted", "orig", "accepted"),
    ("number", "number", "caught by verdict"),
    ("“not”", "negation", "caught by verdict"),
    ("name", "name", "caught by verdict"),
    ("quotation accepted", "q_orig", "accepted"),
    ("word", "q_word", "caught by verdict"),
    ("number in it", "q_number", "caught by verdict"),
    ("“not” in it", "q_negation", "caught by verdict"),
    ("its end", "q_tail", "caught by verdict"),
)
"""Columns of the table of edits: heading, set, figure."""

TASKS: dict[str, tuple[str, str, list[str]]] = {
    "claims": (
        "claims",
        "match",
        [
            "claims/wice_claim.dev",
            "claims/wice_wrong_source.dev",
            "claims/wikipedia_pairs.dev",
            "claims/summedits.evaluation",
            "claims/fever_symmetric.dev",
            "claims/attributionbench.dev",
        ],
    ),
    "words": ("claims", "match", ["claims/wice_subclaim_tokens.dev"]),
    "edits": ("edits", "match", ["claims/edits.dev"]),
    "notes": (
        "notes",
        "parse",
        [
            "documents/notes_hand.dev",
            "documents/notes_restyled.dev",
            "documents/notes_silver.dev",
            "documents/notes_derived.dev",
        ],
    ),
    "references": (
        "references",
        "parse --references",
        [
            "references/seed_like_notes.dev",
            "references/web_refs_rendered.dev",
            "references/real_refs_with_url.dev",
            "references/anystyle_core.dev",
        ],
    ),
    "pages": ("pages", "extract --jsonl", ["pages/fundus.dev", "pages/wcxb.dev"]),
    "dates": ("dates", "extract --jsonl", ["pages/fundus.dev", "pages/wcxb.dev", "pages/htmldate.dev"]),
}
"""Task name here: the scorer's task, the command of provenote that it drives, the data files."""


def main() -> int:
    """Measure, write, compare; give the exit code."""
    options = _options()
    if not SCORER.exists():
        names = ", ".join(f"{task}: {len(floors)}" for task, floors in _floors().items())
        print(f"not held, because {SHARED.name}/ is not beside the checkout: floors of {names}")
        return 1 if os.environ.get("CI") else 0
    tasks = options.only or list(TASKS)
    figures = {task: _measure(task) for task in tasks}
    if not options.floors:
        _write(figures)
    return _report(figures) if options.floors else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how right provenote is.")
    parser.add_argument("--floors", action="store_true", help="compare with floors.toml instead of writing figures")
    parser.add_argument("--only", action="append", choices=list(TASKS), help="one task (repeatable)")
    return parser.parse_args()


def _floors() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def _measure(task: str) -> dict[str, Any]:
    """Give the figures of one task by data set, as the scorer prints them."""
    name, command, files = TASKS[task]
    program = shutil.which("provenote", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    data = [str(DATA / f"{file}.jsonl.gz") for file in files]
    line = [sys.executable, str(SCORER), name, "--json", "--command", f"{program} {command}", "--data", *data]
    print(f"measuring {task} …", file=sys.stderr, flush=True)
    answer = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True)
    result = json.loads(answer.stdout.strip().splitlines()[-1])
    sets: dict[str, Any] = result["sets"]
    return {**sets, "faults": {"faults": result["faults"]}}


def _write(figures: dict[str, Any]) -> None:
    """Write the figures, with what they were measured on."""
    old = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {"figures": {}}
    every = {**old["figures"], **figures}
    digests = {file: _digest(DATA / f"{file}.jsonl.gz") for _, _, files in TASKS.values() for file in files}
    content = {"version": version("provenote"), "data": digests, "figures": every}
    FIGURES.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    for name, lines in (("peers", _beside_peers(every)), ("figures", _tables(every))):
        text = _filled(text, name, "\n".join(lines))
    README.write_text(text, encoding="utf-8")


def _filled(text: str, name: str, content: str) -> str:
    """Put ``content`` between the two comments that mark its place."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{content.strip()}\n\n{end}{after}"


def _beside_peers(figures: dict[str, Any]) -> Iterator[str]:
    """Yield the tables of our figures beside those of other tools."""
    peers = tomllib.loads(PEERS.read_text(encoding="utf-8"))
    yield "| what | provenote | best peer | word overlap |\n|---|---|---|---|"
    for row in peers["row"]:
        ours = figures.get(row["task"], {}).get(row["set"], {}).get(row["figure"])
        yield f"| {row['label']} | {_number(ours)} | {row['peer']} | {row.get('overlap', '–')} |"
    edits = figures.get("edits", {})
    yield "\n| edits, by verdict | " + " | ".join(heading for heading, _, _ in EDITS) + " |"
    yield "|---" * (len(EDITS) + 1) + "|"
    yield "| provenote | " + " | ".join(_number(edits.get(name, {}).get(figure)) for _, name, figure in EDITS) + " |"
    for peer in peers["edits"]:
        yield f"| {peer['name']} | " + " | ".join(peer["figures"]) + " |"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _tables(figures: dict[str, Any]) -> Iterator[str]:
    """Yield a Markdown table for each task: a row a figure, a column a data set."""
    for task, sets in figures.items():
        names = [name for name in sets if name != "faults"]
        rows = list(dict.fromkeys(figure for name in names for figure in sets[name]))
        yield f"### {task}\n"
        yield "| figure | " + " | ".join(names) + " |"
        yield "|---" * (len(names) + 1) + "|"
        for row in rows:
            values = [sets[name].get(row) for name in names]
            if any(isinstance(value, int | float) for value in values):
                yield f"| {row} | " + " | ".join(_number(value) for value in values) + " |"
        yield ""


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 100 else f"{value:.0f}"  # noqa: PLR2004 - shares below, rates above
    return "" if value is None or isinstance(value, str) else str(value)


def _report(figures: dict[str, Any]) -> int:
    """Print each floor and what was measured; give 1 where one does not hold."""
    broken = 0
    for task, floors in _floors().items():
        for floor in floors if task in figures else ():
            value = figures[task].get(floor["set"], {}).get(floor["figure"])
            holds = value is not None and floor.get("least", value) <= value <= floor.get("most", value)
            bound = f">= {floor['least']}" if "least" in floor else f"<= {floor['most']}"
            shown = "absent" if value is None else f"{value:.4f}"
            print(f"{'ok    ' if holds else 'BROKEN'} {task}/{floor['set']}: {floor['figure']} = {shown} ({bound})")
            broken += not holds
    print(f"{broken} floors broken" if broken else "all floors hold")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
