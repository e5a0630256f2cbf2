"""The people whom rows name: looked up for a whole batch at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import Session, col, select

from bot.imports.cells import BadCell, shown
from bot.records import people
from bot.records.encryption import keyring
from bot.records.people import Person, Role, RoleHeld
from bot.texts import _


class Known:
    """The clients whom some words name, and all psychologists."""

    def __init__(self, db: Session, words: Iterable[str]) -> None:
        self._hashes = {word: keyring().hashes(word) for word in set(words)}
        found = _clients(db, [each for hashes in self._hashes.values() for each in hashes])
        self._by_id: Mapping[bytes, list[Person]] = _grouped(
            (person.external_id_hash, person) for person in found
        )
        self._by_name: Mapping[bytes, list[Person]] = _grouped(
            (person.name_hash, person) for person in found
        )
        self._psychologists = {
            each.name.casefold(): each for each in people.holders(db, Role.PSYCHOLOGIST)
        }

    def with_id(self, external_id: str) -> Person | None:
        """The client with this external id."""
        found = self._among(self._by_id, external_id)
        return found[0] if found else None

    def called(self, name: str) -> list[Person]:
        """The clients of exactly this name."""
        return self._among(self._by_name, name)

    def client(self, who: Sequence[str]) -> Person:
        """The client whom a session's row names, by external id or exact name."""
        for word in who:
            by_id = self.with_id(word)
            if by_id is not None:
                return by_id
            namesakes = self.called(word)
            if len(namesakes) > 1:
                raise BadCell(
                    _("{count} clients are called «{name}»; use the external_id").format(
                        count=len(namesakes), name=shown(word)
                    )
                )
            if namesakes:
                return namesakes[0]
        raise BadCell(_("no client is known as «{name}»").format(name=shown(who[-1])))

    def psychologist(self, name: str) -> Person:
        found = self._psychologists.get(name.casefold())
        if found is None:
            raise BadCell(_("no psychologist is called «{name}»").format(name=shown(name)))
        return found

    def _among(self, groups: Mapping[bytes, list[Person]], word: str) -> list[Person]:
        hashes = self._hashes.get(word) or keyring().hashes(word)
        persons = [person for each in hashes for person in groups.get(each, ())]
        return list({person.id: person for person in persons}.values())


def _clients(db: Session, hashes: Sequence[bytes]) -> Sequence[Person]:
    is_client = select(RoleHeld.person_id).where(RoleHeld.role == Role.CLIENT)
    return db.exec(
        select(Person).where(
            col(Person.name_hash).in_(hashes) | col(Person.external_id_hash).in_(hashes),
            col(Person.id).in_(is_client),
        )
    ).all()


def _grouped(pairs: Iterable[tuple[bytes | None, Person]]) -> Mapping[bytes, list[Person]]:
    found: dict[bytes, list[Person]] = defaultdict(list)
    for key, person in pairs:
        if key is not None:
            found[key].append(person)
    return found
