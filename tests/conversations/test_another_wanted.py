"""The staff's side of a wish for another psychologist: who may be told what, and who makes the change."""

import pytest

from bot.records import case_entries
from bot.records.case_entries import EntryKind
from bot.records.people import Person
from bot.records.psychologist_requests import (
    SearchState,
)
from tests.conversations.concerns import (
    LINDQVIST,
    case_of,
    entries_of,
)
from tests.conversations.searches import (
    CHOOSE,
    NEXT,
    begins,
    changes,
    hire_patel,
    opens,
    request_of,
    says,
    taken,
)
from tests.practice import Cast, Someone


@pytest.fixture
def patel(welcomed: Cast) -> Someone:
    return hire_patel(welcomed)


@pytest.mark.parametrize(
    ("tells", "line"),
    [
        ("I do", "Please don't tell Dr Okafor: Anna will."),
        ("Nobody yet", "Please don't tell Dr Okafor: Anna wants nobody to yet."),
    ],
)
def test_telling_the_old_one_against_annas_word_is_asked_once_more(
    welcomed: Cast, patel: Someone, tells: str, line: str
) -> None:
    taken(welcomed, tells=tells)
    changes(welcomed)
    done = welcomed.maria.sees("hasn't been told by me.")
    welcomed.maria.taps("Tell Dr Okafor")
    assert welcomed.maria.last == f"{line} Tell Dr Okafor all the same?"
    welcomed.maria.taps("No, don't")
    assert welcomed.okafor.hears() == []
    welcomed.maria.taps("Tell Dr Okafor", bubble=done)
    welcomed.maria.taps("Yes, tell")
    assert len(welcomed.okafor.hears()) == 1


def test_the_practice_tells_at_one_tap_where_anna_asked_it_to(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed, tells="The practice", notes="Ask me later")
    changes(welcomed)
    welcomed.maria.sees("Notes of Dr Okafor: ask Anna before they go over.")
    welcomed.maria.taps("Tell Dr Okafor")
    assert len(welcomed.okafor.hears()) == 1


def test_a_manager_who_doesn_t_read_the_case_learns_nothing_of_it(
    welcomed: Cast, patel: Someone
) -> None:
    begins(welcomed, LINDQVIST)
    says(welcomed, "Nothing special", "I do", "Keep it", "Yes", "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    assert CHOOSE not in welcomed.lindqvist.labels
    welcomed.lindqvist.sees("The change is made by Maria Santos. Ask Anna before you say anything.")
    welcomed.maria.types("/clients")
    for label in ("Anna B.", "Change psychologist", "Dr Patel", "Move to Dr Patel"):
        welcomed.maria.taps(label)
    welcomed.maria.taps("Change it, and tell Anna")
    assert "Notes of Dr Okafor" not in welcomed.maria.last
    welcomed.maria.taps("Tell Dr Okafor")
    assert len(welcomed.okafor.hears()) == 1
    says(welcomed, "Something isn't right")
    welcomed.anna.sees(f"From now on you see Dr Patel. Your first time: {NEXT}.")


def test_who_takes_the_clients_of_somebody_who_leaves_is_the_new_one(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    welcomed.maria.types("/staff")
    welcomed.maria.taps("Dr Okafor")
    for label in ("Leaves", "Dr Patel takes them", "They leave now"):
        welcomed.maria.taps(label)
    says(welcomed, "Something isn't right")
    welcomed.anna.sees(f"From now on you see Dr Patel. Your first time: {NEXT}.")


def test_changed_back_the_search_is_on_again(welcomed: Cast, patel: Someone) -> None:
    taken(welcomed)
    changes(welcomed)
    welcomed.maria.types("/clients")
    for label in ("Anna B.", "Change psychologist", "Dr Okafor", "Move to Dr Okafor"):
        welcomed.maria.taps(label)
    welcomed.maria.taps("Change it, tell nobody else")
    says(welcomed, "Something isn't right")
    welcomed.anna.sees("Maria is looking for somebody for you.")
    assert request_of(welcomed).state is SearchState.LOOKING


def test_what_was_said_about_notes_can_be_taken_back_until_the_first_time(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    changes(welcomed)
    says(welcomed, "Something isn't right", "Who tells, and the notes", "Nobody yet", "No", "Send")
    opens(welcomed)
    welcomed.maria.sees("Notes of Dr Okafor may not go over, Anna says.")
    welcomed.maria.sees(f"Anna sees Dr Patel now, first on {NEXT}.")


def test_anna_has_no_psychologist_in_the_list_and_is_asked_for_wishes_alone(
    welcomed: Cast,
) -> None:
    with welcomed.practice.database.transaction() as db:
        anna = db.get(Person, welcomed.anna_row.id)
        assert anna is not None
        anna.psychologist_id = None
    begins(welcomed)
    says(welcomed, "Nothing special")
    assert "No special wishes." in welcomed.anna.last
    says(welcomed, "Send")
    with welcomed.practice.look() as db:
        kinds = {each.kind for each in case_entries.of_case(db, case_of(welcomed.practice))}
    assert EntryKind.WISHES in kinds
    assert all(each.sent_at for each in entries_of(welcomed.practice))
