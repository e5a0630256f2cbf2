"""Rows of sessions: booked, moved, changed, cancelled, or left as they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.imports.cells import BadCell
from bot.imports.known import Known
from bot.imports.plans import Plan, Row
from bot.imports.report import Bad, Change, Outcome, Report
from bot.imports.rows import USUAL_MINUTES, BadRow, ClientRow, SessionRow
from bot.records import people, therapy_sessions
from bot.records.audit import AuditEntry
from bot.records.consents import Consent, Purpose
from bot.records.people import Person
from bot.records.therapy_sessions import Booking, SessionState, TherapySession
from bot.rules.due import next_reminder_at
from bot.texts import _

_DAY = timedelta(days=1)
_ACTIONS = {
    Outcome.CREATED: "book",
    Outcome.MOVED: "move",
    Outcome.CHANGED: "change",
    Outcome.CANCELLED: "cancel",
}


@dataclass
class Batch:
    """Some rows, and what is here of the clients whom they name."""

    db: Session
    plan: Plan
    known: Known
    does: bool
    theirs: Mapping[int, list[TherapySession]]  # by client
    by_uid: Mapping[bytes, TherapySession]
    outcomes: list[Outcome] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    touched: list[tuple[Outcome, TherapySession]] = field(default_factory=list)
    tells: set[int] = field(default_factory=set)  # clients to whom it matters

    @property
    def now(self) -> datetime:
        return self.plan.asked.now

    def note(
        self, line: int, outcome: Outcome, client: Person, session: TherapySession,
        before: datetime | None = None, after: datetime | None = None, what: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.outcomes.append(outcome)
        self.touched.append((outcome, session))
        self.changes.append(Change(line, outcome, client.name, before, after, what))

    def report(self) -> Report:
        told = _who_hear(self.db, self.tells, self.now) if self.tells else frozenset()
        return Report.of(self.outcomes, self.bad, self.changes, told)

    def keep(self) -> None:
        """Write what is new, and who did what."""
        self.db.add_all(session for outcome, session in self.touched if outcome is Outcome.CREATED)
        self.db.flush()
        self.db.add_all(
            AuditEntry(
                at=self.now,
                person_id=self.plan.asked.by,
                action=_ACTIONS[outcome],
                subject=str(TherapySession.__tablename__),
                subject_id=session.id,
            )
            for outcome, session in self.touched
        )
        self.db.flush()


def work(db: Session, plan: Plan, rows: Sequence[Row], *, does: bool) -> Report:
    """Look at some rows, or take them over."""
    sessions = [row for row in rows if isinstance(row, SessionRow)]
    known = Known(db, [word for row in sessions for word in row.who])
    clients = _clients_of(known, sessions)
    theirs, by_uid = _what_is_here(db, plan, sessions, clients)
    batch = Batch(db, plan, known, does, theirs, by_uid)
    for row in rows:
        assert not isinstance(row, ClientRow), "a file is of one kind"
        if isinstance(row, BadRow):
            batch.bad.append(Bad(row.line, row.reason))
            continue
        try:
            _row(batch, row)
        except BadCell as error:
            batch.bad.append(Bad(row.line, str(error)))
    if does:
        batch.keep()
    return batch.report()


def _clients_of(known: Known, rows: Iterable[SessionRow]) -> set[int]:
    found: set[int] = set()
    for row in rows:
        try:
            found.add(known.client(row.who).id)
        except BadCell:
            continue  # said when the row's turn comes
    return found


def _what_is_here(
    db: Session, plan: Plan, rows: Sequence[SessionRow], clients: set[int]
) -> tuple[Mapping[int, list[TherapySession]], Mapping[bytes, TherapySession]]:
    """The sessions of these clients from the file's first day on, and those with its uids."""
    earliest = min((row.starts_at for row in rows), default=plan.asked.now) - _DAY
    uids = [each for row in rows for each in row.uid_hashes]
    is_theirs = col(TherapySession.client_id).in_(clients) & (
        col(TherapySession.starts_at) >= min(earliest, plan.asked.now - _DAY)
    )
    found = db.exec(
        select(TherapySession).where(is_theirs | col(TherapySession.uid_hash).in_(uids))
    ).all()
    theirs: dict[int, list[TherapySession]] = defaultdict(list)
    for session in found:
        theirs[session.client_id].append(session)
    return theirs, {each.uid_hash: each for each in found if each.uid_hash is not None}


def _row(batch: Batch, row: SessionRow) -> None:
    client = batch.known.client(row.who)
    psychologist = batch.known.psychologist(row.psychologist) if row.psychologist else None
    here = _here(batch, client, row)
    if row.is_cancelled:
        return _cancel(batch, client, row, here)
    if here is None or not _stands(here, row, batch.now):
        return _book(batch, client, psychologist, row, here)
    if here.state is SessionState.CANCELLED or here.starts_at <= batch.now:
        batch.outcomes.append(Outcome.PAST if here.starts_at <= batch.now else Outcome.UNCHANGED)
    elif here.starts_at != row.starts_at:
        _move(batch, client, row, here)
    else:
        _change(batch, client, psychologist, row, here)


def _here(batch: Batch, client: Person, row: SessionRow) -> TherapySession | None:
    """The session that the row speaks of, by its uid, else by its client and start."""
    for uid in row.uid_hashes:
        found = batch.by_uid.get(uid)
        if found is not None and found.client_id != client.id:
            raise BadCell(_("this uid is a session of another client here"))
        if found is not None:
            return found
    same_start = [
        each
        for each in batch.theirs.get(client.id, ())
        if each.starts_at == row.starts_at and (each.uid_hash is None or not row.uid)
    ]
    return max(same_start, key=lambda each: each.state is SessionState.BOOKED, default=None)


def _stands(here: TherapySession, row: SessionRow, now: datetime) -> bool:
    """Whether the row speaks of this very hour; a cancelled or past one may be booked anew."""
    is_open = here.state is SessionState.BOOKED and here.starts_at > now
    return is_open or here.starts_at == row.starts_at or row.starts_at <= now


def _book(
    batch: Batch, client: Person, psychologist: Person | None, row: SessionRow,
    before: TherapySession | None,
) -> None:  # fmt: skip
    if row.starts_at <= batch.now:
        batch.outcomes.append(Outcome.PAST)
        return
    _refuse_overlap(batch, client, row, None)
    if client.psychologist_id is None and psychologist is None:
        raise BadCell(_("the client has no psychologist"))
    booking = Booking(
        row.starts_at, row.minutes or USUAL_MINUTES, place=row.place, link=row.link, uid=row.uid
    )
    practice = batch.plan.asked.practice
    session = therapy_sessions.new(client, booking, practice, batch.now)
    if psychologist is not None:
        session.psychologist_id = psychologist.id
    if batch.does and before is not None:
        before.uid_hash = None  # the uid goes over to the hour that it means now
    rules = practice.reminder_rules(client.time_zone)
    is_notice = next_reminder_at(row.starts_at, rules, batch.now) is None
    if is_notice and session.remind_at is not None:
        batch.tells.add(client.id)
    batch.note(row.line, Outcome.CREATED, client, session, after=row.starts_at)


def _refuse_overlap(
    batch: Batch, client: Person, row: SessionRow, but: TherapySession | None
) -> None:
    for other in batch.theirs.get(client.id, ()):
        if other is but or other.state is not SessionState.BOOKED:
            continue
        where = _where_it_will_be(batch.plan, client, other)
        if where is not None and where[0] < row.ends_at and row.starts_at < where[1]:
            raise BadCell(_("the client has a session at that time here already"))


def _where_it_will_be(
    plan: Plan, client: Person, other: TherapySession
) -> tuple[datetime, datetime] | None:
    """Where the file leaves a session that is here; None if it goes."""
    uid = other.uid_hash
    if uid is not None and uid in plan.positions:
        return plan.positions[uid]
    if uid is not None and plan.asked.cancels_missing and _is_missing(plan, other):
        return None
    names = (client.name, *([client.external_id] if client.external_id else []))
    if any((name, other.starts_at) in plan.given_up for name in names):
        return None
    return other.starts_at, other.ends_at


def _is_missing(plan: Plan, session: TherapySession) -> bool:
    is_within = (
        plan.first is not None
        and plan.last is not None
        and max(plan.first, plan.asked.now) <= session.starts_at < plan.last
    )
    return is_within and session.uid_hash not in plan.uids


def _move(batch: Batch, client: Person, row: SessionRow, here: TherapySession) -> None:
    if row.starts_at <= batch.now:
        raise BadCell(_("it would be moved to a time that is over"))
    _refuse_overlap(batch, client, row, here)
    before = here.starts_at
    if batch.does:
        to = Booking(row.starts_at, row.minutes or here.minutes)
        therapy_sessions.move(batch.db, here, to, batch.plan.asked.practice, batch.now)
        _set_details(here, row)
    batch.tells.add(client.id)
    batch.note(row.line, Outcome.MOVED, client, here, before, row.starts_at)


def _change(
    batch: Batch, client: Person, psychologist: Person | None, row: SessionRow,
    here: TherapySession,
) -> None:  # fmt: skip
    pairs = {
        "minutes": (row.minutes, here.minutes),
        "place": (row.place, here.place),
        "link": (row.link, here.link),
        "psychologist": (psychologist.id if psychologist else None, here.psychologist_id),
        "uid": (row.uid_hashes[0] if row.uid_hashes and here.uid_hash is None else None, None),
    }
    differ = tuple(each for each, (new, old) in pairs.items() if new is not None and new != old)
    if not differ:
        batch.outcomes.append(Outcome.UNCHANGED)
        return
    if "minutes" in differ:
        _refuse_overlap(batch, client, row, here)
    if batch.does:
        _set_details(here, row)
        if psychologist is not None:
            here.psychologist_id = psychologist.id
        if row.minutes is not None and row.minutes != here.minutes:
            here.minutes = row.minutes
            therapy_sessions.plan_what_follows(here, batch.plan.asked.practice)
    batch.note(row.line, Outcome.CHANGED, client, here, here.starts_at, row.starts_at, differ)


def _set_details(here: TherapySession, row: SessionRow) -> None:
    here.place, here.link = row.place or here.place, row.link or here.link
    if row.uid_hashes:
        here.uid_hash = row.uid_hashes[0]


def _cancel(batch: Batch, client: Person, row: SessionRow, here: TherapySession | None) -> None:
    if here is None or here.state is SessionState.CANCELLED:
        batch.outcomes.append(Outcome.UNCHANGED)
    elif here.starts_at <= batch.now:
        batch.outcomes.append(Outcome.PAST)
    else:
        _call_off(batch, row.line, client, here)


def _call_off(batch: Batch, line: int, client: Person, here: TherapySession) -> None:
    if batch.does:
        therapy_sessions.cancel(batch.db, here, batch.now)
    batch.tells.add(client.id)
    batch.note(line, Outcome.CANCELLED, client, here, here.starts_at)


def missing(db: Session, plan: Plan, *, does: bool) -> Report:
    """Cancel what came from such a file before, lies within its days and isn't in it any more."""
    if not plan.asked.cancels_missing or plan.first is None or plan.last is None:
        return Report()
    found = db.exec(
        select(TherapySession).where(
            col(TherapySession.uid_hash).is_not(None),
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at >= max(plan.first, plan.asked.now),
            TherapySession.starts_at < plan.last,
        )
    ).all()
    batch = Batch(db, plan, Known(db, ()), does, {}, {})
    for session in found:
        if _is_missing(plan, session):
            _call_off(batch, 0, people.get(db, session.client_id), session)
    if does:
        batch.keep()
    return batch.report()


def _who_hear(db: Session, ids: set[int], now: datetime) -> frozenset[int]:
    """Those of these clients to whom the bot may write unasked."""
    agreed = select(Consent.person_id).where(
        Consent.purpose == Purpose.REMINDERS, col(Consent.withdrawn_at).is_(None)
    )
    chosen = select(Person).where(col(Person.id).in_(ids), col(Person.id).in_(agreed))
    return frozenset(person.id for person in db.exec(chosen) if person.hears_unasked(now))
