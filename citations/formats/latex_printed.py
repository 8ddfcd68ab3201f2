"""What single commands of LaTeX print: italics, superscripts, links, items, captions; settings print nothing."""

import re
from collections.abc import Callable

from citations.document import BlockKind
from citations.drafts import InlineKind
from citations.formats import latex_signs as signs
from citations.formats.latex_source import Argument
from citations.formats.latex_text import MAX_DEPTH, TextWalk
from citations.formats.prose import ProseWriter

_ESCAPED = re.compile(r"\\([%#&_{}~$^\\])")
_LONGEST_SLANTED = 600
"""Characters of italics that last to the end of their group; titles have about a hundred."""
_LINKS = frozenset({"href", "url", "nolinkurl", "path"})
_QUOTATIONS = frozenset({"enquote", "say", "textquote", "blockquote"})
_FOREIGN_QUOTATIONS = frozenset({"foreignquote", "foreigntextquote", "foreignblockquote", "hyphenquote"})
"""Quotations whose first argument names their language."""
_REFERENCES = frozenset({"ref", "eqref", "pageref", "autoref", "cref", "Cref", "nameref"})
Handler = Callable[[re.Match[str], int, ProseWriter, int], int]
"""Reads a command. Takes its token, the end of the text around it, a writer and the depth; gives the place after it."""


class PrintingWalk(TextWalk):
    """Reads text and the commands that print something; a subclass reads notes, headings and environments."""

    def _printers(self) -> dict[str, Handler]:
        """Give the method that reads each command which prints more, or less, than its arguments."""
        return {
            **dict.fromkeys(signs.UNPRINTED, self._setting),
            **dict.fromkeys(signs.SIGNS, self._printed_sign),
            **dict.fromkeys(signs.ACCENT_LETTERS, self._letter_accent),
            **dict.fromkeys(_LINKS, self._link),
            **dict.fromkeys(_REFERENCES, self._reference),
            "caption": self._caption,
            **dict.fromkeys(["marginnote", "marginpar"], self._margin),
            **dict.fromkeys(["emph", "textit", "textsl"], self._slanted),
            **dict.fromkeys(["em", "it", "itshape", "sl", "slshape"], self._slanted_on),
            **dict.fromkeys([*_QUOTATIONS, *_FOREIGN_QUOTATIONS], self._quotation),
            "epigraph": self._epigraph,
            "textsuperscript": self._raised,
            "par": self._paragraph,
            "item": self._item,
        }

    def _setting(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Pass over the arguments that are settings, or over the blanks after a command without arguments."""
        del writer, depth
        after = self._past_option(token.end(), end)
        for _ in range(signs.UNPRINTED.get(token["word"], 0)):
            argument = self._latex.argument(after, end)
            if argument is None:
                break
            after = argument.after
        return after if after > token.end() else self._latex.skip_blanks(after, end)

    def _past_option(self, at: int, end: int) -> int:
        """Give the place after an option that follows without a blank; ``at`` itself without one."""
        option = self._latex.option(at, end) if self._markup[at : at + 1] == "[" else None
        return option.after if option else at

    def _printed_sign(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del depth
        writer.add(signs.SIGNS[token["word"]], self._source.position(token.start()))
        return self._latex.skip_blanks(token.end(), end)

    def _letter_accent(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del depth
        return self._accent(token["word"], token, end, writer)

    def _reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write the name of a cross-reference in brackets, since only LaTeX knows its number."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        writer.add(f"[{self._markup[argument.start : argument.end]}]", self._source.position(token.start()))
        return argument.after

    def _raised(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        start = writer.next_offset
        self._inline(argument.start, argument.end, writer, depth + 1)
        writer.span(InlineKind.SUPERSCRIPT, start)
        return argument.after

    def _slanted(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write italics. They are kept in notes alone, where they show titles."""
        argument = self._latex.argument(token.end(), end) if 0 < depth < MAX_DEPTH else None
        if argument is None:
            return self._setting(token, end, writer, depth)
        start = writer.next_offset
        self._inline(argument.start, argument.end, writer, depth + 1)
        writer.span(InlineKind.EMPHASIS, start)
        return argument.after

    def _slanted_on(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        r"""Write italics that last to the end of their group: ``{\em …}``."""
        reach = min(end, token.end() + _LONGEST_SLANTED) if 0 < depth < MAX_DEPTH else token.end()
        stop = self._latex.closing_brace(token.end(), reach)
        if stop is None:
            return self._setting(token, end, writer, depth)
        start = writer.next_offset
        self._inline(self._latex.skip_blanks(token.end(), stop), stop, writer, depth + 1)
        writer.span(InlineKind.EMPHASIS, start)
        return stop

    def _quotation(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write a quotation in quotation marks, followed by its first option, which names the source."""
        after = token.end()
        if token["word"] in _FOREIGN_QUOTATIONS and (language := self._latex.argument(after, end)):
            after = language.after
        option = self._latex.option(after, end)
        after = self._latex.past_options(after, end)
        argument = self._latex.argument(after, end)
        if argument is None:
            return after
        self._quoted(argument, writer, depth)
        if option:
            writer.blank()
            self._inline(option.start, option.end, writer, depth + 1)
        return argument.after

    def _epigraph(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read an epigraph as two blocks: the quotation, and its author behind a dash."""
        words = self._latex.argument(token.end(), end)
        signed = self._latex.argument(words.after, end) if words else None
        if words is None or signed is None or depth > 0:
            return self._setting(token, end, writer, depth)
        self._flow.flush(then=BlockKind.QUOTE)
        self._inline(words.start, words.end, self._flow.writer, 1)
        self._flow.flush(then=BlockKind.QUOTE)
        self._flow.writer.add("— ", self._source.position(signed.start))
        self._inline(signed.start, signed.end, self._flow.writer, 1)
        self._flow.flush()
        return signed.after

    def _quoted(self, argument: Argument, writer: ProseWriter, depth: int) -> None:
        """Write an argument in quotation marks, in single ones within another quotation."""
        opening, closing = "‘’" if self._in_quotation else "“”"
        outer, self._in_quotation = self._in_quotation, True
        writer.add(opening, self._source.position(argument.start))
        self._inline(argument.start, argument.end, writer, depth + 1)
        writer.add(closing, self._source.position(argument.end))
        self._in_quotation = outer

    def _paragraph(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del end
        self._end_paragraph(writer, depth)
        return token.end()

    def _item(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        option = self._latex.option(token.end(), end)
        if depth == 0:
            self._flow.flush()
            self._flow.begin_item("", counts=self._counted and option is None)
            writer = self._flow.writer
        writer.blank()
        if option is None:
            return token.end()
        self._inline(option.start, option.end, writer, depth + 1)
        return option.after

    def _caption(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del writer
        argument = self._latex.argument(self._past_option(token.end(), end), end)
        if argument is None or depth > 0:
            return token.end()
        self._flow.set_aside(self._rendered(argument.start, argument.end, depth), BlockKind.CAPTION)
        return argument.after

    def _margin(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Keep a note in the margin as a block of its own; its option is only its variant for left pages."""
        argument = self._latex.argument(self._past_option(token.end(), end), end)
        if argument is None:
            return token.end()
        writer.blank()
        if depth == 0:
            self._flow.set_aside(self._rendered(argument.start, argument.end, depth), BlockKind.ASIDE)
        return argument.after

    def _link(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word, after = token["word"], token.end()
        target = self._latex.argument(after, end)
        if target is None:
            return after
        address = _ESCAPED.sub(r"\1", self._source.text[target.start : target.end].strip())
        if word != "href":
            writer.add("".join(address.split()), self._source.position(target.start))
            return target.after
        shown = self._latex.argument(target.after, end)
        start = writer.length
        if shown is not None:
            self._inline(shown.start, shown.end, writer, depth + 1)
        writer.link(address, start)
        return shown.after if shown else target.after
