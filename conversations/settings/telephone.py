"""Who else sees the telephone, both ways: what changes is said first."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import consents, people, said_later, sent_messages
from bot.records.access import Action
from bot.records.cases import Case
from bot.records.consents import Purpose
from bot.records.homework import HomeworkNote
from bot.records.outbox import OutboxRow
from bot.records.people import Telephone
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.case_news import tell_client
from conversations.menu import keyboard_for

TEXT_VERSION = "telephone 2026-11"  # of the notes that come once nobody else sees it


def ask_shared(turn: Turn) -> None:
    turn.say(
        _(
            "If others can see it, I send only a day and a time, with no names and no questions. "
            "Nothing else comes by itself. Messages go after a day.\n\n"
            "What you wrote, and what is older than a day, stays in this chat. You can delete it."
        ),
        [
            button(_("Yes, others can see it"), "telephone:shared", also=("yes",)),
            button(_("Leave it"), "telephone:leave", also=("no",)),
        ],
    )


def shared(turn: Turn) -> None:
    """What was said to them alone and hasn't arrived yet doesn't come here any more."""
    if turn.person.telephone is not Telephone.SHARED:
        turn.person.telephone = Telephone.SHARED
        sent_messages.take_away_now(turn.db, turn.person.calls_topic, turn.now)
        sent_messages.take_away_later(turn.db, turn.chat_id, turn.now)
        turn.note("telephone shared", turn.person)
        later = said_later.withdraw(turn.db, turn.person.id, turn.now)
        turn.say(
            _("Good. From now on I send only a day and a time here."), keyboard=keyboard_for(turn)
        )
        _say_what_did_not_go(turn, later)
        return
    turn.say(_("Good. I send only a day and a time here."), keyboard=keyboard_for(turn))


def _say_what_did_not_go(turn: Turn, rows: list[OutboxRow]) -> None:
    """News of a case is said without its words; an answer to homework goes back to who wrote it."""
    for table, row_id in sorted({_matter(row) for row in rows}):
        if table == Case.__tablename__ and (case := turn.db.get(Case, row_id)) is not None:
            tell_client(turn, case, "")
        if table == HomeworkNote.__tablename__:
            _give_back(turn, turn.db.get(HomeworkNote, row_id))


def _matter(row: OutboxRow) -> tuple[str, int]:
    table, row_id = [*(row.topic or "").split(":"), "", ""][:2]
    return table, int(row_id) if row_id.isdecimal() else 0


def _give_back(turn: Turn, note: HomeworkNote | None) -> None:
    if note is None:
        return
    psychologist = people.get(turn.db, note.psychologist_id)
    with turn.speaking_to(psychologist):
        text = _("{client} didn't get your answer about homework. Please say it when you meet.")
        turn.tell(psychologist, text.format(client=listed(turn.person.name)))


def ask_own(turn: Turn) -> None:
    more = _(
        "If only you see it, reminders have the place and buttons, names may stand here, "
        "and messages stay."
    )
    if _notes_come(turn):
        more += " " + _("Notes of what you agreed to do in between come too.")
    turn.say(
        more,
        [
            button(_("Yes, only I see it"), "telephone:own", also=("yes",)),
            button(_("Leave it"), "telephone:leave", also=("no",)),
        ],
    )


def _notes_come(turn: Turn) -> bool:
    """Whoever agreed to reminders on a shared telephone was never asked about notes."""
    if consents.has(turn.db, turn.person, Purpose.HOMEWORK):
        return True
    was_asked = consents.was_asked(turn.db, turn.person, Purpose.HOMEWORK)
    return not was_asked and consents.has(turn.db, turn.person, Purpose.REMINDERS)


def own(turn: Turn) -> None:
    if _notes_come(turn):
        consents.give(turn.db, turn.person, Purpose.HOMEWORK, TEXT_VERSION, turn.now)
    turn.person.telephone = Telephone.OWN
    turn.note("telephone own", turn.person)
    turn.say(_("Good. From now on I write to you alone here."), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


CONVERSATION = Conversation(
    name="telephone",
    taps={
        "ask_shared": ask_shared,
        "shared": shared,
        "ask_own": ask_own,
        "own": own,
        "leave": leave,
    },
    needs=Action.CHANGE_SETTINGS,
)
