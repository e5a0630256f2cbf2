"""A practice in which Anna has a row of each kind, and everybody to whom they aren't open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, select

from bot.incoming import Incoming
from bot.records import encryption, people, schema
from bot.records.cases import Case, CaseState
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.outbox import OutboxRow
from bot.records.people import Person, Telephone
from bot.records.tables import METADATA
from bot.records.time_requests import TimeRequest
from bot.router import Router
from bot.turn import NeedsFirst, Turn
from conversations import ALL, FALLBACKS
from tests.practice import KEY, settings_for
from tests.records.rows import HOUR, NOW, People, make_cast
from tests.records.test_dump import WORDS, fill_every_sealed_column

STRANGER = 42
# Words in button data that lead further than any others.
SAID = {"kind": "answer", "said": "missed", "which": "too_hard", "code": "AU", "file_kind": "",
        "rhythm": "daily", "what": "why"}  # fmt: skip
ROUTER = Router(ALL, FALLBACKS)
PRACTICE = settings_for("sqlite:///unused.sqlite").practice()
# What others may read of what test_dump writes: what the office and a psychologist are there for,
# and what no one person's own words are.
OF_STAFF_OR_NOBODY = {
    "Okafor",
    "Santos",
    "Reminderly",
    "Bewildered",
    "8264019375512",
    "Ferdinand",
    "2031-03-04",
}
SECRET = WORDS - OF_STAFF_OR_NOBODY
OF_THE_SCHEDULE = {
    "Sunny",
    "Anna",
    "Brown",
    "Carter",
    "A-1001",
    "Peppercorn",
    "meeting.example",
    "flustered",
}
# Shown in an opened alert and nowhere else: the number, and how it is safe to use it.
IN_AN_OPENED_ALERT = {"0491 570 156", "voicemail"}
OF_DANGER = {"unbearable", "quarter past", "midnight"}
OF_HOMEWORK = {"marmalade", "kinder", "Fortnightly", "tearaway", "BQACAgQ"}


@dataclass(frozen=True)
class Wrong:
    """Somebody, what they may read of Anna's all the same, and which tables they may work on."""

    may_read: frozenset[str] = frozenset()
    may_change: frozenset[str] = frozenset()


# A client of the same psychologist, another psychologist, a colleague: the matrix says what is theirs.
WRONG: Mapping[str, Wrong] = {
    "stranger": Wrong(),
    "ben": Wrong(frozenset({"Carter"})),
    "adler": Wrong(),
    "lindqvist": Wrong(frozenset({"Sunny", "Anna", "Brown", *OF_DANGER}), frozenset({"danger_alert"})),
    "okafor": Wrong(
        frozenset({*OF_THE_SCHEDULE, *OF_HOMEWORK} - {"flustered"}),
        frozenset({"therapy_session", "homework", "homework_note"}),
    ),
    "maria": Wrong(
        # «watch»: the sheet with an invitation says that nobody watches the chat
        frozenset({*OF_THE_SCHEDULE, *OF_DANGER, "Wednesdays", "Saturdays", "watch  "}),
        frozenset({"therapy_session", "danger_alert", "time_request", "person", "invitation",
                   "import_file", "duty"}),
    ),
}  # fmt: skip
# Where the program keeps what it does for whoever acts; rows of these are the actor's own.
WORKINGS = {"inbox", "outbox", "prompt", "dialogue", "audit", "wrong_code", "staff_code"}


@dataclass
class World:
    """A practice in which Anna has a row of each kind, and her case was sent to nobody of these."""

    database: Database
    cast: People

    def somebody(self, name: str) -> Person | None:
        found: Person | None = None if name == "stranger" else getattr(self.cast, name)
        return found


def new_world(file: Path) -> Iterator[World]:
    """Made once for all tries: none of them leaves anything."""
    encryption.use_keyring(Keyring.parse(KEY))
    database = Database(f"sqlite:///{file}")
    schema.upgrade(database)
    with database.transaction() as db:
        cast = make_cast(db)
        fill_every_sealed_column(db, cast)
        for client in (cast.anna, cast.ben, cast.carla):
            client.telephone = Telephone.OWN
        case = db.exec(select(Case)).one()
        case.state, case.sent_at, case.due_at = CaseState.WAITING, NOW, NOW
        db.exec(select(TimeRequest)).one().asked_at = NOW - HOUR
    yield World(database, cast)
    database.close()


class _Undo(Exception):
    """Nothing of a try stays."""


@dataclass(frozen=True)
class Came:
    """What came of one update: what the actor read, who else was written to, what of Anna's changed."""

    read: str
    told: frozenset[int]
    changed: frozenset[str]


def work(
    world: World, name: str, incoming: Incoming, prepare: Callable[[Session], None] | None = None
) -> Came:
    """Work one update of somebody's, and undo it."""
    somebody = world.somebody(name)
    chat_id = STRANGER if somebody is None else somebody.telegram_id
    assert chat_id is not None, "the cast is connected"
    done: dict[tuple[Any, ...], Any] = {}
    found: list[Came] = []
    while not found:
        try:
            with world.database.transaction() as db:
                if prepare is not None:
                    prepare(db)
                    db.flush()
                before = annas_rows(db, world)
                turn = turn_of(db, world, chat_id, replace(incoming, chat_id=chat_id))
                turn.done_before = done
                newest = max(db.exec(select(OutboxRow.id)).all())
                ROUTER.route(turn)
                turn.close()
                db.flush()
                said = db.exec(select(OutboxRow).where(OutboxRow.id > newest)).all()
                after = annas_rows(db, world)
                found.append(
                    Came(
                        "\n".join(str(row.body) for row in said if row.chat_id == chat_id),
                        frozenset(row.person_id or 0 for row in said if row.chat_id != chat_id),
                        frozenset(table for table in after if before[table] != after[table]),
                    )
                )
                raise _Undo
        except NeedsFirst as needed:
            done[(needed.act, *needed.arguments)] = needed.act(*needed.arguments)
        except _Undo:
            pass
    return found[0]


def turn_of(db: Session, world: World, chat_id: int, incoming: Incoming) -> Turn:
    person = people.by_telegram_id(db, chat_id)
    return Turn(
        db=db,
        now=NOW,
        practice=PRACTICE,
        chat_id=chat_id,
        origin="try",
        somebody=person,
        roles=people.roles_of(db, person) if person else frozenset(),
        incoming=incoming,
    )


def annas_rows(db: Session, world: World) -> dict[str, list[str]]:
    """All that stands in the tables that have rows of Anna's, those of whoever acts apart."""
    anna = world.cast.anna.id
    found: dict[str, list[str]] = {}
    for name, table in METADATA.tables.items():
        if name in WORKINGS:
            continue
        owner = next(
            (table.c[each] for each in ("client_id", "person_id") if each in table.c), None
        )
        chosen = sa.select(table)
        if name == "person":
            chosen = chosen.where(table.c.id == anna)
        elif owner is not None and name != "case_reader":
            chosen = chosen.where(owner == anna)
        found[name] = [str(row) for row in db.execute(chosen.order_by(*table.primary_key))]
    return found
