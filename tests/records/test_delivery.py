"""Which row goes next, and what becomes of it."""

from collections.abc import Iterable
from datetime import datetime

import pytest
from sqlmodel import Session

from bot.records import delivery, outbox
from bot.records.outbox import Body, OutboxKind, OutboxRow, OutboxState, Priority
from tests.records.rows import DAY, NOW, SECOND, People, message


def order(db: Session, now: datetime = NOW, busy: Iterable[int] = ()) -> list[str]:
    """What is sent, one after the other, if each send succeeds at once."""
    texts = []
    while (row := delivery.next_due(db, now, set(busy))) is not None:
        texts.append(row.body.text)
        delivery.note_sent(db, row, 1, now)
    return texts


def test_between_chats_the_more_urgent_goes_first_whatever_came_before(db: Session) -> None:
    for chat, priority in enumerate(reversed(Priority)):
        message(db, chat, priority.name, priority=priority)
    assert order(db) == ["DANGER", "ANSWER", "ALERT", "REMINDER", "DIGEST"]


def test_within_a_chat_the_order_of_writing_holds_and_only_danger_overtakes(db: Session) -> None:
    for priority in (Priority.DIGEST, Priority.ALERT, Priority.DANGER, Priority.ANSWER):
        message(db, 501, priority.name, priority=priority)
    message(db, 502, "other reminder", priority=Priority.REMINDER)
    assert order(db) == ["DANGER", "DIGEST", "ALERT", "ANSWER", "other reminder"]


def test_a_busy_chat_waits_and_no_other(db: Session) -> None:
    message(db, 501, "mine", priority=Priority.DANGER)
    message(db, 502, "yours")
    assert order(db, busy=[501]) == ["yours"]
    assert order(db) == ["mine"]


def test_what_isn_t_due_waits_without_holding_up_what_is(db: Session) -> None:
    message(db, 501, "tomorrow", due_at=NOW + DAY)
    message(db, 501, "now")
    assert order(db) == ["now"]
    assert delivery.next_due_at(db, NOW) == NOW + DAY
    assert delivery.oldest_due_at(db, NOW) is None
    assert order(db, NOW + DAY) == ["tomorrow"]
    assert delivery.next_due_at(db, NOW + DAY) is None


def test_while_the_first_of_a_chat_waits_for_another_try_the_rest_wait_too(db: Session) -> None:
    first = message(db, 501, "first")
    message(db, 501, "second")
    message(db, 502, "other")
    delivery.note_retry(db, first.id, "TimedOut", NOW + SECOND)
    db.refresh(first)
    assert (first.tries, first.reason, first.due_at) == (1, "TimedOut", NOW + SECOND)
    assert order(db) == ["other"]
    message(db, 501, "help", priority=Priority.DANGER)
    assert order(db) == ["help"]
    assert delivery.unsent_since(db, NOW) == NOW
    assert order(db, NOW + SECOND) == ["first", "second"]
    assert delivery.unsent_since(db, NOW) is None


def test_an_answer_to_a_tap_goes_beside_all_that_and_holds_up_nothing(db: Session) -> None:
    tap = message(db, 501, "", kind=OutboxKind.TAP_ANSWER)
    later = message(db, 501, "", kind=OutboxKind.TAP_ANSWER, due_at=NOW + SECOND)
    message(db, 501, "words")
    assert delivery.tap_answers(db, NOW, []) == [tap]
    assert delivery.tap_answers(db, NOW, [tap.id]) == []
    delivery.note_retry(db, tap.id, "TimedOut", NOW + 2 * SECOND)
    assert order(db) == ["words"]
    assert delivery.tap_answers(db, NOW + SECOND, []) == [later]


def test_nothing_waits_for_a_time_planned_by_a_clock_that_was_set_back(db: Session) -> None:
    ahead = NOW + DAY
    first = outbox.put(db, outbox.Draft(501, Body("first"), Priority.ANSWER), ahead)
    outbox.put(db, outbox.Draft(501, Body("second"), Priority.ANSWER), ahead)
    delivery.note_retry(db, first.id, "TimedOut", ahead + SECOND)
    assert order(db) == ["first", "second"]


# --- what became of it


def test_a_sent_row_knows_its_message(db: Session) -> None:
    row = message(db)
    delivery.note_sent(db, row, 90, NOW + SECOND)
    assert (row.state, row.message_id) == (OutboxState.SENT, 90)
    assert (row.settled_at, row.due_at) == (NOW + SECOND, None)


def test_new_words_that_came_while_it_was_under_way_follow_as_an_edit(db: Session) -> None:
    row = message(db, text="old")
    under_way = OutboxRow.model_validate(row)
    outbox.edit(db, row, Body("new"), NOW)
    delivery.note_sent(db, under_way, 90, NOW)
    (change,) = outbox.in_state(db, OutboxState.QUEUED)
    assert (change.kind, change.body.text, change.target_id) == (OutboxKind.EDIT, "new", row.id)


def test_a_message_that_was_taken_back_too_late_did_arrive(db: Session) -> None:
    row = message(db, topic="t:1")
    outbox.withdraw(db, "t:1", NOW)
    delivery.note_sent(db, row, 90, NOW)
    db.refresh(row)
    assert (row.state, row.message_id) == (OutboxState.SENT, 90)


def test_from_a_shared_telephone_a_message_goes_after_its_time(db: Session) -> None:
    row = message(db, goes_after=DAY)
    delivery.note_sent(db, row, 90, NOW)
    (deletion,) = outbox.in_state(db, OutboxState.QUEUED)
    assert (deletion.kind, deletion.message_id) == (OutboxKind.DELETE, 90)
    assert (deletion.due_at, deletion.chat_id) == (NOW + DAY, row.chat_id)


@pytest.mark.parametrize("kind", OutboxKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("is_somebodys", [True, False])
def test_somebody_is_told_of_a_person_s_message_that_can_t_be_delivered(
    db: Session, cast: People, kind: OutboxKind, *, is_somebodys: bool
) -> None:
    row = message(db, kind=kind, person_id=cast.anna.id if is_somebodys else None)
    delivery.note_undeliverable(db, row.id, "BadRequest", NOW)
    db.refresh(row)
    assert (row.state, row.reason) == (OutboxState.UNDELIVERABLE, "BadRequest")
    is_told = is_somebodys and kind in (OutboxKind.MESSAGE, OutboxKind.FETCH)
    assert row.failure_due_at == (NOW if is_told else None)


def test_what_was_settled_can_t_become_undeliverable_or_be_tried_again(db: Session) -> None:
    row = message(db)
    delivery.note_sent(db, row, 90, NOW)
    delivery.note_undeliverable(db, row.id, "BadRequest", NOW)
    delivery.note_retry(db, row.id, "TimedOut", NOW + DAY)
    db.refresh(row)
    assert (row.state, row.reason, row.due_at) == (OutboxState.SENT, None, None)
    assert (row.failure_due_at, row.tries) == (None, 0)


def test_a_closed_chat_marks_its_person_and_ends_all_that_waits_for_it(
    db: Session, cast: People
) -> None:
    account = cast.anna.telegram_id
    assert account is not None
    rows = [
        message(db, account, person_id=cast.anna.id, due_at=due_at) for due_at in (NOW, NOW + DAY)
    ]
    other = message(db, 501)
    deletion = message(db, account, kind=OutboxKind.DELETE)  # works all the same
    delivery.note_unreachable(db, account, "Forbidden", NOW)
    for row in (*rows, other, deletion, cast.anna):
        db.refresh(row)
    assert cast.anna.unreachable_at == NOW
    assert {row.state for row in rows} == {OutboxState.UNDELIVERABLE}
    assert {row.failure_due_at for row in rows} == {NOW}
    assert {other.state, deletion.state} == {OutboxState.QUEUED}


def test_the_new_words_of_a_message_that_is_gone_are_sent_as_a_message(
    db: Session, cast: People
) -> None:
    row = message(db, topic="t:1", person_id=cast.anna.id)
    delivery.note_sent(db, row, 90, NOW)
    outbox.edit(db, row, Body("new"), NOW)
    (change,) = outbox.in_state(db, OutboxState.QUEUED)
    delivery.send_anew(db, change, NOW)
    delivery.send_anew(db, change, NOW)
    (anew,) = outbox.in_state(db, OutboxState.QUEUED)
    assert (anew.kind, anew.body.text, anew.topic) == (OutboxKind.MESSAGE, "new", "t:1")
    assert anew.person_id == cast.anna.id
