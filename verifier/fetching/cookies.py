"""The cookies of one chain of redirects. Some sites send a reader round in a circle until one comes back."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from citations.links import host_of
from verifier.fetching.urls import site_of

MAX_LINE = 4096
"""Characters of a Set-Cookie line that browsers take; longer ones are left out."""

MAX_COOKIES = 50
"""Cookies of one chain: as many as browsers must keep for a host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """A cookie and where it may go."""

    name: str
    value: str
    domain: str
    host_only: bool
    secure: bool

    def suits(self, host: str, *, secure: bool) -> bool:
        """Whether it may be told to a host."""
        near = host == self.domain or (not self.host_only and host.endswith(f".{self.domain}"))
        return near and (secure or not self.secure)


class ChainCookies:
    """Cookies that die with their chain. Paths are not told apart: a chain sees few of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Cookie] = {}
        self.changes = 0
        """Counts what was set anew: only then is the same place again no circle."""

    def learn(self, url: str, line: str) -> None:
        """Take over what a Set-Cookie line sets, if it is sensible and for the host that sent it."""
        cookie = _read(url, line)
        if cookie is None or len(self._kept) >= MAX_COOKIES:
            return
        key = (cookie.domain, cookie.name)
        if self._kept.get(key) != cookie:
            self.changes += key not in self._kept
            self._kept[key] = cookie

    def header_for(self, url: str) -> str:
        """Give the value of the header ``Cookie`` for a request, ``""`` where there is none."""
        if not self._kept:
            return ""
        host, secure = host_of(url), url.startswith("https:")
        return "; ".join(f"{each.name}={each.value}" for each in self._kept.values() if each.suits(host, secure=secure))


def _read(url: str, line: str) -> Cookie | None:
    if len(line) > MAX_LINE or not line.isascii() or not line.isprintable():
        return None
    pair, *rest = line.split(";")
    name, equals, value = (part.strip() for part in pair.partition("="))
    if not equals or not name:
        return None
    attributes = {key.strip().lower(): told.strip() for key, _, told in (each.partition("=") for each in rest)}
    host = urlsplit(url).hostname or ""
    domain = attributes.get("domain", "").lower().removeprefix(".")
    if domain and (not (host == domain or host.endswith(f".{domain}")) or "." not in site_of(domain)):
        return None
    return Cookie(name=name, value=value, domain=domain or host, host_only=not domain, secure="secure" in attributes)
