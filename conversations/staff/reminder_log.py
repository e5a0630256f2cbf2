"""What was and will be sent to a client of the next session and of the last one, in plain words."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import reminder_states, therapy_sessions
from bot.records.access import Action
from bot.records.people import Person
from bot.records.reminder_states import Reminder, ReminderState
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.why_not import WhyNot
from bot.texts import _
from bot.turn import Turn
from conversations.staff.client_standing import standing
from conversations.staff.found_clients import reached


def open_log(turn: Turn, client_id: int) -> None:
    """Protected, and gone after ten minutes: whose sessions these are is nobody else's to read."""
    client = reached(turn, Action.MANAGE_CLIENT, client_id)
    if client is None:
        return
    blocks = [f"{client.name}\n{standing(turn, client)}", *_sessions(turn, client)]
    turn.note("open reminders", client)
    turn.say_protected(
        "\n\n".join(blocks),
        [
            button(_("Back to the page"), "client_page:open", client.id, also=("back",)),
            button(_("Hide"), "client_page:hide"),
        ],
    )


def _sessions(turn: Turn, client: Person) -> list[str]:
    coming = list(therapy_sessions.upcoming(turn.db, client, turn.now)[:1])
    begun = therapy_sessions.last_begun(turn.db, client, turn.now)
    rows = [*coming, *([begun] if begun is not None else [])]
    return [_session(turn, each) for each in rows] or [_("No session is booked.")]


def _session(turn: Turn, row: TherapySession) -> str:
    is_to_come = row.starts_at > turn.now
    heading = _("Next session: {when}.") if is_to_come else _("Last session: {when}.")
    found = reminder_states.of_session(turn.db, row, turn.practice, turn.now)
    lines = [_line(turn, row, each) for each in found]
    if not lines:
        lines = [_("Nothing was sent about it, and nothing is planned.")]
    when = turn.words.day_and_time(row.starts_at)
    return "\n".join([heading.format(when=when), *lines, *_answered(turn, row)])


def _line(turn: Turn, row: TherapySession, each: Reminder) -> str:
    what = _("Notice of a change") if each.is_notice else _("Reminder")
    text = _how_it_stands(turn, row, each)
    line = text.format(what=what, when=turn.words.day_and_time(each.at))
    return line if each.why is None else f"{line} {_because(each.why)}"


def _how_it_stands(turn: Turn, row: TherapySession, each: Reminder) -> str:
    is_to_come = each.at > turn.now
    match each.state:
        case ReminderState.PLANNED if is_to_come:
            return _("{what}: planned for {when}.")
        case ReminderState.PLANNED:
            return _("{what}: on its way since {when}.")
        case ReminderState.SENT if row.answered_at is None and row.starts_at > turn.now:
            return _("{what}: sent {when}. Not answered yet.")
        case ReminderState.SENT:
            return _("{what}: sent {when}.")
        case ReminderState.ANSWERED:
            return _("{what}: sent {when}, and answered.")
        case ReminderState.NOT_DELIVERED if is_to_come:
            return _("{what}: planned for {when}, but won't arrive.")
        case ReminderState.NOT_DELIVERED:
            return _("{what}: not delivered, {when}.")
        case ReminderState.WITHDRAWN if is_to_come:
            return _("{what}: planned for {when}, but won't be sent.")
        case ReminderState.WITHDRAWN:
            return _("{what}: taken back, {when}.")
        case ReminderState.EXPIRED:
            return _("{what}: not sent, {when}.")


def _because(why: WhyNot) -> str:
    return {
        WhyNot.NOT_CONNECTED: _("There is no chat."),
        WhyNot.BLOCKED: _("The bot was blocked, or the account is gone."),
        WhyNot.REFUSED: _("Telegram refused this message."),
        WhyNot.STOPPED: _("The client wants no messages."),
        WhyNot.PAUSED: _("Messages are paused."),
        WhyNot.NO_YES: _("The client hasn't said yes to reminders, or not any more."),
        WhyNot.COMING: _("The client has said they're coming."),
        WhyNot.MOVED: _("The session was moved."),
        WhyNot.CANCELLED: _("The session was cancelled."),
        WhyNot.TOO_LATE: _("It would have come too late."),
    }[why]


def _answered(turn: Turn, row: TherapySession) -> list[str]:
    """What the client said of it, and what became of it."""
    lines = []
    if row.answered_at is not None and row.answer is not Answer.NONE:
        text = {
            Answer.COMING: _("Answered {when}: is coming."),
            Answer.OTHER_TIME: _("Answered {when}: asked for another time."),
        }[row.answer]
        lines.append(text.format(when=turn.words.day_and_time(row.answered_at)))
    if row.state is SessionState.CANCELLED and row.cancelled_at is not None:
        cancelled = _("Cancelled {when}.")
        lines.append(cancelled.format(when=turn.words.day_and_time(row.cancelled_at)))
    return lines


CONVERSATION = Conversation(
    name="reminder_log",
    taps={"open": open_log},
    needs=Action.MANAGE_CLIENT,
    behind_code=frozenset({"open"}),
)
