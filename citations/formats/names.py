"""Sets of names (of elements, commands, directives) that read best as one line of words."""


def names(text: str) -> frozenset[str]:
    """Give the words of ``text``, which blanks part, as a set."""
    return frozenset(text.split())
