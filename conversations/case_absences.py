"""What somebody's being away does to cases: the next is asked, and who comes back is rung again."""

from datetime import datetime

from bot.buttons import button
from bot.records import access, cases, danger_alerts, outbox, people
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.danger_alerts import DangerAlert
from bot.records.people import Person
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.absences import there_from, who_is_away
from conversations.case_alerts import (
    ask_to_look,
    next_to_ask,
    rings_at,
    step_aside,
    still_asked,
)
from conversations.case_promises import look_by, owed_until


def waits_for(turn: Turn, case: Case) -> list[Person]:
    """Those who were asked and are away, where nobody who was asked is there."""
    if case.state is not CaseState.WAITING or still_asked(turn, case):
        return []
    named = cases.readers(turn.db, case)
    asked = [people.get(turn.db, each.person_id) for each in named if each.asked_at is not None]
    return [each for each in asked if each.is_away(turn.now)]


def wait_until_return(turn: Turn, case: Case) -> str:
    """Where all who were asked are away it waits until the first is back; says so to the client."""
    away = waits_for(turn, case)
    if not away:
        return ""
    begins = min(there_from(turn, each) for each in away)
    until = look_by(turn, case, begins)
    owed_until(turn, case, until, begins=begins)
    return _("All right, it waits. {away} First look by {when}.").format(
        away=who_is_away(turn, away), when=turn.words.near(until, turn.now)
    )


# --- somebody goes away


def goes_away(turn: Turn, person: Person, was_until: datetime | None) -> None:
    """What waits for them goes on to the next; of what they look after they are asked at once."""
    for found in cases.open_to(turn.db, person.id):
        case = cases.lock(turn.db, found)
        if case.state is CaseState.TAKEN and case.taken_by == person.id:
            _ask_to_hand_on(turn, case, person)
        elif case.state is CaseState.WAITING and _is_news(turn, case, person, was_until):
            step_aside(turn, case, person)


def _is_news(turn: Turn, case: Case, person: Person, was_until: datetime | None) -> bool:
    """Whether the client hasn't read it yet: that they are away, or that it takes longer."""
    reader = cases.reader(turn.db, case, person.id)
    if reader is None or reader.away_at is None:
        return True
    is_longer = was_until is not None and there_from(turn, person) > was_until
    return is_longer and not still_asked(turn, case)


def _ask_to_hand_on(turn: Turn, case: Case, person: Person) -> None:
    next_one = next_to_ask(turn, case)
    with turn.speaking_to(person) as words:
        yours = _yours(case, words)
        if next_one is None:
            text = _("Nobody else was named for it. Shall I tell the client that you're away?")
            label = _("Tell the client")
        else:
            text = _("Hand it to {name}, or keep it? The client allowed {name}.")
            text, label = text.format(name=next_one.name), _("Hand it to {name}")
            label = label.format(name=next_one.name)
        turn.tell(
            person,
            f"{yours} {text}",
            [
                button(label, "taking:away", case.id),
                button(_("Keep it"), "away:keep", case.id),
            ],
            draft=turn.alert(topic=case.topic, due_at=_told_at(turn, person)),
        )


def _yours(case: Case, words: TimeWords) -> str:
    if case.answered_at is not None or case.due_at is None:
        return _("{number} is yours, and answered.").format(number=case.number)
    text = _("{number} is yours, answer by {when}.")
    return text.format(number=case.number, when=words.day_and_time(case.due_at))


def _told_at(turn: Turn, person: Person) -> datetime:
    """Who says it themselves reads on at once; somebody else in practice hours."""
    says_so = turn.incoming is not None and turn.person.id == person.id
    return turn.now if says_so else rings_at(turn)


# --- and comes back


def comes_back(turn: Turn, person: Person) -> int:
    """Whatever waits for them rings again, in practice hours; how much waits for them in all."""
    for found in cases.waiting_for(turn.db, person.id):
        case = cases.lock(turn.db, found)
        reader = cases.reader(turn.db, case, person.id)
        if reader is None or not cases.were_asked(turn.db, case):
            continue  # within the minute in which it can be taken back
        was_asked, reader.away_at = reader.asked_at is not None, None
        turn.db.flush()
        if was_asked or (not still_asked(turn, case) and next_to_ask(turn, case) == person):
            outbox.withdraw(turn.db, case.alert_topic, turn.now, person_id=person.id)
            anew = look_by(turn, case)
            owed_until(turn, case, min(case.due_at or anew, anew))
            ask_to_look(turn, case, person)
    theirs = [each for each in cases.open_to(turn.db, person.id) if _is_for(each, person)]
    return len(theirs) + _alerts(turn, person)


def _is_for(case: Case, person: Person) -> bool:
    return case.taken_by is None or case.taken_by == person.id


def _alerts(turn: Turn, person: Person) -> int:
    """How many urgent messages are open that this person may see."""
    roles, action = people.roles_of(turn.db, person), Action.SEE_DANGER_ALERT
    return sum(
        access.reach(turn.db, person, roles, action, DangerAlert, alert.id) is not None
        for alert in danger_alerts.waiting(turn.db)
    )
