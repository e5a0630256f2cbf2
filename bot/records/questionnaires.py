"""The wordings in which check-ins were asked, each kept once and for ever beside the answers to it."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime
from bot.rules.questionnaire import Questionnaire


class QuestionnaireRow(SQLModel, table=True):
    """One wording. It is the practice's, and nothing about anybody, so it isn't sealed."""

    __tablename__ = "questionnaire"
    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    version: str = Field(unique=True)
    wording: str  # Questionnaire.as_json
    first_asked_at: datetime = Field(sa_type=UtcDateTime)


def kept(db: Session, questionnaire: Questionnaire, now: datetime) -> QuestionnaireRow:
    """The row of this wording; a new one the first time."""
    version = questionnaire.version
    found = db.exec(select(QuestionnaireRow).where(QuestionnaireRow.version == version)).first()
    if found is not None:
        return found
    row = QuestionnaireRow(version=version, wording=questionnaire.as_json(), first_asked_at=now)
    db.add(row)
    db.flush()
    return row


def row_of_version(db: Session, version: str) -> QuestionnaireRow:
    return db.exec(select(QuestionnaireRow).where(QuestionnaireRow.version == version)).one()


def of_version(db: Session, version: str) -> Questionnaire:
    return Questionnaire.of_json(row_of_version(db, version).wording)


def get(db: Session, questionnaire_id: int) -> Questionnaire:
    row = db.get(QuestionnaireRow, questionnaire_id)
    assert row is not None, "a foreign key says so"
    return Questionnaire.of_json(row.wording)


def all_kept(db: Session) -> list[Questionnaire]:
    """Every wording that was ever asked, the oldest first."""
    rows = db.exec(select(QuestionnaireRow).order_by(col(QuestionnaireRow.id))).all()
    return [Questionnaire.of_json(row.wording) for row in rows]
