"""Short questions in the practice's own words: how many there are is said right."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.script.play import Play, Scene

MORNING, EVENING = "2026-12-01 11:00", "2026-12-01 19:00"
ASKED = {MORNING: "2026-12-01 14:50", EVENING: "2026-12-02 08:00"}
SENTENCES = (
    "Did you feel heard?",
    "We went at my pace",
    "I could say no",
    "It helped",
    "I want to go on",
)


@contextmanager
def _asked(play: Play, count: int, session_at: str = MORNING) -> Iterator[None]:
    """The practice asks so many questions of its own, and Anna has just been asked."""
    items = "".join(
        f'[[items]]\nname = "n{at}"\nsentence = "{sentence}"\ntopic = "point {at}"\n'
        for at, sentence in enumerate(SENTENCES[:count], 1)
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "questions.toml"
        file.write_text(items, "utf-8")
        with play.offstage():
            play.restart(check_in_questions=str(file))
            play.anna.taps("Settings")
            play.anna.taps("Short questions too")
            play.book(session_at)
            play.wait_until(session_at)
        play.wait_until(ASKED[session_at])
        yield


def _low(play: Play, count: int) -> None:
    with play.offstage():
        for label in ("Start", *["1"] * (count - 1)):
            play.anna.taps(label)
    play.anna.taps("1")


def _skipped(play: Play, count: int) -> None:
    with play.offstage():
        for label in ("Start", *["Skip"] * (count - 1)):
            play.anna.taps(label)
    play.anna.taps("Skip")


def _tells_maria(play: Play) -> None:
    with play.offstage():
        play.anna.taps("Tell somebody else at the practice")
        play.anna.taps("Maria Santos, practice manager")
    play.anna.taps("I don't feel heard")


def two(play: Play) -> None:
    """Two questions, one of them put as a question"""
    with _asked(play, 2):
        play.anna.taps("Start")
        play.anna.taps("3")
        play.anna.taps("8")
        _tells_maria(play)
        with play.offstage():
            play.anna.taps("Add my two answers")
        play.anna.taps("That's all")


def one_of_two(play: Play) -> None:
    """She answers one of two, and tells Maria"""
    with _asked(play, 2):
        with play.offstage():
            for label in ("Start", "1", "Skip"):
                play.anna.taps(label)
        _tells_maria(play)


def two_skipped(play: Play) -> None:
    """She skips both of two"""
    with _asked(play, 2):
        _skipped(play, 2)


def three(play: Play) -> None:
    """Three, and all are low"""
    with _asked(play, 3):
        _low(play, 3)
        _tells_maria(play)


def three_next_day(play: Play) -> None:
    """Three, on the next day"""
    with _asked(play, 3, EVENING):
        _low(play, 3)


def three_skipped(play: Play) -> None:
    """She skips all three"""
    with _asked(play, 3):
        _skipped(play, 3)


def five(play: Play) -> None:
    """Five, and all are low"""
    with _asked(play, 5):
        _low(play, 5)
        _tells_maria(play)


def five_next_day(play: Play) -> None:
    """Five, on the next day"""
    with _asked(play, 5, EVENING):
        _low(play, 5)


def five_skipped(play: Play) -> None:
    """She skips all five"""
    with _asked(play, 5):
        _skipped(play, 5)


SCENE = Scene(
    "Short questions in the practice's own words",
    (
        two,
        one_of_two,
        two_skipped,
        three,
        three_next_day,
        three_skipped,
        five,
        five_next_day,
        five_skipped,
    ),
)
