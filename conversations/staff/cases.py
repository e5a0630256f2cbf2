"""One case on the staff's side: opened, and what can be done with it."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, people, sent_messages
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached, open_button, others_to_ask
from conversations.case_names import first_name
from conversations.menu import keyboard_for
from conversations.staff.another_wanted import change_buttons
from conversations.staff.case_page import whole
from conversations.staff.hearings import can_be_heard, leave_label, to_be_heard


def staff_case(turn: Turn, case_id: int) -> Case | None:
    """The case if the client named this person for it; otherwise says that it isn't there."""
    case = turn.reach(Action.READ_CASE, Case, case_id)
    if case is None:
        turn.say(
            _("I can't find that any more. It may have been taken back."),
            keyboard=keyboard_for(turn),
        )
        return None
    return cases.lock(turn.db, case)


def is_settled(turn: Turn, case: Case) -> bool:
    """Says so if nobody needs to look any more."""
    if case.state is CaseState.WAITING:
        return False
    if case.state is CaseState.TAKEN and case.taken_by is not None:
        name = people.get(turn.db, case.taken_by).name
        turn.say(_("{name} has taken it.").format(name=name), [open_button(case)])
    else:
        turn.say(_("It is closed."), [open_button(case)])
    return True


def is_anothers(turn: Turn, case: Case) -> bool:
    """Says so if it is not for this person to give it away: who looks after it still may."""
    is_theirs = case.state is CaseState.TAKEN and case.taken_by == turn.person.id
    return not is_theirs and is_settled(turn, case)


# --- looking


def open_case(turn: Turn, case_id: int) -> None:
    """Show it. Opening is noted and tells the client nothing."""
    case = staff_case(turn, case_id)
    if case is None:
        return
    reader = cases.reader(turn.db, case, turn.person.id)
    assert reader is not None, "only who was named gets here"
    reader.opened_at = reader.opened_at or turn.now
    turn.note("open case", case)
    turn.say_protected(whole(turn, case), buttons_of(turn, case), topic=case.topic)


def hide(turn: Turn) -> None:
    """What was opened goes, all of it: a long case is several messages."""
    tapped = turn.incoming.message_id if turn.incoming is not None else None
    if tapped not in sent_messages.protected_in(turn.db, turn.chat_id, turn.now):
        turn.hide()
    sent_messages.take_protected_away(turn.db, turn.chat_id, turn.now)
    turn.has_answered = True


# --- what can be done with it


def buttons_of(turn: Turn, case: Case) -> list[Button]:
    hide = button(_("Hide"), "cases:hide")
    change = change_buttons(turn, case)
    if case.state is CaseState.WAITING:
        return [
            button(_("I'll take it"), "taking:take", case.id),
            *_hand_on_buttons(turn, case),
            hide,
        ]
    if case.state is not CaseState.TAKEN or case.taken_by != turn.person.id:
        return [*change, hide]
    name = first_name(people.get(turn.db, case.client_id), case)
    return [
        button(_("Write to {name}").format(name=name), "case_answers:write", case.id),
        *change,
        button(_("Offer times to talk"), "case_times:offer", case.id),
        *hearing_buttons(turn, case),
        button(_("Note for the file"), "case_answers:note", case.id),
        button(_("Close"), "case_closing:close", case.id),
        *_hand_on_buttons(turn, case),
        button(_("I'm away"), "taking:away", case.id),
        hide,
    ]


def hearing_buttons(turn: Turn, case: Case) -> list[Button]:
    """Whom it is about, heard in person or here, each with the client's leave."""
    about = to_be_heard(turn, case)
    if about is None:
        return []
    leave = button(leave_label(turn, case, about), "case_answers:leave", case.id)
    if not can_be_heard(turn, case):
        return [leave]
    label = _("Hear {about}").format(about=called(about.name))
    return [leave, button(label, "case_hearing:begin", case.id)]


def _hand_on_buttons(turn: Turn, case: Case) -> list[Button]:
    """Those whom the client allowed and who can be reached here; then those to ask about."""
    client = people.get(turn.db, case.client_id)
    allowed = (
        people.get(turn.db, each.person_id)
        for each in cases.readers(turn.db, case)
        if each.asked_at is None or case.state is CaseState.TAKEN
    )
    return [
        *(
            button(_("Hand to {name}").format(name=person.name), "taking:hand", case.id, person.id)
            for person in allowed
            if can_be_reached(person) and person.id != turn.person.id
        ),
        *(
            button(
                _("Ask {client}: may {name} read it?").format(
                    client=first_name(client, case), name=called(person.name)
                ),
                "case_handing:ask",
                case.id,
                person.id,
            )
            for person in not_asked_about(turn, case)
        ),
    ]


def not_asked_about(turn: Turn, case: Case) -> list[Person]:
    """Who could hear it and was not named: the client is asked about each of them once."""
    return [
        person
        for person in others_to_ask(turn, case)
        if not case_entries.about_person(turn.db, case, EntryKind.MAY_READ, person.id)
    ]


CONVERSATION = Conversation(
    name="cases",
    taps={
        "open": open_case,
        "hide": hide,
    },
    needs=Action.READ_CASE,
    behind_code=frozenset({"open"}),
)
