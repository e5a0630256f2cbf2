"""A manager reads what was and will be sent of a session: the truth, in plain words."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from sqlmodel import select

from bot.records import bookings, people, reminder_states
from bot.records.bookings import Booking
from bot.records.outbox import OutboxKind, OutboxRow
from bot.records.reminder_states import NOTICES, REMINDERS, Reminder, ReminderState
from bot.records.therapy_sessions import SessionState, TherapySession
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.practice import Cast

TUESDAY = melbourne("2026-12-08 11:00")
STANDING = "Anna Brown\nConnected since Monday 30 November."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    return welcomed


def log_of(cast: Cast) -> str:
    cast.maria.presses_data(f"1:client_page:open:{cast.anna_row.id}")
    cast.maria.taps("Reminders")
    return cast.maria.last


def test_what_is_planned_and_what_was_sent(booked: Cast) -> None:
    assert log_of(booked) == (
        f"{STANDING}\n\n"
        "Next session: Tuesday 8 December, 11:00 am.\n"
        "Reminder: planned for Saturday 5 December, 11:00 am.\n"
        "Reminder: planned for Monday 7 December, 11:00 am."
    )
    assert booked.maria.account.screen[-1].protected
    booked.practice.wait_until(melbourne("2026-12-05 12:00"))
    assert "Reminder: sent Saturday 5 December, 11:00 am. Not answered yet." in log_of(booked)
    booked.anna.taps("I'll be there")
    said = log_of(booked)
    assert "Reminder: sent Saturday 5 December, 11:00 am, and answered." in said
    assert (
        "Reminder: planned for Monday 7 December, 11:00 am, but won't be sent. The client has said they're coming."
        in said
    )
    assert said.endswith("Answered Saturday 5 December, 12:00 pm: is coming.")


def test_what_did_not_arrive_says_why(booked: Cast) -> None:
    booked.anna.account.blocks_bot()
    booked.practice.settle()
    assert (
        "Reminder: planned for Saturday 5 December, 11:00 am, but won't arrive. The bot was blocked, or the account "
        "is gone." in log_of(booked)
    )


def test_the_last_session_is_shown_as_well(booked: Cast) -> None:
    booked.practice.wait_until(melbourne("2026-12-09 10:00"))
    said = log_of(booked)
    assert "Next session" not in said
    assert said.endswith(
        "Last session: Tuesday 8 December, 11:00 am.\n"
        "Reminder: sent Saturday 5 December, 11:00 am.\n"
        "Reminder: sent Monday 7 December, 11:00 am."
    )


def test_without_sessions_there_is_nothing_to_show(welcomed: Cast) -> None:
    assert log_of(welcomed) == f"{STANDING}\n\nNo session is booked."


def test_a_psychologist_reads_no_log(booked: Cast) -> None:
    booked.okafor.presses_data(f"1:reminder_log:open:{booked.anna_row.id}")
    booked.okafor.sees_nothing_of("Reminder:")


def test_a_session_of_which_nothing_arrived_is_not_called_unanswered(welcomed: Cast) -> None:
    """Ben's reminder arrived; Anna's didn't; Cleo has no chat; Dora's isn't due yet."""
    cleo = welcomed.practice.add_client("Cleo Young", welcomed.okafor_row)
    for row in (welcomed.anna_row, welcomed.ben_row, cleo):
        welcomed.practice.book(row, melbourne("2026-12-04 11:00"))
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-07 15:00"))
    welcomed.anna.account.deletes_account()
    welcomed.practice.wait_until(melbourne("2026-12-01 12:00"))
    welcomed.maria.types("/week")
    lines = welcomed.maria.last.splitlines()
    assert "11:00 am · Anna B. · not reached · Dr Okafor" in lines
    assert "11:00 am · Ben C. · no answer yet · Dr Okafor" in lines
    assert "11:00 am · Cleo Y. · not reached · Dr Okafor" in lines
    assert "3:00 pm · Ben C. · no answer yet · Dr Okafor" in lines


def test_whom_i_can_t_reach_is_listed_with_what_they_miss(booked: Cast) -> None:
    booked.anna.types("STOP")
    booked.maria.types("/unreachable")
    booked.maria.sees(
        "Anna B.: wants no messages since Monday 30 November. "
        "Next session: Tuesday 8 December, 11:00 am."
    )


def test_whoever_wants_no_notes_isn_t_promised_one(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 19:00"))
    welcomed.anna.types("/homework")
    welcomed.anna.sees("I'll ask about it on Wednesday 2 December at 7:00 pm.")
    welcomed.anna.presses_data("1:privacy:notes_off")
    welcomed.anna.types("/homework")
    assert "I'll ask about it" not in welcomed.anna.last


# --- whatever happens


def act(cast: Cast, choice: str, random: Random) -> None:
    """One thing that can happen to a session or its client."""
    practice, settings = cast.practice, cast.practice.settings.practice()
    now = practice.hand.now()
    match choice:
        case "book":
            practice.book(cast.anna_row, now + timedelta(hours=random.randint(1, 200)))
        case "wait":
            practice.wait(hours=random.choice([0.1, 5, 20, 50]))
        case "block":
            cast.anna.account.blocks_bot()
        case "unblock":
            cast.anna.account.unblocks_bot()
        case "answer":
            for label in ("My times", "I'll be there"):
                if cast.anna.account.screen and label in (*cast.anna.labels, "My times"):
                    cast.anna.taps(label)
        case "move" | "cancel":
            with practice.database.transaction() as db:
                chosen = select(TherapySession).where(
                    TherapySession.state == SessionState.BOOKED, TherapySession.starts_at > now
                )
                row = db.exec(chosen).first()
                if row is not None and choice == "cancel":
                    bookings.cancel(db, row, now)
                if row is not None and choice == "move":
                    to = Booking(now + timedelta(hours=random.randint(1, 200)), 50)
                    bookings.move(db, row, to, settings, now)
        case words:
            cast.anna.types(words)
    practice.settle()


ACTS = ["book", "wait", "wait", "block", "unblock", "answer", "move", "cancel", "STOP", "START"]


@pytest.mark.parametrize("seed", range(10))
def test_whatever_happens_each_reminder_has_one_state_and_none_is_lost(
    welcomed: Cast, seed: int
) -> None:
    random, practice = Random(seed), welcomed.practice
    for choice in ["book", *random.choices(ACTS, k=14)]:
        is_blocked = people_row(welcomed).unreachable_at is not None
        if is_blocked and choice in ("answer", "STOP", "START", "block"):
            continue
        if not is_blocked and choice == "unblock":
            continue
        act(welcomed, choice, random)
        now = practice.hand.now()
        with practice.look() as db:
            found: list[Reminder] = []
            for row in db.exec(select(TherapySession)):
                of_one = reminder_states.of_session(db, row, practice.settings.practice(), now)
                assert len({(each.at, each.is_notice, each.state) for each in of_one}) == len(
                    of_one
                )
                found += of_one
            said = [
                row
                for row in db.exec(select(OutboxRow).where(OutboxRow.kind == OutboxKind.MESSAGE))
                if (row.dedupe_key or "").startswith((REMINDERS, NOTICES))
                and row.person_id == welcomed.anna_row.id
            ]
        ids = [each.said_id for each in found if each.said_id is not None]
        assert set(ids) == {row.id for row in said}
        arrived = {each.said_id for each in found if each.state in ARRIVED}
        assert arrived == {row.id for row in said if row.message_id is not None}
        ends = {each.said_id for each in found if each.state in ENDS and each.said_id is not None}
        assert ends == {row.id for row in said if row.settled_at is not None} - arrived
        counts = Counter(each.state for each in found)
        assert sum(counts.values()) == len(found)
        assert counts[ReminderState.PLANNED] >= len(said) - len(arrived) - len(ends)


ARRIVED = {ReminderState.SENT, ReminderState.ANSWERED}
ENDS = {ReminderState.NOT_DELIVERED, ReminderState.WITHDRAWN, ReminderState.EXPIRED}


def people_row(cast: Cast) -> people.Person:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id)
