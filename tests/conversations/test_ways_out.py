"""STOP, START and PAUSE as people type them: in any offered language, in the middle of anything."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot import texts
from bot.records import people
from bot.records.people import Person
from conversations.privacy import _STOPS
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.practice import Cast

STOPPED = "I've stopped."
UNSENT = (
    "I don't wait for your answer to my last question any more. What you didn't send isn't sent."
)
GERMAN = {
    "Stop": "Stopp",
    "Start": "Weiter",
    "Pause": "Pause",
    "My times": "Meine Termine",
    _STOPS: "aufhören|bitte aufhören|keine Nachrichten mehr",
}


def anna(cast: Cast) -> Person:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id)


@contextmanager
def offered_too(folder: Path, code: str, said: Mapping[str, str]) -> Iterator[None]:
    """Within this block the practice offers one more language, of which these are translated."""
    catalog = Catalog(locale=code)
    for message, translated in said.items():
        catalog.add(message, translated)
    file = folder / code / "LC_MESSAGES" / "bot.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalog)
    before = texts.LANGUAGES, texts.LOCALES
    texts.LANGUAGES, texts.LOCALES = (*texts.LANGUAGES, code), folder  # type: ignore[assignment]
    try:
        yield
    finally:
        texts.LANGUAGES, texts.LOCALES = before


@pytest.fixture
def bilingual(welcomed: Cast, tmp_path: Path) -> Iterator[Cast]:
    with offered_too(tmp_path, "de", GERMAN):
        welcomed.practice.start()
        yield welcomed


@pytest.mark.parametrize(
    "words",
    [
        "STOP", "stop!", "Stop.", "STOP ALL", "unsubscribe", "Opt out", "opt-out", "stopp",
        "please stop", "Please stop messaging me.", "no more messages", "  sToP  ", "stop 🙏",
    ],
)  # fmt: skip
def test_whoever_wants_no_messages_need_not_find_the_right_word(welcomed: Cast, words: str) -> None:
    welcomed.anna.types(words)
    assert welcomed.anna.last.startswith(STOPPED)
    assert anna(welcomed).stopped_at is not None


@pytest.mark.parametrize("words", ["START", "start!", "Unstop", "resume", "start again"])
def test_and_to_get_them_again(welcomed: Cast, words: str) -> None:
    welcomed.anna.types("stop")
    welcomed.anna.types(words)
    assert welcomed.anna.last.startswith("I'm back.")
    assert anna(welcomed).stopped_at is None


@pytest.mark.parametrize(
    "words", ["I couldn't stop crying", "stop being so hard on me", "I want to stop seeing her so often"]
)  # fmt: skip
def test_words_that_only_have_it_in_them_stop_nothing(welcomed: Cast, words: str) -> None:
    welcomed.anna.types(words)
    assert anna(welcomed).stopped_at is None


# --- in any offered language


@pytest.mark.parametrize("words", ["Stopp", "AUFHÖREN!", "bitte aufhören", "stop", "please stop"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_offered_language_stops_whoever_is_written_to_in_another(
    bilingual: Cast, words: str, language: str
) -> None:
    with bilingual.practice.database.transaction() as db:
        people.get(db, bilingual.anna_row.id).language = language
    bilingual.anna.types(words)
    assert bilingual.anna.last.startswith(STOPPED)
    bilingual.anna.types("weiter")
    assert bilingual.anna.last.startswith("I'm back.")


def test_the_menu_is_understood_in_every_language_as_well(bilingual: Cast) -> None:
    bilingual.anna.types("Meine Termine")
    assert bilingual.anna.last.startswith("No times are booked for you here.")


def test_a_word_of_a_language_that_isn_t_offered_is_none(welcomed: Cast) -> None:
    welcomed.anna.types("aufhören")
    assert anna(welcomed).stopped_at is None


# --- in the middle of something


def test_a_stop_in_the_middle_of_a_step_sends_nothing_and_says_so(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    for label in ("My times", "Another time"):
        welcomed.anna.taps(label)
    welcomed.anna.types("Please stop!")
    assert welcomed.anna.last.startswith(STOPPED)
    assert UNSENT in welcomed.anna.last
    welcomed.anna.types("thursday after 3")
    welcomed.practice.wait(minutes=5)
    welcomed.maria.sees_nothing_of("thursday")


def test_a_stop_in_the_middle_of_homework_is_no_answer_to_it(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-01 19:00"))
    welcomed.practice.wait_until(melbourne("2026-12-01 19:05"))
    for label in ("Still struggling", "Something else"):
        welcomed.anna.taps(label)
    welcomed.anna.types("stop all")
    assert welcomed.anna.last.startswith(STOPPED)


def test_homework_words_with_stop_in_them_are_an_answer(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-01 19:00"))
    welcomed.practice.wait_until(melbourne("2026-12-01 19:05"))
    for label in ("Still struggling", "Something else"):
        welcomed.anna.taps(label)
    welcomed.anna.types("I couldn't stop crying")
    assert anna(welcomed).stopped_at is None
    welcomed.anna.sees_nothing_of(STOPPED)


def test_in_the_middle_of_a_concern_it_is_said_that_it_wasn_t_sent(welcomed: Cast) -> None:
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        welcomed.anna.taps(label)
    welcomed.anna.types("STOP")
    assert "isn't sent. Nobody has read it." in welcomed.anna.last
    assert UNSENT not in welcomed.anna.last


def test_stop_is_no_button_of_the_questions_that_stand_above(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 11:00"))
    questioned.practice.wait_until(melbourne("2026-12-01 18:00"))
    questioned.anna.taps("Start")
    questioned.anna.types("stop")
    assert questioned.anna.last.startswith(STOPPED)


# --- pause, with its end


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("pause 2 weeks", "Monday 14 December"),
        ("Pause for a week", "Monday 7 December"),
        ("PAUSE 10 days.", "Thursday 10 December"),
    ],
)
def test_a_pause_of_so_long_counts_at_once(welcomed: Cast, words: str, day: str) -> None:
    welcomed.anna.types(words)
    assert welcomed.anna.last == f"I'll be quiet until {day}. What you write or tap still works."
    assert anna(welcomed).paused_until is not None


@pytest.mark.parametrize("words", ["pause until 20 December", "Pause 20 december"])
def test_a_pause_until_a_day_is_said_back_first(welcomed: Cast, words: str) -> None:
    welcomed.anna.types(words)
    assert welcomed.anna.last.startswith("Nothing comes by itself before Sunday 20 December.")
    assert anna(welcomed).paused_until is None
    welcomed.anna.types("yes")
    assert welcomed.anna.last.startswith("I'll be quiet until Sunday 20 December.")


@pytest.mark.parametrize(
    "words", ["pause before I answer", "pause 400 days", "pause 0 days", "pause 5 minutes", "pause " + "x" * 99]
)  # fmt: skip
def test_what_isn_t_meant_so_pauses_nothing(welcomed: Cast, words: str) -> None:
    welcomed.anna.types(words)
    assert anna(welcomed).paused_until is None
    welcomed.anna.sees_nothing_of("Nothing comes by itself before")


@pytest.mark.parametrize("words", ["Pause 10 minutes", "please stop", "Start again"])
def test_what_staff_write_to_a_client_is_no_word_of_theirs(welcomed: Cast, words: str) -> None:
    session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.maria.presses_data(f"1:other_time:write:{session_id}")
    welcomed.maria.types(words)
    welcomed.anna.sees(f"«{words}»")


def test_staff_can_t_stop_their_alerts_by_a_word(welcomed: Cast) -> None:
    welcomed.maria.types("stop")
    assert welcomed.maria.last.startswith("Staff get alerts as long as they work here.")
