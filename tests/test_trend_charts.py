"""The picture of a client's check-ins: true to any answers, drawn alike each time, in any words."""

import io
import logging
import struct
import subprocess
import sys
import warnings
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.drawn_words import drawable
from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from bot.texts import TimeWords
from bot.trend_charts import Trend, draw_trend
from conversations.trend_words import LONGEST_CAPTION, Seen, Shown, caption, drawn, fitting
from tests.clock import MELBOURNE, melbourne
from tests.trend_pictures import CHANGED, FIRST, ONE, OTHER_SCRIPTS, REPAIRED, TWENTY, trend_of

WORDS = TimeWords("en", "AU", MELBOURNE)
NOW = melbourne("2027-11-30 10:00")
DRAWN_ELSEWHERE = """
import sys
from bot.trend_charts import Trend, draw_trend
assert "matplotlib" not in sys.modules
picture = draw_trend(Trend.of_file({"trend": sys.argv[1]}))
from matplotlib.font_manager import fontManager
assert len(fontManager.ttflist) == 2, "no other typeface was looked for"
sys.stdout.buffer.write(picture)
"""


def shown(seen: list[Seen], **fields: str) -> Shown:
    texts = {"head": "On {day}.", "head_of_several": "{count} times, {first} to {last}."}
    chosen = {**texts, "foot": "Only you see this.", "session_label": "A time", **fields}
    return Shown(seen=seen, **chosen)  # type: ignore[arg-type]  # the fields are texts


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def dots_of(picture: bytes, colour: tuple[int, int, int]) -> int:
    """How many of its dots have this colour."""
    found = Image.open(io.BytesIO(picture)).getcolors(1 << 20)
    assert found is not None
    return sum(number for number, each in found if each == colour)


# --- any answers

ANSWERS = st.one_of(st.none(), st.integers(0, 10))
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)
SENTENCES = LETTERS.filter(lambda text: bool(text.strip()))
NAMES = ("a", "b", "c", "d", "e")


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    ends = (draw(SENTENCES), draw(SENTENCES))
    return Questionnaire(tuple(Item(name, draw(SENTENCES), "it", *ends) for name in names))


@st.composite
def histories(draw: st.DrawFn) -> list[Seen]:
    asked = draw(st.lists(questionnaires(), min_size=1, max_size=3))
    names = ("Dr Okafor", draw(SENTENCES)[:60])
    seen, at = [], FIRST
    for _check_in in range(draw(st.integers(1, 20))):
        at += timedelta(hours=draw(st.integers(1, 24 * 40)))
        questions, who = draw(st.sampled_from(asked)), draw(st.integers(0, 1))
        answers = {name: draw(ANSWERS) for name in questions.names}
        seen.append(Seen(at, answers, questions, who, names[who]))
    return seen


@settings(max_examples=200, deadline=None)
@given(histories())
def test_the_words_fit_and_say_each_number_truly(history: list[Seen]) -> None:
    seen = fitting(history)
    said = caption(WORDS, shown(seen), NOW)
    assert 0 < len(said) <= LONGEST_CAPTION
    for number, item in enumerate(seen[-1].questionnaire.items, 1):
        given_ones = [value for each in seen if (value := each.answers.get(item.name)) is not None]
        line = next(each for each in said.splitlines() if each.startswith(f"{number}. "))
        if len(given_ones) > 1:
            assert line.endswith(f", lowest {min(given_ones)}, highest {max(given_ones)}")
        if not given_ones:
            assert line.endswith(": not answered")
        elif seen[-1].answers[item.name] is not None:
            assert f": {given_ones[-1]}" in line
    assert said.endswith("Only you see this.")


@settings(max_examples=12, deadline=None)
@given(histories())
def test_any_answers_in_any_words_can_be_drawn(history: list[Seen]) -> None:
    seen = fitting(history)
    trend = drawn(WORDS, shown(seen), [each.at for each in seen], NOW)
    assert Trend.of_file(trend.as_file()) == trend
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        width, height = size(draw_trend(trend))
    assert width == 1080 and 900 < height < 2400


@pytest.mark.parametrize("seen", [ONE, ONE + REPAIRED[1:2], TWENTY, CHANGED, OTHER_SCRIPTS])
def test_one_two_twenty_and_changed_ones_are_drawn_without_a_warning(
    seen: list[Seen], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert size(draw_trend(trend_of(seen)))[0] == 1080
    assert caplog.records == []


# --- what it shows


def test_an_average_that_cannot_be_compared_goes_on_with_no_line() -> None:
    """Beyond a change of questions, or of whom one sees."""
    joined = [Seen(each.at, each.answers, OUR_OWN, 1, "Dr Okafor") for each in REPAIRED[:2]]
    parted = [joined[0], Seen(joined[1].at, joined[1].answers, OUR_OWN, 2, "Dr Lindqvist")]
    ink = (0x11, 0x11, 0x11)
    whole, broken = (draw_trend(trend_of(seen)) for seen in (joined, parted))
    legend = "From here on with Dr Lindqvist"
    assert [change.label for change in trend_of(parted).changes] == [legend]
    assert dots_of(broken, ink) < dots_of(whole, ink) / 2


def test_more_questions_than_eight_leave_the_oldest_check_ins_out() -> None:
    sets = [
        Questionnaire(tuple(Item(f"{first}{n}", f"Asked {first}{n}", "it") for n in range(3)))
        for first in "abcd"
    ]
    seen = [
        Seen(FIRST + timedelta(days=n), dict.fromkeys(each.names, 5), each, 1, "Dr Okafor")
        for n, each in enumerate(sets)
    ]
    assert fitting(seen) == seen[2:]


def test_letters_that_the_typeface_lacks_are_never_boxes() -> None:
    assert drawable("Темп мне подходит 🙂") == "Темп мне подходит"
    assert drawable("👩🏽‍⚕️ listens 1️⃣") == "listens 1\ufe0f"
    assert drawable("我觉得安全") == drawable("🙂") == drawable("มั่นใจ") == ""
    assert trend_of(OTHER_SCRIPTS).lines[4].instead == "5. See the words below"


# --- alike


def test_the_same_answers_are_the_same_bytes_in_another_process_too() -> None:
    trend = trend_of(CHANGED)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", DRAWN_ELSEWHERE, trend.as_file()["trend"]],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert done.stderr == b""
    assert done.stdout == draw_trend(trend) == draw_trend(trend)
