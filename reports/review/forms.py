"""What a form sent: fields, and the file of an upload, read within bounds and without another library."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST_FORM = 12 * 1024 * 1024
"""Bytes; a source's own text or PDF, as much as the fetcher would read."""
MOST_FIELDS = 40
"""Fields of a form that are read; the largest of ours has ten."""


class FormTooLargeError(Exception):
    """More was sent than a form of ours holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form, the last of equal names; ``upload`` is the file sent and its name, ``None`` for none."""

    fields: Mapping[str, str] = field(default_factory=dict)
    upload: tuple[str, bytes] | None = None

    def get(self, name: str) -> str:
        """Give a field, ``""`` when it was not sent."""
        return self.fields.get(name, "")


async def read_form(request: Request) -> Form:
    """Give the form of a request; what is no form has no fields.

    Raises:
        FormTooLargeError: the body has more than ``LARGEST_FORM`` bytes.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise FormTooLargeError
    return form_in(bytes(body), request.headers.get("content-type", ""))


def form_in(body: bytes, content_type: str) -> Form:
    """Give the form in these bytes, by its content type."""
    boundary = re.match(r"multipart/form-data; ?boundary=\"?([\w'()+,./:=?-]{1,70})\"?$", content_type)
    if boundary:
        return _multipart(body, boundary[1].encode())
    if not content_type.startswith("application/x-www-form-urlencoded"):
        return Form()
    try:
        pairs = parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return Form()
    return Form(fields=dict(pairs))


def _multipart(body: bytes, boundary: bytes) -> Form:
    fields: dict[str, str] = {}
    upload = None
    for part in body.split(b"--" + boundary, MOST_FIELDS)[1:]:
        head, mark, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'\bname="([^"\r\n]{1,80})"', head)
        if not mark or not name:
            continue
        file_name = re.search(rb'\bfilename="([^"\r\n]{0,300})"', head)
        content = content.removesuffix(b"\r\n")
        if not file_name:
            fields[name[1].decode("utf-8", "replace")] = content.decode("utf-8", "replace")
        elif content:
            upload = (file_name[1].decode("utf-8", "replace"), content)
    return Form(fields=fields, upload=upload)
