"""Handing a case on with a note, and asking the client whether somebody else may read it too."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import away_until
from conversations.case_alerts import ask_to_look, can_be_reached, let_go, open_button
from conversations.case_asks import answer_buttons, may_read_question
from conversations.case_names import first_name
from conversations.case_news import tell_client
from conversations.case_promises import look_by, nothing_owed, owed_until
from conversations.menu import keyboard_for
from conversations.staff.cases import is_anothers, not_asked_about, staff_case

# --- to somebody whom the client allowed


def hand(turn: Turn, case_id: int, person_id: int) -> None:
    """Ask for a note first: whoever gets it then need not ask what was done so far."""
    found = _to_hand(turn, case_id, person_id)
    if found is None:
        return
    case, chosen = found
    client = first_name(people.get(turn.db, case.client_id), case, begins=True)
    turn.ask(
        _(
            "A note for {name}? Write it here. Only staff who may read this case see it. "
            "{client} would see it in a copy of their data."
        ).format(name=chosen.name, client=client),
        [
            button(
                _("Hand on without a note"),
                "case_handing:without",
                case.id,
                chosen.id,
                also=("no", "none", "skip"),
            ),
            button(_("Don't hand it on"), "case_answers:leave_it", case.id),
        ],
        then="case_handing:note",
        topic=case.topic,
        case_id=case.id,
        person_id=chosen.id,
    )


def note(turn: Turn, text: str, case_id: int, person_id: int) -> None:
    """By way of a button that is behind the code: the question may have waited for a day."""
    found = _to_hand(turn, case_id, person_id)
    if found is not None:
        entry = _note_to(turn, *found, text)
        turn.next_tap = button("", "case_handing:with_note", case_id, entry.id).data


def with_note(turn: Turn, case_id: int, entry_id: int) -> None:
    case = staff_case(turn, case_id)
    if case is None:
        return
    entries = case_entries.of_case(turn.db, case)
    entry = next((each for each in entries if each.id == entry_id), None)
    is_theirs = entry is not None and entry.by_id == turn.person.id and entry.sent_at is None
    if entry is None or entry.kind is not EntryKind.HANDED or not is_theirs:
        turn.say(_("I can't find that any more."), [open_button(case)])
        return
    found = _to_hand(turn, case_id, entry.person_id or 0)
    if found is None:
        turn.db.delete(entry)
        return
    _hand_on(turn, *found, entry)


def without(turn: Turn, case_id: int, person_id: int) -> None:
    found = _to_hand(turn, case_id, person_id)
    if found is not None:
        _hand_on(turn, *found, _note_to(turn, *found, ""))


def _to_hand(turn: Turn, case_id: int, person_id: int) -> tuple[Case, Person] | None:
    """A case of theirs to give away, and to whom; otherwise says why not."""
    case = staff_case(turn, case_id)
    if case is None or is_anothers(turn, case):
        return None
    named = cases.reader(turn.db, case, person_id)
    if named is None:  # the client didn't name them: nobody is guessed
        turn.say(_("The client hasn't allowed that. I can't hand it on."), [open_button(case)])
        return None
    chosen = people.get(turn.db, person_id)
    if when := away_until(turn, chosen):
        text = _("{name} is away until {when}. Nothing was handed on.")
        turn.say(text.format(name=chosen.name, when=when), [open_button(case)])
        return None
    if not can_be_reached(chosen) or chosen.id == turn.person.id:
        turn.say(_("{name} can't be reached here.").format(name=chosen.name), [open_button(case)])
        return None
    if case.state is CaseState.WAITING and named.asked_at is not None and named.away_at is None:
        text = _("{name} has been asked already.")
        turn.say(text.format(name=chosen.name), [open_button(case)])
        return None
    return case, chosen


def _note_to(turn: Turn, case: Case, chosen: Person, text: str) -> CaseEntry:
    """Nobody else reads it before the case is handed on."""
    entry = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.HANDED,
        text=text,
        now=turn.now,
    )
    entry.person_id = chosen.id
    return entry


def _hand_on(turn: Turn, case: Case, chosen: Person, entry: CaseEntry) -> None:
    entry.sent_at = turn.now
    if case.state is CaseState.TAKEN:
        let_go(turn, case)
        owed_until(turn, case, look_by(turn, case))
        _tell_that_it_goes_on(turn, case, chosen)
    ask_to_look(turn, case, chosen)
    turn.note("hand on", case)
    asked = _("{name} has been asked. You can still take it.").format(name=chosen.name)
    kept = _("Your note is kept with it.") if entry.text else ""
    turn.say(f"{asked} {kept}".rstrip())


def _tell_that_it_goes_on(turn: Turn, case: Case, chosen: Person) -> None:
    with turn.speaking_to(people.get(turn.db, case.client_id)) as words:
        text = _(
            "{name} has asked {other} to look after it, as you allowed. First look by {when}."
        ).format(
            name=called(turn.person.name),
            other=called(chosen.name),
            when=words.near(case.due_at or turn.now, turn.now),
        )
        tell_client(turn, case, text)


# --- to somebody whom the client did not name


def ask(turn: Turn, case_id: int, person_id: int) -> None:
    """One question to the client about one colleague, once."""
    case = staff_case(turn, case_id)
    if case is None or is_anothers(turn, case):
        return
    chosen = next((each for each in not_asked_about(turn, case) if each.id == person_id), None)
    if chosen is None:
        turn.say(_why_not_asked(turn, case, person_id), [open_button(case)])
        return
    client = people.get(turn.db, case.client_id)
    entry = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.MAY_READ,
        text="",
        now=turn.now,
    )
    entry.person_id = chosen.id
    with turn.speaking_to(client):
        entry.text = may_read_question(turn.person, chosen)
        arrives = tell_client(
            turn,
            case,
            entry.text,
            answer_buttons(case, entry),
            head=_("A question for you."),
            topic=entry.topic,
        )
    name = first_name(client, case, begins=True)
    if not arrives:
        turn.db.delete(entry)
        text = _("{client} can't be reached here now, so this did not go out.")
        turn.say(text.format(client=name), [open_button(case)])
        return
    entry.sent_at = turn.now
    if case.answered_at is not None:
        nothing_owed(turn, case)  # somebody works on it
    turn.note("ask who may read", case)
    text = _("{client} now reads: «{text}»").format(client=name, text=entry.text)
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


def _why_not_asked(turn: Turn, case: Case, person_id: int) -> str:
    asked = case_entries.about_person(turn.db, case, EntryKind.MAY_READ, person_id)
    if not asked:
        return _("They can't be asked for this case. Nothing was sent.")
    client = first_name(people.get(turn.db, case.client_id), case, begins=True)
    name = called(people.get(turn.db, person_id).name)
    if asked[-1].agreed is None:
        text = _("{client} has been asked about {name} and hasn't answered yet.")
    elif asked[-1].agreed:
        text = _("{client} has said yes to {name} already.")
    else:
        text = _("{client} has said no to {name}. I don't ask that again.")
    return text.format(client=client, name=name)


CONVERSATION = Conversation(
    name="case_handing",
    taps={"with_note": with_note, "without": without, "ask": ask},
    steps={"note": note},
    needs=Action.READ_CASE,
    behind_code=frozenset({"with_note", "without", "ask"}),
)
