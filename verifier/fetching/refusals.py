"""A fetch that ends early, inside this package only: outside, every end is a snapshot."""

from verifier.fetching.base import Access


class Refusal(Exception):  # noqa: N818 - it is an answer on its way up, not an error of ours
    """Why a page cannot be had. ``again`` says that the same request may well succeed a moment later."""

    def __init__(self, access: Access, reason: str, *, again: bool = False) -> None:
        self.access = access
        self.reason = reason
        self.again = again
        super().__init__(f"{access}: {reason}")
