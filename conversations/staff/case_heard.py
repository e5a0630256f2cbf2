"""Whom a case is about is heard: they read what the client agreed to, no more, and may answer."""

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
from conversations.case_alerts import open_button, rings_at
from conversations.menu import keyboard_for


def _to_me(turn: Turn, entry_id: int) -> tuple[CaseEntry, Case] | None:
    """Words that the client agreed to give to this person; otherwise says that there are none."""
    entry = turn.reach(Action.BE_HEARD, CaseEntry, entry_id)
    case = turn.db.get(Case, entry.case_id) if entry is not None else None
    if entry is None or case is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return None
    return entry, cases.lock(turn.db, case)


def _who_asks(turn: Turn, entry: CaseEntry, case: Case) -> Person:
    return people.get(turn.db, case.taken_by or entry.by_id)


def look(turn: Turn, entry_id: int) -> None:
    """Exactly the words, and whose client: no number, no kind, nothing else of it."""
    found = _to_me(turn, entry_id)
    if found is None:
        return
    entry, case = found
    entry.opened_at = entry.opened_at or turn.now
    turn.note("open hearing", entry)
    client = people.get(turn.db, case.client_id)
    asker = _who_asks(turn, entry, case)
    shown = _(
        "{name} would like to hear you. {client} agreed that you read exactly this:\n«{text}»\n\n"
        "Please leave it to {client} whether to speak with you about it."
    )
    turn.say_protected(
        shown.format(name=asker.name, client=client.name, text=entry.text),
        [
            button(
                _("Answer {name}").format(name=called(asker.name)), "case_heard:write", entry.id
            ),
            button(_("Hide"), "cases:hide"),
        ],
        topic=entry.hearing_topic,
    )


def write(turn: Turn, entry_id: int) -> None:
    found = _to_me(turn, entry_id)
    if found is None:
        return
    entry, case = found
    client = people.get(turn.db, case.client_id)
    turn.ask(
        _(
            "Write it here. {name} reads it, and whoever else {client} lets read this. {client} "
            "sees it only in a copy of their data."
        ).format(name=called(_who_asks(turn, entry, case).name), client=client.is_called),
        [button(_("Don't write"), "case_heard:leave")],
        then="case_heard:line",
        topic=entry.hearing_topic,
        entry_id=entry.id,
    )


def line(turn: Turn, text: str, entry_id: int) -> None:
    """Shown before it goes, by a button behind the code."""
    found = _to_me(turn, entry_id)
    if found is None:
        return
    entry, case = found
    answer = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.HEARD,
        text=text,
        now=turn.now,
    )
    answer.person_id = turn.person.id
    turn.next_tap = button("", "case_heard:show", entry.id, answer.id).data


def show(turn: Turn, entry_id: int, answer_id: int) -> None:
    found = _unsent_answer(turn, entry_id, answer_id)
    if found is None:
        return
    entry, case, answer = found
    name = called(_who_asks(turn, entry, case).name)
    turn.say(
        _("What {name} gets from you:\n«{text}»").format(name=name, text=answer.text),
        [
            button(_("Send"), "case_heard:send", entry.id, answer.id),
            button(_("Change"), "case_heard:change", entry.id, answer.id),
            button(_("Don't send"), "case_heard:drop", entry.id, answer.id),
        ],
        topic=entry.hearing_topic,
    )


def _unsent_answer(
    turn: Turn, entry_id: int, answer_id: int
) -> tuple[CaseEntry, Case, CaseEntry] | None:
    """An answer of theirs that isn't sent; otherwise says so."""
    found = _to_me(turn, entry_id)
    if found is None:
        return None
    entry, case = found
    answer = next(
        (each for each in case_entries.of_case(turn.db, case) if each.id == answer_id), None
    )
    if answer is None or answer.by_id != turn.person.id or answer.kind is not EntryKind.HEARD:
        text = _("That wasn't sent, and I no longer have it.")
    elif answer.sent_at is not None:
        text = _("That is sent already.")
    else:
        return entry, case, answer
    turn.say(text, keyboard=keyboard_for(turn))
    return None


def send(turn: Turn, entry_id: int, answer_id: int) -> None:
    found = _unsent_answer(turn, entry_id, answer_id)
    if found is None:
        return
    _entry, case, answer = found
    answer.sent_at = turn.now
    turn.note("answer hearing", answer)
    name = _tell_who_looks_after_it(turn, case)
    text = _("It's on its way to {name}.").format(name=name) if name else _("It is kept with it.")
    turn.say(text, keyboard=keyboard_for(turn))


def _tell_who_looks_after_it(turn: Turn, case: Case) -> str:
    """Their name; empty where nobody does now: whoever takes it on reads it."""
    if case.state is not CaseState.TAKEN or case.taken_by is None:
        return ""
    taker = people.get(turn.db, case.taken_by)
    with turn.speaking_to(taker):
        # Whom it is about is named to nobody who may be looking on.
        said = _("{number}: an answer is in.").format(number=case.number)
        draft = turn.alert(topic=case.news_topic, due_at=rings_at(turn))
        turn.tell(taker, said, [open_button(case)], draft=draft)
    return called(taker.name)


def change(turn: Turn, entry_id: int, answer_id: int) -> None:
    found = _unsent_answer(turn, entry_id, answer_id)
    if found is not None:
        turn.db.delete(found[2])
        write(turn, entry_id)


def drop(turn: Turn, entry_id: int, answer_id: int) -> None:
    found = _unsent_answer(turn, entry_id, answer_id)
    if found is not None:
        turn.db.delete(found[2])
        leave(turn)


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was sent."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="case_heard",
    taps={
        "look": look,
        "write": write,
        "show": show,
        "send": send,
        "change": change,
        "drop": drop,
        "leave": leave,
    },
    steps={"line": line},
    replies={"case_entry": line},
    needs=Action.BE_HEARD,
    behind_code=frozenset({"look", "write", "show", "send", "change"}),
)
