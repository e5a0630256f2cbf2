"""Whom a case is about is heard: the client sees the very words first, and nothing else goes."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.people import Telephone
from tests.clock import melbourne
from tests.conversations.concerns import (
    WORDS,
    case_of,
    close,
    hear,
    take,
)
from tests.conversations.hearings import ANSWER, GONE, QUESTION, asks, entry_id, given
from tests.practice import Cast


def test_heard_with_the_client_s_leave_from_the_question_to_the_answer(welcomed: Cast) -> None:
    anna, maria, okafor = welcomed.anna, welcomed.maria, welcomed.okafor
    take(welcomed)
    maria.presses_data("1:cases:open:1")
    maria.taps("Hear Dr Okafor")
    assert maria.last == (
        "Write exactly what Dr Okafor would read: no more than it needs. Anna sees it first. "
        "It goes to Dr Okafor only after a yes, with Anna's name."
    )
    maria.types(QUESTION)
    assert maria.last == (
        f"Dr Okafor would read exactly this:\n«{QUESTION}»\nFirst it goes to: Anna B., C-1001."
    )
    assert maria.labels == ["Ask Anna", "Change", "Don't send"]
    assert anna.hears() == okafor.hears() == []
    maria.taps("Ask Anna")
    assert anna.hears() == [
        "A question for you.\n\nMaria would like to hear how Dr Okafor sees it. Dr Okafor would read "
        f"your name and exactly these words:\n«{QUESTION}»\nShall I send them? If not, nothing goes to Dr Okafor."
    ]
    assert anna.labels == ["Yes, send them", "No, please don't", "Write back"]
    assert okafor.hears() == []
    maria.hears()
    anna.taps("Yes, send them")
    assert anna.last == (
        "Dr Okafor gets exactly these words and your name. To take it back before Dr Okafor reads "
        "it, tap «No, please don't» above."
    )
    assert maria.hears() == ["C-1001: the answer is yes. It goes out, word for word."]
    assert okafor.hears() == ["Something to read."]
    okafor.taps("Open")
    assert okafor.last == (
        "Maria Santos would like to hear you. Anna Brown agreed that you read exactly this:\n"
        f"«{QUESTION}»\n\nPlease leave it to Anna Brown whether to speak with you about it."
    )
    assert okafor.sees(QUESTION).protected
    for secret in ("C-1", WORDS, "conduct", "relationship"):
        okafor.sees_nothing_of(secret)


def test_the_answer_is_shown_before_it_goes_and_staff_alone_read_it(welcomed: Cast) -> None:
    anna, maria, okafor = welcomed.anna, welcomed.maria, welcomed.okafor
    given(welcomed)
    okafor.taps("Open")
    maria.hears()
    okafor.taps("Answer Maria")
    assert okafor.last == (
        "Write it here. Maria reads it, and whoever else Anna lets read this. Anna sees it only in "
        "a copy of their data."
    )
    okafor.types(ANSWER)
    assert okafor.last == f"What Maria gets from you:\n«{ANSWER}»"
    shown = okafor.sees("What Maria gets from you:")
    assert maria.hears() == []
    okafor.taps("Send")
    okafor.taps("Send", bubble=shown)
    okafor.sees("It's on its way to Maria.")
    okafor.sees("That is sent already.")
    assert maria.hears() == ["C-1001: an answer is in."]
    maria.taps("Open")
    assert "Dr Okafor answered. It stands below, for the file." in maria.last
    assert f"Dr Okafor: «{ANSWER}»" in maria.last
    assert "I've given Dr Okafor the words that the client agreed to, and no more." in maria.last
    anna.hears()
    anna.taps("Something isn't right")
    anna.sees_nothing_of(ANSWER)
    with welcomed.practice.look() as db:
        acts = {(row.action, row.person_id) for row in db.exec(select(AuditEntry)).all()}
    assert ("open hearing", welcomed.okafor_row.id) in acts


def test_a_no_gives_nothing_and_is_told_once(welcomed: Cast) -> None:
    take(welcomed)
    asks(welcomed)
    asked = welcomed.anna.sees("Shall I send them?")
    welcomed.maria.hears()
    welcomed.anna.taps("No, please don't")
    welcomed.anna.taps("No, please don't", bubble=asked)
    assert welcomed.anna.last == "All right. Dr Okafor doesn't get it."
    assert welcomed.maria.hears() == ["C-1001: the answer is no. Nothing was passed on."]
    welcomed.okafor.presses_data(f"1:case_heard:look:{entry_id(welcomed)}")
    assert welcomed.okafor.hears() == [GONE]


def test_taken_back_before_it_is_opened_it_is_gone(welcomed: Cast) -> None:
    given(welcomed)
    bell = welcomed.okafor.sees("Something to read.")
    asked = welcomed.anna.sees("Shall I send them?")
    hear(welcomed)
    welcomed.anna.taps("No, please don't", bubble=asked)
    assert welcomed.anna.last == "All right. Dr Okafor doesn't get it."
    assert welcomed.maria.hears() == ["C-1001: the yes was taken back. Nobody had read the words."]
    welcomed.okafor.sees_nothing_of("Something to read.")
    welcomed.okafor.presses_data(str(bell.buttons[0][0].data))
    assert welcomed.okafor.hears() == [GONE]
    welcomed.anna.taps("Yes, send them", bubble=asked)  # the last word counts
    assert welcomed.okafor.hears() == ["Something to read."]


def test_taken_back_after_it_was_opened_the_truth_is_said_and_no_answer_goes(
    welcomed: Cast,
) -> None:
    given(welcomed)
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Maria")
    hear(welcomed)
    welcomed.anna.taps("No, please don't", bubble=welcomed.anna.sees("Shall I send them?"))
    assert welcomed.anna.last == (
        "Taken back. Dr Okafor had read it already; nothing more goes to Dr Okafor."
    )
    assert welcomed.maria.hears() == ["C-1001: the yes was taken back. The words had been read."]
    welcomed.okafor.sees_nothing_of(QUESTION)
    welcomed.okafor.types(ANSWER)
    assert welcomed.okafor.hears() == [GONE]
    assert welcomed.maria.hears() == []


def test_all_of_it_taken_back_after_it_was_read_says_so(welcomed: Cast) -> None:
    given(welcomed)
    welcomed.okafor.taps("Open")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Take it back")
    assert welcomed.anna.last == (
        "Taken back. Maria had opened it. I've told Maria that it's over. "
        "Dr Okafor had read the words that you agreed to."
    )
    welcomed.okafor.sees_nothing_of(QUESTION)
    assert "C-1001" not in "".join(welcomed.okafor.hears())


@pytest.mark.parametrize("end", ["withdrawn", "closed"])
def test_with_the_case_over_nothing_is_left_to_read(welcomed: Cast, end: str) -> None:
    take(welcomed)
    asks(welcomed)
    asked = welcomed.anna.sees("Shall I send them?")
    welcomed.practice.wait_until(melbourne("2026-12-01 20:00"))
    welcomed.anna.taps("Yes, send them")
    assert "Something to read." not in welcomed.okafor.hears()  # it rings in the morning
    if end == "closed":
        close(welcomed)
    else:
        welcomed.anna.taps("Something isn't right")
        welcomed.anna.taps("Take it back")
    welcomed.practice.wait_until(melbourne("2026-12-02 12:00"))
    welcomed.okafor.presses_data(f"1:case_heard:look:{entry_id(welcomed)}")
    assert welcomed.okafor.hears() == [GONE]
    hear(welcomed)
    welcomed.anna.taps("Yes, send them", bubble=asked)
    welcomed.anna.sees("That is over.")
    assert welcomed.okafor.hears() == []


def test_before_closing_it_is_said_that_nobody_was_heard_and_nothing_is_blocked(
    welcomed: Cast,
) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:case_closing:close:1")
    assert welcomed.maria.last == "Dr Okafor hasn't been heard.\nHow did it end?"
    assert welcomed.maria.labels[:2] == ["Ask Anna: may I talk with Dr Okafor?", "Hear Dr Okafor"]
    welcomed.maria.taps("Hear Dr Okafor")
    welcomed.maria.types(QUESTION)
    welcomed.maria.taps("Ask Anna")
    welcomed.anna.taps("Yes, send them")
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Maria")
    welcomed.okafor.types(ANSWER)
    welcomed.okafor.taps("Send")
    welcomed.maria.presses_data("1:case_closing:close:1")
    assert welcomed.maria.last == "How did it end?"


def test_who_can_t_be_reached_any_more_is_given_nothing(welcomed: Cast) -> None:
    take(welcomed)
    asks(welcomed)
    welcomed.okafor.account.blocks_bot()
    welcomed.practice.settle()
    hear(welcomed)
    welcomed.anna.taps("Yes, send them")
    assert welcomed.anna.last == "I can't pass that on to Dr Okafor here now. Maria knows."
    assert welcomed.maria.hears() == ["C-1001: the answer is yes, but I can't pass it on here."]
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id


def test_what_was_agreed_to_and_never_arrives_is_told_to_who_looks_after_it(
    welcomed: Cast,
) -> None:
    take(welcomed)
    asks(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 20:00"))
    welcomed.anna.taps("Yes, send them")
    welcomed.okafor.account.deletes_account()
    welcomed.practice.wait_until(melbourne("2026-12-02 09:30"))
    welcomed.maria.sees("C-1001: what was agreed to didn't arrive here. Nobody has read it.")


def test_on_a_telephone_that_others_see_the_question_is_behind_see_it(welcomed: Cast) -> None:
    take(welcomed)
    with welcomed.practice.database.transaction() as db:
        anna = db.get(type(welcomed.anna_row), welcomed.anna_row.id)
        assert anna is not None
        anna.telephone = Telephone.SHARED
    asks(welcomed)
    assert welcomed.anna.hears() == ["A question for you."]
    welcomed.anna.taps("See it")
    assert f"exactly these words:\n«{QUESTION}»" in welcomed.anna.last
    assert welcomed.anna.labels[:2] == ["Yes, send them", "No, please don't"]
    welcomed.anna.taps("Yes, send them")
    assert "Something to read." in welcomed.okafor.hears()
