"""Words about homework that nothing had asked for: a question, what gets in the way, or neither."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import homework, kept_words, shown_answers
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState
from bot.records.kept_words import KeptWords
from bot.records.people import Telephone
from bot.rules.homework import LONGEST_ADDED, tidy
from bot.rules.names import called
from bot.rules.splitting import beginning
from bot.texts import _
from bot.turn import Turn
from conversations import homework_sharing, struggle
from conversations.case_alerts import can_be_reached
from conversations.homework_answers import keep_answer, own_homework, reader_of
from conversations.homework_words import in_short
from conversations.menu import keyboard_for

_SHOWN_AT_ONCE, _ON_A_BUTTON = 3, 30


def about_homework(turn: Turn) -> None:
    """What was typed can be given to the homework that is open; else the way there."""
    assert turn.incoming is not None, "only updates have words"
    rows = _open(turn)
    if not rows:
        turn.say(
            _(
                "Nobody has read that. «Homework» below shows what you agreed to do, and lets you "
                "answer or ask. If it can't wait, phone {practice}."
            ).format(practice=turn.practice.name_and_phone),
            [button(_("Homework"), "homework:show")],
        )
        return
    kept = kept_words.keep(turn.db, turn.person.id, turn.incoming.text, turn.now)
    if len(rows) == 1:
        return _ask_what_for(turn, rows[0], kept)
    turn.say(
        _("Nobody has read that. Is it about one of these?"),
        [
            *(_about(row, kept) for row in rows),
            button(_("No, leave it"), "free_text:leave", kept.id, also=("no",)),
        ],
        topic=f"{kept.__tablename__}:{kept.id}",
    )


def _open(turn: Turn) -> list[Homework]:
    """None where others may see the telephone: there homework isn't spoken of."""
    if turn.person.telephone is not Telephone.OWN:
        return []
    return list(homework.shown_to(turn.db, turn.person, turn.now)[:_SHOWN_AT_ONCE])


def _about(row: Homework, kept: KeptWords) -> Button:
    label = f"«{beginning(row.smaller_part or row.task, _ON_A_BUTTON, 1)}»"
    return button(label, "words_for_homework:about", kept.id, row.id)


def about(turn: Turn, kept_id: int, homework_id: int) -> None:
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    if kept is None or kept.expires_at <= turn.now:
        return _words_gone(turn)
    row = own_homework(turn, homework_id)
    if row is not None:
        _ask_what_for(turn, row, kept)


def _ask_what_for(turn: Turn, row: Homework, kept: KeptWords) -> None:
    reader = reader_of(turn, row)
    name = called(reader.name)
    ask = button(_("Ask {name} this").format(name=name), "words_for_homework:ask", kept.id, row.id)
    keep = button(
        _("Note it as what gets in the way"), "words_for_homework:obstacle", kept.id, row.id
    )
    is_short = tidy(kept.words, LONGEST_ADDED) is not None
    unread = _("Nobody has read that. Is it about «{task}»?").format(task=in_short(row.task))
    asked = _("As a question it goes to {name}, in 3 minutes.").format(name=name)
    noted = (
        _("As a note {name} can see it before you meet, unless you keep this one to yourself.")
        if shown_answers.stands(turn.db, row)
        else _("As a note only you see it for now.")
    ).format(name=name)
    phone = _("If it can't wait, phone {practice}.").format(practice=turn.practice.name_and_phone)
    is_there = can_be_reached(reader)
    who = [*([asked] if is_there else []), *([noted] if is_short else []), phone]
    turn.say(
        f"{unread}\n\n{' '.join(who)}",
        [
            *([ask] if is_there else []),
            *([keep] if is_short else []),
            button(_("Show me the homework"), "homework:show"),
            button(_("No, leave it"), "free_text:leave", kept.id, also=("no",)),
        ],
        topic=f"{kept.__tablename__}:{kept.id}",
    )


def ask(turn: Turn, kept_id: int, homework_id: int) -> None:
    """As if they had been typed where a question is asked."""
    found = _taken(turn, kept_id, homework_id)
    if found is not None:
        homework_sharing.question_received(turn, found, homework_id)


def obstacle(turn: Turn, kept_id: int, homework_id: int) -> None:
    """As if they had been typed where it is asked what gets in the way."""
    found = _taken(turn, kept_id, homework_id)
    row = own_homework(turn, homework_id) if found is not None else None
    if found is not None and row is not None:
        keep_answer(turn, row, HomeworkState.STRUGGLING)
        struggle.obstacle_received(turn, found, homework_id)


def _taken(turn: Turn, kept_id: int, homework_id: int) -> str | None:
    """The words, once, if the homework is theirs and can be answered; otherwise says why not."""
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    if kept is None:
        _words_gone(turn)
        return None
    if own_homework(turn, homework_id) is None:
        return None
    words = kept_words.take(turn.db, kept, turn.now)
    if words is None:
        _words_gone(turn)
    return words


def _words_gone(turn: Turn) -> None:
    turn.say(
        _("I don't have those words any more. /homework shows what is open."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="words_for_homework",
    taps={"about": about, "ask": ask, "obstacle": obstacle},
    needs=Action.ANSWER_HOMEWORK,
)
