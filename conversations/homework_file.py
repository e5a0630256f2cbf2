"""The picture or file that goes with homework: shown as a message of its own, before the words."""

from typing import Any

from bot.records.homework import Homework
from bot.records.outbox import Body
from bot.turn import Turn


def show_file(turn: Turn, row: Homework, caption: str, **fields: Any) -> None:
    """Nothing for homework without one. Should Telegram refuse it, the words come all the same."""
    if row.file is not None:
        turn.say("", body=Body(text=caption, file=row.file), topic=row.topic, **fields)
