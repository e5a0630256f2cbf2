"""How a concern stands; more words, and taking it back."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.records import case_entries, cases, outbox, people
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.rules.triage.thanks import is_only_thanks
from bot.texts import _
from bot.turn import Conversation, Turn
from conversations.case_alerts import ask_to_look, move_on
from conversations.case_talk import tell_of_more, tell_of_thanks
from conversations.concern_preview import answer_by, own_draft
from conversations.menu import keyboard_for


def own_case(turn: Turn, case_id: int) -> Case | None:
    """A case that was sent and is theirs; otherwise says that it isn't there."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is None or case.state in (CaseState.DRAFT, CaseState.DROPPED):
        own_draft(turn, case_id)
        return None
    return case


# --- how it stands


def show_how_it_stands(turn: Turn) -> bool:
    """Say how everything stands that this client has said; False if there is nothing."""
    found = cases.of_client(turn.db, turn.person.id, turn.now)
    for case in found:
        show(turn, case)
    return bool(found)


def see(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is not None:
        show(turn, case)


def show(turn: Turn, case: Case) -> None:
    lines = [f"{case.number}. {_state_in_words(turn, case)}", *_last_answer(turn, case)]
    turn.say("\n".join(lines), _buttons(turn, case), topic=case.topic)


def _state_in_words(turn: Turn, case: Case) -> str:
    match case.state:
        case CaseState.WAITING:
            assert case.due_at is not None, "an open case has a next step in time"
            return _("{names} has it. Nobody has taken it on yet. First look by {when}.").format(
                names=asked(turn, case), when=turn.words.day_and_time(case.due_at)
            )
        case CaseState.TAKEN:
            return _taken_in_words(turn, case)
        case CaseState.WITHDRAWN:
            return _("You took it back.")
        case _closed:
            return _("It is closed. You can open it again.")


def _taken_in_words(turn: Turn, case: Case) -> str:
    assert case.taken_by is not None, "somebody took it"
    name = called(people.get(turn.db, case.taken_by).name)
    if case.answered_at is not None:
        return _("{name} looks after it and has written to you.").format(name=name)
    if case.answer_by is None or case.answer_by <= turn.now:
        return _("{name} looks after it. The answer is late; I have said so to {name}.").format(
            name=name
        )
    return _("{name} looks after it. Answer by {when}.").format(
        name=name, when=turn.words.day_and_time(case.answer_by)
    )


def asked(turn: Turn, case: Case) -> str:
    """«Maria and Dr Lindqvist»: who was asked to look."""
    return _(" and ").join(called(each.name) for each in readers_asked(turn, case))


def readers_asked(turn: Turn, case: Case) -> list[Person]:
    named = cases.readers(turn.db, case)
    return [people.get(turn.db, each.person_id) for each in named if each.asked_at is not None]


def _last_answer(turn: Turn, case: Case) -> list[str]:
    """What was written last to the client, for those who get no words by themselves."""
    answers = [
        entry
        for entry in case_entries.of_case(turn.db, case)
        if entry.kind in (EntryKind.ANSWER, EntryKind.TIMES) and entry.sent_at is not None
    ]
    if not answers:
        return []
    name = people.get(turn.db, answers[-1].by_id).name
    return [_("From {name}:\n«{text}»").format(name=name, text=answers[-1].text)]


def _buttons(turn: Turn, case: Case) -> list[Button]:
    anew = button(_("Something else"), "concern:begin")
    if case.state is CaseState.CLOSED:
        return [button(_("Open it again"), "concern_status:more", case.id), anew]
    if case.state is CaseState.WITHDRAWN:
        return [anew]
    return [
        button(_("Add to it"), "concern_status:more", case.id),
        button(_("Take it back"), "concern_status:withdraw", case.id),
        anew,
    ]


# --- more words


def more(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    if case.state is CaseState.WITHDRAWN:
        return show(turn, case)
    turn.ask(
        _("Write it here. {names} reads it.").format(names=asked(turn, case)),
        [button(_("Don't add anything"), "concern_status:see", case.id)],
        then="concern_status:words",
        case_id=case.id,
    )


def words(turn: Turn, text: str, case_id: int) -> None:
    """More words join an open case and open a closed one again."""
    case = own_case(turn, case_id)
    if case is None:
        return
    if case.state is CaseState.WITHDRAWN:
        return show(turn, case)
    add_words(turn, case, text)


def replied(turn: Turn, text: str, case_id: int) -> None:
    """A Telegram reply to any message of the case."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None and case.state is CaseState.DRAFT:
        return _still_a_draft(turn, case)
    words(turn, text, case_id)


def _still_a_draft(turn: Turn, case: Case) -> None:
    turn.say(
        _("That message isn't sent yet. What you wrote now is not in it."),
        [
            button(_("Show it"), "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
    )


def add_words(turn: Turn, case: Case, text: str) -> None:
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.WORDS, text=text, now=turn.now
    )
    entry.sent_at = turn.now
    turn.note("more words", case)
    if is_only_thanks(text):
        return _pass_on_thanks(turn, case)
    if case.state is CaseState.CLOSED:
        return reopen(turn, case, readers_asked(turn, case))
    told = tell_of_more(turn, case)
    if told:
        text = _("Added. It's on its way to {names}.").format(names=told)
    else:
        text = _("Added. It's read together with the rest.")
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


def _pass_on_thanks(turn: Turn, case: Case) -> None:
    """«Thank you» owes nobody an answer and opens nothing again."""
    name = tell_of_thanks(turn, case)
    text = (
        _("I've passed your thanks on to {name}.").format(name=name)
        if name
        else _("Added. It's read together with the rest.")
    )
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


def reopen(turn: Turn, case: Case, readers: Sequence[Person]) -> None:
    """A closed case goes to these readers; the promises begin anew."""
    case.state, case.closed_at, case.ask_since_at = CaseState.WAITING, None, None
    case.taken_by, case.taken_at, case.answered_at = None, None, None
    case.outcome, case.misses = None, 0
    case.look_by = case.due_at = turn.practice.hours.after(turn.now, turn.practice.look_time)
    case.answer_by = answer_by(turn)
    were_asked = [ask_to_look(turn, case, person) for person in readers]
    if not any(were_asked):
        move_on(turn, case)
    turn.say(
        _("It's open again. {names} reads it by {when}.").format(
            names=_(" or ").join(called(each.name) for each in readers),
            when=turn.words.day_and_time(case.look_by),
        ),
        keyboard=keyboard_for(turn),
        topic=case.topic,
    )


# --- taking it back


def withdraw(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    if not case.is_open:
        return show(turn, case)
    was_read = [each for each in cases.readers(turn.db, case) if each.opened_at is not None]
    case.state, case.due_at = CaseState.WITHDRAWN, None
    cases.withdraw_alerts(turn.db, case, turn.now)
    outbox.withdraw(turn.db, case.topic, turn.now)
    turn.note("withdraw case", case)
    names = []
    for each in was_read:
        person = people.get(turn.db, each.person_id)
        names.append(called(person.name))
        with turn.speaking_to(person):
            text = _("{number} was taken back. There is nothing more to do.")
            silent = not turn.practice.hours.is_open(turn.now)
            turn.tell(person, text.format(number=case.number), draft=turn.alert(silent=silent))
    if names:
        text = _("Taken back. {names} had opened it, and is told that you took it back.").format(
            names=_(" and ").join(names)
        )
    else:
        text = _("Taken back. Nobody has read it, and nobody can any more.")
    turn.say(text, keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="concern_status",
    taps={
        "see": see,
        "more": more,
        "withdraw": withdraw,
    },
    steps={"words": words},
    replies={"concern_case": replied},
    needs=Action.OWN_CASE,
)
