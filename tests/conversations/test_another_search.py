"""While somebody looks for another psychologist: other wishes, stopping, and not being forgotten."""

import pytest

from bot.records import people
from bot.records.people import Telephone
from bot.records.psychologist_requests import (
    NotesMayGo,
    WhoTells,
)
from tests.clock import melbourne
from tests.conversations.concerns import (
    hear,
)
from tests.conversations.searches import (
    CHOOSE,
    NEXT,
    changes,
    closes,
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


def test_other_wishes_go_as_more_words_and_nothing_changes_before(
    welcomed: Cast, patel: Someone
) -> None:
    anna = welcomed.anna
    taken(welcomed)
    says(welcomed, "Something isn't right", "Change my wishes", "On line or in the room", "On line")
    says(welcomed, "That's all", "The practice", "Keep it", "No")
    assert anna.last == (
        "This goes to Maria:\n\nMy wishes: on line\nPlease tell Dr Okafor for me.\n"
        f"I keep my next time, {NEXT}.\n"
        "What Dr Okafor has written about me may not go to the new psychologist."
    )
    opens(welcomed)
    welcomed.maria.sees("Please don't tell Dr Okafor: Anna will.")
    welcomed.maria.sees_nothing_of("on line")
    welcomed.maria.hears()
    anna.taps("Send")
    anna.sees("Added. It's on its way to Maria.")
    assert welcomed.maria.hears() == ["C-1001: an answer is in."]
    opens(welcomed)
    welcomed.maria.sees("My wishes: on line")
    welcomed.maria.sees("Anna asks the practice to tell Dr Okafor of the change, not why.")
    welcomed.maria.sees("Notes of Dr Okafor may not go over, Anna says.")
    assert request_of(welcomed).who_tells is WhoTells.PRACTICE


def test_other_wishes_that_are_not_sent_are_forgotten(welcomed: Cast, patel: Someone) -> None:
    taken(welcomed)
    says(welcomed, "Something isn't right", "Change my wishes", "Man or woman", "A man")
    says(welcomed, "That's all", "Nobody yet", "Keep it", "No", "Don't send")
    welcomed.anna.sees("Not sent. It stays as it was.")
    says(welcomed, "Something isn't right", "Change my wishes")
    assert "a man" not in welcomed.anna.last
    welcomed.practice.wait(days=4)
    assert request_of(welcomed).notes_may_go is NotesMayGo.YES


def test_the_search_can_be_stopped(welcomed: Cast, patel: Someone) -> None:
    taken(welcomed)
    says(welcomed, "Something isn't right", "Stop looking", "Yes, stop looking")
    welcomed.anna.sees("All right, nobody needs to look any more. It's on its way to Maria.")
    opens(welcomed)
    welcomed.maria.sees("Please don't look for anybody else any more.")
    assert CHOOSE not in welcomed.maria.labels
    says(welcomed, "Something isn't right")
    assert "looking for somebody" not in welcomed.anna.last


def test_withdrawn_in_the_middle_nothing_of_it_is_shown_any_more(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    says(welcomed, "Something isn't right", "Take it back")
    welcomed.maria.hears()
    welcomed.maria.types("/clients")
    for label in ("Anna B.", "Change psychologist", "Dr Patel", "Move to Dr Patel"):
        welcomed.maria.taps(label)
    welcomed.maria.taps("Change it, tell nobody else")
    assert "Notes of Dr Okafor" not in welcomed.maria.last
    welcomed.maria.taps("Tell Dr Okafor")
    welcomed.maria.sees("is told that Anna B. sees somebody else now")
    welcomed.practice.wait(days=30)
    assert not [each for each in welcomed.anna.hears() if "short note" in each]


def test_whoever_looks_after_it_is_reminded_every_week_and_anna_every_two(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    closes(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-08 15:05"))
    assert [each for each in welcomed.maria.hears() if "still waits" in each] == [
        "C-1001: somebody still waits for it. Please open it."
    ]
    assert not [each for each in welcomed.anna.hears() if "short note" in each]
    welcomed.practice.wait_until(melbourne("2026-12-16 16:00"))
    assert [each for each in welcomed.anna.hears() if "short note" in each] == [
        "A short note for you.\n\nIt isn't settled yet: Maria is still looking for another "
        "psychologist for you. You needn't do anything."
    ]
    welcomed.practice.wait_until(melbourne("2026-12-29 15:00"))  # closed longer than 14 days
    says(welcomed, "Something isn't right")
    welcomed.anna.sees("Maria is looking for somebody for you.")
    says(welcomed, "Stop looking", "Yes, stop looking")
    welcomed.anna.sees("All right. It's on its way to Maria.")
    welcomed.maria.sees("C-1001: something was added. Please open it.")
    hear(welcomed)
    welcomed.practice.wait(days=30)
    assert not [each for each in welcomed.maria.hears() if "still waits" in each]
    assert not [each for each in welcomed.anna.hears() if "short note" in each]


def test_how_it_is_now_is_asked_once_nobody_is_looked_for_any_more(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    closes(welcomed)
    welcomed.maria.sees("Once Anna has met somebody else, I ask how it is now.")
    welcomed.practice.wait(days=13)
    assert not [each for each in welcomed.anna.hears() if "How is it now?" in each]
    says(welcomed, "Something isn't right", "Stop looking", "Yes, stop looking")
    welcomed.practice.wait(days=8)
    assert len([each for each in welcomed.anna.hears() if "How is it now?" in each]) == 1
    welcomed.practice.wait(days=20)
    assert not [each for each in welcomed.anna.hears() if "How is it now?" in each]


def test_an_open_case_with_a_search_rings_once_a_week_and_not_twice_on_day_14(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-15 14:00"))
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-15 16:00"))
    assert [each for each in welcomed.maria.hears() if "C-1001" in each] == [
        "C-1001: somebody still waits for it. Please open it."
    ]


def test_a_case_that_ended_otherwise_looks_for_nobody(welcomed: Cast, patel: Someone) -> None:
    taken(welcomed)
    opens(welcomed)
    for label in ("Close", "Talked, carries on with Dr Okafor", "Close without a line"):
        welcomed.maria.taps(label)
    says(welcomed, "Something isn't right")
    assert "looking for somebody" not in welcomed.anna.last
    hear(welcomed)
    welcomed.practice.wait(days=20)
    assert not [each for each in welcomed.maria.hears() if "still waits" in each]


def test_on_a_shared_telephone_nothing_comes_by_itself_and_all_is_shown_when_asked(
    welcomed: Cast, patel: Someone
) -> None:
    taken(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-29 11:00"))
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.anna_row.id).telephone = Telephone.SHARED
    welcomed.practice.wait(days=20)
    assert not [each for each in welcomed.anna.hears() if "looking" in each]
    says(welcomed, "Something isn't right")
    welcomed.anna.sees("Maria is looking for somebody for you.")
    changes(welcomed, told="Change it")
    says(welcomed, "Something isn't right")
    welcomed.anna.sees("From now on you see Dr Patel.")
