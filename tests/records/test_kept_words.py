"""Kept words: sealed, taken once, gone after a week."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.records import kept_words
from bot.records.kept_words import KEPT_FOR, KeptWords
from tests.records.rows import NOW, SECOND, People


def test_words_are_kept_sealed_and_taken_once(db: Session, cast: People) -> None:
    row = kept_words.keep(db, cast.anna.id, "she doesn't listen 💔", NOW)
    assert b"listen" not in row.words_sealed
    db.expire_all()
    assert (row.person_id, row.kept_at, row.expires_at) == (cast.anna.id, NOW, NOW + KEPT_FOR)
    assert kept_words.take(db, row, NOW) == "she doesn't listen 💔"
    assert db.exec(select(KeptWords)).all() == []
    assert db.get(KeptWords, row.id) is None


@pytest.mark.parametrize(
    ("after", "words"), [(KEPT_FOR - SECOND, "words"), (KEPT_FOR, None), (2 * KEPT_FOR, None)]
)
def test_words_can_be_taken_for_a_week(
    db: Session, cast: People, after: timedelta, words: str | None
) -> None:
    row = kept_words.keep(db, cast.anna.id, "words", NOW)
    assert kept_words.take(db, row, NOW + after) == words


def test_what_nobody_came_back_to_is_forgotten_after_a_week(db: Session, cast: People) -> None:
    assert KEPT_FOR.days == 7
    kept_words.keep(db, cast.anna.id, "old", NOW - KEPT_FOR)
    younger = kept_words.keep(db, cast.ben.id, "younger", NOW - KEPT_FOR + SECOND)
    kept_words.prune(db, NOW)
    db.expire_all()
    assert db.exec(select(KeptWords.id)).all() == [younger.id]
