"""Dates as notes write them: precision kept, no day invented, both readings of an ambiguous one."""

from dataclasses import dataclass

DateParts = tuple[int, ...]
"""(year,), (year, month) or (year, month, day): as much as was written, like ``date-parts`` of CSL-JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as written. No reading: undated ("n.d.") or impossible ("31 June 2024"); two: ambiguous (03-06-2024)."""

    raw: str
    readings: tuple[DateParts, ...] = ()

    @property
    def parts(self) -> DateParts:
        """The likeliest reading, or ``()`` where there is none."""
        return self.readings[0] if self.readings else ()

    @property
    def ambiguous(self) -> bool:
        """Whether the same words can be read as two different days."""
        return len(self.readings) > 1
