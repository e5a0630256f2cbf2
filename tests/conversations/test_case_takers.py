"""Who looks after a case changes telephone, blocks the bot or leaves in the middle of something."""

from bot.records.case_entries import EntryKind
from bot.records.cases import CaseState
from tests.conversations.colleagues import adler_joins, bob_joins, leaves
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    WORDS,
    answer,
    case_of,
    entries_of,
    hear,
    take,
)
from tests.practice import Cast


def test_on_a_new_telephone_the_case_is_there_and_the_old_one_shows_and_does_nothing(
    welcomed: Cast,
) -> None:
    take(welcomed)
    old = welcomed.maria
    old.presses_data("1:cases:open:1")
    old.taps("Write to Anna")
    new = welcomed.practice.join(welcomed.maria_row, "Maria's new telephone")
    hear(welcomed)
    new.hears()
    old.types("Dear Anna, from the old one")
    for data in ("1:cases:open:1", "1:case_answers:write:1", "1:case_list:page:0"):
        old.presses_data(data)
    assert not [text for text in old.hears() if WORDS in text or "C-1001" in text]
    assert welcomed.anna.hears() == []
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id
    welcomed.maria = new
    answer(welcomed, "Dear Anna")
    welcomed.anna.sees("«Dear Anna»")


def test_blocked_while_a_note_was_asked_for_it_goes_on_and_the_client_hears(
    welcomed: Cast,
) -> None:
    take(welcomed, by=IF_AWAY)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    asked = welcomed.maria.sees("A note for Dr Lindqvist?")
    hear(welcomed)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    assert case_of(welcomed.practice).state is CaseState.WAITING
    assert ALERT.split(".")[0] in welcomed.lindqvist.hears()[-1]
    welcomed.anna.sees("As you allowed, I've asked Dr Lindqvist now.")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.maria.account.unblocks_bot()
    welcomed.maria.types("a note too late")
    welcomed.maria.taps("Hand on without a note", bubble=asked)
    welcomed.maria.sees("Dr Lindqvist has taken it.")
    assert EntryKind.HANDED not in {entry.kind for entry in entries_of(welcomed.practice)}


def test_who_leaves_in_the_middle_of_hearing_leaves_nothing_half_done(welcomed: Cast) -> None:
    adler_joins(welcomed)
    bob = bob_joins(welcomed)
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hear Dr Okafor")
    welcomed.maria.types("How do you see it?")
    shown = welcomed.maria.sees("would read exactly this:")
    leaves(bob, "Maria Santos")
    hear(welcomed)
    welcomed.maria.taps("Ask Anna", bubble=shown)
    assert welcomed.anna.hears() == welcomed.okafor.hears() == []
    assert welcomed.practice.telegram.violations == []


def test_whom_it_is_about_leaves_after_the_yes_and_reads_nothing(welcomed: Cast) -> None:
    adler_joins(welcomed)
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hear Dr Okafor")
    welcomed.maria.types("How do you see it?")
    welcomed.maria.taps("Ask Anna")
    welcomed.anna.taps("Yes, send them")
    bell = welcomed.okafor.sees("Something to read.")
    leaves(welcomed.maria, "Dr Okafor", to="Dr Adler")
    welcomed.okafor.hears()
    welcomed.okafor.presses_data(str(bell.buttons[0][0].data))
    assert not [text for text in welcomed.okafor.hears() if "How do you see it?" in text]
    welcomed.maria.presses_data("1:cases:open:1")
    assert "Hear Dr Okafor" not in welcomed.maria.labels
