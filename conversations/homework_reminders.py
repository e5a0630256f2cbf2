"""The reminder of homework: of all that is due on a day in one message, and why it comes more rarely."""

from collections.abc import Mapping, Sequence

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records.homework import Homework
from bot.rules.homework import EVENING, Rhythm
from bot.rules.quoting import isolated
from bot.rules.splitting import shortened
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import answers_to, stop_button
from conversations.homework_file import show_file
from conversations.homework_times import (
    comes_now,
    counts,
    due_with,
    good_until,
    grow_rarer,
    was_sent,
)
from conversations.homework_words import what_is_asked
from conversations.lateness import sorry_if_late
from conversations.rhythm_words import answers_to_suggestion, back_button, suggested

NOON = 12
_LINE, _LABEL = 60, 24  # characters of a task in a list, and on a button


def remind(turn: Turn, row: Homework) -> None:
    """Remind of all that is due today in one message, unless it is no longer wanted or useful;
    later if now would be too much.
    """
    assert turn.due_at is not None, "a due row"
    if not comes_now(turn, row, turn.due_at):
        return
    due = sorted([(row, turn.due_at), *due_with(turn, row)], key=lambda each: each[0].id)
    rarer = {each.id: before for each, _due_at in due if (before := grow_rarer(turn, each))}
    if len(due) == 1:
        _remind_of_one(turn, row, rarer.get(row.id))
    else:
        _remind_of_many(turn, [each for each, _due_at in due], rarer)
    for each, due_at in due:
        was_sent(turn, each, due_at)


def _remind_of_one(turn: Turn, row: Homework, before: Rhythm | None) -> None:
    """`before` is its rhythm until two were ignored."""
    until, is_first = good_until(turn, row), row.asked_at is None
    proposal = _proposed(turn, row) if is_first else ""
    buttons = answers_to(row)
    if proposal:
        buttons += answers_to_suggestion(row)
    if before is not None:
        buttons.append(back_button(row, before))
    if row.is_repeated or not is_first:
        buttons.append(stop_button(row))
    show_file(turn, row, _("This goes with your note."), good_until=until)
    parts = [
        _first_line(turn), what_is_asked(turn, row), proposal, _why_rarer(row, before), sorry_if_late(turn),
    ]  # fmt: skip
    turn.say(
        "\n\n".join(filter(None, parts)),
        buttons,
        topic=row.topic,
        good_until=until,
        is_unasked=counts(row),
    )


def _proposed(turn: Turn, row: Homework) -> str:
    """And what happens without a choice."""
    said = suggested(turn, row)
    return said and said + " " + _("If you choose nothing, it comes just this once.")


def _why_rarer(row: Homework, before: Rhythm | None) -> str:
    if before is None:
        return ""
    if row.is_repeated:
        return _("The last two had no answer, and that's all right. I ask once a week now.")
    return _(
        "The last two had no answer, and that's all right. If this one has none, I won't ask again."
    )


def _remind_of_many(turn: Turn, rows: Sequence[Homework], rarer: Mapping[int, Rhythm]) -> None:
    """All in one message, a button each."""
    lines, buttons = [], []
    for number, row in enumerate(rows, 1):
        task = row.smaller_part or row.task
        lines.append(
            _("{number}. «{words}»").format(number=number, words=isolated(shortened(task, _LINE)))
        )
        lines.append(_why_rarer(row, rarer.get(row.id)))
        label = f"{number}. {shortened(task, _LABEL)}"
        buttons.append(button(label, "homework:open", row.id))
    parts = [
        _first_line(turn),
        "\n".join(filter(None, lines)),
        _("Tap one to answer it."),
        sorry_if_late(turn),
    ]
    untils = [until for row in rows if (until := good_until(turn, row)) is not None]
    turn.say(
        "\n\n".join(filter(None, parts)),
        buttons,
        good_until=min(untils, default=None),
        is_unasked=any(counts(row) for row in rows),
    )


def _first_line(turn: Turn) -> str:
    """What a locked telephone may show, true to the hour."""
    hour = turn.words.hour(turn.now)
    if hour < NOON:
        return _("Your note for this morning.")
    return (
        _("Your note for this afternoon.") if hour < EVENING else _("Your note for this evening.")
    )


CONVERSATION = Conversation(
    name="homework_reminders",
    timers={"remind": Timer(Homework.remind_at, remind, Homework.client_id)},
)
