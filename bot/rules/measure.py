"""How much is too much: what a person gets without having asked for it, and what yields to what."""

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from bot.rules.due import Clocks


class Unasked(enum.Enum):
    """What comes to a client who didn't ask for it, the most urgent first."""

    CASE = "case"  # what they told somebody: that it waits, and how it is a week after
    CHECK_IN = "check-in"
    HOMEWORK = "homework"
    OWN_NOTE = "own note"  # whether they got to say what they had noted
    SEARCH = "search"  # that another psychologist is still being looked for
    RELATIONSHIP = "relationship"  # what helps a working relationship: offered once


# At most one such message a day and three a week, messages about sessions apart (DESIGN, law 12).
A_DAY, A_WEEK = 1, 3
DAYS_OF_WEEK = 7
# What was sent within so long before now can count: a week of the reader's may be a day longer
# where the clocks went back, or where they moved.
COUNTS_FOR = timedelta(days=DAYS_OF_WEEK + 2)


@dataclass(frozen=True)
class Standing:
    """A row of the table: what a kind of message yields to, and what becomes of it then.

    The words are the handbook's. Who yields waits for the next day that fits, until it lapses.
    """

    called: str
    yields_to: frozenset[Unasked]
    lapses: str
    because: str
    # Where no other day is left for it, it comes all the same, and what can still come on another
    # day waits instead.
    waits_at_any_price: bool = True


_BEFORE_NOTES = frozenset({Unasked.CASE, Unasked.CHECK_IN, Unasked.HOMEWORK})
MEASURE: Mapping[Unasked, Standing] = {
    Unasked.CASE: Standing(
        "What they told you under «Something isn't right»",
        frozenset(),
        "never; what they began and didn't send is said until it is thrown away",
        "whoever said that something is wrong must not be forgotten",
    ),
    Unasked.CHECK_IN: Standing(
        "The short questions",
        frozenset({Unasked.CASE}),
        "three days after they were due, or when the next session begins",
        "after three days one remembers another session",
    ),
    Unasked.HOMEWORK: Standing(
        "Homework",
        frozenset({Unasked.CASE, Unasked.CHECK_IN}),
        "when the session begins that it is for; if no other day is left before it, it comes and "
        "the other waits",
        "it can be spoken of when you meet, and is of no use once you have",
        waits_at_any_price=False,
    ),
    Unasked.OWN_NOTE: Standing(
        "Whether they got to say what they had noted",
        _BEFORE_NOTES,
        "a week after the meeting, or when the next one begins",
        "they still have the note, whether it is asked about or not",
    ),
    Unasked.SEARCH: Standing(
        "That another psychologist is still looked for",
        _BEFORE_NOTES | {Unasked.OWN_NOTE},
        "never; the next one is two weeks after it",
        "there is nothing that they need to do",
    ),
    Unasked.RELATIONSHIP: Standing(
        "What helps you work together, offered once after the third session",
        _BEFORE_NOTES | {Unasked.OWN_NOTE, Unasked.SEARCH},
        "a week after it was due",
        "it can be read at any time with /relationship",
    ),
}


@dataclass(frozen=True)
class Wish:
    """What is to come unasked: of which kind, from when on, and until when it is of use."""

    kind: Unasked
    at: datetime
    useful_until: datetime | None = None


def unasked_at(
    wish: Wish,
    clocks: Clocks,
    *,
    sent: Sequence[datetime],
    planned: Collection[Wish],
    not_before: datetime,
) -> datetime | None:
    """When this may come: the same wall time on the first day that fits; None for never.

    A day fits if it isn't quiet then, the measure is kept (`sent`: when this person was written to
    unasked), and nothing on it is planned that this yields to. A day is one on the clocks that they
    keep now. `not_before`: now, or the end of what holds everything back.
    """
    standing = MEASURE[wish.kind]
    others = [each for each in planned if each.kind in standing.yields_to]
    comes_at = {
        each: at
        for each in others
        if (at := unasked_at(each, clocks, sent=sent, planned=others, not_before=not_before))
        is not None
    }
    at = _first_that_fits(wish, clocks, sent, comes_at.values(), not_before)
    if at is not None or standing.waits_at_any_price:
        return at
    unmovable = [at for each, at in comes_at.items() if not _can_wait(each, at, clocks)]
    return _first_that_fits(wish, clocks, sent, unmovable, not_before)


def _first_that_fits(
    wish: Wish,
    clocks: Clocks,
    sent: Sequence[datetime],
    more_urgent: Collection[datetime],
    not_before: datetime,
) -> datetime | None:
    taken = {clocks.day_of(each) for each in more_urgent}
    until = wish.useful_until
    each_day = takewhile(
        lambda instant: until is None or instant < until,
        clocks.day_after_day(max(wish.at, not_before)),
    )
    fitting = (
        instant
        for instant in each_day
        if clocks.day_of(instant) not in taken and _keeps_the_measure(sent, instant, clocks)
    )
    return next(fitting, None)


def _can_wait(wish: Wish, at: datetime, clocks: Clocks) -> bool:
    """Whether what would come at `at` is still of use a day later."""
    later = clocks.once_not_quiet(clocks.days_later(at, 1))
    return wish.useful_until is None or later < wish.useful_until


def _keeps_the_measure(sent: Sequence[datetime], instant: datetime, clocks: Clocks) -> bool:
    day, week_ago = clocks.day_of(instant), clocks.days_later(instant, -DAYS_OF_WEEK)
    of_day = sum(clocks.day_of(each) == day for each in sent)
    of_week = sum(week_ago < each <= instant for each in sent)
    return of_day < A_DAY and of_week < A_WEEK
