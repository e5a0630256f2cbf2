"""What helps a working relationship: five cards at any time, and offered once, to whom it suits."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.records.outbox import OutboxRow
from bot.records.people import Telephone
from bot.records.relationship_offers import RelationshipOffer
from bot.records.therapy_sessions import Attendance, TherapySession
from tests.clock import melbourne
from tests.conversations.concerns import close, take
from tests.practice import Cast, Someone

FIRST, SECOND, THIRD = (melbourne(f"2026-12-{day} 11:00") for day in ("01", "08", "15"))
DAY_AFTER = melbourne("2026-12-16 14:50")
OFFER = (
    "Something short to read, if you like.\n\n"
    "Five cards on what helps two people work well together. I tell nobody whether you look."
)
DAY = timedelta(days=1)
WORKING, OPEN, BETWEEN, NEED, GOES = (
    "1 of 5. Working well together",
    "2 of 5. Being open",
    "3 of 5. Between your times",
    "4 of 5. What you need",
    "5 of 5. Saying how it goes",
)


def have_three(cast: Cast, until: datetime = DAY_AFTER, *, answered: int | None = None) -> None:
    for starts_at in (FIRST, SECOND, THIRD):
        cast.practice.book(cast.anna_row, starts_at)
        cast.practice.wait_until(starts_at + timedelta(hours=3, minutes=50))
        if answered is not None:
            for label in ("Start", *[str(answered)] * 4):
                cast.anna.taps(label)
    cast.practice.wait_until(until)


def offers(someone: Someone) -> int:
    return sum("Something short to read" in bubble.text for bubble in someone.account.screen)


def offer_row(cast: Cast) -> RelationshipOffer | None:
    with cast.practice.look() as db:
        return db.exec(select(RelationshipOffer)).first()


# --- five cards


def test_five_cards_in_one_message_forth_and_back(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.types("/relationship")
    count = len(anna.account.screen)
    for head in (WORKING, OPEN, BETWEEN, NEED):
        assert anna.last.splitlines()[0] == head
        anna.taps("Next")
    assert anna.last.splitlines()[0] == GOES and "Next" not in anna.labels
    for head in (NEED, BETWEEN, OPEN, WORKING):
        anna.taps("Back")
        assert anna.last.splitlines()[0] == head
    assert "Back" not in anna.labels
    assert len(anna.account.screen) == count


def test_each_card_is_new_with_plain_messages(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        db.merge(welcomed.anna_row).plain_messages = True
    welcomed.anna.types("/relationship")
    count = len(welcomed.anna.account.screen)
    welcomed.anna.taps("Next")
    assert welcomed.anna.last.startswith(OPEN)
    assert len(welcomed.anna.account.screen) == count + 1


def test_each_card_is_short_and_names_where_it_is_from(welcomed: Cast) -> None:
    welcomed.anna.types("/relationship")
    for number in range(5):
        text = welcomed.anna.last
        assert len(text) < 500 and "!" not in text
        assert text.splitlines()[-1].startswith("From: ")
        if number < 4:
            welcomed.anna.taps("Next")


def test_who_is_treated_badly_reads_first_that_it_is_not_theirs_to_fix(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.types("/relationship")
    assert anna.last.split("\n\n")[1].startswith("First: if somebody treats you badly")
    anna.taps("Something isn't right")
    anna.sees("You're allowed to say this.")


@pytest.mark.parametrize(
    ("card", "label", "leads_to"),
    [
        (2, "Something I want to talk about", "Something I want to talk about."),
        (2, "A topic I'm not ready to discuss yet", "A topic I'm not ready to discuss yet."),
        (3, "My homework", "Nothing is open for you here."),
        (4, "What I need or expect", "What I need or expect."),
        (4, "Something isn't right", "You're allowed to say this."),
        (5, "Feedback on how we work", "Feedback on how we work."),
        (5, "Something isn't right", "You're allowed to say this."),
        (5, "My times", "No times are booked for you here."),
    ],
)
def test_each_button_leads_to_what_it_says(
    welcomed: Cast, card: int, label: str, leads_to: str
) -> None:
    welcomed.anna.presses_data(f"1:relationship:card:{card}")
    welcomed.anna.taps(label)
    assert leads_to in welcomed.anna.last


def test_another_time_is_offered_where_one_is_booked(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SECOND)
    welcomed.anna.presses_data("1:relationship:card:5")
    welcomed.anna.taps("Another time")
    assert "When could you come?" in welcomed.anna.last


@pytest.mark.parametrize("number", [0, 6, 99999])
def test_a_number_of_ones_own_making_shows_a_card(welcomed: Cast, number: int) -> None:
    welcomed.anna.presses_data(f"1:relationship:card:{number}")
    assert welcomed.anna.last.startswith(WORKING if number < 1 else GOES)


def test_staff_have_no_cards(welcomed: Cast) -> None:
    for someone in (welcomed.okafor, welcomed.maria, welcomed.lindqvist):
        someone.types("/relationship")
        someone.presses_data("1:relationship:card:1")
        someone.sees_nothing_of("Working well together")


def test_no_card_on_a_telephone_that_others_see(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        db.merge(welcomed.anna_row).telephone = Telephone.SHARED
    welcomed.anna.types("/relationship")
    welcomed.anna.sees_nothing_of("Working well together")
    assert "others can see" in welcomed.anna.last


# --- offered once


def test_on_the_day_after_the_third_session(questioned: Cast) -> None:
    have_three(questioned, DAY_AFTER - timedelta(minutes=1))
    assert offers(questioned.anna) == 0
    questioned.practice.wait_until(DAY_AFTER)
    assert questioned.anna.last == OFFER
    assert questioned.anna.labels == ["Show me", "No, thank you"]
    questioned.anna.taps("Show me")
    assert questioned.anna.last.startswith(WORKING)


def test_the_first_line_gives_nothing_away(questioned: Cast) -> None:
    have_three(questioned)
    first = questioned.anna.last.splitlines()[0].lower()
    for word in ("relationship", "therapy", "psychologist", "session", "riverside", "okafor"):
        assert word not in first


def test_it_counts_as_unasked(questioned: Cast) -> None:
    have_three(questioned)
    with questioned.practice.look() as db:
        row = offer_row(questioned)
        assert row is not None
        sent = db.exec(select(OutboxRow).where(OutboxRow.topic == row.topic)).one()
        assert sent.is_unasked


def test_no_is_final(questioned: Cast) -> None:
    have_three(questioned)
    questioned.anna.taps("No, thank you")
    questioned.anna.sees("I won't offer it again.")
    for week in range(1, 8):
        questioned.practice.book(questioned.anna_row, THIRD + week * 7 * DAY)
    questioned.practice.wait(days=60)
    assert offers(questioned.anna) == 1
    questioned.anna.types("/relationship")
    assert questioned.anna.last.startswith(WORKING)


def test_with_another_psychologist_it_is_not_offered_again(questioned: Cast) -> None:
    have_three(questioned)
    adler = questioned.practice.add_staff("Dr Adler")
    with questioned.practice.database.transaction() as db:
        db.merge(questioned.anna_row).psychologist_id = adler.id
    questioned.anna_row.psychologist_id = adler.id
    for week in (1, 2, 3):
        questioned.practice.book(questioned.anna_row, THIRD + week * 7 * DAY)
    questioned.practice.wait(days=40)
    assert offers(questioned.anna) == 1


def test_who_chose_just_reminders_is_offered_nothing(welcomed: Cast) -> None:
    have_three(welcomed, DAY_AFTER + 20 * DAY)
    assert offers(welcomed.anna) == 0


def test_a_session_that_did_not_take_place_is_no_third(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    with questioned.practice.database.transaction() as db:
        row = db.exec(select(TherapySession).where(TherapySession.starts_at == FIRST)).one()
        row.attendance = Attendance.MISSED
    questioned.practice.wait_until(DAY_AFTER)
    assert offers(questioned.anna) == 0 and offer_row(questioned) is None
    questioned.practice.book(questioned.anna_row, THIRD + 7 * DAY)
    questioned.practice.wait_until(DAY_AFTER + 7 * DAY)
    assert offers(questioned.anna) == 1


@pytest.mark.parametrize("way", ["stopped", "shared"])
def test_not_to_who_stopped_or_whose_telephone_others_see(questioned: Cast, way: str) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    with questioned.practice.database.transaction() as db:
        anna = db.merge(questioned.anna_row)
        if way == "stopped":
            anna.stopped_at = questioned.practice.hand.now()
        else:
            anna.telephone = Telephone.SHARED
    questioned.practice.wait_until(DAY_AFTER + 20 * DAY)
    assert offers(questioned.anna) == 0


def test_after_a_short_pause_it_comes_and_after_a_long_one_not(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    with questioned.practice.database.transaction() as db:
        db.merge(questioned.anna_row).paused_until = DAY_AFTER + 3 * DAY
    questioned.practice.wait_until(DAY_AFTER + 2 * DAY)
    assert offers(questioned.anna) == 0
    questioned.practice.wait_until(DAY_AFTER + 4 * DAY)
    assert offers(questioned.anna) == 1


def test_after_a_pause_of_two_weeks_it_has_lapsed(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    with questioned.practice.database.transaction() as db:
        db.merge(questioned.anna_row).paused_until = DAY_AFTER + 14 * DAY
    questioned.practice.wait_until(DAY_AFTER + 30 * DAY)
    assert offers(questioned.anna) == 0


def test_after_low_answers_nobody_is_told_what_they_could_do(questioned: Cast) -> None:
    have_three(questioned, DAY_AFTER + 20 * DAY, answered=3)
    assert offers(questioned.anna) == 0


def test_after_fine_answers_it_comes(questioned: Cast) -> None:
    have_three(questioned, answered=9)
    assert offers(questioned.anna) == 1


def test_it_waits_while_something_that_is_not_right_is_open(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    take(questioned)
    questioned.practice.wait_until(DAY_AFTER + DAY)
    assert offers(questioned.anna) == 0
    close(questioned)
    questioned.practice.wait_until(DAY_AFTER + 3 * DAY)
    assert offers(questioned.anna) == 1


def test_it_waits_while_somebody_sees_to_danger(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    questioned.anna.types("I want to kill myself")
    questioned.practice.wait_until(DAY_AFTER + 20 * DAY)
    assert offers(questioned.anna) == 0


def test_late_by_an_outage_it_comes_within_its_week_and_says_so(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    questioned.practice.hand.wait_until(DAY_AFTER + 2 * DAY)
    questioned.practice.settle()
    assert (
        questioned.anna.sees("Something short to read").text
        == f"{OFFER}\n\nThis comes late. I'm sorry."
    )


def test_an_outage_of_more_than_its_week_leaves_it_out(questioned: Cast) -> None:
    have_three(questioned, THIRD + timedelta(hours=4))
    questioned.practice.hand.wait_until(DAY_AFTER + 8 * DAY)
    questioned.practice.settle()
    assert offers(questioned.anna) == 0
