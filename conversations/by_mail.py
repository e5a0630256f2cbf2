"""What can't be told in Telegram: a mail that says nothing of what it is about."""

from datetime import datetime

from bot.records import mails, people
from bot.records.mails import Matter
from bot.records.outbox import Body, Priority
from bot.records.people import STAFF, Person
from bot.texts import _
from bot.turn import Turn


def mail_instead(
    turn: Turn, person: Person, topic: str, due_at: datetime, *, is_danger: bool = False
) -> bool:
    """Mail to somebody of the staff that something waits for them. False if nothing can be mailed.

    This never counts as having told them: whatever would follow if nobody could be told follows
    all the same. `topic` is the matter's own; each is mailed once.
    """
    if not turn.practice.has_mail or person.mail is None:
        return False
    if not people.roles_of(turn.db, person) & STAFF:
        return False
    with turn.speaking_to(person):
        body = Body(
            _(
                "Something waits for you in the practice's Telegram bot, and it couldn't be told to "
                "you there.\n\nPlease open the chat and tap Start, or ask for a new link."
            ),
            subject=_("Something waits for you"),
        )
    priority = Priority.DANGER if is_danger else Priority.ALERT
    mails.write(turn.db, person, Matter(topic, priority, due_at), body, turn.now)
    return True
