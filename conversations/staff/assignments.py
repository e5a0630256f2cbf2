"""A psychologist sets homework: for whom, what and why, when; shown back before it counts."""

from collections.abc import Sequence
from datetime import datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import homework, people, therapy_sessions
from bot.records.access import Action
from bot.records.homework import Homework, HomeworkState
from bot.records.people import Person
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.homework_file import show_file
from conversations.menu import keyboard_for
from conversations.staff.assignment_times import (
    chosen_instant,
    minute_of,
    no_reminder_reaches,
    say_set,
    typed_instant,
    whose_clocks,
)
from conversations.staff.assignment_words import (
    ask_task,
    own_client,
    own_draft,
    skip_why,
    task_file,
    task_received,
    template,
    time_file,
    use_template,
    why_file,
    why_received,
    without_file,
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
        return ask_task(turn, found[0])
    turn.ask(
        _("I don't find that name among your clients. Tap one, or write it in full."),
        _name_buttons(clients),
        then="assignments:name",
    )


def client(turn: Turn, client_id: int) -> None:
    chosen = own_client(turn, client_id)
    if chosen is not None:
        ask_task(turn, chosen)


# --- 3 of 3: when


def when(turn: Turn, homework_id: int, minute: int) -> None:
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is not None and at is not None:
        _show_it(turn, row, at)


def time_received(turn: Turn, text: str, homework_id: int) -> None:
    """A day that was typed. It is said back in words, and counts once that is confirmed."""
    row = own_draft(turn, homework_id)
    at = typed_instant(turn, row, text) if row is not None else None
    if row is not None and at is not None:
        _show_it(turn, row, at)


def _show_it(turn: Turn, row: Homework, at: datetime) -> None:
    """Show it as it will stand. Nothing counts yet."""
    chosen = people.get(turn.db, row.client_id)
    name = chosen.is_called
    shows = _(
        "{client} gets this on {when}, and nothing before. You see an answer only if {name} shows it."
    ).format(client=chosen.name, when=turn.words_for(chosen).day_and_time(at), name=name)
    lines = [shows, whose_clocks(turn, chosen)]
    if row.file is not None:
        show_file(turn, row, _("This goes with it."))
        lines.append(_("The picture or file above goes with it."))
    warning = no_reminder_reaches(turn, chosen)
    turn.ask(
        "\n\n".join(filter(None, [" ".join(filter(None, lines)), warning, _reads(turn, row)])),
        [
            button(_("Set it"), "assignments:set", row.id, minute_of(at), also=("yes", "ok")),
            button(_("Change it"), "assignments:change", row.id),
            button(_("Don't set"), "assignments:leave", also=("no",)),
        ],
        then="assignments:time",
        homework_id=row.id,
    )


def _reads(turn: Turn, row: Homework) -> str:
    """What the client will read."""
    sender = called(turn.person.name)
    if row.why:
        return _("«{task}»\nWhy: «{why}» {sender}").format(
            task=row.task, why=row.why, sender=sender
        )
    return _("«{task}» {sender}").format(task=row.task, sender=sender)


def change(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        ask_task(turn, people.get(turn.db, row.client_id), file=row.file)


def leave(turn: Turn) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    turn.say(_("All right. Nothing was set."), keyboard=keyboard_for(turn))


# --- it counts


def set_it(turn: Turn, homework_id: int, minute: int) -> None:
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is not None and row.state is HomeworkState.OPEN:
        return say_set(turn, row, _("That is set."))  # tapped twice
    row = own_draft(turn, homework_id)
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
        "template": template,
        "use": use_template,
        "skip_why": skip_why,
        "no_file": without_file,
        "when": when,
        "set": set_it,
        "change": change,
        "leave": leave,
        "take_back": take_back,
    },
    steps={
        "name": name_received,
        "task": task_received,
        "why": why_received,
        "time": time_received,
    },
    files={"task": task_file, "why": why_file, "time": time_file},
    behind_code=frozenset({"client", "template"}),
    needs=Action.SET_HOMEWORK,
)
