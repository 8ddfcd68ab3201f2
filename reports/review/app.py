"""The pages of the desk: addresses, what each shows, and what a form does. Every change ends in a redirect."""

from contextlib import suppress
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from citations.errors import CitationError
from reports.decisions.values import LONGEST_NOTE
from reports.review.acting import act, brought
from reports.review.addresses import filter_from, number_in, redirect, said
from reports.review.choosing import STATES, Filter
from reports.review.desk import Desk
from reports.review.forms import FormTooLargeError, read_form
from reports.review.items import Item
from reports.review.progress import Progress, by_article, ending
from reports.review.rendering import page, static
from reports.review.showing import show
from reports.words import ACCESS_WORDS

ROWS = 100
"""Items on one page of the list; a longer one is slow to scroll and to find a row in."""

_KEYS_COOKIE = "provenote-keys"
_YEAR = 365 * 24 * 3600
"""Seconds that the choice to have no single keys is remembered."""


_TOO_LARGE = CitationError("the file is too large to keep", "12 MB at most")
_READ_MEANWHILE = CitationError("not kept: that source has been read meanwhile", "this is the list as it is now")


def desk_app(desk: Desk, start: Filter) -> Starlette:
    """Give the desk as an application; ``start`` is the filter that it opens with."""
    pages = _Pages(desk, start)
    return Starlette(
        routes=[
            Route("/", pages.home),
            Route("/next", pages.go_on),
            Route("/item/{article:int}/{key}", pages.item),
            Route("/item/{article:int}/{key}", pages.act, methods=["POST"]),
            Route("/item/{article:int}/{key}/undo", pages.undo_from, methods=["POST"]),
            Route("/undo", pages.undo, methods=["POST"]),
            Route("/again", pages.again, methods=["POST"]),
            Route("/keys", pages.keys, methods=["POST"]),
            Route("/list", pages.every),
            Route("/unread", pages.unread),
            Route("/unread/{mark}", pages.bring, methods=["POST"]),
            Route("/done", pages.done),
            Route("/static/{name}", static),
        ],
        exception_handlers={404: pages.missing},
    )


class _Pages:
    """The pages of one desk."""

    def __init__(self, desk: Desk, start: Filter) -> None:
        self.desk, self.start = desk, start

    async def home(self, request: Request) -> Response:
        if len(self.desk.material.audit.articles) > 1:
            return self._list(request, self.start)
        return redirect("/next", self.start.query)

    async def go_on(self, request: Request) -> Response:
        """Go to the next item that waits."""
        chosen = filter_from(request.query_params)
        return self._to_next(chosen, after=0)

    async def item(self, request: Request) -> Response:
        return self._item(request, self._find(request))

    async def act(self, request: Request) -> Response:
        """Do what the pressed button says, then show the next item; what cannot be saved is shown at once."""
        item, chosen = self._find(request), filter_from(request.query_params)
        try:
            form = await read_form(request)
            done = await run_in_threadpool(act, self.desk, item, form)
        except FormTooLargeError:
            return self._item(request, item, refused=_TOO_LARGE)
        except CitationError as error:
            return self._item(request, item, refused=error, note=form.get("note"))
        if form.get("do") in ("note", "copy"):
            return redirect(item.address, chosen.query, did=done)
        return self._to_next(chosen, after=item.number, did=done)

    async def unread(self, request: Request) -> Response:
        """Show the sources that could not be read, each with a form to bring its text."""
        return self._unread(request)

    async def bring(self, request: Request) -> Response:
        """Keep the text that the reviewer brought for a source, and check the articles again with it."""
        mark = request.path_params["mark"]
        chosen = next((one for one in self.desk.unread() if one.mark == mark), None)
        if chosen is None:
            return self._unread(request, _READ_MEANWHILE)
        try:
            body, name = brought(await read_form(request))
            label = chosen.source.labels[0] if chosen.source.labels else ""
            await run_in_threadpool(self.desk.lay_copy, chosen.path, chosen.source.url, label, body, name)
        except FormTooLargeError:
            return self._unread(request, _TOO_LARGE)
        except CitationError as error:
            return self._unread(request, error)
        return redirect("/unread", "", did="copy")

    def _unread(self, request: Request, refused: CitationError | None = None) -> Response:
        return self._page(
            request,
            "unread.html",
            status=409 if refused else 200,
            refused=refused,
            every=self.desk.unread()[:ROWS],
            several=len(self.desk.material.audit.articles) > 1,
            words=ACCESS_WORDS,
            can_copy=self.desk.around.lay_copy is not None,
        )

    async def undo_from(self, request: Request) -> Response:
        """Take back the last step, and keep the note that was typed on the item where the key was pressed."""
        with suppress(FormTooLargeError):
            form = await read_form(request)
            await run_in_threadpool(self.desk.keep_draft, self._find(request), form.get("note")[:LONGEST_NOTE])
        return await self.undo(request)

    async def undo(self, request: Request) -> Response:
        """Take back the last step, and show its item."""
        try:
            item = await run_in_threadpool(self.desk.undo)
        except CitationError as error:
            return self._list(request, Filter(), refused=error)
        return redirect(item.address if item else "/list", "", did="undone" if item else "nothing")

    async def again(self, request: Request) -> Response:
        """Check the articles again as they are now, after one was edited."""
        try:
            await run_in_threadpool(self.desk.read_again)
        except CitationError as error:
            return self._list(request, Filter(), refused=error)
        return self._to_next(self.start, after=0, did="again")

    async def keys(self, request: Request) -> Response:
        """Switch single keys on or off, and remember it."""
        form = await read_form(request)
        back = urlsplit(form.get("back"))
        answer = redirect(back.path if back.path.startswith("/item/") else "/list", back.query if back.path else "")
        value = "off" if form.get("keys") == "off" else "on"
        answer.set_cookie(_KEYS_COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict")
        return answer

    async def every(self, request: Request) -> Response:
        return self._list(request, filter_from(request.query_params))

    async def done(self, request: Request) -> Response:
        """Say that nothing waits, and what the decisions mean."""
        end = ending(self.desk)
        return self._page(request, "done.html", **asdict(end))

    async def missing(self, request: Request, error: Exception) -> Response:
        """Say that an item is gone, which happens when the article was checked again meanwhile."""
        del error
        advice = "The item is no longer flagged, or the address is wrong."
        return self._page(request, "missing.html", status=404, heading="There is nothing here", advice=advice)

    def _find(self, request: Request) -> Item:
        item = self.desk.item(request.path_params["article"], request.path_params["key"])
        if item is None:
            raise HTTPException(404)
        return item

    def _to_next(self, chosen: Filter, *, after: int, did: str = "") -> Response:
        item = self.desk.next_open(chosen, after)
        return redirect(item.address if item else "/done", chosen.query, did=did)

    def _item(
        self, request: Request, item: Item, *, refused: CitationError | None = None, note: str | None = None
    ) -> Response:
        asked = request.query_params
        chosen = filter_from(asked)
        shown = show(
            self.desk, item, at=asked.get("at", ""), query=asked.get("q", "")[:200], far=asked.get("far") == "1"
        )
        numbers = [other for other, _ in self.desk.chosen(chosen)]
        return self._page(
            request,
            "item.html",
            status=409 if refused else 200,
            shown=shown,
            refused=refused,
            note=self.desk.note_on(item) if note is None else note,
            previous=next((other for other in reversed(numbers) if other.number < item.number), None),
            next=next((other for other in numbers if other.number > item.number), None),
            chosen_fields=parse_qsl(chosen.query),
            has_text=bool(self.desk.text_of(item)),
            can_copy=self.desk.around.lay_copy is not None,
            far=asked.get("far") == "1",
        )

    def _list(self, request: Request, chosen: Filter, *, refused: CitationError | None = None) -> Response:
        every = self.desk.chosen(chosen)
        pages = max(1, -(-len(every) // ROWS))
        page = min(max(number_in(request.query_params.get("page", "")) or 1, 1), pages)
        return self._page(
            request,
            "list.html",
            status=409 if refused else 200,
            heading="What was flagged",
            chosen=chosen,
            refused=refused,
            articles=by_article(self.desk),
            states=STATES,
            rules=sorted({item.finding.rule for item in self.desk.items}),
            rows=every[(page - 1) * ROWS : page * ROWS],
            found=len(every),
            waiting=sum(status.waits for _, status in every),
            page=page,
            pages=pages,
        )

    def _page(self, request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
        statuses = self.desk.statuses()
        done = sum(not one.waits for one in statuses)
        known: dict[str, Any] = {
            "progress": Progress(done=done, total=len(statuses)),
            "chosen": filter_from(request.query_params),
            "keys_on": request.cookies.get(_KEYS_COOKIE) != "off",
            "unread_count": len(self.desk.unread()),
            "can_undo": self.desk.can_undo,
            "problem": self.desk.problem(),
            "changed": self.desk.material.changed,
            "refused": None,
            "did": said(request.query_params.get("did", "")),
            "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        }
        return page(name, known | values, status)
