"""Danger from another person, and a call that is asked for: other words, and nobody calls unasked."""

import pytest

from bot.records import danger_alerts
from bot.records.danger_alerts import DangerAlert
from tests.clock import melbourne
from tests.practice import Cast, Practice

HURT = "If you're in danger now, please call 000. To talk to somebody about being hurt, day or night: 1800RESPECT, 1800 737 732."
ANOTHER = "It's another person who is hurting me"
CALL = "Can somebody call me?"


def alert_of(practice: Practice, alert_id: int = 1) -> DangerAlert:
    with practice.look() as db:
        alert = db.get(DangerAlert, alert_id)
        assert alert is not None
        return alert


# --- another person


@pytest.mark.parametrize("text", ["he hits me", "my partner strangled me last night"])
def test_words_of_violence_lead_to_their_own_help_at_once(welcomed: Cast, text: str) -> None:
    welcomed.anna.types(text)
    help_text = welcomed.anna.last
    assert help_text.startswith(HURT)
    assert "Lifeline" not in help_text and "can't judge how you are" not in help_text
    assert "If that person may look at this telephone, delete this chat" in help_text
    assert "I ask them not to call you unless you want it." in help_text
    assert welcomed.anna.labels == [CALL, "More numbers", "I'm safe now"]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("Don't call unless they ask for it: that person may hear it.")


def test_the_button_leads_there_and_marks_the_alert_before_it_is_opened(welcomed: Cast) -> None:
    welcomed.anna.types("i cant do this anymore i have the pills here")
    welcomed.maria.hears()
    welcomed.anna.taps(ANOTHER)
    assert welcomed.anna.last.startswith(HURT)
    assert welcomed.maria.hears() == []  # it rings already
    welcomed.maria.taps("Open")
    welcomed.maria.sees("Another person is hurting or threatening them.")


def test_who_has_opened_it_is_rung_before_they_call(welcomed: Cast) -> None:
    welcomed.anna.types("i cant do this anymore i have the pills here")
    welcomed.maria.taps("Open")
    welcomed.maria.hears()
    welcomed.anna.taps(ANOTHER)
    news = welcomed.maria.sees("News on an urgent message. Please open it before you call anybody.")
    assert not news.silent
    welcomed.anna.sees("I've passed this on too, and I ask them not to call you unless")
    assert "Nobody has opened it" not in welcomed.anna.last
    welcomed.maria.hears()
    welcomed.anna.presses_data("1:danger:another_person:1")
    assert welcomed.maria.hears() == []


def test_that_it_was_opened_makes_no_sound_on_a_telephone_that_another_may_see(
    welcomed: Cast,
) -> None:
    welcomed.anna.types("he hits me")
    welcomed.anna.hears()
    welcomed.maria.taps("Open")
    assert welcomed.anna.hears() == ["Maria Santos has opened it."]
    assert welcomed.anna.sees("Maria Santos has opened it.").silent


def test_who_is_hurt_and_wants_to_die_gets_both_lines(welcomed: Cast) -> None:
    welcomed.anna.types("he hits me. i want to die")
    assert welcomed.anna.last.startswith("Please call 000 now, or Lifeline, 13 11 14")
    welcomed.anna.sees("1800RESPECT, 1800 737 732")
    assert alert_of(welcomed.practice).from_others


def test_fear_for_another_gets_words_for_that(welcomed: Cast) -> None:
    welcomed.anna.types("my brother is going to kill himself")
    assert welcomed.anna.last.startswith("If somebody may be hurt, please call 000 now.")
    assert not alert_of(welcomed.practice).from_others


def test_more_words_join_the_mark(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.anna.types("he hits me")
    assert alert_of(welcomed.practice).from_others
    welcomed.anna.types("i want to die")
    assert alert_of(welcomed.practice).from_others


def test_a_stranger_gets_the_lines_too(welcomed: Cast) -> None:
    stranger = welcomed.practice.account("Somebody")
    stranger.types("i want to die")
    assert CALL not in stranger.labels
    stranger.taps(ANOTHER)
    assert stranger.last.startswith(HURT) and alert_of(welcomed.practice).from_others
    stranger.taps("More numbers")
    stranger.taps("I'm in another country")
    stranger.taps("Germany")
    stranger.sees("116 016")


def test_bens_taps_on_annas_alert_mark_nothing_and_call_nobody(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    for data in ("danger:another_person", "call_back:ask"):
        welcomed.ben.presses_data(f"1:{data}:1")
    alert = alert_of(welcomed.practice)
    assert not alert.from_others and alert.call_wanted_at is None
    welcomed.ben.sees("I can't pass that on from here.")


# --- a call


def test_a_call_is_asked_for_with_number_and_seen_in_the_opened_alert_only(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.anna.taps(CALL)
    welcomed.anna.sees("I've passed on to Maria Santos and Dr Lindqvist that you'd like a call.")
    welcomed.anna.sees("Which number, and is it safe to leave a message there?")
    welcomed.anna.types("0400 000 000, no message please")
    welcomed.anna.sees("It's with your message, for Maria Santos and Dr Lindqvist.")
    assert welcomed.maria.hears() == ["Urgent. Please open now."]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("They ask for a call: «0400 000 000, no message please»")
    welcomed.okafor.sees_nothing_of("0400")


def test_who_has_opened_it_is_told_that_a_call_is_asked_for(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.maria.taps("Open")
    welcomed.maria.hears()
    welcomed.anna.taps(CALL)
    assert welcomed.maria.hears() == [
        "News on an urgent message: a call is asked for. Please open it."
    ]
    welcomed.anna.taps("Skip")
    welcomed.anna.sees("without a number from you")
    welcomed.maria.taps("Open")
    welcomed.maria.sees("They gave no number with it, and didn't say where it is safe.")


def test_at_night_the_truth_about_a_call_is_that_nobody_is_there(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 02:04"))
    welcomed.anna.types("i want to die")
    welcomed.anna.taps(CALL)
    welcomed.anna.sees("Nobody at the practice is on duty before Tuesday 1 December, 9:00 am")
    welcomed.anna.sees("To talk to somebody now: Lifeline, 13 11 14.")
    welcomed.anna.types("0400 000 000 yes")
    welcomed.anna.sees("Perhaps nobody sees it before Tuesday 1 December, 9:00 am.")


def test_nobody_who_could_call_is_said_and_no_number_is_asked(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    for staff in (welcomed.maria, welcomed.lindqvist):
        staff.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.taps(CALL)
    welcomed.anna.sees("I can't reach anybody at the practice, so please don't wait for a call.")
    welcomed.anna.types("0400 000 000")
    assert alert_of(welcomed.practice).call_details is None


def test_danger_in_place_of_the_number_is_answered_and_the_question_stays(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.anna.taps(CALL)
    welcomed.anna.types("i have the pills here")
    assert welcomed.anna.last.startswith("Please call 000 now")
    welcomed.anna.sees("What I had asked you before can wait.")
    welcomed.anna.types("0400 000 000")
    assert alert_of(welcomed.practice).call_details == "0400 000 000"


def test_the_question_survives_a_restart(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.anna.taps(CALL)
    welcomed.practice.start()
    welcomed.anna.types("0400 000 000")
    assert alert_of(welcomed.practice).call_details == "0400 000 000"


@pytest.mark.parametrize("label", [CALL, ANOTHER])
def test_an_old_button_of_a_closed_alert_raises_a_new_one(welcomed: Cast, label: str) -> None:
    welcomed.anna.types("i want to die")
    help_bubble = welcomed.anna.sees("Please call 000 now")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.maria.hears()
    welcomed.anna.taps(label, bubble=help_bubble)
    assert welcomed.maria.hears() == ["Urgent. Please open now."]
    second = alert_of(welcomed.practice, 2)
    assert second.words == label and second.cleared_at is None
    assert (second.call_wanted_at is not None) is (label == CALL)
    assert second.from_others is (label == ANOTHER)


def test_a_number_typed_after_the_alert_was_closed_is_not_lost(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.maria.taps("Open")
    welcomed.anna.taps(CALL)
    welcomed.maria.presses_data("1:danger_alerts:clear:1")
    welcomed.maria.sees("They ask for a call.")  # which she hadn't read
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    welcomed.maria.hears()
    welcomed.anna.types("0400 000 000")
    assert welcomed.maria.hears() == ["Urgent. Please open now."]
    assert alert_of(welcomed.practice, 2).call_details == "0400 000 000"


def test_words_typed_days_later_are_not_taken_for_a_number(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.anna.taps(CALL)
    welcomed.practice.wait(days=2)
    welcomed.anna.types("she looks at the clock when i talk")
    welcomed.anna.sees("It sounds as if something isn't right with the person you see.")
    assert alert_of(welcomed.practice).call_details is None


# --- what is held, and for how long


def test_an_alert_is_open_until_staff_close_it(welcomed: Cast) -> None:
    def is_open() -> bool:
        with welcomed.practice.look() as db:
            return danger_alerts.is_open(db, welcomed.anna_row.id)

    welcomed.anna.types("i want to die")
    welcomed.anna.taps("I'm safe now")
    assert is_open()
    welcomed.maria.taps("Open")
    welcomed.maria.sees("they say that they are safe now.")
    assert is_open()
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    assert not is_open()
