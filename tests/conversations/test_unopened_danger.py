"""Nobody on duty opens it: who else is there is asked as well, and whoever wrote is told so."""

from collections.abc import Callable

import pytest

from bot.records.people import Telephone
from tests.clock import melbourne
from tests.conversations.absent import set_away
from tests.conversations.test_danger_and_cases import anna_tells_maria
from tests.conversations.test_on_duty import STILL, URGENT, WORDS, alarms
from tests.practice import Cast

Opener = Callable[..., Cast]
BY_DAY = "Dr Okafor: Mon-Fri 9-17"
EVENINGS = "Dr Okafor: Mon-Fri 17-22"
NEWS = (
    "Nobody has opened what you wrote yet. I've passed it on to {names} as well.\n"
    "If you're in danger, please don't wait for them. Call 000."
)
BOTH = NEWS.format(names="Maria Santos and Dr Lindqvist")


def test_after_ten_minutes_who_is_there_by_role_is_rung_too_and_the_client_reads_it(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=BY_DAY, operator_chat=777)
    cast.anna.types(WORDS)
    cast.anna.sees("Dr Okafor is on duty and has been told.")
    cast.practice.wait(minutes=9)
    assert cast.maria.hears() == cast.lindqvist.hears() == []
    cast.anna.hears()
    cast.practice.wait(minutes=1)
    assert cast.okafor.hears() == [URGENT, STILL]
    for each in (cast.maria, cast.lindqvist):
        assert not each.sees(STILL).silent
        assert each.hears() == [STILL]
    assert cast.anna.hears() == [BOTH]
    assert cast.anna.sees("I've passed it on to Maria Santos").silent
    assert alarms(cast) == []
    cast.practice.wait(minutes=10)
    assert alarms(cast) == ["alarm:nobody has opened danger_alert:1"]
    cast.lindqvist.taps("Open")
    assert cast.anna.hears() == ["Dr Lindqvist has opened what you wrote."]


def test_who_was_asked_as_well_hears_the_news_of_it(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    cast.anna.types(WORDS)
    cast.practice.wait(minutes=10)
    cast.maria.taps("Open")
    cast.lindqvist.hears()
    cast.anna.presses_data("1:call_back:ask:1")
    assert cast.lindqvist.hears() == [
        "News on an urgent message: a call is asked for. Please open it."
    ]


def test_opened_in_time_nobody_else_is_asked(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    cast.anna.types(WORDS)
    cast.okafor.taps("Open")
    cast.anna.hears()
    cast.practice.wait(hours=3)
    assert cast.maria.hears() == cast.lindqvist.hears() == cast.anna.hears() == []


def test_where_another_person_hurts_them_it_is_said_in_neutral_words(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    cast.anna.types("he hits me and i am afraid to go home")
    cast.anna.hears()
    cast.practice.wait(minutes=10)
    assert cast.anna.hears() == ["I've passed that on to Maria Santos and Dr Lindqvist as well."]
    assert cast.anna.sees("as well.").silent


def test_on_a_telephone_that_others_see_it_is_said_in_neutral_words(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    with cast.practice.database.transaction() as db:
        cast.anna_row.telephone = Telephone.SHARED
        db.merge(cast.anna_row)
    cast.anna.types(WORDS)
    cast.anna.hears()
    cast.practice.wait(minutes=10)
    assert cast.anna.hears() == ["I've passed that on to Maria Santos and Dr Lindqvist as well."]


def test_in_practice_hours_without_anybody_on_duty_now_it_rings_in_ten_minutes(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=EVENINGS)
    cast.anna.types(WORDS)
    cast.anna.sees("Perhaps nobody at the practice sees it before Monday 30 November, 10:10 am")
    assert cast.okafor.sees(URGENT).silent
    cast.practice.wait(minutes=10)
    assert cast.maria.hears() == cast.lindqvist.hears() == [STILL]
    cast.okafor.hears()
    cast.practice.wait_until(melbourne("2026-11-30 17:05"))
    assert cast.okafor.hears() == [URGENT]


def test_outside_practice_hours_nobody_is_rung_who_isn_t_on_duty(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty=EVENINGS, operator_chat=777)
    cast.practice.wait_until(melbourne("2026-11-30 18:00"))
    cast.anna.types(WORDS)
    cast.anna.hears()
    cast.practice.wait(minutes=20)
    assert alarms(cast) == ["alarm:nobody has opened danger_alert:1"]
    cast.practice.wait_until(melbourne("2026-12-01 08:59"))
    assert cast.maria.hears() == cast.anna.hears() == []
    cast.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert cast.maria.hears() == cast.lindqvist.hears() == [STILL]
    assert cast.anna.hears() == [BOTH]


def test_at_night_the_client_is_told_of_the_opening_at_which_others_are_asked(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty=EVENINGS)
    cast.practice.wait_until(melbourne("2026-11-30 23:10"))
    cast.anna.types(WORDS)
    cast.anna.sees("Perhaps nobody at the practice sees it before Tuesday 1 December, 9:00 am")
    cast.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert cast.maria.hears() == [STILL]


def test_who_is_on_duty_at_another_hour_is_rung_too_in_practice_hours(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Fri 9-17; Dr Lindqvist: Mon-Fri 17-22")
    cast.anna.types(WORDS)
    assert cast.lindqvist.sees(URGENT).silent
    cast.practice.wait(minutes=10)
    assert not cast.lindqvist.sees(STILL).silent
    cast.lindqvist.hears()
    cast.practice.wait_until(melbourne("2026-11-30 17:05"))
    assert cast.lindqvist.hears() == [URGENT]


def test_whom_a_case_is_about_is_not_asked_as_well(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    anna_tells_maria(cast)
    cast.anna.types(WORDS)
    cast.practice.wait(minutes=10)
    assert cast.okafor.hears() == []
    cast.anna.sees("I've passed it on to Maria Santos as well.")


def test_who_is_away_is_not_asked_as_well(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    set_away(cast, cast.maria_row)
    cast.anna.types(WORDS)
    cast.anna.hears()
    cast.practice.wait(minutes=10)
    assert cast.maria.hears() == []
    assert cast.anna.hears() == [NEWS.format(names="Dr Lindqvist")]


def test_a_stranger_s_alert_is_asked_of_others_too(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    stranger = cast.practice.account("Somebody")
    stranger.types(WORDS)
    stranger.hears()
    cast.practice.wait(minutes=10)
    assert cast.maria.hears() == [STILL]
    assert stranger.hears() == []


def test_where_all_by_role_are_on_duty_nothing_more_is_said(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=30)
    assert welcomed.anna.hears() == []


@pytest.mark.parametrize("minutes", [10, 20])
def test_a_restart_in_between_rings_nobody_twice(welcomed_with: Opener, minutes: int) -> None:
    cast = welcomed_with(on_duty=BY_DAY)
    cast.anna.types(WORDS)
    cast.practice.wait(minutes=minutes)
    cast.practice.start()
    cast.practice.settle()
    assert cast.maria.hears() == [STILL]
