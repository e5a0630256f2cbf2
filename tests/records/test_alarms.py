"""Alarms to the operator: once each, and with nobody's words."""

from dataclasses import replace

import pytest
from sqlmodel import Session
from structlog.testing import capture_logs

from bot.records import outbox
from bot.records.alarms import raise_alarm
from bot.records.outbox import OutboxState, Priority
from tests.practice import settings_for
from tests.records.rows import NOW

PRACTICE = settings_for("sqlite://").practice()


@pytest.mark.parametrize("operator_chat", [None, 501])
def test_an_alarm_is_logged_and_written_once_where_there_is_a_chat(
    db: Session, operator_chat: int | None
) -> None:
    practice = replace(PRACTICE, operator_chat=operator_chat)
    with capture_logs() as logs:
        for what in ("parked:7", "parked:7", "parked:8"):
            raise_alarm(db, practice, what, NOW)
    assert [(each["event"], each["what"]) for each in logs] == [
        ("alarm", "parked:7"), ("alarm", "parked:7"), ("alarm", "parked:8")
    ]  # fmt: skip
    rows = outbox.in_state(db, OutboxState.QUEUED)
    assert len(rows) == (2 if operator_chat else 0)
    assert {(row.chat_id, row.person_id, row.priority) for row in rows} <= {
        (501, None, Priority.ALERT)
    }
    assert all("`between-sessions stuck`" in row.body.text for row in rows)
