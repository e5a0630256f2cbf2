"""«Please call me»: not a word about it is written; Maria phones, notes it, and closes."""

from tests.clock import melbourne
from tests.conversations.concerns import LINDQVIST, MARIA
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

NEWS = "There's news for you.\n\n"
CALL = "Please call: «0400 000 000 · tomorrow after 4 · no message, please»"
NOTE = "Called 4:05 pm, talked 20 min. Would like to go on as it is."
LAST_LINE = "It was good to talk, Anna."


def test_call_me(welcomed: Cast) -> None:
    phones = Telephones.of(welcomed)
    anna_would_rather_be_called(welcomed, phones)
    one_thing_is_asked_at_a_time(welcomed, phones)
    maria_takes_it(welcomed, phones)
    she_calls_and_notes_it(welcomed, phones)
    she_closes_it_with_a_line(welcomed, phones)
    a_week_later_anna_would_rather_not_say(welcomed, phones)
    nobody_saw_what_isnt_theirs(welcomed, phones)


def anna_would_rather_be_called(cast: Cast, phones: Telephones) -> None:
    phones.practice.wait_until(melbourne("2026-12-01 15:05"))
    says(cast.anna, "Something isn't right", "I'd rather be called")
    phones.heard(
        anna=(
            "You're allowed to say this.…",
            "OK. You don't have to write anything about it. Who should call you?",
        )
    )
    assert cast.anna.labels == [MARIA, LINDQVIST, "Not now"]


def one_thing_is_asked_at_a_time(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, MARIA, "0400 000 000", "tomorrow after 4", "No message, please")
    phones.heard(
        anna=(
            "Which number? Nothing goes to Maria before you have seen it.",
            "When is a good time for a call? Write it, or skip it.",
            "If you can't pick up, may Maria leave a message there?",
            f"This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n{CALL}\n\n"
            "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria.",
        )
    )
    says(cast.anna, "Send")
    phones.heard(
        anna="Sent at 3:05 pm. You can take it back for one minute.\n\n"
        "Maria looks at it by tomorrow, 3:00 pm, and answers you here by Thursday 3 December, "
        "5:00 pm. If that doesn't happen, I'll tell you. The call itself can be that answer.\n\n…"
    )


def maria_takes_it(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 15:07",
        maria="Something for you. First look by Wednesday 2 December, 3:00 pm.",
    )
    cast.maria.sees_nothing_of("0400")
    says(cast.maria, "Open", "I'll take it")
    reads = "Maria has your message and is looking after it. Maria answers by Thursday 3 December, 5:00 pm."
    phones.heard(
        anna=f"{NEWS}{reads}",
        maria=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
            f"Tuesday 1 December\n3:05 pm, Anna wrote:\n{CALL}\n3:06 pm, Maria was asked.\n\n"
            "Promised: first look by Wednesday 2 December, 3:00 pm, "
            "answer by Thursday 3 December, 5:00 pm.\n"
            "I've told Dr Okafor nothing. Please say nothing before the client says yes.",
            f"It's yours. Anna now reads: «{reads}»",
        ),
    )


def she_calls_and_notes_it(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-02 16:30", maria="C-1001: an answer was promised by Thursday 3 December, 5:00 pm."
    )
    says(cast.maria, "Open", "Note for the file", NOTE)
    phones.heard(
        maria=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "Write the note. It is not sent. Anna sees it only in a copy of their data.",
            "Kept as a note. Anna doesn't see it in the chat, but would see it in a copy of "
            "their data.",
        )
    )


def she_closes_it_with_a_line(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "Close", "Talked, carries on with Dr Okafor", LAST_LINE, "Send and close")
    phones.heard(
        anna=f"{NEWS}From Maria Santos:\n«{LAST_LINE}»\n\n"
        "Your message is closed. You can open it again any time.",
        maria=(
            "Dr Okafor hasn't been heard.\nHow did it end?",
            "A last line to Anna?…",
            f"«{LAST_LINE}»\nGoes to: Anna B., C-1001.\nIt closes the case.",
            "C-1001 is closed.\nI'll ask Anna once, in a week, how it is now.…",
        ),
    )


def a_week_later_anna_would_rather_not_say(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-09 16:29", maria="Your week in numbers.…")
    phones.until(
        "2026-12-09 16:30",
        anna="A question for you.\n\nYou told Maria that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here.",
    )
    says(cast.anna, "I'd rather not say")
    phones.heard(anna="Thank you. I won't ask about it again.")
    phones.until("2027-01-08 16:30")


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    for words in ("0400", "C-1001", "Anna wrote", NOTE, LAST_LINE):
        phones.never_reached(words, "okafor", "lindqvist", "ben")
    phones.never_reached(NOTE, "anna")
    assert cast.practice.telegram.violations == []
