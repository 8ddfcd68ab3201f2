"""The decisions file on disk: found by the article's path, read again before each change, replaced in one step.

A change holds a lock, reads what stands in the file now (another window or an editor may have written), puts its own
change in, writes a temporary file, flushes it to the disk and renames it over the old one. A kill at any moment leaves
the old file or the new one.
"""

import errno
import glob
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from citations.errors import CitationError, UnfinishedError
from reports.decisions.locking import locked
from reports.decisions.merging import Merged, settle_conflicts
from reports.decisions.tables import decisions_to_toml, read_decisions
from reports.decisions.values import Decisions
from verifier.files import real_path, temporary_prefix, trouble, write_whole

SUFFIX = ".decisions.toml"
_TRIES = 5
"""How often a change is made again when an editor wrote in between; each try takes milliseconds."""

_NONE = Decisions()
"""Those of a file that is not there: the same value each time, so that nothing seems to have changed."""

Signature = tuple[int, int, int]
"""Time of change in nanoseconds, size and inode: differs after every write by anybody."""


def decisions_path(article: Path, decisions_dir: Path | None = None, root: Path | None = None) -> Path:
    """Give the path of an article's decisions: beside it, or under ``decisions_dir`` where it lies under ``root``.

    ``root`` is the folder of the configuration (the current one when ``None``); an article outside it goes by its name.
    The file has the whole name of the article, since ``article.md`` and ``article.docx`` are two articles. One that was
    named without the ending, as all once were, is used as long as there is no other.
    """
    folder = article.parent if decisions_dir is None else _folder_under(decisions_dir, article, root or Path())
    own, earlier = folder / (article.name + SUFFIX), folder / (article.stem + SUFFIX)
    return earlier if _signature(earlier) is not None and _signature(own) is None else own


def left_behind(articles: Iterable[Path], path_of: Callable[[Path], Path]) -> tuple[Path, ...]:
    """Give the files, where those of ``articles`` lie, whose own article is not there: it was renamed or deleted.

    ``path_of`` gives the file of an article.
    """
    beside: dict[Path, set[Path]] = {}
    for article in articles:
        beside.setdefault(path_of(article).parent, set()).add(article.parent)
    found: list[Path] = []
    for folder, own in beside.items():
        names = {name for one in own for entry in _entries(one) for name in (entry.name, entry.stem)}
        files = [one for one in _entries(folder) if one.name.endswith(SUFFIX)]
        found += [one for one in files if one.name.removesuffix(SUFFIX) not in names]
    return tuple(sorted(found))


def _entries(folder: Path) -> list[Path]:
    """Give what lies in a folder, nothing where it cannot be listed."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _folder_under(decisions_dir: Path, article: Path, root: Path) -> Path:
    base = real_path(root)
    try:
        return base / decisions_dir / real_path(article).parent.relative_to(base)
    except ValueError:
        return base / decisions_dir


class DecisionFile:
    """The decisions of one article on disk. Reading is cached while the file stays as it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[Signature | None, Decisions] = (None, _NONE)

    def read(self) -> Decisions:
        """Give the decisions in the file, none where there is no file.

        Raises:
            CitationError: the file cannot be read, or is no decisions file.
        """
        signature = _signature(self.path)
        if signature is None:
            return _NONE
        if signature != self._seen[0]:
            self._seen = (signature, read_decisions(_text_of(self.path), str(self.path)))
        return self._seen[1]

    def change(self, change: Callable[[Decisions], Decisions]) -> Decisions:
        """Give the decisions after ``change`` was made to what stands in the file now, and is on the disk.

        ``change`` may be called again when the file was written meanwhile; what it raises leaves the file alone.

        Raises:
            CitationError: the file cannot be read.
            UnfinishedError: it cannot be written, or another process holds it.
        """
        with _locked(self.path):
            for _ in range(_TRIES):
                before = _signature(self.path)
                old = self.read()
                new = change(old)
                if new.by_fingerprint == old.by_fingerprint:
                    return old
                if self._replace(new, before):
                    self._seen = (_signature(self.path), new)
                    return new
        message = f"cannot save {self.path}: another program keeps writing it"
        raise UnfinishedError(message)

    def settle(self) -> Merged:
        """Give both sides of a file in which git left its conflict marks, after they were put in its place.

        Raises:
            CitationError: the file cannot be read, or its marks are incomplete.
            UnfinishedError: it cannot be written.
        """
        with _locked(self.path):
            before = _signature(self.path)
            both = settle_conflicts(_text_of(self.path), str(self.path))
            if not self._replace(both.decisions, before):
                message = f"cannot save {self.path}: another program wrote it meanwhile"
                raise UnfinishedError(message)
        return both

    def _replace(self, new: Decisions, before: Signature | None) -> bool:
        """Put the decisions in the place of the file; false, with nothing done, when somebody wrote since ``before``.

        With none left the file goes: whoever takes the only one back has the folder as it was.
        """
        try:
            _clear_leftovers(self.path)
            if not new.by_fingerprint:
                unchanged = _signature(self.path) == before
                if unchanged:
                    real_path(self.path).unlink(missing_ok=True)
                return unchanged
            text = decisions_to_toml(new)
            return write_whole(self.path, text.encode("utf-8"), provided=lambda: _signature(self.path) == before)
        except OSError as error:
            raise _unsaved(self.path, error) from error


def _unsaved(path: Path, error: OSError) -> UnfinishedError:
    message = f"cannot save {path}: {error.strerror or error}"
    return UnfinishedError(message, "check that its folder can be written to, and that there is room")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path}: cannot read the decisions: byte {error.start} is not UTF-8"
        raise CitationError(message, "save the file as UTF-8") from error
    except OSError as error:
        message = f"cannot read {path}: {trouble(error)}"
        raise CitationError(message, "check the path, and its permissions") from error


def _signature(path: Path) -> Signature | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # that of the article leaves no room for the ending: there can be none
            return None
        message = f"cannot read {path}: {error.strerror or error}"
        raise CitationError(message, "check its permissions, and those of its folder") from error
    return found.st_mtime_ns, found.st_size, found.st_ino


def _clear_leftovers(path: Path) -> None:
    """Clear away what killed runs left beside the file; nobody else writes it while the lock is held."""
    place = real_path(path)
    for leftover in place.parent.glob(f"{glob.escape(temporary_prefix(place))}*.tmp"):
        leftover.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a decisions file, in a folder that is made where it is not there.

    Raises:
        UnfinishedError: another process holds it, or the folder cannot be made.
    """
    with ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(path))
        except TimeoutError as error:
            message = f"cannot save {path}: another process holds it"
            raise UnfinishedError(message, "close the other review, then try again") from error
        except OSError as error:
            raise _unsaved(path, error) from error
        yield
