"""A manager moves or cancels a session: said back in words, done with a yes, undone for 3 minutes."""

from datetime import UTC, datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import bookings, people, settled_requests, time_requests
from bot.records.access import Action
from bot.records.bookings import Booking
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.given_times import still_free
from conversations.menu import keyboard_for
from conversations.session_answers import tell_at_once
from conversations.staff.requests import minute_of, tell_psychologist
from conversations.staff.written_times import cannot_be, read_times

Found = tuple[TherapySession, Person]
ANSWERS = {each.value for each in Answer}


def _booked(turn: Turn, session_id: int, starts_at: datetime | None = None) -> Found | None:
    """The session, held until this turn ends, if it is to come (and still begins then)."""
    row = turn.reach(Action.MOVE_SESSION, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more."), keyboard=keyboard_for(turn))
        return None
    client = people.lock(turn.db, row.client_id)
    turn.db.refresh(row)
    if row.state is SessionState.CANCELLED:
        text = _("{when} is cancelled. Nothing was changed.")
    elif row.starts_at <= turn.now:
        text = _("{when} has begun or is over. Nothing was changed.")
    elif starts_at not in (None, row.starts_at):
        text = _("It was moved meanwhile, to {when}. Nothing was changed.")
    else:
        return row, client
    when = turn.words.day_and_time(row.starts_at)
    turn.say(text.format(when=when), keyboard=keyboard_for(turn))
    return None


# --- move


def move_session(turn: Turn, session_id: int) -> None:
    found = _booked(turn, session_id)
    if found is not None:
        _ask_when(turn, *found)


def _ask_when(turn: Turn, row: TherapySession, client: Person, before: str = "") -> None:
    question = _("{client} has {when}. To when? For example: wed 2 pm").format(
        client=listed(client.name), when=turn.words.day_and_time(row.starts_at)
    )
    turn.ask(
        f"{before}\n\n{question}" if before else question,
        [button(_("Leave it"), "moving:leave")],
        then="moving:when",
        session_id=row.id,
    )


def when_received(turn: Turn, text: str, session_id: int) -> None:
    found = _booked(turn, session_id)
    if found is None:
        return
    row, client = found
    instants = read_times(turn, text)
    if len(instants) != 1:
        return _ask_when(turn, *found, _("I don't understand that as one day and time."))
    (to,) = instants
    when = turn.words.day_and_time(to)
    wrong = cannot_be(turn, [to])
    if wrong is not None:
        return _ask_when(turn, *found, wrong)
    if to not in still_free(turn, row, client, [to]):
        taken = _("One of the two has another session then: {when}.").format(when=when)
        return _ask_when(turn, *found, taken)
    shown = _("{client}: {before} becomes {when}.").format(
        client=client.name, before=turn.words.day_and_time(row.starts_at), when=when
    )
    turn.say(
        f"{shown}\n\n{_who_hears()}",
        [
            button(
                _("Move it"),
                "moving:moved",
                row.id,
                minute_of(row.starts_at),
                minute_of(to),
                also=("yes",),
            ),
            button(_("Change"), "moving:move", row.id),
            button(_("Leave it"), "moving:leave"),
        ],
    )


def _who_hears() -> str:
    return _(
        "I tell the client 3 minutes after your last change, or in the morning if it's night there. "
        "Where I can't write, I ask you to phone."
    )


def moved(turn: Turn, session_id: int, before: int, to: int) -> None:
    found = _booked(turn, session_id, _instant(before))
    if found is None:
        return
    row, client = found
    chosen = _instant(to)
    if chosen not in still_free(turn, row, client, [chosen]):
        return _ask_when(turn, *found, _("That time isn't free any more."))
    booking, said = Booking(chosen, row.minutes), row.answer
    bookings.move(turn.db, row, booking, turn.practice, turn.now)
    turn.note("move session", row)
    settled = settled_requests.settle(turn.db, row, turn.person.id, turn.now)
    tell_psychologist(turn, row, client)
    text = _("Moved: {client} has {when}.").format(
        client=listed(client.name), when=turn.words.day_and_time(chosen)
    )
    turn.say(f"{text} {_who_hears()}", [_undo_button(row, before, said, settled)])


def _undo_button(row: TherapySession, before: int, said: Answer, settled: int = 0) -> Button:
    """It undoes this very change: what stands now becomes what stood before, answer and all."""
    stands = minute_of(row.starts_at) if row.state is SessionState.BOOKED else 0
    return button(_("Undo"), "moving:undo", row.id, before, stands, said.value, settled)


# --- cancel


def cancel_session(turn: Turn, session_id: int) -> None:
    found = _booked(turn, session_id)
    if found is None:
        return
    row, client = found
    asked = _("{client}: cancel {when}?").format(
        when=turn.words.day_and_time(row.starts_at), client=client.name
    )
    turn.say(
        f"{asked} {_who_hears()}",
        [
            button(
                _("Cancel it"), "moving:cancelled", row.id, minute_of(row.starts_at), also=("yes",)
            ),
            button(_("Leave it"), "moving:leave"),
        ],
    )


def cancelled(turn: Turn, session_id: int, starts: int) -> None:
    found = _booked(turn, session_id, _instant(starts))
    if found is None:
        return
    row, client = found
    said = row.answer
    bookings.cancel(turn.db, row, turn.now)
    turn.note("cancel session", row)
    psychologist, name = people.get(turn.db, row.psychologist_id), listed(client.name)
    if psychologist.id != turn.person.id:
        tell_at_once(
            turn,
            [psychologist],
            lambda words: _("{client}: the office cancelled {when}.").format(
                when=words.day_and_time(row.starts_at), client=name
            ),
        )
    text = _("Cancelled: {client}, {when}.").format(
        client=name, when=turn.words.day_and_time(row.starts_at)
    )
    turn.say(f"{text} {_who_hears()}", [_undo_button(row, starts, said)])


# --- undone


def undo(
    turn: Turn, session_id: int, before: int, stands: int, said: str, settled: int = 0
) -> None:
    """Before the client is told, everything can be as it was. Of what was the first change the
    client then hears nothing; else of the one before it."""
    row = turn.reach(Action.MOVE_SESSION, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more."), keyboard=keyboard_for(turn))
        return
    client = people.lock(turn.db, row.client_id)
    turn.db.refresh(row)
    at = _instant(before)
    is_cancelled = row.state is SessionState.CANCELLED
    is_last = (
        is_cancelled if stands == 0 else not is_cancelled and row.starts_at == _instant(stands)
    )
    untold = row.notice_at is not None and at > turn.now
    if not (untold and is_last and said in ANSWERS) or at not in still_free(
        turn, row, client, [at]
    ):
        text = _("That can't be undone any more. Move or book it again instead.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    row.state, row.cancelled_at, row.starts_at = SessionState.BOOKED, None, at
    hears = row.known_starts_at != at
    if not hears:
        row.notice_at = None
    bookings.plan_again(turn.db, row, turn.practice, turn.now)
    bookings.withdraw(turn.db, row, turn.now)
    row.answer = Answer(said)
    time_requests.reopen(turn.db, row.id, settled, turn.now)
    turn.note("undo", row)
    tell_psychologist(turn, row, client)
    text = (
        _("Taken back: {client} has {when}, and is told of that.")
        if hears
        else _("Taken back: {client} has {when}, and hears nothing of it.")
    )
    when = turn.words.day_and_time(at)
    turn.say(text.format(client=listed(client.name), when=when), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


def _instant(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)


CONVERSATION = Conversation(
    name="moving",
    taps={
        "move": move_session,
        "moved": moved,
        "cancel": cancel_session,
        "cancelled": cancelled,
        "undo": undo,
        "leave": leave,
    },
    steps={"when": when_received},
    needs=Action.MOVE_SESSION,
    behind_code=frozenset({"move", "moved", "cancel", "cancelled"}),
)
