"""Inline markup of Markdown, and the few HTML tags that Markdown and plain text carry, with places kept."""

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citations.document import BlockKind
from citations.drafts import AUTOLINK, Draft, Inline, InlineKind, LineTable, TextBuilder

_TARGET = (
    r"\(\s{0,9}(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<target>[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,5}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
    r"|\((?P<spaced>https?://[^()\n]{1,1000})\)"
    r"|\[(?P<reference>[^\[\]]{0,200})\]"
)
_TAG = r"</?(?P<tag>[A-Za-z][A-Za-z0-9]{0,15})(?P<attributes>(?:\s[^<>]{0,1500})?)/?>"
_AUTOLINK = r"<(?P<auto>(?:https?://|ftp://|mailto:)[^<>\n]{1,2000})>"
_ENTITY = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_MARKDOWN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<math>\$\$?)(?=\S)"
    rf"|{_AUTOLINK}|{_TAG}"
    r"|(?P<image>!\[)|(?P<note>\^\[)|(?P<open>\[)|(?P<close>\])"
    rf"|(?P<entity>{_ENTITY})"
    r"|\^(?P<raised>[^\s^\[\]]{1,20})\^"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~)"
)
_PLAIN = re.compile(rf"{_AUTOLINK}|{_TAG}|(?P<entity>{_ENTITY})")
_AFTER_CLOSE = re.compile(_TARGET)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}")
_ATTRIBUTE = re.compile(
    r"([A-Za-z:_-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))"
)
_VERBATIM_TAGS = frozenset({"code", "kbd", "pre", "samp", "tt", "math"})
_LINE_TAGS = frozenset({"br", "p", "div", "li", "tr", "td", "th", "ol", "ul", "blockquote", "table", "section"})
_LONGEST_FORMULA = 500
"""Characters between two dollar signs that still make a formula; further apart they are two sums of money."""
_LONGEST_RAW = 200


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(slots=True)
class _Frame:
    """A block, or an inline note inside it, that is being built; ``opened`` are tags and links not yet closed."""

    builder: TextBuilder
    inlines: list[Inline] = field(default_factory=list)
    opened: list[tuple[str, int, _Token]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    start: int = 0


def attributes_of(text: str) -> dict[str, str]:
    """Give the attributes written in a tag, names in lower case, entities read."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(text)
    }


class InlineReader:
    """Reads blocks of one file into drafts; ``references`` are the link targets defined in it, by folded label."""

    def __init__(self, lines: LineTable, *, markdown: bool, references: dict[str, str] | None = None) -> None:
        self._lines = lines
        self._markdown = markdown
        self._references = references or {}
        self._notes = 0

    def read(self, text: str, segments: Sequence[tuple[int, int]], kind: BlockKind) -> list[Draft]:
        """Give the draft of a block, then one for each inline note in it.

        ``segments``: pairs of an offset in ``text`` and the offset in the file where that stretch stands.
        """
        tokens = self._tokens(text)
        places = tuple(segments)
        run = _Run(self, text, places, kind)
        last = 0
        for token in tokens:
            if token.start > last:
                run.text(last, token.start)
            run.token(token)
            last = max(last, token.end)
        run.text(last, len(text))
        return run.finish()

    def position(self, offset: int, segments: tuple[tuple[int, int], ...]) -> int:
        """Give the offset in the file of an offset in the block's text."""
        base = segments[0]
        for pair in segments:
            if pair[0] > offset:
                break
            base = pair
        return offset - base[0] + base[1]

    def next_note(self) -> str:
        """Give the label of the next inline note, which prints none: ``^1``, ``^2`` in reading order."""
        self._notes += 1
        return f"^{self._notes}"

    @property
    def lines(self) -> LineTable:
        """The lines of the file."""
        return self._lines

    def _tokens(self, text: str) -> list[_Token]:
        if not self._markdown:
            return [token for found in _PLAIN.finditer(text) if (token := _plain_token(found))]
        return _Tokenizer(text, self._references).tokens


def _plain_token(found: re.Match[str]) -> _Token | None:
    kind = found.lastgroup
    if kind == "auto":
        return None
    if found["entity"] if "entity" in found.groupdict() else None:
        return _Token("as", found.start(), found.end(), html.unescape(found[0]))
    return _Token("tag", found.start(), found.end(), found[0])


class _Tokenizer:
    """One pass over a Markdown block: brackets and emphasis are paired as they close, all in linear time."""

    def __init__(self, text: str, references: dict[str, str]) -> None:
        self._text = text
        self._references = references
        self._tokens: list[_Token | None] = []
        self._brackets: list[tuple[int, str]] = []
        self._emphasis: dict[str, list[int]] = {}
        self._ticks: dict[int, list[int]] = {}
        for run in re.finditer(r"`+", text) if "`" in text else ():
            self._ticks.setdefault(len(run[0]), []).append(run.start())
        self._read()
        self.tokens = [token for token in self._tokens if token is not None]

    def _read(self) -> None:
        text, at = self._text, 0
        while found := _MARKDOWN.search(text, at):
            at = found.end()
            kind = _kind_of(found)
            if kind == "escape":
                self._add("as", found.start(), found.end(), found[0][1])
            elif kind == "code":
                at = self._code(found)
            elif kind == "math":
                at = self._math(found)
            elif kind == "auto":
                self._add("autolink", found.start(), found.end(), found["auto"])
            elif kind == "tag":
                self._add("tag", found.start(), found.end(), found[0])
            elif kind == "entity":
                self._add("as", found.start(), found.end(), html.unescape(found[0]))
            elif kind == "raised":
                self._add("raised", found.start(), found.end(), found["raised"])
            elif kind == "emphasis":
                self._mark(found)
            elif kind == "close":
                at = self._close(found)
            else:
                self._brackets.append((len(self._tokens), kind))
                self._tokens.append(None if kind == "open" else _Token("mark", found.start(), found.end()))
                if kind == "open":
                    self._tokens[-1] = _Token("literal", found.start(), found.end())

    def _add(self, kind: str, start: int, end: int, value: str = "") -> None:
        self._tokens.append(_Token(kind, start, end, value))

    def _code(self, found: re.Match[str]) -> int:
        """Take a code span, which ends at the next run of as many backticks; without one they are plain text."""
        size = len(found[0])
        runs = self._ticks[size]
        index = bisect_left(runs, found.end())
        if index == len(runs):
            return found.end()
        self._add("verbatim", found.start(), runs[index] + size, self._text[found.end() : runs[index]])
        return runs[index] + size

    def _math(self, found: re.Match[str]) -> int:
        sign = found[0]
        end = self._text.find(sign, found.end(), found.end() + _LONGEST_FORMULA)
        closes = (
            end > 0
            and not self._text[end - 1].isspace()
            and not self._text[end + len(sign) : end + len(sign) + 1].isdigit()
        )
        if not closes:
            return found.end()
        self._add("verbatim", found.start(), end + len(sign), self._text[found.start() : end + len(sign)])
        return end + len(sign)

    def _mark(self, found: re.Match[str]) -> None:
        run, text = found[0], self._text
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if run[0] == "_" and before.isalnum() and after.isalnum():
            return
        opened = self._emphasis.setdefault(run, [])
        if before and not before.isspace() and opened:
            start = opened.pop()
            token = self._tokens[start]
            self._tokens[start] = _Token("drop", token.start, token.end) if token else None
            self._add("drop", found.start(), found.end())
        elif after and not after.isspace():
            opened.append(len(self._tokens))
            self._add("literal", found.start(), found.end())

    def _close(self, found: re.Match[str]) -> int:
        if not self._brackets:
            return found.end()
        index, kind = self._brackets.pop()
        opener = self._tokens[index]
        if opener is None:
            return found.end()
        if kind == "note":
            self._tokens[index] = _Token("note", opener.start, opener.end)
            self._add("note-end", found.start(), found.end())
            return found.end()
        target, end = self._target(opener, found)
        if target is None:
            return found.end()
        self._tokens[index] = _Token("image" if kind == "image" else "link", opener.start, opener.end, target)
        self._add("image-end" if kind == "image" else "link-end", found.start(), end, target)
        return end

    def _target(self, opener: _Token, found: re.Match[str]) -> tuple[str | None, int]:
        inside = self._text[opener.end : found.start()]
        after = _AFTER_CLOSE.match(self._text, found.end())
        if after and after["reference"] is None:
            return after["angled"] or after["spaced"] or after["target"] or "", after.end()
        label = (after["reference"] or inside) if after else inside
        target = self._references.get(fold_label(label))
        if target is None or inside.startswith("^"):
            return None, found.end()
        return target, after.end() if after else found.end()


def _kind_of(found: re.Match[str]) -> str:
    for kind in ("escape", "code", "math", "auto", "tag", "image", "note", "open", "close", "entity", "raised"):
        if found[kind] is not None:
            return kind
    return "emphasis"


def fold_label(label: str) -> str:
    """Give a link label as Markdown compares it: case and runs of blanks do not count."""
    return " ".join(label.split()).casefold()


class _Run:
    """The second pass over a block: its text, and what the tokens make of it."""

    def __init__(self, reader: InlineReader, text: str, segments: tuple[tuple[int, int], ...], kind: BlockKind) -> None:
        self._reader = reader
        self._text = text
        self._segments = segments
        self._kind = kind
        self._frames = [_Frame(builder=TextBuilder(reader.lines, segments))]
        self._notes: list[Draft] = []
        self._hidden = 0

    def text(self, start: int, end: int) -> None:
        """Take over the text between two tokens; bare addresses in it are links."""
        if not self._hidden:
            self._frames[-1].builder.add(self._text[start:end], start)

    def token(self, token: _Token) -> None:
        """Take one token."""
        frame = self._frames[-1]
        if token.kind == "image":
            self._hidden += 1
        elif token.kind == "image-end":
            self._hidden = max(self._hidden - 1, 0)
        elif self._hidden or token.kind == "drop":
            return
        elif token.kind in {"literal", "mark"}:
            frame.builder.add(self._text[token.start : token.end], token.start)
        elif token.kind == "as":
            frame.builder.add_as(token.value, token.start)
        elif token.kind == "autolink":
            start = frame.builder.length
            frame.builder.add(self._text[token.start : token.end], token.start)
            self._inline(InlineKind.LINK, start, token, token.end, target=token.value, role=AUTOLINK)
        elif token.kind in {"verbatim", "raised"}:
            self._stretch(token)
        elif token.kind == "link":
            frame.opened.append(("link", frame.builder.length, token))
        elif token.kind == "link-end":
            self._shut("link", token, InlineKind.LINK, target=token.value)
        elif token.kind == "tag":
            self._tag(token)
        elif token.kind == "note":
            self._frames.append(_Frame(builder=TextBuilder(self._reader.lines, self._segments), start=token.start))
        elif token.kind == "note-end" and len(self._frames) > 1:
            self._note(token)

    def finish(self) -> list[Draft]:
        """Give the block's draft and those of its inline notes."""
        while len(self._frames) > 1:
            self._note(_Token("note-end", len(self._text), len(self._text)))
        return [self._draft(self._frames[0], self._kind), *self._notes]

    def _draft(self, frame: _Frame, kind: BlockKind) -> Draft:
        start = self._reader.position(frame.start, self._segments)
        end = self._reader.position(len(self._text), self._segments)
        draft = frame.builder.draft(kind, inlines=tuple(frame.inlines), start=start, end=end)
        return replace(draft, ids=tuple(frame.ids))

    def _stretch(self, token: _Token) -> None:
        frame = self._frames[-1]
        start = frame.builder.length
        frame.builder.add(token.value, token.start + self._text[token.start : token.end].find(token.value))
        kind = InlineKind.VERBATIM if token.kind == "verbatim" else InlineKind.SUPERSCRIPT
        self._inline(kind, start, token, token.end)

    def _inline(
        self, kind: InlineKind, start: int, token: _Token, end: int, *, target: str = "", role: str = ""
    ) -> None:
        frame = self._frames[-1]
        frame.inlines.append(
            Inline(
                kind=kind,
                start=start,
                end=frame.builder.length,
                position=self._reader.lines.position(self._reader.position(token.start, self._segments)),
                raw=self._text[token.start : min(end, token.start + _LONGEST_RAW)],
                target=target,
                role=role,
            )
        )

    def _shut(self, name: str, token: _Token, kind: InlineKind, *, target: str = "", role: str = "") -> None:
        frame = self._frames[-1]
        for index in range(len(frame.opened) - 1, max(len(frame.opened) - 9, -1), -1):
            if frame.opened[index][0] == name:
                _, start, opener = frame.opened.pop(index)
                self._inline(kind, start, opener, token.end, target=target, role=role)
                return

    def _tag(self, token: _Token) -> None:
        frame = self._frames[-1]
        found = re.match(_TAG, token.value)
        name = found["tag"].lower() if found else ""
        closing = token.value.startswith("</")
        if name in _LINE_TAGS:
            frame.builder.blank(token.start)
            frame.builder.new_line()
        attributes = {} if closing else attributes_of(token.value)
        frame.ids.extend(attributes[key] for key in ("id", "name") if attributes.get(key))
        if name not in {"sup", "a"} | _VERBATIM_TAGS:
            return
        if not closing:
            frame.opened.append((name, frame.builder.length, token))
        elif name == "a":
            self._shut_link(token)
        else:
            self._shut(name, token, InlineKind.SUPERSCRIPT if name == "sup" else InlineKind.VERBATIM)

    def _shut_link(self, token: _Token) -> None:
        opened = next((entry for entry in reversed(self._frames[-1].opened) if entry[0] == "a"), None)
        if opened is None:
            return
        attributes = attributes_of(opened[2].value)
        if "href" in attributes:
            self._shut("a", token, InlineKind.LINK, target=attributes["href"], role=link_role(attributes))
        else:
            self._frames[-1].opened.remove(opened)

    def _note(self, token: _Token) -> None:
        frame = self._frames.pop()
        label = self._reader.next_note()
        opener = _Token("note", frame.start, frame.start + 2)
        self._notes.append(replace(self._draft(frame, BlockKind.PARAGRAPH), note=True, label=label))
        outer = self._frames[-1]
        start = outer.builder.length
        self._inline(InlineKind.MARKER, start, opener, token.end)
        outer.inlines[-1] = replace(outer.inlines[-1], label=label)


_REFERENCE_SIGNS = (
    "noteref",
    "doc-noteref",
    "footnote-ref",
    "footnoteref",
    "footnote-anchor",
    "fn-ref",
    "footnote-link",
)
_BACK_SIGNS = ("doc-backlink", "backlink", "footnote-back", "reversefootnote", "footnote-number", "backref")


def link_role(attributes: dict[str, str]) -> str:
    """Give what a link's attributes say that it is for: "noteref", "backlink" or nothing."""
    said = " ".join(attributes.get(name, "") for name in ("role", "epub:type", "class", "rel")).lower()
    if any(sign in said for sign in _BACK_SIGNS):
        return "backlink"
    known = any(sign in said for sign in _REFERENCE_SIGNS) or "data-footnote-ref" in attributes
    return "noteref" if known else ""
