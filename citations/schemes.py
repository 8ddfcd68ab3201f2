"""How addresses begin: as they should, and as converters, scanners and typing hands break them."""

import re

_HOST = r"(?=(?:www\.\s)?(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-]))"
"""A host comes next: without one a scheme with a sign missing is no address."""
_WHOLE = r"(?<![/@])(?:https?|ftp)\s?:\s?(?:/\s?/|\\{1,2})\s?"
_SPACED = r"(?<![\w/@.])h\s?t\s?t\s?p(?:\s?s)?\s?:\s?/\s?/\s?"
_SHORT = rf"(?<![\w/@.-])h?ttps?\s?(?:[:;]\s?/{{0,2}}|//:?)\s?{_HOST}"
"""A scheme without its first letter, its colon or a stroke, or with a semicolon for the colon."""
_WWW = rf"(?:(?<![\w@./])|(?<=[^\w@]\.))www(?:\.(?=\w)|\s?\.\s?{_HOST})"
_HOST_ALONE = r"(?<=<)(?=(?:[a-z0-9-]{1,63}\.){1,8}(?:[a-z]{2,24}|\d{1,3})(?::\d{1,5})?/)"
"""What opens a link without a scheme: a host and a path in angle brackets, where nothing else can be meant."""
START = re.compile(f"{_WHOLE}|{_SPACED}|{_SHORT}|{_WWW}|{_HOST_ALONE}", re.IGNORECASE)
"""What opens a link."""
_DOMAINS = (
    "com|org|net|edu|gov|int|mil|info|io|app|dev|social|news|eu|uk|de|fr|us|ca|au|nz|jp|cn|in|ru|ua|nl|be|ch|at|it|es|pt|"
    "pl|cz|se|dk|fi|no|ie|br|mx|ar|cl|za|kr|tr|gr|hu|ro|il|tv|me|co|ly"
)
"""What ends the host of an address that is printed without a scheme; of words with a stroke behind them, hardly any."""
_HINT = re.compile(
    r"[hH]\s?[tT]\s?[tT]\s?[pP]\s?[sS]?\s?[:;/]|[tT]{2}[pP][sS]?\s?[:;/]|[fF][tT][pP]\s?:|[wW]{3}\s?\.|<(?=[\w-])"
    rf"|\.(?:{_DOMAINS})/(?=[\w@~])"
)
"""Where a link may begin; asked first, since it is found ten times faster than what it takes to be one."""
_HOST_BEFORE = re.compile(r"(?<![\w@./:%=-])(?:[a-z0-9][a-z0-9-]{0,62}\.){0,3}[a-z0-9][a-z0-9-]{0,62}\Z")
_LONGEST_HOST = 253
"""Characters of the longest host that the name service knows."""
_BROKEN = re.compile(r"h?ttp(s?)(?:[:;]/{0,4}|//:?)(?![/\\])", re.IGNORECASE)
_DOUBLE = re.compile(r"https?:?/{1,2}(?=https?:/{1,2}\w)", re.IGNORECASE)
"""A scheme put before an address that had one, as forms on web pages do."""
_SCHEME = re.compile(r"(?:https?|ftp):(?://(?!/)|\\)", re.IGNORECASE)


def next_start(text: str, position: int, *, bare: bool) -> re.Match[str] | None:
    """Give what opens the next link from ``position`` on: a scheme, "www.", or with ``bare`` a host before a path."""
    for hint in _HINT.finditer(text, position):
        if hint[0][0] == ".":
            low = max(position, hint.start() - _LONGEST_HOST)
            match = _HOST_BEFORE.search(text, low, hint.start()) if bare else None
        else:
            match = START.match(text, hint.end() if hint[0] == "<" else hint.start())
        if match:
            return match
    return None


def is_broken(page: str) -> bool:
    """Whether an address that :data:`START` opens has a scheme with signs missing, or two of them."""
    return _DOUBLE.match(page) is not None or (_SCHEME.match(page) is None and _BROKEN.match(page) is not None)


def with_scheme(page: str) -> str:
    """Give a page's address, white space cut out, with its scheme made whole; ``http://`` where it has none."""
    page = _DOUBLE.sub("", page, count=1)
    broken = _BROKEN.match(page)
    if broken:
        return f"http{broken[1].lower()}://{page[broken.end() :]}"
    return page if _SCHEME.match(page) else f"http://{page}"
