"""What `check` says of danger alerts: how many to expect, from the practice's own counts."""

from sqlmodel import Session

from bot.clock import Clock
from bot.commands.findings import Finding, ok, warn
from bot.records import people, text_counts
from bot.records.people import Role
from bot.rules.due import day_of
from bot.rules.expected_alerts import Counts, Range, expected, mistaken, share
from bot.rules.triage.danger import Tier
from bot.rules.triage.rates import Measured, rates_of
from bot.settings import Settings
from bot.triage_model import load_model

_WHAT = "danger alerts"


def expected_alerts(db: Session, settings: Settings) -> list[Finding]:
    """Nobody switches it on blindly: how often it will ring, and how often for nothing."""
    uses_model = settings.triage_model == "on"
    today = day_of(Clock().now(), settings.practice().zone)
    weeks, texts, high, possible = text_counts.whole_weeks(db, today)
    joined = [each for each in people.holders(db, Role.CLIENT) if each.telegram_id is not None]
    counts = Counts(len(joined), weeks, texts, high, possible)
    if not counts.clients or not counts.weeks:
        return [ok(_WHAT, in_words_without_counts(uses_model=uses_model))]
    return [ok(_WHAT, in_words(counts, uses_model=uses_model))]


def recogniser_finding(settings: Settings) -> Finding:
    """Whether what was chosen is what will recognise."""
    what = "recogniser"
    if settings.triage_model == "off":
        return ok(what, "word lists alone (TRIAGE_MODEL=off)")
    try:
        load_model()("hello")
    except Exception as error:  # noqa: BLE001  # whatever it is, the bot would go on without it
        return warn(what, f"the model can't be loaded ({type(error).__name__}): word lists alone")
    return ok(what, "word lists and model")


def in_words(counts: Counts, *, uses_model: bool) -> str:
    wrote = (
        f"{counts.clients} clients wrote {counts.texts} texts in {counts.weeks} whole weeks, "
        f"{counts.high} with words of danger and {counts.possible} that might be"
    )
    alerts, questions = expected(counts, counts.high), expected(counts, counts.possible)
    measured = rates_of(uses_model=uses_model)[Tier.HIGH]
    wrong = mistaken(counts, measured)
    return (
        f"{wrote}; expect {_said(alerts)} alerts and {_said(questions)} questions a week per 100 "
        f"clients. Of the alerts {_said(wrong)} a week may be no danger ({_source(measured)})"
    )


def in_words_without_counts(*, uses_model: bool) -> str:
    measured = rates_of(uses_model=uses_model)[Tier.HIGH]
    rate = share(measured.mistaken, measured.texts)
    return (
        "no whole week is counted yet. 100 clients who write one text a week each make "
        f"{_said(rate.times(100))} alerts a week that are no danger ({_source(measured)}), besides those that are"
    )


def _source(measured: Measured) -> str:
    taken = f"{measured.mistaken} of {measured.texts} ordinary texts taken for danger"
    return f"our test of the {measured.of}: {taken}"


def _said(found: Range) -> str:
    return f"{_number(found.low)} to {_number(found.high)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if value < 10 else f"{value:.0f}"
