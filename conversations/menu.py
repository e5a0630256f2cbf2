"""Menu, help and the way out of anything."""

from bot.conversation import Conversation
from bot.records import danger_alerts
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
        sets_homework = [_("Set homework")] if turn.may(Action.SET_HOMEWORK) else []
        requests = [_("Requests")] if turn.may(Action.DECIDE_REQUEST) else []
        return [
            [_("Today"), _("This week"), _("Cases")],
            [*sets_homework, _("Clients"), *requests],
        ]
    if turn.roles & STAFF:
        return [[_("Cases")]]
    return [
        [_("My times"), _("For next time")],
        [_("Something isn't right")],
        [_("Help now"), _("Settings")],
    ]


def show_help(turn: Turn) -> None:
    if turn.roles & STAFF and not turn.may(Action.SEE_SCHEDULE):
        text = _(
            "Here you get urgent messages, and what a client sends to you.\n"
            "Tap «Open» under one to read it. /cases shows what waits for you."
        )
    elif turn.roles & STAFF:
        text = "\n".join(_staffs_help(turn))
    else:
        text = _(
            "I'm a program. I remind you of your times and pass on what you answer.\n"
            "Tap a button below, or write /times, /homework, /settings, /stop or /cancel.\n"
            "/trend is a picture of how you answered so far, /sharing says who sees what, "
            "/relationship is about what helps.\n"
            "To reach a person, phone {practice}. In danger, tap «Help now»."
        ).format(practice=turn.practice.name_and_phone)
    turn.say(text, keyboard=keyboard_for(turn))


def _staffs_help(turn: Turn) -> list[str]:
    """Who holds several roles reads of all that is theirs, each once."""
    manages, sets_homework = turn.may(Action.MANAGE_CLIENT), turn.may(Action.SET_HOMEWORK)
    lines = [
        _("Here you see what your clients answer, and what they choose to show you.")
        if sets_homework
        else _("Here you see what clients answer to reminders, and what they send to you."),
        _("/today shows today, /week the next seven days, /cases what a client sent to you."),
    ]
    if manages:
        lines.append(
            _(
                "/clients finds a client: invite, pause, change. /requests shows who wants another "
                "time, /unreachable whom I can't reach.\n/staff shows who works here, /duty who is "
                "there for urgent messages. /digest is the week in numbers, /import takes a list from "
                "your own records."
            )
        )
    else:
        lines.append(_("/clients shows your clients."))
    if sets_homework:
        lines.append(
            _("/brief shows what there is to know before you meet. /homework sets homework.")
        )
    lines.append(_("/away says until when you are away, /lock locks this screen."))
    lines.append(_("/cancel stops what you are in the middle of."))
    return lines


def cancel(turn: Turn) -> None:
    text = (
        _("All right, I've stopped asking. Nothing was changed.")
        if turn.roles & STAFF
        else _("All right, I've stopped asking. Your times stay as they are.")
    )
    if turn.left_question and danger_alerts.opened_by(turn.db, turn.person.id):
        text = f"{text}\n" + _("An urgent message that you opened is still open: /cases.")
    turn.say(text, keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="menu",
    commands={"help": show_help, "cancel": cancel},
)
