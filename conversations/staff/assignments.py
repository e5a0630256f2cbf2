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
from conversations.menu import keyboard_for
from conversations.staff.assignment_preview import read, show_it
from conversations.staff.assignment_rhythm import (
    ask_rhythm,
    every,
    has_fitting_end,
    until,
    until_meeting,
    until_received,
)
from conversations.staff.assignment_times import chosen_instant, say_set, typed_instant
from conversations.staff.assignment_why import (
    own_draft,
    skip_why,
    time_file,
    too_long_received,
    why_anew,
    why_file,
    why_received,
    without_file,
)
from conversations.staff.assignment_words import (
    ask_task,
    more_file,
    more_received,
    own_client,
    task_file,
    task_received,
    template,
    that_is_all,
    use_template,
)
from conversations.staff.proposed_rhythm import until_minute

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
        homework.drop_drafts(turn.db, turn.person.id)
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
    if has_fitting_end(turn, row, at):
        show_it(turn, row, at)


def change(turn: Turn, homework_id: int) -> None:
    row = own_draft(turn, homework_id)
    if row is not None:
        ask_task(turn, people.get(turn.db, row.client_id), file=row.file)


def leave(turn: Turn) -> None:
    homework.drop_drafts(turn.db, turn.person.id)
    turn.say(_("All right. Nothing was set."), keyboard=keyboard_for(turn))


# --- it counts


def set_it(turn: Turn, homework_id: int, minute: int) -> None:
    """Once: what was shown above this button, whatever rhythm was proposed since."""
    _set(turn, homework_id, minute, None, 0)


def set_rhythm(turn: Turn, homework_id: int, minute: int, rhythm: str, end_minute: int) -> None:
    _set(turn, homework_id, minute, rhythm, end_minute)


def _set(turn: Turn, homework_id: int, minute: int, rhythm: str | None, end_minute: int) -> None:
    row = turn.reach(Action.SET_HOMEWORK, Homework, homework_id)
    if row is not None and row.state is HomeworkState.OPEN:
        return say_set(turn, row, _("That is set."))  # tapped twice
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is None or at is None or not has_fitting_end(turn, row, at):
        return
    proposed = row.proposed_rhythm.value if row.proposed_rhythm is not None else None
    if (proposed, until_minute(row)) != (rhythm, end_minute):
        return show_it(turn, row, at)
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
        "all": that_is_all,
        "why_anew": why_anew,
        "skip_why": skip_why,
        "no_file": without_file,
        "when": when,
        "read": read,
        "rhythm": ask_rhythm,
        "every": every,
        "until_meeting": until_meeting,
        "until": until,
        "set": set_it,
        "set_rhythm": set_rhythm,
        "change": change,
        "leave": leave,
        "take_back": take_back,
    },
    steps={
        "name": name_received,
        "task": task_received,
        "more": more_received,
        "why": why_received,
        "too_long": too_long_received,
        "time": time_received,
        "until": until_received,
    },
    files={"task": task_file, "more": more_file, "why": why_file, "time": time_file},
    behind_code=frozenset({"client", "template", "read"}),
    needs=Action.SET_HOMEWORK,
)
