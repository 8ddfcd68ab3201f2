"""How often the garbage collector runs: audits, indexes and reports are many values with hardly a cycle."""

import gc

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""New containers between two runs of the collector. Looking through all of them every 700 took a tenth of the time of
matching, and a quarter of the time of writing a report of 10,000 citations."""


def collect_rarely() -> None:
    """Let the collector of this process run rarely; values without a cycle are still freed at once."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
