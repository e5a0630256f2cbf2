"""The last manager stays, also when two leave at the same moment; whoever takes clients stays too."""

from collections.abc import Callable, Iterator

import pytest
from sqlmodel import Session, col, select

from bot.records import people, staff
from bot.records.database import Database
from bot.records.duties import DutyRow
from bot.records.homework import HomeworkState
from bot.records.people import Person, Role, RoleHeld
from bot.records.staff_codes import StaffCode
from bot.rules.homework import Rhythm
from bot.staff_changes import (
    Leaving,
    RoleChange,
    change_roles,
    leave,
    why_not_change,
    why_not_leave,
)
from tests.practice import settings_for
from tests.records.rows import DAY, NOW, People, assign, make_cast, race

PRACTICE = settings_for("sqlite:///x").practice()


@pytest.fixture
def two(database_url: str) -> Iterator[tuple[Database, Database]]:
    """Two programs; Dr Lindqvist is a manager too, so there are two, both connected."""
    both = Database(database_url), Database(database_url)
    with both[0].transaction() as db:
        cast = make_cast(db)
        db.add(RoleHeld(person_id=cast.lindqvist.id, role=Role.MANAGER))
    yield both
    for database in both:
        database.close()


def the(db: Session, name: str) -> Person:
    (person,) = people.named(db, name)
    return person


def tries_to_leave(db: Session, name: str, to: str = "") -> bool:
    person = the(db, name)
    leaving = Leaving(person, the(db, to) if to else None)
    if why_not_leave(db, leaving, PRACTICE):
        return False
    leave(db, leaving, PRACTICE, NOW)
    return True


def each_in_turn(*acts: Callable[[Session], bool]) -> Callable[[Session], bool]:
    """For a race: the first program does the first, the second the second."""
    left = list(acts)
    return lambda db: left.pop()(db)


def test_of_two_managers_who_leave_at_the_same_moment_one_stays(
    two: tuple[Database, Database],
) -> None:
    act = each_in_turn(
        lambda db: tries_to_leave(db, "Maria Santos"),
        lambda db: tries_to_leave(db, "Dr Lindqvist"),
    )
    assert sorted(race(two, act)) == [False, True]
    with two[0].transaction() as db:
        assert len(people.holders(db, Role.MANAGER)) == 1


def test_of_two_managers_who_lose_the_role_at_the_same_moment_one_keeps_it(
    two: tuple[Database, Database],
) -> None:
    with two[0].transaction() as db:
        staff.give_role(db, the(db, "Maria Santos"), Role.SENIOR)

    def loses(db: Session, name: str) -> bool:
        change = RoleChange(the(db, name), remove=frozenset({Role.MANAGER}))
        if why_not_change(db, change, PRACTICE):
            return False
        change_roles(db, change, PRACTICE, NOW)
        return True

    act = each_in_turn(lambda db: loses(db, "Maria Santos"), lambda db: loses(db, "Dr Lindqvist"))
    assert sorted(race(two, act)) == [False, True]
    with two[0].transaction() as db:
        assert len(people.holders(db, Role.MANAGER)) == 1


def test_who_leaves_twice_at_the_same_moment_leaves_once(two: tuple[Database, Database]) -> None:
    def leaves(db: Session) -> bool:
        found = people.named(db, "Maria Santos")
        return bool(found) and tries_to_leave(db, "Maria Santos")

    assert sorted(race(two, leaves)) == [False, True]


def test_clients_never_end_with_somebody_who_leaves_at_the_same_moment(
    two: tuple[Database, Database],
) -> None:
    with two[0].transaction() as db:
        the(db, "Carla Diaz").psychologist_id = the(db, "Dr Okafor").id  # Dr Adler has nobody

    def adler_leaves(db: Session) -> bool:
        found = people.named(db, "Dr Adler")
        return bool(found) and tries_to_leave(db, "Dr Adler")

    def okafor_leaves(db: Session) -> bool:
        found = people.named(db, "Dr Adler")
        return bool(found) and tries_to_leave(db, "Dr Okafor", to="Dr Adler")

    assert sorted(race(two, each_in_turn(adler_leaves, okafor_leaves))) == [False, True]
    with two[0].transaction() as db:
        anna = the(db, "Anna Brown")
        assert anna.psychologist_id is not None
        assert Role.PSYCHOLOGIST in people.roles_of(db, people.get(db, anna.psychologist_id))


def test_who_connects_while_the_command_looks_is_unlinked_all_the_same(
    two: tuple[Database, Database],
) -> None:
    first, second = two
    if first.is_sqlite:
        pytest.skip("one writer at a time: nobody connects while a command looks")
    with first.transaction() as db:
        the(db, "Dr Adler").telegram_id = None
        the(db, "Carla Diaz").psychologist_id = the(db, "Dr Okafor").id
    with first.transaction() as db:
        adler = the(db, "Dr Adler")  # read before
        with second.transaction() as other:
            the(other, "Dr Adler").telegram_id = 777
        assert why_not_leave(db, Leaving(adler), PRACTICE) == ""
        leave(db, Leaving(adler), PRACTICE, NOW)
    with first.transaction() as db:
        assert people.get(db, adler.id).telegram_id is None


@pytest.fixture
def managers(db: Session, cast: People) -> tuple[Person, Person]:
    """Maria and Dr Adler, both managers."""
    db.add(RoleHeld(person_id=cast.adler.id, role=Role.MANAGER))
    db.flush()
    return cast.maria, cast.adler


def test_a_manager_who_blocked_the_bot_is_none_to_rely_on(
    db: Session, managers: tuple[Person, Person]
) -> None:
    maria, adler = managers
    assert not staff.runs_alone(db, maria)
    adler.unreachable_at = NOW
    db.flush()
    assert staff.runs_alone(db, maria)
    assert not staff.runs_alone(db, adler)


def test_duties_and_the_code_of_who_leaves_end_and_nobody_else_s(db: Session, cast: People) -> None:
    for person in (cast.okafor, cast.adler):
        db.add(DutyRow(person_id=person.id, hours="Mon-Fri 9-17", asked_at=NOW, ask_at=NOW))
        code = StaffCode(person_id=person.id, code_hash=b"x")
        code.entered = []
        db.add(code)
    db.flush()
    leaving = Leaving(cast.okafor, cast.adler)
    assert why_not_leave(db, leaving, PRACTICE) == ""
    leave(db, leaving, PRACTICE, NOW)
    db.expire_all()
    of_okafor, of_adler = db.exec(select(DutyRow).order_by(col(DutyRow.id))).all()
    assert (of_okafor.ended_at, of_okafor.ask_at) == (NOW, None)
    assert (of_adler.ended_at, of_adler.ask_at) == (None, NOW)
    assert [each.person_id for each in db.exec(select(StaffCode))] == [cast.adler.id]


def test_homework_of_who_leaves_isn_t_reminded_of_any_more(db: Session, cast: People) -> None:
    theirs, others = assign(db, cast.anna), assign(db, cast.carla)
    promised, daily = assign(db, cast.ben), assign(db, cast.ben)
    promised.state, promised.remind_at = HomeworkState.NOT_YET, NOW + DAY
    daily.rhythm = Rhythm.DAILY
    db.flush()
    staff.unlink(db, cast.okafor, NOW)
    for row in (theirs, others, promised, daily):
        db.refresh(row)
    assert (theirs.state, theirs.remind_at) == (HomeworkState.OPEN, None)
    assert {each.remind_at for each in (others, promised, daily)} == {NOW + DAY}
