"""Where a bare link ends: beyond line breaks within it, and before the punctuation of its sentence."""

import re

from citations.schemes import START

_END_MARKS = ".,;:!?'\"“”‘’«»*…"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_ENDINGS = r"(?:html?|shtml?|xhtml|php\d?|pdf|aspx?|jsp|cfm|doc|docx|xml|txt|ps|xls|ppt|cgi|gif|jpe?g|png)"
_JOIN_AFTER_MARK = re.compile(
    rf"[a-z0-9%][\w%.~+-]*?(?:[/=&?]\S*|\.{_ENDINGS}\b\S*|_\w\S*)|[a-z0-9-]*\d[\w-]*[.,]?\Z|[a-z]+\.\d\S*|\d+\(\d+\)\S*",
    re.IGNORECASE,
)
_JOIN_NAME = re.compile(rf"[\w%-]+\.{_ENDINGS}\b", re.IGNORECASE)
_JOIN_AFTER_STOP = re.compile(rf"{_ENDINGS}(?![\w-])(?:[?#]\S*)?", re.IGNORECASE)
_JOIN_HOST = re.compile(r"(?:[a-z0-9-]+\.)*[a-z0-9-]+\.?(?:[a-z]{2,})?/\S*|[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_JOIN_PATH = re.compile(
    rf"[/-]\w\S*[/.\w]|[a-z0-9_-]+/\S*\.{_ENDINGS}\b|[a-z][a-z0-9_-]*(?:/\S*\d|[=&]\S)\S*", re.IGNORECASE
)
_NEXT = re.compile(r"\s{1,3}([^\s<>\"“”«»|{}]{1,300})")
_MOST_JOINS = 6
"""Line breaks within one link that are joined; a narrow column breaks a long one about five times."""
_OPEN_HOST = re.compile(r"(?:h?ttps?[:;]?/{0,2}|ftp://)?(?:[a-z0-9-]+\.)*\Z", re.IGNORECASE)
_HOST_SO_FAR = re.compile(r"(?:h?ttps?[:;]?/{0,2}|ftp://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\Z", re.IGNORECASE)
_JOIN_END_OF_HOST = re.compile(r"\.[a-z0-9-]+(?:\.[a-z0-9-]+){0,4}(?![\w.-]*\w)")
_JOINED_SLUG = re.compile(r"/(?:[a-z0-9]+-){2,}[a-z0-9]+[/.,;)]{0,3}\Z")
"""Three words or more joined by hyphens: the title of a page in its address."""
_ACCESS_WORD = re.compile(r"accessed|retrieved|abgerufen|consult")
_CUT_PARENTHESIS = re.compile(r"\((?=[^\W\d_]{3,}\Z|\Z)")
"""A bracket at the end of a link that opens a remark: nothing, or only a word, follows it."""


def joined_end(text: str, start: int, end: int) -> int:
    """Give the end of a link beyond line breaks and stray spaces at ``end``, if the link goes on there."""
    for _ in range(_MOST_JOINS):
        following = _NEXT.match(text, end)
        if following is None or not _goes_on(re.sub(r"\s", "", text[start:end]), following[1]):
            return end
        end = following.end()
    return end


def _goes_on(link: str, piece: str) -> bool:
    """Whether ``piece``, which stands after white space, is the rest of ``link``."""
    if _OPEN_HOST.match(link):
        return bool(_JOIN_HOST.match(piece))
    if piece[0] == ".":
        return bool(_HOST_SO_FAR.match(link) and _JOIN_END_OF_HOST.match(piece))
    if link[-1] == ".":
        return bool(_JOIN_AFTER_STOP.match(piece))
    if link[-1] in "/_-=&?%~":
        slug = link[-1] == "-" and _JOINED_SLUG.search(link + piece) and not _ACCESS_WORD.match(piece)
        return bool(slug or _JOIN_AFTER_MARK.match(piece)) and not START.match(piece)
    if link.endswith("%20") and _JOIN_NAME.match(piece):
        return True
    return link[-1].isalnum() and bool(_JOIN_PATH.match(piece))


def trimmed_end(text: str, start: int, end: int) -> int:
    """Give the end of a link without the punctuation of the sentence and without unpaired brackets."""
    link = text[start:end]
    bracket = link.find("[")
    if bracket > 0 and "]" not in link[bracket:] and not link[:bracket].endswith("//"):
        link = link[:bracket]
    cut = _CUT_PARENTHESIS.search(link)
    if cut:
        link = link[: cut.start()]
    while link and _is_loose(link, text[max(0, start - 1) : start]):
        link = link[:-1]
    return start + len(link)


def _is_loose(link: str, before: str) -> bool:
    """Whether the last character of ``link`` belongs to the sentence: a stop, a bracket, the sign of emphasis."""
    last = link[-1]
    unpaired = last in _PAIRS and link.count(last) > link.count(_PAIRS[last])
    return last in _END_MARKS or last in "([" or unpaired or (last in "*_" and before == last)
