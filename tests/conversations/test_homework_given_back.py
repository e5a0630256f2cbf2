"""What a client wanted to show of homework, once they meet another psychologist."""

from datetime import timedelta

import pytest

from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.assigned import notes_of, remind
from tests.practice import Cast

GIVEN_BACK = (
    "There's news for you.\n\nDr Okafor can't read any more what you wanted to show. Nobody else "
    "reads it. If you like, say it at your next time."
)


@pytest.fixture
def shown(welcomed: Cast) -> Cast:
    """Anna lets Dr Okafor see on Tuesday that it is done; there is Dr Patel too."""
    patel = welcomed.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    welcomed.practice.join(patel, "Dr Patel")
    remind(welcomed)
    for label in ("Done", "Yes, before we meet"):
        welcomed.anna.taps(label)
    for someone in (welcomed.anna, welcomed.okafor):
        someone.hears()
    return welcomed


def changes_psychologist(cast: Cast) -> None:
    cast.maria.types("/clients")
    for label in (
        "Anna B.", "Change psychologist", "Dr Patel", "Move to Dr Patel",
        "Change it, tell nobody else",
    ):  # fmt: skip
        cast.maria.taps(label)


def test_what_was_not_read_is_read_by_nobody_and_the_client_hears_so(shown: Cast) -> None:
    changes_psychologist(shown)
    assert shown.anna.hears() == [GIVEN_BACK]
    (note,) = notes_of(shown)
    assert (note.taken_back_at is not None, note.opened_at) == (True, None)
    shown.anna.taps("Take it back", bubble=shown.anna.sees("Until then you can take it back."))
    assert shown.anna.last == "That is taken back already."
    shown.practice.wait_until(melbourne("2026-12-08 10:59"))
    shown.okafor.sees_nothing_of("Something to read before a meeting.")
    shown.practice.account("Dr Patel").sees_nothing_of("Something to read before a meeting.")


def test_at_night_it_is_said_in_the_morning(shown: Cast) -> None:
    shown.practice.wait_until(melbourne("2026-12-03 22:00"))
    changes_psychologist(shown)
    assert shown.anna.hears() == []
    shown.practice.wait_until(melbourne("2026-12-04 08:00"))
    assert shown.anna.hears() == [GIVEN_BACK]


def test_what_was_read_is_not_spoken_of(shown: Cast) -> None:
    shown.practice.wait_until(melbourne("2026-12-08 09:00"))
    shown.okafor.taps("Open")
    shown.anna.hears()
    changes_psychologist(shown)
    shown.practice.wait(minutes=10)
    assert shown.anna.hears() == []
    (note,) = notes_of(shown)
    assert note.taken_back_at is None


def test_the_former_one_can_open_nothing_of_it(shown: Cast) -> None:
    shown.practice.wait_until(melbourne("2026-12-08 09:00") + timedelta(minutes=5))
    alert = shown.okafor.sees("Something to read before a meeting.")
    changes_psychologist(shown)
    shown.okafor.taps("Open", bubble=alert)
    assert "done" not in shown.okafor.last
