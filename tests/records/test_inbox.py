"""The inbox: nothing is lost, nothing is worked twice, one poisoned row delays its own chat only."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.records import inbox
from bot.records.inbox import KEPT_FOR, InboxRow, InboxState
from tests.records.rows import DAY, NOW, SECOND

LARGEST = 2**63 - 1


def arrives(db: Session, number: int, chat_id: int | None = 501, at: datetime = NOW) -> InboxRow:
    assert inbox.store(db, bot_id=1, raw={"update_id": number}, chat_id=chat_id, now=at)
    return db.exec(select(InboxRow).where(InboxRow.update_id == number)).one()


def fails(db: Session, row: InboxRow, times: int = 1, at: datetime = NOW) -> None:
    for _time in range(times):
        assert inbox.note_failure(db, row.id, at) is row


# --- storing


@pytest.mark.parametrize(
    ("raw", "storable"),
    [
        ({"update_id": 1}, True),
        ({"update_id": 0, "message": None}, True),
        ({"update_id": LARGEST}, True),
        ({"update_id": LARGEST + 1}, False),
        ({"update_id": -1}, False),
        ({"update_id": "1"}, False),
        ({"update_id": 1.0}, False),
        ({"update_id": True}, False),
        ({"update_id": None}, False),
        ({}, False),
        ([], False),
        (None, False),
        ("update_id", False),
    ],
)
def test_what_has_the_shape_of_an_update(raw: Any, *, storable: bool) -> None:
    assert inbox.is_storable(raw) is storable


def test_an_update_is_kept_as_it_came(db: Session) -> None:
    raw = {"update_id": 7, "message": {"text": "é\ud83d", "n": 10**30, "more": [None, 1.5, {}]}}
    inbox.store(db, bot_id=1, raw=raw, chat_id=-1_001_234_567_890, now=NOW)
    row = db.exec(select(InboxRow)).one()
    assert (row.raw, row.chat_id, row.received_at) == (raw, -1_001_234_567_890, NOW)
    assert (row.state, row.tries, row.next_try_at) == (InboxState.OPEN, 0, None)


def test_a_repetition_is_absorbed_and_the_first_stays(db: Session) -> None:
    arrives(db, 7)
    repeated = {"update_id": 7, "other": True}
    assert not inbox.store(db, bot_id=1, raw=repeated, chat_id=502, now=NOW + DAY)
    assert inbox.store(db, bot_id=2, raw=repeated, chat_id=502, now=NOW), "another bot's number"
    first, _second = db.exec(select(InboxRow).order_by("id"))
    assert (first.raw, first.chat_id) == ({"update_id": 7}, 501)


@pytest.mark.parametrize("chat_id", [LARGEST + 1, -(2**70), None])
def test_an_update_from_an_impossible_chat_is_kept_without_it(
    db: Session, chat_id: int | None
) -> None:
    assert arrives(db, LARGEST, chat_id).chat_id is None


# --- order


def test_the_oldest_is_worked_first(db: Session) -> None:
    rows = [arrives(db, number, 500 + number) for number in (9, 3, 5)]
    for row in rows:
        assert inbox.next_open(db, NOW) is row
        assert inbox.settle(db, row.id, InboxState.DONE, NOW)
        db.refresh(row)
    assert inbox.next_open(db, NOW) is None
    assert inbox.oldest_open_at(db) is None


def test_a_failing_row_holds_back_its_own_chat_and_no_other(db: Session) -> None:
    poisoned, behind, other = arrives(db, 1), arrives(db, 2), arrives(db, 3, 502)
    nobodys = arrives(db, 4, None)
    fails(db, poisoned)
    assert inbox.next_retry_at(db) == NOW + SECOND
    assert inbox.next_open(db, NOW) is other
    assert list(inbox.held_back(db, NOW)) == [behind]
    inbox.settle(db, other.id, InboxState.DONE, NOW)
    assert inbox.next_open(db, NOW) is nobodys
    assert inbox.next_open(db, NOW + SECOND) is poisoned
    assert list(inbox.held_back(db, NOW + SECOND)) == []


def test_rows_of_nobody_never_hold_each_other_back(db: Session) -> None:
    poisoned, behind = arrives(db, 1, None), arrives(db, 2, None)
    fails(db, poisoned)
    assert inbox.next_open(db, NOW) is behind
    assert list(inbox.held_back(db, NOW)) == []


def test_no_row_waits_for_a_time_planned_by_a_clock_that_was_set_back(db: Session) -> None:
    poisoned = arrives(db, 1)
    arrives(db, 2)
    fails(db, poisoned, at=NOW + DAY)
    assert inbox.next_open(db, NOW) is poisoned
    assert list(inbox.held_back(db, NOW)) == []


def test_a_row_that_was_tried_does_not_overtake(db: Session) -> None:
    first, second = arrives(db, 1), arrives(db, 2)
    fails(db, first)
    fails(db, second)
    assert list(inbox.held_back(db, NOW)) == []


# --- three tries


def test_three_tries_within_five_seconds_and_then_it_is_parked(db: Session) -> None:
    row, behind = arrives(db, 1), arrives(db, 2)
    fails(db, row)
    assert (row.tries, row.next_try_at) == (1, NOW + SECOND)
    fails(db, row, at=NOW + SECOND)
    assert (row.tries, row.next_try_at) == (2, NOW + 5 * SECOND)
    fails(db, row, at=NOW + 5 * SECOND)
    assert (row.tries, row.next_try_at, row.settled_at) == (3, None, NOW + 5 * SECOND)
    assert row.state is InboxState.PARKED
    assert inbox.parked(db) == [row]
    assert inbox.next_open(db, NOW + 5 * SECOND) is behind
    assert inbox.note_failure(db, row.id, NOW) is None, "it is closed"


def test_failing_is_only_for_rows_that_are_open(db: Session) -> None:
    row = arrives(db, 1)
    assert inbox.settle(db, row.id, InboxState.DONE, NOW)
    assert not inbox.settle(db, row.id, InboxState.PARKED, NOW)
    db.refresh(row)
    assert inbox.note_failure(db, row.id, NOW) is None
    assert inbox.note_failure(db, 987_654, NOW) is None


def test_a_parked_row_gets_three_more_tries_and_no_other_row_does(db: Session) -> None:
    row, done = arrives(db, 1), arrives(db, 2)
    assert not inbox.reopen(db, row.id)
    inbox.settle(db, done.id, InboxState.DONE, NOW)
    fails(db, row, 3)
    assert inbox.reopen(db, row.id)
    assert not inbox.reopen(db, row.id) and not inbox.reopen(db, done.id)
    db.refresh(row)
    assert (row.state, row.tries, row.settled_at) == (InboxState.OPEN, 0, None)
    assert inbox.next_open(db, NOW) is row
    fails(db, row, 3)
    assert row.state is InboxState.PARKED


# --- pruning


def test_what_was_worked_goes_after_three_days(db: Session) -> None:
    old, younger, open_one = arrives(db, 1), arrives(db, 2), arrives(db, 3, at=NOW - 30 * DAY)
    inbox.settle(db, old.id, InboxState.DONE, NOW - KEPT_FOR - SECOND)
    inbox.settle(db, younger.id, InboxState.DONE, NOW - KEPT_FOR)
    inbox.prune(db, NOW)
    assert KEPT_FOR.days == 3
    assert db.exec(select(InboxRow.update_id).order_by("id")).all() == [2, 3]
    assert open_one.state is InboxState.OPEN


def test_a_pruned_row_s_id_is_not_used_again(db: Session) -> None:
    old = arrives(db, 1)
    inbox.settle(db, old.id, InboxState.DONE, NOW - 4 * DAY)
    inbox.prune(db, NOW)
    assert arrives(db, 2).id > old.id


def test_a_parked_row_stays_and_gives_its_number_up(db: Session) -> None:
    """After a week of silence Telegram numbers updates afresh."""
    rows = [arrives(db, number) for number in (7, 8)]
    for row in rows:
        fails(db, row, 3, at=NOW - 4 * DAY)
    fails(db, arrives(db, 9), 3, at=NOW - DAY)
    for _hour in range(2):
        inbox.prune(db, NOW)
    assert [row.raw["update_id"] for row in inbox.parked(db)] == [7, 8, 9]
    assert inbox.store(db, bot_id=1, raw={"update_id": 7}, chat_id=501, now=NOW)
    assert not inbox.store(db, bot_id=1, raw={"update_id": 9}, chat_id=501, now=NOW)
    assert inbox.reopen(db, rows[0].id)


# --- what was written just before


def test_what_was_written_just_before_in_the_same_chat_the_oldest_first(db: Session) -> None:
    def writes(number: int, at: datetime, chat_id: int = 501) -> InboxRow:
        raw = {"update_id": number, "message": {"date": int(at.timestamp()), "text": str(number)}}
        # it waited at Telegram: all of it came together
        assert inbox.store(db, bot_id=1, raw=raw, chat_id=chat_id, now=NOW + DAY)
        return db.exec(select(InboxRow).where(InboxRow.update_id == number)).one()

    writes(1, NOW - 121 * SECOND)
    second, third = writes(2, NOW - 120 * SECOND), writes(3, NOW - SECOND)
    writes(4, NOW - SECOND, chat_id=502)
    newest = writes(5, NOW)
    writes(6, NOW)
    within = timedelta(minutes=2)
    assert inbox.written_before(db, newest, within, 8) == [second, third]
    assert inbox.written_before(db, newest, within, 1) == [third]
