"""Hidden stretches of a source, overlaid by private signs in the copy of equal length that is searched for markup."""

UNPRINTED, VERBATIM, FILLER = "\ue000", "\ue001", "\ue002"
"""The first sign of a stretch that prints nothing (a comment), or its words as they stand; and all further signs."""
MASKED = "\ue000-\ue002"
"""These signs, as a range within a pattern."""


def mask(sign: str, length: int) -> str:
    """Give what overlays a hidden stretch of this length."""
    return sign + FILLER * (length - 1)


def mask_end(markup: str, at: int) -> int:
    """Give where the mask that begins at a place ends."""
    end = at + 1
    while end < len(markup) and markup[end] == FILLER:
        end += 1
    return end
