"""What typed words answer: the words of a button, the step that waits, or neither."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.records import danger_alerts, danger_questions, dialogue
from bot.records.danger_questions import DangerQuestion
from bot.records.dialogue import Dialogue, Prompt
from bot.turn import Turn

# A question waits so long for what is typed next. What comes later is about something else more
# often than not, and a «yes» to the wrong question can cancel, send or agree.
STEP_WAITS = timedelta(days=1)
# So long after words of danger nothing that is typed is taken for an answer to something else.
AFTER_DANGER = timedelta(days=1)
# Words that fit almost any question are an answer to the newest one only.
_FIT_ANY = frozenset(
    {"yes", "yep", "yeah", "yup", "yes please", "yes thanks", "no", "nope", "ok", "okay"}
)


def waiting_step(turn: Turn) -> Dialogue | None:
    """The step that takes what is typed next; one that has waited too long takes nothing."""
    step = dialogue.waiting(turn.db, turn.person.id)
    if step is not None and turn.now - step.since > STEP_WAITS:
        turn.stop_waiting()
        return None
    return step


def asks_step(turn: Turn, prompt: Prompt | None) -> bool:
    """Whether this is the question of the step that waits."""
    newest = dialogue.open_prompts(turn.db, turn.person.id, of_step=True)
    return prompt is not None and bool(newest) and newest[0].id == prompt.id


def is_after_danger(turn: Turn, step: Dialogue | None) -> bool:
    """Whether what is typed goes on after words of danger: while staff have not dealt with them,
    or a question about them is open. A step that was begun since then takes its answer; one that
    they interrupted takes none before somebody says so, however long all is well again.
    """
    asked = _asked_about_danger(turn)
    if asked is not None and (step is None or step.since <= asked.asked_at):
        return True
    raised_at = danger_alerts.open_since(turn.db, turn.person.id)
    if raised_at is not None and turn.now - raised_at <= AFTER_DANGER:
        return step is None or step.since <= raised_at
    return step is not None and is_interrupted(turn, step)


def is_interrupted(turn: Turn, step: Dialogue) -> bool:
    """Whether danger came after this was asked, and nobody has said since to go on with it."""
    newest = (each.newest_at(turn.db, turn.person.id) for each in (danger_alerts, danger_questions))
    return any(at is not None and step.since <= at for at in newest)


def step_stays(turn: Turn, data: str = "") -> bool:
    """Whether the step goes on waiting for all that was tapped: danger interrupted it, and it hasn't
    been offered again. What answers it ends it as always."""
    step = dialogue.waiting(turn.db, turn.somebody.id) if turn.somebody is not None else None
    if step is None or step.offered_at is not None or not is_interrupted(turn, step):
        return False
    own = dialogue.newest_of_step(turn.db, step.person_id)
    return own is None or all(data != each for _label, each, _also in own.choices)


def _asked_about_danger(turn: Turn) -> DangerQuestion | None:
    return danger_questions.open_of(turn.db, turn.chat_id, turn.person.id)


def typed_button(turn: Turn, text: str, step: Dialogue | None) -> str | None:
    """The data of the button whose words, or whose number in the list, were typed.

    An open question about danger goes first, whatever came after it. While a step waits these are
    its own buttons, and those of a question that came by itself later, or about danger. Else they are those of the newest open question that has them; words that fit almost any
    question are an answer to the newest alone.
    """
    others = dialogue.open_prompts(turn.db, turn.person.id, of_step=False)
    asked = _asked_about_danger(turn)
    if asked is not None and (data := _of_danger(turn, text, asked, others)) is not None:
        return data
    if step is not None:
        return _of_later(others, text, step) or _of_step(turn, text)
    for index, each in enumerate(others):
        if index > 0 and normal(text) in _FIT_ANY:
            return None
        if (data := choice_typed(each.choices, text, numbers=index == 0)) is not None:
            return data
    return None


def _of_danger(
    turn: Turn, text: str, asked: DangerQuestion, others: Sequence[Prompt]
) -> str | None:
    own = dialogue.newest_about(turn.db, turn.person.id, asked.topic)
    if own is None:
        return None
    return choice_typed(
        own.choices, text, numbers=own.id == max(each.id for each in (own, *others))
    )


def _of_later(others: Sequence[Prompt], text: str, step: Dialogue) -> str | None:
    """What a tap asked while a step went on waiting is about danger: nothing else lets it wait."""
    later = [
        each
        for each in others
        if each.asked_at > step.since or (each.asked_at == step.since and not each.by_itself)
    ][:1]
    found = (choice_typed(each.choices, text, numbers=not each.by_itself) for each in later)
    return next(found, None)


def _of_step(turn: Turn, text: str) -> str | None:
    """Where one button alone goes with a question, a number is an answer to it and not the button."""
    own = dialogue.open_prompts(turn.db, turn.person.id, of_step=True)
    found = (choice_typed(each.choices, text, numbers=len(each.choices) > 1) for each in own)
    return next(found, None)


def answers_newest(turn: Turn) -> bool:
    """Whether a word of the menu is also a button of the newest open question, and meant so."""
    assert turn.incoming is not None, "see _answer"
    if turn.somebody is None:
        return False
    newest = dialogue.open_prompts(turn.db, turn.somebody.id, of_step=False)[:1]
    return any(choice_typed(each.choices, turn.incoming.text, numbers=False) for each in newest)


def choice_typed(
    choices: Sequence[Sequence[Any]], text: str, *, numbers: bool = True
) -> str | None:
    """The data of the choice [label, data, other wordings] that was typed, if one was.

    Where labels are numbers themselves, a number is never a place in the list («11» isn't «10»),
    and what stands around it counts: «-1» isn't «1», and «1.0» isn't «10».
    """
    are_numbers = any(label.isdecimal() for label, _data, _also in choices)
    has_digits = any(char.isdecimal() for char in text)
    as_compared = _as_written if are_numbers and has_digits else normal
    typed = as_compared(text)
    for label, data, also in choices:
        if typed in {as_compared(word) for word in (label, *also)}:
            return str(data)
    if are_numbers:
        return None
    if numbers and re.fullmatch(r"[1-9][0-9]?", typed) and int(typed) <= len(choices):
        return str(choices[int(typed) - 1][1])
    return None


def _as_written(text: str) -> str:
    return " ".join(text.split()).rstrip(".! ").casefold()


def normal(text: str) -> str:
    """Words as they are compared: no case, accents, punctuation or doubled spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (char for char in plain if char.isalnum() or char.isspace())
    return " ".join("".join(kept).split())
