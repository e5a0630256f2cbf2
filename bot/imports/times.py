"""When a session begins, as a cell says it: ISO 8601 first, else as the practice's country writes."""

import re
from datetime import UTC, date, datetime, time, timedelta

from bot.imports.cells import BadCell, shown
from bot.rules.due import local_instant, shown_at
from bot.rules.practice import Practice
from bot.texts import _

_FURTHEST = timedelta(days=3 * 366)
_OLDEST = 1900  # a year before it is a slip, and days near the year 1 can't be reckoned with
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UTC = re.compile(r"\s*(?:UTC|Z)$", re.IGNORECASE)
_OFFSET = re.compile(r"\s+([+-]\d{2}:?\d{2})$")
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
_LOCAL = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})"
    r"|(?P<day>\d{1,2})[\s-](?P<month>[a-z]{3,9})\.?,?[\s-](?P<year_2>\d{4})"
    r"|(?P<month_3>[a-z]{3,9})\.?\s(?P<day_3>\d{1,2}),?\s(?P<year_3>\d{4})"
    r"),?(?:\s+|t)(?:at\s+)?" + _CLOCK,
    re.IGNORECASE,
)


def instant(text: str, practice: Practice) -> datetime:
    """The instant that is meant. Never a guess: what could be two instants is a bad cell."""
    tidy = _UTC.sub("+00:00", _OFFSET.sub(r"\1", " ".join(text.split())))
    if not tidy:
        raise BadCell(_("it doesn't say when it begins"))
    try:
        said = _iso(tidy) or _local(tidy, practice)
        if said is None:
            raise BadCell(
                _("«{cell}» is no day and time; write 2026-12-08T11:00").format(cell=shown(text))
            )
        if said.year < _OLDEST:
            raise ValueError
        return said.astimezone(UTC) if said.tzinfo else _on_the_wall(said, practice)
    except (ValueError, OverflowError) as error:
        if isinstance(error, BadCell):
            raise
        raise BadCell(
            _("«{cell}» is a time that isn't in the calendar").format(cell=shown(text))
        ) from None


def refuse_far(starts_at: datetime, now: datetime) -> None:
    if starts_at > now + _FURTHEST:
        raise BadCell(_("it begins in more than three years"))


def _iso(text: str) -> datetime | None:
    if len(text) <= len("2026-12-08"):  # a day alone would be midnight because nobody said when
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _local(text: str, practice: Practice) -> datetime | None:
    found = _LOCAL.fullmatch(text)
    if found is None:
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + 12 * found["half"].lower().startswith("p")
    day = _day(found, practice, text)
    return None if day is None else datetime.combine(day, time(hour, int(found["minute"])))


def _day(found: re.Match[str], practice: Practice, text: str) -> date | None:
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if found["a"]:
        return _numbers(found, practice, text)
    month = (found["month"] or found["month_3"])[:3].lower()
    if month not in _MONTHS:
        return None
    year, day = found["year_2"] or found["year_3"], found["day"] or found["day_3"]
    return date(int(year), _MONTHS.index(month) + 1, int(day))


def _numbers(found: re.Match[str], practice: Practice, text: str) -> date:
    """10/12/2026: by the country, and refused where nobody has said which it is."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
    if found["mark"] == ".":  # nobody writes the month first with dots
        return date(year, second, first)
    if not practice.country and first != second and first <= 12 and second <= 12:
        raise BadCell(
            _("«{cell}» can be two days; set PRACTICE_COUNTRY, or write 2026-12-08T11:00").format(
                cell=shown(text)
            )
        )
    is_month_first = practice.month_first if practice.country else second > 12
    return date(year, first, second) if is_month_first else date(year, second, first)


def _on_the_wall(local: datetime, practice: Practice) -> datetime:
    """A time on the practice's clocks; on the night of a change some are none, or two."""
    instants = shown_at(local, practice.zone)
    if len(instants) == 1:
        return instants[0]
    if not instants:
        became = local_instant(local.date(), local.time(), practice.zone)
        raise BadCell(
            _("{time} isn't there on that day: the clocks go forward, and show {then} then").format(
                time=f"{local:%H:%M}", then=f"{became.astimezone(practice.zone):%H:%M}"
            )
        )
    raise BadCell(
        _(
            "{time} comes twice on that day, the clocks go back; write it with an offset, "
            "2026-12-08T11:00+11:00"
        ).format(time=f"{local:%H:%M}")
    )
