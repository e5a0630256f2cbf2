"""Long texts in pieces that Telegram takes."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.splitting import LONGEST, beginning, shortened, split_text


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


@pytest.mark.parametrize(
    ("text", "longest", "lines", "cut"),
    [
        ("one\ntwo", 20, 2, "one\ntwo"),
        ("one\ntwo\nthree", 20, 2, "one\ntwo…"),
        ("one two\nthree", 9, 2, "one two…"),
        ("incomprehensible", 9, 1, "incompre…"),  # a word that is longer than what fits
        ("abc👩‍🚀def", 5, 1, "abc…"),
        ("abce\u0301fgh", 5, 1, "abc…"),
        ("🇦🇺🇳🇿🇫🇷", 4, 1, "🇦🇺…"),
        ("x" + "\u0301" * 50, 10, 1, "x" + "\u0301" * 8 + "…"),  # one letter, longer than all
    ],
)
def test_a_text_is_cut_at_a_word_and_never_within_an_emoji(
    text: str, longest: int, lines: int, cut: str
) -> None:
    assert beginning(text, longest, lines) == cut


PIECES = st.sampled_from(
    [" ", "\n", "word", "e\u0301", "👩‍🚀", "🇦🇺", "ש", "한", "क्षि", "👍🏽", "x"]
)


@given(st.lists(PIECES, max_size=60).map("".join), st.integers(12, 60), st.integers(1, 5))
def test_what_is_cut_is_how_the_text_begins(text: str, longest: int, lines: int) -> None:
    cut = beginning(text, longest, lines)
    assert len(cut) <= longest and cut.count("\n") < lines
    if cut == text:
        return
    kept = cut.removesuffix("…")
    assert text.startswith(kept)
    assert len(kept) in {0, *(found.end() for found in regex.finditer(r"\X", text))}


@given(st.lists(PIECES, max_size=80).map("".join), st.integers(12, 40))
def test_a_long_text_is_never_cut_within_a_character(text: str, longest: int) -> None:
    pieces = split_text(text, longest)
    characters = [each for each in regex.findall(r"\X", text) if each.strip()]
    assert [each for piece in pieces for each in regex.findall(r"\X", piece) if each.strip()] == (
        characters
    )
