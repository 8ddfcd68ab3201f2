"""Templates and files of the desk, as they lie in the package."""

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reports.one_line import harmless, opened
from reports.places import located, place_words
from reports.review.keys import DECISION_KEYS, OTHER_KEYS, STATE_WORDS
from reports.words import MARK_WORDS

_STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}


def page(name: str, values: dict[str, Any], status: int) -> Response:
    """Give the page that a template makes of the values; every value is escaped, and shown without what steers a text.

    What the reviewer typed goes back into its field as it was: ``{{ note | e }}``.
    """
    html = _templates().get_template(name).render(**values)
    return Response(html.encode("utf-8", "replace"), status_code=status, media_type="text/html")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports.review"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"opened": opened, "place": place_words, "located": located}
    environment.globals |= {
        "decision_keys": DECISION_KEYS,
        "mark_words": MARK_WORDS,
        "other_keys": OTHER_KEYS,
        "state_words": STATE_WORDS,
    }
    return environment


def _shown(value: object) -> object:
    """Give a text with "�" for controls and changes of direction; what is markup already stays as it is."""
    return harmless(value) if type(value) is str else value


@cache
def _file(name: str) -> bytes:
    return resources.files("reports.review").joinpath("static", name).read_bytes()


async def static(request: Request) -> Response:
    """Give our style, script or sign."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    return Response(_file(name), media_type=_STATIC[name])
