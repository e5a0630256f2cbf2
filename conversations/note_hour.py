"""The hour at which a client wants notes: theirs to choose, and what is planned goes along."""

from datetime import time

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.people import STAFF, Telephone
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import hour_words, say_not_here
from conversations.hour_of_notes import change_hour, hours_to_choose
from conversations.menu import keyboard_for


def ask(turn: Turn) -> None:
    if turn.roles & STAFF:
        turn.say(_("There is nothing to set here for staff. The operator keeps the settings."))
        return
    if turn.person.telephone is Telephone.SHARED:
        return say_not_here(turn)
    turn.say(
        _("At what hour shall notes come? So far they come at {time}.").format(
            time=hour_words(turn)
        ),
        [
            button(turn.words.time_of_day(time(hour)), "note_hour:choose", hour)
            for hour in hours_to_choose(turn)
        ],
    )


def choose(turn: Turn, hour: int) -> None:
    if turn.roles & STAFF or hour not in hours_to_choose(turn):
        return
    change_hour(turn, hour)
    turn.say(
        _("Good. Notes come at {time} from now on.").format(time=hour_words(turn)),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(name="note_hour", taps={"ask": ask, "choose": choose})
