"""By when a case is looked at and answered: half way somebody is reminded, conduct has a quarter."""

from datetime import timedelta

from tests.clock import melbourne
from tests.conversations.concerns import (
    CONDUCT,
    LINDQVIST,
    TUESDAY,
    alert,
    answer,
    case_of,
    hear,
    take,
)
from tests.practice import Cast

# 1 h 54 min of Tuesday and 6 h of Wednesday are open between 3:06 pm and the first look.
HALF_OF_LOOK = melbourne("2026-12-02 11:03")


def test_half_way_to_the_first_look_it_rings_once_more(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(HALF_OF_LOOK - timedelta(minutes=1))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(HALF_OF_LOOK)
    assert welcomed.maria.hears() == [
        "Something still waits for you. First look by Wednesday 2 December, 3:00 pm."
    ]
    assert welcomed.maria.labels == ["Open", "Later", "I'm away"]
    assert welcomed.anna.hears() == welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 14:59"))
    assert welcomed.maria.hears() == []


def test_after_an_outage_over_the_end_it_rings_once_and_not_for_half_of_the_time(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    hear(welcomed)
    welcomed.practice.hand.wait_until(melbourne("2026-12-02 15:01"))
    welcomed.practice.settle()
    assert len(welcomed.maria.hears()) == 1


def test_who_said_later_is_not_rung_in_between(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 10:45"))
    welcomed.maria.taps("Later")  # brings it back at 12
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 11:59"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 12:00"))
    assert welcomed.maria.hears() == [
        "Something for you. First look by Wednesday 2 December, 3:00 pm."
    ]


def test_half_way_to_the_answer_who_took_it_is_reminded_once(welcomed: Cast) -> None:
    take(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 16:30"))
    assert welcomed.maria.hears() == [
        "C-1001: an answer was promised by Thursday 3 December, 5:00 pm."
    ]
    welcomed.practice.wait_until(melbourne("2026-12-03 16:59"))
    assert welcomed.maria.hears() == welcomed.anna.hears() == []


def test_an_answer_in_time_is_followed_by_no_reminder(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "thank you")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-06 20:00"))  # the week in numbers is on Monday
    assert welcomed.maria.hears() == welcomed.anna.hears() == []
    assert case_of(welcomed.practice).remind_at is None


def test_conduct_has_a_quarter_of_the_times_and_rings_in_practice_hours_only(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(TUESDAY)
    alert(welcomed, CONDUCT, to=LINDQVIST)
    case = case_of(welcomed.practice)
    assert case.look_by == melbourne("2026-12-02 09:15")  # 2 of 8 hours, on the quarter
    assert case.answer_by == melbourne("2026-12-02 11:45")  # 4.5 of 18 hours
    welcomed.anna.sees("Dr Lindqvist looks at it by tomorrow, 9:15 am")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 16:30"))
    assert welcomed.lindqvist.hears() == [
        "Something still waits for you. First look by Wednesday 2 December, 9:15 am."
    ]
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.lindqvist.hears() == []  # not at night
    welcomed.practice.wait_until(melbourne("2026-12-02 09:15"))
    welcomed.anna.sees("Nobody has taken your message on yet. I'm sorry.")


def test_how_it_stands_says_what_comes_next(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.anna.taps("Something isn't right")
    assert welcomed.anna.last == (
        "C-1001. Sent to Maria. Nobody has taken it on yet. First look by tomorrow, 3:00 pm.\n"
        "If nobody takes it on by then, I tell you, and you choose what happens next."
    )
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees(
        "If no answer has come by then, I tell you, and you choose what happens next."
    )
    answer(welcomed, "thank you")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("It stays open. What you add goes to Maria.")
