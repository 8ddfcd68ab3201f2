"""Runs the installed command as a stranger would: another process, an empty cache, no settings of this user."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).parent / "provenote"
SHARED = Path(__file__).resolve().parents[3] / "shared"
"""Labelled and third-party material beside the checkout; tests that need it skip where it is absent."""


def run(
    *arguments: object, folder: Path, given: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Give what the command printed and its exit code, run in ``folder`` with a cache of its own there.

    ``given`` stands on its standard input.
    """
    keep = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "HOME", "SYSTEMROOT")}
    cache = folder / ".cache"
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=folder,
        env={**keep, "XDG_CACHE_HOME": str(cache), "COLUMNS": "120", **environment},
        capture_output=True,
        input=given,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def run_json(*arguments: object, folder: Path) -> Any:
    """Give what the command printed as JSON."""
    done = run(*arguments, folder=folder)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)
