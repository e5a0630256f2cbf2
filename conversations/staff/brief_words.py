"""What a brief says: who and when, and of what a client shares exactly that, in as few lines as it takes."""

from datetime import datetime
from itertools import islice

from bot.buttons import Button, button
from bot.records import briefs, check_ins, heard, homework_of_client, notes, shown_answers
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.homework import Homework
from bot.records.notes import Note, NoteState
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import HIGHEST
from bot.rules.briefs import is_homework_since
from bot.rules.names import called
from bot.rules.quoting import isolated
from bot.rules.splitting import beginning, shortened
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_words import as_read
from conversations.check_in_words import in_reader_s_language
from conversations.own_notes import words_of
from conversations.staff.schedule import answer_words
from conversations.staff.shown_homework import (
    button_to_all,
    leaves_something_out,
    short_lines,
    shown_answer,
)

_TASKS, _TASK_LETTERS = 3, 80
_LETTERS, _LINES = 300, 6  # of a note, where it stands among others

# Lines that belong together, and the buttons that lead on from them.
Part = tuple[list[str], list[Button]]


def parts_of(turn: Turn, client: Person, row: TherapySession | None) -> list[Part]:
    """In the order in which they are needed; `row` is None where nothing is booked.

    Of what isn't shared nothing is said. Withheld, not answered and not asked look alike.
    """
    before = turn.now if row is None else min(row.starts_at, turn.now)
    last = briefs.last_met(turn.db, client.id, turn.person.id, before)
    found = [
        (_head(turn, client, row), []),
        *_to_bring(turn, client),
        *_to_say(turn, client),
        (_check_in(turn, client, last), []),
        *_homework(turn, client, last),
    ]
    return [(lines, buttons) for lines, buttons in found if lines]


def _head(turn: Turn, client: Person, row: TherapySession | None) -> list[str]:
    if row is None:
        return [client.name, _("No session is booked.")]
    is_unheard = row.id in heard.not_reached(turn.db, [row], turn.now)
    state = _("not reached") if is_unheard else answer_words(row, turn.now)
    return [f"{client.name} · {turn.words.near(row.starts_at, turn.now)} · {state}"]


# --- what they want to bring


def _to_bring(turn: Turn, client: Person) -> list[Part]:
    return [_note(turn, each) for each in notes.to_bring(turn.db, client.id, turn.person.id)]


def _note(turn: Turn, note: Note) -> Part:
    turn.note("look", note)
    words = beginning(note.words, _LETTERS, _LINES)
    if words == note.words:
        return as_read(note), []
    heading = as_read(note)[0]
    lines = [heading, _("«{words}»").format(words=isolated(words))]
    return lines, [button(_("Read it all"), "briefs:whole", note.id)]


def _to_say(turn: Turn, client: Person) -> list[Part]:
    """What they chose to show of what isn't right: from now on it was read, as if opened by itself."""
    parts = []
    for note in notes.of_client(turn.db, client.id):
        if note.state is not NoteState.KEPT or note.psychologist_id != turn.person.id:
            continue
        if turn.reach(Action.SEE_NOTE, Note, note.id) is None:
            continue
        if not notes.open_it(turn.db, note, turn.now):
            continue
        turn.note("look", note)
        short = {key: beginning(each, _LETTERS, _LINES) for key, each in note.answers.items()}
        heading = _("{client} shows you this before you meet:").format(client=called(client.name))
        whole = [button(_("Read it all"), "notes:look", note.id)] if short != note.answers else []
        parts.append(([heading, words_of(short)], whole))
    return parts


# --- how it felt


def _check_in(turn: Turn, client: Person, last: TherapySession | None) -> list[str]:
    """The last one since they met, beside the one before it, of those that this reader may see."""
    answered = briefs.answered(turn.db, client.id, turn.person.id)
    reached = (turn.reach(Action.SEE_CHECK_IN, CheckIn, row_id) for row_id in answered)
    seen = list(islice(filter(None, reached), 2))
    if not seen or (last is not None and not _is_since(seen[0], last)):
        return []
    turn.note("look", seen[0])
    about = turn.db.get_one(TherapySession, seen[0].therapy_session_id)
    lines = _answers(turn, seen[0], seen[1] if len(seen) > 1 else None)
    heading = _("Check-in about {day}:").format(day=turn.words.day(about.starts_at))
    return [heading, *lines] if lines else []


def _is_since(row: CheckIn, last: TherapySession) -> bool:
    return row.answered_at is not None and row.answered_at >= last.starts_at


def _answers(turn: Turn, row: CheckIn, earlier: CheckIn | None) -> list[str]:
    """Each item that was answered, in the words in which it was asked."""
    questionnaire = check_ins.questionnaire_of(turn.db, row)
    before = earlier.answers if earlier is not None else {}
    lines = []
    for name, value in row.answers.items():
        if value is None:
            continue
        pattern, was = _("{sentence}: {value} of {highest}"), before.get(name)
        if was is not None:
            pattern = _("{sentence}: {value} of {highest} (was {before})")
        sentence = in_reader_s_language(questionnaire.item(name).sentence)
        lines.append(pattern.format(sentence=sentence, value=value, highest=HIGHEST, before=was))
    return lines


# --- what they were given to do


def _homework(turn: Turn, client: Person, last: TherapySession | None) -> list[Part]:
    since = last.starts_at if last is not None else None
    rows = homework_of_client.last_set(turn.db, client.id, turn.person.id, _TASKS)
    return [_task(turn, row) for row in reversed(rows) if _is_of_now(turn, row, since)]


def _is_of_now(turn: Turn, row: Homework, since: datetime | None) -> bool:
    assert row.set_at is not None, "drafts are left out"
    answer = shown_answers.visible_answer(turn.db, row, turn.now)
    shown_at = answer.at if answer is not None else None
    return is_homework_since(since, row.set_at, row.until_at, shown_at)


def _task(turn: Turn, row: Homework) -> Part:
    """From now on what was shown of it counts as read (see shown_homework.shown_answer)."""
    assert row.set_at is not None, "drafts are left out"
    day, task = turn.words.day(row.set_at), isolated(shortened(row.task, _TASK_LETTERS))
    lines = [_("Homework of {day}: «{task}»").format(day=day, task=task)]
    answer = shown_answer(turn, row)
    if answer is None:
        return lines, []
    lines.extend(short_lines(answer))
    if not leaves_something_out(answer):
        return lines, []
    label = _("All that was shown of {day}").format(day=day)
    return lines, [button_to_all(label, row, answer)]
