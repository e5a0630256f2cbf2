"""The sessions that are here already, as the rows of a file are compared with them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.imports.cells import BadCell
from bot.imports.plans import Plan
from bot.imports.rows import SessionRow
from bot.records.audit import AuditEntry
from bot.records.consents import Consent, Purpose
from bot.records.people import Person
from bot.records.therapy_sessions import LONGEST, SessionState, TherapySession
from bot.texts import _

Span = tuple[datetime, datetime]


class KnownSessions:
    """Those with the uids of some rows, and those of their clients that are not over."""

    def __init__(
        self, db: Session, plan: Plan, rows: Sequence[SessionRow], client_ids: Collection[int]
    ) -> None:
        self._plan = plan
        uids = {each for row in rows for each in row.uid_hashes}
        self._by_uid: dict[bytes, TherapySession] = {}
        for each in _by_uid(db, uids):
            self._by_uid.setdefault(each.uid_hash or b"", each)
        self._of: dict[int, list[TherapySession]] = defaultdict(list)
        for each in _ahead(db, client_ids, plan.asked.now):
            self._of[each.client_id].append(each)
        self._placed: dict[int, list[Span]] = defaultdict(list)  # by rows of this very batch
        self._cancelled_here = _cancelled_by_practice(
            db, [*self._by_uid.values(), *(each for some in self._of.values() for each in some)]
        )

    def with_uid(self, row: SessionRow) -> TherapySession | None:
        found = (self._by_uid.get(each) for each in row.uid_hashes)
        return next((each for each in found if each is not None), None)

    def beginning(self, client: Person, row: SessionRow) -> TherapySession | None:
        """The client's session at the row's start, unless another row speaks of it.

        The practice's program may have made it anew, with another uid: to the client it is the same.
        """
        found = [
            each
            for each in self._of[client.id]
            if each.starts_at == row.starts_at
            and (each.uid_hash is None or not row.uid or each.uid_hash not in self._plan.uids)
        ]
        found.sort(key=lambda each: each.state is not SessionState.BOOKED)
        return found[0] if found else None

    def was_cancelled_by_practice(self, session: TherapySession) -> bool:
        return session.id in self._cancelled_here

    def place(self, client: Person, row: SessionRow, span: Span, own: int | None) -> None:
        """Take the time for the row's session. Raises BadCell where the client has another."""
        begins, ends = span
        taken = [
            where
            for each in self._of[client.id]
            if each.id != own and (where := self._wanted(each, row)) is not None
        ]
        taken += self._placed[client.id]
        if any(first < ends and begins < last for first, last in taken):
            raise BadCell(_("the client has another session at that time"))
        self._placed[client.id].append(span)

    def _wanted(self, session: TherapySession, row: SessionRow) -> Span | None:
        """Where a session will be once the whole file is in; None for nowhere."""
        if session.state is not SessionState.BOOKED:
            return None
        plan, uid = self._plan, session.uid_hash
        if uid is not None and uid in plan.positions:
            return plan.positions[uid]
        if uid is None and any((each, session.starts_at) in plan.given_up for each in row.who):
            return None
        return None if is_missing(plan, session) else (session.starts_at, session.ends_at)


def is_missing(plan: Plan, session: TherapySession) -> bool:
    """Whether this session is to be cancelled because the file has it no more."""
    if not plan.asked.cancels_missing or plan.first is None or plan.last is None:
        return False
    return (
        session.uid_hash is not None
        and session.uid_hash not in plan.uids
        and plan.first <= session.starts_at < plan.last
        and session.starts_at > plan.asked.now
    )


def missing(db: Session, plan: Plan) -> list[TherapySession]:
    """The sessions that the file has no more."""
    if not plan.asked.cancels_missing or plan.first is None or plan.last is None:
        return []
    found = db.exec(
        select(TherapySession)
        .where(
            TherapySession.state == SessionState.BOOKED,
            TherapySession.starts_at >= max(plan.first, plan.asked.now),
            TherapySession.starts_at < plan.last,
            col(TherapySession.uid_hash).is_not(None),
        )
        .order_by(col(TherapySession.id))
    )
    rows = [each for each in found if is_missing(plan, each)]
    ids = {each.client_id for each in rows}
    clients = {each.id: each for each in db.exec(select(Person).where(col(Person.id).in_(ids)))}
    return [each for each in rows if not _is_made_anew(plan, each, clients[each.client_id])]


def _is_made_anew(plan: Plan, session: TherapySession, client: Person) -> bool:
    """Whether the file has the same hour under another uid."""
    called = (client.external_id_hash, client.name_hash)
    return any(each is not None and (each, session.starts_at) in plan.beginnings for each in called)


def who_hear(db: Session, clients: Collection[Person], now: datetime) -> frozenset[int]:
    """The ids of those who read what the bot writes about sessions."""
    ids = [each.id for each in clients if each.hears_unasked(now)]
    consented = select(Consent.person_id).where(
        col(Consent.person_id).in_(ids),
        Consent.purpose == Purpose.REMINDERS,
        col(Consent.withdrawn_at).is_(None),
    )
    return frozenset(db.exec(consented)) if ids else frozenset()


def _by_uid(db: Session, uids: Collection[bytes]) -> Sequence[TherapySession]:
    """Booked ones before cancelled ones, later before earlier."""
    if not uids:
        return []
    found = db.exec(select(TherapySession).where(col(TherapySession.uid_hash).in_(uids))).all()
    return sorted(found, key=lambda each: (each.state is not SessionState.BOOKED, -each.id))


def _ahead(db: Session, client_ids: Collection[int], now: datetime) -> Sequence[TherapySession]:
    if not client_ids:
        return []
    chosen = select(TherapySession).where(
        col(TherapySession.client_id).in_(client_ids), TherapySession.starts_at > now - LONGEST
    )
    return db.exec(chosen.order_by(col(TherapySession.id))).all()


def _cancelled_by_practice(db: Session, sessions: Sequence[TherapySession]) -> frozenset[int]:
    ids = {each.id for each in sessions if each.state is SessionState.CANCELLED}
    if not ids:
        return frozenset()
    chosen = select(AuditEntry.subject_id).where(
        AuditEntry.subject == TherapySession.__tablename__,
        col(AuditEntry.subject_id).in_(ids),
        AuditEntry.action == "cancel session",
    )
    return frozenset(each for each in db.exec(chosen) if each is not None)
