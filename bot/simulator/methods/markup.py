"""Buttons and keyboards as a bot sends them: what Telegram refuses about them."""

import json

from bot.simulator.bubbles import Json
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Sentence, bad_request

MOST_INLINE_BUTTONS = 100
MOST_KEYS = 300
LARGEST_MARKUP = 10_240
LARGEST_BUTTON_DATA = 64
ACTIONS_BY_VALUE = ("url", "callback_data")
ACTIONS_BY_PRESENCE = (
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def reply_markup(parameters: Parameters) -> Json | None:
    """The markup, None if it comes to nothing; what the bot's own server can see is checked."""
    markup: Json | None = parameters.get("reply_markup")
    if not markup:
        return None
    if markup.get("keyboard"):
        keys = [key for row in markup["keyboard"] for key in row]
        if any(not (key if isinstance(key, str) else key["text"]) for key in keys):
            raise bad_request(Sentence.KEYBOARD_BUTTON_BLANK)
        return markup
    if markup.get("inline_keyboard"):
        return _inline_keyboard(markup)
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def _inline_keyboard(markup: Json) -> Json | None:
    rows = [[_with_action(button) for button in row] for row in markup["inline_keyboard"]]
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _with_action(button: Json) -> Json:
    by_value = any(button.get(name) for name in ACTIONS_BY_VALUE)
    if not by_value and not any(name in button for name in ACTIONS_BY_PRESENCE):
        raise bad_request(Sentence.BUTTON_WITHOUT_ACTION)
    if not button["text"]:
        raise bad_request(Sentence.BUTTON_BLANK)
    return button


def check_at_server(markup: Json | None) -> None:
    """What only Telegram's own servers refuse, after they have looked at the chat."""
    if markup is None:
        return
    buttons = [each for row in markup.get("inline_keyboard", []) for each in row]
    if any(len(each.get("callback_data", "").encode()) > LARGEST_BUTTON_DATA for each in buttons):
        raise bad_request(Sentence.BUTTON_DATA)
    keys = sum(len(row) for row in markup.get("keyboard", []))
    size = len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode())
    if len(buttons) > MOST_INLINE_BUTTONS or keys > MOST_KEYS or size > LARGEST_MARKUP:
        raise bad_request(Sentence.MARKUP_TOO_LONG)
