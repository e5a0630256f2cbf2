"""What a psychologist sets: typed, in one message or several, or taken from what they set before."""

from bot.buttons import Button, button
from bot.incoming import IncomingFile
from bot.records import earlier_homework, homework
from bot.records.access import Action
from bot.records.homework import Homework
from bot.records.people import Person
from bot.rules.homework import LONGEST_TASK, tidy
from bot.rules.pieces import FILLS_MESSAGE, joined, length, may_go_on
from bot.rules.quoting import isolated
from bot.rules.splitting import shortened
from bot.texts import _
from bot.turn import Turn
from conversations.homework_file import show_file
from conversations.menu import keyboard_for
from conversations.staff.assignment_file import (
    carried,
    file_of,
    keep,
    kept_words,
    refusal_of,
    words_under,
)
from conversations.staff.assignment_times import no_reminder_reaches
from conversations.staff.assignment_why import ask_why, cant_carry, own_draft, say_too_long

_EARLIER, _LABEL = 4, 40  # how many earlier tasks, and characters of each on its button
_TASK = "task"


def own_client(turn: Turn, client_id: int) -> Person | None:
    """The client if they are this psychologist's; otherwise says that nobody is found."""
    chosen = turn.reach(Action.SET_HOMEWORK, Person, client_id)
    if chosen is None:
        turn.say(_("I don't find that name among your clients."), keyboard=keyboard_for(turn))
    return chosen


# --- what


def ask_task(
    turn: Turn, chosen: Person, first: str = "", file: dict[str, str] | None = None
) -> None:
    """Ask for the task. `file` came before the words and goes along."""
    text = _("What is the task? {name} reads it in your words.").format(name=chosen.is_called)
    turn.ask(
        "\n\n".join(filter(None, [no_reminder_reaches(turn, chosen), first, text])),
        [*_earlier_tasks(turn, chosen), button(_("Don't set"), "assignments:leave")],
        then="assignments:task",
        client_id=chosen.id,
        **carried(file),
    )


def task_received(
    turn: Turn, text: str, client_id: int, file_kind: str = "", file_id: str = ""
) -> None:
    chosen = own_client(turn, client_id)
    if chosen is None:
        return
    file = file_of(file_kind, file_id)
    task = tidy(text, LONGEST_TASK)
    if task is not None:
        return _begin_draft(turn, chosen, task, file)
    if len(text) <= LONGEST_TASK:
        return ask_task(turn, chosen, cant_carry(), file)
    say_too_long(turn, _new_draft(turn, chosen, "", file), _TASK)


def task_file(
    turn: Turn, file: IncomingFile, client_id: int, file_kind: str = "", file_id: str = ""
) -> None:
    """What stands under it is the task; without that, the task is asked for once more."""
    chosen = own_client(turn, client_id)
    if chosen is None:
        return
    refusal = refusal_of(file)
    if refusal:
        return ask_task(turn, chosen, refusal, file_of(file_kind, file_id))
    if words := words_under(turn):
        return task_received(turn, words, client_id, file.kind.value, file.id)
    kept = kept_words(file, takes_place=bool(file_id))
    ask_task(turn, chosen, kept, {"kind": file.kind.value, "id": file.id})


def _begin_draft(turn: Turn, chosen: Person, task: str, file: dict[str, str] | None) -> None:
    row = _new_draft(turn, chosen, task, file)
    if may_go_on(task):
        return _ask_more(turn, row, filled=length(task) >= FILLS_MESSAGE)
    ask_why(turn, row)


def _new_draft(turn: Turn, chosen: Person, task: str, file: dict[str, str] | None) -> Homework:
    """In the place of what was begun, whose proposed rhythm stays."""
    before = earlier_homework.begun(turn.db, turn.person.id, chosen.id)
    proposed = (before.proposed_rhythm, before.until_at) if before is not None else (None, None)
    homework.drop_drafts(turn.db, turn.person.id)
    row = homework.draft(
        turn.db, client=chosen, psychologist_id=turn.person.id, task=task, now=turn.now
    )
    row.file = file
    row.proposed_rhythm, row.until_at = proposed
    return row


# --- a long task: Telegram's programs cut it, and the rest arrives as messages of their own


def _ask_more(turn: Turn, row: Homework, first: str = "", *, filled: bool) -> None:
    text = _("That is a long one, so there may be more of it. Is that all? If not, send the rest.")
    turn.ask(
        "\n\n".join(filter(None, [first, text])),
        [
            button(_("That's all"), "assignments:all", row.id, also=("yes", "ok")),
            button(_("Don't set"), "assignments:leave", also=("no",)),
        ],
        then="assignments:more",
        homework_id=row.id,
        filled=int(filled),
    )


def more_received(turn: Turn, text: str, homework_id: int, filled: int = 0) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    whole = joined(row.task, text.strip(), filled=bool(filled))
    if len(whole) > LONGEST_TASK:
        row.task = ""
        return say_too_long(turn, row, _TASK)
    task = tidy(whole, LONGEST_TASK)
    if task is None:
        return _ask_more(turn, row, cant_carry(), filled=bool(filled))
    row.task = task
    if may_go_on(text):
        return _ask_more(turn, row, filled=length(text) >= FILLS_MESSAGE)
    ask_why(turn, row)


def more_file(turn: Turn, file: IncomingFile, homework_id: int, filled: int = 0) -> None:
    """It goes along, and what stands under it is more of the task."""
    row = own_draft(turn, homework_id)
    if row is None:
        return
    if refusal := refusal_of(file):
        return _ask_more(turn, row, refusal, filled=bool(filled))
    kept = keep(row, file)
    if words := words_under(turn):
        return more_received(turn, words, homework_id, filled)
    _ask_more(turn, row, kept, filled=bool(filled))


def that_is_all(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        ask_why(turn, row)


# --- what was set before


def _earlier_tasks(turn: Turn, chosen: Person) -> list[Button]:
    rows = earlier_homework.last_tasks(turn.db, turn.person.id, _EARLIER)
    return [
        button(
            _("«{task}»").format(task=isolated(shortened(row.task, _LABEL))),
            "assignments:template",
            chosen.id,
            row.id,
        )
        for row in rows
    ]


def template(turn: Turn, client_id: int, homework_id: int) -> None:
    """An earlier task, whole: it may have been somebody else's, with something of theirs in it."""
    chosen, row = _template(turn, client_id, homework_id)
    if chosen is None or row is None:
        return
    show_file(turn, row, _("This goes with it."))
    turn.ask(
        _(
            "«{task}»\n\nYou wrote this before, perhaps for somebody else. Please read it through. "
            "To change it, write it here as {name} is to read it."
        ).format(task=isolated(row.task), name=chosen.is_called),
        [
            button(_("Use it"), "assignments:use", chosen.id, row.id, also=("yes", "ok")),
            button(_("Don't set"), "assignments:leave", also=("no",)),
        ],
        then="assignments:task",
        client_id=chosen.id,
        **carried(row.file),
    )


def use_template(turn: Turn, client_id: int, homework_id: int) -> None:
    chosen, row = _template(turn, client_id, homework_id)
    if chosen is not None and row is not None:
        ask_why(turn, _new_draft(turn, chosen, row.task, row.file))


def _template(
    turn: Turn, client_id: int, homework_id: int
) -> tuple[Person, Homework] | tuple[None, None]:
    """The client and what this psychologist set before; otherwise says that it isn't there."""
    chosen = own_client(turn, client_id)
    if chosen is None:
        return None, None
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is None or not earlier_homework.was_set(row):
        ask_task(turn, chosen, _("I don't find that task any more."))
        return None, None
    return chosen, row
