"""What people see about the bot before they write: name, descriptions, commands, menu button."""

import json
from dataclasses import dataclass, field

from bot.simulator.bubbles import Json, StoredFile


@dataclass
class Profile:
    """Texts are kept by language code ("" for everybody), commands by scope and language."""

    name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
    photo: StoredFile | None = None

    def name_in(self, language: str) -> str:
        return self.names.get(language) or self.names.get("") or self.name

    def description_in(self, language: str) -> str:
        return self.descriptions.get(language) or self.descriptions.get("", "")

    def commands_in(self, chat_id: int, language: str) -> list[Json]:
        """Those of a private chat: the narrowest scope wins, and in it the person's language."""
        scopes: tuple[Json, ...] = (
            {"type": "chat", "chat_id": chat_id},
            {"type": "all_private_chats"},
            {"type": "default"},
        )
        keys = [(scope_key(scope), each) for scope in scopes for each in (language, "")]
        return next((self.commands[key] for key in keys if key in self.commands), [])


def scope_key(scope: Json) -> str:
    return json.dumps(scope, sort_keys=True)
