"""The door to the mail server: hands one mail in, and judges what came of it."""

import asyncio
import hashlib
import smtplib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TypeVar

from bot.records.outbox import OutboxRow
from bot.rules.mail_server import MailServer, Security
from bot.verdicts import Outcome, Verdict

T = TypeVar("T")
_TIME_OUT_SECONDS = 20.0  # of each thing that is waited for
# Of all of it: a server that answers one byte at a time never lets the other time-out come.
_ALTOGETHER_SECONDS = 90.0
_REFUSED_FOR_GOOD = 500  # SMTP's codes from here on: don't try the same again (RFC 5321, 4.2.1)


class MailGateway:
    """One SMTP server. Nothing is said to another machine, not even who we are, without TLS and a
    certificate that the machine trusts; `trusted` says what that is, where not the usual."""

    def __init__(
        self,
        server: MailServer,
        trusted: ssl.SSLContext | None = None,
        time_out_seconds: float = _TIME_OUT_SECONDS,
    ) -> None:
        self._server = server
        self._time_out = time_out_seconds
        self._trusted = trusted or ssl.create_default_context()

    async def send(self, row: OutboxRow, now: datetime) -> Verdict:
        """Hand one mail in. What the server or the way to it do is a verdict, never an error."""
        message = self._message(row, now)
        try:
            async with asyncio.timeout(_ALTOGETHER_SECONDS):
                await _in_thread(lambda: self._hand_in(message))
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _words in error.recipients.values()]
            return _judge(error, min(codes, default=0))
        except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
            return _judge(error, error.smtp_code)
        except (smtplib.SMTPException, OSError) as error:  # TimeoutError and SSLError are OSErrors
            return _judge(error)
        return Verdict(Outcome.SENT)

    async def trouble(self) -> str:
        """Sign in and send nothing: empty if that works, else a sentence's end for the operator."""
        try:
            async with asyncio.timeout(_ALTOGETHER_SECONDS):
                await _in_thread(self._sign_in)
        except ssl.SSLCertVerificationError as error:
            return f"its certificate isn't trusted here ({error.verify_message})"
        except ssl.SSLError as error:
            return f"it doesn't speak TLS as it should ({type(error).__name__})"
        except smtplib.SMTPAuthenticationError:
            return "it refuses user and password"
        except smtplib.SMTPNotSupportedError:
            return "it doesn't offer what is needed (STARTTLS, or a way to sign in)"
        except smtplib.SMTPServerDisconnected:
            return "it doesn't answer, or hangs up"
        except smtplib.SMTPException as error:
            return f"it doesn't work as a mail server ({type(error).__name__})"
        except OSError as error:
            return f"it can't be reached ({type(error).__name__})"
        return ""

    # --- in the thread

    def _hand_in(self, message: EmailMessage) -> None:
        with self._signed_in() as smtp:
            smtp.send_message(message)

    def _sign_in(self) -> None:
        with self._signed_in():
            pass

    @contextmanager
    def _signed_in(self) -> Iterator[smtplib.SMTP]:
        """Not smtplib's own `with`: it raises if the goodbye fails, when the mail is taken already."""
        smtp = self._connected()
        try:
            if self._server.security is Security.STARTTLS:
                smtp.starttls(context=self._trusted)
            if self._server.user:
                smtp.login(self._server.user, self._server.password)
            else:
                smtp.ehlo_or_helo_if_needed()
            yield smtp
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
        finally:
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        # Else smtplib would ask the name servers what this machine is called, and tell.
        name = server.domain
        if server.security is Security.TLS:
            return smtplib.SMTP_SSL(
                server.host, server.port, name, timeout=self._time_out, context=self._trusted
            )
        return smtplib.SMTP(server.host, server.port, name, timeout=self._time_out)

    def _message(self, row: OutboxRow, now: datetime) -> EmailMessage:
        body = row.body
        message = EmailMessage()
        message["From"] = Address(addr_spec=self._server.sender)
        message["To"] = Address(addr_spec=body.mail_to)
        message["Subject"] = body.subject
        message["Date"] = format_datetime(now)
        # The same at each try, so that a mail program can tell one that comes twice.
        known_by = hashlib.sha256(row.seal_id.encode()).hexdigest()[:32]
        message["Message-ID"] = f"<{known_by}@{self._server.domain}>"
        message["Auto-Submitted"] = "auto-generated"  # so that nothing answers by itself (RFC 3834)
        message.set_content(body.text, cte="quoted-printable")  # any server takes that
        return message


def _judge(error: Exception, code: int = 0) -> Verdict:
    outcome = Outcome.REFUSED if code >= _REFUSED_FOR_GOOD else Outcome.TRY_AGAIN
    return Verdict(outcome, reason=type(error).__name__)


async def _in_thread(act: Callable[[], T]) -> T:
    """What `act` gives. In a thread that the program's end doesn't wait for (asyncio's own it does)."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: Exception | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None only if T is

    def run() -> None:
        result, failure = None, None
        try:
            result = act()
        except Exception as error:  # noqa: BLE001  # handed over whole to whoever waits for it
            failure = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=run, name="mail", daemon=True).start()
    return await done
