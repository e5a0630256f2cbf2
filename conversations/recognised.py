"""What words are about, so that they find their way: what may be a concern goes before all else."""

from bot.rules.concern_kinds import concern_in, kind_of_topic
from bot.rules.routing import Kind
from bot.rules.triage.topics import Label
from bot.turn import Turn


def concern_said(turn: Turn, text: str) -> Label | None:
    """Which concern is in the words, be it behind something else; None where there is none."""
    return concern_in(turn.recognised(text).topic)


def sounds_like_conduct(turn: Turn, text: str) -> bool:
    """Whether they may be about a wrong-doing: such words never go to whom they are about (law 7)."""
    return concern_said(turn, text) is Label.CONDUCT


def kind_said(turn: Turn, text: str) -> Kind:
    """What kind of concern these words would be."""
    return kind_of_topic(turn.recognised(text).topic)
