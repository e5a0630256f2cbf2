"""Who can't be reached: told at once to somebody who can phone, without content."""

import pytest

from tests.clock import melbourne
from tests.practice import Cast


@pytest.fixture
def welcomed(cast: Cast) -> Cast:
    cast.welcome()
    cast.practice.book(cast.anna_row, melbourne("2026-12-04 11:00"))
    return cast


def test_the_manager_hears_it_when_a_client_blocks_the_bot(welcomed: Cast) -> None:
    welcomed.anna.account.blocks_bot()
    welcomed.practice.settle()
    assert welcomed.maria.hears() == [
        "Anna B. can't be reached here since Monday 30 November, 10:00 am. "
        "Please phone if it matters."
    ]
    assert welcomed.okafor.hears() == []
    welcomed.practice.wait(days=4)
    assert welcomed.maria.hears() == []


def test_a_block_that_shows_only_when_sending_is_told_once_and_without_content(
    welcomed: Cast,
) -> None:
    welcomed.anna.account.deletes_account()
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    assert welcomed.maria.hears() == [
        "Anna B. can't be reached here since Tuesday 1 December, 11:00 am. "
        "Please phone if it matters."
    ]


def test_whoever_opens_the_chat_again_is_reminded_again(welcomed: Cast) -> None:
    welcomed.anna.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.account.unblocks_bot()
    welcomed.practice.settle()
    welcomed.practice.wait_until(melbourne("2026-12-03 11:00"))
    welcomed.anna.sees("Tomorrow, Friday 4 December, 11:00 am.")


def test_a_manager_who_blocks_the_bot_is_told_of_to_the_senior_psychologist(
    welcomed: Cast,
) -> None:
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    assert welcomed.lindqvist.hears()[0].startswith("Maria Santos can't be reached here since")
