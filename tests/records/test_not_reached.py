"""Whom nothing reaches: each once, for the first reason that holds, the newest first."""

from sqlmodel import Session

from bot.records import consents, invitations, not_reached, people
from bot.records.consents import Purpose
from bot.records.invitations import GOOD_FOR
from bot.records.not_reached import NotReached, Why
from tests.records.rows import DAY, HOUR, NOW, People


def agree(db: Session, cast: People) -> None:
    for client in (cast.anna, cast.ben, cast.carla):
        consents.give(db, client, Purpose.REMINDERS, "1", NOW)


def test_who_is_connected_and_said_yes_is_reached(db: Session, cast: People) -> None:
    agree(db, cast)
    cast.okafor.unreachable_at = NOW  # a colleague is in no list of clients
    db.flush()
    assert not_reached.not_reached(db, NOW) == []
    assert not_reached.never_invited(db) == 0


def test_gone_comes_before_stopped_and_stopped_before_a_yes_taken_back(
    db: Session, cast: People
) -> None:
    agree(db, cast)
    consents.withdraw(db, cast.carla, Purpose.REMINDERS, NOW)
    cast.anna.stopped_at, cast.anna.unreachable_at = NOW, NOW + DAY
    cast.ben.stopped_at = NOW + HOUR
    db.flush()
    assert not_reached.not_reached(db, NOW + 2 * DAY) == [
        NotReached(cast.anna.id, Why.GONE, NOW + DAY),
        NotReached(cast.ben.id, Why.STOPPED, NOW + HOUR),
        NotReached(cast.carla.id, Why.OFF, NOW),
    ]


def test_a_link_that_nobody_opened_counts_by_the_newest(db: Session, cast: People) -> None:
    agree(db, cast)
    for client in (cast.anna, cast.ben, cast.carla):
        client.telegram_id = None
    invitations.invite(db, cast.anna, NOW)
    invitations.invite(db, cast.ben, NOW)
    invitations.invite(db, cast.ben, NOW + DAY)
    later = NOW + GOOD_FOR
    assert not_reached.not_reached(db, later) == [
        NotReached(cast.anna.id, Why.TOO_LATE, later),
        NotReached(cast.ben.id, Why.NOT_OPENED, NOW + DAY),
    ]
    assert not_reached.never_invited(db) == 1


def test_opened_and_no_yes(db: Session, cast: People) -> None:
    cast.anna.joined_at = NOW + HOUR
    db.flush()
    found = not_reached.not_reached(db, NOW + DAY)
    assert found[0] == NotReached(cast.anna.id, Why.NO_YES, NOW + HOUR)
    assert people.get(db, found[0].client_id) is cast.anna
