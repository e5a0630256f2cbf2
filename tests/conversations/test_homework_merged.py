"""Several pieces of homework that are due on a day come as one message."""

from sqlmodel import col, select

from bot.records.outbox import OutboxRow
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, WEDNESDAY, homework_of
from tests.conversations.rhythms import assign_with, notes_heard
from tests.practice import Cast

LONG = (
    "Write down, each evening before you go to bed, one thing that was better than you had feared"
)
ANSWERS = ["Done", "Partly", "Still struggling", "Not yet"]


def unasked_of(cast: Cast) -> int:
    with cast.practice.look() as db:
        return len(db.exec(select(OutboxRow).where(col(OutboxRow.is_unasked))).all())


def test_they_are_listed_and_each_opens_with_its_answers(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign_with(welcomed, task="Walk")
    assign_with(welcomed, task=LONG)
    welcomed.practice.wait_until(WEDNESDAY)
    assert welcomed.anna.hears() == [
        "Your note for this evening.\n\n1. «Walk»\n"
        "2. «Write down, each evening before you go to bed, one thing…»\n\nTap one to answer it."
    ]
    assert welcomed.anna.labels == ["1. Walk", "2. Write down, each…"]
    assert unasked_of(welcomed) == 1
    listed = welcomed.anna.sees("Tap one to answer it.")
    welcomed.anna.types("2")
    assert welcomed.anna.last == f"«{LONG}» Dr Okafor"
    assert welcomed.anna.labels == [*ANSWERS, "Stop this one", "How often?"]
    welcomed.anna.taps("Done")
    welcomed.anna.taps("1. Walk", bubble=listed)
    welcomed.anna.taps("Partly")
    assert [row.state.value for row in homework_of(welcomed)] == ["partly", "done"]


def test_one_that_is_due_later_that_day_comes_along(welcomed: Cast) -> None:
    """Else the measure would keep it back until tomorrow."""
    assign_with(welcomed, melbourne("2026-12-02 12:00"), task="Walk")
    assign_with(welcomed, WEDNESDAY, task="Swim")
    welcomed.practice.wait_until(melbourne("2026-12-02 12:00"))
    welcomed.anna.sees("1. «Walk»\n2. «Swim»")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-06 12:00"))
    assert notes_heard(welcomed.anna) == []


def test_a_daily_one_keeps_the_hour_that_was_chosen_for_it(welcomed: Cast) -> None:
    assign_with(welcomed, melbourne("2026-12-02 12:00"), task="Walk")
    assign_with(welcomed, WEDNESDAY, task="Swim", rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(melbourne("2026-12-02 18:59"))
    assert ["«Walk»" in each for each in notes_heard(welcomed.anna)] == [True]
    welcomed.practice.wait_until(WEDNESDAY)
    assert ["«Swim»" in each for each in notes_heard(welcomed.anna)] == [True]


def test_what_the_measure_keeps_back_does_not_keep_back_a_daily_one(welcomed: Cast) -> None:
    for day in (28, 29, 30):
        assign_with(welcomed, melbourne(f"2026-12-{day} 09:00"), task=f"On the {day}th")
    assign_with(welcomed, melbourne("2026-12-31 19:00"), task="Walk")
    assign_with(welcomed, melbourne("2026-12-31 19:00"), task="Swim", rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(melbourne("2026-12-31 18:00"))
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-31 19:00"))
    assert notes_heard(welcomed.anna) == ["Your note for this evening.\n\n«Swim» Dr Okafor"]
    waiting = next(row for row in homework_of(welcomed) if row.task == "Walk")
    assert waiting.remind_at is not None
    assert waiting.remind_at > melbourne("2027-01-01 00:00")


def test_what_is_over_is_not_listed(welcomed: Cast) -> None:
    assign_with(welcomed, task="Walk")
    assign_with(welcomed, task="Swim", until_at=melbourne("2026-12-02 12:00"))
    welcomed.practice.wait_until(WEDNESDAY)
    assert notes_heard(welcomed.anna) == ["Your note for this evening.\n\n«Walk» Dr Okafor"]


def test_each_of_them_has_its_own_next_time_and_count(welcomed: Cast) -> None:
    """Both were ignored twice: each says so, and comes once a week from then on."""
    for task in ("Walk", "Swim"):
        assign_with(welcomed, task=task, rhythm=Rhythm.DAILY)
    welcomed.practice.wait_until(melbourne("2026-12-03 19:00"))
    assert [row.ignored for row in homework_of(welcomed)] == [2, 2]
    assert {row.remind_at for row in homework_of(welcomed)} == {melbourne("2026-12-10 19:00")}
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-10 19:00"))
    rarer = "The last two had no answer, and that's all right. I ask once a week now."
    assert welcomed.anna.hears() == [
        f"Your note for this evening.\n\n1. «Walk»\n{rarer}\n2. «Swim»\n{rarer}\n\n"
        "Tap one to answer it."
    ]


def test_after_an_outage_they_come_together_and_say_that_they_are_late(welcomed: Cast) -> None:
    assign_with(welcomed, WEDNESDAY, task="Walk")
    assign_with(welcomed, melbourne("2026-12-03 19:00"), task="Swim")
    welcomed.practice.hand.wait_until(melbourne("2026-12-04 10:00"))
    welcomed.practice.settle()
    assert welcomed.anna.hears() == [
        "Your note for this morning.\n\n1. «Walk»\n2. «Swim»\n\nTap one to answer it.\n\n"
        "This comes late. I'm sorry."
    ]
