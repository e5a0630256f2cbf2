"""The settings of mail: SMTP_URL and OPERATOR_MAIL, and what can stand in them."""

from typing import Annotated

from pydantic import AfterValidator, SecretStr

from bot.rules.contact import mail_address
from bot.rules.mail_server import MailServer, parse_mail_server


def _smtp_url(value: SecretStr) -> SecretStr:
    mail_server(value)
    return value


def _operator_mail(value: str) -> str:
    try:
        return mail_address(value) if value else ""
    except ValueError:
        raise ValueError("it is a mail address, for example operator@example.org") from None


SmtpUrl = Annotated[SecretStr, AfterValidator(_smtp_url)]
OperatorMail = Annotated[str, AfterValidator(_operator_mail)]


def mail_server(smtp_url: SecretStr) -> MailServer | None:
    """None where SMTP_URL isn't set. ValueError with a sentence where it can't be used."""
    url = smtp_url.get_secret_value()
    return parse_mail_server(url) if url else None
