"""What is heard by nobody from here, and who reads and answers nothing of it."""

from bot.records.case_entries import EntryKind
from bot.records.people import Role, RoleHeld
from tests.conversations.colleagues import adler_joins, bob_joins, leaves
from tests.conversations.concerns import CONDUCT, IF_AWAY, OKAFOR, alert, entries_of, hear, take
from tests.conversations.hearings import ANSWER, GONE, QUESTION, asks, entry_id, given, writes
from tests.practice import Cast


def test_a_case_about_conduct_is_heard_in_person_alone(welcomed: Cast) -> None:
    take(welcomed, CONDUCT, by="Only Maria")
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
    welcomed.anna.taps("Yes, send them", bubble=asked)
    assert welcomed.anna.last == "Maria doesn't look after it any more, so nothing was passed on."
    assert welcomed.okafor.hears() == []


def test_after_the_asker_left_the_answer_goes_to_who_took_it_on(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    bob = bob_joins(welcomed)
    asks(welcomed)
    welcomed.anna.taps("Yes, send them")
    leaves(bob, "Maria Santos")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Answer Dr Lindqvist")
    welcomed.okafor.types(ANSWER)
    hear(welcomed)
    welcomed.okafor.taps("Send")
    assert welcomed.lindqvist.hears() == ["C-1001: an answer is in."]
