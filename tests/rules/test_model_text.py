"""What the model reads: signs as words, long texts in pieces that overlap, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.triage.model_text import PIECE_WORDS, as_read, pieces


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I’m  done\n\nnow", "I'm done now"),
        ("I'm dead 😂", "I'm dead face with tears of joy"),
        ("👍🏽 ok", "thumbs up sign ok"),
        ("helllllp", "hellp"),
        ("100000 reasons", "100000 reasons"),
        ("ｈｅｌｐ ﬁne", "help fine"),
        ("half\ud800 a\u200bb", "half ab"),
        ("", ""),
    ],
)
def test_a_text_becomes_one_plain_line(typed: str, read: str) -> None:
    assert as_read(typed) == read


def test_a_long_text_is_cut_so_that_no_sentence_falls_between_two_pieces() -> None:
    words = [f"word{chr(97 + number % 26)}{number}" for number in range(200)]
    cut = [piece.split(" ") for piece in pieces(" ".join(words))]
    assert all(len(piece) <= PIECE_WORDS for piece in cut)
    for start in range(len(words) - 19):
        said = words[start : start + 20]
        assert any(said == piece[at : at + 20] for piece in cut for at in range(len(piece) - 19))


def test_an_ordinary_message_is_one_piece_and_an_empty_one_too() -> None:
    assert pieces("see you on tuesday") == ["see you on tuesday"]
    assert pieces("") == [""]


@given(st.text(max_size=4096))
def test_anything_can_be_read_and_stays_as_it_is_when_read_twice(text: str) -> None:
    read = as_read(text)
    read.encode()  # no half characters are left
    assert as_read(read) == read
    assert 1 <= len(pieces(text)) <= 32
