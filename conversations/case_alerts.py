"""Getting a case before somebody: who could hear it, the bare alert, and whom to ask next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.records import cases, outbox, people
from bot.records.alarms import raise_alarm
from bot.records.cases import Case, CaseState
from bot.records.people import Person, Role
from bot.rules import routing
from bot.rules.names import called
from bot.rules.routing import Colleague, Kind, Move, Reader
from bot.texts import _
from bot.turn import Turn
from conversations.absences import sorry, there_from, who_is_away
from conversations.by_mail import mail_instead
from conversations.case_news import tell_client
from conversations.case_promises import answer_by, look_by, owed_until
from conversations.outside_practice import outside_buttons, outside_for_conduct

UNDO = timedelta(seconds=60)


def can_be_reached(person: Person) -> bool:
    return person.telegram_id is not None and person.unreachable_at is None


def listeners(turn: Turn, about_id: int | None, kind: Kind) -> list[Person]:
    """The managers and senior psychologists who may hear this, in the order to offer them."""
    managers = people.holders(turn.db, Role.MANAGER)
    seniors = people.holders(turn.db, Role.SENIOR)
    staff = {each.id: each for each in (*managers, *seniors)}
    colleagues = [
        Colleague(
            id=each.id,
            is_manager=each in managers,
            is_senior=each in seniors,
            can_be_reached=can_be_reached(each),
        )
        for each in staff.values()
    ]
    return [staff[each.id] for each in routing.who_may_hear(colleagues, about_id, kind)]


def rings_at(turn: Turn) -> datetime:
    """When an alert goes out: concerns ring in practice hours only (law 12)."""
    return turn.practice.hours.next_opening(turn.now) or turn.now


# --- asking somebody to look


def ask_to_look(turn: Turn, case: Case, person: Person) -> bool:
    """Name and ask a reader: an alert that says nothing. False if they can't be reached.

    Who is away is rung as they come back (case_absences).
    """
    cases.add_reader(turn.db, case, person.id)
    reader = cases.reader(turn.db, case, person.id)
    assert reader is not None, "named a line ago"
    is_away = person.is_away(turn.now)
    reader.asked_at = reader.asked_at or turn.now
    reader.away_at = turn.now if is_away else None
    return can_be_reached(person) if is_away else ring(turn, case, person)


def ask_to_read(turn: Turn, case: Case, person: Person) -> None:
    """Somebody else looks after it: the client lets this reader see it, who owes nothing by that.

    Who is away is told as the practice opens after their return.
    """
    cases.add_reader(turn.db, case, person.id)
    reader = cases.reader(turn.db, case, person.id)
    assert reader is not None, "named a line ago"
    reader.asked_at, reader.away_at = reader.asked_at or turn.now, None
    back = there_from(turn, person)
    due_at = turn.practice.hours.next_opening(back) or back
    with turn.speaking_to(person):
        draft = turn.alert(topic=case.alert_topic, due_at=due_at)
        turn.tell(person, _("Something for you to read."), [open_button(case)], draft=draft)


def ring(turn: Turn, case: Case, person: Person) -> bool:
    with turn.speaking_to(person):
        return _alert(turn, case, person, _("Something for you. First look by {when}."))


def remind_to_look(turn: Turn, case: Case, person: Person) -> bool:
    with turn.speaking_to(person):
        text = _("Something still waits for you. First look by {when}.")
        return _alert(turn, case, person, text)


def _alert(turn: Turn, case: Case, person: Person, text: str) -> bool:
    with turn.speaking_to(person) as words:
        text = text.format(when=words.day_and_time(case.due_at or turn.now))
        draft = turn.alert(topic=case.alert_topic, due_at=rings_at(turn))
        was_told = turn.tell(person, text, _alert_buttons(case), draft=draft) is not None
    if not was_told:
        mail_instead(turn, person, case.topic, rings_at(turn))
    return was_told


def _alert_buttons(case: Case) -> list[Button]:
    return [
        button(_("Open"), "cases:open", case.id),
        button(_("Later"), "taking:later", case.id),
        button(_("I'm away"), "taking:away", case.id),
    ]


def open_button(case: Case) -> Button:
    return button(_("Open"), "cases:open", case.id)


# --- the next step of a case that nobody has taken on


def move_on(turn: Turn, case: Case) -> Person | None:
    """Ask the next whom the client named; who that is.

    None if nobody is left: then those who were asked are rung again, and the client is asked. If
    nobody can be rung at all the operator is alarmed. Either way the case has a next instant.
    """
    return carry_out(turn, case, routing.move_on(as_readers(turn, case), turn.now))


def carry_out(turn: Turn, case: Case, move: Move) -> Person | None:
    """Ask or ring those of a move, who have their time from then on; who was asked, if anybody."""
    until = look_by(turn, case, move.counts_from)
    owed_until(turn, case, until, begins=move.counts_from)
    arrives = [ring(turn, case, people.get(turn.db, each)) for each in move.ring_again]
    chosen = None if move.ask is None else people.get(turn.db, move.ask)
    if chosen is not None:
        before = still_asked(turn, case)
        arrives.append(ask_to_look(turn, case, chosen))
        _say_who_is_asked_too(turn, case, chosen, before)
    if not any(arrives):
        alarm(turn, case, f"nobody looks at {case.topic}")
    return chosen


def alarm(turn: Turn, case: Case, what: str) -> None:
    """To the operator; who may be whom it is about, and then doesn't read that it is a case (law 7)."""
    knows = case.about_id is None or cases.reader(turn.db, case, case.about_id) is not None
    kept_from = None if knows else people.get(turn.db, case.about_id or 0).telegram_id
    raise_alarm(turn.db, turn.practice, what, turn.now, kept_from=kept_from)


def _say_who_is_asked_too(turn: Turn, case: Case, chosen: Person, before: Sequence[Person]) -> None:
    for person in before:
        with turn.speaking_to(person):
            text = _("{name} has been asked too. You can still take it.").format(name=chosen.name)
            draft = turn.alert(topic=case.alert_topic, due_at=rings_at(turn))
            turn.tell(person, text, [open_button(case)], draft=draft)


def ask_first(turn: Turn, case: Case) -> None:
    """The minute in which it could be taken back is over: the first reader is asked.

    Where the first is away, and the client read so when it was sent, the next is asked without
    another word; without a next it waits as the client was told.
    """
    reader = cases.readers(turn.db, case)[0]
    first = people.get(turn.db, reader.person_id)
    was_said = reader.away_at is not None
    assert case.look_by is not None, "promised when it was sent"
    owed_until(turn, case, case.look_by, begins=there_from(turn, first))
    can_be_asked = ask_to_look(turn, case, first)
    if not can_be_asked or (first.is_away(turn.now) and not was_said):
        step_aside(turn, case, first)
    elif first.is_away(turn.now) and next_to_ask(turn, case) is not None:
        move_on(turn, case)


def step_aside(turn: Turn, case: Case, person: Person) -> tuple[Person | None, bool]:
    """Somebody can't look, or no longer looks after it: the next whom the client named is asked.

    Gives who that is, and whether the client could be told.
    """
    reader = cases.reader(turn.db, case, person.id)
    assert reader is not None, "only who was named can step aside"
    reader.asked_at, reader.away_at = reader.asked_at or turn.now, turn.now
    let_go(turn, case)
    outbox.withdraw(turn.db, case.alert_topic, turn.now, person_id=person.id)
    asked = move_on(turn, case)
    return asked, tell_that_it_waits(turn, case, asked, away=person)


def let_go(turn: Turn, case: Case) -> None:
    """Nobody looks after it any more: who was asked may take it, and then owes an answer."""
    if case.state is CaseState.TAKEN:
        case.state, case.taken_by, case.taken_at = CaseState.WAITING, None, None
        if case.answered_at is not None:  # what was promised before was kept
            case.answered_at = None
            case.look_by, case.answer_by = look_by(turn, case), answer_by(turn, case)
    turn.db.flush()


def answer_is_late(case: Case) -> bool:
    """Whether who took it on has let the time pass by which an answer was promised."""
    return case.state is CaseState.TAKEN and case.answered_at is None and case.misses > 0


def as_readers(turn: Turn, case: Case) -> list[Reader]:
    named = [(each, people.get(turn.db, each.person_id)) for each in cases.readers(turn.db, case)]
    return [
        Reader(
            id=person.id,
            was_asked=each.asked_at is not None,
            is_away=each.away_at is not None or person.is_away(turn.now),
            can_be_reached=can_be_reached(person),
            back_at=person.away_until if person.is_away(turn.now) else None,
        )
        for each, person in named
    ]


def others_to_ask(turn: Turn, case: Case) -> list[Person]:
    """Who could hear this case and was not named for it yet."""
    named = {each.person_id for each in cases.readers(turn.db, case)}
    return [each for each in listeners(turn, case.about_id, case.kind) if each.id not in named]


def tell_that_it_waits(
    turn: Turn, case: Case, asked: Person | None, *,
    away: Person | None = None, late: Person | None = None,
) -> bool:  # fmt: skip
    """Nobody has taken it on in time, or somebody can't or hasn't answered: what the client can do.

    False if the client can't be told.
    """
    client = people.get(turn.db, case.client_id)
    with turn.speaking_to(client) as words:
        said = sorry(turn, words, away=away, late=late)
        if asked is not None:
            more = _("As you allowed, I've asked {name} now.").format(name=called(asked.name))
            return tell_client(turn, case, f"{said}\n{more}")
        others = others_to_ask(turn, case)
        said = f"{said} {who_is_away(turn, others, words)}".rstrip()
        phone = turn.practice.name_and_phone
        if others:
            more = _("You can wait, let somebody else read it, or phone {practice}.")
        else:
            more = _("You can wait, or phone {practice}.")
        buttons = [button(_("Wait"), "concern_later:wait", case.id), *let_read(case, others)]
        buttons += outside_for_conduct(turn, case) if others else outside_buttons(turn)
        return tell_client(turn, case, f"{said}\n{more.format(practice=phone)}", buttons)


def next_to_ask(turn: Turn, case: Case) -> Person | None:
    """Who is asked if nobody looks in time."""
    next_id = routing.next_reader(as_readers(turn, case))
    return None if next_id is None else people.get(turn.db, next_id)


def still_asked(turn: Turn, case: Case) -> list[Person]:
    """Who was asked, can be reached and has not said that they are away."""
    ids = routing.to_ring_again(as_readers(turn, case))
    return [people.get(turn.db, each) for each in ids]


def let_read(case: Case, others: Sequence[Person]) -> list[Button]:
    return [
        button(
            _("Let {name} read it").format(name=called(each.name)),
            "concern_later:let_read",
            case.id,
            each.id,
        )
        for each in others
    ]
