"""A concern said in answer to something else: offered its route once nothing is asked any more."""

from bot.conversation import Conversation
from bot.records import dialogue, kept_words
from bot.records.people import STAFF, Telephone
from bot.rules.quoting import isolated
from bot.rules.splitting import beginning
from bot.texts import _
from bot.turn import Turn
from bot.typed_words import waiting_step
from conversations import step_again
from conversations.offered_words import guess_of, offer
from conversations.recognised import concern_said

_QUOTED = 200  # letters of what was written, where other messages stand between
# Buttons from which the client can tell somebody: who has one before them is offered nothing more.
_WAYS = (
    "concern:",
    "free_text:tell",
    "kept_notes:somebody_else",
    "check_in:tell_",
    "struggle:tell_else",
)


def step_answered(turn: Turn, conversation: Conversation, words: str) -> None:
    """Keep the words that a question has just got, if a concern is in them and goes nowhere else."""
    if turn.roles & STAFF or conversation.is_of_concern or conversation.is_of_danger:
        return
    if concern_said(turn, words) is not None and not _has_a_way(turn):
        kept_words.keep_of_step(turn.db, turn.person.id, words, turn.now)


def at_the_end(turn: Turn) -> None:
    """Of whatever a client did: offer what they said in passing, if no question waits.

    Nothing is passed on by itself, and nothing is offered beside danger.
    """
    person = turn.somebody
    if person is None or turn.roles & STAFF:
        return
    row = kept_words.of_step(turn.db, person.id, turn.now)
    if row is None or waiting_step(turn) is not None or person.stopped_at == turn.now:
        return
    if step_again.is_unsafe(turn):
        return
    if _has_a_way(turn):
        return kept_words.forget_of_step(turn.db, person.id)
    concern = concern_said(turn, row.words)
    if concern is None:  # the lists have changed since
        return kept_words.forget_of_step(turn.db, person.id)
    row.waits_for_step = False
    asked_before = dialogue.open_prompts(turn.db, person.id, of_step=False)
    lead = ""
    was_typed_now = turn.incoming is not None and turn.incoming.text == row.words
    if not was_typed_now and person.telephone is Telephone.OWN:
        quoted = isolated(beginning(row.words, _QUOTED, 3))
        lead = _("Before that you wrote: «{words}».").format(words=quoted) + "\n"
    offer(
        turn,
        lead + guess_of(concern),
        row,
        read=_("I've passed it on no further than I said above."),
    )
    for each in asked_before:  # what the step's last message asks can still be answered in words
        each.closed_at = None


def _has_a_way(turn: Turn) -> bool:
    """Whether what was said last in this turn offers to tell somebody."""
    assert turn.somebody is not None, "the callers have looked"
    return any(
        data.partition(":")[2].startswith(_WAYS)
        for of_step in (True, False)
        for each in dialogue.open_prompts(turn.db, turn.somebody.id, of_step=of_step)[:1]
        if each.asked_at == turn.now
        for _label, data, _also in each.choices
    )
