"""Claims: the words that each marker vouches for, with what is needed to judge them.

``finding`` puts claims together, ``clauses`` decides which words of a sentence a marker covers, ``quotations`` and
``block_quotations`` read quoted words, ``kinds`` sorts claims, and ``uncited`` lists what no marker covers.
"""

from citations.claims.finding import Claim, find_claims
from citations.claims.kinds import ClaimKind
from citations.claims.quotations import Quotation, find_quotations
from citations.claims.uncited import find_uncited

__all__ = ["Claim", "ClaimKind", "Quotation", "find_claims", "find_quotations", "find_uncited"]
