"""Danger in rows: an alert, and a question that is open."""

from sqlmodel import Session

from bot.records import danger_alerts, danger_questions
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.people import Person
from bot.rules.triage.danger import DangerKind
from tests.records.rows import HOUR, NOW


def alert_about(db: Session, person: Person | None) -> DangerAlert:
    return danger_alerts.raise_alert(
        db, person_id=person.id if person else None, chat_id=1, words="…", now=NOW
    )


def question_about(db: Session, person: Person) -> DangerQuestion:
    question = DangerQuestion(
        person_id=person.id,
        chat_id=1,
        kind=DangerKind.SELF,
        is_plain=True,
        asked_at=NOW,
        due_at=NOW + HOUR,
    )
    question.words = "it is foggy"
    return danger_questions.ask(db, question)
