"""What managers read of a CSV file: counts, what would change, which lines can't be used."""

from bot.imports.report import Change, Outcome, Report
from bot.texts import TimeWords, _

_SHOWN = 15
_SHOWN_BAD = 8


def counts(report: Report) -> str:
    """«3 new, 1 moved, 120 as they are»: what is nought isn't named."""
    named = {
        Outcome.CREATED: _("{count} new"),
        Outcome.CHANGED: _("{count} changed"),
        Outcome.MOVED: _("{count} moved"),
        Outcome.CANCELLED: _("{count} cancelled"),
        Outcome.UNCHANGED: _("{count} as they are"),
        Outcome.PAST: _("{count} over already"),
        Outcome.BAD: _("{count} that I can't use"),
    }
    return ", ".join(
        text.format(count=report.number(outcome))
        for outcome, text in named.items()
        if report.number(outcome)
    )


def question(report: Report, *, by_operator: bool) -> str:
    """What a yes would do. No name: other people may see the screen."""
    head = (
        _("Whoever runs the program has a CSV file for me. In it: {counts}.")
        if by_operator
        else _("In the CSV file: {counts}.")
    )
    parts = [head.format(counts=counts(report)), *_told(report), *_bad(report)]
    if report.will_change:
        parts.append(_("Nothing has changed yet. Shall I take it over?"))
    else:
        parts.append(_("There is nothing else in it to take over."))
    return "\n\n".join(parts)


def _told(report: Report) -> list[str]:
    if not report.told:
        return []
    return [_("Clients who would be told of a change: {count}.").format(count=len(report.told))]


def _bad(report: Report) -> list[str]:
    if not report.bad:
        return []
    lines = [
        _("Line {line}: {reason}.").format(line=each.line, reason=each.reason)
        for each in report.bad[:_SHOWN_BAD]
    ]
    more = report.number(Outcome.BAD) - len(lines)
    if more > 0:
        lines.append(_("And {count} more.").format(count=more))
    return ["\n".join(lines)]


def nothing_changes(report: Report) -> str:
    return _("Nothing to change: {counts}.").format(counts=counts(report))


def done(report: Report, double_booked: int) -> str:
    """After it was taken over. What is double booked is said and not refused: there are couples."""
    parts = [_("The CSV file is taken over: {counts}.").format(counts=counts(report))]
    if double_booked:
        clash = _("Sessions to come in which a psychologist sees somebody else as well: {count}.")
        parts.append(clash.format(count=double_booked))
    return "\n\n".join([*parts, *_bad(report)])


def lines(report: Report, words: TimeWords) -> str:
    """What would change, line by line, in local times."""
    said = [_line(each, words) for each in report.changes[:_SHOWN]]
    kinds = (Outcome.CREATED, Outcome.CHANGED, Outcome.MOVED, Outcome.CANCELLED)
    more = sum(report.number(each) for each in kinds) - len(said)
    if more > 0:
        said.append(_("And {count} more.").format(count=more))
    return "\n".join(said) or nothing_changes(report)


def _line(change: Change, words: TimeWords) -> str:
    text = {
        Outcome.CREATED: _("New: {name}, {after}") if change.after else _("New: {name}"),
        Outcome.CHANGED: _("Changed: {name} ({what})"),
        Outcome.MOVED: _("Moved: {name}, {before}, to {after}"),
        Outcome.CANCELLED: _("Cancelled: {name}, {before}"),
    }[change.outcome]
    return text.format(
        name=change.name,
        what=", ".join(change.what),
        before=words.day_and_time(change.before) if change.before else "",
        after=words.day_and_time(change.after) if change.after else "",
    )
