"""What a psychologist sets and why: typed, sent as a file, or taken from what they set before."""

import textwrap

from bot.buttons import Button, button
from bot.incoming import IncomingFile
from bot.records import earlier_homework, homework, people
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState
from bot.records.outbox import FileKind
from bot.records.people import Person
from bot.rules.homework import LARGEST_FILE, LONGEST_TASK, LONGEST_WHY, is_program, tidy
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_file import show_file
from conversations.menu import keyboard_for
from conversations.staff.assignment_times import ask_when, no_reminder_reaches

_EARLIER, _LABEL = 4, 40  # how many earlier tasks, and characters of each on its button


def own_client(turn: Turn, client_id: int) -> Person | None:
    """The client if they are this psychologist's; otherwise says that nobody is found."""
    chosen = turn.reach(Action.SET_HOMEWORK, Person, client_id)
    if chosen is None:
        turn.say(_("I don't find that name among your clients."), keyboard=keyboard_for(turn))
    return chosen


def own_draft(turn: Turn, homework_id: int) -> Homework | None:
    """What this psychologist is about to set; otherwise says that it is gone."""
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is None or row.state is not HomeworkState.DRAFT:
        turn.say(
            _("That is set already, or gone. «Set homework» starts a new one."),
            keyboard=keyboard_for(turn),
        )
        return None
    return row


# --- what


def ask_task(
    turn: Turn, chosen: Person, first: str = "", file: dict[str, str] | None = None
) -> None:
    """Ask for the task. `file` came before the words and goes along."""
    homework.drop_drafts(turn.db, turn.person.id)
    text = _("What is the task? {name} reads it in your words.").format(name=chosen.is_called)
    turn.ask(
        "\n\n".join(filter(None, [no_reminder_reaches(turn, chosen), first, text])),
        [*_earlier_tasks(turn, chosen), button(_("Don't set"), "assignments:leave")],
        then="assignments:task",
        client_id=chosen.id,
        **_carried(file),
    )


def _carried(file: dict[str, str] | None) -> dict[str, str]:
    return {"file_kind": file["kind"], "file_id": file["id"]} if file else {}


def _file_of(file_kind: str, file_id: str) -> dict[str, str] | None:
    return {"kind": file_kind, "id": file_id} if file_id else None


def task_received(
    turn: Turn, text: str, client_id: int, file_kind: str = "", file_id: str = ""
) -> None:
    chosen = own_client(turn, client_id)
    if chosen is None:
        return
    file = _file_of(file_kind, file_id)
    task = tidy(text, LONGEST_TASK)
    if task is None:
        turn.ask(
            _too_long(text, LONGEST_TASK),
            [button(_("Don't set"), "assignments:leave")],
            then="assignments:task",
            client_id=chosen.id,
            **_carried(file),
        )
        return
    _begin_draft(turn, chosen, task, file)


def _begin_draft(turn: Turn, chosen: Person, task: str, file: dict[str, str] | None) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    row = homework.draft(
        turn.db, client=chosen, psychologist_id=turn.person.id, task=task, now=turn.now
    )
    row.file = file
    _ask_why(turn, row)


def _too_long(text: str, longest: int) -> str:
    return _(
        "That is {count} characters, and a note has room for {longest} of plain words. "
        "Please write it shorter."
    ).format(count=len(text), longest=longest)


# --- what was set before


def _earlier_tasks(turn: Turn, chosen: Person) -> list[Button]:
    rows = earlier_homework.last_tasks(turn.db, turn.person.id, _EARLIER)
    return [
        button(
            _("«{task}»").format(task=textwrap.shorten(row.task, _LABEL, placeholder=" …")),
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
        ).format(task=row.task, name=chosen.is_called),
        [
            button(_("Use it"), "assignments:use", chosen.id, row.id, also=("yes", "ok")),
            button(_("Don't set"), "assignments:leave", also=("no",)),
        ],
        then="assignments:task",
        client_id=chosen.id,
        **_carried(row.file),
    )


def use_template(turn: Turn, client_id: int, homework_id: int) -> None:
    chosen, row = _template(turn, client_id, homework_id)
    if chosen is not None and row is not None:
        _begin_draft(turn, chosen, row.task, row.file)


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


# --- why


def _ask_why(turn: Turn, row: Homework, first: str = "") -> None:
    name = called(people.get(turn.db, row.client_id).name)
    text = _("Why? {name} reads this too.").format(name=name)
    turn.ask(
        "\n\n".join(filter(None, [first, text])),
        [
            button(_("Skip"), "assignments:skip_why", row.id),
            button(_("Don't set"), "assignments:leave"),
        ],
        then="assignments:why",
        homework_id=row.id,
    )


def why_received(turn: Turn, text: str, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    why = tidy(text, LONGEST_WHY)
    if why is None:
        return _ask_why(turn, row, _too_long(text, LONGEST_WHY))
    row.why = why
    ask_when(turn, row)


def skip_why(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        row.why = None
        ask_when(turn, row)


# --- a picture or file, whenever it is sent


def task_file(
    turn: Turn, file: IncomingFile, client_id: int, file_kind: str = "", file_id: str = ""
) -> None:
    """What stands under it is the task; without that, the task is asked for once more."""
    chosen = own_client(turn, client_id)
    if chosen is None:
        return
    refusal = _refusal(file)
    if refusal:
        return ask_task(turn, chosen, refusal, _file_of(file_kind, file_id))
    if words := _words_under(turn):
        return task_received(turn, words, client_id, file.kind.value, file.id)
    kept = _kept(file, takes_place=bool(file_id))
    ask_task(turn, chosen, kept, {"kind": file.kind.value, "id": file.id})


def why_file(turn: Turn, file: IncomingFile, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    if refusal := _refusal(file):
        return _ask_why(turn, row, refusal)
    kept = _keep(turn, row, file)
    if words := _words_under(turn):
        return why_received(turn, words, homework_id)
    _ask_why(turn, row, kept)


def time_file(turn: Turn, file: IncomingFile, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    if refusal := _refusal(file):
        return ask_when(turn, row, refusal)
    kept = _keep(turn, row, file)
    words = _("The words under it don't.") if _words_under(turn) else ""
    ask_when(turn, row, " ".join(filter(None, [kept, words])))


def without_file(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        row.file = None
        ask_when(turn, row, _("Without it, then."))


def _words_under(turn: Turn) -> str:
    assert turn.incoming is not None, "a file was sent"
    return turn.incoming.text.strip()


def _refusal(file: IncomingFile) -> str:
    """Why this can't go along; empty if it can."""
    if file.size > LARGEST_FILE:
        return _("That file is larger than 20 MB, so I didn't keep it. Please send a smaller one.")
    if is_program(file.name):
        return _("That file is a program, so I didn't keep it. A picture or a document can go.")
    return ""


def _keep(turn: Turn, row: Homework, file: IncomingFile) -> str:
    """One goes along: the newest. What is said of it."""
    takes_place = row.file is not None
    row.file = {"kind": file.kind.value, "id": file.id}
    return _kept(file, takes_place=takes_place)


def _kept(file: IncomingFile, *, takes_place: bool = False) -> str:
    kept = (
        _("This one goes with it, in place of the one before.")
        if takes_place
        else _("It goes with it.")
    )
    if file.kind is not FileKind.DOCUMENT:
        return kept
    return " ".join([kept, _("Others may read the file's name: choose one that says nothing.")])
