"""What goes wrong inside, an update or the database, and what people notice."""

import asyncio
import sqlite3
from contextlib import closing
from threading import Timer

import pytest

from bot.records import inbox
from bot.records.inbox import InboxState
from tests.clock import melbourne
from tests.loops.prepared import Town, listening, run_in

SORRY = "Something went wrong here and I couldn't deal with your last message."
HELP = "Please call 000 now"
NOT_PASSED_ON = "I couldn't pass this on to anybody. Please don't wait for them."
NO_TIMES = "No times are booked for you here."
ALARM = "Between Sessions needs you: parked:"
UNREACHABLE = "can't be reached here since"


# --- an update that can't be worked


def is_asked_for_a_note(town: Town) -> None:
    """Bring Anna to the step that takes what she types next."""
    town.book(town.row_of(town.anna), melbourne("2026-12-01 11:00"))
    town.anna.types("My times")
    town.anna.taps("I can't come")
    town.anna.taps("Cancel it, something happened")
    town.anna.hears()


def test_an_update_that_cannot_be_built_delays_only_its_own_chat_and_is_parked(town: Town) -> None:
    town.receives_broken_block_of(town.anna)
    town.anna.types("My times")
    town.ben.types("My times")
    assert town.anna.hears() == []
    assert [text[: len(NO_TIMES)] for text in town.ben.hears()] == [NO_TIMES]

    for seconds, tries in ((0.9, 1), (0.1, 2), (3.9, 2)):
        town.wait(seconds=seconds)
        waiting = [row for row in town.inbox_rows() if row.state is InboxState.OPEN]
        assert waiting[0].tries == tries
        assert town.anna.hears() == []
    town.wait(seconds=0.1)
    sorry, times = town.anna.hears()
    assert sorry.startswith(SORRY) and "03 9000 0000" in sorry
    assert times.startswith(NO_TIMES)
    town.operator.sees(ALARM)
    assert len(town.operator.hears()) == 1


def test_a_message_whose_handling_fails_is_tried_again_and_then_owned_up_to(town: Town) -> None:
    is_asked_for_a_note(town)
    town.spoil("UPDATE dialogue SET data_sealed = x'00'")
    town.anna.types("My son is ill")
    town.ben.types("My times")
    town.ben.sees(NO_TIMES)
    assert town.anna.hears() == []
    town.wait(seconds=5)
    town.anna.sees(SORRY)
    town.operator.sees(ALARM)
    assert all("My son" not in bubble.text for bubble in town.operator.account.screen)
    parked = [row for row in town.inbox_rows() if row.state is InboxState.PARKED]
    assert [row.raw["message"]["text"] for row in parked] == ["My son is ill"]
    town.anna.types("/cancel")
    town.anna.sees("All right, I've stopped asking.")


def test_what_is_mended_in_time_is_worked_as_if_nothing_had_been(town: Town) -> None:
    is_asked_for_a_note(town)
    with town.database.transaction() as db:
        row = db.connection().exec_driver_sql("SELECT data_sealed FROM dialogue").one()
    town.spoil("UPDATE dialogue SET data_sealed = x'00'")
    town.anna.types("My son is ill")
    town.spoil("UPDATE dialogue SET data_sealed = :sealed", sealed=row[0])
    town.wait(seconds=1)
    assert town.anna.last.startswith("Cancelled: Tuesday 1 December")
    town.anna.sees_nothing_of(SORRY)
    assert town.operator.hears() == []


def test_danger_words_overtake_the_broken_message_before_them(town: Town) -> None:
    is_asked_for_a_note(town)
    town.spoil("UPDATE dialogue SET data_sealed = x'00'")
    town.anna.types("My son is ill")
    town.anna.types("and I want to die")
    assert len(town.anna.hears()) == 1
    town.anna.sees(HELP)
    town.maria.sees("Urgent. Please open now.")
    town.wait(seconds=5)
    assert len(town.anna.hears()) == 1
    town.anna.sees("I haven't passed that on yet.")  # nor is it an answer to what was asked


def test_danger_words_are_answered_even_if_the_update_cannot_be_built(town: Town) -> None:
    account = town.anna.account
    bubble = account.chat.post(account.account, "I want to kill myself")
    broken = account.chat.message(bubble) | {"entities": [{"type": "of next year"}]}
    town.receives("message", broken)
    town.settle()
    town.anna.sees(HELP)
    town.maria.sees("Urgent. Please open now.")
    town.maria.taps("Open")
    town.maria.sees("«I want to kill myself»")


def test_danger_words_get_a_number_at_once_even_if_handling_them_fails(town: Town) -> None:
    row = town.row_of(town.maria)
    town.spoil("UPDATE person SET name_sealed = x'00' WHERE id = :id", id=row.id)
    town.anna.types("I want to kill myself")
    (numbers,) = town.anna.hears()
    assert numbers.startswith(HELP) and numbers.endswith(NOT_PASSED_ON)
    town.spoil(
        "UPDATE person SET name_sealed = :old WHERE id = :id", old=row.name_sealed, id=row.id
    )
    town.wait(seconds=1)
    town.anna.sees("I've passed on what you wrote to Maria Santos and Dr Lindqvist.")
    town.maria.sees("Urgent. Please open now.")


def test_danger_words_that_fail_three_times_still_raise_the_alert_alone(town: Town) -> None:
    row = town.row_of(town.maria)  # the answer would name her
    town.spoil("UPDATE person SET name_sealed = x'00' WHERE id = :id", id=row.id)
    town.anna.types("I want to kill myself")
    town.anna.hears()
    town.wait(seconds=5)
    (numbers,) = town.anna.hears()
    assert numbers.startswith(HELP)
    assert numbers.endswith("I've passed on what you wrote. I can't say when somebody will see it.")
    town.operator.sees(ALARM)
    town.lindqvist.sees("Urgent. Please open now.")
    town.lindqvist.taps("Open")
    town.lindqvist.sees("«I want to kill myself»")


def test_danger_words_that_reach_nobody_after_three_tries_say_so(town: Town) -> None:
    town.spoil(
        "CREATE TRIGGER spoilt BEFORE INSERT ON danger_alert BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    town.anna.types("I want to kill myself")
    town.wait(seconds=5)
    at_once, after_three = town.anna.hears()
    for numbers in (at_once, after_three):
        assert numbers.startswith(HELP) and numbers.endswith(NOT_PASSED_ON)
    town.operator.sees(ALARM)
    assert town.lindqvist.hears() == []


def test_two_updates_that_cannot_even_be_read_stop_nobody_else(town: Town) -> None:
    for words in ("one", "two", "three"):
        town.anna.account.types(words)
    town.ben.account.types("My times")
    town.do("receive")
    town.spoil(
        "UPDATE inbox SET raw_sealed = x'00' WHERE state = 'open' AND chat_id = :chat",
        chat=town.anna.account.id,
    )
    town.settle()
    town.ben.sees(NO_TIMES)
    town.wait(seconds=20)
    assert [text.startswith(SORRY) for text in town.anna.hears()] == [True] * 3


def test_a_parked_message_that_gets_another_try_is_answered(town: Town) -> None:
    is_asked_for_a_note(town)
    with town.database.transaction() as db:
        row = db.connection().exec_driver_sql("SELECT data_sealed FROM dialogue").one()
    town.spoil("UPDATE dialogue SET data_sealed = x'00'")
    town.anna.types("My son is ill")
    town.wait(seconds=5)
    town.anna.sees(SORRY)
    town.spoil("UPDATE dialogue SET data_sealed = :sealed", sealed=row[0])
    with town.database.transaction() as db:
        assert inbox.reopen(db, inbox.parked(db)[0].id)
    town.settle()
    assert town.anna.last.startswith("Cancelled: Tuesday 1 December")


def test_an_operator_who_cannot_be_reached_is_not_told_of_that_for_ever(town: Town) -> None:
    town.operator.account.deletes_account()
    town.receives_broken_block_of(town.anna)
    town.settle()
    town.wait(seconds=30)
    assert town.calls_to(town.operator).count(False) == 1


# --- a database that is locked


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN"])
def test_a_locked_database_loses_nothing_and_blames_nobody(town: Town, begin: str) -> None:
    town.book(town.row_of(town.ben), melbourne("2026-12-01 11:00"))
    town.anna.account.types("first")
    town.do("receive")
    town.anna.account.types("My times")
    town.queue(town.maria, "News from the office.")
    with town.locked(begin):
        town.hand.wait_until(melbourne("2026-11-30 11:00"))
        for _time in range(5):
            town.do("receive", "work", "tick")
        assert town.telegram.pending == 1, "nothing is confirmed that isn't stored"
        assert town.anna.hears() + town.ben.hears() == []
    town.let_run(seconds=20)
    assert {(row.tries, row.state) for row in town.inbox_rows()} == {(0, InboxState.DONE)}
    free_text, times = town.anna.hears()
    assert free_text.startswith("I'm a program") and times.startswith(NO_TIMES)
    assert town.ben.hears() == ["Tomorrow, Tuesday 1 December, 11:00 am. Room 2."]
    assert town.maria.hears() == ["News from the office."]
    assert town.operator.hears() == []


def test_after_a_commit_that_failed_others_can_use_the_database_at_once(town: Town) -> None:
    town.anna.account.types("My times")
    with town.locked("BEGIN"):
        town.do("receive")
    with closing(sqlite3.connect(town.file, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")


def test_a_message_that_was_sent_while_the_database_was_locked_comes_once(town: Town) -> None:
    town.queue(town.anna, "once")
    town.telegram.faults.fail("slow", chat_id=town.anna.account.id)
    before = len(town.calls_to(town.anna))

    async def send_meanwhile() -> None:
        refused, loop = asyncio.Event(), asyncio.get_running_loop()

        def note(_context: object) -> None:
            loop.call_soon_threadsafe(refused.set)

        await town.app.send.step()
        with town.locked("BEGIN"), listening(town.database.engine, "handle_error", note):
            town.answers_go.set()
            await refused.wait()
            assert len(town.calls_to(town.anna)) == before + 1, "Telegram has it already"
        await town.app.send.drain()
        await town.app.send.step()
        await town.app.send.drain()

    run_in(town, send_meanwhile())
    assert town.anna.hears() == ["once"]
    assert len(town.calls_to(town.anna)) == before + 1


def test_a_lock_that_passes_is_simply_waited_for(town: Town) -> None:
    other = sqlite3.connect(town.file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.2, other.execute, ["ROLLBACK"])
    release.start()
    town.anna.types("My times")
    release.join()
    other.close()
    town.anna.sees(NO_TIMES)
