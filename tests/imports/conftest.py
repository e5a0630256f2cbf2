"""A practice with a database of its own, into which files are imported."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from sqlmodel import SQLModel, col, select

from bot.imports import batches, plans
from bot.imports.plans import Asked, Plan
from bot.imports.report import Report
from bot.records import bookings, consents
from bot.records.consents import Purpose
from bot.records.database import Database
from bot.records.import_files import ImportKind
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.rules.practice import Practice
from tests.engines import engine_of
from tests.practice import settings_for
from tests.records.rows import NOW, People, make_cast


@dataclass
class Importing:
    """Somebody who imports files, two rows at a time."""

    database: Database
    cast: People
    now: datetime = NOW
    practice: Practice = field(default_factory=lambda: settings_for("sqlite://").practice())

    def plan(self, kind: ImportKind, text: str, *, cancels_missing: bool = False) -> Plan:
        asked = Asked(kind, self.practice, self.now, cancels_missing=cancels_missing)
        return plans.read(text.encode(), asked)

    def clients(self, text: str) -> Report:
        return self.both(self.plan(ImportKind.CLIENTS, text))

    def sessions(self, text: str, *, cancels_missing: bool = False) -> Report:
        return self.both(self.plan(ImportKind.SESSIONS, text, cancels_missing=cancels_missing))

    def both(self, plan: Plan) -> Report:
        """Check, then apply: both say the same, and what is checked changes nothing."""
        before = self.everything()
        would = self.check(plan)
        assert self.everything() == before
        did = self.apply(plan)
        assert (did.counts, did.bad, did.told) == (would.counts, would.bad, would.told)
        return did

    def check(self, plan: Plan) -> Report:
        report = Report()
        for begin in range(0, len(plan.rows), 2):
            with self.database.transaction() as db:
                report += batches.check(db, plan, plan.rows[begin : begin + 2])
        with self.database.transaction() as db:
            return report + batches.check_missing(db, plan)

    def apply(self, plan: Plan, rows: slice = slice(None)) -> Report:
        report = Report()
        chosen = plan.rows[rows]
        for begin in range(0, len(chosen), 2):
            with self.database.transaction() as db:
                report += batches.apply(db, plan, chosen[begin : begin + 2])
        with self.database.transaction() as db:
            return report + batches.apply_missing(db, plan)

    def welcomes(self, person: Person) -> None:
        """The person wants reminders."""
        with self.database.transaction() as db:
            consents.give(db, person, Purpose.REMINDERS, "1", NOW)

    def all_are_told(self) -> None:
        """Time passes, and every client goes by what stands."""
        with self.database.transaction() as db:
            for row in db.exec(select(TherapySession)):
                bookings.is_known(row)

    def client(self, name: str) -> Person:
        with self.database.transaction() as db:
            found = [each for each in db.exec(select(Person)) if each.name == name]
        assert len(found) == 1, f"{len(found)} are called {name}"
        return found[0]

    def booked(self) -> list[TherapySession]:
        with self.database.transaction() as db:
            return list(db.exec(select(TherapySession).order_by(col(TherapySession.id))))

    def everything(self) -> str:
        """All that stands in the database."""
        with self.database.transaction() as db:
            return "\n".join(
                f"{table.name}: {row}"
                for table in SQLModel.metadata.sorted_tables
                for row in sorted(map(str, db.execute(table.select())))
            )


@pytest.fixture
def importing(database_url: str) -> Iterator[Importing]:
    with closing(Database(database_url, engine_of(database_url))) as database:
        with database.transaction() as db:
            cast = make_cast(db)
        yield Importing(database, cast)
