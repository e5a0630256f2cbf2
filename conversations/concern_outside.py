"""Somebody outside the practice: whom a client can turn to, and that nothing is passed on."""

from bot.conversation import Conversation
from bot.records.access import Action
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.outside_practice import no_number, outside


def show(turn: Turn) -> None:
    nothing = _("This isn't the practice. I pass nothing on: you call or write to them yourself.")
    turn.say(f"{nothing}\n\n{outside(turn) or no_number(turn)}", keyboard=keyboard_for(turn))


CONVERSATION = Conversation(name="concern_outside", taps={"show": show}, needs=Action.OWN_CASE)
