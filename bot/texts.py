"""Words, dates and times in the reader's language and zone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from datetime import time as wall_time
from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations, translation
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

LANGUAGES = ("en",)
LOCALES = Path(__file__).parent / "locales"
_translations: ContextVar[NullTranslations | None] = ContextVar("translations", default=None)
_UNITS = (
    ("duration-day", 86400),
    ("duration-hour", 3600),
    ("duration-minute", 60),
    ("duration-second", 1),
)
_NEAR = timedelta(days=183)
_NARROW_SPACE = "\u202f"  # newer CLDR puts it before am and pm; typed answers have a plain one


def _(message: str) -> str:
    """The message in the language of whoever is spoken to (see `speaking`)."""
    chosen = _translations.get()
    return chosen.gettext(message) if chosen else message


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block `_` speaks this language; one that isn't offered is English."""
    chosen = translation("bot", LOCALES, [language], fallback=True)
    token = _translations.set(chosen)
    try:
        yield
    finally:
        _translations.reset(token)


def in_every_language(message: str) -> list[str]:
    """The message in each language that is offered, English first: who can't read the one that
    they are written to in must be understood all the same."""
    offered = [translation("bot", LOCALES, [each], fallback=True) for each in LANGUAGES]
    return list(dict.fromkeys([message, *(each.gettext(message) for each in offered)]))


def locale_for(language: str, country: str) -> Locale:
    """The language as it is written in the practice's country."""
    try:
        return Locale.parse(f"{language}_{country or 'GB'}")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language if language in LANGUAGES else "en")


class TimeWords:
    """Says instants to one reader: in their language, as their country writes, in their zone."""

    def __init__(self, language: str, country: str, zone: ZoneInfo) -> None:
        self._locale = locale_for(language, country)
        self._zone = zone

    def day(self, instant: datetime) -> str:
        """«Tuesday 8 December»"""
        month_first = self._locale.territory in ("US", "CA")
        # Translators: a date pattern of CLDR; both give weekday, day and month in full.
        pattern = _("EEEE, MMMM d") if month_first else _("EEEE d MMMM")
        return format_datetime(instant, pattern, tzinfo=self._zone, locale=self._locale)

    def date(self, instant: datetime) -> str:
        """«1 October 2026»."""
        return format_date(instant.astimezone(self._zone), "long", locale=self._locale)

    def far_day(self, instant: datetime, now: datetime) -> str:
        """The same; with the year if it is so far away that it could be taken for one of this year."""
        if abs(instant - now) <= _NEAR:
            return self.day(instant)
        return format_skeleton("yMMMMEEEEd", instant, tzinfo=self._zone, locale=self._locale)

    def short_day(self, instant: datetime) -> str:
        """«8 Dec»: where there is little room."""
        return format_skeleton("MMMd", instant, tzinfo=self._zone, locale=self._locale)

    def short_days(self, instants: Sequence[datetime], now: datetime) -> list[str]:
        """The same of each; all with the year, «8 Dec 2026», if one could be taken for one of this year."""
        if all(abs(each - now) <= _NEAR for each in instants):
            return [self.short_day(each) for each in instants]
        return [
            format_skeleton("yMMMd", each, tzinfo=self._zone, locale=self._locale)
            for each in instants
        ]

    def number(self, number: Fraction | float) -> str:
        """«7.25», «8», or «7,25»: with two decimals at most."""
        exact = Fraction(number)
        decimal = Decimal(exact.numerator) / exact.denominator
        return format_decimal(decimal, "0.##", locale=self._locale)

    def time(self, instant: datetime) -> str:
        """«11:00 am»"""
        return self.time_of_day(instant.astimezone(self._zone).time())

    def time_of_day(self, wall: wall_time) -> str:
        """«9:00 pm» for a daily hour, whatever the zone."""
        said = format_time(wall, "short", locale=self._locale).replace(_NARROW_SPACE, " ")
        # Canada writes «a.m.», after which no sentence can end.
        return said.replace("a.m.", "am").replace("p.m.", "pm")

    def lead(self, before: timedelta) -> str:
        """«3 days», «90 minutes», «2 days and 3 hours»: how long before."""
        days, rest = divmod(before, timedelta(days=1))
        if days > 1 and rest:
            parts = [self.lead(timedelta(days=days)), self.lead(rest)]
            return self.listed(parts)
        seconds = int(before.total_seconds())
        unit, size = next((unit, size) for unit, size in _UNITS if seconds % size == 0)
        return format_unit(seconds // size, unit, "long", locale=self._locale)

    def day_and_time(self, instant: datetime) -> str:
        """«Tuesday 8 December, 11:00 am»"""
        return f"{self.day(instant)}, {self.time(instant)}"

    def soon(self, instant: datetime, now: datetime) -> str:
        """The same, with «Today» or «Tomorrow» before it where that is so."""
        today = now.astimezone(self._zone).date()
        match instant.astimezone(self._zone).date() - today:
            case timedelta(days=0):
                pattern = _("Today, {when}")
            case timedelta(days=1):
                pattern = _("Tomorrow, {when}")
            case _other:
                pattern = "{when}"
        return pattern.format(when=self.day_and_time(instant))

    def listed(self, parts: Sequence[str]) -> str:
        """«this, that and the other»"""
        return format_list(list(parts), locale=self._locale)

    def weekday(self, instant: datetime) -> str:
        """«Tuesday»"""
        return format_datetime(instant, "EEEE", tzinfo=self._zone, locale=self._locale)

    def weekday_named(self, number: int) -> str:
        """«Tuesday» of 1: the days count from Monday, 0."""
        return str(self._locale.days["format"]["wide"][number])

    def within(self, instant: datetime, now: datetime) -> str:
        """«tomorrow at 7:00 pm», «on Saturday 5 December at 7:00 pm»: in the middle of a sentence."""
        match self.days_until(instant, now):
            case 0:
                pattern = _("today at {time}")
            case 1:
                pattern = _("tomorrow at {time}")
            case _other:
                pattern = _("on {day} at {time}")
        return pattern.format(day=self.day(instant), time=self.time(instant))

    def days_until(self, instant: datetime, now: datetime) -> int:
        """How many midnights of the reader's lie between."""
        local = (each.astimezone(self._zone).date() for each in (instant, now))
        return (next(local) - next(local)).days

    def hour(self, instant: datetime) -> int:
        """The hour on the reader's clock, 0 to 23."""
        return instant.astimezone(self._zone).hour

    def country(self, code: str) -> str:
        """«Australia» of AU."""
        return str(self._locale.territories.get(code, code))

    def near(self, instant: datetime, now: datetime) -> str:
        """«today, 4:00 pm», «tomorrow, 3:00 pm», else day and time: within a sentence said now."""
        today = now.astimezone(self._zone).date()
        match instant.astimezone(self._zone).date() - today:
            case timedelta(days=0):
                return _("today, {time}").format(time=self.time(instant))
            case timedelta(days=1):
                return _("tomorrow, {time}").format(time=self.time(instant))
            case _other:
                return self.day_and_time(instant)

    def zone_name(self) -> str:
        """«Melbourne»: the city that names the zone."""
        return self._zone.key.rpartition("/")[2].replace("_", " ")
