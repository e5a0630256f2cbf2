"""Where a client can be called: which number, and whether a message may be left, one at a time."""

from bot.buttons import Button, button
from bot.records.people import Telephone
from bot.texts import _
from bot.turn import Turn


def kept_number(turn: Turn) -> str:
    """The number that the client keeps here, where nobody else sees the telephone; else nothing."""
    person = turn.person
    return (person.phone or "") if person.telephone is Telephone.OWN else ""


def number_buttons(turn: Turn, tap: str, *arguments: int) -> list[Button]:
    number = kept_number(turn)
    if not number:
        return []
    return [button(_("Use {number}").format(number=number), tap, *arguments)]


def number_topic(turn: Turn, topic: str) -> str:
    """What a question is filed under: one that shows the number goes if others see the telephone."""
    return turn.person.calls_topic if kept_number(turn) else topic


def ask_about_message(name: str) -> str:
    return _("If you can't pick up, may {name} leave a message there?").format(name=name)


def message_buttons(tap: str, *arguments: int) -> list[Button]:
    return [
        button(_("Yes, a message is fine"), tap, *arguments, 1, also=("yes",)),
        button(_("No message, please"), tap, *arguments, 0, also=("no",)),
    ]


def about_message(says_yes: int) -> str:
    """The answer, as it stands beside the number."""
    return _("a message is fine") if says_yes else _("no message, please")


def with_answer(details: str, answer: str) -> str:
    """The answer beside the number; given twice, the last one counts."""
    for given in (about_message(0), about_message(1)):
        details = details.removesuffix(f" · {given}")
    return f"{details} · {answer}"
