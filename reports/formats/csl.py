"""CSL-JSON: the records of all notes, for reference managers."""

import json

from citations.exports import notes_to_csl
from reports.formats.base import Format, Options, notes_of
from reports.values import Report


def _render(report: Report, _: Options) -> str:
    """Give each source that a note names, in the order of the notes."""
    return json.dumps(notes_to_csl(notes_of(report)), ensure_ascii=False, indent=1) + "\n"


FORMAT = Format("csl-json", _render)
