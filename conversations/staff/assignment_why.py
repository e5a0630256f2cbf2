"""Why a client gets homework, in a psychologist's words, and what waits for words while it is set."""

from bot.buttons import button
from bot.incoming import IncomingFile
from bot.records import people
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState
from bot.rules.homework import LONGEST_TASK, LONGEST_WHY, tidy
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.assignment_file import keep, refusal_of, words_under
from conversations.staff.assignment_times import ask_when

WHY = "why"


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


# --- why


def ask_why(turn: Turn, row: Homework, first: str = "") -> None:
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
    if why is None and len(text) > LONGEST_WHY:
        return say_too_long(turn, row, WHY)
    if why is None:
        return ask_why(turn, row, cant_carry())
    row.why = why
    ask_when(turn, row)


def why_anew(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        ask_why(turn, row)


def skip_why(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        row.why = None
        ask_when(turn, row)


# --- words that can't be kept


def cant_carry() -> str:
    return _("Something in that can't go into a message. Please write it in plain words.")


def say_too_long(turn: Turn, row: Homework, what: str) -> None:
    """Nothing of it is kept, and what still comes of it isn't taken for something else.

    What is too long comes in several messages more often than not, and the last of them is short.
    """
    is_why = what == WHY
    text = (
        _("A reason can't be longer than {longest} characters, so I've kept nothing of that. "
          "Tap «Write it anew», and then write it shorter.")
        if is_why
        else _("A task can't be longer than {longest} characters, so I've kept nothing of that. "
               "Tap «Write it anew», and then write it shorter.")
    )  # fmt: skip
    anew = "assignments:why_anew" if is_why else "assignments:change"
    turn.ask(
        text.format(longest=LONGEST_WHY if is_why else LONGEST_TASK),
        [
            button(_("Write it anew"), anew, row.id),
            *([button(_("Skip"), "assignments:skip_why", row.id)] if is_why else []),
            button(_("Don't set"), "assignments:leave"),
        ],
        then="assignments:too_long",
        homework_id=row.id,
        what=what,
    )


def too_long_received(turn: Turn, text: str, homework_id: int, what: str) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        say_too_long(turn, row, what)


# --- a picture or file, whenever it is sent


def why_file(turn: Turn, file: IncomingFile, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    if refusal := refusal_of(file):
        return ask_why(turn, row, refusal)
    kept = keep(row, file)
    if words := words_under(turn):
        return why_received(turn, words, homework_id)
    ask_why(turn, row, kept)


def time_file(turn: Turn, file: IncomingFile, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is None:
        return
    if refusal := refusal_of(file):
        return ask_when(turn, row, refusal)
    kept = keep(row, file)
    words = _("The words under it don't.") if words_under(turn) else ""
    ask_when(turn, row, " ".join(filter(None, [kept, words])))


def without_file(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        row.file = None
        ask_when(turn, row, _("Without it, then."))
