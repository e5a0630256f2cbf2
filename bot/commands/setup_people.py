"""Who works here, as `setup` is told: asked for, entered once, given further roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import click
from sqlmodel import Session

from bot.opening import Refusal
from bot.records import audit, people
from bot.records.people import STAFF, Person, Role

_LONGEST_NAME = 100


def tidy_name(text: str) -> str:
    """Raise ValueError with a sentence for what can be nobody's name."""
    tidy = " ".join(text.split())
    if len(tidy) > _LONGEST_NAME or not tidy.isprintable():
        raise ValueError(f"A name has 1 to {_LONGEST_NAME} printable characters.")
    return tidy


@dataclass
class Wanted:
    """Names and the roles that they shall have, and who holds which roles already."""

    holders: Mapping[Role, list[str]]
    names: dict[Role, list[str]] = field(default_factory=dict)

    def everybody(self) -> dict[str, set[Role]]:
        """Each name once, as it was written first, whoever's capitals differ."""
        found: dict[str, tuple[str, set[Role]]] = {}
        for role, names in self.names.items():
            for name in names:
                found.setdefault(name.casefold(), (name, set()))[1].add(role)
        return dict(found.values())

    def hears_alone(self) -> bool:
        """Whether a client who complains of a psychologist has nobody else to turn to here."""
        listening = self._all(Role.MANAGER) | self._all(Role.SENIOR)
        return any(listening <= {name} for name in self._all(Role.PSYCHOLOGIST))

    def _all(self, role: Role) -> set[str]:
        names = [*self.holders.get(role, ()), *self.names.get(role, ())]
        return {name.casefold() for name in names}


def holders_in(db: Session) -> dict[Role, list[str]]:
    return {role: [person.name for person in people.holders(db, role)] for role in STAFF}


def wanted_people(
    given: Mapping[Role, Iterable[str]], holders: Mapping[Role, list[str]], *, asks: bool
) -> tuple[Wanted, list[str]]:
    """Who shall work here, and the options that are missing for it."""
    wanted, missing = Wanted(holders), []
    for role, asked, is_needed in (
        (Role.MANAGER, "The practice manager's name, as clients know it", True),
        (Role.SENIOR, "The senior psychologist's name, who is asked next", False),
        (Role.PSYCHOLOGIST, "A psychologist's name", True),
    ):
        names = [_given(role, name) for name in given.get(role, ())]
        if not names and asks:
            names = _ask(role, asked, holders.get(role, []), is_needed=is_needed)
        if not names and is_needed and not holders.get(role):
            missing.append(f"--{role.value}")
        wanted.names[role] = names
    return wanted, missing


def _given(role: Role, name: str) -> str:
    try:
        tidy = tidy_name(name)
    except ValueError as error:
        raise Refusal(f"--{role.value}: {error} Nothing was changed.") from None
    if not tidy:
        raise Refusal(f"--{role.value}: Something must stand here. Nothing was changed.")
    return tidy


def _ask(role: Role, asked: str, there: list[str], *, is_needed: bool) -> list[str]:
    """One name, for psychologists as many as are typed. Enter adds nobody where nobody is needed."""
    names: list[str] = []
    if there:
        asked = f"{asked} (here so far: {', '.join(there)}; Enter adds nobody)"
    elif not is_needed:
        asked = f"{asked} (Enter for nobody)"
    while True:
        may_be_empty = bool(there or names) or not is_needed
        name = click.prompt(
            asked,
            default="" if may_be_empty else None,
            show_default=False,
            value_proc=_checked,
        )
        if name:
            names.append(name)
        if not name or role is not Role.PSYCHOLOGIST:
            return names
        asked = "Another psychologist (Enter for no more)"


def _checked(text: str) -> str:
    try:
        return tidy_name(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


# --- entering them


@dataclass
class Entered:
    """Who is new, and who has a role more, in words."""

    new: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)


def check_people(db: Session, wanted: Wanted) -> None:
    """Raise Refusal if one of the names can't be entered."""
    for name in wanted.everybody():
        _known(db, name)


def enter(db: Session, wanted: Wanted, now: datetime) -> Entered:
    entered = Entered()
    for name, roles in wanted.everybody().items():
        person = _known(db, name)
        if person is None:
            person = people.add(db, name=name, roles=roles, now=now)
            audit.note(db, now, None, "add staff", person)
            entered.new.append(f"{name} ({_listed(roles)})")
        elif new := people.give_roles(db, person, roles):
            audit.note(db, now, None, "add role", person)
            entered.more.append(f"{person.name} ({_listed(new)})")
    return entered


def _known(db: Session, name: str) -> Person | None:
    found = people.named(db, name)
    if len(found) > 1:
        raise Refusal(f"{len(found)} people are called «{name}». Nothing was changed.")
    if found and not people.roles_of(db, found[0]) & STAFF:
        raise Refusal(f"«{name}» is not on the staff here. Nothing was changed.")
    if found and found[0].left_at is not None:
        raise Refusal(f"«{name}» has left the practice. Nothing was changed.")
    return found[0] if found else None


def _listed(roles: Iterable[Role]) -> str:
    return ", ".join(role.value for role in Role if role in frozenset(roles))
