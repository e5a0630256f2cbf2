"""What a client does about a promise that was not kept, and how it is a week after closing."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import people, psychologist_requests, told
from bot.records.access import Action
from bot.records.cases import ASK_AGAIN_AFTER, Case, CaseState, Since
from bot.records.people import Person
from bot.rules import routing
from bot.rules.measure import Unasked
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now, there_from, who_is_away
from conversations.case_absences import wait_until_return
from conversations.case_alerts import (
    answer_is_late,
    ask_to_look,
    ask_to_read,
    let_go,
    listeners,
    open_button,
    others_to_ask,
    rings_at,
    still_asked,
)
from conversations.case_names import names_of, with_part
from conversations.case_news import tell_client
from conversations.case_promises import look_by, owed_until
from conversations.case_taker import reminded
from conversations.concern_outside import show as show_outside
from conversations.concern_reopening import reopen
from conversations.concern_status import own_case, show
from conversations.menu import keyboard_for
from conversations.outside_practice import outside_buttons
from conversations.unasked import allowed_at

# --- a promise was not kept


def wait(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is not None:
        if case.state is not CaseState.WAITING:
            return show(turn, case)
        asked = still_asked(turn, case)
        names = names_of(asked)
        text = _("All right, it waits.")
        if any(told.is_queued(turn.db, case.alert_topic, each.id) for each in asked):
            text = f"{text} {reminded(turn, names)}"  # it rings when the practice opens
        elif names:
            text = _("All right, it waits. I've reminded {names}.").format(names=names)
        turn.say(wait_until_return(turn, case) or text, topic=case.topic)


def let_read(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    chosen = next((each for each in others_to_ask(turn, case) if each.id == person_id), None)
    if chosen is None or not case.is_open:
        return show(turn, case)
    if case.state is CaseState.TAKEN and not answer_is_late(case):
        return _reads_too(turn, case, chosen) if case.kind is Kind.CONDUCT else show(turn, case)
    _tell_taker_that_another_is_asked(turn, case, chosen)
    let_go(turn, case)
    # The client decided anew: if this promise isn't kept either, they are told, not only the operator.
    case.misses = min(case.misses, routing.ASKED_AT_MOST - 1)
    begins = there_from(turn, chosen)
    until = look_by(turn, case, begins)
    is_anybody_there = begins <= turn.now or bool(still_asked(turn, case))
    if case.due_at is not None and not case.misses and is_anybody_there and case.due_at < until:
        until, begins = case.due_at, turn.now  # what was promised before is no later for that
    owed_until(turn, case, until, begins=begins)
    ask_to_look(turn, case, chosen)
    turn.note("let read", case)
    turn.say(
        _("I've asked {name}. First look by {when}.").format(
            name=called_now(turn, chosen), when=turn.words.near(until, turn.now)
        ),
        topic=case.topic,
    )


def _reads_too(turn: Turn, case: Case, chosen: Person) -> None:
    """Of a wrong-doing the senior psychologist may hear, whoever looks after it (FIELD §4.1)."""
    assert case.taken_by is not None, "a taken case has somebody"
    taker = people.get(turn.db, case.taken_by)
    ask_to_read(turn, case, chosen)
    turn.note("let read", case)
    with turn.speaking_to(taker):
        text = _("{number}: {name} may read it too now.")
        draft = turn.alert(topic=case.news_topic, due_at=rings_at(turn))
        said = text.format(number=case.number, name=chosen.name)
        turn.tell(taker, said, [open_button(case)], draft=draft)
    text = _("I've asked {name} to read it. {taker} looks after it as before.")
    turn.say(text.format(name=called_now(turn, chosen), taker=called(taker.name)), topic=case.topic)


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


# --- a week later


def ask_since(turn: Turn, case: Case) -> None:
    """Once, a week after closing: how is it now? Not while somebody else is still to be met."""
    if case.state is not CaseState.CLOSED or case.since is not None or case.taken_by is None:
        return
    if psychologist_requests.open_search(turn.db, case, turn.now) is not None:
        case.ask_since_at = turn.now + ASK_AGAIN_AFTER
        return
    allowed = allowed_at(turn, Unasked.CASE)
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
            *outside_buttons(turn),
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
    """The button of messages that were sent before it was the same everywhere."""
    if own_case(turn, case_id) is not None:
        show_outside(turn)


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
        "ask_since": Timer(Case.ask_since_at, ask_since, Case.client_id),
    },
    needs=Action.OWN_CASE,
)
