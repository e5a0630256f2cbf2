"""Words that nothing was waiting for get a kind, useful and true answer, and go nowhere unasked."""

import pytest
from sqlmodel import Session, col, select

from bot.records import kept_words
from bot.records.kept_words import KEPT_FOR, KeptWords
from tests.clock import melbourne
from tests.practice import Cast


def test_free_words_get_the_truth_and_a_way_to_a_person(welcomed: Cast) -> None:
    welcomed.anna.types("why is the sky blue")
    welcomed.anna.sees("Nobody at the practice has read it.")
    welcomed.anna.sees("phone Riverside (03 9000 0000)")
    assert welcomed.maria.hears() == []


def kept(cast: Cast) -> list[str]:
    with cast.practice.look() as db:
        return [row.words for row in db.exec(select(KeptWords).order_by(col(KeptWords.id)))]


CONCERNS = [
    ("she never listens to me", "something isn't right with the person you see."),
    ("can I have another psychologist", "want to see somebody else, or to stop."),
    ("he put his hand on my leg", "something happened that shouldn't have."),
]


@pytest.mark.parametrize(("words", "guess"), CONCERNS)
def test_a_concern_is_offered_its_route_and_goes_nowhere_by_itself(
    welcomed: Cast, words: str, guess: str
) -> None:
    welcomed.anna.types(words)
    [text] = welcomed.anna.hears()
    assert text == (
        f"It sounds as if {'you may ' * guess.startswith('want')}{guess}\n\n"
        "Nobody has read what you wrote. Would you like to tell somebody at the practice? "
        "You see it once more before it goes.\n\nOr phone Riverside (03 9000 0000)."
    )
    first = (
        "Tell Dr Lindqvist, senior psychologist"
        if "hand" in words
        else "Tell Maria Santos, practice manager"
    )
    assert welcomed.anna.labels == [first, "Yes, choose who", "No, leave it"]
    assert kept(welcomed) == [words]
    for member in (welcomed.maria, welcomed.okafor, welcomed.lindqvist):
        assert member.hears() == []


@pytest.mark.parametrize("yes", ["Yes, choose who", "yes", "2"])
def test_yes_leads_to_who_hears_it(welcomed: Cast, yes: str) -> None:
    welcomed.anna.types("she never listens to me")
    welcomed.anna.hears()
    (welcomed.anna.taps if yes == "Yes, choose who" else welcomed.anna.types)(yes)
    welcomed.anna.sees("You're allowed to say this.")
    assert welcomed.maria.hears() == []


def test_the_words_are_in_the_concern_already_and_are_kept_nowhere_else(welcomed: Cast) -> None:
    welcomed.anna.types("she never listens to me")
    for label in ("Yes, choose who", "Maria Santos, practice manager"):
        welcomed.anna.taps(label)
    welcomed.anna.sees("What you wrote is in it. Nothing goes to Maria before you have seen it.")
    assert kept(welcomed) == []
    welcomed.anna.taps("That's all")
    welcomed.anna.sees("«she never listens to me»")


def test_what_he_did_is_not_for_him_to_hear(welcomed: Cast) -> None:
    welcomed.anna.types("he put his hand on my leg")
    for label in ("Yes, choose who", "Dr Okafor, whom you see", "That's all"):
        welcomed.anna.taps(label)
    welcomed.anna.sees("it's for somebody other than Dr Okafor to hear.")
    assert "Dr Okafor, whom you see" not in welcomed.anna.labels


@pytest.mark.parametrize("no", ["No, leave it", "no", "3"])
def test_no_forgets_the_words_and_says_that_nothing_was_passed_on(welcomed: Cast, no: str) -> None:
    welcomed.anna.types("she never listens to me")
    welcomed.anna.hears()
    (welcomed.anna.taps if no == "No, leave it" else welcomed.anna.types)(no)
    assert welcomed.anna.hears() == [
        "All right. I've passed nothing on.\n"
        "If you change your mind, tap «Something isn't right» below, "
        "or phone Riverside (03 9000 0000)."
    ]
    assert kept(welcomed) == []


GONE = (
    "I don't have those words any more.\n"
    "To tell somebody, tap «Something isn't right» below, or phone Riverside (03 9000 0000)."
)


@pytest.mark.parametrize("tap", ["tell", "leave"])
def test_somebody_else_s_words_and_words_that_never_were_are_answered_alike(
    welcomed: Cast, tap: str
) -> None:
    welcomed.anna.types("she never listens to me")
    with welcomed.practice.look() as db:
        row_id = db.exec(select(KeptWords.id)).one()
    for data in (f"1:free_text:{tap}:{row_id}", f"1:free_text:{tap}:{row_id + 1}"):
        welcomed.ben.presses_data(data)
        assert welcomed.ben.hears() == [GONE]
    welcomed.okafor.presses_data(f"1:free_text:{tap}:{row_id}")
    assert welcomed.okafor.hears() == [GONE]
    assert kept(welcomed) == ["she never listens to me"]


@pytest.mark.parametrize("label", ["Yes, choose who", "No, leave it"])
def test_after_a_week_the_words_are_gone(welcomed: Cast, label: str) -> None:
    welcomed.anna.types("she never listens to me")
    welcomed.practice.hand.wait_until(welcomed.practice.hand.now() + KEPT_FOR)
    welcomed.anna.hears()
    bubble = welcomed.anna.sees("Nobody has read what you wrote.")
    welcomed.anna.taps(label, bubble=bubble)
    assert welcomed.anna.hears()[-1] == GONE
    assert kept(welcomed) == []  # forgotten by the clock as well


def test_no_tapped_twice_and_yes_after_no_find_nothing(welcomed: Cast) -> None:
    welcomed.anna.types("she never listens to me")
    bubble = welcomed.anna.sees("Nobody has read what you wrote.")
    for label in ("No, leave it", "No, leave it", "Yes, choose who"):
        welcomed.anna.hears()
        welcomed.anna.taps(label, bubble=bubble)
    assert welcomed.anna.hears() == [GONE]


def test_the_words_can_be_taken_by_who_is_told_once(welcomed: Cast) -> None:
    def take(db: Session, row_id: int) -> str | None:
        row = db.get(KeptWords, row_id)
        return None if row is None else kept_words.take(db, row, welcomed.practice.hand.now())

    welcomed.anna.types("she never listens to me")
    with welcomed.practice.database.transaction() as db:
        row_id = db.exec(select(KeptWords.id)).one()
        assert take(db, row_id) == "she never listens to me"
        assert take(db, row_id) is None


def test_each_message_is_kept_with_its_own_buttons(welcomed: Cast) -> None:
    welcomed.anna.types("she never listens to me")
    first = welcomed.anna.sees("Nobody has read what you wrote.")
    welcomed.anna.types("I feel judged")
    welcomed.anna.taps("No, leave it", bubble=first)
    assert kept(welcomed) == ["I feel judged"]


def test_the_longest_message_is_kept_whole(welcomed: Cast) -> None:
    words = ("she never listens to me 💔 " * 300)[:4090]
    welcomed.anna.types(words)
    assert len(welcomed.anna.hears()) == 1
    assert kept(welcomed) == [words]


def test_somebody_who_is_late_learns_that_nobody_knows_and_sees_the_times(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.types("running 10 minutes late")
    truth, times = welcomed.anna.hears()
    assert truth == (
        "Nobody at the practice has read that.\n"
        "If you're late, or want to ask something, phone Riverside (03 9000 0000)."
    )
    assert times.startswith("Your next times:")
    answers = ["I'll be there", "I can't come", "Another time"]
    assert welcomed.anna.labels == [*answers, "Add to calendar"]
    assert welcomed.maria.hears() == []


def test_who_asks_about_times_and_has_none_gets_the_telephone(welcomed: Cast) -> None:
    welcomed.anna.types("can i move my appt")
    [text] = welcomed.anna.hears()
    assert "phone Riverside (03 9000 0000)" in text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("I forgot my homework again", "«Homework» below shows what you agreed to do"),
        ("I'm not ready to talk about my brother", "is up to you"),
        ("thanks, that really helped", "Thank you for writing that."),
    ],
)
def test_a_kind_line_says_that_nobody_has_read_it_and_how_to_reach_a_person(
    welcomed: Cast, words: str, answer: str
) -> None:
    welcomed.anna.types(words)
    [text] = welcomed.anna.hears()
    assert answer in text
    assert "has read" in text and "phone Riverside (03 9000 0000)" in text
    is_offered_as_note = "Keep it as a note for next time" in welcomed.anna.labels
    assert kept(welcomed) == ([words] if is_offered_as_note else [])
    assert welcomed.maria.hears() == []


def test_two_misses_in_a_row_get_the_menu_and_the_number_plainly(welcomed: Cast) -> None:
    plainly = "To talk to a person, phone Riverside (03 9000 0000)."
    welcomed.anna.types("why is the sky blue")
    welcomed.anna.sees_nothing_of(plainly)
    welcomed.ben.types("hello")  # another chat's miss is another's
    welcomed.anna.types("👍")
    assert (
        plainly in welcomed.anna.last and "«My times» shows what is booked." in welcomed.anna.last
    )
    assert plainly not in welcomed.ben.last
    welcomed.anna.types("My times")
    welcomed.anna.types("what about now")
    assert plainly not in welcomed.anna.last


@pytest.mark.parametrize("words", ["👍", "🙂🙂🙂", "…", "?"])
def test_signs_alone_get_the_honest_answer(welcomed: Cast, words: str) -> None:
    welcomed.anna.types(words)
    welcomed.anna.sees("Nobody at the practice has read it.")


def test_danger_comes_before_a_concern(welcomed: Cast) -> None:
    welcomed.anna.types("my therapist never listens and I want to die")
    welcomed.anna.sees("Please call 000 now")
    assert kept(welcomed) == []


def test_staff_s_words_are_not_looked_into(welcomed: Cast) -> None:
    for member in (welcomed.maria, welcomed.okafor):
        member.types("my client says she never listens and wants another psychologist")
        assert member.hears() == [
            "I didn't understand that, and I've passed nothing on. /help shows what I can do."
        ]
    assert kept(welcomed) == []
