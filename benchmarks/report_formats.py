"""How fast reports are: time and memory of each format for many citations, and the first paint of the page.

``python benchmarks/report_formats.py [CITATIONS] [--paint]``: each format is made in a process of its own, from the
JSON document, as ``provenote report`` does; the seconds are of processor time, so that a busy machine does not count.
The bars: 10,000 citations in 5 seconds and 500 MB; with ``--paint``, a page of 2,000 citations painted first within
1 second in Chromium (the median of five).
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests" / "reporting")]

CITATIONS = 10_000
SECONDS, MEGABYTES = 5.0, 500.0
PAINTED = 2_000
PAINT_SECONDS = 1.0
BROWSER = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def write_document(path: Path, citations: int) -> None:
    """Write the JSON document of a made-up audit."""
    from example_audit import RULES, large_audit, report_of  # noqa: PLC0415 - the paths are set above; the measured process imports no more

    from reports.formats import render  # noqa: PLC0415

    path.write_text(render(report_of(large_audit(citations), rules=RULES), "json"), encoding="utf-8")


def one(path: Path, name: str) -> dict[str, float]:
    """Give seconds, megabytes of memory at most, and characters of one format, made from the document."""
    from reports.cli.collecting import collect_rarely  # noqa: PLC0415
    from reports.formats import render, report_from_json  # noqa: PLC0415

    collect_rarely()  # as the command does
    begun = time.process_time()
    text = render(report_from_json(path.read_text(encoding="utf-8")), name)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": round(seconds, 2), "megabytes": round(peak), "characters": len(text)}


def first_paint(path: Path) -> float:
    """Give the seconds until Chromium paints the page first, the median of five visits."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    script = "performance.getEntriesByName('first-contentful-paint').map((entry) => entry.startTime)"
    times: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        for _ in range(5):
            page = browser.new_page()
            page.goto(path.as_uri())
            page.wait_for_function(f"{script}.length > 0")
            times.append(page.evaluate(script)[0] / 1000)
            page.close()
        browser.close()
    return statistics.median(times)


def main(arguments: list[str]) -> int:
    """Measure every format and give 1 when a bar is missed."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(one(Path(arguments[1]), arguments[2])))
        return 0
    from reports.formats import FORMAT_NAMES  # noqa: PLC0415

    citations = next((int(text) for text in arguments if text.isdigit()), CITATIONS)
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "audit.json"
        write_document(document, citations)
        for name in FORMAT_NAMES:
            command = [sys.executable, __file__, "--one", str(document), name]
            figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            missed |= figures["seconds"] > SECONDS or figures["megabytes"] > MEGABYTES
            print(f"{name:10} {figures['seconds']:6.2f} s {figures['megabytes']:6.0f} MB {figures['characters']:12,}")
        if "--paint" in arguments:
            missed |= not _paint(Path(folder))
    return int(missed)


def _paint(folder: Path) -> bool:
    from reports.formats import render, report_from_json  # noqa: PLC0415

    document, page = folder / "paint.json", folder / "paint.html"
    write_document(document, PAINTED)
    page.write_text(render(report_from_json(document.read_text(encoding="utf-8")), "html"), encoding="utf-8")
    seconds = first_paint(page)
    print(f"first paint of {PAINTED:,} citations: {seconds:.2f} s")
    return seconds <= PAINT_SECONDS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
