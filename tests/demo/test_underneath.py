"""The look underneath the demo: what is due, and no word of anybody."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.underneath import Underneath, Unreadable
from tests.demo.playing import SamplePractice


@pytest.fixture
def file(joined: SamplePractice, tmp_path: Path) -> Path:
    """A copy of the joined practice's file."""
    source = joined.database.file
    assert source is not None
    return Path(shutil.copy(source, tmp_path / "copy.sqlite"))


def test_it_shows_ids_and_states_and_what_is_due_first(joined: SamplePractice, file: Path) -> None:
    look = Underneath(file).look()
    assert {row["state"] for row in look.inbox} == {"done"}
    assert {row["state"] for row in look.outbox} == {"sent"}
    assert [row["at"] for row in look.due] == sorted(row["at"] for row in look.due)
    first_ones = [row["what"] for row in look.due[:3]]
    assert first_ones[0] == "reaching:look" and "session_reminders:remind" in first_ones
    assert not any(word in str(look) for word in ("Anna", "Riverside", "worry", "Hello"))
    next_due_at = Underneath(file).next_due_at(joined.hand.now())
    assert next_due_at is not None and next_due_at.isoformat() == look.due[0]["at"]


def test_a_message_that_waits_is_due_already(joined: SamplePractice, file: Path) -> None:
    before = joined.hand.now() - timedelta(minutes=1)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "UPDATE outbox SET state = 'queued', due_at = ? WHERE id = (SELECT max(id) FROM outbox)",
            [before.strftime("%Y-%m-%d %H:%M:%S.%f")],
        )
    assert Underneath(file).next_due_at(joined.hand.now()) == before


def test_what_a_killed_bot_left_half_written_is_unreadable_until_it_is_back(file: Path) -> None:
    underneath = Underneath(file)
    journal = _killed_while_writing(file)
    with pytest.raises(Unreadable):
        underneath.look()
    assert journal.exists(), "who only looks puts nothing right"
    with closing(sqlite3.connect(file)) as bot:
        bot.execute("SELECT count(*) FROM outbox").fetchone()
    assert underneath.look().inbox


def test_a_practice_that_is_gone_is_unreadable(file: Path) -> None:
    underneath = Underneath(file)
    assert underneath.version > 0
    underneath.close()
    with pytest.raises(Unreadable):
        underneath.has_open_updates()
    file.unlink()
    assert underneath.version == 0


def _killed_while_writing(file: Path) -> Path:
    """Leave the file and its journal as SIGKILL does in the middle of a commit."""
    journal = file.with_name(f"{file.name}-journal")
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")  # the changed pages go to the file at once
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE outbox SET tries = tries + 1")
        writer.execute("UPDATE inbox SET tries = tries + 1")
        half = file.read_bytes(), journal.read_bytes()
        writer.execute("ROLLBACK")
    file.write_bytes(half[0])
    journal.write_bytes(half[1])
    return journal
