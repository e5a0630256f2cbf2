"""The findings of `check` about mail: the server takes what we bring, and who would get none."""

import asyncio

from sqlmodel import Session

from bot.commands.findings import Finding, fail, ok, warn
from bot.mail_gateway import MailGateway
from bot.mail_settings import mail_server
from bot.opening import Refusal, open_database
from bot.records import people
from bot.records.encryption import KeyringError
from bot.records.people import Role
from bot.settings import Settings


def mail_checks(settings: Settings) -> list[Finding]:
    server = mail_server(settings.smtp_url)
    if server is None:
        return _without_server(settings)
    trouble = asyncio.run(MailGateway(server).trouble())
    if trouble:
        return [fail("mail", f"nothing goes by SMTP_URL's server: {trouble}"), *_staff(settings)]
    return [ok("mail", f"from {server.sender}, by {server.host}"), *_staff(settings)]


def _without_server(settings: Settings) -> list[Finding]:
    if settings.operator_mail:
        return [fail("mail", "OPERATOR_MAIL is set and SMTP_URL isn't: no alarm is mailed")]
    why = "what can't be told in Telegram is told nowhere else"
    return [warn("mail", f"SMTP_URL is not set; {why}")]


def _staff(settings: Settings) -> list[Finding]:
    try:
        with open_database(settings) as database, database.transaction() as db:
            return _without_address(db)
    except (Refusal, KeyringError):
        return []  # the findings «database» and «keys» say so


def _without_address(db: Session) -> list[Finding]:
    readers = [each for role in (Role.MANAGER, Role.SENIOR) for each in people.holders(db, role)]
    missing = list(dict.fromkeys(each.name for each in readers if each.mail_sealed is None))
    if not missing:
        return [ok("staff: mail", "managers and seniors have an address")]
    return [warn("staff: mail", f"no address: {', '.join(missing)} (`staff mail NAME ADDRESS`)")]
