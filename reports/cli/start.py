"""Where the command begins: makes sure that the packages are ours before anything of them is imported."""

import importlib.util
import sys
from pathlib import Path
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    strangers = _foreign_packages()
    if strangers:
        for name, place in strangers:
            sys.stderr.write(f"provenote: the package {name} at {place} belongs to another project\n")
        sys.stderr.write("help: install provenote into an environment of its own (pipx, uv tool or venv)\n")
        sys.exit(3)
    from reports.cli.main import exit_code  # only now is it sure whose packages these are

    sys.exit(exit_code())


def _foreign_packages() -> list[tuple[str, Path]]:
    """Give the packages that another project put in the place of ours: PyPI has several called ``citations``."""
    here = Path(__file__).resolve().parents[2]
    found = []
    for name in ("citations", "verifier"):
        spec = importlib.util.find_spec(name)
        place = Path(spec.origin).resolve().parents[1] if spec and spec.origin else None
        if place is not None and place != here:
            found.append((name, place))
    return found
