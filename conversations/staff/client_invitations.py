"""A client's invitation: a link, the square and the sheet to pass on; taken back again."""

from datetime import timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.hand_out import page_for
from bot.records import invitations
from bot.records.access import Action
from bot.records.invitations import Invitation
from bot.records.outbox import Body, FileKind
from bot.records.people import Person
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.found_clients import held

# Long enough to be passed on, so it isn't protected. Telegram deletes nothing older than two days.
LINK_STAYS = timedelta(days=1)


def ask(turn: Turn, client_id: int) -> None:
    """Make a link at once where none works and nobody is connected; else say first what ends."""
    client = held(turn, client_id)
    if client is None:
        return
    newest = invitations.latest(turn.db, client.id)
    is_open = newest is not None and newest.is_open(turn.now)
    if client.telegram_id is None and not is_open:
        return _make(turn, client)
    newest_id = 0 if newest is None else newest.id
    name = called(client.name)
    if newest is not None and is_open:
        text = _(
            "A link for {name} was made on {when} and works until {day}. A new one takes its place."
        ).format(
            name=listed(client.name),
            when=turn.words.day_and_time(newest.created_at),
            day=turn.words.day(newest.expires_at),
        )
    else:
        text = _(
            "{client} gets a link for another telephone. Until it is opened, all stays as it is.\n"
            "Then the chat on the old telephone is told that it isn't connected any more. What "
            "waits or was half typed there lapses; reminders go on on the new one, once {name} "
            "has said whose telephone it is."
        ).format(client=listed(client.name), name=name)
    turn.say(
        text,
        [
            button(_("Make a new link"), "client_invitations:make", client.id, newest_id),
            button(_("Leave it"), "client_invitations:leave"),
        ],
    )


def make(turn: Turn, client_id: int, newest_id: int) -> None:
    """Make a link, unless one was made since the question: that one may be passed on already."""
    client = held(turn, client_id)
    if client is None:
        return
    newest = invitations.latest(turn.db, client.id)
    if newest is not None and newest.id != newest_id and newest.is_open(turn.now):
        return ask(turn, client.id)
    _make(turn, client)


def _make(turn: Turn, client: Person) -> None:
    code = invitations.invite(turn.db, client, turn.now)
    newest = invitations.latest(turn.db, client.id)
    assert newest is not None, "it was made a line ago"
    turn.note("invite", client)
    with turn.speaking_to(client):
        page = page_for(turn.practice, client.name)
    until = turn.words.day(newest.expires_at)
    _show(
        turn,
        Body(
            _(
                "The link for {name}: it works once, until {day}. Please give it to nobody else.\n\n"
                "{link}"
            ).format(name=listed(client.name), day=until, link="{link}"),
            start_code=code,
        ),
        _revoke_button(client, newest),
    )
    _show(
        turn,
        Body(
            _("The same link, to be read with a telephone's camera."),
            start_code=code,
            file={"kind": FileKind.QR.value},
        ),
    )
    _show(
        turn,
        Body(
            _("The same on a sheet to print. All three go from this chat in a day."),
            start_code=code,
            file={"kind": FileKind.HAND_OUT.value, "page": page},
        ),
    )


def _show(turn: Turn, body: Body, buttons: list[Button] | None = None) -> None:
    turn.say(body.text, buttons or [], body=body, goes_after=LINK_STAYS)


def _revoke_button(client: Person, invitation: Invitation) -> list[Button]:
    label = _("Take the link back")
    return [button(label, "client_invitations:revoke", client.id, invitation.id)]


def revoke(turn: Turn, client_id: int, invitation_id: int) -> None:
    client = held(turn, client_id)
    if client is None:
        return
    invitation = turn.db.get(Invitation, invitation_id)
    name = listed(client.name)
    if invitation is None or invitation.person_id != client.id:
        text = _("I don't find that link any more.")
    elif invitations.take_back(turn.db, invitation, turn.now):
        turn.note("revoke invitation", client)
        text = _("Taken back. The link for {name} works no longer.")
    elif invitation.used_at is not None:
        text = _("{name} has opened that link already, so there is nothing to take back.")
    else:
        text = _("That link for {name} works no longer anyway.")
    turn.say(text.format(name=name), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. No new link was made."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="client_invitations",
    taps={"ask": ask, "make": make, "revoke": revoke, "leave": leave},
    needs=Action.MANAGE_CLIENT,
    # Whoever has the link becomes the client.
    behind_code=frozenset({"ask", "make"}),
)
