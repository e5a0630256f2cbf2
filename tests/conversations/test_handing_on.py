"""What waited for somebody who leaves: cases, urgent messages, notes. None is lost, none is learned of."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.records import danger_alerts, people
from bot.records.cases import CaseState
from bot.staff_changes import Leaving, leave, why_not_leave
from tests.clock import melbourne
from tests.conversations.assigned import SESSION, TASK, remind
from tests.conversations.colleagues import (
    NOT_CONNECTED,
    adler_joins,
    bob_joins,
    leaves,
    open_colleague,
)
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    LINDQVIST,
    OKAFOR,
    WORDS,
    alert,
    case_of,
    hear,
    send,
    take,
)
from tests.practice import Cast, Someone


@pytest.fixture
def staffed(welcomed: Cast) -> Cast:
    """Dr Adler is a psychologist too."""
    adler_joins(welcomed)
    return welcomed


@pytest.fixture
def bob(staffed: Cast) -> Someone:
    """A second manager."""
    return bob_joins(staffed)


# --- cases


def test_a_case_goes_to_whom_the_client_allowed(staffed: Cast) -> None:
    alert(staffed, by=IF_AWAY)
    bob = bob_joins(staffed)
    hear(staffed)
    leaves(bob, "Maria Santos")
    assert staffed.lindqvist.hears() == [ALERT]
    assert "Maria can't look after it now. I'm sorry." in staffed.anna.hears()[-1]
    staffed.anna.sees("As you allowed, I've asked Dr Lindqvist now.")
    staffed.lindqvist.taps("Open")
    staffed.lindqvist.taps("I'll take it")
    case = case_of(staffed.practice)
    assert (case.taken_by, case.about_id) == (staffed.lindqvist_row.id, staffed.okafor_row.id)
    assert not any("C-1001" in text for text in bob.hears())


def test_a_case_that_was_taken_with_nobody_else_named_asks_the_client(
    staffed: Cast, bob: Someone
) -> None:
    take(staffed)
    leaves(bob, "Maria Santos")
    assert case_of(staffed.practice).state is CaseState.WAITING
    staffed.anna.sees("Maria can't look after it now. I'm sorry.")
    staffed.anna.taps("Let Bob read it")
    bob.sees("Something for you.")


def test_a_leaver_without_a_case_looks_the_same_to_the_manager(staffed: Cast, bob: Someone) -> None:
    def sees_of_leaving() -> list[str]:
        bob.hears()
        open_colleague(bob, "Maria Santos")
        bob.taps("Leaves")
        return bob.hears()

    without = sees_of_leaving()
    take(staffed)
    assert sees_of_leaving() == without


def test_within_the_minute_after_sending_it_goes_to_nobody_who_has_left(
    staffed: Cast, bob: Someone
) -> None:
    send(staffed, to=LINDQVIST)
    leaves(bob, "Dr Lindqvist")
    staffed.practice.wait(minutes=2)
    staffed.anna.sees("Dr Lindqvist can't look after it now. I'm sorry.")
    assert not any("Something for you" in text for text in staffed.lindqvist.hears())


def test_a_draft_to_a_leaver_isn_t_sent_and_the_client_reads_why(
    staffed: Cast, bob: Someone
) -> None:
    staffed.anna.taps("Something isn't right")
    staffed.anna.taps(LINDQVIST)
    staffed.anna.types("She looks at the clock.")
    staffed.anna.taps("That's all")
    leaves(bob, "Dr Lindqvist")
    staffed.anna.taps("Send")
    staffed.anna.sees("Dr Lindqvist can't be reached here now, so it wasn't sent.")


def test_the_subject_of_a_case_leaves_and_it_goes_on(staffed: Cast) -> None:
    alert(staffed, by=IF_AWAY)
    hear(staffed)
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    assert case_of(staffed.practice).about_id == staffed.okafor_row.id
    staffed.practice.wait_until(melbourne("2026-12-02 15:10"))
    staffed.lindqvist.sees("Something for you.")
    staffed.maria.taps("Cases")
    staffed.maria.taps("Open C-1001")
    staffed.maria.sees("about Dr Okafor")


def test_a_case_sent_to_the_psychologist_who_leaves_asks_the_client(staffed: Cast) -> None:
    alert(staffed, to=OKAFOR)
    hear(staffed)
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    staffed.anna.sees("Dr Okafor can't look after it now. I'm sorry.")
    assert not any(
        "C-1001" in text or "Something for you" in text for text in staffed.maria.hears()
    )


# --- urgent messages


def test_an_alert_that_a_leaver_opened_is_asked_of_the_others(staffed: Cast, bob: Someone) -> None:
    staffed.anna.types("i want to die")
    staffed.maria.taps("Open")
    hear(staffed)
    bob.hears()
    leaves(bob, "Maria Santos")
    for other in (staffed.lindqvist, bob):
        other.sees("An urgent message is still open.")
    staffed.lindqvist.taps("Open")
    staffed.lindqvist.sees("Maria Santos opened it first.")
    staffed.lindqvist.taps("Dealt with")
    staffed.lindqvist.types("talked on the phone")
    assert the_alert_is_closed(staffed)


def the_alert_is_closed(cast: Cast) -> bool:
    with cast.practice.look() as db:
        return not danger_alerts.waiting(db)


def test_an_alert_nobody_opened_rings_for_the_others_when_who_was_on_duty_leaves(
    welcomed_with: Callable[..., Cast],
) -> None:
    cast = welcomed_with(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    cast.anna.types("i want to die")
    assert cast.lindqvist.hears() == ["Urgent. Please open now."]
    assert cast.maria.hears() == []
    leaves(cast.maria, "Dr Lindqvist")
    cast.maria.sees("Urgent, and nobody has opened it. Please open now.")
    cast.practice.wait(minutes=30)
    assert not any("Urgent" in text for text in cast.lindqvist.hears())


# --- what a client wanted to show


def test_what_a_client_wanted_to_show_is_read_by_nobody_and_they_hear_so(staffed: Cast) -> None:
    remind(staffed)
    staffed.anna.taps("Done", bubble=staffed.anna.sees("Your note for this evening."))
    staffed.anna.taps("Yes, before we meet")
    hear(staffed)
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    staffed.practice.wait_until(SESSION - timedelta(hours=1))
    news = [text for text in staffed.anna.hears() if text.startswith("There's news for you.")]
    assert news == [
        "There's news for you.\n\nDr Okafor can't read any more what you wanted to show. "
        "Nobody else reads it. If you like, say it at your next time."
    ]
    adler = staffed.practice.account("Dr Adler")
    assert not any("Something to read" in text for text in adler.hears())
    for someone in (adler, staffed.okafor):
        someone.presses_data("1:homework_notes:look:1")
        someone.sees_nothing_of(TASK)


def test_what_was_read_already_is_no_news(staffed: Cast) -> None:
    remind(staffed)
    staffed.anna.taps("Done", bubble=staffed.anna.sees("Your note for this evening."))
    staffed.anna.taps("Yes, before we meet")
    staffed.practice.wait_until(melbourne("2026-12-08 09:00"))
    staffed.okafor.taps("Open")
    hear(staffed)
    leaves(staffed.maria, "Dr Okafor", to="Dr Adler")
    assert staffed.anna.hears() == []


# --- from the command line


def test_a_command_hands_on_what_waits_as_soon_as_the_program_looks(staffed: Cast) -> None:
    alert(staffed, by=IF_AWAY)
    bob_joins(staffed)
    hear(staffed)
    practice = staffed.practice
    with practice.database.transaction() as db:
        leaving = Leaving(people.get(db, staffed.maria_row.id))
        settings = practice.settings.practice()
        assert why_not_leave(db, leaving, settings) == ""
        leave(db, leaving, settings, practice.hand.now())
    practice.settle()
    assert staffed.maria.hears()[-1].startswith(NOT_CONNECTED)
    staffed.anna.sees("As you allowed, I've asked Dr Lindqvist now.")


# --- what stands in the chat


def test_an_opened_case_goes_from_the_leaver_s_chat_all_the_same(
    staffed: Cast, bob: Someone
) -> None:
    take(staffed)
    staffed.maria.taps("Cases")
    staffed.maria.taps("Open C-1001")
    staffed.maria.sees(WORDS)
    leaves(bob, "Maria Santos")
    staffed.practice.wait(minutes=11)
    staffed.maria.sees_nothing_of(WORDS)


def test_what_was_open_in_their_chat_goes_at_once(welcomed: Cast) -> None:
    alert(welcomed, to=LINDQVIST)
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.sees(WORDS)
    leaves(welcomed.maria, "Dr Lindqvist")
    welcomed.lindqvist.sees_nothing_of(WORDS)
