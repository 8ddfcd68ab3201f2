"""What a site's robots.txt asks of us. Honoured by default, with a switch, since a person may open the page too."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.fetching.clients import Answer

if TYPE_CHECKING:
    from protego import Protego

AGENT = "provenote"
MAX_BYTES = 500 << 10
"""As much of the file as RFC 9309 wants read."""

MAX_LINE = 2048
MAX_WILDCARDS = 6
"""More in one line serve no site; each multiplies the time that matching a long URL takes."""

MAX_PATH = 2048
"""Characters of a URL that rules are matched with."""

FORBIDS = re.compile(r"^[^\S\n]*(?:d[ia]s?[ial]{1,3}s?l|crawl)", re.IGNORECASE | re.MULTILINE)
"""Begins a line that forbids or delays, in all the spellings that are understood; most files have none."""

STARS = re.compile(r"\*{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsRules:
    """The rules of one origin. ``None`` inside: there are none, everything is allowed."""

    parsed: "Protego | None" = None

    def allows(self, url: str) -> bool:
        """Whether the rules let us fetch the page."""
        return self.parsed is None or bool(self.parsed.can_fetch(url[:MAX_PATH], AGENT))

    @property
    def delay_s(self) -> float:
        """Seconds between two requests that the site asks for, 0 where it does not."""
        said = self.parsed.crawl_delay(AGENT) if self.parsed is not None else None
        return float(said or 0.0)


def rules_of(answer: Answer) -> RobotsRules:
    """Give the rules in an answer to ``/robots.txt``; none for an absent file or one that is a web page."""
    text = answer.body[:MAX_BYTES].decode("utf-8-sig", "replace")
    if answer.status != 200 or text.lstrip()[:1] == "<" or not FORBIDS.search(text):  # noqa: PLR2004 - OK
        return RobotsRules()
    from protego import Protego  # noqa: PLC0415 - only when a site has rules

    lines = (STARS.sub("*", line[:MAX_LINE]) for line in text.splitlines())
    return RobotsRules(parsed=Protego.parse("\n".join(line for line in lines if line.count("*") <= MAX_WILDCARDS)))
