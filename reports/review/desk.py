"""The desk itself, without any page: items, where they stand, and what a reviewer does to them.

The decisions files are the truth: they are looked at before every answer, so that another window, the terminal or an
editor is seen at once.
"""

from collections.abc import Mapping
from pathlib import Path
from threading import RLock

from citations.errors import CitationError
from reports.decisions.folding import folded
from reports.decisions.journal import Step
from reports.decisions.values import Decision, DecisionState, decision_on, with_note
from reports.review.books import Book
from reports.review.choosing import Filter, Status, next_waiting
from reports.review.items import Item, UnreadSource, items_of, unread_in
from reports.review.material import AuditProvider, Material, Surroundings
from reports.review.passages import likeness

ALIKE = 0.5
"""Share of words that two claims must have in common for one to be the other reworded; a guess, by eye."""


class Desk:
    """What every face of the review shares: the pages, and the terminal."""

    def __init__(self, provider: AuditProvider, around: Surroundings, *, information: bool = False) -> None:
        self.around = around
        self._drafts: dict[str, str] = {}
        """Notes that were typed and not saved, by fingerprint; lost with the run."""
        self._provider = provider
        self._information = information
        self._lock = RLock()
        self._books: dict[Path, Book] = {}
        self._folded: dict[str, str] = {}
        self._every: tuple[Status, ...] = ()
        self._seen_versions: list[int] = []
        self.material: Material
        self.items: tuple[Item, ...]
        self._take(provider())

    def problem(self) -> CitationError | None:
        """Give what keeps the decisions from being read now, ``None`` when all is well."""
        with self._lock:
            for book in self._books.values():
                try:
                    book.file.read()
                except CitationError as error:
                    return error
        return None

    def statuses(self) -> tuple[Status, ...]:
        """Give where each item stands now, in the order of the items."""
        with self._lock:
            for book in self._books.values():
                book.refresh()
            versions = [book.version for book in self._books.values()]
            if versions != self._seen_versions:
                self._every = tuple(self._by_article[item.article].status_of(item) for item in self.items)
                self._seen_versions = versions
            return self._every

    def status(self, item: Item) -> Status:
        """Give where one item stands now."""
        with self._lock:
            book = self._by_article[item.article]
            book.refresh()
            return book.status_of(item)

    def reworded(self, item: Item) -> Decision | None:
        """Give a decision on a claim of nearly the same words with the same source and rule, that no item asks for.

        It is shown to the reviewer of the new words, and never carried over by itself. ``None`` where there is none.
        """
        with self._lock:
            unused = self._by_article[item.article].decisions_without(self._keys)
        alike = (one for one in unused if one.rule == item.finding.rule and one.url == item.finding.url)
        ranked = ((likeness(one.claim, item.finding.subject), one) for one in alike)
        best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
        return best[1] if best[0] >= ALIKE else None

    def item(self, article: int, key: str) -> Item | None:
        """Give an item by its article and fingerprint, ``None`` when it is not flagged."""
        return self._by_key.get((article, key))

    def chosen(self, chosen: Filter) -> tuple[tuple[Item, Status], ...]:
        """Give the items that pass a filter, each with where it stands."""
        pairs = tuple(zip(self.items, self.statuses(), strict=True))
        if chosen == Filter():
            return pairs  # by far the most frequent, for thousands of items after each key
        return tuple((item, status) for item, status in pairs if chosen.shows(item, status))

    def next_open(self, chosen: Filter, after: int = 0) -> Item | None:
        """Give the next item that waits, going round once; ``None`` when all that pass the filter are decided."""
        pairs = self.chosen(chosen)
        return next_waiting([item for item, _ in pairs], [status.waits for _, status in pairs], after)

    def decide(
        self, item: Item, state: DecisionState, *, note: str = "", passage: str | None = None, seen: str | None = None
    ) -> Decision:
        """Save a decision and give it. ``seen`` is the mark of the decision that the reviewer saw, ``None`` for any.

        Raises:
            DecidedMeanwhileError: the decision is no longer the one that was seen.
            CitationError: it cannot be saved, and why.
        """
        decision = decision_on(
            item.finding,
            state,
            today=self.around.today(),
            note=note,
            reviewer=self.around.reviewer,
            passage=passage,
        )
        self._change(item, decision, seen)
        self._drafts.pop(item.key, None)
        return decision

    def annotate(self, item: Item, decision: Decision, note: str, *, seen: str | None = None) -> None:
        """Save another note on the decision on an item. ``seen`` as in ``decide``.

        Raises:
            DecidedMeanwhileError: the decision is no longer the one that was seen.
            CitationError: it cannot be saved, and why.
        """
        self._change(item, with_note(decision, note), seen)
        self._drafts.pop(item.key, None)

    def note_on(self, item: Item) -> str:
        """Give the note on an item: the one that was typed and not saved, else that of its decision."""
        return self._drafts.get(item.key, self._saved_note(item))

    def keep_draft(self, item: Item, note: str) -> None:
        """Remember a note that was typed on an item and not saved, for when the reviewer comes back to it."""
        if note == self._saved_note(item):
            self._drafts.pop(item.key, None)
        else:
            self._drafts[item.key] = note

    def _saved_note(self, item: Item) -> str:
        decision = self.status(item).decision
        return decision.note if decision else ""

    def undo(self) -> Item | None:
        """Take back the last step that was saved, of this run or an earlier one, and give its item.

        ``None`` when there is nothing to take back, or what it was about is no longer flagged. The note of a decision
        that is gone stays as it was typed.

        Raises:
            CitationError: the decision was changed by somebody else since, or cannot be saved.
        """
        with self._lock:
            while True:
                books = [book for book in self._books.values() if book.journal.last]
                if not books:
                    return None
                book = max(books, key=lambda one: one.journal.last.at if one.journal.last else "")
                step = book.journal.last
                if step and book.take_back(step):
                    return self._taken_back(book, step)

    def _taken_back(self, book: Book, step: Step) -> Item | None:
        items = (item for item in self.items if item.key == step.fingerprint)
        item = next((item for item in items if self._by_article[item.article] is book), None)
        if item is not None and step.before is None and step.after is not None:
            self.keep_draft(item, step.after.note)
        return item

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return any(book.journal.last for book in self._books.values())

    def text_of(self, item: Item) -> str | None:
        """Give the source text that an item is about, ``None`` where it could not be read."""
        url = item.finding.url or (item.source.url if item.source else "")
        return self.material.texts.get(url)

    def unread(self) -> tuple[UnreadSource, ...]:
        """Give the sources that could not be read, in the order of the articles."""
        return self._unread

    def lay_copy(self, article: str, url: str, label: str, body: bytes, name: str) -> Path:
        """Keep the reviewer's own copy of a source, and make the audit again with it.

        ``url`` is empty for a source without a link, which the note's ``label`` then names.

        Raises:
            CitationError: the copy cannot be kept, and why.
        """
        layer = self.around.lay_copy
        if layer is None:
            message = "own copies cannot be kept in this run"
            raise CitationError(message)
        place = layer(article, url, label, body, name)
        self.read_again()
        return place

    def read_again(self) -> None:
        """Make the audit anew from the files as they are now. Decisions and drafts stay.

        Raises:
            CitationError: no article can be read any more; the desk stays as it was.
        """
        material = self._provider()
        with self._lock:
            self._take(material)

    def _take(self, material: Material) -> None:
        self.material = material
        self._seen_versions = []
        self.items = items_of(material, information=self._information)
        self._unread = unread_in(material)
        self._keys = frozenset(item.key for item in self.items)
        self._by_key: Mapping[tuple[int, str], Item] = {(item.article, item.key): item for item in self.items}
        self._folded.clear()
        self._by_article: list[Book] = []
        for article in material.audit.articles:
            path = self.around.decisions_path(article.path)
            if path not in self._books:
                self._books[path] = Book(path, self.around)
            self._by_article.append(self._books[path])
        for book in self._books.values():
            book.forget(self._folded_text)

    def _folded_text(self, url: str) -> str | None:
        if url not in self.material.texts:
            return None
        if url not in self._folded:
            self._folded[url] = folded(self.material.texts[url])
        return self._folded[url]

    def _change(self, item: Item, decision: Decision | None, seen: str | None) -> None:
        with self._lock:
            self._by_article[item.article].change(item.key, decision, seen)
