"""Words from right to left within a sentence of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.quoting import isolated

FSI, PDI = "\u2068", "\u2069"
MARKS = "\u2066\u2067\u2068"


@pytest.mark.parametrize("text", ["", "Go out.", "*a* _b_ <b>", "👩‍🚀", "Łódź\nQué", "12"])
def test_what_turns_nothing_round_is_left_alone(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שלום", f"{FSI}שלום{PDI}"),
        ("سلام\n\nplain", f"{FSI}سلام{PDI}\n\n{FSI}plain{PDI}"),
        ("\u202eabc", f"{FSI}\u202eabc{PDI}"),  # turned round by a mark of its own
        (f"a{PDI}ש", f"{FSI}{FSI}a{PDI}ש{PDI}"),  # would end ours
        ("a\u2067b", f"{FSI}a\u2067b{PDI}{PDI}"),  # would never end
    ],
)
def test_words_from_right_to_left_keep_to_themselves(text: str, shown: str) -> None:
    assert isolated(text) == shown


@given(st.text("a ש\n\u202e\u202c\u2066\u2067\u2068\u2069\u2029١", max_size=40))
def test_whatever_stands_within_every_line_is_even_and_nothing_is_changed(text: str) -> None:
    shown = isolated(text)
    bare = "".join(char for char in shown if char not in MARKS + PDI)
    assert bare == "".join(char for char in text if char not in MARKS + PDI)
    for line in shown.replace("\u2029", "\n").split("\n"):
        depth = 0
        for char in line:
            depth += (char in MARKS) - (char == PDI)
            assert depth >= 0
        assert depth == 0 or shown == text
