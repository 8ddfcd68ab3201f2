"""Wiki markup (MediaWiki): ``<ref>`` in all its forms, short notes, and citation templates written out.

Labels are the numbers that the wiki prints: by group, in the order of first use. Braces, brackets and tags are paired
beforehand, so that reading takes linear time; what is nested deeper than ``MAX_DEPTH`` is left out.
"""

import html
import re

from citations.comments import blank_comments
from citations.document import BlockKind, Document, Oddity
from citations.drafts import InlineKind
from citations.formats.assembly import DocumentBuilder, Flow
from citations.formats.html_tags import attributes_of
from citations.formats.masking import FILLER, MASKED, UNPRINTED, VERBATIM, mask_end
from citations.formats.names import names
from citations.formats.prose import Prose, ProseWriter, SourceText, read_text
from citations.formats.wikitext_source import LIST_END, REF, Ref, WikiSource
from citations.formats.wikitext_templates import Role, take_apart
from citations.formats.wikitext_writing import STYLE, TemplateWriter

MAX_DEPTH = 30
"""Templates within notes within templates; articles have up to six."""
_TOKEN = re.compile(
    r"\{\{|\[\[|\[(?=(?:https?:|ftp:)?//|mailto:)|</?[a-zA-Z][^<>]{0,500}>|'{2,5}|&#?\w{1,10};|__[A-Z]{3,20}__"
    rf"|[{MASKED}]"
)
_ITALIC = frozenset(["''", "'''''"])
_BRACES = re.compile(rf"[{{}}\[\]|\n{MASKED}]+")
_ENTITY = re.compile(r"&#?\w{1,10};")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]{0,500})>")
_HEADING = re.compile(r"(={1,6})(.+?)\1\s*$")
_EXTERNAL = re.compile(
    r"\[([^\s\[\]<>\"]{1,2000})\s{0,9}([^\[\]\n]{0,2000}(?:\[[^\[\]\n]{0,200}\][^\[\]\n]{0,500}){0,5})\]"
)
_BLOCK_TAGS = names(
    "blockquote p div li ul ol dl dd dt table tr td th caption center h1 h2 h3 h4 h5 h6 gallery poem hr"
)
_FILES = re.compile(
    r"\s*(?:file|image|datei|bild|fichier|archivo|immagine|ficheiro|imagem|bestand|afbeelding|fil|plik|файл|изображение)\s*:",
    re.IGNORECASE,
)
_UNPRINTED = re.compile(
    r"\s*(?:category|kategorie|catégorie|categoría|categoria|categorie|kategori|kategoria|категория|[a-z]{2,3})\s*:(?!//)",
    re.IGNORECASE,
)
_CELL_ATTRIBUTES = re.compile(r"\s*\w{1,20}\s*=[^|\[\]{}]{0,300}\|(?!\|)")


class _Wikitext:
    """The markup of Wikipedia and its kin."""

    name = "wikitext"

    def read(self, data: bytes, *, name: str) -> Document:
        return _Page(*read_text(data, name=name)).read()


class _Page:
    """The walk through one page."""

    def __init__(self, text: str, oddities: tuple[Oddity, ...]) -> None:
        self._source = SourceText(text)
        self._text = text
        self._wiki = WikiSource(text)
        self._markup = self._wiki.markup
        self._flow = Flow(DocumentBuilder("wikitext", oddities))
        self._flow.draft.remarks = list(blank_comments(text, self._source)[1])
        self._templates = TemplateWriter(self, self._source, text)
        self._notes = self._templates.notes
        self._raised_from = 0

    def read(self) -> Document:
        """Give the document."""
        draft = self._flow.draft
        in_table = False
        for start, end in self._wiki.lines():
            in_table = self._line(start, end, in_table=in_table)
        self._flow.flush()
        self._notes.write(draft, STYLE)
        self._templates.works.write(draft)
        draft.lines = self._source.count
        return draft.finish()

    # -- blocks ----------------------------------------------------------------------------------------

    def _line(self, start: int, end: int, *, in_table: bool) -> bool:
        """Read one line, and say whether a table is open after it."""
        line = self._markup[start:end]
        bare = line.lstrip()
        if not bare:
            self._flow.flush()
        elif bare.startswith(("{|", "|}")):
            self._flow.flush()
            return bare.startswith("{|")
        elif in_table and bare[0] in "|!":
            self._row(start + len(line) - len(bare), end)
        elif line.startswith("=") and (heading := _HEADING.match(line.rstrip())):
            self._flow.flush()
            self.inline(start + heading.start(2), start + heading.end(2), self._flow.writer, 0)
            self._flow.flush(BlockKind.HEADING, level=len(heading[1]))
        elif line.startswith("----"):
            self._flow.flush()
        elif line[0] in "*#:;":
            self._flow.flush()
            words = line.lstrip("*#:; ")
            signs = line[: len(line) - len(words)].strip()
            if set(signs) & set("*#"):
                self._flow.begin_item("", counts=signs == "#")
            self.inline(end - len(words), end, self._flow.writer, 0)
        else:
            self._flow.writer.blank()
            self.inline(start, end, self._flow.writer, 0)
        return in_table

    def _row(self, start: int, end: int) -> None:
        """Read a line of a table: ``| cell || cell``, ``! head !! head``, ``|+ caption``, ``|-``."""
        self._flow.flush()
        line = self._markup[start:end]
        if line.startswith("|-"):
            return
        kind = BlockKind.CAPTION if line.startswith("|+") else BlockKind.CELL
        begin = start + (2 if line.startswith("|+") else 1)
        for at in [*self._wiki.outside(begin, end, "||", "!!"), end]:
            attributes = _CELL_ATTRIBUTES.match(self._markup, begin, at)
            self.inline(attributes.end() if attributes else begin, at, self._flow.writer, 0)
            self._flow.flush(kind)
            begin = at + 2

    # -- inline markup ---------------------------------------------------------------------------------

    def inline(self, start: int, end: int, writer: ProseWriter, depth: int) -> None:
        """Write what the markup from ``start`` to ``end`` prints."""
        if depth > MAX_DEPTH:
            return
        at, slanted = start, -1
        while at < end:
            # A block that ends inside goes on with a new writer.
            here = self._flow.writer if depth == 0 else writer
            token = _TOKEN.search(self._markup, at, end)
            self._source.copy(here, at, token.start() if token else end)
            if token is None:
                return
            if token[0] in _ITALIC and depth > 0:
                if slanted >= 0:
                    here.span(InlineKind.EMPHASIS, slanted)
                slanted = here.next_offset if slanted < 0 else -1
            at = self._token(token, end, here, depth)

    def _token(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        """Write what begins with a token, and give where it ends."""
        sign, at = token[0], token.start()
        if sign in {UNPRINTED, VERBATIM, FILLER}:
            return self._hidden(at, writer)
        if sign in {"{{", "[["}:
            return self._braces(at, end, writer, depth)
        if sign == "[":
            return self._external(at, end, writer, depth)
        if sign[0] == "<":
            return self._tag(token, end, writer, depth)
        writer.add(html.unescape(sign) if sign[0] == "&" else "", self._source.position(at))
        return token.end()

    def _braces(self, at: int, end: int, writer: ProseWriter, depth: int) -> int:
        stop = self._wiki.ends.get(at)
        if stop is None or stop > end:
            self._source.copy(writer, at, at + 2)
            return at + 2
        if self._markup[at] == "[":
            self._link(at, stop, writer, depth)
        else:
            self._templates.write(take_apart(self._markup, at, stop), writer, depth)
        return stop

    def _hidden(self, at: int, writer: ProseWriter) -> int:
        """Pass over a comment, or write verbatim text without its tags."""
        stop = mask_end(self._markup, at)
        if self._markup[at] == VERBATIM:
            begin = self._text.find(">", at, stop) + 1
            close = self._text.rfind("</", begin, stop)
            first = writer.next_offset
            self._decoded(begin, close if close >= begin else stop, writer)
            writer.span(InlineKind.VERBATIM, first)
        return stop

    def _decoded(self, start: int, end: int, writer: ProseWriter) -> None:
        """Write text in which nothing but entities is markup."""
        for entity in _ENTITY.finditer(self._text, start, end):
            self._source.copy(writer, start, entity.start())
            writer.add(html.unescape(entity[0]), self._source.position(entity.start()))
            start = entity.end()
        self._source.copy(writer, start, end)

    def _link(self, start: int, end: int, writer: ProseWriter, depth: int) -> None:
        pipe = self._wiki.outside(start + 2, end - 2, "|")
        target = self._markup[start + 2 : pipe[0] if pipe else end - 2]
        if _FILES.match(target):
            caption = ProseWriter()
            if pipe:
                self.inline(pipe[-1] + 1, end - 2, caption, depth + 1)
            self._flow.set_aside(caption.finish(), BlockKind.CAPTION)
        elif _UNPRINTED.match(target) and not pipe:
            return
        elif pipe and pipe[-1] + 1 < end - 2:
            self.inline(pipe[0] + 1, end - 2, writer, depth + 1)
        else:
            shown = target.lstrip(" :")
            self._source.copy(writer, start + 2 + len(target) - len(shown), start + 2 + len(target))

    def begin(self, kind: BlockKind) -> ProseWriter:
        """End the current block, and give the writer of the next one, which is of this kind."""
        self._flow.flush(then=kind)
        return self._flow.writer

    def set_aside(self, prose: Prose, kind: BlockKind) -> None:
        """Add a block that stands beside the text."""
        self._flow.set_aside(prose, kind)

    def _external(self, at: int, end: int, writer: ProseWriter, depth: int) -> int:
        link = _EXTERNAL.match(self._markup, at, end)
        if link is None:
            self._source.copy(writer, at, at + 1)
            return at + 1
        if link[2]:
            start = writer.length
            self.inline(link.start(2), link.end(2), writer, depth + 1)
            writer.link(html.unescape(link[1]), start)
        else:
            self._source.copy(writer, link.start(1), link.end(1))
        return link.end()

    def _tag(self, token: re.Match[str], end: int, writer: ProseWriter, depth: int) -> int:
        tag = _TAG.match(token[0])
        name = tag[2].lower() if tag else ""
        opens = tag is not None and not tag[1]
        if name == "ref" and opens:
            ref = self._wiki.ref(token)
            self._mark_ref(ref, token, writer, depth)
            return ref.after
        if name == "references" and opens:
            return self._list(token, end, depth)
        if name == "sup" and opens:
            self._raised_from = writer.next_offset
        elif name == "sup":
            writer.span(InlineKind.SUPERSCRIPT, self._raised_from)
        elif name == "br":
            writer.blank()
        elif name in _BLOCK_TAGS and depth == 0:
            self._flow.flush()
            if name == "blockquote" and opens:
                self._flow.kind = BlockKind.QUOTE
        return token.end()

    # -- notes -----------------------------------------------------------------------------------------

    def _mark_ref(self, ref: Ref, token: re.Match[str], writer: ProseWriter, depth: int) -> None:
        at = self._source.position(token.start())
        use = self._notes.use(ref.group, ref.name)
        writer.mark(use.label, token[0], STYLE, at, chapter=use.chapter)
        if ref.start < ref.end:
            self._notes.keep(use, self._note_text(ref, depth), at)

    def _note_text(self, ref: Ref, depth: int) -> Prose:
        """Give the text of a note; if it is nothing but an unknown template, the words of the template."""
        prose = self.rendered(ref.start, ref.end, depth)
        opening = self._markup.find("{{", ref.start, ref.end)
        stop = self._wiki.ends.get(opening) if opening >= 0 and not prose.text and not prose.marks else None
        if stop is None or take_apart(self._markup, opening, stop).role is not Role.UNKNOWN:
            return prose
        writer = ProseWriter()
        words = _BRACES.sub(" ", self._markup[ref.start : ref.end])
        writer.add(words.strip(f"{UNPRINTED}{VERBATIM}{FILLER} \n"), self._source.position(ref.start))
        return writer.finish()

    def rendered(self, start: int, end: int, depth: int) -> Prose:
        """Give what the markup from ``start`` to ``end`` prints."""
        writer = ProseWriter()
        self.inline(start, end, writer, depth + 1)
        return writer.finish()

    def _list(self, token: re.Match[str], end: int, depth: int) -> int:
        group = attributes_of(token[0].rstrip("/>")).get("group", "").strip()
        stop = token.end()
        if not token[0].rstrip(">").endswith("/"):
            close = LIST_END.search(self._markup, token.end(), end)
            if close is not None:
                self.definitions(token.end(), close.start(), depth)
                stop = close.end()
        self._notes.close(group)
        return stop

    def definitions(self, start: int, end: int, depth: int) -> None:
        """Read the notes defined in a list of notes, where ``<ref name="x">…</ref>`` is no marker."""
        at = start
        while token := REF.search(self._markup, at, end):
            ref = self._wiki.ref(token)
            text = self._note_text(ref, depth)
            self._notes.define(ref.group, ref.name, text, self._source.position(token.start()))
            at = max(ref.after, token.end())


FORMAT = _Wikitext()
