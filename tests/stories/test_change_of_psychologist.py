"""Anna would like somebody else: her wishes, a search, and the first time with Dr Patel."""

import pytest

from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.concerns import MARIA
from tests.conversations.searches import CHOOSE, NEXT, SENTENCE
from tests.conversations.searches import hire_patel as hired
from tests.practice import Cast, Someone
from tests.stories.telephones import Telephones, says

ANSWER = "I'm asking somebody who has mornings. You'll hear by next Wednesday."
NEWS = "There's news for you.\n\n"
SAID = (
    "My wishes: mornings · a woman\nPlease tell Dr Okafor for me.\n"
    f"I keep my next time, {NEXT}.\n"
    "What Dr Okafor has written about me may go to the new psychologist."
)
MAY_TELL = "Anna asks the practice to tell Dr Okafor of the change, not why."
NOTES = "Notes of Dr Okafor may go over: Anna agreed in writing, Tuesday 1 December."
FIRST = "Tuesday 15 December, 11:00 am"


@pytest.fixture
def cast(database_url: str, open_practice: Opener) -> Cast:
    cast = Cast(open_practice(database_url))
    cast.welcome()
    return cast


@pytest.fixture
def patel(cast: Cast) -> Someone:
    someone = hired(cast)
    cast.practice.book(cast.anna_row, melbourne("2026-12-15 11:00"))
    return someone


def test_change_of_psychologist(cast: Cast, patel: Someone) -> None:
    phones = Telephones.of(cast, patel=patel)
    anna_says_what_she_wishes_for(cast, phones)
    and_what_may_be_told(cast, phones)
    maria_takes_it_and_writes(cast, phones)
    the_time_in_between_takes_place(cast, phones)
    it_is_not_forgotten(cast, phones)
    maria_makes_the_change(cast, phones)
    dr_okafor_hears_only_what_anna_allowed(cast, phones)
    it_is_closed_and_anna_sees_how_it_stands(cast, phones)
    she_meets_dr_patel(cast, phones)
    then_she_is_asked_how_it_is(cast, phones)
    nobody_saw_what_isnt_theirs(cast, phones)


def anna_says_what_she_wishes_for(cast: Cast, phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    says(cast.anna, "Something isn't right", MARIA, SENTENCE)
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "Tap a sentence that fits, or write your own.…",
            "You don't need a reason. Maria reads what you choose here, after you have sent it. "
            "You can go on seeing Dr Okafor meanwhile.\n\n"
            "What would you wish for? Tap what matters to you, or write it.",
        )
    )
    says(cast.anna, "Days and times", "Mornings", "Done", "Man or woman", "A woman")
    phones.heard()  # one message changes where it stands
    assert cast.anna.last == "So far: mornings · a woman\n\nAnything else? Tap, or write it."
    says(cast.anna, "That's all")
    phones.heard(anna="Who tells Dr Okafor that you'd like somebody else? I say nothing by myself.")


def and_what_may_be_told(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "The practice", "Keep it", "Yes")
    phones.heard(
        anna=(
            f"Your next time with Dr Okafor is {NEXT}. What would you like to do?",
            "May what Dr Okafor has written about you go to whoever you see next? "
            "«Yes» is your written consent. You can take it back until that is done.",
            "This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n"
            f"«{SENTENCE}»\n{SAID}\n\n"
            "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria.",
        )
    )
    says(cast.anna, "Send")
    phones.heard(anna="Sent at 3:05 pm. You can take it back for one minute.…")
    phones.until(
        "2026-12-01 15:07",
        maria="Something for you. First look by Wednesday 2 December, 3:00 pm.",
    )


def maria_takes_it_and_writes(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "Open")
    phones.heard(
        maria="C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
        f"Tuesday 1 December\n3:05 pm, Anna wrote:\n«{SENTENCE}» (chosen sentence)\n{SAID}\n"
        "3:06 pm, Maria was asked.\n\n"
        "Promised: first look by Wednesday 2 December, 3:00 pm, "
        "answer by Thursday 3 December, 5:00 pm.\n"
        "I've told Dr Okafor nothing of what the client wrote. Please say nothing of it before "
        f"the client says yes.\nAnna waits for another psychologist.\n{MAY_TELL}\n{NOTES}"
    )
    says(cast.maria, "I'll take it", "Write to Anna", ANSWER, "Send")
    reads = "Maria has your message and is looking after it. Maria answers by Thursday 3 December, 5:00 pm."
    phones.heard(
        anna=(f"{NEWS}{reads}", f"There's an answer for you.\n\nFrom Maria Santos:\n«{ANSWER}»"),
        maria=(
            f"It's yours. Anna now reads: «{reads}»",
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1001.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 3:07 pm. Nothing for you to do until Anna answers.",
        ),
    )


def the_time_in_between_takes_place(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-07 11:30",
        anna=(f"{NEXT}. Room 2.", f"Tomorrow, {NEXT}. Room 2."),
        maria="Your week in numbers.…",
    )
    says(cast.anna, "I'll be there")
    phones.heard(anna=f"Good. See you on {NEXT}.")
    phones.until(
        "2026-12-08 12:30",
        okafor=(
            f"Anna B. is coming: {NEXT}.",
            "Anna B., 11:00 am: did it take place? No answer counts as yes.",
        ),
        maria=f"Anna B. is coming: {NEXT}.",
    )


def it_is_not_forgotten(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 17:00", maria="C-1001: somebody still waits for it. Please open it.")
    says(cast.anna, "Something isn't right")
    phones.heard(
        anna="C-1001. Maria looks after it and has written to you.\n"
        "It stays open. What you add goes to Maria.\nMaria is looking for somebody for you.\n"
        f"From Maria Santos:\n«{ANSWER}»"
    )


def maria_makes_the_change(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-09 10:00")
    says(cast.maria, "Cases", "Open C-1001", CHOOSE, "Dr Patel", "Move to Dr Patel")
    phones.heard(
        maria=(
            "C-1001: yours, answered · 8 days old",
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "Whom shall Anna B. see? Now it is Dr Okafor. Nothing changes yet.",
            f"{FIRST} is booked with Dr Okafor. Does it move to Dr Patel, at the same time and "
            "place?",
            "Anna B. goes from Dr Okafor to Dr Patel.\n"
            "What is booked (1) moves to Dr Patel, at the same times and places.\n"
            "Homework from Dr Okafor stays in Anna's list; I begin no reminders of it.\n"
            "Dr Patel is told by me, Dr Okafor isn't.",
        )
    )
    says(cast.maria, "Change it, and tell Anna")
    phones.heard(
        maria="Done: Anna B. sees Dr Patel from now on.\n"
        "Anna is told in 3 minutes, at night in the morning.\n"
        f"Dr Okafor hasn't been told by me.\n{MAY_TELL}\n{NOTES}",
        patel="Anna B. sees you from now on. The session that is booked is yours.",
    )
    phones.until(
        "2026-12-09 10:04",
        anna="News from the office.\nFrom now on you meet Dr Patel. Your times stay the same.\n"
        "If you have a question, phone Riverside (03 9000 0000).",
    )


def dr_okafor_hears_only_what_anna_allowed(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "Tell Dr Okafor")
    phones.heard(
        maria="Dr Okafor is told that Anna B. sees somebody else now, and nothing more.",
        okafor="Anna B. sees somebody else from now on. If you have a question, ask the office.",
    )


def it_is_closed_and_anna_sees_how_it_stands(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "Cases", "Open C-1001")
    assert f"Anna sees Dr Patel now, first on {FIRST}.\n{MAY_TELL}\n{NOTES}" in cast.maria.last
    says(cast.maria, "Close", "Change of psychologist", "Close without a line")
    phones.heard(
        anna=f"{NEWS}Your message is closed. You can open it again any time.",
        maria=(
            "C-1001: yours, answered · 8 days old",
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "How did it end?",
            "A last line to Anna?…",
            "C-1001 is closed.\nOnce Anna has met somebody else, I ask how it is now.…",
        ),
    )
    says(cast.anna, "Something isn't right")
    phones.heard(
        anna="C-1001. It is closed. You can open it again.\n"
        f"From now on you see Dr Patel. Your first time: {FIRST}.\n"
        f"From Maria Santos:\n«{ANSWER}»"
    )


def she_meets_dr_patel(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-15 12:30",
        anna=(f"{FIRST}. Room 2.", f"Tomorrow, {FIRST}. Room 2."),
        maria="Your week in numbers.…",
        patel="Anna B., 11:00 am: did it take place? No answer counts as yes.",
    )
    says(cast.anna, "Something isn't right")
    phones.heard(
        anna=f"C-1001. It is closed. You can open it again.\nFrom Maria Santos:\n«{ANSWER}»"
    )


def then_she_is_asked_how_it_is(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-16 10:00")
    phones.until(
        "2026-12-16 10:05",
        anna="A question for you.\n\nYou told Maria that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here.",
    )
    says(cast.anna, "Sorted")
    phones.heard(anna="Thank you. I won't ask about it again.")
    phones.until("2027-01-15 10:00")


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    for words in (SENTENCE, "mornings", "a woman", "C-1001", ANSWER, "waits for another"):
        phones.never_reached(words, "okafor", "patel", "lindqvist", "ben")
    phones.never_reached("Dr Patel", "okafor")
    assert cast.practice.telegram.violations == []
