r"""What single commands of LaTeX print: italics, raised letters, links, items, captions; settings print nothing."""

import re
from collections.abc import Callable

from citations.document import BlockKind
from citations.drafts import InlineKind
from citations.formats import latex_signs as signs
from citations.formats.latex_text import MAX_DEPTH, TextWalk
from citations.formats.prose import ProseWriter

_ESCAPED = re.compile(r"\\([%#&_{}~$^\\])")
_LONGEST_SLANTED = 600
"""Characters of what stands in italics up to the end of its group; titles have some hundred."""
_LINKS = frozenset({"href", "url", "nolinkurl", "path"})
_QUOTATIONS = frozenset({"enquote", "say", "textquote", "blockquote"})
_FOREIGN_QUOTATIONS = frozenset({"foreignquote", "foreigntextquote", "foreignblockquote", "hyphenquote"})
"""Quotations whose first argument names their language."""
_REFERENCES = frozenset({"ref", "eqref", "pageref", "autoref", "cref", "Cref", "nameref"})
Handler = Callable[[re.Match[str], int, ProseWriter, int], int]
"""Reads a command: its name, where its surroundings end, where to write, how deep; gives where it ends."""


class PrintingWalk(TextWalk):
    """The walk through text and the commands that print; what makes notes and headings is for the heir to say."""

    def _printers(self) -> dict[str, Handler]:
        """Give what reads each command that prints more, or less, than its arguments."""
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
        """Pass over the arguments that are settings; without any, over the blanks that end a command's name."""
        del writer, depth
        after = self._past_option(token.end(), end)
        for _ in range(signs.UNPRINTED.get(token["word"], 0)):
            argument = self._latex.argument(after, end)
            if argument is None:
                break
            after = argument[2]
        return after if after > token.end() else self._latex.skip_blanks(after, end)

    def _past_option(self, at: int, end: int) -> int:
        """Give the place after an argument in square brackets that follows at once."""
        option = self._latex.option(at, end) if self._markup[at : at + 1] == "[" else None
        return option[2] if option else at

    def _printed_sign(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del depth
        writer.add(signs.SIGNS[token["word"]], self._source.position(token.start()))
        return self._latex.skip_blanks(token.end(), end)

    def _letter_accent(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del depth
        return self._accent(token["word"], token, end, writer)

    def _reference(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write the name of a place in the text, since its number is only known to LaTeX."""
        del depth
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        writer.add(f"[{self._markup[argument[0] : argument[1]]}]", self._source.position(token.start()))
        return argument[2]

    def _raised(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        argument = self._latex.argument(token.end(), end)
        if argument is None:
            return token.end()
        start = writer.next_offset
        self._inline(argument[0], argument[1], writer, depth + 1)
        writer.span(InlineKind.SUPERSCRIPT, start)
        return argument[2]

    def _slanted(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write italics; outside notes they say nothing, and are passed over."""
        argument = self._latex.argument(token.end(), end) if 0 < depth < MAX_DEPTH else None
        if argument is None:
            return self._setting(token, end, writer, depth)
        start = writer.next_offset
        self._inline(argument[0], argument[1], writer, depth + 1)
        writer.span(InlineKind.EMPHASIS, start)
        return argument[2]

    def _slanted_on(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        r"""Write what stands in italics up to the end of the group around it: ``{\em …}``."""
        reach = min(end, token.end() + _LONGEST_SLANTED) if 0 < depth < MAX_DEPTH else token.end()
        stop = self._latex.closing_brace(token.end(), reach)
        if stop is None:
            return self._setting(token, end, writer, depth)
        start = writer.next_offset
        self._inline(self._latex.skip_blanks(token.end(), stop), stop, writer, depth + 1)
        writer.span(InlineKind.EMPHASIS, start)
        return stop

    def _quotation(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write a quotation in quotation marks, and behind it in brackets what the first option says of its source."""
        after = token.end()
        if token["word"] in _FOREIGN_QUOTATIONS and (language := self._latex.argument(after, end)):
            after = language[2]
        option = self._latex.option(after, end)
        after = self._latex.past_options(after, end)
        argument = self._latex.argument(after, end)
        if argument is None:
            return after
        self._quoted(argument, writer, depth)
        if option:
            writer.blank()
            self._inline(option[0], option[1], writer, depth + 1)
        return argument[2]

    def _epigraph(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Read the words that head a chapter, and behind a dash whose they are, as blocks of their own."""
        words = self._latex.argument(token.end(), end)
        signed = self._latex.argument(words[2], end) if words else None
        if words is None or signed is None or depth > 0:
            return self._setting(token, end, writer, depth)
        self._flow.flush(then=BlockKind.QUOTE)
        self._inline(words[0], words[1], self._flow.writer, 1)
        self._flow.flush(then=BlockKind.QUOTE)
        self._flow.writer.add("— ", self._source.position(signed[0]))
        self._inline(signed[0], signed[1], self._flow.writer, 1)
        self._flow.flush()
        return signed[2]

    def _quoted(self, argument: tuple[int, int, int], writer: ProseWriter, depth: int) -> None:
        """Write an argument in quotation marks, those within others in single ones."""
        opening, closing = "‘’" if self._in_quotation else "“”"
        outer, self._in_quotation = self._in_quotation, True
        writer.add(opening, self._source.position(argument[0]))
        self._inline(argument[0], argument[1], writer, depth + 1)
        writer.add(closing, self._source.position(argument[1]))
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
        self._inline(option[0], option[1], writer, depth + 1)
        return option[2]

    def _caption(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        del writer
        argument = self._latex.argument(self._past_option(token.end(), end), end)
        if argument is None or depth > 0:
            return token.end()
        self._flow.set_aside(self._rendered(argument[0], argument[1], depth), BlockKind.CAPTION)
        return argument[2]

    def _margin(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Set the words in the margin apart; their short form for left pages, in brackets, says the same."""
        argument = self._latex.argument(self._past_option(token.end(), end), end)
        if argument is None:
            return token.end()
        writer.blank()
        if depth == 0:
            self._flow.set_aside(self._rendered(argument[0], argument[1], depth), BlockKind.ASIDE)
        return argument[2]

    def _link(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        word, after = token["word"], token.end()
        target = self._latex.argument(after, end)
        if target is None:
            return after
        address = _ESCAPED.sub(r"\1", self._source.text[target[0] : target[1]].strip())
        if word != "href":
            writer.add("".join(address.split()), self._source.position(target[0]))
            return target[2]
        shown = self._latex.argument(target[2], end)
        start = writer.length
        if shown is not None:
            self._inline(shown[0], shown[1], writer, depth + 1)
        writer.link(address, start)
        return shown[2] if shown else target[2]
