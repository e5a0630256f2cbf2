"""Photos, voice and endless text in the middle of a concern: no word is lost, and the truth is said."""

import pytest

from tests.conversations.concerns import (
    MARIA,
    OKAFOR,
    TUESDAY,
    WORDS,
    alert,
    entries_of,
    write,
)
from tests.conversations.test_concern_about import say
from tests.practice import Cast

WAY_IN = ("Something isn't right", MARIA)
TRUTH = (
    "I can only read words, so I couldn't take that; it isn't in your message. "
    "Nobody has heard or seen it.\nIn danger, tap «Help now»."
)
UNDER_IT = (
    "I've taken the words below it. The rest I can't read: nobody sees or hears it.\n"
    "In danger, tap «Help now»."
)


def sends(cast: Cast, what: str, caption: str = "") -> None:
    account = cast.anna.account
    match what:
        case "photo":
            account.sends_photo(caption=caption)
        case "voice":
            account.sends_voice(caption=caption)
        case "document":
            account.sends_document(b"x", "notes.pdf", caption=caption)
        case _sticker:
            account.sends_sticker()
    cast.practice.settle()


def texts(cast: Cast) -> list[str]:
    return [entry.text for entry in entries_of(cast.practice)]


@pytest.mark.parametrize("what", ["photo", "voice", "document", "sticker"])
def test_what_can_t_be_read_gets_the_truth_and_the_step_waits(welcomed: Cast, what: str) -> None:
    say(welcomed.anna, *WAY_IN)
    sends(welcomed, what)
    assert (welcomed.anna.last, welcomed.anna.labels) == (TRUTH, ["I'd rather be called"])
    say(welcomed.anna, WORDS)
    sends(welcomed, what)
    assert welcomed.anna.labels == ["That's all", "I'd rather be called"]
    welcomed.anna.types("no")
    assert f"«{WORDS}»" in welcomed.anna.last


@pytest.mark.parametrize("what", ["photo", "voice", "document"])
def test_what_is_written_under_it_is_taken(welcomed: Cast, what: str) -> None:
    say(welcomed.anna, *WAY_IN)
    sends(welcomed, what, "look at this")
    assert welcomed.anna.last == UNDER_IT
    assert texts(welcomed) == ["look at this"]
    say(welcomed.anna, "That's all")
    welcomed.anna.sees("«look at this»")


def test_danger_under_a_picture_gets_help_and_is_not_in_it(welcomed: Cast) -> None:
    say(welcomed.anna, *WAY_IN)
    sends(welcomed, "photo", "i want to die")
    assert welcomed.anna.last.startswith("Please call 000 now")
    sends(welcomed, "photo", "more of it")  # staff have not dealt with it yet
    assert texts(welcomed) == []


def test_of_an_album_the_truth_is_said_once(welcomed: Cast) -> None:
    say(welcomed.anna, *WAY_IN, WORDS)
    welcomed.anna.hears()
    for _number in range(6):
        sends(welcomed, "photo")
    assert welcomed.anna.hears() == [TRUTH]
    welcomed.practice.wait(minutes=2)
    sends(welcomed, "photo")
    assert welcomed.anna.hears() == [TRUTH]


def test_to_the_psychologist_no_call_from_them_is_offered(welcomed: Cast) -> None:
    say(welcomed.anna, "Something isn't right", OKAFOR, "Write to Dr Okafor here")
    sends(welcomed, "voice")
    assert (welcomed.anna.last, welcomed.anna.labels) == (TRUTH, [])


def test_twenty_messages_with_photos_and_voice_lose_no_word(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    say(welcomed.anna, *WAY_IN)
    welcomed.anna.hears()
    said = [f"part {number}." for number in range(20)]
    for number, each in enumerate(said):
        welcomed.anna.types(each)
        if number % 5 == 0:
            sends(welcomed, "photo")
            sends(welcomed, "voice")
    heard = welcomed.anna.hears()
    assert heard.count(TRUTH) == 4
    assert heard[0] == "Got it. Anything more? Write it here, or tap."
    assert heard.count("Got all of it.") == 18
    assert len(heard) == 24
    welcomed.anna.taps("That's all")
    assert "\n".join(f"«{each}»" for each in said) in welcomed.anna.last
    assert texts(welcomed) == said


@pytest.mark.parametrize(
    ("said", "step"),
    [((), "number"), (("0400 000 000",), "when"), (("0400 000 000", "Skip"), "message")],
)
def test_in_the_steps_of_a_call_it_is_the_same(
    welcomed: Cast, said: tuple[str, ...], step: str
) -> None:
    say(welcomed.anna, "Something isn't right", "I'd rather be called", MARIA, *said)
    welcomed.anna.hears()
    sends(welcomed, "voice")
    sends(welcomed, "voice")
    assert welcomed.anna.hears() == [TRUTH]
    sends(welcomed, "photo", "at noon")
    assert "at noon" in texts(welcomed)[0]
    assert step != "message" or "· at noon»" in welcomed.anna.last


def test_four_thousand_characters_are_in_the_preview_whole(welcomed: Cast) -> None:
    welcomed.practice.wait_until(TUESDAY)
    longs = [(word + " ") * 1000 for word in ("äöü", "one", "two")]
    welcomed.anna.hears()
    write(welcomed, *(each.strip() for each in longs))
    shown = [
        text for text in welcomed.anna.hears() if "äöü" in text or "one" in text or "two" in text
    ]
    whole = "".join(shown)
    assert [whole.count(word) for word in ("äöü", "one", "two")] == [1000, 1000, 1000]
    assert all(len(text) <= 4096 for text in shown)
    assert welcomed.anna.labels[0] == "Send"
    bubbles = [each for each in welcomed.anna.account.screen if each.by_bot]
    assert [each.text for each in bubbles if each.buttons][-1] == welcomed.anna.last
    assert not bubbles[-2].buttons
    say(welcomed.anna, "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    assert "".join(welcomed.maria.hears()).count("äöü") == 1000


def test_twenty_messages_and_four_thousand_characters_arrive_whole(welcomed: Cast) -> None:
    long = "äöü " * 1000
    said = [f"part {number}" for number in range(20)]
    alert(welcomed, *said, long.strip())
    welcomed.maria.taps("Open")
    shown = "".join(welcomed.maria.hears())
    assert all(f"«part {number}»" in shown for number in range(20))
    assert shown.count("äöü") == 1000
    assert welcomed.maria.labels[0] == "I'll take it"
