"""The bare alert of a case: later, I'm away, take it."""

from datetime import datetime, timedelta

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import cases, outbox, people, sent_messages
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.outbox import Body, OutboxRow
from bot.records.people import Person
from bot.rules.due import next_full_hour
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.by_mail import mail_instead
from conversations.case_alerts import alarm, next_to_ask, open_button, rings_at, step_aside
from conversations.case_names import first_name
from conversations.case_news import tell_client
from conversations.case_promises import answer_by, owed_until
from conversations.staff.case_handing import hand
from conversations.staff.cases import buttons_of, is_anothers, is_settled, staff_case

_LAST_CALL = timedelta(minutes=10)
_NOT_BEFORE = timedelta(minutes=30)  # «Later» brings it back at the next full hour after this

# --- later, away, somebody else


def later(turn: Turn, case_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None or is_settled(turn, case):
        return
    back_at = _back_at(turn, case)
    first_look = turn.words.day_and_time(case.due_at or turn.now)
    outbox.withdraw(turn.db, case.alert_topic, turn.now, person_id=turn.person.id)  # once only
    if back_at != case.due_at:  # when that comes it rings all the same
        draft = turn.alert(topic=case.alert_topic, due_at=back_at)
        text = _("Something for you. First look by {when}.").format(when=first_look)
        away = button(_("I'm away"), "taking:away", case.id)
        turn.tell(turn.person, text, [open_button(case), away], draft=draft)
    back = turn.words.near(back_at, turn.now)
    text = _("OK, I'll bring it back {back}. The client hasn't been told anything.")
    turn.say(text.format(back=back) + "\n" + _if_nobody_looks(turn, case))


def _if_nobody_looks(turn: Turn, case: Case) -> str:
    look_by = turn.words.near(case.due_at or turn.now, turn.now)
    next_one = next_to_ask(turn, case)
    if next_one is None:
        text = _("If nobody takes it by {look}, I tell the client, who can name somebody else.")
        return text.format(look=look_by)
    text = _("If nobody takes it by {look}, I ask {name} too. The client allowed that.")
    return text.format(look=look_by, name=next_one.name)


def _back_at(turn: Turn, case: Case) -> datetime:
    """The next full hour; a little before the first look is due where that is sooner."""
    hour = _next_full_hour(turn)
    if case.due_at is None or hour < case.due_at:
        return hour
    before = case.due_at - _LAST_CALL
    return before if before > turn.now else case.due_at


def _next_full_hour(turn: Turn) -> datetime:
    """The next full hour that is half an hour away at least, in practice hours."""
    hour = next_full_hour(turn.now + _NOT_BEFORE, turn.practice.zone)
    return turn.practice.hours.next_opening(hour) or hour


def away(turn: Turn, case_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None or is_anothers(turn, case):
        return
    reader = cases.reader(turn.db, case, turn.person.id)
    if reader is not None and reader.away_at is not None:  # tapped twice is told once
        turn.say(_("OK, I know that you're away. You can still open it."), [open_button(case)])
        return
    asked, client_knows = step_aside(turn, case, turn.person)
    turn.note("away", case)
    if asked is not None:
        text = _("OK. {name} is asked now. The client allowed that.").format(name=asked.name)
    elif client_knows:
        text = _("OK. I've told the client that you can't look after it, and asked what to do.")
    else:
        text = _("OK, but the client can't be reached here and nobody else was named for it.")
    longer = button(_("Away for longer"), "away:ask", turn.person.id)
    turn.say(text + " " + _("You can still open it."), [open_button(case), longer])


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
            is_settled(turn, case)
        return
    case = cases.lock(turn.db, case)
    if case.answer_by is None or case.answer_by <= turn.now:
        case.answer_by = answer_by(turn, case)
    owed_until(turn, case, case.answer_by)
    case.misses = 0
    reader = cases.reader(turn.db, case, turn.person.id)
    assert reader is not None, "only who was named can take it"
    reader.opened_at, reader.away_at = reader.opened_at or turn.now, None
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
        text = _(
            "{name} has your message and is looking after it. {name} answers by {when}."
        ).format(name=called(turn.person.name), when=words.near(case.answer_by, turn.now))
        arrives = tell_client(turn, case, text)
    name = first_name(client, case, begins=True)
    if arrives:
        lines = _("It's yours. {client} now reads: «{text}»").format(client=name, text=text)
    elif case.with_name:
        lines = _("It's yours. {client} can't be reached here. Please phone.").format(client=name)
    else:
        lines = _("It's yours. {client} can't be reached here now.").format(client=name)
    turn.say(lines, buttons_of(turn, case), topic=case.topic)


# --- an alert or an answer that never arrived


def not_delivered(turn: Turn, row: OutboxRow) -> None:
    """A message about a case will never arrive: an alert moves it on, an answer is told of."""
    parts = (row.topic or "").split(":")
    case = turn.db.get(Case, int(parts[1]))
    if case is None or not case.is_open:
        return
    if row.person_id == case.client_id:
        _answer_never_arrived(turn, case, is_answer=len(parts) > 3)
    elif row.person_id is not None:
        moves_on(turn, case, people.get(turn.db, row.person_id))


def moves_on(turn: Turn, case: Case, person: Person) -> None:
    """Somebody of the staff can't be reached about a case that waits for them: it moves on once."""
    reader = cases.reader(turn.db, case, person.id)
    if reader is None or reader.asked_at is None or reader.away_at is not None:
        return
    waits = case.state is CaseState.WAITING or case.taken_by == person.id
    if case.is_open and waits:
        mail_instead(turn, person, case.topic, rings_at(turn))
        step_aside(turn, case, person)


def _answer_never_arrived(turn: Turn, case: Case, *, is_answer: bool) -> None:
    """Who looks after it is told, in a line that others may see; an answer is still owed."""
    if case.taken_by is None:
        alarm(turn, case, f"{case.topic} can't be told")
        return
    if is_answer and case.state is CaseState.TAKEN:
        case.answered_at = None
        owed_until(turn, case, answer_by(turn, case))
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        if case.with_name:
            text = _("{number}: a message to the client didn't arrive here. Please phone.")
        else:
            text = _("{number}: a message to the client didn't arrive here.")
        draft = turn.alert(topic=case.topic, due_at=rings_at(turn))
        turn.tell(taker, text.format(number=case.number), [open_button(case)], draft=draft)


CONVERSATION = Conversation(
    name="taking",
    taps={"later": later, "away": away, "hand": hand, "take": take},
    needs=Action.READ_CASE,
    behind_code=frozenset({"take", "hand"}),
)
