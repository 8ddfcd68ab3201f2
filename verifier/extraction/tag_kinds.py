"""What the walk over a page does with each kind of element, by the parser's numbers of tags."""

from selectolax.lexbor import LexborHTMLParser

from verifier.extraction.base import words

_SKIPPED = words(
    "script style svg math iframe object embed canvas audio video map frameset applet -comment head link meta "
    "title base input img source track area param col wbr template noembed noframes"
)
_BLOCKS = words(
    "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript "
    "ol optgroup option p pre plaintext section select summary table tbody tfoot thead tr ul textarea xmp "
    "listing datalist search"
)
CELLS = frozenset({"td", "th"})
STYLED = frozenset({"span", "font", "label", "ins"})
_MARKED = CELLS | STYLED | {"br", "sup"}

TEXT, BLOCK, SKIP, MARK, LINK, KEEP = range(1, 7)
"""What the walk does with a node; an element that is none of these is part of its line."""


def _kinds_by_number() -> dict[int, tuple[int, str]]:
    """Give what to do, and the name, by the parser's numbers of tags: a node gives its number faster than its name."""
    kinds = dict.fromkeys(_BLOCKS, BLOCK) | dict.fromkeys(_SKIPPED, SKIP) | dict.fromkeys(_MARKED, MARK)
    kinds |= {"-text": TEXT, "a": LINK, "meta": KEEP, "script": KEEP}
    in_tables = (
        "<table><caption></caption><col><tbody><tr><td></td><th></th></tr><tfoot></tfoot><thead></thead></table>"
    )
    alone = {"plaintext", "frameset"}
    others = "".join(f"<{tag}></{tag}>" for tag in sorted(kinds) if tag.isalnum() and tag not in alone)
    samples = (f"<body>{in_tables}<p>text<!-- -->", f"<body>{others}", "<plaintext>", "<frameset><frame></frameset>")
    found: dict[int, tuple[int, str]] = {}
    for sample in samples:
        pending = [LexborHTMLParser(sample).root]
        while pending:
            node = pending.pop()
            if node is not None:
                found[node.tag_id] = kinds.get(node.tag or "", 0), node.tag or ""
                pending += [node.next, node.child]
    return found


KIND_OF_NUMBER = _kinds_by_number()
