"""Pictures of numbers: drawn alike each time, anywhere, and loaded only when one is drawn."""

import os
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts import WeeksOfCases, draw_weeks

LABELS = tuple(f"{day} Sep" for day in range(1, 13))
NAMES = ("Sent", "Closed", "Open at week's end")
WEEKS = WeeksOfCases(LABELS, (1, 0, 2, 3) * 3, (0, 1, 1, 0) * 3, (1, 0, 1, 4) * 3, NAMES)
NUMBERS = st.lists(st.integers(0, 500), min_size=12, max_size=12).map(tuple)
DRAWN_ELSEWHERE = """
import sys
from bot.charts import WeeksOfCases, draw_weeks
assert "matplotlib" not in sys.modules
weeks = WeeksOfCases.of_file({"weeks": sys.argv[1]})
sys.stdout.buffer.write(draw_weeks(weeks))
"""


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_it_is_a_picture_three_times_as_wide_as_it_is_shown() -> None:
    assert size(draw_weeks(WEEKS)) == (1080, 720)


@settings(max_examples=5, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_any_numbers_can_be_drawn(
    sent: tuple[int, ...], closed: tuple[int, ...], still_open: tuple[int, ...]
) -> None:
    assert size(draw_weeks(WeeksOfCases(LABELS, sent, closed, still_open, NAMES))) == (1080, 720)


def test_nothing_at_all_can_be_drawn() -> None:
    none = (0,) * 12
    assert size(draw_weeks(WeeksOfCases(LABELS, none, none, none, NAMES))) == (1080, 720)


def test_what_the_outbox_keeps_is_what_was_meant() -> None:
    assert WeeksOfCases.of_file(WEEKS.as_file()) == WEEKS


def test_two_at_once_are_drawn_as_one_alone() -> None:
    alone = draw_weeks(WEEKS)
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(draw_weeks, [WEEKS] * 8)) == {alone}


def test_a_service_without_a_home_draws_the_same_and_complains_of_nothing(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    drawn = subprocess.run(
        [sys.executable, "-W", "error", "-c", DRAWN_ELSEWHERE, WEEKS.as_file()["weeks"]],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
        env={
            **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
            "HOME": "/nonexistent",
            "TMPDIR": str(temporary),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )
    assert drawn.stderr == b""
    assert drawn.stdout == draw_weeks(WEEKS)
    assert list(temporary.iterdir()) == [], "nothing is left lying about"
