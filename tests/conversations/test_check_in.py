"""The check-in: when it is asked, how it is answered, and what becomes of what is half given."""

import pytest
from sqlmodel import select

from bot.records import expired
from bot.records.check_ins import CheckIn, CheckInState
from bot.rules.questionnaire import OUR_OWN
from tests.clock import melbourne
from tests.practice import Cast, Someone

TUESDAY = melbourne("2026-12-01 11:00")
ASKED_AT = melbourne("2026-12-01 14:50")
TODAY = (
    "Four short questions about today. They take half a minute.\n\n"
    "Nobody sees your answers unless you show them."
)
SCALE = "0 is not at all, 10 is completely. Tap or type a number."
FIRST = f"1 of 4. I felt heard and respected.\n{SCALE}"
SECOND = f"2 of 4. We worked on what matters to me.\n{SCALE}"
NUMBERS = [str(number) for number in range(11)]
CLOSED = "These questions are closed, and I've kept no answers to them. That's fine."
HEARD, MATTERS, FITS, OPEN = OUR_OWN.names


@pytest.fixture
def asked(questioned: Cast) -> Cast:
    """Anna's session is over, and three hours later she has just been asked."""
    questioned.session_id = questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.wait_until(ASKED_AT)
    assert questioned.anna.last == TODAY
    questioned.anna.hears()
    return questioned


@pytest.fixture
def begun(asked: Cast) -> Cast:
    asked.anna.taps("Start")
    return asked


def check_in_of(cast: Cast) -> CheckIn:
    with cast.practice.look() as db:
        return db.exec(select(CheckIn)).one()


def taps_all(someone: Someone, *labels: str) -> None:
    for label in labels:
        someone.taps(label)


# --- asking


def test_three_hours_after_the_end_and_the_first_line_gives_nothing_away(asked: Cast) -> None:
    assert asked.anna.labels == ["Start", "Not today", "Don't ask again"]
    first_line = asked.anna.last.splitlines()[0].lower()
    for word in ("therapy", "psychologist", "riverside", "okafor", "session"):
        assert word not in first_line


def test_it_comes_not_a_minute_sooner(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.wait_until(melbourne("2026-12-01 14:49"))
    questioned.anna.sees_nothing_of("short questions about")


def test_who_chose_just_reminders_is_not_asked(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-04 15:00"))
    welcomed.anna.sees_nothing_of("short questions")


def test_nobody_is_asked_on_a_telephone_that_others_see(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.anna.presses_data("1:welcome:shared_telephone")
    questioned.practice.wait_until(melbourne("2026-12-04 15:00"))
    questioned.anna.sees_nothing_of("short questions")


def test_a_cancelled_session_is_not_asked_about_unless_that_is_taken_back(
    questioned: Cast,
) -> None:
    for day, undoes in ((1, True), (8, False)):
        questioned.practice.book(questioned.anna_row, melbourne(f"2026-12-{day:02} 11:00"))
        taps_all(questioned.anna, "My times", "I can't come", "Cancel it")
        if undoes:
            questioned.anna.taps("Undo")
        questioned.anna.hears()
        questioned.practice.wait_until(melbourne(f"2026-12-{day:02} 15:00"))
        assert (TODAY in questioned.anna.hears()) is undoes


def test_after_the_first_three_sessions_and_then_every_third(questioned: Cast) -> None:
    cast, asked_after = questioned, []
    days = [f"2026-12-{day:02}" for day in (1, 8, 15, 22, 29)] + ["2027-01-05", "2027-01-12"]
    for number, day in enumerate(days, start=1):
        cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))
        cast.anna.hears()
        cast.practice.wait_until(melbourne(f"{day} 16:00"))
        if TODAY in cast.anna.hears():
            asked_after.append(number)
    assert asked_after == [1, 2, 3, 6]


def test_at_night_it_waits_for_the_morning_and_no_longer_says_today(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 18:00"))
    questioned.practice.wait_until(melbourne("2026-12-02 07:59"))
    questioned.anna.sees_nothing_of("short questions about")
    questioned.practice.wait_until(melbourne("2026-12-02 08:00"))
    assert questioned.anna.last.startswith("Four short questions about your last time.")
    taps_all(questioned.anna, "Start", "9", "4", "9", "9")
    questioned.anna.sees("Working on what matters to you was low last time.")


def test_it_is_not_asked_once_the_next_session_has_begun(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-01 18:00"))
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-02 07:30"))
    questioned.practice.wait_until(melbourne("2026-12-02 10:00"))
    questioned.anna.sees_nothing_of("short questions about")


def test_after_a_short_outage_it_says_that_it_comes_late(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.hand.wait_until(melbourne("2026-12-01 15:20"))
    questioned.practice.settle()
    questioned.anna.sees("Four short questions about today.")
    assert questioned.anna.last.endswith("This comes late. I'm sorry.")


def test_after_an_outage_of_days_it_is_not_asked_any_more(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.hand.wait_until(melbourne("2026-12-04 14:50"))
    questioned.practice.settle()
    questioned.anna.sees_nothing_of("short questions about")
    with questioned.practice.look() as db:
        # This question, the reminder, and the psychologist's whether it took place.
        assert expired.by_table(db) == {"therapy_session": 3}


def test_the_delay_is_the_practice_s(questioned: Cast) -> None:
    questioned.practice.settings.check_in_delay = "1h"
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.wait_until(melbourne("2026-12-01 12:50"))
    assert questioned.anna.last == TODAY


# --- not answering


def test_nobody_is_reminded_of_it_and_it_lapses_without_a_word(begun: Cast) -> None:
    begun.anna.taps("4")
    begun.anna.hears()
    begun.practice.wait(hours=73)
    assert begun.anna.hears() == []
    row = check_in_of(begun)
    assert (row.state, row.answers, row.closes_at) == (CheckInState.LAPSED, {}, None)
    begun.anna.taps("7")
    assert begun.anna.last.startswith(CLOSED)
    assert begun.anna.last.endswith("\nIn danger, tap «Help now».")


def test_words_for_questions_that_are_closed_reach_nobody_and_that_is_said(begun: Cast) -> None:
    begun.practice.book(begun.anna_row, melbourne("2026-12-02 10:00"))
    begun.practice.wait_until(melbourne("2026-12-02 10:05"))
    begun.anna.types("it went badly and I feel awful")
    assert begun.anna.last.startswith(CLOSED)
    begun.anna.sees("Nobody has read what you wrote just now. In danger, tap «Help now».")


def test_the_next_session_closes_it_even_one_that_was_booked_meanwhile(begun: Cast) -> None:
    begun.practice.book(begun.anna_row, melbourne("2026-12-02 09:00"))
    begun.practice.wait_until(melbourne("2026-12-02 09:00"))
    begun.anna.taps("7")
    assert begun.anna.last.startswith(CLOSED)


def test_a_next_session_that_is_cancelled_closes_nothing(questioned: Cast) -> None:
    questioned.practice.book(questioned.anna_row, TUESDAY)
    questioned.practice.book(questioned.anna_row, melbourne("2026-12-03 09:00"))
    questioned.practice.wait_until(ASKED_AT)
    taps_all(questioned.anna, "My times", "I can't come", "Cancel it")
    questioned.practice.wait_until(melbourne("2026-12-03 20:00"))
    questioned.anna.taps("Start", bubble=questioned.anna.sees(TODAY))
    questioned.anna.sees(FIRST)


def test_not_today(asked: Cast) -> None:
    question = asked.anna.sees(TODAY)
    asked.anna.taps("Not today")
    assert asked.anna.last == "All right, not today. I won't ask about it again."
    asked.anna.taps("Start", bubble=question)
    assert asked.anna.last.startswith(CLOSED)


def test_don_t_ask_again_holds_and_can_be_taken_back(asked: Cast) -> None:
    asked.anna.taps("Don't ask again")
    asked.anna.sees("To turn them on again, tap «Settings», then «Short questions too».")
    asked.practice.book(asked.anna_row, melbourne("2026-12-08 11:00"))
    asked.practice.wait_until(melbourne("2026-12-08 15:00"))
    assert TODAY not in asked.anna.hears()
    taps_all(asked.anna, "Settings", "Short questions too")
    asked.practice.book(asked.anna_row, melbourne("2026-12-15 11:00"))
    asked.practice.wait_until(melbourne("2026-12-15 15:00"))
    assert TODAY in asked.anna.hears()


def test_stopping_keeps_nothing_and_says_so(begun: Cast) -> None:
    taps_all(begun.anna, "2", "3", "Stop here")
    assert begun.anna.last == "Stopped. I've kept none of your answers to these questions."
    assert (check_in_of(begun).state, check_in_of(begun).answers) == (CheckInState.DECLINED, {})


def test_stop_typed_stops_all_messages_as_was_promised(begun: Cast) -> None:
    begun.anna.types("STOP")
    begun.anna.sees("I've stopped. Nothing comes by itself any more")
    begun.practice.wait(hours=73)
    assert check_in_of(begun).state is CheckInState.LAPSED


# --- answering


def test_one_message_changes_and_the_last_is_new(begun: Cast) -> None:
    before = len(begun.anna.account.screen)
    begun.anna.taps("8")
    assert (begun.anna.last, len(begun.anna.account.screen)) == (SECOND, before)
    taps_all(begun.anna, "9", "10", "10")
    assert begun.anna.last == "Thank you. That's all."
    assert len(begun.anna.account.screen) == before + 1
    assert check_in_of(begun).answers == {HEARD: 8, MATTERS: 9, FITS: 10, OPEN: 10}


def test_the_buttons_lie_in_rows_of_six_and_five(begun: Cast) -> None:
    assert rows_of(begun.anna) == [NUMBERS[:6], NUMBERS[6:], ["Skip", "Stop here"]]
    begun.anna.taps("8")
    assert rows_of(begun.anna)[2] == ["Skip", "Back", "Stop here"]


def rows_of(someone: Someone) -> list[list[str]]:
    newest = [bubble for bubble in someone.account.screen if bubble.by_bot][-1]
    return [[button.label for button in row] for row in newest.buttons]


def test_with_plain_messages_each_step_is_a_new_one(asked: Cast) -> None:
    taps_all(asked.anna, "Settings", "Plain messages")
    asked.anna.hears()
    asked.anna.taps("Start", bubble=asked.anna.sees(TODAY))
    taps_all(asked.anna, "8", "9", "10")
    assert [text.split(".")[0] for text in asked.anna.hears()] == [
        "1 of 4", "2 of 4", "3 of 4", "4 of 4",
    ]  # fmt: skip


def test_a_step_back_and_another_answer(begun: Cast) -> None:
    taps_all(begun.anna, "2", "Back")
    assert begun.anna.last == FIRST
    taps_all(begun.anna, "9", "Skip", "9", "9")
    assert check_in_of(begun).answers == {HEARD: 9, MATTERS: None, FITS: 9, OPEN: 9}


def test_who_skips_all_four_is_kept_nothing_of(begun: Cast) -> None:
    taps_all(begun.anna, "Skip", "Skip", "Skip", "Skip")
    assert begun.anna.last == "You skipped all four, and that's fine."
    assert check_in_of(begun).state is CheckInState.DECLINED
