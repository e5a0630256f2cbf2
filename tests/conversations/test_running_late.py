"""«Running 10 minutes late»: who gets it, what the client reads, and when it goes to nobody."""

import pytest

from bot.records import people
from tests.clock import melbourne
from tests.practice import Cast

WORDS = "running 10 minutes late"


@pytest.fixture
def expected(welcomed: Cast) -> Cast:
    """Anna is expected on Tuesday at 11, and it is half past ten."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-01 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-01 10:30"))
    for someone, _row in welcomed.everybody():
        someone.hears()
    return welcomed


def is_silent(cast: Cast) -> bool:
    return [each for each in cast.okafor.account.screen if each.by_bot][-1].silent


def test_it_goes_to_the_psychologist_at_once_and_the_client_reads_to_whom(expected: Cast) -> None:
    expected.anna.types(WORDS)
    assert expected.okafor.hears() == [f"News about your 11:00 am.\nAnna B.: «{WORDS}»"]
    assert expected.anna.hears() == [
        "I'm passing that on to Dr Okafor, word for word, for 11:00 am. "
        "I can't say when it will be read.\nTo be sure, phone Riverside (03 9000 0000)."
    ]
    assert expected.maria.hears() == []


def test_while_it_is_running_as_well_but_not_when_it_is_over(expected: Cast) -> None:
    expected.practice.wait_until(melbourne("2026-12-01 11:20"))
    expected.anna.types("stuck in traffic, there in 10")
    expected.okafor.sees("«stuck in traffic, there in 10»")
    expected.practice.wait_until(melbourne("2026-12-01 11:50"))
    expected.okafor.hears()
    expected.anna.types(WORDS)
    expected.okafor.sees_nothing_of(f"Anna B.: «{WORDS}»")


def test_in_the_evening_it_rings_too(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 18:30"))
    welcomed.practice.wait_until(melbourne("2026-11-30 18:00"))
    welcomed.anna.types(WORDS)
    welcomed.okafor.sees("News about your 6:30 pm.")
    assert not is_silent(welcomed)


def test_a_session_further_away_is_shown_and_nobody_is_told(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-11-30 12:01"))
    welcomed.anna.types(WORDS)
    welcomed.anna.sees("Nobody at the practice has read that.")
    welcomed.anna.sees("Your next times:")
    assert welcomed.okafor.hears() == []


@pytest.mark.parametrize("words", ["she is always late", "it's too late for me", "see you later"])
def test_what_only_looks_like_it_goes_to_nobody(expected: Cast, words: str) -> None:
    expected.anna.types(words)
    expected.okafor.sees_nothing_of(words)


def test_words_of_danger_in_it_go_first(expected: Cast) -> None:
    expected.anna.types("running late, I want to kill myself")
    expected.anna.sees("000")
    expected.okafor.sees_nothing_of("News about")


def test_a_concern_in_it_is_offered_and_passed_on_to_nobody(expected: Cast) -> None:
    expected.anna.types("running late. i feel judged by you")
    expected.anna.sees("It sounds as if something isn't right with the person you see.")
    expected.okafor.sees_nothing_of("News about")


@pytest.mark.parametrize(
    "words",
    [
        "I'm late and it's positive",
        "running late, please don't tell her where I am",
        "sorry I'm late to say this but I don't trust her",
        "I'm late for my shift",
    ],
)
def test_more_than_being_late_goes_to_nobody(expected: Cast, words: str) -> None:
    expected.anna.types(words)
    assert expected.okafor.hears() == []


def test_who_writes_again_within_minutes_rings_once(expected: Cast) -> None:
    expected.anna.types(WORDS)
    assert not is_silent(expected)
    expected.practice.wait(minutes=2)
    expected.anna.types("make that 20 minutes late, sorry")
    expected.anna.types("sorry, 20 minutes late")
    expected.okafor.sees("«sorry, 20 minutes late»")
    assert is_silent(expected)
    expected.practice.wait(minutes=11)
    expected.anna.types("stuck in traffic")
    assert not is_silent(expected)


def test_while_another_time_is_asked_for_it_is_no_wish(expected: Cast) -> None:
    for label in ("My times", "Another time"):
        expected.anna.taps(label)
    expected.anna.types(WORDS)
    expected.okafor.sees(f"«{WORDS}»")
    expected.anna.sees("I'm passing that on to Dr Okafor")
    assert expected.maria.hears() == []


def test_a_second_message_goes_to_managers_too_while_the_first_is_on_its_way(
    expected: Cast,
) -> None:
    expected.okafor.account.blocks_bot()
    expected.practice.settle()
    expected.anna.types(WORDS)
    expected.anna.types("stuck in traffic")
    expected.maria.sees("«stuck in traffic»")
    expected.anna.sees_nothing_of("I couldn't reach anybody")


def test_ben_s_words_are_about_his_own_times(expected: Cast) -> None:
    expected.ben.types(WORDS)
    assert expected.okafor.hears() == []


def test_a_cancelled_session_has_nobody_waiting(expected: Cast) -> None:
    for label in ("My times", "I can't come", "Cancel it"):
        expected.anna.taps(label)
    expected.practice.wait(minutes=4)
    expected.okafor.hears()
    expected.anna.types(WORDS)
    assert expected.okafor.hears() == []


def test_managers_get_it_as_well_while_the_psychologist_is_away(expected: Cast) -> None:
    with expected.practice.database.transaction() as db:
        okafor = people.get(db, expected.okafor_row.id)
        people.go_away(db, okafor, melbourne("2026-12-02 09:00"))
    expected.anna.types(WORDS)
    expected.okafor.sees("News about your 11:00 am.")
    assert expected.maria.hears()[-1] == (
        f"News about 11:00 am.\nAnna B.: «{WORDS}»\n"
        "You get this because Dr Okafor may not see it in time."
    )
    expected.anna.sees("I'm passing that on to Dr Okafor and Maria, word for word")


def test_managers_get_it_instead_of_who_can_t_be_reached(expected: Cast) -> None:
    expected.okafor.account.blocks_bot()
    expected.practice.settle()
    expected.anna.types(WORDS)
    expected.maria.sees("News about 11:00 am.")
    expected.anna.sees("I'm passing that on to Maria, word for word")


def test_where_nobody_can_be_reached_the_client_reads_so(expected: Cast) -> None:
    for someone in (expected.okafor, expected.maria):
        someone.account.blocks_bot()
    expected.practice.settle()
    expected.anna.types(WORDS)
    assert expected.anna.hears() == [
        "I couldn't reach anybody at the practice here. Please phone Riverside (03 9000 0000)."
    ]


def test_what_telegram_refuses_goes_to_the_managers_and_the_client_reads_so(
    expected: Cast,
) -> None:
    expected.okafor.account.deletes_account()
    expected.anna.types(WORDS)
    expected.maria.sees(f"News about 11:00 am.\nAnna B.: «{WORDS}»")
    assert expected.anna.hears()[-1] == (
        "About being late: your words didn't reach everybody.\n"
        "Dr Okafor didn't get them. I've passed them on to Maria instead. "
        "To be sure, phone Riverside (03 9000 0000)."
    )
