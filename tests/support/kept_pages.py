"""Pages as the snapshot store keeps them: one that could be read, and one that could not."""

from verifier.fetching import Access, Hop, Snapshot

URL = "https://example.org/pier"
BODY = b"<html><body><p>The pier is being repaired.</p></body></html>"


def good(url: str = URL, body: bytes = BODY, at: str = "2026-03-01T12:00:00Z") -> Snapshot:
    """A page that could be read."""
    headers = (("content-type", "text/html"), ("etag", '"1"'))
    chain = (Hop(url=url, status=200),)
    return Snapshot(url=url, access=Access.OK, reason="HTTP 200 OK", fetched_at=at, final_url=url, status=200,
                    headers=headers, chain=chain, body=body)  # fmt: skip


def failed(url: str = URL, at: str = "2026-03-02T12:00:00Z") -> Snapshot:
    """A page that could not be read this time."""
    return Snapshot(url=url, access=Access.TEMPORARY, reason="HTTP 503", fetched_at=at, status=503)
