"""Who sees which hours on duty, who ends them, and everybody who may not."""

from collections.abc import Callable

import pytest

from bot.records import people
from bot.records.people import Role
from tests.conversations.absent import set_away
from tests.conversations.concerns import hear
from tests.conversations.duty_stories import (
    ASKED,
    EVENINGS,
    NOBODY,
    TYPED,
    agreed,
    asks,
    propose,
    rows,
)
from tests.practice import Cast, Someone

Opener = Callable[..., Cast]
URGENT = "Urgent. Please open now."

# --- who sees it, who ends it


def test_others_see_their_own_hours_and_those_of_the_settings_that_are_theirs(
    welcomed_with: Opener,
) -> None:
    cast = welcomed_with(on_duty="Dr Lindqvist: Sat 9-21; Maria Santos: Mon-Fri 9-17")
    agreed(cast)
    cast.maria.types("/duty")
    assert cast.maria.last == (
        "Dr Lindqvist: Saturday, 9:00 am to 9:00 pm (set by the operator)\n"
        "Maria Santos: Monday to Friday, 9:00 am to 5:00 pm (set by the operator)\n"
        f"Dr Okafor: {EVENINGS}"
    )
    assert cast.maria.labels == ["Ask somebody to be there", f"End: Dr Okafor, {TYPED}"]
    cast.lindqvist.types("/duty")
    assert cast.lindqvist.last == "Dr Lindqvist: Saturday, 9:00 am to 9:00 pm (set by the operator)"
    assert cast.lindqvist.labels == []
    cast.okafor.types("/duty")
    assert cast.okafor.last == f"Dr Okafor: {EVENINGS}"
    adler = cast.practice.join(cast.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST), "Dr Adler")
    adler.types("/duty")
    assert adler.last == "You aren't on duty for urgent messages by name."


def test_the_list_says_who_is_away(welcomed: Cast) -> None:
    agreed(welcomed)
    set_away(welcomed, welcomed.okafor_row)
    welcomed.maria.types("/duty")
    assert welcomed.maria.last == (
        f"Dr Okafor: {EVENINGS} (away until Monday 14 December, 9:00 am)"
    )


def test_a_question_is_found_again_with_duty(welcomed: Cast) -> None:
    asks(welcomed)
    welcomed.okafor.types("/duty")
    welcomed.okafor.taps(f"Answer: {TYPED}")
    assert welcomed.okafor.last == ASKED
    welcomed.okafor.taps("Yes, I'll be there")
    assert [row.is_standing for row in rows(welcomed.practice)] == [True]


def test_the_person_ends_it_the_manager_hears_it_and_who_is_rung_then(welcomed: Cast) -> None:
    agreed(welcomed)
    welcomed.okafor.types("/duty")
    welcomed.okafor.taps(f"End: Dr Okafor, {TYPED}")
    assert welcomed.okafor.last == (
        f"End this? Dr Okafor: {EVENINGS}.\nThen nobody is on duty by name, and urgent messages "
        "ring for managers and senior colleagues in practice hours."
    )
    sure = welcomed.okafor.sees("End this?")
    welcomed.okafor.taps("Keep it")
    assert len(rows(welcomed.practice)) == 1
    welcomed.okafor.taps("Yes, end it", bubble=sure)
    assert welcomed.okafor.last == f"Ended. {NOBODY}"
    assert welcomed.maria.hears() == [
        f"Dr Okafor is no longer there for urgent messages: {EVENINGS}. {NOBODY}"
    ]
    welcomed.okafor.taps("Yes, end it", bubble=sure)
    assert welcomed.okafor.last == "That has ended already. /duty shows what stands."
    assert welcomed.maria.hears() == []
    welcomed.anna.types("i want to die")
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == [URGENT]


def test_the_manager_ends_it_and_the_person_is_told(welcomed: Cast) -> None:
    agreed(welcomed)
    agreed(welcomed, "Sat 9-21")
    welcomed.maria.types("/duty")
    welcomed.maria.taps(f"End: Dr Okafor, {TYPED}")
    assert welcomed.maria.last == f"End this? Dr Okafor: {EVENINGS}."
    welcomed.maria.taps("Yes, end it")
    assert welcomed.maria.last == "Ended."
    assert welcomed.okafor.hears() == [
        f"Maria Santos has ended your hours for urgent messages: {EVENINGS}."
    ]


def test_a_question_that_is_taken_back(welcomed: Cast) -> None:
    asks(welcomed)
    welcomed.okafor.hears()
    welcomed.maria.types("/duty")
    welcomed.maria.taps(f"End: Dr Okafor, {TYPED}")
    welcomed.maria.taps("Yes, end it")
    assert welcomed.okafor.hears() == [
        f"Maria Santos no longer asks you to be there for urgent messages: {EVENINGS}."
    ]


WRONG = ("anna", "ben", "lindqvist", "okafor")
TAPS = ("question:1", "accept:1", "decline:1", "end:1", "end_it:1")


@pytest.mark.parametrize("tap", TAPS)
@pytest.mark.parametrize("who", ["anna", "ben", "lindqvist", "maria"])
def test_nobody_answers_or_ends_for_somebody_else(welcomed: Cast, who: str, tap: str) -> None:
    asks(welcomed)
    hear(welcomed)
    someone: Someone = getattr(welcomed, who)
    if who == "maria" and tap.startswith("end"):
        return  # she asked, so she may take it back
    someone.presses_data(f"1:duty:{tap}")
    assert not any("Okafor" in text or "5:00" in text for text in someone.hears())
    (row,) = rows(welcomed.practice)
    assert row.accepted_at is None and row.ended_at is None


@pytest.mark.parametrize("who", WRONG)
def test_nobody_but_a_manager_asks(welcomed: Cast, who: str) -> None:
    propose(welcomed, name="Dr Okafor")
    hear(welcomed)
    someone: Someone = getattr(welcomed, who)
    for tap in ("begin", f"whom:{welcomed.maria_row.id}", "send:1", "leave"):
        someone.presses_data(f"1:duty_ask:{tap}")
    assert not any("Okafor" in text or "hours" in text for text in someone.hears())
    assert rows(welcomed.practice) == [] == welcomed.okafor.hears()
    welcomed.maria.taps("Yes, ask")
    assert welcomed.okafor.hears() == [ASKED]  # and what the manager was shown still stands


def test_a_draft_is_nobody_else_s_to_send_answer_or_end(welcomed: Cast) -> None:
    bob = welcomed.practice.join(welcomed.practice.add_staff("Bob Hale", Role.MANAGER), "Bob")
    propose(welcomed)
    bob.presses_data("1:duty_ask:send:1")
    assert bob.last == "I don't have those hours any more. Nobody was asked. /duty begins anew."
    for someone, tap in ((bob, "end:1"), (bob, "end_it:1"), (welcomed.okafor, "accept:1")):
        someone.presses_data(f"1:duty:{tap}")
        assert someone.last == "I can't find those hours any more. /duty shows what stands."


@pytest.mark.parametrize("person_id", ["anna", "left", "nobody"])
def test_only_staff_are_asked(welcomed: Cast, person_id: str) -> None:
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.lindqvist_row.id).left_at = welcomed.practice.hand.now()
    ids = {"anna": welcomed.anna_row.id, "left": welcomed.lindqvist_row.id, "nobody": 987_654}
    welcomed.maria.presses_data(f"1:duty_ask:whom:{ids[person_id]}")
    assert welcomed.maria.last == "I don't find that name on the staff."
