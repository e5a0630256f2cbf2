"""Photos, changed messages, old buttons, unknown commands: each gets a true and useful answer."""

import pytest

from bot.records import dialogue
from tests.clock import melbourne
from tests.practice import Cast


def test_photos_voice_stickers_and_documents_are_told_what_can_be_read(welcomed: Cast) -> None:
    account = welcomed.anna.account
    for send in (account.sends_photo, account.sends_voice, account.sends_sticker):
        send()
        welcomed.practice.settle()
        assert welcomed.anna.hears()[0].startswith("I can only read words")
    account.sends_document(b"x", "notes.pdf")
    welcomed.practice.settle()
    assert welcomed.anna.hears()[0].startswith("I can only read words")


def test_whoever_spoke_of_danger_in_a_voice_message_reads_where_help_is(welcomed: Cast) -> None:
    for account in (welcomed.anna.account, welcomed.maria.account):
        account.sends_voice()
        welcomed.practice.settle()
    assert welcomed.anna.last.endswith("In danger, tap «Help now».")
    assert welcomed.maria.last.endswith("I can't take that. Nobody sees it.")


def test_a_photo_in_the_middle_of_a_step_leaves_the_step_waiting(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.account.sends_photo()
    welcomed.practice.settle()
    welcomed.anna.types("friday")
    welcomed.anna.sees("I'm asking Maria: «friday».")


def test_a_changed_message_is_answered_honestly(welcomed: Cast) -> None:
    bubble = welcomed.anna.account.types("helo")
    welcomed.practice.settle()
    welcomed.anna.account.edits(bubble, "hello")
    welcomed.practice.settle()
    welcomed.anna.sees("You changed a message. I only go by how it was first sent.")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1",
        "1:sessions",
        "1:sessions:coming",
        "1:sessions:coming:x",
        "1:sessions:coming:1:2",
        "1:sessions:coming:-1",
        "1:sessions:coming:99999999999999999999",
        "1:sessions:was_removed:1",
        "9:sessions:coming:1",
        "1:schedule:today",
        "1:welcome:own_telephone:1",
        "\N{PILE OF POO}" * 16,
    ],
)
def test_a_button_that_no_longer_means_anything_is_answered(welcomed: Cast, data: str) -> None:
    welcomed.anna.presses_data(data)
    assert welcomed.anna.hears() == [
        "Sorry, that no longer works. Nothing was changed. Please start again from the menu."
    ]
    assert welcomed.anna.account.unanswered_taps == []


def test_a_step_that_an_upgrade_removed_says_sorry(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        dialogue.wait_for(
            db,
            welcomed.anna_row.id,
            conversation="homework",
            step="note",
            data={},
            now=welcomed.practice.hand.now(),
        )
    welcomed.anna.types("these are my words")
    welcomed.anna.sees("Sorry, that no longer works.")


def test_an_unknown_command_is_answered(welcomed: Cast) -> None:
    for text in ("/", "/nothing", "/Nothing@simulated_bot now", "/42"):
        welcomed.anna.types(text)
        assert welcomed.anna.hears() == ["I don't know that command. /help shows what I can do."]


def test_in_a_group_it_says_that_it_works_in_private_and_leaves(welcomed: Cast) -> None:
    group = welcomed.practice.telegram.group("Family", [welcomed.anna.account])
    group.types(welcomed.anna.account, "hello everybody")
    welcomed.practice.settle()
    group.sees("I only work in a private chat with one person.")
    assert welcomed.practice.telegram.calls_of("leaveChat")
