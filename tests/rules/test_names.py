"""How a name is said."""

import pytest

from bot.rules.names import called, listed, tidy_name, words_of


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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Anna \t Brown ", "Anna Brown"),
        ("\u202bמרים\u202c כהן", "מרים כהן"),
        ("x" * 100, "x" * 100),
        ("x" * 101, None),
        ("\u200f", None),
        ("Anna\x07", None),
        ("", None),
    ],
)
def test_a_name_as_it_is_kept(text: str, kept: str | None) -> None:
    assert tidy_name(text) == kept


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Zoë O'Neill", ["zoe", "o", "neill"]),
        ("Anne-Marie  B.", ["anne", "marie", "b"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("…", []),
    ],
)
def test_the_words_of_a_name_as_they_are_compared(name: str, words: list[str]) -> None:
    assert words_of(name) == words
