"""Splits the text of a Markdown block into tokens of inline markup, among them notes in the markup of other formats."""

import html
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from citations.formats.html_signs import is_note_within
from citations.formats.html_tags import attributes_of
from citations.formats.note_tags import COUNTED_TAG, TAG_SIGNS, NoteTag, element, shortcode

_TARGET = (
    r"\(\s{0,9}(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<target>[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,5}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
    r"|\((?P<spaced>https?://[^()\n]{1,1000})\)"
    r"|\((?P<wrapped>https?://[^\s()<>]{1,1000}(?:-\n\s{0,20}[^\s()<>]{1,1000}){1,9})\)"
    r"|\[(?P<reference>[^\[\]]{0,200})\]"
)
TAG = r"</?(?P<tag>[A-Za-z][A-Za-z0-9-]{0,15})(?P<attributes>(?:\s[^<>]{0,1500})?)/?>"
AUTOLINK = r"<(?P<auto>(?:https?://|ftp://|mailto:)[^<>\n]{1,2000})>"
ENTITY = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_RAISED = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}"
LABEL_PLACE = r"(?:^|(?<=[.,;:!?\"”’»])|(?<=[^\W\d_]{3}))"
"""Where a superscript is a label and not an exponent: at the start of a line, after a sentence or after a word."""
ROUND_LABEL = r"\((?P<round>\[?(?:\d{1,3}|[ivx]{1,6})(?:\s?[,–-]\s?\d{1,3}){0,9}\]?)\)"
"""A label in round brackets after a circumflex: ``^(4)``, ``^([4])``."""
_ALTERNATIVES = (
    r"\\(?P<escape>[!-/:-@\[-`{-~\n])",
    # a command of LaTeX that prints nothing but space
    (
        r"\\(?P<space>(?:hfill|vfill|break|newline|linebreak|pagebreak|newpage|clearpage|noindent|bigskip|medskip"
        r"|smallskip|tableofcontents|centering)(?![A-Za-z])|\Z)"
    ),
    r"(?P<code>`+)",
    r"(?P<math>\$\$?)(?=\S)",
    AUTOLINK,
    rf"(?P<element>{TAG})",
    # [[page|words]]: a link of Obsidian or a wiki
    (
        r"(?P<wiki>!?\[\[(?P<page>(?=[^\[\]|\n]{0,80}[^\W\d_]{2})[^\[\]|^@\n][^\[\]|\n]{1,300})"
        r"(?:\|(?P<alias>[^\[\]\n]{1,300}))?\]\](?![(\[:]))"
    ),
    # {cite}`key`: a citation of MyST
    r"(?P<role>\{(?:foot)?cite(?::\w{1,12})?\}`(?P<keys>[^`\n]{1,300})`)",
    r"(?P<macro>\\(?:foot|end|side)note\s?\{)",
    r"(?P<image>!\[)",
    r"(?P<note>(?<!\[)\^\[(?!\^[^\[\]\s^]{1,100}\])|(?<=footnote:)\[)",
    r"(?P<open>\[)",
    r"(?P<close>\])",
    rf"(?P<entity>{ENTITY})",
    # ^{4} or ^(4): a label that was raised in print
    rf"{LABEL_PLACE}\^(?:\{{(?P<braced>{_RAISED}|[ivx]{{1,6}})\}}\^?|{ROUND_LABEL})",
    r"\^(?P<raised>[^\s^\[\]]{1,20})\^",
    # ^name: the name of a paragraph in Obsidian
    r"(?<=\s)(?P<drop>\^(?=[\d-]{0,39}[A-Za-z])[A-Za-z\d-]{2,40}\s*\Z)",
    r"(?P<emphasis>\*{1,3}|_{1,3}|~~|(?<![\w=])==(?=[^\s=])|(?<=[^\s=])==(?![\w=]))",
)
"""The pieces of markup, each a group of its own; the first that fits counts."""
_MARKDOWN = re.compile("|".join(_ALTERNATIVES))
_BUILDER = re.compile(r"\{\{[<%][^{}\n]{0,1000}[>%]\}\}|\{%[^{}%\n]{0,1000}%\}")
"""A command to a site generator, which is not text: "{{< toc >}}", "{% include ad.html %}"."""
_SIGNS = re.compile(r"[\\`$<!^\[\]&*_~{]")
"""The first characters of all markup: searched first, because a search for one set of characters is fast."""
_SIGNS_AND_EQUALS = re.compile(r"[\\`$<!^\[\]&*_~{=]")
"""The same in a text with words that are marked by two equals signs, as with a pen."""
_ITALIC = frozenset({"*", "_", "***", "___"})
_LONGEST_LABEL = 999
"""Characters of the longest label of a link definition in CommonMark."""
_DEEPEST = 9
"""How many open tags a closing tag is compared with."""
_ADOC_NOTE = "footnote:"
"""The word before a note in AsciiDoc's syntax, which converters leave behind."""
_BRACE = re.compile(r"(?<!\\)[{}]")
_LONGEST_NOTE = 4000
"""Characters of the longest note in LaTeX's syntax."""
_TOKEN_OF = {"escape": "as", "space": "as", "entity": "as", "auto": "autolink"}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_AFTER_CLOSE = re.compile(_TARGET)
_ATTRIBUTES = re.compile(r"\{:?\s?[.#\w-][^{}]{0,300}\}")
"""Attributes that pandoc and kramdown allow after a link or a stretch in brackets."""
_CLASS = re.compile(r"\.([\w-]{1,60})")
_NAME = re.compile(r"[{\s]#([^\s{}]{1,200})")
_ADDRESS_SO_FAR = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]*\Z")
_LONGEST_ADDRESS = 500
"""Characters of a bare address that are looked at before a sign of emphasis."""
_GOES_ON = frozenset("-/%=&~+")
"""Characters that never end an address."""
_IN_ROW = r"[\s,;\\–-]{0,3}\["
"""What separates several superscript links."""
_RAISED_LINK = re.compile(
    rf"(?P<shown>\((?P<target>[^\s()]{{1,2000}})(?:\s\"[^\"]{{0,300}}\")?\))(?:\{{[^{{}}]{{0,300}}\}})?(?=\^|{_IN_ROW})"
)
"""What follows "^[1" if the circumflex raises links, as pandoc writes them, and opens no note."""
_ROW_GOES_ON = re.compile(_IN_ROW)
_LONGEST_FORMULA = 500
"""Characters of the longest formula between dollar signs; farther apart, they are two sums of money."""
_FORMULA_LABEL = re.compile(
    rf"(?:\{{\s?\}}\s?)?\^\{{?\s?(?P<raised>\[{_RAISED}\]|{_RAISED})\s?\}}?|(?P<alone>\[\d{{1,3}}\])"
)
"""A label written as a formula in order to raise it: "$^{[1]}$", "${ }^{1}$"; or "$[1]$"."""
_COMMAND = re.compile(r"\\[A-Za-z]{1,30}$")
"""The base of an exponent outside dollar signs: "\\alpha^{2}"."""
_NO_FORMULA = re.compile(r"</|\[\^[\w-]{1,40}\]")
"""What occurs between two sums of money but not in a formula: a closing tag, the marker of a footnote."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of markup in a block; ``value`` depends on ``kind``: a target, the text of code, a tag or a character."""

    kind: str
    start: int
    end: int
    value: str = ""


def markdown_tokens(text: str, references: dict[str, str]) -> list[Token]:
    """Give the tokens of a Markdown block; ``references`` are the link targets of the file, by folded label."""
    return _Tokenizer(text, references).tokens if "==" in text or _SIGNS.search(text) else []


class _Tokenizer:
    """Reads a Markdown block in one pass; brackets and emphasis are paired when they close, which takes linear time."""

    def __init__(self, text: str, references: dict[str, str]) -> None:
        self._text = text
        self._references = references
        self._tokens: list[Token | None] = []
        self._brackets: list[tuple[int, str]] = []
        self._emphasis: dict[str, list[int]] = {}
        self._ticks: dict[int, list[int]] = {}
        self._open_notes: list[tuple[NoteTag, int]] = []
        self._raises = False
        """Whether the links that are being read stand in a superscript."""
        self._later: list[Token] = []
        """Ends of notes that are known before their content is read."""
        self._takers: dict[str, Callable[[re.Match[str]], int]] = {
            "code": self._code,
            "math": self._math,
            **dict.fromkeys(("braced", "round"), self._raised_label),
            "wiki": self._wiki,
            "role": self._role,
            "macro": self._macro,
            "element": self._element,
            **dict.fromkeys(("open", "image", "note"), self._open_bracket),
            "close": self._close,
            "emphasis": self._mark,
        }
        for run in re.finditer(r"`+", text) if "`" in text else ():
            self._ticks.setdefault(len(run[0]), []).append(run.start())
        self._read()
        self._take_arguments()
        self.tokens = [token for token in self._tokens if token is not None]

    def _read(self) -> None:
        text, at = self._text, 0
        signs = _SIGNS_AND_EQUALS if "==" in text else _SIGNS
        while sign := signs.search(text, at):
            counted = COUNTED_TAG.match(text, sign.start()) if sign[0] == "{" else None
            if counted is not None:
                self._add("mark" if counted["mark"] else "body" if counted["body"] else "drop", *counted.span())
                at = counted.end()
                continue
            tag = TAG_SIGNS.match(text, sign.start()) if sign[0] in "{[" else None
            if tag is not None:
                note = shortcode(tag)
                self._note_tag(note, Token("literal", *tag.span()))
                at = note.note[0] if note.note and tag["liquid"] else tag.end()
                continue
            built = _BUILDER.match(text, sign.start()) if sign[0] == "{" else None
            if built is not None:
                self._add("drop", *built.span())
                at = built.end()
                continue
            found = _MARKDOWN.match(text, sign.start())
            if found is None:
                at = sign.end()
                continue
            at = self._take(found)

    def _take(self, found: re.Match[str]) -> int:
        """Read one piece of markup, and give the offset after it."""
        kind = found.lastgroup or ""
        if kind in self._takers:
            return self._takers[kind](found)
        if found[0] == "\\\n":
            self._add("tag", found.start(), found.end(), "<br>")
        else:
            self._add(_TOKEN_OF.get(kind, kind), found.start(), found.end(), _value_of(kind, found))
        return self._past_attributes(found.end()) if kind == "auto" else found.end()

    def _wiki(self, found: re.Match[str]) -> int:
        """Read a link to another page of a wiki: only its words are text. A page that is embedded is left out."""
        start, end = found.span("alias" if found["alias"] else "page")
        if found[0].startswith("!"):
            start = end = found.end()
        self._add("drop", found.start(), start)
        self._add("drop", end, found.end())
        return found.end()

    def _role(self, found: re.Match[str]) -> int:
        keys = "; ".join(f"@{key.strip()}" for key in found["keys"].split(","))
        self._add("as", found.start(), found.end(), f"[{keys}]")
        return found.end()

    def _element(self, found: re.Match[str]) -> int:
        tag = element(found["tag"], attributes_of(found[0]), closes=found[0][1] == "/")
        token = Token("tag", found.start(), found.end(), found[0])
        if tag:
            self._note_tag(tag, token)
        else:
            self._tokens.append(token)
        return found.end()

    def _open_bracket(self, found: re.Match[str]) -> int:
        kind = found.lastgroup or ""
        self._brackets.append((len(self._tokens), kind))
        named = kind == "note" and found[0] == "["
        self._add("literal", found.start() - (len(_ADOC_NOTE) if named else 0), found.end())
        return found.end()

    def _macro(self, found: re.Match[str]) -> int:
        r"""Take a note as LaTeX writes it, ``\footnote{…}``, up to the brace that closes it."""
        depth = 1
        for brace in _BRACE.finditer(self._text, found.end(), found.end() + _LONGEST_NOTE):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                self._add("note", found.start(), found.end())
                self._later.append(Token("note-end", brace.start(), brace.end()))
                break
        return found.end()

    def _note_tag(self, tag: NoteTag, token: Token) -> None:
        """Read a tag that may open or close a note; without its partner it is one only if it holds the text itself."""
        if not tag.closes:
            self._open_notes.append((tag, len(self._tokens)))
            self._tokens.append(token)
            return
        for place in range(len(self._open_notes) - 1, max(len(self._open_notes) - _DEEPEST, -1), -1):
            opened, index = self._open_notes[place]
            if opened.name == tag.name:
                del self._open_notes[place:]
                opener = self._tokens[index]
                if opened.number and opener is not None and self._opens_line(opener):
                    self._tokens[index] = Token("as", opener.start, opener.end, f"[^{opened.number}]: ")
                    token = Token("drop", token.start, token.end)
                elif (opened.opens_note or opened.hides) and opener is not None:
                    kind = "image" if opened.hides else "note"
                    self._tokens[index] = Token(kind, opener.start, opener.end, opened.shown)
                    token = Token(f"{kind}-end", token.start, token.end)
                break
        self._tokens.append(token)

    def _opens_line(self, token: Token) -> bool:
        """Whether nothing stands before a token in its line."""
        return not self._text[: token.start].rpartition("\n")[2].strip()

    def _take_arguments(self) -> None:
        """Make notes of unclosed tags that hold the text of a note as an argument, markers of those with a number."""
        for tag, index in self._open_notes:
            token = self._tokens[index]
            if tag.number and token is not None:
                self._tokens[index] = Token("as", token.start, token.end, f"[^{tag.number}]")
            elif tag.note is not None and token is not None:
                self._tokens[index] = Token("note", token.start, tag.note[0])
                self._later.append(Token("note-end", tag.note[1], token.end))
        if self._later:
            self._tokens = [*sorted(filter(None, [*self._tokens, *self._later]), key=attrgetter("start"))]

    def _past_attributes(self, end: int) -> int:
        """Give the offset after the attributes that follow ``end``, if any; they are not text."""
        attributes = _ATTRIBUTES.match(self._text, end)
        if attributes is None:
            return end
        name = _NAME.search(attributes[0])
        self._add("named" if name else "drop", end, attributes.end(), name[1] if name else "")
        return attributes.end()

    def _add(self, kind: str, start: int, end: int, value: str = "") -> None:
        self._tokens.append(Token(kind, start, end, value))

    def _code(self, found: re.Match[str]) -> int:
        """Read a code span up to the next run of as many backticks; without one, the backticks are text."""
        size = len(found[0])
        runs = self._ticks.get(size, [])
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
            and _NO_FORMULA.search(self._text, found.end(), end) is None
        )
        if not closes:
            return found.end()
        label = _FORMULA_LABEL.fullmatch(self._text, found.end(), end)
        kind = "verbatim" if label is None else "raised" if label["raised"] else "as"
        value = self._text[found.start() : end + len(sign)] if label is None else label["raised"] or label["alone"]
        self._add(kind, found.start(), end + len(sign), value)
        return end + len(sign)

    def _raised_label(self, found: re.Match[str]) -> int:
        """Read a superscript label as text recognition writes it, ``shore.^{1}``, or forums, ``shore.^(1)``."""
        if not _COMMAND.search(self._text, max(found.start() - 31, 0), found.start()):
            self._add("raised", found.start(), found.end(), found[found.lastgroup or 0])
        return found.end()

    def _mark(self, found: re.Match[str]) -> int:
        """Read a sign of emphasis: it closes what an equal sign opened, or may open something itself."""
        run, text = found[0], self._text
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if run[0] == "_" and before.isalnum() and after.isalnum():
            return found.end()
        if (after.isalnum() or after in _GOES_ON) and self._is_in_address(found.start()):
            return found.end()
        opened = self._emphasis.setdefault(run, [])
        if before and not before.isspace() and opened:
            start = opened.pop()
            token = self._tokens[start]
            kind = "emphasis" if run in _ITALIC else "drop"
            self._tokens[start] = Token(kind, token.start, token.end) if token else None
            self._add("emphasis-end" if run in _ITALIC else "drop", found.start(), found.end())
        elif after and not after.isspace():
            opened.append(len(self._tokens))
            self._add("literal", found.start(), found.end())
        return found.end()

    def _is_in_address(self, at: int) -> bool:
        """Whether an offset lies within a bare address, where nothing is emphasis."""
        before = self._text[max(at - _LONGEST_ADDRESS, 0) : at]
        return ("://" in before or "www." in before) and _ADDRESS_SO_FAR.search(before) is not None

    def _close(self, found: re.Match[str]) -> int:
        index, kind = self._brackets.pop() if self._brackets else (-1, "")
        opener = self._tokens[index] if kind else None
        if opener is None:
            return found.end()
        if kind == "note":
            return self._close_note(index, opener, found)
        target, end = self._target(opener, found)
        if target is None:
            attributes = _ATTRIBUTES.match(self._text, found.end()) if kind == "open" else None
            return self._close_span(index, opener, found, attributes) if attributes else found.end()
        self._tokens[index] = Token("image" if kind == "image" else "link", opener.start, opener.end, target)
        self._add("image-end" if kind == "image" else "link-end", found.start(), end, target)
        return self._past_raised(self._past_attributes(end))

    def _close_span(self, index: int, opener: Token, found: re.Match[str], attributes: re.Match[str]) -> int:
        """Read the end of a stretch in brackets with attributes; it is a note if its class says so."""
        is_note = is_note_within("span", {"class": " ".join(_CLASS.findall(attributes[0]))})
        kind, end = ("note", "note-end") if is_note else ("drop", "drop")
        self._tokens[index] = Token(kind, opener.start, opener.end)
        self._add(end, found.start(), found.end())
        return self._past_attributes(found.end())

    def _close_note(self, index: int, opener: Token, found: re.Match[str]) -> int:
        """Read the end of a note, or of a superscript link, which opens like a note: "^[^1^](#note1)^"."""
        linked = _RAISED_LINK.match(self._text, found.end())
        kind, end, target = ("link", linked.end("shown"), linked["target"]) if linked else ("note", found.end(), "")
        self._tokens[index] = Token(kind, opener.start, opener.end, target)
        self._add(f"{kind}-end", found.start(), end, target)
        self._raises = linked is not None
        return self._past_raised(self._past_attributes(end)) if linked else end

    def _past_raised(self, end: int) -> int:
        """Give the offset after the circumflex that ends a row of superscript links, if it ends here."""
        if not self._raises or _ROW_GOES_ON.match(self._text, end):
            return end
        self._raises = False
        if self._text.startswith("^", end):
            self._add("drop", end, end + 1)
            return end + 1
        return end

    def _target(self, opener: Token, found: re.Match[str]) -> tuple[str | None, int]:
        inside = self._text[opener.end : min(found.start(), opener.end + _LONGEST_LABEL + 1)]
        after = _AFTER_CLOSE.match(self._text, found.end())
        if after and after["reference"] is None:
            target = after["angled"] or after["spaced"] or after["target"] or "".join((after["wrapped"] or "").split())
            return _ESCAPED.sub(r"\1", target), after.end()
        label = (after["reference"] or inside) if after else inside
        target = self._references.get(fold_label(label)) if len(label) <= _LONGEST_LABEL else None
        is_marker = inside.startswith("^") and not (after and inside.endswith("^"))
        if target is None or is_marker or self._text.startswith("][", found.end()):
            return None, found.end()
        return target, after.end() if after else found.end()


def _value_of(kind: str, found: re.Match[str]) -> str:
    if kind == "space":
        return " "
    return html.unescape(found[0]) if kind == "entity" else found[kind]


def fold_label(label: str) -> str:
    """Give a link label as Markdown compares it: without differences of case and white space."""
    return " ".join(label.split()).casefold()
