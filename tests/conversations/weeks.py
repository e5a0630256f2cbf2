"""Weeks of a client who taps at random, and what was said to them held against what came."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from sqlmodel import Session, col, select

from bot.records import bookings, homework, therapy_sessions
from bot.records.bookings import Booking
from bot.records.homework import Homework
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState
from bot.records.therapy_sessions import Attendance, TherapySession
from bot.rules.due import local_instant
from bot.rules.homework import Rhythm
from bot.rules.homework_ends import end_of_day
from bot.texts import TimeWords
from tests.clock import MELBOURNE
from tests.conversations.rhythms import assign_with
from tests.practice import Cast

TASKS = ("Walk", "Swim", "Sing")
WEEKS = 3
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WORDS = TimeWords("en", "AU", MELBOURNE)
ABOUT = re.compile(r"1:(homework\w*|struggle):(\w+):(\d+)")
PROMISE = re.compile(
    r"(?:I'll ask (?:again|once more,|about it|about that instead,|about this one)|Next time:)"
    r" (today|tomorrow|on \w+ \d+ \w+) at (\d+:\d\d [ap]m)"
)
NEVER = re.compile(r"won't ask|waits until you meet, and I won't")
LIKELY = {
    "Every day": 15, "Monday to Friday": 10, "Once a week": 10, "How often?": 10, "Just once": 1,
    "Just this once": 1, "Stop this one": 0.2, "Leave it until we meet": 0.5, "Just leave it": 0.5,
    "Doesn't feel right": 0.5, "In 2 hours": 5, "This evening": 5, "Tomorrow": 5, "Not yet": 4,
}  # fmt: skip
# What only shows, or is about who sees it.
CHANGES_NOTHING = frozenset(
    {"homework:open", "homework:show", "homework:show_answer", "homework_whole:read"}
)


def instant_of(day: str, clock: str, now: datetime) -> datetime:
    """What «tomorrow at 7:00 pm» means to who reads it now."""
    hour, minute = (int(each) for each in clock.removesuffix(" am").removesuffix(" pm").split(":"))
    wall = time(hour % 12 + 12 * clock.endswith("pm"), minute)
    today = now.astimezone(MELBOURNE).date()
    if day in ("today", "tomorrow"):
        return local_instant(today + timedelta(days=day == "tomorrow"), wall, MELBOURNE)
    later = (local_instant(today + timedelta(days=each), wall, MELBOURNE) for each in range(2, 60))
    return next(at for at in later if WORDS.day(at) == day.removeprefix("on "))


def is_quiet(instant: datetime) -> bool:
    wall = instant.astimezone(MELBOURNE).time()
    return not time(8) <= wall < time(21)


@dataclass
class Weeks:
    """Plays, and notes what is wrong in `faults`."""

    cast: Cast
    chance: random.Random
    promised: dict[str, datetime | None] = field(default_factory=dict)  # None: that none comes
    notes: list[tuple[datetime, tuple[str, ...], bool]] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    ids: dict[int, str] = field(default_factory=dict)
    seen: int = 0
    about: str | None = None
    is_stopped: bool = False

    # --- playing

    def play(self) -> None:
        self._begin()
        end = self.now + timedelta(weeks=WEEKS)
        while self.now < end and not self.faults:
            self._act()
            self._read_on(self.about)
            spans = [5 * MINUTE, HOUR, 3 * HOUR, 7 * HOUR, 11 * HOUR, 24 * HOUR]
            self.cast.practice.wait_until(self.now + self.chance.choice(spans))
            self.about = None
            self._read_on(None)
            self._look_for_broken_promises()

    @property
    def now(self) -> datetime:
        return self.cast.practice.hand.now()

    def _begin(self) -> None:
        for days in self.chance.choice([(), (8,), (5, 12), (3, 10, 17), (30,)]):
            self._book(days)
        with self.cast.practice.look() as db:
            self.seen = max(db.exec(select(OutboxRow.id)).all(), default=0)
        for task in TASKS[: self.chance.choice([1, 1, 2, 3])]:
            hour = self.chance.choice([9, 12, 19, 19, 19, 20])
            day = self.now.astimezone(MELBOURNE).date() + timedelta(days=self.chance.randint(1, 6))
            rhythm = self.chance.choice(list(Rhythm))
            until = end_of_day(self.now + timedelta(days=self.chance.randint(8, 19)), MELBOURNE)
            number = assign_with(
                self.cast,
                local_instant(day, time(hour), MELBOURNE),
                task=task,
                proposed_rhythm=rhythm,
                until_at=until if self.chance.random() < 0.3 else None,
            )
            self.ids[number] = task
            self.story.append(f"set {task} {rhythm} for {day} {hour}")

    def _book(self, days: int) -> None:
        day = self.now.astimezone(MELBOURNE).date() + timedelta(days=days)
        self.cast.practice.book(self.cast.anna_row, local_instant(day, time(11), MELBOURNE))

    def _act(self) -> None:
        roll = self.chance.random()
        if self.is_stopped:
            roll = self.chance.choice([0.86, 0.99])
        if roll < 0.4:
            self._tap()
        elif roll < 0.45:
            self._types("/homework")
        elif roll < 0.5:
            self._types(f"{self.chance.choice(TASKS)} a bit")
        elif 0.85 < roll < 0.87:
            self.is_stopped = not self.is_stopped
            self._types("STOP" if self.is_stopped else "START")
            self.promised.clear()
        elif 0.95 < roll < 0.98:
            self._change_sessions()
            self.promised.clear()

    def _types(self, text: str) -> None:
        self.story.append(f"{self._when()} types {text}")
        self.cast.anna.types(text)

    def _tap(self) -> None:
        """A button under one of the last messages; an older one now and then."""
        bubbles = [each for each in self.cast.anna.account.screen if each.by_bot and each.buttons]
        depth = self.chance.choice([1, 1, 1, 2, 6])
        found = [
            (button.label, button.data, bubble)
            for bubble in bubbles[-depth:]
            for row in bubble.buttons
            for button in row
            if button.data and button.data.startswith(("1:homework", "1:struggle", "1:note_hour"))
        ]
        if not found:
            return
        weights = [LIKELY.get(each[0], 2) for each in found]
        label, data, bubble = self.chance.choices(found, weights)[0]
        self.story.append(f"{self._when()} taps {label} ({data})")
        self.counts["taps"] += 1
        self.cast.anna.taps(label, bubble=bubble)
        if data.startswith("1:note_hour:choose") or data.startswith("1:struggle:at_hour"):
            self.promised.clear()
        match = ABOUT.match(data)
        if match and int(match[3]) in self.ids:
            self.about = self.ids[int(match[3])]
            if f"{match[1]}:{match[2]}" not in CHANGES_NOTHING:
                self.promised.pop(self.about, None)

    def _change_sessions(self) -> None:
        practice, now = self.cast.practice, self.now
        what = self.chance.choice(["book", "move", "cancel", "missed"])
        self.story.append(f"{self._when()} {what}")
        if what == "book":
            return self._book(self.chance.randint(2, 9))
        with practice.database.transaction() as db:
            rows = (
                self._begun(db)
                if what == "missed"
                else therapy_sessions.upcoming(db, self.cast.anna_row, now)
            )
            if not rows:
                return
            row = rows[0]
            if what == "missed":
                row.attendance = Attendance.MISSED
            elif what == "cancel":
                bookings.cancel(db, row, now)
            else:
                at = row.starts_at + self.chance.choice([-DAY, DAY, 3 * DAY])
                if at > now:
                    bookings.move(db, row, Booking(at), practice.settings.practice(), now)

    def _begun(self, db: Session) -> list[TherapySession]:
        return list(
            db.exec(
                select(TherapySession)
                .where(TherapySession.starts_at <= self.now)
                .order_by(col(TherapySession.starts_at).desc())
            )
        )

    # --- holding what came against what was said

    def _read_on(self, about: str | None) -> None:
        with self.cast.practice.look() as db:
            rows = db.exec(
                select(OutboxRow)
                .where(
                    OutboxRow.id > self.seen,
                    OutboxRow.person_id == self.cast.anna_row.id,
                    OutboxRow.kind == OutboxKind.MESSAGE,
                )
                .order_by(col(OutboxRow.id))
            ).all()
            for row in rows:
                self.seen = max(self.seen, row.id)
                self._read(db, row, about)

    def _read(self, db: Session, row: OutboxRow, about: str | None) -> None:
        text = row.body.text
        task = about
        if row.topic and row.topic.startswith("homework:"):
            task = self.ids[int(row.topic.split(":")[1])]
        self.story.append(f"    {self._when(row.created_at)} {task}: {text!r}")
        if text.startswith("Your note for"):
            return self._note(db, row, text)
        promise = PROMISE.search(text)
        if promise and task:
            self.counts["promises"] += 1
            self.promised[task] = instant_of(promise[1], promise[2], row.created_at)
        elif task and NEVER.search(text) and "unless" not in text:
            self.counts["that none comes"] += 1
            self.promised[task] = None

    def _note(self, db: Session, row: OutboxRow, text: str) -> None:
        at = row.created_at
        tasks = tuple(each for each in TASKS if each in text and each in self.ids.values())
        if row.state is not OutboxState.SENT:
            self._fault(f"not sent: {text!r} {row.state}")
        if is_quiet(at):
            self._fault(f"in quiet hours: {text!r}")
        if self.is_stopped:
            self._fault(f"after STOP: {text!r}")
        today = at.astimezone(MELBOURNE).date()
        for task in tasks:
            self._end_holds(db, task, at)
            was_promised = self.promised.get(task, at)
            on_time = was_promised is not None and timedelta(0) <= at - was_promised < MINUTE
            brought_along = (
                was_promised is not None
                and len(tasks) > 1
                and was_promised.astimezone(MELBOURNE).date() == today
            )
            self.counts["brought along"] += brought_along and not on_time
            if not (on_time or brought_along):
                self._fault(f"{task}: promised {was_promised}, came {at}")
            again = [each for each in self.notes if task in each[1] and self._day(each[0]) == today]
            if again and task not in self.promised:
                self._fault(f"{task} twice on {today}")
            self.promised.pop(task, None)
        self.notes.append((at, tasks, row.is_unasked))
        self.counts["notes"] += 1
        unasked = [each[0] for each in self.notes if each[2]]
        if sum(self._day(each) == today for each in unasked) > 1 and row.is_unasked:
            self._fault(f"two unasked on {today}")
        if sum(at - each < 7 * DAY for each in unasked) > 3:
            self._fault(f"four unasked in the week before {at}")

    def _end_holds(self, db: Session, task: str, at: datetime) -> None:
        number = next(number for number, each in self.ids.items() if each == task)
        row = db.get_one(Homework, number)
        until = homework.useful_until(db, row, at)
        if until is not None and at >= until:
            self._fault(f"{task} after its end {until}: {at}")

    def _look_for_broken_promises(self) -> None:
        for task, at in self.promised.items():
            if at is not None and at < self.now - 2 * MINUTE and not self.is_stopped:
                self._fault(f"{task}: promised {at}, nothing came by {self.now}")

    def _day(self, instant: datetime) -> object:
        return instant.astimezone(MELBOURNE).date()

    def _when(self, at: datetime | None = None) -> str:
        return (at or self.now).astimezone(MELBOURNE).strftime("%a %d %H:%M")

    def _fault(self, text: str) -> None:
        self.faults.append("\n".join([*self.story[-60:], text]))
