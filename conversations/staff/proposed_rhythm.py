"""How often homework is to be asked about: how a psychologist's proposal is said."""

from datetime import datetime

from bot.records.homework import Homework
from bot.rules.homework import Rhythm
from bot.rules.homework_ends import last_day
from bot.texts import TimeWords, _

_MINUTE = 60


def rhythm_label(rhythm: Rhythm) -> str:
    """As it stands on a button."""
    return {
        Rhythm.ONCE: _("Once"),
        Rhythm.DAILY: _("Every day"),
        Rhythm.WEEKDAYS: _("Monday to Friday"),
        Rhythm.WEEKLY: _("Once a week"),
    }[rhythm]


def proposal_words(words: TimeWords, row: Homework, now: datetime) -> str:
    """«every day until you meet», as it stands within a sentence; empty for what comes once."""
    if row.proposed_rhythm is None or row.proposed_rhythm is Rhythm.ONCE:
        return ""
    if row.until_at is None:
        return {
            Rhythm.DAILY: _("every day until you meet"),
            Rhythm.WEEKDAYS: _("Monday to Friday until you meet"),
            Rhythm.WEEKLY: _("once a week until you meet"),
        }[row.proposed_rhythm]
    pattern = {
        Rhythm.DAILY: _("every day until {day}"),
        Rhythm.WEEKDAYS: _("Monday to Friday until {day}"),
        Rhythm.WEEKLY: _("once a week until {day}"),
    }[row.proposed_rhythm]
    return pattern.format(day=words.far_day(last_day(row.until_at), now))


def until_minute(row: Homework) -> int:
    """The end as a button carries it; 0 for the next session."""
    return int(row.until_at.timestamp()) // _MINUTE if row.until_at is not None else 0
