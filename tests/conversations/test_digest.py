"""The week in numbers: to managers, as the practice opens, once, whatever went wrong before."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.records import digests, outbox, people
from bot.records.digests import WeeklyDigest
from bot.records.outbox import OutboxRow, Priority
from bot.records.people import Role, RoleHeld, Telephone
from tests.clock import melbourne
from tests.conversations.colleagues import open_colleague
from tests.conversations.concerns import alert, answer, close, hear, take
from tests.conversations.digests import (
    DAY,
    HEAD,
    NEXT_MONDAY,
    digests_of,
    let_be_manager,
    row_of,
)
from tests.practice import MONDAY, Cast

# --- the story


def test_on_monday_morning_the_manager_gets_the_week_in_numbers_and_nobody_else(
    welcomed: Cast,
) -> None:
    cast = welcomed
    take(cast)
    answer(cast, "Thank you. I'll ring you tomorrow.")
    hear(cast)
    cast.practice.wait_until(NEXT_MONDAY - timedelta(seconds=1))
    assert digests_of(cast) == []
    cast.practice.wait_until(NEXT_MONDAY)
    bubble = cast.maria.sees(HEAD)
    assert bubble.text.splitlines() == [
        HEAD,
        "Monday 30 November to Sunday 6 December: 1 sent, 0 closed.",
        "Open now: 1. Past a promised time: 0.",
        "Of what was sent in the last 12 weeks, in the practice's hours:",
        "First look: less than an hour. In time: 1 of 1.",
        "First answer: less than an hour. In time: 1 of 1.",
    ]
    assert bubble.silent and bubble.protected
    for other in (cast.okafor, cast.lindqvist, cast.anna, cast.ben):
        other.sees_nothing_of("in numbers")
    cast.practice.wait(days=5)
    assert len(digests_of(cast)) == 1


def test_the_next_week_counts_from_where_this_one_ended(welcomed: Cast) -> None:
    cast = welcomed
    take(cast)
    close(cast)
    cast.practice.wait_until(NEXT_MONDAY)
    cast.maria.sees("Sunday 6 December: 1 sent, 1 closed.")
    cast.practice.hand.wait_until(NEXT_MONDAY + timedelta(hours=1))
    alert(cast, "something more")
    cast.practice.wait_until(NEXT_MONDAY + 7 * DAY)
    newest = digests_of(cast)[-1].text
    assert "Monday 7 December to Sunday 13 December: 1 sent, 0 closed." in newest
    assert "Open now: 1. Past a promised time: 1." in newest


def test_of_nothing_nothing_is_written_and_it_can_be_asked_for(welcomed: Cast) -> None:
    cast = welcomed
    cast.practice.wait_until(NEXT_MONDAY + 8 * DAY)
    assert digests_of(cast) == []
    cast.maria.types("/digest")
    cast.maria.sees("Monday 7 December to Sunday 13 December: 0 sent, 0 closed.")
    assert cast.maria.last.splitlines()[-1] == "Open now: 0. Past a promised time: 0."


def test_it_goes_last_of_all_that_is_sent(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(NEXT_MONDAY)
    with welcomed.practice.look() as db:
        topic = row_of(welcomed).topic
        row = db.exec(select(OutboxRow).where(OutboxRow.topic == topic)).one()
    assert row.priority == Priority.DIGEST


# --- time goes wrong


def test_an_outage_of_three_weeks_gives_one_that_says_what_it_covers(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    cast.practice.hand.wait_until(NEXT_MONDAY + 16 * DAY)  # nothing runs; then a Wednesday
    cast.practice.settle()
    assert [each.text.splitlines()[0] for each in digests_of(cast)] == [
        "Your last 3 weeks in numbers."
    ]
    cast.maria.sees("Monday 30 November to Sunday 20 December: 1 sent")
    assert row_of(cast).due_at == NEXT_MONDAY + 21 * DAY


def test_an_outage_that_ends_at_night_waits_for_the_opening(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    cast.practice.hand.wait_until(melbourne("2026-12-12 23:00"))  # a Saturday
    cast.practice.settle()
    assert digests_of(cast) == []
    cast.practice.wait_until(NEXT_MONDAY + 7 * DAY)
    assert [each.text.splitlines()[0] for each in digests_of(cast)] == [
        "Your last 2 weeks in numbers."
    ]


def test_a_restart_doubles_nothing(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    for _again in range(2):
        cast.practice.start()
        cast.practice._runner.run(cast.practice.app.begin_digests())
    cast.practice.wait_until(NEXT_MONDAY)
    cast.practice.start()
    cast.practice._runner.run(cast.practice.app.begin_digests())
    cast.practice.wait(hours=3)
    assert len(digests_of(cast)) == 1


def test_a_practice_from_before_gets_its_first_when_the_program_starts(welcomed: Cast) -> None:
    cast = welcomed
    with cast.practice.database.transaction() as db:
        for row in db.exec(select(WeeklyDigest)).all():
            db.delete(row)
    alert(cast)
    cast.practice._runner.run(cast.practice.app.begin_digests())
    assert row_of(cast).due_at == NEXT_MONDAY


def test_what_could_not_be_sent_for_a_week_is_in_the_next(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    cast.practice.wait_until(NEXT_MONDAY - DAY)
    with cast.practice.database.transaction() as db:
        row = db.get(WeeklyDigest, row_of(cast).id)
        assert row is not None
        waiting = outbox.Draft(
            1, outbox.Body("Your week, still waiting"), Priority.DIGEST, topic=row.topic,
            due_at=NEXT_MONDAY + 90 * DAY,
        )  # fmt: skip
        outbox.put(db, waiting, cast.practice.hand.now())
        row.covers_from, row.told_until = MONDAY - 7 * DAY, NEXT_MONDAY - 7 * DAY
    cast.practice.wait_until(NEXT_MONDAY)
    assert len(digests_of(cast)) == 1
    cast.maria.sees("Your last 2 weeks in numbers.")


def test_who_is_away_gets_it_all_the_week_after(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    with cast.practice.database.transaction() as db:
        people.lock(db, cast.maria_row.id).away_until = NEXT_MONDAY + 2 * DAY
    cast.practice.wait_until(NEXT_MONDAY + 6 * DAY)
    assert digests_of(cast) == []
    cast.practice.wait_until(NEXT_MONDAY + 7 * DAY)
    cast.maria.sees("Your last 2 weeks in numbers.")


@pytest.mark.parametrize(
    ("hours", "comes"),
    [
        ("Tue-Fri 10:00-16:00", "2026-12-08 10:00"),
        ("Mon 13-17", "2026-12-07 13:00"),
        ("Mon 0:00-8:00", "2026-12-07 00:00"),
        ("", "2026-12-07 09:00"),
    ],
)
def test_it_comes_as_the_practice_first_opens_that_week(
    welcomed_with: Callable[..., Cast], hours: str, comes: str
) -> None:
    cast = welcomed_with(practice_hours=hours)
    with cast.practice.database.transaction() as db:
        for row in db.exec(select(WeeklyDigest)).all():
            db.delete(row)
    cast.practice._runner.run(cast.practice.app.begin_digests())
    assert row_of(cast).due_at == melbourne(comes)


# --- who asks, and who looks on


def test_nobody_but_managers_can_ask_for_it(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    for other in (cast.okafor, cast.lindqvist, cast.anna, cast.ben):
        other.types("/digest")
        assert "I don't know that command" in other.last
        other.presses_data("1:digest:see")
        other.sees_nothing_of("in numbers")
    stranger = cast.practice.account("Zoe")
    stranger.types("/digest")
    stranger.presses_data("1:digest:see")
    stranger.sees_nothing_of("in numbers")


def test_who_is_no_manager_any_more_gets_none(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    let_be_manager(cast, cast.lindqvist_row)
    with cast.practice.database.transaction() as db:
        held = db.get(RoleHeld, (cast.maria_row.id, Role.MANAGER))
        assert held is not None
        db.delete(held)
    cast.practice.wait_until(NEXT_MONDAY)
    assert digests_of(cast) == []
    with cast.practice.look() as db:
        assert digests.of(db, cast.maria_row.id) is None


def test_who_becomes_a_manager_gets_one_from_the_next_week_on(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    open_colleague(cast.maria, "Dr Lindqvist")
    cast.maria.taps("Change roles")
    cast.maria.taps("Add practice manager")
    cast.maria.taps("Change it")
    cast.practice.wait_until(NEXT_MONDAY)
    cast.lindqvist.sees(HEAD)
    assert len(digests_of(cast)) == 1


def test_behind_a_code_only_the_head_comes_by_itself(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="30m")
    alert(cast)
    cast.practice.wait_until(NEXT_MONDAY)
    bubble = cast.maria.sees(HEAD)
    assert bubble.text == HEAD and bubble.silent
    cast.maria.taps("See it", bubble=bubble)
    assert cast.maria.last.startswith("Choose a code")
    cast.maria.types("/digest")
    assert cast.maria.last.startswith("Choose a code")
    for digit in "27042704":
        cast.maria.taps(digit)
    shown = cast.maria.sees("1 sent, 0 closed.")
    assert shown.protected
    cast.practice.wait(minutes=11)
    cast.maria.sees_nothing_of("1 sent, 0 closed.")


def test_on_a_telephone_that_others_see_only_the_head_comes(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    with cast.practice.database.transaction() as db:
        people.lock(db, cast.maria_row.id).telephone = Telephone.SHARED
    cast.practice.wait_until(NEXT_MONDAY)
    assert cast.maria.sees(HEAD).text == HEAD
    cast.maria.taps("See it")
    cast.maria.sees("1 sent, 0 closed.")
