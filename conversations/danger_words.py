"""The one question about words that may be danger, by whose danger it is, and how it is answered in words."""

from bot.rules.triage.danger import DangerKind
from bot.texts import _

# Typed instead of «Yes» and «No». Who doesn't know is told of as who says yes.
YES = (
    "yes i am", "i am", "yes i do", "i do", "yes i think so", "i think so", "maybe", "yes maybe",
    "sometimes", "yes sometimes", "kind of", "sort of", "a bit", "i dont know", "not sure", "both",
)  # fmt: skip
NO = (
    "no im fine", "no im ok", "no im okay", "no im good", "no im safe", "im safe", "im safe now",
    "no im not", "no i dont", "no not at all", "not at all", "no thanks", "no thank you", "no sorry",
)  # fmt: skip


def question_of(kind: DangerKind) -> str:
    """What is asked; staff read it too, beside the words."""
    match kind:
        case DangerKind.SELF:
            return _("Are you thinking of ending your life, or of hurting yourself?")
        case DangerKind.FROM_OTHERS:
            return _("Is somebody hurting or threatening you?")
        case DangerKind.TO_OTHERS:
            return _("Is somebody in danger of dying, or of being badly hurt?")
