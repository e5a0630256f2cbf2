"""Hearing whom a case is about: the client sees the very words first, and says yes or no."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case
from bot.records.outbox import OutboxRow
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import open_button, rings_at
from conversations.case_asks import answer_buttons, hearing_question
from conversations.case_names import first_name, shown_name
from conversations.case_news import tell_client
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct
from conversations.staff.case_answers import note_answered, own_taken, own_unsent
from conversations.staff.hearings import can_be_heard, to_be_heard, why_not


def _own_to_hear(turn: Turn, case_id: int) -> tuple[Case, Person] | None:
    """A case that this person looks after, and whom it is about; otherwise says why not."""
    found = own_taken(turn, case_id)
    if found is None:
        return None
    case, _client = found
    about = to_be_heard(turn, case)
    if about is not None and can_be_heard(turn, case):
        return case, about
    turn.say(why_not(turn, case) or _("There is nobody to hear here."), [open_button(case)])
    return None


def begin(turn: Turn, case_id: int) -> None:
    found = _own_to_hear(turn, case_id)
    if found is None:
        return
    case, about = found
    client = people.get(turn.db, case.client_id)
    turn.ask(
        _(
            "Write exactly what {about} would read: no more than it needs. {client} sees it first. "
            "It goes to {about} only after a yes, with {client}'s name."
        ).format(about=called(about.name), client=first_name(client, case, begins=True)),
        [button(_("Don't write"), "case_answers:leave_it", case.id)],
        then="case_hearing:words",
        topic=case.topic,
        case_id=case.id,
    )


def words(turn: Turn, text: str, case_id: int) -> None:
    """Shown before the client is asked, by a button behind the code."""
    found = _own_to_hear(turn, case_id)
    if found is None:
        return
    case, about = found
    entry = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.HEARING,
        text=text,
        now=turn.now,
    )
    entry.person_id = about.id
    turn.next_tap = button("", "case_hearing:show", case.id, entry.id).data


def show(turn: Turn, case_id: int, entry_id: int) -> None:
    """Conduct can't be sent to its subject, in no words."""
    found = _unsent_words(turn, case_id, entry_id)
    if found is None:
        return
    case, entry, about = found
    name, text = called(about.name), entry.text
    if sounds_like_conduct(turn, text):
        turn.db.delete(entry)
        refused = _(
            "That reads as something that shouldn't have happened, so it can't go to {name} from "
            "here. Nothing was sent."
        )
        turn.say(refused.format(name=name), [open_button(case)], topic=case.topic)
        return
    client = people.get(turn.db, case.client_id)
    shown = _("{about} would read exactly this:\n«{text}»\nFirst it goes to: {client}, {number}.")
    turn.say(
        shown.format(about=name, text=text, client=shown_name(client, case), number=case.number),
        [
            button(
                _("Ask {client}").format(client=first_name(client, case)),
                "case_hearing:send",
                case.id,
                entry.id,
                also=("send",),
            ),
            button(_("Change"), "case_hearing:change", case.id, entry.id),
            button(_("Don't send"), "case_answers:drop", case.id, entry.id),
        ],
        topic=case.topic,
    )


def _unsent_words(turn: Turn, case_id: int, entry_id: int) -> tuple[Case, CaseEntry, Person] | None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return None
    case, entry = found
    about = to_be_heard(turn, case)
    if entry.kind is EntryKind.HEARING and about is not None and can_be_heard(turn, case):
        return case, entry, about
    turn.say(why_not(turn, case) or _("There is nobody to hear here."), [open_button(case)])
    return None


def send(turn: Turn, case_id: int, entry_id: int) -> None:
    """To the client alone, as a question."""
    found = _unsent_words(turn, case_id, entry_id)
    if found is None:
        return
    case, entry, about = found
    if sounds_like_conduct(turn, entry.text):
        return show(turn, case_id, entry_id)
    client = people.get(turn.db, case.client_id)
    with turn.speaking_to(client):
        arrives = tell_client(
            turn,
            case,
            hearing_question(turn.person, about, entry.text),
            answer_buttons(case, entry),
            head=_("A question for you."),
            topic=entry.topic,
            wants_receipt=True,
        )
    if not arrives:
        text = _("{client} can't be reached here now, so this did not go out.")
        name = first_name(client, case, begins=True)
        turn.say(text.format(client=name), [open_button(case)], topic=case.topic)
        return
    entry.sent_at = turn.now
    note_answered(turn, case)
    turn.note("ask to hear", case)
    text = _("It's on its way to {client}. {about} gets nothing before a yes.").format(
        client=first_name(client, case), about=called(about.name)
    )
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


def change(turn: Turn, case_id: int, entry_id: int) -> None:
    found = _unsent_words(turn, case_id, entry_id)
    if found is not None:
        turn.db.delete(found[1])
        begin(turn, case_id)


def never_arrived(turn: Turn, row: OutboxRow) -> None:
    """What the client agreed to did not get to whom it was for: who looks after it is told."""
    parts = (row.topic or "").split(":")
    entry = turn.db.get(CaseEntry, int(parts[1]))
    case = turn.db.get(Case, entry.case_id) if entry is not None else None
    if case is None or case.taken_by is None or row.person_id == case.taken_by:
        return
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        text = _("{number}: what was agreed to didn't arrive here. Nobody has read it.")
        draft = turn.alert(topic=case.topic, due_at=rings_at(turn))
        turn.tell(taker, text.format(number=case.number), [open_button(case)], draft=draft)


CONVERSATION = Conversation(
    name="case_hearing",
    taps={"begin": begin, "show": show, "send": send, "change": change},
    steps={"words": words},
    needs=Action.READ_CASE,
    behind_code=frozenset({"begin", "show", "send", "change"}),
)
