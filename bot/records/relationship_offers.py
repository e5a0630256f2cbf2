"""What helps a working relationship: offered to a client once, after the third session."""

from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import cases, check_ins, therapy_sessions
from bot.records.cases import Case, CaseState
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, insert_unless_there
from bot.records.psychologist_requests import searching
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import Level

# By then there is something to go by, and the relationship is still forming (FIELD §3.4).
AFTER_SESSION = 3
# After that it would come out of the blue; who wants it finds it under /relationship.
LAPSES_AFTER = timedelta(days=7)


class RelationshipOffer(SQLModel, table=True):
    """One row a client, for ever: so nobody is offered it twice, whoever they see by then."""

    __tablename__ = "relationship_offer"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    client_id: int = Field(foreign_key="person.id", unique=True)
    therapy_session_id: int = Field(foreign_key="therapy_session.id", index=True)
    due_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    lapses_at: datetime = Field(sa_type=UtcDateTime)
    offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def topic(self) -> str:
        return f"{self.__tablename__}:{self.id}"


def plan(db: Session, session: TherapySession, due_at: datetime) -> None:
    """Once the third session of these two took place; nothing if it was planned before."""
    if not is_after_the_third(db, session):
        return
    values = {
        "client_id": session.client_id,
        "therapy_session_id": session.id,
        "due_at": due_at,
        "lapses_at": due_at + LAPSES_AFTER,
    }
    insert_unless_there(db, RelationshipOffer, values)


def is_after_the_third(db: Session, session: TherapySession) -> bool:
    return session.took_place and therapy_sessions.number_of(db, session) == AFTER_SESSION


def session_of(db: Session, row: RelationshipOffer) -> TherapySession:
    return db.get_one(TherapySession, row.therapy_session_id)


def is_untimely(db: Session, client_id: int) -> bool:
    """Whether the client has just said that something is wrong.

    What they could do for it would then read as if it were theirs to mend.
    """
    speaks_up = select(Case.id).where(
        Case.client_id == client_id,
        col(Case.state).in_((*cases.OPEN_STATES, CaseState.DRAFT)),
    )
    if db.exec(speaks_up).first() is not None or searching(db, client_id):
        return True
    last = check_ins.last_answered(db, client_id)
    return last is not None and last.level not in (None, Level.FINE)
