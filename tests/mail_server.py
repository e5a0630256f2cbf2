"""A real SMTP server on this machine, in a thread of its own; it keeps what it is given."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

FROM = "bot@example.org"


@dataclass
class MailServer:
    """Takes mails while `is_up`. `answers` come before its own, one for each address it is given."""

    options: dict[str, Any] = field(default_factory=dict)
    wraps: ssl.SSLContext | None = None  # TLS from the first byte
    answers: list[str] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signed_in: list[tuple[bytes, bytes]] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._server: asyncio.Server | None = None
        self.starts()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from={FROM}"

    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(each, policy=policy.default) for each in self.taken]

    def starts(self) -> None:
        """Listen, at the port of before if there was one."""
        self._server = self._run(self._listen())
        self.port = self._server.sockets[0].getsockname()[1]

    def stops(self) -> None:
        """Nobody answers at its port any more."""
        if self._server is not None:
            self._run(self._closed(self._server))
            self._server = None

    def close(self) -> None:
        self.stops()
        self._run(asyncio.sleep(0.01))  # connections that are said goodbye to
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    # --- what aiosmtpd calls

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.answers:
            return self.answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        return "250 OK"

    def authenticates(
        self, _server: Any, _session: Any, _envelope: Any, _way: str, given: Any
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.signed_in.append((given.login, given.password))
        return AuthResult(success=given.password == b"sesame", handled=False)

    # --- inside

    async def _listen(self) -> asyncio.Server:
        return await asyncio.get_running_loop().create_server(
            self._connection, "127.0.0.1", self.port, ssl=self.wraps
        )

    async def _closed(self, server: asyncio.Server) -> None:
        """In the loop's own thread: a connection may be ending there at this very moment."""
        server.close()
        await server.wait_closed()

    def _connection(self) -> SMTP:
        self.connections += 1
        return SMTP(self, hostname="mail.example.org", loop=self._loop, **self.options)

    def _run(self, act: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(timeout=10)


@contextmanager
def mail_server(**options: Any) -> Iterator[MailServer]:
    server = MailServer(**options)
    try:
        yield server
    finally:
        server.close()
