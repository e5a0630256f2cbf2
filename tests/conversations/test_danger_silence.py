"""No answer to whether it is danger: told as was said; and somebody whom nobody invited."""

from collections.abc import Callable

import pytest

from tests.clock import melbourne
from tests.conversations.outage_stories import dies, heard_after
from tests.practice import Cast, Practice
from tests.recognition import ASKED, HURT, POSSIBLE, alerts, let_model_judge, told


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has been asked, on Monday at 10 am."""
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    return welcomed


def test_silence_is_told_after_ten_minutes_as_was_said(asked: Cast) -> None:
    asked.anna.hears()
    asked.practice.wait(minutes=9, seconds=30)
    assert told(asked) == [] and asked.anna.hears() == []
    asked.practice.wait(minutes=1)
    assert not asked.maria.sees("Urgent. Please open now.").silent
    said = asked.anna.sees("I had no answer from you, so I've passed on what you wrote to Maria")
    assert said.silent and "In danger, call 000." in said.text
    asked.maria.taps("Open")
    asked.maria.sees(f"I asked: «{ASKED}» They didn't answer.")
    asked.practice.wait(days=1)
    assert len(alerts(asked.practice)) == 1


def test_the_practice_sets_how_long(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(danger_answer_time="30m")
    let_model_judge(cast.practice)
    cast.anna.types(POSSIBLE)
    cast.anna.sees("If you say yes, or don't answer by 10:30 am,")
    cast.practice.wait(minutes=29)
    assert told(cast) == []
    cast.practice.wait(minutes=2)
    cast.maria.sees("Urgent. Please open now.")


def test_outside_duty_hours_silence_is_told_at_opening_and_that_is_said(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.sees(
        "Nobody has been told, and nobody is on duty before Tuesday 1 December, 9:00 am. "
        "If you say yes, or don't answer by then, I tell Maria Santos and Dr Lindqvist what you"
    )
    welcomed.practice.wait_until(melbourne("2026-12-01 08:59"))
    assert told(welcomed) == []
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert not welcomed.maria.sees("Urgent. Please open now.").silent


def test_practice_hours_count_too_where_others_are_on_duty_by_name(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Fri 17-22")
    let_model_judge(cast.practice)
    cast.anna.types(POSSIBLE)
    cast.anna.sees("If you don't answer by 10:10 am, I do it then.")
    cast.anna.sees("Perhaps nobody there sees it before Monday 30 November, 10:20 am.")
    cast.practice.wait(minutes=11)
    assert cast.okafor.sees("Urgent. Please open now.").silent
    cast.practice.wait(minutes=10)
    assert not cast.maria.sees("Urgent, and nobody has opened it. Please open now.").silent


def test_the_night_before_it_is_told_as_the_practice_opens(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(on_duty="Dr Okafor: Mon-Fri 17-22")
    cast.practice.wait_until(melbourne("2026-11-30 23:10"))
    let_model_judge(cast.practice)
    cast.anna.types(POSSIBLE)
    cast.anna.sees("If you don't answer by Tuesday 1 December, 9:00 am, I do it then.")
    cast.anna.sees("sees it before Tuesday 1 December, 9:10 am.")
    cast.practice.wait_until(melbourne("2026-12-01 09:11"))
    cast.maria.sees("Urgent, and nobody has opened it. Please open now.")


def test_just_before_closing_it_says_that_perhaps_nobody_sees_it(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-11-30 16:55"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.sees(
        "If you say yes, I pass on what you wrote to the practice at once. "
        "If you don't answer by 5:05 pm, I do it then. Perhaps nobody there sees it"
    )
    welcomed.practice.wait_until(melbourne("2026-11-30 17:06"))
    assert welcomed.maria.sees("Urgent. Please open now.").silent


def test_where_nobody_can_be_told_that_is_said(welcomed: Cast) -> None:
    for staff in (welcomed.maria, welcomed.lindqvist):
        staff.account.blocks_bot()
    welcomed.practice.settle()
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.sees("I can't reach anybody at the practice just now, so please don't wait")
    welcomed.practice.wait(minutes=11)
    welcomed.anna.sees("I had no answer from you, and I can't reach anybody at the practice.")


def test_silence_about_another_person_is_said_without_a_word_of_it(welcomed: Cast) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types(HURT)
    welcomed.practice.wait(minutes=11)
    said = welcomed.anna.sees("I've passed that on to Maria Santos and Dr Lindqvist.")
    assert said.silent and not said.labels and said.text.count(" ") < 12
    welcomed.maria.taps("Open")
    welcomed.maria.sees("Don't call unless they ask for it")
    welcomed.maria.sees("They didn't answer.")


def test_silence_about_another_person_says_when_it_may_be_seen(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-11-30 16:55"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(HURT)
    welcomed.practice.wait(minutes=11)
    said = "I've passed that on. Perhaps nobody sees it before Tuesday 1 December, 9:00 am."
    assert welcomed.anna.last == said


def test_whom_a_case_is_about_is_not_named_and_not_told(welcomed: Cast) -> None:
    """With the manager away from it, the senior alone is named."""
    with welcomed.practice.database.transaction() as db:
        from bot.records.cases import CaseState
        from tests.records.access_rows import case_of

        case_of(db, welcomed.anna_row, welcomed.maria_row, {welcomed.lindqvist_row.id: True},
                CaseState.WAITING)  # fmt: skip
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.sees("I tell Dr Lindqvist what you wrote.")
    welcomed.practice.wait(minutes=11)
    assert "Urgent. Please open now." not in welcomed.maria.hears()
    welcomed.lindqvist.sees("Urgent. Please open now.")


@pytest.mark.parametrize("words", [POSSIBLE, HURT])
def test_a_typed_no_after_silence_says_that_they_are_safe(welcomed: Cast, words: str) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types(words)
    welcomed.practice.wait(minutes=11)
    welcomed.anna.types("no, sorry")
    welcomed.anna.sees("I'm glad. I've passed that on.")


def test_no_after_silence_is_passed_on_and_yes_rings_again(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.practice.wait(minutes=11)
    told(asked)
    asked.anna.taps("No", bubble=question)
    asked.anna.sees("I'm glad. I've passed that on.")
    asked.maria.taps("Open")
    told(asked)
    asked.anna.taps("Yes", bubble=question)
    asked.maria.sees("News on an urgent message. Please open it now.")
    asked.maria.presses_data("1:danger_alerts:clear:1")  # from before
    asked.maria.sees("They said yes.")
    asked.anna.sees("I've passed it on. I can't say when they will see it.")
    assert len(alerts(asked.practice)) == 1


def test_at_night_an_answer_that_an_outage_swallowed_is_asked_for_again(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.hears()
    welcomed.practice.wait(minutes=1)
    dies(welcomed.practice, lambda: welcomed.anna.account.taps("No"), minutes=38)
    [again] = heard_after(welcomed)
    assert again.startswith("I was away from") and "Call 000." in again
    assert "If you tapped something then, it may not have reached me." in again
    welcomed.anna.taps("No")
    welcomed.anna.sees("Thank you. I've told nobody.")


def test_after_an_outage_it_says_that_an_answer_may_be_lost(asked: Cast) -> None:
    asked.practice.hand.wait_until(melbourne("2026-11-30 12:00"))
    asked.practice.start(was_away=True)
    asked.practice.settle()
    asked.maria.sees("Urgent. Please open now.")
    asked.anna.sees("If you tapped an answer, it may not have reached me.")


# --- somebody whom nobody invited


@pytest.mark.parametrize("typed", [False, True])
def test_a_stranger_is_asked_and_answers(practice: Practice, *, typed: bool) -> None:
    cast = Cast(practice)
    told(cast)
    let_model_judge(practice)
    stranger = practice.account("Somebody")
    stranger.types(POSSIBLE)
    stranger.sees(ASKED)
    answer = stranger.types if typed else stranger.taps
    answer("No")
    stranger.sees("Thank you. I've told nobody.")
    stranger.types(POSSIBLE)
    answer("Yes")
    stranger.sees("passed on what you wrote")
    cast.maria.taps("Open")
    cast.maria.sees("From somebody who isn't a client here")


def test_a_stranger_s_silence_is_told_and_said(practice: Practice) -> None:
    cast = Cast(practice)
    let_model_judge(practice)
    stranger = practice.account("Somebody")
    stranger.types(POSSIBLE)
    practice.wait(minutes=11)
    stranger.sees("I had no answer from you, so I've passed on what you wrote")
    cast.maria.sees("Urgent. Please open now.")
