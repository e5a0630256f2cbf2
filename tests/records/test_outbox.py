"""The outbox: what is queued, changed, taken back, once for each cause."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot.records import outbox, sent_messages, told
from bot.records.outbox import Body, OutboxKind, OutboxRow, OutboxState, Priority
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, message

CLOSED = [state for state in OutboxState if state is not OutboxState.QUEUED]
NEVER_ARRIVED = [state for state in CLOSED if state is not OutboxState.SENT]


def queued(db: Session) -> list[OutboxRow]:
    return list(outbox.in_state(db, OutboxState.QUEUED))


def test_a_message_is_due_at_once_unless_it_says_when(db: Session) -> None:
    now, later = message(db), message(db, due_at=NOW + DAY, good_until=NOW + 2 * DAY)
    assert (now.due_at, now.good_until, now.state) == (NOW, None, OutboxState.QUEUED)
    assert (later.due_at, later.good_until) == (NOW + DAY, NOW + 2 * DAY)


def test_a_body_comes_back_whole(db: Session) -> None:
    body = Body("Hi é", [[("Yes", "1:a:b")]], [["My times"]], silent=True, callback_id="x")
    row = outbox.put(db, outbox.Draft(501, body, Priority.ALERT), NOW)
    db.expire_all()
    assert row.body.text == "Hi é" and row.body.silent and not row.body.protected
    assert [list(map(list, each)) for each in row.body.buttons] == [[["Yes", "1:a:b"]]]
    assert list(map(list, row.body.keyboard)) == [["My times"]]


def test_one_cause_queues_one_message(db: Session) -> None:
    first = message(db, text="first", dedupe_key="inbox:7:1")
    assert message(db, text="second", dedupe_key="inbox:7:1") is first
    assert message(db, dedupe_key="inbox:7:2") is not first
    assert message(db) is not message(db), "without a key nothing is compared"
    assert first.body.text == "first"


def test_a_message_that_was_sent_is_not_queued_again(db: Session) -> None:
    first = message(db, dedupe_key="inbox:7:1")
    outbox.close(db, first.id, OutboxState.SENT, NOW)
    assert message(db, dedupe_key="inbox:7:1") is first
    assert queued(db) == []


def test_the_database_refuses_doubles_too(db: Session) -> None:
    first, second = message(db, dedupe_key="a"), message(db, dedupe_key="b")
    second.dedupe_key = first.dedupe_key
    with pytest.raises(IntegrityError):
        db.flush()
    db.rollback()


# --- editing


def test_an_unsent_message_gets_the_new_words(db: Session) -> None:
    row = message(db, text="old")
    outbox.edit(db, row, Body("new"), NOW)
    outbox.edit(db, row, Body("newer"), NOW)
    assert (row.body.text, row.revision) == ("newer", 2)
    assert queued(db) == [row]


def test_a_sent_message_is_edited_in_its_chat(db: Session, cast: People) -> None:
    row = message(db, topic="t:1", person_id=cast.anna.id, priority=Priority.ALERT)
    row.state = OutboxState.SENT
    outbox.edit(db, row, Body("new"), NOW)
    (change,) = queued(db)
    assert (change.kind, change.target_id, change.body.text) == (OutboxKind.EDIT, row.id, "new")
    assert (change.chat_id, change.topic, change.person_id, change.priority) == (
        row.chat_id, row.topic, row.person_id, row.priority,
    )  # fmt: skip
    assert row.body.text == "Hello"


def test_an_answer_to_a_tap_doesn_t_wait_behind_reminders(db: Session) -> None:
    row = message(db, priority=Priority.REMINDER)
    row.state = OutboxState.SENT
    outbox.edit(db, row, Body("new"), NOW, priority=Priority.ANSWER)
    assert [change.priority for change in queued(db)] == [Priority.ANSWER]


@pytest.mark.parametrize("state", NEVER_ARRIVED, ids=lambda state: state.value)
def test_a_message_that_never_arrives_is_not_brought_back_by_an_edit(
    db: Session, state: OutboxState
) -> None:
    row = message(db)
    row.state = state
    outbox.edit(db, row, Body("new"), NOW)
    assert queued(db) == []


# --- taking back


@pytest.mark.parametrize("state", CLOSED, ids=lambda state: state.value)
def test_a_row_is_closed_once(db: Session, state: OutboxState) -> None:
    row = message(db)
    assert outbox.close(db, row.id, state, NOW + SECOND)
    assert not outbox.close(db, row.id, OutboxState.WITHDRAWN, NOW + DAY)
    db.refresh(row)
    assert (row.state, row.settled_at, row.due_at) == (state, NOW + SECOND, None)


def test_what_waits_about_a_topic_is_taken_back(db: Session) -> None:
    mine = [message(db, topic="therapy_session:7", due_at=NOW + DAY) for _time in range(2)]
    sent, other = message(db, topic="therapy_session:7"), message(db, topic="therapy_session:70")
    outbox.close(db, sent.id, OutboxState.SENT, NOW)
    db.refresh(sent)
    assert outbox.withdraw(db, "therapy_session:7", NOW) == 2
    assert outbox.withdraw(db, "therapy_session:7", NOW) == 0
    assert {row.id for row in outbox.in_state(db, OutboxState.WITHDRAWN)} == {
        row.id for row in mine
    }
    assert queued(db) == [other]


def test_who_wants_no_more_still_gets_answers_and_alerts(db: Session, cast: People) -> None:
    for priority in Priority:
        message(db, priority=priority, person_id=cast.anna.id)
        message(db, priority=priority, person_id=cast.ben.id)
    outbox.withdraw_from(db, cast.anna.id, NOW)
    left = [Priority(row.priority) for row in queued(db) if row.person_id == cast.anna.id]
    assert left == [Priority.DANGER, Priority.ANSWER, Priority.ALERT]
    assert len([row for row in queued(db) if row.person_id == cast.ben.id]) == len(Priority)
    outbox.withdraw_from(db, cast.anna.id, NOW, least=Priority.ALERT)
    left = [Priority(row.priority) for row in queued(db) if row.person_id == cast.anna.id]
    assert left == [Priority.DANGER, Priority.ANSWER]


def test_what_waits_goes_with_its_person_to_their_new_chat(db: Session, cast: People) -> None:
    mine, ben_s = message(db, person_id=cast.anna.id), message(db, person_id=cast.ben.id)
    sent = message(db, person_id=cast.anna.id)
    deletion = message(db, person_id=cast.anna.id, kind=OutboxKind.DELETE)
    outbox.close(db, sent.id, OutboxState.SENT, NOW)
    outbox.move(db, cast.anna.id, 777)
    for row in (mine, ben_s, sent, deletion):
        db.refresh(row)
    assert [row.chat_id for row in (mine, ben_s, sent, deletion)] == [777, 501, 501, 501]


@pytest.mark.parametrize("state", OutboxState, ids=lambda state: state.value)
def test_whether_anything_about_a_topic_has_gone_or_will_go(
    db: Session, state: OutboxState
) -> None:
    row = message(db, topic="t:1")
    row.state = state
    db.flush()
    assert told.is_on_its_way(db, "t:1") == (state not in NEVER_ARRIVED)
    assert not told.is_on_its_way(db, "t:10")


def test_a_message_on_a_shared_telephone_is_taken_away_later(db: Session) -> None:
    row = outbox.put(db, outbox.deletion(501, 90, 86400, NOW), NOW)
    assert (row.kind, row.due_at, row.message_id) == (OutboxKind.DELETE, NOW + DAY, 90)
    assert message(db, goes_after=timedelta(days=1)).goes_after_seconds == 86400
    assert len(db.exec(select(OutboxRow)).all()) == 2


def test_once_a_telephone_turns_out_to_be_shared_what_it_shows_is_taken_away(db: Session) -> None:
    def said(ago: timedelta, **fields: Any) -> int:
        row = message(db, **{"message_id": int(ago.total_seconds()), **fields})
        row.state, row.settled_at = OutboxState.SENT, NOW - ago
        db.flush()
        assert row.message_id is not None
        return row.message_id

    shown = [said(HOUR), said(2 * HOUR)]
    said(3 * HOUR, chat_id=502)
    said(4 * HOUR, goes_after=DAY)  # has its own deletion
    said(DAY)  # so old that Telegram might refuse to delete it a day from now
    message(db)
    sent_messages.take_away_later(db, 501, NOW)
    deletions = [row for row in queued(db) if row.kind is OutboxKind.DELETE]
    assert [row.message_id for row in deletions] == shown
    assert [row.due_at for row in deletions] == [NOW + 23 * HOUR, NOW + 22 * HOUR]
