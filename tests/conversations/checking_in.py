"""Check-ins of Anna's, as far as a test needs them: the practice's questions, asked, answered."""

from pathlib import Path

from sqlmodel import col, select

from bot.records.check_ins import CheckIn
from tests.clock import melbourne
from tests.practice import Cast, Someone

FIRST_DAY = "2026-12-01"
THANKS = "Thank you.\n\nOne question, asked once: would you like Dr Okafor to see your numbers"


def use_questions(cast: Cast, file: Path, text: str) -> None:
    """The practice writes these into its file, and starts the program anew."""
    file.write_text(text, "utf-8")
    cast.practice.settings.check_in_questions = str(file)
    cast.practice.start()


def numbered(count: int) -> str:
    """A file with so many questions: «Sentence 1» about «thing 1» …"""
    return "".join(
        f'[[items]]\nname = "n{at}"\nsentence = "Sentence {at}"\ntopic = "thing {at}"\n'
        for at in range(1, count + 1)
    )


def ask(cast: Cast, day: str = FIRST_DAY) -> None:
    """Anna's session of this day is over, and she has been asked about it."""
    cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))
    cast.practice.wait_until(melbourne(f"{day} 14:50"))
    for someone in (cast.okafor, cast.maria, cast.anna):
        someone.hears()


def begin(cast: Cast, day: str = FIRST_DAY) -> None:
    ask(cast, day)
    cast.anna.taps("Start")


def answers(someone: Someone, *labels: int | str) -> None:
    for label in labels:
        someone.taps(str(label))


def check_ins_of(cast: Cast) -> list[CheckIn]:
    """In the order in which they were asked."""
    with cast.practice.look() as db:
        return list(db.exec(select(CheckIn).order_by(col(CheckIn.id))))
