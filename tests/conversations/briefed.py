"""Anna has met Dr Okafor, was asked how it felt, and meets him again; what she lets him see of it."""

from bot.records import sharings, unsharing
from bot.records.people import Person
from bot.records.sharings import SharedKind
from tests.clock import melbourne
from tests.practice import Cast

FIRST, SECOND = melbourne("2026-12-01 11:00"), melbourne("2026-12-08 11:00")
NEXT = melbourne("2026-12-15 11:00")
HOUR_BEFORE = melbourne("2026-12-15 10:00")
BARE = "Something to read before a meeting."
ONLY = "Only when I ask"
GONE = "I can't find that any more."
HEAD = "Anna Brown · today, 11:00 am · no answer yet"
CHECK_IN = (
    "Check-in about Tuesday 8 December:\n"
    "I felt heard and respected: 4 of 10\n"
    "We worked on what matters to me: 7 of 10\n"
    "I could be open about what's on my mind: 3 of 10"
)
BESIDE_THE_FIRST = (
    "Check-in about Tuesday 8 December:\n"
    "I felt heard and respected: 4 of 10 (was 8)\n"
    "We worked on what matters to me: 7 of 10 (was 9)\n"
    "I could be open about what's on my mind: 3 of 10"
)


def met_twice(cast: Cast) -> Cast:
    """Anna answers both times: 8 9 7 and nothing, then 4 7, nothing, and 3; they meet on the 15th."""
    for starts_at, answers in ((FIRST, "8 9 7 Skip"), (SECOND, "4 7 Skip 3")):
        cast.practice.book(cast.anna_row, starts_at)
        cast.practice.wait_until(starts_at)
        cast.practice.wait(hours=4)
        answer(cast, answers)
    cast.session_id = cast.practice.book(cast.anna_row, NEXT)
    return hushed(cast)


def answer(cast: Cast, answers: str) -> None:
    cast.anna.taps("Start")
    for label in answers.split():
        cast.anna.taps(label)


def hushed(cast: Cast) -> Cast:
    """Everybody looks at their telephone."""
    for someone, _row in cast.everybody():
        someone.hears()
    return cast


def lets_see(cast: Cast, kind: SharedKind = SharedKind.CHECK_INS, **fields: object) -> None:
    """Anna's yes to this kind, whatever she said before: to all of it."""
    client: Person = cast.anna_row
    now = cast.practice.hand.now()
    with cast.practice.database.transaction() as db:
        row = sharings.ask(db, client, cast.okafor_row.id, kind, "1", now)
        sharings.give(row, now, None)


def no_longer(cast: Cast, kind: SharedKind = SharedKind.CHECK_INS) -> None:
    with cast.practice.database.transaction() as db:
        unsharing.end(db, cast.anna_row.id, kind, cast.practice.hand.now())
