"""The hour at which a client wants notes: theirs to choose, and what is planned goes along."""

from datetime import time

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import homework
from bot.records.people import STAFF, Telephone
from bot.rules.homework import HOURS
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import hour_words, note_rules, say_not_here
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
            for hour in _hours(turn)
        ],
    )


def _hours(turn: Turn) -> list[int]:
    """Those that aren't quiet."""
    quiet = note_rules(turn).clocks.quiet_hours
    return [hour for hour in HOURS if quiet is None or not quiet.holds(time(hour))]


def choose(turn: Turn, hour: int) -> None:
    """Notes that are planned move to the new hour of their day, unless that has passed."""
    if turn.roles & STAFF or hour not in _hours(turn):
        return
    turn.person.note_hour = hour
    rules = note_rules(turn)
    for row in homework.planned(turn.db, turn.person):
        assert row.remind_at is not None, "asked for in the query"
        at = rules.days_from(row.remind_at, 0)
        until = homework.useful_until(turn.db, row, turn.now)
        if turn.now < at and (until is None or at < until):
            row.remind_at = at
    turn.note("note hour", turn.person)
    turn.say(
        _("Good. Notes come at {time} from now on.").format(time=hour_words(turn)),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(name="note_hour", taps={"ask": ask, "choose": choose})
