"""The bare alert of a case: later, I'm away, hand it on, take it."""

from datetime import datetime, timedelta

from bot.buttons import button
from bot.records import cases, outbox, people, sent_messages
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.outbox import Body, OutboxRow
from bot.rules.names import called
from bot.texts import _
from bot.turn import Conversation, Turn
from conversations.case_alerts import (
    ask_to_look,
    first_name,
    move_on,
    open_button,
    shown_name,
    tell_client,
    tell_that_it_waits,
)
from conversations.concern_preview import answer_by
from conversations.staff.cases import buttons_of, staff_case

_NOT_BEFORE = timedelta(minutes=30)  # «Later» brings it back at the next full hour after this

# --- later, away, somebody else


def later(turn: Turn, case_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None or _is_settled(turn, case):
        return
    back_at = _next_full_hour(turn)
    first_look = turn.words.day_and_time(case.due_at or turn.now)
    draft = turn.alert(topic=case.alert_topic, due_at=back_at)
    text = _("Something for you. First look by {when}.").format(when=first_look)
    away = button(_("I'm away"), "taking:away", case.id)
    turn.tell(turn.person, text, [open_button(case), away], draft=draft)
    left = [each for each in cases.readers(turn.db, case) if each.asked_at is None]
    then = (
        _("{name} is asked; the client allowed that.").format(
            name=people.get(turn.db, left[0].person_id).name
        )
        if left
        else _("the client is told, and can name somebody else.")
    )
    turn.say(
        _(
            "OK, I'll bring it back: {back}. The client hasn't been told anything. "
            "If nobody has looked by {look}: {then}"
        ).format(back=turn.words.soon(back_at, turn.now), look=first_look, then=then)
    )


def _next_full_hour(turn: Turn) -> datetime:
    """The next full hour that is half an hour away at least, in practice hours."""
    earliest = turn.now + _NOT_BEFORE
    hour = earliest.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return turn.practice.hours.next_opening(hour) or hour


def _is_settled(turn: Turn, case: Case) -> bool:
    """Says so if nobody needs to look any more."""
    if case.state is CaseState.WAITING:
        return False
    if case.state is CaseState.TAKEN and case.taken_by is not None:
        name = people.get(turn.db, case.taken_by).name
        turn.say(_("{name} has taken it.").format(name=name), [open_button(case)])
    else:
        turn.say(_("It is closed."), [open_button(case)])
    return True


def away(turn: Turn, case_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None or _is_settled(turn, case):
        return
    asked = step_aside(turn, case, turn.person.id)
    turn.note("away", case)
    if asked is not None:
        turn.say(_("OK. {name} is asked now; the client allowed that.").format(name=asked))
    else:
        turn.say(
            _("OK. The client named nobody else, so I've told the client that you're away. "
              "You can still open it."),
            [open_button(case)],
        )  # fmt: skip


def step_aside(turn: Turn, case: Case, person_id: int) -> str | None:
    """Somebody can't look: the next whom the client named is asked (their name), or the client."""
    reader = cases.reader(turn.db, case, person_id)
    assert reader is not None, "only who was named can step aside"
    reader.away_at = turn.now
    turn.db.flush()
    asked = move_on(turn, case)
    tell_that_it_waits(turn, case, asked, away=people.get(turn.db, person_id))
    return asked.name if asked is not None else None


def hand(turn: Turn, case_id: int, person_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None or _is_settled(turn, case):
        return
    named = cases.reader(turn.db, case, person_id)
    if named is None:  # the client didn't name them: nobody is guessed
        turn.say(_("The client hasn't allowed that. I can't hand it on."), [open_button(case)])
        return
    chosen = people.get(turn.db, person_id)
    if not ask_to_look(turn, case, chosen):
        turn.say(_("{name} can't be reached here.").format(name=chosen.name), [open_button(case)])
        return
    turn.note("hand on", case)
    turn.say(_("{name} has been asked. You can still take it.").format(name=chosen.name))


# --- taking it


def take(turn: Turn, case_id: int) -> None:
    """The first who takes it has it; the client hears it, the others' alerts say so."""
    case = staff_case(turn, case_id)
    if case is None:
        return
    if not cases.take(turn.db, case, turn.person.id, turn.now):
        if case.taken_by == turn.person.id:
            turn.say(_("It's yours already."), [open_button(case)])
        else:
            _is_settled(turn, case)
        return
    case = cases.lock(turn.db, case)
    if case.answer_by is None or case.answer_by <= turn.now:
        case.answer_by = answer_by(turn)
    case.due_at, case.misses = case.answer_by, 0
    turn.note("take case", case)
    cases.withdraw_alerts(turn.db, case, turn.now)
    _say_so_in_alerts(turn, case)
    _tell_that_it_is_taken(turn, case)


def _say_so_in_alerts(turn: Turn, case: Case) -> None:
    for row in sent_messages.sent_about(turn.db, case.alert_topic):
        if row.person_id is None or row.person_id == turn.person.id:
            continue
        with turn.speaking_to(people.get(turn.db, row.person_id)):
            text = _("{name} has taken it.").format(name=turn.person.name)
            outbox.edit(turn.db, row, Body(text), turn.now)


def _tell_that_it_is_taken(turn: Turn, case: Case) -> None:
    client = people.get(turn.db, case.client_id)
    assert case.answer_by is not None, "set when it was taken"
    with turn.speaking_to(client) as words:
        text = _("{name} has your message and is looking after it. Answer by {when}.").format(
            name=called(turn.person.name), when=words.day_and_time(case.answer_by)
        )
        arrives = tell_client(turn, case, text)
    name = first_name(client, case)
    if arrives:
        lines = _("It's yours. {client} now reads: «{text}»").format(client=name, text=text)
    else:
        lines = _("It's yours. {client} can't be reached here; please phone.").format(client=name)
    turn.say(lines, buttons_of(turn, case), topic=case.topic)


# --- an alert or an answer that never arrived


def not_delivered(turn: Turn, row: OutboxRow) -> None:
    """A message about a case will never arrive: an alert moves it on, an answer is told of."""
    parts = (row.topic or "").split(":")
    case = turn.db.get(Case, int(parts[1]))
    if case is None or not case.is_open:
        return
    if row.topic == case.alert_topic and row.person_id is not None:
        if case.state is CaseState.WAITING:
            step_aside(turn, case, row.person_id)
        return
    if row.person_id == case.client_id and case.taken_by is not None:
        taker = people.get(turn.db, case.taken_by)
        with turn.speaking_to(taker):
            shown = shown_name(people.get(turn.db, case.client_id), case)
            text = _("{number}: a message to {client} didn't arrive here. Please phone.")
            turn.tell(taker, text.format(number=case.number, client=shown), [open_button(case)])


CONVERSATION = Conversation(
    name="taking",
    taps={"later": later, "away": away, "hand": hand, "take": take},
    needs=Action.READ_CASE,
)
