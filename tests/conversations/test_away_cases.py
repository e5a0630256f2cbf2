"""Cases of somebody who is away: what waits goes on, and nobody who comes back is forgotten."""

import pytest

from bot.records.cases import CaseState
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.absent import UNTIL_MONDAY, away
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    LINDQVIST,
    alert,
    answer,
    case_of,
    hear,
    readers_of,
    take,
)
from tests.practice import Cast, Someone

# --- cases that wait


def test_what_waits_for_who_goes_away_goes_to_the_next_whom_the_client_allowed(
    welcomed: Cast,
) -> None:
    alert(welcomed, by=IF_AWAY)
    hear(welcomed)
    away(welcomed.maria)
    assert len(welcomed.lindqvist.hears()) == 1
    assert welcomed.anna.hears() == [
        f"There's news for you.\n\nMaria is away until {UNTIL_MONDAY}. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now."
    ]


def test_nobody_who_is_away_is_said_to_look_before_they_are_back(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.lindqvist)
    welcomed.maria.taps("I'm away")
    welcomed.anna.taps("Let Dr Lindqvist read it")
    assert welcomed.anna.last == (
        f"I've asked Dr Lindqvist (away until {UNTIL_MONDAY}). "
        "First look by Tuesday 8 December, 9:00 am."
    )


def test_without_a_second_name_the_client_is_asked_and_may_wait_until_the_return(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    hear(welcomed)
    away(welcomed.maria)
    assert welcomed.anna.last == (
        f"There's news for you.\n\nMaria is away until {UNTIL_MONDAY}. I'm sorry.\n"
        "You can wait, let somebody else read it, or phone Riverside (03 9000 0000)."
    )
    welcomed.anna.taps("Wait")
    assert welcomed.anna.last == (
        f"All right, it waits. Maria is away until {UNTIL_MONDAY}. "
        "First look by Tuesday 8 December, 9:00 am."
    )
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 08:59"))
    assert welcomed.anna.hears() == welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    heard = welcomed.maria.hears()
    assert "Something for you. First look by Tuesday 8 December, 9:00 am." in heard
    assert "You were away until now. Waiting for you: 1. /cases shows it." in heard
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.anna.sees("Maria has your message and is looking after it.")


def test_who_comes_back_early_is_rung_again(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Wait")
    hear(welcomed)
    welcomed.maria.types("I'm back")
    assert welcomed.maria.hears() == [ALERT, "You're back. Waiting for you: 1. /cases shows it."]
    assert all(each.away_at is None for each in readers_of(welcomed.practice))
    assert welcomed.anna.hears() == []


def test_who_comes_back_at_night_is_rung_when_the_practice_opens(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria, "tomorrow at 8 pm")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 22:00"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.maria.hears())


def test_away_for_longer_asks_the_client_once_more(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Wait")
    hear(welcomed)
    welcomed.maria.types("/away")
    welcomed.maria.taps("Maria Santos")
    welcomed.maria.taps("Another day")
    welcomed.maria.taps("2 weeks")
    welcomed.maria.taps("Yes, that's right")
    (text,) = welcomed.anna.hears()
    assert "Maria is away until Tuesday 15 December, 9:00 am. I'm sorry." in text


def test_who_was_tapped_away_for_one_case_is_rung_again_after_an_absence(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("I'm away")
    hear(welcomed)
    away(welcomed.maria, "Until tomorrow")
    assert welcomed.anna.hears() == []  # asked already
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.maria.hears())


# --- what somebody looks after


def test_who_goes_away_is_asked_of_each_case_they_look_after(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    away(welcomed.maria)
    assert welcomed.maria.last == (
        "C-1001 is yours, answer by Thursday 3 December, 5:00 pm. "
        "Hand it to Dr Lindqvist, or keep it? The client allowed Dr Lindqvist."
    )
    assert welcomed.maria.labels == ["Hand it to Dr Lindqvist", "Keep it"]
    hear(welcomed)
    welcomed.maria.taps("Hand it to Dr Lindqvist")
    assert welcomed.lindqvist.hears() == [
        "Something for you. First look by Wednesday 2 December, 3:00 pm."
    ]
    welcomed.anna.sees(f"Maria is away until {UNTIL_MONDAY}. I'm sorry.")
    welcomed.maria.taps("Keep it", bubble=welcomed.maria.sees("Hand it to Dr Lindqvist, or keep"))
    assert welcomed.maria.last == "C-1001 isn't yours any more."


def test_kept_and_not_answered_in_time_it_goes_on(welcomed: Cast) -> None:
    take(welcomed)
    away(welcomed.maria)
    welcomed.maria.sees("Nobody else was named for it. Shall I tell the client that you're away?")
    welcomed.maria.taps("Keep it")
    assert welcomed.maria.last == (
        "C-1001 stays yours. If the time passes by which an answer is due, I tell the client."
    )
    hear(welcomed)
    welcomed.anna.types("one more thing", reply_to=welcomed.anna.sees("is looking after it"))
    welcomed.anna.sees(f"Added. It's on its way to Maria (away until {UNTIL_MONDAY}).")
    welcomed.practice.wait_until(melbourne("2026-12-03 17:00"))
    welcomed.anna.sees(f"Maria is away until {UNTIL_MONDAY}. I'm sorry.\nYou can wait, let")
    assert case_of(welcomed.practice).state is CaseState.WAITING


def test_kept_and_answered_all_is_well(welcomed: Cast) -> None:
    take(welcomed)
    away(welcomed.maria)
    welcomed.maria.taps("Keep it")
    answer(welcomed, "from the train")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    assert "You were away until now. Waiting for you: 1. /cases shows it." in welcomed.maria.hears()
    assert not any("is away" in text for text in welcomed.anna.hears())


def test_a_manager_who_says_it_of_another_learns_nothing_of_their_cases(
    welcomed: Cast,
) -> None:
    alert(welcomed, to=LINDQVIST)
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    hear(welcomed)
    welcomed.maria.types("/away")
    welcomed.maria.taps("Dr Lindqvist")
    welcomed.maria.taps("Until Monday")
    welcomed.maria.taps("Yes, that's right")
    assert welcomed.maria.hears()[-1] == f"Dr Lindqvist is away until {UNTIL_MONDAY}."
    welcomed.maria.sees_nothing_of("C-1001")
    heard = welcomed.lindqvist.hears()
    assert heard[0] == f"Maria Santos says that you are away until {UNTIL_MONDAY}."
    assert heard[1].startswith("C-1001 is yours, answer by Thursday 3 December")


@pytest.mark.parametrize("who", ["anna", "okafor", "lindqvist"])
def test_nobody_else_keeps_or_learns_of_a_case(welcomed: Cast, who: str) -> None:
    take(welcomed)
    someone: Someone = getattr(welcomed, who)
    someone.presses_data("1:away:keep:1")
    someone.sees_nothing_of("C-1001 stays")
    someone.sees_nothing_of("isn't yours")


def test_opened_again_while_who_had_it_is_away(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.taps("Close")
    welcomed.maria.taps("Practical matter, settled")
    welcomed.maria.taps("Close without a line")
    away(welcomed.maria)
    hear(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Open it again")
    welcomed.anna.types("it happened again")
    assert welcomed.anna.last == (
        f"It's open again and goes to Maria (away until {UNTIL_MONDAY}). "
        "First look by Tuesday 8 December, 9:00 am."
    )
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_a_solo_practice_s_one_person_may_be_away_too(welcomed: Cast) -> None:
    solo = welcomed.practice.add_staff("Dr Solo", Role.MANAGER, Role.PSYCHOLOGIST)
    someone = welcomed.practice.join(solo, "Dr Solo")
    away(someone)
    someone.types("/away")
    someone.sees(f"Dr Solo is away until {UNTIL_MONDAY}.")


def test_away_for_longer_is_said_from_the_alert(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("I'm away")
    welcomed.maria.taps("Away for longer")
    welcomed.maria.taps("Until Monday")
    welcomed.maria.taps("Yes, that's right")
    assert welcomed.maria.last == f"You are away until {UNTIL_MONDAY}. «I'm back» ends it."


def test_who_comes_back_is_told_of_urgent_messages_that_are_still_open(welcomed: Cast) -> None:
    away(welcomed.maria)
    welcomed.anna.types("i want to die")
    welcomed.maria.types("I'm back")
    assert welcomed.maria.last == "You're back. Waiting for you: 1. /cases shows it."
    away(welcomed.okafor)
    welcomed.okafor.types("I'm back")
    assert welcomed.okafor.last == "You're back. Nothing in /cases waits for you."
