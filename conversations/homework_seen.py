"""How homework went, where the psychologist sees all of it: said each time; one kept back; all from now on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people, shown_answers
from bot.records.homework import Barrier, Homework, HomeworkState, NoteKind
from bot.records.sharings import SharedKind
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.homework_answers import (
    answer_words,
    barrier_words,
    is_for_the_accused,
    own_homework,
)
from conversations.menu import keyboard_for
from conversations.sharing import give, reader_of_client
from conversations.sharing_questions import asks, note_asked


def who_will_see(turn: Turn, row: Homework, otherwise: str) -> str:
    """Said before they answer; `otherwise` is for those who didn't say yes to all homework."""
    if not shown_answers.stands(turn.db, row):
        return otherwise
    text = _("{name} can see it before you meet, unless you keep this one to yourself.")
    return text.format(name=called(people.get(turn.db, row.psychologist_id).name))


def who_sees(turn: Turn, row: Homework) -> str:
    """Names exactly what is seen of it now (records/shown_answers.py)."""
    reader = people.get(turn.db, row.psychologist_id)
    what = " · ".join(_named(shown_answers.said_of(row)))
    text = (
        _("{name} can see this before you meet: the task · {what}.")
        if can_be_reached(reader)
        else _(
            "{name} isn't connected here at the moment. Once that changes, {name} can see: the "
            "task · {what}."
        )
    )
    return text.format(name=called(reader.name), what=what)


def _named(said: Mapping[str, str]) -> list[str]:
    """Each by what it is; the client's own words aren't repeated."""
    words = {
        "obstacle": _("what you wrote about it"),
        "added": _("your words"),
        "part": _("your smaller part"),
    }
    named = [f"«{answer_words(HomeworkState(said['answer']))}»"]
    if "barrier" in said:
        named.append(f"«{barrier_words(Barrier(said['barrier']))}»")
    return named + [text for key, text in words.items() if key in said]


def keep_button(row: Homework) -> Button:
    return button(_("Keep this one to me"), "homework_sharing:keep", row.id, also=("no",))


def seen_now(turn: Turn, row: Homework) -> tuple[list[str], list[Button]]:
    """Where it is seen by the yes to all homework: the sentence for it and a button; else nothing."""
    if not shown_answers.let_see(turn.db, row, turn.now):
        return [], []
    return [who_sees(turn, row)], [keep_button(row)]


def say_kept(turn: Turn, row: Homework) -> None:
    """It was seen until now."""
    name = called(people.get(turn.db, row.psychologist_id).name)
    turn.say(
        _(
            "All right. {name} can't see this one here any more. If {name} has read it by now, that "
            "stays read."
        ).format(name=name),
        [button(_("Let {name} see it").format(name=name), "homework_seen:let_see", row.id)],
        topic=row.topic,
    )


def let_see(turn: Turn, homework_id: int) -> None:
    """As before it was kept back; nothing is shown by it that isn't shared."""
    row = own_homework(turn, homework_id)
    if row is None or is_for_the_accused(turn, row):
        return
    was_kept, row.keeps_private = row.keeps_private, False
    texts, buttons = seen_now(turn, row)
    if not texts:
        row.keeps_private = was_kept
        turn.say(
            _("That isn't among what you share now, so nobody sees it. /sharing shows what is on."),
            keyboard=keyboard_for(turn),
        )
        return
    turn.note("let see", row)
    turn.say(texts[0], buttons, topic=row.topic)


# --- the first time: this one and all from now on


@dataclass(frozen=True)
class Besides:
    """What stands below the question about one homework, the first time."""

    texts: Sequence[str] = ()
    buttons: Sequence[Button] = ()


def from_now_on(turn: Turn, row: Homework, kind: NoteKind) -> Besides:
    """Where something was done: who says that they struggle is asked about that alone."""
    if kind is not NoteKind.ANSWER:
        return Besides()
    reader = asks(turn, row.psychologist_id, SharedKind.HOMEWORK)
    if reader is None:
        return Besides()
    note_asked(turn, reader, SharedKind.HOMEWORK)
    text = _(
        "I ask this once: with «Yes, and from now on» {name} also sees how later homework went, what "
        "gets in the way, and what you write about it. Nobody else does. /sharing ends it at any "
        "time, and your care stays the same either way."
    ).format(name=called(reader.name))
    label = _("Yes, and from now on")
    return Besides([text], [button(label, "homework_seen:from_now", row.id, row.revision)])


def see_from_now(turn: Turn, homework_id: int, revision: int) -> None:
    """Yes to this one as it stood above the question, and to all from now on."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    reader = reader_of_client(turn)
    if reader is None or reader.id != row.psychologist_id or revision != row.revision:
        text = _("That has changed since then, so I changed nothing. /sharing shows how it is.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    if is_for_the_accused(turn, row):
        return
    row.keeps_private = False
    if not shown_answers.let_see(turn.db, row, turn.now):
        give(turn, reader, SharedKind.HOMEWORK, turn.now)
    texts, buttons = seen_now(turn, row)
    turn.say(
        "\n\n".join([_("On, from this one on. /sharing ends it at any time."), *texts]),
        buttons,
        topic=row.topic,
    )


CONVERSATION = Conversation(
    name="homework_seen",
    taps={"let_see": let_see, "from_now": see_from_now},
)
