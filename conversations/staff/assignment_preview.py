"""Homework as it will stand, shown to its psychologist before it counts."""

from datetime import datetime

from bot.buttons import Button, button
from bot.records import people
from bot.records.homework import Homework
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_file import show_file
from conversations.homework_words import leaves_something_out, task_and_why
from conversations.staff.assignment_times import (
    chosen_instant,
    minute_of,
    no_reminder_reaches,
    whose_clocks,
)
from conversations.staff.assignment_why import own_draft
from conversations.staff.proposed_rhythm import proposal_words, until_minute


def show_it(turn: Turn, row: Homework, at: datetime) -> None:
    """Nothing counts yet. What was typed next is taken for another day."""
    chosen = people.get(turn.db, row.client_id)
    name = chosen.is_called
    shows = _(
        "{client} gets this on {when}, and nothing before. You see an answer only if {name} shows it."
    ).format(client=chosen.name, when=turn.words_for(chosen).day_and_time(at), name=name)
    lines = [shows, whose_clocks(turn, chosen)]
    if row.file is not None:
        show_file(turn, row, _("This goes with it."))
        lines.append(_("The picture or file above goes with it."))
    proposed = proposal_words(turn.words_for(chosen), row, turn.now)
    if proposed:
        lines.append(
            _("I ask then whether «{rhythm}» suits, and {name} decides.").format(
                rhythm=proposed, name=name
            )
        )
    said = " ".join(filter(None, lines))
    warning = no_reminder_reaches(turn, chosen)
    turn.ask(
        "\n\n".join(filter(None, [said, warning, task_and_why(row, called(turn.person.name))])),
        _buttons(row, at),
        then="assignments:time",
        homework_id=row.id,
    )


def _buttons(row: Homework, at: datetime) -> list[Button]:
    """Setting it sets what stands above the button, whatever was changed since."""
    minute = minute_of(at)
    set_it = button(_("Set it"), "assignments:set", row.id, minute, also=("yes", "ok"))
    if row.proposed_rhythm is not None:
        set_it = button(
            _("Set it"), "assignments:set_rhythm", row.id, minute, row.proposed_rhythm.value,
            until_minute(row), also=("yes", "ok"),
        )  # fmt: skip
    reads = [button(_("Read it all"), "assignments:read", row.id, minute)]
    return [
        set_it,
        *(reads if leaves_something_out(row) else []),
        button(_("Suggest another rhythm"), "assignments:rhythm", row.id, minute),
        button(_("Change it"), "assignments:change", row.id),
        button(_("Don't set"), "assignments:leave", also=("no",)),
    ]


def read(turn: Turn, homework_id: int, minute: int) -> None:
    """All of its words as the client can read them, and what there is to decide once more."""
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is None or at is None:
        return
    turn.say(row.task)
    if row.why:
        turn.say(_("Why: {why}").format(why=row.why))
    show_it(turn, row, at)
