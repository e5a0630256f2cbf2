"""Cases on the staff's side: a bare alert, looking, taking, writing, closing."""

import pytest

from bot.records.case_entries import EntryKind
from bot.records.cases import CaseState, Outcome
from tests.clock import melbourne
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    WORDS,
    alert,
    case_of,
    close,
    entries_of,
    hear,
    take,
)
from tests.practice import Cast


def test_the_manager_s_side_from_alert_to_closing(welcomed: Cast) -> None:
    anna, maria, practice = welcomed.anna, welcomed.maria, welcomed.practice
    alert(welcomed, "I can't be open", WORDS, by=IF_AWAY)
    assert maria.last == ALERT
    assert maria.labels == ["Open", "Later", "I'm away"]
    maria.taps("Later")
    assert maria.last == (
        "OK, I'll bring it back today, 4:00 pm. The client hasn't been told anything.\n"
        "If nobody takes it by tomorrow, 3:00 pm, I ask Dr Lindqvist too. The client allowed that."
    )
    maria.hears()
    practice.wait_until(melbourne("2026-12-01 16:00"))
    assert maria.hears() == [ALERT]
    anna.hears()
    maria.taps("Open")
    assert maria.last == (
        "C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
        "Tuesday 1 December\n3:05 pm, Anna wrote:\n"
        f"«I can't be open» (chosen sentence)\n«{WORDS}»\n3:06 pm, Maria was asked.\n\n"
        "Promised: first look by Wednesday 2 December, 3:00 pm, "
        "answer by Thursday 3 December, 5:00 pm.\n"
        "I've told Dr Okafor nothing. Please say nothing before the client says yes."
    )
    assert maria.labels == ["I'll take it", "Hand to Dr Lindqvist", "Hide"]
    assert anna.hears() == []  # opening tells the client nothing
    maria.taps("I'll take it")
    says = "Maria has your message and is looking after it. Maria answers by Thursday 3 December, 5:00 pm."
    assert maria.last == f"It's yours. Anna now reads: «{says}»"
    assert anna.hears() == [f"There's news for you.\n\n{says}"]
    maria.taps("Offer times to talk")
    maria.types("Could we talk for ten minutes?")
    maria.taps("Thursday 3 December")
    maria.taps("12:30 pm")
    maria.taps("Send")
    maria.sees("Delivered 4:00 pm. Nothing for you to do until Anna answers.")
    anna.taps("Choose a time")
    anna.taps("Thursday 3 December, 12:30 pm")
    anna.types("0400 000 000, no message please")
    maria.sees("C-1001: call on Thursday 3 December, 12:30 pm. Open it for the number.")
    maria.sees_nothing_of("0400")
    practice.wait_until(melbourne("2026-12-03 12:50"))
    maria.taps("Open")
    maria.sees("Please call: «Thursday 3 December, 12:30 pm: 0400 000 000, no message please»")
    maria.taps("Note for the file")
    maria.types("Talked 10 min. Wants to tell Dr O herself.")
    maria.sees("Kept as a note. Anna doesn't see it in the chat")
    maria.taps("Close")
    maria.taps("Talked, carries on with Dr Okafor")
    maria.types("I'm glad we talked, Anna.")
    maria.taps("Send and close")
    maria.sees("C-1001 is closed.\nI'll ask Anna once, in a week, how it is now.")
    anna.sees("From Maria Santos:\n«I'm glad we talked, Anna.»\n\nYour message is closed.")
    anna.sees_nothing_of("Wants to tell")
    assert welcomed.okafor.hears() == welcomed.lindqvist.hears() == welcomed.ben.hears() == []
    assert case_of(practice).outcome is Outcome.STAYS
    practice.wait_until(melbourne("2026-12-09 12:00"))
    assert [text for text in maria.hears() if "promised by" in text] == []


def test_the_first_who_takes_it_has_it_and_the_others_alert_says_so(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    lindqvist = welcomed.lindqvist.sees("Something for you.")
    welcomed.maria.sees("Dr Lindqvist has been asked too. You can still take it.")
    welcomed.maria.taps("Open")
    welcomed.lindqvist.taps("Open")
    hear(welcomed)
    welcomed.maria.account.taps("I'll take it")
    welcomed.lindqvist.account.taps("I'll take it")
    welcomed.practice.settle()
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id
    welcomed.lindqvist.sees("Maria Santos has taken it.")
    changed = welcomed.lindqvist.account.chat.bubbles[lindqvist.message_id]
    assert (changed.text, changed.buttons) == ("Maria Santos has taken it.", [])
    assert sum("is looking after it" in text for text in welcomed.anna.hears()) == 1
    assert not any("Anna now reads" in text for text in welcomed.lindqvist.hears())


def test_a_double_tap_on_take_and_on_later_does_it_once(welcomed: Cast) -> None:
    alert(welcomed)
    bell = welcomed.maria.sees(ALERT)
    welcomed.maria.taps("Later", bubble=bell)
    welcomed.maria.taps("Later", bubble=bell)
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 16:00"))
    assert welcomed.maria.hears() == [ALERT]
    welcomed.maria.taps("Open")
    opened = welcomed.maria.sees("C-1001 · sent")
    welcomed.maria.taps("I'll take it", bubble=opened)
    welcomed.maria.taps("I'll take it", bubble=opened)
    welcomed.maria.sees("It's yours already.")
    assert sum("is looking after it" in text for text in welcomed.anna.hears()) == 1


def test_later_at_closing_time_comes_back_at_opening(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 16:40"))
    alert(welcomed)
    welcomed.maria.taps("Later")
    welcomed.maria.sees("I'll bring it back tomorrow, 9:00 am.")
    welcomed.maria.sees("I tell the client, who can name somebody else.")
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.maria.hears() == []


def test_away_asks_whom_the_client_allowed_and_says_so_once(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.anna.hears()
    bell = welcomed.maria.sees(ALERT)
    welcomed.maria.taps("I'm away", bubble=bell)
    welcomed.maria.sees("OK. Dr Lindqvist is asked now. The client allowed that.")
    welcomed.maria.taps("I'm away", bubble=bell)
    assert len(welcomed.lindqvist.hears()) == 1
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nMaria can't look after it now. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now."
    ]


def test_away_without_a_second_name_asks_the_client_and_nobody_else(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("I'm away")
    welcomed.maria.sees("I've told the client that you can't look after it")
    assert welcomed.lindqvist.hears() == []
    welcomed.anna.sees("You can wait, let somebody else read it, or phone Riverside")
    welcomed.anna.taps("Wait")
    assert welcomed.anna.last == "All right, it waits."  # nobody was reminded, so nobody is named
    welcomed.anna.taps("Let Dr Lindqvist read it")
    welcomed.anna.sees("I've asked Dr Lindqvist. First look by tomorrow, 3:00 pm.")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.sees(f"«{WORDS}»")


def test_hand_on_only_to_whom_the_client_allowed(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("Open")
    assert not [label for label in welcomed.maria.labels if label.startswith("Hand to")]
    welcomed.maria.presses_data(f"1:taking:hand:1:{welcomed.lindqvist_row.id}")
    welcomed.maria.sees("The client hasn't allowed that. I can't hand it on.")
    welcomed.maria.presses_data(f"1:taking:hand:1:{welcomed.okafor_row.id}")
    assert welcomed.lindqvist.hears() == welcomed.okafor.hears() == []


def test_handed_on_it_is_open_to_both_and_either_may_take_it(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.taps("Hand on without a note")
    welcomed.maria.sees("Dr Lindqvist has been asked. You can still take it.")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.sees("Dr Lindqvist has your message and is looking after it.")


def test_an_old_button_let_somebody_read_it_opens_nothing_once_it_is_taken(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    late = welcomed.anna.sees("Nobody has taken your message on yet. I'm sorry.")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.anna.taps("Let Dr Lindqvist read it", bubble=late)
    welcomed.anna.sees("C-1001. Maria looks after it")
    welcomed.anna.taps("Wait", bubble=late)
    welcomed.anna.sees("C-1001. Maria looks after it")
    assert welcomed.lindqvist.hears() == []
    assert case_of(welcomed.practice).due_at == case_of(welcomed.practice).answer_by


def test_who_has_not_taken_it_can_t_write_and_nothing_is_sent(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.maria.sees("Nobody has taken C-1001 on yet. Take it first, then write.")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.taps("Hand on without a note")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.maria.sees("Dr Lindqvist looks after C-1001. Nothing was sent.")


def test_a_line_is_shown_before_it_goes_and_sent_once(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.taps("Cases")
    welcomed.maria.taps("Open C-1001")
    welcomed.maria.taps("Write to Anna")
    welcomed.maria.types("Dear {Anna}, <b>thanks</b>")
    shown = welcomed.maria.sees("Goes to: Anna B., C-1001.")
    assert welcomed.anna.hears() == []
    welcomed.maria.taps("Send", bubble=shown)
    welcomed.maria.taps("Send", bubble=shown)
    welcomed.maria.sees("That is sent already.")
    assert welcomed.anna.hears() == [
        "There's an answer for you.\n\nFrom Maria Santos:\n«Dear {Anna}, <b>thanks</b>»"
    ]


@pytest.mark.parametrize("label", ["Change", "Don't send"])
def test_a_line_that_isn_t_sent_is_gone(welcomed: Cast, label: str) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_answers:write:1")
    welcomed.maria.types("a line in anger")
    shown = welcomed.maria.sees("Goes to: Anna B., C-1001.")
    welcomed.maria.taps(label)
    welcomed.maria.taps("Send", bubble=shown)
    welcomed.maria.sees("That wasn't sent, and I no longer have it.")
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS]
    assert welcomed.anna.hears() == []


def test_leave_to_talk_is_asked_and_a_no_stays_a_no(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_answers:leave:1")
    welcomed.maria.taps("Send")
    welcomed.anna.sees("«May I talk with Dr Okafor about this? I won't before you answer.»")
    welcomed.anna.taps("No, please don't")
    welcomed.anna.sees("«No, please don't talk with Dr Okafor about it» is on its way to Maria.")
    welcomed.anna.types("yes")  # to nothing: it must not become a yes to this
    told = [e.text for e in entries_of(welcomed.practice) if e.kind is EntryKind.SENTENCE]
    assert told == ["No, please don't talk with Dr Okafor about it"]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("I've told Dr Okafor nothing. Please say nothing before")
    welcomed.anna.taps("Yes, you may", bubble=welcomed.anna.sees("May I talk with Dr Okafor"))
    welcomed.maria.hears()
    welcomed.maria.presses_data("1:cases:open:1")
    assert "The client says that you may talk with Dr Okafor." in welcomed.maria.last
    assert "Please say nothing" not in welcomed.maria.last
    assert welcomed.okafor.hears() == []


def test_ok_thanks_to_a_question_is_an_answer_and_not_only_thanks(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_answers:leave:1")
    welcomed.maria.taps("Send")
    question = welcomed.anna.sees("May I talk with Dr Okafor")
    welcomed.anna.types("ok thanks", reply_to=question)
    welcomed.maria.sees("C-1001: an answer is in.")


def test_closing_leaves_a_line_or_none_and_an_old_close_button_answers(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nYour message is closed. You can open it again any time."
    ]
    ended = welcomed.maria.sees("A last line to Anna?")
    welcomed.maria.taps("Close without a line", bubble=ended)
    welcomed.maria.sees("C-1001 is closed. Nothing was sent.")
    assert welcomed.anna.hears() == []
    assert case_of(welcomed.practice).state is CaseState.CLOSED
    welcomed.maria.taps("Cases")
    welcomed.maria.sees("Nothing waits for you.")


def test_two_cases_stand_side_by_side_and_each_answer_finds_its_own(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.ben.taps("Something isn't right")
    welcomed.ben.taps("Maria Santos, practice manager")
    welcomed.ben.types("ben's own words")
    welcomed.ben.taps("That's all")
    welcomed.ben.taps("Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.maria.taps("Cases")
    assert welcomed.maria.labels == ["Open C-1001", "Open C-1002"]
    first = welcomed.maria.sees("C-1001 · sent")
    welcomed.maria.types("for anna", reply_to=first)
    welcomed.maria.sees("«for anna»\nGoes to: Anna B., C-1001.")
    welcomed.maria.taps("Send")
    welcomed.anna.sees("«for anna»")
    welcomed.ben.sees_nothing_of("for anna")
