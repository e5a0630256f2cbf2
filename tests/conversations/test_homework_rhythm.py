"""How often homework is asked about: suggested, chosen, changed, and ended without a word."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.records import bookings, therapy_sessions
from bot.records.homework import HomeworkState
from bot.records.outbox import OutboxRow, OutboxState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, WEDNESDAY, homework_of, only
from tests.conversations.rhythms import assign_with, notes_heard, suggest_daily
from tests.practice import Cast

DAY = timedelta(days=1)
ANSWERS = ["Done", "Partly", "Still struggling", "Not yet"]
RHYTHMS = ["Every day", "Monday to Friday", "Once a week", "Just this once"]
NOTE = "Your note for this evening.\n\n«Walk» Dr Okafor"


@pytest.fixture
def daily(welcomed: Cast) -> Cast:
    """Anna has just chosen to be asked every day until they meet on Tuesday."""
    suggest_daily(welcomed)
    welcomed.anna.taps("Every day")
    welcomed.anna.hears()
    return welcomed


def evening(day: int) -> datetime:
    return melbourne(f"2026-12-{day:02} 19:00")


def on_evenings(cast: Cast, *days: int) -> list[int]:
    """On which of these days a note came at seven, and that none came between."""
    heard = []
    for day in days:
        cast.practice.wait_until(evening(day) - timedelta(minutes=1))
        assert notes_heard(cast.anna) == []
        cast.practice.wait_until(evening(day))
        heard += [day for _each in notes_heard(cast.anna)]
    return heard


def answer_on(cast: Cast, *days: int) -> None:
    """A note comes on each of these evenings, and it is done."""
    for day in days:
        cast.practice.wait_until(evening(day))
        cast.anna.taps("Done", bubble=cast.anna.sees(NOTE))
    cast.anna.hears()


def expired(cast: Cast) -> list[str | None]:
    """What the reminders were about that were of no use any more."""
    chosen = select(OutboxRow.topic).where(
        OutboxRow.state == OutboxState.EXPIRED, col(OutboxRow.topic).startswith("homework:")
    )
    with cast.practice.look() as db:
        return list(db.exec(chosen))


# --- suggested and chosen


def test_the_first_note_carries_the_suggestion_and_without_a_yes_it_stays_once(
    welcomed: Cast,
) -> None:
    suggest_daily(welcomed)
    assert welcomed.anna.hears() == [
        f"{NOTE}\n\nDr Okafor suggests every day, until you meet. You choose."
    ]
    assert welcomed.anna.labels == [*ANSWERS, *RHYTHMS]
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


def test_just_this_once_stays_once(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    welcomed.anna.taps("Just this once")
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
        "How often shall I ask? I'll ask every day, until you meet. Next time: tomorrow at 7:00 pm."
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


# --- answers are answers for their day


def test_an_answer_is_one_for_today_and_the_last_stands(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    assert daily.anna.labels == [*ANSWERS, "Stop this one"]
    daily.anna.taps("Done")
    assert daily.anna.last == (
        "Thank you for telling me. I'll ask again tomorrow at 7:00 pm. Only you see it."
    )
    assert daily.anna.labels == ["Show Dr Okafor", "Stop this one"]
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Partly", bubble=daily.anna.sees(NOTE))
    assert only(daily).state is HomeworkState.PARTLY
    daily.practice.wait_until(evening(7))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.last == (
        "Thank you for telling me.\n\n"
        "Shall Dr Okafor see that? Dr Okafor would see the task and «done». Nothing more."
    )


def test_what_is_shown_is_the_last_answer_or_asked_about_anew(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    for label in ("Done", "Show Dr Okafor"):
        daily.anna.taps(label)
    assert daily.anna.last == (
        "Your last answer was «done».\n\n"
        "Shall Dr Okafor see that? Dr Okafor would see the task and «done». Nothing more."
    )
    daily.anna.taps("Yes, before we meet")
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.last == "Thank you for telling me. I'll ask again tomorrow at 7:00 pm."
    daily.practice.wait_until(evening(5))
    daily.anna.taps("Partly", bubble=daily.anna.sees(NOTE))
    daily.anna.sees("Shall Dr Okafor see that? Dr Okafor would see the task and «partly».")
    daily.practice.wait_until(SESSION)
    assert daily.okafor.hears() == []


def test_what_is_kept_to_oneself_is_not_asked_about_each_day(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    for label in ("Done", "Show Dr Okafor", "No, keep it to me"):
        daily.anna.taps(label)
    daily.practice.wait_until(evening(4))
    daily.anna.taps("Done", bubble=daily.anna.sees(NOTE))
    assert daily.anna.labels == ["Stop this one"]


def test_an_answer_before_its_hour_counts_for_that_day(daily: Cast) -> None:
    daily.practice.wait_until(melbourne("2026-12-03 10:00"))
    daily.anna.presses_data(f"1:homework:done:{only(daily).id}")
    daily.anna.sees("I'll ask again tomorrow at 7:00 pm.")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == [4]


def test_not_yet_in_the_evening_waits_for_the_next(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    daily.anna.taps("Not yet")
    assert daily.anna.last == "That's all right. I'll ask again tomorrow at 7:00 pm."
    assert daily.anna.labels == ["Stop this one"]
    daily.anna.hears()
    assert on_evenings(daily, 4) == [4]


def test_stop_this_one_stops_a_daily_one(daily: Cast) -> None:
    daily.practice.wait_until(evening(3))
    daily.anna.taps("Stop this one")
    daily.anna.sees("Stopped. I won't ask about this one again.")
    daily.anna.hears()
    assert on_evenings(daily, 4, 5) == []


# --- what holds all the same


def test_a_daily_one_takes_nothing_from_the_measure(daily: Cast) -> None:
    """Another one that was set for a morning comes on that morning."""
    assign_with(daily, melbourne("2026-12-04 09:00"), task="Swim")
    assert on_evenings(daily, 3) == [3]
    daily.anna.taps("Done")
    daily.practice.wait_until(melbourne("2026-12-04 09:00"))
    assert "«Swim»" in notes_heard(daily.anna)[0]
    assert on_evenings(daily, 4) == [4]


def test_while_danger_is_open_a_daily_one_waits(daily: Cast) -> None:
    daily.anna.types("I want to die")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.maria.taps("Open")
    daily.maria.taps("Dealt with")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]


def test_a_pause_and_stop_hold_and_it_goes_on_afterwards(daily: Cast) -> None:
    daily.anna.types("STOP")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.anna.types("START")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]


def test_what_is_late_on_a_weekend_waits_for_monday(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    welcomed.anna.taps("Monday to Friday")
    welcomed.anna.hears()
    welcomed.practice.hand.wait_until(melbourne("2026-12-05 12:00"))  # the program was off
    welcomed.practice.settle()
    assert notes_heard(welcomed.anna) == []
    assert on_evenings(welcomed, 5, 6, 7) == [7]


def test_after_days_without_the_program_a_daily_one_comes_once_and_the_rest_is_counted(
    daily: Cast,
) -> None:
    daily.practice.hand.wait_until(melbourne("2026-12-06 10:00"))
    daily.practice.settle()
    assert notes_heard(daily.anna) == []
    assert on_evenings(daily, 6) == [6]
    assert expired(daily) == [only(daily).topic]


def test_a_late_one_of_today_says_so(daily: Cast) -> None:
    daily.practice.hand.wait_until(melbourne("2026-12-03 20:00"))
    daily.practice.settle()
    assert daily.anna.hears() == [f"{NOTE}\n\nThis comes late. I'm sorry."]


def test_what_is_late_and_once_comes_the_days_after_and_says_so(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed)
    welcomed.practice.hand.wait_until(melbourne("2026-12-04 10:00"))
    welcomed.practice.settle()
    assert welcomed.anna.hears()[0].endswith("This comes late. I'm sorry.")


def test_what_is_of_no_use_any_more_is_counted_as_expired(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed, evening(7))
    welcomed.practice.hand.wait_until(SESSION)
    welcomed.practice.settle()
    assert notes_heard(welcomed.anna) == []
    assert expired(welcomed) == [only(welcomed).topic]


def test_without_a_session_it_ends_with_the_first_that_is_booked(welcomed: Cast) -> None:
    assign_with(welcomed, proposed_rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.sees("Dr Okafor suggests every day. You choose.")
    welcomed.anna.taps("Every day")
    assert welcomed.anna.last == "Good. I'll ask every day. Next time: tomorrow at 7:00 pm."
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-05 11:00"))
    welcomed.anna.hears()
    assert on_evenings(welcomed, 3) == [3]
    welcomed.anna.taps("Done")
    assert on_evenings(welcomed, 4) == [4]
    welcomed.anna.hears()
    assert on_evenings(welcomed, 5, 6) == []
    assert [row.remind_at for row in homework_of(welcomed)] == [None]


def test_a_session_that_is_cancelled_after_the_last_note_lets_it_go_on(welcomed: Cast) -> None:
    """Until the next one, which is its end from then on."""
    suggest_daily(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-11 11:00"))
    welcomed.anna.taps("Every day")
    answer_on(welcomed, *range(3, 8))
    assert only(welcomed).remind_at == SESSION
    welcomed.practice.wait_until(melbourne("2026-12-08 09:00"))
    with welcomed.practice.database.transaction() as db:
        row = therapy_sessions.upcoming(db, welcomed.anna_row, SESSION - DAY)[0]
        bookings.cancel(db, row, welcomed.practice.hand.now())
    welcomed.anna.hears()
    assert on_evenings(welcomed, 8) == [8]
    answer_on(welcomed, 9)
    assert on_evenings(welcomed, 10, 11, 12) == [10]
    assert expired(welcomed) == []


def test_what_was_said_for_the_last_time_says_so_and_how_often_shows_it(daily: Cast) -> None:
    answer_on(daily, *range(3, 7))
    daily.practice.wait_until(evening(7))
    daily.anna.types("/homework")
    assert daily.anna.last == "«Walk» Dr Okafor"
    daily.anna.taps("How often?")
    assert daily.anna.last == "So far I won't ask about it again. How often shall I ask?"
    assert daily.anna.labels == [*RHYTHMS, "Another hour"]
    daily.anna.taps("Every day")
    assert daily.anna.last == "It ends before I could ask again, so nothing changes."


def test_who_wants_no_notes_gets_none_and_it_goes_on_with_a_new_yes(daily: Cast) -> None:
    daily.anna.presses_data("1:privacy:notes_off")
    daily.anna.hears()
    assert on_evenings(daily, 3, 4) == []
    daily.anna.presses_data("1:privacy:notes_on")
    daily.anna.hears()
    assert on_evenings(daily, 5) == [5]
