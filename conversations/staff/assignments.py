"""A psychologist sets homework: for whom, what and why, when; shown back before it counts."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import homework, people, therapy_sessions
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState
from bot.records.people import Person
from bot.rules.homework import LONGEST_TASK, LONGEST_WHY, tidy
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.assignment_times import (
    ask_when,
    chosen_instant,
    no_reminder_reaches,
    say_set,
)

_BUTTONS = 90  # Telegram takes 100 under a message


# --- 1 of 3: for whom


def begin(turn: Turn) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    clients = people.clients_of(turn.db, turn.person.id)
    if not clients:
        turn.say(_("You have no clients here yet. The office adds them."))
        return
    turn.ask(
        _("For whom? Tap a name, or write it."), _name_buttons(clients), then="assignments:name"
    )


def _name_buttons(clients: Sequence[Person]) -> list[Button]:
    """Short names where they say who it is, for this may lie open on a desk; whole ones else."""
    short = [listed(each.name) for each in clients]
    first = [called(each.name) for each in clients]
    buttons = []
    for each in sorted(clients, key=lambda client: client.name.casefold())[:_BUTTONS]:
        label = listed(each.name) if short.count(listed(each.name)) == 1 else each.name
        also = [each.name]
        if first.count(called(each.name)) == 1:
            also.append(called(each.name))
        buttons.append(button(label, "assignments:client", each.id, also=also))
    return buttons


def name_received(turn: Turn, text: str) -> None:
    """A name that no button has: one of many clients, or nobody's."""
    clients = people.clients_of(turn.db, turn.person.id)
    found = [each for each in clients if each.name.casefold() == text.strip().casefold()]
    if len(found) == 1:
        return _ask_task(turn, found[0])
    turn.ask(
        _("I don't find that name among your clients. Tap one, or write it in full."),
        _name_buttons(clients),
        then="assignments:name",
    )


def client(turn: Turn, client_id: int) -> None:
    chosen = _own_client(turn, client_id)
    if chosen is not None:
        _ask_task(turn, chosen)


def _own_client(turn: Turn, client_id: int) -> Person | None:
    """The client if they are this psychologist's; otherwise says that nobody is found."""
    chosen = turn.reach(Action.SET_HOMEWORK, Person, client_id)
    if chosen is None:
        turn.say(_("I don't find that name among your clients."), keyboard=keyboard_for(turn))
    return chosen


# --- 2 of 3: what and why


def _ask_task(turn: Turn, chosen: Person) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    text = _("What is the task? {name} reads it in your words.").format(name=chosen.is_called)
    warning = no_reminder_reaches(turn, chosen)
    turn.ask(
        f"{warning}\n\n{text}" if warning else text,
        [button(_("Don't set"), "assignments:leave")],
        then="assignments:task",
        client_id=chosen.id,
    )


def task_received(turn: Turn, text: str, client_id: int) -> None:
    chosen = _own_client(turn, client_id)
    if chosen is None:
        return
    task = tidy(text, LONGEST_TASK)
    if task is None:
        turn.ask(
            _too_long(text, LONGEST_TASK),
            [button(_("Don't set"), "assignments:leave")],
            then="assignments:task",
            client_id=chosen.id,
        )
        return
    homework.drop_drafts(turn.db, turn.person.id)
    row = homework.draft(
        turn.db, client=chosen, psychologist_id=turn.person.id, task=task, now=turn.now
    )
    name = chosen.is_called
    _ask_why(turn, row, _("Why? {name} reads this too.").format(name=name))


def _ask_why(turn: Turn, row: Homework, text: str) -> None:
    turn.ask(
        text,
        [
            button(_("Skip"), "assignments:skip_why", row.id),
            button(_("Don't set"), "assignments:leave"),
        ],
        then="assignments:why",
        homework_id=row.id,
    )


def _too_long(text: str, longest: int) -> str:
    return _(
        "That is {count} characters, and a note has room for {longest} of plain words. "
        "Please write it shorter."
    ).format(count=len(text), longest=longest)


def why_received(turn: Turn, text: str, homework_id: int) -> None:
    row = _own_draft(turn, homework_id)
    if row is None:
        return
    why = tidy(text, LONGEST_WHY)
    if why is None:
        return _ask_why(turn, row, _too_long(text, LONGEST_WHY))
    row.why = why
    ask_when(turn, row)


def skip_why(turn: Turn, homework_id: int) -> None:
    row = _own_draft(turn, homework_id)
    if row is not None:
        row.why = None
        ask_when(turn, row)


def _own_draft(turn: Turn, homework_id: int) -> Homework | None:
    """What this psychologist is about to set; otherwise says that it is gone."""
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is None or row.state is not HomeworkState.DRAFT:
        turn.say(
            _("That is set already, or gone. «Set homework» starts a new one."),
            keyboard=keyboard_for(turn),
        )
        return None
    return row


# --- 3 of 3: when


def when(turn: Turn, homework_id: int, minute: int) -> None:
    """Show it as it will stand. Nothing counts yet."""
    row = _own_draft(turn, homework_id)
    if row is None:
        return
    at = chosen_instant(turn, row, minute)
    if at is None:
        return
    chosen = people.get(turn.db, row.client_id)
    name = chosen.is_called
    reads = (
        _("«{task}»\nWhy: «{why}» {sender}").format(
            task=row.task, why=row.why, sender=called(turn.person.name)
        )
        if row.why
        else _("«{task}» {sender}").format(task=row.task, sender=called(turn.person.name))
    )
    shows = _(
        "{client} gets this on {when}, and nothing before. You see an answer only if {name} shows it."
    ).format(client=chosen.name, when=turn.words_for(chosen).day_and_time(at), name=name)
    warning = no_reminder_reaches(turn, chosen)
    turn.say(
        "\n\n".join(filter(None, [shows, warning, reads])),
        [
            button(_("Set it"), "assignments:set", row.id, minute),
            button(_("Change it"), "assignments:change", row.id),
            button(_("Don't set"), "assignments:leave", also=("no",)),
        ],
    )


def change(turn: Turn, homework_id: int) -> None:
    row = _own_draft(turn, homework_id)
    if row is not None:
        _ask_task(turn, people.get(turn.db, row.client_id))


def leave(turn: Turn) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    turn.say(_("All right. Nothing was set."), keyboard=keyboard_for(turn))


# --- it counts


def set_it(turn: Turn, homework_id: int, minute: int) -> None:
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is not None and row.state is HomeworkState.OPEN:
        return say_set(turn, row, _("That is set."))  # tapped twice
    row = _own_draft(turn, homework_id)
    if row is None:
        return
    at = chosen_instant(turn, row, minute)
    if at is None:
        return
    chosen = people.get(turn.db, row.client_id)
    upcoming = therapy_sessions.upcoming(turn.db, chosen, at)
    session_id = upcoming[0].id if upcoming else None
    if homework.set_it(turn.db, row, at, session_id, turn.now):
        turn.note("set homework", row)
    say_set(turn, row, _("Set."))


def take_back(turn: Turn, homework_id: int) -> None:
    """Within three minutes the client has read nothing of it."""
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is None or row.state is HomeworkState.DRAFT:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    if homework.take_back(turn.db, row, turn.now):
        turn.note("take back", row)
        turn.say(_("Taken back. The client hears nothing of it."), keyboard=keyboard_for(turn))
        return
    text = (
        _("That is taken back already.")
        if row.state is HomeworkState.TAKEN_BACK
        else _(
            "The 3 minutes are over and it may have been read, so it stays. Please talk about it."
        )
    )
    turn.say(text, keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="assignments",
    words={"Set homework": begin},
    taps={
        "client": client,
        "skip_why": skip_why,
        "when": when,
        "set": set_it,
        "change": change,
        "leave": leave,
        "take_back": take_back,
    },
    steps={"name": name_received, "task": task_received, "why": why_received},
    needs=Action.SET_HOMEWORK,
)
