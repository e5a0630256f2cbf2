"""Delivery: what arrives in which order, what an edit does, and what a broken row cannot do."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlmodel import Session

from bot.loops.bells import Bells
from bot.loops.pace import Pace
from bot.loops.send import Send
from bot.records import outbox
from bot.records.database import Database
from bot.records.outbox import Body, OutboxState, Priority
from bot.turn import Turn
from tests.clock import melbourne
from tests.loops.prepared import Town, run_in
from tests.practice import Someone

LONG = "".join(f"{number:04} " for number in range(1000)).strip()  # 4,999 characters
T = TypeVar("T")
HELP = "Please call 000 now"


def say(town: Town, someone: Someone, *texts: str) -> None:
    """Say these things to somebody in one turn."""
    with town.database.transaction() as db:
        cause = len(outbox.in_state(db, OutboxState.QUEUED))
        turn = Turn(
            db=db,
            now=town.hand.now(),
            practice=town.app.work.practice,
            chat_id=someone.account.id,
            origin=f"test:{town.hand.monotonic()}:{cause}",
        )
        for text in texts:
            turn.say(text)


def edit(
    town: Town, row_id: int, text: str, buttons: Sequence[Sequence[Sequence[str]]] = ()
) -> None:
    def act(db: Session) -> None:
        row = db.get(outbox.OutboxRow, row_id)
        assert row is not None, "the test has queued it"
        outbox.edit(db, row, Body(text, buttons), town.hand.now())

    with town.database.transaction() as db:
        act(db)


# --- order


def test_a_text_that_is_too_long_arrives_in_parts_and_in_order(town: Town) -> None:
    say(town, town.anna, LONG, "the end")
    town.settle()
    first, second, end = town.anna.hears()
    assert len(first) > 4000 and f"{first} {second}" == LONG
    assert end == "the end"


def test_the_parts_of_a_turn_stay_in_order_while_the_first_is_tried_again(town: Town) -> None:
    town.telegram.faults.fail("server_error", chat_id=town.anna.account.id, times=2)
    say(town, town.anna, "one", "two")
    say(town, town.anna, "three")
    town.queue(town.anna, "four", priority=Priority.ANSWER)
    say(town, town.ben, "hello")
    town.let_run(seconds=0.9)
    assert (town.anna.hears(), town.ben.hears()) == ([], ["hello"])
    town.let_run(seconds=5)
    assert town.anna.hears() == ["one", "two", "three", "four"]


def test_words_of_danger_are_answered_before_what_waits_in_the_chat(town: Town) -> None:
    town.telegram.faults.fail("server_error", chat_id=town.anna.account.id)
    say(town, town.anna, "one", "two")
    town.let_run(seconds=0.1)
    town.anna.account.types("I want to die")
    town.let_run(seconds=5)
    help_now, *rest = town.anna.hears()
    assert HELP in help_now and rest == ["one", "two"]


def test_who_just_did_something_is_answered_before_others_get_reminders(town: Town) -> None:
    chats = [town.account(f"Client {number}") for number in range(3)]
    for someone in chats:
        someone.account.types("/start")
    town.settle()
    for someone in chats:
        someone.hears()
        say(town, someone, "a reminder")
    town.anna.account.types("/help")
    town.do("receive", "work")
    seen = len(town.telegram.calls_of("sendMessage"))
    town.settle()
    to = [call.params["chat_id"] for call in town.telegram.calls_of("sendMessage")[seen:]]
    assert to == [town.anna.account.id, *(someone.account.id for someone in chats)]


# --- taps


def test_a_tap_is_answered_at_once_in_a_chat_that_has_to_wait(town: Town) -> None:
    town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
    town.anna.types("My times")
    town.anna.hears()
    faults, chat_id = town.telegram.faults, town.anna.account.id
    faults.fail("too_many_requests", chat_id=chat_id, retry_after=20)
    town.anna.account.taps("I'll be there")
    town.let_run(seconds=1)
    assert (town.anna.account.unanswered_taps, town.anna.hears()) == ([], [])
    town.let_run(seconds=20)
    assert town.anna.last.startswith("Good. See you on Tuesday 8 December")


def test_the_answer_to_a_tap_is_given_up_after_fifteen_seconds(town: Town) -> None:
    town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
    town.anna.types("My times")
    seen = len(town.telegram.calls_of("answerCallbackQuery"))
    town.telegram.faults.fail("server_error", method="answerCallbackQuery", times=100)
    town.anna.account.taps("I'll be there")
    town.let_run(minutes=2)
    assert 2 <= len(town.telegram.calls_of("answerCallbackQuery")[seen:]) <= 6
    assert town.app.send.outcomes["expired"] == 1
    assert town.anna.last.startswith("Good. See you on Tuesday 8 December")
    town.telegram.faults.clear()
    assert town.operator.hears() == []


# --- edits


def test_an_edit_changes_the_message_on_the_screen(town: Town) -> None:
    row_id = town.queue(town.maria, "Open.")
    town.settle()
    edit(town, row_id, "Anna has it.")
    town.settle()
    assert town.maria.hears() == ["Anna has it."]
    town.maria.sees_nothing_of("Open.")


def test_an_edit_of_a_message_that_was_deleted_is_sent_anew(town: Town) -> None:
    row_id = town.queue(town.maria, "Open.")
    town.settle()
    town.maria.account.deletes(town.maria.sees("Open."))
    edit(town, row_id, "Anna has it.")
    town.settle()
    assert town.maria.hears() == ["Anna has it."]
    assert town.operator.hears() == []


def test_what_is_sent_anew_to_a_shared_telephone_goes_after_a_day_too(town: Town) -> None:
    row_id = town.queue(town.anna, "Tuesday.", goes_after=timedelta(days=1))
    town.settle()
    town.wait(days=1, minutes=1)
    town.anna.sees_nothing_of("Tuesday.")
    edit(town, row_id, "Wednesday.")
    town.settle()
    town.anna.sees("Wednesday.")
    town.wait(days=1, minutes=1)
    town.anna.sees_nothing_of("Wednesday.")


def test_an_edit_that_changes_nothing_counts_as_done(town: Town) -> None:
    row_id = town.queue(town.maria, "Open.")
    town.settle()
    edit(town, row_id, "Open.")
    town.settle()
    assert town.app.send.outcomes == {"sent": 2}
    assert town.operator.hears() == []


def test_an_edit_of_what_was_not_sent_yet_replaces_it(town: Town) -> None:
    due_at = town.hand.now() + timedelta(minutes=3)
    row_id = town.queue(town.maria, "Anna is coming.", due_at=due_at)
    edit(town, row_id, "Anna isn't coming.")
    town.wait(minutes=3)
    assert town.maria.hears() == ["Anna isn't coming."]
    assert len(town.telegram.calls_of("editMessageText")) == 0


def test_what_is_replaced_while_it_is_being_sent_is_edited_afterwards(town: Town) -> None:
    row_id = town.queue(town.maria, "Anna is coming.")
    town.telegram.faults.fail("slow", chat_id=town.maria.account.id)

    async def send_and_replace() -> None:
        await town.app.send.step()
        assert town.sent(row_id).state is OutboxState.QUEUED, "Telegram hasn't answered yet"
        edit(town, row_id, "Anna isn't coming.")
        town.answers_go.set()
        await town.app.send.drain()

    run_in(town, send_and_replace())
    assert town.maria.hears() == ["Anna is coming."]
    town.settle()
    assert town.maria.hears() == ["Anna isn't coming."]
    town.maria.sees_nothing_of("Anna is coming.")


# --- the pace


class SlowDatabase(Database):
    """Each transaction takes longer than the pace wants between two messages."""

    def __init__(self, town: Town) -> None:
        super().__init__(town.settings.database_url.get_secret_value())
        self._hand = town.hand

    async def run(self, act: Callable[[Session], T]) -> T:
        self._hand.let_seconds_pass(0.05)
        return await super().run(act)


def test_a_message_does_not_wait_for_the_pace_again_after_a_slow_look(town: Town) -> None:
    for someone in (town.anna, town.ben):
        town.queue(someone, "Hello")
    slow, pace = SlowDatabase(town), Pace(30, town.hand.monotonic)
    while pace.wait_seconds() == 0:
        pace.note_send(0)
        pace.note_end()
    send = Send(
        gateway=town.gateway, practice=town.app.work.practice, database=slow,
        clock=town.hand.clock(), bells=Bells(), pace=pace,
    )  # fmt: skip

    async def ring_early() -> None:
        await send.step()  # before the pace allows it, as when a bell rings
        await send.drain()

    run_in(town, ring_early())
    slow.close()
    assert [town.anna.hears(), town.ben.hears()] == [["Hello"], ["Hello"]]


# --- a row that can't be sent


def test_a_message_that_cannot_even_be_read_does_not_stop_its_chat(town: Town) -> None:
    row_id = town.queue(town.anna, "unreadable")
    town.spoil("UPDATE outbox SET body_sealed = x'00' WHERE id = :id", id=row_id)
    say(town, town.anna, "readable")
    say(town, town.ben, "hello")
    town.let_run(seconds=10)
    assert (town.anna.hears(), town.ben.hears()) == (["readable"], ["hello"])
    assert town.sent(row_id).state is OutboxState.UNDELIVERABLE
    town.operator.sees(f"refused:{row_id}")
    town.maria.sees("A message to Anna B. didn't arrive.")


def test_a_message_that_telegram_refuses_is_told_and_the_next_ones_arrive(town: Town) -> None:
    row_id = town.queue(town.anna, "x" * 5000)  # a turn would have split it
    say(town, town.anna, "short")
    town.let_run(seconds=5)
    assert town.anna.hears() == ["short"]
    town.operator.sees(f"refused:{row_id}")
    town.maria.sees("A message to Anna B. didn't arrive.")


def test_half_a_character_in_a_text_stops_nothing(town: Town) -> None:
    button = ("half \ud800", "1:menu:none")
    town.queue(town.anna, "half \ud83d", buttons=[[button]])
    say(town, town.ben, "hello")
    town.let_run(seconds=5)
    assert (town.anna.hears(), town.ben.hears()) == (["half ?"], ["hello"])
    assert town.anna.labels == ["half ?"]


def test_an_answer_of_telegram_that_cannot_be_read_is_not_logged_with_what_people_wrote(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town.telegram.faults.fail("bad_gateway", method="getUpdates")
    town.settle()
    assert caplog.text == ""


def test_an_alarm_that_cannot_be_sent_raises_no_alarm_about_itself(town: Town) -> None:
    town.operator.account.deletes_account()
    refused = town.queue(town.anna, "x" * 5000)
    town.settle()
    town.wait(minutes=1)
    assert town.sent(refused).state is OutboxState.UNDELIVERABLE
    assert town.calls_to(town.operator)[-1:] == [False]
    assert town.calls_to(town.operator).count(False) == 1
