"""What `check` says of the questions of a check-in: each as it is asked, and names that were lost."""

from sqlmodel import Session

from bot.commands.findings import Finding, ok, warn
from bot.records import questionnaires
from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from bot.settings import Settings

_WHAT = "questions"


def check_questions(settings: Settings) -> list[Finding]:
    """A file that can't be used has ended the command before this, with its sentence."""
    asked = settings.practice().questionnaire
    whose = "our own" if asked == OUR_OWN else f"yours, of {settings.check_in_questions.strip()}"
    return [
        ok(_WHAT, f"{len(asked.items)}, {whose}"),
        *(ok(f"question {number}", _shown(item)) for number, item in enumerate(asked.items, 1)),
    ]


def _shown(item: Item) -> str:
    scale = f"0 is {item.lowest}, 10 is {item.highest}"
    return f"«{item.sentence}»; {scale}; if low: «{item.topic} was low today»; name: {item.name}"


def check_names(db: Session, settings: Settings) -> list[Finding]:
    """Answers are compared by name: the same sentence under a new name begins anew."""
    asked = settings.practice().questionnaire
    return [
        warn(
            _WHAT,
            f"«{item.sentence}» was {before} before: keep that name, or answers to it aren't "
            "compared with earlier ones",
        )
        for item in asked.items
        if (before := _name_before(questionnaires.all_kept(db), item))
    ]


def _name_before(kept: list[Questionnaire], item: Item) -> str:
    """Another name under which the same sentence was asked last; empty where there is none."""
    names = [
        each.name
        for questionnaire in kept
        for each in questionnaire.items
        if each.sentence.casefold() == item.sentence.casefold()
    ]
    return "" if item.name in names or not names else names[-1]
