"""Somebody of the staff leaves or gets other roles: the one way, for the chat and the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.records import audit, commands, dialogue, outbox, people, sent_messages, staff
from bot.records.outbox import Body, Draft, Priority
from bot.records.people import STAFF, Person, Role
from bot.rules.practice import Practice
from bot.texts import _, speaking


@dataclass(frozen=True)
class Leaving:
    """Who leaves, who takes their clients, and who says so (None: the operator)."""

    person: Person
    taker: Person | None = None
    by: Person | None = None


@dataclass(frozen=True)
class RoleChange:
    """Roles that somebody gets and loses, and who says so (None: the operator)."""

    person: Person
    add: frozenset[Role] = frozenset()
    remove: frozenset[Role] = frozenset()
    by: Person | None = None


@dataclass(frozen=True)
class HandedOver:
    """How much goes to whoever takes the clients."""

    clients: int
    sessions: int
    clashes: int = 0  # of the sessions: whoever takes them has another then


def role_names(practice: Practice, roles: frozenset[Role]) -> list[str]:
    title = practice.clinician_title
    names = {
        Role.PSYCHOLOGIST: title,
        Role.MANAGER: _("practice manager"),
        Role.SENIOR: _("senior {title}").format(title=title),
    }
    return [names[role] for role in staff.ROLES if role in roles]


# --- leaving


def why_not_leave(db: Session, leaving: Leaving, practice: Practice) -> str:
    """The sentence why they can't leave so; empty if they can. What it looked at stays locked."""
    person, taker = leaving.person, leaving.taker
    staff.lock(db, *filter(None, (person, taker)))
    if not people.roles_of(db, person) & STAFF:
        return _("{name} doesn't work here any more. Nothing was changed.").format(name=person.name)
    if staff.runs_alone(db, person):
        return _last_manager(person)
    clients = staff.clients_count(db, person)
    if taker is None:
        return _clients_are_left(person, clients, practice) if clients else ""
    if taker.id == person.id or Role.PSYCHOLOGIST not in people.roles_of(db, taker):
        return _("{name} can't take clients: they need the role {title}. Nothing was changed.").format(
            name=taker.name, title=practice.clinician_title
        )  # fmt: skip
    return ""


def _last_manager(person: Person) -> str:
    return _(
        "{name} is the last practice manager who can be reached here. Make somebody else practice "
        "manager first, and let them open their link. Nothing was changed."
    ).format(name=person.name)


def _clients_are_left(person: Person, clients: int, practice: Practice) -> str:
    return _(
        "Clients of {name}: {count}. They need another {title} first. Nothing was changed."
    ).format(name=person.name, count=clients, title=practice.clinician_title)


def what_goes(db: Session, leaving: Leaving, now: datetime) -> HandedOver:
    """What goes to whoever takes the clients, as it stands now."""
    person, taker = leaving.person, leaving.taker
    return HandedOver(
        staff.clients_count(db, person),
        staff.sessions_count(db, person, now),
        staff.clashes_count(db, person, taker, now) if taker is not None else 0,
    )


def leave(db: Session, leaving: Leaving, practice: Practice, now: datetime) -> HandedOver:
    """Unlink them at once; call `why_not_leave` before. The program hands on what waits for them."""
    person, chat_id = leaving.person, leaving.person.telegram_id
    handed = what_goes(db, leaving, now)
    staff.hand_over(db, person, leaving.taker, now)
    staff.unlink(db, person, now)
    if chat_id is not None:
        sent_messages.take_protected_away(db, chat_id, now)
        commands.take_back(db, chat_id, now)
        _say_goodbye(db, person, chat_id, practice, now)
    audit.note(db, now, leaving.by.id if leaving.by else None, "leave", person)
    told = _tell_taker(db, leaving, handed, practice, now)
    _tell_managers(db, leaving, told, practice, now)
    return handed


def _say_goodbye(
    db: Session, person: Person, chat_id: int, practice: Practice, now: datetime
) -> None:
    with speaking(person.language):
        text = _(
            "This chat is no longer connected.\nIf that is a mistake, please phone {practice}."
        ).format(practice=practice.name_and_phone)
    outbox.put(db, Draft(chat_id, Body(text), Priority.ANSWER), now)


def _tell_taker(
    db: Session, leaving: Leaving, handed: HandedOver, practice: Practice, now: datetime
) -> Person | None:
    """Who takes the clients hears how many, unless they said so themselves; who was told."""
    taker = leaving.taker
    if (
        taker is None
        or not handed.clients
        or (leaving.by is not None and taker.id == leaving.by.id)
    ):
        return None
    with speaking(taker.language):
        text = _(
            "Something has changed on the staff.\n{name} no longer works here. "
            "Clients who come to you now: {clients}. "
            "Booked sessions: {sessions}.\n/today shows today, /week the next seven days."
        ).format(name=leaving.person.name, clients=handed.clients, sessions=handed.sessions)
    _tell(db, taker, text, practice, now)
    return taker


def _tell_managers(
    db: Session, leaving: Leaving, told: Person | None, practice: Practice, now: datetime
) -> None:
    """That somebody left is no secret between managers: none of them can do it unseen."""
    for manager in _others(db, (leaving.person, leaving.by, told)):
        with speaking(manager.language):
            text = _(
                "Something has changed on the staff.\n{name} no longer works here. Entered by {by}."
            ).format(name=leaving.person.name, by=_entered_by(leaving.by))
        _tell(db, manager, text, practice, now)


def _others(db: Session, left_out: Sequence[Person | None]) -> list[Person]:
    known = {person.id for person in left_out if person is not None}
    return [each for each in people.holders(db, Role.MANAGER) if each.id not in known]


def _entered_by(by: Person | None) -> str:
    return by.name if by is not None else _("the operator")


def _tell(db: Session, person: Person, text: str, practice: Practice, now: datetime) -> None:
    """In practice hours; nobody is alarmed if it can't be said."""
    if person.telegram_id is None or person.unreachable_at is not None:
        return
    due_at = practice.hours.next_opening(now) or now
    draft = Draft(
        person.telegram_id, Body(text), Priority.ALERT, person_id=person.id, due_at=due_at
    )
    outbox.put(db, draft, now)


# --- other roles


def why_not_change(db: Session, change: RoleChange, practice: Practice) -> str:
    """The sentence why these roles can't be given or taken; empty if they can."""
    person = change.person
    staff.lock(db, person)
    held = people.roles_of(db, person)
    if not held & STAFF:
        return _("{name} doesn't work here any more. Nothing was changed.").format(name=person.name)
    wanted = (held | change.add) - change.remove
    if wanted == held:
        return _("That is so already. Nothing was changed.")
    if not wanted:
        return _(
            "Then {name} would have no role left. Say that they leave instead. Nothing was changed."
        ).format(name=person.name)
    lost = held - wanted
    if Role.MANAGER in lost and staff.runs_alone(db, person):
        return _last_manager(person)
    if Role.PSYCHOLOGIST in lost and (clients := staff.clients_count(db, person)):
        return _clients_are_left(person, clients, practice)
    return ""


def change_roles(db: Session, change: RoleChange, practice: Practice, now: datetime) -> None:
    """Give and take; call `why_not_change` before. The program tells them of it."""
    for role in change.add - change.remove:
        staff.give_role(db, change.person, role)
    staff.take_roles(db, change.person, change.remove)
    dialogue.stop_waiting(db, change.person.id)  # it may be a step of a role that is gone
    change.person.hand_on_at = now
    db.flush()
    audit.note(db, now, change.by.id if change.by else None, "change roles", change.person)
    for manager in _others(db, (change.person, change.by)):
        with speaking(manager.language):
            names = role_names(practice, people.roles_of(db, change.person))
            text = _(
                "Something has changed on the staff.\n{name} is now: {roles}. Entered by {by}."
            ).format(name=change.person.name, roles=", ".join(names), by=_entered_by(change.by))
        _tell(db, manager, text, practice, now)
