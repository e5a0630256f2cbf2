"""Words of danger, both ways."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.triage.danger import is_danger

DANGER = (
    "I want to kill myself",
    "i wanna die",
    "I wish I was dead.",
    "They'd be better off without me",
    "I don't want to be here anymore",
    "I don't want to be here any more",
    "I can’t do this any more",
    "He's going to kill me",
    "I'm not safe at home",
    "my husband hits me when he drinks",
    "I took all my pills an hour ago",
    "I keep thinking about self-harm",
    "thinking of suicide again",
    "I'm going to hurt someone",
    "kms",
    "I'll kms tonight",
    "I can't go on",
    "I cannot go on like this",
    "I can’t go on. Nobody sees it",
    "I can't go on month after month",
    "I can't go on, 3 years of this",
    # no judgement about negation, past or idiom
    "I'm not suicidal, don't worry",
    "he beat me at chess",
)
HARMLESS = (
    "",
    "See you on Tuesday",
    "I'm dying to hear how it went",
    "I killed the plant",
    "the deadline is killing me",
    "I can't come on Thursday",
    "I can't go on Thursday",
    "I can’t go on the 5th: can we move it?",
    "Sorry, I can't go on holiday then, can't go on Tues. either, nor can I go on Wednesdays",
    "I live 30 kms away",
    "30kms",
    "I suicidally",
    "skills",
    "My overdosess",
    "👍",
)


@pytest.mark.parametrize("text", DANGER)
def test_what_shows_help(text: str) -> None:
    assert is_danger(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not(text: str) -> None:
    assert not is_danger(text)


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "‛", "`", "´", "ʼ", "ʹ", "′", "＇", ""])
def test_every_keyboard_s_apostrophe(apostrophe: str) -> None:
    assert is_danger(f"I don{apostrophe}t want to live")


@pytest.mark.parametrize(
    "text",
    [
        "SUICIDE",
        "Suicide!!!",
        "…suicide…",
        "💔suicide💔",
        "*suicide* _suicide_",
        "suïcide",
        "sui\u0301cide",
        "ｓｕｉｃｉｄｅ",
        "𝓼𝓾𝓲𝓬𝓲𝓭𝓮",
        "sui\u200bcide",
        "sui\u00adcide",
        "kill\nmyself",
        "kill   myself",
        "kill-myself",
        "kill, myself",
        "kill 😢 myself",
        "kill\u00a0myself",
        "kill\u200b myself",
    ],
)
def test_case_accents_emoji_and_line_breaks_hide_nothing(text: str) -> None:
    assert is_danger(text)


OUT_OF_CONTEXT = [text for text in DANGER if "go on" not in text and "kms" not in text]


@given(st.text(max_size=60), st.sampled_from(OUT_OF_CONTEXT), st.text(max_size=60))
@example("I ´", "kill myself", "\u0301")
def test_words_of_danger_are_found_whatever_stands_around_them(
    before: str, danger: str, after: str
) -> None:
    assert is_danger(f"{before}\n{danger}\n{after}")


@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    assert is_danger(text) in (True, False)
