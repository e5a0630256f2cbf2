"""A note for the next session let be seen: what would be read, word by word, first; ended at any time."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import brought_notes, notes, sharings
from bot.records.access import Action
from bot.records.notes import Note, NoteState
from bot.records.sharings import SharedKind
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.bring_up_note import (
    is_seen,
    own_brought,
    reminding,
    share_button,
    show_note,
    way_to_others,
)
from conversations.bring_up_words import as_read
from conversations.case_alerts import can_be_reached
from conversations.kept_notes import can_be_shown
from conversations.menu import keyboard_for
from conversations.own_notes import is_of_conduct, named, reader_of

NOTES_TEXT_VERSION = "notes to bring 2026-11a"


def say_kept(turn: Turn, note: Note) -> None:
    """It is there, nobody else sees it, and what can be done with it."""
    turn.say(
        _("Kept, and only you see it. «For next time» shows it."),
        [
            *share_button(turn, note),
            *way_to_others(turn, note),
            button(_("Keep it to me"), "bring_up_sharing:keep", note.id, also=("no",)),
            button(_("Change it"), "bring_up:change", note.id),
            button(_("Throw it away"), "bring_up_note:throw_away", note.id),
        ],
        topic=note.topic,
    )


# --- before the yes


def ask(turn: Turn, note_id: int) -> None:
    note = _showable(turn, note_id)
    if note is not None:
        preview(turn, note)


def preview(turn: Turn, note: Note) -> None:
    """What would be read, whole. The first time it says what else the yes is a yes to."""
    name, reader = named(turn, note), reader_of(turn, note)
    is_first = not _shares_notes(turn, note)
    reads = _("{name} would read exactly this, before you meet:").format(name=name)
    ends = _(
        "Nothing more, and nobody else. You can keep it to yourself again at any time. What was "
        "read by then can't be unread."
    )
    first = _(
        "From now on {name} can see the notes you let them see, and no others. /sharing shows "
        "that and ends it."
    )
    turn.say(
        "\n\n".join(
            [
                reads,
                "\n".join(as_read(note)),
                f"{ends} {who_is_away(turn, [reader])}".rstrip(),
                *([first.format(name=name)] if is_first else []),
            ]
        ),
        [
            button(
                _("Yes, let {name} see it").format(name=name), "bring_up_sharing:share",
                note.id, note.mark, reader.id, int(is_first), also=("yes",),
            ),
            button(_("Keep it to me"), "bring_up_sharing:keep", note.id, also=("no",)),
        ],
        topic=note.topic,
    )  # fmt: skip


def _shares_notes(turn: Turn, note: Note) -> bool:
    kind = SharedKind.NOTES
    return sharings.standing(turn.db, note.client_id, note.psychologist_id, kind) is not None


def _showable(turn: Turn, note_id: int) -> Note | None:
    """The note if it can be shown and isn't yet; otherwise says how it stands, or why not."""
    note = own_brought(turn, note_id)
    if note is None:
        return None
    if is_seen(turn, note) or note.state is not NoteState.KEPT:
        show_note(turn, note)
        return None
    if can_be_shown(turn, note):
        return note
    if is_of_conduct(turn, note):
        text = _(
            "If something happened that wasn't OK, it's for somebody other than {name} to hear. "
            "So I don't pass it on. You can bring it yourself, or tell somebody else."
        )
    elif note.psychologist_id != turn.person.psychologist_id:
        text = _("You see somebody else than {name} now, so I don't pass it on.")
    else:
        assert not can_be_reached(reader_of(turn, note)), "nothing else keeps it from being shown"
        text = _("I can't reach {name} here, so I pass nothing on. You can bring it yourself.")
    turn.say(
        text.format(name=named(turn, note)),
        [
            *way_to_others(turn, note),
            button(_("Go back to my note"), "bring_up_note:see", note.id),
        ],
    )
    return None


# --- yes, and no


def share(turn: Turn, note_id: int, mark: int, psychologist_id: int, is_first: int) -> None:
    """Yes: these words, to this person, with what stood above the button."""
    note = _showable(turn, note_id)
    if note is None:
        return
    is_as_it_stood = (mark, psychologist_id) == (note.mark, note.psychologist_id)
    if not is_as_it_stood or not (is_first or _shares_notes(turn, note)):
        turn.say(_("It has changed since then. This is how it stands now."))
        return preview(turn, note)
    brought_notes.share(turn.db, note, NOTES_TEXT_VERSION, turn.now)
    turn.note("share note", note)
    text = _(
        "{name} can see it now. It stays so until you keep it to yourself again, or say that you "
        "talked about it. «For next time» shows it."
    )
    turn.say(
        text.format(name=named(turn, note)),
        [
            *reminding(turn, note),
            button(_("Keep it to me again"), "bring_up_sharing:keep", note.id),
        ],
        topic=note.topic,
    )


def keep(turn: Turn, note_id: int) -> None:
    """Nobody but the client sees it from now on."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    if notes.keep_private(turn.db, note, turn.now):
        turn.note("keep note private", note)
        text = _(
            "From now on only you see it. {name} isn't told. If {name} has read it, that can't be "
            "undone."
        ).format(name=named(turn, note))
    else:
        text = _("All right. Only you see it. «For next time» shows it.")
    buttons = reminding(turn, note) if note.state is NoteState.KEPT else []
    turn.say(text, buttons, keyboard=() if buttons else keyboard_for(turn))


CONVERSATION = Conversation(
    name="bring_up_sharing",
    taps={"ask": ask, "share": share, "keep": keep},
    needs=Action.OWN_NOTE,
)
