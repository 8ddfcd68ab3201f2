"""Masks for stretches of a source in which no markup is looked for; masking keeps the length of the text."""

UNPRINTED, VERBATIM, FILLER = "\ue000", "\ue001", "\ue002"
"""The first character of a mask over text that is not printed (a comment), over text that is printed as it stands; and
all other characters of a mask."""
MASKED = "\ue000-\ue002"
"""The characters of masks, as a range within a pattern."""


def mask(sign: str, length: int) -> str:
    """Give a mask of this length that begins with ``sign``."""
    return sign + FILLER * (length - 1)


def mask_end(markup: str, at: int) -> int:
    """Give the end of the mask that begins at ``at``."""
    end = at + 1
    while end < len(markup) and markup[end] == FILLER:
        end += 1
    return end
