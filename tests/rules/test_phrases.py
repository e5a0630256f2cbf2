"""The language of the word lists, and that looking only for what can begin at a word misses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.triage import danger, topics
from bot.rules.triage.normalising import normal
from bot.rules.triage.phrase_index import PhraseIndex, beginnings
from bot.rules.triage.phrases import slot, ways, whole_words
from bot.rules.triage.plain_words import plain_words
from tests.rules.danger_examples import FROM_OTHERS, HARMLESS, SELF, TO_OTHERS


@pytest.mark.parametrize(
    ("way", "said", "not_said"),
    [
        ("cant (go on|carry on)", "i cant carry on now", "i cant carry off"),
        ("hurt* me", "she hurts me", "she hurt him"),
        ("(hit|beat)* me", "beating me", "beaten"),
        ("saved up ~ pills", "saved up all of my pills", "saved up and did not take pills"),
        ("saved ~1 pills", "saved the pills", "saved all the pills"),
        ("hit me -(up|back (at|with))", "hit me again", "hit me back with it"),
        ("(so )*tired", "so so tired", "so sore"),
        ("schlägt mich", "schlaegt mich", "schlugt mich"),
        ("schlägt mich", "schlagt mich", "schleicht mich"),
        ("sí|mañana", "manana", "mana"),
    ],
)
def test_what_a_line_means(way: str, said: str, not_said: str) -> None:
    pattern = whole_words(ways(way))
    assert pattern.search(said)
    assert not pattern.search(not_said)


def test_slots_are_lists_with_names() -> None:
    pills = slot("pills|tablets")
    pattern = whole_words(ways("all {MINE}\n\n# a remark", MINE=slot("my {PILLS}", PILLS=pills)))
    assert pattern.search("all my tablets") and not pattern.search("all tablets")


def test_a_bracket_that_stays_open_is_told() -> None:
    with pytest.raises(ValueError, match="open"):
        ways("hit me -(up")


@pytest.mark.parametrize(
    ("way", "begins"),
    [
        ("want", {"want"}),
        ("(?:do|die) it", {"do i", "die "}),
        ("(?:so )?sad", {"so s", "sad"}),
        ("(?<!x)a[bc]d(?! y)", {"abd", "acd"}),
        (r"\d+ kms", {*"0123456789"}),
        (r"\w+ pills", {""}),
        ("a{2}", {"", "a"}),
    ],
)
def test_how_a_way_may_begin(way: str, begins: set[str]) -> None:
    assert beginnings(way) == begins


_TEXTS = [plain_words(normal(text)) for text in (*SELF, *FROM_OTHERS, *TO_OTHERS, *HARMLESS)]


@pytest.mark.parametrize("index", [danger._WAYS, topics._WAYS], ids=["danger", "topics"])
def test_each_way_is_tried_wherever_it_matches(index: PhraseIndex[object]) -> None:
    """Of all our examples, whichever way matches at a word is found through the index there."""
    patterns = [(of, re.compile(rf"(?:{way})\b")) for of, way in index._ways]
    for text in _TEXTS[::9]:
        starts = [each.start() for each in re.finditer(r"(?<!\w)\w", text)]
        wanted = {
            (id(of), start, found[0])
            for start in starts
            for of, pattern in patterns
            if (found := pattern.match(text, start))
        }
        assert {(id(of), at.start(), at[0]) for of, at in index.found_in(text)} == wanted


@given(st.text("abc |()?*[]\\wd~-{}1", max_size=20))
def test_what_isn_t_understood_may_begin_with_anything(way: str) -> None:
    assert beginnings(way)
