"""`stuck`: what waits or was given up, shown by ids and tried again."""

import pytest
from sqlmodel import Session, select

from bot.records import delivery, inbox, mails, outbox, people
from bot.records.inbox import InboxRow, InboxState
from bot.records.mails import Matter
from bot.records.outbox import Body, Draft, OutboxState, Priority
from tests.commands.conftest import Operator
from tests.records.rows import NOW


def park(db: Session) -> None:
    number = len(db.exec(select(InboxRow.id)).all()) + 1
    raw = {"update_id": number, "message": {"text": "planted words"}}
    inbox.store(db, bot_id=1, raw=raw, chat_id=501, now=NOW)
    inbox.settle(db, number, InboxState.PARKED, NOW)


def give_up_on_a_message(db: Session) -> None:
    row = outbox.put(db, Draft(501, Body("planted words"), Priority.ALERT, person_id=3), NOW)
    outbox.close(db, row.id, OutboxState.UNDELIVERABLE, NOW)
    db.refresh(row)
    row.reason = "BadRequest"


def test_what_is_stuck_is_shown_by_ids_and_states(practice: Operator) -> None:
    assert practice.gets("stuck") == "0 parked, 0 undeliverable.\n"
    for act in (park, park, give_up_on_a_message):
        practice.looks(act)
    assert practice.gets("stuck").splitlines() == [
        "update  1  parked  received 2026-11-29 23:00:00 UTC",
        "update  2  parked  received 2026-11-29 23:00:00 UTC",
        "message 1  undeliverable  BadRequest  person 3",
        "2 parked, 1 undeliverable.",
    ]
    assert "planted" not in practice.gets("stuck")


def mail_maria(db: Session) -> None:
    (maria,) = people.named(db, "Maria Santos")
    mails.set_address(db, maria, "planted@example.org", NOW)
    matter = Matter("case:1", Priority.ALERT, NOW)
    mails.write(db, maria, matter, Body("planted words", subject="planted"), NOW)
    (row,) = mails.waiting(db)
    delivery.note_retry(db, row.id, "TimeoutError", NOW)


def test_mails_that_wait_are_shown_by_id(practice: Operator) -> None:
    practice.looks(mail_maria)
    assert practice.gets("stuck").splitlines() == [
        "mail    1  waits  tried 1 times  TimeoutError",
        "0 parked, 0 undeliverable, mails waiting: 1.",
    ]


def test_a_parked_update_is_tried_again(practice: Operator) -> None:
    practice.looks(park)
    assert practice.gets("stuck", "--retry", "1") == "1 update is tried again.\n"
    assert practice.is_refused("stuck", "--retry", "1") == "No parked update has the id 1."
    assert practice.gets("stuck") == "0 parked, 0 undeliverable.\n"


@pytest.mark.parametrize("number", ["0", "-1", "one", "9" * 30, str(2**63), "1.5"])
def test_what_is_no_id_can_t_be_retried(practice: Operator, number: str) -> None:
    assert "Invalid value for '--retry'" in practice.is_refused("stuck", "--retry", number)


def test_the_largest_id_is_just_not_there(practice: Operator) -> None:
    assert practice.is_refused("stuck", "--retry", str(2**63 - 1)).startswith("No parked update")
