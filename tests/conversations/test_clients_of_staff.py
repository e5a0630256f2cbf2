"""Clients in the staff's chats: the list, the search, a client's page; each their own."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import product

import pytest

from bot.records import bookings, people
from bot.records.bookings import Booking
from bot.records.people import Person, Role
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.assigned import TASK, assign
from tests.practice import Cast, Practice, Someone

NOT_HERE = "I don't find that name among the clients."
ANNA = "Anna Brown\nWith Dr Okafor. No session is booked.\nConnected since Monday 30 November."


@pytest.fixture
def patel(welcomed: Cast) -> Someone:
    """A second psychologist, whose one client is Carla Diaz."""
    row = welcomed.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    welcomed.practice.add_client("Carla Diaz", row)
    someone = welcomed.practice.join(row, "Dr Patel")
    someone.hears()
    return someone


def add_clients(practice: Practice, names: Sequence[str], psychologist: Person) -> None:
    with practice.database.transaction() as db:
        for name in names:
            people.add_client(
                db, name=name, psychologist=psychologist, external_id=None, now=practice.hand.now()
            )


# --- the list


def test_a_manager_finds_everybody_and_opens_a_page(welcomed: Cast, patel: Someone) -> None:
    maria = welcomed.maria
    maria.taps("Clients")
    assert maria.last == "3 clients. Tap a name, or write it."
    assert maria.labels == ["Anna B.", "Ben C.", "Carla D.", "Not reached", "Add a client"]
    maria.taps("Anna B.")
    assert maria.last == ANNA
    assert maria.account.screen[-1].protected
    assert maria.labels == [
        "New telephone", "Pause messages", "Change psychologist", "Reminders", "Hide",
    ]  # fmt: skip
    maria.sees_nothing_of("9000")
    welcomed.practice.wait(minutes=11)
    maria.sees_nothing_of("Anna Brown")


def test_a_psychologist_sees_their_own_and_what_they_set(welcomed: Cast, patel: Someone) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 19:00"))
    welcomed.okafor.types("/clients")
    assert welcomed.okafor.labels == ["Anna B.", "Ben C."]
    welcomed.okafor.taps("Anna B.")
    assert welcomed.okafor.last == (
        "Anna Brown\nNext session: Tuesday 8 December, 11:00 am.\n"
        f"Homework of Monday 30 November: «{TASK}»\nNo answer shown."
    )
    assert welcomed.okafor.labels == ["Before you meet", "Set homework", "Hide"]
    welcomed.okafor.taps("Set homework", bubble=welcomed.okafor.sees("Anna Brown"))
    assert welcomed.okafor.last == "What is the task? Anna reads it in your words."
    patel.types("/clients")
    assert (patel.last, patel.labels) == ("1 client. Tap the name.", ["Carla D."])


def test_what_a_client_answered_is_on_no_page(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 19:00"))
    welcomed.anna.types("/homework")
    welcomed.anna.taps("Still struggling")
    for someone in (welcomed.okafor, welcomed.maria):
        someone.types("/clients")
        someone.taps("Anna B.")
        someone.sees_nothing_of("truggling")
        someone.sees_nothing_of("case")


def test_without_clients(sqlite_url: str, open_practice: Opener) -> None:
    practice = open_practice(sqlite_url)
    okafor = practice.join(practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST), "Dr Okafor")
    maria = practice.join(practice.add_staff("Maria Santos", Role.MANAGER), "Maria")
    okafor.types("/clients")
    assert okafor.last == "You have no clients here yet. The office adds them."
    maria.types("/clients")
    assert maria.last == "There are no clients here yet."
    assert maria.labels == ["Not reached", "Add a client"]


def test_nine_are_two_pages(welcomed: Cast) -> None:
    names = [f"Zoe{letter} Young" for letter in "abcdefg"]
    add_clients(welcomed.practice, names, welcomed.okafor_row)
    maria = welcomed.maria
    maria.types("/clients")
    assert maria.last == "9 clients, page 1 of 2. Tap a name, or write one, or part of it."
    assert maria.labels[:2] == ["Anna B.", "Ben C."]
    assert maria.labels[8:] == ["More", "Not reached", "Add a client"]
    maria.taps("More")
    assert maria.labels == ["Zoeg Y.", "Earlier", "Not reached", "Add a client"]
    maria.taps("Earlier")
    assert maria.labels[0] == "Anna B."
    maria.types("more")
    assert maria.labels[0] == "Zoeg Y."


@pytest.mark.parametrize("number", [25, 26, 999_999, 2**31 - 1])
def test_two_hundred_and_a_page_that_is_no_more(welcomed: Cast, number: int) -> None:
    names = [f"Client{count:03} Young" for count in range(200)]
    add_clients(welcomed.practice, names, welcomed.okafor_row)
    welcomed.maria.presses_data(f"1:client_list:page:{number}")
    assert welcomed.maria.last.startswith("202 clients, page 26 of 26.")
    welcomed.maria.types("client1")
    assert welcomed.maria.last.startswith("100 fit. These are the first 20;")
    assert len(welcomed.maria.labels) == 21
    welcomed.maria.types("client111")
    assert welcomed.maria.labels == ["Client111 Y.", "All clients"]
    welcomed.maria.taps("All clients")
    assert "page 1 of 26" in welcomed.maria.last


# --- the search


@pytest.mark.parametrize(
    "typed", ["anna", "BROWN", "brown anna", "Anna B.", "bro", "row", "Anna Brown", "1"]
)
def test_part_of_a_name_finds_them(welcomed: Cast, typed: str) -> None:
    welcomed.maria.types("/clients")
    welcomed.maria.types(typed)
    if welcomed.maria.last == "Found:":
        assert welcomed.maria.labels == ["Anna B.", "All clients"]
        welcomed.maria.taps("Anna B.")
    assert welcomed.maria.last == ANNA


@pytest.mark.parametrize("typed", ["Nobody", "…", "%", "_", "anna nobody", "x" * 4000, "Dr Okafor"])
def test_nobody_is_found(welcomed: Cast, typed: str) -> None:
    welcomed.maria.types("/clients")
    welcomed.maria.types(typed)
    assert welcomed.maria.last == f"{NOT_HERE} Write another, or part of it."
    welcomed.maria.types("ben")
    assert welcomed.maria.labels == ["Ben C.", "All clients"]


def test_the_number_of_the_practices_records_finds_them(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.add_client(
            db,
            name="Anna Brown",
            psychologist=people.get(db, welcomed.okafor_row.id),
            external_id="A-17",
            now=welcomed.practice.hand.now(),
        )
    welcomed.maria.types("/clients")
    assert welcomed.maria.labels[:3] == ["Anna Brown (no number)", "Anna Brown (A-17)", "Ben C."]
    welcomed.maria.types("a-17")
    assert welcomed.maria.labels == ["Anna B.", "All clients"]
    welcomed.maria.taps("Anna B.")
    assert welcomed.maria.last.endswith("Not invited yet.\nNumber: A-17")


def test_two_of_one_short_name_are_told_apart_by_the_whole(welcomed: Cast) -> None:
    welcomed.practice.add_client("Anna Bird", welcomed.okafor_row)
    welcomed.maria.types("/clients")
    assert welcomed.maria.labels[:3] == ["Anna Bird", "Anna Brown", "Ben C."]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("مريم الحسن", "مريم"),
        ("נועה כהן", "כהן"),
        ("Anne-Marie Ångström", "marie angst"),
        ("José " + "Long" * 23, "jose"),
        ("王小明", "王"),
        ("O'Neill", "o'nei"),
    ],
)
def test_names_of_all_kinds_are_found_and_shown_whole(
    welcomed: Cast, name: str, typed: str
) -> None:
    welcomed.practice.add_client(name, welcomed.okafor_row)
    welcomed.maria.types("/clients")
    welcomed.maria.types(typed)
    welcomed.maria.taps(welcomed.maria.labels[0])
    assert welcomed.maria.last.splitlines()[0] == name


# --- a long week


def test_a_long_week_says_in_each_message_which_day_it_is(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        client = people.get(db, welcomed.anna_row.id)
        for day, quarter in product(range(1, 6), range(40)):
            starts_at = melbourne(f"2026-12-0{day} 08:00") + timedelta(minutes=15 * quarter)
            bookings.book(
                db, client, Booking(starts_at), welcomed.practice.settings.practice(),
                welcomed.practice.hand.now(),
            )  # fmt: skip
    welcomed.maria.hears()
    welcomed.maria.types("/week")
    said = welcomed.maria.hears()
    assert len(said) > 1
    assert sum(each.count("Anna B.") for each in said) == 200
    for each in said:
        assert each.splitlines()[0].endswith(" December")
    assert welcomed.maria.account.keyboard


def test_the_next_session_is_moved_from_the_page(welcomed: Cast) -> None:
    anna, maria, practice = welcomed.anna, welcomed.maria, welcomed.practice
    practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    maria.taps("Clients")
    maria.taps("Anna B.")
    assert maria.labels[:2] == ["Move the next session", "Cancel the next session"]
    maria.taps("Move the next session")
    maria.types("9 december 2pm")
    maria.sees("Wednesday 9 December, 2:00 pm")
    maria.taps("Move it")
    practice.wait(minutes=4)
    assert "Wednesday 9 December, 2:00 pm" in anna.last
