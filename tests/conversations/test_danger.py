"""Words of danger: help at once in whatever state, and the truth about who was told."""

import pytest

from bot.records.danger_alerts import DangerAlert
from tests.clock import melbourne
from tests.practice import Cast, Practice

WORDS = "i cant do this anymore i have the pills here"
NUMBERS = "Please call 000 now, or Lifeline, 13 11 14, to talk to somebody, day or night."


def test_numbers_come_first_each_whole_and_then_who_was_told(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    help_text = welcomed.anna.last
    assert help_text.startswith(NUMBERS)
    assert "You can text Lifeline: 0477 13 11 14." in help_text
    assert "I'm an automatic program" in help_text
    assert "passed on what you wrote to Maria Santos and Dr Lindqvist" in help_text
    assert "Nobody has opened it yet." in help_text


def test_the_alert_rings_without_a_word_and_opens_for_manager_and_senior_only(
    welcomed: Cast,
) -> None:
    welcomed.anna.types(WORDS)
    for staff in (welcomed.maria, welcomed.lindqvist):
        alert = staff.sees("Urgent. Please open now.")
        assert not alert.silent
        staff.sees_nothing_of("Anna")
    assert welcomed.okafor.hears() == []
    welcomed.okafor.presses_data("1:danger_alerts:look:1")
    welcomed.okafor.sees_nothing_of("pills")
    welcomed.ben.presses_data("1:danger_alerts:look:1")
    welcomed.ben.sees_nothing_of("pills")
    welcomed.maria.taps("Open")
    welcomed.maria.sees(f"From Anna Brown.\n«{WORDS}»")


def test_the_client_hears_who_opened_it_and_only_once(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.anna.hears()
    welcomed.lindqvist.taps("Open")
    welcomed.maria.taps("Open")
    assert welcomed.anna.hears() == ["Dr Lindqvist has opened what you wrote."]
    welcomed.maria.sees("Dr Lindqvist opened it first.")


def test_at_night_it_arrives_silently_says_so_and_rings_at_opening(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    welcomed.anna.types(WORDS)
    welcomed.anna.sees("It is 2:04 am. I've passed on what you wrote.")
    welcomed.anna.sees("Perhaps nobody at the practice sees it before Tuesday 1 December, 9:00 am,")
    welcomed.anna.sees("so please don't wait for them.")
    assert welcomed.maria.sees("Urgent. Please open now.").silent
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert welcomed.maria.hears() == ["Urgent. Please open now."]
    assert not welcomed.maria.sees("Urgent. Please open now.").silent


def test_what_was_opened_at_night_does_not_ring_in_the_morning(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    welcomed.lindqvist.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert welcomed.lindqvist.hears() == []


def test_only_staff_close_an_alert_and_that_the_client_is_safe_is_passed_on(
    welcomed: Cast,
) -> None:
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("I'm safe now")
    welcomed.anna.sees("I'm glad. I've passed that on.")
    welcomed.maria.sees("News on an urgent message: they say that they are safe now.")
    assert alert_of(welcomed.practice).cleared_at is None
    welcomed.anna.presses_data("1:danger_alerts:clear:1")
    assert alert_of(welcomed.practice).cleared_at is None
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    assert alert_of(welcomed.practice).cleared_at is None
    welcomed.maria.types("Talked at 10:20, with her sister now")
    welcomed.maria.sees("Closed, and your line is kept for the file.")
    assert alert_of(welcomed.practice).cleared_at is not None
    assert alert_of(welcomed.practice).note == "Talked at 10:20, with her sister now"
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.presses_data("1:danger_alerts:clear:1")
    welcomed.lindqvist.sees("Maria Santos has closed it already.")


def test_ben_cannot_say_that_anna_is_safe(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.maria.hears()
    welcomed.ben.presses_data("1:danger:safe_now:1")
    assert welcomed.maria.hears() == []


def test_a_risk_statement_in_the_middle_of_a_step_is_answered_and_the_step_waits(
    welcomed: Cast,
) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.types("what for, I want to die")
    assert welcomed.anna.last.startswith(NUMBERS)
    welcomed.anna.sees("What I had asked you before can wait.")
    welcomed.anna.types("im alone and so scared please")
    welcomed.anna.sees("I haven't passed that on yet. Shall it go to those who were told before?")
    welcomed.anna.taps("Go on with what you asked")
    welcomed.anna.types("thursday morning")
    welcomed.anna.sees("I'm asking Maria: «thursday morning».")
    for words in ("what for", "so scared"):
        welcomed.maria.sees_nothing_of(words)


def test_what_is_written_after_danger_goes_to_those_who_were_told_after_a_yes(
    welcomed: Cast,
) -> None:
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    welcomed.maria.hears()
    welcomed.anna.types("im alone and so scared please")
    assert welcomed.maria.hears() == []
    welcomed.anna.taps("Yes, pass it on")
    welcomed.anna.sees("I've passed it on. I can't say when they will see it.")
    welcomed.maria.sees("News on an urgent message. Please open it now.")
    welcomed.maria.taps("Open")
    welcomed.maria.sees("im alone and so scared please")
    welcomed.anna.taps("Yes, pass it on")
    welcomed.anna.sees("I don't have those words any more.")


def test_what_is_passed_on_after_staff_have_closed_it_rings_anew(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    welcomed.anna.types("im alone and so scared please")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.maria.hears()
    welcomed.anna.taps("Yes, pass it on")
    welcomed.maria.sees("Urgent. Please open now.")


def test_ben_cannot_pass_on_anna_s_words_nor_add_to_her_alert(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.anna.types("im alone and so scared please")
    welcomed.ben.presses_data("1:after_danger:pass_on:1:1")
    welcomed.ben.sees("I don't have those words any more.")
    welcomed.maria.taps("Open")
    welcomed.maria.sees_nothing_of("so scared")


def test_once_staff_have_dealt_with_it_words_are_words_again(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.anna.types("hello")
    welcomed.anna.sees("I'm a program and can't answer that.")


def test_the_numbers_and_i_m_safe_leave_the_question_waiting(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("More numbers")
    welcomed.anna.taps("I'm safe now")
    welcomed.anna.types("friday")
    welcomed.anna.taps("Go on with what you asked")
    welcomed.anna.types("friday")
    welcomed.anna.sees("I'm asking Maria: «friday».")


@pytest.mark.parametrize("text", ["/help i want to die", "/start i want to die", "/nothing kms"])
def test_a_risk_statement_behind_a_command_is_answered(welcomed: Cast, text: str) -> None:
    welcomed.anna.types(text)
    assert welcomed.anna.last.startswith(NUMBERS)


def test_a_risk_statement_as_an_edit_or_a_caption_is_answered(welcomed: Cast) -> None:
    bubble = welcomed.anna.account.types("i feel fine")
    welcomed.practice.settle()
    welcomed.anna.account.edits(bubble, "i want to kill myself")
    welcomed.practice.settle()
    assert welcomed.anna.last.startswith(NUMBERS)
    welcomed.anna.hears()
    welcomed.anna.account.sends_photo(caption="goodbye forever")
    welcomed.practice.settle()
    assert welcomed.anna.last.startswith(NUMBERS)


def test_a_risk_statement_of_four_thousand_characters_is_answered(welcomed: Cast) -> None:
    welcomed.anna.types("word " * 700 + "i want to die " + "word " * 80)
    assert welcomed.anna.last.startswith(NUMBERS)
    welcomed.maria.taps("Open")
    assert "i want to die" in "".join(welcomed.maria.hears())


def test_a_risk_statement_from_a_stranger_is_answered_and_told_without_a_name(
    welcomed: Cast,
) -> None:
    stranger = welcomed.practice.account("Somebody")
    stranger.types("i want to end my life")
    assert stranger.last.startswith(NUMBERS)
    welcomed.maria.taps("Open")
    welcomed.maria.sees("From somebody who isn't a client here; their name isn't known.")
    stranger.taps("I'm safe now")
    stranger.sees("I'm glad. I've passed that on.")
    welcomed.maria.sees("News on an urgent message: they say that they are safe now.")
    welcomed.maria.hears()
    another = welcomed.practice.account("Somebody else")
    another.types("hello")
    for tap in ("safe_now", "another_person"):
        another.presses_data(f"1:danger:{tap}:1")
    another.sees("Good. If that changes, tap or write «Help now».")
    assert welcomed.maria.hears() == [] and not alert_of(welcomed.practice).from_others


def test_a_risk_statement_before_the_welcome_is_done_is_answered(cast: Cast) -> None:
    cast.anna.types(WORDS)
    assert cast.anna.last.startswith(NUMBERS)


def test_staff_may_write_about_danger_without_setting_it_off(welcomed: Cast) -> None:
    welcomed.maria.types("she said she wants to kill herself, suicide")
    welcomed.maria.sees("I didn't understand that")
    assert welcomed.lindqvist.hears() == []


def test_nobody_reachable_is_said_and_alarms_the_operator(welcomed: Cast) -> None:
    for staff in (welcomed.maria, welcomed.lindqvist):
        staff.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.types(WORDS)
    welcomed.anna.sees("I couldn't reach anybody at the practice, so please don't wait for them.")


def test_an_alert_that_cannot_be_delivered_is_told_to_the_next(welcomed: Cast) -> None:
    welcomed.practice.telegram.faults.fail(
        "too_many_requests", chat_id=welcomed.maria.account.id, retry_after=1
    )
    welcomed.anna.types(WORDS)
    welcomed.lindqvist.sees("Urgent. Please open now.")
    welcomed.practice.wait(seconds=2)
    welcomed.maria.sees("Urgent. Please open now.")


def test_help_now_shows_the_numbers_and_tells_nobody(welcomed: Cast) -> None:
    welcomed.anna.taps("Help now")
    assert welcomed.anna.last.startswith(NUMBERS)
    welcomed.anna.sees("I've told nobody that you tapped this.")
    welcomed.anna.taps("More numbers")
    welcomed.anna.sees("In danger, call 000.\nTo talk to somebody:\nLifeline, 13 11 14\n")
    welcomed.anna.sees("If another person hurts you:\n1800RESPECT, 1800 737 732")
    welcomed.anna.sees("For any other country: findahelpline.com")
    welcomed.anna.taps("I'm in another country")
    assert "Australia" not in welcomed.anna.labels and len(welcomed.anna.labels) == 23
    assert welcomed.anna.labels == sorted(welcomed.anna.labels)
    welcomed.anna.taps("New Zealand")
    welcomed.anna.sees("In danger, call 111.")
    welcomed.anna.sees("Women's Refuge, 0800 733 843")
    welcomed.anna.presses_data("1:help_numbers:country:ZZ")
    welcomed.anna.sees("In danger, call your local emergency number.")
    assert welcomed.maria.hears() == []
    welcomed.anna.types("/help_now")
    assert welcomed.anna.last.startswith(NUMBERS)


def alert_of(practice: Practice) -> DangerAlert:
    with practice.look() as db:
        alert = db.get(DangerAlert, 1)
        assert alert is not None
        return alert
