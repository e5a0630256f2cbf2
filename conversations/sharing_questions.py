"""Whether a psychologist may see what there is now for the first time: asked once, and never again."""

from collections.abc import Sequence
from datetime import datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import check_ins, sharings
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.people import Person, Telephone
from bot.records.sharings import SharedKind
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.menu import keyboard_for
from conversations.sharing import (
    give,
    reader_of_client,
    stands_for_anybody,
    turn_off,
)
from conversations.sharing_words import SHARING_TEXT_VERSION, freely

# --- when it is asked


def asks(turn: Turn, psychologist_id: int, kind: SharedKind) -> Person | None:
    """Whom it would be shared with, if it is to be asked now: who can read it here, and was never
    asked about.

    Not where others see the telephone. Who has no chat here is asked about once they have.
    """
    reader = reader_of_client(turn)
    if (
        reader is None
        or reader.id != psychologist_id
        or not can_be_reached(reader)
        or turn.person.telephone is Telephone.SHARED
        or sharings.was_asked(turn.db, turn.person, reader.id, kind)
    ):
        return None
    return reader


def note_asked(turn: Turn, reader: Person, kind: SharedKind) -> None:
    row = sharings.ask(turn.db, turn.person, reader.id, kind, SHARING_TEXT_VERSION, turn.now)
    turn.note(f"asked to share {kind.value}", row)


# --- check-ins


def ask_of_check_ins(turn: Turn, row: CheckIn, more: Sequence[Button]) -> bool:
    """Thanks, and the question, if this one is the first that ends with thanks and nothing else.

    After a low one there is an offer, and who sees the numbers isn't asked beside it: it is asked
    after the next that ends with thanks. False if it isn't asked now, and nothing was said.
    """
    reader = asks(turn, row.psychologist_id, SharedKind.CHECK_INS)
    if reader is None:
        return False
    note_asked(turn, reader, SharedKind.CHECK_INS)
    name = called(reader.name)
    question = _(
        "One question, asked once: would you like {name} to see your numbers, these and later "
        "ones? Only the numbers: not your words, and not what I say about them. If you say no, I "
        "don't tell {name} that I asked."
    ).format(name=name)
    turn.say(
        "\n\n".join([_("Thank you."), question, freely()]),
        [
            button(_("Yes, these and later ones"), "sharing_questions:yes", row.id, also=("yes",)),
            button(_("No, only I see them"), "sharing_questions:no", also=("no",)),
            *more,
        ],
        topic=row.topic,
    )
    return True


def yes_to_check_ins(turn: Turn, check_in_id: int) -> None:
    """From the answers on that stood above the question."""
    row = turn.reach(Action.ANSWER_CHECK_IN, CheckIn, check_in_id)
    reader = reader_of_client(turn)
    if row is None or row.answered_at is None:
        turn.say(_("I can't find those questions any more."), keyboard=keyboard_for(turn))
        return
    if (
        turn.person.telephone is Telephone.SHARED
        or reader is None
        or reader.id != row.psychologist_id
    ):
        text = _("That has changed since then, so I changed nothing. /sharing shows how it is.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    row.keeps_private = False  # it says «these»: the last tap counts
    turn.db.flush()
    if check_ins.shown_to(turn.db, row) is None:
        _see_from(turn, reader, row.answered_at)
    name = called(reader.name)
    turn.say(
        _("On. {name} can see these numbers, and later ones.").format(name=name),
        [
            button(_("Keep these to me"), "check_in:keep", row.id),
            button(_("What you share"), "sharing:show"),
        ],
    )


def _see_from(turn: Turn, reader: Person, covers_from: datetime) -> None:
    """A yes that stands for later ones only is replaced by one that begins before."""
    kind = SharedKind.CHECK_INS
    sharings.revoke(turn.db, turn.person.id, kind, turn.now)
    give(turn, reader, kind, covers_from)


def no_to_check_ins(turn: Turn) -> None:
    """Also after a yes: the last tap counts."""
    if stands_for_anybody(turn, SharedKind.CHECK_INS):
        return turn_off(turn, SharedKind.CHECK_INS.value)
    turn.say(
        _("All right, only you see them. If you change your mind, write /sharing."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="sharing_questions",
    taps={"yes": yes_to_check_ins, "no": no_to_check_ins},
)
