"""How often homework is asked about: suggested, chosen, shown, and changed at any time."""

import pytest

from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, WEDNESDAY, only
from tests.conversations.rhythms import (
    ANSWERS,
    NOTE,
    RHYTHMS,
    answer_on,
    assign_with,
    choose_daily,
    chooses,
    evening,
    notes_heard,
    on_evenings,
    suggest_daily,
)
from tests.practice import Cast


@pytest.fixture
def daily(welcomed: Cast) -> Cast:
    return choose_daily(welcomed)


# --- suggested and chosen


def test_the_first_note_carries_the_suggestion_and_without_a_yes_it_stays_once(
    welcomed: Cast,
) -> None:
    suggest_daily(welcomed)
    assert welcomed.anna.hears() == [
        f"{NOTE}\n\nDr Okafor suggests every day, until you meet. You choose. "
        "If you choose nothing, it comes just this once."
    ]
    assert welcomed.anna.labels == [*ANSWERS, "Every day", "How often?"]
    welcomed.practice.wait_until(SESSION)
    assert notes_heard(welcomed.anna) == []


def test_the_suggestion_comes_with_the_first_note_only(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    welcomed.anna.taps("Not yet")
    welcomed.anna.hears()
    welcomed.practice.wait_until(evening(3))
    assert welcomed.anna.hears() == [NOTE]
    assert welcomed.anna.labels == [*ANSWERS, "Stop this one"]


def test_once_more_is_never_suggested(welcomed: Cast) -> None:
    suggest_daily(welcomed, proposed_rhythm=Rhythm.ONCE)
    assert welcomed.anna.hears() == [NOTE]


@pytest.mark.parametrize(
    ("label", "said", "days"),
    [
        (
            "Every day",
            "every day, until you meet. Next time: tomorrow at 7:00 pm.",
            [3, 4, 5, 6, 7],
        ),
        (
            "monday to friday",
            "every day from Monday to Friday, until you meet. Next time: tomorrow at 7:00 pm.",
            [3, 4, 7],
        ),
    ],
)
def test_what_was_chosen_comes_until_they_meet_and_then_no_more(
    welcomed: Cast, label: str, said: str, days: list[int]
) -> None:
    """Four in a week, and more than one for each day that is measured: the client chose it."""
    suggest_daily(welcomed)
    if label not in welcomed.anna.labels:
        welcomed.anna.taps("How often?")
    welcomed.anna.types(label)
    assert welcomed.anna.last == f"Good. I'll ask {said}"
    assert welcomed.anna.labels == ["Stop this one"]
    welcomed.anna.hears()
    came = []
    for day in range(3, 12):
        came += on_evenings(welcomed, day)
        if came[-1:] == [day]:
            answer_on(welcomed, day)
    assert came == days
    assert only(welcomed).remind_at is None  # also after the instant at which they met


def test_once_a_week_keeps_its_day_and_ends_on_a_date(welcomed: Cast) -> None:
    homework_id = assign_with(
        welcomed,
        proposed_rhythm=Rhythm.WEEKLY,
        until_at=melbourne("2026-12-19 00:00"),
    )
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.sees("Dr Okafor suggests once a week, until Friday 18 December. You choose.")
    welcomed.anna.taps("Once a week")
    assert welcomed.anna.last == (
        "Good. I'll ask once a week, until Friday 18 December. "
        "Next time: on Wednesday 9 December at 7:00 pm."
    )
    welcomed.practice.wait_until(melbourne("2026-12-08 10:00"))
    welcomed.anna.presses_data(f"1:homework:done:{homework_id}")
    welcomed.anna.sees("I'll ask again tomorrow at 7:00 pm.")
    welcomed.anna.hears()
    assert on_evenings(welcomed, *range(9, 24)) == [9, 16]


def test_it_can_be_chosen_after_the_answer_too(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    welcomed.anna.taps("Done")
    welcomed.anna.taps("Every day")
    welcomed.anna.sees("Next time: tomorrow at 7:00 pm.")
    welcomed.anna.hears()
    assert on_evenings(welcomed, 3) == [3]


def test_just_this_once_stays_once(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    chooses(welcomed.anna, "Just this once")
    assert welcomed.anna.last == "All right, just this once. I won't ask about it again."
    welcomed.anna.hears()
    welcomed.practice.wait_until(SESSION)
    assert notes_heard(welcomed.anna) == []


def test_a_rhythm_without_a_day_left_changes_nothing(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    assign_with(welcomed, proposed_rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.taps("Every day")
    assert welcomed.anna.last == "It ends before I could ask again, so nothing changes."
    assert only(welcomed).rhythm is Rhythm.ONCE


def test_a_made_up_rhythm_is_refused(welcomed: Cast) -> None:
    homework_id = suggest_daily(welcomed)
    welcomed.anna.presses_data(f"1:homework_rhythm:choose:{homework_id}:hourly")
    welcomed.anna.sees("Sorry, that no longer works.")


@pytest.mark.parametrize("who", ["ben", "okafor", "maria"])
@pytest.mark.parametrize(
    "tap",
    ["homework_rhythm:ask:{}", "homework_rhythm:choose:{}:daily", "homework_snooze:leave:{}",
     "homework_snooze:until:{}:tomorrow", "homework:open:{}", "homework:show_answer:{}",
     "struggle:hour:{}", "struggle:at_hour:{}:9"],
)  # fmt: skip
def test_nobody_else_can_change_or_find_it(welcomed: Cast, tap: str, who: str) -> None:
    homework_id, before = suggest_daily(welcomed), only(welcomed)
    somebody, said = getattr(welcomed, who), []
    somebody.hears()
    for row_id in (homework_id, 999_999):
        somebody.presses_data("1:" + tap.format(row_id))
        said.append(somebody.hears())
    assert said[0] == said[1] == ["I can't find that note any more. /homework shows what is open."]
    assert only(welcomed).model_dump() == before.model_dump()


# --- shown and changed at any time


def test_homework_shows_the_rhythm_and_changes_it(daily: Cast) -> None:
    daily.anna.types("/homework")
    assert daily.anna.last == (
        "«Walk» Dr Okafor\n\nI'll ask every day, until you meet. Next time: tomorrow at 7:00 pm."
    )
    daily.anna.taps("How often?")
    assert daily.anna.last == (
        "I'll ask every day, until you meet. Next time: tomorrow at 7:00 pm. How often shall I ask?"
    )
    assert daily.anna.labels == [*RHYTHMS[:3], "Just once", "Another hour"]
    daily.anna.taps("Just once")
    assert daily.anna.last == (
        "All right, just once. I'll ask about it on Sunday 6 December at 7:00 pm."
    )
    daily.anna.hears()
    assert on_evenings(daily, *range(3, 10)) == [6]


def test_a_rhythm_can_be_chosen_before_the_first_note(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed, evening(6), proposed_rhythm=Rhythm.DAILY)
    welcomed.anna.types("/homework")
    assert welcomed.anna.last == (
        "«Walk» Dr Okafor\n\nI'll ask about it on Sunday 6 December at 7:00 pm.\n\n"
        "Dr Okafor suggests every day, until you meet. You choose."
    )
    welcomed.anna.taps("How often?")
    welcomed.anna.taps("Once a week")
    welcomed.anna.sees("Next time: on Sunday 6 December at 7:00 pm.")
    welcomed.anna.taps("How often?")
    welcomed.anna.taps("Every day")
    assert welcomed.anna.last.endswith("Next time: today at 7:00 pm.")


def test_another_hour_moves_what_is_planned(daily: Cast) -> None:
    for label in ("Another hour", "9:00 am"):
        daily.anna.types("/homework")
        if label == "Another hour":
            daily.anna.taps("How often?")
            daily.anna.taps(label)
        else:
            daily.anna.taps(label)
    daily.anna.types("/homework")
    daily.anna.sees("Next time: tomorrow at 9:00 am.")
    daily.anna.hears()
    daily.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert daily.anna.hears() == ["Your note for this morning.\n\n«Walk» Dr Okafor"]


def test_what_was_suggested_is_not_said_again_after_just_this_once(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    chooses(welcomed.anna, "Just this once")
    welcomed.anna.types("/homework")
    assert welcomed.anna.last == "«Walk» Dr Okafor"


def test_just_once_after_it_was_done_today_is_asked_when_it_was_said(welcomed: Cast) -> None:
    choose_daily(welcomed)
    welcomed.practice.wait_until(evening(3))
    welcomed.anna.taps("Done")
    welcomed.anna.types("/homework")
    welcomed.anna.taps("How often?")
    welcomed.anna.taps("Just once")
    welcomed.anna.sees("All right, just once. I'll ask about it on Sunday 6 December at 7:00 pm.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(evening(6))
    assert len(notes_heard(welcomed.anna)) == 1


def test_an_end_in_another_year_is_said_with_it(welcomed: Cast) -> None:
    suggest_daily(welcomed, until_at=melbourne("2027-07-02 00:00"))
    welcomed.anna.sees("Dr Okafor suggests every day, until Thursday 1 July 2027. You choose.")
