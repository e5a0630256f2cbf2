"""Clients found among many: in the order of their names, by part of a name, by their number."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.records.encryption import keyring
from bot.records.people import Person, Role, RoleHeld
from bot.rules.names import words_of


@dataclass(frozen=True)
class Found:
    """A client in a list: no more of the row than the list shows."""

    id: int
    name: str


def is_client(db: Session, person: Person) -> bool:
    return db.get(RoleHeld, (person.id, Role.CLIENT)) is not None


def in_order(db: Session, psychologist_id: int | None) -> list[Found]:
    """The clients of one psychologist, or (None) all, by name.

    Names are sealed, so the database can't sort them: all are opened. Of 10,000 that takes less
    than a tenth of a second, with the database's lock held (tests/records/test_client_search.py).
    """
    chosen = (
        select(Person.id, Person.seal_id, Person.name_sealed)
        .join(RoleHeld, col(RoleHeld.person_id) == Person.id)
        .where(RoleHeld.role == Role.CLIENT)
    )
    if psychologist_id is not None:
        chosen = chosen.where(Person.psychologist_id == psychologist_id)
    table = str(Person.__tablename__)
    found = [
        Found(row_id, Person.name.opened(sealed, table, seal_id))
        for row_id, seal_id, sealed in db.exec(chosen)
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def matching(db: Session, typed: str, psychologist_id: int | None) -> list[Found]:
    """Who has this number in the practice's records; else those in whose names each typed word
    begins a word; else those in whose names each stands anywhere."""
    clients = in_order(db, psychologist_id)
    hashes = keyring().hashes(typed)
    numbered = set(db.exec(select(Person.id).where(col(Person.external_id_hash).in_(hashes))))
    words = words_of(typed)
    named = [(each, words_of(each.name)) for each in clients] if words else []
    return (
        [each for each in clients if each.id in numbered]
        or [each for each, names in named if _begin(names, words)]
        or [each for each, names in named if _stand(names, words)]
    )


def _begin(names: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in words)


def _stand(names: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word in name for name in names) for word in words)
