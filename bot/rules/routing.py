"""Who hears a case, who never does, and who is asked next."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass


class Kind(enum.Enum):
    """What a concern is about. It follows from the sentence that the client chose."""

    RELATIONSHIP = "relationship"
    APPROACH = "approach"
    CONDUCT = "conduct"  # something that should not have happened
    CHANGE = "change"  # another psychologist is wished for
    PRACTICAL = "practical"
    OTHER = "other"


@dataclass(frozen=True)
class Colleague:
    """A member of staff as far as hearing a concern goes."""

    id: int
    is_manager: bool
    is_senior: bool
    can_be_reached: bool


@dataclass(frozen=True)
class Reader:
    """Somebody whom the client named for a case: first, or in case the first is away."""

    id: int
    was_asked: bool
    is_away: bool
    can_be_reached: bool


def who_may_hear(
    colleagues: Sequence[Colleague], subject_id: int | None, kind: Kind
) -> list[Colleague]:
    """The managers and senior psychologists, in the order in which they are offered and asked.

    Never the subject, whatever they are besides. Conduct is for a senior psychologist first:
    who judges it stands outside the line of those complained of (FIELD §4.1).
    """
    managers = [each for each in colleagues if each.is_manager]
    seniors = [each for each in colleagues if each.is_senior and not each.is_manager]
    ordered = [*seniors, *managers] if kind is Kind.CONDUCT else [*managers, *seniors]
    return [each for each in ordered if each.can_be_reached and each.id != subject_id]


def subject_may_hear(kind: Kind) -> bool:
    """Whether the client may send it to the psychologist whom it is about."""
    return kind is not Kind.CONDUCT


def next_reader(readers: Sequence[Reader]) -> int | None:
    """Whom to ask now, of those whom the client named, in their order; None if nobody is left."""
    left = (each for each in readers if not each.was_asked and not each.is_away)
    return next((each.id for each in left if each.can_be_reached), None)


def to_ring_again(readers: Sequence[Reader]) -> list[int]:
    """Who was asked, has not said that they are away, and can be rung once more."""
    return [
        each.id for each in readers if each.was_asked and not each.is_away and each.can_be_reached
    ]
