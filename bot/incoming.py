"""What one update says, in the words that routing needs."""

import enum
from dataclasses import dataclass

from bot.records.outbox import FileKind
from bot.rules.triage.danger import Danger
from bot.rules.triage.recognition import Recognition


class IncomingKind(enum.Enum):
    TEXT = "text"
    EDIT = "edit"  # a message that was changed afterwards
    OTHER = "other"  # photo, voice, sticker …; `text` is the caption
    TAP = "tap"
    BLOCKED = "blocked"  # the person blocked the bot
    OPENED = "opened"  # and opened the chat again
    GROUP = "group"  # anything that comes from a group
    NOTHING = "nothing"  # a kind of update that the bot doesn't use


@dataclass(frozen=True)
class IncomingFile:
    """A document or a photo in a chat, as Telegram names it."""

    kind: FileKind
    id: str
    name: str = ""
    size: int = 0  # bytes, as Telegram says


@dataclass(frozen=True)
class Incoming:
    """What one update says, in the words that routing needs."""

    kind: IncomingKind
    chat_id: int | None = None
    text: str = ""
    message_id: int | None = None
    reply_to: int | None = None
    data: str = ""
    callback_id: str = ""
    recognition: Recognition | None = None  # of its text; None for what has none
    file: IncomingFile | None = None

    @property
    def danger(self) -> Danger | None:
        return self.recognition.danger if self.recognition is not None else None

    @property
    def is_danger(self) -> bool:
        return self.danger is not None
