"""Where the command begins: checks that the packages are ours before anything of them is imported.

Whatever takes time to import is imported inside ``run``, so that Ctrl+C ends quietly from the first moment on.
"""

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

UNFINISHED, INTERRUPTED = 3, 130
"""Exit codes. ``reports.cli.main`` has them too, but cannot be imported before the packages were checked."""


def run() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    try:
        code = _exit_code()
    except KeyboardInterrupt:
        sys.stderr.write("provenote: interrupted\n")
        code = INTERRUPTED
    sys.exit(code)


def _exit_code() -> int:
    foreign = _foreign_packages()
    if foreign:
        for name, place in foreign:
            sys.stderr.write(f"provenote: the package {name} at {place} belongs to another project\n")
        sys.stderr.write("help: install provenote into an environment of its own (pipx, uv tool or venv)\n")
        return UNFINISHED
    from reports.cli.main import exit_code

    return exit_code()


def _foreign_packages() -> "list[tuple[str, Path]]":
    """Give the packages that another project installed in place of ours: PyPI has several called ``citations``."""
    import importlib.util
    from pathlib import Path

    here = Path(__file__).resolve().parents[2]
    found = []
    for name in ("citations", "verifier"):
        spec = importlib.util.find_spec(name)
        place = Path(spec.origin).resolve().parents[1] if spec and spec.origin else None
        if place is not None and place != here:
            found.append((name, place))
    return found
