"""The tour, played on the phones: what each of them shows after each step, and what none shows."""

from datetime import timedelta

import pytest

from bot.demo.sample import LINDQVIST, OKAFOR, PEOPLE
from bot.demo.stage import TourLost
from bot.demo.tour import HER_TASK, HER_WORDS, MARIAS_WORDS, STEPS
from tests.clock import LONDON
from tests.demo.conftest import Opens
from tests.demo.playing import SamplePractice

OF_THE_CONCERN = (HER_WORDS, "I can't be open", "C-1001", MARIAS_WORDS)


# --- from the first step to the last


def test_a_reminder_and_her_answer(joined: SamplePractice) -> None:
    joined.tours("remind")
    joined.phone("Anna").sees("Tomorrow, Tuesday 1 December, 11:00. Room 2.")
    for name in ("Dr Okafor", "Maria"):
        joined.phone(name).sees("Anna B. is coming: Tuesday 1 December, 11:00.")
    for name in ("Dr Patel", "Dr Lindqvist"):
        nothing_reached(joined, name, "Anna")


def test_she_struggles_and_dr_okafor_reads_it_in_the_morning(joined: SamplePractice) -> None:
    joined.tours("struggle")
    assert joined.hand.now().astimezone(LONDON).hour == 9
    shown = joined.phone("Dr Okafor").last
    assert HER_TASK in shown and "too hard" in shown
    for name in ("Maria", "Dr Patel", "Dr Lindqvist"):
        nothing_reached(joined, name, HER_TASK)


def test_low_answers_are_hers_alone(joined: SamplePractice) -> None:
    joined.tours("remind", "struggle", "check-in")
    joined.phone("Anna").sees("Being heard was 7 and is 4. Being open was 6 and is 3.")
    for each in PEOPLE[1:]:
        nothing_reached(joined, each.name, "and is 4")
        nothing_reached(joined, each.name, "of 10")


def test_her_words_wait_a_minute_and_go_to_maria_alone(joined: SamplePractice) -> None:
    joined.tours("check-in", "concern")
    joined.phone("Anna").sees("Sent at 14:50. You can take it back for one minute.")
    nothing_reached(joined, "Maria", "Something for you.")
    joined.tours("answer")
    assert joined.phone("Maria").sees("Something for you.").text.count("\n") == 0
    joined.phone("Anna").sees("Maria has your message and is looking after it.")
    assert MARIAS_WORDS in joined.phone("Anna").last


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-30 10:00",  # a Monday
        "2026-12-01 10:45",  # when the next day's reminder has just gone by
        "2026-12-02 23:59",
        "2026-12-04 16:30",  # Friday afternoon: the weekend comes between
        "2026-12-06 03:00",
        "2027-03-28 00:30",  # the clocks go forward in half an hour
        "2027-10-30 12:00",  # they go back at night
    ],
)
def test_the_whole_tour_and_nobody_sees_what_isnt_theirs(opens: Opens, at: str) -> None:
    practice = opens(at)
    practice.joins()
    practice.tours()
    for words in OF_THE_CONCERN:
        assert practice.ever_reached("Anna", words), "or nothing is shown by its absence elsewhere"
        for name in ("Dr Okafor", "Dr Patel", "Dr Lindqvist", "Ben"):
            nothing_reached(practice, name, words)
    nothing_reached(practice, "Maria", HER_TASK)
    assert [b.text for b in practice.phone("Dr Lindqvist").account.screen if b.by_bot][1:] == [
        "Nothing waits for you."
    ]
    assert practice.phone("Dr Okafor").last == "Nothing waits for you."
    practice.phone("Anna").sees("Nobody reads the rest.")
    assert practice.hand.now() - practice.sample_made_at < timedelta(days=6)


def nothing_reached(practice: SamplePractice, name: str, words: str) -> None:
    assert not practice.ever_reached(name, words)
    practice.phone(name).sees_nothing_of(words)


# --- on one's own, in another order, twice


def test_a_step_goes_on_where_somebody_has_begun_it_by_hand(joined: SamplePractice) -> None:
    joined.tours("remind")
    joined.wait_until(joined.hand.now() + timedelta(hours=27, minutes=50))
    anna = joined.phone("Anna")
    anna.taps("Start")
    anna.taps("2")
    joined.tours("check-in")
    anna.sees("Would you like to do something about it?")
    anna.taps("Tell somebody else at the practice")
    anna.taps("Maria Santos, practice manager")
    anna.types("she never looks at me")
    joined.tours("concern")
    anna.sees("«she never looks at me»")
    anna.sees("You can take it back for one minute.")


@pytest.mark.parametrize(
    ("step", "first"),
    [
        ("concern", "Four short questions"),
        ("answer", "Something isn't right"),
        ("who-sees-what", "Maria answers"),
    ],
)
def test_a_step_says_which_one_it_goes_on_from(
    joined: SamplePractice, step: str, first: str
) -> None:
    lost = lost_in(joined, step)
    assert f"«{first}»" in lost and "«Back to now»" in lost
    assert joined.pushes == []


def test_a_step_that_is_done_says_so(joined: SamplePractice) -> None:
    joined.tours("remind")
    pushes = list(joined.pushes)
    lost = lost_in(joined, "remind")
    assert "is done" in lost and "«Back to now»" in lost
    assert joined.pushes == pushes


def test_who_sees_what_is_shown_whole_to_whoever_has_looked_before(joined: SamplePractice) -> None:
    joined.phone("Dr Lindqvist").taps("Cases")
    joined.tours("check-in", "concern", "answer")
    for _time in range(2):
        joined.phone("Anna").hears()
        joined.tours("who-sees-what")
        assert any("Nobody reads the rest." in text for text in joined.phone("Anna").hears())


def test_a_step_whose_message_never_comes_pushes_the_clock_for_days_and_no_more(
    joined: SamplePractice,
) -> None:
    anna, begins = joined.phone("Anna"), joined.hand.now()
    anna.types("STOP")
    assert "«Back to now»" in lost_in(joined, "remind")
    assert joined.hand.now() - begins < timedelta(days=7)


def test_a_step_that_somebody_has_turned_another_way(joined: SamplePractice) -> None:
    joined.wait_until(joined.hand.now() + timedelta(hours=1))
    anna = joined.phone("Anna")
    anna.taps("I can't come")
    anna.taps("Cancel it")
    assert "«Back to now»" in lost_in(joined, "remind")


def test_a_step_on_a_phone_that_has_blocked_the_bot(joined: SamplePractice) -> None:
    joined.tours("check-in")
    joined.phone("Anna").account.blocks_bot()
    assert "«Back to now»" in lost_in(joined, "concern")


def lost_in(practice: SamplePractice, step: str) -> str:
    with pytest.raises(TourLost) as lost:
        practice.tours(step)
    return lost.value.sentence


# --- as it is read


def test_what_a_newcomer_reads_is_short_and_calm() -> None:
    names = {each.name for each in PEOPLE}
    for step in STEPS:
        assert len(step.text) <= 300 and step.text.count(". ") <= 2
        assert not set(step.text + step.title + step.button) & set("!?")
        assert step.look and set(step.look) <= names
    assert len({step.id for step in STEPS}) == 6
    assert {OKAFOR.name, LINDQVIST.name} <= set(STEPS[-1].look)
