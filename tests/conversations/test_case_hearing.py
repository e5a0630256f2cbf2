"""Whom a case is about is heard: the client sees the very words first, and nothing else goes."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.case_entries import EntryKind
from bot.records.people import Role, RoleHeld, Telephone
from tests.clock import melbourne
from tests.conversations.colleagues import adler_joins, bob_joins, leaves
from tests.conversations.concerns import (
    CONDUCT,
    IF_AWAY,
    OKAFOR,
    WORDS,
    alert,
    case_of,
    close,
    entries_of,
    hear,
    take,
)
from tests.practice import Cast

QUESTION = "How do you see the last few sessions?"
ANSWER = "I noticed it too, and I'm sorry."
GONE = "I can't find that any more."


def writes(cast: Cast, text: str = QUESTION) -> None:
    """Maria writes what Dr Okafor would read."""
    cast.maria.presses_data("1:cases:open:1")
    cast.maria.taps("Hear Dr Okafor")
    cast.maria.types(text)


def asks(cast: Cast, text: str = QUESTION) -> None:
    """And Anna is asked."""
    writes(cast, text)
    cast.maria.taps("Ask Anna")


def given(cast: Cast) -> None:
    """Anna said yes, and Dr Okafor has something to read."""
    take(cast)
    asks(cast)
    cast.anna.taps("Yes, send it")


def entry_id(cast: Cast) -> int:
    return next(e.id for e in entries_of(cast.practice) if e.kind is EntryKind.HEARING)


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
        "A question for you.\n\nMaria would like to hear Dr Okafor about this. Dr Okafor would read "
        f"your name and exactly these words:\n«{QUESTION}»\nShall I send them?"
    ]
    assert anna.labels == ["Yes, send it", "No, please don't", "Write back"]
    assert okafor.hears() == []
    maria.hears()
    anna.taps("Yes, send it")
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
    assert maria.hears() == ["C-1001: Dr Okafor has answered."]
    maria.taps("Open")
    assert "Dr Okafor answered. It stands below, for the file." in maria.last
    assert f"Dr Okafor: «{ANSWER}»" in maria.last
    assert "I've given Dr Okafor the words that the client agreed to, and no more." in maria.last
    anna.hears()
    anna.taps("Something isn't right")
    anna.sees_nothing_of(ANSWER)
    for secret in ("C-1", WORDS, "conduct", "relationship"):
        okafor.sees_nothing_of(secret)
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
    welcomed.anna.taps("Yes, send it", bubble=asked)  # the last word counts
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


@pytest.mark.parametrize("end", ["withdrawn", "closed"])
def test_with_the_case_over_nothing_is_left_to_read(welcomed: Cast, end: str) -> None:
    take(welcomed)
    asks(welcomed)
    asked = welcomed.anna.sees("Shall I send them?")
    welcomed.practice.wait_until(melbourne("2026-12-01 20:00"))
    welcomed.anna.taps("Yes, send it")
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
    welcomed.anna.taps("Yes, send it", bubble=asked)
    welcomed.anna.sees("That is over.")
    assert welcomed.okafor.hears() == []


def test_a_case_about_conduct_is_heard_in_person_alone(welcomed: Cast) -> None:
    take(welcomed, CONDUCT)
    welcomed.maria.presses_data("1:cases:open:1")
    assert "Hear Dr Okafor" not in welcomed.maria.labels
    assert "Ask Anna: may I talk with Dr Okafor?" in welcomed.maria.labels
    welcomed.maria.sees("It may be about conduct, so nothing of it goes to Dr Okafor from here.")
    welcomed.maria.presses_data("1:case_hearing:begin:1")
    assert welcomed.maria.last.startswith("It may be about conduct")


def test_words_about_conduct_added_later_close_the_way_too(welcomed: Cast) -> None:
    take(welcomed)
    writes(welcomed)
    shown = welcomed.maria.sees("would read exactly this:")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    welcomed.anna.types("he touched my leg and asked me out")
    welcomed.anna.taps("That's all")
    hear(welcomed)
    welcomed.maria.taps("Ask Anna", bubble=shown)
    assert welcomed.maria.last.startswith("It may be about conduct")
    assert welcomed.anna.hears() == []


def test_what_staff_write_of_conduct_isn_t_sent_to_its_subject_either(welcomed: Cast) -> None:
    take(welcomed)
    writes(welcomed, "You touched my leg, she says: he touched me and asked me out.")
    assert welcomed.maria.last.startswith("That reads as something that shouldn't have happened")
    assert EntryKind.HEARING not in {entry.kind for entry in entries_of(welcomed.practice)}


def test_without_a_name_it_isn_t_offered_and_why_is_said(welcomed: Cast) -> None:
    take(welcomed, by="Send without my name")
    welcomed.maria.presses_data("1:cases:open:1")
    assert "Hear Dr Okafor" not in welcomed.maria.labels
    welcomed.maria.sees("your question would give away who the client is.")
    welcomed.maria.presses_data("1:case_hearing:begin:1")
    assert "give away who the client is" in welcomed.maria.last


def test_one_s_own_case_needs_no_hearing(welcomed: Cast) -> None:
    alert(welcomed, to=OKAFOR)
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("I'll take it")
    welcomed.okafor.presses_data("1:case_hearing:begin:1")
    assert welcomed.okafor.last == "There is nobody to hear here."
    welcomed.okafor.presses_data("1:case_closing:close:1")
    assert welcomed.okafor.last == "How did it end?"


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
    welcomed.anna.taps("Yes, send it")
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Maria")
    welcomed.okafor.types(ANSWER)
    welcomed.okafor.taps("Send")
    welcomed.maria.presses_data("1:case_closing:close:1")
    assert welcomed.maria.last == "How did it end?"


# --- whose it isn't


def test_nobody_else_reads_or_answers_it(welcomed: Cast) -> None:
    _row, adler = adler_joins(welcomed)
    given(welcomed)
    number = entry_id(welcomed)
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Maria")
    welcomed.okafor.types(ANSWER)
    answer = entries_of(welcomed.practice)[-1].id
    before = [entry.model_dump() for entry in entries_of(welcomed.practice)]
    with welcomed.practice.database.transaction() as db:  # a manager reads it no more than others
        db.add(RoleHeld(person_id=_row.id, role=Role.MANAGER))
    hear(welcomed)
    adler.hears()
    for someone in (adler, welcomed.maria, welcomed.lindqvist, welcomed.ben, welcomed.anna):
        for tap in ("look", "write"):
            someone.presses_data(f"1:case_heard:{tap}:{number}")
        for tap in ("send", "change", "drop"):
            someone.presses_data(f"1:case_heard:{tap}:{number}:{answer}")
        assert not [text for text in someone.hears() if QUESTION in text or ANSWER in text]
    for other in (1, answer):  # Dr Okafor, at entries that aren't for reading
        welcomed.okafor.presses_data(f"1:case_heard:look:{other}")
        assert welcomed.okafor.hears() == [GONE]
    welcomed.okafor.presses_data(f"1:case_heard:send:{number}:1")
    assert welcomed.okafor.hears() == ["That wasn't sent, and I no longer have it."]
    for data in ("1:cases:open:1", "1:case_hearing:begin:1", f"1:case_hearing:send:1:{number}"):
        welcomed.okafor.presses_data(data)
        assert "I can't find that any more." in welcomed.okafor.hears()[0]
    for data in (f"1:case_questions:hear:1:{number}:1", f"1:case_questions:hear:1:{number}:0"):
        welcomed.ben.presses_data(data)
    assert [entry.model_dump() for entry in entries_of(welcomed.practice)] == before


def test_who_no_longer_looks_after_it_gets_nothing_passed_on(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    asks(welcomed)
    asked = welcomed.anna.sees("Shall I send them?")
    welcomed.maria.presses_data("1:taking:away:1")
    hear(welcomed)
    welcomed.anna.taps("Yes, send it", bubble=asked)
    assert welcomed.anna.last == "Maria doesn't look after it any more, so nothing was passed on."
    assert welcomed.okafor.hears() == []


def test_after_the_asker_left_the_answer_goes_to_who_took_it_on(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    bob = bob_joins(welcomed)
    asks(welcomed)
    welcomed.anna.taps("Yes, send it")
    leaves(bob, "Maria Santos")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Dr Lindqvist")
    welcomed.okafor.types(ANSWER)
    hear(welcomed)
    welcomed.okafor.taps("Send")
    assert welcomed.lindqvist.hears() == ["C-1001: Dr Okafor has answered."]


def test_who_can_t_be_reached_any_more_is_given_nothing(welcomed: Cast) -> None:
    take(welcomed)
    asks(welcomed)
    welcomed.okafor.account.blocks_bot()
    welcomed.practice.settle()
    hear(welcomed)
    welcomed.anna.taps("Yes, send it")
    assert welcomed.anna.last == "I can't pass that on to Dr Okafor here now. Maria knows."
    assert welcomed.maria.hears() == ["C-1001: the answer is yes, but I can't pass it on here."]
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id


def test_what_was_agreed_to_and_never_arrives_is_told_to_who_looks_after_it(
    welcomed: Cast,
) -> None:
    take(welcomed)
    asks(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 20:00"))
    welcomed.anna.taps("Yes, send it")
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
    assert welcomed.anna.labels[:2] == ["Yes, send it", "No, please don't"]
    welcomed.anna.taps("Yes, send it")
    assert "Something to read." in welcomed.okafor.hears()
