"""Cases as a list: what waits for this person, the late ones first; and what was closed lately."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import cases, danger_alerts, people
from bot.records.access import Action
from bot.records.cases import REOPENS_WITHIN, Case, CaseState
from bot.records.danger_alerts import DangerAlert
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

_ALERTS_LISTED = 20  # more buttons than that are no list
PAGE = 10
_BY_WEEKDAY = 6  # days: a weekday alone says which day only within a week


def show(turn: Turn) -> None:
    """What waits for this person: urgent messages, then what is late, then what is due first."""
    shown = _open_page(turn, 0)
    if shown is not None:
        turn.say(*shown)


def page(turn: Turn, number: int) -> None:
    shown = _open_page(turn, number)
    if shown is not None:
        turn.change(*shown)


def closed(turn: Turn, number: int) -> None:
    """What was closed within the time in which more words open it again."""
    found = cases.closed_to(turn.db, turn.person.id, turn.now - REOPENS_WITHIN)
    if not found:
        turn.say(_("Nothing was closed in the last 14 days."), keyboard=keyboard_for(turn))
        return
    number, here = _here(found, number)
    lines = [_("Closed in the last 14 days:"), *(_closed_line(turn, case) for case in here)]
    turn.change(
        "\n".join([*lines, *_which_page(found, number)]),
        [
            *map(_open_button, here),
            *_turning(found, number, "case_list:closed"),
            button(_("What waits"), "case_list:page", 0, also=("back",)),
        ],
    )


# --- a page


def _open_page(turn: Turn, number: int) -> tuple[str, list[Button]] | None:
    """The text and its buttons; None, and said so, where nothing waits."""
    alerts = _alerts(turn)
    found = sorted(cases.open_to(turn.db, turn.person.id), key=lambda case: not is_late(case))
    was_closed = cases.closed_to(turn.db, turn.person.id, turn.now - REOPENS_WITHIN)
    closed_button = [button(_("Closed"), "case_list:closed", 0)] if was_closed else []
    if not found and not alerts:
        keyboard = [] if closed_button else keyboard_for(turn)
        turn.say(_("Nothing waits for you."), closed_button, keyboard=keyboard)
        return None
    number, here = _here(found, number)
    if number > 0:
        alerts = []
    lines = [
        *(_alert_line(turn, alert) for alert in alerts),
        *(_line(turn, case) for case in here),
        *_which_page(found, number),
    ]
    return "\n".join(lines), [
        *(_alert_button(turn, alert) for alert in alerts),
        *map(_open_button, here),
        *_turning(found, number, "case_list:page"),
        *closed_button,
    ]


def _here(found: Sequence[Case], number: int) -> tuple[int, Sequence[Case]]:
    """A page and its cases. Cases are closed meanwhile: a page that is no more is the last."""
    number = min(number, max(0, (len(found) - 1) // PAGE))
    return number, found[number * PAGE : (number + 1) * PAGE]


def _which_page(found: Sequence[Case], number: int) -> list[str]:
    if len(found) <= PAGE:
        return []
    pages = (len(found) + PAGE - 1) // PAGE
    text = _("{count} in all, page {page} of {pages}.")
    return [text.format(count=len(found), page=number + 1, pages=pages)]


def _turning(found: Sequence[Case], number: int, tap: str) -> list[Button]:
    earlier = [button(_("Earlier"), tap, number - 1, also=("back",))] if number > 0 else []
    is_last = (number + 1) * PAGE >= len(found)
    return earlier if is_last else [*earlier, button(_("More"), tap, number + 1, also=("next",))]


def _open_button(case: Case) -> Button:
    return button(_("Open {number}").format(number=case.number), "cases:open", case.id)


# --- urgent messages


def _alerts(turn: Turn) -> list[DangerAlert]:
    """Urgent messages that this person may see and nobody has closed."""
    reached = (
        turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert.id)
        for alert in danger_alerts.waiting(turn.db)
    )
    return [alert for alert in reached if alert is not None][:_ALERTS_LISTED]


def _alert_line(turn: Turn, alert: DangerAlert) -> str:
    when = turn.words.day_and_time(alert.raised_at)
    if alert.opened_by is None:
        return _("Urgent, {when}: nobody has opened it yet").format(when=when)
    name = called(people.get(turn.db, alert.opened_by).name)
    return _("Urgent, {when}: {name} opened it, and it isn't closed").format(when=when, name=name)


def _alert_button(turn: Turn, alert: DangerAlert) -> Button:
    when = turn.words.day_and_time(alert.raised_at)
    return button(_("Open urgent, {when}").format(when=when), "danger_alerts:look", alert.id)


# --- one line


def is_late(case: Case) -> bool:
    """Whether a time that the client was promised has passed, and nothing has followed yet."""
    return case.misses > 0 and case.answered_at is None


def _line(turn: Turn, case: Case) -> str:
    where = _late(turn, case) if is_late(case) else _in_time(turn, case)
    return f"{case.number}: {where} · {age(turn, case)}"


def _late(turn: Turn, case: Case) -> str:
    owes_answer = case.answer_by is not None and case.answer_by <= turn.now
    was_due = case.answer_by if owes_answer or case.taken_by is not None else case.look_by
    when = turn.words.day_and_time(was_due or turn.now)
    if case.taken_by is None and owes_answer:
        return _("late, an answer was due {when}, and nobody looks after it").format(when=when)
    if case.taken_by is None:
        return _("late, first look was due {when}").format(when=when)
    if case.taken_by == turn.person.id:
        return _("late, your answer was due {when}").format(when=when)
    name = called(people.get(turn.db, case.taken_by).name)
    return _("late, {name}'s answer was due {when}").format(name=name, when=when)


def _in_time(turn: Turn, case: Case) -> str:
    if case.state is CaseState.WAITING or case.taken_by is None:
        when = turn.words.day_and_time(case.due_at or turn.now)
        return _("first look by {when}").format(when=when)
    answer_by = turn.words.day_and_time(case.answer_by or case.due_at or turn.now)
    if case.taken_by != turn.person.id:
        name = called(people.get(turn.db, case.taken_by).name)
        if case.answered_at is not None:
            return _("{name} looks after it, answered").format(name=name)
        return _("{name} looks after it, answer by {when}").format(name=name, when=answer_by)
    if case.answered_at is None:
        return _("yours, answer by {when}").format(when=answer_by)
    return _("yours, answered")


def age(turn: Turn, case: Case) -> str:
    """«sent today», «sent Tuesday», and of what is older «12 days old»."""
    sent_at = case.sent_at or case.begun_at
    days = turn.words.days_until(turn.now, sent_at)
    if days == 0:
        return _("sent today")
    if days <= _BY_WEEKDAY:
        return _("sent {weekday}").format(weekday=turn.words.weekday(sent_at))
    return _("{count} days old").format(count=days)


def _closed_line(turn: Turn, case: Case) -> str:
    day = turn.words.day(case.closed_at or turn.now)
    if case.taken_by is None:
        return _("{number}: closed {day}").format(number=case.number, day=day)
    name = called(people.get(turn.db, case.taken_by).name)
    return _("{number}: closed {day} by {name}").format(number=case.number, day=day, name=name)


CONVERSATION = Conversation(
    name="case_list",
    commands={"cases": show},
    words={"Cases": show},
    taps={"page": page, "closed": closed},
    needs=Action.READ_CASE,
)
