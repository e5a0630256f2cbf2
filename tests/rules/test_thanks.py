"""Words that say thank you and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.triage.thanks import is_only_thanks


@pytest.mark.parametrize(
    "text",
    [
        "thank you",
        "Thanks!",
        "THANK YOU SO MUCH 🙏",
        "ok thanks",
        "Thank you for your help.",
        "thx",
        "Thanks a lot for the reply",
        "cheers",
        "thank you for all your help",
    ],
)
def test_thanks_alone(text: str) -> None:
    assert is_only_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "👍",
        "thank you but it isn't sorted",
        "thanks for nothing",
        "no thanks",
        "no thank you",
        "Thanks. Can you call me?",
        "yes, thank you",  # an answer to what was asked
        "help, thank you",
        "thanks, please help",
        "thank you. she still looks at the clock",
        "thank you not really",
        "thankless",
        "thanks " * 13,
    ],
)
def test_more_than_thanks(text: str) -> None:
    assert not is_only_thanks(text)


@given(st.text(), st.sampled_from(["why", "no", "not", "but", "worse", "help me", "call"]))
def test_a_word_that_wants_something_is_never_only_thanks(text: str, word: str) -> None:
    assert not is_only_thanks(f"thanks {word} {text}")
