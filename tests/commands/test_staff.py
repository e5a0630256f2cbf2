"""Who works here, from the command line: the list, roles, leaving; each refusal changes nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import invitations, people, therapy_sessions
from bot.records.audit import AuditEntry
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.commands.conftest import Operator, day_in


@pytest.fixture
def staffed(practice: Operator) -> Operator:
    """Beside Dr Okafor (with Anna and a session) and Maria: Dr Adler, and Bob, a manager."""
    practice.gets("staff", "add", "--role", "psychologist", "--name", "Dr Adler")
    practice.gets("staff", "add", "--role", "manager", "--name", "Bob Bell")
    practice.gets("session", "add", "--client", "Anna Brown", "--starts-at", f"{day_in(3)}T11:00")
    return practice


def of(name: str, look: Callable[[Session, Person], object]) -> Callable[[Session], object]:
    def act(db: Session) -> object:
        return look(db, next(each for each in db.exec(select(Person)) if each.name == name))

    return act


def roles(operator: Operator, name: str) -> object:
    return operator.looks(of(name, people.roles_of))


def connect(operator: Operator, name: str, telegram_id: int) -> None:
    def act(_db: Session, person: Person) -> None:
        person.telegram_id, person.joined_at = telegram_id, Clock().now()

    operator.looks(of(name, act))


def test_the_list(staffed: Operator) -> None:
    connect(staffed, "Maria Santos", 501)

    def goes_away(_db: Session, person: Person) -> None:
        person.away_until = Clock().now() + timedelta(days=2)

    staffed.looks(of("Dr Adler", goes_away))
    lines = staffed.gets("staff", "list").splitlines()
    assert lines[0] == "Bob Bell  practice manager  not connected"
    assert lines[1].startswith("Dr Adler  psychologist  not connected  away until ")
    assert lines[2:] == [
        "Dr Okafor  psychologist  not connected",
        "Maria Santos  practice manager  connected",
        "4 work here.",
    ]


def test_who_leaves_is_unlinked_and_their_clients_and_sessions_go_to_another(
    staffed: Operator,
) -> None:
    connect(staffed, "Dr Okafor", 502)
    staffed.looks(of("Dr Okafor", lambda db, person: invitations.invite(db, person, Clock().now())))
    said = staffed.gets("staff", "leave", "dr okafor", "--clients-to", "Dr Adler")
    assert said == (
        "1 member of staff has left and is disconnected.\n"
        "To Dr Adler: 1 clients, 1 sessions.\n"
        "What waited for them is handed on when the bot runs.\n"
    )
    adler_id = staffed.looks(of("Dr Adler", lambda _db, person: person.id))

    def look(db: Session, person: Person) -> None:
        assert (person.telegram_id, people.roles_of(db, person)) == (None, frozenset())
        assert person.left_at is not None and person.left_at == person.hand_on_at
        assert invitations.open_of(db, person, Clock().now()) is None
        (anna,) = people.named(db, "Anna Brown")
        (session,) = therapy_sessions.upcoming(db, anna, Clock().now())
        assert anna.psychologist_id == session.psychologist_id == adler_id
        entries = db.exec(select(AuditEntry).where(AuditEntry.action == "leave")).all()
        assert [(each.person_id, each.subject_id) for each in entries] == [(None, person.id)]

    staffed.looks(of("Dr Okafor", look))
    assert "Dr Okafor" not in staffed.gets("staff", "list")


def test_a_session_that_is_over_keeps_its_psychologist(staffed: Operator) -> None:
    def make_past(db: Session) -> None:
        db.exec(select(TherapySession)).one().starts_at = Clock().now() - timedelta(days=1)

    staffed.looks(make_past)
    said = staffed.gets("staff", "leave", "Dr Okafor", "--clients-to", "Dr Adler")
    assert "1 clients, 0 sessions" in said
    okafor_id = staffed.looks(of("Dr Okafor", lambda _db, person: person.id))
    assert okafor_id == staffed.looks(
        lambda db: db.exec(select(TherapySession.psychologist_id)).one()
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Dr Okafor"], "Clients of Dr Okafor: 1. They need another psychologist first."),
        (["Dr Okafor", "--clients-to", "Maria Santos"], "Maria Santos can't take clients: they need"),
        (["Dr Okafor", "--clients-to", "Dr Okafor"], "Dr Okafor can't take clients"),
        (["Dr Okafor", "--clients-to", "Anna Brown"], "Nobody here is called «Anna Brown»."),
        (["Dr Okafor", "--clients-to", "Nobody"], "Nobody here is called «Nobody»."),
        (["Anna Brown"], "Nobody here is called «Anna Brown»."),
        (["Nobody"], "Nobody here is called «Nobody»."),
    ],
)  # fmt: skip
def test_who_can_t_leave(staffed: Operator, words: list[str], sentence: str) -> None:
    assert sentence in staffed.is_refused("staff", "leave", *words)


def test_the_last_manager_stays(practice: Operator) -> None:
    sentence = "Maria Santos is the last practice manager who can be reached here."
    assert practice.is_refused("staff", "leave", "Maria Santos").startswith(sentence)
    practice.gets("staff", "roles", "Maria Santos", "--add", "senior")
    refused = practice.is_refused("staff", "roles", "Maria Santos", "--remove", "manager")
    assert refused.startswith(sentence)


def test_another_manager_without_a_chat_is_none_for_one_who_has(staffed: Operator) -> None:
    connect(staffed, "Maria Santos", 501)
    assert "is the last practice manager" in staffed.is_refused("staff", "leave", "Maria Santos")
    connect(staffed, "Bob Bell", 502)
    staffed.gets("staff", "leave", "Maria Santos")
    assert "is the last practice manager" in staffed.is_refused("staff", "leave", "Bob Bell")


def test_who_left_is_nobody_to_a_command_and_can_come_back_as_somebody_new(
    staffed: Operator,
) -> None:
    staffed.gets("staff", "leave", "Dr Okafor", "--clients-to", "Dr Adler")
    for words in (["staff", "leave", "Dr Okafor"], ["invite", "Dr Okafor"]):
        assert "Nobody here is called «Dr Okafor»." in staffed.is_refused(*words)
    staffed.gets("staff", "add", "--role", "psychologist", "--name", "Dr Okafor")
    rows = staffed.looks(
        lambda db: [
            (each.left_at is None, people.clients_of(db, each.id))
            for each in db.exec(select(Person))
            if each.name == "Dr Okafor"
        ]
    )
    assert rows == [(False, []), (True, [])]


def test_roles_are_given_and_taken(staffed: Operator) -> None:
    said = staffed.gets(
        "staff", "roles", "bob bell", "--add", "senior", "--add", "psychologist", "--remove", "manager"
    )  # fmt: skip
    assert said == "1 member of staff changed: psychologist, senior psychologist.\n"
    assert roles(staffed, "Bob Bell") == {Role.PSYCHOLOGIST, Role.SENIOR}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Bob Bell"], "That is so already."),
        (["Bob Bell", "--add", "manager"], "That is so already."),
        (["Bob Bell", "--remove", "manager"], "Then Bob Bell would have no role left."),
        (["Bob Bell", "--add", "senior", "--remove", "senior"], "can't be added and removed at once"),
        (["Bob Bell", "--add", "boss"], "'boss' is not one of"),
        (["Bob Bell", "--add", "client"], "'client' is not one of"),
        (["Anna Brown", "--add", "manager"], "Nobody here is called «Anna Brown»."),
        (["Dr Okafor", "--add", "senior", "--remove", "psychologist"], "Clients of Dr Okafor: 1."),
    ],
)  # fmt: skip
def test_roles_that_can_t_be(staffed: Operator, words: list[str], sentence: str) -> None:
    assert sentence in staffed.is_refused("staff", "roles", *words)


# --- mail addresses


def address(operator: Operator, name: str) -> object:
    return operator.looks(of(name, lambda _db, person: person.mail))


def test_a_mail_address_is_set_shown_as_set_and_taken_away(staffed: Operator) -> None:
    without = "1 member of staff changed. SMTP_URL is not set: nothing is mailed yet.\n"
    assert staffed.gets("staff", "mail", "bob bell", " bob@example.org ") == without
    assert address(staffed, "Bob Bell") == "bob@example.org"
    listed = staffed.gets("staff", "list")
    assert "Bob Bell  practice manager  not connected  mail\n" in listed
    assert "example.org" not in listed
    assert "bob@example.org" not in staffed.everything()
    staffed.sets(SMTP_URL="smtp://mail.example.org?from=bot@example.org")
    assert staffed.gets("staff", "mail", "Bob Bell", "none") == "1 member of staff changed.\n"
    assert address(staffed, "Bob Bell") is None


def test_somebody_is_added_with_a_mail_address(staffed: Operator) -> None:
    words = ("staff", "add", "--role", "senior", "--name", "Dr Lindqvist", "--mail")
    assert "is not a mail address" in staffed.is_refused(*words, "lindqvist")
    staffed.gets(*words, "lindqvist@example.org")
    assert address(staffed, "Dr Lindqvist") == "lindqvist@example.org"


@pytest.mark.parametrize(
    ("name", "to", "sentence"),
    [
        ("Bob Bell", "bob", "«bob» is not a mail address."),
        ("Bob Bell", "bob@example.org\nBcc: all@example.org", "is not a mail address."),
        ("Anna Brown", "anna@example.org", "Nobody here is called «Anna Brown»."),
    ],
)
def test_an_address_that_can_t_be(staffed: Operator, name: str, to: str, sentence: str) -> None:
    assert sentence in staffed.is_refused("staff", "mail", name, to)


def test_who_leaves_gets_no_mail_any_more(staffed: Operator) -> None:
    staffed.gets("staff", "mail", "Bob Bell", "bob@example.org")
    staffed.gets("staff", "leave", "Bob Bell")
    assert address(staffed, "Bob Bell") is None
