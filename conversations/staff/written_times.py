"""Times that staff write: «today 4, tomorrow 9.30 and 12.30», and why some can't be."""

from collections.abc import Sequence
from datetime import datetime

from bot.texts import _
from bot.turn import Turn
from conversations.typed_times import FURTHEST, all_times, reader_for
from conversations.wishes import without_bare_days


def read_times(turn: Turn, text: str) -> list[datetime]:
    """The times as staff typed them; empty if any of it isn't a day and a time."""
    reader = reader_for(turn, turn.person)
    moments = without_bare_days(reader.moments(text), reader.zone)
    if any(not each.has_time or each.or_later for each in moments):
        return []
    return sorted({each.at for each in moments})


def cannot_be(turn: Turn, instants: Sequence[datetime]) -> str | None:
    """Why some of these can be nobody's time; None if all of them are ahead and near enough."""
    over = [each for each in instants if each <= turn.now]
    if over:
        times = all_times(turn.words, over)
        return _("That is over already: {times}.").format(times=times)
    far = [each for each in instants if each > turn.now + FURTHEST]
    if far:
        times = all_times(turn.words, far)
        return _("That is too far away: {times}.").format(times=times)
    return None
