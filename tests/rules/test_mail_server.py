"""SMTP_URL: which server it means, and that nothing leaves this machine without TLS."""

import pytest

from bot.rules.contact import mail_address
from bot.rules.mail_server import MailServer, Security, parse_mail_server

FROM = "bot@example.org"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp://user:pass@mail.example.org:587?from=bot@example.org",
            MailServer("mail.example.org", 587, Security.STARTTLS, FROM, "user", "pass"),
        ),
        (
            "smtp://mail.example.org?from=bot@example.org",
            MailServer("mail.example.org", 587, Security.STARTTLS, FROM),
        ),
        (
            "smtps://bot%40example.org:a%2Fb%3A%40%20c@mail.example.org/",
            MailServer("mail.example.org", 465, Security.TLS, FROM, FROM, "a/b:@ c"),
        ),
        (
            "smtps://[2001:db8::1]:4650?from=bot@example.org",
            MailServer("2001:db8::1", 4650, Security.TLS, FROM),
        ),
        (
            "smtp://127.0.0.1:2525?from=bot@example.org",
            MailServer("127.0.0.1", 2525, Security.NONE, FROM),
        ),
        (
            "smtp://localhost?from=bot@example.org",
            MailServer("localhost", 25, Security.NONE, FROM),
        ),
    ],
)
def test_the_server_that_an_address_means(url: str, server: MailServer) -> None:
    assert parse_mail_server(url) == server


def test_only_this_machine_is_spoken_to_without_tls() -> None:
    for host in ("10.0.0.1", "mail.example.org", "127.0.0.1.example.org", "0.0.0.0", "::2"):
        url = f"smtp://{f'[{host}]' if ':' in host else host}?from=a@b.org"
        assert parse_mail_server(url).security is Security.STARTTLS


def test_the_password_is_not_shown() -> None:
    assert "planted" not in repr(parse_mail_server("smtp://bob:planted@h?from=bot@example.org"))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" maria@example.org\n", "maria@example.org"),
        ("Maria.Santos+bot@mail.example.org", "Maria.Santos+bot@mail.example.org"),
        ("root@localhost", "root@localhost"),
    ],
)
def test_a_mail_address(text: str, address: str) -> None:
    assert mail_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "", "maria", "@example.org", "maria@", "maria@@example.org", "a b@example.org",
        "maria@example.org\r\nBcc: other@example.org", "maria@exa mple.org",
        "Maria <maria@example.org>", "maria@example.org, ben@example.org", "märia@example.org",
        "maria@-example.org", "maria@example..org", "maria@[127.0.0.1]", "maria@example.org>",
        "m" * 65 + "@example.org", "m@" + "e" * 250 + ".org", "maria\0@example.org", '"a b"@example.org',
        "maria@example.org.", "maria@-", "maria@a.-b",
    ],
)  # fmt: skip
def test_what_is_no_mail_address(text: str) -> None:
    with pytest.raises(ValueError, match="is not a mail address"):
        mail_address(text)
