"""`import clients` and `import sessions`: what the operator types and reads."""

import json
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.clock import Clock
from bot.imports.report import Outcome, Report
from bot.records import bookings, consents, people
from bot.records.consents import Purpose
from bot.records.database import Database
from bot.records.import_files import ImportFile, ImportKind, ImportState
from bot.records.people import Role
from bot.records.therapy_sessions import TherapySession
from tests.commands.conftest import Operator, day_in
from tests.slow.imports import clients_csv, sessions_csv

CLIENTS = "name,psychologist,external_id\nAnna Brown,,A1\nDora Eze,Dr Okafor,A2\n"
CLASHES = "Sessions to come in which a psychologist sees somebody else as well:"


def sessions(hour: int = 11, uid: str = "u1") -> str:
    return f"client,starts_at,uid\nAnna Brown,{day_in(9)}T{hour}:00,{uid}\n"


def file_of(operator: Operator, text: str | bytes, name: str = "list.csv") -> str:
    path = operator.file.parent / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_clients_are_added_and_changed_once(practice: Operator) -> None:
    file = file_of(practice, CLIENTS)
    assert practice.gets("import", "clients", file) == "Done. 1 created, 1 changed.\n"
    before = practice.everything()
    assert practice.gets("import", "clients", file) == "Nothing to change. 2 unchanged.\n"
    assert practice.everything() == before


def test_sessions_are_booked_then_moved(practice: Operator) -> None:
    practice.gets("import", "sessions", file_of(practice, sessions()))
    said = practice.gets("import", "sessions", file_of(practice, sessions(12)))
    assert said == "Done. 1 moved.\n"


def test_a_dry_run_says_what_would_change_in_local_times(practice: Operator) -> None:
    practice.gets("import", "sessions", file_of(practice, sessions()))
    before = practice.everything()
    file = file_of(practice, sessions(12))
    first, last = practice.gets("import", "sessions", file, "--dry-run").splitlines()
    assert first.startswith("Line 2: moved: Anna Brown: ")
    assert " 11:00 -> " in first
    assert last == "Nothing was changed. 1 moved. 0 would be written to."
    assert practice.everything() == before


def test_one_bad_row_keeps_all_out_unless_it_is_skipped(practice: Operator) -> None:
    file = file_of(practice, CLIENTS + "Eve,Dr Nobody,A3\n")
    said = practice.is_refused("import", "clients", file)
    assert "Line 4: no psychologist is called «Dr Nobody» here." in said
    assert said.endswith("or leave them out with --skip-bad.")
    done = practice.gets("import", "clients", file, "--skip-bad")
    assert done == "Done. 1 created, 1 changed, 1 bad.\n"


def test_missing_sessions_are_cancelled_when_asked_for(practice: Operator) -> None:
    both = sessions() + f"Anna Brown,{day_in(9)}T15:00,u2\n"
    practice.gets("import", "sessions", file_of(practice, both))
    file = file_of(practice, sessions())
    assert practice.gets("import", "sessions", file) == "Nothing to change. 1 unchanged.\n"
    said = practice.gets("import", "sessions", file, "--cancel-missing")
    assert said == "Done. 1 cancelled, 1 unchanged.\n"
    without = file_of(practice, f"client,starts_at\nAnna Brown,{day_in(9)}T11:00\n")
    assert "Line 2 has no uid" in practice.is_refused(
        "import", "sessions", without, "--cancel-missing"
    )


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", "The file is empty. Nothing was changed."),
        (b"PK\x03\x04", "This is a spreadsheet, not a CSV file."),
        (b"name\n", "There is a line of headers and nothing under it."),
        ("name\nZoë\n".encode("cp1252"), "The file isn't in UTF-8"),
    ],
)
def test_what_is_no_table_is_refused(practice: Operator, contents: bytes, sentence: str) -> None:
    assert sentence in practice.is_refused("import", "clients", file_of(practice, contents))


def test_a_huge_file_is_refused_unread(practice: Operator) -> None:
    path = Path(file_of(practice, "name\n"))
    with path.open("r+b") as file:
        file.truncate(50_000_000)
    assert "The file has 50 MB" in practice.is_refused("import", "clients", str(path))


def test_a_file_that_is_not_there(practice: Operator) -> None:
    assert "can't be read" in practice.is_refused("import", "clients", "nowhere.csv")
    assert "can't be read" in practice.is_refused("import", "clients", ".")


def _connect(operator: Operator, number: int, *, with_manager: bool) -> str:
    """So many more clients who want reminders and know their times; the CSV that moves them all."""
    names = [f"Client {n}" for n in range(number)]
    rows = "".join(f"{name},Dr Okafor,\n" for name in names)
    operator.gets("import", "clients", file_of(operator, "name,psychologist\n" + rows))
    lines = "".join(f"{name},{day_in(9)}T{{hour}}:00,u-{name}\n" for name in names)
    text = "client,starts_at,uid\n" + lines
    operator.gets("import", "sessions", file_of(operator, text.format(hour=11)))

    def connect(db: Session) -> None:
        now = Clock().now()
        for n, name in enumerate(names):
            (person,) = people.named(db, name)
            person.telegram_id = 1000 + n
            consents.give(db, person, Purpose.REMINDERS, "1", now)
        for row in db.exec(select(TherapySession)):
            bookings.is_known(row)
        if with_manager:
            people.holders(db, Role.MANAGER)[0].telegram_id = 1

    operator.looks(connect)
    return file_of(operator, text.format(hour=12))


def test_what_many_would_read_waits_for_a_managers_yes(practice: Operator) -> None:
    file = _connect(practice, 4, with_manager=True)
    said = practice.gets("import", "sessions", file)
    assert said.startswith(
        "4 clients would be written to, so a manager has to say yes in Telegram."
    )
    assert said.endswith("Nothing was changed. 4 moved.\n")

    def kept(db: Session) -> None:
        (row,) = db.exec(select(ImportFile)).all()
        assert (row.kind, row.state, row.sent_by) == (ImportKind.SESSIONS, ImportState.ASKING, None)
        assert row.due_at is not None
        assert row.contents == Path(file).read_bytes().decode("latin-1")
        report = Report.from_json(json.loads(json.dumps(row.report)))
        assert (report.number(Outcome.MOVED), len(report.told)) == (4, 4)
        assert all(each.notice_at is None for each in db.exec(select(TherapySession)))

    practice.looks(kept)
    before = practice.everything()
    again = practice.gets("import", "sessions", file)
    assert again == "This file waits for a manager's yes already. Nothing was changed.\n"
    assert practice.everything() == before


def test_without_a_connected_manager_it_is_refused(practice: Operator) -> None:
    file = _connect(practice, 4, with_manager=False)
    assert "and none is connected" in practice.is_refused("import", "sessions", file)


def test_three_are_told_without_asking(practice: Operator) -> None:
    file = _connect(practice, 3, with_manager=False)
    assert practice.gets("import", "sessions", file) == f"Done. 3 moved.\n{CLASHES} 2.\n"


def test_lists_of_more_than_a_batch(practice: Operator) -> None:
    """What `python -m tests.slow.imports` measures, small."""
    clients = clients_csv(600, 1).replace("Dr 0", "Dr Okafor")
    assert practice.gets("import", "clients", file_of(practice, clients)).startswith("Done. 600 ")
    text = sessions_csv(600, 1, Clock().now().replace(microsecond=0, year=Clock().now().year + 1))
    file = file_of(practice, text)
    assert practice.gets("import", "sessions", file).startswith("Done. 600 created.\n")
    assert practice.gets("import", "sessions", file) == "Nothing to change. 600 unchanged.\n"


def test_the_bot_gets_the_database_between_two_batches(practice: Operator) -> None:
    """No transaction is left open, whatever comes of the import."""
    practice.is_refused("import", "clients", file_of(practice, "name,psychologist\nA,B\n"))
    database = Database(f"sqlite:///{practice.file}")
    with database.transaction() as db:
        assert people.named(db, "Anna Brown")
    database.close()
