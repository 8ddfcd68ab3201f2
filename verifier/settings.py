"""What a user can settle about judging; how pages are fetched stands in ``verifier.fetching.settings``."""

import re
from dataclasses import dataclass

from verifier.matching.base import Scorer


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an audit depends on besides the article, the store and the user's own copies.

    ``exclude`` leaves out notes whose raw text a pattern matches; ``elsewhere`` looks lost claims up in the other
    sources; ``scorer`` is the optional judge.
    """

    exclude: tuple[re.Pattern[str], ...] = ()
    elsewhere: bool = True
    scorer: Scorer | None = None
