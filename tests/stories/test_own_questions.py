"""A practice asks three questions of its own, changes them between two check-ins, and Anna types her answers."""

from pathlib import Path

from tests.clock import melbourne
from tests.conversations.checking_in import use_questions
from tests.practice import Cast
from tests.stories.telephones import Telephones, says

FILE = """
lowest = "no"
highest = "very much"
[[items]]
name = "heard"
sentence = "Did you feel listened to?"
topic = "being listened to"
[[items]]
name = "pace"
sentence = "We went at my pace"
topic = "the pace"
[[items]]
name = "useful"
sentence = "It was of use to me"
topic = "its use"
"""
CHANGED = """
lowest = "no"
highest = "very much"
[[items]]
name = "heard"
sentence = "I was listened to"
topic = "being listened to"
[[items]]
name = "safe"
sentence = "I felt safe in the room"
topic = "feeling safe"
[[items]]
name = "useful"
sentence = "It was of use to me"
topic = "its use"
"""
SCALE = "0 is no, 10 is very much. Tap or type a number."
OPENING = "Three short questions about today. They take half a minute.\n\n"
ASKED_DR_OKAFOR = "Anna B., 11:00 am: did it take place? No answer counts as yes."


def test_a_practices_own_questions_changed_between_two_check_ins(
    questioned: Cast, tmp_path: Path
) -> None:
    for day in ("2026-12-01 11:00", "2026-12-08 11:00", "2026-12-15 11:00"):
        questioned.practice.book(questioned.anna_row, melbourne(day))
    file = tmp_path / "questions.toml"
    use_questions(questioned, file, FILE)
    phones = Telephones.of(questioned)
    she_types_seven_in_three_ways(questioned, phones)
    dr_okafor_reads_the_practices_words(questioned, phones)
    other_questions_are_asked_from_then_on(questioned, phones, file)
    each_is_read_in_the_words_in_which_it_was_asked(questioned, phones)


def she_types_seven_in_three_ways(cast: Cast, phones: Telephones) -> None:
    """Eleven is none of the numbers, and is asked again kindly."""
    phones.until(
        "2026-12-01 14:50",
        anna=(
            "Tomorrow, Tuesday 1 December, 11:00 am. Room 2.",
            f"{OPENING}Nobody sees your answers unless you show them.",
        ),
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Start")
    assert cast.anna.last == f"1 of 3. Did you feel listened to?\n{SCALE}"
    for words in ("7", "seven", "11"):
        cast.anna.types(words)
    phones.heard(
        anna=(
            f"2 of 3. We went at my pace.\n{SCALE}",
            f"3 of 3. It was of use to me.\n{SCALE}",
            "Here I need one whole number from 0 to 10, or «Skip». I haven't passed on what you "
            f"wrote.\n\n3 of 3. It was of use to me.\n{SCALE}",
        )
    )
    cast.anna.types("7/10")
    phones.heard(anna="Thank you.\n\nOne question, asked once: would you like Dr Okafor to see…")
    says(cast.anna, "Yes, these and later ones")
    phones.heard(anna="On. Dr Okafor can see these numbers, and later ones.")


def dr_okafor_reads_the_practices_words(cast: Cast, phones: Telephones) -> None:
    phones.until(
        "2026-12-08 10:00",
        anna=(
            "Tuesday 8 December, 11:00 am. Room 2.",
            "Tomorrow, Tuesday 8 December, 11:00 am. Room 2.",
        ),
        okafor="Something to read before a meeting.",
    )
    says(cast.okafor, "Open")
    phones.heard(
        okafor=(
            "Anna Brown · today, 11:00 am · no answer yet\n\n"
            "Check-in about Tuesday 1 December:\n"
            "Did you feel listened to? 7 of 10\n"
            "We went at my pace: 7 of 10\n"
            "It was of use to me: 7 of 10",
            "Anna shows you these answers, of 1 Dec. 0 is no, 10 is very much.…",
        )
    )


def other_questions_are_asked_from_then_on(cast: Cast, phones: Telephones, file: Path) -> None:
    use_questions(cast, file, CHANGED)
    phones.until(
        "2026-12-08 14:50",
        anna=f"{OPENING}Dr Okafor can see your numbers before you meet, unless you keep them to "
        "yourself.",
        okafor=ASKED_DR_OKAFOR,
    )
    says(cast.anna, "Start")
    assert cast.anna.last == f"1 of 3. I was listened to.\n{SCALE}"
    cast.anna.types("seven")
    phones.heard(anna=f"2 of 3. I felt safe in the room.\n{SCALE}")
    says(cast.anna, "9", "8")
    phones.heard(anna="Thank you. That's all.\n\nDr Okafor can see these numbers before you meet.")


def each_is_read_in_the_words_in_which_it_was_asked(cast: Cast, phones: Telephones) -> None:
    """What wasn't asked before has nothing beside it."""
    phones.until(
        "2026-12-15 10:00",
        anna=(
            "Tuesday 15 December, 11:00 am. Room 2.",
            "Tomorrow, Tuesday 15 December, 11:00 am. Room 2.",
        ),
        okafor="Something to read before a meeting.",
    )
    says(cast.okafor, "Open")
    phones.heard(
        okafor=(
            "Anna Brown · today, 11:00 am · no answer yet\n\n"
            "Check-in about Tuesday 8 December:\n"
            "I was listened to: 7 of 10 (was 7)\n"
            "I felt safe in the room: 9 of 10\n"
            "It was of use to me: 8 of 10 (was 7)",
            "Anna shows you these answers: 2 times, from 1 Dec to 8 Dec. 0 is no, 10 is very much.…",
        )
    )
    for words in ("of 10", "listened to", "safe in the room"):
        phones.never_reached(words, "maria", "lindqvist", "ben")
    assert cast.practice.telegram.violations == []
