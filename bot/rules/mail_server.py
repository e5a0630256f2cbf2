"""The SMTP server that mails go by, as SMTP_URL names it."""

import enum
import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from bot.rules.contact import mail_address

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
_HOST = re.compile(r"[A-Za-z0-9.:-]+")
_FORM = "it looks like smtp://USER:PASSWORD@mail.example.org:587?from=bot@example.org"


class Security(enum.Enum):
    """What the line to the server is wrapped in, before anything is said on it."""

    TLS = "tls"  # from the first byte
    STARTTLS = "starttls"  # or nothing is sent
    NONE = "none"  # never leaves this machine


# The port where the address names none: RFC 8314 and RFC 6409; 25 is a server of one's own.
_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed in, as whom, and from which address they come."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def domain(self) -> str:
        """The sender's part after the @: what this machine calls itself in mails."""
        return self.sender.rpartition("@")[2]


def parse_mail_server(text: str) -> MailServer:
    """Read an address such as smtp://USER:PASSWORD@HOST:587?from=ADDRESS.

    ValueError with a sentence, which says nothing of what stands in the address.
    """
    parts = _split(text)
    security = _security(parts)
    user, password = (_plain(each) for each in (parts.username, parts.password))
    if bool(user) != bool(password):
        raise ValueError("a user needs a password, and a password a user")
    return MailServer(
        host=parts.hostname or "",
        port=parts.port or _PORTS[security],
        security=security,
        sender=_sender(parts, user),
        user=user,
        password=password,
    )


def _split(text: str) -> SplitResult:
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("it has a character that must be written with %, as %20 for a space")
    try:
        parts = urlsplit(text)
        usable = parts.port != 0 and _HOST.fullmatch(parts.hostname or "")
    except ValueError:
        usable = None
    if not usable or parts.path not in ("", "/") or parts.fragment:
        raise ValueError(_FORM)
    return parts


def _security(parts: SplitResult) -> Security:
    if parts.scheme == "smtps":
        return Security.TLS
    if parts.scheme != "smtp":
        raise ValueError("it begins with smtp:// or smtps://")
    return Security.NONE if parts.hostname in _THIS_MACHINE else Security.STARTTLS


def _plain(text: str | None) -> str:
    """A user or a password; the protocol's simple ways to sign in know ASCII only."""
    plain = unquote(text or "", errors="replace")
    if not plain.isascii() or not plain.isprintable():
        raise ValueError("user and password have printable ASCII characters only")
    return plain


def _sender(parts: SplitResult, user: str) -> str:
    asked = parse_qsl(parts.query, keep_blank_values=True)
    if [name for name, _value in asked] not in ([], ["from"]):
        raise ValueError("after the ? stands from=ADDRESS and nothing else")
    try:
        return mail_address(asked[0][1] if asked else user)
    except ValueError:
        raise ValueError("it doesn't say from whom mails come: add ?from=bot@example.org") from None
