"""A case as time passes: who owes something is reminded, and what follows when it didn't come."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import case_entries, cases, people, psychologist_requests, told
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.psychologist_requests import SearchState
from bot.rules import routing
from bot.rules.measure import Unasked
from bot.rules.names import called
from bot.rules.routing import ASKED_AT_MOST, Client
from bot.texts import _
from bot.turn import Turn
from conversations.case_absences import waits_for
from conversations.case_alerts import (
    alarm,
    as_readers,
    ask_first,
    carry_out,
    let_go,
    let_read,
    others_to_ask,
    remind_to_look,
    step_aside,
    still_asked,
    tell_that_it_waits,
)
from conversations.case_news import tell_client
from conversations.case_promises import look_by, nothing_owed, owed_until
from conversations.case_taker import reminded, tell_taker_late, tell_taker_of_promise
from conversations.concern_preview import forget
from conversations.outside_practice import outside_buttons, outside_for_conduct
from conversations.unasked import allowed_at

# --- half way


def half_way(turn: Turn, case: Case) -> None:
    """Half of the time is over in which somebody was to look or to answer.

    Who let it pass again and again is rung at each end of it, and not in between as well.
    """
    is_over = case.due_at is not None and case.due_at <= turn.now  # late: the end has come as well
    if case.misses >= ASKED_AT_MOST or is_over:
        return
    if case.state is CaseState.TAKEN and case.answered_at is None:
        return tell_taker_of_promise(turn, case)
    if case.state is CaseState.WAITING:
        for person in still_asked(turn, case):
            # Who said «Later» gets it back then, and nothing in between.
            if not told.is_queued(turn.db, case.alert_topic, person.id):
                remind_to_look(turn, case, person)


# --- a time has passed


def overdue(turn: Turn, case: Case) -> None:
    """The next step in time of a case, whatever it waits for."""
    match case.state:
        case CaseState.DRAFT:
            _not_finished(turn, case)
        case CaseState.WAITING if not cases.were_asked(turn.db, case):
            ask_first(turn, case)
        case CaseState.WAITING:
            _nobody_looked(turn, case)
        case CaseState.TAKEN if case.answered_at is None:
            _nobody_answered(turn, case)
        case CaseState.TAKEN:
            _nobody_closed(turn, case)
        case _over:
            case.wait_until(None)


def _not_finished(turn: Turn, case: Case) -> None:
    """Words that were not sent: said once, by the measure of what nobody asked for; then dropped."""
    is_over = case.begun_at + cases.DRAFT_WAITS + cases.DRAFT_KEPT_FOR <= turn.now
    if case.misses or is_over or not case_entries.from_client(turn.db, case):
        return forget(turn, case)
    kept_until = turn.now + cases.DRAFT_KEPT_FOR
    case.wait_until(kept_until)
    allowed = allowed_at(turn, Unasked.CASE)
    if allowed is not None and allowed > turn.now:
        case.wait_until(min(allowed, kept_until))
        return
    case.misses = 1
    if allowed is None:
        return
    text = _("Something isn't finished yet. Nothing was sent. I keep it until {day}.")
    turn.say(
        text.format(day=turn.words.day(kept_until)),
        [
            button(_("Show it"), "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
        topic=case.topic,
        is_unasked=True,
    )


def _nobody_looked(turn: Turn, case: Case) -> None:
    case.misses += 1
    follows = routing.nobody_looked(as_readers(turn, case), case.misses, turn.now)
    assert follows.move is not None, "somebody is asked or rung, or nobody can be"
    asked = carry_out(turn, case, follows.move)
    if follows.client is not Client.NOTHING:
        away = next(iter(waits_for(turn, case)), None)
        tell_that_it_waits(turn, case, asked, away=away)
    if follows.alarm:
        _alarm(turn, case)


def _nobody_answered(turn: Turn, case: Case) -> None:
    assert case.taken_by is not None, "a taken case has somebody"
    taker = people.get(turn.db, case.taken_by)
    case.misses += 1
    readers = as_readers(turn, case)
    follows = routing.nobody_answered(readers, taker.id, case.misses, turn.now)
    if follows.steps_aside:
        step_aside(turn, case, taker)
        return
    tell_taker_late(turn, case)
    if follows.move is not None:
        let_go(turn, case)
        asked = carry_out(turn, case, follows.move)
        tell_that_it_waits(turn, case, asked, late=taker)
        return
    owed_until(turn, case, look_by(turn, case))
    if follows.client is Client.ASKED:
        _say_that_the_answer_is_late(turn, case)
    if follows.alarm:
        _alarm(turn, case)


def _nobody_closed(turn: Turn, case: Case) -> None:
    """Answered, and left open for long. Of a search whoever looks is reminded by itself, each week."""
    nothing_owed(turn, case)
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    if search is None or search.state is not SearchState.LOOKING:
        tell_taker_late(turn, case)


def _alarm(turn: Turn, case: Case) -> None:
    """The client was asked often enough: the operator hears that a case waits, and how often.

    With the day: a case that is opened again can wait as often once more, and each alarm goes once.
    """
    alarm(turn, case, f"{case.topic} waits, {case.misses} times, on {turn.now:%Y-%m-%d}")


def _say_that_the_answer_is_late(turn: Turn, case: Case) -> None:
    assert case.taken_by is not None, "a taken case has somebody"
    name = called(people.get(turn.db, case.taken_by).name)
    others = others_to_ask(turn, case)
    if others:
        text = _("You can wait, let somebody else read it, or phone {practice}.")
    else:
        text = _("You can wait, or phone {practice}.")
    wait_button = button(_("Wait"), "concern_later:wait", case.id)
    buttons = [wait_button, *let_read(case, others)] if others else []
    buttons += outside_for_conduct(turn, case) if others else outside_buttons(turn)
    said = _("{name} hasn't answered yet. I'm sorry. {reminded}").format(
        name=name, reminded=reminded(turn, name)
    )
    phone = text.format(practice=turn.practice.name_and_phone)
    tell_client(turn, case, f"{said} {phone}", buttons)


CONVERSATION = Conversation(
    name="case_overdue",
    timers={
        "half_way": Timer(Case.remind_at, half_way, Case.client_id),
        "overdue": Timer(Case.due_at, overdue, Case.client_id),
    },
    needs=Action.OWN_CASE,
)
