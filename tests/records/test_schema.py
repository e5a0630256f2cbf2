"""The tables: made, compared with the models, changed, recognised, copied before a change."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect, text
from sqlmodel import Session, col, select

from bot.records import people, schema
from bot.records.audit import AuditEntry
from bot.records.database import Database
from bot.records.people import Person, Role, RoleHeld
from bot.records.schema import BackupError, SchemaState
from bot.records.tables import METADATA, TABLES
from bot.records.therapy_sessions import SessionState, TherapySession
from tests.records import later_version
from tests.records.rows import DAY, NOW, book, make_cast


def execute(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text(statement))


def add_maria(database: Database) -> int:
    with database.transaction() as db:
        return people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=NOW).id


# --- the steps and the models say the same


def test_from_nothing_to_the_models_and_back_and_again(database: Database) -> None:
    schema.check(database)
    schema.downgrade(database)
    assert schema.state(database) is SchemaState.EMPTY
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    schema.upgrade(database)
    assert schema.state(database) is SchemaState.CURRENT
    schema.check(database)


def test_tables_with_rows_can_be_taken_down(database: Database) -> None:
    add_maria(database)
    with database.transaction() as db:
        db.add(AuditEntry(at=NOW, action="add staff", subject="person", subject_id=1))
    schema.downgrade(database)
    assert schema.state(database) is SchemaState.EMPTY


def test_every_difference_is_noticed(database: Database) -> None:
    changes = {
        "shoe_size": "ALTER TABLE person ADD COLUMN shoe_size INTEGER",
        "stopped_at": "ALTER TABLE person DROP COLUMN stopped_at",
        "ix_therapy_session_remind_at": "DROP INDEX ix_therapy_session_remind_at",
        "too_many": "CREATE TABLE too_many (id INTEGER)",
    }
    for change in changes.values():
        execute(database, change)
    with pytest.raises(CommandError, match="New upgrade operations detected") as error:
        schema.check(database)
    assert [name for name in changes if name not in str(error.value)] == []


def test_every_table_is_listed() -> None:
    assert {table.__tablename__ for table in TABLES} == set(METADATA.tables)


def test_the_database_has_the_checks_of_closed_choices(db: Session) -> None:
    """Alembic doesn't compare CHECK constraints, so this does."""
    looked_at = inspect(db.connection())
    for name, table in METADATA.tables.items():
        wanted = {each.name for each in table.constraints if str(each.name).startswith("ck_")}
        there = {each["name"] for each in looked_at.get_check_constraints(name)}
        assert there == wanted


def test_sessions_that_were_booked_before_there_were_check_ins_get_their_instant(
    database: Database,
) -> None:
    with database.transaction() as db:
        cast = make_cast(db)
        book(db, cast.anna, NOW + DAY)
        book(db, cast.ben, NOW + DAY, state=SessionState.CANCELLED)
    before = ScriptDirectory.from_config(schema.config()).get_revision("0005").down_revision
    schema.downgrade(database, str(before))
    schema.upgrade(database)
    with database.transaction() as db:
        planned = {row.client_id: row.check_in_at for row in db.exec(select(TherapySession))}
        assert set(planned.values()) == {None, NOW + DAY + timedelta(hours=3, minutes=50)}
        assert [row_id for row_id, due in planned.items() if due is None] == [cast.ben.id]


def test_sessions_that_were_booked_before_attendance_was_asked_get_their_instant(
    database: Database,
) -> None:
    with database.transaction() as db:
        cast = make_cast(db)
        book(db, cast.anna, NOW + DAY, check_in_at=NOW + 2 * DAY)
        book(db, cast.ben, NOW - DAY)
    before = ScriptDirectory.from_config(schema.config()).get_revision("0011").down_revision
    schema.downgrade(database, str(before))
    schema.upgrade(database)
    with database.transaction() as db:
        planned = {row.client_id: row.ask_attendance_at for row in db.exec(select(TherapySession))}
        assert planned == {
            cast.anna.id: NOW + DAY + timedelta(minutes=50),
            cast.ben.id: None,
        }


def test_what_clients_go_by_is_what_they_were_told_last(database: Database) -> None:
    moved_from = NOW + 2 * DAY
    with database.transaction() as db:
        cast = make_cast(db)
        book(db, cast.anna, NOW + DAY, known_starts_at=NOW + DAY)
        book(db, cast.ben, NOW + DAY, known_starts_at=moved_from, notice_at=NOW)
        cancelled = SessionState.CANCELLED
        book(db, cast.anna, NOW + DAY, known_starts_at=moved_from, notice_at=NOW, state=cancelled)
        book(db, cast.anna, NOW + DAY, state=cancelled)
    known = [NOW + DAY, moved_from, moved_from, None]
    before = ScriptDirectory.from_config(schema.config()).get_revision("0022").down_revision
    schema.downgrade(database, str(before))
    schema.upgrade(database)
    with database.transaction() as db:
        rows = db.exec(select(TherapySession).order_by(col(TherapySession.id)))
        assert [row.known_starts_at for row in rows] == known


def test_sessions_that_were_booked_before_get_the_instant_at_which_it_is_looked_who_heard(
    database: Database,
) -> None:
    with database.transaction() as db:
        cast = make_cast(db)
        book(db, cast.anna, NOW + 5 * DAY, remind_at=NOW + 2 * DAY)
        book(db, cast.ben, NOW - DAY)
    before = ScriptDirectory.from_config(schema.config()).get_revision("0025").down_revision
    schema.downgrade(database, str(before))
    schema.upgrade(database)
    with database.transaction() as db:
        planned = {row.client_id: row.reach_at for row in db.exec(select(TherapySession))}
        assert planned == {cast.anna.id: NOW + 4 * DAY, cast.ben.id: None}


# --- how far a database is


def test_a_database_that_nobody_touched_is_empty(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.sqlite'}")
    assert schema.state(database) is SchemaState.EMPTY
    database.close()


def test_what_this_program_doesn_t_know_is_newer(database: Database) -> None:
    execute(database, "UPDATE alembic_version SET version_num = '9999'")
    assert schema.state(database) is SchemaState.NEWER
    execute(database, "DROP TABLE alembic_version")  # tables of unknown origin
    assert schema.state(database) is SchemaState.NEWER


def test_a_table_is_made_anew_under_the_rows_that_refer_to_it(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = add_maria(database)
    later_version.install(monkeypatch, tmp_path)
    assert schema.state(database) is SchemaState.OLDER
    schema.upgrade(database)
    assert schema.state(database) is SchemaState.CURRENT
    with database.transaction() as db:
        assert people.get(db, maria).name == "Maria Santos"
        assert db.exec(select(RoleHeld.person_id)).all() == [maria]
        assert db.execute(text("SELECT shoe_size FROM person")).scalar_one() == 38
    if database.is_sqlite:
        with database.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_step_that_breaks_references_changes_nothing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = add_maria(database)
    later_version.install(monkeypatch, tmp_path, harmful=True)
    with pytest.raises(Exception, match=r"broke references|foreign key"):
        schema.upgrade(database)
    assert schema.state(database) is SchemaState.OLDER
    with database.transaction() as db:
        assert people.get(db, maria).name == "Maria Santos"


# --- backup


def test_a_backup_of_a_file_is_whole_and_for_the_owner_alone(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    add_maria(database)
    backup = schema.back_up(database, NOW)
    database.close()
    assert backup.name == "practice.sqlite.20261129-230000.backup"
    assert backup.stat().st_mode & 0o777 == 0o600
    copy = Database(f"sqlite:///{backup}")
    assert schema.state(copy) is SchemaState.CURRENT
    with copy.transaction() as db:
        assert db.exec(select(Person)).one().name == "Maria Santos"
    copy.close()


def test_no_backup_takes_the_place_of_another(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    backup = schema.back_up(database, NOW)
    before = backup.read_bytes()
    with pytest.raises(BackupError, match="can't be made"):
        schema.back_up(database, NOW)
    assert backup.read_bytes() == before
    database.close()


def test_a_file_that_can_t_be_read_leaves_no_half_backup(tmp_path: Path) -> None:
    file = tmp_path / "practice.sqlite"
    file.write_text("this is no database, and longer than the header of one would be" * 20)
    database = Database(f"sqlite:///{file}")
    with pytest.raises(BackupError, match="did not work"):
        schema.back_up(database, NOW)
    assert list(tmp_path.iterdir()) == [file]
    database.close()


def test_a_server_is_dumped_with_its_own_tool(
    shared_postgresql: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dump = schema.back_up(shared_postgresql, NOW)
    assert dump == Path("between-sessions.20261129-230000.dump")
    assert dump.read_bytes().startswith(b"PGDMP")
    assert dump.stat().st_mode & 0o777 == 0o600


_SPY = """#!/bin/sh
echo "$@" > arguments
echo "$PGPASSWORD" > password
exit ${STATUS:-0}
"""


@pytest.fixture
def spy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pg_dump that writes down how it was called."""
    tool = tmp_path / "pg_dump"
    tool.write_text(_SPY)
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_password_is_not_among_the_arguments(spy: Path) -> None:
    database = Database("postgresql://bob:se%20cret@db.example/practice?sslmode=require")
    schema.back_up(database, NOW)
    database.close()
    arguments = (spy / "arguments").read_text()
    assert "--dbname=postgresql://bob@db.example/practice?sslmode=require" in arguments
    assert "cret" not in arguments
    assert (spy / "password").read_text() == "se cret\n"


def test_a_dump_that_failed_is_said_and_taken_away(
    spy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUS", "1")
    database = Database("postgresql://bob@db.example/practice")
    with pytest.raises(BackupError, match="pg_dump is needed"):
        schema.back_up(database, NOW)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BackupError, match="pg_dump is needed"):
        schema.back_up(database, NOW)
    database.close()
    assert not list(spy.glob("*.dump"))


def test_rows_survive_in_a_backup_while_somebody_else_reads(sqlite_url: str) -> None:
    database, other = Database(sqlite_url), Database(sqlite_url)
    add_maria(database)
    with closing(sqlite3.connect(str(database.file))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        backup = schema.back_up(other, NOW)
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM person").fetchone() == (1,)
    database.close()
    other.close()
