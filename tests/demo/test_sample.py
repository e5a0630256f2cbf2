"""The sample practice, made at any instant of a year: what the tour needs comes in its order."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.demo.sample import PEOPLE, SETTINGS, make_sample, next_session_day
from bot.records import check_ins, people, therapy_sessions
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.database import Database
from bot.records.homework import Homework
from bot.records.people import Person
from bot.rules.alliance import Level, mean_of
from bot.rules.check_in_times import is_asked_after
from bot.rules.due import local_instant
from bot.rules.homework import seen_at
from tests.clock import LONDON, london
from tests.demo.conftest import Opens
from tests.demo.playing import SamplePractice
from tests.practice import settings_for

PRACTICE = settings_for("sqlite:///none", **SETTINGS).practice()
YEAR_BEGINS, YEAR = datetime(2026, 11, 25, tzinfo=UTC), timedelta(days=366)
CLOCKS_CHANGE = [
    london("2027-03-28 00:59:59"),
    london("2027-10-31 00:30"),
    london("2027-10-31 03:00"),
]
DAY = timedelta(days=1)


# --- at whatever instant


def test_a_session_is_soon_on_a_day_with_somebody_there_before_it() -> None:
    now = YEAR_BEGINS
    while now < YEAR_BEGINS + YEAR:
        day = next_session_day(time(11), PRACTICE, now)
        starts_at = local_instant(day, time(11), LONDON)
        assert day.weekday() in (1, 2, 3, 4), now
        assert now + DAY + timedelta(minutes=30) <= starts_at < now + timedelta(days=5, hours=2), (
            now
        )
        now += timedelta(hours=1, minutes=7)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, int(YEAR.total_seconds())).map(lambda s: YEAR_BEGINS + timedelta(seconds=s)))
@example(CLOCKS_CHANGE[0])
@example(CLOCKS_CHANGE[1])
@example(CLOCKS_CHANGE[2])
@example(london("2026-12-01 10:29:59"))
@example(london("2026-12-03 10:30:01"))
def test_it_all_comes_in_the_order_of_the_tour(sqlite_template: Path, now: datetime) -> None:
    with made(sqlite_template, now) as db:
        anna = people.named(db, "Anna Brown")[0]
        session = therapy_sessions.upcoming(db, anna, now)[0]
        note = db.exec(select(Homework).where(Homework.client_id == anna.id)).one()
        reminded_at = session.starts_at - DAY
        assert session.remind_at is not None and now < session.remind_at <= reminded_at
        assert note.remind_at is not None and session.check_in_at is not None
        order = [now, reminded_at, note.remind_at, session.starts_at, session.check_in_at]
        assert order == sorted(order)
        assert note.remind_at.astimezone(LONDON).date() == reminded_at.astimezone(LONDON).date()
        assert note.remind_at.astimezone(LONDON).hour == 19
        assert session.check_in_at.astimezone(LONDON).date() == session.starts_at.date()
        assert is_asked_after(therapy_sessions.number_of(db, session))
        read_at = seen_at(session.starts_at, PRACTICE.hours, note.remind_at)
        staff_act_at = [read_at, session.starts_at, session.check_in_at + timedelta(hours=1)]
        assert all(PRACTICE.hours.is_open(instant) for instant in (reminded_at, *staff_act_at))
        assert note.remind_at < read_at < session.starts_at


@settings(deadline=None, max_examples=10)
@given(st.integers(0, int(YEAR.total_seconds())).map(lambda s: YEAR_BEGINS + timedelta(seconds=s)))
@example(CLOCKS_CHANGE[0])
@example(CLOCKS_CHANGE[1])
def test_both_come_every_week_at_the_same_time(sqlite_template: Path, now: datetime) -> None:
    with made(sqlite_template, now) as db:
        for name, hour in (("Anna Brown", 11), ("Ben Carter", 15)):
            client = people.named(db, name)[0]
            rows = therapy_sessions.between(db, now - YEAR, now + YEAR, _psychologist(db, client))
            walls = [row.starts_at.astimezone(LONDON) for row in rows]
            assert {(wall.hour, wall.minute) for wall in walls} == {(hour, 0)}
            days = [wall.toordinal() for wall in walls]
            assert days == list(range(days[0], days[0] + 16 * 7, 7))
            assert len(therapy_sessions.upcoming(db, client, now)) == 2
            assert rows[-1].starts_at < now + timedelta(days=14)


@contextmanager
def made(template: Path, now: datetime) -> Iterator[Session]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sample.sqlite"
        shutil.copy(template, file)
        database = Database(f"sqlite:///{file}")
        make_sample(database, PRACTICE, now)
        with Session(database.engine) as db:
            yield db
        database.close()


def _psychologist(db: Session, client: Person) -> Person:
    assert client.psychologist_id is not None, "every client has one"
    return people.get(db, client.psychologist_id)


# --- what lies behind them


@pytest.mark.parametrize("at", ["2026-11-30 10:00", "2027-03-27 23:00", "2027-10-31 00:30"])
def test_nothing_of_the_past_comes_now(opens: Opens, at: str) -> None:
    practice = opens(at)
    practice.joins()
    before = {each.name: practice.phone(each.name).hears() for each in PEOPLE}
    assert [len(before[each.name]) for each in PEOPLE] == [4, 0, 1, 1, 1, 1], "the welcome alone"
    practice.wait(minutes=5)
    assert all(practice.phone(each.name).hears() == [] for each in PEOPLE)


def test_the_past_check_ins_have_a_shape(opens: Opens) -> None:
    practice = opens("2026-11-30 10:00")
    annas, bens = means_of(practice, "Anna Brown"), means_of(practice, "Ben Carter")
    assert annas == sorted(annas, reverse=True) and annas[0] - annas[-1] >= 1.5
    assert max(bens) - min(bens) <= 0.5


def means_of(practice: SamplePractice, name: str) -> list[float]:
    """The mean of each past check-in, the oldest first; all were settled, and all were fine."""
    with practice.look() as db:
        client = people.named(db, name)[0]
        rows = db.exec(
            select(CheckIn).where(CheckIn.client_id == client.id).order_by(CheckIn.asked_at)  # type: ignore[arg-type]
        ).all()
        assert len(rows) == 6 and check_ins.unsettled_of(db, client.id) == []
        assert {row.state for row in rows} == {CheckInState.ANSWERED}
        assert {row.level for row in rows} == {Level.FINE}
        return [float(mean_of(row.answers) or 0) for row in rows]


# --- who is there


def test_everybody_but_ben_has_joined_and_reads_that_it_is_a_demo(joined: SamplePractice) -> None:
    for each in PEOPLE:
        if each.name != "Ben":
            first = next(b for b in joined.phone(each.name).account.screen if b.by_bot)
            assert first.text.startswith(f"Hello {each.name}.") and "(demo)" in first.text
    anna = joined.phone("Anna")
    anna.sees("One last thing, and then I'll be quiet.")
    assert anna.account.keyboard == [
        "My times",
        "For next time",
        "Something isn't right",
        "Help now",
        "Settings",
    ]
    assert joined.phone("Ben").account.screen == []


def test_ben_opens_the_link_of_his_hand_out(joined: SamplePractice) -> None:
    username = joined.telegram.bot_username
    ben = joined.phone("Ben")
    ben.account.follows(joined.sample.link("Ben", username))
    joined.settle()
    assert "Riverside (demo)" in ben.sees("Hello Ben.").text
    for label in ("Yes, it's just me", "Just reminders", "That's fine"):
        ben.taps(label)
    joined.wait_until(london("2026-12-01 09:00"))
    ben.sees("Tomorrow, Tuesday 1 December, 15:00. Room 4, upstairs.")
    ben.sees("Go for a walk on two days, ten minutes are enough.")
    ben.sees_nothing_of("one worry")


def test_staff_see_who_comes(joined: SamplePractice) -> None:
    """Ben hasn't opened his link: whoever expects him should know that he heard nothing."""
    for name, stands in (
        ("Dr Okafor", "Anna B. · no answer yet"),
        ("Dr Patel", "Ben C. · not reached"),
    ):
        someone = joined.phone(name)
        someone.types("/week")
        assert stands in someone.last


# --- what they let their psychologists see


def test_dr_patel_finds_bens_answers_as_a_picture(joined: SamplePractice) -> None:
    patel = joined.phone("Dr Patel")
    patel.taps("Clients")
    patel.taps("Ben C.")
    patel.taps("Answers as a picture")
    shown = patel.account.screen[-1].text
    assert "Ben shows you these answers: 6 times, from" in shown
    assert "4. I could be open about what's on my mind: 7, lowest 7, highest 8" in shown


def test_dr_okafor_finds_annas_note_in_the_brief_and_none_of_her_answers(
    joined: SamplePractice,
) -> None:
    okafor = joined.phone("Dr Okafor")
    okafor.types("/brief")
    okafor.sees("A need or an expectation:\n«ten quiet minutes at the end")
    okafor.sees_nothing_of("of 10")
    okafor.sees_nothing_of("Answers as a picture")


def test_anna_finds_her_answers_and_her_note(joined: SamplePractice) -> None:
    anna = joined.phone("Anna")
    anna.types("/trend")
    anna.sees("Your answers: 6 times, from")
    anna.types("/bring")
    anna.sees("1. What I need or expect: «ten quiet minutes at the end")
    anna.sees("Dr Okafor can see it.")
    anna.types("/sharing")
    anna.sees("Short questions: off. Only you see your numbers.")
    anna.sees("Notes to bring: on.")
