"""A CSV file that a manager sends into the chat, or the operator gave: looked at, agreed to, taken over."""

from datetime import datetime, timedelta
from functools import lru_cache

from bot.conversation import Conversation, Timer
from bot.imports import batches, plans, reading
from bot.imports.plans import Asked, Plan
from bot.imports.reading import Unreadable
from bot.imports.report import Outcome, Report
from bot.incoming import IncomingFile
from bot.records import import_files, outbox, people, therapy_sessions, told
from bot.records.access import Action
from bot.records.import_files import ImportFile, ImportKind, ImportState
from bot.records.outbox import Body, Draft, FileKind, OutboxKind, OutboxRow, Priority
from bot.rules.practice import Practice
from bot.texts import _
from bot.turn import Turn
from conversations.free_text import unreadable
from conversations.menu import keyboard_for
from conversations.staff import import_words
from conversations.staff.import_telling import answers, tell_deciders, tell_sender

LARGEST = 5_000_000  # bytes, in the chat; `between-sessions import` takes more
_BATCH = 200  # rows in one transaction: well under a second, in which nothing else is written
_WAITS = timedelta(days=2)  # for somebody's yes; the schedule is another one by then


# --- a file comes


def how(turn: Turn) -> None:
    turn.say(
        _(
            "Send me a CSV file of clients or of sessions, as your own records export it. I look at "
            "it and say what would change; nothing changes before you say yes.\n"
            "Its first line names the columns: name, psychologist, external_id … for clients; "
            "client, starts_at, minutes … for sessions.\n"
            "I take the file out of this chat once I have read it."
        ),
        keyboard=keyboard_for(turn),
    )


def received(turn: Turn) -> None:
    """A file that no step waited for."""
    file = turn.incoming.file if turn.incoming else None
    if file is None or file.kind is not FileKind.DOCUMENT or not turn.may(Action.IMPORT):
        return unreadable(turn)
    if file.size > LARGEST:
        turn.say(
            _(
                "That file has {size} MB, and here {most} MB is the most. Split it, or ask "
                "whoever runs the program: `between-sessions import` takes larger ones."
            ).format(size=file.size // 1_000_000, most=LARGEST // 1_000_000)
        )
        return
    _fetch(turn, file)
    turn.say(_("I'm reading it. Nothing changes before you say yes."))


def _fetch(turn: Turn, file: IncomingFile) -> None:
    row = import_files.begin(turn.db, turn.person.id, Report().as_json(), turn.now)
    turn.note("send file", row)
    errand = Draft(
        turn.chat_id,
        Body(file={"kind": file.kind.value, "id": file.id}),
        Priority.ANSWER,
        kind=OutboxKind.FETCH,
        person_id=turn.person.id,
        topic=row.topic,
    )
    outbox.put(turn.db, errand, turn.now)
    assert turn.incoming is not None and turn.incoming.message_id is not None, "a file's message"
    gone = outbox.deletion(turn.chat_id, turn.incoming.message_id, 60, turn.now)
    outbox.put(turn.db, gone, turn.now)


def not_fetched(turn: Turn, errand: OutboxRow) -> None:
    """Telegram doesn't give it."""
    row = import_files.of_topic(turn.db, errand.topic)
    if row is not None and row.state is ImportState.FETCHING:
        _refuse(turn, row, _("Telegram didn't give me that file. Please send it once more."))


# --- one step after the other


def step(turn: Turn, row: ImportFile) -> None:
    """The next step: look at some rows, ask, take some rows over. Each is a transaction."""
    match row.state:
        case ImportState.CHECKING:
            _look(turn, row)
        case ImportState.ASKING if told.is_on_its_way(turn.db, row.question_topic):
            _drop_late(turn, row)
        case ImportState.ASKING:
            _ask(turn, row)
        case ImportState.RUNNING:
            _take_over(turn, row)
        case _:
            return


@lru_cache(maxsize=1)
def read(
    contents: bytes, kind: ImportKind | None, practice: Practice, sent_at: datetime, by: int | None,
    cancels_missing: bool,
) -> Plan | str:  # fmt: skip
    """A file's rows, or a sentence why it can't be used; of the kind that its headers say.

    The last one is kept: a file is worked a few rows at a time.
    """
    try:
        chosen = kind or reading.kind_of(contents)
        asked = Asked(chosen, practice, sent_at, by, cancels_missing)
        return plans.read(contents, asked)
    except Unreadable as error:
        return str(error)


def _plan_of(turn: Turn, row: ImportFile) -> Plan | None:
    """The file, read. None, and its end, if it can't be used."""
    said = (row.sent_at, row.sent_by, row.cancels_missing)
    found = turn.slowly(read, import_files.bytes_of(row), row.kind, turn.practice, *said)
    if isinstance(found, str):
        _refuse(turn, row, found)
        return None
    assert isinstance(found, Plan), "a plan, or the sentence above"
    return found.at(turn.now)


def _look(turn: Turn, row: ImportFile) -> None:
    """Count what the next rows would do; nothing is changed."""
    plan = _plan_of(turn, row)
    if plan is None:
        return
    row.kind = plan.asked.kind
    rows = plan.rows[row.next_row : row.next_row + _BATCH]
    report = Report.from_json(row.report) + batches.check(turn.db, plan, rows)
    row.report, row.next_row, row.due_at = report.as_json(), row.next_row + len(rows), turn.now
    if row.next_row < len(plan.rows):
        return
    row.next_row = 0
    if report.will_change or report.number(Outcome.BAD):
        row.state = ImportState.ASKING
        return
    _end(turn, row, ImportState.DONE)
    tell_sender(turn, row, lambda words: import_words.nothing_changes(report))


def _take_over(turn: Turn, row: ImportFile) -> None:
    """Take the next rows over. The last ones end it."""
    plan = _plan_of(turn, row)
    if plan is None:
        return
    rows = plan.rows[row.next_row : row.next_row + _BATCH]
    done = batches.apply(turn.db, plan, rows) if rows else batches.apply_missing(turn.db, plan)
    report = Report.from_json(row.report) + done
    row.report, row.next_row, row.due_at = report.as_json(), row.next_row + len(rows), turn.now
    if rows or done.will_change:
        return  # there may be more
    _end(turn, row, ImportState.DONE)
    turn.note("take over file", row)
    clashes = 0
    if row.kind is ImportKind.SESSIONS:
        clashes = therapy_sessions.double_booked(turn.db, turn.now)
    tell_deciders(turn, row, lambda _words: import_words.done(report, clashes))


def _refuse(turn: Turn, row: ImportFile, sentence: str) -> None:
    _end(turn, row, ImportState.REFUSED)
    text = _("{why} Nothing was changed.")
    tell_sender(turn, row, lambda _words: text.format(why=sentence))


def _end(turn: Turn, row: ImportFile, state: ImportState) -> None:
    """Nothing is kept of what stood in it but counts."""
    counts = Report(Report.from_json(row.report).counts)
    row.state, row.contents, row.report, row.due_at = state, None, counts.as_json(), None
    read.cache_clear()


# --- a manager's yes


def _ask(turn: Turn, row: ImportFile) -> None:
    """Who sent it is asked; of the operator's file every manager is."""
    row.due_at = turn.now + _WAITS
    report = Report.from_json(row.report)
    tell_sender(
        turn,
        row,
        lambda _words: import_words.question(report, by_operator=row.sent_by is None),
        answers(row, report),
    )


def _drop_late(turn: Turn, row: ImportFile) -> None:
    _end(turn, row, ImportState.DROPPED)
    tell_sender(
        turn, row, lambda _words: _("Nobody said yes to the CSV file, so nothing was changed.")
    )


def _asked_about(turn: Turn, file_id: int) -> ImportFile | None:
    """The file if this manager may decide and nobody has; otherwise says why not."""
    row = turn.reach(Action.IMPORT, ImportFile, file_id)
    if row is None:
        turn.say(_("I can't find that file any more."), keyboard=keyboard_for(turn))
        return None
    if row.state is not ImportState.ASKING:
        _say_decided(turn, row)
        return None
    return row


def _say_decided(turn: Turn, row: ImportFile) -> None:
    if row.decided_by is not None and row.decided_by != turn.person.id:
        name = people.get(turn.db, row.decided_by).name
        turn.say(_("{name} has answered it already.").format(name=name))
    else:
        turn.say(_("That is answered already."), keyboard=keyboard_for(turn))


def yes(turn: Turn, file_id: int) -> None:
    row = _asked_about(turn, file_id)
    if row is None:
        return
    if not import_files.decide(turn.db, row, ImportState.RUNNING, turn.person.id, turn.now):
        return _say_decided(turn, row)
    row.skips_bad, row.due_at = True, turn.now
    row.report = Report().as_json()
    turn.note("agree to file", row)
    turn.say(_("I'm taking it over, and tell you when it is done."), keyboard=keyboard_for(turn))


def no(turn: Turn, file_id: int) -> None:
    row = _asked_about(turn, file_id)
    if row is None:
        return
    if not import_files.decide(turn.db, row, ImportState.DROPPED, turn.person.id, turn.now):
        return _say_decided(turn, row)
    _end(turn, row, ImportState.DROPPED)
    turn.note("drop file", row)
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


def show(turn: Turn, file_id: int) -> None:
    """The first lines of what would change, in local times, with whole names."""
    row = _asked_about(turn, file_id)
    if row is not None:
        report = Report.from_json(row.report)
        turn.note("look at file", row)
        turn.say_protected(import_words.lines(report, turn.words), answers(row, report))


CONVERSATION = Conversation(
    name="imports",
    commands={"import": how},
    taps={"yes": yes, "no": no, "show": show},
    timers={"step": Timer(ImportFile.due_at, step)},
    needs=Action.IMPORT,
    behind_code=frozenset({"show", "yes"}),
)
