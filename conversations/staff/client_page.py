"""One client's page: what the office, or their psychologist, needs to know and can do."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import homework_of_client, invitations, people, therapy_sessions
from bot.records.access import Action
from bot.records.people import Person
from bot.rules.names import called
from bot.rules.quoting import isolated
from bot.rules.splitting import shortened
from bot.texts import _
from bot.turn import Turn
from conversations.staff.client_standing import is_paused, is_paused_by_office, standing
from conversations.staff.found_clients import reached
from conversations.staff.shown_homework import (
    button_to_all,
    leaves_something_out,
    page_lines,
    shown_answer,
)
from conversations.trends import has_trend

TASKS_SHOWN = 3
_TASK_LETTERS = 80


def open_page(turn: Turn, client_id: int) -> None:
    """Protected, and gone after ten minutes: here stands the whole name."""
    client = reached(turn, Action.LOOK_UP_CLIENT, client_id)
    if client is None:
        return
    manages = turn.may(Action.MANAGE_CLIENT)
    lines = [client.name, _next_session(turn, client, names_psychologist=manages)]
    if manages:
        lines.append(standing(turn, client))
        if client.external_id is not None:
            lines.append(_("Number: {number}").format(number=client.external_id))
    buttons = [
        *_of_psychologist(turn, client, lines),
        *(_of_manager(turn, client) if manages else []),
    ]
    turn.note("open page", client)
    shows = client.id if client.psychologist_id == turn.person.id else None
    turn.say_protected(
        "\n".join(lines),
        [*buttons, button(_("Hide"), "client_page:hide")],
        shows_client_id=shows,
    )


def _next_session(turn: Turn, client: Person, *, names_psychologist: bool) -> str:
    upcoming = therapy_sessions.upcoming(turn.db, client, turn.now)
    if not names_psychologist:
        upcoming = [each for each in upcoming if each.psychologist_id == turn.person.id]
        if not upcoming:
            return _("No session is booked.")
        return _("Next session: {when}.").format(
            when=turn.words.day_and_time(upcoming[0].starts_at)
        )
    psychologist = _psychologist_of(turn, client)
    if not upcoming:
        return _("With {psychologist}. No session is booked.").format(psychologist=psychologist)
    return _("With {psychologist}. Next session: {when}.").format(
        psychologist=psychologist, when=turn.words.day_and_time(upcoming[0].starts_at)
    )


def _psychologist_of(turn: Turn, client: Person) -> str:
    if client.psychologist_id is None:
        return _("nobody yet")
    return called(people.get(turn.db, client.psychologist_id).name)


def _of_psychologist(turn: Turn, client: Person, lines: list[str]) -> list[Button]:
    """What one's own client was given to do, and of what they answered what they showed."""
    if client.psychologist_id != turn.person.id or not turn.may(Action.SET_HOMEWORK):
        return []
    buttons = []
    for row in homework_of_client.last_set(turn.db, client.id, turn.person.id, TASKS_SHOWN):
        assert row.set_at is not None, "drafts are left out"
        day, task = turn.words.day(row.set_at), isolated(shortened(row.task, _TASK_LETTERS))
        lines.append(_("Homework of {day}: «{task}»").format(day=day, task=task))
        answer = shown_answer(turn, row)
        lines.extend(page_lines(turn, answer))
        if answer is not None and leaves_something_out(answer):
            label = _("All that was shown of {day}").format(day=day)
            buttons.append(button_to_all(label, row, answer))
    if has_trend(turn, client):
        buttons.append(button(_("Answers as a picture"), "trends:of", client.id))
    return [
        *buttons,
        button(_("Before you meet"), "briefs:client", client.id),
        button(_("Set homework"), "assignments:client", client.id),
    ]


def _of_manager(turn: Turn, client: Person) -> list[Button]:
    invitation = invitations.latest(turn.db, client.id)
    is_connected = client.telegram_id is not None
    invite = _("New telephone") if is_connected else _("Invite")
    buttons = [button(invite, "client_invitations:ask", client.id, also=("invite",))]
    if invitation is not None and invitation.is_open(turn.now):
        label = _("Take the link back")
        buttons.append(button(label, "client_invitations:revoke", client.id, invitation.id))
    if is_paused_by_office(turn, client):
        buttons.append(button(_("End the pause"), "client_pauses:end", client.id))
    elif client.stopped_at is None and not is_paused(turn, client):
        buttons.append(button(_("Pause messages"), "client_pauses:ask", client.id))
    buttons.append(button(_("Change psychologist"), "client_psychologist:ask", client.id))
    buttons.append(button(_("Reminders"), "reminder_log:open", client.id))
    return [*_of_next_session(turn, client), *buttons]


def _of_next_session(turn: Turn, client: Person) -> list[Button]:
    upcoming = therapy_sessions.upcoming(turn.db, client, turn.now)[:1]
    return [
        button(label, tap, session.id)
        for session in upcoming
        for label, tap in (
            (_("Move the next session"), "moving:move"),
            (_("Cancel the next session"), "moving:cancel"),
        )
    ]


def hide(turn: Turn) -> None:
    turn.hide()


CONVERSATION = Conversation(
    name="client_page",
    taps={"open": open_page, "hide": hide},
    needs=Action.LOOK_UP_CLIENT,
    behind_code=frozenset({"open"}),
)
