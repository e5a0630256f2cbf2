"""About whom a concern is: never read by them, whatever they are besides, and said in the preview."""

import pytest

from bot.records.people import Person, Role
from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.concerns import (
    LINDQVIST,
    MARIA,
    OKAFOR,
    OUTSIDE,
    TUESDAY,
    WORDS,
    case_of,
    hear,
    readers_of,
)
from tests.practice import Cast, Someone

WAY_IN = "Something isn't right"
ELSE_HERE = "It's about somebody else here"
PATEL = "Dr Patel, whom you see"
BEFORE = "Dr Okafor, whom you saw before"
NOT_TOLD = "{} isn't told unless you agree."


def say(someone: Someone, *labels: str) -> None:
    for label in labels:
        (someone.taps if label in someone.labels else someone.types)(label)


def now_sees(cast: Cast, name: str = "Dr Patel") -> tuple[Someone, Person]:
    """Anna had a session with Dr Okafor, and sees somebody else from now on."""
    cast.practice.book(cast.anna_row, melbourne("2026-12-01 11:00"))
    patel = cast.practice.add_staff(name, Role.PSYCHOLOGIST)
    account = cast.practice.join(patel, name)
    cast.practice.wait_until(TUESDAY)
    with cast.practice.database.transaction() as db:
        row = db.get(Person, cast.anna_row.id)
        assert row is not None
        row.psychologist_id = patel.id
    hear(cast)
    return account, patel


def test_a_concern_about_the_manager_never_goes_to_the_manager(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, WAY_IN, ELSE_HERE)
    assert welcomed.anna.last == "Who is it about? Whoever you name isn't told unless you agree."
    assert welcomed.anna.labels == [MARIA, LINDQVIST, "Not about a person", "Not now"]
    say(welcomed.anna, MARIA)
    assert welcomed.anna.last == f"{NOT_TOLD.format('Maria')}\n\nWho should hear it?"
    assert welcomed.anna.labels[:2] == [LINDQVIST, OKAFOR]
    assert MARIA not in welcomed.anna.labels
    say(welcomed.anna, LINDQVIST, WORDS, "That's all")
    welcomed.anna.sees("From Anna B. · about Maria\n")
    assert "may Maria read it" not in welcomed.anna.last
    assert welcomed.anna.labels[:2] == ["Send", "Send without my name"]
    say(welcomed.anna, "Send")
    welcomed.practice.wait(days=5)
    assert not any("Something for you" in text for text in welcomed.maria.hears())
    assert case_of(welcomed.practice).about_id == welcomed.maria_row.id


@pytest.mark.parametrize("data", ["to_about:{maria}:{maria}:0:0", "to_about:{maria}:{okafor}:0:0"])
def test_a_made_up_button_sends_nothing_about_the_manager_to_the_manager(
    welcomed: Cast, data: str
) -> None:
    maria, okafor = welcomed.maria_row.id, welcomed.okafor_row.id
    welcomed.anna.presses_data("1:concern:" + data.format(maria=maria, okafor=okafor))
    if data.count("maria") == 2:
        welcomed.anna.sees("That person can't be reached here now. Please choose again.")
        assert MARIA not in welcomed.anna.labels
    else:
        welcomed.anna.sees("Tap a sentence that fits")


@pytest.mark.parametrize("tap", ["concern:about:{}:0:0", "concern:to_about:{maria}:{}:0:0"])
def test_nobody_can_be_named_whom_the_client_doesn_t_know(welcomed: Cast, tap: str) -> None:
    """Another client's name must not be read out of the program."""
    maria = welcomed.maria_row.id
    welcomed.anna.presses_data("1:" + tap.format(welcomed.ben_row.id, maria=maria))
    welcomed.anna.sees("Dr Okafor isn't told unless you agree.")
    welcomed.anna.sees_nothing_of("Ben")


def test_it_needn_t_be_about_a_person(welcomed: Cast) -> None:
    say(welcomed.anna, WAY_IN, ELSE_HERE, "Not about a person")
    assert welcomed.anna.last == "Who should hear it?"
    assert welcomed.anna.labels[:3] == [MARIA, LINDQVIST, OKAFOR]
    say(welcomed.anna, MARIA, "the waiting room is loud", "That's all")
    welcomed.anna.sees("From Anna B.\n«the waiting room is loud»")


def test_a_call_about_the_manager_comes_from_somebody_else(welcomed: Cast) -> None:
    say(welcomed.anna, WAY_IN, ELSE_HERE, MARIA, "I'd rather be called")
    assert welcomed.anna.labels == [LINDQVIST, "Not now"]
    say(welcomed.anna, LINDQVIST, "0400 000 000", "Skip", "No message, please")
    welcomed.anna.sees("From Anna B. · about Maria\n")


def test_after_a_change_of_psychologist_it_is_asked_first_about_whom(welcomed: Cast) -> None:
    patel, patel_row = now_sees(welcomed)
    say(welcomed.anna, WAY_IN)
    assert welcomed.anna.last.startswith("You're allowed to say this. Your times, your fees")
    assert welcomed.anna.last.endswith("Nobody is told yet. Who is it about?")
    ways = ["Somebody else here", "Not about a person", "Not now"]
    assert welcomed.anna.labels == [PATEL, BEFORE, *ways]
    say(welcomed.anna, BEFORE)
    assert welcomed.anna.last == f"{NOT_TOLD.format('Dr Okafor')}\n\nWho should hear it?"
    assert welcomed.anna.labels[:3] == [MARIA, LINDQVIST, PATEL]
    say(welcomed.anna, PATEL, WORDS, "That's all")
    welcomed.anna.sees("This is what Dr Patel will get:\n\nFrom Anna B. · about Dr Okafor")
    say(welcomed.anna, "Send")
    welcomed.practice.wait(minutes=1)
    patel.taps("Open")
    patel.sees(f"«{WORDS}»")
    assert welcomed.okafor.hears() == []
    assert readers_of(welcomed.practice)[0].person_id == patel_row.id


def test_whom_a_client_saw_before_may_have_left(welcomed: Cast) -> None:
    now_sees(welcomed)
    say(welcomed.maria, "/staff", "Dr Okafor", "Leaves", "Dr Patel takes them", "They leave now")
    hear(welcomed)
    with welcomed.practice.look() as db:
        okafor = db.get(Person, welcomed.okafor_row.id)
        assert okafor is not None and okafor.left_at is not None
    say(welcomed.anna, WAY_IN, BEFORE, MARIA, WORDS, "That's all")
    welcomed.anna.sees("From Anna B. · about Dr Okafor\n")
    say(welcomed.anna, "Send")
    assert case_of(welcomed.practice).about_id == welcomed.okafor_row.id


def test_a_year_later_nobody_is_asked_about_whom_they_saw_before(welcomed: Cast) -> None:
    now_sees(welcomed)
    welcomed.practice.hand.wait_until(melbourne("2027-12-02 11:00"))
    say(welcomed.anna, WAY_IN)
    welcomed.anna.sees("Dr Patel isn't told unless you agree.")


def test_a_month_old_button_is_about_whom_the_client_sees(welcomed: Cast) -> None:
    now_sees(welcomed)
    welcomed.anna.presses_data(f"1:concern:to:{welcomed.maria_row.id}:0:0")
    say(welcomed.anna, WORDS, "That's all")
    welcomed.anna.sees("From Anna B. · about Dr Patel\n")


@pytest.mark.parametrize("tap", ["by:{}:0", "by_with:{}:0:0"])
def test_a_month_old_button_for_a_call_still_works(welcomed: Cast, tap: str) -> None:
    welcomed.anna.presses_data("1:concern_call:" + tap.format(welcomed.maria_row.id))
    assert welcomed.anna.last == "Which number? Nothing goes to Maria before you have seen it."


def test_a_check_in_s_concern_is_about_whom_the_session_was_with(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 11:00"))
    questioned.practice.wait_until(melbourne("2026-12-01 14:50"))
    say(questioned.anna, "Start", "3", "2", "3", "1")
    patel = questioned.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    with questioned.practice.database.transaction() as db:
        row = db.get(Person, questioned.anna_row.id)
        assert row is not None
        row.psychologist_id = patel.id
    say(questioned.anna, "Tell somebody else at the practice")
    assert "Dr Okafor isn't told unless you agree." in questioned.anna.last
    say(questioned.anna, MARIA, WORDS, "Add my four answers", "That's all")
    questioned.anna.sees("From Anna B. · about Dr Okafor\n")


def test_in_a_practice_of_one_nobody_else_can_be_named(
    sqlite_url: str, open_practice: Opener
) -> None:
    practice = open_practice(sqlite_url)
    solo = practice.add_staff("Dr Solo", Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR)
    client = practice.add_client("Anna Brown", solo)
    practice.join(solo, "Dr Solo")
    anna = practice.join(client, "Anna")
    say(anna, "Yes, it's just me", "Just reminders", "That's fine", WAY_IN)
    assert anna.labels == ["Dr Solo, whom you see", OUTSIDE, "Not now"]


# --- a wrong-doing: the senior psychologist first, if the client agrees


def test_a_wrong_doing_is_for_the_senior_first_and_the_client_decides(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, WAY_IN, MARIA, "Something happened that wasn't OK", "That's all")
    assert welcomed.anna.last == (
        "For something like this, Dr Lindqvist hears it first here. You decide."
    )
    assert welcomed.anna.labels == ["Dr Lindqvist first", "Only Maria", OUTSIDE, "Don't send"]
    say(welcomed.anna, "Dr Lindqvist first")
    welcomed.anna.sees("This is what Dr Lindqvist will get:")
    say(welcomed.anna, "Send, and Maria may read it if Dr Lindqvist is away")
    named = [each.person_id for each in readers_of(welcomed.practice)]
    assert named == [welcomed.lindqvist_row.id, welcomed.maria_row.id]


def test_whoever_stays_with_the_manager_is_heard_by_the_manager_alone(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, WAY_IN, MARIA, "he put his hand on my leg", "maybe its me", "That's all")
    say(welcomed.anna, "Only Maria", "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.sees("Something for you.")
    assert welcomed.lindqvist.hears() == []
    assert [each.person_id for each in readers_of(welcomed.practice)] == [welcomed.maria_row.id]
    assert case_of(welcomed.practice).kind is Kind.CONDUCT  # later words don't undo it


def test_an_old_only_shows_the_choice_again(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, WAY_IN, MARIA, "Something happened that wasn't OK", "That's all")
    choice = welcomed.anna.sees("You decide.")
    say(welcomed.anna, "Dr Lindqvist first")
    welcomed.anna.taps("Only Maria", bubble=choice)
    welcomed.anna.sees("This is what Dr Lindqvist will get:")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (["I can't be open", "can I have another psychologist"], Kind.RELATIONSHIP),
        (["can I have another psychologist", "I can't be open"], Kind.RELATIONSHIP),
        (["can I have another psychologist", "I can't put it into words"], Kind.CHANGE),
        (["Something happened that wasn't OK", "I can't be open"], Kind.CONDUCT),
        (["I can't be open", "he put his hand on my leg", "I'd like somebody else"], Kind.CONDUCT),
    ],
)
def test_what_kind_it_is_follows_from_what_is_said(
    welcomed: Cast, said: list[str], kind: Kind
) -> None:
    say(welcomed.anna, WAY_IN, MARIA)
    first = welcomed.anna.sees("Tap a sentence that fits")
    for each in said:
        labels = [button.label for row in first.buttons for button in row]
        if each in labels:
            welcomed.anna.taps(each, bubble=first)
        else:
            welcomed.anna.types(each)
    assert case_of(welcomed.practice).kind is kind
