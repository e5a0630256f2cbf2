"""Mails in the outbox: apart from what goes to Telegram, the most urgent first, one at a time."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.records import delivery, mails, outbox, staff, told
from bot.records.mails import ONCE_IN, Matter
from bot.records.outbox import Body, OutboxKind, OutboxRow, OutboxState, Priority
from bot.records.people import Person
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, message

WORDS = Body("Something", subject="Something")


@pytest.fixture
def maria(db: Session, cast: People) -> Person:
    mails.set_address(db, cast.maria, "maria@mail.example", NOW)
    return cast.maria


def write(
    db: Session,
    person: Person,
    topic: str = "case:1",
    *,
    due_at: datetime = NOW,
    priority: Priority = Priority.ALERT,
) -> OutboxRow:
    mails.write(db, person, Matter(topic, priority, due_at), WORDS, NOW)
    key = f"mail:{person.id}:{topic}"
    return db.exec(select(OutboxRow).where(OutboxRow.dedupe_key == key)).one()


def test_telegram_s_way_never_sees_a_mail_and_doesn_t_wait_for_one(
    db: Session, maria: Person
) -> None:
    row = write(db, maria)
    write(db, maria, "case:2", due_at=NOW + DAY)
    assert delivery.next_due(db, NOW, ()) is None
    assert delivery.next_due_at(db, NOW) is None
    assert delivery.unsent_since(db, NOW + HOUR) is None
    delivery.note_retry(db, row.id, "TimeoutError", NOW + HOUR)
    assert delivery.unsent_since(db, NOW + HOUR) is None
    assert mails.unsent_since(db) == NOW
    other = message(db, chat_id=0)  # the same chat id, were it one
    assert delivery.next_due(db, NOW, ()) == other


def test_the_most_urgent_goes_first_and_what_isn_t_due_waits(db: Session, maria: Person) -> None:
    write(db, maria)
    urgent = write(db, maria, "danger_alert:1", priority=Priority.DANGER)
    tomorrow = write(db, maria, "case:3", due_at=NOW + DAY)
    assert mails.next_due(db, NOW) == urgent
    mails.note_sent(db, urgent, NOW)
    assert mails.next_due(db, NOW) is None, "it said all that was due"
    assert mails.next_due_at(db, NOW) == NOW + DAY
    assert mails.next_due(db, NOW + DAY) == tomorrow


def test_a_matter_is_mailed_once(db: Session, maria: Person) -> None:
    first = write(db, maria)
    mails.note_sent(db, first, NOW)
    assert write(db, maria) == first
    assert mails.waiting(db) == []


def test_after_one_the_next_waits_and_an_urgent_one_doesn_t(db: Session, maria: Person) -> None:
    mails.note_sent(db, write(db, maria), NOW)
    later = write(db, maria, "case:2")
    assert mails.next_due(db, NOW + SECOND) is None
    assert mails.next_due_at(db, NOW) == NOW + ONCE_IN
    urgent = write(db, maria, "danger_alert:1", priority=Priority.DANGER)
    assert mails.next_due(db, NOW + SECOND) == urgent
    assert mails.next_due(db, NOW + ONCE_IN) == urgent
    outbox.close(db, urgent.id, OutboxState.WITHDRAWN, NOW)
    assert mails.next_due(db, NOW + ONCE_IN) == later


def test_others_get_theirs_meanwhile(db: Session, maria: Person, cast: People) -> None:
    mails.set_address(db, cast.lindqvist, "lindqvist@mail.example", NOW)
    mails.note_sent(db, write(db, maria), NOW)
    write(db, maria, "case:2")
    theirs = write(db, cast.lindqvist, "case:2")
    assert mails.next_due(db, NOW + SECOND) == theirs


def test_a_clock_that_was_set_back_holds_up_nothing(db: Session, maria: Person) -> None:
    mails.note_sent(db, write(db, maria), NOW + DAY)
    row = write(db, maria, "case:2")
    delivery.note_retry(db, row.id, "TimeoutError", NOW + DAY)
    db.refresh(row)
    assert mails.next_due(db, NOW) == row


def test_a_mail_is_nothing_that_somebody_was_told(db: Session, maria: Person) -> None:
    row = write(db, maria)
    assert not told.was_told(db, maria.id, "case:1")
    assert not told.is_on_its_way(db, "case:1")
    assert (row.topic, row.kind, row.chat_id) == ("case:1:mail", OutboxKind.MAIL, 0)
    assert b"maria@" not in row.body_sealed and row.body.mail_to == "maria@mail.example"


def test_what_nobody_has_to_look_into_any_more_is_not_mailed(db: Session, maria: Person) -> None:
    row, other = write(db, maria), write(db, maria, "case:2")
    mails.withdraw(db, "case:1", NOW)
    db.refresh(row)
    assert row.state is OutboxState.WITHDRAWN
    assert mails.waiting(db) == [other]


def test_what_waits_goes_to_a_new_address_or_nowhere(db: Session, maria: Person) -> None:
    row = write(db, maria)
    mails.set_address(db, maria, "new@mail.example", NOW)
    assert (row.body.mail_to, row.body.text) == ("new@mail.example", "Something")
    mails.set_address(db, maria, None, NOW)
    assert mails.waiting(db) == []


def test_who_leaves_gets_none(db: Session, maria: Person) -> None:
    write(db, maria)
    staff.unlink(db, maria, NOW)
    assert (maria.mail, mails.waiting(db)) == (None, [])


def test_it_is_given_up_after_two_days_of_trying(db: Session, maria: Person) -> None:
    row = write(db, maria, due_at=NOW + HOUR)
    delivery.note_retry(db, row.id, "TimeoutError", NOW + 2 * HOUR)
    db.refresh(row)
    assert not mails.is_given_up(row, NOW + 2 * DAY)
    assert mails.is_given_up(row, NOW + 2 * DAY + HOUR)
