"""How a client can be reached here, as the office may know it: since when, and why not."""

from bot.records import audit, consents, invitations
from bot.records.consents import Purpose
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn

# Who paused the messages is read from the audit: the client's own word beats the office's.
OFFICE_PAUSES, OFFICE_UNPAUSES = "pause for the office", "end the office's pause"
_OF_PAUSES = ("pause", "resume")


def is_paused(turn: Turn, client: Person) -> bool:
    return client.paused_until is not None and turn.now < client.paused_until


def is_paused_by_office(turn: Turn, client: Person) -> bool:
    return is_paused(turn, client) and (
        audit.last_like(turn.db, _OF_PAUSES, client) == OFFICE_PAUSES
    )


def standing(turn: Turn, client: Person) -> str:
    """Connected since when; invited until when; not reached since when and why."""
    if client.telegram_id is None:
        return not_connected(turn, client)
    lines = [_connected(turn, client)]
    again = invitations.latest(turn.db, client.id)
    if again is not None and again.is_open(turn.now):
        lines.append(
            _("A link for a new telephone works until {day}.").format(
                day=turn.words.day(again.expires_at)
            )
        )
    return " ".join(lines)


def _connected(turn: Turn, client: Person) -> str:
    words, name = turn.words, called(client.name)
    if client.unreachable_at is not None:
        return _(
            "Can't be reached here since {when}: Telegram says that the bot was blocked or the "
            "account is gone."
        ).format(when=words.day_and_time(client.unreachable_at))
    if client.stopped_at is not None:
        return _("Wants no messages here since {day}. Please phone instead.").format(
            day=words.day(client.stopped_at)
        )
    if client.paused_until is not None and is_paused(turn, client):
        until = words.day(client.paused_until)
        if is_paused_by_office(turn, client):
            return _("Messages are paused by the office until {day}.").format(day=until)
        return _("{name} has paused messages until {day}.").format(name=name, day=until)
    joined_at = client.joined_at or client.created_at
    if not consents.was_ever_given(turn.db, client, Purpose.REMINDERS):
        return _("Opened the link on {day}, and hasn't said yes to reminders yet.").format(
            day=words.day(joined_at)
        )
    return _("Connected since {day}.").format(day=words.day(joined_at))


def not_connected(turn: Turn, client: Person) -> str:
    """What became of the newest link of somebody who has no chat."""
    invitation = invitations.latest(turn.db, client.id)
    if invitation is None:
        return _("Not invited yet.")
    words = turn.words
    made = words.day(invitation.created_at)
    if invitation.used_at is not None:
        if audit.last_like(turn.db, ("join", "not me"), client) == "not me":
            return _("The link of {day} was opened by somebody else.").format(day=made)
        return _("Not connected any more.")
    if invitation.revoked_at is not None:
        return _("The link of {day} was taken back.").format(day=made)
    if invitation.is_open(turn.now):
        return _("Invited on {day}, not opened yet. The link works until {until}.").format(
            day=made, until=words.day(invitation.expires_at)
        )
    return _("The link of {day} was not opened and works no longer.").format(day=made)
