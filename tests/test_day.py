"""The day, whole: reminded, asked, carried, and an answer brought back; nobody sees what isn't theirs."""

import pytest

from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import Cast, Someone

QUESTIONS = "Reminders, and now and then a short question about how it's going"
HER_WORDS = "she's nice but she looks at the clock and then I stop talking. maybe its me"
HIS_WORDS = "i don't think she gets me at all"
IN_DANGER = "i cant do this anymore i have the pills here"


@pytest.fixture(params=["polling", "webhook"])
def cast(request: pytest.FixtureRequest, database_url: str, open_practice: Opener) -> Cast:
    cast = Cast(open_practice(database_url, by=request.param))
    cast.welcome(wish=QUESTIONS)
    return cast


def test_a_day_of_the_practice(cast: Cast) -> None:
    practice = cast.practice
    for day in ("2026-12-01 11:00", "2026-12-08 11:00"):
        practice.book(cast.anna_row, melbourne(day))
    anna_is_reminded_and_comes(cast)
    homework_is_set(cast)
    a_low_check_in_becomes_a_concern(cast)
    ben_writes_in_the_night_and_is_shown_help(cast)
    maria_takes_it_on(cast)
    they_talk_and_it_is_closed(cast)
    anna_struggles_with_homework(cast)
    dr_okafor_reads_what_was_shown_and_nothing_else(cast)
    a_week_later_it_is_sorted(cast)
    nobody_saw_what_isnt_theirs(cast)
    assert practice.telegram.violations == []


# --- Monday and Tuesday


def anna_is_reminded_and_comes(cast: Cast) -> None:
    cast.practice.wait_until(melbourne("2026-11-30 11:00"))
    cast.anna.sees("Tomorrow, Tuesday 1 December, 11:00 am. Room 2.")
    cast.anna.taps("I'll be there")
    cast.practice.wait(minutes=3)
    cast.okafor.sees("Anna B. is coming: Tuesday 1 December, 11:00 am.")


def homework_is_set(cast: Cast) -> None:
    okafor = cast.okafor
    cast.practice.wait_until(melbourne("2026-12-01 12:00"))
    okafor.taps("Set homework")
    okafor.taps("Anna B.")
    okafor.types("Write down one worry, and what you'd say to a friend who had it.")
    okafor.types("To see how much kinder you are to others.")
    okafor.taps(okafor.labels[0])  # two days before they meet
    okafor.taps("Set it")
    cast.anna.sees_nothing_of("one worry")


def a_low_check_in_becomes_a_concern(cast: Cast) -> None:
    anna, practice = cast.anna, cast.practice
    practice.wait_until(melbourne("2026-12-01 14:50"))
    anna.sees("Nobody sees your answers unless you show them.")
    anna.taps("Start")
    for answer in ("4", "7", "7", "3"):
        anna.taps(answer)
    anna.sees("Being heard and being open were low today.")
    anna.taps("Tell somebody else at the practice")
    anna.sees("You're allowed to say this.")
    anna.taps("Maria Santos, practice manager")
    anna.taps("I can't be open")
    anna.types(HER_WORDS)
    anna.taps("Add my four answers")
    anna.taps("That's all")
    preview = anna.sees("This is what Maria will get:").text
    assert f"From Anna B. · about Dr Okafor\n«I can't be open»\n«{HER_WORDS}»" in preview
    assert "3 of 10" in preview
    anna.taps("Send, and Dr Lindqvist may read it if Maria is away")
    anna.sees("You can take it back for one minute.")
    anna.sees("(If you phone about it: C-100")


# --- the night


def ben_writes_in_the_night_and_is_shown_help(cast: Cast) -> None:
    practice, ben = cast.practice, cast.ben
    practice.wait_until(melbourne("2026-12-01 15:10"))
    cast.maria.sees("Something for you. First look by Wednesday 2 December, 2:00 pm.")
    practice.wait_until(melbourne("2026-12-02 02:04"))
    ben.types(IN_DANGER)
    assert ben.last.startswith("Please call 000 now, or Lifeline, 13 11 14")
    assert cast.maria.sees("Urgent. Please open now.").silent
    practice.wait_until(melbourne("2026-12-02 09:00"))
    cast.maria.taps("Open", bubble=cast.maria.sees("Urgent. Please open now."))
    cast.maria.sees(IN_DANGER)
    ben.sees("Maria Santos has opened what you wrote.")


# --- Wednesday and Thursday


def maria_takes_it_on(cast: Cast) -> None:
    maria, anna = cast.maria, cast.anna
    maria.taps("Open", bubble=maria.sees("Something for you."))
    assert HER_WORDS in maria.last and "I've told Dr Okafor nothing." in maria.last
    maria.taps("I'll take it")
    anna.sees("Maria has your message and is looking after it.")
    maria.taps("Offer times to talk")
    maria.types("Dear Anna, thank you for telling me. Could we talk for ten minutes?")
    maria.taps("Thursday 3 December")
    maria.taps("12:30 pm")
    maria.taps("Send")
    assert anna.last.startswith("There's an answer for you.\n\nFrom Maria Santos:")
    maria.sees("Delivered 9:0")
    anna.taps("Choose a time")
    anna.taps("Thursday 3 December, 12:30 pm")
    anna.types("0400 000 000, no message please")
    maria.sees("call on Thursday 3 December, 12:30 pm. Open it for the number.")


def they_talk_and_it_is_closed(cast: Cast) -> None:
    maria, anna = cast.maria, cast.anna
    cast.practice.wait_until(melbourne("2026-12-03 12:50"))
    maria.taps("Cases")
    maria.taps("Open C-1001")
    assert "0400 000 000, no message please" in maria.last
    maria.taps("Note for the file")
    maria.types("Talked 10 min. Wants to tell Dr O herself on the 8th.")
    maria.taps("Close")
    maria.taps("Talked, carries on with Dr Okafor")
    maria.types("I'm glad we talked, Anna. If Tuesday doesn't go well, write to me here.")
    maria.taps("Send and close")
    anna.sees("«I'm glad we talked, Anna.")
    anna.sees("Your message is closed. You can open it again any time.")
    anna.sees_nothing_of("Talked 10 min.")


# --- what comes after


def anna_struggles_with_homework(cast: Cast) -> None:
    anna = cast.anna
    cast.practice.wait_until(melbourne("2026-12-06 19:00"))
    assert anna.last.startswith("Your note for this evening.")
    anna.taps("Still struggling")
    anna.taps("Too hard")
    anna.taps("Do a smaller part")
    anna.types("just write the worry down nothing else")
    anna.taps("Yes, before we meet")


def dr_okafor_reads_what_was_shown_and_nothing_else(cast: Cast) -> None:
    cast.practice.wait_until(melbourne("2026-12-08 09:00"))
    cast.okafor.taps("Open", bubble=cast.okafor.sees("Something to read before a meeting."))
    shown = cast.okafor.last
    assert "just write the worry down nothing else" in shown and "oo hard" in shown
    cast.ben.types(HIS_WORDS)
    cast.ben.sees_nothing_of("is on its way")


def a_week_later_it_is_sorted(cast: Cast) -> None:
    cast.practice.wait_until(melbourne("2026-12-15 13:00"))  # one question a day, three a week
    cast.anna.sees("How is it now?")
    cast.anna.taps("Sorted")
    cast.anna.sees("Thank you. I won't ask about it again.")


def nobody_saw_what_isnt_theirs(cast: Cast) -> None:
    hers = (HER_WORDS, "3 of 10", "0400 000 000", "Talked 10 min.", "C-1001", "I can't be open")
    for words in (*hers, IN_DANGER, HIS_WORDS):
        saw_nothing(cast.okafor, words)
    for words in (*hers, "one worry"):
        saw_nothing(cast.ben, words)
    for words in (*hers, HIS_WORDS):
        saw_nothing(cast.lindqvist, words)
    for words in (HIS_WORDS, "just write the worry down"):
        saw_nothing(cast.maria, words)
    for words in (IN_DANGER, HIS_WORDS):
        saw_nothing(cast.anna, words)


def saw_nothing(someone: Someone, words: str) -> None:
    """Not on the screen now, nor in anything that ever arrived there."""
    someone.sees_nothing_of(words)
    telegram = someone.practice.telegram
    texts = [
        str(call.params.get("text"))
        for method in ("sendMessage", "editMessageText")
        for call in telegram.calls_of(method)
        if call.params.get("chat_id") == someone.account.id
    ]
    assert texts, "the list is that of this person"
    assert not [text for text in texts if words in text]
