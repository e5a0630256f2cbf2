"""After an outage: when one is seen at all, and who is asked about a session once more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.records.asked_again import key
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.therapy_sessions import Answer, TherapySession
from tests.clock import melbourne
from tests.conversations.outage_stories import (
    ASKED_AT,
    STARTS_AT,
    WAYS,
    dies,
    heard_after,
    is_reminded,
    looks,
    loses_telegram,
    outages_of,
    questions_of,
    sleeps,
)
from tests.practice import Cast, Practice

Way = Callable[..., None]
COMING = "I'll be there"
ONCE_MORE = (
    "I was away from 11:00 am to 11:38 am.\n"
    "If you tapped something about Tuesday 8 December, 11:00 am then, it may not have reached me. "
    "Please tap once more."
)


def answer_of(cast: Cast) -> Answer:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row.answer


# --- a tap is lost


@pytest.mark.parametrize("way", WAYS)
def test_a_tap_that_was_lost_is_asked_for_once_more(welcomed: Cast, way: Way) -> None:
    is_reminded(welcomed)
    way(welcomed.practice, lambda: welcomed.anna.account.taps(COMING), minutes=38)
    assert [text.replace("11:39", "11:38") for text in heard_after(welcomed)] == [ONCE_MORE]
    assert welcomed.anna.labels == [COMING, "I can't come", "Another time"]
    assert answer_of(welcomed) is Answer.NONE
    welcomed.anna.taps(COMING)
    assert welcomed.anna.hears() == ["Good. See you on Tuesday 8 December, 11:00 am."]
    assert heard_after(welcomed, minutes=60 * 12) == []


def test_the_question_can_be_answered_in_words(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    heard_after(welcomed)
    welcomed.anna.types("yes")
    assert answer_of(welcomed) is Answer.COMING


def test_it_is_asked_for_by_webhook_too(
    sqlite_url: str, open_practice: Callable[..., Practice]
) -> None:
    practice = open_practice(sqlite_url, by="webhook")
    cast = Cast(practice)
    cast.welcome()
    is_reminded(cast)
    looks(practice)
    dies(practice, lambda: cast.anna.account.taps(COMING), minutes=38)
    assert heard_after(cast) == [ONCE_MORE]


def test_a_tap_that_waited_at_telegram_is_not_asked_for(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, lambda: welcomed.anna.account.taps(COMING), seconds=140)
    assert heard_after(welcomed) == ["Good. See you on Tuesday 8 December, 11:00 am."]
    assert outages_of(welcomed.practice) == []


def test_who_typed_the_answer_meanwhile_is_not_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, lambda: welcomed.anna.account.types("yes"), minutes=38)
    assert heard_after(welcomed) == ["Good. See you on Tuesday 8 December, 11:00 am."]


def test_who_wrote_something_else_meanwhile_is_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, lambda: welcomed.anna.account.types("/help"), minutes=38)
    assert heard_after(welcomed)[-1] == ONCE_MORE


def test_who_has_acted_since_is_not_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.anna.types("/help")
    welcomed.anna.hears()
    assert heard_after(welcomed) == []


def test_who_answers_before_it_goes_does_not_get_it(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.practice.hand.wait(60)
    welcomed.practice.telegram.faults.fail(
        "too_many_requests", chat_id=welcomed.anna.account.id, retry_after=20
    )
    welcomed.practice.settle()
    welcomed.anna.taps(COMING)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == ["Good. See you on Tuesday 8 December, 11:00 am."]
    (asked,) = questions_of(welcomed.practice)
    with welcomed.practice.look() as db:
        row = db.exec(select(OutboxRow).where(OutboxRow.dedupe_key == key(asked))).one()
        assert row.state is OutboxState.WITHDRAWN


def test_who_had_answered_before_is_not_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    welcomed.anna.taps(COMING)
    welcomed.practice.wait(minutes=5)
    welcomed.anna.hears()
    dies(welcomed.practice, minutes=38)
    assert heard_after(welcomed) == []


def test_nothing_is_asked_of_a_session_that_has_begun(welcomed: Cast) -> None:
    is_reminded(welcomed)
    welcomed.practice.wait_until(STARTS_AT - timedelta(minutes=20))
    dies(welcomed.practice, minutes=30)
    assert heard_after(welcomed) == []


def test_nothing_is_asked_in_quiet_hours_and_all_of_it_after_them(welcomed: Cast) -> None:
    is_reminded(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 21:30"))
    dies(welcomed.practice, minutes=38)
    assert heard_after(welcomed) == []
    welcomed.practice.wait_until(melbourne("2026-12-08 09:00"))
    (said,) = welcomed.anna.hears()
    assert said.startswith(
        "I was away from Monday 7 December, 9:30 pm to Monday 7 December, 10:08 pm."
    )


def test_where_others_see_the_telephone_nothing_is_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    for label in ("Settings", "Telephone and calls", "Others can see it", "Yes, others can see it"):
        welcomed.anna.taps(label)
    welcomed.anna.hears()
    dies(welcomed.practice, minutes=38)
    assert heard_after(welcomed) == []


def test_who_paused_is_not_asked(welcomed: Cast) -> None:
    is_reminded(welcomed)
    welcomed.anna.types("/pause")
    welcomed.anna.taps(welcomed.anna.labels[0])
    welcomed.anna.hears()
    dies(welcomed.practice, minutes=38)
    assert heard_after(welcomed) == []


def test_a_reminder_that_was_late_is_enough(welcomed: Cast) -> None:
    """It has the same buttons, and came after the outage."""
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.practice.wait_until(ASKED_AT - timedelta(minutes=10))
    welcomed.anna.hears()
    dies(welcomed.practice, minutes=38)
    assert len(heard_after(welcomed)) == 1


def test_several_sessions_are_one_message(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-10 11:00"))
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    assert heard_after(welcomed) == [
        "I was away from 11:00 am to 11:38 am.\n"
        "If you tapped something about one of these then, it may not have reached me. "
        "Please tap once more.\n"
        "- Tuesday 8 December, 11:00 am\n- Thursday 10 December, 11:00 am"
    ]
    welcomed.anna.taps(f"Thursday: {COMING}")
    assert welcomed.anna.hears() == ["Good. See you on Thursday 10 December, 11:00 am."]


# --- once


def test_a_second_outage_right_after_asks_nobody_again(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    assert len(heard_after(welcomed)) == 1
    dies(welcomed.practice, minutes=10)
    assert heard_after(welcomed) == []
    assert len(outages_of(welcomed.practice)) == 2


def test_two_outages_before_anything_is_said_are_one_question(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    dies(welcomed.practice, minutes=10)
    (said,) = heard_after(welcomed)
    assert said.startswith("I was away from 11:00 am to 11:48 am.")


def test_after_six_hours_it_is_asked_again(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    heard_after(welcomed)
    welcomed.practice.wait(hours=6)
    dies(welcomed.practice, minutes=10)
    assert len(heard_after(welcomed)) == 1


def test_a_restart_before_it_is_said_neither_loses_nor_doubles_it(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.practice.start()
    assert len(heard_after(welcomed)) == 1
    welcomed.practice.start()
    assert heard_after(welcomed) == []


# --- what is no outage


def test_a_clock_that_is_set_makes_no_outage(welcomed: Cast) -> None:
    is_reminded(welcomed)
    looks(welcomed.practice)
    for span in (timedelta(hours=20), timedelta(hours=-20), timedelta(days=700)):
        welcomed.practice.hand.jump(span)
        looks(welcomed.practice)
    assert outages_of(welcomed.practice) == []


def test_a_clock_that_was_wrong_at_the_start_makes_none_either(welcomed: Cast) -> None:
    is_reminded(welcomed)
    dies(welcomed.practice, days=400)
    assert outages_of(welcomed.practice) == []
    welcomed.practice.hand.jump(timedelta(days=-400))
    dies(welcomed.practice, seconds=10)
    assert outages_of(welcomed.practice) == []


def test_an_outage_while_the_clock_is_set_is_as_long_as_it_was(welcomed: Cast) -> None:
    is_reminded(welcomed)

    def set_clock() -> None:
        welcomed.practice.hand.jump(timedelta(hours=1))

    sleeps(welcomed.practice, set_clock, minutes=38)
    (outage,) = outages_of(welcomed.practice)
    assert outage.ended_at is not None
    assert outage.ended_at - outage.began_at == timedelta(minutes=38)


def test_a_few_failed_polls_are_none(welcomed: Cast) -> None:
    is_reminded(welcomed)
    loses_telegram(welcomed.practice, seconds=100)
    assert outages_of(welcomed.practice) == []
