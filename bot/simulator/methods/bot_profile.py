"""What a bot says about itself: getMe, its commands, names, descriptions and menu button."""

import re

from bot.simulator import files
from bot.simulator.bubbles import Json
from bot.simulator.parameters import Parameters
from bot.simulator.profile import scope_key
from bot.simulator.refusals import Sentence, bad_request
from bot.simulator.specification import Upload
from bot.simulator.telegram import Telegram

COMMAND = re.compile(r"[a-z0-9_]+")
LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100


def get_me(telegram: Telegram, parameters: Parameters) -> Json:
    can = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return telegram.bot.json() | can


def set_commands(telegram: Telegram, parameters: Parameters) -> bool:
    commands = [_command(each) for each in parameters.get("commands")]
    if len(commands) > MOST_COMMANDS:
        raise bad_request(Sentence.COMMANDS_TOO_MANY)
    if not all(COMMAND.fullmatch(each["command"]) for each in commands):
        raise bad_request(Sentence.COMMAND_INVALID)
    telegram.profile.commands[_scope(telegram, parameters)] = commands
    return True


def get_commands(telegram: Telegram, parameters: Parameters) -> list[Json]:
    return telegram.profile.commands.get(_scope(telegram, parameters), [])


def delete_commands(telegram: Telegram, parameters: Parameters) -> bool:
    telegram.profile.commands.pop(_scope(telegram, parameters), None)
    return True


def _command(given: Json) -> Json:
    command = given["command"].strip().removeprefix("/")
    description = given["description"].strip()
    if not command:
        raise bad_request(Sentence.COMMAND_EMPTY)
    if len(command) > LONGEST_COMMAND:
        raise bad_request(Sentence.COMMAND_TOO_LONG)
    if not description:
        raise bad_request(Sentence.COMMAND_DESCRIPTION_EMPTY)
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        raise bad_request(Sentence.COMMAND_DESCRIPTION_TOO_LONG)
    return {"command": command, "description": description}


def _scope(telegram: Telegram, parameters: Parameters) -> tuple[str, str]:
    """Commands are kept for each scope and language."""
    scope: Json = parameters.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        telegram.chat(scope["chat_id"])
    return scope_key(scope), parameters.text("language_code")


def set_name(telegram: Telegram, parameters: Parameters) -> bool:
    _keep(telegram.profile.names, parameters, "name", 64)
    return True


def get_name(telegram: Telegram, parameters: Parameters) -> Json:
    return {"name": telegram.profile.name_in(parameters.text("language_code"))}


def set_description(telegram: Telegram, parameters: Parameters) -> bool:
    _keep(telegram.profile.descriptions, parameters, "description", 512)
    return True


def get_description(telegram: Telegram, parameters: Parameters) -> Json:
    return {"description": telegram.profile.description_in(parameters.text("language_code"))}


def set_short_description(telegram: Telegram, parameters: Parameters) -> bool:
    _keep(telegram.profile.short_descriptions, parameters, "short_description", 120)
    return True


def get_short_description(telegram: Telegram, parameters: Parameters) -> Json:
    texts, language = telegram.profile.short_descriptions, parameters.text("language_code")
    return {"short_description": texts.get(language) or texts.get("", "")}


def _keep(texts: dict[str, str], parameters: Parameters, name: str, longest: int) -> None:
    """The real words of this refusal are not known; the limit is in Telegram's documentation."""
    text = parameters.text(name)
    if len(text) > longest:
        raise bad_request(f"{name} must not be longer than {longest} characters")
    texts[parameters.text("language_code")] = text


def set_photo(telegram: Telegram, parameters: Parameters) -> bool:
    """Only a new file will do, and only a JPEG; moving pictures aren't simulated."""
    given: Json = parameters.get("photo")
    name = str(given.get("photo", "")).removeprefix("attach://")
    upload = parameters.uploads.get(name)
    if not isinstance(upload, Upload):
        raise bad_request(Sentence.NO_PROFILE_PHOTO)
    if files.picture_type(upload.data) != "image/jpeg" or files.picture_size(upload.data) is None:
        raise bad_request(Sentence.NOT_AN_IMAGE)
    telegram.profile.photo = telegram.exchange.files.keep(
        "photo", upload.data, name=upload.file_name, mime_type="image/jpeg"
    )
    return True


def remove_photo(telegram: Telegram, parameters: Parameters) -> bool:
    telegram.profile.photo = None
    return True


def set_menu_button(telegram: Telegram, parameters: Parameters) -> bool:
    chat_id: int | None = parameters.get("chat_id")
    if chat_id is not None:
        telegram.chat(chat_id)
    button = parameters.get("menu_button") or {"type": "default"}
    telegram.profile.menu_buttons[chat_id] = button
    return True


def get_menu_button(telegram: Telegram, parameters: Parameters) -> Json:
    buttons = telegram.profile.menu_buttons
    everybody = buttons.get(None, {"type": "default"})
    return buttons.get(parameters.get("chat_id"), everybody)
