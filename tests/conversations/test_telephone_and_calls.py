"""Who else sees the telephone, and a number for a call: who is shown it, and nobody else."""

import pytest

from bot.records import consents, people
from bot.records.consents import Purpose
from bot.records.people import Person, Telephone
from tests.clock import melbourne
from tests.conversations.assigned import WEDNESDAY, assign, remind
from tests.conversations.concerns import MARIA, alert, hear, take
from tests.practice import Cast, Someone

NUMBER, SAFE = "0400 123 456", "mornings only, leave no message"
LINES = [f"Telephone: {NUMBER}", f"Safe contact: «{SAFE}»"]


def anna(cast: Cast) -> Person:
    with cast.practice.look() as db:
        return people.get(db, cast.anna_row.id)


def opens(someone: Someone, *labels: str) -> None:
    someone.types("/settings")
    for label in labels:
        someone.taps(label)


def gives(cast: Cast) -> None:
    opens(cast.anna, "Telephone and calls", "Give a number")
    cast.anna.types(NUMBER)
    cast.anna.taps("Say when it's safe")
    cast.anna.types(SAFE)
    hear(cast)


def shares(cast: Cast) -> None:
    opens(cast.anna, "Telephone and calls", "Others can see it", "Yes, others can see it")


def everything_read(cast: Cast, *readers: Someone) -> str:
    return "\n".join(bubble.text for each in readers for bubble in each.account.screen)


# --- giving it


def test_who_sees_it_is_said_before_it_is_given_and_it_can_be_removed(welcomed: Cast) -> None:
    opens(welcomed.anna, "Telephone and calls", "Give a number")
    welcomed.anna.sees("Only those who open an urgent message, or one that you sent with your name")
    welcomed.anna.types(NUMBER)
    assert welcomed.anna.last == f"I've kept {NUMBER}."
    welcomed.anna.types("remove the number")
    assert anna(welcomed).phone is None
    opens(welcomed.anna, "Telephone and calls", "Say when it's safe")
    welcomed.anna.types("2")
    assert anna(welcomed).safe_contact == "Call, but leave no message"
    opens(welcomed.anna, "Telephone and calls", "Remove when it's safe")
    assert anna(welcomed).safe_contact is None


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "<b>1</b>", "\u202e0400123456", "☎", "call me", "12"]
)
def test_what_is_no_number_is_asked_again_and_the_old_one_stays(welcomed: Cast, text: str) -> None:
    gives(welcomed)
    opens(welcomed.anna, "Telephone and calls", "Change the number")
    welcomed.anna.types(text)
    welcomed.anna.sees("That's no number that I can keep. Write it in digits.")
    assert anna(welcomed).phone == NUMBER
    welcomed.anna.types("+61 400 000 001")
    assert anna(welcomed).phone == "+61 400 000 001"


@pytest.mark.parametrize("text", ["x" * 10_000, "\u202eslam", "a\x07b"])
def test_words_about_calls_that_can_not_be_kept_are_asked_again(welcomed: Cast, text: str) -> None:
    gives(welcomed)
    opens(welcomed.anna, "Telephone and calls", "Change when it's safe")
    welcomed.anna.types(text)
    welcomed.anna.sees("I can keep up to 200 letters.")
    assert anna(welcomed).safe_contact == SAFE


# --- who is shown it


def test_an_opened_case_with_a_name_shows_it_and_nothing_else_does(welcomed: Cast) -> None:
    gives(welcomed)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-02 11:00"))
    alert(welcomed)
    staff = (welcomed.maria, welcomed.okafor, welcomed.lindqvist)
    for someone in staff:
        for word in ("/today", "/week", "/cases"):
            someone.types(word)
    assert NUMBER not in everything_read(welcomed, *staff, welcomed.ben)
    welcomed.maria.taps("Cases")
    welcomed.maria.taps("Open C-1001")
    for line in LINES:
        welcomed.maria.sees(line)
    welcomed.maria.sees_nothing_of("What they wrote for this call")
    assert NUMBER not in everything_read(welcomed, welcomed.okafor, welcomed.lindqvist)


def test_a_case_without_a_name_shows_nothing_of_it(welcomed: Cast) -> None:
    gives(welcomed)
    take(welcomed, by="Send without my name")
    welcomed.maria.sees("a client (name not shown)")
    assert "0400" not in everything_read(welcomed, welcomed.maria)
    assert SAFE not in everything_read(welcomed, welcomed.maria)


def test_what_was_written_for_this_call_goes_before_what_is_in_the_settings(
    welcomed: Cast,
) -> None:
    gives(welcomed)
    for label in ("Something isn't right", "I'd rather be called", MARIA):
        welcomed.anna.taps(label)
    welcomed.anna.types("0499 999 999 after six")
    welcomed.anna.taps("Skip")
    welcomed.anna.taps("No message, please")
    welcomed.anna.taps("Send")
    welcomed.practice.wait(minutes=1)
    welcomed.maria.taps("Open")
    opened = welcomed.maria.last
    assert opened.index("0499 999 999") < opened.index(LINES[0])
    assert "These are from their settings. What they wrote for this call goes first." in opened


def test_an_opened_urgent_message_shows_it_after_what_to_heed(welcomed: Cast) -> None:
    gives(welcomed)
    welcomed.anna.types("my partner hits me")
    bare = welcomed.maria.hears()
    assert bare and not any(NUMBER in each for each in bare)
    welcomed.maria.taps("Open")
    opened = welcomed.maria.last
    assert opened.index("Don't call unless they ask for it") < opened.index(LINES[0])
    assert LINES[1] in opened
    assert NUMBER not in everything_read(welcomed, welcomed.okafor, welcomed.lindqvist)


def test_the_name_that_they_chose_stands_beside_the_one_in_the_files(welcomed: Cast) -> None:
    opens(welcomed.anna, "Your name")
    welcomed.anna.types("Sunny")
    welcomed.anna.taps("Yes, call me that")
    welcomed.anna.types("i want to die")
    welcomed.maria.taps("Open")
    welcomed.maria.sees("From Anna Brown.")
    welcomed.maria.sees("They would like to be called «Sunny».")


def test_no_log_bears_the_number(welcomed: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    gives(welcomed)
    alert(welcomed)
    welcomed.maria.taps("Open")
    logged = "".join(capsys.readouterr())
    assert "outbox=" in logged and NUMBER not in logged and SAFE not in logged


# --- who else sees the telephone


def test_once_others_see_it_little_comes_and_the_number_is_gone_from_the_chat(
    welcomed: Cast,
) -> None:
    gives(welcomed)
    opens(welcomed.anna, "Telephone and calls")
    welcomed.anna.sees(f"Number for a call: {NUMBER}.")
    welcomed.anna.taps("Others can see it")
    welcomed.anna.sees("I send only a day and a time, with no names and no questions.")
    assert anna(welcomed).telephone is Telephone.OWN
    welcomed.anna.taps("Yes, others can see it")
    by_bot = [each.text for each in welcomed.anna.account.screen if each.by_bot]
    assert not any(NUMBER in text or SAFE in text for text in by_bot)
    opens(welcomed.anna, "Telephone and calls")
    welcomed.anna.sees("Number for a call: kept, and not shown here.")
    assert "Your name" not in welcomed.anna.labels
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-04 11:00"))
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    assert welcomed.anna.hears()[-1:] == ["Tomorrow, Friday 4 December, 11:00 am."]
    welcomed.anna.sees_nothing_of("If others can see it")  # a day has gone by


def test_what_was_on_its_way_to_them_alone_does_not_come(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 22:00"))
    for label in ("Cases", "Open C-1001", "Write to Anna"):
        welcomed.maria.taps(label)
    welcomed.maria.types("Dear Anna, a secret.")
    welcomed.maria.taps("Send")
    welcomed.anna.hears()
    shares(welcomed)
    assert welcomed.anna.hears()[-1] == "There's news for you."
    assert welcomed.anna.labels == ["See it"]
    welcomed.practice.wait_until(melbourne("2026-12-02 12:00"))
    welcomed.anna.sees_nothing_of("a secret")


def test_an_answer_to_homework_that_did_not_go_is_given_back(welcomed: Cast) -> None:
    remind(welcomed)
    for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        welcomed.anna.taps(label)
    welcomed.anna.types("how?")
    welcomed.practice.wait_until(melbourne("2026-12-02 22:00"))
    for label in ("Open", "Write back"):
        welcomed.okafor.taps(label)
    welcomed.okafor.types("Like this.")
    welcomed.okafor.hears()
    shares(welcomed)
    assert welcomed.okafor.hears() == [
        "Anna B. didn't get your answer about homework. Please say it when you meet."
    ]
    welcomed.practice.wait_until(melbourne("2026-12-03 12:00"))
    welcomed.anna.sees_nothing_of("Like this.")


def test_whoever_was_never_asked_about_notes_is_told_that_they_come(cast: Cast) -> None:
    for label in ("Others can see it", "Only day and time", "That's fine"):
        cast.anna.taps(label)
    with cast.practice.look() as db:
        assert not consents.was_asked(db, cast.anna_row, Purpose.HOMEWORK)
    opens(cast.anna, "Telephone and calls", "Only I see it")
    cast.anna.sees("Notes of what you agreed to do in between come too.")
    cast.anna.taps("Yes, only I see it")
    assert anna(cast).telephone is Telephone.OWN
    with cast.practice.look() as db:
        assert consents.has(db, cast.anna_row, Purpose.HOMEWORK)


def test_notes_that_were_stopped_stay_stopped(welcomed: Cast) -> None:
    opens(welcomed.anna, "Reminders and notes", "No notes")
    shares(welcomed)
    opens(welcomed.anna, "Telephone and calls", "Only I see it")
    assert "Notes of what" not in welcomed.anna.last
    welcomed.anna.taps("Yes, only I see it")
    with welcomed.practice.look() as db:
        assert not consents.has(db, welcomed.anna_row, Purpose.HOMEWORK)


def test_a_new_telephone_in_whosever_hands_shows_no_number(welcomed: Cast) -> None:
    gives(welcomed)
    new = welcomed.practice.join(welcomed.anna_row, "Anna's new one")
    opens(new, "Telephone and calls")
    new.sees("Who sees this telephone: not said.\nNumber for a call: kept, and not shown here.")
    assert NUMBER not in everything_read(welcomed, new)
