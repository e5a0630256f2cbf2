"""What is decided about a row, and the looking up that decisions begin with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, SQLModel, col, select

from bot.imports.cells import BadCell, shown
from bot.imports.report import Outcome
from bot.records import people
from bot.records.encryption import keyring
from bot.records.people import Person, Role, RoleHeld
from bot.texts import _


@dataclass
class Decided:
    """What becomes of one row. Nothing is done before `make` or `change` is called."""

    line: int
    outcome: Outcome
    name: str = ""
    reason: str = ""
    make: Callable[[], SQLModel] | None = None  # a new row of the database
    change: Callable[[], None] | None = None
    about: SQLModel | None = None  # the row that is changed
    action: str = ""  # as the audit calls it
    told: int | None = None  # the id of the client who hears of it
    before: datetime | None = None
    after: datetime | None = None
    what: Sequence[str] = field(default=())


class Clients:
    """The clients whom some rows may mean."""

    def __init__(self, db: Session, called: Iterable[str], *, locked: bool) -> None:
        hashes = {each for text in set(called) for each in keyring().hashes(text)}
        self.by_id: dict[bytes, list[Person]] = defaultdict(list)
        self.by_name: dict[bytes, list[Person]] = defaultdict(list)
        self.staff: set[bytes] = set()  # the hashes of names of who is no client
        for person, is_client in _named(db, hashes, locked=locked):
            if not is_client:
                self.staff.add(person.name_hash)
                continue
            self.by_name[person.name_hash].append(person)
            if person.external_id_hash:
                self.by_id[person.external_id_hash].append(person)

    def with_id(self, external_id: str | None) -> Person | None:
        if not external_id:
            return None
        found = [one for each in keyring().hashes(external_id) for one in self.by_id.get(each, ())]
        return found[0] if found else None

    def named(self, name: str) -> list[Person]:
        return [one for each in keyring().hashes(name) for one in self.by_name.get(each, ())]

    def one(self, who: Sequence[str]) -> Person:
        """The client whom a session's row names: by external_id, else by the exact name."""
        for each in who:
            found = self.with_id(each)
            if found is not None:
                return found
        for each in who:
            namesakes = self.named(each)
            if len(namesakes) > 1:
                raise BadCell(_("two clients are called «{name}»; use the external_id").format(
                    name=shown(each)
                ))  # fmt: skip
            if namesakes:
                return namesakes[0]
        raise BadCell(_("no client is called «{name}»; import clients first").format(
            name=shown(who[0])
        ))  # fmt: skip


def _named(db: Session, hashes: set[bytes], *, locked: bool) -> Sequence[tuple[Person, bool]]:
    chosen = (
        select(Person)
        .where(col(Person.name_hash).in_(hashes) | col(Person.external_id_hash).in_(hashes))
        .order_by(col(Person.id))
    )
    if locked:
        chosen = chosen.with_for_update(key_share=True)
    found = db.exec(chosen).all()
    clients = set(
        db.exec(
            select(RoleHeld.person_id).where(
                RoleHeld.role == Role.CLIENT,
                col(RoleHeld.person_id).in_([each.id for each in found]),
            )
        )
    )
    return [(each, each.id in clients) for each in found]


class Psychologists:
    """Who works here as a psychologist."""

    def __init__(self, db: Session) -> None:
        self.all = [each for each in people.holders(db, Role.PSYCHOLOGIST) if each.left_at is None]
        self._by_name: dict[bytes, list[Person]] = defaultdict(list)
        for each in self.all:
            self._by_name[each.name_hash].append(each)

    def named(self, name: str) -> Person:
        found = [one for each in keyring().hashes(name) for one in self._by_name.get(each, ())]
        if not found:
            raise BadCell(_("no psychologist is called «{name}» here").format(name=shown(name)))
        if len(found) > 1:
            raise BadCell(_("two psychologists are called «{name}»").format(name=shown(name)))
        return found[0]
