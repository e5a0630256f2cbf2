"""Add to calendar: a booked time as a file that the telephone's own calendar takes."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.calendars import CalendarFile, Entry, uid_of
from bot.conversation import Conversation
from bot.records import therapy_sessions
from bot.records.outbox import Body, FileKind
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.session_answers import standing_session


def add_one(client: Person, row: TherapySession) -> list[Button]:
    """The button under one time, for a client whose telephone nobody else sees."""
    return _button(client, row.id)


def add_all(client: Person) -> list[Button]:
    """The button under several times: one file with whatever is booked."""
    return _button(client)


def add_shown(client: Person, rows: Sequence[TherapySession]) -> list[Button]:
    """The button under a list of what is booked."""
    return add_one(client, rows[0]) if len(rows) == 1 else add_all(client)


def _button(client: Person, *session_ids: int) -> list[Button]:
    if client.telephone is not Telephone.OWN:
        return []
    tap = "calendar_files:one" if session_ids else "calendar_files:all"
    return [button(_("Add to calendar"), tap, *session_ids, also=("calendar",))]


def one(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is not None:
        when = turn.words.day_and_time(row.starts_at)
        text = _("Open it to put {when} in your calendar. It is called «{title}» there.")
        _send(turn, [row], text.format(when=when, title=_title()))


def all_times(turn: Turn) -> None:
    rows = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if not rows:
        turn.say(
            _("No times are booked for you here. To book one, phone {practice}.").format(
                practice=turn.practice.name_and_phone
            ),
            keyboard=keyboard_for(turn),
        )
        return
    text = _("Open it to put your next times in your calendar. They are called «{title}» there.")
    _send(turn, rows, text.format(title=_title()))


def _title() -> str:
    return _("Appointment")


def _send(turn: Turn, rows: Sequence[TherapySession], text: str) -> None:
    """The file holds the times as they stand now; bookings take it back if one changes before it goes."""
    if turn.person.telephone is not Telephone.OWN:
        turn.say(
            _("On a telephone that others can see I send no files. «My times» shows the times.")
        )
        return
    contents = CalendarFile(_title(), turn.now, tuple(_entry(turn, each) for each in rows))
    file = {"kind": FileKind.CALENDAR.value, **contents.as_file()}
    turn.say(
        text,
        body=Body(text, file=file),
        topic=turn.person.calendar_topic,
        good_until=rows[0].starts_at,
    )


def _entry(turn: Turn, row: TherapySession) -> Entry:
    """With the number of seconds since it was booked as its version: a later file is the newer one."""
    version = int((turn.now - row.created_at).total_seconds())
    return Entry(
        uid_of(row.seal_id), row.starts_at, row.ends_at, max(version, 0), row.place, row.link
    )


CONVERSATION = Conversation(name="calendar_files", taps={"one": one, "all": all_times})
