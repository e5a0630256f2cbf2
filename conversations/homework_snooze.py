"""Not yet: when homework is asked about again, as its client wishes."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records.homework import Homework
from bot.rules.rhythm import Later, later
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import own_homework
from conversations.homework_times import (
    end_of,
    next_at,
    note_rules,
    possible_at,
    stop_asking,
)
from conversations.menu import keyboard_for


def later_buttons(turn: Turn, row: Homework) -> list[Button]:
    """What can be chosen still, before the reminder that comes anyway if it is asked each day."""
    labels = {
        Later.TWO_HOURS: _("In 2 hours"),
        Later.EVENING: _("This evening"),
        Later.TOMORROW: _("Tomorrow"),
    }
    possible = later(turn.now, note_rules(turn), end_of(turn, row))
    planned = next_at(turn, row) if row.is_repeated else None
    return [
        button(labels[each], "homework_snooze:until", row.id, each.value)
        for each, at in possible.items()
        if planned is None or at < planned
    ]


def leave_button(row: Homework) -> Button:
    return button(_("Leave it until we meet"), "homework_snooze:leave", row.id)


def until(turn: Turn, homework_id: int, which: str) -> None:
    """The client's wish, so it doesn't count as unasked; quiet hours and its end hold all the same."""
    if which not in {each.value for each in Later}:
        return
    row = own_homework(turn, homework_id)
    if row is None:
        return
    before = row.is_wished
    row.is_wished = True
    wished = later(turn.now, note_rules(turn), end_of(turn, row)).get(Later(which))
    at = possible_at(turn, row, wished)
    if at is None:
        row.is_wished = before
        turn.say(
            _("That time doesn't fit any more. When shall I ask again?"),
            [*later_buttons(turn, row), leave_button(row)],
            topic=row.topic,
        )
        return
    row.remind_at, row.asks_left = at, 0
    turn.note("snooze", row)
    said = _("All right. I'll ask again {when}.").format(when=turn.words.within(at, turn.now))
    turn.say(said, keyboard=keyboard_for(turn))


def leave(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    stop_asking(row)
    turn.say(
        _("All right. It waits until you meet, and I won't ask again."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(name="homework_snooze", taps={"until": until, "leave": leave})
