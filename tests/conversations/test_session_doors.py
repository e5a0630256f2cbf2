"""A time that can't be is refused where staff type it, and no client hears of it."""

import pytest

from bot.records import people, settled_requests
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.conversations.requesting import TUESDAY, asks, offers, session_of
from tests.practice import Cast


@pytest.fixture
def moving(welcomed: Cast) -> Cast:
    """Maria is asked to when Anna's session is to be moved; Ben has Wednesday, 2 pm."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-09 14:00"))
    welcomed.anna.hears()
    welcomed.maria.presses_data(f"1:moving:move:{welcomed.session_id}")
    return welcomed


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("yesterday 4 pm", "That is over already:"),
        ("today 9 am", "That is over already:"),
        ("9/12 at 13:30", "One of the two has another session then:"),
        ("9/12 at 14:49", "One of the two has another session then:"),
        ("in 3 years at 4pm", "That is too far away:"),
    ],
)
def test_moved_to_a_time_that_can_t_be(moving: Cast, typed: str, answer: str) -> None:
    moving.maria.types(typed)
    assert moving.maria.last.startswith(answer)
    moving.practice.wait(minutes=10)
    assert moving.anna.hears() == []
    assert session_of(moving).starts_at == TUESDAY


def test_a_time_that_isn_t_there_is_said_back_before_it_counts(welcomed: Cast) -> None:
    """Maria types in New York, where the clocks go forward in that night."""
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.maria_row.id).time_zone = "America/New_York"
    welcomed.practice.wait_until(melbourne("2027-03-10 10:00"))
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2027-03-17 11:00"))
    welcomed.maria.presses_data(f"1:moving:move:{welcomed.session_id}")
    welcomed.maria.types("14 march 2:30 am")
    assert "becomes Sunday 14 March, 3:00 am." in welcomed.maria.last


def test_an_offer_is_refused_where_somebody_has_a_session(welcomed: Cast) -> None:
    asks(welcomed)
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-10 16:00"))
    welcomed.maria.taps("Find a time")
    welcomed.maria.taps("Other times")
    for typed, answer in (
        ("thu 10 dec 16:20", "Dr Okafor or the client has another session then:"),
        ("yesterday at 4", "That is over already:"),
    ):
        welcomed.maria.types(typed)
        assert welcomed.maria.last.startswith(answer)


def test_an_offer_that_somebody_else_got_meanwhile_is_not_booked(welcomed: Cast) -> None:
    offers(welcomed, "4:00 pm")
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-03 16:30"))
    welcomed.anna.taps("4:00 pm")
    welcomed.anna.sees("I'm sorry, these times were taken by now.")
    assert session_of(welcomed).starts_at == TUESDAY


def test_what_was_moved_from_the_command_line_is_settled_for_the_office(welcomed: Cast) -> None:
    request_id = asks(welcomed)
    with welcomed.practice.database.transaction() as db:
        row = db.get_one(TherapySession, welcomed.session_id)
        settled_requests.settle(db, row, None, welcomed.practice.hand.now())
    welcomed.maria.presses_data(f"1:requests:open:{request_id}")
    assert welcomed.maria.last == "The session was moved meanwhile. That answers it."


def test_a_file_in_which_a_psychologist_sees_two_at_once_says_so(welcomed: Cast) -> None:
    rows = "Anna Brown,2026-12-08T11:00\nBen Carter,2026-12-08T11:30\n"
    file = f"client,starts_at\n{rows}".encode()
    welcomed.maria.account.sends_document(file, "export.csv", mime_type="text/csv")
    welcomed.practice.settle()
    welcomed.maria.taps("Take it over")
    assert welcomed.maria.last == (
        "The CSV file is taken over: 2 new.\n\n"
        "Sessions to come in which a psychologist sees somebody else as well: 1."
    )
