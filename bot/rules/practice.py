"""What conversations know of the practice they speak for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.rules.due import Clocks, QuietHours
from bot.rules.durations import Span, parse_duration
from bot.rules.duty import Duty
from bot.rules.questionnaire import OUR_OWN, Questionnaire
from bot.rules.quiet_hours import parse_quiet_hours
from bot.rules.working_hours import WorkingHours


@dataclass(frozen=True)
class LateCancellation:
    """The practice's own rule: how long before a session it begins, and its words for it."""

    notice: timedelta
    words: str


@dataclass(frozen=True, eq=False)  # there is one; what is done beforehand goes by which it is
class Practice:
    name: str
    country: str  # ISO 3166 alpha-2, upper case; empty where nobody has said
    zone: ZoneInfo
    phone: str
    hours: WorkingHours
    lead_times: tuple[timedelta, ...]
    quiet_hours: QuietHours | None
    late_cancellation: LateCancellation | None
    minimum_age: int
    look_time: Span  # until somebody has taken a case on
    answer_time: Span  # until the client has an answer
    region: str = ""  # of the country (VIC, ENG): for its own holidays and complaint offices
    outside_contact: str = ""  # who is no part of the practice and can be turned to
    clinician_title: str = "psychologist"
    check_in_delay: timedelta = timedelta(hours=3)  # after a session's end
    operator_chat: int | None = None
    has_mail: bool = False  # whether there is a server that mails go by
    operator_mail: str = ""  # the address that alarms go to
    staff_lock: timedelta | None = None  # without activity, until a code is asked for
    # What a reminder of this lead time says besides day and time.
    reminder_words: Mapping[timedelta, str] = field(default_factory=dict)
    questionnaire: Questionnaire = OUR_OWN  # what a check-in asks
    danger_answer_time: timedelta = timedelta(minutes=10)  # until silence is told (DESIGN §5)
    on_duty: tuple[Duty, ...] = ()  # empty: managers and senior psychologists in practice hours

    @property
    def month_first(self) -> bool:
        """Whether 10/12 is the 12th of October where the practice is."""
        return self.country in ("US", "CA")

    @property
    def name_and_phone(self) -> str:
        """«Riverside (03 9000 0000)», or the name alone where no number is known."""
        return f"{self.name} ({self.phone})" if self.phone else self.name

    def clocks_for(self, time_zone: str | None, quiet_hours: str | None) -> Clocks:
        """The clocks of a client with this zone and these quiet hours; None: the practice's."""
        zone = ZoneInfo(time_zone) if time_zone else self.zone
        own = self.quiet_hours if quiet_hours is None else parse_quiet_hours(quiet_hours)
        return Clocks(zone, own)


def parse_late_cancellation(text: str) -> LateCancellation | None:
    """Read «48h: We charge half the fee». ValueError with a sentence if it can't be read."""
    if not text.strip():
        return None
    duration, colon, words = text.partition(":")
    if not colon or not words.strip():
        raise ValueError("write the notice, a colon and your words: 48h: We charge half the fee")
    return LateCancellation(parse_duration(duration), words.strip())


def parse_staff_lock(text: str) -> timedelta | None:
    """Read a duration, or «off»: None."""
    is_off = text.strip().lower() in ("off", "none")
    return None if is_off else parse_duration(text) or None
