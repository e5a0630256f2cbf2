"""How a concern stands; more words, and taking it back."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, outbox, people, psychologist_requests, told
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.rules import routing
from bot.rules.names import called
from bot.rules.triage.thanks import is_only_thanks
from bot.texts import _
from bot.turn import Turn
from conversations import another_search
from conversations.absences import called_now
from conversations.case_alerts import answer_is_late, as_readers, let_read, others_to_ask
from conversations.case_asks import answer_buttons, hearing_question
from conversations.case_readers import names_of_readers
from conversations.concern_added import add_words
from conversations.concern_more import (
    ask_before_opening,
    ask_to_open_old,
    say_that_it_is_a_draft,
    say_that_it_went_nowhere,
)
from conversations.concern_next import what_comes_next
from conversations.concern_preview import own_draft, take_back
from conversations.menu import keyboard_for


def own_case(turn: Turn, case_id: int) -> Case | None:
    """A case that was sent and is theirs; otherwise says that it isn't there."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is None or case.state in (CaseState.DRAFT, CaseState.DROPPED):
        own_draft(turn, case_id)
        return None
    return cases.lock(turn.db, case)


# --- how it stands


def show_how_it_stands(turn: Turn) -> bool:
    """Say how everything stands that this client has said; False if there is nothing."""
    found = psychologist_requests.cases_of_client(turn.db, turn.person.id, turn.now)
    for case in found:
        show(turn, case)
    draft = case_entries.unsent_case(turn.db, turn.person.id)
    if draft is not None:
        _show_draft(turn, draft)
    return bool(found) or draft is not None


def _show_draft(turn: Turn, case: Case) -> None:
    until = turn.words.day(case.begun_at + cases.DRAFT_WAITS + cases.DRAFT_KEPT_FOR)
    text = _(
        "You began a message for {names}. It isn't sent, and nobody has read it. "
        "I keep it until {day}."
    )
    turn.say(
        text.format(names=names_of_readers(turn, case), day=until),
        [
            button(_("Show it"), "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
            button(_("Something else"), "concern:begin"),
        ],
        topic=case.topic,
    )


def see(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is not None:
        show(turn, case)


def show(turn: Turn, case: Case) -> None:
    lines = [
        f"{case.number}. {_state_in_words(turn, case)}",
        what_comes_next(turn, case),
        _what_was_given(turn, case),
        *another_search.how_it_stands(turn, case),
        *_last_answer(turn, case),
    ]
    turn.say("\n".join(filter(None, lines)), _buttons(turn, case), topic=case.topic)


def _state_in_words(turn: Turn, case: Case) -> str:
    match case.state:
        case CaseState.WAITING:
            assert case.due_at is not None, "an open case has a next step in time"
            look_by = case.due_at if cases.were_asked(turn.db, case) else case.look_by
            return _("Sent to {names}. Nobody has taken it on yet. First look by {when}.").format(
                names=names_of_readers(turn, case),
                when=turn.words.near(look_by or case.due_at, turn.now),
            )
        case CaseState.TAKEN:
            return _taken_in_words(turn, case)
        case CaseState.WITHDRAWN:
            return _("You took it back.")
        case _closed:
            return _("It is closed. You can open it again.")


def _taken_in_words(turn: Turn, case: Case) -> str:
    assert case.taken_by is not None, "somebody took it"
    taker = people.get(turn.db, case.taken_by)
    name = called_now(turn, taker)
    if case.answered_at is not None:
        return _("{name} looks after it and has written to you.").format(name=name)
    if case.answer_by is None or case.answer_by <= turn.now:
        if told.is_queued(turn.db, case.owed_topic, taker.id):  # it rings when the practice opens
            return _("{name} looks after it. The answer is late.").format(name=called(taker.name))
        return _("{name} looks after it. The answer is late, and I've reminded {name}.").format(
            name=called(taker.name)
        )
    return _("{name} looks after it, and answers by {when}.").format(
        name=name, when=turn.words.near(case.answer_by, turn.now)
    )


def _what_was_given(turn: Turn, case: Case) -> str:
    """That whom it is about got what the client agreed to."""
    asked = case_entries.about_person(turn.db, case, EntryKind.HEARING, case.about_id or 0)
    if not case.is_open or not any(entry.agreed for entry in asked):
        return ""
    about = called(people.get(turn.db, case.about_id or 0).name)
    return _("{name} was given the words that you agreed to, and no more.").format(name=about)


def _last_answer(turn: Turn, case: Case) -> list[str]:
    """What was written last to the client, for those who get no words by themselves."""
    entry = case_entries.last_answer(turn.db, case)
    is_settled = entry is not None and entry.agreed is not None
    if entry is None or is_settled:  # a question that was answered isn't put again
        return []
    if entry.kind is EntryKind.MAY_READ:  # it says itself who asks
        return [entry.text]
    asker = people.get(turn.db, entry.by_id)
    if entry.kind is EntryKind.HEARING and entry.person_id is not None:
        return [hearing_question(asker, people.get(turn.db, entry.person_id), entry.text)]
    name = asker.name
    return [_("From {name}:\n«{text}»").format(name=name, text=entry.text)]


def _is_left_alone(turn: Turn, case: Case) -> bool:
    """Whether nobody whom the client named is left to ask, and nobody has taken it in time."""
    named = as_readers(turn, case)
    nobody_looks = case.misses > 0 or not routing.to_ring_again(named)
    is_late = (case.state is CaseState.WAITING and nobody_looks) or answer_is_late(case)
    return is_late and routing.next_reader(named) is None


def _buttons(turn: Turn, case: Case) -> list[Button]:
    search = another_search.buttons(turn, case)
    anew = button(_("Something else"), "concern:begin")
    if case.state is CaseState.CLOSED:
        return [button(_("Open it again"), "concern_status:more", case.id), *search, anew]
    if case.state is CaseState.WITHDRAWN:
        return [anew]
    entry = case_entries.last_answer(turn.db, case)
    is_asked = entry is not None and entry.is_question and entry.answered_at is None
    return [
        *(answer_buttons(case, entry) if entry is not None and is_asked else []),
        *(let_read(case, others_to_ask(turn, case)) if _is_left_alone(turn, case) else []),
        button(_("Add to it"), "concern_status:more", case.id),
        *search,
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
        _("Write it here. It goes to {names}.").format(names=names_of_readers(turn, case)),
        [button(_("Don't add anything"), "concern_status:see", case.id)],
        then="concern_status:words",
        topic=case.topic,
        case_id=case.id,
        was_closed=case.state is CaseState.CLOSED,
    )


def words(turn: Turn, text: str, case_id: int, was_closed: bool = False) -> None:
    """More words join an open case and open a closed one again."""
    case = own_case(turn, case_id)
    if case is None:
        return
    if case.state is CaseState.WITHDRAWN:
        return say_that_it_went_nowhere(turn)
    if case.state is CaseState.CLOSED and not was_closed:
        return ask_before_opening(turn, case, text)
    add_words(turn, case, text, is_step=True)


def replied(turn: Turn, text: str, case_id: int) -> None:
    """A Telegram reply to any message of the case."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None and case.state is CaseState.DRAFT:
        return say_that_it_is_a_draft(turn, case)
    case = own_case(turn, case_id)
    if case is None:
        return
    if case.state is CaseState.WITHDRAWN:
        return say_that_it_went_nowhere(turn)
    if cases.is_long_closed(case, turn.now) and not is_only_thanks(text):
        return ask_to_open_old(turn, case, text)
    add_words(turn, case, text)


# --- taking it back


def withdraw(turn: Turn, case_id: int) -> None:
    case = own_case(turn, case_id)
    if case is None:
        return
    if not case.is_open:
        return show(turn, case)
    if not cases.were_asked(turn.db, case):
        return take_back(turn, case_id)
    was_read = [
        each
        for each in cases.readers(turn.db, case)
        if each.opened_at is not None or each.person_id == case.taken_by
    ]
    case.state = CaseState.WITHDRAWN
    case.wait_until(None)
    cases.withdraw_alerts(turn.db, case, turn.now)
    outbox.withdraw(turn.db, case.topic, turn.now)
    case_entries.withdraw_messages(turn.db, case, turn.now)
    case_entries.take_hearings_back(turn.db, case, turn.now)
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
        text = _("Taken back. {names} had opened it. I've told {names} that it's over.")
        text = text.format(names=_(" and ").join(names))
    else:
        text = _("Taken back. Nobody has read it, and nobody can any more.")
    turn.say(f"{text} {_what_was_heard(turn, case)}".rstrip(), keyboard=keyboard_for(turn))


def _what_was_heard(turn: Turn, case: Case) -> str:
    """That whom it is about had read what the client agreed to, where that is so."""
    about_id = case.about_id or 0
    asked = case_entries.about_person(turn.db, case, EntryKind.HEARING, about_id)
    if not any(entry.opened_at for entry in asked):
        return ""
    text = _("{name} had read the words that you agreed to.")
    return text.format(name=called(people.get(turn.db, about_id).name))


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
    is_of_concern=True,
)
