"""A psychologist proposes how often homework is asked about, and until when."""

from datetime import datetime

import pytest

from bot.records.homework import Homework, HomeworkState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, TASK, only
from tests.practice import Cast, Someone

TOMORROW = "Tomorrow evening: Tuesday 1 December, 7:00 pm"
UNTIL_THEY_MEET = "Until you meet: Tuesday 8 December"
ONCE = "Set. Anna is reminded on Tuesday 1 December, 7:00 pm. You can take it back for 3 minutes."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    return welcomed


def previews(okafor: Someone, when: str = TOMORROW) -> None:
    okafor.taps("Set homework")
    okafor.taps("Anna B.")
    okafor.types(TASK)
    okafor.taps("Skip")
    okafor.taps(when)


def suggests(okafor: Someone, rhythm: str) -> None:
    okafor.taps("Suggest another rhythm")
    okafor.taps(rhythm)


def proposed(cast: Cast) -> tuple[Rhythm | None, datetime | None]:
    row: Homework = only(cast)
    assert row.rhythm is Rhythm.ONCE, "only the client chooses it"
    return row.proposed_rhythm, row.until_at


def test_once_takes_no_tap_more(booked: Cast) -> None:
    previews(booked.okafor)
    booked.okafor.taps("Set it")
    assert booked.okafor.last == ONCE
    assert proposed(booked) == (None, None)


def test_every_day_until_they_meet_is_proposed_and_said_so(booked: Cast) -> None:
    okafor = booked.okafor
    previews(okafor)
    okafor.taps("Suggest another rhythm")
    assert okafor.last == (
        "The first reminder is on Tuesday 1 December, 7:00 pm. How often may it come? "
        "You suggest it, and Anna decides."
    )
    assert okafor.labels == ["Once", "Every day", "Monday to Friday", "Once a week"]
    okafor.taps("Every day")
    assert okafor.last == ("Until when? Tap, or write the last day, like «18 Dec» or «in 3 weeks».")
    assert okafor.labels == [UNTIL_THEY_MEET, "Once"]
    okafor.taps(UNTIL_THEY_MEET)
    okafor.sees("I ask then whether «every day until you meet» suits, and Anna decides.")
    okafor.taps("Set it")
    assert okafor.last == (
        "Set. Anna is reminded on Tuesday 1 December, 7:00 pm, and asked then whether "
        "«every day until you meet» suits. You can take it back for 3 minutes."
    )
    assert proposed(booked) == (Rhythm.DAILY, None)


@pytest.mark.parametrize(
    ("typed", "rhythm", "kept", "end", "said"),
    [
        ("18 dec", "Monday to Friday", Rhythm.WEEKDAYS, "2026-12-19 00:00",
         "Monday to Friday until Friday 18 December"),
        ("in 3 weeks", "Once a week", Rhythm.WEEKLY, "2026-12-22 00:00",
         "once a week until Monday 21 December"),
        ("until fri 18 dec 5pm", "Every day", Rhythm.DAILY, "2026-12-19 00:00",
         "every day until Friday 18 December"),
    ],
)  # fmt: skip
def test_the_last_day_can_be_typed(
    booked: Cast, typed: str, rhythm: str, kept: Rhythm, end: str, said: str
) -> None:
    previews(booked.okafor)
    suggests(booked.okafor, rhythm)
    booked.okafor.types(typed)
    booked.okafor.sees(f"I ask then whether «{said}» suits, and Anna decides.")
    booked.okafor.taps("Set it")
    assert proposed(booked) == (kept, melbourne(end))


@pytest.mark.parametrize(
    ("typed", "rhythm", "sentence"),
    [
        ("yesterday", "Every day", "Sunday 29 November is over."),
        ("tomorrow", "Every day", "By Tuesday 1 December there is only one reminder, on Tuesday 1"),
        ("in 3 days", "Once a week", "By Thursday 3 December there is only one reminder"),
        ("1 january 2029", "Every day", "Monday 1 January 2029 is more than a year away."),
        ("whenever", "Every day", "I don't find a day in that."),
    ],
)
def test_an_end_that_can_t_be_meant_is_asked_for_again(
    booked: Cast, typed: str, rhythm: str, sentence: str
) -> None:
    previews(booked.okafor)
    suggests(booked.okafor, rhythm)
    booked.okafor.types(typed)
    booked.okafor.sees(sentence)
    booked.okafor.sees("Until when?")
    booked.okafor.types("in 3 weeks")
    booked.okafor.sees("until Monday 21 December» suits")


def test_without_a_session_some_weeks_are_offered(welcomed: Cast) -> None:
    previews(welcomed.okafor)
    suggests(welcomed.okafor, "Once a week")
    assert welcomed.okafor.labels == [
        "For 2 weeks: until Tuesday 15 December",
        "For 4 weeks: until Tuesday 29 December",
        "Once",
    ]
    welcomed.okafor.taps("For 2 weeks: until Tuesday 15 December")
    welcomed.okafor.taps("Set it")
    assert proposed(welcomed) == (Rhythm.WEEKLY, melbourne("2026-12-16 00:00"))


def test_a_session_before_the_second_reminder_is_no_end(booked: Cast) -> None:
    previews(booked.okafor, "The evening before: Monday 7 December, 7:00 pm")
    suggests(booked.okafor, "Every day")
    assert booked.okafor.labels[0] == "For 2 weeks: until Monday 21 December"


def test_once_after_all(booked: Cast) -> None:
    previews(booked.okafor)
    suggests(booked.okafor, "Every day")
    booked.okafor.taps("Once")
    assert "suits" not in booked.okafor.last
    booked.okafor.taps("Set it")
    assert booked.okafor.last == ONCE
    assert proposed(booked) == (None, None)


def test_a_first_reminder_after_the_end_asks_until_when_again(booked: Cast) -> None:
    previews(booked.okafor)
    suggests(booked.okafor, "Every day")
    booked.okafor.types("5 dec")
    booked.okafor.types("sunday 7pm")
    booked.okafor.sees("Saturday 5 December is before the first reminder, on Sunday 6 December")
    booked.okafor.taps(UNTIL_THEY_MEET)
    booked.okafor.sees("Anna Brown gets this on Sunday 6 December, 7:00 pm")


def test_an_old_set_it_sets_nothing_that_it_did_not_show(booked: Cast) -> None:
    okafor = booked.okafor
    previews(okafor)
    first = okafor.sees("Anna Brown gets this on")
    suggests(okafor, "Every day")
    okafor.taps(UNTIL_THEY_MEET)
    daily = okafor.sees("«every day until you meet»")
    okafor.taps("Set it", bubble=first)
    okafor.sees("«every day until you meet» suits")
    assert only(booked).state is HomeworkState.DRAFT
    suggests(okafor, "Once")
    okafor.taps("Set it", bubble=daily)
    assert only(booked).state is HomeworkState.DRAFT
    okafor.taps("Set it")
    assert okafor.last == ONCE


@pytest.mark.parametrize(
    "data",
    ["every:{}:{}:hourly", "until:{}:{}:1", "until_meeting:{}:{}", "set_rhythm:{}:{}:daily:0",
     "set_rhythm:{}:{}:x:5", "rhythm:{}:1", "every:{}:1:daily", "read:{}:1"],
)  # fmt: skip
def test_a_made_up_button_sets_nothing(booked: Cast, data: str) -> None:
    previews(booked.okafor)
    minute = int(melbourne("2026-12-01 19:00").timestamp()) // 60
    booked.okafor.hears()
    booked.okafor.presses_data(f"1:assignments:{data.format(only(booked).id, minute)}")
    assert booked.okafor.hears() != []
    assert only(booked).state is HomeworkState.DRAFT
    assert proposed(booked) == (None, None)


@pytest.mark.parametrize("who", ["anna", "ben", "maria"])
@pytest.mark.parametrize("tap", ["rhythm:{}:{}", "every:{}:{}:daily", "until:{}:{}:29000000",
                                 "until_meeting:{}:{}", "set_rhythm:{}:{}:daily:0", "read:{}:{}",
                                 "all:{}", "why_anew:{}"])  # fmt: skip
def test_nobody_else_touches_it(booked: Cast, who: str, tap: str) -> None:
    previews(booked.okafor)
    someone: Someone = getattr(booked, who)
    someone.hears()
    someone.presses_data(f"1:assignments:{tap.format(only(booked).id, 29999999)}")
    assert len(someone.hears()) == 1
    someone.sees_nothing_of(TASK)
    assert proposed(booked) == (None, None)


def test_change_it_keeps_what_was_suggested(booked: Cast) -> None:
    okafor = booked.okafor
    previews(okafor)
    suggests(okafor, "Every day")
    okafor.taps(UNTIL_THEY_MEET)
    okafor.taps("Change it")
    okafor.types("Walk")
    okafor.taps("Skip")
    okafor.taps(TOMORROW)
    okafor.sees("I ask then whether «every day until you meet» suits, and Anna decides.")
    okafor.taps("Set it")
    assert proposed(booked) == (Rhythm.DAILY, None)


def test_what_was_suggested_to_one_client_is_not_to_another(booked: Cast) -> None:
    okafor = booked.okafor
    previews(okafor)
    suggests(okafor, "Every day")
    okafor.taps(UNTIL_THEY_MEET)
    okafor.taps("Change it")
    previews(okafor)
    okafor.taps("Set it")
    assert proposed(booked) == (None, None)


def test_an_end_in_another_year_is_said_with_it(booked: Cast) -> None:
    okafor = booked.okafor
    previews(okafor)
    suggests(okafor, "Once a week")
    okafor.types("in 40 weeks")
    okafor.sees("«once a week until Monday 6 September 2027»")
