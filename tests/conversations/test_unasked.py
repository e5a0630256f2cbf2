"""What nobody asked for is held, put off or left: danger, a pause, quiet hours, a day, a week."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.records import outbox, sent_messages
from bot.records.outbox import Body, Draft, OutboxRow, OutboxState, Priority
from bot.records.people import Person, Telephone
from bot.rules.measure import Unasked
from bot.turn import Turn
from conversations.unasked import allowed_at, chosen_at
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.practice import Cast

TUESDAY = melbourne("2026-12-01 11:00")
NOON = melbourne("2026-12-08 12:00")
QUESTIONS = "Four short questions about"


def own_note_at(turn: Turn) -> datetime | None:
    return allowed_at(turn, Unasked.OWN_NOTE)


def ask_at(
    cast: Cast,
    now: datetime,
    *sent: datetime,
    ask: Callable[[Turn], datetime | None] = own_note_at,
    **changes: Any,
) -> datetime | None:
    """When Anna may be written to, as it stands at `now`, with these unasked messages before."""
    with cast.practice.look() as db:
        anna = db.get_one(Person, cast.anna_row.id)
        for name, value in changes.items():
            setattr(anna, name, value)
        for instant in sent:
            draft = Draft(1, Body("…"), Priority.REMINDER, person_id=anna.id, is_unasked=True)
            outbox.put(db, draft, instant)
        turn = Turn(
            db=db, now=now, practice=cast.practice.settings.practice(), chat_id=1, origin="test",
            somebody=anna,
        )  # fmt: skip
        return ask(turn)


def test_at_once_where_nothing_is_against_it(welcomed: Cast) -> None:
    assert ask_at(welcomed, NOON) == NOON


@pytest.mark.parametrize(
    "changes",
    [
        {"stopped_at": NOON},
        {"unreachable_at": NOON},
        {"telegram_id": None},
        {"telephone": Telephone.SHARED},
        {"telephone": Telephone.NOT_ASKED},
    ],
)
def test_not_at_all(welcomed: Cast, changes: dict[str, Any]) -> None:
    assert ask_at(welcomed, NOON, **changes) is None


@pytest.mark.parametrize(
    ("now", "paused_until", "allowed"),
    [
        ("08 21:00", None, "09 08:00"),
        ("08 03:00", None, "08 08:00"),
        ("08 12:00", "10 15:00", "10 15:00"),
        ("08 12:00", "10 23:00", "11 08:00"),  # a pause that ends at night
        ("08 12:00", "07 12:00", "08 12:00"),  # one that is over
    ],
)
def test_quiet_hours_and_pauses(
    welcomed: Cast, now: str, paused_until: str | None, allowed: str
) -> None:
    until = paused_until and melbourne(f"2026-12-{paused_until}")
    found = ask_at(welcomed, melbourne(f"2026-12-{now}"), paused_until=until)
    assert found == melbourne(f"2026-12-{allowed}")


@pytest.mark.parametrize(
    ("hours_before", "allowed"),
    [
        ([2], NOON + timedelta(days=1)),  # the same day
        ([26], NOON),
        ([26, 50, 74], NOON + timedelta(days=4)),  # three in a week
        ([26, 50, 168], NOON),
    ],
)
def test_one_a_day_and_three_a_week(
    welcomed: Cast, hours_before: list[int], allowed: datetime
) -> None:
    sent = [NOON - timedelta(hours=hours) for hours in hours_before]
    assert ask_at(welcomed, NOON, *sent) == allowed


def test_the_clients_own_clocks_count(welcomed: Cast) -> None:
    ten_in_melbourne = melbourne("2026-12-08 10:00")  # 3 am in Dubai
    found = ask_at(welcomed, ten_in_melbourne, time_zone="Asia/Dubai")
    assert found == melbourne("2026-12-08 15:00")


def test_an_hour_that_somebody_chose_is_outside_the_measure(welcomed: Cast) -> None:
    sent = [NOON - timedelta(hours=hours) for hours in (2, 26, 50, 74)]
    assert ask_at(welcomed, NOON, *sent) != NOON
    assert ask_at(welcomed, NOON, *sent, ask=chosen_at) == NOON
    night = melbourne("2026-12-08 22:00")
    assert ask_at(welcomed, night, ask=chosen_at) == melbourne("2026-12-09 08:00")
    assert ask_at(welcomed, NOON, ask=chosen_at, paused_until=night) == melbourne(
        "2026-12-09 08:00"
    )
    assert ask_at(welcomed, NOON, ask=chosen_at, stopped_at=NOON) is None


# --- through the front door, with the check-in


def test_while_danger_is_open_nothing_is_asked_and_afterwards_once(questioned: Cast) -> None:
    cast = questioned
    cast.practice.book(cast.anna_row, TUESDAY)
    cast.anna.types("I want to die")
    cast.practice.wait_until(melbourne("2026-12-02 14:00"))
    cast.anna.sees_nothing_of(QUESTIONS)
    cast.maria.taps("Open")
    cast.maria.taps("Dealt with")
    cast.maria.types("talked on the phone")
    cast.anna.hears()
    cast.practice.wait_until(melbourne("2026-12-03 14:00"))
    assert [text for text in cast.anna.hears() if QUESTIONS in text] == [
        "Four short questions about your last time. They take half a minute.\n\n"
        "Nobody sees your answers unless you show them."
    ]


def test_danger_that_stays_open_lets_it_lapse(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.anna.types("I want to die")
    questioned.practice.wait_until(melbourne("2026-12-05 14:00"))
    questioned.maria.taps("Open")
    questioned.maria.taps("Dealt with")
    questioned.maria.types("talked on the phone")
    questioned.practice.wait_until(melbourne("2026-12-09 14:00"))
    questioned.anna.sees_nothing_of(QUESTIONS)


def test_a_short_pause_puts_it_off_and_a_long_one_lets_it_lapse(questioned: Cast) -> None:
    cast = questioned
    for day, until, is_asked in ((1, "2026-12-03 09:00", True), (8, "2026-12-18 09:00", False)):
        cast.practice.book(cast.anna_row, melbourne(f"2026-12-{day:02} 11:00"))
        with cast.practice.database.transaction() as db:
            db.get_one(Person, cast.anna_row.id).paused_until = melbourne(until)
        cast.anna.hears()
        cast.practice.wait_until(melbourne(until))
        assert any(QUESTIONS in text for text in cast.anna.hears()) is is_asked


def test_who_stopped_everything_is_not_asked(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.anna.types("STOP")
    questioned.practice.wait_until(melbourne("2026-12-04 15:00"))
    questioned.anna.sees_nothing_of(QUESTIONS)


def test_what_was_taken_back_before_it_went_counts_no_longer(questioned: Cast) -> None:
    cast = questioned
    cast.practice.book(cast.anna_row, TUESDAY)
    cast.practice.wait_until(melbourne("2026-12-01 14:50"))
    with cast.practice.database.transaction() as db:
        row = db.exec(select(OutboxRow).where(OutboxRow.is_unasked)).one()
        assert len(sent_messages.unasked_since(db, cast.anna_row.id, TUESDAY)) == 1
        row.state = OutboxState.WITHDRAWN
        db.flush()
        assert sent_messages.unasked_since(db, cast.anna_row.id, TUESDAY) == []


# --- what yields to what


def session_today(cast: Cast) -> None:
    """At 11, of which Anna has been reminded."""
    cast.practice.book(cast.anna_row, TUESDAY)
    cast.practice.wait_until(melbourne("2026-12-01 08:00"))
    cast.anna.hears()


def test_homework_waits_a_day_for_the_questions_of_the_same_afternoon(questioned: Cast) -> None:
    cast = questioned
    session_today(cast)
    assign(cast.practice, cast.anna_row, melbourne("2026-12-01 13:00"))
    cast.practice.wait_until(melbourne("2026-12-01 20:00"))
    (only_one,) = cast.anna.hears()
    assert QUESTIONS in only_one
    cast.practice.wait_until(melbourne("2026-12-02 12:59"))
    assert cast.anna.hears() == []
    cast.practice.wait_until(melbourne("2026-12-02 13:00"))
    assert cast.anna.hears()[0].startswith("Your note for this afternoon.")


def test_it_waits_for_no_questions_that_nobody_agreed_to(welcomed: Cast) -> None:
    session_today(welcomed)
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-01 13:00"))
    welcomed.practice.wait_until(melbourne("2026-12-01 13:00"))
    assert welcomed.anna.hears()[0].startswith("Your note for this afternoon.")


def test_on_the_morning_of_its_session_homework_comes_and_the_questions_wait(
    questioned: Cast,
) -> None:
    cast = questioned
    session_today(cast)
    assign(cast.practice, cast.anna_row, melbourne("2026-12-01 09:00"))
    cast.practice.wait_until(melbourne("2026-12-01 20:00"))
    (only_one,) = cast.anna.hears()
    assert only_one.startswith("Your note for this morning.")
    cast.practice.wait_until(melbourne("2026-12-02 20:00"))
    (only_one,) = cast.anna.hears()
    assert only_one.startswith("Four short questions about your last time.")
