"""A large practice for the alert benchmark: everybody has an open chat, and reminders fall due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.clock import Clock
from bot.records import (
    bookings,
    case_entries,
    cases,
    consents,
    encryption,
    outbox,
    people,
    schema,
)
from bot.records.case_entries import EntryKind
from bot.records.cases import CaseState
from bot.records.consents import Purpose
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.outbox import Body, Draft, OutboxRow, OutboxState, Priority
from bot.records.people import Person, Role, Telephone
from bot.records.therapy_sessions import TherapySession
from tests.practice import KEY, TOKEN
from tests.slow.telegram_process import TelegramProcess

_UPDATES_AT_ONCE = 100


@dataclass(frozen=True)
class Town:
    """Telegram accounts: of the manager, and of those who will raise alerts. The rest is reminded."""

    manager: int
    worried: Sequence[int]


def build_town(url: str, telegram: TelegramProcess, *, reminded: int, worried: int) -> Town:
    """Fill an empty database. The chats are opened, and Telegram forgets the /start of each."""
    encryption.use_keyring(Keyring.parse(KEY))
    accounts = [telegram.add_person(f"Person {n}") for n in range(2 + reminded + worried)]
    for account in accounts:
        telegram.types(account, "/start")
    _forget_updates(telegram)
    manager, psychologist, *clients = accounts
    database = Database(url)
    try:
        schema.upgrade(database)
        with database.transaction() as db:
            _join(db, "Maria Santos", Role.MANAGER, manager)
            theirs = _join(db, "Dr Okafor", Role.PSYCHOLOGIST, psychologist)
            for number, account in enumerate(clients):
                client = _join(db, f"Client {number}", Role.CLIENT, account)
                client.psychologist_id = theirs.id
                if number < reminded:
                    _book(db, client, theirs)
    finally:
        database.close()
    return Town(manager, clients[reminded:])


def _join(db: Session, name: str, role: Role, account: int) -> Person:
    now = Clock().now()
    person = people.add(db, name=name, roles=[role], now=now)
    person.telegram_id, person.joined_at, person.telephone = account, now, Telephone.OWN
    consents.give(db, person, Purpose.REMINDERS, "1", now)
    return person


def _book(db: Session, client: Person, psychologist: Person) -> None:
    now = Clock().now()
    row = TherapySession(
        client_id=client.id,
        psychologist_id=psychologist.id,
        starts_at=now + timedelta(days=2),
        minutes=50,
        created_at=now,
    )
    bookings.add(db, row)


def _forget_updates(telegram: TelegramProcess) -> None:
    offset = 0
    while True:
        answer = httpx.get(
            f"{telegram.address}/bot{TOKEN}/getUpdates",
            params={"offset": offset, "limit": _UPDATES_AT_ONCE},
        )
        batch = answer.json()["result"]
        if not batch:
            return
        offset = batch[-1]["update_id"] + 1


def let_reminders_fall_due(url: str) -> None:
    """All of them at this moment, as after an outage."""
    database = Database(url)
    try:
        with database.transaction() as db:
            db.execute(update(TherapySession).values(remind_at=Clock().now()))
    finally:
        database.close()


def queue_reminders(url: str) -> None:
    """A reminder for everybody who has a session, written into the outbox by no clock."""
    now = Clock().now()
    theirs = select(Person).join(TherapySession, col(TherapySession.client_id) == Person.id)
    database = Database(url)
    try:
        with database.transaction() as db:
            for person in db.exec(theirs).all():
                assert person.telegram_id is not None, "everybody has joined"
                body = Body("In two days, 11:00 am. Room 2.")
                draft = Draft(person.telegram_id, body, Priority.REMINDER, person_id=person.id)
                outbox.put(db, draft, now)
    finally:
        database.close()


def send_concern(url: str, account: int, alert_at: datetime) -> None:
    """What this client sent to the manager a minute ago: nobody knows of it before `alert_at`."""
    database = Database(url)
    try:
        with database.transaction() as db:
            client = people.by_telegram_id(db, account)
            assert client is not None, "everybody has joined"
            manager = people.holders(db, Role.MANAGER)[0]
            now = Clock().now()
            case = cases.begin(
                db, client_id=client.id, about_id=client.psychologist_id, check_in_id=0, now=now
            )
            cases.name_readers(db, case, [manager.id])
            words = EntryKind.WORDS
            case_entries.add(db, case, by_id=client.id, kind=words, text="It isn't right", now=now)
            case_entries.send_all(db, case, now)
            case.state, case.sent_at = CaseState.WAITING, now
            case.look_by = alert_at + timedelta(days=1)
            case.answer_by = alert_at + timedelta(days=2)
            case.wait_until(alert_at)
    finally:
        database.close()


def reminders_waiting(url: str) -> int:
    """Reminders that are due and not sent: not yet written, or in the outbox."""
    due = select(func.count()).where(col(TherapySession.remind_at) <= Clock().now())
    queued = select(func.count()).where(
        OutboxRow.state == OutboxState.QUEUED, OutboxRow.priority == int(Priority.REMINDER)
    )
    database = Database(url)
    try:
        with database.transaction() as db:
            return db.exec(due).one() + db.exec(queued).one()
    finally:
        database.close()
