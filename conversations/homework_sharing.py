"""What a client shows their psychologist of homework: asked each time, named word by word, taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import outbox, people, shown_answers, shown_notes, therapy_sessions
from bot.records.access import Action
from bot.records.alarms import raise_alarm
from bot.records.homework import Barrier, Homework, HomeworkNote, HomeworkState, NoteKind
from bot.rules.due import UNDO_DELAY
from bot.rules.homework import seen_at
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import can_be_reached
from conversations.homework_answers import (
    is_for_the_accused,
    own_homework,
    reader_of,
    say_not_for_the_accused,
    withdraw_unread,
)
from conversations.homework_seen import from_now_on, say_kept, seen_now
from conversations.homework_shown import question_of, shown_of, words_button
from conversations.homework_words import in_short
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct

Shown = Mapping[str, str]
_DAYS_OF_WEEK, _NOON = 7, 12


# --- before we meet


def ask_whether_to_show(
    turn: Turn, row: Homework, kind: NoteKind, said: str, reads_on: Sequence[Button] = ()
) -> None:
    """Say `said`, and ask who sees it; not again where the client wants this kept to themselves,
    nor where they have said yes to all homework."""
    if row.keeps_private:
        turn.say(said + " " + _("Only you see it."), keyboard=keyboard_for(turn))
        return
    words = [words_button(row)] if kind is NoteKind.ANSWER else []
    texts, buttons = seen_now(turn, row)
    if texts:
        turn.say("\n\n".join([said, *texts]), [*buttons, *words, *reads_on], topic=row.topic)
        return
    data = (row.id, kind.value, row.revision)
    all_of_it = from_now_on(turn, row, kind)
    turn.say(
        "\n\n".join([said, question_of(turn, row, kind), *all_of_it.texts]),
        [
            button(_("Yes, before we meet"), "homework_sharing:show", *data, also=("yes",)),
            *all_of_it.buttons,
            *words,
            button(_("No, keep it to me"), "homework_sharing:keep", row.id, also=("no",)),
            *reads_on,
        ],
        topic=row.topic,
    )


def show(turn: Turn, homework_id: int, kind: str, revision: int) -> None:
    """Yes, before we meet: queued for the morning of that day."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    fits = {
        NoteKind.ANSWER.value: row.state in (HomeworkState.DONE, HomeworkState.PARTLY),
        NoteKind.STRUGGLE.value: row.state is HomeworkState.STRUGGLING,
    }
    if not fits.get(kind, False) or revision != row.revision:
        turn.say(_("That has changed since then, so I passed nothing on. /homework shows it."))
        return
    if is_for_the_accused(turn, row):
        return
    row.keeps_private = False
    chosen = NoteKind(kind)
    note = _pass_on(turn, row, chosen, shown_of(row, chosen), _next_meeting(turn, row))
    if note is not None:
        _say_when_seen(turn, note, "")


def _next_meeting(turn: Turn, row: Homework) -> datetime:
    """When the psychologist gets it: on the morning of the day on which they meet."""
    reader = reader_of(turn, row)
    upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    theirs = (each.starts_at for each in upcoming if each.psychologist_id == reader.id)
    return seen_at(next(theirs, None), turn.practice.hours, turn.now)


def keep(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    was_seen = shown_answers.is_covered(turn.db, row)
    row.keeps_private = True
    withdraw_unread(turn, row, NoteKind.ANSWER)
    withdraw_unread(turn, row, NoteKind.STRUGGLE)
    turn.note("keep private", row)
    if was_seen:
        return say_kept(turn, row)
    turn.say(_("All right. I won't pass any of it on."), keyboard=keyboard_for(turn))


def tell(turn: Turn, homework_id: int) -> None:
    """It doesn't feel right: that, and the task."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    if row.barrier is not Barrier.NOT_RIGHT:
        turn.say(_("That has changed since then, so I passed nothing on. /homework shows it."))
        return
    shown = {"task": row.task, "barrier": Barrier.NOT_RIGHT.value}
    note = _pass_on(turn, row, NoteKind.STRUGGLE, shown, _next_meeting(turn, row))
    if note is not None:
        said = _("I pass on the task and «doesn't feel right». Nothing more.")
        _say_when_seen(turn, note, said + "\n\n")


# --- a question


def ask(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    reader = reader_of(turn, row)
    text = _(
        "What would you like to ask? {name} reads your question and the task. "
        "An answer may come here, or when you meet."
    ).format(name=called(reader.name))
    turn.ask(
        f"{text} {who_is_away(turn, [reader])}".rstrip(),
        [button(_("Don't ask"), "homework_sharing:dont_ask")],
        then="homework_sharing:question",
        homework_id=row.id,
    )


def dont_ask(turn: Turn) -> None:
    turn.say(_("All right. I pass nothing on."), keyboard=keyboard_for(turn))


def question_received(turn: Turn, text: str, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    if sounds_like_conduct(turn, text):
        return say_not_for_the_accused(turn, row)
    shown = {"task": row.task, "question": text}
    note = _pass_on(turn, row, NoteKind.QUESTION, shown, turn.now + UNDO_DELAY)
    if note is not None:
        said = _("Your question: «{question}»").format(question=in_short(text))
        _say_when_seen(turn, note, said + "\n\n")


# --- passing it on, and taking it back


def _pass_on(
    turn: Turn, row: Homework, kind: NoteKind, shown: Shown, goes_at: datetime
) -> HomeworkNote | None:
    """Queue it for the psychologist; None, and said so, if they can't be reached here.

    The same once more is the same note; something else takes the place of what wasn't read. Two
    questions are two.
    """
    reader = reader_of(turn, row)
    if kind is not NoteKind.QUESTION:
        for unread in shown_notes.unread_notes(turn.db, row, kind):
            if unread.shown == shown and unread.psychologist_id == reader.id:
                return unread
        withdraw_unread(turn, row, kind)
    if not can_be_reached(reader):
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {row.topic}", turn.now)
        text = _("I can't reach {name} here, so I passed nothing on. You can say it when you meet.")
        turn.say(text.format(name=called(reader.name)), keyboard=keyboard_for(turn))
        return None
    note = HomeworkNote(
        homework_id=row.id,
        client_id=row.client_id,
        psychologist_id=reader.id,
        kind=kind,
        created_at=turn.now,
        goes_at=goes_at,
    )
    shown_notes.add_note(turn.db, note, shown)
    turn.note("show", note)
    silent = not turn.practice.hours.is_open(goes_at)
    with turn.speaking_to(reader):
        turn.tell(
            reader,
            _("Something to read before a meeting."),
            [button(_("Open"), "homework_notes:look", note.id)],
            draft=turn.alert(silent=silent, topic=note.topic, due_at=goes_at),
        )
    return note


def _say_when_seen(turn: Turn, note: HomeworkNote, said: str) -> None:
    reader = people.get(turn.db, note.psychologist_id)
    name, words = called(reader.name), turn.words
    is_morning = words.hour(note.goes_at) < _NOON
    if reader.is_away(note.goes_at):
        text = _("{name} is away until {back}. Until it is read you can take it back.")
    elif note.goes_at <= turn.now + UNDO_DELAY:
        text = _("{name} gets it in 3 minutes. Until then you can take it back.")
    elif is_morning and 0 < words.days_until(note.goes_at, turn.now) < _DAYS_OF_WEEK:
        text = _("{name} sees it on {weekday} morning. Until then you can take it back.")
    else:
        text = _("{name} sees it {when}. Until then you can take it back.")
    text = text.format(
        name=name,
        weekday=words.weekday(note.goes_at),
        when=words.within(note.goes_at, turn.now),
        back=words.day_and_time(reader.away_until or note.goes_at),
    )
    turn.say(
        said + text,
        [button(_("Take it back"), "homework_sharing:take_back", note.id)],
        topic=note.topic,
    )


def take_back(turn: Turn, note_id: int) -> None:
    """Nobody reads it from now on, unless it was read already."""
    note = turn.reach(Action.ANSWER_HOMEWORK, HomeworkNote, note_id)
    if note is None:
        turn.say(_("I can't find that note any more. /homework shows what is open."))
        return
    name = called(people.get(turn.db, note.psychologist_id).name)
    if shown_notes.take_note_back(turn.db, note, turn.now):
        turn.note("take back", note)
        waited = outbox.withdraw(turn.db, note.topic, turn.now) > 0
        text = (
            _("Taken back. {name} doesn't hear of it.")
            if waited and note.goes_at > turn.now
            else _("Taken back. {name} can see that there was something, but not what.")
        )
    elif note.taken_back_at is not None:
        text = _("That is taken back already.")
    else:
        text = _("{name} has read it by now, so I can't take it back.")
    turn.say(text.format(name=name), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="homework_sharing",
    taps={
        "show": show,
        "keep": keep,
        "tell": tell,
        "ask": ask,
        "dont_ask": dont_ask,
        "take_back": take_back,
    },
    steps={"question": question_received},
)
