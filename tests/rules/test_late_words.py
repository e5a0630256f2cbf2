"""Who says to be late, who answers a reminder, and what only looks like it."""

import time
from pathlib import Path

import pytest

from bot.rules.triage.answer_words import Said, answer_in
from bot.rules.triage.late_words import says_late

_LINES = Path(__file__).with_name("late_examples.txt").read_text("utf-8").splitlines()
_CUT = _LINES.index("")
LATE, NOT_LATE = _LINES[2:_CUT], _LINES[_CUT + 3 :]
NAMES = ["Dr Ada Okafor"]


@pytest.mark.parametrize("words", LATE)
def test_who_says_plainly_to_be_late_is_understood(words: str) -> None:
    assert says_late(words, NAMES) and says_late(words.upper(), NAMES)


@pytest.mark.parametrize("words", NOT_LATE)
def test_what_only_looks_like_being_late_goes_to_nobody(words: str) -> None:
    assert not says_late(words, NAMES)


@pytest.mark.parametrize("words", ["", "🙂", "running 10 minutes late " * 20])
def test_nothing_and_too_much_go_to_nobody(words: str) -> None:
    assert not says_late(words, NAMES)


@pytest.mark.parametrize("words", ["i'm late " * 13, "hi " * 39 + "?", "10 " * 40, "just " * 39])
def test_words_made_to_be_slow_are_judged_at_once(words: str) -> None:
    began = time.process_time()
    says_late(words, NAMES)
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I'll be there", Said.COMING),
        ("yep I'll be there thanks", Said.COMING),
        ("see you then", Said.COMING),
        ("See you on Tuesday", Said.COMING),
        ("can't make it", Said.CANT_COME),
        ("Sorry, can’t make it today. I'm sick", Said.CANT_COME),
        ("cannot come", Said.CANT_COME),
        ("need to cancel", Said.CANT_COME),
        ("Hi, I need to cancel my appointment please", Said.CANT_COME),
        ("i wont be there", Said.CANT_COME),
        ("can we move it?", Said.OTHER_TIME),
        ("can we reschedule my appointment please", Said.OTHER_TIME),
        ("another time", Said.OTHER_TIME),
        ("yes", None),  # to what?
        ("no", None),
        ("see you later", None),
        ("I can't make it through the day", None),
        ("I cant come to terms with it", None),
        ("I'll be there for my son", None),
        ("can we move on", None),
        ("I need to cancel my wedding", None),
        ("I can't do it anymore", None),
        ("I can't do this", None),
        ("I can't come anymore", None),
        ("I want to change", None),
        ("can you change?", None),
        ("I want to move", None),
        ("just another day", None),
        ("can we change the time", Said.OTHER_TIME),
        ("can't do Tuesday", Said.CANT_COME),
        ("cant make my session", Said.CANT_COME),
    ],
)
def test_an_answer_is_understood_where_the_whole_message_is_one(
    words: str, said: Said | None
) -> None:
    assert answer_in(words) is said
