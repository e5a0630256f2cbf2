"""What goes out is what was shown; for a minute nobody knows of it, and it can be taken back."""

import pytest
from sqlmodel import select

from bot.records.cases import CaseState
from bot.records.outbox import OutboxRow
from tests.clock import melbourne
from tests.conversations.concerns import (
    CONDUCT,
    MARIA,
    OKAFOR,
    TUESDAY,
    WORDS,
    alert,
    case_of,
    entries_of,
    hear,
    send,
    write,
)
from tests.practice import Cast, Practice


def test_the_preview_is_word_for_word_what_is_read(welcomed: Cast) -> None:
    alert(welcomed, "I don't feel heard", "  two\nlines, 100 % <b>{name}</b> «so» ", "😀 third")
    preview = welcomed.anna.sees("This is what Maria will get:").text.split("\n\n")[1]
    welcomed.maria.taps("Open")
    shown = welcomed.maria.last.replace(" (chosen sentence)", "")
    heading, words = preview.split("\n", 1)
    assert heading in shown and words in shown


def test_nobody_knows_for_a_minute_and_then_one_bare_alert_rings(welcomed: Cast) -> None:
    send(welcomed)
    welcomed.practice.wait(seconds=59)
    welcomed.maria.taps("Cases")
    assert welcomed.maria.hears() == ["Nothing waits for you."]
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.presses_data("1:taking:take:1")
    welcomed.maria.sees_nothing_of("clock")
    welcomed.maria.hears()
    welcomed.practice.wait(seconds=1)
    assert welcomed.maria.hears() == [
        "Something for you. First look by Wednesday 2 December, 3:00 pm."
    ]
    assert welcomed.lindqvist.hears() == welcomed.okafor.hears() == []


@pytest.mark.parametrize("seconds", [0, 59])
def test_taken_back_within_the_minute_nothing_is_left(welcomed: Cast, seconds: int) -> None:
    send(welcomed)
    welcomed.practice.wait(seconds=seconds)
    welcomed.anna.taps("Take it back")
    assert welcomed.anna.last == "Taken back. Nobody has read it, and nobody can any more."
    welcomed.practice.wait(days=3)
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    assert case_of(welcomed.practice).state is CaseState.DROPPED
    assert_no_words_are_kept(welcomed.practice, WORDS)


def assert_no_words_are_kept(practice: Practice, words: str) -> None:
    """Neither in the case nor in what was shown of it."""
    assert entries_of(practice) == []
    with practice.look() as db:
        assert not [row.id for row in db.exec(select(OutboxRow)) if words in row.body.text]


def test_take_it_back_from_how_it_stands_counts_within_the_minute_too(welcomed: Cast) -> None:
    send(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("C-1001. Sent to Maria. Nobody has taken it on yet.")
    welcomed.anna.taps("Take it back")
    assert case_of(welcomed.practice).state is CaseState.DROPPED


def test_after_the_minute_it_can_still_be_taken_back_and_that_is_said(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.anna.taps("Take it back")
    welcomed.anna.sees("The minute is over. Shall I take it back all the same?")
    welcomed.anna.taps("No, leave it")
    welcomed.anna.sees("C-1001. Sent to Maria.")
    assert case_of(welcomed.practice).state is CaseState.WAITING


def test_a_double_tap_on_send_sends_once(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed)
    preview = welcomed.anna.sees("This is what Maria will get:")
    welcomed.anna.account.taps("Send")
    welcomed.anna.account.taps("Send", bubble=preview)
    welcomed.practice.settle()
    welcomed.anna.sees("That is sent already.")
    welcomed.practice.wait(minutes=1)
    assert len(welcomed.maria.hears()) == 1


def test_send_sends_what_stood_above_it_and_no_words_that_came_after(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed)
    old = welcomed.anna.sees("This is what Maria will get:")
    welcomed.anna.taps("I can't be open", bubble=welcomed.anna.sees("Tap a sentence"))
    welcomed.anna.taps("Send", bubble=old)
    welcomed.anna.sees("It has changed since then. This is how it stands now.")
    assert "«I can't be open»" in welcomed.anna.last
    assert case_of(welcomed.practice).state is CaseState.DRAFT


def test_an_old_preview_without_a_name_never_sends_it_with_one(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed)
    welcomed.anna.taps("Send without my name")
    nameless = welcomed.anna.sees("From a client (name not shown) · about Dr Okafor")
    welcomed.anna.sees("Maria won't see your name, but may still guess from what you wrote, or")
    welcomed.anna.taps("With my name")
    welcomed.anna.taps("Send", bubble=nameless)
    assert case_of(welcomed.practice).state is CaseState.DRAFT
    assert "From Anna B." in welcomed.anna.last


def test_a_wrong_doing_that_is_tapped_after_the_preview_doesn_t_slip_through(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed, WORDS, to=OKAFOR)
    preview = welcomed.anna.sees("This is what Dr Okafor will get:")
    assert "Send without my name" not in welcomed.anna.labels
    welcomed.anna.taps(CONDUCT, bubble=welcomed.anna.sees("Tap a sentence that fits"))
    welcomed.anna.taps("Send", bubble=preview)
    welcomed.anna.sees("it's for somebody other than Dr Okafor to hear.")
    welcomed.practice.wait(days=1)
    assert welcomed.okafor.hears() == []


def test_change_it_begins_the_words_anew_and_an_empty_one_is_not_sent(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed, WORDS, CONDUCT)
    welcomed.anna.taps("Only Maria")
    all_said, preview = welcomed.anna.sees("Got both."), welcomed.anna.sees("This is what Maria")
    welcomed.anna.taps("Change it")
    welcomed.anna.taps("That's all", bubble=all_said)
    welcomed.anna.sees("There are no words in it yet. Write them here.")
    welcomed.anna.taps("Send", bubble=preview)
    assert case_of(welcomed.practice).state is CaseState.DRAFT
    welcomed.anna.types("only this")
    welcomed.anna.taps("That's all")
    assert WORDS not in welcomed.anna.last
    assert "«only this»" in welcomed.anna.last


def test_not_now_and_don_t_send_pass_nothing_on(welcomed: Cast) -> None:
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Not now")
    welcomed.anna.sees("That's fine. Nothing was passed on.")
    write(welcomed)
    welcomed.anna.taps("Don't send")
    assert welcomed.anna.last == "Not sent. Nobody has read it, and nobody will."
    welcomed.practice.wait(days=2)
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    assert_no_words_are_kept(welcomed.practice, WORDS)


def test_what_was_not_sent_is_said_once_and_can_still_be_sent(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-11-30 22:00"))
    write(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 07:59"))
    assert welcomed.anna.hears() == []  # not at night
    welcomed.practice.wait_until(melbourne("2026-12-02 08:00"))
    unfinished = (
        "Something isn't finished yet. Nothing was sent. I keep it until Saturday 5 December."
    )
    assert welcomed.anna.hears() == [unfinished]
    welcomed.anna.taps("Show it")
    welcomed.anna.taps("Send")
    welcomed.anna.sees("Sent at 8:00 am.")
    assert case_of(welcomed.practice).misses == 0


def test_who_stopped_hears_nothing_of_a_draft_and_without_words_nothing_is_kept(
    welcomed: Cast,
) -> None:
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps(MARIA)
    hear(welcomed)
    welcomed.practice.wait(days=1)
    assert welcomed.anna.hears() == []
    assert case_of(welcomed.practice).state is CaseState.DROPPED
    write(welcomed)
    welcomed.anna.types("STOP")
    hear(welcomed)
    welcomed.practice.wait(days=4)
    assert welcomed.anna.hears() == []
    assert case_of(welcomed.practice, 2).state is CaseState.DROPPED


def test_a_draft_is_thrown_away_after_four_days_with_its_words(welcomed: Cast) -> None:
    write(welcomed)
    preview = welcomed.anna.sees("This is what Maria will get:")
    welcomed.practice.wait(days=3)
    assert case_of(welcomed.practice).state is CaseState.DRAFT
    welcomed.practice.wait(days=1)
    assert sum("Something isn't finished" in text for text in welcomed.anna.hears()) == 1
    assert case_of(welcomed.practice).state is CaseState.DROPPED
    assert_no_words_are_kept(welcomed.practice, WORDS)
    welcomed.anna.taps("Send", bubble=preview)
    welcomed.anna.sees("That wasn't sent, and I no longer have it.")
    welcomed.practice.wait(days=1)
    assert welcomed.maria.hears() == []
