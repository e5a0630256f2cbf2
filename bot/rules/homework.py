"""When notes about homework come, when a psychologist sees what was shown, how long a task may be."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.rules.due import UNDO_DELAY, Clocks, local_instant
from bot.rules.working_hours import WorkingHours

USUAL_HOUR = 19
HOURS = (9, 12, 15, 17, 19, 20)  # a client chooses among those that aren't quiet
EVENING = 17
LONGEST_TASK, LONGEST_WHY = 1000, 500  # characters: a task is said in one message
FIRST_WORDS = 60  # characters of a task that stand for it in a list
FURTHEST = timedelta(days=366)
LARGEST_FILE = 20 * 1024 * 1024  # bytes: what a bot may look at itself (Bot API, getFile)
# Files that are run when they are opened: nothing that a psychologist gives somebody to do.
_PROGRAMS = (
    ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".dmg", ".exe", ".hta", ".ipa", ".jar",
    ".js", ".lnk", ".msi", ".pif", ".ps1", ".reg", ".scr", ".sh", ".vbs", ".wsf",
)  # fmt: skip
_DAYS_BEFORE = (2, 1, 0)  # before a session: as DESIGN §5 has it, else the latest that still serves


class Rhythm(enum.Enum):
    """How often homework is asked about: as its psychologist proposes, or its client chose."""

    ONCE = "once"  # before the session
    DAILY = "daily"
    WEEKDAYS = "weekdays"  # Monday to Friday
    WEEKLY = "weekly"


@dataclass(frozen=True)
class NoteRules:
    """The hour at which a client wants notes, on their clocks."""

    hour: int
    clocks: Clocks

    @classmethod
    def of(cls, clocks: Clocks, hour: int | None) -> "NoteRules":
        """For a client with these clocks who chose this hour (None: none yet)."""
        return cls(USUAL_HOUR if hour is None else hour, clocks)

    def on(self, day: date) -> datetime:
        """The hour on this day, or the end of the quiet hours if it is quiet then."""
        return self.clocks.once_not_quiet(local_instant(day, time(self.hour), self.clocks.zone))

    def days_from(self, instant: datetime, days: int) -> datetime:
        """The hour, so many days after (or before) the local day of `instant`."""
        return self.on(instant.astimezone(self.clocks.zone).date() + timedelta(days=days))


class Moment(enum.Enum):
    """What a reminder's instant is called when it is chosen."""

    TWO_DAYS_BEFORE = "two days before"
    DAY_BEFORE = "day before"
    TOMORROW = "tomorrow"
    IN_THREE_DAYS = "in three days"
    IN_A_WEEK = "in a week"


@dataclass(frozen=True)
class Proposal:
    moment: Moment
    at: datetime


def usual_reminder(starts_at: datetime, rules: NoteRules, now: datetime) -> datetime | None:
    """Two days before the session; where that has passed, the latest hour that still serves.

    None if no such hour is left before the session.
    """
    instants = (rules.days_from(starts_at, -days) for days in _DAYS_BEFORE)
    return next((at for at in instants if now + UNDO_DELAY <= at < starts_at), None)


def proposals(starts_at: datetime | None, rules: NoteRules, now: datetime) -> Sequence[Proposal]:
    """The moments that are still possible, the usual one first; no instant twice."""
    wished = [(Moment.TOMORROW, rules.days_from(now, 1))]
    if starts_at is None:
        wished.append((Moment.IN_THREE_DAYS, rules.days_from(now, 3)))
        wished.append((Moment.IN_A_WEEK, rules.days_from(now, 7)))
    else:
        before = (rules.days_from(starts_at, -2), rules.days_from(starts_at, -1))
        wished = [
            (Moment.TWO_DAYS_BEFORE, before[0]),
            (Moment.DAY_BEFORE, before[1]),
            *wished,
        ]
    chosen: dict[datetime, Moment] = {}
    for moment, at in wished:
        if now + UNDO_DELAY <= at and (starts_at is None or at < starts_at):
            chosen.setdefault(at, moment)
    return [Proposal(moment, at) for at, moment in chosen.items()]


def reminder_as_sent(
    wished: datetime, useful_until: datetime | None, rules: NoteRules
) -> datetime | None:
    """When a reminder wished for an instant can come; None if that is no longer of use."""
    latest = useful_until or wished + FURTHEST
    return rules.clocks.after_quiet_hours(wished, latest)


def seen_at(starts_at: datetime | None, hours: WorkingHours, now: datetime) -> datetime:
    """When a psychologist gets what was shown «before we meet».

    At the opening on the day of the session; where the practice isn't open before it on that day,
    at the last opening before it. Without a session, or with no opening left: once somebody is
    there. Never before the three minutes in which it can be taken back.
    """
    soonest = now + UNDO_DELAY
    if starts_at is not None:
        day = starts_at.astimezone(hours.zone).date()
        while (midnight := local_instant(day, time(0), hours.zone)) > now - timedelta(days=1):
            opening = hours.next_opening(midnight)
            if opening is not None and soonest <= opening < starts_at:
                return opening
            if opening is None or opening < soonest:
                break
            day -= timedelta(days=1)
        if hours.is_open(soonest) or (hours.next_opening(soonest) or soonest) >= starts_at:
            return soonest
    return hours.next_opening(soonest) or soonest


def tidy(text: str, longest: int) -> str | None:
    """The words as they were written, without white space around them; None if they can't be kept.

    That is: none at all, too many, or characters that no message can carry.
    """
    kept = text.strip()
    carried = all(char.isprintable() or char in "\n\t" or _joins(char) for char in kept)
    return kept if kept and len(kept) <= longest and carried else None


def first_words(text: str, longest: int = FIRST_WORDS) -> str:
    """What stands for a task in a list: one line, cut after a word with «…»."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1].rstrip()
    whole = cut.rpartition(" ")[0] if line[longest - 1] != " " else cut
    return (whole or cut) + "…"


def is_program(name: str) -> bool:
    """Whether a file of this name is one that runs when it is opened."""
    return name.strip().rstrip(".").lower().endswith(_PROGRAMS)


def _joins(char: str) -> bool:
    """Joiners and direction marks, which emoji and right-to-left words are written with."""
    return char in "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufe0f\u00a0\u202f"
