"""Homework: the note, what is open, done, partly, not yet."""

from functools import partial

from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Scene, Start

NOTE = "Your note for this"


def comes(play: Play) -> None:
    """The note comes, she has done it, and takes back what Dr Okafor would see"""
    play.book("2026-12-08 11:00")
    _sets(play, "2026-12-02 19:00")
    play.wait_until("2026-12-02 19:00")
    for label in ("Done", "Yes, before we meet", "Take it back", "Take it back"):
        play.anna.taps(label)


def without_why(play: Play) -> None:
    """In the morning, with no reason given, two weeks before they meet"""
    play.book("2026-12-15 11:00")
    _sets(play, "2026-12-01 09:00", why=None)
    play.wait_until("2026-12-01 09:00")
    with play.offstage():
        play.anna.taps("Partly")
    play.anna.taps("Yes, before we meet")


def last_evening(play: Play) -> None:
    """The day before they meet, when there is no tomorrow to ask again"""
    play.book("2026-12-01 11:00")
    _sets(play, "2026-11-30 16:00")
    with play.offstage():
        play.wait_until("2026-11-30 12:00")
    play.wait_until("2026-11-30 16:00")
    play.anna.taps("Not yet")
    with play.offstage():
        for label in ("Still struggling", "Too hard", "Do a smaller part"):
            play.anna.taps(label)
    play.anna.types("just the first line")


def what_is_open(play: Play) -> None:
    """What is open, and how to stop it"""
    play.anna.types("/homework")
    _sets(play, "2026-11-30 19:00")
    play.note("Dr Okafor sets her homework.")
    play.anna.types("/homework")
    play.anna.taps("Stop this one")
    play.anna.taps("Done")


def made_up(play: Play) -> None:
    """A made-up button with Ben's homework"""
    homework_id = assign(play.practice, play.cast.ben_row, melbourne("2026-12-02 19:00"))
    play.anna.presses_data("taps a made-up button", f"1:homework:done:{homework_id}")


def with_a_file(play: Play) -> None:
    """A sheet goes with it, and she looks at it again"""
    play.book("2026-12-08 11:00")
    for act, words in (
        (play.okafor.taps, "Set homework"),
        (play.okafor.taps, "Anna B."),
        (play.okafor.types, "Fill in the sheet."),
    ):
        with play.offstage():
            act(words)
    sheet = partial(play.okafor.person.sends_document, b"%PDF", "sheet.pdf")
    play.okafor.does("sends a sheet", sheet)
    with play.offstage():
        play.okafor.taps("Skip")
        play.okafor.types("thursday 6pm")
        play.okafor.taps("Set it")
    play.wait_until("2026-12-03 18:00")
    play.anna.types("/homework")


def _sets(play: Play, when: str, **words: str | None) -> int:
    return assign(play.practice, play.cast.anna_row, melbourne(when), **words)  # type: ignore[arg-type]  # task is never None here


def long_one(play: Play) -> None:
    """A task of two pages"""
    task = "Notice when the worry comes, and write down one line about it. " * 80
    _sets(play, "2026-12-02 19:00", task=task.strip(), why="To see when it comes.")
    play.wait_until("2026-12-02 19:00")
    play.anna.taps("Read it all")


# --- answers


def how_it_went(play: Play) -> None:
    """She says how it went before she shows it"""
    play.anna.taps("Done")
    play.anna.taps("Add a few words first")
    play.anna.types("Harder than I thought, but I slept.")
    play.anna.taps("Change my words")
    play.anna.types("x" * 3000)
    play.anna.taps("Skip")
    play.anna.taps("Yes, before we meet")
    play.note("She would rather say it herself:")
    play.anna.taps("Change my words", under="Kept. Only you see it so far.")
    play.anna.taps("Leave my words out")


def part_and_words(play: Play) -> None:
    """The smaller part is done, and she says how it went"""
    with play.offstage():
        for label in ("Still struggling", "Too hard", "Do a smaller part"):
            play.anna.taps(label)
        play.anna.types("just the worry")
        play.anna.taps("Done", under=NOTE)
        play.anna.taps("Add a few words first")
    play.anna.types("One line, and that was enough.")


def keeps_it(play: Play) -> None:
    """Partly, and nobody shall know"""
    play.anna.taps("Partly")
    play.anna.taps("No, keep it to me")
    play.note("On second thoughts:")
    play.anna.taps("Done", under=NOTE)


def not_yet(play: Play) -> None:
    """Not yet, and not on the next day"""
    play.anna.taps("Not yet")
    play.wait_until("2026-12-03 19:00")
    play.anna.taps("Not yet")


def changed(play: Play) -> None:
    """She says yes to what she has changed since"""
    with play.offstage():
        play.anna.taps("Done")
        play.anna.taps("Partly", under=NOTE)
    play.anna.taps("Yes, before we meet", under="«done»")


def taken_back_late(play: Play) -> None:
    """She takes it back when Dr Okafor has been told that there is something"""
    with play.offstage():
        play.anna.taps("Done")
        play.anna.taps("Yes, before we meet")
        play.wait_until("2026-12-08 09:00")
    play.note("Tuesday, 9:00 am:")
    play.anna.taps("Take it back")


SCENE = Scene(
    "Homework",
    (comes, without_why, last_evening, what_is_open, with_a_file, long_one, made_up),
)
ANSWERS = Scene(
    "Homework: what she answers",
    (keeps_it, not_yet, changed, taken_back_late, how_it_went, part_and_words),
    Start.REMINDED,
)
