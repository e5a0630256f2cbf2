"""A manager adds a client: shown before it counts, once, and namesakes only with a number."""

import pytest

from bot.records import people
from bot.records.people import Person, Role
from tests.practice import Cast, Someone


def adds(maria: Someone, name: str) -> None:
    maria.types("/clients")
    maria.taps("Add a client")
    maria.types(name)


def clients_called(cast: Cast, name: str) -> list[Person]:
    with cast.practice.look() as db:
        return list(people.named(db, name))


def test_a_client_is_added_after_being_shown_and_once(welcomed: Cast) -> None:
    maria = welcomed.maria
    adds(maria, "  Dora \u200f Young ")
    assert maria.last == "«Dora Young», who sees Dr Okafor. Is that right?"
    assert clients_called(welcomed, "Dora Young") == []
    maria.taps("Add")
    assert maria.last == (
        "Added: Dora Young, who sees Dr Okafor. Nothing is sent before you invite them."
    )
    maria.taps("Add", bubble=maria.sees("Is that right?"))
    assert maria.last == "That is added already, or gone. «Clients» shows who is here."
    (dora,) = clients_called(welcomed, "Dora Young")
    assert dora.psychologist_id == welcomed.okafor_row.id
    maria.taps("Open the page")
    maria.sees("Not invited yet.")


def test_with_two_psychologists_it_is_asked_whom_they_see(welcomed: Cast) -> None:
    patel = welcomed.practice.add_staff("Dr Patel", Role.PSYCHOLOGIST)
    welcomed.maria.types("/clients")
    welcomed.maria.taps("Add a client")
    assert welcomed.maria.labels == ["Dr Okafor", "Dr Patel", "Don't add"]
    welcomed.maria.types("Dr Patel")
    welcomed.maria.types("Dora Young")
    welcomed.maria.types("yes")
    (dora,) = clients_called(welcomed, "Dora Young")
    assert dora.psychologist_id == patel.id


@pytest.mark.parametrize("name", ["Anna Brown", "anna  BROWN", "Maria Santos"])
def test_a_namesake_needs_a_number(welcomed: Cast, name: str) -> None:
    maria = welcomed.maria
    adds(maria, name)
    assert "is called" in maria.last and "number in your own records" in maria.last
    maria.types("x" * 101)
    maria.sees("That takes 1 to 100 letters on one line.")
    maria.types("A-17")
    maria.taps("Add")
    assert len(clients_called(welcomed, name)) == 2
    adds(maria, name)
    maria.types("a-17")
    maria.sees("«a-17» is somebody's already.")
    maria.taps("Don't add")
    assert len(clients_called(welcomed, name)) == 2


@pytest.mark.parametrize("name", ["x" * 101, "\u200f", "Dora\x07Young"])
def test_what_is_no_name_is_asked_for_again(welcomed: Cast, name: str) -> None:
    adds(welcomed.maria, name)
    welcomed.maria.sees("That takes 1 to 100 letters on one line.")
    welcomed.maria.types("Dora Young")
    welcomed.maria.sees("Is that right?")


def test_somebody_of_that_name_was_added_meanwhile(welcomed: Cast) -> None:
    adds(welcomed.maria, "Dora Young")
    welcomed.practice.add_client("Dora Young", welcomed.okafor_row)
    welcomed.maria.taps("Add")
    welcomed.maria.sees("Somebody here is called «Dora Young» already.")
    assert len(clients_called(welcomed, "Dora Young")) == 1


def test_what_another_manager_wrote_is_nobody_elses_to_add(welcomed: Cast) -> None:
    row = welcomed.practice.add_staff("Nora Blum", Role.MANAGER)
    nora = welcomed.practice.join(row, "Nora")
    adds(welcomed.maria, "Dora Young")
    nora.presses_data("1:client_adding:add:1")
    nora.sees("That is added already, or gone.")
    assert clients_called(welcomed, "Dora Young") == []
    welcomed.maria.taps("Add")
    assert len(clients_called(welcomed, "Dora Young")) == 1
