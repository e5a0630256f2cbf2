"""A case that nobody looks at, whatever the client decides: they are told, and so is the operator."""

from collections.abc import Callable

from sqlmodel import select

from bot.records.outbox import OutboxRow
from tests.clock import melbourne
from tests.conversations.concerns import alert, close, hear
from tests.practice import Cast

OPERATOR = 777


def test_opened_again_and_left_alone_again_it_alarms_again(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(operator_chat=OPERATOR)
    alert(cast)
    cast.practice.wait_until(melbourne("2026-12-04 15:01"))
    assert alarmed(cast) == ["2026-12-04"]
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")
    close(cast)
    cast.anna.taps("Open it again")
    cast.anna.types("it happened again")
    cast.practice.wait_until(melbourne("2026-12-09 15:02"))
    assert alarmed(cast) == ["2026-12-04", "2026-12-09"]


def alarmed(cast: Cast) -> list[str]:
    """The days of the alarms that a case waits, as the operator gets them."""
    with cast.practice.look() as db:
        rows = db.exec(select(OutboxRow).where(OutboxRow.chat_id == OPERATOR)).all()
    return [row.body.text.partition(" times, on ")[2][:10] for row in rows]


def test_who_is_let_read_it_and_does_not_look_is_told_to_the_client(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 15:00"))
    welcomed.anna.taps("Let Dr Lindqvist read it")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-04 15:00"))
    assert welcomed.anna.hears() == [
        "There's news for you.\n\nNobody has taken your message on yet. I'm sorry.\n"
        "You can wait, or phone Riverside (03 9000 0000)."
    ]
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees("I go on reminding Maria and Dr Lindqvist.")
    welcomed.anna.sees_nothing_of("you choose what happens next")
