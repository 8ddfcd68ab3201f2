"""What the head of a page declares: meta elements, links, the title, the language and its JSON-LD."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import Said
from verifier.extraction.json_ld import JsonObject, read_json_ld
from verifier.extraction.page_walk import fold_space

MOST_DECLARED = 1_000
"""Meta and link elements that are read, each; ordinary heads have 20 to 100."""

LONGEST_VALUE = 10_000
"""Characters kept of a meta value."""


_RELATIONS = frozenset({"canonical", "next"})
_LINKS = ",".join(f'link[rel*="{relation}" i][href]' for relation in sorted(_RELATIONS))
"""The parser sorts out most links of a head, such as styles and icons, faster than a look at each of them does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link element: its relations in lower case, and its absolute address."""

    relations: frozenset[str]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The declarations of a page. Addresses in it are relative to ``base``.

    ``metas`` has the contents by name, property or itemprop, in lower case.
    """

    url: str
    base: str
    title: str
    language: str
    metas: dict[str, tuple[str, ...]]
    links: tuple[Link, ...]
    refresh: str
    objects: tuple[JsonObject, ...]

    def said(self, *names: str) -> list[Said]:
        """Give the first value of each of these names that the page has."""
        return [Said(value=self.metas[name][0], source=f"meta {name}") for name in names if name in self.metas]

    def link(self, relation: str) -> str | None:
        """Give the address of the first link of a relation."""
        return next((link.url for link in self.links if relation in link.relations), None)


def read_head(tree: LexborHTMLParser, url: str, in_body: Sequence[LexborNode] = ()) -> Head:
    """Give what the page declares. ``in_body`` are its meta and script elements outside of the head."""
    top = tree.head or tree.root
    base_node = top.css_first("base[href]") if top is not None else None
    base = absolute((base_node.attributes.get("href") or "") if base_node else "", url) or url
    metas, refresh = _metas([*(top.css("meta") if top is not None else ()), *_named(in_body, "meta")])
    title = (top.css_first("title") if top is not None else None) or tree.css_first("title")
    scripts = [*(top.css("script") if top is not None else ()), *_named(in_body, "script")][:MOST_DECLARED]
    return Head(
        url=url,
        base=base,
        title=fold_space(title.text(deep=True))[:LONGEST_VALUE] if title else "",
        language=_language(tree, metas),
        metas=metas,
        links=_links(top, base) if top is not None else (),
        refresh=refresh,
        objects=read_json_ld(node.text(deep=True) or "" for node in scripts if _is_json_ld(node)),
    )


def absolute(address: str, base: str) -> str | None:
    """Give an http(s) address made absolute; ``None`` where there is none or it cannot be read."""
    address = address.strip()
    if not address or len(address) > LONGEST_VALUE:
        return None
    try:
        joined = urljoin(base, address)
    except ValueError:  # brackets that hold no address
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def _named(nodes: Sequence[LexborNode], tag: str) -> list[LexborNode]:
    return [node for node in nodes if node.tag == tag]


def _is_json_ld(node: LexborNode) -> bool:
    return "ld+json" in (node.attributes.get("type") or "").lower()


def _metas(nodes: Sequence[LexborNode]) -> tuple[dict[str, tuple[str, ...]], str]:
    metas: dict[str, tuple[str, ...]] = {}
    refresh = ""
    for node in nodes[:MOST_DECLARED]:
        attributes = node.attributes
        content = fold_space((attributes.get("content") or "")[:LONGEST_VALUE])
        if not content:
            continue
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            refresh = refresh or ("" if _without_scripts(node) else content)
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(attribute) or "").strip().lower()
            if name:
                metas[name] = (*metas.get(name, ()), content) if len(metas.get(name, ())) < 50 else metas[name]  # noqa: PLR2004
    return metas, refresh


def _without_scripts(node: LexborNode) -> bool:
    """Say whether an element is meant for browsers without scripts only: a page never sends its readers there."""
    return node.parent is not None and node.parent.tag == "noscript"


def _links(top: LexborNode, base: str) -> tuple[Link, ...]:
    links: list[Link] = []
    for node in top.css(_LINKS)[:MOST_DECLARED]:
        attributes = node.attributes
        relations = frozenset((attributes.get("rel") or "").lower().split())
        url = absolute(attributes.get("href") or "", base) if relations & _RELATIONS else None
        if url:
            links.append(Link(relations=relations, url=url))
    return tuple(dict.fromkeys(links))


def _language(tree: LexborHTMLParser, metas: dict[str, tuple[str, ...]]) -> str:
    attributes = tree.root.attributes if tree.root is not None else {}
    named = attributes.get("lang") or attributes.get("xml:lang") or ""
    if not named.strip():
        named = next((metas[name][0] for name in ("content-language", "dc.language", "og:locale") if name in metas), "")
    return named.strip()[:35].replace("_", "-")
