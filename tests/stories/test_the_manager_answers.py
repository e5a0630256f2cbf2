"""A low check-in becomes a concern, and the practice manager answers it (TRANSCRIPTS 4 and 5)."""

import pytest

from tests.clock import melbourne
from tests.conftest import Opener
from tests.practice import WITH_QUESTIONS, Cast
from tests.stories.telephones import Telephones, says

HER_WORDS = "she's nice but she looks at the clock and then I stop talking. maybe its me"
LINE = "Dear Anna, thank you for telling me. It isn't just you. Could we talk for ten minutes?"
NUMBER = "0400 000 000, no message please"
FOR_THE_FILE = "Talked 10 min. Would like me to hear Dr O."
FOR_DR_OKAFOR = "How do you see the last few sessions?"
HER_ANSWER = "I noticed it too, and I'm sorry."
LAST_LINE = "I'm glad we talked, Anna. If Tuesday doesn't go well, write to me here."
ASKED_DR_OKAFOR = "Anna B., 11:00 am: did it take place? No answer counts as yes."


@pytest.fixture
def cast(database_url: str, open_practice: Opener) -> Cast:
    cast = Cast(open_practice(database_url))
    cast.welcome(wish=WITH_QUESTIONS)
    for day in ("2026-12-01 11:00", "2026-12-08 11:00"):
        cast.practice.book(cast.anna_row, melbourne(day))
    return cast


def test_the_manager_answers(cast: Cast) -> None:
    phones = Telephones.of(cast)
    a_low_check_in_asks_who_should_hear_it(cast, phones)
    anna_sees_what_maria_will_get_and_sends_it(cast, phones)
    maria_is_rung_and_opens_it_later(cast, phones)
    she_takes_it_and_anna_hears_of_a_person(cast, phones)
    she_offers_times_and_anna_chooses(cast, phones)
    they_talk_and_a_note_is_kept(cast, phones)
    dr_okafor_is_heard_with_annas_leave(cast, phones)
    dr_okafor_answers(cast, phones)
    it_is_closed_with_a_last_line(cast, phones)
    a_week_later_it_is_sorted(cast, phones)
    nobody_saw_what_isnt_theirs(cast, phones)


def a_low_check_in_asks_who_should_hear_it(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 14:50",
        anna=(
            "Tomorrow, Tuesday 1 December, 11:00 am. Room 2.",
            "Four short questions about today. They take half a minute.\n\n"
            "Nobody sees your answers unless you show them.",
        ),
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Start", "4", "7", "6", "3")
    phones.heard(anna="Thank you. You're allowed to say this.…")
    phones.until("2026-12-01 15:03")
    says(cast.anna, "Tell somebody else at the practice")
    phones.heard(
        anna="You're allowed to say this. Your times, your fees and how you're treated stay the "
        "same. Dr Okafor isn't told unless you agree. (If somebody may be unsafe, the practice "
        "may have to act. It would tell you first where it can.)\n\nWho should hear it?"
    )


def anna_sees_what_maria_will_get_and_sends_it(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "Maria Santos, practice manager", "I can't be open", HER_WORDS)
    phones.heard(
        anna=(
            "Tap a sentence that fits, or write your own. Short is fine. "
            "Nothing goes to Maria before you have seen it.",
            "Got it. Anything more? Write it here, or tap.",
            "Got both. Anything more? Write it here, or tap.",
        )
    )
    says(cast.anna, "That's all")
    phones.heard(
        anna="This is what Maria will get:\n\nFrom Anna B. · about Dr Okafor\n"
        f"«I can't be open»\n«{HER_WORDS}»\n\n"
        "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria."
    )
    phones.until("2026-12-01 15:05")
    says(cast.anna, "Send, and Dr Lindqvist may read it if Maria is away")
    phones.heard(
        anna="Sent at 3:05 pm. You can take it back for one minute.\n\n"
        "Maria looks at it by tomorrow, 3:00 pm, and answers you here by Thursday 3 December, "
        "5:00 pm. If that doesn't happen, I'll tell you. Then I'll ask Dr Lindqvist too.\n\n"
        "To add something, write it here. To see how it stands, tap «Something isn't right». "
        "(If you phone about it: C-1001.)"
    )


def maria_is_rung_and_opens_it_later(cast: Cast, phones: Telephones) -> None:
    bare = "Something for you. First look by Wednesday 2 December, 3:00 pm."
    phones.until("2026-12-01 15:05:59")
    phones.until("2026-12-01 15:06:30", maria=bare)
    says(cast.maria, "Later")
    phones.heard(
        maria="OK, I'll bring it back today, 4:00 pm. The client hasn't been told anything.\n"
        "If nobody takes it by tomorrow, 3:00 pm, I ask Dr Lindqvist too. The client allowed that."
    )
    phones.until("2026-12-01 15:59")
    phones.until("2026-12-01 16:00", maria=bare)
    says(cast.maria, "Open")
    phones.heard(
        maria="C-1001 · sent Tuesday 1 December, 3:05 pm\nFrom Anna B. · about Dr Okafor\n\n"
        "Tuesday 1 December\n3:05 pm, Anna wrote:\n"
        f"«I can't be open» (chosen sentence)\n«{HER_WORDS}»\n3:06 pm, Maria was asked.\n\n"
        "Promised: first look by Wednesday 2 December, 3:00 pm, "
        "answer by Thursday 3 December, 5:00 pm.\n"
        "I've told Dr Okafor nothing. Please say nothing before the client says yes."
    )
    assert cast.maria.sees("C-1001 · sent").protected


def she_takes_it_and_anna_hears_of_a_person(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "I'll take it")
    reads = "Maria has your message and is looking after it. Maria answers by Thursday 3 December, 5:00 pm."
    phones.heard(
        anna=f"There's news for you.\n\n{reads}", maria=f"It's yours. Anna now reads: «{reads}»"
    )


def she_offers_times_and_anna_chooses(cast: Cast, phones: Telephones) -> None:
    maria, anna = cast.maria, cast.anna
    phones.until("2026-12-02 10:15")
    times = "Wednesday 2 December, 4:00 pm · Thursday 3 December, 9:30 am · "
    times += "Thursday 3 December, 12:30 pm"
    says(maria, "Offer times to talk", LINE, "today 4, tomorrow 9.30 and 12.30")
    phones.heard(
        maria=(
            "Write a line to go with it. Anna sees it with your name. Then I'll ask for times.",
            "Which day? Or write the times: today 4, tomorrow 9.30 and 12.30",
            f"«{LINE}»\n{times}\nGoes to: Anna B., C-1001.",
        )
    )
    says(maria, "Send")
    phones.heard(
        anna=f"There's an answer for you.\n\nFrom Maria Santos:\n«{LINE}»",
        maria=(
            "It's on its way to Anna. I'll tell you when it's there.",
            "Delivered 10:15 am. Nothing for you to do until Anna answers.",
        ),
    )
    says(anna, "Choose a time", "Thursday 3 December, 12:30 pm")
    phones.heard(anna=("Maria can call at these times:", "Which number? It goes to Maria."))
    says(anna, NUMBER)
    phones.heard(
        anna="Thursday 3 December, 12:30 pm, on that number. It goes to Maria, who keeps it with "
        "your message.\n\nIf you can't pick up, may Maria leave a message there?",
        maria="C-1001: call on Thursday 3 December, 12:30 pm. Open it for the number.",
    )
    says(anna, "No message, please")
    phones.heard(anna="OK: no message, please. That stands beside the number now.")


def they_talk_and_a_note_is_kept(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-03 12:50")
    says(cast.maria, "Open")
    assert f"Please call: «Thursday 3 December, 12:30 pm: {NUMBER}" in cast.maria.last
    says(cast.maria, "Note for the file", FOR_THE_FILE)
    phones.heard(
        maria=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "Write the note. It is not sent. Anna sees it only in a copy of their data.",
            "Kept as a note. Anna doesn't see it in the chat, but would see it in a copy of "
            "their data.",
        )
    )


def dr_okafor_is_heard_with_annas_leave(cast: Cast, phones: Telephones) -> None:
    says(cast.maria, "Hear Dr Okafor", FOR_DR_OKAFOR)
    phones.heard(
        maria=(
            "Write exactly what Dr Okafor would read: no more than it needs. Anna sees it first. "
            "It goes to Dr Okafor only after a yes, with Anna's name.",
            f"Dr Okafor would read exactly this:\n«{FOR_DR_OKAFOR}»\n"
            "First it goes to: Anna B., C-1001.",
        )
    )
    says(cast.maria, "Ask Anna")
    phones.heard(
        anna="A question for you.\n\nMaria would like to hear how Dr Okafor sees it. Dr Okafor "
        f"would read your name and exactly these words:\n«{FOR_DR_OKAFOR}»\n"
        "Shall I send them? If not, nothing goes to Dr Okafor.",
        maria=(
            "It's on its way to Anna. Dr Okafor gets nothing before a yes.",
            "Delivered 12:50 pm. Nothing for you to do until Anna answers.",
        ),
    )
    phones.until("2026-12-03 13:10")
    says(cast.anna, "Yes, send them")
    phones.heard(
        anna="Dr Okafor gets exactly these words and your name. To take it back before Dr Okafor "
        "reads it, tap «No, please don't» above.",
        okafor="Something to read.",
        maria="C-1001: the answer is yes. It goes out, word for word.",
    )


def dr_okafor_answers(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-03 13:40")
    says(cast.okafor, "Open")
    phones.heard(
        okafor="Maria Santos would like to hear you. Anna Brown agreed that you read exactly this:"
        f"\n«{FOR_DR_OKAFOR}»\n\n"
        "Please leave it to Anna Brown whether to speak with you about it."
    )
    says(cast.okafor, "Answer Maria", HER_ANSWER, "Send")
    phones.heard(
        okafor=(
            "Write it here. Maria reads it, and whoever else Anna lets read this. "
            "Anna sees it only in a copy of their data.",
            f"What Maria gets from you:\n«{HER_ANSWER}»",
            "It's on its way to Maria.",
        ),
        maria="C-1001: an answer is in.",
    )


def it_is_closed_with_a_last_line(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-04 11:00")
    says(cast.maria, "Open")
    assert f"Dr Okafor: «{HER_ANSWER}»" in cast.maria.last
    says(cast.maria, "Close", "Talked, carries on with Dr Okafor", LAST_LINE)
    phones.heard(
        maria=(
            "C-1001 · sent Tuesday 1 December, 3:05 pm…",
            "How did it end?",
            "A last line to Anna? It is read before «Your message is closed. "
            "You can open it again any time.»",
            f"«{LAST_LINE}»\nGoes to: Anna B., C-1001.\nIt closes the case.",
        )
    )
    says(cast.maria, "Send and close")
    phones.heard(
        anna=f"There's news for you.\n\nFrom Maria Santos:\n«{LAST_LINE}»\n\n"
        "Your message is closed. You can open it again any time.",
        maria="C-1001 is closed.\nI'll ask Anna once, in a week, how it is now. "
        "If it isn't sorted, Anna says who should look at it.\n"
        "It counts only in the practice's numbers, with no names.",
    )


def a_week_later_it_is_sorted(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-11 10:59",
        anna=(
            "Tuesday 8 December, 11:00 am. Room 2.",
            "Tomorrow, Tuesday 8 December, 11:00 am. Room 2.",
            "Four short questions about today…",
        ),
        okafor=ASKED_DR_OKAFOR,
        maria="Your week in numbers.…",
    )
    phones.until(
        "2026-12-11 11:00",
        anna="A question for you.\n\nYou told Maria that something wasn't right. How is it now? "
        "Nobody at the practice sees what you tap here.",
    )
    says(cast.anna, "Sorted")
    phones.heard(anna="Thank you. I won't ask about it again.")
    phones.until("2027-01-11 11:00")


def nobody_saw_what_isnt_theirs(cast: Cast, phones: Telephones) -> None:
    for words in ("looks at the clock", "I can't be open", "0400", "C-1001", FOR_THE_FILE):
        phones.never_reached(words, "okafor", "lindqvist", "ben")
    for words in (FOR_THE_FILE, HER_ANSWER):
        phones.never_reached(words, "anna")
    phones.never_reached("0400", "anna")
    phones.never_reached("4 of 10", "maria")
    assert cast.practice.telegram.violations == []
