"""Check-ins: what a client answered about a session, readable by nobody they did not choose."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records import questionnaires, sharings, therapy_sessions
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, choice
from bot.records.encryption import SealedJson, SealedTextOrNone, random_row_id, sealed_column
from bot.records.sharings import SharedKind
from bot.records.therapy_sessions import TherapySession
from bot.rules import check_in_times
from bot.rules.alliance import Answers, Earlier, Judgement, Level, mean_of
from bot.rules.questionnaire import Questionnaire


class CheckInState(enum.Enum):
    ASKED = "asked"
    OPEN = "open"  # begun
    ANSWERED = "answered"
    DECLINED = "declined"  # not today, or stopped on the way: nothing is kept
    LAPSED = "lapsed"  # not finished in time: nothing is kept


_LEVEL_WIDTH = max(len(level.value) for level in Level)
_NOT_YET = " ?"  # as wide as an answer
UNSETTLED = (CheckInState.ASKED, CheckInState.OPEN)


class CheckIn(SQLModel, table=True):
    """The short questions about one session. `psychologist_id` is whose session it was.

    The level is sealed as well: it says what the answers say. Both are sealed at one width, since
    sealing doesn't hide how long a value is. `closes_at` is the instant at which it lapses, while
    there is one.
    """

    __tablename__ = "check_in"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    client_id: int = Field(foreign_key="person.id", index=True)
    psychologist_id: int = Field(foreign_key="person.id", index=True)
    therapy_session_id: int = Field(foreign_key="therapy_session.id", unique=True)
    questionnaire_id: int = Field(foreign_key="questionnaire.id")
    state: CheckInState = choice(CheckInState, default=CheckInState.ASKED)
    answers_sealed: bytes = sealed_column()
    level_sealed: bytes | None = None
    comment_sealed: bytes | None = None
    keeps_private: bool = False  # not shown, whatever else is (records/sharings.py)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closes_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    answers_json = SealedJson("answers")
    level_word = SealedTextOrNone("level")
    comment = SealedTextOrNone("comment")

    @property
    def topic(self) -> str:
        """What outbox rows about this check-in are filed under."""
        return f"{self.__tablename__}:{self.id}"

    @property
    def answers(self) -> Answers:
        """What was answered so far, by item, skipped ones as None, in the order of asking."""
        return {name: _read(code) for name, code in self.answers_json.items() if code != _NOT_YET}

    @property
    def current(self) -> str | None:
        """The name of the item that is next; None after the last."""
        codes = self.answers_json.items()
        return next((name for name, code in codes if code == _NOT_YET), None)

    @property
    def level(self) -> Level | None:
        return Level(self.level_word.strip()) if self.level_word is not None else None


def ask(
    db: Session, therapy_session: TherapySession, questionnaire: Questionnaire, now: datetime
) -> CheckIn:
    """A new check-in about this session in these words, open until it is stale."""
    row = CheckIn(
        client_id=therapy_session.client_id,
        psychologist_id=therapy_session.psychologist_id,
        therapy_session_id=therapy_session.id,
        questionnaire_id=questionnaires.kept(db, questionnaire, now).id,
        asked_at=now,
    )
    row.answers_json = dict.fromkeys(questionnaire.names, _NOT_YET)
    row.closes_at = stale_at(db, row)
    db.add(row)
    db.flush()
    return row


def stale_at(db: Session, row: CheckIn) -> datetime:
    """When it can no longer be answered, as times are booked now."""
    upcoming = therapy_sessions.next_after(db, row.client_id, row.asked_at)
    return check_in_times.closes_at(row.asked_at, upcoming)


def answer(row: CheckIn, name: str, value: int | None) -> None:
    """Keep an answer; one that was given before is corrected."""
    row.answers_json = {**row.answers_json, name: _code(value)}


def step_back(row: CheckIn, name: str) -> None:
    """Forget the answer to this item and to those after it, so that it is asked again."""
    names = list(row.answers_json)
    kept = names[: names.index(name)]
    row.answers_json = {
        each: code if each in kept else _NOT_YET for each, code in row.answers_json.items()
    }


def settle(row: CheckIn, judgement: Judgement, now: datetime) -> None:
    """All of them were answered or skipped."""
    row.state, row.answered_at, row.closes_at = CheckInState.ANSWERED, now, None
    row.level_word = judgement.level.value.ljust(_LEVEL_WIDTH)


def put_away(row: CheckIn, state: CheckInState) -> None:
    """Declined or lapsed: what was half given is not kept."""
    row.state, row.closes_at = state, None
    row.answers_json = {}


def unsettled_of(db: Session, client_id: int) -> Sequence[CheckIn]:
    """The check-ins that this client can still answer; one, but for an instant."""
    chosen = select(CheckIn).where(
        CheckIn.client_id == client_id, col(CheckIn.state).in_(UNSETTLED)
    )
    return db.exec(chosen).all()


def of_session(db: Session, session_id: int) -> CheckIn | None:
    return db.exec(select(CheckIn).where(CheckIn.therapy_session_id == session_id)).first()


def earlier_than(db: Session, row: CheckIn) -> list[Earlier]:
    """What these two people's check-ins said before this one, the newest first.

    Those of a former psychologist are about another relationship.
    """
    answered = db.exec(
        select(CheckIn)
        .where(
            CheckIn.client_id == row.client_id,
            CheckIn.psychologist_id == row.psychologist_id,
            CheckIn.state == CheckInState.ANSWERED,
            CheckIn.id != row.id,
        )
        .order_by(col(CheckIn.answered_at).desc(), col(CheckIn.id).desc())
    ).all()
    return [
        Earlier(mean_of(each.answers), each.level or Level.FINE, each.answers) for each in answered
    ]


def answered_of(db: Session, client_id: int) -> Sequence[CheckIn]:
    """All that this client answered, about whomever, the newest session first."""
    chosen = (
        select(CheckIn)
        .join(TherapySession, col(TherapySession.id) == col(CheckIn.therapy_session_id))
        .where(CheckIn.client_id == client_id, CheckIn.state == CheckInState.ANSWERED)
        .order_by(col(TherapySession.starts_at).desc(), col(CheckIn.id).desc())
    )
    return db.exec(chosen).all()


def last_answered(db: Session, client_id: int) -> CheckIn | None:
    return db.exec(
        select(CheckIn)
        .where(CheckIn.client_id == client_id, CheckIn.state == CheckInState.ANSWERED)
        .order_by(col(CheckIn.answered_at).desc(), col(CheckIn.id).desc())
    ).first()


def questionnaire_of(db: Session, row: CheckIn) -> Questionnaire:
    """The items in the words in which they were asked."""
    return questionnaires.get(db, row.questionnaire_id)


def shown_to(db: Session, row: CheckIn) -> int | None:
    """Who but the client may see its answers now: the psychologist whose session it was, if shared."""
    if row.state is not CheckInState.ANSWERED or row.keeps_private or row.answered_at is None:
        return None
    reader_id, kind = row.psychologist_id, SharedKind.CHECK_INS
    is_shared = sharings.covers(db, row.client_id, reader_id, kind, row.answered_at)
    return reader_id if is_shared else None


def _code(value: int | None) -> str:
    return "  " if value is None else f"{value:2}"


def _read(code: str) -> int | None:
    return int(code) if code.strip() else None
