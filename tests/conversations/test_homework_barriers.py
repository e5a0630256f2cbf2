"""What gets in the way of homework, and what each of it leads to."""

import pytest

from bot.records.homework import Barrier, HomeworkState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, only, remind
from tests.conversations.rhythms import notes_heard
from tests.practice import Cast


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


@pytest.mark.parametrize(
    ("typed", "barrier"),
    [
        ("no time", Barrier.NO_TIME),
        ("I forget", Barrier.FORGET),
        ("too hard", Barrier.TOO_HARD),
        ("4", Barrier.NOT_SURE_HOW),
        ("doesnt feel right", Barrier.NOT_RIGHT),
    ],
)
def test_what_gets_in_the_way_can_be_typed(asked: Cast, typed: str, barrier: Barrier) -> None:
    asked.anna.taps("Still struggling")
    asked.anna.types(typed)
    assert only(asked).barrier is barrier


def test_something_else_asks_for_words_that_nobody_else_sees(asked: Cast) -> None:
    asked.anna.taps("Still struggling")
    asked.anna.taps("Something else")
    asked.anna.sees("A few words are enough, or skip it. Only you see them for now.")
    asked.anna.types("my mother reads my notebook")
    asked.anna.taps("Leave it until we meet")
    assert asked.anna.last == (
        "All right. It waits until you meet, and I won't ask again.\n\nShall Dr Okafor know? "
        "Dr Okafor would see the task and what you wrote about it. Nothing more."
    )
    asked.anna.taps("No, keep it to me")
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []


@pytest.mark.parametrize(
    ("barrier", "offered"),
    [
        ("No time", ["Another hour", "Do a smaller part", "Leave it until we meet"]),
        ("I forget", ["Remind me more often", "Another hour", "Leave it until we meet"]),
        ("Too hard", ["Do a smaller part", "Leave it until we meet", "Ask Dr Okafor about it"]),
        ("Not sure how", ["Ask Dr Okafor about it", "Do a smaller part", "Leave it until we meet"]),
    ],
)
def test_each_leads_to_what_could_be_done_about_it(
    asked: Cast, barrier: str, offered: list[str]
) -> None:
    asked.anna.taps("Still struggling")
    asked.anna.taps(barrier)
    assert asked.anna.last == "What would you like to do?"
    assert asked.anna.labels == offered


def test_own_words_lead_to_the_three(asked: Cast) -> None:
    for label in ("Still struggling", "Something else", "Skip"):
        asked.anna.taps(label)
    assert asked.anna.labels == [
        "Do a smaller part", "Leave it until we meet", "Ask Dr Okafor about it",
    ]  # fmt: skip


def test_another_hour_is_for_all_notes_and_this_one_comes_at_it(asked: Cast) -> None:
    for label in ("Still struggling", "No time", "Another hour"):
        asked.anna.taps(label)
    assert asked.anna.last == (
        "At what hour shall I ask? All your notes come at that hour then. So far it's 7:00 pm."
    )
    asked.anna.taps("9:00 am")
    assert asked.anna.last == (
        "Good. Notes come at 9:00 am from now on. I'll ask about this one tomorrow at 9:00 am.\n\n"
        "Shall Dr Okafor know? Dr Okafor would see the task and «no time». Nothing more."
    )
    asked.anna.hears()
    asked.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert len(notes_heard(asked.anna)) == 1


def test_another_hour_that_comes_too_late_promises_nothing(asked: Cast) -> None:
    asked.practice.wait_until(melbourne("2026-12-07 20:00"))
    for label in ("Still struggling", "No time", "Another hour", "12:00 pm"):
        asked.anna.taps(label)
    asked.anna.sees("Good. Notes come at 12:00 pm from now on. I won't ask about this one again.")
    assert only(asked).remind_at is None


def test_who_forgets_can_be_asked_more_often(asked: Cast) -> None:
    for label in ("Still struggling", "I forget", "Remind me more often"):
        asked.anna.taps(label)
    assert asked.anna.last == "So far I won't ask about it again. How often shall I ask?"
    asked.anna.taps("Every day")
    assert asked.anna.last == (
        "Good. I'll ask every day, until you meet. Next time: tomorrow at 7:00 pm."
    )
    assert only(asked).rhythm is Rhythm.DAILY
    for label in ("Still struggling", "I forget"):
        asked.anna.taps(label)
    assert asked.anna.labels == ["Another hour", "Leave it until we meet"]


def test_left_until_they_meet_a_daily_one_is_asked_no_more(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    for label in ("Still struggling", "I forget", "Remind me more often", "Every day"):
        asked.anna.taps(label)
    for label in ("Still struggling", "Too hard", "Leave it until we meet"):
        asked.anna.taps(label)
    asked.anna.sees("All right. It waits until you meet, and I won't ask again.")
    asked.anna.taps("Partly", bubble=reminder)
    asked.anna.hears()
    asked.practice.wait_until(SESSION)
    assert notes_heard(asked.anna) == []
    assert only(asked).state is HomeworkState.PARTLY


def test_a_smaller_part_of_a_daily_one_is_asked_about_each_day(asked: Cast) -> None:
    for label in ("Still struggling", "I forget", "Remind me more often", "Every day"):
        asked.anna.taps(label)
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("one line")
    asked.anna.sees("I'll ask about that instead, tomorrow at 7:00 pm: «one line».")
    for day in (3, 4):
        asked.anna.hears()
        asked.practice.wait_until(melbourne(f"2026-12-{day:02} 19:00"))
        assert any("«one line»" in each for each in notes_heard(asked.anna))


def test_an_hour_that_was_never_offered_is_refused(asked: Cast) -> None:
    asked.anna.presses_data(f"1:struggle:at_hour:{only(asked).id}:3")
    asked.anna.sees("Sorry, that no longer works.")


def struggles(cast: Cast, *labels: str) -> None:
    for label in ("Still struggling", *labels):
        cast.anna.taps(label)


@pytest.mark.parametrize("labels", [("Too hard", "Do a smaller part"), ("Something else",)])
def test_what_is_too_long_is_not_kept_in_part(asked: Cast, labels: tuple[str, ...]) -> None:
    struggles(asked, *labels)
    for piece in ("x" * 4096, "the end of it"):
        asked.anna.types(piece)
        asked.anna.sees("That is more than I can keep here: 2000 characters.")
        assert asked.anna.labels == ["Write it anew", "Leave it until we meet"]
    row = only(asked)
    assert (row.smaller_part, row.obstacle) == (None, None)
    asked.anna.taps("Write it anew")
    asked.anna.types("y" * 2000)
    row = only(asked)
    assert "y" * 2000 in (row.smaller_part, row.obstacle)


def test_a_long_smaller_part_is_said_short_and_can_be_read_whole(asked: Cast) -> None:
    part = "\u202eone line, then another. \U0001f494" * 60
    struggles(asked, "Too hard", "Do a smaller part")
    asked.anna.types(part)
    assert len(asked.anna.last) < 700
    assert asked.anna.last.count("\u2068") == asked.anna.last.count("\u2069") == 1
    asked.anna.taps("Read it all")
    assert asked.anna.last == part.strip()
