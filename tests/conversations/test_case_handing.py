"""Handing a case on with a note, and asking the client whether somebody else may read it too."""

import pytest

from bot.records.case_entries import EntryKind
from bot.records.cases import CaseState
from tests.clock import melbourne
from tests.conversations.absent import set_away
from tests.conversations.colleagues import bob_joins, leaves
from tests.conversations.concerns import (
    IF_AWAY,
    WORDS,
    alert,
    answer,
    case_of,
    entries_of,
    hear,
    readers_of,
    take,
)
from tests.practice import Cast

ASK = "Ask Anna: may Dr Lindqvist read it?"
QUESTION = (
    "A question for you.\n\n"
    "Maria would like Dr Lindqvist to read your message too. May Dr Lindqvist?\n"
    "If not, it stays with Maria."
)


# --- with a note


def test_a_note_goes_with_it_that_staff_alone_see(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    assert welcomed.maria.last == (
        "A note for Dr Lindqvist? Write it here. Only staff who may read this case see it. "
        "Anna would see it in a copy of their data."
    )
    assert welcomed.lindqvist.hears() == []
    welcomed.maria.types("Please ring her before noon.")
    welcomed.maria.sees("Dr Lindqvist has been asked. You can still take it. Your note is kept")
    assert len(welcomed.lindqvist.hears()) == 1
    welcomed.lindqvist.taps("Open")
    assert "3:06 pm, Maria handed it to Dr Lindqvist." in welcomed.lindqvist.last
    assert (
        "For the file; Anna would see it in a copy of their data:\n"
        "Tuesday 1 December, 3:06 pm, Maria to Dr Lindqvist: «Please ring her before noon.»"
    ) in welcomed.lindqvist.last
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees_nothing_of("before noon")


@pytest.mark.parametrize("skip", ["Hand on without a note", "no"])
def test_the_note_may_be_skipped_and_two_taps_ask_once(welcomed: Cast, skip: str) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    asked = welcomed.maria.sees("A note for Dr Lindqvist?")
    welcomed.maria.types(skip)
    welcomed.maria.taps("Hand on without a note", bubble=asked)
    welcomed.maria.sees("Dr Lindqvist has been asked already.")
    assert len(welcomed.lindqvist.hears()) == 1
    welcomed.lindqvist.taps("Open")
    assert "For the file" not in welcomed.lindqvist.last


def test_what_one_looks_after_is_handed_to_who_was_asked_before(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))  # Dr Lindqvist is asked too
    welcomed.maria.types("/cases")
    welcomed.maria.taps("Open C-1001")
    welcomed.maria.taps("I'll take it")
    hear(welcomed)
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.types("over to you")
    assert case_of(welcomed.practice).state is CaseState.WAITING
    assert len(welcomed.lindqvist.hears()) == 1
    welcomed.anna.sees("As you allowed, I've asked Dr Lindqvist now.")


def test_a_note_written_when_it_is_somebody_else_s_hands_nothing_on(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("I'll take it")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.account.presses_data("1:taking:away:1")
    welcomed.practice.settle()
    welcomed.lindqvist.presses_data("1:taking:take:1")
    welcomed.maria.presses_data(f"1:case_handing:without:1:{welcomed.lindqvist_row.id}")
    welcomed.maria.sees("Dr Lindqvist has taken it.")
    assert case_of(welcomed.practice).taken_by == welcomed.lindqvist_row.id
    assert EntryKind.HANDED not in {entry.kind for entry in entries_of(welcomed.practice)}


# --- to somebody whom the client did not name


def test_the_client_is_asked_in_one_tap_and_a_yes_asks_them_at_once(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    hear(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps(ASK)
    assert welcomed.anna.hears() == [QUESTION]
    assert welcomed.anna.labels == ["Yes, they may", "No, please don't"]
    welcomed.maria.sees("Anna now reads: «Maria would like Dr Lindqvist")
    assert welcomed.lindqvist.hears() == []
    asked = welcomed.anna.sees("May Dr Lindqvist?")
    hear(welcomed)
    welcomed.anna.taps("Yes, they may")
    assert welcomed.anna.last == "Thank you. Dr Lindqvist is asked to read it."
    assert welcomed.maria.hears() == ["C-1001: the answer is yes. Dr Lindqvist is asked now."]
    assert welcomed.lindqvist.hears() == ["Something for you to read."]
    assert welcomed.lindqvist.labels == ["Open"]  # Maria looks after it: there is nothing to take
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.sees(f"«{WORDS}»")
    assert "Maria asked whether Dr Lindqvist may read it." in welcomed.lindqvist.last
    assert "Anna: yes, Dr Lindqvist may." in welcomed.lindqvist.last
    hear(welcomed)
    welcomed.anna.taps("No, please don't", bubble=asked)
    assert welcomed.anna.last == "Dr Lindqvist has been asked already and may have read it."
    welcomed.anna.taps("Yes, they may", bubble=asked)
    assert welcomed.anna.last == "Dr Lindqvist has been asked to read it."
    assert welcomed.lindqvist.hears() == welcomed.maria.hears() == []
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id


def test_a_no_stays_a_no_and_is_not_asked_again(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("Open")
    opened = welcomed.maria.sees("C-1001 · sent")
    welcomed.maria.taps(ASK)
    welcomed.maria.taps(ASK, bubble=opened)
    welcomed.maria.sees("Anna has been asked about Dr Lindqvist and hasn't answered yet.")
    hear(welcomed)
    welcomed.anna.types("no")
    assert welcomed.anna.last == (
        "All right. Dr Lindqvist doesn't read it, and you aren't asked about Dr Lindqvist again."
    )
    welcomed.anna.hears()
    assert welcomed.maria.hears() == [
        "C-1001: the answer is no. Dr Lindqvist isn't asked, and I don't ask about Dr Lindqvist "
        "again."
    ]
    welcomed.maria.taps(ASK, bubble=opened)
    welcomed.maria.sees("Anna has said no to Dr Lindqvist. I don't ask that again.")
    welcomed.maria.presses_data("1:cases:open:1")
    assert ASK not in welcomed.maria.labels
    assert welcomed.anna.hears() == welcomed.lindqvist.hears() == []
    assert [each.person_id for each in readers_of(welcomed.practice)] == [welcomed.maria_row.id]


def test_without_a_name_it_is_asked_of_the_client(welcomed: Cast) -> None:
    alert(welcomed, by="Send without my name")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Ask the client: may Dr Lindqvist read it?")
    welcomed.anna.taps("Yes, they may")
    welcomed.lindqvist.taps("Open")
    assert "The client: yes, Dr Lindqvist may." in welcomed.lindqvist.last
    assert "Anna" not in welcomed.lindqvist.last


def test_a_question_of_a_case_that_is_over_or_of_another_client_opens_nothing(
    welcomed: Cast,
) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps(ASK)
    entry = entries_of(welcomed.practice)[-1].id
    asked = welcomed.anna.sees("May Dr Lindqvist?")
    welcomed.ben.presses_data(f"1:case_questions:may_read:1:{entry}:1")
    welcomed.anna.presses_data(f"1:case_questions:hear:1:{entry}:1")
    welcomed.anna.presses_data("1:case_questions:may_read:1:1:1")  # an entry of another kind
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Take it back")
    hear(welcomed)
    welcomed.anna.taps("Yes, they may", bubble=asked)
    welcomed.anna.sees("That is over. To say more, tap «Something isn't right».")
    assert welcomed.lindqvist.hears() == welcomed.maria.hears() == []


def test_who_has_left_meanwhile_isn_t_asked_and_the_client_hears_so(welcomed: Cast) -> None:
    take(welcomed)
    bob = bob_joins(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Ask Anna: may Bob read it?")
    leaves(welcomed.maria, "Bob Bell")
    welcomed.anna.taps("Yes, they may")
    assert welcomed.anna.last == "Bob can't be reached here now, so nothing was passed on."
    assert not [text for text in bob.hears() if "Something for you" in text]


def test_who_asked_leaves_and_the_yes_is_still_a_yes(welcomed: Cast) -> None:
    bob = bob_joins(welcomed)
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps(ASK)
    asked = welcomed.anna.sees("May Dr Lindqvist?")
    leaves(bob, "Maria Santos")
    welcomed.anna.sees("Maria can't look after it now. I'm sorry.")
    hear(welcomed)
    bob.hears()
    welcomed.anna.taps("Yes, they may", bubble=asked)
    assert len(welcomed.lindqvist.hears()) == 1
    assert bob.hears() == []
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.sees("Dr Lindqvist has your message and is looking after it.")


def test_who_is_away_and_may_read_what_another_looks_after_hears_of_it_on_return(
    welcomed: Cast,
) -> None:
    take(welcomed)
    set_away(welcomed, welcomed.lindqvist_row, until="2026-12-03 09:00")
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps(ASK)
    welcomed.anna.taps("Yes, they may")
    assert welcomed.anna.last == (
        "Thank you. Dr Lindqvist (away until Thursday 3 December, 9:00 am) is asked to read it."
    )
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 08:59"))
    assert welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert "Something for you to read." in welcomed.lindqvist.hears()
