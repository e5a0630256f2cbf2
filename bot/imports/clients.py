"""What becomes of the rows of a file of clients."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.imports.cells import BadCell, shown
from bot.imports.decided import Clients, Decided, Psychologists
from bot.imports.plans import Asked, Plan
from bot.imports.report import Outcome
from bot.imports.rows import ClientRow
from bot.records import unsharing
from bot.records.encryption import keyring
from bot.records.people import Person
from bot.texts import _

# What clients choose themselves once they are here; a file sets it only until then.
_THEIRS = ("name", "time_zone", "language", "phone", "safe_contact")


def decide(db: Session, plan: Plan, rows: Sequence[ClientRow], *, locked: bool) -> list[Decided]:
    called = [each for row in rows for each in (row.name, row.external_id) if each]
    known, psychologists = Clients(db, called, locked=locked), Psychologists(db)
    found = []
    for row in rows:
        try:
            found.append(_judge(db, row, known, psychologists, plan))
        except BadCell as error:
            found.append(Decided(row.line, Outcome.BAD, reason=str(error)))
    return found


def _judge(
    db: Session, row: ClientRow, known: Clients, psychologists: Psychologists, plan: Plan
) -> Decided:
    psychologist = psychologists.named(row.psychologist) if row.psychologist else None
    client = _who(row, known, plan)
    if row.external_id and (client is None or client.external_id is None):
        _refuse_number(row, row.external_id, client, psychologist, known)
    if client is not None:
        return _compared(row, client, psychologist, partial(_change, db, plan.asked.now))
    if psychologist is None:
        if len(psychologists.all) != 1:
            raise BadCell(_("it names no psychologist"))
        psychologist = psychologists.all[0]
    if not row.external_id and any(each in known.staff for each in keyring().hashes(row.name)):
        raise BadCell(_("somebody who works here has this name; give the client an external_id"))
    make = partial(_new, row, psychologist, plan.asked)
    return Decided(row.line, Outcome.CREATED, row.name, make=make, action="add client")


def _who(row: ClientRow, known: Clients, plan: Plan) -> Person | None:
    """The client whom a row means; None for a new one."""
    if row.external_id:
        client = known.with_id(row.external_id)
        if client is not None:
            return client
    namesakes = known.named(row.name)
    if row.external_id:  # those who have another one are other people
        namesakes = [each for each in namesakes if each.external_id_hash is None]
        if namesakes and not plan.namesakes.isdisjoint(keyring().hashes(row.name)):
            raise BadCell(_("a client of this name is here without an external_id already"))
    if len(namesakes) > 1:
        raise BadCell(_("two clients have this name; use the external_id"))
    return namesakes[0] if namesakes else None


def _refuse_number(
    row: ClientRow, number: str, client: Person | None, psychologist: Person | None, known: Clients
) -> None:
    """A number that is new here must name nobody else: one client would read another's times."""
    if known.named(number) or any(each in known.staff for each in keyring().hashes(number)):
        raise BadCell(_("its external_id is somebody's name"))
    if client is None or psychologist is None or psychologist.id == client.psychologist_id:
        return
    raise BadCell(
        _(
            "«{name}» is here without an external_id, with another psychologist; if it is the "
            "same person, leave the psychologist's cell empty this once"
        ).format(name=shown(row.name))
    )


def _new(row: ClientRow, psychologist: Person, asked: Asked) -> Person:
    client = Person(
        created_at=asked.now, name_hash=keyring().hash(row.name), psychologist_id=psychologist.id
    )
    client.name = row.name
    _set(client, _said(row, None))
    return client


def _said(row: ClientRow, psychologist: Person | None) -> dict[str, object]:
    """What a row says; an empty cell says nothing."""
    said = {
        "name": row.name,
        "psychologist_id": psychologist.id if psychologist else None,
        "external_id": row.external_id,
        "time_zone": row.time_zone,
        "language": row.language,
        "phone": row.phone,
        "safe_contact": row.safe_contact,
    }
    return {column: value for column, value in said.items() if value is not None}


def _compared(
    row: ClientRow, client: Person, psychologist: Person | None, change: Callable[..., None]
) -> Decided:
    differs = {
        column: value
        for column, value in _said(row, psychologist).items()
        if value != getattr(client, column) and not _is_theirs(client, column)
    }
    if not differs:
        return Decided(row.line, Outcome.UNCHANGED)
    what = [column.removesuffix("_id") if column == "psychologist_id" else column
            for column in differs]  # fmt: skip
    return Decided(
        row.line,
        Outcome.CHANGED,
        row.name,
        change=partial(change, client, differs),
        about=client,
        action="change client",
        what=what,
    )


def _is_theirs(client: Person, column: str) -> bool:
    return client.joined_at is not None and column in _THEIRS


def _change(db: Session, now: datetime, client: Person, values: Mapping[str, object]) -> None:
    _set(client, values)
    if "psychologist_id" in values:
        unsharing.end_all(db, client.id, now)


def _set(client: Person, values: Mapping[str, object]) -> None:
    for column, value in values.items():
        setattr(client, column, value)
    if "name" in values:
        client.name_hash = keyring().hash(client.name)
    if client.external_id and "external_id" in values:
        client.external_id_hash = keyring().hash(client.external_id)
