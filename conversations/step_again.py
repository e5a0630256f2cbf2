"""The question that danger interrupted: offered again once it is over, in its own words."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.buttons import Button, button, buttons_of
from bot.records import danger_alerts, danger_questions, dialogue, kept_words, sent_messages
from bot.records.access import Action
from bot.records.dialogue import Dialogue
from bot.records.kept_words import KeptWords
from bot.records.outbox import OutboxRow
from bot.rules.splitting import shortened
from bot.rules.triage.topics import Label
from bot.texts import _
from bot.turn import Turn
from bot.typed_words import is_interrupted, waiting_step
from conversations import free_text
from conversations.menu import keyboard_for

_LONGEST_QUOTE = 300
# Later than the danger, however fast they were.
_LATER = timedelta(microseconds=1)


def offer(turn: Turn, words: str = "") -> bool:
    """Offer to go on, if danger interrupted a step; False if none waits. `words` may be its answer."""
    step = waiting_step(turn) if turn.somebody is not None else None
    if step is None or not is_interrupted(turn, step):
        return False
    step.offered_at = turn.now
    asked = _as_asked(turn, step)
    before = _("Before this I had asked:\n«{question}»")
    text = _("Before this I had asked you something.")
    if asked is not None:
        text = before.format(question=shortened(asked.text, _LONGEST_QUOTE))
    use, leaves = [], button(_("Leave it"), "after_danger:leave", also=("no",))
    if words:
        kept = kept_words.keep(turn.db, turn.person.id, words, turn.now)
        use = [button(_("Use what I wrote"), "after_danger:take", kept.id)]
        leaves = button(_("Leave it"), "after_danger:leave_words", kept.id, also=("no",))
    turn.say(
        f"{text}\n\n" + _("I haven't taken anything as an answer yet. Shall we go on?"),
        [
            button(_("Go on"), "after_danger:go_on", also=("yes",)),
            *use,
            leaves,
        ],
    )
    return True


def offer_after(turn: Turn) -> None:
    """With the next thing that somebody does once their danger is over: once."""
    step = dialogue.waiting(turn.db, turn.somebody.id) if turn.somebody is not None else None
    if step is not None and step.offered_at is None and not is_unsafe(turn):
        offer(turn)


def is_unsafe(turn: Turn) -> bool:
    """Whether people see to their danger, or they were asked about it."""
    person_id = turn.person.id
    return danger_alerts.is_open(turn.db, person_id) or danger_questions.is_open(turn.db, person_id)


def go_on(turn: Turn) -> None:
    """Ask once more, in the same words and with the same buttons; what is typed next answers it."""
    step = dialogue.waiting(turn.db, turn.person.id)
    if step is None:
        turn.say(_("Nothing waits for an answer any more."), keyboard=keyboard_for(turn))
        return
    asked, name, data = _as_asked(turn, step), f"{step.conversation}:{step.step}", step.data
    if asked is None:
        step.since = turn.now + _LATER
        turn.say(_("All right. Please write your answer to what I asked before."))
        return
    turn.ask(asked.text, asked.buttons, then=name, topic=asked.topic, **data)
    _goes_on(turn)


def take(turn: Turn, kept_id: int) -> None:
    """What was written then is the answer, because they say so."""
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    step = dialogue.waiting(turn.db, turn.person.id)
    words = kept_words.take(turn.db, kept, turn.now) if kept is not None and step else None
    if words is None:
        turn.say(_("Nothing waits for an answer any more."), keyboard=keyboard_for(turn))
        return
    _goes_on(turn)
    assert turn.incoming is not None, "a tap or words"
    turn.incoming = replace(turn.incoming, text=words, recognition=None)
    turn.next_words = words


def leave(turn: Turn) -> None:
    turn.stop_waiting()
    turn.say(_("All right, I've stopped asking."), keyboard=keyboard_for(turn))


def leave_words(turn: Turn, kept_id: int) -> None:
    """What was written meanwhile goes where it would have gone."""
    turn.stop_waiting()
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    words = kept_words.take(turn.db, kept, turn.now) if kept is not None else None
    if words is None or not on_their_way(turn, words):
        turn.say(_("All right, I've stopped asking."), keyboard=keyboard_for(turn))


def on_their_way(turn: Turn, words: str) -> bool:
    """Let words that turned out to be no danger go where they would have gone, if that is anywhere."""
    incoming, recognition = turn.incoming, turn.recognised(words)
    assert incoming is not None, "a tap or words"
    if recognition.topic.labels == (Label.OTHER,):
        return False
    turn.incoming = replace(incoming, text=words, recognition=replace(recognition, danger=None))
    free_text.received(turn)
    return True


def _goes_on(turn: Turn) -> None:
    step = dialogue.waiting(turn.db, turn.person.id)
    assert step is not None, "it was asked or looked at a line ago"
    step.since, step.offered_at = turn.now + _LATER, None


@dataclass(frozen=True)
class _Asked:
    """The question with which the step was begun, as it was said last."""

    text: str
    buttons: list[Button]
    topic: str | None


def _as_asked(turn: Turn, step: Dialogue) -> _Asked | None:
    prompt = dialogue.newest_of_step(turn.db, turn.person.id)
    earliest = step.since - _LATER
    if prompt is not None and earliest <= prompt.asked_at <= step.since:
        row = turn.db.get_one(OutboxRow, prompt.outbox_id)
        text = sent_messages.text_now(turn.db, row)
        return _Asked(text, buttons_of(prompt.choices), row.topic) if text else None
    said = sent_messages.said_between(turn.db, turn.chat_id, earliest, step.since)
    return _Asked(said.body.text, [], said.topic) if said is not None else None
