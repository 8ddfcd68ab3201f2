"""Turns the bytes of a page into text: mark, header, meta, strict UTF-8, then a guess, in this order.

Labels are read as browsers read them (WHATWG: ``iso-8859-1`` means windows-1252). Two things differ from a browser,
because a reader of the text is better served: a declared encoding gives way to bytes that are valid UTF-8, and a
declared UTF-8 that fits hardly any of the bytes is not believed.
"""

import re
from dataclasses import dataclass

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

META_BYTES = 4_096
"""Where a meta charset is looked for. Browsers stop at 1,024; pages with long comments at the top need more."""

GUESS_BYTES = 16_384
"""What the guesser sees, from the first byte that is not ASCII: more does not make it surer, only slower."""

MOST_BROKEN = 0.3
"""Share of the bytes beyond ASCII that may fail to decode before a declared UTF-8 is no longer believed."""

_LABELS = {
    "utf-8": "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "cp1252": "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 cp819 ibm819 "
    "windows-1252 cp1252 x-cp1252",
    "cp1250": "windows-1250 x-cp1250",
    "cp1251": "windows-1251 x-cp1251",
    "cp1253": "windows-1253 x-cp1253",
    "cp1254": "windows-1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5",
    "cp1255": "windows-1255 x-cp1255",
    "cp1256": "windows-1256 x-cp1256",
    "cp1257": "windows-1257 x-cp1257",
    "cp1258": "windows-1258 x-cp1258",
    "cp874": "windows-874 dos-874 iso-8859-11 iso8859-11 tis-620",
    "cp866": "ibm866 866 csibm866",
    "iso8859-2": "iso-8859-2 iso88592 iso_8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 latin3 l3",
    "iso8859-4": "iso-8859-4 latin4 l4",
    "iso8859-5": "iso-8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 arabic ecma-114",
    "iso8859-7": "iso-8859-7 greek greek8 ecma-118",
    "iso8859-8": "iso-8859-8 iso-8859-8-i hebrew visual logical",
    "iso8859-10": "iso-8859-10 latin6 l6",
    "iso8859-13": "iso-8859-13",
    "iso8859-14": "iso-8859-14",
    "iso8859-15": "iso-8859-15 iso8859-15 latin9 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "koi koi8 koi8_r cskoi8r",
    "koi8-u": "koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 iso-ir-58 x-gbk",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "cp949": "euc-kr cseuckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 iso-ir-149",
    "utf-16-le": "utf-16 utf-16le unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in (codec, *labels.split())}

_WIDE = frozenset({"utf-16-le", "utf-16-be"})
_NOT_CHECKED = _WIDE | {"iso2022_jp"}
"""Encodings whose bytes can be valid UTF-8 by their nature, so that this says nothing."""
_HEADER = re.compile(r"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"';,]{1,40})""", re.IGNORECASE)
_META = re.compile(rb"""<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"'>]{1,40})""", re.IGNORECASE)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


_LANGUAGE = re.compile(rb"""<html\b[^>]{0,500}?\blang\s{0,9}=\s{0,9}["']?([a-zA-Z]{2})\b""", re.IGNORECASE)
_GUESSED = {
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "cp949": "cp949",
    "cp1251": "cp1251",
    "koi8_r": "koi8-r",
    "cp1253": "cp1253",
    "cp1255": "cp1255",
    "cp1256": "cp1256",
    "cp1252": "",
    "cp1250": "",
}
"""What a guess is chosen from, by the guesser's names. Latin alphabets (no codec here) cannot be told by bytes."""
_OTHER_LATIN = {
    "cp1250": frozenset({"pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"}),
    "cp1254": frozenset({"tr", "az"}),
    "cp1257": frozenset({"lt", "lv", "et"}),
    "cp1258": frozenset({"vi"}),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the codec that made it."""

    text: str
    encoding: str


def codec_of(label: str) -> str | None:
    """Give the codec that a label means on the web, or ``None`` for one that browsers do not know (utf-7, utf-88)."""
    return _CODECS.get(label.strip().strip("\"'").lower())


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Give the text of ``body``. Bytes that do not fit become U+FFFD; nothing is ever refused."""
    for mark, codec in MARKS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(codec, "replace"), codec)
    if body.isascii() and b"\x1b" not in body and b"\x00" not in body[:META_BYTES]:
        return Decoded(body.decode("ascii"), _declared(body, content_type) or "utf-8")
    declared = _declared(body, content_type)
    if declared in _NOT_CHECKED:
        return Decoded(body.decode(declared, "replace"), declared)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(body, declared)


def _declared(body: bytes, content_type: str) -> str | None:
    header = _HEADER.search(content_type[:500])
    codec = codec_of(header[1]) if header else None
    if codec:
        return codec
    head = body[:META_BYTES]
    named = _META.search(head) or _XML.search(head)
    codec = codec_of(named[1].decode("latin-1")) if named else None
    return "utf-8" if codec in _WIDE else codec  # a meta that could be read as ASCII cannot be right about these


def _not_quite_utf8(body: bytes, declared: str | None) -> Decoded:
    if declared is not None and declared != "utf-8":
        return Decoded(body.decode(declared, "replace"), declared)
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd") / max(1, len(_BEYOND_ASCII.findall(body[: 1 << 20])))
    if declared == "utf-8" and broken <= MOST_BROKEN:
        return Decoded(text, "utf-8")
    guessed = _guess(body)
    return Decoded(body.decode(guessed, "replace"), guessed)


def _guess(body: bytes) -> str:
    """Guess the script by the bytes; among the Latin alphabets the page's language decides, else Western Europe's."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and seldom needed

    first = _BEYOND_ASCII.search(body)
    start = max(0, first.start() - 200) if first else 0
    best = from_bytes(body[start : start + GUESS_BYTES], steps=5, chunk_size=512, cp_isolation=list(_GUESSED)).best()
    codec = _GUESSED.get(best.encoding, "") if best else ""
    return codec or _latin(body)


def _latin(body: bytes) -> str:
    named = _LANGUAGE.search(body[:META_BYTES])
    language = named[1].decode("ascii").lower() if named else ""
    return next((codec for codec, languages in _OTHER_LATIN.items() if language in languages), "cp1252")
