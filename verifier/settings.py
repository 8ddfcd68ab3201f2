"""What a user can settle about judging; how pages are fetched stands in ``verifier.fetching.settings``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.checks.base import FAIL_AFTER_DAYS
from verifier.matching.base import Scorer


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an audit depends on besides the article, the store and the user's own copies.

    ``exclude`` are regular expressions that leave out the notes which they match; ``scorer`` is the optional judge;
    ``fail_after`` counts days with a failure before a page is long unreachable. ``archives``: whether a claim that a
    changed page lacks is looked up in archived copies. ``changed_lines``: by path of an article, the only lines that a
    run is about; an article that is not named is looked at whole.
    """

    exclude: tuple[str, ...] = ()
    scorer: Scorer | None = None
    fail_after: int = FAIL_AFTER_DAYS
    archives: bool = True
    changed_lines: Mapping[str, frozenset[int]] = field(default_factory=dict)
