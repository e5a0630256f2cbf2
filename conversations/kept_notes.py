"""A client's own note once its words are there: seen whole, kept, thrown away, told to somebody else."""

from datetime import timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import dialogue, kept_words, notes
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.rules.own_notes import BROUGHT_BEFORE
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.menu import keyboard_for
from conversations.own_notes import (
    any_note,
    is_of_conduct,
    named,
    next_meeting,
    own_note,
    plan,
    reader_of,
    words_of,
)

_MINUTE = timedelta(minutes=1)

# --- the whole


def show_note(turn: Turn, note: Note) -> None:
    who = (
        _("{name} was given this note, and you can take it back until it is read.")
        if note.is_shown and note.opened_at is None
        else _("{name} has read this note.")
        if note.is_shown
        else _("This is your note. Only you see it.")
    )
    turn.say(
        f"{who.format(name=named(turn, note))}\n\n{words_of(note.answers)}",
        _choices(turn, note),
        topic=note.topic,
    )


def _choices(turn: Turn, note: Note) -> list[Button]:
    throw = button(_("Throw it away"), "kept_notes:throw_away", note.id)
    if note.is_shown:
        take = button(_("Take it back"), "note_sharing:take_back", note.id)
        return [*([take] if note.opened_at is None else []), throw]
    keep_it = button(_("Keep it, and remind me before we meet"), "kept_notes:keep", note.id)
    label = _("Show it to {name} before we meet").format(name=named(turn, note))
    show = button(label, "note_sharing:ask", note.id)
    somebody = button(_("Tell somebody else"), "kept_notes:somebody_else", note.id)
    return [
        *([] if note.state is NoteState.KEPT else [keep_it]),
        *([show] if can_be_shown(turn, note) else []),
        *([somebody] if is_of_conduct(turn, note) else []),
        button(_("Change it"), "tell_myself:change", note.id),
        throw,
    ]


def can_be_shown(turn: Turn, note: Note) -> bool:
    """To whom the client sees now, who can be reached; what is about a wrong-doing isn't (law 7)."""
    is_theirs = note.psychologist_id == turn.person.psychologist_id
    return is_theirs and can_be_reached(reader_of(turn, note)) and not is_of_conduct(turn, note)


def see(turn: Turn, note_id: int) -> None:
    note = own_note(turn, note_id)
    if note is not None:
        show_note(turn, note)


# --- kept


def keep(turn: Turn, note_id: int) -> None:
    """It is brought back before the next meeting, and asked about once after it."""
    note = own_note(turn, note_id)
    if note is None:
        return
    note.state, note.brings_back = NoteState.KEPT, True
    at = plan(turn, note)
    if at is not None and at <= turn.now:
        note.brought_at = turn.now
    turn.note("keep note", note)
    stays = _("It stays under «Something isn't right».")
    kept = _("Kept.") if note.is_shown else _("Kept, and only you see it.")
    turn.say(f"{kept} {comes_back(turn, note)}\n{stays}", keyboard=keyboard_for(turn))


def comes_back(turn: Turn, note: Note) -> str:
    """When, as far as that is true."""
    meeting = next_meeting(turn, note)
    if turn.person.stopped_at is not None:
        return _("Messages are off, so I don't bring it back.")
    if meeting is None:
        text = _("No time with {name} is booked here. Once one is, I'll bring it back before it.")
        return text.format(name=named(turn, note))
    words, at, paused = turn.words, note.due_at, turn.person.paused_until
    if at is not None and paused is not None and paused > at:
        text = _("Messages pause until {when}, so I don't bring it back.")
        return text.format(when=words.day_and_time(paused))
    if at is None or at > meeting.starts_at:
        text = _("You meet {when}, so I don't bring it back before.")
        return text.format(when=words.within(meeting.starts_at, turn.now))
    is_usual = meeting.starts_at - at < BROUGHT_BEFORE + _MINUTE
    text = (
        _("I'll bring it back an hour before: {when}.")
        if is_usual
        else _("I'll bring it back before you meet: {when}.")
    )
    return text.format(when=words.day_and_time(at))


# --- thrown away


def let_go(turn: Turn, note: Note, text: str) -> None:
    """Keep none of it, and say so."""
    notes.throw_away(turn.db, note, turn.now)
    kept_words.forget_of_step(turn.db, turn.person.id)
    dialogue.close_prompts(turn.db, note.topic, turn.now)
    turn.note("throw note away", note)
    turn.say(text, keyboard=keyboard_for(turn))


def throw_away(turn: Turn, note_id: int) -> None:
    note = own_note(turn, note_id)
    if note is None:
        return
    gone = _("Thrown away. I've kept none of it. In this chat it stands until you delete it.")
    if note.is_shown and note.opened_at is not None:
        read = _("{name} had read it.").format(name=named(turn, note))
        gone = f"{gone} {read}"
    let_go(turn, note, gone)


# --- somebody else


def somebody_else(turn: Turn, note_id: int) -> None:
    """The other ways stay open; the words go along only if the client wants, and into a preview."""
    note = any_note(turn, note_id)
    if note is None:
        return
    turn.say(
        _(
            "You choose who. Shall I take the words of your note along? "
            "You see all of it before anything goes out."
        ),
        [
            button(_("Yes, take them along"), "kept_notes:with_words", note.id, also=("yes",)),
            button(_("No, begin anew"), "concern:begin", also=("no",)),
            button(_("Go back to my note"), "kept_notes:back_to", note.id),
        ],
    )


def with_words(turn: Turn, note_id: int) -> None:
    note = any_note(turn, note_id)
    if note is None:
        return
    if not note.answers:
        turn.next_tap = button("", "concern:begin").data
        return
    words = note.words if note.is_to_bring else words_of(note.answers)
    kept = kept_words.keep(turn.db, turn.person.id, words, turn.now)
    turn.next_tap = button("", "free_text:tell", kept.id).data


def back_to(turn: Turn, note_id: int) -> None:
    note = any_note(turn, note_id)
    if note is None:
        return
    if note.is_to_bring:
        turn.next_tap = button("", "bring_up_note:see", note.id).data
        return
    if note.state is NoteState.WRITING:
        turn.next_tap = button("", "tell_myself:go_on", note.id).data
        return
    show_note(turn, note)


def say_nobody(turn: Turn) -> None:
    turn.say(
        _("I don't know whom you see now. You can tell somebody else."),
        [button(_("Tell somebody else"), "concern:begin")],
    )


# --- how it stands


def show_kept(turn: Turn) -> bool:
    """Say how each note stands that is there; False if there is none."""
    found = notes.of_client(turn.db, turn.person.id)
    for note in found:
        anew = [button(_("Something else"), "concern:begin")] if note is found[-1] else []
        turn.say(_stands(turn, note), [*_ways(note), *anew], topic=note.topic)
    return bool(found)


def _stands(turn: Turn, note: Note) -> str:
    meeting = next_meeting(turn, note) if note.state is NoteState.KEPT else None
    comes_at = note.due_at if meeting and note.due_at and note.due_at < meeting.starts_at else None
    goes_at = note.goes_at if note.goes_at and note.goes_at > turn.now else None
    if note.state is NoteState.WRITING:
        text, at = _("You began a note for {name}. Only you see it."), None
    elif note.is_shown and note.opened_at is not None:
        text, at = _("{name} has read your note."), None
    elif note.is_shown and goes_at is not None:
        text, at = _("{name} gets your note {when}."), goes_at
    elif note.is_shown:
        text, at = _("{name} was given your note and hasn't read it yet."), None
    elif comes_at is not None:
        text, at = _("You keep a note for {name}. I bring it back {when}."), comes_at
    else:
        text, at = _("You keep a note for {name}. Only you see it."), None
    when = turn.words.within(at, turn.now) if at is not None else ""
    return text.format(name=named(turn, note), when=when)


def _ways(note: Note) -> list[Button]:
    throw = button(_("Throw it away"), "kept_notes:throw_away", note.id)
    if note.state is NoteState.WRITING:
        return [button(_("Go on with it"), "tell_myself:go_on", note.id), throw]
    see_it = button(_("See it"), "kept_notes:see", note.id)
    if note.is_shown:
        take = button(_("Take it back"), "note_sharing:take_back", note.id)
        return [see_it, *([take] if note.opened_at is None else []), throw]
    return [see_it, button(_("Change it"), "tell_myself:change", note.id), throw]


CONVERSATION = Conversation(
    name="kept_notes",
    taps={
        "see": see,
        "keep": keep,
        "throw_away": throw_away,
        "somebody_else": somebody_else,
        "with_words": with_words,
        "back_to": back_to,
    },
    needs=Action.OWN_NOTE,
)
