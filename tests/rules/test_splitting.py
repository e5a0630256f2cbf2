"""Long texts in pieces that Telegram takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.splitting import LONGEST, shortened, split_text


@pytest.mark.parametrize(
    ("text", "longest", "pieces"),
    [
        ("Short.", 10, ["Short."]),
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("  around  ", 10, ["around"]),
        ("exactly 10", 10, ["exactly 10"]),
        ("one two\n\nthree four", 12, ["one two", "three four"]),
        ("one. two\nthree four", 12, ["one. two", "three four"]),
        ("One two. Three four", 12, ["One two.", "Three four"]),
        ("one two three four", 12, ["one two", "three four"]),
        ("abcdefghijklmno", 10, ["abcdefghij", "klmno"]),
        ("a bcdefghijklmno", 10, ["a bcdefghi", "jklmno"]),  # a cut so early would leave scraps
        ("abc", 1, ["a", "b", "c"]),
    ],
)
def test_the_best_place_to_cut(text: str, longest: int, pieces: list[str]) -> None:
    assert split_text(text, longest) == pieces


def test_a_message_of_telegram_s_length_stays_whole() -> None:
    assert len(split_text("x" * LONGEST)) == 1
    assert [len(piece) for piece in split_text("x" * (LONGEST + 1))] == [LONGEST, 1]


@given(
    st.text(st.one_of(st.characters(), st.sampled_from(" \n.\t\u2003😀e\u0301")), max_size=200),
    st.integers(1, 40),
)
def test_nothing_but_white_space_is_lost_and_every_piece_fits(text: str, longest: int) -> None:
    pieces = split_text(text, longest)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= longest for piece in pieces) or pieces == [""]
    assert all(piece == piece.strip() for piece in pieces)


def test_one_line_is_shortened_at_its_end() -> None:
    assert shortened("one\n two", 7) == "one two"
    assert shortened("one two three", 8) == "one two…"
