"""What holds for every table and every transaction."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, inspect, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from bot.records import database as database_module
from bot.records import people
from bot.records.database import Database, Unavailable, changed_one
from bot.records.invitations import WrongCode
from bot.records.people import Person, Role
from bot.records.tables import METADATA
from tests.records.rows import NOW, People

# --- instants


@given(
    st.datetimes(
        datetime(1970, 1, 1),  # noqa: DTZ001  # hypothesis wants them without a zone
        datetime(2100, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from(
            [UTC, timezone(timedelta(hours=-9, minutes=-30)), ZoneInfo("Australia/Lord_Howe")]
        ),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_an_instant_comes_back_as_the_same_instant_in_utc(db: Session, at: datetime) -> None:
    row = WrongCode(telegram_id=1, at=at)
    db.add(row)
    db.flush()
    db.refresh(row)
    assert row.at == at.astimezone(UTC)
    assert row.at.tzinfo is UTC
    assert db.exec(select(WrongCode.id).where(WrongCode.at == at)).first() is not None


def test_a_time_without_its_zone_is_refused(db: Session) -> None:
    db.add(WrongCode(telegram_id=1, at=NOW.replace(tzinfo=None)))
    with pytest.raises(StatementError, match="an instant needs its time zone"):
        db.flush()
    db.rollback()


def test_instants_are_compared_as_instants_not_as_texts(db: Session) -> None:
    db.add(WrongCode(telegram_id=1, at=NOW))
    db.flush()
    elsewhere = NOW.astimezone(ZoneInfo("America/New_York"))
    assert db.exec(select(WrongCode).where(WrongCode.at == elsewhere)).first() is not None
    assert db.exec(select(WrongCode).where(WrongCode.at < elsewhere)).first() is None


# --- constraints


def test_every_constraint_and_index_has_a_name() -> None:
    for table in METADATA.tables.values():
        assert all(each.name for each in table.constraints), table.name
        assert all(each.name for each in table.indexes), table.name


def test_what_can_fall_due_is_indexed() -> None:
    due = {
        "therapy_session.remind_at",
        "therapy_session.check_in_at",
        "check_in.closes_at",
        "outbox.due_at",
        "outbox.failure_due_at",
    }
    indexed = {
        f"{table.name}.{next(iter(index.columns)).name}"
        for table in METADATA.tables.values()
        for index in table.indexes
    }
    assert due <= indexed


def test_a_closed_choice_is_closed_in_the_database_too(db: Session, cast: People) -> None:
    with pytest.raises(IntegrityError):
        db.execute(text("UPDATE person SET telephone = 'borrowed'"))
    db.rollback()


def test_a_row_can_t_refer_to_nobody(db: Session) -> None:
    with pytest.raises(IntegrityError):
        db.execute(text("INSERT INTO role_held (person_id, role) VALUES (77, 'client')"))
    db.rollback()


def test_one_telegram_account_is_one_person(db: Session, cast: People) -> None:
    cast.ben.telegram_id = cast.anna.telegram_id
    with pytest.raises(IntegrityError):
        db.flush()
    db.rollback()


# --- ids


def test_an_id_is_never_used_again(db: Session) -> None:
    """The last row's as well: old buttons, dedupe keys and the audit name rows by their ids."""
    ids = []
    for _round in range(3):
        row = WrongCode(telegram_id=1, at=NOW)
        db.add(row)
        db.flush()
        ids.append(row.id)
        db.execute(delete(WrongCode))
    assert len(set(ids)) == 3


def test_in_every_table_of_the_file_ids_are_never_used_again(sqlite_url: str) -> None:
    """A migration that makes a table anew must say `sqlite_autoincrement` again."""
    database = Database(sqlite_url)
    with database.engine.connect() as connection:
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='table'")
        never = {name for name, sql in made if "AUTOINCREMENT" in sql}
    database.close()
    assert never == {table.name for table in METADATA.tables.values() if "id" in table.columns}


# --- transactions


def test_what_raises_leaves_nothing_and_what_doesn_t_can_be_read_after_it(
    database: Database,
) -> None:
    def add(db: Session) -> Person:
        return people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=NOW)

    def fail(db: Session) -> None:
        add(db)
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        asyncio.run(database.run(fail))
    with database.transaction() as db:
        assert db.exec(select(Person)).all() == []
    assert asyncio.run(database.run(add)).name == "Maria Santos"


def test_a_conditional_change_says_whether_it_was_the_one(db: Session, cast: People) -> None:
    anna = update(Person).where(Person.id == cast.anna.id)  # type: ignore[arg-type]  # a column
    assert changed_one(db, anna.values(language="de"))
    assert not changed_one(db, anna.where(Person.language == "en").values(language="fr"))  # type: ignore[arg-type]  # a column
    assert not changed_one(db, update(Person).values(language="fr")), "all is not one"


def test_a_database_that_another_holds_for_too_long_is_unavailable_and_unchanged(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "LOCK_WAIT_SECONDS", 0.1)
    first, second = Database(database_url), Database(database_url)
    with first.transaction() as db:
        maria = people.add(db, name="Maria Santos", roles=[Role.MANAGER], now=NOW)
    with first.transaction() as db:
        people.lock(db, maria.id)
        with pytest.raises(Unavailable), second.transaction() as other:
            people.lock(other, maria.id).language = "de"
    with second.transaction() as other:
        assert people.lock(other, maria.id).language == "en"
    first.close()
    second.close()


# --- addresses


@pytest.mark.parametrize(
    ("url", "driver", "file"),
    [
        ("sqlite:///practice.sqlite", "sqlite", Path("practice.sqlite")),
        ("sqlite:////srv/practice.sqlite", "sqlite", Path("/srv/practice.sqlite")),
        ("postgresql://bob@db.example/practice", "postgresql+psycopg", None),
        ("postgres://bob@db.example/practice", "postgresql+psycopg", None),
        ("postgresql+psycopg://bob@db.example/practice", "postgresql+psycopg", None),
    ],
)
def test_where_a_database_is(url: str, driver: str, file: Path | None) -> None:
    database = Database(url)
    assert (database.url.drivername, database.file) == (driver, file)
    assert database.is_sqlite == (file is not None)
    database.close()


def test_the_clocks_of_a_server_don_t_matter(shared_postgresql: Database) -> None:
    with shared_postgresql.engine.connect() as connection:
        assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"
        assert connection.execute(text("SHOW lock_timeout")).scalar_one() == "10s"


def test_a_file_gives_back_what_was_deleted_only_as_zeros(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with database.engine.connect() as connection:
        for switch, state in (("secure_delete", 1), ("foreign_keys", 1), ("trusted_schema", 0)):
            assert connection.exec_driver_sql(f"PRAGMA {switch}").scalar_one() == state
    assert inspect(database.engine).get_table_names()
    database.close()
