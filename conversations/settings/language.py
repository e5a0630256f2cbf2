"""The language in which the bot writes; there is something to choose once there are two."""

from babel import Locale

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.access import Action
from bot.texts import LANGUAGES, _, speaking
from bot.turn import Turn
from conversations.menu import keyboard_for


def ask(turn: Turn) -> None:
    turn.say(
        _("In which language shall I write?"),
        [button(_name(code), "language:keep", code) for code in LANGUAGES],
    )


def _name(code: str) -> str:
    """In its own language, for who can't read this one."""
    return str(Locale.parse(code).get_display_name(code)).capitalize()


def keep(turn: Turn, code: str) -> None:
    if code not in LANGUAGES:
        return
    turn.person.language = code
    turn.note("language", turn.person)
    with speaking(code):
        turn.say(
            _("From now on I write in {language}.").format(language=_name(code)),
            keyboard=keyboard_for(turn),
        )


CONVERSATION = Conversation(
    name="language",
    taps={"ask": ask, "keep": keep},
    needs=Action.CHANGE_SETTINGS,
)
