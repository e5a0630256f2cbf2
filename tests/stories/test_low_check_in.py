"""A low check-in: Anna tells Maria about it, with her answers or without, and Dr Okafor hears nothing of it."""

import pytest

from tests.clock import melbourne
from tests.conversations.concerns import ALERT, IF_AWAY, MARIA
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

WORDS = "she's nice but she looks at the clock and then I stop talking. maybe its me"
SAID = f"«I can't be open»\n«{WORDS}»"
READ = f"«I can't be open» (chosen sentence)\n«{WORDS}»"
ANSWERS = (
    "\nShort answers after a session:\n"
    "I felt heard and respected: 4 of 10\n"
    "We worked on what matters to me: 7 of 10\n"
    "The way we work suits me: 6 of 10\n"
    "I could be open about what's on my mind: 3 of 10"
)
TAKEN = (
    "Maria has your message and is looking after it. Maria answers by Thursday 3 December, 5:00 pm."
)
ANSWER = (
    "Dear Anna, thank you for telling me. It isn't just you. I'd like to hear a little more. Could "
    "we talk for ten minutes? I haven't told Dr Okafor."
)
ASKED_DR_OKAFOR = "Anna B., 11:00 am: did it take place? No answer counts as yes."
HEAD = "Anna Brown · today, 11:00 am · no answer yet"


@pytest.fixture
def low(questioned: Cast) -> Cast:
    for day in ("2026-12-01 11:00", "2026-12-08 11:00"):
        questioned.practice.book(questioned.anna_row, melbourne(day))
    return questioned


def test_a_low_check_in_is_told_to_the_manager_without_its_answers(low: Cast) -> None:
    phones = Telephones.of(low)
    a_check_in_is_low(low, phones)
    she_tells_somebody_else_at_the_practice(low, phones)
    it_is_shown_before_it_goes(low, phones, SAID)
    maria_reads_it_and_answers(low, phones, READ)
    an_hour_before_nothing_of_it_is_said(low, phones)
    dr_okafor_never_heard_of_it(low, phones)
    phones.never_reached("of 10", "maria", "lindqvist")


def test_a_low_check_in_is_told_to_the_manager_with_its_answers(low: Cast) -> None:
    phones = Telephones.of(low)
    a_check_in_is_low(low, phones)
    she_tells_somebody_else_at_the_practice(low, phones)
    she_adds_her_answers_takes_them_out_and_adds_them(low, phones)
    it_is_shown_before_it_goes(low, phones, SAID + ANSWERS)
    maria_reads_it_and_answers(low, phones, READ + ANSWERS)
    she_lets_dr_okafor_see_later_ones(low, phones)
    the_brief_comes_and_says_nothing_of_it(low, phones)
    dr_okafor_never_heard_of_it(low, phones)


def a_check_in_is_low(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 14:50",
        anna=(
            "Tomorrow, Tuesday 1 December, 11:00 am. Room 2.",
            "Four short questions about today. They take half a minute.\n\n"
            "Nobody sees your answers unless you show them.",
        ),
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Start")
    assert cast.anna.last == (
        "1 of 4. I felt heard and respected.\n0 is not at all, 10 is completely. Tap or type a "
        "number."
    )
    assert cast.anna.labels == [*map(str, range(11)), "Skip", "Stop here"]
    says(cast.anna, "4", "7", "6", "3")
    phones.heard(
        anna="Thank you. You're allowed to say this. Your times, your fees and how you're treated "
        "stay the same. I won't tell Dr Okafor unless you agree.\n\n"
        "Being heard and being open were low today. That happens, and you've done nothing wrong "
        "by saying it.\n\nWould you like to do something about it?"
    )
    assert cast.anna.labels == [
        "Tell Dr Okafor myself",
        "Tell somebody else at the practice",
        "Nothing for now",
        "Add a few words",
    ]


def she_tells_somebody_else_at_the_practice(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Tell somebody else at the practice")
    phones.heard(
        anna="You're allowed to say this. Your times, your fees and how you're treated stay the "
        "same. Dr Okafor isn't told unless you agree. (If somebody may be unsafe, the practice may "
        "have to act. It would tell you first where it can.)\n\nWho should hear it?"
    )
    says(cast.anna, MARIA)
    phones.heard(
        anna="Tap a sentence that fits, or write your own. Short is fine. Nothing goes to Maria "
        "before you have seen it."
    )
    says(cast.anna, "I can't be open")
    phones.heard(anna="Got it. Anything more? Write it here, or tap.")
    says(cast.anna, WORDS)
    phones.heard(anna="Got both. Anything more? Write it here, or tap.")
    assert cast.anna.labels == ["That's all", "Add my four answers"]


def she_adds_her_answers_takes_them_out_and_adds_them(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Add my four answers", "Leave my answers out", "Add my four answers")
    taken_out = "Your answers aren't in it. Anything more? Write it here, or tap."
    phones.heard(anna=("Got all of it.", taken_out, "Got all of it."))


def it_is_shown_before_it_goes(cast: Cast, phones: Telephones, said: str) -> None:
    says(cast.anna, "That's all")
    phones.heard(
        anna=f"This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n{said}\n\n"
        "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria."
    )
    phones.until("2026-12-01 15:05")
    says(cast.anna, IF_AWAY)
    phones.heard(
        anna="Sent at 3:05 pm. You can take it back for one minute.\n\n"
        "Maria looks at it by tomorrow, 3:00 pm, and answers you here by Thursday 3 December, "
        "5:00 pm. If that doesn't happen, I'll tell you. Then I'll ask Dr Lindqvist too.\n\n"
        "To add something, write it here. To see how it stands, tap «Something isn't right». "
        "(If you phone about it: C-1001.)"
    )


def maria_reads_it_and_answers(cast: Cast, phones: Telephones, said: str) -> None:
    phones.until("2026-12-01 15:06", maria=ALERT)
    phones.until("2026-12-01 16:10")
    says(cast.maria, "Open")
    phones.heard(
        maria="C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
        f"Tuesday 1 December\n3:05 pm, Anna wrote:\n{said}\n3:06 pm, Maria was asked.\n\n"
        "Promised: first look by Wednesday 2 December, 3:00 pm, answer by Thursday 3 December, "
        "5:00 pm.\n"
        "I've told Dr Okafor nothing. Please say nothing before the client says yes."
    )
    says(cast.maria, "I'll take it")
    phones.heard(
        anna=f"There's news for you.\n\n{TAKEN}", maria=f"It's yours. Anna now reads: «{TAKEN}»"
    )
    phones.until("2026-12-02 10:20")
    says(cast.maria, "Write to Anna", ANSWER, "Send")
    phones.heard(
        anna=f"There's an answer for you.\n\nFrom Maria Santos:\n«{ANSWER}»",
        maria=(
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1001.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 10:20 am. Nothing for you to do until Anna answers.",
        ),
    )


# --- before the next session


def an_hour_before_nothing_of_it_is_said(cast: Cast, phones: Telephones) -> None:
    """Nothing comes by itself; asked for, it says who comes and when."""
    phones.until(
        "2026-12-08 10:00",
        anna=(
            "Tuesday 8 December, 11:00 am. Room 2.",
            "Tomorrow, Tuesday 8 December, 11:00 am. Room 2.",
        ),
        maria="Your week in numbers.…",
    )
    says(cast.okafor, "/brief")
    phones.heard(okafor=HEAD)


def she_lets_dr_okafor_see_later_ones(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "/sharing", "Let Dr Okafor see my numbers", "From now on")
    phones.heard(
        anna=(
            "What Dr Okafor can see here, and nobody else:…",
            "Short questions: Dr Okafor would see the numbers that you tap, and of which day. Not "
            "your words, and not what I say about the numbers. Nobody else sees any of it. You can "
            "end it at any time with /sharing, and your care stays the same whatever you choose."
            "\n\n«All so far too» means all the numbers that you gave about your times with Dr "
            "Okafor.",
            "On. Dr Okafor can see your numbers from now on.",
        )
    )


def the_brief_comes_and_says_nothing_of_it(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-08 10:00",
        anna=(
            "Tuesday 8 December, 11:00 am. Room 2.",
            "Tomorrow, Tuesday 8 December, 11:00 am. Room 2.",
        ),
        maria="Your week in numbers.…",
        okafor="Something to read before a meeting.",
    )
    says(cast.okafor, "Open")
    phones.heard(okafor=HEAD)


def dr_okafor_never_heard_of_it(cast: Cast, phones: Telephones) -> None:
    for words in ("I can't be open", "the clock", "of 10", "Being heard", "C-1001", "Maria has"):
        phones.never_reached(words, "okafor", "ben")
    phones.never_reached("C-1001", "lindqvist")
    assert cast.practice.telegram.violations == []
