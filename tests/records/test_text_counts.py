"""Texts by the week: counted without words, and only whole weeks are said."""

from datetime import date

from sqlmodel import Session, col, select

from bot.records import text_counts
from bot.records.text_counts import TextCount
from bot.rules.triage.danger import Tier

TUESDAY, SUNDAY, MONDAY = date(2026, 12, 1), date(2026, 12, 6), date(2026, 12, 7)


def test_a_week_is_one_row_from_monday_to_sunday(db: Session) -> None:
    for day, tier in (
        (TUESDAY, None),
        (SUNDAY, Tier.HIGH),
        (SUNDAY, Tier.POSSIBLE),
        (MONDAY, None),
    ):
        text_counts.count(db, day, tier)
    rows = db.exec(select(TextCount).order_by(col(TextCount.begins_on))).all()
    assert [(row.begins_on, row.texts, row.high, row.possible) for row in rows] == [
        (date(2026, 11, 30), 3, 1, 1),
        (MONDAY, 1, 0, 0),
    ]


def test_neither_the_first_week_nor_the_one_that_runs_is_a_whole_one(db: Session) -> None:
    assert text_counts.whole_weeks(db, TUESDAY) == (0, 0, 0, 0)
    text_counts.count(db, TUESDAY, None)
    assert text_counts.whole_weeks(db, TUESDAY) == (0, 0, 0, 0)
    assert text_counts.whole_weeks(db, MONDAY) == (0, 0, 0, 0)
    text_counts.count(db, MONDAY, Tier.HIGH)
    text_counts.count(db, date(2026, 12, 21), None)
    assert text_counts.whole_weeks(db, date(2026, 12, 14)) == (1, 1, 1, 0)


def test_a_week_in_which_nobody_wrote_is_counted_too(db: Session) -> None:
    text_counts.count(db, TUESDAY, None)
    text_counts.count(db, MONDAY, None)
    assert text_counts.whole_weeks(db, date(2026, 12, 30)) == (3, 1, 0, 0)


def test_of_long_ago_only_the_last_half_year_counts(db: Session) -> None:
    text_counts.count(db, date(2026, 1, 6), Tier.HIGH)
    text_counts.count(db, date(2026, 1, 13), Tier.HIGH)
    text_counts.count(db, TUESDAY, None)
    assert text_counts.whole_weeks(db, MONDAY) == (26, 1, 0, 0)
