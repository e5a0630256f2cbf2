"""Words of any length and script, through what the simulated Telegram takes: nothing lost, none refused."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.homework import LONGEST_TASK, tidy
from bot.rules.quoting import isolated
from bot.rules.splitting import LONGEST, split_text
from bot.simulator.methods.formatting import LONGEST_TEXT
from conversations.homework_words import LETTERS, LINES, in_short, is_cut
from tests.conversations.assigned import WEDNESDAY, assign
from tests.practice import Cast

SAMPLES = st.sampled_from(
    ["word ", "*b* ", "_i_", "<b>", "&lt;", "[x](y)", "@anna ", "https://example.org/?a=b ", "\n",
     "\n\n", "\t", "e\u0301", "👩‍🚀", "🇦🇺", "👍🏽", "שלום ", "سلام", "\u202e", "\u2067", "\u2069", "\u200f",
     "한국", "क्षि", "𝔘", "\u3000", "{name}", "%s", "«", "»", "…", "/stop "]
)  # fmt: skip
STRANGE = st.builds(
    lambda parts, times: ("".join(parts) * times)[:LONGEST_TASK],
    st.lists(SAMPLES, min_size=1, max_size=30),
    st.integers(1, 400),
)
kept = partial(tidy, longest=LONGEST_TASK)
TASK = "*b* _i_ <b>x</b> &lt; [x](y) @anna https://example.org שלום سلام \u202eabc\u202c 👩‍🚀🇦🇺 e\u0301\n"


def bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace())


@settings(max_examples=60, deadline=None)
@given(STRANGE)
def test_every_piece_fits_a_message_and_nothing_is_lost(text: str) -> None:
    task = kept(text)
    if task is None:
        return
    pieces = split_text(task)
    assert all(0 < len(piece) <= LONGEST == LONGEST_TEXT for piece in pieces)
    assert bare("".join(pieces)) == bare(task)
    for piece in pieces:  # no half of a character of two units is at its end
        assert piece.encode("utf-16-le").decode("utf-16-le") == piece


@settings(max_examples=60, deadline=None)
@given(STRANGE)
def test_what_stands_among_other_words_is_short_and_begins_as_written(text: str) -> None:
    task = kept(text)
    if task is None:
        return
    short = in_short(task)
    assert short.count("\n") < LINES
    if not is_cut(task):
        assert short == isolated(task)
        return
    plain = "".join(char for char in short if char not in "\u2066\u2067\u2068\u2069")
    whole = "".join(char for char in task if char not in "\u2066\u2067\u2068\u2069")
    assert len(plain) <= LETTERS and whole.startswith(plain.removesuffix("…"))


@pytest.mark.parametrize("task", [TASK * 80, "x" * LONGEST_TASK, "👩‍🚀" * 3333, "e\u0301" * 5000])
def test_ten_thousand_characters_arrive(welcomed: Cast, task: str) -> None:
    text = kept(task[:LONGEST_TASK])
    assert text is not None
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY, task=text, why=None)
    welcomed.practice.wait_until(WEDNESDAY)
    (reminder,) = welcomed.anna.hears()
    assert len(reminder) < 600
    welcomed.anna.taps("Read it all")
    assert bare("".join(welcomed.anna.hears())) == bare(text)
