"""The clauses of a sentence, as far as its marks and conjunctions tell them."""

import re

CLAUSE = re.compile(
    r"(?:[;:]|(?<= )-(?= \D)|,(?= (?:and|while|but|whereas|though|although|because|since|so|as|which|who|whose|most)\b)"
    r"|(?= while\b| whereas\b))(?!\d)"
)
"""What opens a clause that says something of its own; all dashes are hyphens in a folded text."""
