"""Something happened that wasn't OK: a senior psychologist first, soon, and never whom it is about."""

from collections.abc import Callable

from tests.clock import melbourne
from tests.conversations.concerns import CONDUCT, LINDQVIST, MARIA, OKAFOR, OUTSIDE
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

HIS_WORDS = "he said that i should wear a shorter skirt"
ANSWER = "Thank you for telling me. That should not have been said."
NEWS = "There's news for you.\n\n"
BODIES = (
    "This isn't the practice. I pass nothing on: you call or write to them yourself.\n\n"
    "Outside the practice you can turn to:\n"
    "Health Complaints Commissioner · 1300 582 113 · complaints about any health care in "
    "Victoria\n"
    "Ahpra, with the Psychology Board · 1300 419 495 · complaints about psychologists"
)
OF_THE_CASE = (
    "1:cases:open:1",
    "1:taking:take:1",
    "1:case_answers:write:1",
    "1:case_answers:note:1",
    "1:case_closing:close:1",
    "1:case_hearing:begin:1",
)


def test_conduct(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(practice_region="VIC")
    phones = Telephones.of(cast)
    it_cant_be_sent_to_whom_it_is_about(cast, phones)
    it_goes_to_a_senior_psychologist(cast, phones)
    dr_lindqvist_takes_it_the_next_morning(cast, phones)
    dr_okafor_becomes_manager_and_sees_nothing(cast, phones)
    dr_lindqvist_answers(cast, phones)
    anna_reads_who_is_outside(cast, phones)
    it_is_closed(cast, phones)
    a_week_later_it_isnt_sorted(cast, phones)
    dr_okafor_never_learned_of_it(cast, phones)


def it_cant_be_sent_to_whom_it_is_about(cast: Cast, phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    says(cast.anna, "Something isn't right", OKAFOR, "Write to Dr Okafor here")
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "How would you like to tell Dr Okafor? Nothing goes out yet.",
            "Tap a sentence that fits, or write your own. Short is fine. "
            "Nothing goes to Dr Okafor before you have seen it.",
        )
    )
    says(cast.anna, CONDUCT, HIS_WORDS, "That's all")
    phones.heard(
        anna=(
            "Got it. Anything more? Write it here, or tap.",
            "Got both. Anything more? Write it here, or tap.",
            "If something happened that wasn't OK, it's for somebody other than Dr Okafor to "
            "hear. Your words are kept here. Who should hear it?",
        )
    )
    assert cast.anna.labels == [LINDQVIST, MARIA, OUTSIDE, "Don't send"]


def it_goes_to_a_senior_psychologist(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, LINDQVIST, "Send")
    phones.heard(
        anna=(
            "This is what Dr Lindqvist will get:\n\nFrom Anna B. · about Dr Okafor\n"
            f"«{CONDUCT}»\n«{HIS_WORDS}»\n\n"
            "If Dr Lindqvist is away, may Maria read it? Now set to: no, it waits for "
            "Dr Lindqvist.",
            "Sent at 3:05 pm. You can take it back for one minute.\n\n"
            "Dr Lindqvist looks at it by tomorrow, 9:15 am, and answers you here by tomorrow, "
            "11:45 am. If that doesn't happen, I'll tell you.\n\n…",
        )
    )
    bare = "First look by Wednesday 2 December, 9:15 am."
    phones.until("2026-12-01 15:07", lindqvist=f"Something for you. {bare}")
    phones.until("2026-12-01 16:30", lindqvist=f"Something still waits for you. {bare}")
    phones.until("2026-12-02 08:59")  # soon, but not at night


def dr_lindqvist_takes_it_the_next_morning(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-02 09:05")
    says(cast.lindqvist, "Open", "I'll take it")
    reads = "Dr Lindqvist has your message and is looking after it. Dr Lindqvist answers by today, 11:45 am."
    phones.heard(
        anna=f"{NEWS}{reads}",
        lindqvist=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
            f"Tuesday 1 December\n3:05 pm, Anna wrote:\n«{CONDUCT}» (chosen sentence)\n"
            f"«{HIS_WORDS}»\n3:06 pm, Dr Lindqvist was asked.\n\n"
            "Promised: first look by Wednesday 2 December, 9:15 am, "
            "answer by Wednesday 2 December, 11:45 am.\n"
            "I've told Dr Okafor nothing. Please say nothing before the client says yes.",
            f"It's yours. Anna now reads: «{reads}»",
        ),
    )
    assert "Hear Dr Okafor" not in cast.lindqvist.labels


def dr_okafor_becomes_manager_and_sees_nothing(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "/staff", "Dr Okafor", "Change roles", "Add practice manager", "Change it")
    phones.heard(
        maria=(
            "Who works here:…",
            "Dr Okafor: psychologist…",
            "Dr Okafor: psychologist. What changes?",
            "New role: practice manager.…",
            "Dr Okafor: psychologist and practice manager. I tell them if they are connected.",
        ),
        okafor="Something has changed for you here.\n"
        "What you are now: psychologist and practice manager.",
    )
    says(cast.okafor, "/cases")
    phones.heard(okafor="Nothing waits for you.")
    for tap in OF_THE_CASE:
        cast.okafor.presses_data(tap)
    gone = "I can't find that any more. It may have been taken back."
    phones.heard(okafor=(gone,) * len(OF_THE_CASE))


def dr_lindqvist_answers(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-02 10:00")
    says(cast.lindqvist, "Write to Anna", ANSWER, "Send")
    phones.heard(
        anna=f"There's an answer for you.\n\nFrom Dr Lindqvist:\n«{ANSWER}»",
        lindqvist=(
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1001.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 10:00 am. Nothing for you to do until Anna answers.",
        ),
    )


def anna_reads_who_is_outside(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Something isn't right", "Something else", OUTSIDE)
    phones.heard(
        anna=(
            "C-1001. Dr Lindqvist looks after it and has written to you.…",
            "You're allowed to say this.…",
            BODIES,
        )
    )


def it_is_closed(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-04 10:00")
    says(cast.lindqvist, "/cases", "Open C-1001", "Close")
    says(cast.lindqvist, "Goes to somebody outside", "Close without a line")
    phones.heard(
        anna=f"{NEWS}Your message is closed. You can open it again any time.",
        lindqvist=(
            "C-1001: yours, answered · sent Tuesday",
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "Dr Okafor hasn't been heard.\nHow did it end?",
            "A last line to Anna?…",
            "C-1001 is closed.\nI'll ask Anna once, in a week, how it is now. If it isn't "
            "sorted, Anna says who should look at it.\n"
            "It counts only in the practice's numbers, with no names.",
        ),
    )


def a_week_later_it_isnt_sorted(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-11 09:59", maria="Your week in numbers.…")  # Dr Okafor's has none
    phones.until(
        "2026-12-11 10:00",
        anna="A question for you.\n\nYou told Dr Lindqvist that something wasn't right. How is "
        "it now? Nobody at the practice sees what you tap here.",
    )
    says(cast.anna, "No")
    phones.heard(anna="I'm sorry it isn't. Who should look at it now?")
    assert cast.anna.labels == [LINDQVIST, MARIA, OUTSIDE, "Nobody for now"]
    says(cast.anna, OUTSIDE)
    phones.heard(anna=BODIES)
    phones.until("2026-12-13 10:00")


def dr_okafor_never_learned_of_it(cast: Cast, phones: Telephones) -> None:
    for words in (HIS_WORDS, CONDUCT, "C-1001", "Anna", ANSWER):
        phones.never_reached(words, "okafor")
    for words in (HIS_WORDS, CONDUCT, "C-1001"):
        phones.never_reached(words, "maria", "ben")
    assert cast.practice.telegram.violations == []
