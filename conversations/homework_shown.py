"""What of homework a psychologist would see, and the question that names exactly that."""

from bot.buttons import Button, button
from bot.records.homework import Barrier, Homework, HomeworkState, NoteKind
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import answer_words, barrier_words, reader_of


def shown_of(row: Homework, kind: NoteKind) -> dict[str, str]:
    """As it is now."""
    shown = {"task": row.task}
    if row.smaller_part and row.barrier is not Barrier.NOT_RIGHT:
        shown["part"] = row.smaller_part
    if kind is NoteKind.ANSWER:
        return shown | {"answer": row.state.value} | ({"added": row.added} if row.added else {})
    if row.obstacle:
        return shown | {"obstacle": row.obstacle}
    return shown | ({"barrier": row.barrier.value} if row.barrier else {"answer": "struggling"})


def question_of(turn: Turn, row: Homework, kind: NoteKind) -> str:
    """Names exactly what `shown_of` holds."""
    name = called(reader_of(turn, row).name)
    has_part = "part" in shown_of(row, kind)
    if kind is NoteKind.ANSWER:
        return _of_answer(row, has_part=has_part).format(name=name, answer=answer_words(row.state))
    if row.obstacle:
        return (
            _("Shall {name} know? {name} would see the task, what you wrote about it, "
              "and your smaller part. Nothing more.")
            if has_part
            else _("Shall {name} know? {name} would see the task and what you wrote about it. "
                   "Nothing more.")
        ).format(name=name)  # fmt: skip
    return (
        _("Shall {name} know? {name} would see the task, «{barrier}», and your smaller part. "
          "Nothing more.")
        if has_part
        else _("Shall {name} know? {name} would see the task and «{barrier}». Nothing more.")
    ).format(name=name, barrier=_barrier(row))  # fmt: skip


def _of_answer(row: Homework, *, has_part: bool) -> str:
    if row.added:
        return (
            _("Shall {name} see that? {name} would see the task, your smaller part, «{answer}» "
              "and your words. Nothing more.")
            if has_part
            else _("Shall {name} see that? {name} would see the task, «{answer}» and your words. "
                   "Nothing more.")
        )  # fmt: skip
    return (
        _("Shall {name} see that? {name} would see the task, your smaller part, and «{answer}». "
          "Nothing more.")
        if has_part
        else _("Shall {name} see that? {name} would see the task and «{answer}». Nothing more.")
    )  # fmt: skip


def _barrier(row: Homework) -> str:
    return barrier_words(row.barrier) if row.barrier else answer_words(HomeworkState.STRUGGLING)


def words_button(row: Homework) -> Button:
    """Beside that question, where something was done: how it went can be said first."""
    label = _("Change my words") if row.added else _("Add a few words first")
    return button(label, "homework_added:add", row.id)
