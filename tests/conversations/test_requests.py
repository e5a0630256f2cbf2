"""Requests for another time, from the wish to the booking, and everybody who must not decide them."""

import pytest
from sqlmodel import select

from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.time_requests import RequestKind, RequestState
from tests.clock import melbourne
from tests.conversations.requesting import (
    TUESDAY,
    asks,
    minute_of,
    request_of,
    session_of,
    sessions_of_anna,
)
from tests.practice import Cast

THURSDAY_4 = melbourne("2026-12-03 16:00")


def test_a_wish_in_words_becomes_a_booking(welcomed: Cast) -> None:
    asks(welcomed)
    assert welcomed.anna.last == (
        "I'm asking Maria: «thursday after 3». Nothing is booked until I write to you again.\n\n"
        "I read that as Thursday 3 December, after 3:00 pm.\n\n"
        "Until then Tuesday 8 December, 11:00 am stays yours."
    )
    welcomed.maria.taps("Requests")
    assert welcomed.maria.last == (
        "1. Anna B. · has Tuesday 8 December, 11:00 am with Dr Okafor · wants «thursday after 3»"
    )
    welcomed.maria.taps("1. Anna B.")
    assert welcomed.maria.labels[:3] == ["3:00 pm", "3:30 pm", "4:00 pm"]
    welcomed.maria.taps("3:30 pm")
    welcomed.maria.taps("4:00 pm")
    page = welcomed.maria.sees("To offer: Thursday 3 December, 3:30 pm · Thursday 3 December, 4")
    assert "4:00 pm" not in page.labels
    welcomed.maria.taps("Show what goes out")
    reads = (
        "Two times to choose from.\n\nOn Thursday 3 December:\n\nNothing is booked until you tap "
        "one. You can choose until Thursday 3 December, 10:00 am. Until then Tuesday 8 December, 11:00 am stays yours."
    )
    assert welcomed.maria.last == (
        f"This goes to Anna Brown:\n\n{reads}\n[3:30 pm · 4:00 pm · Neither]"
    )
    welcomed.anna.hears()
    welcomed.maria.taps("Send")
    assert welcomed.anna.hears() == [reads]
    assert welcomed.anna.labels == ["3:30 pm", "4:00 pm", "Neither"]
    welcomed.okafor.hears()
    welcomed.anna.types("4 pm")
    assert welcomed.anna.last == (
        "Booked: Thursday 3 December, 4:00 pm. I'll remind you the day before.\nRoom 2."
    )
    for staff in (welcomed.maria, welcomed.okafor):
        assert staff.last == (
            "Anna B. has chosen Thursday 3 December, 4:00 pm instead of "
            "Tuesday 8 December, 11:00 am. It is booked."
        )
    row = session_of(welcomed)
    assert (row.starts_at, row.state, row.notice_at) == (THURSDAY_4, SessionState.BOOKED, None)
    assert request_of(welcomed).state is RequestState.ACCEPTED
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 16:00"))
    assert welcomed.anna.hears()[1:] == ["Tomorrow, Thursday 3 December, 4:00 pm. Room 2."]


def test_nobody_is_told_before_three_minutes_and_it_can_be_taken_back(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    for label in ("My times", "Another time", "Mornings"):
        welcomed.anna.taps(label)
    request_id = request_of(welcomed).id
    welcomed.maria.types("/requests")
    assert welcomed.maria.last == "No requests wait for an answer."
    welcomed.maria.presses_data(f"1:requests:open:{request_id}")
    assert welcomed.maria.last == "I can't find that request."
    welcomed.anna.taps("Undo")
    assert request_of(welcomed).state is RequestState.TAKEN_BACK
    welcomed.maria.hears()
    welcomed.practice.wait(days=2)
    assert welcomed.maria.hears() == []


def test_a_part_of_the_day_is_looked_for_on_the_next_days(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-01 09:00"))
    asks(welcomed, "mornings")
    welcomed.maria.taps("Find a time")
    assert welcomed.maria.labels[:4] == [
        "Tuesday 1 December, 10:00 am",
        "Wednesday 2 December, 9:00 am",
        "Thursday 3 December, 9:00 am",
        "Friday 4 December, 9:00 am",
    ]


def test_a_wish_that_nobody_understands_leaves_the_times_to_be_written(welcomed: Cast) -> None:
    asks(welcomed, "whenever my sister can mind the baby")
    assert "I read that as" not in welcomed.anna.last
    welcomed.maria.taps("Find a time")
    assert "I can't read a time in that." in welcomed.maria.last
    welcomed.maria.taps("Other times")
    welcomed.maria.types("soonish")
    welcomed.maria.sees("I don't understand that as days and times.")
    welcomed.maria.types("today 4, tomorrow 9.30 and 12.30")
    welcomed.anna.hears()
    welcomed.maria.taps("Send")
    assert welcomed.anna.last.startswith("3 times to choose from.\n\nWhich one suits you?")
    assert welcomed.anna.labels == [
        "Monday 30 November, 4:00 pm",
        "Tuesday 1 December, 9:30 am",
        "Tuesday 1 December, 12:30 pm",
        "None of these",
    ]
    welcomed.anna.types("tuesday 12:30pm")
    assert session_of(welcomed).starts_at == melbourne("2026-12-01 12:30")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("today 9:00", "That is over already: Monday 30 November, 9:00 am."),
        ("30/11 at 9:00", "That is too far away: Tuesday 30 November, 9:00 am."),  # of 2027
        ("tomorrow 2.30 and 4", "Dr Okafor or the client has another session then: Tuesday"),
        ("tomorrow", "I don't understand that as days and times."),
        ("tomorrow after 3", "I don't understand that as days and times."),
    ],
)
def test_times_that_cannot_be_offered_are_said_and_none_is(
    welcomed: Cast, typed: str, sentence: str
) -> None:
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-01 14:00"))
    asks(welcomed, "whenever")
    welcomed.maria.taps("Find a time")
    welcomed.maria.taps("Other times")
    welcomed.maria.types(typed)
    assert welcomed.maria.last.startswith(sentence)
    assert request_of(welcomed).offered == []


def test_an_exact_wish_that_is_free_is_accepted_with_one_tap(welcomed: Cast) -> None:
    asks(welcomed, "thursday 4pm")
    welcomed.maria.taps("Find a time")
    assert "«Accept» books Thursday 3 December, 4:00 pm at once." in welcomed.maria.last
    welcomed.anna.hears()
    welcomed.okafor.hears()
    welcomed.maria.taps("Accept")
    assert welcomed.maria.last == "Booked: Thursday 3 December, 4:00 pm. Anna Brown is told now."
    assert welcomed.anna.hears() == [
        "Booked: Thursday 3 December, 4:00 pm. I'll remind you the day before.\nRoom 2."
    ]
    assert welcomed.okafor.hears() == ["Anna B. has a new time: Thursday 3 December, 4:00 pm."]
    welcomed.practice.wait(minutes=10)
    assert welcomed.anna.hears() == []  # told once


def test_an_exact_wish_that_is_taken_cannot_be_accepted(welcomed: Cast) -> None:
    request_id = asks(welcomed, "thursday 4pm")
    welcomed.maria.taps("Find a time")
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-03 15:30"))
    welcomed.maria.taps("Accept")
    assert welcomed.maria.last.startswith("That time isn't free any more.")
    assert "Accept" not in welcomed.maria.labels
    assert session_of(welcomed).starts_at == TUESDAY
    minute = minute_of("2026-12-03 12:00")  # not what was wished
    welcomed.maria.presses_data(f"1:requests:accept:{request_id}:{minute}")
    assert session_of(welcomed).starts_at == TUESDAY


def test_a_no_is_said_kindly_and_what_stands_stays(welcomed: Cast) -> None:
    asks(welcomed)
    welcomed.maria.taps("Find a time")
    welcomed.maria.taps("Not possible")
    welcomed.anna.hears()
    welcomed.maria.types("Thursdays are full until Christmas.")
    assert welcomed.anna.hears() == [
        "There's an answer about another time.\n\nI'm sorry, it isn't possible as you wished.\n\n"
        "From Maria Santos:\n«Thursdays are full until Christmas.»\n\n"
        "Tuesday 8 December, 11:00 am stays yours."
    ]
    assert welcomed.anna.labels == ["I'll be there", "I can't come", "Another time"]
    assert session_of(welcomed).answer is Answer.NONE
    welcomed.maria.taps("Find a time")
    assert welcomed.maria.last == "You have answered it already."


def test_a_no_without_a_line(welcomed: Cast) -> None:
    asks(welcomed)
    for label in ("Find a time", "Not possible", "Send without a line"):
        welcomed.maria.taps(label)
    assert "From Maria" not in welcomed.anna.last
    assert request_of(welcomed).state is RequestState.DECLINED


def test_a_session_that_was_cancelled_is_booked_anew_with_the_same_place(welcomed: Cast) -> None:
    welcomed.session_id = welcomed.practice.book(
        welcomed.anna_row, TUESDAY, link="https://x.example", minutes=30
    )
    for label in ("My times", "I can't come", "Cancel it", "Yes, find one"):
        welcomed.anna.taps(label)
    welcomed.anna.types("thursday 4pm")
    welcomed.practice.wait(minutes=3)
    welcomed.maria.taps("Requests")
    welcomed.maria.sees("Anna B. · cancelled Tuesday 8 December, 11:00 am with Dr Okafor")
    for label in ("Find a time", "Accept"):
        welcomed.maria.taps(label)
    old, new = sessions_of_anna(welcomed)
    assert (old.state, old.starts_at) == (SessionState.CANCELLED, TUESDAY)
    assert (new.starts_at, new.minutes, new.place, new.link) == (
        THURSDAY_4,
        30,
        "Room 2.",
        "https://x.example",
    )


def test_a_time_asked_back_can_be_accepted_while_it_is_free(welcomed: Cast) -> None:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    for label in ("My times", "I can't come", "Cancel it"):
        welcomed.anna.taps(label)
    welcomed.practice.wait(minutes=4)
    for label in ("Undo", "Yes, ask"):
        welcomed.anna.taps(label)
    assert request_of(welcomed).kind is RequestKind.BACK
    welcomed.practice.wait(minutes=3)
    welcomed.maria.taps("Find a time", bubble=welcomed.maria.sees("would like it back."))
    assert "11:00 am" in welcomed.maria.labels  # to be offered as well
    welcomed.maria.taps("Accept")
    assert sessions_of_anna(welcomed)[1].starts_at == TUESDAY
    assert welcomed.anna.last.startswith("Booked: Tuesday 8 December, 11:00 am. I'll remind you")


def test_wishes_are_read_as_of_when_they_were_written(welcomed: Cast) -> None:
    asks(welcomed, "tomorrow 4pm")
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    welcomed.maria.taps("Find a time")
    assert "Tuesday 1 December, 4:00 pm" in welcomed.maria.last


def test_who_stopped_messages_is_booked_and_has_to_be_phoned(welcomed: Cast) -> None:
    asks(welcomed, "thursday 4pm")
    welcomed.anna.types("STOP")
    welcomed.anna.hears()
    welcomed.maria.taps("Find a time")
    welcomed.maria.sees("Anna B. can't be written to here. Please phone.")
    welcomed.maria.taps("Accept")
    assert welcomed.maria.last == (
        "Booked: Thursday 3 December, 4:00 pm. I can't write to Anna Brown. Please phone."
    )
    assert welcomed.anna.hears() == []


def test_over_the_change_of_clocks_a_time_is_what_the_clocks_show(welcomed: Cast) -> None:
    """In Melbourne clocks go back on Sunday 4 April 2027."""
    welcomed.practice.wait_until(melbourne("2027-04-02 10:00"))
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2027-04-08 11:00"))
    for label in ("My times", "Another time"):
        welcomed.anna.taps(label)
    welcomed.anna.types("monday 4pm")
    welcomed.practice.wait(minutes=3)
    for label in ("Find a time", "Accept"):
        welcomed.maria.taps(label)
    assert session_of(welcomed).starts_at == melbourne("2027-04-05 16:00")
    assert "Monday 5 April, 4:00 pm" in welcomed.anna.last


def test_the_time_that_she_has_is_no_other_time(welcomed: Cast) -> None:
    asks(welcomed, "8 december 11am")
    welcomed.maria.taps("Find a time")
    assert "Accept" not in welcomed.maria.labels
    assert "11:00 am" not in welcomed.maria.labels


def test_a_wish_a_year_away_is_not_taken_for_one_of_this_year(welcomed: Cast) -> None:
    asks(welcomed, "30/11 at 9:00")
    assert "I read that as" not in welcomed.anna.last


def test_of_many_requests_the_oldest_are_listed(welcomed: Cast) -> None:
    for day in range(1, 13):
        welcomed.practice.book(welcomed.anna_row, melbourne(f"2027-01-{day:02} 11:00"))
    with welcomed.practice.look() as db:
        ids = [each.id for each in db.exec(select(TherapySession))]
    for session_id in ids:
        welcomed.anna.presses_data(f"1:other_time:day_part:{session_id}:0")
    welcomed.practice.wait(minutes=5)
    welcomed.maria.types("/requests")
    assert len(welcomed.maria.labels) == 10
    assert welcomed.maria.last.endswith("\nAnd 2 more.")
    welcomed.maria.types("2")
    assert welcomed.maria.last.startswith("Anna B. · has Saturday 2 January, 11:00 am")
