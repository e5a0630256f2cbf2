"""The sample practice: its people, some weeks behind them, and the days that the tour goes through."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.demo.stage import Stage
from bot.records import (
    audit,
    bookings,
    brought_notes,
    check_ins,
    homework,
    invitations,
    people,
    sharings,
)
from bot.records.bookings import Booking
from bot.records.database import Database
from bot.records.notes import NoteState, OwnNoteKind
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import judge
from bot.rules.check_in_times import is_asked_after
from bot.rules.due import local_instant
from bot.rules.homework import Moment, NoteRules, proposals
from bot.rules.practice import Practice
from bot.rules.questionnaire import OUR_OWN

SETTINGS: Mapping[str, str] = {
    "practice_name": "Riverside (demo)",
    "practice_country": "GB",
    "practice_time_zone": "Europe/London",
    "practice_phone": "020 7946 0018",  # of the numbers that Ofcom keeps for drama, as is 0042
    "practice_hours": "Mon-Fri 9:00-17:00",
    "practice_holidays": "none",  # the tour goes through a week, whenever it is begun
    "reminder_words": "1d: Please ring at the side door.",
    "late_cancellation": "48h: We charge half the fee then. If something has happened, tell us "
    "and we'll look at it.",
    "outside_contact": "Open Door (demo), 020 7946 0042",
    "clinician_title": "psychologist",
    "staff_lock": "off",  # days pass in seconds here
}


@dataclass(frozen=True)
class Player:
    """Somebody with a telephone; `name` is that of the account."""

    name: str
    role: str


ANNA = Player("Anna", "client")
BEN = Player("Ben", "client")
OKAFOR = Player("Dr Okafor", "psychologist")
PATEL = Player("Dr Patel", "psychologist")
MARIA = Player("Maria", "practice manager")
LINDQVIST = Player("Dr Lindqvist", "senior psychologist")
PEOPLE = (ANNA, BEN, OKAFOR, PATEL, MARIA, LINDQVIST)

_SESSION_DAYS = (1, 2, 3, 4)  # Tuesday to Friday: somebody is there on the day before, too
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
# The next session is the 15th: the program asks after the first three and then every third one.
_PAST, _UPCOMING = 14, 2
_TIME_TO_LOOK_AROUND = timedelta(minutes=30)  # before the reminder comes
_ANSWERED_AFTER = timedelta(minutes=7)
_AGREED_TO = "demo"  # stands for the wording above a yes: these were given to none


@dataclass(frozen=True)
class Course:
    """When a client and their psychologist meet, and what there is between them."""

    wall: time
    place: str
    task: str
    why: str
    answers: Sequence[tuple[int, int, int, int]]  # of the past check-ins, the oldest first
    shows_answers: bool = False
    note: str = ""  # to bring, and shown


_ANNAS = Course(
    time(11),
    "Room 2.",
    "Write down one worry, and what you'd say to a friend who had it.",
    "To see how much kinder you are to others.",
    ((9, 9, 9, 9), (9, 8, 9, 9), (8, 9, 9, 8), (8, 8, 8, 8), (8, 8, 7, 7), (7, 8, 8, 6)),
    note="ten quiet minutes at the end, so that I don't leave in a rush",
)
_BENS = Course(
    time(15),
    "Room 4, upstairs.",
    "Go for a walk on two days, ten minutes are enough.",
    "To notice what it does to the evening.",
    ((7, 7, 8, 8), (8, 8, 8, 7), (8, 7, 8, 8), (8, 8, 8, 8), (7, 8, 8, 8), (8, 8, 8, 7)),
    shows_answers=True,
)


@dataclass(frozen=True)
class Sample:
    """A practice that was made. `codes` are those of the invitations, by account name."""

    codes: Mapping[str, str]

    def link(self, name: str, bot_username: str) -> str:
        """What stands on somebody's hand-out."""
        return f"https://t.me/{bot_username}?start={self.codes[name]}"

    async def join(self, stage: Stage) -> None:
        """Everybody but Ben opens their invitation, all at once; Anna goes through the welcome."""
        quick = stage.without_pauses()
        staff = (OKAFOR, PATEL, MARIA, LINDQVIST)
        joining = [
            asyncio.ensure_future(self._welcome_anna(quick)),
            *(
                asyncio.ensure_future(self._opens_invitation(quick, each, "keep this chat locked"))
                for each in staff
            ),
        ]
        try:
            await asyncio.gather(*joining)
        finally:
            for each in joining:
                each.cancel()

    async def _opens_invitation(self, stage: Stage, who: Player, then: str) -> None:
        await stage.types(who.name, f"/start {self.codes[who.name]}", then=then)

    async def _welcome_anna(self, stage: Stage) -> None:
        await self._opens_invitation(stage, ANNA, "Is it safe to write to you")
        for label, then in (
            ("Yes, it's just me", "What would you like?"),
            ("Reminders, and now and then a short question about how it's going", "Your next time"),
            ("That's fine", "One last thing"),
        ):
            await stage.taps(ANNA.name, label, then=then)


def make_sample(database: Database, practice: Practice, now: datetime) -> Sample:
    """Fill an empty database, at whatever instant. Nothing of what lies behind is due."""
    since = now - (_PAST + 2) * _WEEK
    with database.transaction() as db:
        rows = {
            OKAFOR: people.add(db, name="Dr Okafor", roles=[Role.PSYCHOLOGIST], now=since),
            PATEL: people.add(db, name="Dr Patel", roles=[Role.PSYCHOLOGIST], now=since),
            MARIA: people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=since),
            LINDQVIST: people.add(db, name="Dr Lindqvist", roles=[Role.SENIOR], now=since),
        }
        rows[ANNA] = _client(db, "Anna Brown", rows[OKAFOR], since)
        rows[BEN] = _client(db, "Ben Carter", rows[PATEL], since)
        for client, course in ((rows[ANNA], _ANNAS), (rows[BEN], _BENS)):
            _Weeks(db, client, course, practice).fill(now)
        return Sample({who.name: invitations.invite(db, row, now) for who, row in rows.items()})


def _client(db: Session, name: str, psychologist: Person, since: datetime) -> Person:
    return people.add_client(db, name=name, psychologist=psychologist, external_id=None, now=since)


def next_session_day(wall: time, practice: Practice, now: datetime) -> date:
    """The first day from Tuesday to Friday of which the reminder on the day before is to come."""
    day = now.astimezone(practice.zone).date()
    soonest = now + _DAY + _TIME_TO_LOOK_AROUND
    while day.weekday() not in _SESSION_DAYS or local_instant(day, wall, practice.zone) < soonest:
        day += _DAY
    return day


@dataclass(frozen=True)
class _Weeks:
    """One client's weeks, written down as the program itself would have."""

    db: Session
    client: Person
    course: Course
    practice: Practice

    def fill(self, now: datetime) -> None:
        day = next_session_day(self.course.wall, self.practice, now)
        past = [self._past_session(day - weeks * _WEEK) for weeks in range(_PAST, 0, -1)]
        self._answers(past)
        upcoming = [self._book(day + weeks * _WEEK, now) for weeks in range(_UPCOMING)]
        self._homework(past[-1].ends_at, upcoming[0])
        self._shows(past[-1])

    def _book(self, day: date, booked_at: datetime) -> TherapySession:
        starts_at = local_instant(day, self.course.wall, self.practice.zone)
        booking = Booking(starts_at, place=self.course.place, is_known=True)
        return bookings.book(self.db, self.client, booking, self.practice, booked_at)

    def _past_session(self, day: date) -> TherapySession:
        """One of which nothing is due any more."""
        midnight = local_instant(day, time(0), self.practice.zone)
        row = self._book(day, midnight - _WEEK)
        row.remind_at = row.check_in_at = None
        return row

    def _answers(self, past: Sequence[TherapySession]) -> None:
        """The check-ins of those sessions after which the program asks."""
        asked = [row for number, row in enumerate(past, 1) if is_asked_after(number)]
        for session, values in zip(asked, self.course.answers, strict=True):
            asked_at = session.ends_at + self.practice.check_in_delay
            row = check_ins.ask(self.db, session, OUR_OWN, asked_at)
            for item, value in zip(OUR_OWN.names, values, strict=True):
                check_ins.answer(row, item, value)
            judgement = judge(row.answers, check_ins.earlier_than(self.db, row))
            check_ins.settle(row, judgement, asked_at + _ANSWERED_AFTER)

    def _shows(self, last: TherapySession) -> None:
        """What they let their psychologist see, chosen after they last met."""
        reader_id, at = last.psychologist_id, last.ends_at
        if self.course.shows_answers:
            kind = SharedKind.CHECK_INS
            yes = sharings.ask(self.db, self.client, reader_id, kind, _AGREED_TO, at)
            sharings.give(yes, at, None)
        if self.course.note:
            note = brought_notes.begin(self.db, self.client, reader_id, OwnNoteKind.NEED, at)
            brought_notes.write(self.db, note, self.course.note, at, anew=False)
            note.state, note.due_at = NoteState.KEPT, None
            brought_notes.share(self.db, note, _AGREED_TO, at)

    def _homework(self, set_at: datetime, session: TherapySession) -> None:
        """Set when they last met, for the evening before the next time."""
        rules = NoteRules.of(self.client.clocks(self.practice), self.client.note_hour)
        offered = {each.moment: each.at for each in proposals(session.starts_at, rules, set_at)}
        psychologist_id = session.psychologist_id
        row = homework.draft(
            self.db,
            client=self.client,
            psychologist_id=psychologist_id,
            task=self.course.task,
            now=set_at,
        )
        row.why = self.course.why
        homework.set_it(self.db, row, offered[Moment.DAY_BEFORE], session.id, set_at)
        audit.note(self.db, set_at, psychologist_id, "set homework", row)
