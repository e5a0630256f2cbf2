"""A note shown to the psychologist: exactly what goes and when, said first; taken back while unread."""

from datetime import datetime

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import notes, outbox
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.rules.homework import seen_at
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import can_be_reached
from conversations.kept_notes import can_be_shown, show_note
from conversations.own_notes import (
    is_of_conduct,
    named,
    next_meeting,
    own_note,
    plan,
    reader_of,
    words_of,
)


def ask(turn: Turn, note_id: int) -> None:
    """What would be read, whole, and from when."""
    note = _showable(turn, note_id)
    if note is None:
        return
    goes_at = goes_out_at(turn, note)
    reads = _("{name} reads exactly this, {when}:").format(
        name=named(turn, note), when=turn.words.within(goes_at, turn.now)
    )
    nobody = _("Nothing more, and nobody else. Until it is read you can take it back.")
    away = who_is_away(turn, [reader_of(turn, note)])
    turn.say(
        "\n\n".join([reads, words_of(note.answers), f"{nobody} {away}".rstrip()]),
        [
            button(_("Show it"), "note_sharing:show", note.id, note.mark, also=("yes",)),
            button(_("Don't show it"), "kept_notes:see", note.id, also=("no",)),
        ],
        topic=note.topic,
    )


def goes_out_at(turn: Turn, note: Note) -> datetime:
    """On the morning of the day on which they meet; else as soon as somebody is there."""
    meeting = next_meeting(turn, note)
    return seen_at(meeting.starts_at if meeting else None, turn.practice.hours, turn.now)


def _showable(turn: Turn, note_id: int) -> Note | None:
    """The note if it can be shown; otherwise says why not."""
    note = own_note(turn, note_id)
    if note is None:
        return None
    if note.is_shown:
        show_note(turn, note)
        return None
    if can_be_shown(turn, note) and note.answers:
        return note
    if is_of_conduct(turn, note):
        text = _(
            "If something happened that wasn't OK, it's for somebody other than {name} to hear. "
            "So I don't pass it on. You can bring it yourself, or tell somebody else."
        )
    elif note.psychologist_id != turn.person.psychologist_id:
        text = _("You see somebody else than {name} now, so I don't pass it on.")
    elif not can_be_reached(reader_of(turn, note)):
        text = _("I can't reach {name} here, so I pass nothing on. You can bring it yourself.")
    else:
        text = _("There are no words in it yet.")
    turn.say(
        text.format(name=named(turn, note)),
        [
            button(_("Tell somebody else"), "kept_notes:somebody_else", note.id),
            button(_("Go back to my note"), "kept_notes:back_to", note.id),
        ],
    )
    return None


def show(turn: Turn, note_id: int, mark: int) -> None:
    """Yes, exactly what stood above the button."""
    note = _showable(turn, note_id)
    if note is None:
        return
    if mark != note.mark:
        turn.say(_("It has changed since then. This is how it stands now."))
        return ask(turn, note_id)
    notes.show(note, goes_out_at(turn, note))
    note.state, note.brings_back = NoteState.KEPT, False
    plan(turn, note)
    turn.note("show note", note)
    send_out(turn, note)
    assert note.goes_at is not None, "it was just shown"
    turn.say(
        _("{name} gets it {when}. Until it is read you can take it back.").format(
            name=named(turn, note), when=turn.words.within(note.goes_at, turn.now)
        ),
        [button(_("Take it back"), "note_sharing:take_back", note.id)],
        topic=note.topic,
    )


def send_out(turn: Turn, note: Note) -> None:
    """A bare message to whom it is shown, at its time; one that was to come before goes."""
    assert note.goes_at is not None, "only what is shown goes out"
    outbox.withdraw(turn.db, note.shown_topic, turn.now)
    reader = reader_of(turn, note)
    silent = not turn.practice.hours.is_open(note.goes_at)
    with turn.speaking_to(reader):
        turn.tell(
            reader,
            _("Something to read before a meeting."),
            [button(_("Open"), "notes:look", note.id)],
            draft=turn.alert(silent=silent, topic=note.shown_topic, due_at=note.goes_at),
        )


def take_back(turn: Turn, note_id: int) -> None:
    """Nobody reads it from now on, unless it was read already. The client keeps it."""
    note = own_note(turn, note_id)
    if note is None:
        return
    if notes.take_back(turn.db, note, turn.now):
        waited = outbox.withdraw(turn.db, note.shown_topic, turn.now) > 0
        is_unheard = waited and note.goes_at is not None and note.goes_at > turn.now
        note.state, note.due_at = NoteState.RESTING, None
        turn.note("take note back", note)
        text = (
            _("Taken back. {name} doesn't hear of it.")
            if is_unheard
            else _("Taken back. {name} can see that there was something, but not what.")
        )
    elif note.opened_at is not None:
        text = _("{name} has read it by now, so I can't take it back.")
    else:
        text = _("That is taken back already.")
    turn.say(
        text.format(name=named(turn, note)),
        [button(_("Go back to my note"), "kept_notes:back_to", note.id)],
    )


CONVERSATION = Conversation(
    name="note_sharing",
    taps={"ask": ask, "show": show, "take_back": take_back},
    needs=Action.OWN_NOTE,
)
