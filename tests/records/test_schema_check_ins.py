"""A database from before the wordings of check-ins were kept, brought to what is there now."""

from alembic.script import ScriptDirectory
from sqlmodel import select

from bot.records import brought_notes, check_ins, notes, schema
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.database import Database
from bot.records.homework import Homework, HomeworkState
from bot.records.notes import Note, OwnNoteKind
from bot.records.outbox import OutboxRow
from bot.records.shown_answers import is_covered
from bot.records.shown_clients import may_be_sent
from bot.rules.alliance import Level, judge
from bot.rules.questionnaire import OUR_OWN
from tests.records.rows import DAY, NOW, assign, book, make_cast, message


def test_answers_from_before_wordings_were_kept_can_be_read_and_open_ones_are_gone(
    database: Database,
) -> None:
    """They had no place for what was not asked yet."""
    with database.transaction() as db:
        cast = make_cast(db)
        answered, declined, asked = (
            check_ins.ask(db, book(db, cast.anna, NOW - days * DAY), OUR_OWN, NOW)
            for days in (3, 2, 1)
        )
        answered.answers_json = {"heard": " 8", "matters": "  ", "fits": "10", "open": " 0"}
        answered.comment = "only mine"
        check_ins.settle(answered, judge(answered.answers, []), NOW)
        check_ins.put_away(declined, CheckInState.DECLINED)
        asked.answers_json = {"heard": " 7"}
        asked.state = CheckInState.OPEN
        said = message(db, person_id=cast.anna.id, topic=asked.topic)
        notes.answer(
            notes.begin(db, client_id=cast.anna.id, psychologist_id=cast.okafor.id, now=NOW),
            "happened", "what it was",
        )  # fmt: skip
        brought = brought_notes.begin(db, cast.anna, cast.okafor.id, OwnNoteKind.NEED, NOW)
        task = assign(db, cast.anna, task="one page")
        task.state, task.answered_at = HomeworkState.DONE, NOW
        ids = (answered.id, declined.id, asked.id, said.id, brought.id, task.id)
    before = ScriptDirectory.from_config(schema.config()).get_revision("0027").down_revision
    schema.downgrade(database, str(before))
    schema.upgrade(database)
    schema.check(database)
    with database.transaction() as db:
        row = db.get_one(CheckIn, ids[0])
        assert row.answers == {"heard": 8, "matters": None, "fits": 10, "open": 0}
        assert (row.current, row.comment, row.level) == (None, "only mine", Level.WATCH)
        assert not row.keeps_private and check_ins.shown_to(db, row) is None
        assert check_ins.questionnaire_of(db, row) == OUR_OWN
        assert [each.id for each in check_ins.answered_of(db, row.client_id)] == [row.id]
        assert db.get_one(CheckIn, ids[1]).answers == {}
        assert db.get(CheckIn, ids[2]) is None
        assert may_be_sent(db, db.get_one(OutboxRow, ids[3]))
        assert db.exec(select(Note)).one().answers == {"happened": "what it was"}
        assert not is_covered(db, db.get_one(Homework, ids[5]))
        later = check_ins.ask(db, book(db, cast.anna, NOW), OUR_OWN, NOW)
        assert later.questionnaire_id == row.questionnaire_id
        assert later.id > ids[2], "its buttons would mean this one"
    schema.downgrade(database)
