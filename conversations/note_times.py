"""A note as time passes: brought back before the meeting, and asked about once after it."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import notes, outbox
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.records.people import Telephone
from bot.records.therapy_sessions import TherapySession
from bot.rules.measure import Unasked
from bot.rules.own_notes import ASKED_AFTER, ASKED_AT_MOST
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_words import own_words
from conversations.note_sharing import goes_out_at, send_out
from conversations.own_notes import named, next_meeting, own_note, plan, words_of
from conversations.unasked import allowed_at


def look(turn: Turn, note: Note) -> None:
    """Its instant has come, or a meeting has changed: see what there is to do, and when next."""
    if note.state is NoteState.WRITING:  # nobody came back to it
        return notes.throw_away(turn.db, note, turn.now)
    if note.state is not NoteState.KEPT:
        return
    sees_another = note.psychologist_id != turn.person.psychologist_id
    if note.is_shown and sees_another and _give_back(turn, note):
        return
    if note.is_to_bring and not note.brings_back:
        return
    held = _held(turn, note)
    if held is not None and note.is_to_bring:  # brought back once, and asked about by nobody
        note.brings_back = False
        return
    if held is not None:
        return _ask_after(turn, note, held)
    at = plan(turn, note)
    meeting = next_meeting(turn, note)
    if meeting is None:
        return
    _follow(turn, note)
    if at is None or at > turn.now or (note.brought_at is not None and note.brought_at >= at):
        return
    _bring_back(turn, note, meeting)


def _held(turn: Turn, note: Note) -> TherapySession | None:
    """The meeting that it was for, if that has begun: one that was missed or moved is none."""
    if note.therapy_session_id is None:
        return None
    meeting = turn.db.get(TherapySession, note.therapy_session_id)
    assert meeting is not None, "sessions stay"
    return meeting if meeting.took_place and meeting.starts_at <= turn.now else None


def _follow(turn: Turn, note: Note) -> None:
    """What waits to be shown goes on the day of the meeting as it is booked now."""
    if not note.is_shown or note.goes_at is None or note.goes_at <= turn.now:
        return
    goes_at = goes_out_at(turn, note)
    if goes_at != note.goes_at:
        note.goes_at = goes_at
        send_out(turn, note)


def _give_back(turn: Turn, note: Note) -> bool:
    """Shown to this very person, whom the client sees no more: nobody else reads it.

    Why that is so is for a person to say, so it isn't said here. False if it was read before.
    """
    if not notes.take_back(turn.db, note, turn.now):
        return False
    outbox.withdraw(turn.db, note.shown_topic, turn.now)
    note.state, note.due_at = NoteState.RESTING, None
    person = turn.person
    if person.telephone is not Telephone.OWN or not person.hears_unasked(turn.now):
        return True
    text = _(
        "There's news for you.\n\n{name} can't read any more what you wanted to show. Nobody else "
        "reads it. If you like, say it at your next time."
    )
    due_at = person.clocks(turn.practice).once_not_quiet(turn.now)
    turn.say(text.format(name=named(turn, note)), due_at=due_at)
    return True


# --- before


def _bring_back(turn: Turn, note: Note, meeting: TherapySession) -> None:
    """What the client asked for, so it doesn't count as unasked. Others see only that there is something."""
    person = turn.person
    if not person.hears_unasked(turn.now):
        return
    at = person.clocks(turn.practice).once_not_quiet(turn.now)
    if at > turn.now:  # late, after an outage: quiet hours hold all the same
        note.due_at = at if at < meeting.starts_at else note.due_at
        return
    note.brought_at = turn.now
    first = _("Something you wanted to have at hand.")
    if person.telephone is Telephone.OWN:
        first += f"\n\n{own_words(note) if note.is_to_bring else words_of(note.answers)}"
        buttons = []
    else:
        see = "bring_up_note:see" if note.is_to_bring else "kept_notes:see"
        buttons = [button(_("See it"), see, note.id)]
    turn.say(first, buttons, topic=note.topic, good_until=meeting.starts_at)


# --- after


def _ask_after(turn: Turn, note: Note, meeting: TherapySession) -> None:
    """Once, where that is not too much and still clear; otherwise it rests."""
    ask_at = meeting.ends_at + ASKED_AFTER
    if ask_at > turn.now:
        note.due_at = ask_at
        return
    following = next_meeting(turn, note)
    latest = meeting.ends_at + ASKED_AT_MOST
    if following is not None:
        latest = min(latest, following.starts_at)
    allowed = allowed_at(turn, Unasked.OWN_NOTE, until=latest)
    if allowed is not None and allowed > turn.now:
        note.due_at = allowed
        return
    note.state, note.due_at = NoteState.RESTING, None
    if allowed is None:
        return
    turn.say(
        "\n\n".join(
            [
                _("A question for you."),
                _("You had something to say when you last met. Did you get to?"),
                _("Nobody sees your answer."),
            ]
        ),
        [
            button(_("Yes, I said it"), "note_times:said", note.id, also=("yes",)),
            button(_("Not yet"), "note_times:not_yet", note.id, also=("no",)),
            button(_("Tell somebody else"), "kept_notes:somebody_else", note.id),
            button(_("I'd rather not say"), "note_times:rather_not", note.id),
        ],
        topic=note.topic,
        good_until=latest,
        is_unasked=True,
    )


def said(turn: Turn, note_id: int) -> None:
    _rest(turn, note_id, _("Good. I won't ask about it again."))


def rather_not(turn: Turn, note_id: int) -> None:
    _rest(turn, note_id, _("That's fine. I won't ask about it again."))


def _rest(turn: Turn, note_id: int, text: str) -> None:
    note = own_note(turn, note_id)
    if note is None:
        return
    note.state, note.due_at = NoteState.RESTING, None
    turn.note("note rests", note)
    stays = _("The note stays under «Something isn't right» until you throw it away.")
    turn.say(
        f"{text} {stays}",
        [button(_("Throw it away"), "kept_notes:throw_away", note.id)],
    )


def not_yet(turn: Turn, note_id: int) -> None:
    note = own_note(turn, note_id)
    if note is not None:
        turn.say(
            _("That's all right. Shall I keep it for the next time?"),
            [
                button(_("Yes, and remind me"), "kept_notes:keep", note.id, also=("yes",)),
                button(_("No, throw it away"), "kept_notes:throw_away", note.id, also=("no",)),
            ],
        )


CONVERSATION = Conversation(
    name="note_times",
    taps={"said": said, "rather_not": rather_not, "not_yet": not_yet},
    timers={"look": Timer(Note.due_at, look, Note.client_id)},
    needs=Action.OWN_NOTE,
)
