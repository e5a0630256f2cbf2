"""What is under way when the program is stopped: an update of the day, and what came before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.clock import melbourne
from tests.loops.prepared import Town
from tests.recognition import POSSIBLE, let_model_judge

ASKED_AT = melbourne("2026-12-01 14:50")  # three hours after a session on Tuesday
LETS_NOTE_BE_SEEN = ("/bring", "Something I want to talk about", "the clockface", "That's all",
                     "Let Dr Okafor see it before we meet", "Yes, let Dr Okafor see it")  # fmt: skip
MEETS_AGAIN = melbourne("2026-12-08 11:00")
HER_WORDS = "she looks at the clock and then I stop talking"


@dataclass(frozen=True)
class Story:
    """`act` is what the program is stopped in; `begin` is all that comes before.

    `later` is when something more that it causes falls due, in seconds, and `minutes` how long it
    takes until all of it is said.
    """

    begin: Callable[[Town], None]
    act: Callable[[Town], None]
    later: float = 0.0
    minutes: int = 0


# --- reminders, danger


def shows_times(town: Town) -> None:
    town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
    town.anna.types("My times")


def says_that_she_comes(town: Town) -> None:
    town.anna.account.taps("I'll be there")


def writes_words_of_danger(town: Town) -> None:
    town.anna.account.types("I want to die")


def is_asked_whether_it_is_danger(town: Town) -> None:
    shows_times(town)
    let_model_judge(town)
    town.anna.types(POSSIBLE)


def says_nothing(town: Town) -> None:
    town.hand.wait_until(town.hand.now() + timedelta(minutes=11))


def day_of_a_reminder(town: Town) -> None:
    town.hand.wait_until(melbourne("2026-12-05 11:00"))


# --- a check-in


def is_to_be_asked(town: Town) -> None:
    town.anna.taps("Settings")
    town.anna.taps("Short questions too")
    town.book(town.row_of(town.anna), melbourne("2026-12-01 11:00"))
    town.wait_until(melbourne("2026-12-01 14:49"))


def hour_of_a_check_in(town: Town) -> None:
    town.hand.wait_until(ASKED_AT)


def is_at_the_third_question(town: Town) -> None:
    is_to_be_asked(town)
    town.wait_until(ASKED_AT)
    for label in ("Start", "4", "7"):
        town.anna.taps(label)


def is_there_with_plain_messages(town: Town) -> None:
    town.anna.taps("Settings")
    town.anna.taps("Plain messages")
    is_at_the_third_question(town)


def is_at_the_last_question(town: Town) -> None:
    is_at_the_third_question(town)
    town.anna.taps("7")


def answers_with_three(town: Town) -> None:
    town.anna.account.taps("3")


# --- what a client lets be seen


def has_read_what_would_be_seen(town: Town) -> None:
    for said in LETS_NOTE_BE_SEEN[:-1]:
        town.anna.types(said)


def lets_it_be_seen(town: Town) -> None:
    town.anna.account.taps(LETS_NOTE_BE_SEEN[-1])


# --- sharing, and a brief


def shares_what_she_answered(town: Town) -> None:
    """Anna has said yes, and meets Dr Okafor again a week later."""
    is_to_be_asked(town)
    town.wait_until(ASKED_AT)
    for label in ("Start", "8", "9", "8", "7", "Yes, these and later ones"):
        town.anna.taps(label)
    town.book(town.row_of(town.anna), MEETS_AGAIN)
    town.wait_until(MEETS_AGAIN - timedelta(hours=1, minutes=1))


def an_hour_before(town: Town) -> None:
    town.hand.wait_until(MEETS_AGAIN - timedelta(hours=1))


def asks_for_a_brief(town: Town) -> None:
    town.okafor.account.types("/brief")


def shares_while_something_waits(town: Town) -> None:
    """Her numbers are on their way to him, and she is about to end it."""
    shares_what_she_answered(town)
    town.anna.types("/sharing")
    anna = town.row_of(town.anna)
    later = town.hand.now() + timedelta(minutes=1)
    town.queue(town.okafor, "Anna: 8 of 10", shows_client_id=anna.id, due_at=later)


def ends_sharing(town: Town) -> None:
    town.anna.account.taps("Stop sharing my numbers")


# --- a concern


def is_about_to_send(town: Town) -> None:
    town.wait_until(melbourne("2026-12-01 10:00"))
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        town.anna.taps(label)
    town.anna.types(HER_WORDS)
    town.anna.taps("That's all")


def sends(town: Town) -> None:
    town.anna.account.taps("Send, and Dr Lindqvist may read it if Maria is away")


# --- a claim and an answer


def is_handed_to_lindqvist(town: Town) -> None:
    """Both have an alert; Dr Lindqvist has it open."""
    is_about_to_send(town)
    town.anna.taps("Send, and Dr Lindqvist may read it if Maria is away")
    town.wait(seconds=61)
    town.maria.taps("Open")
    town.maria.taps("Hand to Dr Lindqvist")
    town.maria.taps("Hand on without a note")
    town.lindqvist.taps("Open")


def takes_it(town: Town) -> None:
    town.lindqvist.account.taps("I'll take it")


def has_written_an_answer(town: Town) -> None:
    is_handed_to_lindqvist(town)
    town.lindqvist.taps("I'll take it")
    town.lindqvist.taps("Write to Anna")
    town.lindqvist.types("Thank you for telling me. I'm here on Thursday.")


def sends_the_answer(town: Town) -> None:
    town.lindqvist.account.taps("Send")


STORIES = {
    "tap": Story(shows_times, says_that_she_comes, minutes=3),
    "reminder": Story(shows_times, day_of_a_reminder),
    "danger": Story(shows_times, writes_words_of_danger),
    "silence": Story(is_asked_whether_it_is_danger, says_nothing),
    "check-in asked": Story(is_to_be_asked, hour_of_a_check_in),
    "answer in the middle": Story(is_at_the_third_question, answers_with_three),
    "answer, plain messages": Story(is_there_with_plain_messages, answers_with_three),
    "last answer": Story(is_at_the_last_question, answers_with_three),
    "note shared": Story(has_read_what_would_be_seen, lets_it_be_seen),
    "brief by itself": Story(shares_what_she_answered, an_hour_before),
    "brief asked for": Story(shares_what_she_answered, asks_for_a_brief),
    "sharing ended": Story(shares_while_something_waits, ends_sharing, minutes=2),
    "concern sent": Story(is_about_to_send, sends, later=60.0, minutes=2),
    "claim": Story(is_handed_to_lindqvist, takes_it),
    "answer of staff": Story(has_written_an_answer, sends_the_answer),
}
