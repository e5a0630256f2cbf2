"""How often and until when homework from the command line is proposed to come."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.commands.practice import local_words, read_instant
from bot.opening import Refusal
from bot.records.people import Person
from bot.rules.due import local_instant
from bot.rules.homework import NoteRules, Rhythm
from bot.rules.homework_ends import EndFault, fault_of_end
from bot.rules.practice import Practice

_WORDS = {
    Rhythm.DAILY: "every day",
    Rhythm.WEEKDAYS: "Monday to Friday",
    Rhythm.WEEKLY: "once a week",
}


@dataclass(frozen=True)
class Proposed:
    """As it was written; `session_at` is the session that ends what no end was written for."""

    rhythm: Rhythm
    until: str | None
    first_at: datetime
    session_at: datetime | None


def checked_end(
    proposed: Proposed, client: Person, practice: Practice, now: datetime
) -> datetime | None:
    """The end that was written; None for the next session. Refuses what can't be meant."""
    if proposed.rhythm is Rhythm.ONCE:
        if proposed.until is not None:
            raise Refusal("--until goes with --every daily, weekdays or weekly. Nothing was set.")
        return None
    until_at = _read_end(proposed.until, client, practice) if proposed.until is not None else None
    end = until_at or proposed.session_at
    if end is None:
        raise Refusal(
            "No session is booked after the first reminder, so say until when: "
            "--until 2026-12-18. Nothing was set."
        )
    rules = NoteRules.of(client.clocks(practice), client.note_hour)
    fault = fault_of_end(end, proposed.first_at, proposed.rhythm, rules, now)
    if fault is not None:
        what = proposed.until or f"The next session, {local_words(end, practice)},"
        first = local_words(proposed.first_at, practice)
        raise Refusal(_sentence(fault).format(end=what, first=first))
    return until_at


def _read_end(text: str, client: Person, practice: Practice) -> datetime:
    """A day counts to its end, by the client's clocks."""
    try:
        last = date.fromisoformat(text.strip())
        return local_instant(last + timedelta(days=1), time(0), client.clocks(practice).zone)
    except (ValueError, OverflowError):
        return read_instant(text, practice)


def _sentence(fault: EndFault) -> str:
    return {
        EndFault.OVER: "{end} is over. Nothing was set.",
        EndFault.BEFORE_FIRST: "{end} is before the first reminder, {first}. Nothing was set.",
        EndFault.ONLY_ONE: "{end} leaves room for one reminder only, {first}. Say a later --until, "
        "or leave --every out. Nothing was set.",
        EndFault.TOO_FAR: "{end} is more than a year away. Nothing was set.",
    }[fault]


def proposed_words(rhythm: Rhythm, until_at: datetime | None, practice: Practice) -> str:
    end = "the next session" if until_at is None else local_words(until_at, practice)
    return f"With it the client is asked whether {_WORDS[rhythm]} suits, until {end}."
