"""Nobody answers, and Anna allowed two others to read it: each is asked in turn, each once."""

import pytest

from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.concerns import MARIA, WORDS
from tests.practice import Cast, Someone
from tests.stories.telephones import Telephones, says

NEWS = "There's news for you.\n\n"
ANSWER = "Dear Anna, I'm sorry that you had to wait. Shall we talk?"


@pytest.fixture
def bob(welcomed: Cast) -> Someone:
    """A second senior psychologist."""
    row = welcomed.practice.add_staff("Bob Bell", Role.SENIOR)
    return welcomed.practice.join(row, "Bob")


def test_nobody_answers_and_others_may_read_it(welcomed: Cast, bob: Someone) -> None:
    phones = Telephones.of(welcomed, bob=bob)
    anna_allows_two_others(welcomed, phones)
    half_way_maria_is_reminded(phones)
    nobody_looks_and_dr_lindqvist_is_asked(welcomed, phones)
    maria_can_still_take_it(welcomed, phones)
    her_answer_is_late_and_bob_is_asked(welcomed, phones)
    bob_takes_it_and_answers(welcomed, phones)
    nobody_else_is_asked_for_anything(welcomed, phones)


def anna_allows_two_others(cast: Cast, phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    says(cast.anna, "Something isn't right", MARIA, WORDS, "That's all")
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "Tap a sentence that fits, or write your own.…",
            "Got it. Anything more? Write it here, or tap.",
            f"This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n«{WORDS}»\n\n"
            "If Maria is away, may Dr Lindqvist or Bob read it? Now set to: no, it waits for "
            "Maria.",
        )
    )
    says(cast.anna, "Send, and Dr Lindqvist or Bob may read it if Maria is away")
    phones.heard(
        anna="Sent at 3:05 pm. You can take it back for one minute.\n\n"
        "Maria looks at it by tomorrow, 3:00 pm, and answers you here by Thursday 3 December, "
        "5:00 pm. If that doesn't happen, I'll tell you. Then I'll ask Dr Lindqvist or Bob too.…"
    )
    phones.until(
        "2026-12-01 15:07",
        maria="Something for you. First look by Wednesday 2 December, 3:00 pm.",
    )


def half_way_maria_is_reminded(phones: Telephones) -> None:
    phones.until("2026-12-02 11:02")
    phones.until(
        "2026-12-02 11:04",
        maria="Something still waits for you. First look by Wednesday 2 December, 3:00 pm.",
    )


def nobody_looks_and_dr_lindqvist_is_asked(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-02 14:59")
    phones.until(
        "2026-12-02 15:00",
        anna=f"{NEWS}Nobody has taken your message on yet. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now.",
        maria="Dr Lindqvist has been asked too. You can still take it.",
        lindqvist="Something for you. First look by Thursday 3 December, 3:00 pm.",
    )
    says(cast.anna, "Something isn't right")
    phones.heard(
        anna="C-1001. Sent to Maria and Dr Lindqvist. Nobody has taken it on yet. "
        "First look by tomorrow, 3:00 pm.\n"
        "If nobody takes it on by then, I ask Bob too, as you allowed."
    )


def maria_can_still_take_it(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-02 15:20")
    says(cast.maria, "Open", "I'll take it")
    reads = "Maria has your message and is looking after it. Maria answers by tomorrow, 5:00 pm."
    phones.heard(
        anna=f"{NEWS}{reads}",
        maria=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            f"It's yours. Anna now reads: «{reads}»",
        ),
    )
    cast.lindqvist.sees("Maria Santos has taken it.")
    cast.lindqvist.sees_nothing_of("First look by Thursday")


def her_answer_is_late_and_bob_is_asked(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-03 16:59", maria="C-1001: an answer was promised by Thursday 3 December, 5:00 pm."
    )
    phones.until(
        "2026-12-03 17:00",
        anna=f"{NEWS}Maria hasn't answered yet. I'm sorry.\nAs you allowed, I've asked Bob now.",
    )
    phones.until("2026-12-04 08:59")  # nobody is rung at night
    phones.until(
        "2026-12-04 09:00",
        maria=(
            "C-1001: an answer was promised by now. Please open it.",
            "Bob Bell has been asked too. You can still take it.",
        ),
        lindqvist="Bob Bell has been asked too. You can still take it.",
        bob="Something for you. First look by Monday 7 December, 9:00 am.",
    )


def bob_takes_it_and_answers(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-04 09:30")
    bob = phones.people["bob"]
    says(bob, "Open")
    assert f"«{WORDS}»" in bob.last
    says(bob, "I'll take it")
    reads = (
        "Bob has your message and is looking after it. Bob answers by Tuesday 8 December, 5:00 pm."
    )
    phones.heard(
        anna=f"{NEWS}{reads}",
        bob=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            f"It's yours. Anna now reads: «{reads}»",
        ),
    )
    cast.maria.sees("Bob Bell has taken it.")
    cast.lindqvist.sees("Bob Bell has taken it.")
    says(bob, "Write to Anna", ANSWER, "Send")
    phones.heard(
        anna=f"There's an answer for you.\n\nFrom Bob Bell:\n«{ANSWER}»",
        bob=(
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1001.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 9:30 am. Nothing for you to do until Anna answers.",
        ),
    )


def nobody_else_is_asked_for_anything(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-11 09:30", maria="Your week in numbers.…")
    for words in (WORDS, "C-1001"):
        phones.never_reached(words, "okafor", "ben")
    phones.never_reached(WORDS, "lindqvist")  # asked, and never opened it
    assert cast.practice.telegram.violations == []
