"""What staff read of the question that was asked before an alert: in which words, and what came of it."""

from bot.records import danger_questions
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerOutcome
from bot.texts import _
from bot.turn import Turn
from conversations.danger_words import question_of


def asked_first(turn: Turn, alert: DangerAlert) -> list[str]:
    """One line, where words that only may be danger were asked about first."""
    question = danger_questions.of_alert(turn.db, alert.id)
    if question is None:
        return []
    when, asked = turn.words.day_and_time(question.asked_at), question_of(question.kind)
    match question.outcome:
        case DangerOutcome.YES:
            text = _("{when}: I asked: «{question}» They said yes.")
        case DangerOutcome.SILENCE:
            text = _("{when}: I asked: «{question}» They didn't answer.")
        case _other:
            text = _("{when}: I asked: «{question}» Then they wrote more.")
    return [text.format(when=when, question=asked)]
