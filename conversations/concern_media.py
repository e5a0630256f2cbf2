"""What can't be read in the middle of a concern: the truth, and the offer of a call instead."""

from datetime import timedelta

from bot.buttons import Button, button
from bot.records import case_entries
from bot.records.case_entries import EntryKind
from bot.records.cases import Case
from bot.records.last_said import was_said_since
from bot.texts import _
from bot.turn import Turn
from conversations.concern_preview import own_draft
from conversations.concern_words import first_reader, note

# The pictures of an album come one by one: what was said of the first holds for all of them.
_HOLDS_FOR = timedelta(minutes=1)


def received(turn: Turn, case_id: int) -> None:
    """Instead of words; what is written under a picture is taken, and the step goes on waiting."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    words = caption(turn)
    if not words and was_just_said(turn, case):
        turn.has_answered = True
        return
    if words:
        note(turn, case, EntryKind.WORDS, words)
    has_words = bool(case_entries.from_client(turn.db, case))
    all_said = [button(_("That's all"), "concern:done", case.id, also=("no",))]
    turn.ask(
        truth(has_caption=bool(words)),
        [*(all_said if has_words else []), *_call_instead(turn, case)],
        then="concern:words",
        topic=truth_topic(case),
        case_id=case.id,
    )


def truth(*, has_caption: bool) -> str:
    """That it isn't in the message; whoever said danger in it reads where help is."""
    if has_caption:
        taken = _("I've taken the words below it. The rest I can't read: nobody sees or hears it.")
    else:
        taken = _(
            "I can only read words, so I couldn't take that; it isn't in your message. "
            "Nobody has heard or seen it."
        )
    return taken + "\n" + _("In danger, tap «Help now».")


def caption(turn: Turn) -> str:
    """What is written under a picture, a voice message or a file."""
    assert turn.incoming is not None, "only updates are unreadable"
    return turn.incoming.text.strip()


def truth_topic(case: Case) -> str:
    return f"{case.topic}:unreadable"


def was_just_said(turn: Turn, case: Case) -> bool:
    """Whether the truth is the last thing that was said, a moment ago."""
    since = turn.now - _HOLDS_FOR
    return was_said_since(turn.db, turn.person.id, truth_topic(case), since)


def _call_instead(turn: Turn, case: Case) -> list[Button]:
    """None where it goes to the psychologist whom it is about: they don't call about themselves."""
    if first_reader(turn, case).id == case.about_id:
        return []
    return [button(_("I'd rather be called"), "concern_call:draft", case.id)]
