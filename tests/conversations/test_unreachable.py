"""Who can't be reached: told at once to somebody who can phone, without content."""

import pytest

from tests.clock import melbourne
from tests.practice import Cast

# A day before the session of which nothing arrived (test_reaching.py).
CALL = (
    "Please phone somebody about a time.\n"
    "I couldn't reach Anna B. about Friday 4 December, 11:00 am: the bot was blocked."
)


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    """Anna has a session on Friday."""
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    return welcomed


def test_the_manager_hears_it_when_a_client_blocks_the_bot(booked: Cast) -> None:
    booked.anna.account.blocks_bot()
    booked.practice.settle()
    assert booked.maria.hears() == [
        "Anna B. can't be reached here since Monday 30 November, 10:00 am. "
        "Please phone if it matters."
    ]
    assert booked.okafor.hears() == []
    booked.practice.wait(days=4)
    assert booked.maria.hears() == [CALL]


def test_a_block_that_shows_only_when_sending_is_told_once_and_without_content(
    booked: Cast,
) -> None:
    booked.anna.account.deletes_account()
    booked.practice.wait_until(melbourne("2026-12-03 12:00"))
    assert booked.maria.hears() == [
        "Anna B. can't be reached here since Tuesday 1 December, 11:00 am. "
        "Please phone if it matters.",
        CALL,
    ]


def test_whoever_opens_the_chat_again_is_reminded_again(booked: Cast) -> None:
    booked.anna.account.blocks_bot()
    booked.practice.settle()
    booked.anna.account.unblocks_bot()
    booked.practice.settle()
    booked.practice.wait_until(melbourne("2026-12-03 11:00"))
    booked.anna.sees("Tomorrow, Friday 4 December, 11:00 am.")


def test_a_manager_who_blocks_the_bot_is_told_of_to_the_senior_psychologist(
    booked: Cast,
) -> None:
    booked.maria.account.blocks_bot()
    booked.practice.settle()
    assert booked.lindqvist.hears()[0].startswith("Maria Santos can't be reached here since")
