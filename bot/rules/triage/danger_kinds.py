"""What danger is: whose, how sure, and what decided."""

import enum
from dataclasses import dataclass


class DangerKind(enum.Enum):
    """Who may come to harm, and by whom: it decides which help is shown."""

    SELF = "self"  # the writer, by themselves
    FROM_OTHERS = "from others"  # the writer, by another person
    TO_OTHERS = "to others"  # another person, by the writer or by themselves


class Tier(enum.Enum):
    """How sure it is, and so what follows (DESIGN §5)."""

    HIGH = "high"  # help, and people are told at once
    POSSIBLE = "possible"  # help, and one direct question; people are told if it isn't answered


@dataclass(frozen=True)
class Danger:
    """Danger in a text. `words` decided, the layer first: for staff and tests, never for the client.

    `from_others` is also true where words about oneself decided the kind and others hurt as well.
    """

    kind: DangerKind
    words: str
    from_others: bool = False
    tier: Tier = Tier.HIGH


class Judged(enum.Enum):
    """What may take words of danger back, and whose danger they are (danger.py has a judge for each)."""

    OWN = "own"  # may turn out to be another person's
    FROM_OTHERS = "from others"
    FROM_A_PERSON = "from a person"  # only where a person does it: not the news, not the heat
    TO_OTHERS = "to others"
    OF_ANOTHER = "of another"  # another person by themselves, and no film


@dataclass(frozen=True)
class Sayings:
    """Ways of saying one thing. To add a way, write it as a line of the list it belongs to."""

    layer: str
    tier: Tier
    judged: Judged
    ways: tuple[str, ...]
    tier_of_another: Tier = Tier.POSSIBLE  # where it turns out to be about another person
    may_be_figure: bool = False  # «lol» or 😂 beside it makes it possible only
    may_be_task: bool = False  # work, a diet or the homework beside it takes it back
    may_be_subject: bool = False  # a course, a leaflet, an article beside it takes it back
