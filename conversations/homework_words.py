"""How the words of homework are said: short where they are long, whole for who wants to read them."""

from bot.buttons import Button, button
from bot.records import people
from bot.records.homework import Homework
from bot.rules.names import called
from bot.rules.quoting import isolated
from bot.rules.splitting import beginning
from bot.texts import _
from bot.turn import Turn

LETTERS, LINES = 400, 8  # of a task, a reason or a part where it stands among other words


def in_short(text: str) -> str:
    """What somebody wrote, as it stands within «»."""
    return isolated(beginning(text, LETTERS, LINES))


def is_cut(text: str | None) -> bool:
    return text is not None and beginning(text, LETTERS, LINES) != text


def what_is_asked(turn: Turn, row: Homework) -> str:
    """The task in the psychologist's words, or the smaller part in the client's own; shortened."""
    if row.smaller_part:
        return _("«{part}»\nYou chose this smaller part.").format(part=in_short(row.smaller_part))
    return task_and_why(row, called(people.get(turn.db, row.psychologist_id).name))


def task_and_why(row: Homework, name: str) -> str:
    """Shortened, with the name of who set it."""
    task = in_short(row.task)
    if row.why:
        return _("«{task}»\nWhy: «{why}» {name}").format(
            task=task, why=in_short(row.why), name=name
        )
    return _("«{task}» {name}").format(task=task, name=name)


def leaves_something_out(row: Homework) -> bool:
    if row.smaller_part:
        return is_cut(row.smaller_part)
    return is_cut(row.task) or is_cut(row.why)


def whole_button(row: Homework) -> list[Button]:
    """For the client, under `what_is_asked`: nothing where it is whole."""
    if not leaves_something_out(row):
        return []
    return [button(_("Read it all"), "homework_whole:read", row.id)]
