"""When notes about homework come, when what was shown is seen, and what a task may be."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.due import Clocks, QuietHours
from bot.rules.homework import (
    LONGEST_TASK,
    Moment,
    NoteRules,
    is_program,
    proposals,
    reminder_as_sent,
    seen_at,
    tidy,
    usual_reminder,
)
from bot.rules.working_hours import parse_working_hours
from tests.clock import MELBOURNE, melbourne

NIGHT = QuietHours(time(21), time(8))
RULES = NoteRules(19, Clocks(MELBOURNE, NIGHT))
SESSION = melbourne("2026-12-08 11:00")  # a Tuesday
HOURS = parse_working_hours("Mon-Fri 9:00-17:00", MELBOURNE)
NEVER = parse_working_hours("", MELBOURNE)


@pytest.mark.parametrize(
    ("now", "reminder"),
    [
        ("2026-11-30 10:00", "2026-12-06 19:00"),
        ("2026-12-06 18:57", "2026-12-06 19:00"),
        ("2026-12-06 18:58", "2026-12-07 19:00"),  # could no longer be taken back before it
        ("2026-12-07 19:00", None),  # on the day itself the hour is after the session
        ("2026-12-08 10:00", None),
    ],
)
def test_two_days_before_or_the_latest_that_still_serves(now: str, reminder: str | None) -> None:
    expected = melbourne(reminder) if reminder else None
    assert usual_reminder(SESSION, RULES, melbourne(now)) == expected


def test_an_evening_session_is_still_reminded_of_on_the_day() -> None:
    session, now = melbourne("2026-12-08 20:30"), melbourne("2026-12-08 12:00")
    assert usual_reminder(session, RULES, now) == melbourne("2026-12-08 19:00")


@pytest.mark.parametrize(
    ("session", "now", "moments"),
    [
        (
            SESSION,
            "2026-11-30 10:00",
            [
                (Moment.TWO_DAYS_BEFORE, "2026-12-06 19:00"),
                (Moment.DAY_BEFORE, "2026-12-07 19:00"),
                (Moment.TOMORROW, "2026-12-01 19:00"),
            ],
        ),
        # Tomorrow is the day before: offered once.
        (SESSION, "2026-12-06 20:00", [(Moment.DAY_BEFORE, "2026-12-07 19:00")]),
        (SESSION, "2026-12-07 20:00", []),
        (
            None,
            "2026-11-30 23:59",
            [
                (Moment.TOMORROW, "2026-12-01 19:00"),
                (Moment.IN_THREE_DAYS, "2026-12-03 19:00"),
                (Moment.IN_A_WEEK, "2026-12-07 19:00"),
            ],
        ),
    ],
)
def test_only_what_is_possible_is_offered(
    session: datetime | None, now: str, moments: list[tuple[Moment, str]]
) -> None:
    offered = proposals(session, RULES, melbourne(now))
    assert [(each.moment, each.at) for each in offered] == [
        (moment, melbourne(at)) for moment, at in moments
    ]


@pytest.mark.parametrize(
    ("hour", "said"), [(19, "19:00"), (8, "08:00"), (7, "08:00"), (0, "08:00"), (20, "20:00")]
)
def test_an_hour_that_has_become_quiet_gives_way(hour: int, said: str) -> None:
    rules = NoteRules(hour, Clocks(MELBOURNE, NIGHT))
    assert rules.on(date(2026, 12, 2)) == melbourne(f"2026-12-02 {said}")
    loud = NoteRules(hour, Clocks(MELBOURNE, None))
    assert loud.on(date(2026, 12, 2)) == melbourne(f"2026-12-02 {hour:02}:00")


def test_days_are_days_of_the_client_s_clock_over_a_change_of_it() -> None:
    """Melbourne's clocks go forward on 4 October 2026: seven o'clock stays seven o'clock."""
    saturday = melbourne("2026-10-03 19:00")
    assert RULES.days_from(saturday, 1) == melbourne("2026-10-04 19:00")
    assert RULES.days_from(saturday, 1) - saturday == timedelta(hours=23)
    auckland = NoteRules(19, Clocks(ZoneInfo("Pacific/Auckland"), None))
    assert auckland.days_from(melbourne("2026-12-02 23:00"), 0) == melbourne("2026-12-03 17:00")


@pytest.mark.parametrize(
    ("session", "now", "seen"),
    [
        (SESSION, "2026-12-02 19:00", "2026-12-08 09:00"),
        (SESSION, "2026-12-08 08:57", "2026-12-08 09:00"),
        (SESSION, "2026-12-08 08:58", "2026-12-08 09:01"),
        (SESSION, "2026-12-08 09:30", "2026-12-08 09:33"),  # the day itself: once it stands
        (SESSION, "2026-12-08 10:59", "2026-12-08 11:02"),
        # Before the practice opens on that day, or on a day on which it doesn't.
        (melbourne("2026-12-08 08:00"), "2026-12-02 19:00", "2026-12-07 09:00"),
        (melbourne("2026-12-12 10:00"), "2026-12-02 19:00", "2026-12-11 09:00"),
        (melbourne("2026-12-13 10:00"), "2026-12-12 12:00", "2026-12-12 12:03"),
        (None, "2026-12-02 19:00", "2026-12-03 09:00"),
        (None, "2026-12-02 12:00", "2026-12-02 12:03"),
        (None, "2026-12-04 18:00", "2026-12-07 09:00"),
    ],
)
def test_what_is_shown_is_seen_on_the_morning_of_the_session(
    session: datetime | None, now: str, seen: str
) -> None:
    assert seen_at(session, HOURS, melbourne(now)) == melbourne(seen)


def test_a_practice_that_never_opens_gets_it_once_it_stands() -> None:
    now = melbourne("2026-12-02 19:00")
    assert seen_at(SESSION, NEVER, now) == now + timedelta(minutes=3)
    assert seen_at(None, NEVER, now) == now + timedelta(minutes=3)


@pytest.mark.parametrize(
    ("wished", "until", "sent"),
    [
        ("2026-12-02 19:00", None, "2026-12-02 19:00"),
        ("2026-12-02 23:00", None, "2026-12-03 08:00"),
        ("2026-12-07 23:00", "2026-12-08 11:00", "2026-12-08 08:00"),
        ("2026-12-07 23:00", "2026-12-08 08:00", None),
        ("2026-12-08 12:00", "2026-12-08 11:00", None),
    ],
)
def test_a_wished_instant_keeps_out_of_the_night(
    wished: str, until: str | None, sent: str | None
) -> None:
    latest = melbourne(until) if until else None
    expected = melbourne(sent) if sent else None
    assert reminder_as_sent(melbourne(wished), latest, RULES) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Go out.\n", "Go out."),
        ("One\nTwo\tThree", "One\nTwo\tThree"),
        ("<b>Go</b> & «see» {it}", "<b>Go</b> & «see» {it}"),
        ("👩‍🚀 ❤️", "👩‍🚀 ❤️"),
        ("שלום \u200fعالم", "שלום \u200fعالم"),
        ("x" * LONGEST_TASK, "x" * LONGEST_TASK),
        ("x" * (LONGEST_TASK + 1), None),
        ("One\r\nTwo", "One\nTwo"),
        ("\u202eabc\u202c \u2067d", "\u202eabc\u202c \u2067d"),
        ("一\u3000二\u2009三", "一\u3000二\u2009三"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),  # a flag
        ("", None),
        (" \n ", None),
        ("\u200b\u2060", None),  # nothing that can be seen
        ("a\x00b", None),
        ("a\x1bb", None),
        ("\ud800", None),
    ],
)
def test_a_task_is_kept_as_written_or_refused(text: str, kept: str | None) -> None:
    assert tidy(text, LONGEST_TASK) == kept


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("worksheet.pdf", False),
        ("setup.exe", True),
        ("Setup.EXE", True),
        ("notes.pdf.js", True),
        ("run.bat. ", True),
        ("exe", False),
        ("", False),
    ],
)
def test_what_runs_when_it_is_opened(name: str, *, is_one: bool) -> None:
    assert is_program(name) is is_one
