"""A low check-in, three questions, a note: Anna tells Dr Okafor herself, and every other way stays open."""

from tests.clock import melbourne
from tests.conversations.concerns import LINDQVIST, MARIA, OKAFOR
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

NOTE = (
    "What happened: «i talk and she looks at the clock»\n"
    "What would help: «if the clock stood behind me»\n"
    "How to begin: «can i say something about the clock»"
)
QUESTIONS = "Four short questions about today…"
ASKED_DR_OKAFOR = "Anna B., 11:00 am: did it take place? No answer counts as yes."
REMINDERS = ("{}, 11:00 am. Room 2.", "Tomorrow, {}, 11:00 am. Room 2.")
EIGHTH = tuple(each.format("Tuesday 8 December") for each in REMINDERS)
FIFTEENTH = tuple(each.format("Tuesday 15 December") for each in REMINDERS)


def test_told_the_psychologist_oneself(questioned: Cast) -> None:
    for day in ("2026-12-01 11:00", "2026-12-08 11:00", "2026-12-15 11:00"):
        questioned.practice.book(questioned.anna_row, melbourne(day))
    phones = Telephones.of(questioned)
    a_check_in_is_low(questioned, phones)
    three_questions_become_a_note(questioned, phones)
    it_comes_back_an_hour_before(phones)
    she_did_not_get_to_it(questioned, phones)
    a_week_later_she_said_it(questioned, phones)
    the_other_ways_are_still_open(questioned, phones)
    nobody_else_ever_saw_it(questioned, phones)


def a_check_in_is_low(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 14:50",
        anna=("Tomorrow, Tuesday 1 December, 11:00 am. Room 2.", QUESTIONS),
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Start", "4", "7", "6", "3")
    phones.heard(
        anna="Thank you. You're allowed to say this. Your times, your fees and how you're treated "
        "stay the same. I won't tell Dr Okafor unless you agree.\n\n"
        "Being heard and being open were low today. That happens, and you've done nothing wrong "
        "by saying it.\n\nWould you like to do something about it?"
    )


def three_questions_become_a_note(cast: Cast, phones: Telephones) -> None:
    anna = cast.anna
    says(anna, "Tell Dr Okafor myself")
    phones.heard(anna="How would you like to tell Dr Okafor? Nothing goes out yet.")
    says(anna, "Help me find the words, for when we meet")
    phones.heard(
        anna="Three short questions. Only you see this. At the end you choose whether Dr Okafor "
        "gets it.\n\n1 of 3. What happened, or keeps happening?"
    )
    says(anna, "i talk and she looks at the clock", "Next question")
    phones.heard(anna=("Got it. Anything more? Write it here, or tap.", "2 of 3. What would help?"))
    says(anna, "if the clock stood behind me", "Next question")
    phones.heard(
        anna=(
            "Got it. Anything more? Write it here, or tap.",
            "3 of 3. How could you begin? One sentence is enough.",
        )
    )
    says(anna, "can i say something about the clock", "That's all")
    phones.heard(
        anna=(
            "Got it. Anything more? Write it here, or tap.",
            f"This is your note. Only you see it.\n\n{NOTE}",
        )
    )
    says(anna, "Keep it, and remind me before we meet")
    phones.heard(
        anna="Kept, and only you see it. I'll bring it back an hour before: "
        "Tuesday 8 December, 10:00 am.\nIt stays under «Something isn't right»."
    )


def it_comes_back_an_hour_before(phones: Telephones) -> None:
    phones.until("2026-12-08 09:59", anna=EIGHTH)
    phones.until("2026-12-08 10:00", anna=f"Something you wanted to have at hand.\n\n{NOTE}")


def she_did_not_get_to_it(cast: Cast, phones: Telephones) -> None:
    """One thing a day that nobody asked for: the check-in first, and this a day after."""
    phones.until("2026-12-08 16:00", anna=QUESTIONS, okafor=ASKED_DR_OKAFOR)
    says(cast.anna, "Not today")
    phones.heard(anna="All right, not today. I won't ask about it again.")
    phones.until(
        "2026-12-09 16:00",
        anna="A question for you.\n\nYou had something to say when you last met. Did you get to?\n\n"
        "Nobody sees your answer.",
    )
    says(cast.anna, "Not yet")
    phones.heard(anna="That's all right. Shall I keep it for the next time?")
    says(cast.anna, "Yes, and remind me")
    phones.heard(
        anna="Kept, and only you see it. I'll bring it back an hour before: "
        "Tuesday 15 December, 10:00 am.\nIt stays under «Something isn't right»."
    )


def a_week_later_she_said_it(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-15 09:59", anna=FIFTEENTH)
    phones.until("2026-12-15 10:00", anna=f"Something you wanted to have at hand.\n\n{NOTE}")
    phones.until("2026-12-15 16:00", anna=QUESTIONS, okafor=ASKED_DR_OKAFOR)
    phones.until(
        "2026-12-16 16:00",
        anna="A question for you.\n\nYou had something to say when you last met…",
    )
    says(cast.anna, "Yes, I said it")
    phones.heard(
        anna="Good. I won't ask about it again. The note stays under «Something isn't right» "
        "until you throw it away."
    )


def the_other_ways_are_still_open(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Something isn't right")
    phones.heard(anna="You keep a note for Dr Okafor. Only you see it.")
    says(cast.anna, "Something else")
    phones.heard(anna="You're allowed to say this.…")
    assert cast.anna.labels[:3] == [MARIA, LINDQVIST, OKAFOR]
    phones.until("2026-12-31 10:00")


def nobody_else_ever_saw_it(cast: Cast, phones: Telephones) -> None:
    for words in ("the clock", "at hand", "Did you get to", "Being heard"):
        phones.never_reached(words, "okafor", "maria", "lindqvist", "ben")
    assert cast.practice.telegram.violations == []
