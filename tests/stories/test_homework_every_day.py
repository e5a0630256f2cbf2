"""Homework that Anna wants every day: left twice, asked more rarely, made smaller, done, and shown."""

from tests.conversations.rhythms import ANSWERS, suggest_daily
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

NOTE = "Your note for this evening.\n\n«Walk» Dr Okafor"
PART = "to the corner and back"
WENT = "It rained, and I went all the same."
TUESDAY = "Tuesday 8 December, 11:00 am"
ONCE = (
    "I ask this once: with «Yes, and from now on» Dr Okafor also sees how later homework went, "
    "what gets in the way, and what you write about it. Nobody else does. /sharing ends it at any "
    "time, and your care stays the same either way."
)
SHALL = "Shall Dr Okafor see that? Dr Okafor would see the task, your smaller part"
ON_TUESDAY = "Dr Okafor sees it on Tuesday morning. Until then you can take it back."


def test_homework_every_day(welcomed: Cast) -> None:
    phones = Telephones.of(welcomed)
    dr_okafor_suggests_every_day_and_she_agrees(welcomed, phones)
    two_notes_have_no_answer(phones)
    the_next_one_says_that_it_comes_more_rarely(welcomed, phones)
    it_is_too_hard_and_she_says_what_she_could_do(welcomed, phones)
    she_does_it_and_shows_it(welcomed, phones)
    dr_okafor_reads_it_on_the_day_they_meet(welcomed, phones)
    nobody_saw_what_isnt_theirs(welcomed, phones)


def dr_okafor_suggests_every_day_and_she_agrees(cast: Cast, phones: Telephones) -> None:
    suggest_daily(cast)
    phones.heard(
        anna=f"{NOTE}\n\nDr Okafor suggests every day, until you meet. You choose. "
        "If you choose nothing, it comes just this once."
    )
    assert cast.anna.labels == [*ANSWERS, "Every day", "How often?"]
    says(cast.anna, "Every day")
    phones.heard(anna="Good. I'll ask every day, until you meet. Next time: tomorrow at 7:00 pm.")


def two_notes_have_no_answer(phones: Telephones) -> None:
    phones.until("2026-12-03 19:00", anna=NOTE)
    phones.until("2026-12-04 19:00", anna=NOTE)


def the_next_one_says_that_it_comes_more_rarely(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-05 19:00", anna=f"{TUESDAY}. Room 2.")
    phones.until(
        "2026-12-06 19:00",
        anna=f"{NOTE}\n\nThe last two had no answer, and that's all right. "
        "If this one has none, I won't ask again.",
    )
    assert cast.anna.labels == [*ANSWERS, "Every day again", "Stop this one"]


def it_is_too_hard_and_she_says_what_she_could_do(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Still struggling", "Too hard", "Do a smaller part", PART)
    phones.heard(
        anna=(
            "Thanks for saying so. That's useful to know. What gets in the way?…",
            "What would you like to do?",
            "Which part could you do? Write it in your own words.",
            f"I'll ask about that instead, tomorrow at 7:00 pm: «{PART}».\n\n"
            "Shall Dr Okafor know? Dr Okafor would see the task, «too hard», and your smaller "
            "part. Nothing more.",
        )
    )
    says(cast.anna, "Yes, before we meet")
    phones.heard(anna=ON_TUESDAY)


def she_does_it_and_shows_it(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-07 11:00", anna=f"Tomorrow, {TUESDAY}. Room 2.")
    phones.until(
        "2026-12-07 19:00",
        anna=f"Your note for this evening.\n\n«{PART}»\nYou chose this smaller part.",
    )
    says(cast.anna, "Done", "Add a few words first", WENT)
    phones.heard(
        anna=(
            f"Thank you for telling me.\n\n{SHALL}, and «done». Nothing more.\n\n{ONCE}",
            "How did it go? A few words, or skip it. Only you see them until you show them.",
            f"Kept. Only you see it so far.\n\n{SHALL}, «done» and your words. Nothing more.",
        )
    )
    says(cast.anna, "Yes, before we meet")
    phones.heard(anna=ON_TUESDAY)


def dr_okafor_reads_it_on_the_day_they_meet(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 10:59", okafor=("Something to read before a meeting.",) * 2)
    says(cast.okafor, "Open")
    phones.heard(
        okafor="Anna Brown shows you this before you meet, and nothing more.\nThe task: «Walk»\n"
        f"Their answer: done\nHow it went: «{WENT}»\nTheir smaller part: «{PART}»"
    )


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    for words in (PART, WENT):
        phones.never_reached(words, "maria", "lindqvist", "ben")
    assert cast.practice.telegram.violations == []
