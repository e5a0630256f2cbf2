"""One person is the whole practice: conduct has nobody here to hear it; anything else can be told."""

import pytest

from bot.records.people import Role
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.concerns import CONDUCT, OUTSIDE
from tests.practice import JUST_REMINDERS
from tests.stories.telephones import Telephones, connect_operator, says

SOLO = "Dr Solo, whom you see"
CONTACT = "Open Door, 03 9000 0042"
NEWS = "There's news for you.\n\n"
GETTING_NOWHERE = "We're not getting anywhere"
ANSWER = "Thank you for saying so. Shall we begin with it on Tuesday?"
WHO_ELSE = (
    "Outside the practice you can turn to:\n"
    f"{CONTACT}\n"
    "Health Complaints Commissioner · 1300 582 113 · complaints about any health care in "
    "Victoria\n"
    "Ahpra, with the Psychology Board · 1300 419 495 · complaints about psychologists"
)


@pytest.fixture
def phones(sqlite_url: str, open_practice: Opener) -> Telephones:
    practice = open_practice(sqlite_url, outside_contact=CONTACT, practice_region="VIC")
    row = practice.add_staff("Dr Solo", Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR)
    solo = practice.join(row, "Dr Solo")
    anna = practice.join(practice.add_client("Anna Brown", row), "Anna")
    says(anna, "Yes, it's just me", JUST_REMINDERS, "That's fine")
    return Telephones(practice, anna=anna, solo=solo, operator=connect_operator(practice))


def test_solo_practice(phones: Telephones) -> None:
    anna_reads_who_there_is(phones)
    conduct_reaches_nobody_here(phones)
    the_operator_hears_of_it_the_next_morning(phones)
    what_is_not_sent_is_said_once_and_dropped(phones)
    something_else_can_be_told(phones)
    dr_solo_answers_and_closes(phones)
    a_week_later_somebody_outside_is_an_answer(phones)
    dr_solo_never_learned_of_the_first(phones)


def anna_reads_who_there_is(phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    anna = phones.people["anna"]
    says(anna, "Something isn't right")
    phones.heard(
        anna="You're allowed to say this. Your times, your fees and how you're treated stay the "
        "same. Dr Solo isn't told unless you agree. (If somebody may be unsafe, the practice may "
        "have to act. It would tell you first where it can.)\n\n"
        f"Not part of the practice, and there to listen: {CONTACT}.\n\nWho should hear it?"
    )
    assert anna.labels == [SOLO, OUTSIDE, "Not now"]


def conduct_reaches_nobody_here(phones: Telephones) -> None:
    anna = phones.people["anna"]
    says(anna, SOLO, "Write to Dr Solo here", CONDUCT, "That's all")
    phones.heard(
        anna=(
            "How would you like to tell Dr Solo? Nothing goes out yet.",
            "Tap a sentence that fits, or write your own. Short is fine. "
            "Nothing goes to Dr Solo before you have seen it.",
            "Got it. Anything more? Write it here, or tap.",
            "If something happened that wasn't OK, it's for somebody other than Dr Solo to hear. "
            f"I can't reach anybody else for this here.\n\n{WHO_ELSE}",
            "Nobody has read your words. I keep them here for a few days.",
        )
    )
    assert anna.labels == ["Don't send"]


def the_operator_hears_of_it_the_next_morning(phones: Telephones) -> None:
    """Who runs it may be Dr Solo: neither the hour nor the client is told."""
    phones.until("2026-12-02 08:59")
    phones.until(
        "2026-12-02 09:00",
        operator="Between Sessions needs you: on 2026-12-01 a client found nobody here to hear a "
        "concern (`between-sessions check`). `between-sessions stuck` shows what waits.",
    )


def what_is_not_sent_is_said_once_and_dropped(phones: Telephones) -> None:
    phones.until(
        "2026-12-09 15:00",
        anna="Something isn't finished yet. Nothing was sent. I keep it until Saturday 5 December.",
    )


def something_else_can_be_told(phones: Telephones) -> None:
    says(phones.people["anna"], "Something isn't right", SOLO, "Write to Dr Solo here")
    says(phones.people["anna"], GETTING_NOWHERE, "That's all", "Send")
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "How would you like to tell Dr Solo? Nothing goes out yet.",
            "Tap a sentence that fits, or write your own.…",
            "Got it. Anything more? Write it here, or tap.",
            f"This is what Dr Solo will get:\n\nFrom Anna B. · about Dr Solo\n«{GETTING_NOWHERE}»",
            "Sent at 3:00 pm. You can take it back for one minute.\n\n"
            "Dr Solo looks at it by tomorrow, 3:00 pm, and answers you here by Friday "
            "11 December, 5:00 pm. If that doesn't happen, I'll tell you.\n\n…",
        )
    )
    phones.until(
        "2026-12-09 15:02",
        solo="Something for you. First look by Thursday 10 December, 3:00 pm.",
    )


def dr_solo_answers_and_closes(phones: Telephones) -> None:
    solo = phones.people["solo"]
    says(solo, "Open", "I'll take it", "Write to Anna", ANSWER, "Send")
    reads = "Dr Solo has your message and is looking after it. "
    reads += "Dr Solo answers by Friday 11 December, 5:00 pm."
    phones.heard(
        anna=(f"{NEWS}{reads}", f"There's an answer for you.\n\nFrom Dr Solo:\n«{ANSWER}»"),
        solo=(
            "C-1002 · sent Wednesday 9 December, 3:00 pm\nFrom Anna B. · about Dr Solo\n\n"
            f"Wednesday 9 December\n3:00 pm, Anna wrote:\n«{GETTING_NOWHERE}» (chosen sentence)\n"
            "3:01 pm, Dr Solo was asked.\n\n"
            "Promised: first look by Thursday 10 December, 3:00 pm, "
            "answer by Friday 11 December, 5:00 pm.",
            f"It's yours. Anna now reads: «{reads}»",
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1002.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 3:02 pm. Nothing for you to do until Anna answers.",
        ),
    )
    says(solo, "/cases", "Open C-1002", "Close")
    assert solo.last == "How did it end?"
    says(solo, "Talked, carries on with Dr Solo", "Close without a line")
    phones.heard(
        anna=f"{NEWS}Your message is closed. You can open it again any time.",
        solo=(
            "C-1002: yours, answered · sent today",
            "C-1002 · sent Wednesday 9 December, 3:00 pm…",
            "How did it end?",
            "A last line to Anna?…",
            "C-1002 is closed.\nI'll ask Anna once, in a week, how it is now.…",
        ),
    )


def a_week_later_somebody_outside_is_an_answer(phones: Telephones) -> None:
    phones.until("2026-12-16 15:00", solo="Your week in numbers.…")
    phones.until(
        "2026-12-16 15:05",
        anna="A question for you.\n\nYou told Dr Solo that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here.",
    )
    says(phones.people["anna"], "No")
    phones.heard(anna="I'm sorry it isn't. Who should look at it now?")
    assert phones.people["anna"].labels == [OUTSIDE, "Nobody for now"]
    says(phones.people["anna"], OUTSIDE)
    phones.heard(
        anna="This isn't the practice. I pass nothing on: you call or write to them yourself."
        f"\n\n{WHO_ELSE}"
    )


def dr_solo_never_learned_of_the_first(phones: Telephones) -> None:
    for words in (CONDUCT, "C-1001", "2 sent"):
        phones.never_reached(words, "solo")
    for words in (CONDUCT, "C-100", "Anna"):
        phones.never_reached(words, "operator")
    assert phones.practice.telegram.violations == []
