"""A client who asks for another time, and the office that has heard of it."""

from typing import Any

from sqlmodel import col, select

from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import TimeRequest
from tests.clock import melbourne
from tests.practice import Cast

TUESDAY = melbourne("2026-12-08 11:00")


def asks(cast: Cast, wish: str = "thursday after 3", **fields: Any) -> int:
    """Anna, who has Tuesday 8 December, wishes another time; the id of her request."""
    cast.session_id = cast.practice.book(cast.anna_row, TUESDAY, **fields)
    cast.anna.taps("My times")
    cast.anna.taps("Another time")
    cast.anna.types(wish)
    cast.practice.wait(minutes=3)
    return request_of(cast).id


def offers(cast: Cast, *labels: str, wish: str = "thursday after 3") -> int:
    """Maria offers times by tapping them."""
    request_id = asks(cast, wish)
    cast.maria.taps("Find a time")
    for label in labels:
        cast.maria.taps(label)
    cast.maria.taps("Show what goes out")
    cast.maria.taps("Send")
    for someone in (cast.maria, cast.okafor):
        someone.hears()
    return request_id


def request_of(cast: Cast) -> TimeRequest:
    """The newest request."""
    with cast.practice.look() as db:
        return db.exec(select(TimeRequest).order_by(col(TimeRequest.id).desc())).all()[0]


def session_of(cast: Cast, session_id: int | None = None) -> TherapySession:
    with cast.practice.look() as db:
        row = db.get(TherapySession, session_id or cast.session_id)
        assert row is not None
        return row


def sessions_of_anna(cast: Cast) -> list[TherapySession]:
    with cast.practice.look() as db:
        chosen = select(TherapySession).where(TherapySession.client_id == cast.anna_row.id)
        return list(db.exec(chosen.order_by(col(TherapySession.id))))


def minute_of(when: str) -> int:
    return int(melbourne(when).timestamp()) // 60
