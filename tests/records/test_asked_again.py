"""What stood in a chat during an outage, and what has come from there since."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from bot.records import asked_again, dialogue, inbox, outbox, people
from bot.records.asked_again import Matter, OutageQuestion
from bot.records.dialogue import Prompt
from bot.records.inbox import InboxState
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.presence import Outage
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, message

CHAT = 501


def asked(db: Session, person_id: int, at: datetime = NOW, **fields: Any) -> OutboxRow:
    """A question that is queued."""
    row = message(db, person_id=person_id, **{"topic": "therapy_session:1", **fields})
    prompt = Prompt(
        person_id=person_id, outbox_id=row.id, by_itself=True, of_step=False, asked_at=at
    )
    dialogue.add_prompt(db, prompt, [["Yes", "1:sessions:coming:1", []]])
    return row


def arrives(db: Session, row: OutboxRow, at: datetime = NOW) -> None:
    outbox.close(db, row.id, OutboxState.SENT, at)
    db.refresh(row)


@contextmanager
def counted(db: Session, statements: list[str]) -> Iterator[None]:
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield
    event.remove(engine, "before_cursor_execute", note)


def came(db: Session, update_id: int, at: datetime, update: dict[str, Any]) -> None:
    raw = {"update_id": update_id, **update}
    inbox.store(db, bot_id=1, raw=raw, chat_id=CHAT, now=at)


def test_only_open_questions_that_arrived_in_time_are_found(db: Session, cast: People) -> None:
    arrives(db, asked(db, cast.anna.id))
    asked(db, cast.ben.id)  # it never arrived
    arrives(db, asked(db, cast.carla.id, NOW - DAY))
    settled = asked(db, cast.maria.id, topic="homework:1")
    arrives(db, settled)
    dialogue.close_prompts(db, "homework:1", NOW)
    found = asked_again.topics_asked(db, NOW - HOUR, NOW)
    assert found == [(cast.anna.id, "therapy_session:1")]


def test_what_is_about_to_be_sent_counts_and_what_comes_later_does_not(
    db: Session, cast: People
) -> None:
    first = asked(db, cast.anna.id)
    arrives(db, first)
    soon = asked(db, cast.anna.id)
    asked(db, cast.anna.id, due_at=NOW + HOUR)
    found = asked_again.open_since(db, cast.anna.id, NOW - HOUR, NOW)
    assert [row.id for _prompt, row in found] == [soon.id, first.id]


def test_whoever_acts_is_asked_nothing_more_that_was_not_sent(db: Session, cast: People) -> None:
    question = OutageQuestion(
        outage_id=7, person_id=cast.anna.id, matter=Matter.CASES, since_at=NOW
    )
    row = asked(db, cast.anna.id, dedupe_key=asked_again.key(question))
    other = asked(db, cast.anna.id, dedupe_key="inbox:7:1")
    asked_again.take_back(db, CHAT + 1, NOW)
    db.refresh(row)
    assert [row.state, other.state] == [OutboxState.QUEUED, OutboxState.QUEUED]
    asked_again.take_back(db, CHAT, NOW)
    db.refresh(row)
    assert [row.state, other.state] == [OutboxState.WITHDRAWN, OutboxState.QUEUED]


def test_what_was_written_before_and_waited_at_telegram_is_no_act_of_now(db: Session) -> None:
    written = int((NOW - HOUR).timestamp())
    came(db, 1, NOW, {"message": {"date": written, "text": "hello"}})
    assert not inbox.acted_since(db, CHAT, NOW)
    came(db, 2, NOW, {"callback_query": {"id": "1"}})
    assert inbox.acted_since(db, CHAT, NOW)
    assert not inbox.acted_since(db, CHAT, NOW + SECOND)
    assert not inbox.acted_since(db, CHAT + 1, NOW)


def test_a_message_of_no_shape_counts_as_made_when_it_came(db: Session) -> None:
    came(db, 1, NOW, {"message": ["?"]})
    assert inbox.acted_since(db, CHAT, NOW)


def test_what_came_waits_until_it_is_worked(db: Session) -> None:
    came(db, 1, NOW, {"callback_query": {"id": "1"}})
    assert inbox.waits_from(db, CHAT) and not inbox.waits_from(db, CHAT + 1)
    row = inbox.next_open(db, NOW + timedelta(seconds=1))
    assert row is not None
    inbox.settle(db, row.id, InboxState.DONE, NOW)
    assert not inbox.waits_from(db, CHAT)
    assert inbox.came_since(db, CHAT, NOW - SECOND) and not inbox.came_since(db, CHAT, NOW)


def test_five_hundred_are_planned_without_looking_each_of_them_up(
    db: Session, cast: People
) -> None:
    ids = [people.add(db, name="P", roles=(), now=NOW).id for _each in range(500)]
    statements: list[str] = []
    with counted(db, statements):
        for outage in (Outage(began_at=NOW, ended_at=NOW), Outage(began_at=NOW, ended_at=NOW)):
            db.add(outage)
            db.flush()
            new = [
                OutageQuestion(
                    outage_id=outage.id,
                    person_id=each,
                    matter=Matter.SESSIONS,
                    since_at=NOW,
                    ask_at=NOW,
                )
                for each in ids
            ]
            asked_again.plan(db, new)
    assert asked_again.count(db, outage.id) == len(ids)
    assert len(statements) < 2 * len(ids)  # one INSERT each at most, and no look-up
