"""The number for a call: asked for first, and again where it is to be changed."""

from bot.buttons import button
from bot.records import cases, people
from bot.records.cases import Case
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.call_questions import number_buttons, number_topic


def ask_number(turn: Turn, case: Case, lead: str = "") -> None:
    first = people.get(turn.db, cases.readers(turn.db, case)[0].person_id)
    question = _("Which number? Nothing goes to {name} before you have seen it.")
    turn.ask(
        " ".join(filter(None, [lead, question.format(name=called(first.name))])),
        [
            *number_buttons(turn, "concern_call:kept", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
        then="concern_call:number",
        topic=number_topic(turn, case.topic),
        case_id=case.id,
    )
