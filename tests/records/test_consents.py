"""What each person agreed to: each purpose on its own, every yes and no kept."""

from sqlmodel import Session, select

from bot.records import consents
from bot.records.consents import Consent, Purpose
from tests.records.rows import DAY, NOW, People


def test_each_purpose_is_given_and_taken_back_on_its_own(db: Session, cast: People) -> None:
    consents.give(db, cast.anna, Purpose.REMINDERS, "1", NOW)
    consents.give(db, cast.anna, Purpose.CHECK_INS, "1", NOW)
    consents.give(db, cast.ben, Purpose.REMINDERS, "1", NOW)
    consents.withdraw(db, cast.anna, Purpose.REMINDERS, NOW)
    assert not consents.has(db, cast.anna, Purpose.REMINDERS)
    assert consents.has(db, cast.anna, Purpose.CHECK_INS)
    assert consents.has(db, cast.ben, Purpose.REMINDERS)


def test_nobody_has_agreed_who_was_not_asked(db: Session, cast: People) -> None:
    assert not any(consents.has(db, cast.anna, purpose) for purpose in Purpose)
    consents.withdraw(db, cast.anna, Purpose.REMINDERS, NOW)
    assert db.exec(select(Consent)).all() == []


def test_a_yes_given_twice_is_one_and_keeps_its_first_day(db: Session, cast: People) -> None:
    consents.give(db, cast.anna, Purpose.REMINDERS, "1", NOW)
    consents.give(db, cast.anna, Purpose.REMINDERS, "2", NOW + DAY)
    row = db.exec(select(Consent)).one()
    assert (row.text_version, row.given_at, row.withdrawn_at) == ("1", NOW, None)


def test_a_yes_after_a_no_is_a_new_row_and_the_old_one_stays(db: Session, cast: People) -> None:
    consents.give(db, cast.anna, Purpose.REMINDERS, "1", NOW)
    consents.withdraw(db, cast.anna, Purpose.REMINDERS, NOW + DAY)
    consents.withdraw(db, cast.anna, Purpose.REMINDERS, NOW + 2 * DAY)
    consents.give(db, cast.anna, Purpose.REMINDERS, "2", NOW + 3 * DAY)
    db.expire_all()
    first, second = sorted(db.exec(select(Consent)), key=lambda row: row.given_at)
    assert (first.text_version, first.withdrawn_at) == ("1", NOW + DAY)
    assert (second.text_version, second.withdrawn_at) == ("2", None)
    assert consents.has(db, cast.anna, Purpose.REMINDERS)
