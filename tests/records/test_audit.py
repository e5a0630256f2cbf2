"""The audit can be added to and read, never changed."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from bot.records import audit, schema
from bot.records.audit import AuditEntry
from bot.records.database import Database
from bot.records.people import RoleHeld
from tests.conftest import POSTGRES_URL
from tests.records.rows import NOW, SECOND, People, book

CHANGES = (
    "UPDATE audit SET action = 'nothing'",
    "UPDATE audit SET action = action WHERE id = 1",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE id = 1",
)


def test_an_entry_names_the_row_and_who_acted(db: Session, cast: People) -> None:
    row = book(db, cast.anna)
    audit.note(db, NOW, cast.maria.id, "book", row)
    audit.note(db, NOW, None, "invite", cast.anna)
    booked, invited = db.exec(select(AuditEntry).order_by("id")).all()
    assert (booked.person_id, booked.action) == (cast.maria.id, "book")
    assert (booked.subject, booked.subject_id, booked.at) == ("therapy_session", row.id, NOW)
    assert (invited.person_id, invited.subject) == (None, "person")


def test_a_row_without_an_id_of_its_own_can_be_noted_too(db: Session, cast: People) -> None:
    audit.note(db, NOW, None, "give role", db.exec(select(RoleHeld)).all()[0])
    entry = db.exec(select(AuditEntry)).one()
    assert (entry.subject, entry.subject_id) == ("role_held", None)


def test_whether_somebody_did_something_to_a_row_since(db: Session, cast: People) -> None:
    row, other = book(db, cast.anna), book(db, cast.ben)
    audit.note(db, NOW, cast.maria.id, "open", row)
    maria, okafor = cast.maria.id, cast.okafor.id
    assert audit.was_done(db, maria, "open", row, since=NOW)
    assert not audit.was_done(db, maria, "open", row, since=NOW + SECOND)
    assert not audit.was_done(db, okafor, "open", row, since=NOW)
    assert not audit.was_done(db, maria, "close", row, since=NOW)
    assert not audit.was_done(db, maria, "open", other, since=NOW)


@pytest.mark.parametrize("change", CHANGES)
def test_in_a_file_nothing_can_be_changed(sqlite_url: str, change: str) -> None:
    database = Database(sqlite_url)
    check_append_only(database, change)
    database.close()


def check_append_only(database: Database, change: str) -> None:
    with database.transaction() as db:
        db.add(AuditEntry(at=NOW, action="book", subject="therapy_session", subject_id=1))
    with (
        pytest.raises(DBAPIError, match=r"append-only|permission denied"),
        database.transaction() as db,
    ):
        db.execute(text(change))
    with database.transaction() as db:
        db.add(AuditEntry(at=NOW, action="invite", subject="person", subject_id=1))
        assert [entry.action for entry in db.exec(select(AuditEntry))][-2:] == ["book", "invite"]


@pytest.fixture(scope="module")
def ordinary_owner() -> Iterator[Database]:
    """A database whose owner is an ordinary role, as a practice's would be: no superuser."""
    if not POSTGRES_URL:
        pytest.skip("TEST_POSTGRES_URL is not set")
    name = f"ordinary_{uuid4().hex}"
    server = create_engine(
        make_url(POSTGRES_URL).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN NOSUPERUSER PASSWORD '{name}'"))
        connection.execute(text(f"CREATE DATABASE {name} OWNER {name}"))
    url = make_url(POSTGRES_URL).set(username=name, password=name, database=name)
    database = Database(url.render_as_string(hide_password=False))
    schema.upgrade(database)
    yield database
    database.close()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        connection.execute(text(f"DROP ROLE {name}"))
    server.dispose()


@pytest.mark.parametrize("change", [*CHANGES, "TRUNCATE audit"])
def test_on_a_server_its_own_owner_can_t_change_anything(
    ordinary_owner: Database, change: str
) -> None:
    check_append_only(ordinary_owner, change)


def test_an_ordinary_owner_can_do_all_the_rest(ordinary_owner: Database) -> None:
    schema.check(ordinary_owner)
    with ordinary_owner.transaction() as db:
        role = db.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        assert role.scalar_one() is False
        for table in ("person", "inbox", "outbox"):
            db.execute(text(f"DELETE FROM {table}"))
