"""Lines between the office and a client about a time: written, sent, written back."""

from bot.buttons import Button, button
from bot.records import people
from bot.records.access import Action
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.session_answers import nobody_told, own_session


def write_button(row: TherapySession, client: Person) -> Button:
    return button(
        _("Write to {client}").format(client=listed(client.name)), "other_time:write", row.id
    )


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
            if turn.tell(manager, line, [write_button(row, turn.person)]) is not None:
                told.append(called(manager.name))
    turn.note("line to office", row)
    text = _("It's on its way to {names}.").format(names=_(" and ").join(told))
    turn.say(text if told else nobody_told(turn))


def _readers(turn: Turn, manager_id: int) -> list[Person]:
    """The manager who wrote; if they no longer are one, the managers there are."""
    managers = office_of(turn).managers
    return [each for each in managers if each.id == manager_id] or list(managers)
