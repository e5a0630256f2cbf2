"""Days and times as people type them: «Tue 6pm», «in 3 days», «10/12 at 4», «today 4 and 5.30»."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from dateparser.date import DateDataParser

from bot.rules.due import local_instant

LONGEST = 100  # characters; more is no date but a letter
MOST_AT_ONCE = 6
_DAY_WORDS = r"today|tomorrow|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\w+day"
# Hours that the library wouldn't take for hours: after «at», «after», or the day's name.
_BARE_HOUR = re.compile(
    rf"(?:\b(?:at|after|from|by|around)|\b(?:{_DAY_WORDS}),?)\s+(?:at\s+)?"
    r"(\d{1,2})(?:[.:](\d{2}))?(?!\d|\s*(?:am|pm|[./:-]\d|st\b|nd\b|rd\b|th\b|[a-z]{3,}))"
)
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{2})(?=\s*(?:am|pm)?$)")
_ALONE = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?")
_LEADING = re.compile(r"^(?:until|till|on|for)\s+")
_OR_LATER = re.compile(r"\b(?:after|from)\b")
_FIRST_HOUR = 7  # an hour below it, said without am or pm, is one of the afternoon


@dataclass(frozen=True)
class Moment:
    """What was understood. Without a time of day `at` is the day's midnight."""

    at: datetime
    has_time: bool
    or_later: bool = False  # «after 3»


@dataclass(frozen=True)
class Reader:
    """Where and when something is typed: what decides which day is meant.

    `month_first` is how the practice's country writes 10/12.
    """

    now: datetime
    zone: ZoneInfo
    month_first: bool = False
    language: str = "en"

    def moment(self, text: str) -> Moment | None:
        """The day, with its time if one was typed; None for anything else. It may lie in the past."""
        return self._read(text, self.now)

    def moments(self, text: str) -> list[Moment]:
        """Several, separated by commas or «and»; an hour alone is one of the day before it.

        Empty if any of them isn't understood: nobody is offered half of what was meant.
        """
        found: list[Moment] = []
        for part in re.split(r"\s*(?:[,;\n]|\band\b|\bor\b|·)\s*", text.strip()):
            base = found[-1].at if found and _ALONE.fullmatch(part.strip().lower()) else self.now
            read = self._read(part, base) if part.strip() else None
            if read is None or len(found) == MOST_AT_ONCE:
                return []
            found.append(read)
        return found

    def _read(self, text: str, base: datetime) -> Moment | None:
        """`base` is the day on which an hour alone is meant."""
        if not text.strip() or len(text) > LONGEST:
            return None
        plain = _with_hours(" ".join(text.lower().split()))
        local = base.astimezone(self.zone).replace(tzinfo=None)
        parser = DateDataParser(
            languages=[self.language],
            settings={
                "RELATIVE_BASE": local,
                "PREFER_DATES_FROM": "current_period" if base != self.now else "future",
                "DATE_ORDER": "MDY" if self.month_first else "DMY",
                "RETURN_TIME_AS_PERIOD": True,
            },
        )
        try:
            data = parser.get_date_data(plain)
        except (ValueError, OverflowError):
            return None
        if data.date_obj is None:
            return None
        said: datetime = data.date_obj
        if said.tzinfo is not None:  # an offset was typed
            return Moment(said.astimezone(UTC), has_time=True)
        has_time = data.period == "time"
        wall = said.time() if has_time else time(0)
        at = local_instant(said.date(), wall.replace(second=0, microsecond=0), self.zone)
        return Moment(at, has_time, or_later=has_time and bool(_OR_LATER.search(plain)))


def _with_hours(text: str) -> str:
    """Hours as the library knows them: «at 4» is 16:00, «9.30» is 9:30."""
    text = _LEADING.sub("", text)
    alone = _ALONE.fullmatch(text)
    if alone and not alone[3]:
        return _clock(alone[1], alone[2])
    text = _DOTTED.sub(lambda found: _clock(found[1], found[2], keeps=True), text)
    return _BARE_HOUR.sub(
        lambda found: (
            found[0][: found.start(1) - found.start(0)].replace("at ", "")
            + _clock(found[1], found[2])
        ),
        text,
    )


def _clock(hour: str, minute: str | None, *, keeps: bool = False) -> str:
    number = int(hour)
    is_afternoon = not keeps and 0 < number < _FIRST_HOUR
    return f"{number + 12 * is_afternoon}:{minute or '00'}"
