"""Closing a case: how it ended, a last line to the client, and once more a week later."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, people, psychologist_requests
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import ASK_AGAIN_AFTER, Case, CaseState, Outcome
from bot.records.people import Person, Telephone
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.case_names import first_name, shown_name
from conversations.case_news import tell_client
from conversations.menu import keyboard_for
from conversations.staff.case_answers import own_taken, own_unsent
from conversations.staff.cases import hearing_buttons
from conversations.staff.hearings import not_heard

_NO_LINE = ("no", "none", "skip")  # typed where a last line was asked for


def close(turn: Turn, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    name = first_name(client, case)
    is_seen = case.about_id is not None and case.about_id == client.psychologist_id
    about = called(people.get(turn.db, case.about_id or 0).name) if is_seen else None
    labels = (
        _("Talked, carries on with {about}").format(about=about) if about else _("Talked"),
        _("Change of {title}").format(title=turn.practice.clinician_title),
        _("Practical matter, settled"),
        _("Goes to somebody outside"),
        _("No answer from {client}").format(client=name),
    )
    # Whoever wishes for somebody else needs no reason, so there is nothing to be heard about.
    unheard = "" if case.kind is Kind.CHANGE else not_heard(turn, case)
    turn.say(
        f"{unheard}\n{_('How did it end?')}".lstrip(),
        [
            *(hearing_buttons(turn, case) if unheard else []),
            *(
                button(label, "case_closing:outcome", case.id, number)
                for number, label in enumerate(labels)
            ),
            button(_("Don't close"), "case_answers:leave_it", case.id),
        ],
    )


def outcome(turn: Turn, case_id: int, number: int) -> None:
    found = own_taken(turn, case_id)
    if found is None or number >= len(Outcome):
        return
    case, client = found
    turn.ask(
        _(
            "A last line to {client}? It is read before «Your message is closed. "
            "You can open it again any time.»"
        ).format(client=first_name(client, case)),
        [
            button(_("Close without a line"), "case_closing:close_now", case.id, number),
            button(_("Don't close"), "case_answers:leave_it", case.id),
        ],
        then="case_closing:line",
        topic=case.topic,
        case_id=case.id,
        number=number,
    )


def line(turn: Turn, text: str, case_id: int, number: int) -> None:
    """Show what goes out, and to whom, before it does: the step may have waited for days. By way of
    a button that is behind the code."""
    found = own_taken(turn, case_id)
    if found is None or number >= len(Outcome):
        return
    case, _client = found
    if text.strip(" .!").casefold() in _NO_LINE:
        turn.next_tap = button("", "case_closing:ask_once_more", case.id, number).data
        return
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.ANSWER, text=text, now=turn.now
    )
    turn.next_tap = button("", "case_closing:show", case.id, entry.id, number).data


def ask_once_more(turn: Turn, case_id: int, number: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    shown = _("No line. Shall I close it?")
    turn.say(
        f"{shown}\n{_goes_to(client, case)}",
        [
            button(_("Close without a line"), "case_closing:close_now", case.id, number),
            button(_("Change"), "case_closing:outcome", case.id, number),
            button(_("Don't close"), "case_answers:leave_it", case.id),
        ],
        topic=case.topic,
    )


def _goes_to(client: Person, case: Case) -> str:
    shown = shown_name(client, case)
    return _("Goes to: {client}, {number}.").format(client=shown, number=case.number)


def show(turn: Turn, case_id: int, entry_id: int, number: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None or found[1].kind is not EntryKind.ANSWER:
        return
    case, entry = found
    goes_to = _goes_to(people.get(turn.db, case.client_id), case)
    turn.say(
        f"«{entry.text}»\n{goes_to}\n" + _("It closes the case."),
        [
            button(_("Send and close"), "case_closing:send", case.id, entry.id, number),
            button(_("Change"), "case_closing:change", case.id, entry.id, number),
            button(_("Don't close"), "case_answers:drop", case.id, entry.id),
        ],
        topic=case.topic,
    )


def send(turn: Turn, case_id: int, entry_id: int, number: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is not None and found[1].kind is EntryKind.ANSWER:
        _close(turn, case_id, number, found[1])


def change(turn: Turn, case_id: int, entry_id: int, number: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is not None:
        turn.db.delete(found[1])
        outcome(turn, case_id, number)


def close_now(turn: Turn, case_id: int, number: int) -> None:
    _close(turn, case_id, number, None)


def _close(turn: Turn, case_id: int, number: int, last_line: CaseEntry | None) -> None:
    found = own_taken(turn, case_id)
    if found is None or number >= len(Outcome):
        return
    case, client = found
    case.state, case.closed_at = CaseState.CLOSED, turn.now
    case.wait_until(None)
    case.outcome = list(Outcome)[number]
    asks_again = case.since is None
    case.ask_since_at = turn.now + ASK_AGAIN_AFTER if asks_again else None
    cases.withdraw_alerts(turn.db, case, turn.now)
    case_entries.take_hearings_back(turn.db, case, turn.now)
    turn.note("close case", case)
    arrives = _tell_client(turn, case, last_line)
    name = first_name(client, case)
    lines = [_("{number} is closed.").format(number=case.number)]
    if arrives and asks_again:
        lines.append(_asks_again(turn, case, client).format(client=name))
    elif not arrives:
        lines.append(_not_told(case).format(client=first_name(client, case, begins=True)))
    lines.append(_("It counts only in the practice's numbers, with no names."))
    turn.say("\n".join(lines), keyboard=keyboard_for(turn))


def _asks_again(turn: Turn, case: Case, client: Person) -> str:
    """Whether it can be asked in a week: not where messages are stopped, or others see them."""
    if client.stopped_at is not None or client.telephone is not Telephone.OWN:
        return _("I can't ask {client} here in a week how it is.")
    if psychologist_requests.open_search(turn.db, case, turn.now) is not None:
        return _("Once {client} has met somebody else, I ask how it is now.")
    return _(
        "I'll ask {client} once, in a week, how it is now. If it isn't sorted, {client} "
        "says who should look at it."
    )


def _not_told(case: Case) -> str:
    if case.with_name:
        return _("{client} can't be reached here. Please phone.")
    return _("{client} can't be reached here, so nobody has said so.")


def _tell_client(turn: Turn, case: Case, last_line: CaseEntry | None) -> bool:
    client = people.get(turn.db, case.client_id)
    with turn.speaking_to(client):
        closed = _("Your message is closed. You can open it again any time.")
        text = closed
        if last_line is not None:
            last_line.sent_at = turn.now
            said = _("From {name}:\n«{text}»").format(name=turn.person.name, text=last_line.text)
            text = f"{said}\n\n{closed}"
        again = [button(_("Open it again"), "concern_status:more", case.id)]
        return tell_client(turn, case, text, again)


CONVERSATION = Conversation(
    name="case_closing",
    taps={
        "close": close,
        "outcome": outcome,
        "show": show,
        "ask_once_more": ask_once_more,
        "send": send,
        "change": change,
        "close_now": close_now,
    },
    steps={"line": line},
    needs=Action.READ_CASE,
    behind_code=frozenset(
        {"close", "outcome", "show", "ask_once_more", "send", "change", "close_now"}
    ),
)
