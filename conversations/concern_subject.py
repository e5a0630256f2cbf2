"""About whom a draft is: asked before the preview, or changed after it."""

from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.cases import Case
from bot.turn import Turn
from conversations import concern_about
from conversations.concern_about import NOBODY
from conversations.concern_preview import own_draft, show_preview
from conversations.concern_ways import ask_who_instead, is_for_the_accused
from conversations.concern_words import first_reader


def ask(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        ask_of_draft(turn, case)


def ask_of_draft(turn: Turn, case: Case, lead: str = "") -> None:
    question = concern_about.whoever_is_named()
    turn.say(
        "\n\n".join(filter(None, [lead, question])),
        concern_about.buttons_for_draft(turn, case.id, case.check_in_id),
        topic=case.topic,
    )


def of(turn: Turn, case_id: int, about_id: int) -> None:
    """Whoever it is about is taken off the list, whatever they are besides."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if not concern_about.is_allowed(turn, about_id, case.check_in_id):
        return ask_of_draft(turn, case)
    case.about_id = about_id if about_id != NOBODY else None
    turn.db.flush()
    if is_for_the_accused(turn, case, first_reader(turn, case)):
        return ask_who_instead(turn, case)
    show_preview(turn, case)


CONVERSATION = Conversation(
    name="concern_subject",
    taps={"ask": ask, "of": of},
    needs=Action.OWN_CASE,
)
