"""The errors that the caller can act on.

CitationError
├── UnreadableArticleError   the file cannot be read as an article
├── UnknownLabelError        a note label that no numbering produces
└── UnfinishedError          all was right, and the machine could not go on

What is odd in an article is data, never an exception.
"""


class CitationError(Exception):
    """Something impossible was asked for; the message names it and says what was expected.

    ``help_text`` says the next step, ``""`` where none is known.
    """

    def __init__(self, message: str, help_text: str = "") -> None:
        self.help_text = help_text
        super().__init__(message)


class UnreadableArticleError(CitationError):
    """A file that cannot be read as an article: missing, a directory, binary, too large, broken."""

    def __init__(self, name: str, problem: str, help_text: str = "") -> None:
        self.name = name
        self.problem = problem
        super().__init__(f"cannot read {name}: {problem}", help_text)


class UnknownLabelError(CitationError):
    """A note label that no numbering we know could have produced."""

    def __init__(self, label: str) -> None:
        self.label = label
        super().__init__(f"cannot read {label!r} as a note label: expected a roman numeral (iv) or a number (4)")


class UnfinishedError(CitationError):
    """The work broke off for a reason that is no fault of what was asked: a full disk, a damaged file."""
