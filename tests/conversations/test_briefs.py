"""Dr Okafor's brief before he meets Anna: exactly what she lets him see, as it is when he opens it."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.check_ins import CheckIn
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from tests.clock import melbourne
from tests.conversations.assigned import TASK, assign
from tests.conversations.briefed import (
    BARE,
    BESIDE_THE_FIRST,
    CHECK_IN,
    GONE,
    HEAD,
    HOUR_BEFORE,
    NEXT,
    ONLY,
    hushed,
    lets_see,
    met_twice,
    no_longer,
)
from tests.practice import Cast, Someone


@pytest.fixture
def met(questioned: Cast) -> Cast:
    return met_twice(questioned)


@pytest.fixture
def told(met: Cast) -> Cast:
    """Anna shares her check-ins, and it is an hour before they meet."""
    lets_see(met)
    met.practice.wait_until(HOUR_BEFORE)
    return met


def keep_private(cast: Cast, place: int) -> None:
    with cast.practice.database.transaction() as db:
        row = db.exec(select(CheckIn).order_by(CheckIn.id)).all()[place]  # type: ignore[arg-type]  # a column
        row.keeps_private = True


# --- exactly what is shared


def test_an_hour_before_one_bare_line_and_behind_it_what_is_shared(told: Cast) -> None:
    assert told.okafor.hears() == [BARE]
    told.okafor.taps("Open")
    assert told.okafor.last == f"{HEAD}\n\n{BESIDE_THE_FIRST}"
    assert told.okafor.sees(HEAD).protected
    for someone in (told.maria, told.lindqvist, told.ben):
        someone.sees_nothing_of("of 10")
    told.practice.wait(minutes=11)
    told.okafor.sees_nothing_of("Anna Brown")


def test_it_is_written_down_that_it_was_looked_at(told: Cast) -> None:
    told.okafor.taps("Open")
    with told.practice.look() as db:
        entries = db.exec(
            select(AuditEntry).where(AuditEntry.person_id == told.okafor_row.id)
        ).all()
    assert {(each.action, each.subject) for each in entries} >= {
        ("see brief", "therapy_session"),
        ("look", "check_in"),
    }


def test_with_nothing_shared_who_comes_and_what_he_set_himself(met: Cast) -> None:
    assign(met.practice, met.anna_row, melbourne("2026-12-12 19:00"))
    met.practice.wait_until(HOUR_BEFORE)
    assert BARE not in met.okafor.hears()
    met.okafor.types("/brief")
    assert met.okafor.last == f"{HEAD}\n\nHomework of Tuesday 8 December: «{TASK}»"
    assert met.okafor.labels == [ONLY]


@pytest.mark.parametrize("kind", [SharedKind.HOMEWORK, SharedKind.NOTES])
def test_a_yes_to_another_kind_shows_no_check_in(met: Cast, kind: SharedKind) -> None:
    lets_see(met, kind)
    met.practice.wait_until(HOUR_BEFORE)
    met.okafor.taps("Open")
    assert met.okafor.last == HEAD


def test_the_comment_and_what_was_made_of_the_answers_stay_with_anna(told: Cast) -> None:
    with told.practice.database.transaction() as db:
        for row in db.exec(select(CheckIn)):
            row.comment = "the clockface"
    told.okafor.taps("Open")
    for word in ("clockface", "concern", "watch", "low"):
        told.okafor.sees_nothing_of(word)


def test_kept_private_looks_as_if_it_hadn_t_been_answered(told: Cast) -> None:
    keep_private(told, -1)
    told.okafor.taps("Open")
    assert told.okafor.last == HEAD


def test_what_was_before_is_shown_only_if_it_may_be_seen(told: Cast) -> None:
    keep_private(told, 0)
    told.okafor.taps("Open")
    assert told.okafor.last == f"{HEAD}\n\n{CHECK_IN}"


def test_an_answer_about_an_earlier_time_is_not_of_this_brief(questioned: Cast) -> None:
    cast = met_twice(questioned)
    lets_see(cast)
    cast.practice.book(cast.anna_row, melbourne("2026-12-22 11:00"))
    cast.practice.wait_until(melbourne("2026-12-22 10:00"))
    hushed(cast)
    cast.okafor.types("/brief")
    assert cast.okafor.last == HEAD


def test_once_she_has_answered_the_reminder_it_says_so(told: Cast) -> None:
    told.anna.taps("I'll be there")
    told.okafor.taps("Open")
    assert told.okafor.last.startswith("Anna Brown · today, 11:00 am · is coming\n")


# --- as it is at that instant


def test_taken_back_between_the_line_and_opening_it_there_is_nothing_of_it(told: Cast) -> None:
    no_longer(told)
    told.okafor.taps("Open")
    assert told.okafor.last == HEAD


def test_taken_back_between_opening_it_and_sending_nothing_is_sent(told: Cast) -> None:
    told.okafor.hears()
    told.okafor.account.taps("Open")
    told.practice._runner.run(told.practice.app.receive.step())
    told.practice._runner.run(told.practice.app.work.step())
    no_longer(told)
    told.practice.settle()
    assert told.okafor.hears() == ["This changed a moment ago. Open it again."]
    told.okafor.taps("Open")
    assert told.okafor.last == HEAD


def test_after_the_meeting_it_isn_t_shown_any_more(told: Cast) -> None:
    told.practice.wait_until(melbourne("2026-12-15 11:49"))
    told.okafor.taps("Open", bubble=told.okafor.sees(BARE))
    assert told.okafor.last.startswith("Anna Brown · today, 11:00 am")
    told.practice.wait_until(melbourne("2026-12-15 11:50"))
    told.okafor.taps("Open", bubble=told.okafor.sees(BARE))
    assert told.okafor.last == (
        "Tuesday 15 December, 11:00 am is over. /brief shows what comes next."
    )


def test_a_cancelled_time_has_none(told: Cast) -> None:
    for label in ("My times", "I can't come", "Cancel it"):
        told.anna.taps(label)
    told.okafor.taps("Open", bubble=told.okafor.sees(BARE))
    assert told.okafor.last == "Tuesday 15 December, 11:00 am was cancelled."


# --- whose it is


def test_nobody_else_opens_it_whatever_they_press(told: Cast) -> None:
    adler_row = told.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = told.practice.join(adler_row, "Dr Adler")
    for someone in (adler, told.maria, told.lindqvist, told.anna, told.ben):
        for data in (f"look:{told.session_id}", f"client:{told.anna_row.id}", "next"):
            someone.hears()
            someone.presses_data(f"1:briefs:{data}")
            assert not any("of 10" in text or "Anna Brown" in text for text in someone.hears())


@pytest.mark.parametrize("moves", [True, False])
def test_another_psychologist_and_the_former_read_nothing(told: Cast, moves: bool) -> None:
    adler_row = told.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = told.practice.join(adler_row, "Dr Adler")
    change_psychologist(told, moves=moves)
    for someone in (told.okafor, adler):
        for data in (f"look:{told.session_id}", f"client:{told.anna_row.id}"):
            someone.presses_data(f"1:briefs:{data}")
            someone.sees_nothing_of("of 10")
    told.okafor.taps("Open", bubble=told.okafor.sees(BARE))
    assert told.okafor.last == GONE
    adler.types("/brief")
    assert adler.last == (HEAD if moves else "No session is booked.")


def change_psychologist(cast: Cast, *, moves: bool) -> None:
    cast.maria.types("/clients")
    for label in ("Anna B.", "Change psychologist", "Dr Adler"):
        cast.maria.taps(label)
    cast.maria.taps("Move to Dr Adler" if moves else "Stay with Dr Okafor")
    cast.maria.taps("Change it, tell nobody else")
    with cast.practice.look() as db:
        assert db.get_one(Person, cast.anna_row.id).psychologist_id != cast.okafor_row.id


# --- on request


def test_from_the_client_s_page_also_where_nothing_is_booked(questioned: Cast) -> None:
    okafor = questioned.okafor
    okafor.types("/clients")
    okafor.taps("Anna B.")
    okafor.taps("Before you meet")
    assert okafor.last == "Anna Brown\nNo session is booked."
    questioned.practice.book(questioned.anna_row, NEXT)
    okafor.taps("Before you meet")
    assert okafor.last == "Anna Brown · Tuesday 15 December, 11:00 am · no answer yet"


def test_from_the_day_s_list_and_on_to_the_next_one(met: Cast) -> None:
    met.practice.book(met.ben_row, melbourne("2026-12-15 12:00"))
    met.practice.book(met.ben_row, melbourne("2026-12-16 12:00"))
    met.practice.wait_until(HOUR_BEFORE)
    met.okafor.types("/today")
    assert met.okafor.labels == ["Before you meet"]
    met.okafor.taps("Before you meet")
    assert met.okafor.last == HEAD
    assert met.okafor.labels == ["Then Ben C., 12:00 pm", ONLY]
    met.okafor.taps("Then Ben C., 12:00 pm")
    assert met.okafor.last == "Ben Carter · today, 12:00 pm · no answer yet"
    assert met.okafor.labels == [ONLY]


def test_a_manager_s_list_has_no_such_button(met: Cast) -> None:
    met.practice.wait_until(HOUR_BEFORE)
    met.maria.types("/today")
    assert met.maria.labels == []
    met.maria.types("/brief")
    assert "Anna Brown" not in met.maria.last


def test_where_nobody_comes_it_says_so(questioned: Cast) -> None:
    questioned.okafor.types("/brief")
    assert questioned.okafor.last == "No session is booked."


def test_a_locked_screen_asks_for_the_code_first(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="30m")
    cast.practice.book(cast.anna_row, melbourne("2026-11-30 15:00"))
    choose_code(cast.okafor)
    cast.practice.wait(minutes=31)
    cast.okafor.types("/brief")
    assert cast.okafor.last.startswith("Your code, please.")
    cast.okafor.sees_nothing_of("Anna Brown")
    for digit in "2580":
        cast.okafor.taps(digit)
    cast.okafor.sees("Anna Brown · today, 3:00 pm")


def choose_code(someone: Someone) -> None:
    someone.presses_data("1:screen_lock:choose")
    for digit in "25802580":
        someone.taps(digit)
