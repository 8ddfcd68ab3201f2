"""BibTeX: the records of all notes, for LaTeX and reference managers."""

from citations.exports import notes_to_bibtex
from reports.formats.base import Format, Options, notes_of
from reports.values import Report


def _render(report: Report, _: Options) -> str:
    """Give an entry for each source that a note names, in the order of the notes."""
    return notes_to_bibtex(notes_of(report))


FORMAT = Format("bibtex", _render)
