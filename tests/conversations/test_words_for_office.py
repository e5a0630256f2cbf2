"""Words about a time that no list knows: a person gets them, if their writer says so."""

import pytest

from bot.records.people import Telephone, get
from tests.clock import melbourne
from tests.practice import Cast

QUESTION = "when is my next appointment?"


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    return welcomed


def test_it_goes_to_the_office_word_for_word_and_can_be_answered(booked: Cast) -> None:
    booked.anna.types(QUESTION)
    truth = booked.anna.sees("Nobody at the practice has read that.")
    assert booked.maria.hears() == []
    booked.anna.taps("Send it to Maria", bubble=truth)
    booked.anna.sees("It's on its way to Maria, word for word. I can't say when it will be read.")
    booked.maria.sees(f"Anna B. writes: «{QUESTION}»")
    booked.maria.taps("Write to Anna B.")
    booked.maria.types("Tuesday at 11.")
    booked.anna.sees("«Tuesday at 11.»")
    assert booked.okafor.hears() == []


def test_it_goes_once(booked: Cast) -> None:
    booked.anna.types(QUESTION)
    truth = booked.anna.sees("Nobody at the practice has read that.")
    booked.anna.taps("Send it to Maria", bubble=truth)
    booked.anna.taps("Send it to Maria", bubble=truth)
    booked.anna.sees("I don't have those words any more.")
    assert len(booked.maria.hears()) == 1


def test_ben_can_t_send_anna_s_words(booked: Cast) -> None:
    booked.anna.types(QUESTION)
    booked.ben.presses_data("1:words_for_office:send:1")
    booked.ben.sees("I don't have those words any more.")
    assert booked.maria.hears() == []


def test_what_comes_after_a_reminder_can_be_sent_as_well(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-07 11:00"))
    booked.anna.types("why is the sky blue")
    booked.anna.sees("I'm a program and can't answer that.")
    booked.anna.taps("Send it to Maria")
    booked.maria.sees("Anna B. writes: «why is the sky blue»")


def test_other_words_stay_where_they_are(booked: Cast) -> None:
    booked.anna.types("why is the sky blue")
    assert "Send it to Maria" not in booked.anna.labels


def test_where_others_see_the_telephone_it_isn_t_offered(booked: Cast) -> None:
    with booked.practice.database.transaction() as db:
        get(db, booked.anna_row.id).telephone = Telephone.SHARED
    booked.anna.types(QUESTION)
    booked.anna.sees_nothing_of("Send it to")
