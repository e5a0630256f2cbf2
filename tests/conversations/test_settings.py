"""What a client sets themselves: each page, by tap and by word, and what can't be kept."""

import pytest
from sqlmodel import select

from bot.records import consents, people
from bot.records.consents import Purpose
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from conversations.settings import language, pages
from tests.clock import melbourne
from tests.conversations.assigned import WEDNESDAY, assign
from tests.practice import Cast, Someone

HOSTILE = ["x" * 10_000, "<b>bold</b> & *more*", "\u202eevil", "🙂🙂", "0", "'; DROP TABLE person"]
TAPS = [
    "own_name:ask", "own_name:keep:1", "own_name:forget", "city:ask", "city:keep:Australia/Perth",
    "quiet_hours:ask", "quiet_hours:keep:60:120", "quiet_hours:none", "quiet_hours:usual",
    "reminders:show", "reminders:on:7200", "reminders:off:86400", "reminders:usual",
    "reminders:ask", "reminders:confirmed_on", "reminders:confirmed_off",
    "telephone:ask_shared", "telephone:shared", "telephone:ask_own", "telephone:own",
    "calls:ask_number", "calls:remove_number", "calls:ask_safe", "calls:safe_as:0",
    "calls:remove_safe", "pause:ask_day", "pause:until:29900000", "language:ask", "language:keep:en",
]  # fmt: skip


def anna(cast: Cast) -> Person:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id)


def opens(someone: Someone, *labels: str) -> None:
    someone.types("/settings")
    for label in labels:
        someone.taps(label)


@pytest.mark.parametrize("plain", [False, True])
def test_every_page_is_reached_by_tap_word_or_number_and_leads_back(
    welcomed: Cast, plain: bool
) -> None:
    if plain:
        opens(welcomed.anna, "Plain messages")
    for page in ("Reminders and notes", "Times and hours", "Telephone and calls"):
        opens(welcomed.anna)
        welcomed.anna.hears()
        welcomed.anna.types(page.lower())
        assert "All settings" in welcomed.anna.labels
        assert len(welcomed.anna.last.splitlines()) <= 5
        welcomed.anna.taps("All settings")
        welcomed.anna.sees("Short questions: off.")
    opens(welcomed.anna)
    welcomed.anna.types(str(welcomed.anna.labels.index("Your name") + 1))
    welcomed.anna.sees("I call you Anna.")


def test_staff_and_strangers_change_nothing(welcomed: Cast) -> None:
    stranger = welcomed.practice.account("Somebody")
    stranger.types("hello")
    welcomed.maria.types("/settings")
    welcomed.maria.sees("There is nothing to set here for staff.")
    for someone in (welcomed.maria, welcomed.okafor, welcomed.lindqvist, stranger):
        someone.hears()
        for tap in TAPS:
            someone.account.presses_data(f"1:{tap}")
        for page in ("messages", "hours", "telephone"):
            someone.account.presses_data(f"1:settings:{page}")
        welcomed.practice.settle()
        answers = set(someone.hears())
        assert all("no longer works" in each or "nothing to set" in each or "I'm a program" in each
                   for each in answers), answers  # fmt: skip
    with welcomed.practice.look() as db:
        rows = [people.get(db, row.id) for _someone, row in welcomed.everybody()]
        assert [(row.quiet_hours, row.time_zone, row.called_name) for row in rows] == [
            (None, None, None)
        ] * 5


# --- the name


def test_a_name_is_said_back_and_counts_once_confirmed_and_the_office_hears_it(
    welcomed: Cast,
) -> None:
    opens(welcomed.anna, "Your name")
    welcomed.anna.types("  Annie   B ")
    welcomed.anna.sees("«Annie B». Is that right?")
    assert anna(welcomed).called_name is None
    welcomed.anna.types("yes")
    welcomed.anna.sees("Good, I call you Annie B from now on. Maria and Dr Okafor will hear it")
    assert (anna(welcomed).called_name, anna(welcomed).name) == ("Annie B", "Anna Brown")
    welcomed.practice.wait(minutes=3)
    for staff in (welcomed.maria, welcomed.okafor):
        assert staff.hears() == ["Anna B. would like to be called «Annie B»."]
    assert welcomed.lindqvist.hears() == welcomed.ben.hears() == []


def test_changed_back_within_three_minutes_nobody_hears_of_it(welcomed: Cast) -> None:
    opens(welcomed.anna, "Your name")
    welcomed.anna.types("Annie")
    welcomed.anna.taps("Yes, call me that")
    welcomed.anna.taps("Change it back")
    welcomed.practice.wait(minutes=5)
    assert welcomed.maria.hears() == []
    assert anna(welcomed).is_called == "Anna"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_name_is_asked_again(welcomed: Cast, text: str) -> None:
    opens(welcomed.anna, "Your name")
    welcomed.anna.types(text)
    welcomed.anna.sees("I can keep up to 60 letters.")
    welcomed.anna.types("Annie")
    welcomed.anna.taps("Yes, call me that")
    assert anna(welcomed).called_name == "Annie"


def test_nobody_takes_the_name_that_somebody_else_wrote(welcomed: Cast) -> None:
    opens(welcomed.anna, "Your name")
    welcomed.anna.types("Annie")
    with welcomed.practice.look() as db:
        kept = db.exec(select(KeptWords)).one()
    welcomed.ben.presses_data(f"1:own_name:keep:{kept.id}")
    welcomed.ben.sees("I no longer have that name.")
    welcomed.anna.taps("Yes, call me that")
    assert anna(welcomed).called_name == "Annie"


# --- city and quiet hours


def test_a_typed_city_is_said_back_with_its_time(welcomed: Cast) -> None:
    opens(welcomed.anna, "Times and hours", "Another city")
    welcomed.anna.types("auckland")
    welcomed.anna.sees("Auckland, now 12:00 pm. Is that right?")
    assert anna(welcomed).time_zone is None
    welcomed.anna.types("yes")
    assert anna(welcomed).time_zone == "Pacific/Auckland"


@pytest.mark.parametrize("text", [*HOSTILE, "Atlantis", "../../etc/passwd", "UTC"])
def test_an_unknown_city_is_asked_again_and_changes_nothing(welcomed: Cast, text: str) -> None:
    opens(welcomed.anna, "Times and hours", "Another city")
    welcomed.anna.types(text)
    welcomed.anna.sees("I don't know that city.")
    assert anna(welcomed).time_zone is None
    welcomed.anna.types("Perth")
    welcomed.anna.sees("Perth, now 7:00 am. Is that right?")


@pytest.mark.parametrize("text", ["22-7", "from 10 pm to 7 am"])
def test_typed_quiet_hours_are_said_back(welcomed: Cast, text: str) -> None:
    opens(welcomed.anna, "Times and hours", "Quiet hours")
    welcomed.anna.types(text)
    welcomed.anna.sees("Quiet from 10:00 pm to 7:00 am. Is that right?")
    assert anna(welcomed).quiet_hours is None
    welcomed.anna.types("yes")
    assert anna(welcomed).quiet_hours == "22:00-07:00"
    opens(welcomed.anna, "Times and hours", "Quiet hours", "As the practice has it")
    assert anna(welcomed).quiet_hours is None


@pytest.mark.parametrize("text", [*HOSTILE[:4], "25-99", "22-22", "later"])
def test_quiet_hours_that_are_none_are_asked_again(welcomed: Cast, text: str) -> None:
    opens(welcomed.anna, "Times and hours", "Quiet hours")
    welcomed.anna.types(text)
    welcomed.anna.sees("I didn't understand that. Write two hours, like «22-7».")
    welcomed.anna.types("none")
    assert anna(welcomed).quiet_hours == "none"


def test_almost_the_whole_day_is_a_pause(welcomed: Cast) -> None:
    opens(welcomed.anna, "Times and hours", "Quiet hours")
    welcomed.anna.types("8-7")
    welcomed.anna.sees("That leaves too little of the day.")
    for data in ("480:420", "60:60", "1440:60", "60:99999"):
        welcomed.anna.presses_data(f"1:quiet_hours:keep:{data}")
    assert anna(welcomed).quiet_hours is None


def test_an_hour_for_notes_that_has_become_quiet_is_shown_as_it_comes(welcomed: Cast) -> None:
    opens(welcomed.anna, "Times and hours", "Quiet hours")
    welcomed.anna.types("18-20")
    welcomed.anna.taps("Yes, that's it")
    opens(welcomed.anna, "Times and hours")
    welcomed.anna.sees("Hour for notes: 8:00 pm.")


# --- kinds of messages


def test_times_and_notes_are_stopped_each_on_their_own(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    opens(welcomed.anna, "Reminders and notes", "No reminders of times")
    welcomed.anna.sees("I don't remind you of your times any more, and the office is told.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    assert [text.splitlines()[0] for text in welcomed.anna.hears()] == [
        "Your note for this evening."
    ]
    assert welcomed.maria.hears() == ["Anna B. doesn't want reminders of times here any more."]
    opens(welcomed.anna, "Reminders and notes", "Reminders of times too")
    welcomed.practice.wait(minutes=3)
    assert welcomed.maria.hears() == ["Anna B. gets reminders here again."]


def test_without_notes_no_homework_comes_and_whoever_sets_it_hears_so(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    opens(welcomed.anna, "Reminders and notes", "No notes")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-04 12:00"))
    assert welcomed.anna.hears() == []
    welcomed.okafor.taps("Set homework")
    welcomed.okafor.taps("Anna B.")
    welcomed.okafor.sees("Anna gets no notes here now, so no reminder comes.")
    with welcomed.practice.look() as db:
        assert consents.has(db, anna(welcomed), Purpose.REMINDERS)


# --- a pause until a day


def test_a_pause_until_a_day_is_said_back_and_ends_that_day(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-11 11:00"))
    welcomed.anna.types("/pause")
    welcomed.anna.taps("Until a day")
    welcomed.anna.types("until 9/12")
    welcomed.anna.sees("Nothing comes by itself before Wednesday 9 December.")
    assert anna(welcomed).paused_until is None
    welcomed.anna.types("yes")
    welcomed.anna.sees("I'll be quiet until Wednesday 9 December.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-09 12:00"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-10 11:00"))
    assert len(welcomed.anna.hears()) == 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *[(text, "I didn't understand that day.") for text in (*HOSTILE[:4], "soon")],
        ("yesterday", "That day is over, or it's today."),
        ("today", "That day is over, or it's today."),
        ("29/11/2026", "That day is over, or it's today."),
        ("1/12/2030", "That is more than half a year away."),
    ],
)
def test_a_day_that_can_not_be_is_asked_again(welcomed: Cast, text: str, answer: str) -> None:
    welcomed.anna.types("/pause")
    welcomed.anna.taps("Until a day")
    welcomed.anna.types(text)
    welcomed.anna.sees(answer)
    assert anna(welcomed).paused_until is None
    welcomed.anna.types("in 3 days")
    welcomed.anna.sees("Nothing comes by itself before Thursday 3 December.")


def test_a_day_of_ones_own_making_is_asked_again(welcomed: Cast) -> None:
    for minute in (0, 2**31 - 1):
        welcomed.anna.presses_data(f"1:pause:until:{minute}")
        welcomed.anna.sees("That day is over, or it's today.")
    assert anna(welcomed).paused_until is None


# --- the language


def test_a_language_is_offered_once_there_are_two(
    welcomed: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens(welcomed.anna)
    assert "Language" not in welcomed.anna.labels
    for module in (pages, language):
        monkeypatch.setattr(module, "LANGUAGES", ("en", "de"))
    opens(welcomed.anna, "Language", "Deutsch")
    assert anna(welcomed).language == "de"
    welcomed.anna.presses_data("1:language:keep:xx")
    assert anna(welcomed).language == "de"
