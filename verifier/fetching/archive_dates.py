"""Dates of archived copies: stamps as archives write them, and how far a copy is from the date that was wanted."""

import re
from datetime import UTC, date, datetime, timedelta

from citations.dates import DateParts

STAMP = re.compile(r"\d{14}")
MONTHS = 12


def stamp_of(wanted: DateParts, now: datetime) -> str:
    """Give the fourteen digits that archives want: the middle of what a partial date covers; now if none is named."""
    span = days_of(wanted)
    if span is None:
        return now.strftime("%Y%m%d%H%M%S")
    first, last = span
    return (first + (last - first) / 2).strftime("%Y%m%d") + "120000"


def days_of(wanted: DateParts) -> tuple[date, date] | None:
    """Give the first and last day that a partial date may mean, ``None`` for none or an impossible one."""
    try:
        match wanted:
            case (year,):
                return date(year, 1, 1), date(year, MONTHS, 31)
            case (year, month):
                after = date(year + month // MONTHS, month % MONTHS + 1, 1)
                return date(year, month, 1), after - timedelta(days=1)
            case (year, month, day):
                return date(year, month, day), date(year, month, day)
            case _:
                return None
    except (ValueError, OverflowError):
        return None


def distance_days(stamp: str, wanted: DateParts) -> int | None:
    """Give the days between a copy and the wanted date, 0 within it; ``None`` where no date was wanted."""
    span, taken = days_of(wanted), moment_of(stamp)
    if span is None or taken is None:
        return None
    day = taken.date()
    return max((span[0] - day).days, (day - span[1]).days, 0)


def moment_of(stamp: str) -> datetime | None:
    """Give the time of a stamp in UTC, ``None`` where it is none."""
    if not STAMP.fullmatch(stamp):
        return None
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
