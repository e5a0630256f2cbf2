"""Another time: the client says when, the office answers in its own words, and back."""

from bot.records import people
from bot.records.access import Action
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Button, Conversation, Turn, button
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.session_answers import (
    COMING,
    WISH,
    SessionNotice,
    can_take_back,
    keep_answer,
    nobody_told,
    own_session,
    take_back,
    tell_of_session,
)

# --- the client asks


def ask(turn: Turn, session_id: int) -> None:
    """Ask when; for a session that stands or that was just cancelled."""
    row = own_session(turn, session_id)
    if row is None:
        return
    labels = (_("Mornings"), _("Afternoons"), _("Evenings"), _("Any time this week"))
    turn.ask(
        _("When could you come? Write it as you'd say it, or tap."),
        [
            button(label, "other_time:day_part", row.id, number)
            for number, label in enumerate(labels)
        ],
        then="other_time:wish",
        session_id=row.id,
    )


def day_part(turn: Turn, session_id: int, number: int) -> None:
    parts = (_("mornings"), _("afternoons"), _("evenings"), _("any time this week"))
    if number < len(parts):
        wish_received(turn, parts[number], session_id)


def wish_received(turn: Turn, text: str, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    take_back(turn, row, COMING)
    take_back(turn, row, WISH)
    row.wish = text
    keep_answer(turn, row, Answer.OTHER_TIME)
    if not _tell_of_wish(turn, row, text):
        turn.say(nobody_told(turn))
        return
    answer = _("I'm asking {name}: «{wish}». Nothing is booked until you hear from {name}.")
    lines = [answer.format(name=office_of(turn).name, wish=text)]
    if row.state is SessionState.BOOKED and row.starts_at > turn.now:
        when = turn.words.day_and_time(row.starts_at)
        lines.append(_("Until then {when} stays yours.").format(when=when))
    turn.say("\n\n".join(lines), [button(_("Undo"), "other_time:undo", row.id)], topic=row.topic)


def _tell_of_wish(turn: Turn, row: TherapySession, text: str) -> bool:
    """The office reads the words; the psychologist only that another time is asked for."""
    office = office_of(turn)
    for_the_office = SessionNotice(
        WISH,
        lambda: _("{client} would like another time than {when}: «{wish}»"),
        words={"wish": text},
        buttons=_write_button(turn, row),
    )
    bare = SessionNotice(
        WISH, lambda: _("{client} has asked the office for another time than {when}.")
    )
    told = tell_of_session(turn, row, office.managers, for_the_office)
    tell_of_session(turn, row, office.others, bare)
    return told


def _write_button(turn: Turn, row: TherapySession) -> list[Button]:
    label = _("Write to {client}").format(client=listed(turn.person.name))
    return [button(label, "other_time:write", row.id)]


def undo(turn: Turn, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    if row.answer is not Answer.OTHER_TIME or not can_take_back(turn, row, WISH):
        turn.say(
            _("{name} has your wish by now and will answer you here.").format(
                name=office_of(turn).name
            )
            if row.answer is Answer.OTHER_TIME
            else _("There is nothing to take back.")
        )
        return
    take_back(turn, row, WISH)
    row.answer, row.wish = Answer.NONE, None
    turn.note("undo wish", row)
    turn.say(_("Taken back. Nobody was asked."), keyboard=keyboard_for(turn))


def ask_back(turn: Turn, session_id: int) -> None:
    """A session that was cancelled too long ago to undo: ask the office for it."""
    row = own_session(turn, session_id)
    if row is None:
        return
    office = office_of(turn)
    notice = SessionNotice(
        WISH,
        lambda: _("{client} cancelled {when} and would like it back."),
        buttons=_write_button(turn, row),
    )
    told = tell_of_session(turn, row, office.managers, notice)
    text = _("I'm asking {name}. Nothing is booked until you hear from {name}.")
    turn.say(text.format(name=office.name) if told else nobody_told(turn))


# --- the office answers, the client writes back


def write(turn: Turn, session_id: int) -> None:
    row = turn.reach(Action.ANSWER_WISH, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more."))
        return
    client = people.get(turn.db, row.client_id)
    turn.ask(
        _("What shall {client} read? It goes out at once, with your name.").format(
            client=listed(client.name)
        ),
        [button(_("Don't write"), "other_time:leave")],
        then="other_time:line",
        session_id=row.id,
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was sent."), keyboard=keyboard_for(turn))


def line_received(turn: Turn, text: str, session_id: int) -> None:
    row = turn.reach(Action.ANSWER_WISH, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more. Nothing was sent."))
        return
    client = people.get(turn.db, row.client_id)
    with turn.speaking_to(client):
        name = called(turn.person.name)
        sent = turn.tell(
            client,
            _("From {name}:\n«{line}»").format(name=turn.person.name, line=text),
            [button(_("Write back to {name}").format(name=name), "other_time:reply", row.id)],
            draft=turn.alert(topic=row.topic),
        )
    turn.note("line to client", row)
    _confirm_line(turn, client, was_sent=sent is not None)


def _confirm_line(turn: Turn, client: Person, *, was_sent: bool) -> None:
    name = listed(client.name)
    if was_sent and client.unreachable_at is None:
        turn.say(
            _("It's on its way to {client} now.").format(client=name), keyboard=keyboard_for(turn)
        )
    else:
        turn.say(_("{client} can't be reached here. Please phone.").format(client=name))


def reply(turn: Turn, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is not None:
        turn.ask(
            _("Write it here. {name} reads it.").format(name=office_of(turn).name),
            [button(_("Don't write"), "other_time:leave")],
            then="other_time:reply_line",
            session_id=row.id,
        )


def reply_received(turn: Turn, text: str, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    client = listed(turn.person.name)
    told = False
    for manager in office_of(turn).managers:
        with turn.speaking_to(manager):
            line = _("{client} writes: «{line}»").format(client=client, line=text)
            told |= turn.tell(manager, line, _write_button(turn, row)) is not None
    turn.note("line to office", row)
    name = office_of(turn).name
    turn.say(_("{name} gets it.").format(name=name) if told else nobody_told(turn))


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
    steps={"wish": wish_received, "line": line_received, "reply_line": reply_received},
)
