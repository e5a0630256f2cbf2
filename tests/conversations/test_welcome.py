"""Invitations and the welcome: who gets in, what is agreed, and what a wrong person learns."""

import hashlib

import pytest
from sqlmodel import select

from bot.records.consents import Consent, Purpose
from bot.records.people import Person, Role
from conversations.welcome import TEXT_VERSION
from tests.clock import melbourne
from tests.practice import Cast, Practice, Someone

REFUSAL = "This invitation doesn't work."


def consents_of(practice: Practice, person: Person) -> dict[Purpose, bool]:
    """The purposes that were ever agreed to, and whether they still are."""
    with practice.look() as db:
        rows = db.exec(select(Consent).where(Consent.person_id == person.id)).all()
        assert all(row.text_version == TEXT_VERSION for row in rows)
        return {row.purpose: row.withdrawn_at is None for row in rows}


def test_the_welcome_says_who_reads_before_it_asks(cast: Cast) -> None:
    cast.anna.sees("call 000, or tap «Help now»")
    cast.anna.taps("Yes, it's just me")
    cast.anna.sees("Your times and what you answer about them: the office and Dr Okafor.")
    cast.anna.sees("You need to be 18 or over.")


@pytest.mark.parametrize(
    ("label", "agreed"),
    [
        ("Just reminders", {Purpose.REMINDERS: True, Purpose.HOMEWORK: True}),
        (
            "Reminders, and now and then a short question about how it's going",
            {Purpose.REMINDERS: True, Purpose.HOMEWORK: True, Purpose.CHECK_INS: True},
        ),
        ("No, thank you", {}),
    ],
)
def test_exactly_what_was_tapped_is_agreed_with_the_version_of_the_text(
    cast: Cast, label: str, agreed: dict[Purpose, bool]
) -> None:
    cast.anna.taps("Yes, it's just me")
    cast.anna.taps(label)
    assert consents_of(cast.practice, cast.anna_row) == agreed


def test_whoever_changes_what_is_agreed_to_changes_its_version(cast: Cast) -> None:
    """If this fails because a text was changed: give TEXT_VERSION a new value as well."""
    cast.anna.taps("Yes, it's just me")
    agreed = "\n".join([cast.anna.last, *cast.anna.labels])
    assert "Reminders are of your times, and of what you agree to do in between." in agreed
    digest = hashlib.sha256(agreed.encode()).hexdigest()[:12]
    assert (TEXT_VERSION, digest) == ("welcome 2026-11d", "96d4f6b513ee")


def test_a_second_thought_takes_back_what_was_agreed_before(cast: Cast) -> None:
    cast.anna.taps("Yes, it's just me")
    question = cast.anna.sees("Who sees what:")
    cast.anna.taps(
        "Reminders, and now and then a short question about how it's going", bubble=question
    )
    cast.anna.taps("Just reminders", bubble=question)
    assert consents_of(cast.practice, cast.anna_row) == {
        Purpose.REMINDERS: True,
        Purpose.HOMEWORK: True,
        Purpose.CHECK_INS: False,
    }


def test_who_says_no_is_left_alone_and_the_office_knows_to_phone(cast: Cast) -> None:
    cast.anna.taps("Yes, it's just me")
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    cast.anna.taps("No, thank you")
    cast.anna.sees("I won't write to you.")
    cast.anna.hears()
    cast.practice.wait(days=4)
    assert cast.anna.hears() == []
    cast.maria.sees("Anna B. doesn't want messages here. Please phone instead.")


def test_who_said_no_can_come_back_with_start(cast: Cast) -> None:
    cast.anna.taps("Yes, it's just me")
    cast.anna.taps("No, thank you")
    cast.anna.types("START")
    cast.anna.sees("I'm back. Reminders are off; «Settings» turns them on.")
    cast.anna.taps("Settings")
    cast.anna.taps("Turn reminders on")
    cast.anna.sees("Reminders of your times, and notes, are on.")


def test_who_said_no_is_asked_again_by_slash_start(cast: Cast) -> None:
    cast.anna.taps("Yes, it's just me")
    cast.anna.taps("No, thank you")
    cast.anna.types("/start")
    cast.anna.taps("Just reminders")
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    cast.practice.wait_until(melbourne("2026-12-03 11:00"))
    cast.anna.sees("Tomorrow, Friday 4 December, 11:00 am. Room 2.")


def test_a_shared_telephone_gets_day_and_time_only_and_forgets_after_a_day(cast: Cast) -> None:
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    cast.anna.taps("Others can see it")
    cast.anna.sees("I'll send only a day and a time")
    cast.anna.taps("Only day and time")
    cast.anna.taps("That's fine")
    cast.anna.hears()
    cast.practice.wait_until(melbourne("2026-12-03 11:00"))
    assert cast.anna.hears() == ["Tomorrow, Friday 4 December, 11:00 am."]
    assert cast.anna.labels == []
    cast.practice.wait(hours=23)
    cast.anna.sees("Tomorrow, Friday 4 December")
    cast.practice.wait(hours=1)
    cast.anna.sees_nothing_of("Friday 4 December")


def test_nothing_here_means_nothing_and_the_office_hears_it(cast: Cast) -> None:
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    cast.anna.taps("Others can see it")
    cast.anna.taps("Nothing here")
    cast.anna.hears()
    cast.practice.wait(days=4)
    assert cast.anna.hears() == []
    cast.maria.sees("Anna B. doesn't want messages here. Please phone instead.")


def test_somebody_else_who_opened_the_link_is_forgotten(cast: Cast) -> None:
    cast.anna.taps("I'm not Anna")
    cast.anna.sees("I've forgotten this chat")
    cast.practice.wait(minutes=3)
    cast.maria.sees("The invitation of Anna B. was opened by somebody else.")
    cast.anna.types("hello")
    cast.anna.sees("I'm a program that works for people who were invited.")
    new_telephone = cast.practice.join(cast.anna_row, "Anna's own")
    new_telephone.sees("Hello Anna.")


def test_start_goes_on_where_the_welcome_stopped(cast: Cast) -> None:
    cast.anna.types("/start")
    cast.anna.sees("Is it safe to write to you on this telephone?")
    cast.anna.taps("Yes, it's just me")
    cast.anna.hears()
    cast.anna.types("/start")
    assert "Who sees what:" in cast.anna.hears()[0]
    cast.anna.taps("Just reminders")
    cast.anna.types("/start")
    cast.anna.sees("I'm a program. I remind you of your times")


def test_every_button_of_the_welcome_can_be_typed_by_words_or_number(cast: Cast) -> None:
    cast.anna.types("yes, it’s just me")
    cast.anna.sees("Who sees what:")
    cast.anna.types("1")
    cast.anna.sees("Good. No time is booked for you here yet.")


class TestCodesThatDoNotWork:
    """Each gets the same sentence, and nothing is given away."""

    @pytest.fixture
    def stranger(self, practice: Practice) -> Someone:
        return practice.account("Somebody")

    @pytest.fixture
    def ben(self, practice: Practice) -> Person:
        okafor = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
        return practice.add_client("Ben Carter", okafor)

    def test_a_wrong_code(self, stranger: Someone) -> None:
        stranger.types("/start NOTACODE")
        stranger.sees(REFUSAL)

    def test_a_used_code(self, practice: Practice, stranger: Someone, ben: Person) -> None:
        code = practice.invite(ben)
        practice.account("Ben").types(f"/start {code}")
        stranger.types(f"/start {code}")
        assert stranger.hears()[-1].startswith(REFUSAL)
        stranger.sees_nothing_of("Ben")

    def test_an_expired_code(self, practice: Practice, stranger: Someone, ben: Person) -> None:
        code = practice.invite(ben)
        practice.wait(days=14)
        stranger.types(f"/start {code}")
        stranger.sees(REFUSAL)

    def test_a_code_that_a_newer_one_replaced(
        self, practice: Practice, stranger: Someone, ben: Person
    ) -> None:
        old, new = practice.invite(ben), practice.invite(ben)
        stranger.types(f"/start {old}")
        stranger.sees(REFUSAL)
        stranger.types(f"/start {new}")
        stranger.sees("Hello Ben.")

    def test_guessing_ends_after_five_wrong_codes_even_with_the_right_one(
        self, practice: Practice, stranger: Someone, ben: Person
    ) -> None:
        code = practice.invite(ben)
        for number in range(5):
            stranger.types(f"/start WRONG{number}")
        stranger.types(f"/start {code}")
        stranger.sees_nothing_of("Hello Ben.")
        practice.wait(hours=1)
        stranger.types(f"/start {code}")
        stranger.sees("Hello Ben.")

    def test_a_stranger_without_a_code_learns_nothing(self, stranger: Someone) -> None:
        for text in ("/start", "hello", "/today", "My times", "/help"):
            stranger.types(text)
            assert stranger.hears()[-1].startswith("I'm a program that works for people")
        stranger.sees_nothing_of("Riverside")


def test_staff_who_open_a_clients_invitation_are_refused_and_it_stays_good(cast: Cast) -> None:
    carla = cast.practice.add_client("Carla Diaz", cast.okafor_row)
    code = cast.practice.invite(carla)
    cast.maria.types(f"/start {code}")
    cast.maria.sees("This invitation is for somebody else, and this account belongs to staff.")
    other = cast.practice.account("Carla")
    other.types(f"/start {code}")
    other.sees("Hello Carla.")


def test_a_client_who_opens_somebody_elses_invitation_stays_who_they_are(cast: Cast) -> None:
    carla = cast.practice.add_client("Carla Diaz", cast.okafor_row)
    cast.anna.types(f"/start {cast.practice.invite(carla)}")
    cast.anna.sees("This chat is already somebody's.")
    cast.anna.sees_nothing_of("Carla")


def test_a_new_telephone_takes_over_and_the_old_one_is_told(cast: Cast) -> None:
    cast.welcome()
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    new = cast.practice.join(cast.anna_row, "Anna's new telephone")
    cast.anna.sees("This chat is no longer connected")
    new.taps("Yes, it's just me")
    new.sees("Good. Your next time is Friday 4 December, 11:00 am.")
    cast.anna.hears()
    cast.practice.wait_until(melbourne("2026-12-03 11:00"))
    assert cast.anna.hears() == []
    assert "Tomorrow, Friday 4 December, 11:00 am. Room 2." in new.hears()
