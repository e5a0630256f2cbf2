"""After an outage: a client's sessions and the times offered to them, asked about once more."""

from datetime import datetime

from bot.buttons import Button
from bot.records.outbox import Draft, Priority
from bot.records.people import Telephone
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.time_requests import RequestState, TimeRequest
from bot.texts import _
from bot.turn import Turn
from conversations.asked_again import Again, Asked, Standing, away, labelled
from conversations.request_answers import offer_buttons, offer_text, session_of

SHOWN_AT_ONCE = 3


def sessions_again(asked: Asked) -> Again | None:
    """One message for all that were asked about and not answered, while there is time to."""
    turn = asked.turn
    if turn.person.telephone is not Telephone.OWN:  # there was nothing to tap
        return None
    found = sorted(_unanswered(asked), key=lambda each: each[0].starts_at)[:SHOWN_AT_ONCE]
    if not found:
        return None
    first = found[0][0]
    at = _said_at(turn, first.starts_at)
    if at is None:
        return None
    draft = turn.alert(topic=first.topic, priority=Priority.REMINDER, good_until=first.starts_at)
    if len(found) == 1:
        text = _(
            "If you tapped something about {when} then, it may not have reached me. "
            "Please tap once more."
        ).format(when=turn.words.day_and_time(first.starts_at))
        return Again(f"{away(asked)}\n{text}", found[0][1].buttons, draft, at)
    text = _(
        "If you tapped something about one of these then, it may not have reached me. "
        "Please tap once more."
    )
    lines = [f"- {turn.words.day_and_time(row.starts_at)}" for row, _standing in found]
    return Again("\n".join([away(asked), text, *lines]), _of_several(turn, found), draft, at)


def _unanswered(asked: Asked) -> list[tuple[TherapySession, Standing]]:
    found = []
    for row_id, standing in asked.newest(TherapySession):
        row = asked.turn.db.get(TherapySession, row_id)
        if (
            row is not None
            and len(standing.parts) == 2  # more parts are what staff are told of it
            and row.client_id == asked.turn.person.id
            and row.state is SessionState.BOOKED
            and row.answer is Answer.NONE
            and row.starts_at > asked.turn.now
        ):
            found.append((row, standing))
    return found


def _of_several(turn: Turn, found: list[tuple[TherapySession, Standing]]) -> list[Button]:
    """Each button says which one it is about, as short as tells them apart."""
    starts = [row.starts_at for row, _standing in found]
    ways = (turn.words.weekday, turn.words.short_day, turn.words.time, turn.words.day_and_time)
    named = [[way(each) for each in starts] for way in ways]
    whens = next((each for each in named if len(set(each)) == len(starts)), named[-1])
    return [
        each
        for (_row, standing), when in zip(found, whens, strict=True)
        for each in labelled(standing.buttons, when)
    ]


def times_again(asked: Asked) -> Again | None:
    """The newest offer that stands, whole, because its buttons may be nothing but hours."""
    turn = asked.turn
    for row_id, _standing in asked.newest(TimeRequest):
        request = turn.db.get(TimeRequest, row_id)
        if request is None or not _can_be_chosen(turn, request):
            continue
        assert request.due_at is not None, "an offer has an end"
        at = _said_at(turn, request.due_at)
        if at is None:
            return None
        then = _("If you chose a time then, it may not have reached me. Please tap once more.")
        offer = offer_text(turn, turn.words, request, session_of(turn, request))
        draft: Draft = turn.alert(
            topic=request.topic, priority=Priority.REMINDER, good_until=request.due_at
        )
        text = f"{away(asked)}\n{then}\n\n{offer}"
        return Again(text, offer_buttons(turn.words, request), draft, at)
    return None


def _can_be_chosen(turn: Turn, request: TimeRequest) -> bool:
    is_theirs = request.client_id == turn.person.id
    is_offer = request.state is RequestState.OFFERED
    return is_theirs and is_offer and request.due_at is not None and request.due_at > turn.now


def _said_at(turn: Turn, useful_until: datetime) -> datetime | None:
    """Outside their quiet hours; None if that is too late, or they want nothing now."""
    if not turn.person.hears_unasked(turn.now):
        return None
    return turn.person.clocks(turn.practice).after_quiet_hours(turn.now, useful_until)
