"""The commands that Telegram offers beside the field where people type, for each role its own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.records import commands, people
from bot.records.commands import Commands
from bot.records.people import STAFF, Person, Role
from bot.texts import _, speaking
from bot.turn import Turn

CLIENTS = frozenset({Role.CLIENT})
SCHEDULE = frozenset({Role.PSYCHOLOGIST, Role.MANAGER})
MANAGERS = frozenset({Role.MANAGER})
EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Command:
    """One line of the list. `roles` are those of whom it is offered to."""

    name: str
    description: str
    roles: frozenset[Role]


def all_commands() -> list[Command]:
    """In the order in which they are shown. Others can read a client's over their shoulder."""
    return [
        Command("times", _("Your next times"), CLIENTS),
        Command("bring", _("For your next time"), CLIENTS),
        Command("help_now", _("Numbers that help at once"), CLIENTS),
        Command("today", _("Who comes today"), SCHEDULE),
        Command("week", _("Who comes in the next seven days"), SCHEDULE),
        Command("brief", _("Before you meet a client"), frozenset({Role.PSYCHOLOGIST})),
        Command("requests", _("Who wants another time"), frozenset({Role.MANAGER})),
        Command("clients", _("Find a client"), SCHEDULE),
        Command("unreachable", _("Whom I can't reach"), frozenset({Role.MANAGER})),
        Command("homework", _("Between your times"), frozenset({Role.CLIENT, Role.PSYCHOLOGIST})),
        Command("trend", _("Your answers as a picture"), CLIENTS),
        Command("relationship", _("What helps, on five short cards"), CLIENTS),
        Command("staff", _("Who works here"), MANAGERS),
        Command("cases", _("What waits for you"), STAFF),
        Command("digest", _("The week in numbers"), MANAGERS),
        Command("import", _("Clients or sessions from a CSV file"), frozenset({Role.MANAGER})),
        Command("lock", _("Lock this screen"), STAFF),
        Command("away", _("When you are away"), STAFF),
        Command("duty", _("Who is on duty when"), STAFF),
        Command("sharing", _("What you show, and to whom"), CLIENTS),
        Command("settings", _("What I send, and who sees what"), CLIENTS),
        Command("pause", _("A break from messages"), CLIENTS),
        Command("stop", _("No more messages"), CLIENTS),
        Command("help", _("What I can do"), EVERYBODY),
        Command("cancel", _("Stop what I was asking"), EVERYBODY),
    ]


def commands_for(roles: Collection[Role]) -> Commands:
    """What people with these roles are offered; who holds several is offered all of theirs."""
    return [
        (each.name, each.description) for each in all_commands() if not each.roles.isdisjoint(roles)
    ]


def show_commands(turn: Turn) -> None:
    """Have this person's chat show what is theirs: staff's own, or what every chat shows."""
    _show(turn.db, turn.person, turn.roles, turn.now)


def let_go(turn: Turn, chat_id: int) -> None:
    """A chat that is no longer its person's shows nothing of theirs."""
    commands.take_back(turn.db, chat_id, turn.now)


def show_all_commands(db: Session, now: datetime) -> None:
    """At the start of the program: wherever something else is shown than should be.

    What every chat shows are the clients' commands, in English until others are offered.
    """
    commands.show(db, None, commands_for(CLIENTS), now)
    chats = commands.chats_with_their_own(db)
    for person in _connected_staff(db):
        with speaking(person.language):
            _show(db, person, people.roles_of(db, person), now)
        chats.discard(person.telegram_id or 0)
    for chat_id in sorted(chats):
        commands.take_back(db, chat_id, now)


def _connected_staff(db: Session) -> list[Person]:
    found = {each.id: each for role in sorted(STAFF, key=str) for each in people.holders(db, role)}
    return [each for _id, each in sorted(found.items()) if each.telegram_id is not None]


def _show(db: Session, person: Person, roles: Collection[Role], now: datetime) -> None:
    assert person.telegram_id is not None, "somebody with a chat"
    shown = commands_for(roles) if STAFF.intersection(roles) else ()
    commands.show(db, person.telegram_id, shown, now, person.id)
