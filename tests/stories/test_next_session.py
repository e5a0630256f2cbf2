"""What Anna wants to bring: four notes, three seen, of which one changed and one taken back; then what helps."""

from tests.clock import melbourne
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

CHOOSE = (
    "Something to keep for your next time with Dr Okafor? Only you see it, unless you let Dr "
    "Okafor see it."
)
WRITE = (
    "Only you see it, unless you let Dr Okafor see it. Write it here, in one message or several."
)
GOT_IT = "Got it. Anything more? Write it here, or tap."
KEPT = "Kept, and only you see it. «For next time» shows it."
WOULD_READ = (
    "Dr Okafor would read exactly this, before you meet:\n\n{}\n\nNothing more, and nobody else. "
    "You can keep it to yourself again at any time. What was read by then can't be unread."
)
FIRST_YES = (
    "\n\nFrom now on Dr Okafor can see the notes you let them see, and no others. /sharing shows "
    "that and ends it."
)
SEEN = (
    "Dr Okafor can see it now. It stays so until you keep it to yourself again, or say that you "
    "talked about it. «For next time» shows it."
)
NEED = "A need or an expectation:\n«ten minutes at the end to calm down»"
FEEDBACK = "Feedback on how you work together:\n«the breathing at the start{}»"
CHANGED = FEEDBACK.format("\nit helps, and it could be shorter")
HEAD = "Anna Brown · today, 11:00 am · no answer yet"
BARE = "Something to read before a meeting."
ASKED_DR_OKAFOR = "Anna B., 11:00 am: did it take place? No answer counts as yes."
QUESTIONS = "Four short questions about today…"
LET_SEE, YES = "Let Dr Okafor see it before we meet", "Yes, let Dr Okafor see it"


def reminders(day: str) -> tuple[str, str]:
    return f"{day}, 11:00 am. Room 2.", f"Tomorrow, {day}, 11:00 am. Room 2."


def test_notes_for_the_next_session_and_what_helps(questioned: Cast) -> None:
    for day in ("2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"):
        questioned.practice.book(questioned.anna_row, melbourne(f"{day} 11:00"))
    phones = Telephones.of(questioned)
    they_have_met(questioned, phones)
    a_topic_stays_hers(questioned, phones)
    a_need_is_let_be_seen(questioned, phones)
    so_are_two_more(questioned, phones)
    one_is_changed(questioned, phones)
    one_is_taken_back(questioned, phones)
    dr_okafor_reads_two(questioned, phones)
    one_was_talked_about(questioned, phones)
    dr_okafor_reads_the_other(questioned, phones)
    what_helps_is_offered_and_declined(questioned, phones)
    it_never_comes_again(questioned, phones)
    nobody_else_ever_saw_any(questioned, phones)


# --- writing


def they_have_met(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 14:50",
        anna=(reminders("Tuesday 1 December")[1], QUESTIONS),
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Not today")
    phones.heard(anna="All right, not today. I won't ask about it again.")


def a_topic_stays_hers(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-02 10:00")
    says(cast.anna, "For next time")
    phones.heard(anna=CHOOSE)
    assert cast.anna.labels == [
        "A topic I'm not ready to discuss yet",
        "What I need or expect",
        "Feedback on how we work",
        "Something I want to talk about",
        "Not now",
    ]
    says(cast.anna, "A topic I'm not ready to discuss yet")
    phones.heard(
        anna="A topic I'm not ready to discuss yet.\nYou can write just a word. You don't have to "
        f"talk about it before you want to.\n\n{WRITE}"
    )
    says(cast.anna, "my brother", "That's all", "Keep it to me")
    phones.heard(anna=(GOT_IT, KEPT, "All right. Only you see it. «For next time» shows it."))


def a_need_is_let_be_seen(cast: Cast, phones: Telephones) -> None:
    """The first yes says what else it is a yes to."""
    says(cast.anna, "For next time", "Write a note", "What I need or expect")
    phones.heard(
        anna=(
            "For next time:\n\n1. A topic I'm not ready to discuss yet: «my brother»\nOnly you "
            "see it.",
            CHOOSE,
            "What I need or expect.\nWhat you'd like more of, or less of. You needn't give a "
            f"reason.\n\n{WRITE}",
        )
    )
    says(cast.anna, "ten minutes at the end to calm down", "That's all", LET_SEE)
    phones.heard(anna=(GOT_IT, KEPT, WOULD_READ.format(NEED) + FIRST_YES))
    says(cast.anna, YES)
    phones.heard(anna=SEEN)


def so_are_two_more(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "For next time", "Write a note", "Feedback on how we work")
    says(cast.anna, "the breathing at the start", "That's all", LET_SEE, YES)
    phones.heard(
        anna=(
            "For next time:…",
            CHOOSE,
            "Feedback on how we work.\nWhat suits you, and what doesn't. Half a sentence is "
            f"enough.\n\n{WRITE}",
            GOT_IT,
            KEPT,
            WOULD_READ.format(FEEDBACK.format("")),
            SEEN,
        )
    )
    says(cast.anna, "For next time", "Write a note", "Something I want to talk about")
    says(cast.anna, "my new job", "That's all", LET_SEE, YES)
    phones.heard(
        anna=(
            "For next time:…",
            CHOOSE,
            "Something I want to talk about.\nA word is enough, so that you don't forget it.\n\n"
            f"{WRITE}",
            GOT_IT,
            KEPT,
            WOULD_READ.format("Something to talk about:\n«my new job»"),
            SEEN,
        )
    )


# --- changing


def one_is_changed(cast: Cast, phones: Telephones) -> None:
    """Nobody sees the new words before she says so again."""
    phones.until("2026-12-03 10:00")
    says(cast.anna, "For next time", "Note 3", "Change it", "it helps, and it could be shorter")
    phones.heard(
        anna=(
            "For next time:…",
            "Feedback on how we work:\n«the breathing at the start»\n\nDr Okafor can see it.",
            "Feedback on how we work:\n«the breathing at the start»\n\nDr Okafor can see it as it "
            "is. Once you write, only you see it.\n\nWrite what you want to add, or tap.",
            f"Dr Okafor doesn't see this note any more, until you say so again.\n\n{GOT_IT}",
        )
    )
    says(cast.okafor, "/brief")
    phones.heard(
        okafor="Anna Brown · Tuesday 8 December, 11:00 am · no answer yet\n\n"
        f"{NEED}\n\nSomething to talk about:\n«my new job»"
    )
    says(cast.anna, "That's all", YES)
    phones.heard(anna=(WOULD_READ.format(CHANGED), SEEN))


def one_is_taken_back(cast: Cast, phones: Telephones) -> None:
    says(cast.anna, "For next time", "Note 4", "Keep it to me again")
    phones.heard(
        anna=(
            "For next time:…",
            "Something I want to talk about:\n«my new job»\n\nDr Okafor can see it.",
            "From now on only you see it. Dr Okafor isn't told. If Dr Okafor has read it, that "
            "can't be undone.",
        )
    )


# --- meeting


def dr_okafor_reads_two(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 09:59", anna=reminders("Tuesday 8 December"))
    phones.until("2026-12-08 10:00", okafor=BARE)
    says(cast.okafor, "Open")
    phones.heard(okafor=f"{HEAD}\n\n{NEED}\n\n{CHANGED}")
    assert cast.okafor.sees(HEAD).protected


def one_was_talked_about(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 14:50", anna=QUESTIONS, okafor=ASKED_DR_OKAFOR)
    says(cast.anna, "Not today", "For next time", "Note 2", "We talked about it")
    phones.heard(
        anna=(
            "All right, not today. I won't ask about it again.",
            "For next time:…",
            "What I need or expect:\n«ten minutes at the end to calm down»\n\nDr Okafor can see it.",
            "Good. Dr Okafor isn't shown it again. You keep it until you throw it away.",
        )
    )
    says(cast.anna, "For next time")
    phones.heard(
        anna="For next time:\n\n"
        "1. A topic I'm not ready to discuss yet: «my brother»\nOnly you see it.\n\n"
        "2. What I need or expect: «ten minutes at the end to calm down»\n"
        "You talked about it. Only you see it.\n\n"
        "3. Feedback on how we work: «the breathing at the start it helps, and it could be "
        "shorter»\nDr Okafor can see it.\n\n"
        "4. Something I want to talk about: «my new job»\nOnly you see it."
    )


def dr_okafor_reads_the_other(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-15 10:00", anna=reminders("Tuesday 15 December"), okafor=BARE)
    says(cast.okafor, "Open")
    phones.heard(okafor=f"{HEAD}\n\n{CHANGED}")


# --- what helps


def what_helps_is_offered_and_declined(cast: Cast, phones: Telephones) -> None:
    """On the day after the third session: the day itself is for the short questions."""
    phones.until("2026-12-15 14:50", anna=QUESTIONS, okafor=ASKED_DR_OKAFOR)
    says(cast.anna, "Not today")
    phones.heard(anna="All right, not today. I won't ask about it again.")
    phones.until("2026-12-16 14:49")
    phones.until(
        "2026-12-16 14:50",
        anna="Something short to read, if you like.\n\nFive cards on what helps two people work "
        "well together. I tell nobody whether you look.",
    )
    says(cast.anna, "No, thank you")
    phones.heard(
        anna="All right. I won't offer it again. If you ever want it, write /relationship."
    )


def it_never_comes_again(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2027-03-31 10:00",
        anna=reminders("Tuesday 22 December"),
        okafor=(BARE, ASKED_DR_OKAFOR),
    )


def nobody_else_ever_saw_any(cast: Cast, phones: Telephones) -> None:
    for words in ("my brother", "calm down", "the breathing", "my new job", "Five cards"):
        phones.never_reached(words, "maria", "lindqvist", "ben")
    for words in ("my brother", "not ready", "Five cards", "talked about it"):
        phones.never_reached(words, "okafor")
    assert cast.practice.telegram.violations == []
