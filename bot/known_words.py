"""Words that mean the same at any time: commands, the menu's, STOP, START, PAUSE, in every language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.conversation import Conversation
from bot.texts import in_every_language
from bot.turn import Turn
from bot.typed_words import normal

Handler = Callable[[Turn], None]
Reader = Callable[[Turn, str], Callable[[], None] | None]


@dataclass(frozen=True)
class KnownWord:
    """Whose word it is, and what it does. A way out is never an answer to a question."""

    of: Conversation
    act: Handler
    is_way_out: bool = False
    is_spelling: bool = False  # a client's; staff write sentences like these to others


def known_words(conversations: Sequence[Conversation]) -> dict[str, KnownWord]:
    """As they are compared. Where two languages write two things alike, a way out comes first, then
    English."""
    found: dict[str, KnownWord] = {}
    own = {normal(each): one for one in conversations for each in one.words}
    assert len(own) == sum(len(one.words) for one in conversations), "a word belongs to two"
    every = list(_all(conversations))
    for word, known in sorted(every, key=lambda each: not each[1].is_way_out):
        if known.is_way_out or own.get(word, known.of) is known.of:
            found.setdefault(word, known)
    return found


def _all(conversations: Sequence[Conversation]) -> Iterator[tuple[str, KnownWord]]:
    for one in conversations:
        for said, act in (*one.words.items(), *one.spellings.items()):
            known = KnownWord(one, act, said in one.ways_out, said in one.spellings)
            for spellings in in_every_language(said):
                for word in spellings.split("|"):
                    yield normal(word), known


def openings(conversations: Sequence[Conversation]) -> Mapping[str, tuple[Conversation, Reader]]:
    return {
        normal(word): (one, read)
        for one in conversations
        for opening, read in one.openings.items()
        for word in in_every_language(opening)
    }


def all_commands(conversations: Sequence[Conversation]) -> dict[str, tuple[Conversation, Handler]]:
    found: dict[str, tuple[Conversation, Handler]] = {}
    for conversation in conversations:
        for name, handler in conversation.commands.items():
            assert name not in found, f"«{name}» belongs to two conversations"
            found[name] = conversation, handler
    return found
