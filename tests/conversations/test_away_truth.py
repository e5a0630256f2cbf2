"""What a client reads before they choose somebody who is away, and what they are promised."""

from bot.records.cases import CaseState
from tests.clock import melbourne
from tests.conversations.absent import UNTIL_MONDAY, away
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    MARIA,
    OKAFOR,
    WORDS,
    alert,
    case_of,
    close,
    hear,
    send,
    take,
    write,
)
from tests.practice import Cast

# --- truth before choosing


def test_the_list_and_the_preview_say_who_is_away_and_the_promise_counts_from_the_return(
    welcomed: Cast,
) -> None:
    away(welcomed.maria)
    welcomed.practice.wait_until(melbourne("2026-12-01 15:05"))
    welcomed.anna.taps("Something isn't right")
    assert f"Maria is away until {UNTIL_MONDAY}. " in welcomed.anna.last.replace("\n\n", " ")
    assert welcomed.anna.labels[0] == MARIA
    welcomed.anna.taps(MARIA)
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("That's all")
    assert f"Maria is away until {UNTIL_MONDAY}." in welcomed.anna.last
    welcomed.anna.taps("Send")
    welcomed.anna.sees(
        f"Maria is away until {UNTIL_MONDAY}. Maria looks at it by Tuesday 8 December, 9:00 am, "
        "and answers you here by Wednesday 9 December, 5:00 pm."
    )
    hear(welcomed)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees(f"Sent to Maria (away until {UNTIL_MONDAY}). Nobody has taken it on yet.")
    assert "Let Dr Lindqvist read it" in welcomed.anna.labels
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_sent_with_leave_the_next_is_asked_and_the_client_hears_it_once(welcomed: Cast) -> None:
    away(welcomed.maria)
    send(welcomed, by=IF_AWAY)
    welcomed.anna.sees(
        f"Maria is away until {UNTIL_MONDAY}. I ask Dr Lindqvist, who looks at it by tomorrow, "
        "3:00 pm, and answers you here by Thursday 3 December, 5:00 pm."
    )
    hear(welcomed)
    welcomed.practice.wait(minutes=1)
    assert welcomed.lindqvist.hears() == [ALERT]
    assert welcomed.anna.hears() == welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you.")


def test_who_goes_away_within_the_minute_is_told_of_to_the_client(welcomed: Cast) -> None:
    send(welcomed)
    away(welcomed.maria)
    hear(welcomed)
    welcomed.practice.wait(minutes=1)
    (text,) = welcomed.anna.hears()
    assert f"Maria is away until {UNTIL_MONDAY}. I'm sorry." in text
    assert welcomed.maria.hears() == []


def test_who_went_away_after_the_preview_is_shown_before_it_is_sent(welcomed: Cast) -> None:
    write(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Send")
    welcomed.anna.sees("It has changed since then. This is how it stands now.")
    assert case_of(welcomed.practice).state is CaseState.DRAFT


def test_where_both_are_away_the_first_who_is_back_is_rung_and_the_other_is_asked_too(
    welcomed: Cast,
) -> None:
    away(welcomed.maria)
    away(welcomed.lindqvist, "wednesday")
    send(welcomed, by=IF_AWAY)
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.lindqvist.hears())
    assert welcomed.maria.hears() == []


def test_let_somebody_read_it_who_is_away(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.lindqvist)
    welcomed.maria.taps("I'm away", bubble=welcomed.maria.sees(ALERT))
    welcomed.anna.sees(f"I'm sorry. Dr Lindqvist is away until {UNTIL_MONDAY}.")
    hear(welcomed)
    welcomed.anna.taps("Let Dr Lindqvist read it")
    assert welcomed.anna.last == (
        f"I've asked Dr Lindqvist (away until {UNTIL_MONDAY}). "
        "First look by Tuesday 8 December, 9:00 am."
    )
    assert welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.lindqvist.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_nothing_is_handed_on_to_somebody_who_is_away(welcomed: Cast) -> None:
    away(welcomed.lindqvist)
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    assert welcomed.maria.last == (
        f"Dr Lindqvist is away until {UNTIL_MONDAY}. Nothing was handed on."
    )
    assert welcomed.lindqvist.hears()[1:] == [] or ALERT not in welcomed.lindqvist.hears()


def test_the_client_s_own_psychologist_is_away(welcomed: Cast) -> None:
    away(welcomed.okafor)
    welcomed.practice.wait_until(melbourne("2026-12-01 15:05"))
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("Dr Okafor is away until Monday 7 December, 9:00 am.")
    write(welcomed, to=OKAFOR)
    welcomed.anna.taps("Send")
    welcomed.anna.sees("Dr Okafor looks at it by Tuesday 8 December, 9:00 am")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 08:59"))
    assert welcomed.anna.hears() == welcomed.okafor.hears() == welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.okafor.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_how_is_it_now_says_who_is_away(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-08 16:00"))
    away(welcomed.maria, "1 week")
    welcomed.anna.taps("No")
    assert welcomed.anna.last == (
        "I'm sorry it isn't. Maria is away until Tuesday 15 December, 9:00 am. "
        "Who should look at it now?"
    )
