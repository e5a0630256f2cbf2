"""The door to the mail server: what arrives there, what never does, and what is made of refusals."""

import asyncio
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.clock import Clock
from bot.mail_gateway import MailGateway
from bot.records.outbox import Body, OutboxKind, OutboxRow, Priority
from bot.rules.mail_server import MailServer as Address
from bot.rules.mail_server import Security, parse_mail_server
from bot.verdicts import Outcome, Verdict
from tests.mail_server import FROM, MailServer, mail_server
from tests.records.rows import NOW

TEXT = "Nothing is said here – in plain words."


def row(to: str = "maria@example.org") -> OutboxRow:
    made = OutboxRow(
        id=1, kind=OutboxKind.MAIL, chat_id=0, priority=int(Priority.ALERT), created_at=NOW
    )
    made.body_json = asdict(Body(TEXT, subject="Something", mail_to=to))
    return made


def send(address: Address, trusted: ssl.SSLContext | None = None) -> Verdict:
    return asyncio.run(MailGateway(address, trusted).send(row(), NOW))


def trouble(address: Address, trusted: ssl.SSLContext | None = None) -> str:
    return asyncio.run(MailGateway(address, trusted).trouble())


def at(server: MailServer, **changes: object) -> Address:
    return replace(parse_mail_server(server.url), **changes)  # type: ignore[arg-type]  # its fields


def test_a_mail_arrives_with_nothing_in_it_but_what_it_says() -> None:
    with mail_server() as server:
        assert send(at(server)) == Verdict(Outcome.SENT)
        assert trouble(at(server)) == ""
    (message,) = server.messages()
    assert server.recipients == ["maria@example.org"]
    assert message.get_content() == TEXT + "\r\n"
    headers = {name: value for name, value in message.items() if name != "Message-ID"}
    assert headers == {
        "From": FROM,
        "To": "maria@example.org",
        "Subject": "Something",
        "Date": "Sun, 29 Nov 2026 23:00:00 +0000",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
    }
    assert message["Message-ID"].endswith("@example.org>")
    assert socket.gethostname() not in server.taken[0].decode()


def test_the_same_row_has_the_same_id_at_each_try() -> None:
    gateway_row = row()
    with mail_server() as server:
        for _try in range(2):
            asyncio.run(MailGateway(at(server)).send(gateway_row, NOW))
    first, second = server.messages()
    assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("550 no such user", Outcome.REFUSED),
        ("450 come back later", Outcome.TRY_AGAIN),
        ("421 too busy", Outcome.TRY_AGAIN),
    ],
)
def test_a_refused_address(answer: str, outcome: Outcome) -> None:
    with mail_server(answers=[answer]) as server:
        verdict = send(at(server))
    assert verdict.outcome is outcome
    assert "user" not in verdict.reason and verdict.reason.startswith("SMTP")
    assert server.taken == []


@pytest.mark.parametrize("to", ["maria@example.org\r\nBcc: ben@example.org", "maria", ""])
def test_what_is_no_address_is_never_handed_in(to: str) -> None:
    with mail_server() as server, pytest.raises((ValueError, IndexError)):
        asyncio.run(MailGateway(at(server)).send(row(to), NOW))
    assert server.connections == 0


def test_a_server_that_isn_t_there() -> None:
    with mail_server() as server:
        server.stops()
        assert send(at(server)) == Verdict(Outcome.TRY_AGAIN, reason="ConnectionRefusedError")
        assert trouble(at(server)) == "it can't be reached (ConnectionRefusedError)"


# --- user and password


def test_it_signs_in() -> None:
    with mail_server() as server:
        server.options = {"authenticator": server.authenticates, "auth_require_tls": False}
        address = at(server, user="bob", password="sesame")
        assert send(address).outcome is Outcome.SENT
        assert server.signed_in == [(b"bob", b"sesame")]
        wrong = replace(address, password="planted")
        assert send(wrong) == Verdict(Outcome.TRY_AGAIN, reason="SMTPAuthenticationError")
        assert trouble(wrong) == "it refuses user and password"
        assert len(server.taken) == 1


# --- TLS


@contextmanager
def certificate(folder: Path, name: str = "127.0.0.1") -> Iterator[tuple[ssl.SSLContext, Path]]:
    """A server's context with a certificate of its own making, and the file that it is trusted by."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])

    others = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))])
    today = Clock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(others, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    yield context, file


@contextmanager
def server_with(
    context: ssl.SSLContext, security: Security
) -> Iterator[tuple[MailServer, Address]]:
    options = {"wraps": context} if security is Security.TLS else {}
    with mail_server(**options) as server:
        server.options = {"authenticator": server.authenticates}
        if security is Security.STARTTLS:
            server.options |= {"tls_context": context, "require_starttls": True}
        else:
            server.options["auth_require_tls"] = False
        yield server, at(server, security=security, user="bob", password="sesame")


TLS = pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])


@TLS
def test_with_a_certificate_that_is_trusted_it_signs_in_and_sends(
    tmp_path: Path, security: Security
) -> None:
    with certificate(tmp_path) as (context, file), server_with(context, security) as (server, url):
        trusted = ssl.create_default_context(cafile=file)
        assert send(url, trusted).outcome is Outcome.SENT
        assert trouble(url, trusted) == ""
    assert len(server.taken) == 1 and server.signed_in == [(b"bob", b"sesame")] * 2


@TLS
@pytest.mark.parametrize("name", ["127.0.0.1", "127.0.0.2"])
def test_with_any_other_certificate_nothing_is_sent_and_no_password_is_said(
    tmp_path: Path, security: Security, name: str
) -> None:
    """It is of its own making, or another server's."""
    with (
        certificate(tmp_path, name) as (context, file),
        server_with(context, security) as (server, url),
    ):
        trusted = ssl.create_default_context(cafile=file) if name == "127.0.0.2" else None
        verdict = send(url, trusted)
        assert verdict == Verdict(Outcome.TRY_AGAIN, reason="SSLCertVerificationError")
        assert trouble(url, trusted).startswith("its certificate isn't trusted here (")
    assert (server.taken, server.signed_in) == ([], [])


def test_a_server_without_starttls_gets_nothing() -> None:
    with mail_server() as server:
        address = at(server, security=Security.STARTTLS, user="bob", password="sesame")
        assert send(address) == Verdict(Outcome.TRY_AGAIN, reason="SMTPNotSupportedError")
        assert trouble(address).startswith("it doesn't offer what is needed (STARTTLS")
    assert (server.taken, server.signed_in) == ([], [])


def test_a_server_that_speaks_no_tls_where_it_should() -> None:
    with mail_server() as server:
        address = at(server, security=Security.TLS)
        assert send(address).outcome is Outcome.TRY_AGAIN
        assert trouble(address).startswith("it doesn't speak TLS as it should (")


# --- a server that hangs


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = Address("127.0.0.1", silent.getsockname()[1], Security.NONE, FROM)
        gateway = MailGateway(address, time_out_seconds=0.1)
        verdict = asyncio.run(gateway.send(row(), NOW))
        assert verdict == Verdict(Outcome.TRY_AGAIN, reason="SMTPServerDisconnected")
        assert asyncio.run(gateway.trouble()) == "it doesn't answer, or hangs up"


def test_a_program_that_ends_does_not_wait_for_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = Address("127.0.0.1", silent.getsockname()[1], Security.NONE, FROM)

        async def ends() -> None:
            sending = asyncio.create_task(MailGateway(address).send(row(), NOW))
            await asyncio.sleep(0.05)
            sending.cancel()

        started = Clock().monotonic()
        asyncio.run(ends())
        assert Clock().monotonic() - started < 5
    for thread in threading.enumerate():
        if thread.name == "mail":
            thread.join(timeout=5)
