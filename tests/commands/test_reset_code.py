"""A forgotten code is taken away by the operator; the audit and the person hear of it."""

from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import people, staff_codes
from bot.records.audit import AuditEntry
from bot.records.outbox import OutboxRow
from bot.records.people import Person
from tests.commands.conftest import Operator


def _maria(db: Session) -> Person:
    return people.named(db, "Maria Santos")[0]


def _gives_maria_a_code(db: Session) -> None:
    row = staff_codes.of(db, _maria(db).id)
    row.code_hash, row.wrong_tries, row.blocked_until = b"x" * 48, 5, Clock().now()
    _maria(db).telegram_id = 77


def test_the_code_is_gone_and_they_are_told(practice: Operator) -> None:
    practice.looks(_gives_maria_a_code)
    said = practice.gets("staff", "reset-code", "Maria Santos")
    assert said == "1 code reset: Maria Santos. They are told.\n"

    def look(db: Session) -> None:
        row = staff_codes.of(db, _maria(db).id)
        assert (row.code_hash, row.wrong_tries, row.blocked_until) == (None, 0, None)
        entry = db.exec(select(AuditEntry).where(AuditEntry.action == "reset code")).one()
        assert (entry.person_id, entry.subject_id) == (None, _maria(db).id)
        told = db.exec(select(OutboxRow).where(OutboxRow.chat_id == 77)).one()
        assert told.body.text.startswith("Your code was reset")

    practice.looks(look)


def test_somebody_without_a_chat_isn_t_told(practice: Operator) -> None:
    said = practice.gets("staff", "reset-code", "Dr Okafor")
    assert said == "1 code reset: Dr Okafor. They aren't connected.\n"


def test_only_staff_have_codes(practice: Operator) -> None:
    assert "Nobody here is called" in practice.is_refused("staff", "reset-code", "Anna Brown")
    assert "Nobody here is called" in practice.is_refused("staff", "reset-code", "Nobody")
