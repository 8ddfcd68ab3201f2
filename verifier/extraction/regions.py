"""Which region of a page an element opens, by its tag, role, and the words of its class and id."""

import re
from functools import lru_cache
from itertools import pairwise

from verifier.extraction.base import PartKind, words

TAG_REGIONS = {
    "nav": PartKind.NAVIGATION,
    "menu": PartKind.NAVIGATION,
    "footer": PartKind.NOTICE,
    "aside": PartKind.RELATED,
    "noscript": PartKind.NOTICE,
    "dialog": PartKind.NOTICE,
    "select": PartKind.NAVIGATION,
    "datalist": PartKind.NAVIGATION,
}
ROLE_REGIONS = {
    "navigation": PartKind.NAVIGATION,
    "menu": PartKind.NAVIGATION,
    "menubar": PartKind.NAVIGATION,
    "search": PartKind.NAVIGATION,
    "banner": PartKind.NAVIGATION,
    "contentinfo": PartKind.NOTICE,
    "complementary": PartKind.RELATED,
    "dialog": PartKind.NOTICE,
    "alertdialog": PartKind.NOTICE,
    "alert": PartKind.NOTICE,
}

_WORDS = {
    PartKind.COMMENTS: words(
        "comment comments commentlist commentarea disqus respond discussion kommentare kommentar leserkommentare "
        "commentaires comentarios commenti reacties"
    ),
    PartKind.NAVIGATION: words(
        "nav navi navbar navigation menu menus submenu megamenu breadcrumb breadcrumbs pagination pager toolbar "
        "topbar toc skip skiplink sitemap masthead langs"
    ),
    PartKind.RELATED: words(
        "related recommended recommendation recommendations recirc recirculation sidebar aside teaser teasers trending "
        "popular mostread mostpopular readmore readnext readalso alsoread seealso moreon morefrom morestories "
        "furtherreading latestnews ticker outbrain taboola widgets upsell crosslinks promo promos promoted"
    ),
    PartKind.NOTICE: words(
        "cookie cookies consent gdpr newsletter subscribe subscription signup advert adverts advertisement "
        "ad ads adslot sponsor sponsored share sharing sharebar social socials copyright legal disclaimer modal popup "
        "overlay footer feedback login"
    ),
}
_KIND_OF_WORD = {word: kind for kind, names in _WORDS.items() for word in names}

_NOT_ABOUT_ITSELF = frozenset({"has", "with", "no", "is", "hide", "show", "js", "not", "without"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

LONGEST_NAMES = 400
"""Characters of class and id that are looked at; the rest of a longer list is utility classes."""

MOST_PARTS = 6
"""Words of a name; one with more is made of a headline ("minister-promoted-to-the-head-of-the-navy")."""


@lru_cache(maxsize=16_384)
def named_region(names: str) -> PartKind | None:
    """Give the region that the words of a class or an id speak of; ``None`` for content and for no known word.

    One name at a time is looked at: ``comment-list`` is one, ``most-read`` too, but a name that says what its element
    has or lacks, as ``content-with-sidebar`` does, speaks of another element.
    """
    names = names[:LONGEST_NAMES]
    if not names.islower():
        names = _CAMEL.sub("-", names).lower()
    for name in names.split():
        parts = name.replace("_", "-").split("-")
        if len(parts) <= MOST_PARTS and _NOT_ABOUT_ITSELF.isdisjoint(parts):
            both = [one + two for one, two in pairwise(parts)]
            kind = next((_KIND_OF_WORD[word] for word in (*parts, *both) if word in _KIND_OF_WORD), None)
            if kind is not None:
                return kind
    return None
