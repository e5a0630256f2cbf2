"""A call that is agreed: the number that a client keeps here, and whether a message may be left."""

from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.texts import _
from bot.turn import Turn
from conversations import case_talk
from conversations.call_questions import about_message, kept_number, with_answer
from conversations.case_taker import tell_of_more
from conversations.menu import keyboard_for


def kept(turn: Turn, case_id: int, entry_id: int, number: int) -> None:
    """The number that the client keeps here, for the offered time with this place in the list."""
    telephone = kept_number(turn)
    if not telephone:  # taken away since
        return case_talk.time(turn, case_id, entry_id, number)
    case_talk.number(turn, telephone, case_id, entry_id, number)


def may_leave(turn: Turn, case_id: int, entry_id: int, says_yes: int) -> None:
    """Beside the number, which was passed on already; given twice, the last answer counts."""
    found = case_talk.own_entry(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    if entry.kind is not EntryKind.CALL:
        return turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
    entry.text = with_answer(entry.text, about_message(says_yes))
    turn.note("message or none", case)
    tell_of_more(turn, case)
    text = _("OK: {answer}. That stands beside the number now.")
    turn.say(
        text.format(answer=about_message(says_yes)), keyboard=keyboard_for(turn), topic=case.topic
    )


CONVERSATION = Conversation(
    name="case_call",
    taps={"kept": kept, "may_leave": may_leave},
    needs=Action.OWN_CASE,
)
