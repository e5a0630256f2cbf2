"""The short questions in numbers, as a manager reads them beside the week."""

from datetime import datetime, timedelta

from bot.records import check_in_periods, questionnaires
from bot.records.check_in_periods import CheckInPeriod
from bot.rules.check_in_figures import HIGHEST_SAID, LOWEST_SAID, Withheld
from bot.texts import _
from bot.turn import Turn
from conversations.check_in_words import in_reader_s_language

_MIDDAY = timedelta(hours=12)  # so that a day is the same one in the reader's zone


def of_weeks(turn: Turn, since: datetime, until: datetime) -> str:
    """The period that became known in these weeks; empty if none did."""
    check_in_periods.close_all(turn.db, turn.practice.zone, turn.now)
    period = check_in_periods.newest(turn.db)
    return _said(turn, period) if period and since <= period.known_at < until else ""


def newest(turn: Turn) -> str:
    """The last period that is over, or why there is none; empty if nobody was ever asked."""
    reason = check_in_periods.close_all(turn.db, turn.practice.zone, turn.now)
    period = check_in_periods.newest(turn.db)
    if period is not None:
        return _said(turn, period)
    if reason is Withheld.TOO_FEW:
        return _(
            "The short questions aren't shown in numbers yet. That takes whole quarters in which at "
            "least ten clients answered, so that nothing speaks of one person."
        )
    if reason is Withheld.ONE_PSYCHOLOGIST:
        return _(
            "The short questions aren't shown in numbers: most of those who answered see the same "
            "person, and the numbers would be about that person."
        )
    return ""


def _said(turn: Turn, period: CheckInPeriod) -> str:
    found = period.read()
    lines = [
        _("The short questions, {first} to {last}.").format(
            first=turn.words.date(period.begins_at + _MIDDAY),
            last=turn.words.date(period.ends_at - _MIDDAY),
        ),
        _("Asked {count} times or more. About {share} in 10 were answered.").format(
            count=found.asked, share=found.answered_in_ten
        ),
    ]
    for version in dict.fromkeys(each.version for each in found.means):
        lines.append(_heading(turn, version))
        wording = questionnaires.of_version(turn.db, version)
        lines += [
            f"- {in_reader_s_language(wording.item(each.name).sentence)}: {_mean(turn, each.mean)}"
            for each in found.means
            if each.version == version
        ]
    lines.append(
        _(
            "Each line is from at least ten clients, and each client counts once. The numbers say "
            "nothing of one person, and aren't for appraisal."
        )
    )
    return "\n".join(lines)


def _heading(turn: Turn, version: str) -> str:
    first_asked_at = questionnaires.row_of_version(turn.db, version).first_asked_at
    return _("Averages from 0 to 10, in halves, in the words asked since {day}:").format(
        day=turn.words.date(first_asked_at)
    )


def _mean(turn: Turn, mean: float) -> str:
    if mean >= HIGHEST_SAID:
        return _("{mean} or more").format(mean=turn.words.number(mean))
    if mean <= LOWEST_SAID:
        return _("{mean} or less").format(mean=turn.words.number(mean))
    return turn.words.number(mean)
