"""For next time: what a client wants to bring to the next session, written when they think of it."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import brought_notes, kept_words, notes, people
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.notes import TO_BRING, Note, NoteState
from bot.records.people import Telephone
from bot.rules.names import called
from bot.rules.own_notes import LONGEST_TO_BRING
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_note import is_seen, own_brought, show_note, standing
from conversations.bring_up_sharing import preview, say_kept
from conversations.bring_up_words import guide_to, in_a_line, label_of, own_words
from conversations.kept_notes import can_be_shown
from conversations.menu import keyboard_for
from conversations.own_notes import named
from conversations.recognised import sounds_like_conduct

SHOWN_AT_ONCE = 8
# Translators: what somebody types, alone, who wants to write down something for the next session,
# or to see what they wrote. «|» stands between the ways in which people write it; no word of an
# ordinary answer.
_WAYS_IN = _(
    "bring up|bring something up|something to bring up|things to bring up|to bring up|"
    "note for next time|a note for next time|notes for next time|for the next time|"
    "note for my session|note for my next session|notes for my next session|notes for my session|"
    "for my next session|for next session|for the next session|write a note|my notes"
)

# --- what is there


def show(turn: Turn) -> None:
    """The notes that are there; where there are none, the four kinds."""
    if notes.of_client(turn.db, turn.person.id, TO_BRING):
        return show_from(turn, 0)
    choose(turn, 0)


def show_from(turn: Turn, start: int) -> None:
    """Some of them at a time. On a telephone that others see, nothing of their words."""
    found = notes.of_client(turn.db, turn.person.id, TO_BRING)
    shown = list(enumerate(found, 1))[start : start + SHOWN_AT_ONCE]
    if not shown:
        return show(turn) if found else choose(turn, 0)
    with_words = turn.person.telephone is not Telephone.SHARED
    lines = [
        f"{number}. {in_a_line(note, with_words=with_words)}\n{standing(turn, note)}"
        for number, note in shown
    ]
    after = start + SHOWN_AT_ONCE
    turn.say(
        "\n\n".join([_("For next time:"), *lines]),
        [
            *(
                button(_("Note {number}").format(number=number), "bring_up_note:see", note.id)
                for number, note in shown
            ),
            *([button(_("Show more"), "bring_up:more", after)] if len(found) > after else []),
            button(_("Write a note"), "bring_up:write"),
        ],
        topic=notes.list_topic(turn.person.id),
    )


# --- the four kinds


def write(turn: Turn) -> None:
    choose(turn, 0)


def from_words(turn: Turn, words_from: int) -> None:
    """What was written while nothing had been asked becomes a note of the kind that is chosen."""
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    choose(turn, 0 if kept is None else words_from)


def choose(turn: Turn, words_from: int) -> None:
    psychologist_id = turn.person.psychologist_id
    if psychologist_id is None:
        return _say_nobody(turn)
    text = _(
        "Something to keep for your next time with {name}? Only you see it, unless you let {name} "
        "see it."
    )
    turn.say(
        text.format(name=called(people.get(turn.db, psychologist_id).name)),
        [
            *(
                button(label_of(kind), "bring_up:kind", number, words_from)
                for number, kind in enumerate(TO_BRING, 1)
            ),
            button(_("Not now"), "bring_up:not_now"),
        ],
    )


def _say_nobody(turn: Turn) -> None:
    text = _(
        "I don't know whom you see now, so I've kept nothing for your next time. To ask, phone "
        "{practice}."
    )
    turn.say(text.format(practice=turn.practice.name_and_phone), keyboard=keyboard_for(turn))


def not_now(turn: Turn) -> None:
    turn.say(
        _("All right. «For next time» is there when you want it."), keyboard=keyboard_for(turn)
    )


def kind(turn: Turn, number: int, words_from: int) -> None:
    """Its words; those that were written before are the beginning of it."""
    psychologist_id = turn.person.psychologist_id
    if not 1 <= number <= len(TO_BRING):
        return choose(turn, 0)
    if psychologist_id is None:
        return _say_nobody(turn)
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    before = None if kept is None else kept_words.take(turn.db, kept, turn.now)
    if before:
        return words(turn, before, 0, number, 0, 0)
    only_you = _("Only you see it, unless you let {name} see it.")
    how = _("Write it here, in one message or several.")
    name = called(people.get(turn.db, psychologist_id).name)
    chosen = TO_BRING[number - 1]
    turn.ask(
        f"{label_of(chosen)}.\n{guide_to(chosen)}\n\n{only_you.format(name=name)} {how}",
        [button(_("Not now"), "bring_up:not_now")],
        then="bring_up:words",
        note_id=0,
        kind=number,
        anew=0,
        was_seen=0,
    )


def _ask(
    turn: Turn, note: Note, text: str, buttons: list[Button], *, anew: int = 0, was_seen: int = 0
) -> None:
    turn.ask(
        text,
        buttons,
        then="bring_up:words",
        topic=note.topic,
        note_id=note.id,
        kind=TO_BRING.index(note.kind) + 1,
        anew=anew,
        was_seen=was_seen,
    )


# --- its words


def words(turn: Turn, text: str, note_id: int, kind: int, anew: int, was_seen: int) -> None:
    """Several messages are one note. Whoever saw it until now doesn't see it while it changes."""
    note = _to_write(turn, note_id, kind)
    if note is None:
        return _say_nobody(turn)
    if len(text) + (0 if anew else len(note.words)) > LONGEST_TO_BRING:
        return _say_too_long(turn, note, was_seen)
    was_seen |= brought_notes.write(turn.db, note, text, turn.now, anew=bool(anew))
    if note.state is NoteState.RESTING:
        note.state = NoteState.KEPT
    turn.note("note words", note)
    parts = []
    buttons = [
        button(_("That's all"), "bring_up:done", note.id, was_seen, also=("no",)),
        button(_("Write it anew"), "bring_up:anew", note.id, was_seen),
        button(_("Throw it away"), "bring_up_note:throw_away", note.id),
    ]
    if sounds_like_conduct(turn, text):
        needn_t = _(
            "It sounds as if something happened that wasn't OK. For such things it needn't be "
            "{name} alone who hears it."
        )
        parts.append(needn_t.format(name=named(turn, note)))
        buttons.insert(1, button(_("Tell somebody else"), "kept_notes:somebody_else", note.id))
    if was_seen:
        hidden = _("{name} doesn't see this note any more, until you say so again.")
        parts.append(hidden.format(name=named(turn, note)))
    parts.append(_("Got it.") + " " + _("Anything more? Write it here, or tap."))
    _ask(turn, note, "\n\n".join(parts), buttons, was_seen=was_seen)


def _say_too_long(turn: Turn, note: Note, was_seen: int) -> None:
    text = _(
        "A note holds {count} characters, and with this it would have more. I've kept what was there "
        "before. Write it shorter, or begin a second note."
    )
    buttons = [button(_("That's all"), "bring_up:done", note.id, was_seen, also=("no",))]
    _ask(turn, note, text.format(count=LONGEST_TO_BRING), buttons, was_seen=was_seen)


def _to_write(turn: Turn, note_id: int, kind: int) -> Note | None:
    """The note, or a new one: also where another telephone threw it away while this one wrote."""
    note = turn.reach(Action.OWN_NOTE, Note, note_id)
    if note is not None and note.is_to_bring and note.state is not NoteState.THROWN_AWAY:
        return note
    psychologist_id = turn.person.psychologist_id
    if psychologist_id is None:
        return None
    chosen = TO_BRING[kind - 1]
    return brought_notes.begin(turn.db, turn.person, psychologist_id, chosen, turn.now)


def done(turn: Turn, note_id: int, was_seen: int) -> None:
    """Kept; one that was seen before it changed is asked about at once."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    if note.state is NoteState.WRITING:
        note.state, note.due_at = NoteState.KEPT, None
        turn.note("keep note", note)
    if note.state is NoteState.RESTING or is_seen(turn, note):  # an old button
        return show_note(turn, note)
    if was_seen and can_be_shown(turn, note):
        return preview(turn, note)
    say_kept(turn, note)


# --- changing it


def change(turn: Turn, note_id: int) -> None:
    """What is written is added; or it is written anew."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    parts = [own_words(note)]
    if is_seen(turn, note):
        sees = _("{name} can see it as it is. Once you write, only you see it.")
        parts.append(sees.format(name=named(turn, note)))
    parts.append(_("Write what you want to add, or tap."))
    leave = button(_("Leave it as it is"), "bring_up_note:see", note.id, also=("no",))
    is_new = note.state is NoteState.WRITING
    buttons = [
        *([button(_("That's all"), "bring_up:done", note.id, 0)] if is_new else []),
        button(_("Write it anew"), "bring_up:anew", note.id, 0),
        *([] if is_new else [leave]),
    ]
    _ask(turn, note, "\n\n".join(parts), buttons)


def anew(turn: Turn, note_id: int, was_seen: int) -> None:
    """The words that are there stay until others come."""
    note = own_brought(turn, note_id)
    if note is None:
        return
    _ask(
        turn,
        note,
        _("Write it as it should be. What you wrote before stays until then."),
        [button(_("Leave it as it is"), "bring_up_note:see", note.id, also=("no",))],
        anew=1,
        was_seen=was_seen,
    )


CONVERSATION = Conversation(
    name="bring_up",
    commands={"bring": show},
    words={"For next time": show},
    spellings={_WAYS_IN: show},
    taps={
        "more": show_from,
        "write": write,
        "from_words": from_words,
        "kind": kind,
        "not_now": not_now,
        "done": done,
        "change": change,
        "anew": anew,
    },
    steps={"words": words},
    needs=Action.OWN_NOTE,
)
