"""Somebody outside the practice: where nobody in it can hear, and at any moment."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from bot.records.outbox import OutboxRow
from bot.records.people import Role
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.concerns import (
    CONDUCT,
    LINDQVIST,
    MARIA,
    OKAFOR,
    OUTSIDE,
    close,
    entries_of,
    take,
)
from tests.practice import Cast, Practice, Someone

CONTACT = "Open Door, 03 9000 0042"
OF_VICTORIA = (
    "Health Complaints Commissioner · 1300 582 113 · complaints about any health care in Victoria"
)
AHPRA = "Ahpra, with the Psychology Board · 1300 419 495 · complaints about psychologists"
OPERATOR = 777


@dataclass
class Solo:
    """A practice of one person, who is psychologist, manager and senior psychologist."""

    practice: Practice
    psychologist: Someone
    anna: Someone

    def complains_of_conduct(self) -> list[str]:
        """What Anna reads after it, in the order in which it comes."""
        for label in (
            "Something isn't right",
            "Dr Solo, whom you see",
            "Write to Dr Solo here",
            CONDUCT,
        ):
            self.anna.taps(label)
        self.anna.hears()
        self.anna.taps("That's all")
        return self.anna.hears()

    def alarms(self) -> list[OutboxRow]:
        chosen = select(OutboxRow).where(col(OutboxRow.chat_id) == OPERATOR)
        with self.practice.look() as db:
            return list(db.exec(chosen.order_by(col(OutboxRow.id))))


@pytest.fixture
def solo(sqlite_url: str, open_practice: Opener) -> Callable[..., Solo]:
    def opened(**settings: str) -> Solo:
        practice = open_practice(sqlite_url, operator_chat=OPERATOR, **settings)
        row = practice.add_staff("Dr Solo", Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR)
        client = practice.add_client("Anna Brown", row)
        psychologist = practice.join(row, "Dr Solo")
        anna = practice.join(client, "Anna")
        for label in ("Yes, it's just me", "Just reminders", "That's fine"):
            anna.taps(label)
        psychologist.hears()
        return Solo(practice, psychologist, anna)

    return opened


def test_in_a_solo_practice_conduct_goes_to_nobody_and_the_client_reads_who_is_outside(
    solo: Callable[..., Solo],
) -> None:
    alone = solo(outside_contact=CONTACT, practice_region="vic")
    who_else, kept = alone.complains_of_conduct()
    assert who_else.splitlines()[-4:] == [
        "Outside the practice you can turn to:",
        CONTACT,
        OF_VICTORIA,
        AHPRA,
    ]
    assert "I can't reach anybody else for this here." in who_else
    assert "Riverside" not in who_else + kept  # Dr Solo picks up that telephone
    assert kept == "Nobody has read your words. I keep them here for a few days."
    assert alone.anna.labels == ["Don't send"]
    assert len(entries_of(alone.practice)) == 1
    alone.practice.wait(days=1)
    assert alone.psychologist.hears() == []
    alone.anna.taps("Don't send")
    assert entries_of(alone.practice) == []


def test_the_one_there_is_and_who_is_outside_are_offered_from_the_first(
    solo: Callable[..., Solo],
) -> None:
    alone = solo(outside_contact=CONTACT)
    alone.anna.taps("Something isn't right")
    alone.anna.sees(f"Not part of the practice, and there to listen: {CONTACT}.")
    assert alone.anna.labels == ["Dr Solo, whom you see", OUTSIDE, "Not now"]


@pytest.mark.parametrize(
    ("settings", "known"),
    [
        ({"outside_contact": CONTACT, "practice_country": "ZZ"}, [CONTACT]),
        ({"practice_region": "VIC"}, [OF_VICTORIA, AHPRA]),
        ({"practice_country": "ZZ"}, []),
        ({"practice_country": ""}, []),
    ],
)
def test_that_no_number_is_known_is_said_only_where_it_is_so(
    solo: Callable[..., Solo], settings: dict[str, str], known: list[str]
) -> None:
    alone = solo(**settings)
    alone.anna.taps("Something isn't right")
    assert (OUTSIDE in alone.anna.labels) == bool(known)
    alone.anna.taps("Not now")
    who_else, _kept = alone.complains_of_conduct()
    assert all(line in who_else for line in known)
    assert ("I have no number for one here." in who_else) != bool(known)


def test_the_operator_hears_once_a_day_that_a_client_found_nobody_and_not_which(
    solo: Callable[..., Solo],
) -> None:
    """The operator may be whom it is about: neither the client nor the hour is told."""
    alone = solo()
    for _tap in range(2):
        alone.complains_of_conduct()
        alone.anna.taps("Don't send")
    (row,) = alone.alarms()
    assert row.body.text.startswith(
        "Between Sessions needs you: on 2026-11-30 a client found nobody here to hear a concern"
    )
    assert "person" not in row.body.text and "Anna" not in row.body.text
    assert row.topic is None and row.person_id is None
    assert row.due_at == melbourne("2026-12-01 09:00")
    alone.practice.wait(days=1)
    alone.complains_of_conduct()
    days = [each.dedupe_key.partition(" a ")[0] for each in alone.alarms() if each.dedupe_key]
    assert days == ["alarm:on 2026-11-30", "alarm:on 2026-12-01"]


def test_where_nobody_can_be_reached_the_client_hears_who_else_there_is(welcomed: Cast) -> None:
    for someone in (welcomed.maria, welcomed.lindqvist, welcomed.okafor):
        someone.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.hears()
    welcomed.anna.taps("Something isn't right")
    nobody, who_else = welcomed.anna.hears()
    assert "I can't reach anybody for this here." in nobody
    assert "You can phone Riverside (03 9000 0000) and ask who can listen." in nobody
    assert who_else.startswith("Outside the practice you can turn to:\nHealth Care")


def test_who_is_outside_can_be_read_at_any_moment_and_nothing_is_passed_on(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(outside_contact=CONTACT, practice_region="NSW")
    cast.anna.taps("Something isn't right")
    assert cast.anna.labels[-2:] == [OUTSIDE, "Not now"]
    cast.anna.taps(OUTSIDE)
    assert cast.anna.last.splitlines() == [
        "This isn't the practice. I pass nothing on: you call or write to them yourself.",
        "",
        "Outside the practice you can turn to:",
        CONTACT,
        "Health Care Complaints Commission · 1800 043 159 · "
        "complaints about any health care in New South Wales",
    ]
    cast.practice.wait(days=1)
    for someone in (cast.okafor, cast.maria, cast.lindqvist):
        assert someone.hears() == []
    cast.anna.taps("Something isn't right")
    assert cast.anna.labels[:3] == [MARIA, LINDQVIST, OKAFOR]


def test_an_old_button_says_so_where_nobody_outside_is_known(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(practice_country="")
    cast.anna.presses_data("1:concern_outside:show")
    cast.anna.sees("offices that hear complaints about a psychologist. I have no number for one")


def test_a_week_later_the_bodies_are_among_the_answers(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(practice_region="VIC")
    take(cast)
    close(cast)
    cast.practice.wait(days=7)
    cast.anna.taps("No")
    cast.anna.taps(OUTSIDE)
    assert OF_VICTORIA in cast.anna.last
    cast.anna.presses_data("1:concern_later:outside:1")  # of messages sent before
    assert OF_VICTORIA in cast.anna.last
