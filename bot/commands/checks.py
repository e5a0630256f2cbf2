"""The findings of `check`: what works, what to mend, and what would fail at night."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen

from sqlmodel import Session, select

from bot.clock import Clock
from bot.commands.alert_checks import expected_alerts, recogniser_finding
from bot.commands.findings import Finding, fail, ok, warn
from bot.commands.holiday_checks import check_holidays
from bot.commands.listening_checks import is_connected, outside_finding, who_listens
from bot.commands.question_checks import check_names, check_questions
from bot.opening import Refusal, open_database
from bot.records import duties, people
from bot.records.encryption import KeyringError
from bot.records.people import STAFF, Person, Role
from bot.rules.help_lines import help_lines
from bot.settings import Settings
from bot.telegram_gateway import PollFailed, TelegramGateway, TokenRefused

_YEAR = timedelta(days=365)
_WEBHOOK_FAILS_NOW = timedelta(minutes=10)
_CLOCK_MAY_BE_OFF = timedelta(seconds=30)


def all_checks(settings: Settings) -> list[Finding]:
    return [
        asyncio.run(_token(settings)),
        *asyncio.run(_webhook(settings)),
        _clock(settings),
        *_database(settings),
        _zone(settings),
        *check_holidays(settings, Clock().now()),
        *_help_lines(settings),
        outside_finding(settings, Clock().now().date()),
        *check_questions(settings),
        _phone(settings),
        _alarms(settings),
    ]


@asynccontextmanager
async def _telegram(settings: Settings) -> AsyncIterator[TelegramGateway]:
    gateway = TelegramGateway(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url
    )
    try:
        yield gateway
    finally:
        await gateway.close()


async def _token(settings: Settings) -> Finding:
    async with _telegram(settings) as gateway:
        try:
            return ok("token", f"@{await gateway.username()}")
        except TokenRefused:
            return fail("token", "Telegram doesn't know TELEGRAM_BOT_TOKEN")
        except PollFailed:
            return fail("token", "Telegram can't be reached from here")


async def _webhook(settings: Settings) -> list[Finding]:
    """Whether Telegram has the address and gets through to it; nothing where the bot polls."""
    if not settings.webhook_url:
        return []
    async with _telegram(settings) as gateway:
        try:
            state = await gateway.webhook_state()
        except (TokenRefused, PollFailed):
            return [warn("webhook", "Telegram can't be asked about it")]
    if state.url != settings.webhook_url:
        return [warn("webhook", "not set at Telegram; `run` sets it")]
    failed = f"; last failure {state.failed_at:%F %T} UTC: {state.why}" if state.failed_at else ""
    if state.is_failing(Clock().now(), _WEBHOOK_FAILS_NOW):
        return [fail("webhook", f"Telegram doesn't get through; waiting: {state.waiting}{failed}")]
    return [ok("webhook", f"set; waiting: {state.waiting}{failed}")]


def _clock(settings: Settings) -> Finding:
    """Compare with the Date header of the Bot API server (RFC 9110, 6.6.1)."""
    try:
        with urlopen(settings.telegram_api_url, timeout=10) as answer:
            said = answer.headers["Date"]
    except HTTPError as error:  # an answer all the same
        said = error.headers["Date"]
    except (OSError, HTTPException):
        return warn("clock", "could not be compared: Telegram can't be reached")
    try:
        off = abs(Clock().now() - parsedate_to_datetime(said or ""))
    except (TypeError, ValueError):
        return warn("clock", "could not be compared: the server doesn't say its time")
    if off > _CLOCK_MAY_BE_OFF:
        return fail(
            "clock", f"{int(off.total_seconds())} s off; reminders would come at wrong times"
        )
    return ok("clock", "agrees with Telegram's")


def _database(settings: Settings) -> list[Finding]:
    try:
        with open_database(settings) as database, database.transaction() as db:
            tables = ok("database", f"{database.url.get_backend_name()}, tables up to date")
            keys = _keys(db)
            if keys.fails:  # the rest names people
                return [tables, keys]
            people_here = [
                *_staff(db),
                *who_listens(db, settings),
                *_on_duty(db, settings),
                recogniser_finding(settings),
                *expected_alerts(db, settings),
            ]
            return [tables, keys, *people_here, *check_names(db, settings)]
    except Refusal as refusal:
        return [fail("database", refusal.message)]


def _keys(db: Session) -> Finding:
    people_there = db.exec(select(Person).limit(50)).all()
    try:
        for person in people_there:
            assert person.name is not None, "opened or raised"
    except KeyringError:
        return fail("keys", "ENCRYPTION_KEYS doesn't open what is stored")
    return ok("keys", "open what is stored" if people_there else "readable; nothing is stored yet")


def _staff(db: Session) -> list[Finding]:
    findings = []
    for role in (Role.MANAGER, Role.SENIOR, Role.PSYCHOLOGIST):
        holders = people.holders(db, role)
        connected = [each for each in holders if each.telegram_id is not None]
        what = f"staff: {role.value}"
        if connected:
            findings.append(ok(what, f"{len(connected)} of {len(holders)} connected"))
        elif role is Role.MANAGER:
            why = "nobody would hear what clients answer, or an alert"
            findings.append(fail(what, f"0 of {len(holders)} connected: {why}"))
        else:
            findings.append(warn(what, f"0 of {len(holders)} connected"))
    return findings


def _on_duty(db: Session, settings: Settings) -> list[Finding]:
    """Everybody on duty is on the staff, has a chat with the bot, and one of them isn't away."""
    names = list(dict.fromkeys(duty.name for duty in settings.practice().on_duty))
    said_yes = [people.get(db, row.person_id) for row in duties.standing(db)]
    findings, persons = [], list(said_yes)
    for name in names:
        found = people.named(db, name, STAFF)
        persons += found
        if not found:
            findings.append(fail("on duty", f"ON_DUTY: {name} is nobody of the staff"))
        elif not any(is_connected(each) for each in found):
            findings.append(fail("on duty", f"ON_DUTY: {name} isn't connected"))
    for person in said_yes:
        if not is_connected(person):
            findings.append(fail("on duty", f"{person.name} said yes and isn't connected"))
    by_name = list(dict.fromkeys([*names, *(each.name for each in said_yes)]))
    usual = "managers and senior psychologists in practice hours"
    findings = findings or [ok("on duty", ", ".join(by_name) or usual)]
    by_role = [each for role in (Role.MANAGER, Role.SENIOR) for each in people.holders(db, role)]
    return [*findings, *_away(persons or by_role)]


def _away(on_duty: Sequence[Person]) -> list[Finding]:
    """Who is away is rung only if nobody else is there; that all are is worth knowing."""
    now = Clock().now()
    away = list(dict.fromkeys(each.name for each in on_duty if each.is_away(now)))
    if not away:
        return []
    if all(each.is_away(now) for each in on_duty):
        return [warn("on duty", f"everybody is away: {', '.join(away)}")]
    return [ok("on duty", f"away now: {', '.join(away)}")]


def _zone(settings: Settings) -> Finding:
    if "practice_time_zone" not in settings.model_fields_set:
        return fail("time zone", "PRACTICE_TIME_ZONE is not set; times would be said in UTC")
    return ok("time zone", settings.practice_time_zone)


def _help_lines(settings: Settings) -> list[Finding]:
    if not settings.practice_country:
        return [fail("help lines", "PRACTICE_COUNTRY is not set; no emergency number can be shown")]
    lines = help_lines(settings.practice_country)
    if not lines.lines:
        return [warn("help lines", f"no line is known for {settings.practice_country}")]
    today = Clock().now().date()
    stale = [name for name, day in lines.verified() if today - date.fromisoformat(day) > _YEAR]
    if stale:
        return [warn("help lines", f"verified over a year ago: {', '.join(stale)}")]
    unverified = [f"{what} of {name}" for name, what in lines.unverified()]
    if unverified:
        why = "no source says so; clients aren't told it. Ring them and see"
        return [warn("help lines", f"unverified: {', '.join(unverified)} ({why})")]
    if not lines.violence:
        return [warn("help lines", "no line is known for people who are hurt by others")]
    return [ok("help lines", f"{lines.emergency}; {', '.join(line.name for line in lines.lines)}")]


def _phone(settings: Settings) -> Finding:
    if not settings.practice_phone:
        return warn(
            "phone", "PRACTICE_PHONE is not set; clients are told to phone without a number"
        )
    return ok("phone", "set")


def _alarms(settings: Settings) -> Finding:
    chat, mail = settings.operator_chat is not None, bool(settings.operator_mail)
    if not chat and not mail:
        return warn(
            "alarms", "neither OPERATOR_CHAT nor OPERATOR_MAIL is set; alarms are only in the log"
        )
    said = [name for name, is_set in (("OPERATOR_CHAT", chat), ("OPERATOR_MAIL", mail)) if is_set]
    return ok("alarms", f"to {' and '.join(said)}")
