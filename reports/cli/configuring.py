"""Finds and reads the configuration file of a repository."""

from pathlib import Path

from reports.configuration import FILE_NAMES, Configuration, ConfigurationError, configuration_from
from verifier.files import trouble

LARGEST = 1_000_000
"""Bytes of a configuration file that are read; a real one has some hundred."""


def load_configuration(path: Path | None, start: Path) -> tuple[Configuration, Path | None]:
    """Give the configuration in ``path``, else in the nearest file above ``start``, else the defaults; and its path.

    Raises:
        ConfigurationError: the named file cannot be read, or a file cannot be used.
    """
    if path is not None:
        found = configuration_from(_text(path), name=str(path))
        return found or Configuration(), path
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            candidate = folder / name
            found = configuration_from(_text(candidate), name=name) if candidate.is_file() else None
            if found is not None:
                return found, candidate
        if (folder / ".git").exists():
            break
    return Configuration(), None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            message = f"{path}: too large for a configuration file"
            raise ConfigurationError(message, "name a provenote.toml or a pyproject.toml")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"cannot read {path}: {trouble(error)}"
        raise ConfigurationError(message, "check the path and its spelling") from error
    except UnicodeDecodeError as error:
        message = f"{path}: not valid UTF-8"
        raise ConfigurationError(message, "save the file as UTF-8") from error
