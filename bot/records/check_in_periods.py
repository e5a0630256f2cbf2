"""The practice's check-ins in numbers: a period at a time, kept as they were first said."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.check_ins import CheckIn, CheckInState
from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, insert_unless_there
from bot.records.questionnaires import QuestionnaireRow
from bot.rules.check_in_figures import (
    CountedCheckIn,
    Figures,
    ItemMean,
    Withheld,
    figures,
    quarter_ends,
    quarter_start,
    withheld,
)
from bot.rules.check_in_times import OPEN_FOR


class CheckInPeriod(SQLModel, table=True):
    """Whole quarters that are over. It holds no row of anybody's, and nobody's numbers.

    Kept, not reckoned anew: when a client is erased, the difference would be that client's answers.
    """

    __tablename__ = "check_in_period"

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    begins_at: datetime = Field(unique=True, sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    figures: str

    @property
    def known_at(self) -> datetime:
        return self.ends_at + OPEN_FOR

    def read(self) -> Figures:
        asked, answered_in_ten, means = json.loads(self.figures)
        return Figures(asked, answered_in_ten, tuple(ItemMean(*each) for each in means))


def newest(db: Session) -> CheckInPeriod | None:
    return db.exec(select(CheckInPeriod).order_by(col(CheckInPeriod.ends_at).desc())).first()


def close_all(db: Session, zone: ZoneInfo, now: datetime) -> Withheld | None:
    """Close the periods that can be: each begins where the last ended, and grows by whole quarters.

    Says why the one that goes on isn't closed; None if nothing was asked in it.
    """
    begins = _begin_of_next(db, zone)
    if begins is None:
        return None
    reason: Withheld | None = Withheld.TOO_FEW
    for ends in quarter_ends(begins, now, zone):
        found = _figures(db, begins, ends)
        if isinstance(found, Withheld):
            reason = found
            continue
        values = {
            "begins_at": begins,
            "ends_at": ends,
            "figures": json.dumps(astuple(found)),
        }
        insert_unless_there(db, CheckInPeriod, values)
        begins, reason = ends, Withheld.TOO_FEW
    return reason


def _begin_of_next(db: Session, zone: ZoneInfo) -> datetime | None:
    last = newest(db)
    if last is not None:
        return last.ends_at
    first = db.exec(select(CheckIn.asked_at).order_by(col(CheckIn.asked_at))).first()
    return None if first is None else quarter_start(first, zone)


def _figures(db: Session, begins: datetime, ends: datetime) -> Figures | Withheld:
    within = (col(CheckIn.asked_at) >= begins, col(CheckIn.asked_at) < ends)
    answered = col(CheckIn.state) == CheckInState.ANSWERED
    pairs = select(CheckIn.client_id, CheckIn.psychologist_id).where(*within, answered).distinct()
    # Answers are unsealed only where they are counted.
    reason = withheld([(client, psychologist) for client, psychologist in db.exec(pairs)])
    return reason or figures(_counted(db, begins, ends))


def _counted(db: Session, begins: datetime, ends: datetime) -> Sequence[CountedCheckIn]:
    chosen = (
        select(CheckIn, QuestionnaireRow.version)
        .join(QuestionnaireRow, col(QuestionnaireRow.id) == CheckIn.questionnaire_id)
        .where(col(CheckIn.asked_at) >= begins, col(CheckIn.asked_at) < ends)
        .order_by(col(QuestionnaireRow.first_asked_at), col(CheckIn.id))
    )
    return [
        CountedCheckIn(
            client_id=row.client_id,
            psychologist_id=row.psychologist_id,
            version=version,
            answers=row.answers if row.state is CheckInState.ANSWERED else {},
        )
        for row, version in db.exec(chosen)
    ]
