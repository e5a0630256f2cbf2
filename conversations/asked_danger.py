"""After an outage: danger, asked about once more, at once whatever the hour."""

from collections.abc import Iterator

from bot.buttons import Button, button
from bot.records import danger_alerts, danger_questions, inbox
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.outbox import Priority
from bot.rules.help_lines import help_lines
from bot.texts import _
from conversations.asked_again import Again, Asked, Standing, away, something

_IN_DANGER = ("danger", "danger_question", "call_back", "after_danger")


def danger_again(asked: Asked) -> Again | None:
    """To whoever wrote it the buttons of the help they got, to staff what waits to be opened."""
    return _to_client(asked) or _to_staff(asked)


def _to_client(asked: Asked) -> Again | None:
    """Neutral in its first line, and without a sound where another person may be there."""
    turn = asked.turn
    about = danger_alerts.newest_open(turn.db, turn.person.id) or _question(asked)
    standing = next((each for each in asked.standing if each.has_button_of(*_IN_DANGER)), None)
    if about is None or standing is None or not standing.stood_by(asked.lost_until):
        return None
    if isinstance(about, DangerAlert) and about.says_safe_at is not None:
        return None
    if _done_since(asked, standing):
        return None
    call = _("If you're in danger now, don't wait for me. Call {number}.").format(
        number=help_lines(turn.practice.country).emergency
    )
    draft = turn.alert(silent=about.from_others, priority=Priority.DANGER)
    text = f"{away(asked)}\n\n{call}\n\n{something()}"
    return Again(text, standing.buttons, draft, turn.now)


def _question(asked: Asked) -> DangerQuestion | None:
    """One whose time isn't over: else silence is told at this moment, and says that a tap may be lost."""
    turn = asked.turn
    found = danger_questions.open_of(turn.db, turn.chat_id, turn.person.id)
    is_waiting = found is not None and found.due_at is not None and found.due_at > turn.now
    return found if is_waiting else None


def _done_since(asked: Asked, standing: Standing) -> bool:
    turn = asked.turn
    return inbox.came_since(turn.db, turn.chat_id, standing.prompt.asked_at)


def _to_staff(asked: Asked) -> Again | None:
    turn = asked.turn
    found = list(_unopened(asked))
    if not found or turn.person.is_away(turn.now):
        return None
    draft = turn.alert(priority=Priority.DANGER)
    if len(found) == 1:
        draft = turn.alert(priority=Priority.DANGER, topic=found[0].topic)
    urgent = _("Urgent. Please open now.")
    text = f"{urgent}\n{away(asked)} {something()}"
    return Again(text, [_open(asked, each, len(found)) for each in found], draft, turn.now)


def _unopened(asked: Asked) -> Iterator[DangerAlert]:
    """What nobody has opened, and what they opened themselves and then left."""
    turn = asked.turn
    for alert_id, standing in asked.newest(DangerAlert):
        alert = turn.db.get(DangerAlert, alert_id)
        if alert is None or alert.cleared_at is not None or alert.person_id == turn.person.id:
            continue
        is_theirs = alert.opened_at is None or (
            alert.opened_by == turn.person.id and not _done_since(asked, standing)
        )
        if is_theirs and turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert.id) is not None:
            yield alert


def _open(asked: Asked, alert: DangerAlert, count: int) -> Button:
    label = _("Open")
    if count > 1:
        when = asked.turn.words.day_and_time(alert.raised_at)
        label = _("Open: {when}").format(when=when)
    return button(label, "danger_alerts:look", alert.id)
