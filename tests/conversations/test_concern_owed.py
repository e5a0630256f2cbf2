"""Taken on and not answered: who is asked then, giving it away again, and what comes at night."""

from bot.records.cases import CaseState
from tests.clock import melbourne
from tests.conversations.concerns import (
    ALERT,
    CONDUCT,
    IF_AWAY,
    LINDQVIST,
    alert,
    answer,
    case_of,
    close,
    hear,
    take,
    write,
)
from tests.practice import Cast

ANSWER = melbourne("2026-12-03 17:00")
MORNING = melbourne("2026-12-04 09:00")


def owed(cast: Cast, *, by: str = "Send") -> None:
    """Maria took it on, and the time for her answer has passed."""
    take(cast, by=by)
    cast.practice.wait_until(ANSWER)


def test_no_answer_in_time_asks_the_next_whom_the_client_named(welcomed: Cast) -> None:
    owed(welcomed, by=IF_AWAY)
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nMaria hasn't answered yet. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now."
    ]
    welcomed.practice.wait_until(MORNING)
    welcomed.maria.sees("C-1001: an answer was promised by now. Please open it.")
    welcomed.maria.sees("Dr Lindqvist has been asked too. You can still take it.")
    welcomed.lindqvist.sees("Something for you.")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.sees("Dr Lindqvist has your message and is looking after it.")


def test_no_answer_and_nobody_else_named_the_client_can_let_somebody_read_it(
    welcomed: Cast,
) -> None:
    owed(welcomed)
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nMaria hasn't answered yet. I'm sorry. "
        "I remind Maria on Friday 4 December, 9:00 am. You can wait, let somebody else read it, or phone Riverside (03 9000 0000)."
    ]
    late = welcomed.anna.sees("Maria hasn't answered yet.")
    welcomed.anna.taps("Wait", bubble=late)
    assert "The answer is late.\n" in welcomed.anna.last
    assert "Let Dr Lindqvist read it" in welcomed.anna.labels
    welcomed.anna.taps("Let Dr Lindqvist read it", bubble=late)
    welcomed.anna.sees("I've asked Dr Lindqvist.")
    welcomed.practice.wait_until(MORNING)
    welcomed.maria.sees("C-1001: Dr Lindqvist has been asked too. You can still take it.")
    welcomed.lindqvist.sees("Something for you.")
    assert case_of(welcomed.practice).state is CaseState.WAITING


def test_an_answer_given_after_the_practice_closed_takes_the_morning_s_reminder_away(
    welcomed: Cast,
) -> None:
    owed(welcomed)
    answer(welcomed, "Dear Anna, I'm late, and sorry.")
    hear(welcomed)
    welcomed.practice.wait_until(MORNING)
    assert welcomed.maria.hears() == []


def test_who_answered_in_time_keeps_it(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    late = f"1:concern_later:let_read:1:{welcomed.lindqvist_row.id}"
    welcomed.anna.presses_data(late)
    welcomed.anna.sees("C-1001. Maria looks after it")
    answer(welcomed, "Dear Anna")
    hear(welcomed)
    welcomed.practice.wait_until(MORNING)
    assert welcomed.lindqvist.hears() == []
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id


def test_who_took_it_can_say_that_they_are_away(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.taps("I'm away")
    welcomed.maria.sees("OK. Dr Lindqvist is asked now. The client allowed that.")
    welcomed.anna.sees("Maria can't look after it now. I'm sorry.")
    welcomed.lindqvist.sees("Something for you.")


def test_who_took_it_can_hand_it_to_whom_the_client_named_and_the_client_hears(
    welcomed: Cast,
) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.presses_data(f"1:taking:hand:1:{welcomed.okafor_row.id}")
    welcomed.maria.sees("The client hasn't allowed that. I can't hand it on.")
    assert case_of(welcomed.practice).state is CaseState.TAKEN
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.taps("Hand on without a note")
    welcomed.maria.sees("Dr Lindqvist has been asked. You can still take it.")
    welcomed.anna.sees("Maria has asked Dr Lindqvist to look after it, as you allowed.")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.lindqvist.sees("It's yours.")
    welcomed.maria.presses_data(f"1:taking:hand:1:{welcomed.lindqvist_row.id}")
    welcomed.maria.sees("Dr Lindqvist has taken it.")


def test_who_waits_after_closing_time_reads_when_it_rings(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 14:59"))
    write(welcomed, CONDUCT, to=LINDQVIST)
    welcomed.anna.taps("Send")
    welcomed.practice.wait_until(melbourne("2026-12-01 17:00"))  # a quarter of a working day
    welcomed.anna.sees("Nobody has taken your message on yet. I'm sorry.")
    welcomed.anna.taps("Wait")
    assert welcomed.anna.last == (
        "All right, it waits. I remind Dr Lindqvist on Wednesday 2 December, 9:00 am."
    )
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    welcomed.lindqvist.sees("Something for you.")


# --- later, and at night


def test_later_is_off_once_she_is_away(welcomed: Cast) -> None:
    alert(welcomed)
    bell = welcomed.maria.sees(ALERT)
    welcomed.maria.taps("Later", bubble=bell)
    welcomed.maria.taps("I'm away", bubble=bell)
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 17:00"))
    assert welcomed.maria.hears() == []


def test_later_comes_back_before_the_first_look_is_due(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 14:20"))
    bell = welcomed.maria.sees(ALERT)
    welcomed.maria.taps("Later", bubble=bell)
    welcomed.maria.sees("I'll bring it back today, 2:50 pm.")
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 14:50"))
    assert len(welcomed.maria.hears()) == 1
    welcomed.maria.taps("Later", bubble=bell)
    welcomed.maria.sees("I'll bring it back today, 3:00 pm.")
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    assert len(welcomed.maria.hears()) == 1


def test_at_night_news_waits_for_the_morning(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 23:00"))
    hear(welcomed)
    answer(welcomed, "Dear Anna")
    close(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 07:59"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 08:00"))
    assert [text.splitlines()[-1] for text in welcomed.anna.hears()] == [
        "«Dear Anna»",
        "Your message is closed. You can open it again any time.",
    ]


def test_stop_and_pause_say_what_still_comes(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.anna.types("/pause")
    welcomed.anna.taps("7 days")
    only = "Only answers to what you told me under «Something isn't right» still come."
    welcomed.anna.sees(only)
    welcomed.anna.hears()
    welcomed.anna.types("STOP")
    assert any(text.startswith(f"I've stopped. {only}") for text in welcomed.anna.hears())
    answer(welcomed, "Dear Anna")
    welcomed.anna.sees("«Dear Anna»")
