"""Menu, help and the way out of anything."""

from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.people import STAFF
from bot.texts import _
from bot.turn import Turn

Keyboard = list[list[str]]


def keyboard_for(turn: Turn) -> Keyboard:
    """The menu below the chat; a stranger has none."""
    if turn.somebody is None:
        return []
    if turn.may(Action.SEE_SCHEDULE):
        decides = [_("Requests")] if turn.may(Action.DECIDE_REQUEST) else []
        sets_homework = [[_("Set homework")]] if turn.may(Action.SET_HOMEWORK) else []
        return [[_("Today"), _("This week"), *decides, _("Cases")], *sets_homework]
    if turn.roles & STAFF:
        return [[_("Cases")]]
    return [[_("My times"), _("Something isn't right")], [_("Help now"), _("Settings")]]


def show_help(turn: Turn) -> None:
    if turn.roles & STAFF and not turn.may(Action.SEE_SCHEDULE):
        text = _(
            "Here you get urgent messages, and what a client sends to you.\n"
            "Tap «Open» under one to read it. /cases shows what waits for you."
        )
    elif turn.may(Action.SET_HOMEWORK):
        text = _(
            "Here you see what your clients answer, and what they choose to show you.\n"
            "/today shows today, /week the next seven days. /homework sets homework.\n"
            "/cases shows what a client sent to you. /cancel stops what you are in the middle of."
        )
    elif turn.roles & STAFF:
        text = _(
            "Here you see what clients answer to reminders, and what they send to you.\n"
            "/today shows today, /week the next seven days. /requests shows who wants another time.\n"
            "/cases shows what waits for you. /cancel stops what you are in the middle of."
        )
    else:
        text = _(
            "I'm a program. I remind you of your times and pass on what you answer.\n"
            "Tap a button below, or write /times, /homework, /settings, /stop or /cancel.\n"
            "To reach a person, phone {practice}. In danger, tap «Help now»."
        ).format(practice=turn.practice.name_and_phone)
    turn.say(text, keyboard=keyboard_for(turn))


def cancel(turn: Turn) -> None:
    turn.say(
        _("All right, I've stopped asking. Your times stay as they are."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="menu",
    commands={"help": show_help, "cancel": cancel},
)
