"""Words of danger, both ways; whose danger it is; what a «not», long past times and figures take back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.triage.danger import DangerKind, danger_in, is_danger
from tests.rules.danger_examples import FROM_OTHERS, HARMLESS, SELF, TO_OTHERS


@pytest.mark.parametrize("text", [*SELF, *FROM_OTHERS, *TO_OTHERS])
def test_what_shows_help(text: str) -> None:
    assert is_danger(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (DangerKind.SELF, SELF),
        (DangerKind.FROM_OTHERS, FROM_OTHERS),
        (DangerKind.TO_OTHERS, TO_OTHERS),
    ],
)
def test_whose_danger_it_is(kind: DangerKind, texts: tuple[str, ...]) -> None:
    """One in fifty may be taken for another kind: help is shown all the same."""
    others = [text for text in texts if (found := danger_in(text)) and found.kind is not kind]
    assert len(others) <= len(texts) // 50 + 1, others


def test_the_words_that_decided_are_told_and_nothing_else() -> None:
    found = danger_in("Dr Okafor, on Monday I nearly said it: I want to die. See you")
    assert found is not None and found.words == "intent: want to die"


def test_being_hurt_and_wanting_to_die_are_both_seen() -> None:
    found = danger_in("He hits me. I want to die.")
    assert found is not None and found.kind is DangerKind.SELF and found.from_others
    alone = danger_in("I want to die.")
    assert alone is not None and not alone.from_others


# The same words, taken back or not.
@pytest.mark.parametrize(
    ("danger", "harmless"),
    [
        ("I want to kill myself", "I don't want to kill myself"),
        ("I don't want to live", "I don't want to die"),
        ("I am suicidal", "I am not suicidal"),
        ("I'm suicidal. Not fine.", "I'm not at all suicidal"),
        ("I've never been so suicidal", "I've never been suicidal"),
        ("I can't stop thinking about suicide", "I've stopped thinking about suicide"),
        ("I'm trying not to cut myself", "I would not cut myself"),
        ("I wanted to die last night", "I wanted to die ten years ago"),
        ("When I was sixteen I wanted to die and I still do", "When I was sixteen I wanted to die"),
        ("I am used to him hitting me, he hits me daily", "he used to hit me"),
        ("my brother wants to die", "in the film the brother wants to die"),
        ("my brother killed himself last night", "my brother killed himself in 1999"),
        ("he beat me again", "he beat me at chess"),
        ("I was beaten by a man in the street", "I was beaten by two seconds"),
        ("I want to die at work, every day", "I hurt myself at the gym"),
        ("he hit me at training", "I hit myself at training"),
        ("I accidentally overdosed", "I accidentally cut myself"),
        ("my brother wants to die since the game", "in the game the brother wants to die"),
        ("he hit me", "it hit me"),
        ("kms", "12 kms"),
        ("thinking about suicide", "We saw Suicide Squad"),
        ("I cut myself again", "I cut myself shaving"),
        ("I can't go on", "I can't go on Friday"),
        ("Do I want to die? Yes", "My doctor asked if I'm suicidal, I said no"),
    ],
)
def test_what_takes_words_back(danger: str, harmless: str) -> None:
    assert is_danger(danger)
    assert danger_in(harmless) is None


def test_what_is_taken_back_hides_nothing_beside_it() -> None:
    assert is_danger("I'm not suicidal. I just don't want to wake up tomorrow.")
    assert is_danger("I don't want to die but I have the pills here")
    assert is_danger("When I was sixteen I wanted to die. I want to die.")


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
        "kill. myself",
        "kill 😢 myself",
        "kill\u00a0myself",
        "kill\u200b myself",
    ],
)
def test_case_accents_emoji_and_line_breaks_hide_nothing(text: str) -> None:
    assert is_danger(text)


WITHOUT_CONTEXT = [
    "I want to kill myself",
    "I wish I was dead.",
    "I took all my pills an hour ago",
    "He's going to kill me",
    "I'm going to hurt someone",
    "i cant do this anymore i have the pills here",
]


@given(st.text(max_size=60), st.sampled_from(WITHOUT_CONTEXT), st.text(max_size=60))
@example("I ´", "kill myself", "\u0301")
def test_words_of_danger_are_found_whatever_stands_around_them(
    before: str, danger: str, after: str
) -> None:
    assert is_danger(f"{before}\n{danger}\n{after}")


@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    assert is_danger(text) in (True, False)


@pytest.mark.parametrize(
    "word", ["i ", "took the ", "my ", "not ", "pills and ", "a\n", "want to "]
)
def test_a_flood_of_words_is_judged_and_nothing_is_found_in_it(word: str) -> None:
    assert danger_in(word * (4096 // len(word))) is None
