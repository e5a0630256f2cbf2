"""Who is away until when, as others read it before they choose, and the sorry where nobody looked."""

from collections.abc import Iterable
from datetime import datetime

from bot.records.people import Person
from bot.rules.names import called
from bot.texts import TimeWords, _
from bot.turn import Turn


def away_until(turn: Turn, person: Person, words: TimeWords | None = None) -> str:
    """«Monday 7 December, 9:00 am»; empty for somebody who isn't away."""
    if person.away_until is None or not person.is_away(turn.now):
        return ""
    return (words or turn.words).day_and_time(person.away_until)


def there_from(turn: Turn, person: Person) -> datetime:
    """From when this person can look: now, or as they come back."""
    return turn.now if person.away_until is None else max(person.away_until, turn.now)


def who_is_away(turn: Turn, several: Iterable[Person], words: TimeWords | None = None) -> str:
    """«Maria is away until Monday 7 December, 9:00 am.», of each who is; empty if nobody is."""
    text = _("{name} is away until {when}.")
    return " ".join(
        text.format(name=called(each.name), when=when)
        for each in several
        if (when := away_until(turn, each, words))
    )


def called_now(turn: Turn, person: Person) -> str:
    """«Maria»; «Maria (away until Monday 7 December, 9:00 am)» where that is so."""
    when = away_until(turn, person)
    if not when:
        return called(person.name)
    return _("{name} (away until {when})").format(name=called(person.name), when=when)


def sorry(turn: Turn, words: TimeWords, *, away: Person | None, late: Person | None) -> str:
    """Why nobody has looked or answered, to the client whose `words` these are."""
    if away is not None and away.is_away(turn.now):
        return who_is_away(turn, [away], words) + " " + _("I'm sorry.")
    if away is not None:
        return _("{name} can't look after it now. I'm sorry.").format(name=called(away.name))
    if late is not None:
        return _("{name} hasn't answered yet. I'm sorry.").format(name=called(late.name))
    return _("Nobody has taken your message on yet. I'm sorry.")
