"""Staff with mail addresses, and what was mailed to them."""

from sqlmodel import col, select

from bot.records import mails, people
from bot.records.outbox import OutboxKind, OutboxRow
from bot.records.people import Person
from bot.turn import Turn
from conversations.by_mail import mail_instead
from tests.conversations.concerns import WORDS
from tests.mail_server import MailServer
from tests.practice import Cast

SUBJECT = "Something waits for you"
TEXT = (
    "Something waits for you in the practice's Telegram bot, and it couldn't be told to you there.\r\n"
    "\r\n"
    "Please open the chat and tap Start, or ask for a new link.\r\n"
)
NEVER = (WORDS, "Anna", "Brown", "Okafor", "Lindqvist", "Riverside", "case", "concern", "C-1001",
    "client", "psycholog", "therap", "urgent", "danger", "die", "clock", "session",
)  # fmt: skip
TO_MARIA = "maria@mail.example"
DANGER = "i want to die"


def with_addresses(cast: Cast) -> Cast:
    addresses = {
        cast.maria_row.id: TO_MARIA,
        cast.lindqvist_row.id: "lindqvist@mail.example",
        cast.okafor_row.id: "okafor@mail.example",
        cast.anna_row.id: "anna@mail.example",
    }
    with cast.practice.database.transaction() as db:
        for person_id, address in addresses.items():
            person = people.get(db, person_id)
            mails.set_address(db, person, address, cast.practice.hand.now())
    return cast


def mail_rows(cast: Cast) -> list[OutboxRow]:
    with cast.practice.look() as db:
        chosen = select(OutboxRow).where(OutboxRow.kind == OutboxKind.MAIL)
        return list(db.exec(chosen.order_by(col(OutboxRow.id))).all())


def mail_about(cast: Cast, to: Person, topic: str) -> bool:
    """As if this matter could not be told to somebody just now."""
    practice, now = cast.practice.settings.practice(), cast.practice.hand.now()
    with cast.practice.database.transaction() as db:
        turn = Turn(db=db, now=now, practice=practice, chat_id=0, origin="test")
        return mail_instead(turn, people.get(db, to.id), topic, now)


def says_nothing(server: MailServer) -> bool:
    """Not in any header either."""
    raw = b"\n".join(server.taken).decode().lower()
    return not [word for word in NEVER if word.lower() in raw]
