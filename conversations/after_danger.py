"""What is typed after words of danger: nothing of it is taken for an answer to something else."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import danger_alerts, danger_questions, dialogue, kept_words
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.kept_words import KeptWords
from bot.rules.help_lines import help_lines
from bot.texts import _
from bot.turn import Turn
from bot.typed_words import AFTER_DANGER
from conversations import danger_question, on_duty, step_again
from conversations.menu import keyboard_for


def words_received(turn: Turn) -> None:
    """Ask whether they belong to what was passed on, or answer what was asked before.

    While a question about danger is open they join it; once all is over, the step that waits is
    offered again.
    """
    assert turn.incoming is not None, "only updates have words"
    question = danger_questions.open_of(turn.db, turn.chat_id, turn.person.id)
    if question is not None:
        return danger_question.join(turn, question)
    alert = danger_alerts.newest_open(turn.db, turn.person.id)
    if alert is None or turn.now - alert.raised_at > AFTER_DANGER:
        is_offered = step_again.offer(turn, turn.incoming.text)
        assert is_offered, "the router has looked"
        return
    kept = kept_words.keep(turn.db, turn.person.id, turn.incoming.text, turn.now)
    text = _(
        "I haven't passed that on yet. Shall it go to those who were told before?\n"
        "If you're in danger, please don't wait for them. Call {number}."
    )
    goes_on = [button(_("Go on with what you asked"), "after_danger:go_on")]
    waits = dialogue.waiting(turn.db, turn.person.id) is not None
    turn.say(
        text.format(number=help_lines(turn.practice.country).emergency),
        [
            button(_("Yes, pass it on"), "after_danger:pass_on", alert.id, kept.id, also=("yes",)),
            *(goes_on if waits else []),
            button(_("No, leave it"), "free_text:leave", kept.id, also=("no",)),
            button(_("More numbers"), "danger:more_numbers"),
        ],
    )


def pass_on(turn: Turn, alert_id: int, kept_id: int) -> None:
    alert = turn.reach(Action.ADD_TO_DANGER_ALERT, DangerAlert, alert_id)
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    words = kept_words.take(turn.db, kept, turn.now) if alert is not None and kept else None
    if alert is None or words is None:
        turn.say(
            _("I don't have those words any more. Please write them once more."),
            keyboard=keyboard_for(turn),
        )
        return
    if alert.cleared_at is not None:  # dealt with, and now there is something new
        alert, told = on_duty.raise_and_tell(turn, words, from_others=alert.from_others)
    else:
        alert.words = f"{alert.words}\n{words}"
        turn.note("more danger", alert)
        told = on_duty.tell(
            turn, alert, lambda: _("News on an urgent message. Please open it now.")
        )
    text = (
        _("I've passed it on. I can't say when they will see it.")
        if told
        else _("I couldn't reach anybody at the practice. Please don't wait for them.")
    )
    turn.say(text, [button(_("More numbers"), "danger:more_numbers")])


CONVERSATION = Conversation(
    name="after_danger",
    taps={
        "pass_on": pass_on,
        "go_on": step_again.go_on,
        "take": step_again.take,
        "leave": step_again.leave,
        "leave_words": step_again.leave_words,
    },
    needs=Action.ADD_TO_DANGER_ALERT,
    is_of_danger=True,
)
