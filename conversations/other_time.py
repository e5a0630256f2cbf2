"""Another time: the client says when, and the office hears of it."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import time_requests
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.time_requests import RequestKind, TimeRequest
from bot.rules.durations import Span
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations import running_late
from conversations.absences import who_is_away
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.office_lines import (
    leave,
    line_received,
    reply,
    reply_received,
    write,
    write_button,
)
from conversations.session_answers import (
    COMING,
    WISH,
    SessionNews,
    can_take_back,
    keep_answer,
    nobody_told,
    own_session,
    request_taken_back,
    take_back,
    tell_of_session,
)
from conversations.typed_times import all_in_words
from conversations.wishes import parts_of_day, understood

RINGS_AGAIN = Span(working_days=1)  # where nobody has decided


def ask(turn: Turn, session_id: int) -> None:
    """Ask when; for a session that stands or that was just cancelled."""
    row = own_session(turn, session_id)
    if row is not None:
        ask_when(turn, row)


def ask_when(turn: Turn, row: TherapySession, before: str = "") -> None:
    labels = (_("Mornings"), _("Afternoons"), _("Evenings"), _("Any time this week"))
    question = _("When could you come? Write it as you'd say it, or tap.")
    turn.ask(
        f"{before}\n\n{question}" if before else question,
        [
            button(label, "other_time:day_part", row.id, number)
            for number, label in enumerate(labels)
        ],
        then="other_time:wish",
        session_id=row.id,
    )


def day_part(turn: Turn, session_id: int, number: int) -> None:
    parts = parts_of_day()
    if number < len(parts):
        wish_received(turn, parts[number], session_id)


def wish_typed(turn: Turn, text: str, session_id: int) -> None:
    """Who writes meanwhile that they are late has no wish for a time in those words."""
    if not running_late.passes_on(turn):
        wish_received(turn, text, session_id)


def wish_received(turn: Turn, text: str, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    take_back(turn, row, COMING)
    take_back(turn, row, WISH)
    request = _keep_request(turn, row, RequestKind.OTHER_TIME, text)
    keep_answer(turn, row, Answer.OTHER_TIME)
    told = _tell_of_wish(turn, row, request)
    if not told:
        turn.say(nobody_told(turn))
        return
    answer = _("I'm asking {names}: «{wish}». Nothing is booked until I write to you again.")
    names = _(" and ").join(called(each.name) for each in told)
    lines = [answer.format(names=names, wish=text)]
    moments = understood(turn, turn.person, request)
    if moments:
        read = all_in_words(turn.words, moments)
        lines.append(_("I read that as {times}.").format(times=read))
    if row.state is SessionState.BOOKED and row.starts_at > turn.now:
        when = turn.words.day_and_time(row.starts_at)
        lines.append(_("Until then {when} stays yours.").format(when=when))
    turn.say(
        "\n\n".join(filter(None, [*lines, who_is_away(turn, told)])),
        [button(_("Undo"), "other_time:undo", row.id)],
        topic=row.topic,
    )


def _keep_request(
    turn: Turn, row: TherapySession, kind: RequestKind, wish: str | None
) -> TimeRequest:
    """The new request; it takes the place of one that is open."""
    request_taken_back(turn, row)
    request = TimeRequest(
        client_id=row.client_id, therapy_session_id=row.id, kind=kind, asked_at=turn.now
    )
    request.wish, request.offered = wish, []
    rings_at = turn.practice.hours.after(turn.now, RINGS_AGAIN)
    request.due_at = min(rings_at, time_requests.useful_until(request, row))
    return time_requests.ask(turn.db, request)


def _tell_of_wish(turn: Turn, row: TherapySession, request: TimeRequest) -> list[Person]:
    """The office reads the words; the psychologist only that another time is asked for."""
    office = office_of(turn, row.psychologist_id)
    for_the_office = SessionNews(
        WISH,
        lambda: _("{client} would like another time than {when}: «{wish}»"),
        words={"wish": request.wish or ""},
        buttons=[
            button(_("Find a time"), "requests:open", request.id),
            write_button(row, turn.person),
        ],
    )
    bare = SessionNews(
        WISH, lambda: _("{client} has asked the office for another time than {when}.")
    )
    told = tell_of_session(turn, row, office.managers, for_the_office)
    tell_of_session(turn, row, office.others, bare)
    return told


def undo(turn: Turn, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    if row.answer is not Answer.OTHER_TIME or not can_take_back(turn, row, WISH):
        turn.say(
            _("Your wish was passed on by now. To change it, ask for another time again.")
            if row.answer is Answer.OTHER_TIME
            else _("There is nothing to take back.")
        )
        return
    take_back(turn, row, WISH)
    row.answer, row.wish = Answer.NONE, None
    turn.note("undo wish", row)
    turn.say(_("Taken back. I won't pass it on."), keyboard=keyboard_for(turn))


def ask_back(turn: Turn, session_id: int) -> None:
    """A session that was cancelled too long ago to undo: ask the office for it."""
    row = own_session(turn, session_id)
    if row is None:
        return
    if row.state is SessionState.BOOKED:
        when = turn.words.day_and_time(row.starts_at)
        turn.say(_("{when} is booked.").format(when=when), keyboard=keyboard_for(turn))
        return
    take_back(turn, row, WISH)
    request = _keep_request(turn, row, RequestKind.BACK, None)
    news = SessionNews(
        WISH,
        lambda: _("{client} cancelled {when} and would like it back."),
        buttons=[
            button(_("Find a time"), "requests:open", request.id),
            write_button(row, turn.person),
        ],
    )
    told = tell_of_session(turn, row, office_of(turn).managers, news)
    names = _(" and ").join(called(each.name) for each in told)
    text = _("I'm asking {names}. Nothing is booked until I write to you again.")
    turn.say(text.format(names=names) if told else nobody_told(turn))


CONVERSATION = Conversation(
    name="other_time",
    taps={
        "ask": ask,
        "day_part": day_part,
        "undo": undo,
        "ask_back": ask_back,
        "write": write,
        "leave": leave,
        "reply": reply,
    },
    steps={"wish": wish_typed, "line": line_received, "reply_line": reply_received},
)
