"""A client sees another psychologist: what moves and what stays is shown before it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import notes, people, psychologist_changes, psychologist_requests
from bot.records.access import Action
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.another_wanted import said_lines, warns_first
from conversations.staff.found_clients import held
from conversations.staff.given_back import give_notes_back
from conversations.staff.psychologist_news import (
    Booked,
    can_be_told,
    tell_client,
    tell_new,
    tell_old,
)

_BUTTONS = 90  # Telegram takes 100 under a message


@dataclass(frozen=True)
class Change:
    """What is about to happen to a client, and what is booked with the old one."""

    client: Person
    old: Person
    new: Person
    ahead: Sequence[TherapySession]


# --- to whom


def ask(turn: Turn, client_id: int) -> None:
    client = held(turn, client_id)
    if client is None:
        return
    old = _psychologist_of(turn, client)
    others = [each for each in psychologist_changes.psychologists(turn.db) if each.id != old.id]
    if not others:
        turn.say(
            _("There is no other psychologist here. /staff adds one."),
            keyboard=keyboard_for(turn),
        )
        return
    turn.say(
        _("Whom shall {name} see? Now it is {old}. Nothing changes yet.").format(
            name=listed(client.name), old=called(old.name)
        ),
        [
            *[
                button(each.name, "client_psychologist:choose", client.id, old.id, each.id)
                for each in others[:_BUTTONS]
            ],
            _dont_change(),
        ],
    )


def _psychologist_of(turn: Turn, client: Person) -> Person:
    assert client.psychologist_id is not None, "a client is added with their psychologist"
    return people.get(turn.db, client.psychologist_id)


def _dont_change() -> Button:
    return button(_("Don't change"), "client_psychologist:leave", also=("no",))


def _change(turn: Turn, client_id: int, old_id: int, new_id: int) -> Change | None:
    """The change as it would be, the client held; None, and said why, if it can't be any more."""
    client = held(turn, client_id)
    if client is None:
        return None
    now = _psychologist_of(turn, client)
    choices = {each.id: each for each in psychologist_changes.psychologists(turn.db)}
    if now.id != old_id or now.id == new_id:
        _say_who_it_is(turn, client, now)
        return None
    if new_id not in choices:
        turn.say(_("I don't find that psychologist here."), keyboard=keyboard_for(turn))
        return None
    ahead = psychologist_changes.sessions_ahead(turn.db, client.id, now.id, turn.now)
    return Change(client, now, choices[new_id], ahead)


def _say_who_it_is(turn: Turn, client: Person, psychologist: Person) -> None:
    """Somebody else was first, or it was tapped twice."""
    turn.say(
        _("{name} sees {psychologist} by now. I changed nothing more.").format(
            name=listed(client.name), psychologist=called(psychologist.name)
        ),
        keyboard=keyboard_for(turn),
    )


# --- what is booked


def choose(turn: Turn, client_id: int, old_id: int, new_id: int) -> None:
    change = _change(turn, client_id, old_id, new_id)
    if change is None:
        return
    if not change.ahead:
        return _show(turn, change, moves=False)
    old, new = called(change.old.name), called(change.new.name)
    first = turn.words.day_and_time(change.ahead[0].starts_at)
    if len(change.ahead) == 1:
        text = _("{first} is booked with {old}. Does it move to {new}, at the same time and place?")
    else:
        text = _(
            "{count} sessions are booked with {old}, the first {first}. Do they move to {new}, at "
            "the same times and places?"
        )
    lines = [text.format(count=len(change.ahead), first=first, old=old, new=new)]
    clashes = psychologist_changes.clashing(turn.db, change.ahead, change.new)
    if clashes:
        when = " · ".join(turn.words.day_and_time(each.starts_at) for each in clashes[:3])
        lines.append(_("{new} has somebody else then: {when}.").format(new=new, when=when))
    ids = (change.client.id, change.old.id, change.new.id)
    turn.say(
        "\n".join(lines),
        [
            button(_("Move to {new}").format(new=new), "client_psychologist:show", *ids, 1),
            button(_("Stay with {old}").format(old=old), "client_psychologist:show", *ids, 0),
            _dont_change(),
        ],
    )


# --- shown before it counts


def show(turn: Turn, client_id: int, old_id: int, new_id: int, moves: int) -> None:
    change = _change(turn, client_id, old_id, new_id)
    if change is not None:
        _show(turn, change, moves=bool(moves))


def _show(turn: Turn, change: Change, *, moves: bool) -> None:
    client, old, new = change.client, called(change.old.name), called(change.new.name)
    name = called(client.name)
    lines = [
        _("{client} goes from {old} to {new}.").format(
            client=listed(client.name), old=old, new=new
        ),
        _what_is_booked(change, moves=moves),
        _("Homework from {old} stays in {name}'s list; I begin no reminders of it.").format(
            old=old, name=name
        ),
        _("{new} is told by me, {old} isn't.").format(new=new, old=old),
    ]
    if not can_be_told(turn, client):
        lines.append(
            _("{name} gets no such message here. Please say it yourself.").format(name=name)
        )
    ids = (client.id, change.old.id, change.new.id, int(moves))
    turn.say("\n".join(filter(None, lines)), [*_ways(turn, client, ids), _dont_change()])


def _what_is_booked(change: Change, *, moves: bool) -> str:
    count = len(change.ahead)
    if count == 0:
        return ""
    if moves:
        text = _("What is booked ({count}) moves to {new}, at the same times and places.")
    else:
        text = _("What is booked ({count}) stays with {old}.")
    return text.format(count=count, old=called(change.old.name), new=called(change.new.name))


def _ways(turn: Turn, client: Person, ids: tuple[int, ...]) -> list[Button]:
    if not can_be_told(turn, client):
        return [button(_("Change it"), "client_psychologist:set", *ids, 0)]
    tell = _("Change it, and tell {name}").format(name=called(client.name))
    return [
        button(tell, "client_psychologist:set", *ids, 1),
        button(_("Change it, tell nobody else"), "client_psychologist:set", *ids, 0),
    ]


# --- it counts


def set_it(turn: Turn, client_id: int, old_id: int, new_id: int, moves: int, tells: int) -> None:
    """The first of two changes wins."""
    change = _change(turn, client_id, old_id, new_id)
    if change is None:
        return
    client, old, new = change.client, change.old, change.new
    ids = {"from_id": old.id, "to_id": new.id}
    if not psychologist_changes.change(turn.db, client, **ids, now=turn.now):
        return _say_who_it_is(turn, client, _psychologist_of(turn, client))
    if moves:
        psychologist_changes.move_sessions(turn.db, change.ahead, new.id)
    psychologist_changes.rest_homework(turn.db, old.id, client.id)
    notes.look_again(turn.db, [client.id], turn.now)
    give_notes_back(turn, old, client)
    psychologist_requests.follow(turn.db, client.id, turn.now)
    turn.note("change psychologist", client)
    booked = Booked.NOTHING if not change.ahead else Booked.MOVES if moves else Booked.STAYS
    is_told = bool(tells) and tell_client(turn, client, old, new, booked)
    knows = tell_new(turn, client, new, len(change.ahead) if moves else 0)
    lines = [
        _("Done: {client} sees {new} from now on.").format(
            client=listed(client.name), new=called(new.name)
        )
    ]
    if is_told:
        lines.append(
            _("{name} is told in 3 minutes, at night in the morning.").format(
                name=called(client.name)
            )
        )
    if not knows:
        lines.append(_("I can't reach {new} here. Please say it.").format(new=called(new.name)))
    lines.append(_("{old} hasn't been told by me.").format(old=called(old.name)))
    said = said_lines(turn, client, old)
    label = _("Tell {old}").format(old=called(old.name))
    minute = int(turn.now.timestamp()) // 60
    speak = turn.say_protected if said else turn.say  # what a case says goes after ten minutes
    speak(
        "\n".join([*lines, *said]),
        [button(label, "client_psychologist:tell_old", client.id, old.id, minute)],
    )


def tell_the_old(turn: Turn, client_id: int, old_id: int, minute: int) -> None:
    """Asked once more where the client said that the practice shouldn't."""
    _tell_the_old(turn, client_id, old_id, minute, is_sure=False)


def tell_all_the_same(turn: Turn, client_id: int, old_id: int, minute: int) -> None:
    _tell_the_old(turn, client_id, old_id, minute, is_sure=True)


def _tell_the_old(turn: Turn, client_id: int, old_id: int, minute: int, *, is_sure: bool) -> None:
    """Only now, and once for each change (`minute`): it may have been asked for because of them."""
    client = held(turn, client_id)
    if client is None:
        return
    theirs = {each.id: each for each in psychologist_changes.psychologists(turn.db)}
    old = theirs.get(old_id)
    if old is None or client.psychologist_id == old.id:
        turn.say(_("There is nothing to tell."), keyboard=keyboard_for(turn))
        return
    if not is_sure and warns_first(turn, client, old, client_id, old_id, minute):
        return
    if tell_old(turn, client, old, minute):
        text = _("{old} is told that {client} sees somebody else now, and nothing more.")
    else:
        text = _("I can't reach {old} here. Please say it.")
    turn.say(
        text.format(old=called(old.name), client=listed(client.name)), keyboard=keyboard_for(turn)
    )


def dont_tell(turn: Turn, client_id: int) -> None:
    if held(turn, client_id) is not None:
        turn.say(_("All right. I tell nobody."), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="client_psychologist",
    taps={
        "ask": ask,
        "choose": choose,
        "show": show,
        "set": set_it,
        "tell_old": tell_the_old,
        "tell_all_the_same": tell_all_the_same,
        "dont_tell": dont_tell,
        "leave": leave,
    },
    needs=Action.MANAGE_CLIENT,
    behind_code=frozenset({"ask", "choose", "show", "set", "tell_old", "tell_all_the_same"}),
)
