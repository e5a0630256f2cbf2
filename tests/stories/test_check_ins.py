"""Three check-ins of two clients: one lets Dr Okafor see her numbers, and ends it; one keeps them to himself."""

from tests.clock import melbourne
from tests.practice import Cast, Someone
from tests.stories.telephones import Telephones, says

OPENING = "Four short questions about today. They take half a minute.\n\n"
NOBODY = f"{OPENING}Nobody sees your answers unless you show them."
OKAFOR_SEES = (
    f"{OPENING}Dr Okafor can see your numbers before you meet, unless you keep them to yourself."
)
ASKED_ONCE = (
    "Thank you.\n\nOne question, asked once: would you like Dr Okafor to see your numbers, these "
    "and later ones? Only the numbers: not your words, and not what I say about them. If you say "
    "no, I don't tell Dr Okafor that I asked.\n\n"
    "Nobody else sees any of it. You can end it at any time with /sharing, and your care stays the "
    "same whatever you choose."
)
DONE = "Thank you. That's all.\n\nDr Okafor can see these numbers before you meet."
BARE = "Something to read before a meeting."
TOOK_PLACE = "{}: did it take place? No answer counts as yes."
OF_ANNA, OF_BEN = TOOK_PLACE.format("Anna B., 11:00 am"), TOOK_PLACE.format("Ben C., 2:00 pm")
HEAD, HEAD_OF_BEN = "Anna Brown · today, 11:00 am · {}", "Ben Carter · today, 2:00 pm · {}"
OPEN = "no answer yet"
PICTURE_BUTTON = "Answers as a picture"
FIRST_PICTURE = (
    "Anna shows you these answers, of 1 Dec. 0 is not at all, 10 is completely.\n\n"
    "On average: 8 on 1 Dec.\n\n"
    "1. I felt heard and respected: 8\n"
    "2. We worked on what matters to me: 9\n"
    "3. The way we work suits me: 8\n"
    "4. I could be open about what's on my mind: 7"
)
PAGE = (
    "2 clients. Tap a name, or write it.",
    "Anna Brown\nNext session: Tuesday 22 December, 11:00 am.",
)
SHOWS_IT_ALL = (
    "Check-in about Tuesday 15 December:\n"
    "I felt heard and respected: 9 of 10 (was 8)\n"
    "We worked on what matters to me: 8 of 10 (was 9)\n"
    "The way we work suits me: 8 of 10 (was 8)\n"
    "I could be open about what's on my mind: 9 of 10 (was 7)"
)


def reminders(day: str, time: str) -> tuple[str, str]:
    return f"{day}, {time}. Room 2.", f"Tomorrow, {day}, {time}. Room 2."


def answers(someone: Someone, *numbers: int) -> None:
    says(someone, "Start", *map(str, numbers))


def test_two_clients_three_check_ins_and_what_their_psychologist_sees(questioned: Cast) -> None:
    for day in ("2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"):
        questioned.practice.book(questioned.anna_row, melbourne(f"{day} 11:00"))
        questioned.practice.book(questioned.ben_row, melbourne(f"{day} 14:00"))
    phones = Telephones.of(questioned)
    anna_says_yes(questioned, phones)
    ben_says_no(questioned, phones)
    dr_okafor_reads_annas_numbers(questioned, phones)
    and_of_ben_when_he_comes(questioned, phones)
    anna_keeps_these_to_herself(questioned, phones)
    ben_has_a_low_day(questioned, phones)
    it_looks_as_if_she_had_not_been_asked(questioned, phones)
    both_are_asked_a_third_time(questioned, phones)
    the_third_beside_the_first(questioned, phones)
    she_ends_it_while_the_brief_is_on_its_way(questioned, phones)
    nothing_is_left_an_hour_before(questioned, phones)
    nothing_of_ben_was_ever_seen(questioned, phones)


# --- the first


def anna_says_yes(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-01 14:50",
        anna=(reminders("Tuesday 1 December", "11:00 am")[1], NOBODY),
        ben=reminders("Tuesday 1 December", "2:00 pm")[1],
        okafor=(OF_ANNA, OF_BEN),
    )
    answers(cast.anna, 8, 9, 8, 7)
    phones.heard(anna=ASKED_ONCE)
    says(cast.anna, "Yes, these and later ones")
    phones.heard(anna="On. Dr Okafor can see these numbers, and later ones.")


def ben_says_no(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-01 17:50", ben=NOBODY)
    answers(cast.ben, 9, 9, 8, 9)
    phones.heard(ben=ASKED_ONCE)
    says(cast.ben, "No, only I see them")
    phones.heard(ben="All right, only you see them. If you change your mind, write /sharing.")


def dr_okafor_reads_annas_numbers(cast: Cast, phones: Telephones) -> None:
    """What comes by itself says neither of whom nor what; the numbers go again by themselves."""
    phones.until(
        "2026-12-08 09:59",
        anna=reminders("Tuesday 8 December", "11:00 am"),
        ben=reminders("Tuesday 8 December", "2:00 pm"),
    )
    phones.until("2026-12-08 10:00", okafor=BARE)
    says(cast.okafor, "Open")
    phones.heard(
        okafor=(
            f"{HEAD.format(OPEN)}\n\n"
            "Check-in about Tuesday 1 December:\n"
            "I felt heard and respected: 8 of 10\n"
            "We worked on what matters to me: 9 of 10\n"
            "The way we work suits me: 8 of 10\n"
            "I could be open about what's on my mind: 7 of 10",
            FIRST_PICTURE,
        )
    )
    assert cast.okafor.sees(FIRST_PICTURE).protected
    phones.until("2026-12-08 10:30")
    cast.okafor.sees_nothing_of("8 of 10")
    cast.okafor.sees_nothing_of(FIRST_PICTURE)


def and_of_ben_when_he_comes(cast: Cast, phones: Telephones) -> None:
    """By itself nothing comes of somebody who shares nothing."""
    says(cast.ben, "I'll be there")
    phones.heard(ben="Good. See you on Tuesday 8 December, 2:00 pm.")
    coming = "Ben C. is coming: Tuesday 8 December, 2:00 pm."
    phones.until("2026-12-08 13:00", okafor=(coming, OF_ANNA), maria=coming)
    says(cast.okafor, "/brief")
    phones.heard(okafor=HEAD_OF_BEN.format("is coming"))


# --- the second


def anna_keeps_these_to_herself(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 14:50", anna=OKAFOR_SEES, okafor=OF_BEN)
    answers(cast.anna, 5, 6, 5, 6)
    phones.heard(
        anna="Thank you. Your answers are lower today than they were before. That happens, and "
        "you've done nothing wrong by saying it.\n\n"
        "Dr Okafor can see these numbers before you meet.\n\n"
        "Would you like to do something about it?"
    )
    says(cast.anna, "Keep these to me")
    phones.heard(anna="From now on Dr Okafor can't see these numbers.")


def ben_has_a_low_day(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-08 17:50", ben=NOBODY)
    answers(cast.ben, 9, 8, 8, 3)
    phones.heard(
        ben="Thank you. Being open was 9 and is 3. That happens, and you've done nothing wrong by "
        "saying it.\n\nWould you like to do something about it?"
    )
    says(cast.ben, "Nothing for now")
    phones.heard(ben="All right. «Something isn't right» is there at any time.")


def it_looks_as_if_she_had_not_been_asked(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-15 10:00",
        anna=reminders("Tuesday 15 December", "11:00 am"),
        ben=reminders("Tuesday 15 December", "2:00 pm"),
        okafor=BARE,
    )
    says(cast.okafor, "Open")
    phones.heard(okafor=(HEAD.format(OPEN), FIRST_PICTURE))
    phones.until("2026-12-15 13:00", okafor=OF_ANNA)
    says(cast.okafor, "/brief")
    phones.heard(okafor=HEAD_OF_BEN.format(OPEN))


# --- the third


def both_are_asked_a_third_time(cast: Cast, phones: Telephones) -> None:
    phones.until("2026-12-15 14:50", anna=OKAFOR_SEES, okafor=OF_BEN)
    answers(cast.anna, 9, 8, 8, 9)
    phones.heard(anna=DONE)
    phones.until("2026-12-15 17:50", ben=NOBODY)
    answers(cast.ben, 9, 9, 9, 8)
    phones.heard(ben="Thank you. That's all.")
    what_helps = "Something short to read, if you like.…"
    phones.until("2026-12-16 20:00", anna=what_helps, ben=what_helps)


def the_third_beside_the_first(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-22 09:00",
        anna=reminders("Tuesday 22 December", "11:00 am"),
        ben=reminders("Tuesday 22 December", "2:00 pm"),
    )
    says(cast.okafor, "/brief")
    phones.heard(
        okafor=(
            f"{HEAD.format(OPEN)}\n\n{SHOWS_IT_ALL}",
            "Anna shows you these answers: 2 times, from 1 Dec to 15 Dec. 0 is not at all, "
            "10 is completely.\n\n"
            "On average: 8.5 on 15 Dec, lowest 8 on 1 Dec, highest 8.5 on 15 Dec.\n\n"
            "1. I felt heard and respected: 9, lowest 8, highest 9\n"
            "2. We worked on what matters to me: 8, lowest 8, highest 9\n"
            "3. The way we work suits me: 8, lowest 8, highest 8\n"
            "4. I could be open about what's on my mind: 9, lowest 7, highest 9",
        )
    )
    says(cast.okafor, "/clients", "Anna B.")
    phones.heard(okafor=PAGE)
    assert PICTURE_BUTTON in cast.okafor.labels


def she_ends_it_while_the_brief_is_on_its_way(cast: Cast, phones: Telephones) -> None:
    """He asks once more, and before that is sent she ends it: none of it comes, nor what it was."""
    says(cast.anna, "/sharing")
    phones.heard(
        anna="What Dr Okafor can see here, and nobody else:\n"
        "Short questions: on. Your numbers from Tuesday 1 December on.\n"
        "Homework: off, except what you show one by one.\n"
        "Notes to bring: off. Only you see them.\n\n"
        "What you keep to yourself stays with you. You can change this at any time."
    )
    phones.until("2026-12-22 09:30")
    cast.okafor.account.types("/brief")
    cast.anna.account.taps("Stop sharing my numbers")
    cast.practice.settle()
    phones.heard(
        anna="Off. Dr Okafor can't see your numbers here any more. What was waiting to go out "
        "isn't sent. What Dr Okafor has read by now stays read.",
        okafor="This changed a moment ago. Open it again.",
    )
    cast.okafor.sees_nothing_of("of 10")
    cast.okafor.sees_nothing_of("Anna shows you")


def nothing_is_left_an_hour_before(cast: Cast, phones: Telephones) -> None:
    """The line comes as before: that it didn't would say that she ended it."""
    phones.until("2026-12-22 10:00", okafor=BARE)
    says(cast.okafor, "Open")
    phones.heard(okafor=HEAD.format(OPEN))
    says(cast.okafor, "/clients", "Anna B.")
    phones.heard(okafor=PAGE)
    assert PICTURE_BUTTON not in cast.okafor.labels
    phones.until("2026-12-31 10:00", okafor=(OF_ANNA, OF_BEN))


def nothing_of_ben_was_ever_seen(cast: Cast, phones: Telephones) -> None:
    for words in ("Ben shows", "Being open", "3 of 10"):
        phones.never_reached(words, "okafor", "maria", "lindqvist")
    for words in ("5 of 10", "6 of 10", "lower today", "lowest 5"):  # what Anna kept
        phones.never_reached(words, "okafor")
    for words in ("of 10", "Check-in about", "Anna shows you"):
        phones.never_reached(words, "maria", "lindqvist", "ben")
    phones.never_reached("Anna", "ben")
    assert cast.practice.telegram.violations == []
