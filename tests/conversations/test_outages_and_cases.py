"""After an outage: what waits for somebody in a case, and danger, asked about once more."""

from bot.records import people, staff
from bot.records.cases import CaseState
from bot.records.people import Person
from tests.clock import melbourne
from tests.conversations.concerns import alert, case_of, hear, send, take, write
from tests.conversations.outage_stories import dies, questions_of
from tests.practice import Cast

AWAY = "I was away from {begin} to {end}."
SOMETHING = "If you tapped something then, it may not have reached me. Please tap once more."


def away(begin: str, end: str) -> str:
    return f"{AWAY.format(begin=begin, end=end)}\n{SOMETHING}"


def loses_roles(cast: Cast, row: Person) -> None:
    with cast.practice.database.transaction() as db:
        person = people.get(db, row.id)
        staff.take_roles(db, person, people.roles_of(db, person))


# --- cases


def test_who_may_read_no_case_any_more_is_not_asked(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    loses_roles(welcomed, welcomed.maria_row)
    dies(welcomed.practice, lambda: welcomed.maria.account.taps("Open"), minutes=38)
    welcomed.practice.wait(minutes=2)
    assert welcomed.maria.hears() == []


def test_staff_who_may_have_opened_it_are_asked_without_a_word_of_it(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    dies(welcomed.practice, lambda: welcomed.maria.account.taps("Open"), minutes=38)
    assert welcomed.maria.hears() == []
    welcomed.practice.wait(minutes=2)
    assert welcomed.maria.hears() == [away("3:06 pm", "3:44 pm")]
    assert welcomed.maria.labels == ["Open", "Later", "I'm away"]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("C-1001")
    assert welcomed.okafor.hears() == [] and welcomed.lindqvist.hears() == []


def test_an_answer_whose_send_was_lost_can_be_sent_once_more(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.taps("Cases")
    welcomed.maria.taps(next(each for each in welcomed.maria.labels if each.startswith("Open C-")))
    welcomed.maria.taps(next(each for each in welcomed.maria.labels if each.startswith("Write to")))
    welcomed.maria.types("I'd like to hear more.")
    hear(welcomed)
    dies(welcomed.practice, lambda: welcomed.maria.account.taps("Send"), minutes=38)
    welcomed.practice.wait(minutes=2)
    assert len(welcomed.maria.hears()) == 1
    welcomed.maria.taps("Send")
    welcomed.anna.sees("I'd like to hear more.")


def test_staff_are_asked_in_practice_hours(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-01 16:55"))
    hear(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.practice.wait(hours=12)
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:01"))
    assert any("I was away from" in text for text in welcomed.maria.hears())


def test_who_opened_it_is_not_asked(welcomed: Cast) -> None:
    take(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.practice.wait(minutes=2)
    assert welcomed.maria.hears() == []


def test_whose_later_has_arrived_is_not_asked(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("Later")
    hear(welcomed)
    dies(welcomed.practice, minutes=10)
    welcomed.practice.wait(minutes=2)
    assert welcomed.maria.hears() == []


def test_a_concern_whose_send_was_lost_can_be_sent_once_more(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 15:05"))
    write(welcomed)
    hear(welcomed)
    dies(welcomed.practice, lambda: welcomed.anna.account.taps("Send"), minutes=38)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == [away("3:05 pm", "3:43 pm")]
    welcomed.anna.taps("Send")
    assert case_of(welcomed.practice).state is CaseState.WAITING


def test_who_has_sent_it_is_not_asked(welcomed: Cast) -> None:
    send(welcomed)
    hear(welcomed)
    dies(welcomed.practice, minutes=38)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == []


def test_a_client_who_was_asked_something_is_asked_by_day(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-03 15:30"))  # nobody looked
    hear(welcomed)
    assert "Wait" in welcomed.anna.labels
    dies(welcomed.practice, lambda: welcomed.anna.account.taps("Wait"), hours=6)
    welcomed.practice.wait(hours=10)
    assert not any("I was away" in text for text in welcomed.anna.hears())
    welcomed.practice.wait_until(melbourne("2026-12-04 08:01"))
    assert any("I was away" in text for text in welcomed.anna.hears())
    assert "Wait" in welcomed.anna.labels


# --- danger


def test_who_was_alerted_is_asked_at_once_whatever_the_hour(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 23:00"))
    welcomed.anna.types("i want to die")
    hear(welcomed)
    dies(welcomed.practice, lambda: welcomed.maria.account.taps("Open"), minutes=3)
    assert welcomed.maria.hears() == [
        f"Urgent. Please open now.\n{AWAY.format(begin='11:00 pm', end='11:03 pm')} {SOMETHING}"
    ]
    assert welcomed.maria.labels == ["Open"]
    welcomed.maria.taps("Open")
    welcomed.maria.sees("«i want to die»")


def test_who_wrote_it_gets_the_number_and_the_buttons_again(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 23:00"))
    welcomed.anna.types("i want to die")
    labels = welcomed.anna.labels
    hear(welcomed)
    dies(welcomed.practice, lambda: welcomed.anna.account.taps("I'm safe now"), minutes=3)
    assert welcomed.anna.hears() == [
        f"{AWAY.format(begin='11:00 pm', end='11:03 pm')}\n\n"
        f"If you're in danger now, don't wait for me. Call 000.\n\n{SOMETHING}"
    ]
    assert welcomed.anna.labels == labels
    welcomed.anna.taps("I'm safe now")
    welcomed.anna.sees("I'm glad.")


def test_it_makes_no_sound_where_another_person_may_be_there(welcomed: Cast) -> None:
    welcomed.anna.types("he hits me")
    hear(welcomed)
    dies(welcomed.practice, minutes=3)
    bubble = welcomed.anna.sees("I was away from")
    assert bubble.silent and "he hits" not in bubble.text


def test_danger_is_asked_about_after_each_outage_and_once(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    hear(welcomed)
    for _outage in range(2):
        dies(welcomed.practice, minutes=3)
        assert len(welcomed.maria.hears()) == 1 and len(welcomed.anna.hears()) == 1
    assert len(questions_of(welcomed.practice)) == 2 * len(("Anna", "Maria", "Dr Lindqvist"))


def test_what_was_opened_and_closed_is_asked_about_no_more(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Dealt with")
    welcomed.maria.types("talked on the phone")
    hear(welcomed)
    dies(welcomed.practice, minutes=3)
    assert welcomed.maria.hears() == [] and welcomed.lindqvist.hears() == []
    assert welcomed.anna.hears() == []


def test_who_may_open_none_any_more_is_not_asked(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 23:00"))
    welcomed.anna.types("i want to die")
    hear(welcomed)
    loses_roles(welcomed, welcomed.lindqvist_row)
    dies(welcomed.practice, minutes=3)
    assert welcomed.lindqvist.hears() == []
    assert len(welcomed.maria.hears()) == 1


def test_two_alerts_are_one_message_that_says_which(welcomed: Cast) -> None:
    welcomed.anna.types("i want to die")
    welcomed.ben.types("i want to die")
    hear(welcomed)
    dies(welcomed.practice, minutes=3)
    assert len(welcomed.maria.hears()) == 1
    assert len(welcomed.maria.labels) == 2
    assert all(label.startswith("Open: Monday 30 November") for label in welcomed.maria.labels)
