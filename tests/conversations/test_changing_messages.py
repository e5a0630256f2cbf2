"""Messages that change, hide, or go by themselves; and «Plain messages» for those who hear them."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from bot.buttons import button
from bot.incoming import Incoming, IncomingKind
from bot.records import dialogue, outbox
from bot.records.outbox import Body, Draft, OutboxKind, OutboxRow, OutboxState, Priority
from bot.records.people import Person
from bot.turn import PROTECTED_STAYS, Turn
from tests.practice import Cast

NEXT = [button("Seven", "check_in:answer", 1, 1, 7)]


def rows_after(
    cast: Cast, act: Callable[[Turn], None], *, tapped: bool, plain: bool = False
) -> tuple[list[OutboxRow], str | None]:
    """What `act` queues after a tap on a reminder, or after typing; and the step that waits."""
    with cast.practice.look() as db:
        anna = db.get_one(Person, cast.anna_row.id)
        anna.plain_messages = plain
        chat_id = anna.telegram_id or 0
        shown = outbox.put(
            db, Draft(chat_id, Body("…"), Priority.REMINDER, person_id=anna.id),
            cast.practice.hand.now(),
        )  # fmt: skip
        shown.state, shown.message_id = OutboxState.SENT, 9001
        kind = IncomingKind.TAP if tapped else IncomingKind.TEXT
        turn = Turn(
            db=db, now=cast.practice.hand.now(), practice=cast.practice.settings.practice(),
            chat_id=chat_id, origin="test", somebody=anna,
            incoming=Incoming(kind, chat_id, message_id=9001),
        )  # fmt: skip
        act(turn)
        assert turn.has_answered
        step = dialogue.waiting(db, anna.id)
        rows = db.exec(select(OutboxRow).where(OutboxRow.id > shown.id)).all()
        for row in rows:
            assert row.kind is not OutboxKind.EDIT or row.target_id == shown.id
        return list(rows), step.step if step is not None else None


def changes(turn: Turn) -> None:
    turn.change("next", NEXT, then="check_in:typed", check_in_id=1)


def test_a_tap_changes_the_message_and_the_step_waits(welcomed: Cast) -> None:
    (row,), step = rows_after(welcomed, changes, tapped=True)
    assert (row.kind, row.body.text, step) == (OutboxKind.EDIT, "next", "typed")
    assert row.priority == Priority.ANSWER, "it doesn't wait as long as the reminder might"


def test_who_typed_gets_a_new_message(welcomed: Cast) -> None:
    (row,), step = rows_after(welcomed, changes, tapped=False)
    assert (row.kind, row.body.text, step) == (OutboxKind.MESSAGE, "next", "typed")


def test_with_plain_messages_a_tap_gets_a_new_one_too(welcomed: Cast) -> None:
    (row,), step = rows_after(welcomed, changes, tapped=True, plain=True)
    assert (row.kind, row.body.text, step) == (OutboxKind.MESSAGE, "next", "typed")


def test_a_change_that_asks_nothing_waits_for_nothing(welcomed: Cast) -> None:
    (row,), step = rows_after(welcomed, lambda turn: turn.change("done"), tapped=True)
    assert (row.kind, step) == (OutboxKind.EDIT, None)


def test_hiding_takes_the_tapped_message_away_at_once(welcomed: Cast) -> None:
    (row,), _step = rows_after(welcomed, lambda turn: turn.hide(), tapped=True)
    assert (row.kind, row.message_id, row.priority) == (OutboxKind.DELETE, 9001, Priority.ANSWER)
    assert row.due_at == welcomed.practice.hand.now()


def test_what_is_protected_goes_after_ten_minutes(welcomed: Cast) -> None:
    (row,), _step = rows_after(welcomed, lambda turn: turn.say_protected("…"), tapped=True)
    assert row.body.protected
    assert (
        timedelta(seconds=row.goes_after_seconds or 0) == PROTECTED_STAYS == timedelta(minutes=10)
    )


def test_an_opened_alert_is_gone_ten_minutes_later(welcomed: Cast) -> None:
    welcomed.anna.types("I want to die")
    welcomed.maria.taps("Open")
    welcomed.maria.sees("«I want to die»")
    welcomed.practice.wait(minutes=9)
    welcomed.maria.sees("«I want to die»")
    welcomed.practice.wait(minutes=2)
    welcomed.maria.sees_nothing_of("«I want to die»")


# --- the setting


def test_plain_messages_are_the_clients_to_choose(welcomed: Cast) -> None:
    def is_plain() -> bool:
        with welcomed.practice.look() as db:
            return db.get_one(Person, welcomed.anna_row.id).plain_messages

    anna = welcomed.anna
    anna.taps("Settings")
    anna.sees("Plain messages: off. Some messages change as you go; a screen reader may miss that.")
    anna.taps("Plain messages")
    anna.sees("From now on each step is a new message, so that a screen reader reads it out.")
    assert is_plain()
    anna.taps("Settings")
    anna.sees("Plain messages: on. Each step is a new message, which a screen reader reads out.")
    anna.types("changing messages")
    anna.sees("From now on some messages change as you go, so that the chat stays short.")
    assert not is_plain()
