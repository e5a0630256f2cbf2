"""Clients found among many: in order, by words, by number; also among ten thousand."""

import time

import pytest
from sqlmodel import Session

from bot.records import client_search
from bot.records.people import Person, Role, RoleHeld
from tests.records.rows import NOW, People

MANY = 10_000
# Measured 0.1 s; a busy machine may take longer, but nobody waits for a second.
MOST_SECONDS = 2.0


def names(found: list[client_search.Found]) -> list[str]:
    return [each.name for each in found]


def test_in_the_order_of_their_names_and_no_colleagues(db: Session, cast: People) -> None:
    assert names(client_search.in_order(db, None)) == ["Anna Brown", "Ben Carter", "Carla Diaz"]
    assert names(client_search.in_order(db, cast.adler.id)) == ["Carla Diaz"]
    assert client_search.in_order(db, cast.maria.id) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a-1003", ["Carla Diaz"]),
        ("A-1001", ["Anna Brown"]),
        ("A-100", []),
        ("ca", ["Ben Carter", "Carla Diaz"]),
        ("ca di", ["Carla Diaz"]),
        ("rown", ["Anna Brown"]),
        ("okafor", []),
        ("", []),
        ("%", []),
        ("\ud800", []),
    ],
)
def test_by_number_by_beginnings_else_by_any_part(
    db: Session, cast: People, typed: str, found: list[str]
) -> None:
    assert names(client_search.matching(db, typed, None)) == found


def test_only_among_ones_own(db: Session, cast: People) -> None:
    for typed in ("Anna Brown", "anna", "A-1001"):
        assert client_search.matching(db, typed, cast.adler.id) == []


def test_who_is_a_client(db: Session, cast: People) -> None:
    assert client_search.is_client(db, cast.anna)
    assert not client_search.is_client(db, cast.maria)


def _client(number: int, psychologist_id: int) -> Person:
    row = Person(name_hash=b"", psychologist_id=psychologist_id, created_at=NOW)
    row.name = f"First{number} Last{number % 97}"
    return row


def test_ten_thousand_are_found_at_once(db: Session, cast: People) -> None:
    rows = [_client(number, cast.okafor.id) for number in range(MANY)]
    db.add_all(rows)
    db.flush()
    db.add_all(RoleHeld(person_id=row.id, role=Role.CLIENT) for row in rows)
    db.flush()
    db.expunge_all()
    began = time.perf_counter()
    assert len(client_search.matching(db, "first9999", None)) == 1
    assert time.perf_counter() - began < MOST_SECONDS
