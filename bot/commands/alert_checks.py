"""What `check` says of danger alerts: how many to expect, from the practice's own counts."""

from collections.abc import Mapping

from sqlmodel import Session

from bot.clock import Clock
from bot.commands.findings import Finding, ok
from bot.records import people, text_counts
from bot.records.people import Role
from bot.rules.due import day_of
from bot.rules.expected_alerts import Counts, Range, expected, mistaken, share
from bot.rules.triage.danger import Tier
from bot.rules.triage.rates import WORDS_ALONE, WORDS_AND_MODEL, Measured
from bot.settings import Settings

_WHAT = "danger alerts"


def expected_alerts(db: Session, settings: Settings) -> list[Finding]:
    """Nobody switches it on blindly: how often it will ring, and how often for nothing."""
    today = day_of(Clock().now(), settings.practice().zone)
    weeks, texts, high, possible = text_counts.whole_weeks(db, today)
    joined = [each for each in people.holders(db, Role.CLIENT) if each.telegram_id is not None]
    counts = Counts(len(joined), weeks, texts, high, possible)
    if not counts.clients or not counts.weeks:
        return [ok(_WHAT, in_words_without_counts())]
    return [ok(_WHAT, in_words(counts))]


def in_words(counts: Counts) -> str:
    wrote = (
        f"{counts.clients} clients wrote {counts.texts} texts in {counts.weeks} whole weeks, "
        f"{counts.high} with words of danger and {counts.possible} that might be"
    )
    alerts, questions = expected(counts, counts.high), expected(counts, counts.possible)
    wrong = mistaken(counts, _rates()[Tier.HIGH])
    return (
        f"{wrote}; expect {_said(alerts)} alerts and {_said(questions)} questions a week per 100 "
        f"clients. Of the alerts {_said(wrong)} a week may be no danger ({_measured()})"
    )


def in_words_without_counts() -> str:
    rate = share(_rates()[Tier.HIGH].mistaken, _rates()[Tier.HIGH].texts)
    return (
        "no whole week is counted yet. 100 clients who write one text a week each make "
        f"{_said(rate.times(100))} alerts a week that are no danger ({_measured()}), besides those that are"
    )


def _rates() -> Mapping[Tier, Measured]:
    return WORDS_AND_MODEL or WORDS_ALONE


def _measured() -> str:
    found = _rates()[Tier.HIGH]
    by = "word lists and model" if WORDS_AND_MODEL else "word lists"
    return (
        f"our test of the {by}: {found.mistaken} of {found.texts} ordinary texts taken for danger"
    )


def _said(found: Range) -> str:
    return f"{_number(found.low)} to {_number(found.high)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if value < 10 else f"{value:.0f}"
