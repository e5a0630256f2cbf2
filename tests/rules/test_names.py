"""How a name is said."""

import pytest

from bot.rules.names import called, listed


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Maria Santos", "Maria"),
        ("Anna", "Anna"),
        ("Dr Okafor", "Dr Okafor"),
        ("Dr. Ada Okafor", "Dr. Ada Okafor"),
        ("PROF. Lind", "PROF. Lind"),
        ("Drew Barry", "Drew"),
        ("  Anna   Brown ", "Anna"),
        ("", ""),
    ],
)
def test_how_a_client_hears_of_somebody(name: str, said: str) -> None:
    assert called(name) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna Brown", "Anna B."),
        ("Anna Maria van den Berg", "Anna B."),
        ("Anna", "Anna"),
        ("Zoë Ångström", "Zoë Å."),
        ("", ""),
    ],
)
def test_how_staff_see_a_client_on_a_screen(name: str, said: str) -> None:
    assert listed(name) == said
