"""Which decisions files the command line means."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from citations.errors import CitationError
from reports.cli.configuring import load_configuration
from reports.cli.options import matching, options_over
from reports.decisions import DecisionFile
from reports.decisions.store import SUFFIX

MOST_FOLDERS = 20_000
"""Folders looked through for decisions files when none is named; a large repository has fewer."""
_NOT_LOOKED_INTO = frozenset({"node_modules", "__pycache__", "site-packages"})


def decision_files(paths: Sequence[Path]) -> tuple[DecisionFile, ...]:
    """Give the decisions files that are meant: named, of the articles named, or all below the current folder.

    An article without decisions has no such file.

    Raises:
        CitationError: there is neither an article nor a file of decisions by a name.
    """
    if not paths:
        return tuple(DecisionFile(path) for path in sorted(_below(Path())))
    options = options_over(*load_configuration(None, Path.cwd()), paths=())
    files: dict[Path, DecisionFile] = {}
    for path in chain.from_iterable(map(matching, paths)):
        own = path if path.name.endswith(SUFFIX) else options.decisions_path(str(path))
        if own.is_file():
            files[own] = DecisionFile(own)
        elif not path.is_file():
            message = f"there are no decisions on {path}: {own} does not exist"
            raise CitationError(message, "check the path and its spelling")
    return tuple(files.values())


def _below(top: Path) -> Iterator[Path]:
    """Yield the decisions files below a folder; hidden folders and installed packages are passed by."""
    waiting = [top]
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return
        folder = waiting.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith(SUFFIX) and entry.is_file():
                yield entry
            elif _is_looked_into(entry):
                waiting.append(entry)


def _is_looked_into(entry: Path) -> bool:
    ours = not entry.name.startswith(".") and entry.name not in _NOT_LOOKED_INTO
    return ours and entry.is_dir() and not entry.is_symlink()
