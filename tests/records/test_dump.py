"""Whoever copies the database reads nobody's words in it."""

import base64
import json
import sqlite3
import subprocess
from contextlib import closing

from sqlalchemy import inspect, text
from sqlmodel import Session

from bot.records import (
    audit,
    brought_notes,
    case_entries,
    cases,
    check_ins,
    danger_alerts,
    dialogue,
    inbox,
    invitations,
    kept_words,
    notes,
    psychologist_requests,
)
from bot.records.case_entries import EntryKind
from bot.records.database import Database
from bot.records.dialogue import Prompt
from bot.records.import_files import ImportFile, ImportKind, ImportState
from bot.records.notes import NoteState, OwnNoteKind
from bot.records.staff_codes import StaffCode
from bot.records.tables import METADATA
from bot.records.time_requests import RequestKind, TimeRequest
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN
from tests.records.danger_rows import question_about
from tests.records.rows import NOW, People, assign, book, make_cast, message, show

SEALED = [
    (table.name, column.name)
    for table in METADATA.tables.values()
    for column in table.columns
    if column.name.endswith("_sealed")
]
WORDS = {
    "Anna", "Brown", "Carter", "Okafor", "Santos", "A-1001",  # names and external ids
    "Peppercorn", "meeting.example", "flustered", "Wednesdays",  # a session's
    "unbearable", "clockface", "accordion", "sharpish", "whispering", "Reminderly", "Bewildered",
    "halfway", "unheard",  # what is said
    '{"heard"', "watch  ", "ticking",  # what a check-in says
    "marmalade", "kinder", "notebook", "teaspoon", "spoonful", "Fortnightly", "tearaway",  # homework
    "thimbleful", "snowdrop",  # notes of one's own
    "quarter past", "midnight", "foggy",  # a danger alert's, and a question's
    "0491 570 156", "voicemail", "Saturdays", "2031-03-04", "BQACAgQ", "Sunny", "postbox", "8264019375512", "Ferdinand",  # the practice's
}  # fmt: skip


def _fill_homework(db: Session, cast: People) -> None:
    task = assign(db, cast.anna, task="one marmalade")
    task.why, task.obstacle, task.smaller_part = "kinder to others", "my notebook", "a teaspoon"
    task.added = "half a spoonful"
    task.file = {"kind": "document", "id": "BQACAgQ"}
    note = show(db, task, question="Fortnightly?")
    note.reply = "tearaway"


def fill_every_sealed_column(db: Session, cast: People) -> str:
    """One row of each kind, as the program writes them. Gives an invitation's code."""
    row = book(db, cast.anna)
    row.place, row.link = "Peppercorn Lane", "https://meeting.example/x"
    row.note, row.wish = "I am flustered", "Wednesdays"
    check_in = check_ins.ask(db, row, OUR_OWN, NOW)
    check_ins.answer(check_in, "heard", 3)
    check_ins.settle(check_in, judge(check_in.answers, []), NOW)
    check_in.comment = "always ticking"
    danger_alerts.raise_alert(
        db, person_id=cast.anna.id, chat_id=1, words="it is unbearable", now=NOW
    )
    question_about(db, cast.anna)
    case = cases.begin(db, client_id=cast.anna.id, about_id=cast.okafor.id, check_in_id=0, now=NOW)
    entry = case_entries.add(
        db, case, by_id=cast.anna.id, kind=EntryKind.WORDS, text="the clockface", now=NOW
    )
    psychologist_requests.begin(db, case).wishes = {"approach": ["an accordion"]}
    entry.times = ["2026-12-03T01:30:00+00:00 sharpish"]
    _fill_homework(db, cast)
    alert = danger_alerts.raise_alert(
        db, person_id=cast.anna.id, chat_id=1, words="it is unbearable", now=NOW
    )
    alert.call_details, alert.note = "after quarter past", "talked until midnight"
    cast.anna.phone, cast.anna.safe_contact = "0491 570 156", "no voicemail"
    cast.anna.called_name = "Sunny Annie"
    cast.maria.mail = "postbox@example.org"
    request = TimeRequest(
        client_id=cast.anna.id,
        therapy_session_id=row.id,
        kind=RequestKind.OTHER_TIME,
        asked_at=NOW,
    )
    request.wish, request.offered = "Saturdays", ["2031-03-04T09:00:00+00:00"]
    code = StaffCode(person_id=cast.maria.id)
    code.entered = {"digits": "8264019375512"}
    file = ImportFile(kind=ImportKind.CLIENTS, state=ImportState.ASKING, sent_at=NOW)
    file.contents, file.report = (
        "name\nFerdinand\n",
        {"counts": {}, "bad": [[2, "Ferdinand"]], "changes": [], "told": []},
    )
    db.add_all([request, code, file])
    raw = {"update_id": 7, "message": {"text": "whispering", "from": {"first_name": "Anna"}}}
    inbox.store(db, bot_id=1, raw=raw, chat_id=1, now=NOW)
    sent = message(db, text="Reminderly", person_id=cast.anna.id, topic=row.topic)
    prompt = Prompt(
        person_id=cast.anna.id, outbox_id=sent.id, by_itself=True, of_step=False, asked_at=NOW
    )
    dialogue.add_prompt(db, prompt, [["Bewildered", "1:sessions:coming:1", []]])
    dialogue.wait_for(
        db, cast.anna.id, conversation="sessions", step="note", data={"so_far": "halfway"}, now=NOW
    )
    kept_words.keep(db, cast.anna.id, "I feel unheard", NOW)
    own = notes.begin(db, client_id=cast.anna.id, psychologist_id=cast.okafor.id, now=NOW)
    notes.answer(own, "happened", "a thimbleful of time")
    brought = brought_notes.begin(db, cast.anna, cast.okafor.id, OwnNoteKind.NEED, NOW)
    brought_notes.write(db, brought, "a snowdrop", NOW, anew=False)
    brought.state = NoteState.KEPT
    audit.note(db, NOW, cast.maria.id, "book", row)
    return invitations.invite(db, cast.ben, NOW)


def dump(database: Database) -> str:
    """All that stands in the database, as its own tool writes it, and the bytes of a file."""
    if database.file is not None:
        with closing(sqlite3.connect(database.file)) as connection:
            lines = "\n".join(connection.iterdump())
        return lines + database.file.read_bytes().decode("latin-1")
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return subprocess.run(["pg_dump", url], check=True, capture_output=True, text=True).stdout


def spellings(word: str) -> set[str]:
    """How a word would stand in a dump, had it not been sealed."""
    plain = word.encode()
    coded = base64.b64encode(plain).decode().rstrip("=")[:-1]
    return {word.lower(), plain.hex(), json.dumps(word).strip('"').lower(), coded.lower()}


def test_a_dump_has_none_of_the_words(database: Database) -> None:
    with database.transaction() as db:
        code = fill_every_sealed_column(db, make_cast(db))
    with database.transaction() as db:
        for table, column in SEALED:
            filled = text(f"SELECT count(*) FROM {table} WHERE {column} IS NOT NULL")
            assert db.execute(filled).scalar_one() > 0, f"{table}.{column} is not tried here"
    seen = dump(database).lower()
    assert "book" in seen, "the dump is one"
    found = [word for word in (*WORDS, code) for way in spellings(word) if way in seen]
    assert found == []


def test_every_column_of_bytes_is_sealed_or_a_keyed_hash(db: Session) -> None:
    looked_at = inspect(db.connection())
    for table in METADATA.tables:
        for column in looked_at.get_columns(table):
            is_bytes = column["type"].python_type is bytes
            assert is_bytes == column["name"].endswith(("_sealed", "_hash")), column["name"]
