"""Telling who looks after a case: the client said more, or something is owed."""

from bot.buttons import button
from bot.records import audit, people, sent_messages
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now
from conversations.case_alerts import open_button, rings_at
from conversations.case_promises import answer_by, owed_until


def tell_of_more(turn: Turn, case: Case, text: str = "") -> str | None:
    """The client has said more: who looks after it is told, and owes an answer; their name.

    None where nobody has taken it on: whoever opens it reads all of it.
    """
    if case.state is not CaseState.TAKEN or case.taken_by is None:
        return None
    taker = people.get(turn.db, case.taken_by)
    if case.answered_at is not None:  # an answer that is owed already is owed by when it was said
        case.answered_at, case.answer_by, case.misses = None, answer_by(turn, case), 0
        owed_until(turn, case, case.answer_by)
    if text or not _rings_already(turn, case, taker):
        with turn.speaking_to(taker):
            text = text or _("{number}: an answer is in.").format(number=case.number)
            draft = turn.alert(topic=case.news_topic, due_at=rings_at(turn))
            turn.tell(taker, text, [open_button(case)], draft=draft)
    return called_now(turn, taker)


def _rings_already(turn: Turn, case: Case, taker: Person) -> bool:
    """Whether an alert of more words is out that was not followed by a look: one is enough."""
    alerted_at = sent_messages.last_told_at(turn.db, case.news_topic, taker.id)
    if alerted_at is None:
        return False
    return not audit.was_done(turn.db, taker.id, "open case", case, since=alerted_at)


def tell_of_thanks(turn: Turn, case: Case) -> str | None:
    """Who looks after it, or did, hears of thanks, without ringing; their name if they do."""
    if case.taken_by is None:
        return None
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        text = _("{number}: a thank-you is in.").format(number=case.number)
        draft = turn.alert(topic=case.topic, due_at=rings_at(turn), silent=True)
        told = turn.tell(taker, text, [open_button(case)], draft=draft)
    return None if told is None else called(taker.name)


def tell_taker_late(turn: Turn, case: Case) -> None:
    """Who took it on is reminded: of an answer that is owed, or of a case that nobody closes."""
    if case.taken_by is None:
        return
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        if case.answered_at is None:
            text = _("{number}: an answer was promised by now. Please open it.")
        else:
            text = _("{number} is still open. Write to the client, or close it.")
        draft = turn.alert(topic=case.owed_topic, due_at=rings_at(turn))
        buttons = [open_button(case), button(_("I'm away"), "taking:away", case.id)]
        turn.tell(taker, text.format(number=case.number), buttons, draft=draft)


def reminded(turn: Turn, name: str) -> str:
    """That who owes it is reminded, as whoever waits for it reads it: when, if it isn't now."""
    rings = rings_at(turn)
    if rings <= turn.now:
        return _("I've reminded {name}.").format(name=name)
    when = turn.words.day_and_time(rings)
    return _("I remind {name} on {when}.").format(name=name, when=when)


def tell_taker_of_promise(turn: Turn, case: Case) -> None:
    """Who took it on is reminded of the answer that is owed, before it is late."""
    if case.taken_by is None or case.answer_by is None:
        return
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker) as words:
        text = _("{number}: an answer was promised by {when}.").format(
            number=case.number, when=words.day_and_time(case.due_at or case.answer_by)
        )
        draft = turn.alert(topic=case.owed_topic, due_at=rings_at(turn))
        buttons = [open_button(case), button(_("I'm away"), "taking:away", case.id)]
        turn.tell(taker, text, buttons, draft=draft)
