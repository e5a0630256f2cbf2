"""How it went, in the client's own words: kept for themselves until they show them."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import shown_answers
from bot.records.homework import Homework, HomeworkState, NoteKind
from bot.rules.homework import LONGEST_ADDED, tidy
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import keep_from_the_accused, own_homework, withdraw_unread
from conversations.homework_seen import who_will_see
from conversations.homework_sharing import ask_whether_to_show


def add(turn: Turn, homework_id: int) -> None:
    """Asked how it went and not how much: that matters as much (FIELD 3.2)."""
    row = _done(turn, homework_id)
    if row is not None:
        who = who_will_see(turn, row, _("Only you see them until you show them."))
        _ask(turn, row, _("How did it go? A few words, or skip it.") + " " + who)


def _ask(turn: Turn, row: Homework, text: str) -> None:
    out = [button(_("Leave my words out"), "homework_added:leave_out", row.id)]
    skip = [button(_("Skip"), "homework_added:skip", row.id, also=("no",))]
    turn.ask(
        text,
        out if row.added else skip,
        then="homework_added:words",
        topic=row.topic,
        homework_id=row.id,
    )


def _done(turn: Turn, homework_id: int) -> Homework | None:
    """Their homework if it is done, or partly; otherwise says what it is."""
    row = own_homework(turn, homework_id)
    if row is not None and row.state not in (HomeworkState.DONE, HomeworkState.PARTLY):
        turn.say(_("That has changed since then, so I passed nothing on. /homework shows it."))
        return None
    return row


def words_received(turn: Turn, text: str, homework_id: int) -> None:
    row = _done(turn, homework_id)
    if row is None:
        return
    added = tidy(text, LONGEST_ADDED)
    if added is None:
        return _say_too_long(turn, row)
    keep_from_the_accused(turn, row, added)
    _change(turn, row, added)
    is_seen = shown_answers.stands(turn.db, row)
    said = _("Kept.") if is_seen else _("Kept. Only you see it so far.")
    ask_whether_to_show(turn, row, NoteKind.ANSWER, said)


def _say_too_long(turn: Turn, row: Homework) -> None:
    """What still comes of it, for Telegram cuts long words, isn't taken for the whole."""
    turn.ask(
        _(
            "I can't keep more than {longest} characters here, so I've kept nothing of that. "
            "Tap «Write it anew», or skip it."
        ).format(longest=LONGEST_ADDED),
        [
            button(_("Write it anew"), "homework_added:add", row.id),
            button(_("Skip"), "homework_added:skip", row.id, also=("no",)),
        ],
        then="homework_added:too_long",
        topic=row.topic,
        homework_id=row.id,
    )


def too_long_received(turn: Turn, _text: str, homework_id: int) -> None:
    row = _done(turn, homework_id)
    if row is not None:
        _say_too_long(turn, row)


def skip(turn: Turn, homework_id: int) -> None:
    """The question once more, with what was kept before."""
    row = _done(turn, homework_id)
    if row is not None:
        ask_whether_to_show(turn, row, NoteKind.ANSWER, _("All right."))


def leave_out(turn: Turn, homework_id: int) -> None:
    row = _done(turn, homework_id)
    if row is None:
        return
    _change(turn, row, None)
    ask_whether_to_show(turn, row, NoteKind.ANSWER, _("All right. Your words are left out."))


def _change(turn: Turn, row: Homework, added: str | None) -> None:
    """What was to be shown before isn't so any more."""
    if row.added != added:
        row.added = added
        row.revision += 1
        withdraw_unread(turn, row, NoteKind.ANSWER)
        turn.note("change words", row)


CONVERSATION = Conversation(
    name="homework_added",
    taps={"add": add, "skip": skip, "leave_out": leave_out},
    steps={"words": words_received, "too_long": too_long_received},
)
