"""What could be made of a case by forged buttons, locked screens, long words and bad moments."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records import people, staff
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Role
from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.conversations import hearings, searches
from tests.conversations.concerns import (
    IF_AWAY,
    MARIA,
    OKAFOR,
    WORDS,
    alert,
    answer,
    case_of,
    hear,
    readers_of,
    send,
    take,
)
from tests.conversations.digests import HEAD, NEXT_MONDAY
from tests.conversations.test_screen_lock import CODE, on_screen, taps_code
from tests.loops.prepared import FIRST_ACCOUNT
from tests.practice import Cast

LOCKED = "Your code, please."


def locked_after(cast: Cast, *labels: str, by: str = "Send") -> None:
    """Maria opened a case and tapped these; then nobody did anything for a while."""
    alert(cast, WORDS, by=by)
    cast.maria.taps("Open")
    taps_code(cast.maria, CODE)
    taps_code(cast.maria, CODE)
    for label in labels:
        cast.maria.taps(label)
    cast.practice.wait(minutes=40)
    hear(cast)


# --- the second promise


def test_an_answer_promised_after_a_first_one_and_handing_on_is_owed(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    answer(welcomed, "thank you, I'll ask")
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    welcomed.maria.types("over to you")
    hear(welcomed)
    welcomed.lindqvist.presses_data("1:cases:open:1")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.anna.sees("Dr Lindqvist answers by Thursday 3 December, 5:00 pm.")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 16:59"))
    assert "an answer was promised by" in "".join(welcomed.lindqvist.hears())
    welcomed.practice.wait_until(melbourne("2026-12-03 17:01"))
    welcomed.anna.sees("Dr Lindqvist hasn't answered yet. I'm sorry.")


# --- the locked screen


def test_leaving_a_line_unwritten_shows_no_client_on_a_locked_screen(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(staff_lock="30m")
    locked_after(cast, "I'll take it", "Write to Anna")
    cast.maria.taps("Don't write")
    assert cast.maria.last == LOCKED


def test_a_note_typed_on_a_locked_screen_hands_nothing_on_before_the_code(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(staff_lock="30m")
    locked_after(cast, "Hand to Dr Lindqvist", by=IF_AWAY)
    cast.maria.types("ring her before noon")
    assert cast.maria.last == LOCKED
    assert cast.lindqvist.hears() == []
    taps_code(cast.maria, CODE)
    cast.maria.sees("Dr Lindqvist has been asked. You can still take it. Your note is kept")
    assert len(cast.lindqvist.hears()) == 1


def test_a_forged_note_hands_nothing_on(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    for entry_id in (1, 2, 99):
        welcomed.maria.presses_data(f"1:case_handing:with_note:1:{entry_id}")
        assert welcomed.maria.last == hearings.GONE
    assert [each.asked_at is not None for each in readers_of(welcomed.practice)] == [True, False]


# --- forged buttons


def test_what_is_to_be_heard_can_t_go_out_as_a_line(welcomed: Cast) -> None:
    """Anna would read a yes and a no without to whom it goes."""
    take(welcomed)
    hearings.writes(welcomed)
    entry_id = hearings.entry_id(welcomed)
    welcomed.maria.presses_data(f"1:case_answers:send:1:{entry_id}")
    assert welcomed.maria.last == hearings.GONE
    welcomed.maria.presses_data(f"1:case_closing:send:1:{entry_id}:0")
    assert case_of(welcomed.practice).is_open
    assert welcomed.anna.hears() == []


# --- bad moments


def test_a_question_that_waits_for_morning_goes_with_the_case(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 23:00"))
    hearings.asks(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Take it back")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 12:00"))
    assert welcomed.anna.hears() == []


def test_other_wishes_that_are_not_sent_change_nothing_of_what_was(welcomed: Cast) -> None:
    searches.hire_patel(welcomed)
    searches.taken(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Change my wishes")
    welcomed.anna.types("he touched me and I didn't want that")
    assert case_of(welcomed.practice).kind is not Kind.CONDUCT
    searches.opens(welcomed)
    welcomed.maria.sees_nothing_of("It may be about conduct")


def test_other_wishes_about_a_wrong_doing_make_it_one_once_they_are_sent(welcomed: Cast) -> None:
    searches.hire_patel(welcomed)
    searches.taken(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Change my wishes")
    welcomed.anna.types("he touched me and I didn't want that")
    searches.says(welcomed, "That's all", "I do", "Keep it", "Yes", "Send")
    assert case_of(welcomed.practice).kind is Kind.CONDUCT


def test_wishes_that_don_t_fit_one_message_are_shown_all_the_same(welcomed: Cast) -> None:
    searches.hire_patel(welcomed)
    searches.begins(welcomed)
    welcomed.anna.types("word " * 800)
    welcomed.anna.types("more " * 800)
    for label in ("On line or in the room", "On line"):
        welcomed.anna.taps(label)
    assert "That's all" in welcomed.anna.labels
    with welcomed.practice.look() as db:
        states = {each.state for each in db.exec(select(OutboxRow))}
    assert OutboxState.UNDELIVERABLE not in states


@pytest.mark.parametrize(
    "labels",
    [(), ("Write to Anna",), ("Close", "Practical matter, settled"), ("Hear Dr Okafor",)],
)
def test_what_is_typed_on_a_locked_screen_brings_up_nobody_s_name(
    welcomed_with: Callable[..., Cast], labels: tuple[str, ...]
) -> None:
    cast = welcomed_with(staff_lock="30m")
    locked_after(cast, "I'll take it", *labels)
    cast.maria.types("hello there")
    assert cast.maria.last == LOCKED
    taps_code(cast.maria, CODE)
    cast.maria.sees("«hello there»")
    assert "Anna B." in cast.maria.last


def test_a_wish_that_was_taken_back_silences_no_other(welcomed: Cast) -> None:
    searches.hire_patel(welcomed)
    searches.taken(welcomed)
    searches.says(welcomed, "Something isn't right", "Something else", MARIA, searches.SENTENCE)
    searches.says(welcomed, "Nothing special", "I do", "Keep it", "Yes", "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.anna.presses_data("1:concern_status:withdraw:2")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-18 12:00"))
    welcomed.anna.sees("It isn't settled yet: Maria is still looking for another")


def test_asking_who_may_read_it_counts_as_no_answer(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    welcomed.maria.taps("Ask Anna: may Dr Lindqvist read it?")
    welcomed.practice.wait_until(NEXT_MONDAY)
    assert "First answer: less than an hour" not in welcomed.maria.sees(HEAD).text


def test_a_question_that_was_answered_is_not_put_again_where_it_stands(welcomed: Cast) -> None:
    hearings.given(welcomed)
    welcomed.anna.taps("Something isn't right")
    assert "Shall I send them?" not in welcomed.anna.last
    assert "Dr Okafor" in welcomed.anna.last


def test_long_words_to_be_heard_come_whole_and_go_whole(welcomed: Cast) -> None:
    take(welcomed)
    hearings.asks(welcomed, "How do you see it? " * 205)
    welcomed.anna.taps("Yes, send them")
    welcomed.okafor.taps("Open")
    assert on_screen(welcomed.okafor).count("How do you see it?") == 205
    welcomed.anna.presses_data("1:concern_status:withdraw:1")
    assert "How do you see it?" not in on_screen(welcomed.okafor)


def test_whoever_is_complained_of_and_made_manager_the_next_day_finds_nothing(
    welcomed: Cast,
) -> None:
    take(welcomed)
    with welcomed.practice.database.transaction() as db:
        for role in (Role.MANAGER, Role.SENIOR):
            staff.give_role(db, people.get(db, welcomed.okafor_row.id), role)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    hear(welcomed)
    welcomed.practice.wait(days=12)
    assert welcomed.okafor.hears() == []
    for data in ("cases:open:1", "taking:take:1", "case_handing:ask:1:3", "case_answers:show:1:1",
                 "case_list:page:0", "case_list:closed:0", "digest:see"):  # fmt: skip
        welcomed.okafor.presses_data(f"1:{data}")
    said = "".join(welcomed.okafor.hears())
    assert "Open now: 0." in said
    assert "C-1001" not in said and WORDS not in said


# --- the operator


@pytest.mark.parametrize(("to", "knows"), [(MARIA, False), (OKAFOR, True)])
def test_an_operator_whom_it_is_about_doesn_t_read_that_there_is_a_case(
    welcomed_with: Callable[..., Cast], to: str, knows: bool
) -> None:
    cast = welcomed_with(operator_chat=FIRST_ACCOUNT)  # Dr Okafor's
    assert cast.okafor.account.id == FIRST_ACCOUNT
    send(cast, to=to)
    hear(cast)
    (cast.okafor if knows else cast.maria).account.blocks_bot()
    cast.practice.wait(minutes=2)
    with cast.practice.look() as db:
        alarms = [each for each in db.exec(select(OutboxRow)) if "needs you" in each.body.text]
    assert [each.chat_id for each in alarms] == [FIRST_ACCOUNT]
    assert ("concern_case" in alarms[0].body.text) == knows
