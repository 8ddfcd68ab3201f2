"""Marks and conjunctions that divide a sentence into clauses. In a folded text all dashes are hyphens."""

import re

CLAUSE = re.compile(r"[;,:](?!\d)|(?<= )-(?= \D)|\b(?:and|while|whereas|but|although|though)\b")
"""Divides a sentence. Of two figures, reasons or deeds each belongs to the words on its own side of the mark."""
STATEMENT = re.compile(
    r"(?:[;:]|(?<= )-(?= \D)|,(?= (?:and|while|but|whereas|though|although|because|since|so|as|which|who|whose|most)\b)"
    r"|(?= while\b| whereas\b))(?!\d)"
)
"""Opens a clause with a statement of its own. Stricter than ``CLAUSE``, because a mere comma or "and" may stand in a
list."""
CLAUSE_END = re.compile(r"[,;:.?!]")
"""Marks that end what a word governs. An "and" does not end it ("if the mole and the lamps are not mended")."""
