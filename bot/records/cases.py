"""Cases: a concern that a client put into words, who may read it, and where it stands."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import mails, outbox
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.rules.routing import Kind

# Case numbers are said on the telephone; none of them should look like the practice's first.
_FIRST_NUMBER = 1000
# More words within this time open a closed case again (DESIGN §5).
REOPENS_WITHIN = timedelta(days=14)
# «How is it now?» is asked once, so long after closing.
ASK_AGAIN_AFTER = timedelta(days=7)
# After this time a client hears once that a concern was begun and not sent.
DRAFT_WAITS = timedelta(days=1)
# Then it is kept for this long, and thrown away.
DRAFT_KEPT_FOR = timedelta(days=3)


class CaseState(enum.Enum):
    DRAFT = "draft"  # being put into words; nobody but the client knows of it
    WAITING = "waiting"  # sent; nobody has taken it on
    TAKEN = "taken"  # a member of staff looks after it
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # taken back by the client; staff no longer read it
    DROPPED = "dropped"  # never sent; its words are gone


OPEN_STATES = (CaseState.WAITING, CaseState.TAKEN)


class Outcome(enum.Enum):
    """How a case ended, as who closed it says."""

    STAYS = "carries on"
    CHANGE = "change of psychologist"
    PRACTICAL = "practical matter settled"
    OUTSIDE = "goes outside"
    NO_ANSWER = "no answer"


class Since(enum.Enum):
    """How it is, a week after closing, as the client says."""

    SORTED = "sorted"
    PARTLY = "partly"
    NO = "no"
    UNSAID = "rather not say"


class Case(SQLModel, table=True):
    """One concern. `due_at` is the instant of its next step in time: an open case always has one.

    `look_by` and `answer_by` are what the client was promised, `first_…` what was as it was sent; at
    `remind_at` who owes it is reminded. The instants of the next step are set by `wait_until`.
    """

    __tablename__ = "concern_case"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    about_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    check_in_id: int = 0  # whose answers may be added; 0 for none
    state: CaseState = choice(CaseState, default=CaseState.DRAFT)
    kind: Kind = choice(Kind, default=Kind.OTHER)
    with_name: bool = True
    wants_call: bool = False
    begun_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    look_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_look_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_by: int | None = Field(default=None, foreign_key="person.id")
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: Outcome | None = choice(Outcome, default=None, nullable=True)
    since: Since | None = choice(Since, default=None, nullable=True)
    misses: int = 0  # how often a promised time has passed
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    ask_since_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    @property
    def number(self) -> str:
        return f"C-{_FIRST_NUMBER + self.id}"

    @property
    def topic(self) -> str:
        """What outbox rows about this case are filed under, and what a reply to them belongs to."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def alert_topic(self) -> str:
        """What alerts that wait for somebody to look are filed under."""
        return f"{self.topic}:alert"

    @property
    def news_topic(self) -> str:
        """What alerts that the client has said more are filed under."""
        return f"{self.topic}:news"

    @property
    def owed_topic(self) -> str:
        """What reminders of an answer that is owed are filed under."""
        return f"{self.topic}:owed"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    def wait_until(self, due_at: datetime | None, remind_at: datetime | None = None) -> None:
        """When the next step comes (None: there is none), and when who owes it is reminded."""
        self.due_at, self.remind_at = due_at, remind_at


class CaseReader(SQLModel, table=True):
    """A member of staff whom the client named for a case. Who was not asked yet reads nothing."""

    __tablename__ = "case_reader"

    case_id: int = Field(primary_key=True, foreign_key="concern_case.id")
    person_id: int = Field(primary_key=True, foreign_key="person.id", index=True)
    rank: int  # 0 is the first
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    away_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def begin(
    db: Session, *, client_id: int, about_id: int | None, check_in_id: int, now: datetime
) -> Case:
    """A draft that nobody but the client knows of."""
    case = Case(
        client_id=client_id,
        about_id=about_id,
        check_in_id=check_in_id,
        begun_at=now,
        due_at=now + DRAFT_WAITS,
    )
    db.add(case)
    db.flush()
    return case


def name_readers(db: Session, case: Case, person_ids: Sequence[int]) -> None:
    """The client names who reads it: the first, then who may if the first is away."""
    known = {reader.person_id: reader for reader in readers(db, case)}
    for rank, person_id in enumerate(person_ids):
        reader = known.pop(person_id, None)
        if reader is None:
            reader = CaseReader(case_id=case.id, person_id=person_id, rank=rank)
        reader.rank = rank
        db.add(reader)
    for gone in known.values():
        if gone.asked_at is None:  # who has read it can't be made not to have read it
            db.delete(gone)
    db.flush()


def add_reader(db: Session, case: Case, person_id: int) -> None:
    """The client names somebody more."""
    named = [reader.person_id for reader in readers(db, case)]
    if person_id not in named:
        db.add(CaseReader(case_id=case.id, person_id=person_id, rank=len(named)))
        db.flush()


def were_asked(db: Session, case: Case) -> bool:
    """Whether anybody of the staff knows of it; within the minute after sending nobody does."""
    return any(each.asked_at is not None for each in readers(db, case))


def readers(db: Session, case: Case) -> Sequence[CaseReader]:
    """Everybody whom the client named, the first first."""
    chosen = select(CaseReader).where(CaseReader.case_id == case.id)
    return db.exec(chosen.order_by(col(CaseReader.rank), col(CaseReader.person_id))).all()


def reader(db: Session, case: Case, person_id: int) -> CaseReader | None:
    return db.get(CaseReader, (case.id, person_id))


def may_read(db: Session, case: Case, person_id: int) -> bool:
    """Whether this member of staff was named and asked, and there is something to read."""
    named = reader(db, case, person_id)
    hidden = case.state in (CaseState.DRAFT, CaseState.WITHDRAWN, CaseState.DROPPED)
    return named is not None and named.asked_at is not None and not hidden


def lock(db: Session, case: Case) -> Case:
    """The case with its row locked, as it stands now (a person's row is locked before)."""
    chosen = select(Case).where(Case.id == case.id).with_for_update(key_share=True)
    return db.exec(chosen, execution_options={"populate_existing": True}).one()


def take(db: Session, case: Case, by: int, now: datetime) -> bool:
    """True for the first who takes it on."""
    return changed_one(
        db,
        update(Case)
        .where(col(Case.id) == case.id, col(Case.state) == CaseState.WAITING)
        .values(state=CaseState.TAKEN, taken_by=by, taken_at=now),
    )


def of_client(db: Session, client_id: int, now: datetime) -> Sequence[Case]:
    """What this client has sent and can still say more about, the newest first."""
    may_reopen = (col(Case.state) == CaseState.CLOSED) & (
        col(Case.closed_at) > now - REOPENS_WITHIN
    )
    return db.exec(
        select(Case)
        .where(Case.client_id == client_id, col(Case.state).in_(OPEN_STATES) | may_reopen)
        .order_by(col(Case.id).desc())
    ).all()


def is_long_closed(case: Case, now: datetime) -> bool:
    """Whether it was closed so long ago that more words don't open it by themselves."""
    return case.closed_at is not None and case.closed_at <= now - REOPENS_WITHIN


def open_to(db: Session, person_id: int) -> Sequence[Case]:
    """The open cases that this member of staff may read, what is due first."""
    return db.exec(
        select(Case)
        .join(CaseReader, col(CaseReader.case_id) == Case.id)
        .where(
            CaseReader.person_id == person_id,
            col(CaseReader.asked_at).is_not(None),
            col(Case.state).in_(OPEN_STATES),
        )
        .order_by(col(Case.due_at), col(Case.id))
    ).all()


def closed_to(db: Session, person_id: int, since: datetime) -> Sequence[Case]:
    """The cases closed after `since` that this member of staff may read, the last closed first."""
    return db.exec(
        select(Case)
        .join(CaseReader, col(CaseReader.case_id) == Case.id)
        .where(
            CaseReader.person_id == person_id,
            col(CaseReader.asked_at).is_not(None),
            Case.state == CaseState.CLOSED,
            col(Case.closed_at) > since,
        )
        .order_by(col(Case.closed_at).desc(), col(Case.id).desc())
    ).all()


def waiting_for(db: Session, person_id: int) -> Sequence[Case]:
    """The cases that nobody has taken on and for which this member of staff was named."""
    return db.exec(
        select(Case)
        .join(CaseReader, col(CaseReader.case_id) == Case.id)
        .where(CaseReader.person_id == person_id, Case.state == CaseState.WAITING)
        .order_by(col(Case.id))
    ).all()


def subjects_of_open(db: Session, client_id: int) -> set[int]:
    """Whom the open cases of this client are about: they are told nothing of the client's danger.

    But for a case that the client sent to that very person (decision 8).
    """
    was_named = (
        select(CaseReader.case_id)
        .where(CaseReader.case_id == Case.id, CaseReader.person_id == Case.about_id)
        .exists()
    )
    chosen = select(Case.about_id).where(
        Case.client_id == client_id, col(Case.state).in_(OPEN_STATES), ~was_named
    )
    return {about_id for about_id in db.exec(chosen) if about_id is not None}


def withdraw_alerts(db: Session, case: Case, now: datetime) -> None:
    """Nobody needs to look any more."""
    for topic in (case.alert_topic, case.news_topic, case.owed_topic):
        outbox.withdraw(db, topic, now)
    mails.withdraw(db, case.topic, now)
