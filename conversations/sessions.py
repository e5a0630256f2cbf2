"""Upcoming sessions, and what a client answers about one: I'll be there, I can't come."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import bookings, therapy_sessions
from bot.records.therapy_sessions import Answer, TherapySession
from bot.texts import _
from bot.turn import Turn
from conversations.calendar_files import add_one, add_shown
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.session_answers import (
    COMING,
    WISH,
    SessionNews,
    answers_to,
    keep_answer,
    request_taken_back,
    standing_session,
    take_back,
    tell_of_session,
)
from conversations.session_cancelling import (
    all_done,
    cancel,
    cant_come,
    keep,
    note_received,
    something_happened,
    undo,
)
from conversations.session_links import link_buttons

SHOWN_AT_ONCE = 5


# --- what is booked


def show_upcoming(turn: Turn) -> None:
    upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if not upcoming:
        turn.say(
            _("No times are booked for you here. To book one, phone {practice}.").format(
                practice=turn.practice.name_and_phone
            ),
            keyboard=keyboard_for(turn),
        )
        return
    lines = [_line(turn, each) for each in upcoming[:SHOWN_AT_ONCE]]
    first = upcoming[0]
    more = len(upcoming) - len(lines)
    if more:
        lines.append(_("And {count} more.").format(count=more))
    bookings.was_shown(upcoming[:SHOWN_AT_ONCE])
    turn.say(
        _("Your next times:") + "\n" + "\n".join(lines),
        [*answers_to(first), *add_shown(turn.person, upcoming)],
        topic=first.topic,
    )


def _line(turn: Turn, therapy_session: TherapySession) -> str:
    answered = {
        Answer.NONE: "",
        Answer.COMING: _(" You said you'll be there."),
        Answer.OTHER_TIME: _(" You asked for another time."),
    }[therapy_session.answer]
    return f"- {turn.words.day_and_time(therapy_session.starts_at)}.{answered}"


# --- I'll be there


def coming(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is None:
        return
    when = turn.words.day_and_time(row.starts_at)
    if row.answer is Answer.COMING:
        turn.say(_("Good, that's what I have. See you on {when}.").format(when=when))
        return
    take_back(turn, row, WISH)
    request_taken_back(turn, row)
    keep_answer(turn, row, Answer.COMING)
    office = office_of(turn, row.psychologist_id)
    news = SessionNews(COMING, lambda: _("{client} is coming: {when}."))
    tell_of_session(turn, row, [*office.managers, *office.others], news)
    turn.say(
        _("Good. See you on {when}.").format(when=when),
        [
            button(_("Undo"), "sessions:undo", row.id, COMING),
            *link_buttons(turn, row),
            *add_one(turn.person, row),
        ],
        topic=row.topic,
    )


CONVERSATION = Conversation(
    name="sessions",
    commands={"times": show_upcoming},
    words={"My times": show_upcoming},
    taps={
        "show": show_upcoming,
        "coming": coming,
        "cant_come": cant_come,
        "keep": keep,
        "something_happened": something_happened,
        "cancel": cancel,
        "all_done": all_done,
        "undo": undo,
    },
    steps={"note": note_received},
)
