"""Not yet: the client says when homework is asked about again."""

from datetime import datetime

import pytest

from tests.clock import melbourne
from tests.conversations.assigned import SESSION, only
from tests.conversations.rhythms import assign_with, notes_heard, suggest_daily
from tests.practice import Cast

NOON = melbourne("2026-12-02 12:00")


def not_yet(cast: Cast, at: datetime = NOON, session: datetime = SESSION) -> None:
    """Anna is reminded at this instant, and hasn't done it yet."""
    cast.practice.book(cast.anna_row, session)
    assign_with(cast, at)
    cast.practice.wait_until(at)
    cast.anna.taps("Not yet")


def test_it_is_asked_when_and_said_what_comes_if_nothing_is_chosen(welcomed: Cast) -> None:
    not_yet(welcomed)
    assert welcomed.anna.last == (
        "That's all right. When shall I ask again? If you choose nothing, I'll ask once more, "
        "tomorrow at 7:00 pm, and then it waits until you meet."
    )
    assert welcomed.anna.labels == [
        "In 2 hours",
        "This evening",
        "Tomorrow",
        "Leave it until we meet",
    ]


@pytest.mark.parametrize(
    ("label", "said", "at"),
    [
        ("in 2 hours", "today at 2:00 pm", "2026-12-02 14:00"),
        ("This evening", "today at 7:00 pm", "2026-12-02 19:00"),
        ("tomorrow", "tomorrow at 7:00 pm", "2026-12-03 19:00"),
    ],
)
def test_what_was_wished_is_when_it_comes(welcomed: Cast, label: str, said: str, at: str) -> None:
    not_yet(welcomed)
    welcomed.anna.types(label)
    assert welcomed.anna.last == f"All right. I'll ask again {said}."
    assert only(welcomed).remind_at == melbourne(at)
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne(at))
    assert len(notes_heard(welcomed.anna)) == 1
    assert welcomed.anna.labels[-1] == "Stop this one"
    welcomed.practice.wait_until(SESSION)
    assert notes_heard(welcomed.anna) == []


def test_a_snooze_takes_nothing_from_the_measure(welcomed: Cast) -> None:
    """Two notes on Wednesday, for the second was asked for; one more on Thursday comes all the same."""
    not_yet(welcomed)
    welcomed.anna.taps("In 2 hours")
    assign_with(welcomed, melbourne("2026-12-03 19:00"), task="Swim")
    welcomed.practice.wait_until(melbourne("2026-12-02 14:00"))
    assert len(notes_heard(welcomed.anna)) == 2
    welcomed.practice.wait_until(melbourne("2026-12-03 19:00"))
    assert ["«Swim»" in each for each in notes_heard(welcomed.anna)] == [True]


def test_at_night_and_after_the_end_nothing_is_offered(welcomed: Cast) -> None:
    not_yet(welcomed, melbourne("2026-12-07 19:00"))
    assert welcomed.anna.last == "That's all right. I won't ask again."
    assert welcomed.anna.labels == []


def test_before_an_evening_session_two_hours_are_all_that_is_left(welcomed: Cast) -> None:
    session = melbourne("2026-12-02 18:00")
    not_yet(welcomed, session=session)
    assert welcomed.anna.last == "That's all right. I won't ask again, unless you choose when."
    assert welcomed.anna.labels == ["In 2 hours"]
    old = welcomed.anna.sees("unless you choose when")
    welcomed.practice.wait_until(melbourne("2026-12-02 17:00"))
    welcomed.anna.taps("In 2 hours", bubble=old)
    welcomed.anna.sees("That time doesn't fit any more. When shall I ask again?")


def test_left_until_they_meet_it_waits(welcomed: Cast) -> None:
    not_yet(welcomed)
    welcomed.anna.taps("Leave it until we meet")
    assert welcomed.anna.last == "All right. It waits until you meet, and I won't ask again."
    welcomed.anna.hears()
    welcomed.practice.wait_until(SESSION)
    assert notes_heard(welcomed.anna) == []


def test_an_old_not_yet_leaves_the_wish_standing(welcomed: Cast) -> None:
    not_yet(welcomed)
    reminder = welcomed.anna.sees("Your note for this")
    welcomed.anna.taps("In 2 hours")
    welcomed.anna.taps("Not yet", bubble=reminder)
    row = only(welcomed)
    assert (row.remind_at, row.is_wished) == (melbourne("2026-12-02 14:00"), True)


def test_another_hour_for_notes_leaves_a_wish_where_it_is(welcomed: Cast) -> None:
    not_yet(welcomed)
    welcomed.anna.taps("In 2 hours")
    for label in ("Settings", "Times and hours", "Hour for notes", "5:00 pm"):
        welcomed.anna.taps(label)
    assert only(welcomed).remind_at == melbourne("2026-12-02 14:00")


def test_of_a_daily_one_only_what_comes_before_its_next_is_offered(welcomed: Cast) -> None:
    suggest_daily(welcomed)
    for label in ("Every day", "Another hour"):
        if label == "Another hour":
            welcomed.anna.presses_data("1:note_hour:choose:12")
        else:
            welcomed.anna.taps(label)
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    welcomed.anna.taps("Not yet")
    assert welcomed.anna.last == (
        "That's all right. I'll ask again tomorrow at 12:00 pm, or when you choose."
    )
    assert welcomed.anna.labels == ["In 2 hours", "This evening", "Stop this one"]
    welcomed.anna.taps("In 2 hours")
    welcomed.anna.hears()
    for at in ("2026-12-03 14:00", "2026-12-04 12:00"):
        welcomed.practice.wait_until(melbourne(at))
        assert len(notes_heard(welcomed.anna)) == 1


@pytest.mark.parametrize(
    "data", ["homework_snooze:until:{}:next_year", "homework_snooze:until:{}:"]
)
def test_a_made_up_time_is_refused(welcomed: Cast, data: str) -> None:
    not_yet(welcomed)
    welcomed.anna.presses_data("1:" + data.format(only(welcomed).id))
    welcomed.anna.sees("Sorry, that no longer works.")


def test_later_from_an_old_message_is_kept_though_it_was_answered_since(welcomed: Cast) -> None:
    not_yet(welcomed)
    asks = welcomed.anna.sees("When shall I ask again?")
    welcomed.anna.taps("Done", bubble=welcomed.anna.sees("Your note for this afternoon."))
    welcomed.anna.taps("Tomorrow", bubble=asks)
    assert welcomed.anna.last == "All right. I'll ask again tomorrow at 7:00 pm."
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-03 19:00"))
    assert len(notes_heard(welcomed.anna)) == 1
