"""What a conversation declares about itself: what calls what."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.records import access
from bot.records.access import Action
from bot.records.people import Role
from bot.turn import Turn

Tap = Callable[..., None]
Step = Callable[..., None]


@dataclass(frozen=True)
class Timer:
    """A column that can fall due, and what to do then.

    `act` is called once per due row, in a transaction of its own in which the column has already
    been emptied; it sets the next instant if there is one. `whose` names the column with the id of
    the person who is spoken to; None where the program speaks to staff.
    """

    due: Any
    act: Callable[[Turn, Any], None]
    whose: Any = None


@dataclass(frozen=True)
class Conversation:
    """What calls what. Names of taps and steps live in old buttons and rows: keep them."""

    name: str
    commands: Mapping[str, Callable[[Turn], None]] = field(default_factory=dict)
    words: Mapping[str, Callable[[Turn], None]] = field(default_factory=dict)
    # Other spellings of words, as people type them, separated by «|» and translated like a sentence.
    spellings: Mapping[str, Callable[[Turn], None]] = field(default_factory=dict)
    # Words that begin what is typed («pause»): what to do of the rest, None where it is no such thing.
    openings: Mapping[str, Callable[[Turn, str], Callable[[], None] | None]] = field(
        default_factory=dict
    )
    # Of words and spellings those that are never an answer to a question, whatever its buttons say.
    ways_out: frozenset[str] = frozenset()
    taps: Mapping[str, Tap] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    # Steps that take a document or a photo as well: (turn, the file, what the step was begun with).
    files: Mapping[str, Step] = field(default_factory=dict)
    # What is done of a photo, a voice message, a sticker or a file while a step waits for words:
    # (turn, what the step was begun with). The step goes on waiting.
    unreadable: Mapping[str, Step] = field(default_factory=dict)
    timers: Mapping[str, Timer] = field(default_factory=dict)
    # What a Telegram reply to a message about a row of this table is: (turn, its words, row's id).
    replies: Mapping[str, Callable[[Turn, str, int], None]] = field(default_factory=dict)
    needs: Action | None = None  # who may not do this with anything doesn't get in
    # Taps that show a client's or a case's words, or change who works here: a locked screen asks for
    # the code first.
    behind_code: frozenset[str] = frozenset()
    for_strangers: bool = False  # whoever writes gets in, invited or not
    # What its steps take is told to somebody as a concern, or is offered that way by itself.
    is_of_concern: bool = False
    # Its taps leave a question of another matter waiting, and its own take what is typed next.
    is_of_danger: bool = False


def lets_in(conversation: Conversation, turn: Turn) -> bool:
    """Whether this conversation is for whoever writes."""
    if turn.somebody is None:
        return conversation.for_strangers
    return is_for(conversation, turn.roles)


def is_for(conversation: Conversation, roles: Collection[Role]) -> bool:
    return conversation.needs is None or access.may(roles, conversation.needs)
