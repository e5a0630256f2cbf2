"""Which question typed words answer, where several are open and some are old."""

from tests.clock import melbourne
from tests.conversations.concerns import MARIA
from tests.practice import Cast

TUESDAY = melbourne("2026-12-08 11:00")


def writes_to_maria(cast: Cast) -> None:
    for label in ("Something isn't right", MARIA, "I can't be open"):
        cast.anna.taps(label)
    cast.anna.taps("That's all")
    cast.anna.taps("Send")
    cast.practice.wait(minutes=2)
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")


def maria_writes(cast: Cast, words: str) -> None:
    cast.maria.taps("Write to Anna")
    cast.maria.types(words)
    cast.maria.taps("Send")


def test_a_yes_to_what_maria_wrote_is_no_yes_to_an_older_question(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-02 11:00"))
    welcomed.anna.sees("Tomorrow, Thursday 3 December, 11:00 am.")
    writes_to_maria(welcomed)
    welcomed.maria.taps("Ask Anna: may I talk with Dr Okafor?")
    welcomed.maria.taps("Send")
    maria_writes(welcomed, "Or would you like to stop seeing Dr Okafor?")
    welcomed.anna.types("Yes")
    welcomed.anna.sees("Nobody has read that yet. Shall Maria get it, together with your message?")
    welcomed.practice.wait(minutes=5)
    welcomed.okafor.sees_nothing_of("is coming")
    welcomed.maria.taps("Cases")
    welcomed.maria.taps("Open C-1001")
    welcomed.maria.sees_nothing_of("Yes, you may talk")


def test_the_older_question_s_own_words_still_find_it(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-02 11:00"))
    writes_to_maria(welcomed)
    maria_writes(welcomed, "Thank you.")
    welcomed.anna.types("I'll be there")
    welcomed.anna.sees("Good. See you on Thursday 3 December, 11:00 am.")


def test_an_answer_to_the_next_day_s_reminder_is_none_to_yesterday_s_step(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.practice.wait_until(melbourne("2026-12-07 10:30"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I can't come")
    welcomed.anna.taps("Cancel it, something happened")
    welcomed.practice.wait_until(melbourne("2026-12-07 11:00"))
    welcomed.anna.types("yes")
    welcomed.anna.sees("Good. See you on Tuesday 8 December, 11:00 am.")
    welcomed.anna.sees_nothing_of("Cancelled:")


def test_after_a_day_a_question_takes_no_words_any_more(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.practice.wait(hours=25)
    welcomed.anna.types("my little one is sick")
    welcomed.anna.sees_nothing_of("I'm asking Maria")


def test_a_reply_to_one_matter_never_goes_to_the_step_of_another(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, TUESDAY)
    writes_to_maria(welcomed)
    maria_writes(welcomed, "How are you?")
    answer = welcomed.anna.sees("«How are you?»")
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.types("not so well", reply_to=answer)
    welcomed.anna.sees("Added. It's on its way to Maria.")
    welcomed.anna.sees_nothing_of("I'm asking Maria")


def test_a_reply_to_a_reminder_is_no_part_of_a_concern(welcomed: Cast) -> None:
    writes_to_maria(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-02 11:00"))
    reminder = welcomed.anna.sees("Tomorrow, Thursday 3 December, 11:00 am.")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    welcomed.anna.types("my little one is sick", reply_to=reminder)
    welcomed.anna.sees_nothing_of("Added.")


def test_conduct_is_not_added_to_what_its_subject_reads(welcomed: Cast) -> None:
    for label in (
        "Something isn't right",
        "Dr Okafor, whom you see",
        "Write to Dr Okafor here",
        "I can't be open",
    ):
        welcomed.anna.taps(label)
    welcomed.anna.taps("That's all")
    welcomed.anna.taps("Send")
    welcomed.practice.wait(minutes=2)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    welcomed.anna.types("He put his hand on my leg in the session")
    welcomed.anna.sees("it's for somebody other than Dr Okafor to hear. I haven't passed that on.")
    welcomed.okafor.taps("Open")
    welcomed.okafor.sees_nothing_of("hand on my leg")
    welcomed.anna.taps("Yes, choose who")
    welcomed.anna.taps("Dr Lindqvist, senior psychologist")
    welcomed.anna.taps("That's all")
    welcomed.anna.sees("«He put his hand on my leg in the session»")


def test_a_step_that_was_left_open_does_not_open_a_closed_case_unasked(welcomed: Cast) -> None:
    writes_to_maria(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    for label in ("Close", "Practical matter, settled", "Close without a line"):
        welcomed.maria.taps(label)
    welcomed.anna.types("see you on tuesday")
    welcomed.anna.sees("Your message was closed in the meantime.")
    welcomed.anna.taps("Yes, open it again")
    welcomed.anna.sees("It's open again")


def test_words_written_before_a_call_is_chosen_go_with_it(welcomed: Cast) -> None:
    welcomed.anna.types("she never listens to me")
    welcomed.anna.taps("Yes, choose who")
    welcomed.anna.taps("I'd rather be called")
    welcomed.anna.taps(MARIA)
    welcomed.anna.types("0400 000 000, evenings")
    welcomed.anna.taps("Skip")
    welcomed.anna.taps("No message, please")
    call = "Please call: «0400 000 000, evenings · no message, please»"
    welcomed.anna.sees(f"«she never listens to me»\n{call}")
