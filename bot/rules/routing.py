"""Who hears a case, who never does, who is next, and from when their time counts."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


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
    is_away: bool  # from the practice, or from this case
    can_be_reached: bool
    back_at: datetime | None = None  # of somebody away from the practice


class Client(enum.Enum):
    """What the client hears when a time has passed."""

    NOTHING = "nothing"
    TOLD = "told"  # who is asked now, as they allowed
    ASKED = "asked"  # whether to wait, let somebody else read it, or phone


@dataclass(frozen=True)
class Move:
    """Who is asked, or rung again, now; and from when the next time counts."""

    ask: int | None
    ring_again: tuple[int, ...]
    counts_from: datetime


@dataclass(frozen=True)
class Overdue:
    """What follows from a time that has passed."""

    move: Move | None  # None: it stays with who looks after it, who is reminded
    steps_aside: bool  # who looks after it can't any more
    client: Client
    alarm: bool  # to the operator: the case waits, and asking the client again would be no help


# How often a client is asked what to do about a promise that was not kept; then the operator is.
ASKED_AT_MOST = 2


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


def to_ring_again(readers: Sequence[Reader]) -> tuple[int, ...]:
    """Who was asked, has not said that they are away, and can be rung once more."""
    return tuple(
        each.id for each in readers if each.was_asked and not each.is_away and each.can_be_reached
    )


def move_on(readers: Sequence[Reader], now: datetime) -> Move:
    """The next whom the client named is asked; with nobody left, those who were asked ring again.

    Where all of those are away, their time counts from when the first is back.
    """
    chosen, rung = next_reader(readers), to_ring_again(readers)
    if chosen is not None:
        return Move(chosen, (), now)
    back = [each.back_at for each in readers if each.was_asked and each.back_at and each.is_away]
    return Move(None, rung, now if rung or not back else max(now, min(back)))


def nobody_looked(readers: Sequence[Reader], misses: int, now: datetime) -> Overdue:
    """Nobody has taken it on in time; `misses` counts this time too."""
    move = move_on(readers, now)
    if move.ask is not None:
        return Overdue(move, False, Client.TOLD, alarm=False)
    return _the_client_decides(move, misses)


def nobody_answered(
    readers: Sequence[Reader], taker_id: int, misses: int, now: datetime
) -> Overdue:
    """Who took it on has let the time pass; `misses` counts this time too.

    Who can't be reached, or is away, looks after it no longer. Who is there is reminded and may
    still answer, and the next whom the client named is asked too.
    """
    taker = next(each for each in readers if each.id == taker_id)
    if taker.is_away or not taker.can_be_reached:
        move = move_on(readers, now)
        heard = Client.ASKED if move.ask is None else Client.TOLD
        return Overdue(move, True, heard, alarm=False)
    if next_reader(readers) is not None:
        return Overdue(move_on(readers, now), False, Client.TOLD, alarm=False)
    return _the_client_decides(None, misses)


def _the_client_decides(move: Move | None, misses: int) -> Overdue:
    if misses <= ASKED_AT_MOST:
        return Overdue(move, False, Client.ASKED, alarm=False)
    return Overdue(move, False, Client.NOTHING, alarm=True)
