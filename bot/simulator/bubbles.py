"""What is written in a chat: a bubble, its buttons, and the file that may hang on it."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """A button under a bubble, with the data it sends or the address it opens."""

    label: str
    data: str | None = None
    url: str | None = None

    @property
    def can_be_pressed(self) -> bool:
        return self.data is not None or self.url is not None


@dataclass(frozen=True, kw_only=True)
class Account:
    """Who wrote something."""

    id: int
    name: str
    is_bot: bool = False
    username: str | None = None
    language: str | None = None

    def json(self) -> Json:
        shape: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username is not None:
            shape["username"] = self.username
        if self.language is not None:
            shape["language_code"] = self.language
        return shape


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file that somebody sent."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    data: bytes

    def json(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


@dataclass(frozen=True)
class Media:
    """What a bubble holds besides text: `kind` is the message's field, `shape` its value.

    What is `covered` shows once it is tapped, and not on a locked telephone.
    """

    kind: str
    shape: Json | list[Json] | int
    file: StoredFile | None = None
    covered: bool = False


@dataclass(frozen=True, kw_only=True)
class Bubble:
    """One message as it stands; an edit makes a new Bubble with the same message_id.

    `text` is what is written: the text, or the caption under a picture.
    """

    message_id: int
    chat_id: int
    sender: Account
    date: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    media: Media | None = None
    markup: Json | None = None
    reply_to: int | None = None
    silent: bool = False
    protected: bool = False
    edit_date: int | None = None
    edited: bool = False
    revision: int = 0
    frozen_by_keyboard: bool = False

    @property
    def by_bot(self) -> bool:
        return self.sender.is_bot

    @property
    def buttons(self) -> list[list[Button]]:
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return [
            [Button(each["text"], each.get("callback_data"), each.get("url")) for each in row]
            for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    def button(self, label: str, place: tuple[int, int] | None = None) -> Button | None:
        """The first with that label, or the one at that row and column if it has it."""
        placed = {
            (row, column): button
            for row, buttons in enumerate(self.buttons)
            for column, button in enumerate(buttons)
        }
        found = placed.values() if place is None else [placed.get(place)]
        return next((each for each in found if each is not None and each.label == label), None)

    @property
    def photo(self) -> StoredFile | None:
        return self._file("photo")

    @property
    def document(self) -> StoredFile | None:
        return self._file("document")

    def _file(self, kind: str) -> StoredFile | None:
        return self.media.file if self.media is not None and self.media.kind == kind else None
