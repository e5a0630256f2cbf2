"""A concern as time passes: promises that are not kept, and how it is a week after closing."""

import pytest

from bot.records.cases import CaseState, Since
from tests.clock import melbourne
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    LINDQVIST,
    MARIA,
    OUTSIDE,
    WORDS,
    alert,
    answer,
    case_of,
    close,
    hear,
    send,
    take,
)
from tests.practice import Cast

HALF = melbourne("2026-12-02 11:03")  # of the hours that the practice is open until then
LOOK = melbourne("2026-12-02 15:00")
ANSWER = melbourne("2026-12-03 17:00")


def alarms(capsys: pytest.CaptureFixture[str]) -> str:
    return "\n".join(line for line in capsys.readouterr().out.splitlines() if "alarm" in line)


def test_unclaimed_in_time_the_next_whom_the_client_named_is_asked(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.practice.wait_until(HALF)
    hear(welcomed)
    welcomed.practice.wait_until(LOOK)
    assert welcomed.lindqvist.hears() == [
        "Something for you. First look by Thursday 3 December, 3:00 pm."
    ]
    assert welcomed.maria.hears() == ["Dr Lindqvist has been asked too. You can still take it."]
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nNobody has taken your message on yet. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now."
    ]


def test_unclaimed_and_nobody_else_named_the_first_is_rung_again_and_the_client_is_asked(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(HALF)
    hear(welcomed)
    welcomed.practice.wait_until(LOOK)
    assert welcomed.maria.hears() == [
        "Something for you. First look by Thursday 3 December, 3:00 pm."
    ]
    assert welcomed.lindqvist.hears() == []
    assert welcomed.anna.last == (
        "There's news for you.\n\nNobody has taken your message on yet. I'm sorry.\n"
        "You can wait, let somebody else read it, or phone Riverside (03 9000 0000)."
    )
    late = welcomed.anna.sees("Nobody has taken your message on yet.")
    welcomed.anna.taps("Wait")
    assert welcomed.anna.last == "All right, it waits. I've reminded Maria."
    welcomed.anna.taps("Let Dr Lindqvist read it", bubble=late)
    welcomed.anna.sees("I've asked Dr Lindqvist. First look by tomorrow, 3:00 pm.")
    welcomed.lindqvist.sees("Something for you.")


def test_within_the_first_minute_who_comes_next_is_not_who_comes_first(welcomed: Cast) -> None:
    send(welcomed, by=IF_AWAY)
    welcomed.anna.taps("Something isn't right")
    next_one = "If nobody takes it on by then, I ask Dr Lindqvist too, as you allowed."
    assert next_one in welcomed.anna.last
    welcomed.practice.wait(minutes=1)
    welcomed.anna.taps("Something isn't right")
    assert next_one in welcomed.anna.last


def test_handed_on_the_client_reads_by_whom_and_to_whom(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.taps("Hand on without a note")
    welcomed.anna.sees(
        "There's news for you.\n\nMaria has asked Dr Lindqvist to look after it, as you allowed. "
        "First look by "
    )


def test_a_client_who_is_asked_twice_in_vain_is_left_alone_and_the_operator_hears(
    welcomed: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 15:00"))
    assert sum("Nobody has taken" in text for text in welcomed.anna.hears()) == 2
    assert alarms(capsys) == ""
    welcomed.anna.taps("Something isn't right")  # nothing is promised that doesn't come
    welcomed.anna.sees("I go on reminding Maria. You can also phone Riverside (03 9000 0000).")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-08 15:00"))
    assert [text for text in welcomed.anna.hears() if "Nobody has taken" in text] == []
    found = alarms(capsys)
    assert "concern_case:1 waits, 3 times" in found
    assert not {"Anna", "Maria", WORDS} & set(found.split())
    assert case_of(welcomed.practice).due_at is not None  # it is never forgotten


def test_an_answer_that_is_late_is_said_to_both(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(ANSWER)
    welcomed.anna.sees("I'm sorry. I remind Maria on Friday 4 December, 9:00 am.")
    welcomed.practice.wait_until(melbourne("2026-12-04 09:00"))
    welcomed.maria.sees("C-1001: an answer was promised by now. Please open it.")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("The answer is late, and I've reminded Maria.")
    answer(welcomed, "sorry, here it is")
    hear(welcomed)
    welcomed.practice.wait(days=3)
    assert welcomed.anna.hears() == []
    assert all("in numbers" in each for each in welcomed.maria.hears())  # it is Monday


def test_more_words_don_t_put_off_an_answer_that_is_owed(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 10:00"))
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    welcomed.anna.types("one more thing")
    welcomed.practice.wait_until(ANSWER)
    welcomed.anna.sees("Maria hasn't answered yet. I'm sorry.")


def test_after_the_call_that_was_agreed_nothing_is_called_late(welcomed: Cast) -> None:
    take(welcomed, WORDS)
    welcomed.maria.presses_data("1:case_times:offer:1")
    welcomed.maria.types("Let us talk.")
    welcomed.maria.taps("Monday 7 December")
    welcomed.maria.taps("10:00 am")
    welcomed.maria.taps("Send")
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps("Monday 7 December, 10:00 am")
    welcomed.anna.types("0400 000 000")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 10:20"))
    assert welcomed.anna.hears() == []
    welcomed.maria.presses_data("1:case_answers:note:1")
    welcomed.maria.types("talked")
    welcomed.practice.wait_until(melbourne("2026-12-11 10:20"))
    assert welcomed.anna.hears() == []


def test_times_that_have_passed_can_t_be_chosen(welcomed: Cast) -> None:
    take(welcomed, WORDS)
    welcomed.maria.presses_data("1:case_times:offer:1")
    welcomed.maria.types("Let us talk.")
    welcomed.maria.taps("Wednesday 2 December")
    welcomed.maria.taps("9:00 am")
    welcomed.maria.taps("Send")
    welcomed.anna.taps("Choose a time")
    welcomed.anna.taps("Wednesday 2 December, 9:00 am")
    welcomed.practice.wait_until(melbourne("2026-12-02 09:30"))
    welcomed.maria.hears()
    welcomed.anna.types("0400 000 000")
    welcomed.anna.sees("Those times are over. Write when it suits you.")
    assert welcomed.maria.hears() == []


def test_a_manager_who_blocks_the_bot_with_an_alert_queued_is_passed_over_at_once(
    welcomed: Cast,
) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 22:00"))
    alert(welcomed, by=IF_AWAY)
    hear(welcomed)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert sum("Something for you." in text for text in welcomed.lindqvist.hears()) == 1
    told = [text for text in welcomed.anna.hears() if "I've asked Dr Lindqvist" in text]
    assert len(told) == 1


def test_an_alert_that_never_arrives_moves_the_case_on(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 10:00"))
    welcomed.maria.account.deletes_account()
    alert(welcomed, by=IF_AWAY)
    welcomed.lindqvist.sees("Something for you.")
    welcomed.anna.sees("As you allowed, I've asked Dr Lindqvist now.")


def test_who_took_it_on_and_is_gone_no_longer_looks_after_it(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.sees("Maria can't look after it now. I'm sorry.")
    welcomed.lindqvist.taps("Open", bubble=welcomed.lindqvist.sees("Something for you."))
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.sees("Dr Lindqvist has your message and is looking after it.")


def test_a_client_who_can_t_be_reached_is_said_and_the_answer_stays_owed(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.anna.account.deletes_account()
    answer(welcomed, "are you there")
    welcomed.maria.sees("C-1001: a message to the client didn't arrive here. Please phone.")
    assert case_of(welcomed.practice).answered_at is None
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.maria.types("once more")
    welcomed.maria.taps("Send")
    welcomed.maria.sees("Anna can't be reached here, so this did not go out. Please phone.")
    assert case_of(welcomed.practice).due_at == case_of(welcomed.practice).due_at
    assert welcomed.lindqvist.hears() == []


def closed(cast: Cast) -> None:
    take(cast)
    close(cast)
    hear(cast)


def test_a_week_later_it_is_asked_once_how_it_is(welcomed: Cast) -> None:
    closed(welcomed)
    welcomed.practice.wait(days=7)
    assert welcomed.anna.hears() == [
        "A question for you.\n\nYou told Maria that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here."
    ]
    welcomed.anna.taps("Sorted")
    welcomed.anna.sees("Thank you. I won't ask about it again.")
    hear(welcomed)
    welcomed.practice.wait(days=30)
    assert welcomed.anna.hears() == welcomed.maria.hears() == []
    assert case_of(welcomed.practice).since is Since.SORTED


def test_the_question_keeps_out_of_quiet_hours(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 22:00"))
    close(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 08:00"))
    welcomed.anna.sees("Your message is closed.")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-09 07:59"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-09 08:00"))
    assert len(welcomed.anna.hears()) == 1


def test_not_sorted_goes_to_whom_the_client_names_now(welcomed: Cast) -> None:
    closed(welcomed)
    welcomed.practice.wait(days=7)
    welcomed.anna.taps("Partly")
    assert welcomed.anna.labels == [MARIA, LINDQVIST, OUTSIDE, "Nobody for now"]
    hear(welcomed)
    question = welcomed.anna.sees("A question for you.")
    welcomed.anna.taps(LINDQVIST)
    welcomed.anna.sees("It's open again and goes to Dr Lindqvist. First look by tomorrow, 3:00 pm.")
    assert welcomed.maria.hears() == []
    assert len(welcomed.lindqvist.hears()) == 1
    assert case_of(welcomed.practice).state is CaseState.WAITING
    welcomed.anna.taps("Sorted", bubble=question)  # it is open again: the old answer is not taken
    welcomed.anna.sees("C-1001. Sent to")
    assert case_of(welcomed.practice).since is None


def test_nobody_for_now_leaves_a_button_that_works_after_weeks(welcomed: Cast) -> None:
    closed(welcomed)
    welcomed.practice.wait(days=7)
    welcomed.anna.taps("No")
    welcomed.anna.taps("Nobody for now")
    kept = welcomed.anna.sees("All right. This button opens it again any time.")
    welcomed.practice.wait(days=20)
    welcomed.anna.taps("Open it again", bubble=kept)
    welcomed.anna.types("it happened again")
    welcomed.anna.sees("It's open again and goes to Maria.")


def test_a_stopped_client_is_not_asked_a_week_later(welcomed: Cast) -> None:
    closed(welcomed)
    welcomed.anna.types("STOP")
    hear(welcomed)
    welcomed.practice.wait(days=9)
    assert welcomed.anna.hears() == []


def test_no_alert_rings_twice_for_the_same_thing_after_a_restart(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.start()
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == [ALERT]
