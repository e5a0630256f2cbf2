"""Something isn't right, on the client's side: permission, words, preview, and taking it back."""

from collections.abc import Callable

import pytest

from bot.records.cases import CaseState
from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.conversations.concerns import (
    CONDUCT,
    IF_AWAY,
    LINDQVIST,
    MARIA,
    OKAFOR,
    OUTSIDE,
    TUESDAY,
    WORDS,
    alert,
    case_of,
    entries_of,
    readers_of,
    write,
)
from tests.practice import Cast


def test_a_concern_from_permission_to_what_happens_next(welcomed: Cast) -> None:
    anna = welcomed.anna
    welcomed.practice.wait_until(TUESDAY)
    anna.taps("Something isn't right")
    anna.sees("You're allowed to say this. Your times, your fees and how you're treated stay")
    anna.sees("Dr Okafor isn't told unless you agree.")
    else_here = "It's about somebody else here"
    call = "I'd rather be called"
    assert anna.labels == [MARIA, LINDQVIST, OKAFOR, call, else_here, OUTSIDE, "Not now"]
    anna.taps(MARIA)
    anna.sees("Nothing goes to Maria before you have seen it.")
    anna.taps("I can't be open")
    anna.sees("Got it. Anything more?")
    anna.types(WORDS)
    anna.sees("Got both. Anything more?")
    anna.types("maybe its me")
    assert anna.last == "Got all of it."
    anna.taps("That's all")
    assert anna.last == (
        "This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n«I can't be open»\n"
        f"«{WORDS}»\n«maybe its me»\n\n"
        "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria."
    )
    anna.taps(IF_AWAY)
    assert anna.last == (
        "Sent at 3:05 pm. You can take it back for one minute.\n\n"
        "Maria looks at it by tomorrow, 3:00 pm, and answers you here by "
        "Thursday 3 December, 5:00 pm. If that doesn't happen, I'll tell you. "
        "Then I'll ask Dr Lindqvist too.\n\n"
        "To add something, write it here. To see how it stands, tap «Something isn't right». "
        "(If you phone about it: C-1001.)"
    )
    assert [each.person_id for each in readers_of(welcomed.practice)] == [
        welcomed.maria_row.id,
        welcomed.lindqvist_row.id,
    ]


def test_a_wrong_doing_can_t_be_sent_to_whom_it_is_about_and_the_words_are_kept(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed, WORDS, CONDUCT, to=OKAFOR)
    welcomed.anna.sees("it's for somebody other than Dr Okafor to hear. Your words are kept here.")
    assert welcomed.anna.labels == [LINDQVIST, MARIA, OUTSIDE, "Don't send"]  # a senior first
    welcomed.anna.taps(LINDQVIST)
    assert f"«{WORDS}»\n«{CONDUCT}»" in welcomed.anna.last
    welcomed.anna.taps("Send")
    welcomed.practice.wait(days=1)
    assert welcomed.okafor.hears() == []
    assert case_of(welcomed.practice).kind is Kind.CONDUCT


def test_own_words_about_a_wrong_doing_count_like_the_sentence_for_it(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed, "he put his hand on my leg and i froze", to=OKAFOR)
    assert welcomed.anna.labels == [LINDQVIST, MARIA, OUTSIDE, "Don't send"]


def test_to_the_psychologist_it_goes_after_the_preview_and_nobody_else_may_read_it(
    welcomed: Cast,
) -> None:
    alert(welcomed, "We're not getting anywhere", to=OKAFOR)
    assert IF_AWAY not in welcomed.anna.sees("This is what Dr Okafor will get:").labels
    welcomed.okafor.taps("Open")
    welcomed.okafor.sees("«We're not getting anywhere» (chosen sentence)")
    welcomed.okafor.sees_nothing_of("Please say nothing")
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == []


def test_danger_in_the_middle_gets_help_the_step_waits_and_the_case_is_without_it(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(TUESDAY)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps(MARIA)
    welcomed.anna.types("i want to die")
    assert welcomed.anna.last.startswith("Please call 000 now")
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("Go on with what you asked")
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("That's all")
    assert "want to die" not in welcomed.anna.last
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS]


@pytest.mark.parametrize("step", range(5))
def test_a_restart_between_any_two_steps_changes_nothing(welcomed: Cast, step: int) -> None:
    practice, anna = welcomed.practice, welcomed.anna
    practice.wait_until(TUESDAY)
    acts: list[Callable[[], None]] = [
        lambda: anna.taps("Something isn't right"),
        lambda: anna.taps(MARIA),
        lambda: anna.types(WORDS),
        lambda: anna.taps("That's all"),
        lambda: anna.taps("Send"),
    ]
    for number, act in enumerate(acts):
        act()
        if number == step:
            practice.start()
    practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    welcomed.maria.sees(f"«{WORDS}»")


def test_the_first_reader_can_t_be_reached_any_more_when_it_is_sent(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    write(welcomed)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.taps("Send")
    welcomed.anna.sees("Maria can't be reached here now, so it wasn't sent.")
    assert case_of(welcomed.practice).state is CaseState.DRAFT
    welcomed.anna.taps("Choose somebody else")
    welcomed.anna.taps(LINDQVIST)
    assert f"«{WORDS}»" in welcomed.anna.last
    welcomed.anna.taps("Send")
    welcomed.practice.wait(minutes=1)
    welcomed.lindqvist.sees("Something for you.")


def test_at_night_nobody_is_rung_and_the_promise_counts_from_opening(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-02 02:00"))
    alert(welcomed)
    welcomed.anna.sees("Maria looks at it by tomorrow, 9:00 am")
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert welcomed.maria.hears() == [
        "Something for you. First look by Thursday 3 December, 9:00 am."
    ]
