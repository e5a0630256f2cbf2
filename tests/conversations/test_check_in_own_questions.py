"""Check-ins in the practice's own words: two to five questions, and a file that changes meanwhile."""

from pathlib import Path

import pytest

from bot.records.check_ins import CheckInState
from bot.rules.alliance import Level
from tests.clock import melbourne
from tests.conversations.checking_in import (
    THANKS,
    answers,
    ask,
    begin,
    check_ins_of,
    numbered,
    use_questions,
)
from tests.practice import Cast

STRANGE = """
lowest = "<b>never</b>"
highest = "100 % & {highest}"
[[items]]
name = "heard"
sentence = "Did *you* feel _heard_ {0}?"
topic = "iCBT & <i>being</i> heard"
[[items]]
name = "pace"
sentence = "🙂 the pace {item}"
topic = "🙂 {items}"
"""
TWO = """
[[items]]
name = "heard"
sentence = "My words landed"
topic = "my words landing"
[[items]]
name = "open"
sentence = "I could say it all"
topic = "saying it all"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.toml"


# Of so many questions: how they are announced, all skipped, and all low.
NUMBERS = {
    2: ("Two", "both", "Thing 1 and thing 2"),
    3: ("Three", "all three", "All three"),
    4: ("Four", "all four", "All four"),
    5: ("Five", "all five", "All five"),
}


@pytest.mark.parametrize("count", NUMBERS)
def test_every_sentence_has_the_right_number(questioned: Cast, file: Path, count: int) -> None:
    opening, all_skipped, all_low = NUMBERS[count]
    use_questions(questioned, file, numbered(count))
    ask(questioned)
    assert questioned.anna.last == (
        f"{opening} short questions about today. They take half a minute.\n\n"
        "Nobody sees your answers unless you show them."
    )
    questioned.anna.taps("Start")
    assert questioned.anna.last.startswith(f"1 of {count}. Sentence 1.\n0 is not at all")
    answers(questioned.anna, *["1"] * count)
    assert f"{all_low} were low today. That happens" in questioned.anna.last
    begin(questioned, "2026-12-08")
    answers(questioned.anna, *["Skip"] * count)
    assert questioned.anna.last == f"You skipped {all_skipped}, and that's fine."
    assert check_ins_of(questioned)[1].state is CheckInState.DECLINED


@pytest.mark.parametrize("count", NUMBERS)
def test_on_the_next_day_it_is_about_last_time(questioned: Cast, file: Path, count: int) -> None:
    opening, _all_skipped, all_low = NUMBERS[count]
    use_questions(questioned, file, numbered(count))
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 18:00"))
    questioned.practice.wait_until(melbourne("2026-12-02 08:00"))
    announced = f"{opening} short questions about your last time. They take half a minute."
    assert questioned.anna.last.startswith(announced)
    answers(questioned.anna, "Start", *["1"] * count)
    assert f"{all_low} were low last time. That happens" in questioned.anna.last


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_one_tap_starts_it_and_one_answers_each_question(
    questioned: Cast, file: Path, count: int
) -> None:
    """Six taps at most: at five seconds each, half a minute."""
    use_questions(questioned, file, numbered(count))
    ask(questioned)
    taps = 0
    for label in ("Start", *["9"] * count):
        assert "Thank you" not in questioned.anna.last
        questioned.anna.taps(label)
        taps += 1
    assert questioned.anna.last.startswith(THANKS)
    assert taps == count + 1 <= 6


def test_the_practice_s_words_stand_as_it_wrote_them(questioned: Cast, file: Path) -> None:
    use_questions(questioned, file, STRANGE)
    begin(questioned)
    scale = "0 is <b>never</b>, 10 is 100 % & {highest}. Tap or type a number."
    assert questioned.anna.last == f"1 of 2. Did *you* feel _heard_ {{0}}?\n{scale}"
    questioned.anna.taps("3")
    assert questioned.anna.last == f"2 of 2. 🙂 the pace {{item}}.\n{scale}"
    questioned.anna.taps("2")
    assert "iCBT & <i>being</i> heard and 🙂 {items} were low today. That" in questioned.anna.last
    answers(questioned.anna, "Tell somebody else at the practice", "Maria Santos, practice manager")
    answers(questioned.anna, "I can't be open", "Add my two answers", "That's all")
    shown = (
        "Short answers after a session:\nDid *you* feel _heard_ {0}? 3 of 10\n"
        "🙂 the pace {item}: 2 of 10"
    )
    assert shown in questioned.anna.last
    questioned.anna.taps("Send")
    questioned.practice.wait(minutes=1)
    questioned.maria.taps("Open")
    assert shown in questioned.maria.last


def test_the_longest_words_fit_in_one_message_and_its_buttons(questioned: Cast, file: Path) -> None:
    long = "".join(
        f'[[items]]\nname = "n{at}"\nsentence = "{at}{"W" * 119}"\ntopic = "{at}{"w" * 119}"\n'
        f'lowest = "{"l" * 120}"\nhighest = "{"h" * 120}"\n'
        for at in range(5)
    )
    use_questions(questioned, file, long)
    begin(questioned)
    answers(questioned.anna, 1, 2, 3, 4, 9)
    assert questioned.practice.telegram.violations == []
    assert questioned.anna.last.count("w" * 119) == 4


# --- while the file changes


def test_what_is_open_goes_on_in_its_own_words(questioned: Cast, file: Path) -> None:
    begin(questioned)
    answers(questioned.anna, 9)
    use_questions(questioned, file, TWO)
    questioned.anna.taps("8")
    assert questioned.anna.last.startswith("3 of 4. The way we work suits me.")
    answers(questioned.anna, 9, 2)
    assert "Being open was low today." in questioned.anna.last
    answers(questioned.anna, "Tell somebody else at the practice", "Maria Santos, practice manager")
    answers(questioned.anna, "I can't be open", "Add my four answers", "That's all")
    assert "I could be open about what's on my mind: 2 of 10" in questioned.anna.last


def test_what_was_asked_and_not_begun_keeps_its_words_too(questioned: Cast, file: Path) -> None:
    ask(questioned)
    use_questions(questioned, file, TWO)
    questioned.anna.taps("Start")
    assert questioned.anna.last.startswith("1 of 4. I felt heard and respected.")


def test_a_file_with_fewer_questions_takes_no_later_answer(questioned: Cast, file: Path) -> None:
    begin(questioned)
    answers(questioned.anna, 9, 9, 9, 9)
    first = check_ins_of(questioned)[0]
    use_questions(questioned, file, TWO)
    begin(questioned, "2026-12-08")
    second = check_ins_of(questioned)[1]
    for tap in (f"answer:{second.id}:4:1", f"skip:{second.id}:3", f"back:{second.id}:4"):
        questioned.anna.presses_data(f"1:check_in:{tap}")
        assert "1 of 2. My words landed." in questioned.anna.last
    questioned.anna.presses_data(f"1:check_in:answer:{first.id}:4:1")
    assert questioned.anna.last == "I have your answers to these already."
    assert [dict(row.answers) for row in check_ins_of(questioned)] == [dict(first.answers), {}]


def test_answers_are_compared_by_name_whatever_the_words(questioned: Cast, file: Path) -> None:
    begin(questioned)
    answers(questioned.anna, 9, 9, 9, 8)
    use_questions(questioned, file, TWO)
    begin(questioned, "2026-12-08")
    answers(questioned.anna, 9, 4)
    assert "Saying it all was 8 and is 4." in questioned.anna.last
    assert check_ins_of(questioned)[1].level is Level.WATCH
