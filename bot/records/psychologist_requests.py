"""A wish for another psychologist: what for, who says so to the present one, and how far it is."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import cases, people
from bot.records.cases import Case, CaseState, Outcome
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedJson, random_row_id, sealed_column
from bot.records.therapy_sessions import TOOK_PLACE, SessionState, TherapySession

# How often whoever looks after it is reminded, and how often at most the client hears that it is open.
REMINDS_EVERY = timedelta(days=7)
WRITES_EVERY = timedelta(days=14)
# Changed wishes that were not sent are kept for so long.
UNSENT_KEPT_FOR = timedelta(days=3)


class WhoTells(enum.Enum):
    """Who tells the present psychologist."""

    CLIENT = "client"
    PRACTICE = "practice"
    NOBODY = "nobody yet"


class NextSession(enum.Enum):
    """What the client would do with the next session that is booked with the present one."""

    KEEP = "keep"
    LEAVE_OUT = "leave out"  # asked of the office; nothing is cancelled by that
    UNDECIDED = "undecided"


class NotesMayGo(enum.Enum):
    """Whether what the present psychologist wrote may go to the new one."""

    YES = "yes"
    NO = "no"
    LATER = "ask later"


class SearchState(enum.Enum):
    WISHING = "wishing"  # being put into words; nobody but the client knows of it
    LOOKING = "looking"
    FOUND = "found"  # the client sees somebody else, and has not met them yet
    MET = "met"  # the first session with them took place: it is over
    STOPPED = "stopped"  # by the client


class PsychologistRequest(SQLModel, table=True):
    """One wish, in the case that carries it. Wishes that are being changed are a row beside it."""

    __tablename__ = "psychologist_request"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    case_id: int = Field(foreign_key="concern_case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    from_id: int | None = Field(default=None, foreign_key="person.id")
    to_id: int | None = Field(default=None, foreign_key="person.id")
    state: SearchState = choice(SearchState, default=SearchState.WISHING)
    wishes_sealed: bytes = sealed_column()
    who_tells: WhoTells | None = choice(WhoTells, default=None, nullable=True)
    next_session: NextSession | None = choice(NextSession, default=None, nullable=True)
    notes_may_go: NotesMayGo | None = choice(NotesMayGo, default=None, nullable=True)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    said_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    write_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    wishes = SealedJson("wishes")  # a list of words for each wish that the client has


_SEARCHING = (SearchState.LOOKING, SearchState.FOUND)


# --- put into words


def unsent(db: Session, case: Case) -> PsychologistRequest | None:
    """The wishes that nobody has been sent yet."""
    return _newest(db, case, (SearchState.WISHING,))


def begin(db: Session, case: Case) -> PsychologistRequest:
    """The wishes of a draft, empty at first."""
    return unsent(db, case) or _add(db, case, case.about_id, {})


def begin_change(db: Session, case: Case, now: datetime) -> PsychologistRequest | None:
    """A copy of what was sent, to be changed; None if nothing is open any more."""
    sent = open_search(db, case, now)
    if sent is None:
        return None
    drop_unsent(db, case)
    row = _add(db, case, sent.from_id, sent.wishes)
    row.who_tells, row.next_session = sent.who_tells, sent.next_session
    row.notes_may_go, row.remind_at = sent.notes_may_go, now + UNSENT_KEPT_FOR
    return row


def _add(
    db: Session, case: Case, from_id: int | None, wishes: dict[str, list[str]]
) -> PsychologistRequest:
    row = PsychologistRequest(case_id=case.id, client_id=case.client_id, from_id=from_id)
    row.wishes = wishes
    db.add(row)
    db.flush()
    return row


def drop_unsent(db: Session, case: Case) -> None:
    """The words of wishes that are not sent go."""
    db.flush()
    rows = col(PsychologistRequest.case_id) == case.id
    unsent_ones = col(PsychologistRequest.state) == SearchState.WISHING
    db.execute(delete(PsychologistRequest).where(rows, unsent_ones))


def forget(db: Session, case: Case) -> None:
    """A case that nobody has read leaves no wishes."""
    db.flush()
    db.execute(delete(PsychologistRequest).where(col(PsychologistRequest.case_id) == case.id))


def send(db: Session, case: Case, now: datetime) -> None:
    """What is put into words counts from now on, in the place of what was sent before."""
    row = unsent(db, case)
    if row is None:
        return
    before = of_case(db, case)
    row.state, row.said_at = SearchState.LOOKING, now
    row.sent_at, row.remind_at, row.write_at = now, now + REMINDS_EVERY, now + WRITES_EVERY
    if before is not None:
        row.sent_at = before.sent_at
        row.remind_at, row.write_at = before.remind_at, before.write_at
        db.delete(before)
    db.flush()
    follow(db, case.client_id, now)


# --- how far it is


def of_case(db: Session, case: Case) -> PsychologistRequest | None:
    """The wish that was sent with this case, however far it is."""
    return _newest(db, case, (*_SEARCHING, SearchState.MET, SearchState.STOPPED))


def _newest(db: Session, case: Case, states: Sequence[SearchState]) -> PsychologistRequest | None:
    return db.exec(
        select(PsychologistRequest)
        .where(PsychologistRequest.case_id == case.id, col(PsychologistRequest.state).in_(states))
        .order_by(col(PsychologistRequest.id).desc())
    ).first()


def open_search(db: Session, case: Case, now: datetime) -> PsychologistRequest | None:
    """The wish while somebody looks, or until the first session with the new one.

    A case that was closed for another reason than a change ends the search; opened again it goes on.
    """
    follow(db, case.client_id, now)
    row = of_case(db, case)
    if row is None or row.state not in _SEARCHING:
        return None
    was_closed = case.state is CaseState.CLOSED
    stands = row.state is SearchState.FOUND or case.outcome is Outcome.CHANGE
    return row if case.is_open or (was_closed and stands) else None


def searching(db: Session, client_id: int) -> Sequence[PsychologistRequest]:
    """What was sent and is not over, the newest first."""
    return db.exec(
        select(PsychologistRequest)
        .where(
            PsychologistRequest.client_id == client_id,
            col(PsychologistRequest.state).in_(_SEARCHING),
        )
        .order_by(col(PsychologistRequest.id).desc())
    ).all()


def cases_of_client(db: Session, client_id: int, now: datetime) -> list[Case]:
    """What a client can say more about, and what still looks for somebody, the newest first."""
    found = {each.id: each for each in cases.of_client(db, client_id, now)}
    for row in searching(db, client_id):
        case = db.get(Case, row.case_id)
        if case is not None and open_search(db, case, now) is not None:
            found[case.id] = case
    return [found[each] for each in sorted(found, reverse=True)]


def follow_all(db: Session, now: datetime) -> None:
    """The same for every client: several have somebody else at once."""
    chosen = col(PsychologistRequest.state).in_(_SEARCHING)
    for client_id in db.exec(select(PsychologistRequest.client_id).where(chosen).distinct()).all():
        follow(db, client_id, now)


def follow(db: Session, client_id: int, now: datetime) -> None:
    """Bring the client's searches to where they are, by whom the client sees and has met."""
    client = people.get(db, client_id)
    for row in searching(db, client_id):
        if client.psychologist_id in (None, row.from_id):
            row.state, row.to_id = SearchState.LOOKING, None
            continue
        row.state, row.to_id = SearchState.FOUND, client.psychologist_id
        first = first_session(db, row)
        if first is not None and first.ends_at <= now:
            row.state, row.remind_at, row.write_at = SearchState.MET, None, None
    db.flush()


def first_session(db: Session, row: PsychologistRequest) -> TherapySession | None:
    """The first with the new psychologist that took place or may; None if none is booked."""
    assert row.sent_at is not None, "only what was sent finds somebody"
    return db.exec(
        select(TherapySession)
        .where(
            TherapySession.client_id == row.client_id,
            TherapySession.psychologist_id == row.to_id,
            TherapySession.state == SessionState.BOOKED,
            col(TherapySession.attendance).in_(TOOK_PLACE),
            TherapySession.starts_at > row.sent_at,
        )
        .order_by(col(TherapySession.starts_at))
    ).first()
