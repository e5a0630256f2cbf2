"""What a take is written down as: what clients read, and what is done between."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Direction:
    """A line between messages: what somebody does, what time passes."""

    text: str


@dataclass(frozen=True)
class Message:
    """What arrived in a client's chat, with its marks."""

    to: str
    text: str
    labels: tuple[str, ...]
    menu: tuple[str, ...]  # below the chat, where it is new
    at: datetime
    is_by_itself: bool  # the client had not just done something
    is_silent: bool
    is_changed: bool  # the message whose button was tapped changed into this
    is_popup: bool = False  # shown for three seconds after a tap

    @property
    def whole(self) -> str:
        """Everything in it that can be read."""
        return "".join([self.text, *self.labels, *self.menu])


Line = Direction | Message
