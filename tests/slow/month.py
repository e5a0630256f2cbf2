"""A month of concerns in a practice whose staff do as people do, from the command line, printed as counts.

`python -m tests.slow.month --database postgresql --cases 200 --seed 7` plays it in process, with the real program and
a simulated Telegram: clients write, add, take back, let others read; staff open, take, put off, go away, block the bot,
answer, close or do nothing.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import click
from sqlmodel import col, select

from bot.records import encryption, schema
from bot.records.cases import OPEN_STATES, Case
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.people import Person, Role
from tests.practice import JUST_REMINDERS, KEY, MONDAY, Practice, Someone, new_world
from tests.slow.databases import fresh_database
from tests.slow.month_counts import Counted, count, nobody_heard
from tests.slow.month_people import act_as_client, act_as_staff, marker, raise_concern

DAYS = 30
AFTER = timedelta(days=25)  # until what was begun has come to an end
_CLIENTS_EACH = 6
_STAFF: dict[str, tuple[Role, ...]] = {
    "Maria Santos": (Role.MANAGER,),
    "Tom Ross": (Role.MANAGER, Role.PSYCHOLOGIST),
    "Dr Lindqvist": (Role.SENIOR,),
    "Dr Berg": (Role.SENIOR, Role.PSYCHOLOGIST),
    "Dr Okafor": (Role.PSYCHOLOGIST,),
    "Dr Patel": (Role.PSYCHOLOGIST,),
}


@dataclass
class Month:
    """One practice, and everything that happens in it, drawn by chance from one seed."""

    practice: Practice
    chance: random.Random
    staff: list[tuple[Someone, Person]] = field(default_factory=list)
    clients: list[tuple[Someone, Person]] = field(default_factory=list)
    past_their_time: set[int] = field(default_factory=set)
    wrote: dict[str, int] = field(default_factory=dict)  # words, and in whose chat
    unheard: list[str] = field(default_factory=list)
    looks: int = 0
    _due: dict[int, datetime] = field(default_factory=dict)  # of the open cases, as last seen

    def open_practice(self) -> None:
        for name, roles in _STAFF.items():
            row = self.practice.add_staff(name, *roles)
            self.staff.append((self.practice.join(row, name), row))
        psychologists = [row for (_someone, row), roles in self._with_roles() if _treats(roles)]
        for number in range(_CLIENTS_EACH * len(psychologists)):
            row = self.practice.add_client(
                f"Client{number} Smith", psychologists[number % len(psychologists)]
            )
            someone = self.practice.join(row, f"Client{number}")
            for label in ("Yes, it's just me", JUST_REMINDERS, "That's fine"):
                someone.taps(label)
            self.clients.append((someone, row))

    def _with_roles(self) -> Iterator[tuple[tuple[Someone, Person], tuple[Role, ...]]]:
        return zip(self.staff, _STAFF.values(), strict=True)

    def play(self, wanted: int) -> None:
        """Every act at its instant; after each, no open case may be past its time."""
        for at, act in sorted(self._acts(wanted), key=lambda each: each[0]):
            self.practice.wait_until(max(at, self.practice.hand.now()))
            self._hear()
            act()
            self._look()
        self.practice.wait_until(self.practice.hand.now() + AFTER)
        self._look()

    def _acts(self, wanted: int) -> Iterator[tuple[datetime, Callable[[], None]]]:
        for number in range(wanted):
            someone, _row = self.chance.choice(self.clients)
            self.wrote[marker(number)] = someone.account.id
            yield self._some_time(), self._raiser(someone, number)
        for someone, row in self.clients:
            for _ in range(DAYS // 3):
                yield self._some_time(), self._client_acts(someone, row)
        for someone, row in self.staff:
            for day in range(DAYS + AFTER.days // 2):
                hour = self.chance.uniform(0, 9)  # from 9 am on; looks in the evening too
                at = MONDAY + timedelta(days=day, hours=hour - 1)
                yield at, self._staff_acts(someone, row)

    def _some_time(self) -> datetime:
        return MONDAY + timedelta(days=self.chance.uniform(0, DAYS))

    def _raiser(self, someone: Someone, number: int) -> Callable[[], None]:
        return lambda: raise_concern(someone, number, self.chance)

    def _client_acts(self, someone: Someone, row: Person) -> Callable[[], None]:
        return lambda: act_as_client(self.practice, someone, row.id, self.chance)

    def _staff_acts(self, someone: Someone, row: Person) -> Callable[[], None]:
        return lambda: act_as_staff(self.practice, someone, row.id, self.chance)

    def _look(self) -> None:
        self.looks += 1
        now = self.practice.hand.now()
        with self.practice.look() as db:
            open_cases = db.exec(select(Case).where(col(Case.state).in_(OPEN_STATES))).all()
            self._due = {case.id: case.due_at for case in open_cases if case.due_at is not None}
            late = (each.id for each in open_cases if each.due_at is None or each.due_at <= now)
            self.past_their_time |= set(late)

    def _hear(self) -> None:
        """Time has passed and nobody has done anything: whose time came must have been heard of."""
        now = self.practice.hand.now()
        with self.practice.look() as db:
            self.unheard += [
                f"case {case_id}, {due_at}"
                for case_id, due_at in self._due.items()
                if due_at <= now and nobody_heard(db, case_id, due_at)
            ]


def _treats(roles: tuple[Role, ...]) -> bool:
    return Role.PSYCHOLOGIST in roles


def play(url: str, wanted: int, seed: int) -> Counted:
    """A month of so many concerns in a fresh database at this address."""
    encryption.use_keyring(Keyring.parse(KEY))
    world = new_world()
    operator = world[1].person("Operator")
    with closing(Database(url)) as database:
        schema.upgrade(database)
    with closing(Practice(url, world, operator_chat=operator.id)) as practice:
        operator.types("/start")
        month = Month(practice, random.Random(seed))
        month.open_practice()
        month.play(wanted)
        counted = count(practice, month.wrote)
        counted.past_their_time, counted.looks = len(month.past_their_time), month.looks
        counted.unheard = month.unheard
        return counted


@click.command()
@click.option(
    "--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True
)
@click.option("--cases", "wanted", default=200, show_default=True, type=click.IntRange(1, 5000))
@click.option("--seed", type=int, help="Repeats an earlier month.")
def main(database: str, wanted: int, seed: int | None) -> None:
    """Play a month and print what was counted."""
    seed = random.randrange(10**6) if seed is None else seed
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name, fresh_database(database, Path(name)) as url:
        counted = play(url, wanted, seed)
    print(f"{database}, {wanted} concerns in {DAYS} days, seed {seed}")
    print(counted)
    for fault in counted.faults:
        print(f"  {fault}")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
