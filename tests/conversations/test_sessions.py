"""The reminder and its answers: coming, not coming, another time, and taking it back."""

import pytest

from bot.records.people import Role
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import Cast, Practice

TUESDAY = melbourne("2026-12-08 11:00")
REMINDER = "Tomorrow, Tuesday 8 December, 11:00 am. Room 2."


@pytest.fixture
def reminded(welcomed: Cast) -> Cast:
    """Anna has just been reminded of a session tomorrow."""
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-07 11:00"))
    welcomed.anna.sees(REMINDER)
    return welcomed


def session_of(cast: Cast) -> TherapySession:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row


def test_the_first_line_says_nothing_about_therapy_or_the_practice(reminded: Cast) -> None:
    first_line = reminded.anna.sees(REMINDER).text.splitlines()[0].lower()
    assert not {"therapy", "psychologist", "riverside", "okafor"} & set(first_line.split())


@pytest.mark.parametrize("typed", ["I'll be there", "i’ll be there", "1", "yes", "Yes."])
def test_the_answer_can_be_typed(reminded: Cast, typed: str) -> None:
    reminded.anna.types(typed)
    reminded.anna.sees("Good. See you on Tuesday 8 December, 11:00 am.")
    assert session_of(reminded).answer is Answer.COMING


def test_a_typed_answer_belongs_to_the_reminder_that_it_replies_to(reminded: Cast) -> None:
    reminder = reminded.anna.sees(REMINDER)
    reminded.anna.taps("Settings")
    reminded.anna.types("2", reply_to=reminder)
    reminded.anna.sees("It's not cancelled yet: Tuesday 8 December, 11:00 am.")


def test_a_typed_change_of_mind_still_finds_the_reminder(reminded: Cast) -> None:
    reminded.anna.types("yes")
    reminded.anna.types("can't come")
    reminded.anna.sees("It's not cancelled yet: Tuesday 8 December, 11:00 am.")


def test_a_confirmed_session_gets_no_further_nudge(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-05 11:00"))
    welcomed.anna.taps("I'll be there")
    welcomed.anna.hears()
    welcomed.practice.wait_until(TUESDAY)
    assert welcomed.anna.hears() == []


def test_nobody_is_told_before_three_minutes_and_undo_keeps_it_so(reminded: Cast) -> None:
    reminded.anna.taps("I'll be there")
    reminded.practice.wait(minutes=2)
    reminded.anna.taps("Undo")
    reminded.anna.sees(
        "Taken back, and nobody hears of it. Tuesday 8 December, 11:00 am is booked."
    )
    reminded.practice.wait(minutes=5)
    reminded.maria.sees_nothing_of("Anna B.")
    assert session_of(reminded).answer is Answer.NONE


def test_a_change_of_mind_within_three_minutes_is_one_message_to_staff(reminded: Cast) -> None:
    reminded.anna.taps("I'll be there")
    reminded.anna.taps("I can't come")
    reminded.anna.taps("Cancel it")
    reminded.practice.wait(minutes=5)
    assert reminded.okafor.hears() == ["Anna B. isn't coming: Tuesday 8 December, 11:00 am."]


def test_a_late_cancellation_shows_the_practices_rule_before_it_counts(reminded: Cast) -> None:
    reminded.anna.taps("I can't come")
    reminded.anna.sees("the practice says: «We charge half the fee then.»")
    assert session_of(reminded).state is SessionState.BOOKED
    reminded.anna.taps("Keep it")
    reminded.anna.sees("It stays: Tuesday 8 December, 11:00 am.")
    reminded.practice.wait(minutes=5)
    assert reminded.maria.hears() == []


def test_an_early_cancellation_says_nothing_of_the_rule(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.sees_nothing_of("half the fee")
    assert "Cancel it, something happened" not in welcomed.anna.labels


def test_something_happened_goes_to_the_office_and_not_to_the_psychologist(reminded: Cast) -> None:
    reminded.anna.taps("I can't come")
    reminded.anna.taps("Cancel it, something happened")
    reminded.anna.sees("A few words are enough, or skip it. Maria reads them.")
    reminded.anna.types("my little one is sick")
    reminded.anna.sees("Your note goes to Maria.")
    reminded.practice.wait(minutes=3)
    reminded.maria.sees("Their note: «my little one is sick»")
    reminded.okafor.sees("Anna B. isn't coming: Tuesday 8 December, 11:00 am.")
    reminded.okafor.sees_nothing_of("sick")


def test_skip_can_be_typed_and_cancels_without_a_note(reminded: Cast) -> None:
    reminded.anna.taps("I can't come")
    reminded.anna.taps("Cancel it, something happened")
    reminded.anna.types("skip")
    reminded.anna.sees("Cancelled: Tuesday 8 December, 11:00 am.")
    assert session_of(reminded).note is None


def test_undo_after_a_cancellation_books_it_again_and_reminds_again(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it")
    welcomed.anna.taps("Undo")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-05 11:00"))
    assert welcomed.anna.hears() == ["Tuesday 8 December, 11:00 am. Room 2."]
    welcomed.maria.sees_nothing_of("isn't coming")


def test_undo_after_three_minutes_is_told_honestly_and_asks_the_office(reminded: Cast) -> None:
    reminded.anna.taps("I can't come")
    reminded.anna.taps("Cancel it")
    reminded.practice.wait(minutes=4)
    reminded.anna.taps("Undo")
    reminded.anna.sees("the time may be gone. Shall I ask Maria?")
    assert session_of(reminded).state is SessionState.CANCELLED
    reminded.anna.taps("Yes, ask")
    reminded.practice.wait(minutes=3)
    reminded.maria.sees("Anna B. cancelled Tuesday 8 December, 11:00 am and would like it back.")


def test_a_cancelled_session_is_not_reminded_of(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it")
    welcomed.anna.hears()
    welcomed.practice.wait_until(TUESDAY)
    assert welcomed.anna.hears() == []


def test_another_time_is_asked_of_the_office_and_the_answer_comes_back(reminded: Cast) -> None:
    reminded.anna.taps("Another time")
    reminded.anna.types("thursday after 3 {really}")
    reminded.anna.sees("I'm asking Maria: «thursday after 3 {really}». Nothing is booked until")
    reminded.anna.sees("Until then Tuesday 8 December, 11:00 am stays yours.")
    reminded.practice.wait(minutes=3)
    reminded.maria.sees("«thursday after 3 {really}»")
    reminded.okafor.sees("Anna B. has asked the office for another time")
    reminded.okafor.sees_nothing_of("thursday")
    reminded.maria.taps("Write to Anna B.")
    reminded.maria.types("Thursday 4 pm is yours.")
    reminded.anna.sees(
        "There's an answer for you.\n\nFrom Maria Santos:\n«Thursday 4 pm is yours.»"
    )
    reminded.anna.taps("Write back to Maria")
    reminded.anna.types("thank you")
    reminded.maria.sees("Anna B. writes, about Tuesday 8 December, 11:00 am: «thank you»")


def test_a_wish_can_be_tapped_and_taken_back(reminded: Cast) -> None:
    reminded.anna.taps("Another time")
    reminded.anna.taps("Mornings")
    reminded.anna.sees("I'm asking Maria: «mornings».")
    reminded.anna.taps("Undo")
    reminded.anna.sees("Taken back. I won't pass it on.")
    reminded.practice.wait(minutes=5)
    assert reminded.maria.hears() == []


def test_taking_a_wish_back_leaves_the_cancellation_before_it(reminded: Cast) -> None:
    reminded.anna.taps("I can't come")
    reminded.anna.taps("Cancel it")
    reminded.anna.taps("Yes, find one")
    reminded.anna.taps("Evenings")
    reminded.anna.taps("Undo")
    reminded.practice.wait(minutes=5)
    assert session_of(reminded).state is SessionState.CANCELLED
    assert reminded.maria.hears() == ["Anna B. isn't coming: Tuesday 8 December, 11:00 am."]


def test_buttons_of_any_age_get_an_answer(reminded: Cast) -> None:
    reminder = reminded.anna.sees(REMINDER)
    reminded.practice.wait_until(melbourne("2027-01-20 10:00"))
    for label, answer in {
        "I'll be there": "That time has begun or is over.",
        "I can't come": "That time has begun or is over.",
        "Another time": "When could you come?",
    }.items():
        reminded.anna.hears()
        reminded.anna.taps(label, bubble=reminder)
        assert answer in reminded.anna.hears()[0]


def test_ben_cannot_answer_or_find_annas_session(reminded: Cast) -> None:
    for tap in ("sessions:coming", "sessions:cancel", "sessions:cant_come", "other_time:ask"):
        reminded.ben.presses_data(f"1:{tap}:{reminded.session_id}")
        assert reminded.ben.hears()[-1].startswith("I can't find that time.")
        reminded.ben.presses_data(f"1:{tap}:999999")
        assert reminded.ben.hears()[-1].startswith("I can't find that time.")
    assert session_of(reminded).answer is Answer.NONE
    assert session_of(reminded).state is SessionState.BOOKED


def test_a_psychologist_cannot_answer_for_a_client_or_write_as_the_office(reminded: Cast) -> None:
    reminded.okafor.presses_data(f"1:sessions:coming:{reminded.session_id}")
    reminded.okafor.presses_data(f"1:other_time:write:{reminded.session_id}")
    assert reminded.okafor.hears()[-1] == "I can't find that time any more."
    assert session_of(reminded).answer is Answer.NONE


def test_reminders_keep_out_of_quiet_hours(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 07:30"))
    welcomed.practice.wait_until(melbourne("2026-12-05 07:59"))
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-05 08:00"))
    assert welcomed.anna.hears() == ["Tuesday 8 December, 7:30 am. Room 2."]


def test_a_booking_on_short_notice_is_told_of_once_after_the_undo_delay(welcomed: Cast) -> None:
    today = melbourne("2026-11-30 16:00")
    welcomed.practice.book(welcomed.anna_row, today, is_known=False)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == []
    welcomed.practice.wait(minutes=1)
    assert welcomed.anna.hears() == ["New time: Monday 30 November, 4:00 pm. Room 2."]
    welcomed.practice.wait(hours=8)
    assert welcomed.anna.hears() == []


def test_a_practice_where_nobody_is_connected_says_so_and_alarms_the_operator(
    sqlite_url: str, open_practice: Opener
) -> None:
    practice: Practice = open_practice(sqlite_url, operator_chat=None)
    okafor = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
    client = practice.add_client("Anna Brown", okafor)
    practice.book(client, TUESDAY)
    anna = practice.join(client, "Anna")
    for label in ("Yes, it's just me", "Just reminders", "That's fine", "My times"):
        anna.taps(label)
    anna.taps("Another time")
    anna.taps("Mornings")
    anna.sees("I couldn't reach anybody at the practice here. Please phone Riverside")


def test_my_times_shows_what_is_booked_and_what_was_answered(welcomed: Cast) -> None:
    welcomed.anna.taps("My times")
    welcomed.anna.sees(
        "No times are booked for you here. To book one, phone Riverside (03 9000 0000)."
    )
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-15 11:00"))
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-09 09:00"))
    welcomed.anna.types("/times")
    welcomed.anna.taps("I'll be there")
    welcomed.anna.taps("My times")
    assert welcomed.anna.last == (
        "Your next times:\n- Tuesday 8 December, 11:00 am. You said you'll be there.\n"
        "- Tuesday 15 December, 11:00 am."
    )


def test_staff_see_the_day_and_the_week_each_their_own(reminded: Cast) -> None:
    other = reminded.practice.add_staff("Dr Young", Role.PSYCHOLOGIST)
    young = reminded.practice.join(other, "Dr Young")
    reminded.anna.taps("I'll be there")
    reminded.maria.types("/week")
    assert reminded.maria.last == "Tuesday 8 December\n11:00 am · Anna B. · is coming · Dr Okafor"
    reminded.okafor.taps("This week")
    assert reminded.okafor.last == "Tuesday 8 December\n11:00 am · Anna B. · is coming"
    young.taps("This week")
    young.sees("No sessions in the next 7 days.")
    reminded.okafor.taps("Today")
    reminded.okafor.sees("No sessions today.")
    reminded.anna.types("/week")
    reminded.anna.sees("I don't know that command.")
