"""Add to calendar: a file with what stands, for the client's own telephone alone."""

from typing import Any

import pytest
from icalendar import Calendar
from sqlmodel import select

from bot.records import people
from bot.records.outbox import FileKind, OutboxRow, OutboxState
from bot.records.people import Telephone
from bot.simulator.faults import FaultKind
from tests.clock import melbourne
from tests.conversations.changing import cancels, moves
from tests.conversations.requesting import TUESDAY, offers
from tests.practice import Cast, Someone

WEDNESDAY = melbourne("2026-12-09 14:00")


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(
        welcomed.anna_row, TUESDAY, link="https://meet.example/1"
    )
    return welcomed


def events_of(someone: Someone) -> list[Any]:
    """Those of the newest file."""
    document = [each for each in someone.account.screen if each.document is not None][-1].document
    assert document is not None and document.name == "appointment.ics"
    for word in (b"Anna", b"Brown", b"Okafor", b"Riverside", b"VALARM"):
        assert word not in document.data
    return list(Calendar.from_ical(document.data).walk("VEVENT"))


def test_a_time_goes_into_the_calendar_and_a_moved_one_takes_its_place(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("Add to calendar")
    assert booked.anna.last == (
        "Open it to put Tuesday 8 December, 11:00 am in your calendar. "
        "It is called «Appointment» there."
    )
    (before,) = events_of(booked.anna)
    assert before.decoded("dtstart") == TUESDAY
    assert (str(before["location"]), str(before["url"])) == ("Room 2.", "https://meet.example/1")
    moves(booked, booked.session_id, WEDNESDAY)
    booked.practice.wait(minutes=3)
    booked.anna.taps("Add to calendar")
    (after,) = events_of(booked.anna)
    assert after.decoded("dtstart") == WEDNESDAY
    assert before["uid"] == after["uid"] and before["sequence"] < after["sequence"]


def test_under_several_times_one_file_has_them_all(booked: Cast) -> None:
    booked.practice.book(booked.anna_row, WEDNESDAY)
    booked.practice.book(booked.ben_row, melbourne("2026-12-10 09:00"))
    booked.anna.taps("My times")
    booked.anna.taps("Add to calendar")
    assert [each.decoded("dtstart") for each in events_of(booked.anna)] == [TUESDAY, WEDNESDAY]


def test_it_stands_under_what_confirms_a_time(booked: Cast) -> None:
    booked.anna.taps("My times")
    booked.anna.taps("I'll be there")
    booked.anna.sees("Good. See you on Tuesday 8 December, 11:00 am.")
    assert "Add to calendar" in booked.anna.labels


def test_it_stands_under_a_chosen_time(welcomed: Cast) -> None:
    offers(welcomed, "3:30 pm", "4:00 pm")
    welcomed.anna.taps("3:30 pm")
    assert welcomed.anna.last.startswith("Booked: ")
    welcomed.anna.taps("Add to calendar")
    assert len(events_of(welcomed.anna)) == 1


def test_others_who_see_the_telephone_get_no_file(booked: Cast) -> None:
    booked.anna.taps("My times")
    with booked.practice.database.transaction() as db:
        people.get(db, booked.anna_row.id).telephone = Telephone.SHARED
    booked.anna.taps("Add to calendar")
    assert booked.anna.last.startswith("On a telephone that others can see I send no files.")
    booked.anna.taps("My times")
    assert "Add to calendar" not in booked.anna.labels


@pytest.mark.parametrize("tap", ["one:{id}", "all"])
def test_nobody_else_gets_it(booked: Cast, tap: str) -> None:
    booked.ben.presses_data(f"1:calendar_files:{tap.format(id=booked.session_id)}")
    assert all(each.document is None for each in booked.ben.account.screen)


def test_a_cancelled_time_is_no_file(booked: Cast) -> None:
    booked.anna.taps("My times")
    shown = booked.anna.sees("Your next times:")
    cancels(booked, booked.session_id)
    booked.anna.taps("Add to calendar", bubble=shown)
    booked.anna.sees("Tuesday 8 December, 11:00 am is cancelled already.")


def test_a_file_that_could_not_go_yet_does_not_go_once_the_time_is_another_one(
    booked: Cast,
) -> None:
    booked.anna.taps("My times")
    booked.practice.telegram.faults.fail(FaultKind.SERVER_ERROR, method="sendDocument", times=1)
    booked.anna.taps("Add to calendar")
    moves(booked, booked.session_id, WEDNESDAY)
    with booked.practice.look() as db:
        files = [row for row in db.exec(select(OutboxRow)) if row.body.file is not None]
    assert [each.body.file and each.body.file["kind"] for each in files] == [
        FileKind.CALENDAR.value
    ]
    assert files[0].state is OutboxState.WITHDRAWN
