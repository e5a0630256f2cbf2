"""The whole file, read and compared with itself: the rows that the database is asked about next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.imports import reading
from bot.imports.reading import Unreadable
from bot.imports.rows import BadRow, ClientRow, SessionRow, client_row, session_row
from bot.records.encryption import keyring
from bot.records.import_files import ImportKind
from bot.rules.due import day_of, start_of_day
from bot.rules.practice import Practice
from bot.texts import _

Row = ClientRow | SessionRow | BadRow
Rows = Sequence[Row]


@dataclass(frozen=True)
class Asked:
    """What is asked of a file, and by whom."""

    kind: ImportKind
    practice: Practice
    now: datetime
    by: int | None = None  # None: the operator
    cancels_missing: bool = False


@dataclass(frozen=True)
class Plan:
    """A file's rows, in their order, with what only the whole file can say.

    `positions` is where the file wants each session with a uid; None where it is cancelled.
    """

    asked: Asked
    rows: Sequence[Row]
    uids: frozenset[bytes] = frozenset()  # hashes, those of bad rows too
    positions: Mapping[bytes, tuple[datetime, datetime] | None] = field(default_factory=dict)
    given_up: frozenset[tuple[str, datetime]] = frozenset()  # (client, start), cancelled, no uid
    # (hash of the client, start) of sessions that stand; told only where missing ones are cancelled
    beginnings: frozenset[tuple[bytes, datetime]] = frozenset()
    namesakes: frozenset[bytes] = frozenset()  # hashes of names that several clients here have
    first: datetime | None = None  # the beginning of the first day that the file speaks of
    last: datetime | None = None  # the end of the last one

    def at(self, now: datetime) -> "Plan":
        """The same file a little later."""
        return replace(self, asked=replace(self.asked, now=now))


def read(contents: bytes, asked: Asked) -> Plan:
    """Read a file. Raises Unreadable with a sentence if it can't be used at all."""
    records = reading.records(contents, asked.kind)
    if asked.kind is ImportKind.CLIENTS:
        clients = [client_row(record) for record in records]
        _refuse_empty(clients)
        doubles, namesakes = _doubles_of_clients(clients)
        return Plan(asked, [_unless(each, doubles) for each in clients], namesakes=namesakes)
    sessions = [session_row(record, asked.practice, asked.now) for record in records]
    _refuse_empty(sessions)
    return _sessions_plan(asked, sessions)


def _refuse_empty(rows: Sequence[Row]) -> None:
    if not rows:
        raise Unreadable(_("There is a line of headers and nothing under it."))


def _unless(row: ClientRow | SessionRow | BadRow, doubles: Mapping[int, str]) -> Row:
    if row.line not in doubles or isinstance(row, BadRow):
        return row
    hashes = row.uid_hashes if isinstance(row, SessionRow) else ()
    return BadRow(row.line, doubles[row.line], hashes)


def _doubles_of_clients(rows: Iterable[Row]) -> tuple[dict[int, str], frozenset[bytes]]:
    """Lines that say who they are no better than another line does."""
    by_id: dict[bytes, int] = {}
    by_name: dict[bytes, list[ClientRow]] = defaultdict(list)
    found: dict[int, str] = {}
    for row in rows:
        if not isinstance(row, ClientRow):
            continue
        by_name[keyring().hash(row.name)].append(row)
        if row.external_id:
            line = by_id.setdefault(keyring().hash(row.external_id), row.line)
            if line != row.line:
                found[row.line] = _("line {line} has the same external_id").format(line=line)
    shared = {each: rows for each, rows in by_name.items() if len(rows) > 1}
    for namesakes in shared.values():
        found |= _without_id(namesakes)
    return found, frozenset(shared)


def _without_id(namesakes: Sequence[ClientRow]) -> dict[int, str]:
    lines = ", ".join(str(each.line) for each in namesakes[:5])
    reason = _("two clients have this name (lines {lines}); give each an external_id")
    return {row.line: reason.format(lines=lines) for row in namesakes if not row.external_id}


def _sessions_plan(asked: Asked, rows: Sequence[SessionRow | BadRow]) -> Plan:
    doubles = _double_uids(rows)
    doubles |= _overlaps([row for row in rows if row.line not in doubles], asked.now)
    kept = [_unless(row, doubles) for row in rows]
    good = [row for row in kept if isinstance(row, SessionRow)]
    uids = frozenset(
        each for row in kept if not isinstance(row, ClientRow) for each in row.uid_hashes
    )
    if asked.cancels_missing:
        _refuse_without_uid(kept)
    first, last = _days(good, asked.practice)
    return Plan(
        asked,
        kept,
        uids,
        positions={
            each: None if row.is_cancelled else (row.starts_at, row.ends_at)
            for row in good
            for each in row.uid_hashes
        },
        given_up=frozenset(
            (who, row.starts_at)
            for row in good
            if row.is_cancelled and not row.uid
            for who in row.who
        ),
        beginnings=_beginnings(good) if asked.cancels_missing else frozenset(),
        first=first,
        last=last,
    )


def _beginnings(rows: Iterable[SessionRow]) -> frozenset[tuple[bytes, datetime]]:
    return frozenset(
        (each, row.starts_at)
        for row in rows
        if not row.is_cancelled
        for each in keyring().hashes(row.who[0])
    )


def _double_uids(rows: Iterable[SessionRow | BadRow]) -> dict[int, str]:
    seen: dict[bytes, int] = {}
    found: dict[int, str] = {}
    for row in rows:
        line = seen.setdefault(row.uid_hashes[0], row.line) if row.uid_hashes else row.line
        if line != row.line:
            found[row.line] = _("line {line} has the same uid").format(line=line)
    return found


def _overlaps(rows: Iterable[SessionRow | BadRow], now: datetime) -> dict[int, str]:
    """Sessions of one client that can't both be; the later line gives way."""
    ahead: dict[tuple[str, ...], list[SessionRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row, SessionRow) and not row.is_cancelled and row.starts_at > now:
            ahead[tuple(each.casefold() for each in row.who)].append(row)
    found: dict[int, str] = {}
    for theirs in ahead.values():
        theirs.sort(key=lambda each: each.starts_at)
        stands = theirs[0]
        for row in theirs[1:]:
            if row.starts_at < stands.ends_at:
                early, late = sorted((stands, row), key=lambda each: each.line)
                found[late.line] = _(
                    "the client has a session at that time in line {line} already"
                ).format(line=early.line)
                stands = early
            else:
                stands = row
    return found


def _refuse_without_uid(rows: Iterable[Row]) -> None:
    for row in rows:
        if not isinstance(row, ClientRow) and not row.uid_hashes:
            raise Unreadable(
                _(
                    "Line {line} has no uid. What is missing can be told only where each line "
                    "has one."
                ).format(line=row.line)
            )


def _days(
    rows: Sequence[SessionRow], practice: Practice
) -> tuple[datetime | None, datetime | None]:
    """From the beginning of the first day to the end of the last, on the practice's clocks."""
    if not rows:
        return None, None
    days = [day_of(row.starts_at, practice.zone) for row in rows]
    after = max(days) + timedelta(days=1)
    return start_of_day(min(days), practice.zone), start_of_day(after, practice.zone)
