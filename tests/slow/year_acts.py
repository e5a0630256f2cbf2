"""What happens in the simulated year: hours are booked, moved, cancelled; clients answer, pause, go."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.records import bookings, consents, homework, people
from bot.records.bookings import Booking
from bot.records.consents import Purpose
from bot.records.people import Person, Role, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.rules.homework import NoteRules, usual_reminder
from tests.slow.year_people import (
    Change,
    Changed,
    ClientStory,
    Course,
    HomeworkStory,
    SessionStory,
    make_course,
)
from tests.slow.year_town import Sent, Town

Outage = tuple[datetime, datetime]
_PSYCHOLOGISTS = 12
_FIRST_CHAT = 7_000_000
_MANAGER_CHAT = 6_999_999
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_MOVES_BY = (-_DAY, _DAY, 2 * _DAY, -2 * _HOUR, _HOUR, 3 * _HOUR, 3 * _DAY + 2 * _HOUR)


class Year:
    """All that happens, drawn by chance from one seed."""

    def __init__(
        self,
        town: Town,
        chance: random.Random,
        clients: Sequence[ClientStory],
        outages: Sequence[Outage],
        end: datetime,
    ) -> None:
        self.town = town
        self.chance = chance
        self.clients = {_FIRST_CHAT + number: each for number, each in enumerate(clients)}
        self.outages = outages
        self.begin, self.end = town.hand.now(), end
        town.gateway.heard = self._hear

    # --- the beginning

    def open_practice(self) -> None:
        with self.town.database.transaction() as db:
            manager = people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=self.begin)
            manager.telegram_id, manager.joined_at = _MANAGER_CHAT, self.begin
            psychologists = [
                people.add(db, name=f"Dr Number{n}", roles=[Role.PSYCHOLOGIST], now=self.begin)
                for n in range(_PSYCHOLOGISTS)
            ]
            for number, (chat, client) in enumerate(self.clients.items()):
                theirs = psychologists[number % _PSYCHOLOGISTS]
                row = people.add_client(
                    db, name=client.name, psychologist=theirs, external_id=None, now=self.begin
                )
                client.id, client.chat = row.id, chat
                self._join(row, client)
                purposes = [Purpose.REMINDERS, Purpose.HOMEWORK]
                for purpose in [*purposes, *([Purpose.CHECK_INS] * client.wants_check_ins)]:
                    consents.give(db, row, purpose, "1", self.begin)

    def _join(self, row: Person, client: ClientStory) -> None:
        row.telegram_id, row.joined_at, row.telephone = client.chat, self.begin, Telephone.OWN
        row.time_zone, row.quiet_hours = client.zone.key, client.quiet_setting
        row.lead_times, row.note_hour = client.lead_times, client.note_hour

    def plan(self) -> None:
        """What doesn't depend on anything that comes before it."""
        for client in self.clients.values():
            course = make_course(self.begin, (self.end - self.begin).days, self.chance)
            soonest = max(course.starts_at(0, client.zone) - timedelta(days=6), self.begin)
            latest = course.starts_at(0, client.zone) - _HOUR
            at = self._between(soonest, max(latest, soonest))
            how = self.chance.choice((self._book_all, self._book_each, self._book_each))
            self.town.at(at, _later(how, client, course, 0))
            self._plan_silence(client, course, at)

    def _plan_silence(self, client: ClientStory, course: Course, first_at: datetime) -> None:
        """Some stop for weeks, some pause, some block the bot."""
        drawn = self.chance.random()
        last = course.starts_at(course.count - 1, client.zone)
        at = self._awake(self._between(first_at + _DAY, last))
        weeks = timedelta(days=self.chance.randint(9, 35), minutes=self.chance.randint(0, 600))
        if drawn < 0.05:
            back = self._awake(at + weeks)
            self.town.at(at, _later(self.town.types, client.chat, "STOP"))
            self.town.at(back, _later(self.town.types, client.chat, "START"))
            client.away.append((at, back))
        elif drawn < 0.12:
            days = self.chance.choice((7, 14, 28))
            self.town.at(at, _later(self.town.types, client.chat, "/pause"))
            self.town.at(at + timedelta(seconds=20), _later(self._pause, client, days))
        elif drawn < 0.16:
            back = self._awake(at + weeks)
            is_told = self.chance.random() < 0.5
            self.town.at(at, lambda: self.town.blocks(client.chat, is_told=is_told))
            self.town.at(back, lambda: self.town.blocks(client.chat, opens=True))
            client.away.append((at, back))

    def _pause(self, client: ClientStory, days: int) -> None:
        asked = self._newest(client, f"{days} days")
        if asked is not None:
            data = asked.data_of(f"{days} days")
            assert data is not None, "it was looked for"
            self.town.taps(client.chat, asked.message_id, data)
            now = self.town.hand.now()
            client.pauses.append((now, now + timedelta(days=days)))

    # --- hours

    def _book_all(self, client: ClientStory, course: Course, _number: int) -> None:
        for number in range(course.count):
            self._book(client, course.starts_at(number, client.zone))

    def _book_each(self, client: ClientStory, course: Course, number: int) -> None:
        """The next one is agreed when one is over."""
        starts_at = course.starts_at(number, client.zone)
        if starts_at > self.town.hand.now():
            self._book(client, starts_at)
        if number + 1 < course.count:
            after = starts_at + timedelta(minutes=50 + self.chance.randint(2, 60))
            after = max(after, self.town.hand.now())
            self.town.at(after, _later(self._book_each, client, course, number + 1))

    def _book(self, client: ClientStory, starts_at: datetime) -> None:
        now = self.town.hand.now()
        if starts_at <= now or starts_at >= self.end:
            return
        with self.town.transaction() as db:
            person = people.get(db, client.id)
            row = bookings.book(db, person, Booking(starts_at), self.town.practice, now)
            story = client.sessions[row.id] = SessionStory(row.id, now, starts_at)
        drawn = self.chance.random()
        at = self._between(now + timedelta(minutes=1), starts_at)
        if drawn < 0.07:
            self.town.at(at, _later(self._move, story))
        elif drawn < 0.11:
            self.town.at(at, _later(self._cancel, story))
        if self.chance.random() < 0.4:
            at = starts_at + timedelta(minutes=70)
            self.town.at(at, _later(self._set_homework, client, story))

    def _move(self, story: SessionStory) -> None:
        now = self.town.hand.now()
        if not story.stands(now) or story.starts_at_of(now) <= now:
            return
        first = story.starts_at_of(now)
        self._move_to(story, first + self.chance.choice(_MOVES_BY))
        if self.chance.random() < 0.3:  # within the undo delay: back again, or elsewhere
            to = self.chance.choice((first, first + _DAY, first + 4 * _HOUR))
            at = now + timedelta(seconds=self.chance.randint(10, 170))
            self.town.at(at, _later(self._move_to, story, to))

    def _move_to(self, story: SessionStory, to: datetime) -> None:
        now = self.town.hand.now()
        known = story.starts_at_of(now)
        if not story.stands(now) or known <= now or to == known:
            return
        if not now + timedelta(minutes=10) < to < self.end:
            return
        with self.town.transaction() as db:
            row = db.get(TherapySession, story.id)
            assert row is not None, "it was booked"
            bookings.move(db, row, Booking(to), self.town.practice, now)
        story.changes.append(Changed(now, Change.MOVED, to))

    def _cancel(self, story: SessionStory) -> None:
        now = self.town.hand.now()
        if not story.stands(now) or story.starts_at_of(now) <= now:
            return
        with self.town.transaction() as db:
            row = db.get(TherapySession, story.id)
            assert row is not None, "it was booked"
            bookings.cancel(db, row, now)
        story.changes.append(Changed(now, Change.CANCELLED, story.starts_at_of(now)))

    def _set_homework(self, client: ClientStory, after: SessionStory) -> None:
        """For the next session, as the psychologist's conversation proposes it."""
        now = self.town.hand.now()
        upcoming = client.upcoming(now)
        if not after.stands(now) or not upcoming or self._is_down(now):
            return
        with self.town.transaction() as db:
            person = people.get(db, client.id)
            rules = NoteRules.of(person.clocks(self.town.practice), person.note_hour)
            remind_at = usual_reminder(upcoming[0].starts_at_of(now), rules, now)
            if remind_at is None:
                return
            assert person.psychologist_id is not None
            row = homework.draft(
                db, client=person, psychologist_id=person.psychologist_id, task="A walk.", now=now
            )
            homework.set_it(db, row, remind_at, upcoming[0].id, now)
            client.homework[row.id] = HomeworkStory(row.id, now, upcoming[0])

    # --- answers

    def _hear(self, sent: Sent) -> None:
        """A client's telephone shows something that came by itself; some answer, sooner or later."""
        client = self.clients.get(sent.chat)
        if client is None or not sent.by_itself:
            return
        kind = sent.topic.partition(":")[0]
        answers = {
            "therapy_session": self._answer_session,
            "homework": self._answer_homework,
            "check_in": self._answer_check_in,
        }
        if kind in answers and sent.buttons:
            wait = timedelta(minutes=self.chance.choice((1, 4, 20, 90, 300)), seconds=7)
            at = self._awake(self.town.hand.now() + wait)
            self.town.at(at, _later(answers[kind], client, sent))

    def _answer_session(self, client: ClientStory, sent: Sent) -> None:
        story, now = client.sessions[int(sent.topic.split(":")[1])], self.town.hand.now()
        drawn = self.chance.random()
        if self._is_silent(client, now) or not story.stands(now) or story.starts_at_of(now) <= now:
            return
        if drawn < 0.5 and self._taps(client, sent, "I'll be there"):
            story.confirmed.append((now, True))
            if drawn < 0.03:
                at = now + timedelta(seconds=self.chance.randint(5, 170))
                self.town.at(at, _later(self._undo, client, story))
        elif 0.5 < drawn < 0.54 and self._taps(client, sent, "I can't come"):
            self.town.at(now + timedelta(seconds=30), _later(self._call_off, client, story))

    def _undo(self, client: ClientStory, story: SessionStory) -> None:
        asked, now = self._newest(client, "Undo"), self.town.hand.now()
        if asked is not None and story.is_confirmed(now) and asked.topic.endswith(f":{story.id}"):
            self._taps(client, asked, "Undo")
            story.confirmed.append((now, False))

    def _call_off(self, client: ClientStory, story: SessionStory) -> None:
        asked, now = self._newest(client, "Cancel it"), self.town.hand.now()
        if asked is None or not story.stands(now) or story.starts_at_of(now) <= now:
            return
        if asked.topic.endswith(f":{story.id}") and self._taps(client, asked, "Cancel it"):
            story.changes.append(Changed(now, Change.CALLED_OFF, story.starts_at_of(now)))

    def _answer_homework(self, client: ClientStory, sent: Sent) -> None:
        story, now = client.homework[int(sent.topic.partition(":")[2])], self.town.hand.now()
        label = self.chance.choice(("Done", "Partly", "Not yet", "", ""))
        if label and not self._is_silent(client, now) and self._taps(client, sent, label):
            story.answers.append((now, label))

    def _answer_check_in(self, client: ClientStory, sent: Sent) -> None:
        label = self.chance.choice(("Not today", "Start", "", ""))
        if label and not self._is_silent(client, self.town.hand.now()):
            self._taps(client, sent, label)

    def _taps(self, client: ClientStory, sent: Sent, label: str) -> bool:
        data = sent.data_of(label)
        if data is not None:
            self.town.taps(client.chat, sent.message_id, data)
        return data is not None

    def _newest(self, client: ClientStory, label: str) -> Sent | None:
        recent = self.town.gateway.sent[-300:]
        own = (each for each in reversed(recent) if each.chat == client.chat)
        return next((each for each in own if each.data_of(label)), None)

    # --- instants

    def _is_silent(self, client: ClientStory, now: datetime) -> bool:
        return any(begin <= now < end for begin, end in client.away)

    def _is_down(self, instant: datetime) -> bool:
        return any(begin <= instant < end for begin, end in self.outages)

    def _awake(self, instant: datetime) -> datetime:
        """While the program is away, taps die and words wait: clients act an hour later."""
        ends = [end for begin, end in self.outages if begin - _HOUR <= instant < end]
        return ends[0] + _HOUR if ends else instant

    def _between(self, first: datetime, last: datetime) -> datetime:
        seconds = int((last - first).total_seconds())
        return first + timedelta(seconds=self.chance.randint(0, max(seconds, 0)))


def _later(act: Callable[..., object], *arguments: object) -> Callable[[], None]:
    def acts() -> None:
        act(*arguments)

    return acts
