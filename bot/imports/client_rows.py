"""Rows of clients: new ones, and what differs of those who are here."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.imports.cells import BadCell
from bot.imports.known import Known
from bot.imports.plans import Plan, Row
from bot.imports.report import Bad, Change, Outcome, Report
from bot.imports.rows import BadRow, ClientRow, SessionRow
from bot.records.audit import AuditEntry
from bot.records.encryption import keyring
from bot.records.people import Person, Role, RoleHeld
from bot.texts import _

# The client's own to say once they are connected: a file fills these only before.
_THEIRS = ("name", "time_zone", "language", "phone", "safe_contact")


def work(db: Session, plan: Plan, rows: Sequence[Row], *, does: bool) -> Report:
    """Look at some rows, or take them over."""
    known = Known(db, [word for row in rows if isinstance(row, ClientRow) for word in _words(row)])
    outcomes: list[Outcome] = []
    bad: list[Bad] = []
    changes: list[Change] = []
    created: list[Person] = []
    changed: list[Person] = []
    for row in rows:
        assert not isinstance(row, SessionRow), "a file is of one kind"
        if isinstance(row, BadRow):
            bad.append(Bad(row.line, row.reason))
            continue
        try:
            person = _known_client(known, row)
            if person is None:
                created.append(_new(known, plan, row))
                outcomes.append(Outcome.CREATED)
                changes.append(Change(row.line, Outcome.CREATED, row.name))
                continue
            what = _differences(known, person, row, does=does)
        except BadCell as error:
            bad.append(Bad(row.line, str(error)))
            continue
        outcomes.append(Outcome.CHANGED if what else Outcome.UNCHANGED)
        if what:
            changed.append(person)
            changes.append(Change(row.line, Outcome.CHANGED, person.name, what=what))
    if does:
        _keep(db, plan, created, changed)
    return Report.of(outcomes, bad, changes)


def _words(row: ClientRow) -> list[str]:
    return [row.name, *([row.external_id] if row.external_id else [])]


def _known_client(known: Known, row: ClientRow) -> Person | None:
    """Who it is: by external id, else the one of exactly this name who has no other id."""
    namesakes = known.called(row.name)
    if row.external_id is None:
        if len(namesakes) > 1:
            raise BadCell(
                _("{count} clients here have this name; give the external_id").format(
                    count=len(namesakes)
                )
            )
        return namesakes[0] if namesakes else None
    by_id = known.with_id(row.external_id)
    if by_id is not None:
        return by_id
    without = [each for each in namesakes if each.external_id_hash is None]
    return without[0] if len(without) == 1 else None


def _new(known: Known, plan: Plan, row: ClientRow) -> Person:
    if row.psychologist is None:
        raise BadCell(_("who their psychologist is isn't said"))
    person = Person(created_at=plan.asked.now, name_hash=keyring().hash(row.name))
    person.name = row.name
    person.psychologist_id = known.psychologist(row.psychologist).id
    _set_external_id(person, row.external_id)
    person.time_zone, person.language = row.time_zone, row.language or person.language
    person.phone, person.safe_contact = row.phone, row.safe_contact
    return person


def _set_external_id(person: Person, external_id: str | None) -> None:
    if external_id:
        person.external_id = external_id
        person.external_id_hash = keyring().hash(external_id)


def _differences(known: Known, person: Person, row: ClientRow, *, does: bool) -> tuple[str, ...]:
    """The columns in which the row says something else; set at once if it `does`."""
    wished: dict[str, object] = {
        each: getattr(row, each) for each in _THEIRS if person.joined_at is None
    }
    differ = [
        each
        for each, value in wished.items()
        if value is not None and value != getattr(person, each)
    ]
    if row.external_id and person.external_id_hash is None:
        differ.append("external_id")
    psychologist = known.psychologist(row.psychologist) if row.psychologist else None
    if psychologist is not None and psychologist.id != person.psychologist_id:
        differ.append("psychologist")
    if does:
        for each in differ:
            if each in wished:
                setattr(person, each, wished[each])
        if "name" in differ:
            person.name_hash = keyring().hash(row.name)
        if "external_id" in differ:
            _set_external_id(person, row.external_id)
        if "psychologist" in differ and psychologist is not None:
            person.psychologist_id = psychologist.id
    return tuple(differ)


def _keep(db: Session, plan: Plan, created: Sequence[Person], changed: Sequence[Person]) -> None:
    db.add_all(created)
    db.flush()
    db.add_all(RoleHeld(person_id=person.id, role=Role.CLIENT) for person in created)
    for action, persons in (("add client", created), ("change client", changed)):
        db.add_all(
            AuditEntry(
                at=plan.asked.now,
                person_id=plan.asked.by,
                action=action,
                subject=str(Person.__tablename__),
                subject_id=person.id,
            )
            for person in persons
        )
    db.flush()
