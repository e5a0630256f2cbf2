"""One note for the next session: seen whole, talked about, kept for somebody else, thrown away."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import brought_notes, notes, people, therapy_sessions
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_words import own_words
from conversations.kept_notes import can_be_shown, comes_back, let_go
from conversations.menu import keyboard_for
from conversations.own_notes import is_of_conduct, named, next_meeting, plan


def own_brought(turn: Turn, note_id: int) -> Note | None:
    """The note if it is theirs, for a session and still there; otherwise says that it isn't."""
    note = turn.reach(Action.OWN_NOTE, Note, note_id)
    if note is not None and note.is_to_bring and note.state is not NoteState.THROWN_AWAY:
        return note
    turn.say(
        _("I don't have that note any more. «For next time» shows those that are there."),
        keyboard=keyboard_for(turn),
    )
    return None


def is_seen(turn: Turn, note: Note) -> bool:
    """Whether the psychologist can see it now."""
    return notes.visible_to(turn.db, note) is not None


# --- the whole


def see(turn: Turn, note_id: int) -> None:
    note = own_brought(turn, note_id)
    if note is not None:
        show_note(turn, note)


def show_note(turn: Turn, note: Note) -> None:
    parts = [own_words(note), standing(turn, note)]
    if note.state is NoteState.KEPT and note.brings_back:
        parts.append(comes_back(turn, note))
    turn.say("\n\n".join(parts), _choices(turn, note), topic=note.topic)


def standing(turn: Turn, note: Note) -> str:
    """Who sees it, and what becomes of it."""
    if note.state is NoteState.WRITING:
        assert note.due_at is not None, "what isn't finished is forgotten some day"
        text = _("Not finished. I keep it until {day}. Only you see it.")
        return text.format(day=turn.words.day(note.due_at))
    if note.psychologist_id != turn.person.psychologist_id:
        text = _("You wrote it for {name}. Only you see it.")
    elif is_seen(turn, note):
        text = _("{name} can see it.")
    elif note.state is NoteState.RESTING:
        text = _("You talked about it. Only you see it.")
    else:
        text = _("Only you see it.")
    return text.format(name=named(turn, note))


def _choices(turn: Turn, note: Note) -> list[Button]:
    change = button(_("Change it"), "bring_up:change", note.id)
    throw = button(_("Throw it away"), "bring_up_note:throw_away", note.id)
    if note.state is NoteState.WRITING:
        go_on = button(_("Go on with it"), "bring_up:change", note.id)
        return [go_on, button(_("That's all"), "bring_up:done", note.id, 0), throw]
    if note.psychologist_id != turn.person.psychologist_id:
        return [*_for_new(turn, note), *way_to_others(turn, note), change, throw]
    if note.state is NoteState.RESTING:
        again = button(_("Bring it up again"), "bring_up_note:again", note.id)
        return [again, change, throw]
    return [
        *_sharing(turn, note),
        *way_to_others(turn, note),
        *reminding(turn, note),
        *_talked(turn, note),
        change,
        throw,
    ]


def share_button(turn: Turn, note: Note) -> list[Button]:
    """Nothing where they can't be shown it."""
    if not can_be_shown(turn, note):
        return []
    label = _("Let {name} see it before we meet").format(name=named(turn, note))
    return [button(label, "bring_up_sharing:ask", note.id)]


def way_to_others(turn: Turn, note: Note) -> list[Button]:
    """What is about a wrong-doing is for somebody else to hear."""
    if not is_of_conduct(turn, note):
        return []
    return [button(_("Tell somebody else"), "kept_notes:somebody_else", note.id)]


def _sharing(turn: Turn, note: Note) -> list[Button]:
    if is_seen(turn, note):
        return [button(_("Keep it to me again"), "bring_up_sharing:keep", note.id)]
    return share_button(turn, note)


def _talked(turn: Turn, note: Note) -> list[Button]:
    """Once they have met since it was begun."""
    last = therapy_sessions.last_begun(turn.db, turn.person, turn.now)
    if last is None or not last.took_place or last.starts_at < note.begun_at:
        return []
    return [button(_("We talked about it"), "bring_up_note:talked", note.id)]


def _for_new(turn: Turn, note: Note) -> list[Button]:
    """The offer to keep it for whom the client sees now."""
    psychologist_id = turn.person.psychologist_id
    if psychologist_id is None:
        return []
    name = called(people.get(turn.db, psychologist_id).name)
    label = _("Keep it for {name}").format(name=name)
    return [button(label, "bring_up_note:keep_for", note.id, psychologist_id)]


def keep_for(turn: Turn, note_id: int, psychologist_id: int) -> None:
    """For whom the button named, if the client sees them; private until they say otherwise."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    if psychologist_id == turn.person.psychologist_id != note.psychologist_id:
        brought_notes.keep_for(turn.db, note, psychologist_id, turn.now)
        turn.note("keep note for", note)
    show_note(turn, note)


# --- talked about


def talked(turn: Turn, note_id: int) -> None:
    """The psychologist isn't shown it again; the client keeps it."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    if note.state is not NoteState.KEPT:
        return show_note(turn, note)
    notes.keep_private(turn.db, note, turn.now)
    note.state, note.brings_back, note.due_at = NoteState.RESTING, False, None
    turn.note("note rests", note)
    turn.say(
        _("Good. {name} isn't shown it again. You keep it until you throw it away.").format(
            name=named(turn, note)
        ),
        [
            button(_("Throw it away"), "bring_up_note:throw_away", note.id),
            button(_("Bring it up again"), "bring_up_note:again", note.id),
        ],
    )


def again(turn: Turn, note_id: int) -> None:
    note = own_brought(turn, note_id)
    if note is None:
        return
    if note.state is NoteState.RESTING:
        note.state = NoteState.KEPT
        turn.note("keep note", note)
    show_note(turn, note)


# --- reminding


def reminding(turn: Turn, note: Note) -> list[Button]:
    if note.brings_back:
        return [button(_("Don't remind me"), "bring_up_note:dont_remind", note.id)]
    if next_meeting(turn, note) is None:
        return []
    return [button(_("Remind me before we meet"), "bring_up_note:remind", note.id)]


def remind(turn: Turn, note_id: int) -> None:
    """Brought back once, before the next time they meet."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    if note.state is not NoteState.KEPT:
        return show_note(turn, note)
    note.brings_back = True
    at = plan(turn, note)
    if at is not None and at <= turn.now:
        note.brought_at = turn.now
    turn.note("remind of note", note)
    turn.say(comes_back(turn, note), keyboard=keyboard_for(turn))


def dont_remind(turn: Turn, note_id: int) -> None:
    note = own_brought(turn, note_id)
    if note is None:
        return
    if note.brings_back:
        note.brings_back, note.due_at = False, None
        turn.note("don't remind of note", note)
    text = _("I don't bring it back. It stays under «For next time».")
    turn.say(text, keyboard=keyboard_for(turn))


# --- thrown away


def throw_away(turn: Turn, note_id: int) -> None:
    note = own_brought(turn, note_id)
    if note is None:
        return
    gone = _("Thrown away. I've kept none of it. In this chat it stands until you delete it.")
    if is_seen(turn, note):
        read = _("If {name} has read it, that can't be undone.").format(name=named(turn, note))
        gone = f"{gone} {read}"
    let_go(turn, note, gone)


CONVERSATION = Conversation(
    name="bring_up_note",
    taps={
        "see": see,
        "keep_for": keep_for,
        "talked": talked,
        "again": again,
        "remind": remind,
        "dont_remind": dont_remind,
        "throw_away": throw_away,
    },
    needs=Action.OWN_NOTE,
)
