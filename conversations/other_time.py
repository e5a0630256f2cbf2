"""Another time: the client says when, the office answers in its own words, and back."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people
from bot.records.access import Action
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
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
    told = _tell_of_wish(turn, row, text)
    if not told:
        turn.say(nobody_told(turn))
        return
    answer = _("I'm asking {names}: «{wish}». Nothing is booked until you get an answer.")
    names = _(" and ").join(called(each.name) for each in told)
    lines = [answer.format(names=names, wish=text)]
    if row.state is SessionState.BOOKED and row.starts_at > turn.now:
        when = turn.words.day_and_time(row.starts_at)
        lines.append(_("Until then {when} stays yours.").format(when=when))
    turn.say(
        "\n\n".join(filter(None, [*lines, who_is_away(turn, told)])),
        [button(_("Undo"), "other_time:undo", row.id)],
        topic=row.topic,
    )


def _tell_of_wish(turn: Turn, row: TherapySession, text: str) -> list[Person]:
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
    office = office_of(turn)
    notice = SessionNotice(
        WISH,
        lambda: _("{client} cancelled {when} and would like it back."),
        buttons=_write_button(turn, row),
    )
    told = tell_of_session(turn, row, office.managers, notice)
    names = _(" and ").join(called(each.name) for each in told)
    text = _("I'm asking {names}. Nothing is booked until you get an answer.")
    turn.say(text.format(names=names) if told else nobody_told(turn))


# --- the office answers, the client writes back


def write(turn: Turn, session_id: int) -> None:
    row = turn.reach(Action.ANSWER_WISH, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more."))
        return
    client = people.get(turn.db, row.client_id)
    turn.ask(
        _(
            "What shall {client} read, about {when}? It goes out at once, with your name. "
            "Other people may see the telephone: keep it about the time."
        ).format(client=client.name, when=turn.words.day_and_time(row.starts_at)),
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
    name = client.name
    if not _sends_line(turn, client, row, text):
        turn.say(_("{client} can't be written to here. Please phone.").format(client=name))
        return
    turn.note("line to client", row)
    turn.say(_("It's on its way to {client} now.").format(client=name), keyboard=keyboard_for(turn))


def _sends_line(turn: Turn, client: Person, row: TherapySession, text: str) -> bool:
    """False for a client who stopped messages, can't be reached, or shares the telephone."""
    if client.telephone is not Telephone.OWN or client.stopped_at is not None:
        return False
    with turn.speaking_to(client):
        line = _("There's an answer for you.\n\nFrom {name}:\n«{line}»").format(
            name=turn.person.name, line=text
        )
        label = _("Write back to {name}").format(name=called(turn.person.name))
        back = button(label, "other_time:reply", row.id, turn.person.id)
        topic = f"{row.topic}:line"
        return turn.tell(client, line, [back], draft=turn.alert(topic=topic)) is not None


def reply(turn: Turn, session_id: int, manager_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    readers = _readers(turn, manager_id)
    if not readers:
        turn.say(nobody_told(turn))
        return
    turn.ask(
        _("Write it here. It goes to {names}.").format(
            names=_(" and ").join(called(each.name) for each in readers)
        ),
        [button(_("Don't write"), "other_time:leave")],
        then="other_time:reply_line",
        session_id=row.id,
        manager_id=manager_id,
    )


def reply_received(turn: Turn, text: str, session_id: int, manager_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    client = listed(turn.person.name)
    told = []
    for manager in _readers(turn, manager_id):
        with turn.speaking_to(manager) as words:
            line = _("{client} writes, about {when}: «{line}»").format(
                client=client, when=words.day_and_time(row.starts_at), line=text
            )
            if turn.tell(manager, line, _write_button(turn, row)) is not None:
                told.append(called(manager.name))
    turn.note("line to office", row)
    text = _("It's on its way to {names}.").format(names=_(" and ").join(told))
    turn.say(text if told else nobody_told(turn))


def _readers(turn: Turn, manager_id: int) -> list[Person]:
    """The manager who wrote; if they no longer are one, the managers there are."""
    managers = office_of(turn).managers
    return [each for each in managers if each.id == manager_id] or list(managers)


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
