"""A text as it was meant: what is undone, what is left alone, and that it never grows without end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.triage.misspellings import MEANT
from bot.rules.triage.normalising import LONGEST_GROWTH, normal
from bot.rules.triage.plain_words import plain_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # alphabets
        ("SUICIDE", "suicide"),
        ("suïcide", "suicide"),
        ("sui\u0301cide", "suicide"),
        ("ｓｕｉｃｉｄｅ", "suicide"),
        ("𝓼𝓾𝓲𝓬𝓲𝓭𝓮", "suicide"),
        ("ⓓⓘⓔ 🅳🅸🅴 🄳🄸🄴", "die die die"),
        ("suіcіdе", "suicide"),  # with Cyrillic letters
        ("kιll", "kill"),  # with a Greek one
        ("sui\u200bcide, sui\u00adcide", "suicide, suicide"),
        ("I don’t", "i dont"),
        ("schlägt, Maß", "schlagt, mass"),
        # signs
        ("I have a 🔪", "i have a knife"),
        ("all the 💊", "all the pills"),
        ("I'm dead 😂", "im dead haha"),
        ("I'm dead 💀", "im dead haha"),
        # letters
        ("let me diiiie", "let me die"),
        ("sooo tired, I wanna killll myself", "so tired, i want to kill myself"),
        ("s u i c i d e", "suicide"),
        ("i want to d.i.e", "i want to die"),
        ("d i e", "die"),
        ("k-m-s", "kill myself"),
        ("su!cide", "suicide"),
        ("suic1de", "suicide"),
        ("k1ll myself", "kill myself"),
        ("k!ll myse1f", "kill myself"),
        ("s*icide, s**cide, su*cide", "suicide, suicide, suicide"),
        ("d*e", "die"),
        ("r@ped", "raped"),
        ("sui-cide", "suicide"),
        # spelling
        ("I cant cope rn", "i cant cope right now"),
        ("sucidal, suicidle", "suicidal, suicidal"),
        ("slef harm", "self harm"),
        ("my theripist", "my therapist"),
        ("a new pyschologist tmrw", "a new psychologist tomorrow"),
        ("kms", "kill myself"),
        ("gonna kms tn", "going to kill myself tonight"),
        ("ctb", "catch the bus"),
        ("unalive myself", "kill myself"),
        ("sewerslide", "suicide"),
        ("i OD'd", "i overdosed"),
        ("she od’d", "she overdosed"),
        ("o/d again", "overdosed again"),
        ("urge to sh", "urge to self harm"),
        ("relapsed into s/h", "relapsed into self harm"),
        ("I hurt my self", "i hurt myself"),
    ],
)
def test_what_is_undone(typed: str, meant: str) -> None:
    assert plain_words(normal(typed)) == plain_words(meant)


@pytest.mark.parametrize(
    "text",
    [
        "30 kms",
        "30kms",
        "a few kms this morning",
        "kms away from here",
        "sh!",
        "sh, the baby sleeps",
        "how odd",
        "see you at 10.30, room b",
        "plan a b c",
        "приду завтра",
        "θα έρθω",
        "12 kids, all good",
        "well, i will still call",
        "!!! ??? …",
        "a.m. or p.m.",
        "b4u",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert plain_words(normal(text)) == plain_words(text)


def test_sentences_keep_their_marks() -> None:
    assert normal("Wanna go? No. I can’t!") == "want to go? no. i cant!"


def test_what_is_meant_isn_t_itself_misspelt() -> None:
    assert {meant for meant in MEANT.values() if normal(meant) != meant} == set()


_ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)
_HOSTILE = st.text(st.sampled_from("aAdieklsuıіα*!1.-@ \n'’´\u0301\u200b😂💊ﷺ"), max_size=80)


@given(_ANY_TEXT | _HOSTILE)
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(_ANY_TEXT | _HOSTILE)
def test_no_text_grows_beyond_its_bound(text: str) -> None:
    assert len(normal(text)) <= LONGEST_GROWTH * len(text)


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_can_be_made_normal(text: str) -> None:
    assert isinstance(normal(text), str)
