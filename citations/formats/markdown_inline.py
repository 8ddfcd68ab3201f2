"""Reads inline markup of Markdown, and the HTML tags within Markdown and plain text, into drafts."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from citations.document import BlockKind
from citations.drafts import AUTOLINK, LONGEST_RAW, Draft, Inline, InlineKind, LineTable, TextBuilder
from citations.formats.html_signs import link_role
from citations.formats.html_tags import attributes_of
from citations.formats.markdown_tokens import TAG, Token, markdown_tokens
from citations.formats.plain_tokens import plain_tokens

_TAG = re.compile(TAG)
_KINDS = {
    "sup": InlineKind.SUPERSCRIPT,
    **dict.fromkeys(("i", "em", "cite"), InlineKind.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "pre", "samp", "tt", "math"), InlineKind.VERBATIM),
}
"""The kind of inline that each tag makes of its content."""
_LINE_TAGS = frozenset({"br", "p", "div", "li", "tr", "td", "th", "ol", "ul", "blockquote", "table", "section"})


@dataclass(slots=True)
class _Frame:
    """A block, or an inline note in it, that is being built; ``opened`` are its tags and links that are still open."""

    builder: TextBuilder
    inlines: list[Inline] = field(default_factory=list)
    opened: list[tuple[str, int, Token]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    start: int = 0


class InlineReader:
    """Reads blocks of one file into drafts; ``references`` are the link targets defined in it, by folded label."""

    def __init__(self, lines: LineTable, *, markdown: bool, references: dict[str, str] | None = None) -> None:
        self._lines = lines
        self._markdown = markdown
        self._references = references or {}
        self._notes = 0
        self._counts = {"mark": 0, "body": 0}

    def read(self, text: str, segments: Sequence[tuple[int, int]], kind: BlockKind) -> list[Draft]:
        """Give the draft of a block, then one for each inline note in it.

        ``segments``: pairs of an offset in ``text`` and the offset in the file where that stretch stands.
        """
        tokens = self._tokens(text)
        places = tuple(segments)
        if not tokens:
            return [self._plain(text, places, kind)]
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
        base = segments[bisect_right(segments, offset, key=_first) - 1]
        return offset - base[0] + base[1]

    def next_note(self) -> str:
        """Give the label of the next inline note, which prints none: ``^1``, ``^2`` in reading order."""
        self._notes += 1
        return f"^{self._notes}"

    def next_count(self, kind: str) -> str:
        """Give the number of the next marker ("mark") or note ("body") that a plug-in counts."""
        self._counts[kind] += 1
        return str(self._counts[kind])

    @property
    def lines(self) -> LineTable:
        """The lines of the file."""
        return self._lines

    def _plain(self, text: str, segments: tuple[tuple[int, int], ...], kind: BlockKind) -> Draft:
        """Give the draft of a block without any markup, as most are."""
        builder = TextBuilder(self._lines, segments)
        builder.add(text, 0)
        start, end = (self.position(at, segments) for at in (0, len(text)))
        return builder.draft(kind, start=start, end=end)

    def _tokens(self, text: str) -> list[Token]:
        return markdown_tokens(text, self._references) if self._markdown else plain_tokens(text)


class _Run:
    """Turns the tokens of one block, in order, into its draft and the drafts of its inline notes."""

    def __init__(self, reader: InlineReader, text: str, segments: tuple[tuple[int, int], ...], kind: BlockKind) -> None:
        self._reader = reader
        self._text = text
        self._segments = segments
        self._kind = kind
        self._frames = [_Frame(builder=TextBuilder(reader.lines, segments))]
        self._notes: list[Draft] = []
        self._hidden = 0
        self._takers: dict[str, Callable[[Token], None]] = {
            "literal": self._literal,
            "as": self._written_as,
            **dict.fromkeys(("mark", "body"), self._counted),
            "autolink": self._autolink,
            "verbatim": self._stretch,
            "raised": self._stretch,
            "link": self._link_opens,
            "link-end": self._link_ends,
            "emphasis": self._emphasis_opens,
            "emphasis-end": self._emphasis_ends,
            "tag": self._tag,
            "named": self._named,
            "note": self._note_opens,
            "note-end": self._note,
        }

    def text(self, start: int, end: int) -> None:
        """Add the text between two tokens."""
        if not self._hidden:
            self._frames[-1].builder.add(self._text[start:end], start)

    def token(self, token: Token) -> None:
        """Read one token; inside an image only its end counts."""
        if token.kind == "image":
            self._hidden += 1
        elif token.kind == "image-end":
            self._hidden = max(self._hidden - 1, 0)
        elif not self._hidden and token.kind in self._takers:
            self._takers[token.kind](token)

    def _literal(self, token: Token) -> None:
        self._frames[-1].builder.add(self._text[token.start : token.end], token.start)

    def _written_as(self, token: Token) -> None:
        self._frames[-1].builder.add_as(token.value, token.start)

    def _counted(self, token: Token) -> None:
        """Write a marker, or the head of a note, that a plug-in counts."""
        label = f"[^{self._reader.next_count(token.kind)}]"
        self._frames[-1].builder.add_as(f"{label}: " if token.kind == "body" else label, token.start)

    def _autolink(self, token: Token) -> None:
        start = self._frames[-1].builder.length
        self._literal(token)
        self._inline(InlineKind.LINK, start, token, token.end, target=token.value, role=AUTOLINK)

    def _link_opens(self, token: Token) -> None:
        self._frames[-1].opened.append(("link", self._frames[-1].builder.length, token))

    def _link_ends(self, token: Token) -> None:
        self._shut("link", token, InlineKind.LINK, target=token.value)

    def _emphasis_opens(self, token: Token) -> None:
        self._frames[-1].opened.append(("emphasis", self._frames[-1].builder.length, token))

    def _emphasis_ends(self, token: Token) -> None:
        self._shut("emphasis", token, InlineKind.EMPHASIS)

    def _named(self, token: Token) -> None:
        self._frames[-1].ids.append(token.value)

    def _note_opens(self, token: Token) -> None:
        if token.value:
            self._frames[-1].builder.add_as(token.value, token.start)
        self._frames.append(_Frame(builder=TextBuilder(self._reader.lines, self._segments), start=token.start))

    def finish(self) -> list[Draft]:
        """Give the block's draft and those of its inline notes."""
        while len(self._frames) > 1:
            self._note(Token("note-end", len(self._text), len(self._text)))
        return [self._draft(self._frames[0], self._kind), *self._notes]

    def _draft(self, frame: _Frame, kind: BlockKind) -> Draft:
        start = self._reader.position(frame.start, self._segments)
        end = self._reader.position(len(self._text), self._segments)
        draft = frame.builder.draft(kind, inlines=tuple(frame.inlines), start=start, end=end)
        return replace(draft, ids=tuple(frame.ids)) if frame.ids else draft

    def _stretch(self, token: Token) -> None:
        frame = self._frames[-1]
        start = frame.builder.length
        frame.builder.add(token.value, token.start + self._text[token.start : token.end].find(token.value))
        kind = InlineKind.VERBATIM if token.kind == "verbatim" else InlineKind.SUPERSCRIPT
        self._inline(kind, start, token, token.end)

    def _inline(
        self, kind: InlineKind, start: int, token: Token, end: int, *, target: str = "", role: str = ""
    ) -> None:
        frame = self._frames[-1]
        frame.inlines.append(
            Inline(
                kind=kind,
                start=start,
                end=frame.builder.length,
                position=self._reader.lines.position(self._reader.position(token.start, self._segments)),
                raw=self._text[token.start : min(end, token.start + LONGEST_RAW)],
                target=target,
                role=role,
            )
        )

    def _shut(self, name: str, token: Token, kind: InlineKind, *, target: str = "", role: str = "") -> None:
        frame = self._frames[-1]
        for index in range(len(frame.opened) - 1, max(len(frame.opened) - 9, -1), -1):
            if frame.opened[index][0] == name:
                _, start, opener = frame.opened.pop(index)
                self._inline(kind, start, opener, token.end, target=target, role=role)
                return

    def _tag(self, token: Token) -> None:
        frame = self._frames[-1]
        found = _TAG.match(token.value)
        name = found["tag"].lower() if found else ""
        closing = token.value.startswith("</")
        if name in _LINE_TAGS:
            frame.builder.blank(token.start)
            frame.builder.new_line()
        attributes = {} if closing else attributes_of(token.value)
        frame.ids.extend(attributes[key] for key in ("id", "name") if attributes.get(key))
        if name not in _KINDS and name != "a":
            return
        if not closing:
            frame.opened.append((name, frame.builder.length, token))
        elif name == "a":
            self._shut_link(token)
        else:
            self._shut(name, token, _KINDS[name])

    def _shut_link(self, token: Token) -> None:
        opened = next((entry for entry in reversed(self._frames[-1].opened) if entry[0] == "a"), None)
        if opened is None:
            return
        attributes = attributes_of(opened[2].value)
        if "href" in attributes:
            self._shut("a", token, InlineKind.LINK, target=attributes["href"], role=link_role(attributes))
        else:
            self._frames[-1].opened.remove(opened)

    def _note(self, token: Token) -> None:
        if len(self._frames) == 1:
            return
        frame = self._frames.pop()
        label = self._reader.next_note()
        opener = Token("note", frame.start, frame.start + 2)
        self._notes.append(replace(self._draft(frame, BlockKind.PARAGRAPH), note=True, label=label))
        outer = self._frames[-1]
        start = outer.builder.length
        self._inline(InlineKind.MARKER, start, opener, token.end)
        outer.inlines[-1] = replace(outer.inlines[-1], label=label)


def joined_lines(lines: Iterable[tuple[str, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Give the lines joined by line ends, and a pair for each: its offset in that text, and in the file."""
    pieces: list[str] = []
    segments: list[tuple[int, int]] = []
    length = 0
    for text, offset in lines:
        segments.append((length, offset))
        pieces.append(text)
        length += len(text) + 1
    return "\n".join(pieces), tuple(segments)


def _first(pair: tuple[int, int]) -> int:
    return pair[0]
