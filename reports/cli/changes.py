"""Asks git which lines of an article changed, and what belongs to the repository."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from citations.errors import CitationError
from verifier.files import real_path

HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
NO_LINES = re.compile(r"^Binary files ", re.MULTILINE)
"""What git says of files that it does not compare line by line; lines of a file have a sign before them."""
SECONDS = 60
"""How long git may take for one answer: it needs milliseconds, and a disk that hangs must not hold up a job."""


class Changes:
    """What differs from a revision. Git is asked once for each folder: an archive has a thousand articles in one.

    What a branch that is named has got since it parted from this one is no change made here.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._folders: dict[Path, _Folder | None] = {}

    def lines(self, path: Path) -> frozenset[int] | None:
        """Give the lines of ``path`` that differ, ``None`` where all of it counts as new.

        Raises:
            CitationError: there is no repository, or it does not have that revision.
        """
        whole = real_path(path)
        folder = self._folder(whole.parent)
        if folder is None:
            raise _unknown(whole.parent, self._revision)
        if whole.name not in folder.known:
            return None
        if whole.name not in folder.changed:
            return frozenset()
        return _changed_lines(whole, folder.commit)

    def touch(self, path: Path) -> bool:
        """Whether a file, or anything in a folder, differs; what git does not know yet is new.

        Nothing can be said of what git was told to ignore.
        """
        whole = real_path(path)
        folder = self._folder(whole if whole.is_dir() else whole.parent)
        if folder is None:
            return False
        new = folder.changed | folder.untracked
        return bool(new) if whole.is_dir() else whole.name in new

    def _folder(self, folder: Path) -> "_Folder | None":
        if folder not in self._folders:
            commit = _parted_at(folder, self._revision)
            self._folders[folder] = _looked_into(folder, commit) if commit is not None else None
        return self._folders[folder]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """A folder held against a commit. Names are those of its files, as paths from there where they lie deeper.

    ``known`` are those that the commit has in the folder itself.
    """

    commit: str
    known: frozenset[str]
    changed: frozenset[str]
    untracked: frozenset[str]


def _looked_into(folder: Path, commit: str) -> _Folder:
    return _Folder(
        commit=commit,
        known=_names(folder, "ls-tree", "-z", "--name-only", commit, "./"),
        changed=_names(folder, "diff", "-z", "--name-only", "--relative", "--no-ext-diff", commit, "--", "."),
        untracked=_names(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", "."),
    )


def _names(folder: Path, *arguments: str) -> frozenset[str]:
    done = _run(folder, *arguments)
    return frozenset(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)


def _changed_lines(path: Path, commit: str) -> frozenset[int] | None:
    difference = _git(path.parent, "diff", "--unified=0", "--no-color", "--no-ext-diff", commit, "--", path.name) or ""
    if NO_LINES.search(difference):
        return None
    return frozenset(line for hunk in HUNK.finditer(difference) for line in _lines(hunk))


def _parted_at(folder: Path, revision: str) -> str | None:
    """Give the commit where ``revision`` and what is checked out parted: itself, where one follows the other.

    Itself too in a clone whose history does not reach back so far; ``None`` where git knows no such revision.
    """
    named = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if named is None:
        return None
    return (_git(folder, "merge-base", "HEAD", named.strip()) or named).strip()


def is_tracked(path: Path) -> bool:
    """Whether a file belongs to a git repository; no where there is no git."""
    whole = real_path(path)
    try:
        return bool(_git(whole.parent, "ls-files", "--", whole.name))
    except CitationError:
        return False


def _lines(hunk: re.Match[str]) -> range:
    """The new lines of a hunk; where lines were only taken out, the two around the place."""
    start, length = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
    return range(start, start + length) if length else range(start, start + 2)


def _unknown(folder: Path, revision: str) -> CitationError:
    asked = _run(folder, "rev-parse", "--is-shallow-repository")
    if b"dubious ownership" in asked.stderr:
        message = f"--changed-since {revision}: git does not trust {folder}, which belongs to another user"
        return CitationError(
            message, "git config --global --add safe.directory '*' makes it, in the container of a job"
        )
    if asked.returncode:
        message = f"--changed-since {revision}: {folder} is in no git repository"
        return CitationError(message, "leave the option out to check everything")
    if asked.stdout.strip() == b"true":
        message = f"--changed-since {revision}: this clone is shallow and does not have that revision"
        return CitationError(message, "fetch the whole history: fetch-depth: 0 in GitHub, GIT_DEPTH: 0 in GitLab")
    return CitationError(f"--changed-since {revision}: git knows no such revision", "check its spelling")


def _git(folder: Path, *arguments: str) -> str | None:
    """Give what git prints, ``None`` where it fails."""
    done = _run(folder, *arguments)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and the revision stands behind --end-of-options
            ["git", "--literal-pathspecs", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "LC_ALL": "C"},  # its words are looked at
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"--changed-since needs git, which could not be run: {error}"
        raise CitationError(message) from error
