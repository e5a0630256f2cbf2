"""When the program was away: each outage is one row, however it ends and whatever the clock does."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from bot.records import asked_again, expired, outbox, presence
from bot.records.asked_again import Matter, OutageQuestion
from bot.records.outbox import OutboxKind, OutboxState
from bot.records.presence import KEPT_FOR, LONGEST, REPORTED_AFTER, TAPS_WAIT, Outage
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, message

MINUTE = timedelta(minutes=1)
EACH_OF_ITS_OWN = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


def rows(db: Session) -> list[Outage]:
    return list(db.exec(select(Outage).order_by(col(Outage.id))))


def away_until(db: Session, now: datetime) -> Outage:
    """The outage that ends now."""
    found = presence.note(db, now, None)
    assert found is not None
    return found


def question(db: Session, person_id: int, outage: Outage, ask_at: datetime) -> OutageQuestion:
    asked_again.plan(
        db,
        [
            OutageQuestion(
                outage_id=outage.id,
                person_id=person_id,
                matter=Matter.SESSIONS,
                since_at=outage.began_at,
                ask_at=ask_at,
            )
        ],
    )
    return db.exec(select(OutageQuestion)).one()


@pytest.mark.parametrize(
    ("span", "is_one"),
    [
        (TAPS_WAIT, False),
        (TAPS_WAIT + SECOND, True),
        (LONGEST, True),
        (LONGEST + SECOND, False),
        (-HOUR, False),
    ],
)
def test_an_outage_is_longer_than_a_tap_waits(db: Session, span: timedelta, is_one: bool) -> None:
    assert presence.note(db, NOW, None) is None
    found = presence.note(db, NOW + span, None)
    assert (found is not None) is is_one
    if found is not None:
        assert (found.began_at, found.ended_at) == (NOW, NOW + span)
        assert found.ask_at == NOW + span and found.report_at == NOW + span + REPORTED_AFTER
    assert rows(db)[-1].began_at == NOW + span and rows(db)[-1].ended_at is None


def test_what_the_process_counted_goes_before_what_the_clock_says(db: Session) -> None:
    presence.note(db, NOW, None)
    assert presence.note(db, NOW + DAY, MINUTE) is None
    found = presence.note(db, NOW + DAY, HOUR)
    assert found is not None and found.began_at == NOW + DAY - HOUR


def test_who_leaves_was_there_until_then(db: Session) -> None:
    presence.note(db, NOW, None)
    presence.leave(db, NOW + MINUTE)
    assert presence.note(db, NOW + MINUTE + TAPS_WAIT, None) is None


@EACH_OF_ITS_OWN
@given(spans=st.lists(st.integers(min_value=-3600, max_value=40 * 24 * 3600), max_size=12))
def test_each_outage_is_noted_once_and_none_overlap(db: Session, spans: list[int]) -> None:
    with db.begin_nested() as undone:
        now = NOW
        presence.note(db, now, None)
        for span in spans:
            now += timedelta(seconds=span)
            for _twice in range(2):
                presence.note(db, now, None)
        over = [row for row in rows(db) if row.ended_at is not None]
        taken = [span for span in spans if TAPS_WAIT < timedelta(seconds=span) <= LONGEST]
        assert [row.ended_at and row.ended_at - row.began_at for row in over] == [
            timedelta(seconds=span) for span in taken
        ]
        assert sum(row.ended_at is None for row in rows(db)) == 1
        undone.rollback()
    db.expire_all()


def test_what_was_done_late_belongs_to_the_outage_that_is_not_reported_yet(db: Session) -> None:
    presence.note(db, NOW, None)
    presence.count_late(db)  # what was due is done before Telegram has answered
    over = away_until(db, NOW + HOUR)
    presence.count_late(db)
    presence.note(db, NOW + HOUR + MINUTE, None)
    db.flush()
    db.expire_all()
    assert over.late == 2
    over.report_at = None
    presence.count_late(db)
    presence.note(db, NOW + HOUR + MINUTE, None)
    db.flush()
    db.expire_all()
    assert [row.late for row in rows(db)] == [2, 0]


def test_outages_are_kept_for_three_months(db: Session, cast: People) -> None:
    presence.note(db, NOW, None)
    question(db, cast.anna.id, away_until(db, NOW + HOUR), NOW + HOUR)
    presence.prune(db, NOW + HOUR + KEPT_FOR)
    assert len(rows(db)) == 2
    presence.prune(db, NOW + HOUR + KEPT_FOR + SECOND)
    assert [row.ended_at for row in rows(db)] == [None]
    assert db.exec(select(OutageQuestion)).all() == []


# --- who is asked again


def test_a_question_that_still_waits_becomes_that_of_the_next_outage(
    db: Session, cast: People
) -> None:
    presence.note(db, NOW, None)
    first = question(db, cast.anna.id, away_until(db, NOW + HOUR), NOW + 2 * HOUR)
    later = away_until(db, NOW + 2 * HOUR)
    assert question(db, cast.anna.id, later, NOW + 3 * HOUR).id == first.id
    db.refresh(first)
    assert (first.outage_id, first.since_at) == (later.id, NOW)
    assert asked_again.count(db, later.id) == 1


def test_a_question_is_planned_once(db: Session, cast: People) -> None:
    presence.note(db, NOW, None)
    outage = away_until(db, NOW + HOUR)
    first = question(db, cast.anna.id, outage, NOW + HOUR)
    first.ask_at, first.asked_at = None, NOW + HOUR
    db.flush()
    assert question(db, cast.anna.id, outage, NOW + 2 * HOUR).id == first.id
    assert asked_again.was_asked_since(db, first, NOW)
    assert not asked_again.was_asked_since(db, first, NOW + HOUR)


# --- what expired


def test_what_expired_is_counted_by_what_it_was_about(db: Session, cast: People) -> None:
    for topic in ("therapy_session:1", "therapy_session:2:check_in", "homework:3", None):
        row = message(db, person_id=cast.anna.id, topic=topic)
        outbox.close(db, row.id, OutboxState.EXPIRED, NOW)
    message(db, person_id=cast.anna.id, topic="homework:4")
    tap = message(db, person_id=cast.anna.id, kind=OutboxKind.TAP_ANSWER)
    outbox.close(db, tap.id, OutboxState.EXPIRED, NOW)
    assert expired.by_table(db) == {"therapy_session": 2, "homework": 1, "nothing": 1}
    assert expired.count_since(db, NOW) == 4
    assert expired.count_since(db, NOW + SECOND) == 0
