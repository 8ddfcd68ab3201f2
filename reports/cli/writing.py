"""Writes reports to files: whole or not at all."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citations.errors import CitationError, UnfinishedError
from reports.format_names import FORMAT_NAMES
from verifier.files import real_path, trouble, write_whole

if TYPE_CHECKING:
    from reports.values import Report


def parse_outputs(texts: Sequence[str], *, read: Iterable[Path]) -> tuple[tuple[str, Path], ...]:
    """Give the formats and files of ``--output FORMAT=FILE``. ``read`` are the files that the run reads.

    Raises:
        CitationError: a text has no ``=``, names no format, a file that has no folder to stand in, or one that is read
            or written otherwise. An audit may take minutes, so that is not left to its end.
    """
    taken = {real_path(path): "is read in this run" for path in read} if texts else {}
    files = []
    for text in texts:
        name, file = _output(text)
        place = real_path(file)
        if place in taken and (file.is_file() or not file.exists()):
            message = f"--output {text!r}: {file} {taken[place]}"
            raise CitationError(message, "name another file")
        taken[place] = "gets another report"
        files.append((name, file))
    return tuple(files)


def _output(text: str) -> tuple[str, Path]:
    name, found, path = text.partition("=")
    if not found or not path:
        message = f"--output {text!r}: expected FORMAT=FILE"
        raise CitationError(message, "for example --output html=report.html")
    if name not in FORMAT_NAMES:
        message = f"--output {text!r}: there is no format {name!r}"
        raise CitationError(message, f"choose one of: {', '.join(FORMAT_NAMES)}")
    file = Path(path)
    problem = _no_place(file)
    if problem:
        message = f"--output {text!r}: cannot write {file}: {problem}"
        raise CitationError(message, "name a file in a folder that is there")
    return name, file


def _no_place(file: Path) -> str | None:
    """Say why no file can stand in this place, ``None`` where one can."""
    try:
        if file.is_dir():
            return "it is a folder"
        return None if file.parent.is_dir() else f"there is no folder {file.parent}"
    except (OSError, ValueError) as error:  # a name that is too long, or has a zero byte
        return trouble(error)


def write_outputs(report: "Report", files: Sequence[tuple[str, Path]]) -> None:
    """Write the report in each format to its file.

    Raises:
        UnfinishedError: a file cannot be written.
    """
    from reports.formats import render_files

    for name, path in files:
        for file_name, text in render_files(report, name, path.name).items():
            write_text(path.with_name(file_name), text)


def write_text(path: Path, text: str) -> None:
    """Write a text to a file in one step: readers see the old file or the new one, never a half.

    Raises:
        UnfinishedError: the file cannot be written.
    """
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise UnfinishedError(message, "check that its folder can be written to, and that there is room") from error
