"""Every command, tap, word and step of clients and staff, as everybody to whom Anna's rows aren't open."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from bot.conversation import Conversation
from bot.incoming import Incoming, IncomingFile, IncomingKind
from bot.records import dialogue, encryption, people, schema
from bot.records.cases import Case, CaseState
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.outbox import FileKind, OutboxRow
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
SAID = {"kind": "answer", "said": "missed", "which": "too_hard", "code": "AU", "file_kind": ""}
ROUTER = Router(ALL, FALLBACKS)
PRACTICE = settings_for("sqlite:///unused.sqlite").practice()
# What others may read of what test_dump writes: what the office and a psychologist are there for,
# and what no one person's own words are.
OF_STAFF_OR_NOBODY = {
    "Okafor",
    "Santos",
    "Reminderly",
    "Bewildered",
    "4711",
    "Ferdinand",
    "2031-03-04",
}
SECRET = WORDS - OF_STAFF_OR_NOBODY
OF_THE_SCHEDULE = {
    "Anna",
    "Brown",
    "Carter",
    "A-1001",
    "Peppercorn",
    "meeting.example",
    "flustered",
}
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
    "lindqvist": Wrong(frozenset({"Anna", "Brown", *OF_DANGER}), frozenset({"danger_alert"})),
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


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    encryption.use_keyring(Keyring.parse(KEY))
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('wrong') / 'practice.sqlite'}")
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


# --- what can be done


def values_of(act: Callable[..., Any], world: World, skip: int = 1) -> dict[str, int | str]:
    """Arguments that name Anna's rows: each of hers is the first of its table."""
    found: dict[str, int | str] = {}
    for each in list(inspect.signature(act).parameters.values())[skip:]:
        if each.name in ("client_id", "person_id"):
            found[each.name] = world.cast.anna.id
        else:
            found[each.name] = SAID.get(each.name, "x") if each.annotation is str else 1
    return found


def every_tap() -> list[tuple[Conversation, str]]:
    return [(each, tap) for each in ALL for tap in each.taps]


def every_step() -> list[tuple[Conversation, str]]:
    return [(each, step) for each in ALL for step in {*each.steps, *each.files}]


def every_saying() -> list[str]:
    commands = [f"/{name}" for each in ALL for name in each.commands]
    return commands + [word for each in ALL for word in each.words]


def judge(world: World, name: str, what: str, came: Came) -> list[str]:
    """What is wrong about it, in words."""
    wrong = WRONG[name]
    read = came.read.casefold()
    shown = {word for word in SECRET - wrong.may_read if word.casefold().strip() in read}
    faults = [f"{name}, {what}: reads {sorted(shown)}"] if shown else []
    if changed := came.changed - wrong.may_change:
        faults.append(f"{name}, {what}: changes {sorted(changed)}")
    if not wrong.may_change and world.cast.anna.id in came.told:
        faults.append(f"{name}, {what}: writes to Anna")
    if not came.read:
        faults.append(f"{name}, {what}: gets no answer")
    return faults


@pytest.mark.parametrize("name", WRONG)
def test_no_tap_opens_or_changes_what_is_anna_s(world: World, name: str) -> None:
    faults: list[str] = []
    for conversation, tap in every_tap():
        values = values_of(conversation.taps[tap], world)
        data = ":".join(["1", conversation.name, tap, *map(str, values.values())])
        incoming = Incoming(IncomingKind.TAP, data=data, callback_id="1", message_id=7)
        faults += judge(world, name, data, work(world, name, incoming))
    assert faults == []


@pytest.mark.parametrize("name", WRONG)
def test_no_command_or_word_shows_what_is_anna_s(world: World, name: str) -> None:
    faults: list[str] = []
    for saying in every_saying():
        incoming = Incoming(IncomingKind.TEXT, text=saying, message_id=7)
        faults += judge(world, name, saying, work(world, name, incoming))
    assert faults == []


@pytest.mark.parametrize("name", [name for name in WRONG if name != "stranger"])
def test_no_step_takes_words_or_files_about_what_is_anna_s(world: World, name: str) -> None:
    """As if it had been begun while it was theirs: a role, a client or a case can be taken away."""
    faults: list[str] = []
    actor = world.somebody(name)
    assert actor is not None, "a stranger is at no step"
    for conversation, step in every_step():
        for act, incoming in answers(conversation, step):

            def wait(db: Session, act: Callable[..., Any] = act, step: str = step,
                     conversation: Conversation = conversation) -> None:  # fmt: skip
                dialogue.wait_for(
                    db,
                    actor.id,
                    conversation=conversation.name,
                    step=step,
                    data=values_of(act, world, skip=2),
                    now=NOW,
                )

            came = work(world, name, incoming, wait)
            faults += judge(world, name, f"{conversation.name}:{step}", came)
    assert faults == []


def answers(conversation: Conversation, step: str) -> Iterator[tuple[Callable[..., Any], Incoming]]:
    if step in conversation.steps:
        yield (
            conversation.steps[step],
            Incoming(IncomingKind.TEXT, text="tomorrow at 4", message_id=7),
        )
    if step in conversation.files:
        file = IncomingFile(FileKind.DOCUMENT, "BQACfile", "note.pdf", 100)
        yield conversation.files[step], Incoming(IncomingKind.OTHER, message_id=7, file=file)


def test_every_conversation_is_tried() -> None:
    assert (len(every_tap()), len(every_step()), len(every_saying())) >= (190, 31, 30)
    assert {each.name for each, _tap in every_tap()} >= {"cases", "sessions", "requests", "duty"}


def test_whose_it_is_reads_it(world: World) -> None:
    """So that nothing above passes because nothing can be read at all."""
    for name, data, words in (
        ("maria", "requests:open:1", "Saturdays"),
        ("lindqvist", "danger_alerts:look:1", "unbearable"),
        ("okafor", f"assignments:client:{world.cast.anna.id}", "Anna"),
    ):
        tap = Incoming(IncomingKind.TAP, data=f"1:{data}", callback_id="1", message_id=7)
        assert words in work(world, name, tap).read
    stop = Incoming(IncomingKind.TAP, data="1:homework:stop:1", callback_id="1", message_id=7)
    assert "homework" in work(world, "anna", stop).changed
    assert not work(world, "ben", stop).changed
