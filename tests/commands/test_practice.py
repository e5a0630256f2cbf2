"""Staff and clients are added, once each, and whatever is wrong changes nothing."""

import pytest
from sqlmodel import select

from bot.records import people
from bot.records.audit import AuditEntry
from bot.records.people import Role
from tests.commands.conftest import Operator

LONG = "x" * 101


def roles_of(operator: Operator, name: str) -> set[Role]:
    return operator.looks(lambda db: set(people.roles_of(db, people.named(db, name)[0])))


# --- staff


def test_the_first_of_staff_is_added_to_a_database_that_is_made_on_the_way(
    operator: Operator,
) -> None:
    said = operator.gets("staff", "add", "--role", "manager", "--name", " Maria   Santos ")
    assert said == "1 member of staff added. Next: between-sessions invite 'Maria Santos'\n"
    assert roles_of(operator, "Maria Santos") == {Role.MANAGER}
    assert operator.file.stat().st_mode & 0o777 == 0o600
    (entry,) = operator.looks(lambda db: db.exec(select(AuditEntry)).all())
    assert (entry.action, entry.subject, entry.person_id) == ("add staff", "person", None)


def test_a_solo_practice_is_one_person_in_every_role(operator: Operator) -> None:
    also = ["--also", "manager", "--also", "senior", "--also", "psychologist"]
    operator.gets("staff", "add", "--role", "psychologist", "--name", "Dr Solo", *also)
    assert roles_of(operator, "Dr Solo") == {Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--role", "boss", "--name", "Bo"], "'boss' is not one of 'psychologist', 'manager', 'senior'."),
        (["--role", "client", "--name", "Bo"], "'client' is not one of"),
        (["--role", "senior", "--name", "Bo", "--also", "boss"], "'boss' is not one of"),
        (["--role", "senior"], "Missing option '--name'."),
        (["--name", "Bo"], "Missing option '--role'."),
        (["--role", "senior", "--name", "dr  OKAFOR"], "Somebody here is called «dr OKAFOR» already."),
        (["--role", "senior", "--name", "Anna Brown"], "Somebody here is called «Anna Brown» already."),
        (["--role", "senior", "--name", "  "], "A name has 1 to 100 printable characters."),
        (["--role", "senior", "--name", LONG], "A name has 1 to 100 printable characters."),
        (["--role", "senior", "--name", "Bo\x1b[2J"], "A name has 1 to 100 printable characters."),
        (["--role", "senior", "--name", "Bo\udcff"], "A name has 1 to 100 printable characters."),
    ],
)  # fmt: skip
def test_staff_that_can_t_be_added(practice: Operator, words: list[str], sentence: str) -> None:
    assert sentence in practice.is_refused("staff", "add", *words)


# --- clients


def test_a_client_is_added_with_a_psychologist(practice: Operator) -> None:
    said = practice.gets(
        "client", "add", "--name", "Ben Carter", "--psychologist", "dr okafor", "--external-id", "A-7"
    )  # fmt: skip
    assert said == "1 client added. Next: between-sessions invite 'A-7'\n"
    assert roles_of(practice, "A-7") == {Role.CLIENT}


def test_what_else_is_known_of_a_client(practice: Operator) -> None:
    practice.gets(
        "client", "add", "--name", "Ben Carter", "--psychologist", "Dr Okafor",
        "--time-zone", "Australia/Perth", "--language", "EN", "--phone", " 0400  000 000 ",
        "--safe-contact", "after 5, no message",
    )  # fmt: skip
    ben = practice.looks(lambda db: people.named(db, "Ben Carter")[0])
    assert (ben.time_zone, ben.language) == ("Australia/Perth", "en")
    assert (ben.phone, ben.safe_contact) == ("0400 000 000", "after 5, no message")
    assert "0400" not in practice.everything() and "message" not in str(ben.safe_contact_sealed)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--time-zone", "Perth"], "«Perth» is not a time zone."),
        (["--language", "xx"], "«xx» is no language of the bot's: en."),
        (["--phone", "call me"], "«call me» is not a telephone number."),
        (["--phone", ""], "«» is not a telephone number."),
        (["--safe-contact", "x" * 201], "has 1 to 200 characters."),
    ],
)
def test_what_can_t_be_known_of_a_client(
    practice: Operator, words: list[str], sentence: str
) -> None:
    words = ["client", "add", "--name", "Ben Carter", "--psychologist", "Dr Okafor", *words]
    said = practice.is_refused(*words)
    assert sentence in said and said.endswith("Nothing was changed.")


def test_two_of_one_name_are_told_apart_by_their_numbers(practice: Operator) -> None:
    for number in ("A-1", "A-2"):
        practice.gets(
            "client", "add", "--name", "Ben Carter", "--psychologist", "Dr Okafor",
            "--external-id", number,
        )  # fmt: skip
    assert practice.is_refused("invite", "Ben Carter") == (
        "2 people are called «Ben Carter». Use the external id instead."
    )
    words = ["session", "add", "--client", "ben carter", "--starts-at", "2100-01-01T11:00"]
    assert "is years away" in practice.is_refused(*words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--psychologist", "Dr Nobody"], "Nobody here is called «Dr Nobody». Names must be written in full."),
        (["--psychologist", "Okafor"], "Nobody here is called «Okafor»."),
        (["--psychologist", "Maria Santos"], "Nobody here is called «Maria Santos»."),
        (["--psychologist", ""], "Nobody here is called «»."),
        ([], "Missing option '--psychologist'."),
        (["--psychologist", "Dr Okafor", "--name", "anna brown"], "is called «anna brown» already."),
        (["--psychologist", "Dr Okafor", "--name", "Maria Santos"], "is called «Maria Santos» already."),
        (["--psychologist", "Dr Okafor", "--name", ""], "A name has 1 to 100"),
        (["--psychologist", "Dr Okafor", "--external-id", ""], "An external id has 1 to 100"),
        (["--psychologist", "Dr Okafor", "--external-id", " "], "An external id has 1 to 100"),
        (["--psychologist", "Dr Okafor", "--external-id", "Anna Brown"], "«Anna Brown» is somebody's already."),
    ],
)  # fmt: skip
def test_a_client_that_can_t_be_added(practice: Operator, words: list[str], sentence: str) -> None:
    assert sentence in practice.is_refused("client", "add", "--name", "Ben Carter", *words)


def test_a_number_is_one_client_s_alone(practice: Operator) -> None:
    words = ["client", "add", "--psychologist", "Dr Okafor", "--external-id", "A-7"]
    practice.gets(*words, "--name", "Ben Carter")
    assert "«A-7» is somebody's already." in practice.is_refused(*words, "--name", "Bo Diaz")
    # … whichever way it is typed, also as somebody's name
    assert practice.is_refused(
        "client", "add", "--psychologist", "Dr Okafor", "--name", "a-7"
    ).startswith("Somebody here is called «a-7» already.")
