"""Cases on the staff's side: what waits, and one case opened."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, danger_alerts, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.danger_alerts import DangerAlert
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached, first_name
from conversations.case_talk import may_talk, time_words
from conversations.case_words import heading, said
from conversations.menu import keyboard_for
from conversations.staff.another_wanted import change_buttons, change_lines
from conversations.staff.contact_lines import contact_lines

_ALERTS_LISTED = 20  # more buttons than that are no list


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


# --- looking


def show_cases(turn: Turn) -> None:
    """What waits for this person: urgent messages, then what is due first."""
    alerts = _alerts(turn)
    found = cases.open_to(turn.db, turn.person.id)
    if not found and not alerts:
        turn.say(_("Nothing waits for you."), keyboard=keyboard_for(turn))
        return
    turn.say(
        "\n".join(
            [_alert_line(turn, alert) for alert in alerts] + [_line(turn, case) for case in found]
        ),
        [
            *(_alert_button(turn, alert) for alert in alerts),
            *(
                button(_("Open {number}").format(number=case.number), "cases:open", case.id)
                for case in found
            ),
        ],
    )


def _alerts(turn: Turn) -> list[DangerAlert]:
    """Urgent messages that this person may see and nobody has closed."""
    reached = (
        turn.reach(Action.SEE_DANGER_ALERT, DangerAlert, alert.id)
        for alert in danger_alerts.waiting(turn.db)
    )
    return [alert for alert in reached if alert is not None][:_ALERTS_LISTED]


def _alert_line(turn: Turn, alert: DangerAlert) -> str:
    when = turn.words.day_and_time(alert.raised_at)
    if alert.opened_by is None:
        return _("Urgent, {when}: nobody has opened it yet").format(when=when)
    name = called(people.get(turn.db, alert.opened_by).name)
    return _("Urgent, {when}: {name} opened it, and it isn't closed").format(when=when, name=name)


def _alert_button(turn: Turn, alert: DangerAlert) -> Button:
    when = turn.words.day_and_time(alert.raised_at)
    return button(_("Open urgent, {when}").format(when=when), "danger_alerts:look", alert.id)


def _line(turn: Turn, case: Case) -> str:
    when = turn.words.day_and_time(case.due_at or turn.now)
    if case.state is CaseState.WAITING:
        return _("{number}: first look by {when}").format(number=case.number, when=when)
    if case.taken_by != turn.person.id and case.taken_by is not None:
        name = called(people.get(turn.db, case.taken_by).name)
        return _("{number}: {name} looks after it").format(number=case.number, name=name)
    if case.answered_at is None:
        return _("{number}: yours, answer by {when}").format(number=case.number, when=when)
    return _("{number}: yours, answered").format(number=case.number)


def open_case(turn: Turn, case_id: int) -> None:
    """Show it. Opening is noted and tells the client nothing."""
    case = staff_case(turn, case_id)
    if case is None:
        return
    reader = cases.reader(turn.db, case, turn.person.id)
    assert reader is not None, "only who was named gets here"
    reader.opened_at = reader.opened_at or turn.now
    turn.note("open case", case)
    turn.say_protected(_whole(turn, case), buttons_of(turn, case), topic=case.topic)


def _whole(turn: Turn, case: Case) -> str:
    sent = turn.words.day_and_time(case.sent_at or case.begun_at)
    lines = [
        _("{number} · sent {when}").format(number=case.number, when=sent),
        heading(turn, case),
        *(
            _entry(turn, case, entry)
            for entry in case_entries.of_case(turn.db, case)
            if entry.sent_at
        ),
        *_how_to_reach(turn, case),
        "",
        *_what_holds(turn, case),
        *change_lines(turn, case),
    ]
    return "\n".join(lines)


def _how_to_reach(turn: Turn, case: Case) -> list[str]:
    """Nothing of it where the client sent the case without a name."""
    if not case.with_name:
        return []
    sent = (entry for entry in case_entries.of_case(turn.db, case) if entry.sent_at)
    wrote_here = any(entry.kind is EntryKind.CALL for entry in sent)
    return contact_lines(people.get(turn.db, case.client_id), wrote_here=wrote_here)


def _entry(turn: Turn, case: Case, entry: CaseEntry) -> str:
    if entry.kind is EntryKind.SENTENCE:
        return _("«{text}» (chosen sentence)").format(text=entry.text)
    if entry.kind is EntryKind.NOTE:
        return _("Note for the file: {text}").format(text=entry.text)
    if entry.kind is EntryKind.CALL and (caller := _whose_call(turn, case, entry)) is not None:
        name = called(people.get(turn.db, caller).name)
        return _("A number for a call; only {name} sees it.").format(name=name)
    if entry.by_id == case.client_id:
        return said(entry)
    name = called(people.get(turn.db, entry.by_id).name)
    times = " · ".join(time_words(turn.words, entry))
    line = _("{name} wrote: «{text}»").format(name=name, text=entry.text)
    return f"{line} {times}".rstrip()


def _whose_call(turn: Turn, case: Case, call: CaseEntry) -> int | None:
    """Who else the number was given to: whoever offered the times. None where all may read it."""
    offers = [
        entry.by_id
        for entry in case_entries.of_case(turn.db, case)
        if entry.kind is EntryKind.TIMES and entry.sent_at and entry.id < call.id
    ]
    return None if not offers or offers[-1] == turn.person.id else offers[-1]


def _what_holds(turn: Turn, case: Case) -> list[str]:
    """What the client was promised, and what the psychologist knows."""
    lines = []
    if case.state is CaseState.WAITING and case.look_by and case.answer_by:
        promised = _("Promised: first look by {look}, answer by {answer}.")
        lines.append(
            promised.format(
                look=turn.words.day_and_time(case.look_by),
                answer=turn.words.day_and_time(case.answer_by),
            )
        )
    if case.state is CaseState.TAKEN and case.taken_by is not None:
        name = called(people.get(turn.db, case.taken_by).name)
        lines.append(_("{name} looks after it.").format(name=name))
    if case.state is CaseState.TAKEN and case.answered_at is None and case.answer_by is not None:
        answer = turn.words.day_and_time(case.answer_by)
        lines.append(_("Promised: an answer by {answer}.").format(answer=answer))
    if case.state is CaseState.CLOSED:
        lines.append(_("It is closed."))
    if case.about_id is not None and case.about_id != turn.person.id:
        about = called(people.get(turn.db, case.about_id).name)
        if cases.reader(turn.db, case, case.about_id) is None:
            told = (
                _("I've told {name} nothing. The client says that you may talk with {name}.")
                if may_talk(turn, case)
                else _("I've told {name} nothing. Please say nothing before the client says yes.")
            )
            lines.append(told.format(name=about))
    return lines


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
        *_leave_button(turn, case, name),
        button(_("Note for the file"), "case_answers:note", case.id),
        button(_("Close"), "case_closing:close", case.id),
        *_hand_on_buttons(turn, case),
        button(_("I'm away"), "taking:away", case.id),
        hide,
    ]


def _hand_on_buttons(turn: Turn, case: Case) -> list[Button]:
    """Only those whom the client allowed, and who can be reached here."""
    return [
        button(_("Hand to {name}").format(name=person.name), "taking:hand", case.id, person.id)
        for person in (
            people.get(turn.db, each.person_id)
            for each in cases.readers(turn.db, case)
            if each.asked_at is None
        )
        if can_be_reached(person)
    ]


def _leave_button(turn: Turn, case: Case, name: str) -> list[Button]:
    if case.about_id is None or cases.reader(turn.db, case, case.about_id) is not None:
        return []
    about = called(people.get(turn.db, case.about_id).name)
    label = _("Ask {name}: may I talk with {about}?").format(name=name, about=about)
    return [button(label, "case_answers:leave", case.id)]


def hide(turn: Turn) -> None:
    turn.hide()


CONVERSATION = Conversation(
    name="cases",
    commands={"cases": show_cases},
    words={"Cases": show_cases},
    taps={
        "open": open_case,
        "hide": hide,
    },
    needs=Action.READ_CASE,
    behind_code=frozenset({"open"}),
)
