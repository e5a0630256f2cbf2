"""Telling the psychologist oneself: three short questions become a note in the client's own words."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import kept_words, notes, people
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.notes import Note, NoteState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.kept_notes import let_go, say_nobody, show_note
from conversations.own_notes import QUESTIONS, named, own_note, words_of
from conversations.recognised import sounds_like_conduct

COUNT = len(QUESTIONS)

# --- the ways


def offer(
    turn: Turn, psychologist: Person, check_in_id: int, words_from: int, *, can_write: bool
) -> None:
    """How to tell them: find the words for when they meet, or write to them here."""
    name = called(psychologist.name)
    here = button(
        _("Write to {name} here").format(name=name),
        "concern:write", psychologist.id, check_in_id, words_from,
    )  # fmt: skip
    tell = ("check_in:tell_another", check_in_id) if check_in_id else ("concern:begin",)
    somebody = button(_("Tell somebody else"), *tell)
    turn.say(
        _("How would you like to tell {name}? Nothing goes out yet.").format(name=name),
        [
            button(_("Help me find the words, for when we meet"), "tell_myself:begin", words_from),
            here if can_write else somebody,
            button(_("Not now"), "concern:not_now"),
        ],
    )


def begin(turn: Turn, words_from: int) -> None:
    """What was left unfinished isn't thrown away without being asked about."""
    before = notes.unfinished_of(turn.db, turn.person.id)
    if before is None or not before.answers:
        return begin_anew(turn, words_from)
    text = _("You began a note for {name} before. Beginning anew throws that one away.")
    turn.say(
        text.format(name=named(turn, before)),
        [
            button(_("Go on with it"), "tell_myself:go_on", before.id),
            button(_("Begin anew"), "tell_myself:begin_anew", words_from),
        ],
    )


def begin_anew(turn: Turn, words_from: int) -> None:
    """The first question; words that were written before are its answer so far."""
    psychologist_id = turn.person.psychologist_id
    if psychologist_id is None:
        return say_nobody(turn)
    note = notes.begin(
        turn.db, client_id=turn.person.id, psychologist_id=psychologist_id, now=turn.now
    )
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    words = None if kept is None else kept_words.take(turn.db, kept, turn.now)
    if words:
        notes.answer(note, QUESTIONS[0], words)
    turn.note("begin note", note)
    name = called(people.get(turn.db, psychologist_id).name)
    only_you = _(
        "Three short questions. Only you see this. At the end you choose whether {name} gets it."
    )
    _ask(turn, note, 1, lead=only_you.format(name=name))


# --- three questions


def _editable(turn: Turn, note_id: int) -> Note | None:
    """The note if its words may change: what was shown is taken back first."""
    note = own_note(turn, note_id)
    if note is not None and note.is_shown:
        text = (
            _("{name} was given it as it is. To change it, take it back first.")
            if note.opened_at is None
            else _("{name} has read it as it is, so it can't be changed any more.")
        )
        turn.say(
            text.format(name=named(turn, note)),
            [button(_("See it"), "kept_notes:see", note.id)],
        )
        return None
    return note


def _ask(turn: Turn, note: Note, number: int, *, lead: str = "", alone: int = 0) -> None:
    """One of the questions; `alone` where just this answer is to change."""
    questions = (
        _("What happened, or keeps happening?"),
        _("What would help?"),
        _("How could you begin? One sentence is enough."),
    )
    asked = questions[number - 1]
    if not alone:
        asked = _("{number} of {count}. {question}").format(
            number=number, count=COUNT, question=asked
        )
    so_far = note.answers.get(QUESTIONS[number - 1], "")
    has = _("So far: «{words}»").format(words=so_far) if so_far else ""
    question = "\n".join(filter(None, [asked, has]))
    turn.ask(
        "\n\n".join(filter(None, [lead, question])),
        _ways_on(note, number, alone),
        then="tell_myself:words",
        topic=note.topic,
        note_id=note.id,
        number=number,
        alone=alone,
    )


def _ways_on(note: Note, number: int, alone: int) -> list[Button]:
    is_answered = QUESTIONS[number - 1] in note.answers
    is_last = number == COUNT or alone
    on = _("Skip") if not is_answered else _("That's all") if is_last else _("Next question")
    also = ("no", "next") if is_answered else ()
    anew = button(_("Write it anew"), "tell_myself:anew", note.id, number, alone)
    return [
        button(on, "tell_myself:next", note.id, number, alone, also=also),
        *([anew] if is_answered else []),
        *(
            [button(_("Back"), "tell_myself:back", note.id, number)]
            if number > 1 and not alone
            else []
        ),
        # «Stop», typed, stops all messages: the button needs other words.
        *([] if alone else [button(_("Stop here"), "tell_myself:stop", note.id)]),
    ]


def words(turn: Turn, text: str, note_id: int, number: int, alone: int) -> None:
    """Several messages to one question are one answer."""
    note = _editable(turn, note_id)
    if note is None or not 1 <= number <= COUNT:
        return
    notes.answer(note, QUESTIONS[number - 1], text)
    turn.note("note words", note)
    got = _("Got it.") + " " + _("Anything more? Write it here, or tap.")
    more = _ways_on(note, number, alone)
    if sounds_like_conduct(turn, text):
        needn_t = _(
            "It sounds as if something happened that wasn't OK. For such things it needn't be "
            "{name} alone who hears it."
        )
        got = f"{needn_t.format(name=named(turn, note))}\n\n{got}"
        more.insert(1, button(_("Tell somebody else"), "kept_notes:somebody_else", note.id))
    turn.ask(
        got,
        more,
        then="tell_myself:words",
        topic=note.topic,
        note_id=note.id,
        number=number,
        alone=alone,
    )


def next_question(turn: Turn, note_id: int, number: int, alone: int) -> None:
    note = _editable(turn, note_id)
    if note is None:
        return
    if number < COUNT and not alone:
        return _ask(turn, note, max(number, 0) + 1)
    if note.answers:
        return show_note(turn, note)
    let_go(turn, note, _("There are no words in it, so I've kept nothing."))


def back(turn: Turn, note_id: int, number: int) -> None:
    note = _editable(turn, note_id)
    if note is not None:
        _ask(turn, note, min(max(number - 1, 1), COUNT))


def anew(turn: Turn, note_id: int, number: int, alone: int) -> None:
    """The words of this answer go, and it is asked once more."""
    note = _editable(turn, note_id)
    if note is not None and 1 <= number <= COUNT:
        notes.empty_answer(note, QUESTIONS[number - 1])
        _ask(turn, note, number, alone=alone)


def stop(turn: Turn, note_id: int) -> None:
    note = own_note(turn, note_id)
    if note is None:
        return
    if note.state is not NoteState.WRITING:  # an old button: what was kept since stays
        return show_note(turn, note)
    let_go(turn, note, _("Stopped. I've kept nothing of it."))


def go_on(turn: Turn, note_id: int) -> None:
    """Where it was left: the first question without an answer, or the whole."""
    note = _editable(turn, note_id)
    if note is None:
        return
    left = (number for number, name in enumerate(QUESTIONS, 1) if name not in note.answers)
    number = next(left, 0)
    if number:
        return _ask(turn, note, number)
    show_note(turn, note)


# --- changing it


def change(turn: Turn, note_id: int) -> None:
    note = _editable(turn, note_id)
    if note is None:
        return
    labels = (_("What happened"), _("What would help"), _("How to begin"))
    turn.say(
        "\n\n".join(filter(None, [words_of(note.answers), _("Which part do you want to change?")])),
        [
            *(
                button(label, "tell_myself:change_one", note.id, number)
                for number, label in enumerate(labels, 1)
            ),
            button(_("Leave it as it is"), "kept_notes:see", note.id, also=("no",)),
        ],
        topic=note.topic,
    )


def change_one(turn: Turn, note_id: int, number: int) -> None:
    note = _editable(turn, note_id)
    if note is not None and 1 <= number <= COUNT:
        _ask(turn, note, number, alone=1)


CONVERSATION = Conversation(
    name="tell_myself",
    taps={
        "begin": begin,
        "begin_anew": begin_anew,
        "next": next_question,
        "back": back,
        "anew": anew,
        "stop": stop,
        "go_on": go_on,
        "change": change,
        "change_one": change_one,
    },
    steps={"words": words},
    needs=Action.OWN_NOTE,
    is_of_concern=True,
)
