"""Homework as its client reads it."""

from bot.records import people
from bot.records.homework import Homework
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn


def what(turn: Turn, row: Homework) -> str:
    """The task in the psychologist's words, or the smaller part in the client's own."""
    if row.smaller_part:
        return _("«{part}»\nYou chose this smaller part.").format(part=row.smaller_part)
    name = called(people.get(turn.db, row.psychologist_id).name)
    if row.why:
        return _("«{task}»\nWhy: «{why}» {name}").format(task=row.task, why=row.why, name=name)
    return _("«{task}» {name}").format(task=row.task, name=name)
