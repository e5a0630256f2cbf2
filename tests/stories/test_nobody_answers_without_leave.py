"""Nobody answers, and nobody else may read it: Anna is asked what to do, and it is never forgotten."""

from tests.clock import melbourne
from tests.conversations.concerns import MARIA, WORDS, case_of
from tests.practice import Cast
from tests.stories.telephones import Telephones, connect_operator, says

NEWS = "There's news for you.\n\n"
NOT_YET = f"{NEWS}Nobody has taken your message on yet. I'm sorry.\n"
RUNG = "Something for you. First look by {}, 3:00 pm."
STILL = "Something still waits for you. First look by {}, 3:00 pm."
ANSWER = "Dear Anna, I'm sorry that it took so long."


def test_nobody_answers_and_nobody_else_may_read_it(welcomed: Cast) -> None:
    operator = connect_operator(welcomed.practice)
    phones = Telephones.of(welcomed, operator=operator)
    anna_names_maria_alone(welcomed, phones)
    maria_does_not_look_and_anna_is_asked(phones)
    anna_waits(welcomed, phones)
    she_is_asked_once_more_and_lets_dr_lindqvist_read_it(welcomed, phones)
    he_does_not_look_either_and_she_is_told(welcomed, phones)
    the_operator_hears_that_a_case_waits(welcomed, phones)
    it_still_has_a_next_step(welcomed, phones)
    at_last_it_is_answered(welcomed, phones)
    nobody_saw_what_isnt_theirs(welcomed, phones)


def anna_names_maria_alone(cast: Cast, phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    says(cast.anna, "Something isn't right", MARIA, WORDS, "That's all", "Send")
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "Tap a sentence that fits, or write your own.…",
            "Got it. Anything more? Write it here, or tap.",
            "This is what Maria will get:…",
            "Sent at 3:05 pm. You can take it back for one minute.\n\n"
            "Maria looks at it by tomorrow, 3:00 pm, and answers you here by Thursday 3 December, "
            "5:00 pm. If that doesn't happen, I'll tell you.\n\n…",
        )
    )
    phones.until("2026-12-01 15:07", maria=RUNG.format("Wednesday 2 December"))


def maria_does_not_look_and_anna_is_asked(phones: Telephones) -> None:
    phones.until("2026-12-02 14:59", maria=STILL.format("Wednesday 2 December"))
    phones.until(
        "2026-12-02 15:00",
        anna=f"{NOT_YET}You can wait, let somebody else read it, or phone Riverside "
        "(03 9000 0000).",
        maria=RUNG.format("Thursday 3 December"),
    )


def anna_waits(cast: Cast, phones: Telephones) -> None:
    assert cast.anna.labels == ["Wait", "Let Dr Lindqvist read it"]
    says(cast.anna, "Wait")
    phones.heard(anna="All right, it waits. I've reminded Maria.")


def she_is_asked_once_more_and_lets_dr_lindqvist_read_it(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-03 14:59", maria=STILL.format("Thursday 3 December"))
    phones.until(
        "2026-12-03 15:00",
        anna=f"{NOT_YET}You can wait, let somebody else read it, or phone Riverside "
        "(03 9000 0000).",
        maria=RUNG.format("Friday 4 December"),
    )
    says(cast.anna, "Let Dr Lindqvist read it")
    phones.heard(
        anna="I've asked Dr Lindqvist. First look by tomorrow, 3:00 pm.",
        lindqvist=RUNG.format("Friday 4 December"),
    )


def he_does_not_look_either_and_she_is_told(cast: Cast, phones: Telephones) -> None:
    still = STILL.format("Friday 4 December")
    phones.until("2026-12-04 14:59", maria=still, lindqvist=still)
    rung = RUNG.format("Monday 7 December")
    phones.until(
        "2026-12-04 15:00",
        anna=f"{NOT_YET}You can wait, or phone Riverside (03 9000 0000).",
        maria=rung,
        lindqvist=rung,
    )
    says(cast.anna, "Something isn't right")
    phones.heard(
        anna="C-1001. Sent to Maria and Dr Lindqvist. Nobody has taken it on yet. "
        "First look by Monday 7 December, 3:00 pm.\n"
        "I go on reminding Maria and Dr Lindqvist. You can also phone Riverside (03 9000 0000)."
    )


def the_operator_hears_that_a_case_waits(cast: Cast, phones: Telephones) -> None:
    """Asking Anna a third time would be no help, nor would ringing half way as well."""
    phones.until("2026-12-07 14:59", maria="Your week in numbers.…")
    rung = RUNG.format("Tuesday 8 December")
    phones.until(
        "2026-12-07 15:00",
        operator="Between Sessions needs you: concern_case:1 waits, 3 times, on 2026-12-07. "
        "`between-sessions stuck` shows what waits.",
        maria=rung,
        lindqvist=rung,
    )


def it_still_has_a_next_step(cast: Cast, phones: Telephones) -> None:
    assert case_of(cast.practice).due_at == melbourne("2026-12-08 15:00")
    rung = RUNG.format("Wednesday 9 December")
    phones.until(
        "2026-12-08 15:00",
        operator="Between Sessions needs you: concern_case:1 waits, 4 times…",
        maria=rung,
        lindqvist=rung,
    )


def at_last_it_is_answered(cast: Cast, phones: Telephones) -> None:
    says(cast.lindqvist, "Open", "I'll take it", "Write to Anna", ANSWER, "Send")
    reads = "Dr Lindqvist has your message and is looking after it. "
    reads += "Dr Lindqvist answers by Thursday 10 December, 5:00 pm."
    phones.heard(
        anna=(f"{NEWS}{reads}", f"There's an answer for you.\n\nFrom Dr Lindqvist:\n«{ANSWER}»"),
        lindqvist=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            f"It's yours. Anna now reads: «{reads}»",
            "Write it here. Anna reads it with your name, after you have seen it.",
            f"«{ANSWER}»\nGoes to: Anna B., C-1001.",
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 3:00 pm. Nothing for you to do until Anna answers.",
        ),
    )
    cast.maria.sees("Dr Lindqvist has taken it.")
    cast.maria.sees_nothing_of("First look by")
    phones.until("2026-12-18 15:00", maria="Your week in numbers.…")


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    phones.never_reached(WORDS, "okafor", "ben", "maria", "operator")
    for words in ("C-1001", "Anna"):
        phones.never_reached(words, "ben", "okafor", "operator")
    assert cast.practice.telegram.violations == []
