"""Who hears that a client sees another psychologist, and in which words."""

import enum

from bot.buttons import button
from bot.records import outbox
from bot.records.outbox import Priority
from bot.records.people import Person, Telephone
from bot.rules.due import UNDO_DELAY
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn


class Booked(enum.Enum):
    """What becomes of the sessions ahead."""

    NOTHING = "nothing is booked"
    MOVES = "it moves"
    STAYS = "it stays"


def can_be_told(turn: Turn, client: Person) -> bool:
    """Whether such a message may come: connected, wanted now, and nobody else sees it."""
    return client.hears_unasked(turn.now) and client.telephone is Telephone.OWN


def topic_of(client: Person) -> str:
    """What these messages are filed under: a later change takes the place of an earlier."""
    return f"{client.__tablename__}:{client.id}:psychologist"


def tell_client(turn: Turn, client: Person, old: Person, new: Person, booked: Booked) -> bool:
    """In three minutes, outside quiet hours: nothing in the first line says what it is about."""
    if not can_be_told(turn, client):
        return False
    outbox.withdraw(turn.db, topic_of(client), turn.now, person_id=client.id)
    draft = turn.alert(
        priority=Priority.REMINDER,
        topic=topic_of(client),
        due_at=client.clocks(turn.practice).once_not_quiet(turn.now + UNDO_DELAY),
    )
    with turn.speaking_to(client):
        if booked is Booked.STAYS:
            text = _(
                "News from the office.\n"
                "The times that are booked stay with {old}. After those you meet {new}."
            )
        elif booked is Booked.MOVES:
            text = _("News from the office.\nFrom now on you meet {new}. Your times stay the same.")
        else:
            text = _("News from the office.\nFrom now on you meet {new}.")
        question = _("If you have a question, phone {practice}.")
        said = "\n".join([text, question]).format(
            old=called(old.name), new=called(new.name), practice=turn.practice.name_and_phone
        )
        return turn.tell(client, said, draft=draft) is not None


def tell_new(turn: Turn, client: Person, new: Person, moved: int) -> bool:
    """The new psychologist; their list and their day show the rest."""
    with turn.speaking_to(new):
        text = _("{client} sees you from now on.")
        if moved == 1:
            text = _("{client} sees you from now on. The session that is booked is yours.")
        elif moved:
            text = _(
                "{client} sees you from now on. The {count} sessions that are booked are yours."
            )
        said = text.format(client=listed(client.name), count=moved)
        open_page = button(_("Open"), "client_page:open", client.id)
        draft = turn.alert(silent=True, topic=topic_of(client))
        return turn.tell(new, said, [open_page], draft=draft) is not None


def tell_old(turn: Turn, client: Person, old: Person, minute: int) -> bool:
    with turn.speaking_to(old):
        said = _("{client} sees somebody else from now on. If you have a question, ask the office.")
        key = f"{topic_of(client)}:{old.id}:{minute}"
        draft = turn.alert(silent=True, topic=topic_of(client), dedupe_key=key)
        return turn.tell(old, said.format(client=listed(client.name)), draft=draft) is not None
