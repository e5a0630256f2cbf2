"""Writing to a client in a case: a line, a question, a note for the file; delivered or not."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import case_entries, outbox, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.outbox import OutboxRow
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import open_button
from conversations.case_asks import answer_buttons
from conversations.case_names import first_name, shown_name
from conversations.case_news import tell_client
from conversations.case_promises import nothing_owed
from conversations.case_talk import time_words
from conversations.menu import keyboard_for
from conversations.staff.cases import buttons_of, staff_case

_SENT_FROM_HERE = (EntryKind.ANSWER, EntryKind.TIMES, EntryKind.LEAVE)


def own_taken(turn: Turn, case_id: int) -> tuple[Case, Person] | None:
    """The case and its client if this person looks after it; otherwise says what it needs."""
    case = staff_case(turn, case_id)
    if case is None:
        return None
    client = people.get(turn.db, case.client_id)
    if case.state is CaseState.TAKEN and case.taken_by == turn.person.id:
        return case, client
    if case.state is CaseState.WAITING:
        text = _("Nobody has taken {number} on yet. Take it first, then write.")
    elif case.state is CaseState.TAKEN and case.taken_by is not None:
        taker = people.get(turn.db, case.taken_by)
        text = _("{name} looks after {number}. Nothing was sent.").format(
            name=taker.name, number=case.number
        )
    else:
        text = _("{number} is closed. Nothing was sent.")
    turn.say(text.format(number=case.number), [open_button(case)])
    return None


# --- a line


def write(turn: Turn, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    turn.ask(
        _("Write it here. {client} reads it with your name, after you have seen it.").format(
            client=first_name(client, case, begins=True)
        ),
        [button(_("Don't write"), "case_answers:leave_it", case.id)],
        then="case_answers:line",
        topic=case.topic,
        case_id=case.id,
    )


def line(turn: Turn, text: str, case_id: int) -> None:
    """Also a Telegram reply to any message of the case. Shown by a button behind the code."""
    found = own_taken(turn, case_id)
    if found is not None:
        case, _client = found
        entry = case_entries.add(
            turn.db, case, by_id=turn.person.id, kind=EntryKind.ANSWER, text=text, now=turn.now
        )
        turn.next_tap = button("", "case_answers:show", case.id, entry.id).data


def show(turn: Turn, case_id: int, entry_id: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is not None and found[1].kind in _SENT_FROM_HERE:
        show_before_sending(turn, *found)


def show_before_sending(turn: Turn, case: Case, entry: CaseEntry) -> None:
    """What goes out, and to whom: a line in the wrong case can't be taken back."""
    client = shown_name(people.get(turn.db, case.client_id), case)
    goes_to = _("Goes to: {client}, {number}.").format(client=client, number=case.number)
    times = " · ".join(time_words(turn.words, entry))
    shown = "\n".join(filter(None, [f"«{entry.text}»", times, goes_to]))
    more_times = [button(_("Another time too"), "case_times:days", case.id, entry.id)]
    turn.say(
        shown,
        [
            button(_("Send"), "case_answers:send", case.id, entry.id),
            *(more_times if entry.kind is EntryKind.TIMES else []),
            button(_("Change"), "case_answers:change", case.id, entry.id),
            button(_("Don't send"), "case_answers:drop", case.id, entry.id),
        ],
        topic=case.topic,
    )


def own_unsent(turn: Turn, case_id: int, entry_id: int) -> tuple[Case, CaseEntry] | None:
    """An entry of theirs that isn't sent; otherwise says so."""
    found = own_taken(turn, case_id)
    if found is None:
        return None
    case, _client = found
    entries = case_entries.of_case(turn.db, case)
    entry = next((each for each in entries if each.id == entry_id), None)
    if entry is None or entry.by_id != turn.person.id:
        turn.say(_("That wasn't sent, and I no longer have it."), [open_button(case)])
        return None
    if entry.sent_at is not None:
        turn.say(_("That is sent already."), [open_button(case)])
        return None
    return case, entry


def send(turn: Turn, case_id: int, entry_id: int) -> None:
    """What is to be heard has its own way out."""
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    if entry.kind in _SENT_FROM_HERE:
        return send_entry(turn, case, entry)
    turn.say(_("I can't find that any more."), [open_button(case)])


def send_entry(turn: Turn, case: Case, entry: CaseEntry) -> None:
    """It goes to the client; that it arrived is told when it has (see `delivered`)."""
    client = people.get(turn.db, case.client_id)
    with turn.speaking_to(client):
        text = _("From {name}:\n«{text}»").format(name=turn.person.name, text=entry.text)
        arrives = tell_client(
            turn,
            case,
            text,
            answer_buttons(case, entry),
            head=_("There's an answer for you."),
            topic=entry.topic,
            wants_receipt=True,
        )
    name = first_name(client, case, begins=True)
    if not arrives:
        text = (
            _("{client} can't be reached here, so this did not go out. Please phone.")
            if case.with_name
            else _("{client} can't be reached here now, so this did not go out.")
        )
        turn.say(text.format(client=name), buttons_of(turn, case), topic=case.topic)
        return
    entry.sent_at = turn.now
    note_answered(turn, case)
    turn.note(f"send {entry.kind.value}", case)
    name = first_name(client, case)
    text = _("It's on its way to {client}. I'll tell you when it's there.")
    turn.say(text.format(client=name), keyboard=keyboard_for(turn), topic=case.topic)


def note_answered(turn: Turn, case: Case) -> None:
    """Nothing is owed to the client now, until they say more."""
    case.answered_at, case.misses = turn.now, 0
    outbox.withdraw(turn.db, case.owed_topic, turn.now)
    nothing_owed(turn, case)


def delivered(turn: Turn, row: OutboxRow) -> None:
    """Telegram has taken an answer: who wrote it is told."""
    case, entry = _of_topic(turn, row.topic or "")
    if case is None or entry is None:
        return
    writer = people.get(turn.db, entry.by_id)
    client = first_name(people.get(turn.db, case.client_id), case)
    with turn.speaking_to(writer) as words:
        text = _("Delivered {time}. Nothing for you to do until {client} answers.").format(
            time=words.time(row.settled_at or turn.now), client=client
        )
        silent = not turn.practice.hours.is_open(turn.now)
        turn.tell(writer, text, draft=turn.alert(silent=silent, topic=case.topic))


def _of_topic(turn: Turn, topic: str) -> tuple[Case | None, CaseEntry | None]:
    """The case and entry that a message's topic names («concern_case:5:entry:9»)."""
    parts = topic.split(":")
    if len(parts) != 4 or parts[0] != Case.__tablename__:
        return None, None
    return turn.db.get(Case, int(parts[1])), turn.db.get(CaseEntry, int(parts[3]))


def change(turn: Turn, case_id: int, entry_id: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    turn.db.delete(entry)
    write(turn, case.id)


def drop(turn: Turn, case_id: int, entry_id: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    turn.db.delete(entry)
    leave_it(turn, case.id)


def leave_it(turn: Turn, case_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is not None:
        turn.say(_("All right. Nothing was sent."), buttons_of(turn, case), topic=case.topic)


# --- may I talk with the psychologist?


def leave(turn: Turn, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, _client = found
    if case.about_id is None:
        return
    about = called(people.get(turn.db, case.about_id).name)
    entry = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.LEAVE,
        text=_("May I talk with {about} about this? I won't before you answer.").format(
            about=about
        ),
        now=turn.now,
    )
    show_before_sending(turn, case, entry)


# --- a note for the file


def note(turn: Turn, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    turn.ask(
        _("Write the note. It is not sent. {client} sees it only in a copy of their data.").format(
            client=first_name(client, case, begins=True)
        ),
        [button(_("Don't write"), "case_answers:leave_it", case.id)],
        then="case_answers:note_line",
        topic=case.topic,
        case_id=case.id,
    )


def note_line(turn: Turn, text: str, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.NOTE, text=text, now=turn.now
    )
    entry.sent_at = turn.now
    if case_entries.from_client(turn.db, case)[-1].kind is EntryKind.CALL:
        note_answered(turn, case)  # they talked: what was owed was the call
    elif case.answered_at is not None:
        nothing_owed(turn, case)  # somebody works on it
    turn.note("note", case)
    turn.say(
        _(
            "Kept as a note. {client} doesn't see it in the chat, but would see it in a copy "
            "of their data."
        ).format(client=first_name(client, case, begins=True)),
        buttons_of(turn, case),
        topic=case.topic,
    )


CONVERSATION = Conversation(
    name="case_answers",
    taps={
        "write": write,
        "show": show,
        "send": send,
        "change": change,
        "drop": drop,
        "leave_it": leave_it,
        "leave": leave,
        "note": note,
    },
    steps={"line": line, "note_line": note_line},
    timers={"delivered": Timer(OutboxRow.receipt_due_at, delivered)},
    replies={"concern_case": line},
    needs=Action.READ_CASE,
    behind_code=frozenset({"write", "show", "send", "change", "drop", "leave_it", "leave", "note"}),
)
