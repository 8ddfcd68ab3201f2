"""The days that options name, and the day it is."""

from datetime import UTC, date, datetime

from citations.errors import CitationError


def today() -> date:
    """Give the day it is here."""
    return datetime.now(UTC).astimezone().date()


def day_of(text: str | None, option: str) -> date | None:
    """Give the day that an option names, ``None`` where it was left out.

    Raises:
        CitationError: it is no day.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = f"{option} {text!r}: expected a day such as 2026-12-31"
        raise CitationError(message) from error


def last_day_of(text: str | None) -> date | None:
    """Give the last day that ``--expires`` names, ``None`` where it was left out.

    Raises:
        CitationError: it is no day, or is over already: such a decision would never hold.
    """
    day = day_of(text, "--expires")
    if day is not None and day < today():
        message = f"--expires {day}: that day is over"
        raise CitationError(message, "name the last day on which the decision shall hold")
    return day
