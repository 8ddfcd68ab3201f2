"""URLs as they are asked for and as they are kept: made fetchable, compared, and without what is secret."""

import hashlib
import re
import socket
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import idna

from citations.links import host_of
from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import Limits

SCHEMES = ("http", "https")
MOST_CHARACTERS = Limits().url_characters
SAFE = "/%:@!$&'()*+,;=-._~"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
HOST_AND_PORT = re.compile(r"[\w.-]{1,253}:\d{1,5}(?:[/?#]|$)")
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
MAX_HOST = 253
UNSEEN = re.compile("[\r\n\t\u00ad\u200b\u2060\ufeff]")
"""What copying leaves in a URL without showing: line ends, soft hyphens, blanks without width."""

SECRET_KEY = re.compile(
    r"(?:^|[-_.])(?:signature|sig|token|secret|password|passwd|pwd|apikey|api[-_]key|access[-_]key|credential|session"
    r"|j?sessionid|phpsessid|auth|authorization|jwt|hmac|policy|key[-_]pair[-_]id|accesstoken)(?:\[[^\]]{0,30}\])?$",
    re.IGNORECASE,
)
"""Names of fields whose values open doors. The ends of names count: X-Amz-Signature, access_token, token[]."""

PATH_FIELD = re.compile(r";([^=;/]{1,60})=([^;/]{1,4000})")
"""A field within a path, as some servers carry a session: /report;jsessionid=0A1B."""

SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org", "ne", "or", "go", "gob", "govt", "nhs", "asn"})
"""Labels under which a country's registry gives out names: the site of a.b.co.uk is b.co.uk."""


def fetchable(url: str, max_characters: int = MOST_CHARACTERS) -> str:
    """Give the URL as it goes to a server: ASCII, encoded, with a scheme, without fragment and credentials.

    Raises:
        Refusal: invalid-url, with the reason in plain words.
    """
    joined = UNSEEN.sub("", url).strip()
    if len(joined) > max_characters:
        raise Refusal(Access.INVALID_URL, f"the URL has {len(joined):,} characters, more than servers take")
    if not SCHEME.match(joined) or HOST_AND_PORT.match(joined):
        joined = "http://" + joined.removeprefix("//")
    try:
        parts = urlsplit(joined)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Refusal(Access.INVALID_URL, f"the URL cannot be read: {error}") from error
    if port == 0:
        raise Refusal(Access.INVALID_URL, "nothing can be asked at port 0")
    if parts.scheme not in SCHEMES:
        raise Refusal(Access.INVALID_URL, f"the URL begins with {parts.scheme}:, not with http: or https:")
    place = _ascii_host(host) + (f":{port}" if port and port != _default_port(parts.scheme) else "")
    return urlunsplit((parts.scheme, place, quote(parts.path, SAFE) or "/", quote(parts.query, SAFE + "?"), ""))


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _ascii_host(host: str) -> str:
    if not host:
        raise Refusal(Access.INVALID_URL, "the URL names no host")
    if ":" in host:
        return f"[{host}]"
    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise Refusal(Access.INVALID_URL, f"no host can be called {host[:100]!r}") from error
    labels = name.removesuffix(".").split(".")
    if len(name) > MAX_HOST or not all(HOST.fullmatch(label) for label in labels):
        raise Refusal(Access.INVALID_URL, f"no host can be called {host[:100]!r}")
    if NUMBER.fullmatch(labels[-1]):
        _check_address(name)
    return name


def _check_address(name: str) -> None:
    """Refuse a host that ends in a number and is no IPv4 address in any spelling: no name may end so (URL standard)."""
    try:
        socket.inet_aton(name.removesuffix("."))
    except OSError as error:
        raise Refusal(Access.INVALID_URL, f"{name[:100]} is no IP address") from error


def redirect_target(base: str, location: str) -> str:
    """Give the URL that a redirect points at.

    Raises:
        Refusal: bad-redirect; it names no page, or one that is not on the web.
    """
    wanted = location.strip()
    if not wanted:
        raise Refusal(Access.BAD_REDIRECT, "a redirect without a target")
    try:
        joined = urljoin(base, wanted)
    except ValueError as error:
        raise Refusal(Access.BAD_REDIRECT, f"a redirect to an address that cannot be read: {wanted[:100]}") from error
    if joined.split(":", 1)[0].lower() not in SCHEMES:
        raise Refusal(Access.BAD_REDIRECT, f"a redirect to {wanted[:100]}, which is not on the web")
    try:
        return fetchable(joined)
    except Refusal as refusal:
        raise Refusal(Access.BAD_REDIRECT, f"a redirect to {wanted[:100]}: {refusal.reason}") from refusal


def origin(url: str) -> str:
    """Give scheme, host and port of a fetchable URL, as in ``https://example.org:8443``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def site_of(host: str) -> str:
    """Give the name under which a host's owner registered it, by rule of thumb; an IP address stands for itself."""
    labels = host.removesuffix(".").split(".")
    if len(labels) < 3 or labels[-1].isdigit():  # noqa: PLR2004 - a name and its top level
        return host
    keep = 3 if labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 2  # noqa: PLR2004 - a country's code
    return ".".join(labels[-keep:])


def same_site(one: str, other: str) -> bool:
    """Whether two URLs belong to the same owner, as far as names can tell."""
    return site_of(host_of(one)) == site_of(host_of(other))


def kept(url: str) -> str:
    """Give the URL as the store keeps it: no fragment, and a digest in place of each secret.

    The digest keeps two pages apart that differ in the secret only, and tells nobody what it was.
    """
    bare = url.split("#", 1)[0]
    if "@" not in bare and "=" not in bare:
        return bare
    try:
        parts = urlsplit(bare)
    except ValueError:
        return bare
    credentials, at, place = parts.netloc.rpartition("@")
    netloc = f"{_digest(credentials)}@{place}" if at else place
    path = PATH_FIELD.sub(lambda found: ";" + _kept_field(found[0][1:]), parts.path)
    harmless = parts._replace(netloc=netloc, path=path, query=_kept_query(parts.query))
    return bare if harmless == parts else urlunsplit(harmless)


def _kept_query(query: str) -> str:
    """Give a query as it is kept. Its fields are parted by ``&``, or by ``;`` as an older custom has it."""
    whole = "&".join(_kept_field(field) for field in query.split("&"))
    return ";".join(_kept_field(field) for field in whole.split(";")) if ";" in whole else whole


def _kept_field(field: str) -> str:
    name, _, value = field.partition("=")
    return f"{name}={_digest(value)}" if value and SECRET_KEY.search(name) else field


def _digest(secret: str) -> str:
    if secret.startswith("withheld-"):
        return secret
    return "withheld-" + hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()[:12]
