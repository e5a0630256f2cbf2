"""What comes with a picture, a voice message, a poll or a change: its words count, the rest is not kept."""

from typing import Any

import pytest

from bot.telegram_updates import parse, texts_of
from tests.clock import melbourne
from tests.conversations import concerns
from tests.practice import Cast

READ = "I can only read words: I've kept nothing of the rest, and nobody sees it. About your words:"
GUESS = "It sounds as if something isn't right with the person you see."
SAID = "she never listens to me"


def sends(cast: Cast, caption: str) -> list[str]:
    cast.anna.account.sends_photo(caption=caption)
    cast.practice.settle()
    return cast.anna.hears()


def test_a_caption_is_looked_at_like_a_text(welcomed: Cast) -> None:
    read, offer = sends(welcomed, SAID)
    assert read == READ and offer.startswith(GUESS)
    welcomed.anna.taps("Yes, choose who")
    welcomed.anna.sees("You're allowed to say this.")


@pytest.mark.parametrize(
    ("caption", "answer"),
    [
        ("can i move my appt", "Nobody at the practice has read that."),
        ("the cat", "I'm a program and can't answer that."),
        ("/help", "I'm a program. I remind you of your times"),
        ("My times", "No times are booked for you here."),
    ],
)
def test_it_goes_where_it_would_go(welcomed: Cast, caption: str, answer: str) -> None:
    read, text = sends(welcomed, caption)
    assert read == READ and text.startswith(answer)


def test_it_answers_the_step_that_waits(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.hears()
    read, text = sends(welcomed, "friday")
    assert read == READ and "«friday»" in text


def test_danger_in_it_goes_before_everything(welcomed: Cast) -> None:
    [text] = sends(welcomed, "I want to die")
    assert text.startswith("Please call 000 now")


def test_in_a_concern_it_is_taken_as_before(welcomed: Cast) -> None:
    for each in ("Something isn't right", concerns.MARIA):
        welcomed.anna.taps(each)
    welcomed.anna.hears()
    [text] = sends(welcomed, SAID)
    assert text.startswith("I've taken the words below it.")


def test_without_words_it_is_told_what_can_be_read(welcomed: Cast) -> None:
    [text] = sends(welcomed, "")
    assert text.startswith("I can only read words, so I can't take that.")


def test_a_concern_in_a_changed_message_is_not_lost(welcomed: Cast) -> None:
    bubble = welcomed.anna.account.types("hello")
    welcomed.practice.settle()
    welcomed.anna.hears()
    welcomed.anna.account.edits(bubble, SAID)
    welcomed.practice.settle()
    [text] = welcomed.anna.hears()
    assert text.startswith(
        "You changed a message. For anything else I go by how it was first sent.\n" + GUESS
    )
    assert "Nobody has read what you changed it to." in text
    welcomed.anna.taps("Tell Maria Santos, practice manager")
    welcomed.anna.sees(f"«{SAID}»")


def test_staff_s_changes_are_not_looked_into(welcomed: Cast) -> None:
    bubble = welcomed.maria.account.types("hello")
    welcomed.practice.settle()
    welcomed.maria.hears()
    welcomed.maria.account.edits(bubble, SAID)
    welcomed.practice.settle()
    [text] = welcomed.maria.hears()
    assert text.startswith("You changed a message. I only go by how it was first sent.")


# --- kinds that the simulated telephone can't send, as Telegram describes them

_CHAT = {"id": 7, "type": "private", "first_name": "Anna"}
KINDS: list[dict[str, Any]] = [
    {"location": {"latitude": 1.0, "longitude": 2.0}},
    {"venue": {"location": {"latitude": 1.0, "longitude": 2.0}, "title": "t", "address": "a"}},
    {"contact": {"phone_number": "1", "first_name": "Bob"}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"video_note": {"file_id": "f", "file_unique_id": "u", "length": 1, "duration": 1}},
]


def _update(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    message = {"message_id": 1, "date": 1, "chat": _CHAT, **content}
    return {"update_id": 1, kind: message}


@pytest.mark.parametrize("content", KINDS, ids=lambda each: next(iter(each)))
def test_what_has_no_words_is_something_else(content: dict[str, Any]) -> None:
    incoming = parse(_update("message", content))
    assert (incoming.kind.value, incoming.text) == ("other", "")


def test_what_a_poll_asks_are_words() -> None:
    option = {"text": "yes", "voter_count": 0, "persistent_id": "1"}
    poll = {
        "id": "1", "question": "should I go on living", "options": [option, option],
        "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
        "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    }  # fmt: skip
    update = _update("message", {"poll": poll})
    assert texts_of(update) == ["should I go on living"] == [parse(update).text]
    assert texts_of(_update("message", {"poll": "broken"})) == []


def test_where_somebody_is_changes_by_itself_and_is_no_message() -> None:
    assert parse(_update("edited_message", KINDS[0])).kind.value == "nothing"
