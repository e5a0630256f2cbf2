"""A row of a file as far as it can be judged by itself: values, or why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.imports import cells, times
from bot.imports.cells import BadCell, shown
from bot.imports.reading import Record
from bot.records.encryption import keyring
from bot.rules.practice import Practice
from bot.texts import _

USUAL_MINUTES = 50
_CANCELLED = frozenset(
    {
        "cancelled",
        "canceled",
        "deleted",
        "archived",
        "late cancelled",
        "late canceled",
        "late cancellation",
        "never booked",
    }
)
_STANDS = frozenset(
    {
        "",
        "booked",
        "booked online",
        "confirmed",
        "unconfirmed",
        "scheduled",
        "active",
        "upcoming",
        "first visit",
        "checked in",
        "arrived",
        "attended",
        "completed",
        "show",
        "no show",
        "did not arrive",
    }
)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that can't be taken over. Its uid still says that the session is in the file."""

    line: int
    reason: str
    uid_hashes: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client; None where the file says nothing."""

    line: int
    name: str
    psychologist: str | None = None
    external_id: str | None = None
    time_zone: str | None = None
    language: str | None = None
    phone: str | None = None
    safe_contact: str | None = None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session; None where the file says nothing. `who` names the client, the surest way first."""

    line: int
    who: tuple[str, ...]
    starts_at: datetime
    psychologist: str | None = None
    minutes: int | None = None
    place: str | None = None
    link: str | None = None
    uid: str | None = None
    is_cancelled: bool = False
    uid_hashes: tuple[bytes, ...] = field(default=())

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes or USUAL_MINUTES)


def client_row(record: Record) -> ClientRow | BadRow:
    cell = record.cells
    try:
        _refuse_surplus(record)
        called = cells.name("name", cell.get("name", "")) or _two_names(cell)
        if called is None:
            raise BadCell(_("there is no name"))
        return ClientRow(
            record.line,
            called,
            psychologist=cells.name("psychologist", cell.get("psychologist", "")),
            external_id=cells.name("external_id", cell.get("external_id", "")),
            time_zone=cells.time_zone(cell.get("time_zone", "")),
            language=cells.language(cell.get("language", "")),
            phone=cells.phone(cell.get("phone", "")),
            safe_contact=cells.words(
                "safe_contact", cell.get("safe_contact", ""), cells.LONGEST_NOTE
            ),
        )
    except BadCell as error:
        return BadRow(record.line, str(error))


def session_row(record: Record, practice: Practice, now: datetime) -> SessionRow | BadRow:
    cell = record.cells
    uid_hashes: tuple[bytes, ...] = ()
    try:
        uid = cells.words("uid", cell.get("uid", ""), cells.LONGEST_UID)
        uid_hashes = tuple(keyring().hashes(uid)) if uid else ()
        _refuse_surplus(record)
        starts_at = times.instant(_start(cell), practice)
        times.refuse_far(starts_at, now)
        return SessionRow(
            record.line,
            _who(cell),
            starts_at,
            psychologist=cells.name("psychologist", cell.get("psychologist", "")),
            minutes=_minutes(cell, starts_at, practice),
            place=cells.words("place", cell.get("place", ""), cells.LONGEST_PLACE),
            link=cells.words("link", cell.get("link", ""), cells.LONGEST_PLACE),
            uid=uid,
            is_cancelled=_is_cancelled(cell),
            uid_hashes=uid_hashes,
        )
    except BadCell as error:
        return BadRow(record.line, str(error), uid_hashes)


def _refuse_surplus(record: Record) -> None:
    if record.has_surplus:
        raise BadCell(_("it has more cells than there are headers"))


def _two_names(cell: Mapping[str, str]) -> str | None:
    first = cells.name("first name", cell.get("first_name", ""))
    last = cells.name("last name", cell.get("last_name", ""))
    both = " ".join(filter(None, (first, last)))
    return cells.name("name", both)


def _who(cell: Mapping[str, str]) -> tuple[str, ...]:
    said = (
        cells.name("external_id", cell.get("client_id", "")),
        cells.name("client", cell.get("client", "")),
        _two_names(cell),
    )
    who = tuple(each for each in said if each)
    if not who:
        raise BadCell(_("there is no client"))
    return who


def _start(cell: Mapping[str, str]) -> str:
    whole = cell.get("starts_at", "").strip()
    return whole or f"{cell.get('date', '')} {cell.get('time', '')}"


def _minutes(cell: Mapping[str, str], starts_at: datetime, practice: Practice) -> int | None:
    said = cells.minutes(cell.get("minutes", ""))
    if said is not None:
        return said
    end = cell.get("ends_at", "").strip()
    if not end and cell.get("end_time", "").strip():
        end = f"{cell.get('date', '')} {cell['end_time']}"
    if not end:
        return None
    length = times.instant(end, practice) - starts_at
    return cells.plausible(round(length.total_seconds() / 60))


def _is_cancelled(cell: Mapping[str, str]) -> bool:
    status = " ".join(cell.get("status", "").casefold().replace("-", " ").split())
    if status not in _CANCELLED | _STANDS:
        raise BadCell(
            _("the status «{cell}» isn't known; write «cancelled», or nothing").format(
                cell=shown(status)
            )
        )
    return status in _CANCELLED or bool(cell.get("cancelled_at", "").strip())
