"""What `between-sessions triage` says of a text, for scoring."""

from bot.commands.triage import labels_of
from bot.recogniser import Recogniser
from training.figures import Said


def saying(recogniser: Recogniser, text: str) -> Said:
    answer = labels_of(recogniser.recognise(text))
    return Said(answer["label"], frozenset(answer["labels"]), answer.get("tier", ""))
