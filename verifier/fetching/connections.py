"""One HTTP/1.1 connection, one GET after the other: the protocol is h11's, the limits are ours."""

import asyncio
import ssl
from collections.abc import AsyncIterator

import h11

from verifier.fetching.base import Access
from verifier.fetching.network import StampedReader, words_of
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import Limits

READ_BYTES = 64 << 10
MAX_EVENT = 100 << 10
"""Bytes of one head, or of one chunk's head, before h11 gives up."""


class Connection:
    """A connection to one origin, or to the proxy that stands in for it."""

    def __init__(self, reader: StampedReader, writer: asyncio.StreamWriter, limits: Limits, host: str) -> None:
        self._reader, self._writer, self._limits, self._host = reader, writer, limits, host
        self._wire = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_EVENT)
        self.used = False
        """Whether it has served a request: the server may have closed it since."""
        self.rests_since = 0.0

    @property
    def usable(self) -> bool:
        """Whether it can take the next request, as far as is known here."""
        closed = self._reader.at_eof() or self._writer.transport.is_closing()
        return not closed and self._wire.our_state is h11.IDLE

    async def ask(self, target: bytes, headers: list[tuple[bytes, bytes]]) -> h11.Response:
        """Send a GET and give the head of the answer; interim answers are passed over.

        Raises:
            Refusal: there is no answer, or none that is HTTP.
        """
        request = self._wire.send(h11.Request(method="GET", target=target, headers=headers))
        try:
            self._writer.write((request or b"") + (self._wire.send(h11.EndOfMessage()) or b""))
        except (OSError, RuntimeError) as error:
            raise self._broken(error) from error
        read = 0
        while True:
            event = self._next_event()
            if event is h11.NEED_DATA:
                read += await self._read()
                if read > self._limits.head_bytes:
                    raise Refusal(Access.PROTOCOL_ERROR, f"{self._host} sends headers without end")
            elif isinstance(event, h11.Response):
                self.used = True
                return event
            elif event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                raise Refusal(
                    Access.PROTOCOL_ERROR, f"{self._host} closed the connection without an answer", again=True
                )

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes off the wire.

        Raises:
            Refusal: it ends too early, or stalls.
        """
        while True:
            event = self._next_event()
            if event is h11.NEED_DATA:
                await self._read()
            elif isinstance(event, h11.Data):
                yield bytes(event.data)
            else:
                return

    @property
    def fed_at(self) -> float:
        """When the last bytes came, by the clock of the loop."""
        return self._reader.fed_at

    def rest(self, now: float) -> bool:
        """Make ready for the next request; false where the connection cannot serve another.

        What came already of an unread body is passed over, as long as nothing has to be waited for. A server that
        sends more than it was asked for would answer the next request with it: such a connection ends.
        """
        try:
            while self._wire.their_state is h11.SEND_BODY and isinstance(self._wire.next_event(), h11.Data):
                pass
        except h11.ProtocolError:
            return False
        if (
            self._wire.trailing_data[0]
            or self._wire.our_state is not h11.DONE
            or self._wire.their_state is not h11.DONE
        ):
            return False
        self._wire.start_next_cycle()
        self.rests_since = now
        return self.usable

    def close(self) -> None:
        """End it without waiting for the other side's goodbye."""
        self._writer.transport.abort()

    def _next_event(self) -> "type[h11.NEED_DATA | h11.PAUSED] | h11.Event":
        try:
            return self._wire.next_event()
        except h11.ProtocolError as error:
            reason = f"{self._host} does not speak HTTP properly: {str(error)[:200]}"
            raise Refusal(Access.PROTOCOL_ERROR, reason) from error

    async def _read(self) -> int:
        try:
            async with asyncio.timeout(self._limits.read_s):
                piece = await self._reader.read(READ_BYTES)
        except TimeoutError as error:
            reason = f"{self._host} sent nothing for {self._limits.read_s:g} seconds"
            raise Refusal(Access.TOO_SLOW, reason, again=self._wire.their_state is h11.SEND_RESPONSE) from error
        except OSError as error:
            raise self._broken(error) from error
        if not piece and self._wire.their_state is h11.SEND_RESPONSE and not self._wire.trailing_data[0]:
            reason = f"{self._host} closed the connection without an answer"
            raise Refusal(Access.PROTOCOL_ERROR, reason, again=True)
        self._wire.receive_data(piece)
        return len(piece)

    def _broken(self, error: Exception) -> Refusal:
        reason = f"the connection to {self._host} broke: {words_of(error)}"
        if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
            return Refusal(Access.TLS_ERROR, reason)
        return Refusal(Access.PROTOCOL_ERROR, reason, again=True)
