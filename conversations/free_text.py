"""Everything that nothing was waiting for: an honest answer and a way to a person."""

from bot.incoming import IncomingKind
from bot.records.people import STAFF
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for


def received(turn: Turn) -> None:
    """Words that no step and no question was waiting for."""
    if turn.roles & STAFF:
        text = _("I didn't understand that, and I've passed nothing on. /help shows what I can do.")
    else:
        text = _(
            "I'm a program and can't answer that. Nobody at the practice has read it.\n"
            "To reach a person, phone {practice}. Or tap a button below."
        ).format(practice=turn.practice.name_and_phone)
    turn.say(text, keyboard=keyboard_for(turn))


def unreadable(turn: Turn) -> None:
    """A photo, a voice message, a sticker, or a message that was changed afterwards."""
    assert turn.incoming is not None, "only updates are unreadable"
    if turn.incoming.kind is IncomingKind.EDIT:
        turn.say(
            _("You changed a message. I only go by how it was first sent. Please write it again.")
        )
        return
    turn.say(
        _(
            "I can only read words, so I can't take that. Nobody at the practice sees it.\n"
            "Please write it, or phone {practice}."
        ).format(practice=turn.practice.name_and_phone)
    )


def old_button(turn: Turn) -> None:
    """A button or a step that is no longer there, or isn't this person's."""
    turn.say(
        _("Sorry, that no longer works. Nothing was changed. Please start again from the menu."),
        keyboard=keyboard_for(turn),
    )


def unknown_command(turn: Turn) -> None:
    turn.say(
        _("I don't know that command. /help shows what I can do."), keyboard=keyboard_for(turn)
    )
