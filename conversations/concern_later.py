"""A concern as time passes: a promise that was not kept, and how it is a week after closing."""

from datetime import timedelta

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import case_entries, cases, people
from bot.records.access import Action
from bot.records.alarms import raise_alarm
from bot.records.cases import Case, CaseState, Since
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now, there_from, who_is_away
from conversations.case_absences import wait_until_return, waits_for
from conversations.case_alerts import (
    ASKED_AT_MOST,
    answer_is_late,
    ask_first,
    ask_to_look,
    can_be_reached,
    let_go,
    listeners,
    move_on,
    names_of,
    next_to_ask,
    open_button,
    others_to_ask,
    rings_at,
    step_aside,
    still_asked,
    tell_client,
    tell_that_it_waits,
    with_part,
)
from conversations.case_alerts import (
    let_read as let_read_buttons,
)
from conversations.case_taker import tell_taker_late
from conversations.concern_preview import forget
from conversations.concern_reopening import reopen
from conversations.concern_status import own_case, show
from conversations.concern_ways import outside as contact
from conversations.menu import keyboard_for
from conversations.unasked import allowed_at

STALE_AFTER = timedelta(days=14)  # an answered case that nobody closes

# --- a promise was not kept


def wait(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is not None:
        if case.state is not CaseState.WAITING:
            return show(turn, case)
        names = names_of(still_asked(turn, case))
        text = (
            _("All right, it waits. I've reminded {names}.") if names else _("All right, it waits.")
        )
        turn.say(wait_until_return(turn, case) or text.format(names=names), topic=case.topic)


def let_read(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    chosen = next((each for each in others_to_ask(turn, case) if each.id == person_id), None)
    if chosen is None or not (case.state is CaseState.WAITING or answer_is_late(case)):
        return show(turn, case)
    _tell_taker_that_another_is_asked(turn, case, chosen)
    let_go(turn, case)
    case.due_at = turn.practice.hours.after(there_from(turn, chosen), turn.practice.look_time)
    ask_to_look(turn, case, chosen)
    turn.note("let read", case)
    turn.say(
        _("I've asked {name}. First look by {when}.").format(
            name=called_now(turn, chosen), when=turn.words.near(case.due_at, turn.now)
        ),
        topic=case.topic,
    )


def _tell_taker_that_another_is_asked(turn: Turn, case: Case, chosen: Person) -> None:
    if case.taken_by is None:
        return
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        text = _("{number}: {name} has been asked too. You can still take it.").format(
            number=case.number, name=chosen.name
        )
        draft = turn.alert(topic=case.alert_topic, due_at=rings_at(turn))
        turn.tell(taker, text, [open_button(case)], draft=draft)


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
            case.due_at = turn.now + STALE_AFTER
            tell_taker_late(turn, case)
        case _over:
            case.due_at = None


def _not_finished(turn: Turn, case: Case) -> None:
    """Words that were not sent: said once, by the measure of what nobody asked for; then dropped."""
    is_over = case.begun_at + cases.DRAFT_WAITS + cases.DRAFT_KEPT_FOR <= turn.now
    if case.misses or is_over or not case_entries.from_client(turn.db, case):
        return forget(turn, case)
    case.due_at = turn.now + cases.DRAFT_KEPT_FOR
    allowed = allowed_at(turn)
    if allowed is not None and allowed > turn.now:
        case.due_at = min(allowed, case.due_at)
        return
    case.misses = 1
    if allowed is None:
        return
    text = _("Something isn't finished yet. Nothing was sent. I keep it until {day}.")
    turn.say(
        text.format(day=turn.words.day(case.due_at)),
        [
            button(_("Show it"), "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
        topic=case.topic,
        is_unasked=True,
    )


def _nobody_looked(turn: Turn, case: Case) -> None:
    next_one = move_on(turn, case)
    case.misses += 1
    if next_one is not None or case.misses <= ASKED_AT_MOST:
        away = next(iter(waits_for(turn, case)), None)
        tell_that_it_waits(turn, case, next_one, away=away)
    else:
        _alarm(turn, case)


def _nobody_answered(turn: Turn, case: Case) -> None:
    """Who took it on is reminded, and the next whom the client named is asked, else the client.

    Who can't be reached any more, or is away, no longer looks after it.
    """
    assert case.taken_by is not None, "a taken case has somebody"
    case.misses += 1
    case.due_at = turn.practice.hours.after(turn.now, turn.practice.look_time)
    taker = people.get(turn.db, case.taken_by)
    if not can_be_reached(taker) or taker.is_away(turn.now):
        step_aside(turn, case, taker)
        return
    tell_taker_late(turn, case)
    if next_to_ask(turn, case) is not None:
        let_go(turn, case)
        tell_that_it_waits(turn, case, move_on(turn, case), late=taker)
    elif case.misses <= ASKED_AT_MOST:
        _say_that_the_answer_is_late(turn, case)
    else:
        _alarm(turn, case)


def _alarm(turn: Turn, case: Case) -> None:
    """The client was asked often enough: the operator hears that a case waits, and how often."""
    raise_alarm(turn.db, turn.practice, f"{case.topic} waits, {case.misses} times", turn.now)


def _say_that_the_answer_is_late(turn: Turn, case: Case) -> None:
    assert case.taken_by is not None, "a taken case has somebody"
    name = called(people.get(turn.db, case.taken_by).name)
    others = others_to_ask(turn, case)
    if others:
        text = _(
            "{name} hasn't answered yet. I'm sorry. I've reminded {name}. "
            "You can wait, let somebody else read it, or phone {practice}."
        )
    else:
        text = _(
            "{name} hasn't answered yet. I'm sorry. I've reminded {name}. "
            "You can wait, or phone {practice}."
        )
    wait_button = button(_("Wait"), "concern_later:wait", case.id)
    buttons = [wait_button, *let_read_buttons(case, others)] if others else []
    said = text.format(name=name, practice=turn.practice.name_and_phone)
    tell_client(turn, case, said, buttons)


# --- a week later


def ask_since(turn: Turn, case: Case) -> None:
    """Once, a week after closing: how is it now?"""
    if case.state is not CaseState.CLOSED or case.since is not None or case.taken_by is None:
        return
    allowed = allowed_at(turn)
    if allowed != turn.now:
        case.ask_since_at = allowed
        return
    name = called(people.get(turn.db, case.taken_by).name)
    labels = (_("Sorted"), _("Partly"), _("No"), _("I'd rather not say"))
    text = _(
        "You told {name} that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here."
    ).format(name=name)
    tell_client(
        turn,
        case,
        text,
        [
            button(label, "concern_later:since", case.id, number)
            for number, label in enumerate(labels)
        ],
        head=_("A question for you."),
        is_unasked=True,
    )


def since(turn: Turn, case_id: int, number: int) -> None:
    case = own_case(turn, case_id)
    if case is None or number >= len(Since):
        return
    if case.state is not CaseState.CLOSED:  # open again since it was asked
        return show(turn, case)
    case.since = list(Since)[number]
    turn.note("since", case)
    if case.since in (Since.SORTED, Since.UNSAID):
        turn.say(_("Thank you. I won't ask about it again."), keyboard=keyboard_for(turn))
        return
    others = listeners(turn, case.about_id, case.kind)
    parts = [_("I'm sorry it isn't."), who_is_away(turn, others), _("Who should look at it now?")]
    turn.say(
        " ".join(filter(None, parts)),
        [
            *(
                button(with_part(turn, each), "concern_later:look_again", case.id, each.id)
                for each in others
            ),
            *(
                [button(_("Somebody outside the practice"), "concern_later:outside", case.id)]
                if turn.practice.outside_contact
                else []
            ),
            button(_("Nobody for now"), "concern_later:nobody", case.id),
        ],
    )


def look_again(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    may_hear = {each.id for each in listeners(turn, case.about_id, case.kind)}
    if person_id not in may_hear or case.state is not CaseState.CLOSED:
        return show(turn, case)
    reopen(turn, case, [people.get(turn.db, person_id)])


def outside(turn: Turn, case_id: int) -> None:
    if own_case(turn, case_id) is not None:
        turn.say(contact(turn), keyboard=keyboard_for(turn))


def nobody(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is not None:
        again = [button(_("Open it again"), "concern_status:more", case.id)]
        turn.say(_("All right. This button opens it again any time."), again, topic=case.topic)


CONVERSATION = Conversation(
    name="concern_later",
    taps={
        "wait": wait,
        "let_read": let_read,
        "since": since,
        "look_again": look_again,
        "outside": outside,
        "nobody": nobody,
    },
    timers={
        "overdue": Timer(Case.due_at, overdue, Case.client_id),
        "ask_since": Timer(Case.ask_since_at, ask_since, Case.client_id),
    },
    needs=Action.OWN_CASE,
)
