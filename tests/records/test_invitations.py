"""Invitations: good once, for two weeks, and only the newest; guessing ends soon."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.records import encryption, invitations
from bot.records.encryption import Keyring, new_key
from bot.records.invitations import GOOD_FOR, WRONG_CODES_ALLOWED, Invitation, WrongCode
from tests.practice import KEY
from tests.records.rows import HOUR, NOW, SECOND, People


def test_a_code_can_be_typed_and_fits_a_start_link(db: Session, cast: People) -> None:
    codes = {invitations.invite(db, cast.anna, NOW) for _round in range(20)}
    assert len(codes) == 20
    for code in codes:
        assert len(code) == 20
        assert code.isalnum() and code.isascii() and code == code.upper()
        assert not set(code) & set("01OIL")


def test_a_code_leads_to_its_invitation_also_in_small_letters(db: Session, cast: People) -> None:
    code = invitations.invite(db, cast.anna, NOW)
    for typed in (code, code.lower()):
        found = invitations.find(db, typed, NOW)
        assert found is not None and found.person_id == cast.anna.id
    assert invitations.find(db, code[:-1], NOW) is None
    assert invitations.find(db, "\ud800", NOW) is None


def test_the_code_itself_is_not_kept(db: Session, cast: People) -> None:
    code = invitations.invite(db, cast.anna, NOW)
    row = db.exec(select(Invitation)).one()
    assert code.encode() not in row.code_hash and len(row.code_hash) == 32


def test_it_is_good_for_two_weeks(db: Session, cast: People) -> None:
    code = invitations.invite(db, cast.anna, NOW)
    assert GOOD_FOR.days == 14
    assert invitations.find(db, code, NOW + GOOD_FOR - SECOND) is not None
    assert invitations.find(db, code, NOW + GOOD_FOR) is None


def test_it_is_good_once(db: Session, cast: People) -> None:
    code = invitations.invite(db, cast.anna, NOW)
    found = invitations.find(db, code, NOW)
    assert found is not None
    assert invitations.use(db, found, NOW)
    assert not invitations.use(db, found, NOW)
    assert invitations.find(db, code, NOW) is None


def test_a_new_one_ends_the_old_one_and_nobody_else_s(db: Session, cast: People) -> None:
    old = invitations.invite(db, cast.anna, NOW)
    ben_s = invitations.invite(db, cast.ben, NOW)
    in_hand = invitations.find(db, old, NOW)
    new = invitations.invite(db, cast.anna, NOW + SECOND)
    assert invitations.find(db, old, NOW) is None
    assert invitations.find(db, new, NOW) is not None
    assert invitations.find(db, ben_s, NOW) is not None
    assert in_hand is not None
    assert not invitations.use(db, in_hand, NOW), "it was found before it was revoked"


def test_it_survives_a_new_key(db: Session, cast: People) -> None:
    code = invitations.invite(db, cast.anna, NOW)
    encryption.use_keyring(Keyring.parse(f"{new_key()},{KEY}"))
    assert invitations.find(db, code, NOW) is not None


def test_wrong_codes_are_counted_for_an_hour_and_per_account(db: Session) -> None:
    for number in range(WRONG_CODES_ALLOWED):
        assert invitations.may_try(db, 501, NOW)
        invitations.note_wrong_code(db, 501, NOW + number * SECOND)
    assert not invitations.may_try(db, 501, NOW + 10 * SECOND)
    assert invitations.may_try(db, 502, NOW)
    assert not invitations.may_try(db, 501, NOW + HOUR - SECOND)
    assert invitations.may_try(db, 501, NOW + HOUR)


@pytest.mark.parametrize(("age", "left"), [(HOUR + SECOND, 0), (HOUR - SECOND, 1)])
def test_wrong_codes_that_no_longer_count_are_forgotten(
    db: Session, age: timedelta, left: int
) -> None:
    invitations.note_wrong_code(db, 501, NOW - age)
    invitations.prune(db, NOW)
    assert len(db.exec(select(WrongCode)).all()) == left


def test_a_code_taken_back_works_no_longer(db: Session, cast: People) -> None:
    assert invitations.latest(db, cast.anna.id) is None
    code = invitations.invite(db, cast.anna, NOW)
    made = invitations.latest(db, cast.anna.id)
    assert made is not None and made.is_open(NOW)
    assert invitations.take_back(db, made, NOW)
    assert not made.is_open(NOW)
    assert invitations.find(db, code, NOW) is None
    assert not invitations.take_back(db, made, NOW), "twice"
    assert not invitations.use(db, made, NOW)


def test_what_was_used_or_is_too_old_cannot_be_taken_back(db: Session, cast: People) -> None:
    used = invitations.find(db, invitations.invite(db, cast.anna, NOW), NOW)
    old = invitations.find(db, invitations.invite(db, cast.ben, NOW), NOW)
    assert used is not None and old is not None
    assert invitations.use(db, used, NOW)
    assert not invitations.take_back(db, used, NOW)
    assert not invitations.take_back(db, old, NOW + GOOD_FOR)
