"""The names of the report formats, apart from the formats: the help of a command need not import them all."""

from typing import Final

FORMAT_NAMES: Final = (
    "terminal",
    "json",
    "html",
    "markdown",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "csv",
    "csl-json",
    "bibtex",
    "w3c",
)
"""What ``--format`` takes, in the order of ``reports.formats.FORMATS``, which a test holds it to."""
