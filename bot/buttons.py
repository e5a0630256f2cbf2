"""Buttons: their words, what they do, and how they lie under a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

DATA_VERSION = "1"
_ROW_WIDTH = 32  # characters that fit beside each other on a telephone, with a margin per button


@dataclass(frozen=True)
class Button:
    """A button: its words, what it does («conversation:tap») and with which row."""

    label: str
    tap: str
    arguments: tuple[int | str, ...] = ()
    also: tuple[str, ...] = ()  # other words that mean the same when typed
    width: int | None = None  # of 32 a row; None: as its words need

    @property
    def data(self) -> str:
        """What Telegram sends back: version, conversation, tap, arguments; at most 64 bytes."""
        data = ":".join([DATA_VERSION, self.tap, *map(str, self.arguments)])
        assert len(data.encode()) <= 64, f"the data of a button to {self.tap} is too long"
        return data


def button(label: str, tap: str, *arguments: int | str, also: Sequence[str] = ()) -> Button:
    return Button(label, tap, arguments, tuple(also))


def choices_of(buttons: Sequence[Button]) -> list[list[Any]]:
    """Buttons as a prompt keeps them: label, data, other wordings."""
    return [[choice.label, choice.data, list(choice.also)] for choice in buttons]


def buttons_of(choices: Sequence[Sequence[Any]]) -> list[Button]:
    """The buttons that a prompt keeps; those of another version do nothing any more."""
    return [
        Button(label, f"{conversation}:{tap}", tuple(arguments), tuple(also))
        for label, data, also in choices
        for version, conversation, tap, *arguments in [data.split(":")]
        if version == DATA_VERSION
    ]


def in_rows(buttons: Sequence[Button]) -> list[list[list[str]]]:
    """Buttons one per line, short ones beside each other."""
    rows: list[list[list[str]]] = []
    room = 0
    for choice in buttons:
        width = choice.width or len(choice.label) + 4
        if width > room:
            rows.append([])
            room = _ROW_WIDTH
        rows[-1].append([choice.label, choice.data])
        room -= width
    return rows
