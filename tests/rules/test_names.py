"""How a name is said."""

import pytest

from bot.rules.names import called, listed, tidy_line, tidy_name, words_of


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


@pytest.mark.parametrize("text", ["Anna", "Zoë-Marie O’Neil", "  Jean  Luc ", "نگار", "李"])
def test_a_name_to_be_called_by_is_kept_as_it_is_written(text: str) -> None:
    assert tidy_name(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["", " ", "12345", "-", "<b>Anna</b>", "Anna 🙂", "\u202eannA", "a" * 61, "Anna_B", "x@y"],
)
def test_what_is_no_name_is_not_kept(text: str) -> None:
    assert tidy_name(text) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Anna \t Brown ", "Anna Brown"),
        ("\u202bמרים\u202c כהן", "מרים כהן"),
        ("x" * 100, "x" * 100),
        ("x" * 101, None),
        ("\u200f", None),
        ("Anna\x07", None),
        ("مهدی\u200cزاده", "مهدی\u200cزاده"),
        ("\u200c", None),
        ("", None),
    ],
)
def test_a_line_as_the_office_keeps_it(text: str, kept: str | None) -> None:
    assert tidy_line(text) == kept


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
