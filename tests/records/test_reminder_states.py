"""Each reminder of a session is in one of six states, and says why where it didn't arrive."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.records import audit, consents, outbox, reminder_states
from bot.records.consents import Purpose
from bot.records.outbox import Body, Draft, OutboxRow, OutboxState, Priority
from bot.records.reminder_states import Reminder, ReminderState
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.why_not import WhyNot
from tests.practice import settings_for
from tests.records.rows import DAY, HOUR, NOW, People, book

PRACTICE = settings_for("sqlite:///unused.sqlite").practice()
STARTS_AT = NOW + 10 * DAY
THREE_DAYS, ONE_DAY = STARTS_AT - 3 * DAY, STARTS_AT - DAY


@pytest.fixture
def session(db: Session, cast: People) -> TherapySession:
    """Anna's, in ten days; she said yes to reminders, and the first is planned."""
    consents.give(db, cast.anna, Purpose.REMINDERS, "1", NOW)
    return book(db, cast.anna, STARTS_AT, remind_at=THREE_DAYS)


def said(
    db: Session, row: TherapySession, state: OutboxState, at: datetime, *,
    timer: str = "session_reminders:remind", reason: str | None = None,
) -> OutboxRow:  # fmt: skip
    draft = Draft(1, Body("…"), Priority.REMINDER, person_id=row.client_id, topic=row.topic)
    message = outbox.put(db, draft, at)
    message.dedupe_key, message.state = f"{timer}:{row.id}:{at.isoformat()}:1", state
    message.reason = reason
    message.settled_at = None if state is OutboxState.QUEUED else at
    db.flush()
    return message


def states(db: Session, row: TherapySession, now: datetime = NOW) -> list[Reminder]:
    return reminder_states.of_session(db, row, PRACTICE, now)


def only(db: Session, row: TherapySession, now: datetime = NOW) -> Reminder:
    (found,) = states(db, row, now)
    return found


def test_what_is_to_come_is_planned(db: Session, session: TherapySession) -> None:
    assert states(db, session) == [
        Reminder(ReminderState.PLANNED, THREE_DAYS),
        Reminder(ReminderState.PLANNED, ONE_DAY),
    ]


def test_what_was_answered_is_the_last_one_before_the_answer(
    db: Session, session: TherapySession
) -> None:
    session.remind_at = None
    for at in (THREE_DAYS, ONE_DAY, STARTS_AT - HOUR):
        said(db, session, OutboxState.SENT, at)
    session.answer, session.answered_at = Answer.COMING, ONE_DAY + HOUR
    assert [each.state for each in states(db, session)] == [
        ReminderState.SENT,
        ReminderState.ANSWERED,
        ReminderState.SENT,
    ]


@pytest.mark.parametrize(
    ("state", "reason", "expected"),
    [
        (OutboxState.QUEUED, "NetworkError", Reminder(ReminderState.PLANNED, ONE_DAY)),
        (
            OutboxState.UNDELIVERABLE,
            "Forbidden",
            Reminder(ReminderState.NOT_DELIVERED, ONE_DAY, why=WhyNot.BLOCKED),
        ),
        (
            OutboxState.UNDELIVERABLE,
            "BadRequest",
            Reminder(ReminderState.NOT_DELIVERED, ONE_DAY, why=WhyNot.REFUSED),
        ),
        (
            OutboxState.EXPIRED,
            None,
            Reminder(ReminderState.EXPIRED, ONE_DAY, why=WhyNot.TOO_LATE),
        ),
    ],
)
def test_what_became_of_it(
    db: Session,
    session: TherapySession,
    state: OutboxState,
    reason: str | None,
    expected: Reminder,
) -> None:
    session.remind_at = None
    said(db, session, state, ONE_DAY, reason=reason)
    assert only(db, session, ONE_DAY) == expected


def test_an_account_that_is_gone_was_not_one_message_refused(
    db: Session, session: TherapySession, cast: People
) -> None:
    session.remind_at, cast.anna.unreachable_at = None, ONE_DAY
    said(db, session, OutboxState.UNDELIVERABLE, ONE_DAY, reason="BadRequest")
    assert only(db, session).why is WhyNot.BLOCKED


@pytest.mark.parametrize("why", [WhyNot.CANCELLED, WhyNot.STOPPED, WhyNot.PAUSED, WhyNot.MOVED])
def test_why_it_was_taken_back(
    db: Session, session: TherapySession, cast: People, why: WhyNot
) -> None:
    session.remind_at = None
    said(db, session, OutboxState.WITHDRAWN, ONE_DAY)
    match why:
        case WhyNot.CANCELLED:
            session.state, session.cancelled_at = SessionState.CANCELLED, ONE_DAY
        case WhyNot.STOPPED:
            audit.note(db, ONE_DAY, None, "stop", cast.anna)
        case WhyNot.PAUSED:
            audit.note(db, ONE_DAY, None, "pause", cast.anna)
    db.flush()
    assert only(db, session) == Reminder(ReminderState.WITHDRAWN, ONE_DAY, why=why)


@pytest.mark.parametrize(
    ("why", "state"),
    [
        (WhyNot.NOT_CONNECTED, ReminderState.NOT_DELIVERED),
        (WhyNot.BLOCKED, ReminderState.NOT_DELIVERED),
        (WhyNot.STOPPED, ReminderState.WITHDRAWN),
        (WhyNot.PAUSED, ReminderState.WITHDRAWN),
        (WhyNot.NO_YES, ReminderState.WITHDRAWN),
        (WhyNot.COMING, ReminderState.WITHDRAWN),
    ],
)
def test_what_is_planned_and_won_t_arrive_says_so(
    db: Session, session: TherapySession, cast: People, why: WhyNot, state: ReminderState
) -> None:
    session.remind_at = ONE_DAY
    match why:
        case WhyNot.NOT_CONNECTED:
            cast.anna.telegram_id = None
        case WhyNot.BLOCKED:
            cast.anna.unreachable_at = NOW
        case WhyNot.STOPPED:
            cast.anna.stopped_at = NOW
        case WhyNot.PAUSED:
            cast.anna.paused_until = STARTS_AT
        case WhyNot.NO_YES:
            consents.withdraw(db, cast.anna, Purpose.REMINDERS, NOW)
        case WhyNot.COMING:
            session.answer = Answer.COMING
    db.flush()
    assert only(db, session) == Reminder(state, ONE_DAY, why=why)


def test_a_pause_that_ends_before_it_hides_nothing(
    db: Session, session: TherapySession, cast: People
) -> None:
    session.remind_at, cast.anna.paused_until = ONE_DAY, ONE_DAY
    db.flush()
    assert only(db, session) == Reminder(ReminderState.PLANNED, ONE_DAY)


def test_whoever_is_coming_and_wants_to_be_reminded_still_is(
    db: Session, session: TherapySession, cast: People
) -> None:
    session.remind_at, session.answer = ONE_DAY, Answer.COMING
    cast.anna.reminds_confirmed = True
    db.flush()
    assert only(db, session).state is ReminderState.PLANNED


def test_a_notice_of_a_change_counts_too_and_no_other_message(
    db: Session, session: TherapySession
) -> None:
    session.remind_at = None
    said(db, session, OutboxState.SENT, NOW, timer="session_notices:tell_change")
    said(db, session, OutboxState.SENT, NOW + HOUR, timer="inbox")
    assert only(db, session) == Reminder(ReminderState.SENT, NOW, is_notice=True)
    session.notice_at = NOW + timedelta(minutes=3)
    _sent, planned = states(db, session)
    assert planned == Reminder(ReminderState.PLANNED, session.notice_at, is_notice=True)


def test_of_a_session_that_has_begun_nothing_is_planned(
    db: Session, session: TherapySession
) -> None:
    assert states(db, session, STARTS_AT) == []
