"""A client who leaves in the middle, and replies to what is over: told the truth, and nothing is lost."""

import pytest

from bot.records.cases import CaseState
from tests.clock import melbourne
from tests.conversations.concerns import (
    MARIA,
    WORDS,
    alert,
    case_of,
    close,
    entries_of,
    hear,
    send,
    take,
    write,
)
from tests.conversations.test_concern_about import say
from tests.practice import Cast

NOT_SENT = "What you began under «Something isn't right» isn't sent. Nobody has read it."


def test_whoever_stops_in_the_middle_reads_that_nothing_is_sent(welcomed: Cast) -> None:
    write(welcomed)
    preview = welcomed.anna.sees("This is what Maria will get:")
    say(welcomed.anna, "STOP")
    assert welcomed.anna.last.endswith(NOT_SENT)
    welcomed.anna.taps("Send", bubble=preview)  # and it can still be sent
    welcomed.anna.sees("You can take it back for one minute.")
    say(welcomed.anna, "STOP")
    assert NOT_SENT not in welcomed.anna.last
    assert "Only answers to what you told me under «Something isn't right» still" in (
        welcomed.anna.last
    )


def test_whoever_pauses_in_the_middle_reads_it_too(welcomed: Cast) -> None:
    say(welcomed.anna, "Something isn't right", MARIA, WORDS)
    welcomed.anna.presses_data("1:privacy:pause_for:7")
    assert welcomed.anna.last.endswith(NOT_SENT)


def test_without_a_word_written_nothing_is_said_of_it(welcomed: Cast) -> None:
    say(welcomed.anna, "Something isn't right", MARIA, "STOP")
    assert NOT_SENT not in welcomed.anna.last


def test_a_client_who_blocks_the_bot_leaves_an_open_case_with_its_next_step(
    welcomed: Cast,
) -> None:
    """Without a name: that somebody can't be reached isn't said of the case, nor the case of them."""
    alert(welcomed, by="Send without my name")
    hear(welcomed)
    welcomed.anna.account.blocks_bot()
    welcomed.practice.settle()
    heard = welcomed.maria.hears()
    assert any("Anna" in text for text in heard)  # the office must phone about times
    assert not any("C-1001" in text for text in heard)
    assert welcomed.lindqvist.hears() == []
    assert case_of(welcomed.practice).state is CaseState.WAITING
    assert case_of(welcomed.practice).due_at is not None
    say(welcomed.maria, "Cases")
    say(welcomed.maria, next(each for each in welcomed.maria.labels if "C-1001" in each))
    welcomed.maria.sees("From a client (name not shown)")
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    say(welcomed.maria, "I'll take it")
    assert "Anna" not in " ".join(welcomed.maria.hears())


def test_a_reply_to_an_older_case_is_for_that_one(welcomed: Cast) -> None:
    alert(welcomed)
    older = welcomed.anna.sees("Sent at 3:05 pm.")
    welcomed.practice.wait(minutes=5)
    send(welcomed, "something else")
    welcomed.practice.wait(minutes=1)
    welcomed.anna.types("this is for the first", reply_to=older)
    assert entries_of(welcomed.practice, 1)[-1].text == "this is for the first"
    assert [entry.text for entry in entries_of(welcomed.practice, 2)] == ["something else"]


def test_a_reply_to_a_closed_case_opens_that_one_again(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    hear(welcomed)
    welcomed.practice.wait(days=2)
    welcomed.anna.types("it came back", reply_to=welcomed.anna.sees("Your message is closed."))
    welcomed.anna.sees("It's open again and goes to Maria.")
    assert case_of(welcomed.practice).state is CaseState.WAITING


@pytest.mark.parametrize("is_open", [True, False])
def test_a_reply_to_a_message_of_no_case_goes_nowhere_unasked(
    welcomed: Cast, is_open: bool
) -> None:
    if is_open:
        alert(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-05 11:00"))
    reminder = welcomed.anna.sees("Tuesday 8 December, 11:00 am")
    welcomed.anna.types("she never listens to me", reply_to=reminder)
    welcomed.anna.sees("Nobody has read")
    said = [entry.text for entry in entries_of(welcomed.practice)] if is_open else []
    assert "she never listens to me" not in said
