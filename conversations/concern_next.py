"""What comes next for a concern, as its client reads it: never more than will happen by itself."""

from datetime import datetime

from bot.records import case_entries, cases, people
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules import routing
from bot.rules.names import called
from bot.rules.routing import ASKED_AT_MOST
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import as_readers, next_to_ask, still_asked
from conversations.case_names import names_of


def what_comes_next(turn: Turn, case: Case) -> str:
    """One sentence; empty where nothing more is to be said."""
    match case.state:
        case CaseState.WAITING:
            return _if_nobody_takes_it(turn, case)
        case CaseState.TAKEN:
            return _while_taken(turn, case)
        case _over:
            return ""


def _if_nobody_takes_it(turn: Turn, case: Case) -> str:
    next_one = _next_one(turn, case)
    if next_one is not None:
        text = _("If nobody takes it on by then, I ask {name} too, as you allowed.")
        return text.format(name=called(next_one.name))
    if case.misses >= ASKED_AT_MOST:
        return _who_is_reminded(turn, case)
    return _("If nobody takes it on by then, I tell you, and you choose what happens next.")


def _while_taken(turn: Turn, case: Case) -> str:
    assert case.taken_by is not None, "somebody took it"
    name = called(people.get(turn.db, case.taken_by).name)
    last = case_entries.last_answer(turn.db, case)
    call = _agreed_call(turn, case)
    if call is not None:
        when = turn.words.near(call, turn.now)
        return _("{name} calls you: {when}.").format(name=name, when=when)
    if last is not None and last.is_question and last.answered_at is None:
        return _("{name} waits for your answer to the question below.").format(name=name)
    if case.answered_at is not None:
        return _("It stays open. What you add goes to {name}.").format(name=name)
    if case.answer_by is None or case.answer_by <= turn.now:
        return _if_it_stays_late(turn, case)
    return _if_no_answer_comes(turn, case)


def _if_no_answer_comes(turn: Turn, case: Case) -> str:
    next_one = next_to_ask(turn, case)
    if next_one is None:
        return _("If no answer has come by then, I tell you, and you choose what happens next.")
    text = _("If no answer has come by then, I tell you, and ask {name} too, as you allowed.")
    return text.format(name=called(next_one.name))


def _if_it_stays_late(turn: Turn, case: Case) -> str:
    """The promised time is over: the next one is named, and only while it leads to something."""
    if case.misses >= ASKED_AT_MOST or case.due_at is None:
        return _who_is_reminded(turn, case)
    text = _("If none has come by {when}, I tell you, and you choose what happens next.")
    return text.format(when=turn.words.near(case.due_at, turn.now))


def _who_is_reminded(turn: Turn, case: Case) -> str:
    """The client was asked often enough: the next time passes without another word."""
    if case.taken_by is None:
        names = names_of(still_asked(turn, case))
    else:
        names = called(people.get(turn.db, case.taken_by).name)
    phone = _("You can also phone {practice}.").format(practice=turn.practice.name_and_phone)
    if not names:
        return phone
    return _("I go on reminding {names}.").format(names=names) + " " + phone


def _agreed_call(turn: Turn, case: Case) -> datetime | None:
    """When the call is that was agreed last with whoever looks after it, if it is still to come."""
    calls = [
        entry
        for entry in case_entries.from_client(turn.db, case)
        if entry.kind is EntryKind.CALL and entry.times and entry.person_id == case.taken_by
    ]
    agreed = datetime.fromisoformat(calls[-1].times[0]) if calls else turn.now
    return agreed if agreed > turn.now else None


def _next_one(turn: Turn, case: Case) -> Person | None:
    """Who is asked if nobody looks in time; within the first minute nobody was asked at all yet."""
    if cases.were_asked(turn.db, case):
        return next_to_ask(turn, case)
    named = as_readers(turn, case)
    looks_first = next((at for at, each in enumerate(named) if not each.is_away), 0)
    next_id = routing.next_reader(named[looks_first + 1 :])
    return None if next_id is None else people.get(turn.db, next_id)
