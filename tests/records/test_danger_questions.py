"""Questions about danger: whose is open, who settles one, and what is forgotten."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.records import danger_questions
from bot.records.danger_questions import KEPT_FOR, DangerOutcome, DangerQuestion
from bot.rules.triage.danger import DangerKind, Tier
from tests.records.danger_rows import question_about
from tests.records.rows import DAY, HOUR, NOW, People


def stranger_s(db: Session, chat_id: int) -> DangerQuestion:
    question = DangerQuestion(
        chat_id=chat_id, kind=DangerKind.SELF, is_plain=True, asked_at=NOW, due_at=NOW + HOUR
    )
    question.words = "…"
    return danger_questions.ask(db, question)


def test_it_keeps_the_words_and_is_only_possible_danger(db: Session, cast: People) -> None:
    question = question_about(db, cast.anna)
    db.expire_all()
    assert question.words == "it is foggy" and question.danger.tier is Tier.POSSIBLE
    assert question.topic == f"danger_question:{question.id}"


def test_only_the_first_settles_it(db: Session, cast: People) -> None:
    question = question_about(db, cast.anna)
    assert danger_questions.settle(db, question, DangerOutcome.NO, NOW)
    assert not danger_questions.settle(db, question, DangerOutcome.SILENCE, NOW + HOUR)
    db.refresh(question)
    assert (question.outcome, question.settled_at, question.due_at) == (DangerOutcome.NO, NOW, None)
    assert not question.is_open


def test_a_chat_s_question_is_open_to_who_was_asked_and_to_nobody_else(
    db: Session, cast: People
) -> None:
    hers, nobody_s = question_about(db, cast.anna), stranger_s(db, 2)
    assert danger_questions.open_of(db, 1, cast.ben.id) is None
    assert danger_questions.open_of(db, 1, None) is None
    assert danger_questions.open_of(db, 99, cast.anna.id) == hers  # on another telephone by now
    assert danger_questions.open_of(db, 2, None) == nobody_s
    assert danger_questions.open_of(db, 2, cast.ben.id) == nobody_s  # who has joined since
    assert danger_questions.of_stranger(db, 2, nobody_s.id) == nobody_s
    assert danger_questions.of_stranger(db, 1, nobody_s.id) is None
    assert danger_questions.of_stranger(db, 1, hers.id) is None
    assert danger_questions.is_open(db, cast.anna.id)
    assert danger_questions.open_until(db, cast.anna.id) == NOW + HOUR
    assert not danger_questions.is_open(db, cast.ben.id)
    assert danger_questions.newest_at(db, cast.anna.id) == NOW
    assert danger_questions.newest_at(db, cast.ben.id) is None


@pytest.mark.parametrize("outcome", list(DangerOutcome))
def test_what_was_no_danger_is_forgotten_after_a_week(
    db: Session, cast: People, outcome: DangerOutcome
) -> None:
    open_one = question_about(db, cast.ben)
    question = question_about(db, cast.anna)
    danger_questions.settle(db, question, outcome, NOW)
    danger_questions.prune(db, NOW + KEPT_FOR - timedelta(seconds=1))
    assert len(db.exec(select(DangerQuestion)).all()) == 2
    danger_questions.prune(db, NOW + KEPT_FOR + DAY)
    left = 1 if outcome is DangerOutcome.NO else 2
    assert len(db.exec(select(DangerQuestion)).all()) == left
    assert open_one in db
