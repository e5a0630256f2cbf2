"""What is said about who was told, who reads, and what was taken back is so."""

from bot.records.people import Role
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast

TUESDAY = melbourne("2026-12-08 11:00")


def asks_for_another_time(cast: Cast, wish: str = "friday") -> int:
    session_id = cast.practice.book(cast.anna_row, TUESDAY)
    cast.anna.taps("My times")
    cast.anna.taps("Another time")
    cast.anna.types(wish)
    return session_id


def test_a_manager_who_blocked_the_bot_is_not_said_to_be_asked(welcomed: Cast) -> None:
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    asks_for_another_time(welcomed)
    welcomed.anna.sees("I couldn't reach anybody at the practice here.")


def test_only_those_who_will_be_told_are_named(welcomed: Cast) -> None:
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-01 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it, something happened")
    welcomed.anna.types("a note")
    welcomed.anna.sees("Dr Okafor will be told in 3 minutes")
    welcomed.anna.sees("Nobody gets your note here.")


def test_with_two_managers_both_are_named_and_an_answer_goes_to_who_wrote(welcomed: Cast) -> None:
    bob_row = welcomed.practice.add_staff("Bob Hill", Role.MANAGER)
    bob = welcomed.practice.join(bob_row, "Bob")
    asks_for_another_time(welcomed)
    welcomed.anna.sees("I'm asking Maria and Bob: «friday».")
    welcomed.practice.wait(minutes=3)
    bob.taps("Write to Anna B.")
    bob.types("Friday is fine.")
    welcomed.maria.hears()
    welcomed.anna.taps("Write back to Bob")
    welcomed.anna.sees("Write it here. It goes to Bob.")
    welcomed.anna.types("thank you")
    bob.sees("«thank you»")
    assert welcomed.maria.hears() == []


def test_staffs_words_are_not_sent_to_a_telephone_that_others_see(cast: Cast) -> None:
    cast.practice.book(cast.anna_row, TUESDAY)
    for label in ("Others can see it", "Only day and time", "That's fine", "My times"):
        cast.anna.taps(label)
    cast.anna.taps("Another time")
    cast.anna.types("friday")
    cast.practice.wait(minutes=3)
    cast.anna.hears()
    cast.maria.taps("Write to Anna B.")
    cast.maria.types("About your therapy")
    cast.maria.sees("Anna Brown can't be written to here. Please phone.")
    assert cast.anna.hears() == []


def test_on_a_shared_telephone_also_the_first_message_goes_after_a_day(cast: Cast) -> None:
    cast.anna.taps("Others can see it")
    cast.anna.sees("reminder helper of Riverside")
    cast.practice.wait(days=1)
    cast.anna.sees_nothing_of("reminder helper of Riverside")


def test_a_line_that_is_on_its_way_survives_the_clients_cancellation(welcomed: Cast) -> None:
    session_id = asks_for_another_time(welcomed)
    welcomed.practice.wait(minutes=3)
    welcomed.maria.taps("Write to Anna B.")
    welcomed.practice.telegram.faults.fail(
        "server_error", method="sendMessage", chat_id=welcomed.anna.account.id
    )
    welcomed.maria.types("Friday 4 pm is yours.")
    welcomed.anna.presses_data(f"1:sessions:cancel:{session_id}")
    welcomed.practice.wait(minutes=1)
    welcomed.anna.sees("«Friday 4 pm is yours.»")


def test_saying_yes_twice_changes_nothing_and_promises_no_undo(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    welcomed.practice.wait(minutes=10)
    welcomed.anna.taps("I'll be there")
    welcomed.anna.sees("Good, that's what I have.")
    assert welcomed.anna.labels == []


def test_an_undo_of_what_no_longer_stands_says_so(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    coming = welcomed.anna.sees("Good. See you on Tuesday 8 December")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it")
    welcomed.practice.wait(minutes=10)
    welcomed.anna.taps("Undo", bubble=coming)
    assert welcomed.anna.last.startswith("There is nothing to take back.")


def test_a_reminder_that_is_late_after_an_outage_waits_for_the_morning(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 11:00"))
    welcomed.practice.hand.wait_until(melbourne("2026-12-02 03:00"))
    welcomed.practice.settle()
    assert welcomed.anna.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 08:00"))
    assert welcomed.anna.hears() == [
        "Today, Wednesday 2 December, 11:00 am. Room 2.\nThis comes late. I'm sorry."
    ]


def test_a_stranger_on_a_new_link_of_a_known_client_can_say_that_it_isnt_them(
    welcomed: Cast,
) -> None:
    wrong = welcomed.practice.join(welcomed.anna_row, "Wrong person")
    wrong.taps("I'm not Anna")
    wrong.sees("I've forgotten this chat")
    wrong.types("My times")
    wrong.sees("I don't know this chat")


def test_a_stopped_client_on_a_new_telephone_is_told_that_messages_are_back(
    welcomed: Cast,
) -> None:
    welcomed.anna.types("STOP")
    new = welcomed.practice.join(welcomed.anna_row, "Anna's new telephone")
    new.taps("Yes, it's just me")
    new.sees("I'm back. I'll remind you of your times again.")


def test_what_waits_for_staff_goes_to_their_new_telephone(welcomed: Cast) -> None:
    asks_for_another_time(welcomed)
    new = welcomed.practice.join(welcomed.maria_row, "Maria's new telephone")
    welcomed.practice.wait(minutes=3)
    new.sees("«friday»")
    welcomed.maria.sees_nothing_of("«friday»")
    welcomed.maria.sees("This chat is no longer connected")


def test_an_own_link_opened_where_one_is_connected_is_used_up(welcomed: Cast) -> None:
    code = welcomed.practice.invite(welcomed.anna_row)
    welcomed.anna.types(f"/start {code}")
    thief = welcomed.practice.account("Somebody")
    thief.types(f"/start {code}")
    thief.sees("This invitation doesn't work.")


def test_a_danger_alert_that_reached_nobody_is_corrected(welcomed: Cast) -> None:
    for staff in (welcomed.maria, welcomed.lindqvist):
        staff.account.deletes_account()
    welcomed.anna.types("i want to die")
    welcomed.anna.sees("What you wrote did not reach anybody at the practice.")


def test_a_flood_of_danger_rings_once_and_is_all_there_to_read(welcomed: Cast) -> None:
    for number in range(4):
        welcomed.anna.types(f"i want to die {number}")
        assert welcomed.anna.hears()[0].startswith("Please call 000 now")
        welcomed.practice.wait(seconds=20)
    assert welcomed.maria.hears() == ["Urgent. Please open now."]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("i want to die 0\ni want to die 1\ni want to die 2\ni want to die 3")
    welcomed.practice.wait(minutes=10)
    welcomed.maria.hears()
    welcomed.anna.types("i want to die")
    assert welcomed.maria.hears() == ["Urgent. Please open now."]


def test_stop_and_start_before_anybody_knew_tells_the_office_nothing(welcomed: Cast) -> None:
    welcomed.anna.types("STOP")
    welcomed.anna.types("START")
    welcomed.practice.wait(minutes=10)
    assert welcomed.maria.hears() == []


def test_asking_back_a_session_that_stands_says_that_it_does(welcomed: Cast) -> None:
    session_id = welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.presses_data(f"1:other_time:ask_back:{session_id}")
    welcomed.anna.sees("Tuesday 8 December, 11:00 am is booked.")
    with welcomed.practice.look() as db:
        assert db.get(TherapySession, session_id) is not None


def test_a_senior_psychologist_alone_is_offered_nothing_that_is_refused(welcomed: Cast) -> None:
    welcomed.lindqvist.types("/help")
    welcomed.lindqvist.sees("Here you get urgent messages, and what a client sends to you.")
    assert welcomed.lindqvist.account.keyboard == ["Cases"]
