"""What stands in chats: the message that was tapped, all about a topic, receipts."""

from sqlmodel import Session

from bot.records import delivery, sent_messages
from bot.records.outbox import OutboxKind, OutboxRow, OutboxState, close
from tests.records.rows import DAY, NOW, SECOND, People, message


def arrived(db: Session, row: OutboxRow, message_id: int) -> OutboxRow:
    delivery.note_sent(db, row, message_id, NOW)
    return row


def test_a_message_is_found_by_its_place_in_its_own_chat(db: Session) -> None:
    row = arrived(db, message(db, 501), 7)
    arrived(db, message(db, 502), 8)
    deletion = message(db, 501, kind=OutboxKind.DELETE, message_id=9)
    assert sent_messages.message_at(db, 501, 7) is row
    assert sent_messages.message_at(db, 501, 8) is None
    assert sent_messages.message_at(db, 501, 9) is None
    assert deletion.message_id == 9


def test_what_was_sent_about_a_topic_the_newest_first(db: Session) -> None:
    first, second = (arrived(db, message(db, topic="t:1"), 10 + n) for n in range(2))
    message(db, topic="t:1")  # waits
    arrived(db, message(db, topic="t:10"), 30)
    assert list(sent_messages.sent_about(db, "t:1")) == [second, first]


def test_when_somebody_was_last_told_counts_what_arrives(db: Session, cast: People) -> None:
    maria = cast.maria.id
    assert sent_messages.last_told_at(db, "t:1", maria) is None
    row = message(db, topic="t:1", person_id=maria)
    assert sent_messages.last_told_at(db, "t:1", maria) == NOW
    assert sent_messages.last_told_at(db, "t:1", cast.lindqvist.id) is None
    close(db, row.id, OutboxState.UNDELIVERABLE, NOW)
    assert sent_messages.last_told_at(db, "t:1", maria) is None


def test_a_receipt_falls_due_when_a_message_that_wants_one_has_arrived(db: Session) -> None:
    wanted, plain = message(db, wants_receipt=True), message(db)
    assert wanted.receipt_due_at is None
    for number, row in enumerate((wanted, plain)):
        arrived(db, row, 20 + number)
    assert [row.receipt_due_at for row in (wanted, plain)] == [NOW, None]


def test_no_receipt_for_what_never_arrives(db: Session) -> None:
    row = message(db, wants_receipt=True)
    delivery.note_undeliverable(db, row.id, "Forbidden", NOW)
    db.refresh(row)
    assert row.receipt_due_at is None


def test_what_came_unasked_counts_since_an_instant(db: Session, cast: People) -> None:
    message(db, person_id=cast.anna.id, is_unasked=True)
    message(db, person_id=cast.anna.id)
    message(db, person_id=cast.ben.id, is_unasked=True)
    assert list(sent_messages.unasked_since(db, cast.anna.id, NOW - SECOND)) == [NOW]
    assert list(sent_messages.unasked_since(db, cast.anna.id, NOW)) == []
    assert list(sent_messages.unasked_since(db, cast.anna.id, NOW - DAY)) == [NOW]
