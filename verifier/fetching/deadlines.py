"""One deadline for a page, over all its redirects and retries."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from verifier.fetching.base import Access
from verifier.fetching.politeness import Sleep
from verifier.fetching.refusals import Refusal


class Deadline:
    """The seconds that a page may still take. Only time spent under ``running`` counts, not that of politeness."""

    def __init__(self, total_s: float) -> None:
        self._total_s = total_s
        self.left_s = total_s

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let the time run.

        Raises:
            Refusal: too-slow, when it is up.
        """
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self.left_s):
                yield
        except TimeoutError as error:
            raise Refusal(Access.TOO_SLOW, f"not there after {self._total_s:g} seconds") from error
        finally:
            self.left_s = max(0.0, self.left_s - (loop.time() - began))

    async def pause(self, seconds: float, sleep: Sleep) -> bool:
        """Wait before a retry; false, and no wait, when the retry would come too late anyway."""
        if seconds >= self.left_s:
            return False
        self.left_s -= seconds
        await sleep(seconds)
        return True
