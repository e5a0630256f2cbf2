"""A model for stories: texts that it takes for danger, possible or plain, beside what word lists find."""

from collections.abc import Mapping

from sqlmodel import select

from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.rules.triage.danger import DangerKind
from bot.rules.triage.recognition import Scores
from bot.rules.triage.topics import Label
from tests.practice import Cast, Practice

# Word lists find nothing in these.
POSSIBLE = "i dont think i need a next week"
HURT = "he came home in that mood again"
OTHERS = "my brother gave all his things away"
PLAIN = "please look after my cat from tomorrow on"
ASKED = "Are you thinking of ending your life, or of hurting yourself?"
KINDS: Mapping[str, DangerKind] = {
    POSSIBLE: DangerKind.SELF,
    HURT: DangerKind.FROM_OTHERS,
    OTHERS: DangerKind.TO_OTHERS,
    PLAIN: DangerKind.SELF,
}


def scores_of(text: str) -> Scores:
    """By the first of these that stands in the text."""
    found = next((each for each in KINDS if each in text), None)
    kinds = {KINDS[found]: 0.9} if found is not None else {DangerKind.SELF: 0.4}
    danger, high = {None: (0.1, 0.1), PLAIN: (0.95, 0.95)}.get(found, (0.5, 0.1))
    return Scores(danger, high, kinds, {Label.OTHER: 0.2})


def let_model_judge(practice: Practice) -> None:
    """As if it had just been loaded; again after a restart."""
    practice.app.recogniser.model = scores_of


# --- what came of it


def questions(practice: Practice) -> list[DangerQuestion]:
    with practice.look() as db:
        return list(db.exec(select(DangerQuestion)).all())


def alerts(practice: Practice) -> list[DangerAlert]:
    with practice.look() as db:
        return list(db.exec(select(DangerAlert)).all())


def told(cast: Cast) -> list[str]:
    return cast.maria.hears() + cast.lindqvist.hears()


def close(cast: Cast) -> None:
    """Staff have dealt with it."""
    cast.maria.taps("Open")
    cast.maria.taps("Dealt with")
    cast.maria.types("talked on the phone")
    told(cast)
