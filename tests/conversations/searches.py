"""Searches for another psychologist, as far as a test needs them: sent, taken on, changed, closed."""

from sqlmodel import select

from bot.records.people import Role
from bot.records.psychologist_requests import PsychologistRequest
from tests.clock import melbourne
from tests.conversations.concerns import MARIA, TUESDAY, answer, hear
from tests.practice import Cast, Someone

SENTENCE = "I'd like somebody else"
CHOOSE = "Choose another psychologist for Anna"
NEXT = "Tuesday 8 December, 11:00 am"


def hire_patel(cast: Cast) -> Someone:
    """A second psychologist, and a time of Anna's with the first."""
    row = cast.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    someone = cast.practice.join(row, "Dr Patel")
    cast.practice.book(cast.anna_row, melbourne("2026-12-08 11:00"))
    hear(cast)
    someone.hears()
    return someone


def begins(cast: Cast, to: str = MARIA) -> None:
    if cast.practice.hand.now() < TUESDAY:
        cast.practice.wait_until(TUESDAY)
    cast.anna.taps("Something isn't right")
    cast.anna.taps(to)
    if "Write to Dr Okafor here" in cast.anna.labels:
        cast.anna.taps("Write to Dr Okafor here")
    cast.anna.taps(SENTENCE)


def says(cast: Cast, *labels: str) -> None:
    for label in labels:
        cast.anna.taps(label)


def taken(cast: Cast, *, tells: str = "I do", notes: str = "Yes") -> None:
    """Sent, and taken on by Maria, who has answered."""
    begins(cast)
    says(cast, "Nothing special", tells, "Keep it", notes, "Send")
    cast.practice.wait(minutes=1)
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")
    answer(cast, "I'm looking.")
    hear(cast)


def opens(cast: Cast) -> None:
    """Maria looks at the case."""
    cast.maria.taps("Cases")
    cast.maria.taps("Open C-1001")


def changes(cast: Cast, *, told: str = "Change it, and tell Anna") -> None:
    opens(cast)
    cast.maria.taps(CHOOSE)
    for label in ("Dr Patel", "Move to Dr Patel", told):
        cast.maria.taps(label)


def closes(cast: Cast) -> None:
    opens(cast)
    for label in ("Close", "Change of psychologist", "Close without a line"):
        cast.maria.taps(label)


def request_of(cast: Cast) -> PsychologistRequest:
    with cast.practice.look() as db:
        return db.exec(select(PsychologistRequest)).one()
