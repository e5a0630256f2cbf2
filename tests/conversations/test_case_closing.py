"""Closing a case: a last line is shown before it goes, and whose case it closes."""

import pytest

from bot.records.cases import CaseState
from tests.conversations.concerns import WORDS, case_of, close, entries_of, take
from tests.practice import Cast


def asks_for_a_line(cast: Cast) -> None:
    take(cast)
    cast.maria.presses_data("1:case_closing:close:1")
    cast.maria.taps("Practical matter, settled")
    cast.maria.sees("A last line to Anna?")


def test_a_line_that_was_meant_for_somebody_else_closes_nothing(welcomed: Cast) -> None:
    asks_for_a_line(welcomed)
    welcomed.practice.wait(days=1)
    welcomed.anna.hears()
    welcomed.maria.types("Ben, your invoice is corrected.")
    assert welcomed.maria.last == (
        "«Ben, your invoice is corrected.»\nGoes to: Anna B., C-1001.\nIt closes the case."
    )
    shown = welcomed.maria.sees("Goes to: Anna B., C-1001.")
    welcomed.maria.taps("Don't close")
    welcomed.maria.sees("All right. Nothing was sent.")
    welcomed.maria.taps("Send and close", bubble=shown)
    welcomed.maria.sees("That wasn't sent, and I no longer have it.")
    assert welcomed.anna.hears() == []
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS]
    assert case_of(welcomed.practice).state is CaseState.TAKEN


def test_a_changed_line_goes_once(welcomed: Cast) -> None:
    asks_for_a_line(welcomed)
    welcomed.maria.types("first try")
    welcomed.maria.taps("Change")
    welcomed.maria.types("take care, Anna")
    shown = welcomed.maria.sees("«take care, Anna»")
    welcomed.maria.taps("Send and close", bubble=shown)
    welcomed.maria.taps("Send and close", bubble=shown)
    welcomed.maria.sees("C-1001 is closed. Nothing was sent.")
    said = [text for text in welcomed.anna.hears() if "Your message is closed" in text]
    assert said == [
        "There's news for you.\n\nFrom Maria Santos:\n«take care, Anna»\n\n"
        "Your message is closed. You can open it again any time."
    ]
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS, "take care, Anna"]


@pytest.mark.parametrize("word", ["no", "None.", "Skip"])
def test_a_typed_no_is_not_sent_as_a_line(welcomed: Cast, word: str) -> None:
    asks_for_a_line(welcomed)
    welcomed.maria.types(word)
    assert welcomed.maria.last == "No line. Shall I close it?\nGoes to: Anna B., C-1001."
    welcomed.anna.hears()
    welcomed.maria.taps("Close without a line")
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nYour message is closed. You can open it again any time."
    ]
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS]


def test_a_stopped_client_is_not_said_to_be_asked_in_a_week(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.anna.types("STOP")
    close(welcomed)
    welcomed.maria.sees("I can't ask Anna here in a week how it is.")
    welcomed.maria.sees_nothing_of("I'll ask Anna once")


@pytest.mark.parametrize("number", ["5", "99"])
def test_a_made_up_outcome_closes_nothing(welcomed: Cast, number: str) -> None:
    asks_for_a_line(welcomed)
    welcomed.maria.types("a line")
    entry = entries_of(welcomed.practice)[-1]
    welcomed.maria.presses_data(f"1:case_closing:send:1:{entry.id}:{number}")
    welcomed.ben.presses_data(f"1:case_closing:send:1:{entry.id}:1")
    assert case_of(welcomed.practice).state is CaseState.TAKEN
