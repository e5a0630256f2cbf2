"""Concerns of Anna's, as far as a test needs them: written, sent, asked about, taken."""

from bot.records import case_entries, cases
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case, CaseReader
from tests.clock import melbourne
from tests.practice import Cast, Practice, Someone

TUESDAY = melbourne("2026-12-01 15:05")
MARIA = "Maria Santos, practice manager"
LINDQVIST = "Dr Lindqvist, senior psychologist"
OKAFOR = "Dr Okafor, whom you see"
OUTSIDE = "Somebody outside"
CONDUCT = "Something happened that wasn't OK"
WORDS = "she looks at the clock and then I stop talking"
IF_AWAY = "Send, and Dr Lindqvist may read it if Maria is away"
ALERT = "Something for you. First look by Wednesday 2 December, 3:00 pm."


def write(cast: Cast, *said: str, to: str = MARIA) -> None:
    """Up to the preview: a known sentence is tapped, anything else typed."""
    cast.anna.taps("Something isn't right")
    if "Something else" in cast.anna.labels:
        cast.anna.taps("Something else")
    cast.anna.taps(to)
    if to == OKAFOR:
        cast.anna.taps("Write to Dr Okafor here")
    for each in said or (WORDS,):
        if each in cast.anna.labels:
            cast.anna.taps(each)
        else:
            cast.anna.types(each)
    cast.anna.taps("That's all")


def send(cast: Cast, *said: str, to: str = MARIA, by: str = "Send") -> None:
    """Sent on Tuesday, 3:05 pm, if it isn't later; nobody else knows for a minute."""
    if cast.practice.hand.now() < TUESDAY:
        cast.practice.wait_until(TUESDAY)
    write(cast, *said, to=to)
    if by not in ("Send", IF_AWAY):
        cast.anna.taps(by)
        by = "Send"
    cast.anna.taps(by)


def alert(cast: Cast, *said: str, to: str = MARIA, by: str = "Send") -> None:
    """Sent, and the minute is over."""
    send(cast, *said, to=to, by=by)
    cast.practice.wait(minutes=1)


def take(cast: Cast, *said: str, to: str = MARIA, by: str = "Send") -> None:
    """Taken on by Maria."""
    alert(cast, *said, to=to, by=by)
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")
    hear(cast)


def answer(cast: Cast, text: str) -> None:
    """Maria opens the newest case and writes to its client."""
    cast.maria.taps("Cases")
    cast.maria.taps(next(label for label in cast.maria.labels if label.startswith("Open C-")))
    cast.maria.taps(next(label for label in cast.maria.labels if label.startswith("Write to")))
    cast.maria.types(text)
    cast.maria.taps("Send")


def close(cast: Cast) -> None:
    cast.maria.taps("Cases")
    cast.maria.taps(next(label for label in cast.maria.labels if label.startswith("Open C-")))
    cast.maria.taps("Close")
    cast.maria.taps("Practical matter, settled")
    cast.maria.taps("Close without a line")


def hear(cast: Cast) -> None:
    """Everybody looks at their telephone."""
    for someone in everybody(cast):
        someone.hears()


def everybody(cast: Cast) -> tuple[Someone, ...]:
    return cast.anna, cast.ben, cast.okafor, cast.maria, cast.lindqvist


def case_of(practice: Practice, case_id: int = 1) -> Case:
    with practice.look() as db:
        case = db.get(Case, case_id)
        assert case is not None
        return case


def entries_of(practice: Practice, case_id: int = 1) -> list[CaseEntry]:
    with practice.look() as db:
        case = db.get(Case, case_id)
        assert case is not None
        return list(case_entries.of_case(db, case))


def readers_of(practice: Practice, case_id: int = 1) -> list[CaseReader]:
    with practice.look() as db:
        case = db.get(Case, case_id)
        assert case is not None
        return list(cases.readers(db, case))
