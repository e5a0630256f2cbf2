"""A time for a call: who gets the number, and an offer that nobody stands by any more."""

import pytest

from tests.clock import melbourne
from tests.conversations.concerns import IF_AWAY, entries_of, hear, take
from tests.conversations.test_concern_call import keep_number
from tests.practice import Cast

NUMBER = "0400 000 000"
SLOT = "Monday 7 December, 10:00 am"


def offered(cast: Cast) -> None:
    take(cast, by=IF_AWAY)
    cast.maria.presses_data("1:case_times:offer:1")
    cast.maria.types("Let us talk.")
    cast.maria.taps("Monday 7 December")
    cast.maria.taps("10:00 am")
    cast.maria.taps("Send")


def test_a_time_is_kept_for_nobody_once_who_offered_it_is_gone(welcomed: Cast) -> None:
    offered(welcomed)
    offer = welcomed.anna.sees("There's an answer for you.")
    welcomed.anna.taps("Choose a time", bubble=offer)
    welcomed.anna.taps(SLOT)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    hear(welcomed)
    welcomed.anna.types(NUMBER)
    off = "Maria doesn't look after it any more, so no call is agreed. Nothing was passed on."
    assert welcomed.anna.last == off
    assert welcomed.anna.labels == ["Wait", "Write back"]  # Dr Lindqvist is asked already
    welcomed.anna.taps("Choose a time", bubble=offer)
    assert welcomed.anna.last == off
    welcomed.lindqvist.presses_data("1:taking:take:1")
    welcomed.anna.taps("Choose a time", bubble=offer)
    assert welcomed.anna.labels == ["Write back"]
    assert NUMBER not in "".join(entry.text for entry in entries_of(welcomed.practice))


def test_the_number_goes_to_who_offered_and_to_nobody_else(welcomed: Cast) -> None:
    offered(welcomed)
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps(SLOT)
    welcomed.anna.types(NUMBER)
    welcomed.maria.presses_data("1:cases:open:1")
    assert NUMBER in welcomed.maria.last
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.taps("Hand on without a note")
    welcomed.lindqvist.taps("Open")
    assert "A number for a call; only Maria sees it." in welcomed.lindqvist.last
    welcomed.lindqvist.taps("I'll take it")
    welcomed.lindqvist.presses_data("1:cases:open:1")
    assert NUMBER not in welcomed.lindqvist.last
    welcomed.practice.wait_until(melbourne("2026-12-03 10:00"))


def test_a_known_number_is_offered_and_a_message_is_asked_about_afterwards(welcomed: Cast) -> None:
    keep_number(welcomed)
    offered(welcomed)
    welcomed.practice.wait(minutes=1)
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps(SLOT)
    assert welcomed.anna.last == "Which number? It goes to Maria."
    assert welcomed.anna.labels == [f"Use {NUMBER}", "Another time"]
    welcomed.anna.taps(f"Use {NUMBER}")
    assert welcomed.anna.last == (
        f"{SLOT}, on that number. It goes to Maria, who keeps it with your message.\n\n"
        "If you can't pick up, may Maria leave a message there?"
    )
    asked = welcomed.anna.sees("may Maria leave a message there?")
    hear(welcomed)
    welcomed.anna.types("no")
    assert welcomed.anna.last == "OK: no message, please. That stands beside the number now."
    assert welcomed.maria.hears() == []  # the number has rung, and nobody has opened it
    welcomed.maria.presses_data("1:cases:open:1")
    assert f"«{SLOT}: {NUMBER} · no message, please»" in welcomed.maria.last
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    welcomed.anna.taps("Yes, a message is fine", bubble=asked)
    assert welcomed.maria.hears() == ["C-1001: an answer is in."]
    assert entries_of(welcomed.practice)[-1].text == f"{SLOT}: {NUMBER} · a message is fine"


def test_nothing_but_a_number_gets_an_answer_about_messages(welcomed: Cast) -> None:
    offered(welcomed)
    for entry in entries_of(welcomed.practice):
        welcomed.anna.presses_data(f"1:case_call:may_leave:1:{entry.id}:1")
        welcomed.anna.sees("I can't find that any more.")
        welcomed.ben.presses_data(f"1:case_call:may_leave:1:{entry.id}:1")
        welcomed.ben.presses_data(f"1:case_call:kept:1:{entry.id}:0")
    assert not any(" · " in entry.text for entry in entries_of(welcomed.practice))


@pytest.mark.parametrize("tap", ["day", "time"])
@pytest.mark.parametrize("number", [0, 1, 99, 3_652_059, 2_147_483_647])
def test_a_day_or_time_that_was_never_offered_shows_the_days(
    welcomed: Cast, tap: str, number: int
) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_times:offer:1")
    welcomed.maria.types("Let us talk.")
    entry = entries_of(welcomed.practice)[-1]
    welcomed.maria.presses_data(f"1:case_times:{tap}:1:{entry.id}:{number}")
    assert welcomed.maria.last.startswith("Which day?")


def test_times_to_talk_can_be_written(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.presses_data("1:case_times:offer:1")
    welcomed.maria.types("Let us talk.")
    for typed, sentence in {
        "soon": "I don't understand that as days and times.",
        "7/12/2020 at 9": "That is over already: Monday 7 December, 9:00 am.",
        "7/12 at 9, 9.10, 9.20, 9.30, 9.40 and 9.50": "5 times are enough to choose from.",
    }.items():
        welcomed.maria.hears()
        welcomed.maria.types(typed)
        assert welcomed.maria.hears()[0].startswith(sentence)
    welcomed.maria.types("7/12 at 4, 8/12 at 9.30 and 12.30")
    times = (
        "Monday 7 December, 4:00 pm · Tuesday 8 December, 9:30 am · Tuesday 8 December, 12:30 pm"
    )
    assert times in welcomed.maria.last
    welcomed.maria.taps("Send")
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps("Tuesday 8 December, 12:30 pm")
    welcomed.anna.sees("Which number")
