"""What a test of a hearing needs: the words written, the client asked, the words given."""

from bot.records.case_entries import EntryKind
from tests.conversations.concerns import entries_of, take
from tests.practice import Cast

QUESTION = "How do you see the last few sessions?"
ANSWER = "I noticed it too, and I'm sorry."
GONE = "I can't find that any more."


def writes(cast: Cast, text: str = QUESTION) -> None:
    """Maria writes what Dr Okafor would read."""
    cast.maria.presses_data("1:cases:open:1")
    cast.maria.taps("Hear Dr Okafor")
    cast.maria.types(text)


def asks(cast: Cast, text: str = QUESTION) -> None:
    """And Anna is asked."""
    writes(cast, text)
    cast.maria.taps("Ask Anna")


def given(cast: Cast) -> None:
    """Anna said yes, and Dr Okafor has something to read."""
    take(cast)
    asks(cast)
    cast.anna.taps("Yes, send them")


def entry_id(cast: Cast) -> int:
    return next(e.id for e in entries_of(cast.practice) if e.kind is EntryKind.HEARING)
