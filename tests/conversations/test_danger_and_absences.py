"""Danger, a wish or a question while somebody is away: somebody else hears it, and the truth is said."""

from collections.abc import Callable

import pytest

from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.absent import away, set_away
from tests.conversations.assigned import remind
from tests.conversations.concerns import hear
from tests.conversations.duty_stories import agreed
from tests.practice import Cast

Opener = Callable[..., Cast]
URGENT = "Urgent. Please open now."
STILL = "Urgent, and nobody has opened it. Please open now."

# --- danger, while somebody is away


def test_who_is_away_is_not_rung_where_somebody_else_can_be(welcomed: Cast) -> None:
    set_away(welcomed, welcomed.maria_row)
    welcomed.anna.types("i want to die")
    assert welcomed.maria.hears() == []
    assert not welcomed.lindqvist.sees(URGENT).silent
    welcomed.anna.sees("I've passed on what you wrote to Dr Lindqvist. Nobody has opened it yet.")
    welcomed.practice.wait(minutes=10)
    assert welcomed.lindqvist.hears()[-1] == STILL
    assert welcomed.maria.hears() == []


def test_in_the_hours_of_who_is_away_those_who_are_there_stand_in(welcomed_with: Opener) -> None:
    cast = welcomed_with(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    set_away(cast, cast.lindqvist_row)
    cast.anna.types("i want to die")
    assert not cast.maria.sees(URGENT).silent
    assert cast.lindqvist.hears() == []
    cast.anna.sees("I've passed on what you wrote to Maria Santos. Nobody has opened it yet.")


def test_where_nobody_else_is_there_now_who_is_away_is_rung_and_no_duty_is_claimed(
    welcomed: Cast,
) -> None:
    agreed(welcomed)
    set_away(welcomed, welcomed.okafor_row)
    welcomed.practice.wait_until(melbourne("2026-11-30 18:10"))
    hear(welcomed)
    welcomed.anna.types("i want to die")
    assert not welcomed.okafor.sees(URGENT).silent
    assert welcomed.maria.sees(URGENT).silent
    welcomed.anna.sees("Perhaps nobody at the practice sees it before Tuesday 1 December, 9:00 am")
    welcomed.anna.sees_nothing_of("is on duty")


def test_if_all_are_away_all_are_rung_at_once_and_again(
    welcomed: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    set_away(welcomed, welcomed.maria_row, welcomed.lindqvist_row, welcomed.okafor_row)
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    welcomed.anna.types("i want to die")
    for someone in (welcomed.maria, welcomed.lindqvist):
        assert not someone.sees(URGENT).silent
        someone.hears()
    assert welcomed.okafor.hears() == []
    welcomed.anna.sees("Perhaps nobody at the practice sees it before Monday 14 December, 9:00 am")
    welcomed.practice.wait(minutes=10)
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == [STILL]
    welcomed.practice.wait(minutes=10)
    assert "nobody has opened danger_alert:1" in capsys.readouterr().out
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert welcomed.maria.hears() == [STILL]
    welcomed.maria.taps("Open")
    welcomed.anna.sees("Maria Santos has opened what you wrote.")


def test_who_opened_it_and_went_away_is_not_asked_whether_it_is_dealt_with(
    welcomed: Cast,
) -> None:
    welcomed.anna.types("i want to die")
    welcomed.maria.taps("Open")
    set_away(welcomed, welcomed.maria_row)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert welcomed.maria.hears() == []
    welcomed.lindqvist.sees("An urgent message is still open.")


def test_overnight_hours_hold_where_the_clocks_change(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2027-04-02 12:00"))  # clocks go back on the 4th, 3 am
    agreed(welcomed, "Sat 22:00-6:00")
    welcomed.practice.wait_until(melbourne("2027-04-04 05:50"))
    hear(welcomed)
    welcomed.anna.types("i want to die")
    assert not welcomed.okafor.sees(URGENT).silent
    welcomed.practice.wait_until(melbourne("2027-04-04 06:10"))
    hear(welcomed)
    welcomed.ben.types("i want to die")
    assert welcomed.okafor.sees(URGENT).silent


def test_whom_a_case_is_about_is_told_of_no_danger_whatever_hours_they_accepted(
    welcomed: Cast,
) -> None:
    agreed(welcomed, "Mon-Sun 0-0")
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open",
                  "That's all", "Send"):  # fmt: skip
        welcomed.anna.taps(label)
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    welcomed.anna.types("i want to die")
    assert welcomed.okafor.hears() == []
    welcomed.maria.sees(URGENT)


def test_managers_hear_of_it_when_somebody_on_duty_goes_away(welcomed: Cast) -> None:
    agreed(welcomed)
    away(welcomed.okafor)
    assert welcomed.maria.hears() == [
        "Dr Okafor is on duty for urgent messages (Monday to Friday, 5:00 pm to 10:00 pm) and "
        "away until Monday 7 December, 9:00 am. /duty asks somebody else."
    ]
    away(welcomed.lindqvist)
    assert welcomed.maria.hears() == []


# --- the office, homework


def test_a_manager_who_can_t_be_reached_doesn_t_stand_for_one_who_is_away(welcomed: Cast) -> None:
    bob = welcomed.practice.add_staff("Bob Hale", Role.MANAGER)  # who has no chat yet
    set_away(welcomed, welcomed.maria_row)
    assert bob.telegram_id is None
    _wishes(welcomed)
    assert len(welcomed.maria.hears()) == 1


def test_a_wish_goes_to_the_managers_who_are_there(welcomed: Cast) -> None:
    bob = welcomed.practice.join(welcomed.practice.add_staff("Bob Hale", Role.MANAGER), "Bob")
    set_away(welcomed, welcomed.maria_row)
    bob.hears()
    _wishes(welcomed)
    welcomed.anna.sees("I'm asking Bob: «friday».")
    assert bob.hears() == [
        "Anna B. would like another time than Tuesday 8 December, 11:00 am: «friday»"
    ]
    assert welcomed.maria.hears() == []


def test_where_all_managers_are_away_it_goes_to_them_and_the_client_reads_so(
    welcomed: Cast,
) -> None:
    set_away(welcomed, welcomed.maria_row)
    _wishes(welcomed)
    welcomed.anna.sees("Maria is away until Monday 14 December, 9:00 am.")
    assert len(welcomed.maria.hears()) == 1


def _wishes(cast: Cast) -> None:
    cast.practice.book(cast.anna_row, melbourne("2026-12-08 11:00"))
    for label in ("My times", "Another time"):
        cast.anna.taps(label)
    cast.anna.types("friday")
    cast.practice.wait(minutes=4)


def test_a_question_to_a_psychologist_who_is_away(welcomed: Cast) -> None:
    remind(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 10:00"))
    set_away(welcomed, welcomed.okafor_row, until="2026-12-07 09:00")
    for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        welcomed.anna.taps(label)
    assert welcomed.anna.last == (
        "What would you like to ask? Dr Okafor reads your question and the task. An answer may "
        "come here, or when you meet. Dr Okafor is away until Monday 7 December, 9:00 am."
    )
    welcomed.anna.types("what if somebody finds it?")
    assert welcomed.anna.last == (
        "Your question: «what if somebody finds it?»\n\nDr Okafor is away until Monday "
        "7 December, 9:00 am. Until it is read you can take it back."
    )
    welcomed.okafor.hears()
    welcomed.practice.wait(minutes=3)
    assert welcomed.okafor.hears() == ["Something to read before a meeting."]
