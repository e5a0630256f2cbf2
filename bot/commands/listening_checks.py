"""Whether `check` finds somebody for each client to turn to: inside the practice, and outside."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlmodel import Session

from bot.commands.findings import Finding, fail, ok, warn
from bot.records import people
from bot.records.people import Person, Role
from bot.rules.outside_bodies import outside_bodies
from bot.settings import Settings

_YEAR = timedelta(days=365)
_WHAT = "who listens"


def is_connected(person: Person) -> bool:
    return person.telegram_id is not None and person.unreachable_at is None


def who_listens(db: Session, settings: Settings) -> list[Finding]:
    """A psychologist's clients need somebody else to turn to where it is about that psychologist."""
    staff = [each for role in (Role.MANAGER, Role.SENIOR) for each in people.holders(db, role)]
    listening = {each.id for each in staff if is_connected(each)}
    alone = [each for each in people.holders(db, Role.PSYCHOLOGIST) if not listening - {each.id}]
    if not alone:
        return [ok(_WHAT, "somebody here besides each psychologist")]
    of_clients = [each for each in alone if people.clients_of(db, each.id)]
    names = _names(of_clients or alone)
    if settings.outside_contact:
        return [warn(_WHAT, f"nobody here but OUTSIDE_CONTACT for clients of {names}")]
    why = "nobody else here can be reached, and OUTSIDE_CONTACT is not set"
    mark = fail if of_clients else warn
    return [mark(_WHAT, f"nobody for clients of {names}: {why}")]


def _names(several: Sequence[Person]) -> str:
    return ", ".join(each.name for each in several)


def outside_finding(settings: Settings, today: date) -> Finding:
    """The country's bodies that hear a complaint: whether some are known, and read lately."""
    what, practice = "outside bodies", settings.practice()
    bodies = outside_bodies(practice.country, practice.region)
    if not bodies:
        return warn(what, f"none is known for {practice.country or 'no country'}")
    stale = [each.name for each in bodies if today - date.fromisoformat(each.verified) > _YEAR]
    if stale:
        return warn(what, f"verified over a year ago: {', '.join(stale)}")
    return ok(what, "; ".join(each.name for each in bodies))
