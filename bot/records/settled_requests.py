"""A session that the practice moves by hand answers what its client asked for about it."""

from datetime import datetime

from sqlmodel import Session

from bot.records import dialogue, outbox, time_requests
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestState


def settle(db: Session, row: TherapySession, by: int | None, now: datetime) -> int:
    """`by` is who moved it; None for the operator. Nothing waits for an answer any more.

    Gives the request's id; 0 where nothing was asked for.
    """
    request = time_requests.open_of_session(db, row.id)
    if request is None:
        return 0
    time_requests.decide(db, request, RequestState.ACCEPTED, by, now)
    dialogue.close_prompts(db, request.topic, now)
    outbox.withdraw(db, request.topic, now)
    return request.id
