"""One tap from a client's own words to the preview, for the right person and with nothing sent."""

import pytest
from sqlmodel import select

from bot.records import people
from bot.records.kept_words import KeptWords
from bot.records.people import Role
from bot.rules.routing import Kind
from bot.rules.triage.recognition import Scores
from tests.clock import melbourne
from tests.conversations.absent import set_away
from tests.conversations.concerns import (
    LINDQVIST,
    MARIA,
    TUESDAY,
    case_of,
    entries_of,
    readers_of,
)
from tests.conversations.test_concern_about import BEFORE, now_sees, say
from tests.practice import Cast

WORDS = "she never listens to me"
TOUCHED = "he put his hand on my leg"
PERMISSION = (
    "Your times, your fees and how you're treated stay the same. Dr Okafor isn't told unless you "
    "agree. (If somebody may be unsafe, the practice may have to act.)"
)


def test_one_tap_leads_to_the_preview_of_exactly_these_words(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, WORDS)
    assert welcomed.anna.labels[0] == "Tell Maria Santos, practice manager"
    say(welcomed.anna, "Tell Maria Santos, practice manager")
    assert welcomed.anna.last == (
        f"{PERMISSION}\n\nThis is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n«{WORDS}»"
        "\n\nIf Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria."
    )
    welcomed.practice.wait(minutes=10)
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == welcomed.okafor.hears() == []
    say(welcomed.anna, "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    welcomed.maria.sees(f"«{WORDS}»")
    assert case_of(welcomed.practice).kind is Kind.RELATIONSHIP


def test_the_words_are_used_once(welcomed: Cast) -> None:
    say(welcomed.anna, WORDS)
    offer = welcomed.anna.sees("Nobody has read what you wrote.")
    say(welcomed.anna, "Tell Maria Santos, practice manager")
    with welcomed.practice.look() as db:
        assert db.exec(select(KeptWords)).all() == []
    for label in ("Tell Maria Santos, practice manager", "Yes, choose who", "No, leave it"):
        welcomed.anna.taps(label, bubble=offer)
        welcomed.anna.sees("I don't have those words any more.")


def test_change_it_begins_the_words_anew(welcomed: Cast) -> None:
    say(
        welcomed.anna,
        WORDS,
        "Tell Maria Santos, practice manager",
        "Change it",
        "only this",
        "That's all",
    )
    assert "«only this»" in welcomed.anna.last
    assert WORDS not in welcomed.anna.last


def test_a_wrong_doing_is_for_the_senior(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, TOUCHED, "Tell Dr Lindqvist, senior psychologist", "Send")
    assert [each.person_id for each in readers_of(welcomed.practice)] == [welcomed.lindqvist_row.id]
    assert case_of(welcomed.practice).kind is Kind.CONDUCT


def test_whoever_is_away_is_said_to_be(welcomed: Cast) -> None:
    set_away(welcomed, welcomed.maria_row)
    say(welcomed.anna, WORDS)
    welcomed.anna.sees(
        "You see it once more before it goes. Maria is away until Monday 14 December"
    )


def test_where_the_psychologist_is_the_manager_it_is_the_next(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.give_roles(db, welcomed.okafor_row, [Role.MANAGER])
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    say(welcomed.anna, WORDS)
    assert welcomed.anna.labels[0] == "Tell Dr Lindqvist, senior psychologist"


def test_where_nobody_can_hear_there_is_no_one_tap(welcomed: Cast) -> None:
    for someone in (welcomed.maria, welcomed.lindqvist, welcomed.okafor):
        someone.account.blocks_bot()
    welcomed.practice.settle()
    say(welcomed.anna, WORDS)
    assert welcomed.anna.labels == ["Yes, choose who", "No, leave it"]
    say(welcomed.anna, "Yes, choose who")
    welcomed.anna.sees("I can't reach anybody for this here.")


def test_whoever_can_t_be_reached_any_more_keeps_the_words_for_another(welcomed: Cast) -> None:
    say(welcomed.anna, WORDS)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    say(welcomed.anna, "Tell Maria Santos, practice manager")
    assert "You're allowed to say this." in welcomed.anna.last
    say(welcomed.anna, LINDQVIST, "That's all")
    welcomed.anna.sees(f"«{WORDS}»")


def test_after_eight_days_the_words_are_gone(welcomed: Cast) -> None:
    say(welcomed.anna, WORDS)
    welcomed.practice.hand.wait_until(melbourne("2026-12-09 10:00"))
    say(welcomed.anna, "Tell Maria Santos, practice manager")
    welcomed.anna.sees("I don't have those words any more.")


@pytest.mark.parametrize("person", ["ben", "okafor", "maria"])
def test_nobody_else_uses_them(welcomed: Cast, person: str) -> None:
    say(welcomed.anna, WORDS)
    someone = getattr(welcomed, person)
    someone.presses_data(f"1:free_text:tell_one:1:{welcomed.maria_row.id}")
    someone.sees_nothing_of(WORDS)
    say(welcomed.anna, "Tell Maria Santos, practice manager")
    assert [entry.text for entry in entries_of(welcomed.practice)] == [WORDS]


def test_a_client_can_t_send_it_to_another_client_by_a_made_up_button(welcomed: Cast) -> None:
    say(welcomed.anna, WORDS)
    welcomed.anna.presses_data(f"1:free_text:tell_one:1:{welcomed.ben_row.id}")
    welcomed.anna.sees("That person can't be reached here now. Please choose again.")
    welcomed.anna.sees_nothing_of("Ben")


# --- about whom


def test_the_words_may_be_about_the_manager(welcomed: Cast) -> None:
    say(
        welcomed.anna,
        WORDS,
        "Tell Maria Santos, practice manager",
        "It isn't about Dr Okafor",
        MARIA,
    )
    assert welcomed.anna.last == (
        "If it's about Maria, somebody else hears it here. "
        "Your words are kept here. Who should hear it?"
    )
    assert welcomed.anna.labels == [LINDQVIST, "Somebody outside", "Don't send"]
    say(welcomed.anna, LINDQVIST)
    welcomed.anna.sees("From Anna B. · about Maria\n")


def test_whoever_is_named_gets_it_by_no_other_way(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, "Something isn't right", MARIA, "she shouts", "That's all")
    done, preview = welcomed.anna.sees("Got it."), welcomed.anna.sees("This is what Maria")
    welcomed.anna.presses_data(f"1:concern_subject:of:1:{welcomed.maria_row.id}")
    for label, bubble in (("That's all", done), ("Send", preview)):
        welcomed.anna.taps(label, bubble=bubble)
        assert welcomed.anna.last.startswith("If it's about Maria, somebody else hears it here.")
    welcomed.practice.wait(days=1)
    assert "about Maria" not in " ".join(welcomed.maria.hears())
    assert [each.asked_at for each in readers_of(welcomed.practice)] == [None]


def test_the_words_may_be_about_nobody(welcomed: Cast) -> None:
    say(
        welcomed.anna,
        WORDS,
        "Tell Maria Santos, practice manager",
        "It isn't about Dr Okafor",
        "Not about a person",
    )
    welcomed.anna.sees(f"From Anna B.\n«{WORDS}»")


def test_whoever_saw_two_is_asked_before_the_preview(welcomed: Cast) -> None:
    now_sees(welcomed)
    say(welcomed.anna, WORDS, "Tell Maria Santos, practice manager")
    assert welcomed.anna.last.startswith("Your times, your fees and how you're treated stay the")
    assert welcomed.anna.last.endswith(
        "Who is it about? Whoever you name isn't told unless you agree."
    )
    say(welcomed.anna, BEFORE)
    welcomed.anna.sees("From Anna B. · about Dr Okafor\n")


def test_somebody_elses_draft_gets_no_other_subject(welcomed: Cast) -> None:
    say(welcomed.anna, WORDS, "Tell Maria Santos, practice manager")
    for tap in ("ask:1", f"of:1:{welcomed.maria_row.id}"):
        welcomed.ben.presses_data(f"1:concern_subject:{tap}")
        welcomed.ben.sees("That wasn't sent, and I no longer have it.")
    welcomed.anna.presses_data(f"1:concern_subject:of:1:{welcomed.ben_row.id}")
    welcomed.anna.sees_nothing_of("Ben")
    assert case_of(welcomed.practice).about_id == welcomed.okafor_row.id


def test_a_model_that_fails_loses_nobody_s_words(welcomed: Cast) -> None:
    def fails(_text: str) -> Scores:
        raise RuntimeError

    welcomed.practice.app.recogniser.model = fails
    welcomed.anna.types("dr okafor never listens to me")
    welcomed.anna.taps("Tell Maria Santos, practice manager")
    welcomed.anna.sees_nothing_of("Something went wrong here")
    welcomed.anna.sees("«dr okafor never listens to me»")
    welcomed.anna.types("i want to die")
    welcomed.maria.sees("Urgent. Please open now.")
