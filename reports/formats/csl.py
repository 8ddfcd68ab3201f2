"""CSL-JSON: the records of all notes, for reference managers."""

import json
from dataclasses import dataclass

from citations.exports import notes_to_csl
from reports.formats.base import Options, notes_of
from reports.values import Report


@dataclass(frozen=True, slots=True)
class CslFormat:
    """A list of items by the schema of CSL-JSON."""

    name: str = "csl-json"

    def render(self, report: Report, options: Options) -> str:
        """Give each source that a note names, in the order of the notes."""
        del options
        return json.dumps(notes_to_csl(notes_of(report)), ensure_ascii=False, indent=1) + "\n"


FORMAT = CslFormat()
