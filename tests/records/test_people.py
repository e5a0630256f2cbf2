"""People: found by name, number, account and role."""

from datetime import datetime

import pytest
from sqlmodel import Session

from bot.records import people
from bot.records.people import STAFF, Person, Role, Telephone
from tests.records.rows import DAY, NOW, SECOND, People


def ids(found: object) -> list[int]:
    assert isinstance(found, list)
    return [each.id for each in found]


def test_a_client_has_a_name_a_number_a_psychologist_and_one_role(
    db: Session, cast: People
) -> None:
    anna = cast.anna
    assert (anna.name, anna.external_id) == ("Anna Brown", "A-1001")
    assert anna.psychologist_id == cast.okafor.id
    assert people.roles_of(db, anna) == {Role.CLIENT}
    assert (anna.telephone, anna.language, anna.created_at) == (Telephone.NOT_ASKED, "en", NOW)


@pytest.mark.parametrize("number", [None, ""])
def test_a_client_may_have_no_number(db: Session, cast: People, number: str | None) -> None:
    dora = people.add_client(db, name="Dora", psychologist=cast.okafor, external_id=number, now=NOW)
    assert (dora.external_id, dora.external_id_hash) == (None, None)
    assert ids(people.named(db, "")) == []


def test_one_person_may_hold_several_roles(db: Session, cast: People) -> None:
    solo = people.add(db, name="Dr Solo", roles=[Role.PSYCHOLOGIST, Role.MANAGER], now=NOW)
    assert people.roles_of(db, solo) == {Role.PSYCHOLOGIST, Role.MANAGER} < STAFF
    assert ids(people.holders(db, Role.MANAGER)) == [cast.maria.id, solo.id]
    assert ids(people.holders(db, Role.PSYCHOLOGIST)) == [
        cast.okafor.id, cast.adler.id, solo.id
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Anna Brown", "anna  brown", "A-1001", "a-1001"])
def test_somebody_is_found_by_the_whole_name_or_number(
    db: Session, cast: People, words: str
) -> None:
    assert ids(people.named(db, words)) == [cast.anna.id]
    assert ids(people.named(db, words, [Role.CLIENT])) == [cast.anna.id]
    assert ids(people.named(db, words, STAFF)) == []


@pytest.mark.parametrize("words", ["Anna", "Brown", "A-10", "", "%", "Anna Brown A-1001", "\udcff"])
def test_nobody_is_found_by_less_or_more(db: Session, cast: People, words: str) -> None:
    assert ids(people.named(db, words)) == []


def test_namesakes_are_all_found_in_the_order_in_which_they_came(db: Session, cast: People) -> None:
    other = people.add_client(
        db, name="Anna Brown", psychologist=cast.adler, external_id="A-2000", now=NOW
    )
    assert ids(people.named(db, "Anna Brown")) == [cast.anna.id, other.id]
    assert ids(people.named(db, "A-2000")) == [other.id]


def test_whose_account_this_is(db: Session, cast: People) -> None:
    account = cast.anna.telegram_id
    assert account is not None
    assert people.by_telegram_id(db, account) is cast.anna
    assert people.by_telegram_id(db, 1) is None
    assert people.get(db, cast.anna.id) is cast.anna
    assert people.lock(db, cast.anna.id) is cast.anna
    with pytest.raises(AssertionError, match="is referred to and isn't there"):
        people.get(db, 987_654)


def test_a_chat_that_is_closed_marks_its_person_and_nobody_else(db: Session, cast: People) -> None:
    account = cast.anna.telegram_id
    assert account is not None
    marks = []
    for at in (NOW, NOW + DAY, None):  # the first instant is what staff were told
        people.mark_unreachable(db, account, at)
        people.mark_unreachable(db, 1, at)  # a stranger's chat
        marks.append((cast.anna.unreachable_at, cast.ben.unreachable_at))
    assert marks == [(NOW, None), (NOW, None), (None, None)]


@pytest.mark.parametrize(
    ("fields", "hears"),
    [
        ({}, True),
        ({"telegram_id": None}, False),
        ({"stopped_at": NOW - DAY}, False),
        ({"unreachable_at": NOW - DAY}, False),
        ({"paused_until": NOW + SECOND}, False),
        ({"paused_until": NOW}, True),
        ({"paused_until": NOW - DAY, "stopped_at": NOW}, False),
    ],
)
def test_who_hears_what_they_did_not_ask_for(
    fields: dict[str, datetime | None], *, hears: bool
) -> None:
    person = Person(name_hash=b"", created_at=NOW, **{"telegram_id": 501, **fields})  # type: ignore[arg-type]  # one of them is no instant
    assert person.hears_unasked(NOW) is hears
