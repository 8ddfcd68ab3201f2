"""What a form of the desk asks for: a decision, a note, a copy of a source."""

from citations.errors import CitationError
from reports.decisions.values import LONGEST_NOTE, DecisionState
from reports.review.desk import Desk
from reports.review.forms import Form
from reports.review.items import Item
from reports.review.showing import decided_passage


def act(desk: Desk, item: Item, form: Form) -> str:
    """Do what a form asks for and say what was done, as a word for the address of the next page."""
    wanted, seen, note = form.get("do"), form.get("seen") or None, form.get("note")[:LONGEST_NOTE]
    decision = desk.status(item).decision
    if wanted == "skip":
        desk.keep_draft(item, note)
    elif wanted == "copy":
        _keep_copy(desk, item, form)
    elif wanted == "note" and decision:
        desk.annotate(item, decision, note, seen=seen)
    elif wanted in tuple(DecisionState):
        passage = decided_passage(desk, item, form.get("at"))
        desk.decide(item, DecisionState(wanted), note=note, passage=passage, seen=seen)
    else:
        return ""
    return wanted


def _keep_copy(desk: Desk, item: Item, form: Form) -> None:
    finding = item.finding
    desk.lay_copy(item.path, finding.url, finding.label or "", *brought(form))


def brought(form: Form) -> tuple[bytes, str]:
    """Give the text that was pasted or uploaded, and a name for its file.

    Raises:
        CitationError: there is none.
    """
    name, body = form.upload or ("", form.get("pasted").encode("utf-8", "replace"))
    if not body.strip():
        message = "nothing was pasted and no file was chosen"
        raise CitationError(message)
    return body, name or "pasted.txt"
