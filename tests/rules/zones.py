"""Every zone of the tz database, the days on which its clocks are changed, and quiet hours, to draw from."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from bot.rules.due import Clocks, QuietHours

FIRST_DAY, LAST_DAY = date(1972, 1, 1), date(2037, 12, 31)
ZONES = sorted(available_timezones())

zones = st.sampled_from(ZONES).map(ZoneInfo)
days = st.dates(FIRST_DAY, LAST_DAY)
walls = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
instants = st.builds(lambda day, wall: datetime.combine(day, wall, UTC), days, walls)
quiet_spans = st.builds(QuietHours, walls, walls).filter(lambda quiet: quiet.begins != quiet.ends)
# What a client can choose: 18 hours at most.
chosen_quiet_spans = st.builds(
    lambda begins, minutes: QuietHours(begins, _after(begins, minutes)),
    walls,
    st.integers(1, 18 * 60),
)
# Besides those that are drawn: a skipped day, skipped and repeated midnights, half an hour, two.
CHANGES = [
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Pacific/Kwajalein", date(1993, 8, 21)),
    ("America/Santiago", date(2026, 9, 6)),
    ("America/Santiago", date(2026, 4, 4)),
    ("Africa/Cairo", date(2026, 4, 24)),
    ("Africa/Cairo", date(2026, 10, 29)),
    ("America/Havana", date(2026, 11, 1)),
    ("America/St_Johns", date(2006, 10, 29)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Antarctica/Troll", date(2026, 3, 29)),
    ("Asia/Pyongyang", date(2018, 5, 5)),
]


def _after(wall: time, minutes: int) -> time:
    minute = (wall.hour * 60 + wall.minute + minutes) % (24 * 60)
    return time(minute // 60, minute % 60)


def offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    offset = instant.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


def changes_of(zone: ZoneInfo, year: int) -> list[date]:
    """The days of a year on which the clocks of a zone are changed."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(366)]
    return [
        later.date() for now, later in pairwise(noons) if offset(now, zone) != offset(later, zone)
    ]


@st.composite
def days_near_a_change(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    """A zone and a day on which, or beside which, its clocks are changed (where they ever are)."""
    if draw(st.booleans()):
        name, day = draw(st.sampled_from(CHANGES))
        zone = ZoneInfo(name)
    else:
        zone, year = draw(zones), draw(st.integers(1973, 2036))
        found = changes_of(zone, year)
        day = draw(st.sampled_from(found)) if found else draw(days)
    return zone, day + timedelta(days=draw(st.integers(-1, 1)))


@st.composite
def clocks_and_instants(
    draw: st.DrawFn, quiet: st.SearchStrategy[QuietHours] = chosen_quiet_spans
) -> tuple[Clocks, datetime]:
    """Somebody's clocks, and an instant within two days of a change of them."""
    zone, day = draw(days_near_a_change())
    wall = datetime.combine(day, draw(walls), UTC)
    span = draw(st.one_of(st.none(), quiet))
    return Clocks(zone, span), wall + timedelta(hours=draw(st.integers(-26, 26)))


def is_quiet(clocks: Clocks, instant: datetime) -> bool:
    """Whether the clocks show a quiet time, reckoned from the wall alone."""
    quiet, shown = clocks.quiet_hours, instant.astimezone(clocks.zone).time()
    if quiet is None:
        return False
    if quiet.begins < quiet.ends:
        return quiet.begins <= shown < quiet.ends
    return shown >= quiet.begins or shown < quiet.ends
