"""/sharing: what a psychologist sees is shown, turned on and ended, and true at once."""

import pytest
from sqlmodel import select

from bot.records import people
from bot.records.people import Telephone
from tests.conversations.sharing_acts import PAGE, change_anna, shares, sharings_of, to_adler
from tests.practice import Cast

STALE = "You see Dr Adler by now, so I changed nothing. /sharing shows what Dr Adler can see."


# --- the page


def test_it_is_off_until_a_yes_and_found_from_the_settings(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.types("/sharing")
    assert anna.last == PAGE
    assert anna.labels == [
        "Let Dr Okafor see my numbers", "Let Dr Okafor see homework", "Let Dr Okafor see notes",
    ]  # fmt: skip
    anna.types("Settings")
    anna.taps("Who sees what")
    anna.sees("only you, and the person you see as far as you choose. /sharing shows what that is.")
    anna.taps("What you share")
    assert anna.last == PAGE


@pytest.mark.parametrize(
    ("kind", "exactly", "line"),
    [
        (
            "my numbers",
            "the numbers that you tap, and of which day. Not your words, and not what I say",
            "Short questions: on. Your numbers from Monday 30 November on.",
        ),
        (
            "homework",
            "how it went, from done to not yet, what gets in the way, and the words",
            "Homework: on. Your answers from Monday 30 November on.",
        ),
        (
            "notes",
            "those that you choose, each one on its own. The others stay with you.",
            "Notes to bring: on. Those that you chose from Monday 30 November on.",
        ),
    ],
)
def test_who_will_see_what_is_said_before_the_yes(
    welcomed: Cast, kind: str, exactly: str, line: str
) -> None:
    anna = welcomed.anna
    anna.types("/sharing")
    anna.taps(f"Let Dr Okafor see {kind}")
    anna.sees(exactly)
    anna.sees("You can end it at any time with /sharing, and your care stays the same")
    assert anna.labels == ["From now on", "All so far too", "Leave it off"]
    assert sharings_of(welcomed) == []
    anna.taps("From now on")
    anna.types("/sharing")
    anna.sees(line)
    anna.taps(f"Stop sharing {kind}")
    assert anna.last.startswith("Off. Dr Okafor can't see")
    anna.types("/sharing")
    assert anna.last == PAGE


def test_leaving_it_off_keeps_it_off(welcomed: Cast) -> None:
    welcomed.anna.types("/sharing")
    welcomed.anna.taps("Let Dr Okafor see notes")
    welcomed.anna.taps("Leave it off")
    welcomed.anna.sees("All right. Nothing was changed.")
    assert sharings_of(welcomed) == []


def test_the_last_tap_counts_and_two_alike_are_one(welcomed: Cast) -> None:
    anna = welcomed.anna
    shares(welcomed, "my numbers")
    question = anna.sees("«All so far too» means")
    anna.taps("From now on", bubble=question)
    assert len(sharings_of(welcomed)) == 1
    anna.taps("All so far too", bubble=question)
    assert [(each.covers_from, each.revoked_at is None) for each in sharings_of(welcomed)][-1] == (
        None, True,
    )  # fmt: skip
    anna.taps("From now on", bubble=question)
    (stands,) = [each for each in sharings_of(welcomed) if each.revoked_at is None]
    assert stands.covers_from is not None


def test_leave_it_off_ends_what_was_turned_on_by_the_same_question(welcomed: Cast) -> None:
    shares(welcomed, "notes")
    question = welcomed.anna.sees("«All so far too» means")
    welcomed.anna.taps("Leave it off", bubble=question)
    welcomed.anna.sees("Off. Dr Okafor can't see your notes to bring here any more.")
    assert [each.revoked_at is None for each in sharings_of(welcomed)] == [False]
    welcomed.anna.presses_data("1:sharing:leave:moods")
    welcomed.anna.sees("All right. Nothing was changed.")


def test_a_yes_that_named_somebody_else_gives_nothing(welcomed: Cast) -> None:
    welcomed.anna.types("/sharing")
    page = welcomed.anna.sees("What Dr Okafor can see here")
    welcomed.anna.taps("Let Dr Okafor see notes")
    question = welcomed.anna.sees("«All so far too» means")
    to_adler(welcomed)
    welcomed.anna.taps("All so far too", bubble=question)
    assert welcomed.anna.last == STALE
    welcomed.anna.taps("Let Dr Okafor see my numbers", bubble=page)
    assert welcomed.anna.last == STALE
    assert sharings_of(welcomed) == []


@pytest.mark.parametrize("data", ["sharing:on:moods:1", "sharing:off:moods", "sharing:all:x:1"])
def test_button_data_of_one_s_own_making_changes_nothing(welcomed: Cast, data: str) -> None:
    welcomed.anna.presses_data(f"1:{data}")
    assert sharings_of(welcomed) == []


def test_ending_twice_says_that_it_is_off(welcomed: Cast) -> None:
    shares(welcomed, "notes")
    on = welcomed.anna.sees("On. Dr Okafor can see the notes")
    welcomed.anna.taps("Stop sharing notes", bubble=on)
    welcomed.anna.taps("Stop sharing notes", bubble=on)
    assert welcomed.anna.last == "That is off already. /sharing shows what is on."


def test_staff_have_nothing_to_set_and_no_button_gives_them_anything(welcomed: Cast) -> None:
    welcomed.okafor.types("/sharing")
    welcomed.okafor.sees("Your clients choose with /sharing what you see.")
    for data in ("on:notes", "from_now:notes", "all:notes"):
        welcomed.okafor.presses_data(f"1:sharing:{data}:{welcomed.okafor_row.id}")
    for data in ("off:notes", "end_all"):
        welcomed.okafor.presses_data(f"1:sharing:{data}")
    assert sharings_of(welcomed) == []


# --- whom there is to share with


def test_where_others_see_the_telephone_nothing_is_shown_and_all_can_be_ended(
    welcomed: Cast,
) -> None:
    shares(welcomed, "homework")
    welcomed.anna.types("/sharing")
    old = welcomed.anna.sees("Homework: on.")
    change_anna(welcomed, telephone=Telephone.SHARED)
    welcomed.anna.types("/sharing")
    assert welcomed.anna.last == (
        "Others can see this telephone, so I don't show here what you share, nor ask about it."
    )
    welcomed.anna.taps("Let Dr Okafor see notes", bubble=old)
    assert welcomed.anna.labels == ["End all sharing"]
    welcomed.anna.taps("End all sharing")
    assert "Okafor" not in welcomed.anna.last and "omework" not in welcomed.anna.last
    assert all(each.revoked_at is not None for each in sharings_of(welcomed))
    welcomed.anna.types("/sharing")
    assert "End all sharing" not in welcomed.anna.labels


def test_who_has_nobody_is_told_so(welcomed: Cast) -> None:
    change_anna(welcomed, psychologist_id=None)
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("so there is nobody to share with")


def test_who_left_sees_nothing(welcomed: Cast) -> None:
    shares(welcomed, "notes")
    with welcomed.practice.database.transaction() as db:
        okafor = people.get(db, welcomed.okafor_row.id)
        for held in db.exec(select(people.RoleHeld).where(people.RoleHeld.person_id == okafor.id)):
            db.delete(held)
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("Dr Okafor doesn't work here any more and sees nothing of yours.")


def test_who_isn_t_connected_sees_nothing_for_now(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).telegram_id = None
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("Dr Okafor isn't connected here at the moment, and sees nothing until")
