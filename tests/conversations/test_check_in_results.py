"""What a check-in's answers lead to, who learns of them (nobody), and taps that come at odd times."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.check_ins import CheckIn
from bot.records.people import Role
from bot.rules.alliance import Level
from bot.rules.questionnaire import OUR_OWN
from conversations.check_in_words import answers_in_words
from tests.clock import melbourne
from tests.practice import Cast, Someone
from tests.records.test_dump import dump

HEARD, MATTERS, FITS, OPEN = OUR_OWN.names
OFFER = "Would you like to do something about it?"
KINDLY = "That happens, and you've done nothing wrong by saying it."
PERMISSION = (
    "Thank you. You're allowed to say this. Your times, your fees and how you're treated stay "
    "the same. I won't tell Dr Okafor unless you agree."
)
CHOICES = ["Tell Dr Okafor myself", "Tell somebody else at the practice", "Nothing for now"]
ADD = "Add a few words"
SO_FAR = "See how it went so far"
NOT_THERE = "I can't find those questions any more."
HAVE_THEM = "I have your answers to these already."


@pytest.fixture
def begun(questioned: Cast) -> Cast:
    """Anna has been asked after her first session, and has begun."""
    ask(questioned, "2026-12-01")
    questioned.okafor.hears()  # whether it took place
    return questioned


def ask(cast: Cast, day: str) -> None:
    cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))
    cast.practice.wait_until(melbourne(f"{day} 14:50"))
    cast.anna.taps("Start")


def answers(someone: Someone, *labels: int | str) -> None:
    for label in labels:
        someone.taps(str(label))


def check_ins_of(cast: Cast) -> list[CheckIn]:
    with cast.practice.look() as db:
        return list(db.exec(select(CheckIn).order_by(CheckIn.asked_at)))  # type: ignore[arg-type]  # SQLModel's stubs know columns as their values


# --- what they lead to


def test_fine_gets_thanks_and_nothing_more(begun: Cast) -> None:
    answers(begun.anna, 9, 8, 5, 9, "No, only I see them")
    ask(begun, "2026-12-08")
    answers(begun.anna, 9, 8, 5, 9)
    assert begun.anna.last == "Thank you. That's all."
    assert begun.anna.labels == [ADD, SO_FAR]


def test_from_the_second_on_thanks_lead_to_the_picture(begun: Cast) -> None:
    answers(begun.anna, 9, 8, 5, 9)
    assert SO_FAR not in begun.anna.labels, "one is no course"
    ask(begun, "2026-12-08")
    answers(begun.anna, 3, 8, 5, 9)
    assert SO_FAR not in begun.anna.labels, "what can be done about it stands there"
    ask(begun, "2026-12-15")
    answers(begun.anna, 9, 8, 5, 9, SO_FAR)
    assert "Your answers: 3 times" in begun.anna.last


@pytest.mark.parametrize(
    ("given", "noticed"),
    [
        ((4, 7, 7, 3), "Being heard and being open were low today."),
        ((4, 9, 9, 9), "Being heard was low today."),
        ((9, 2, 9, 9), "Working on what matters to you was low today."),
        ((9, 9, 4, 4), "The way you work together and being open were low today."),
        ((4, 9, 4, 4), "Being heard, the way you work together and being open were low today."),
    ],
)
def test_a_low_answer_is_named_and_leads_to_an_offer(
    begun: Cast, given: tuple[int, ...], noticed: str
) -> None:
    answers(begun.anna, *given)
    assert begun.anna.last == f"Thank you. {noticed} {KINDLY}\n\n{OFFER}"
    assert begun.anna.labels == [*CHOICES, ADD]


@pytest.mark.parametrize(
    ("given", "noticed"),
    [
        ((4, 7, 6, 3), "Being heard and being open were low today."),
        ((1, 2, 1, 0), "All four were low today."),
        ((5, 5, 5, 5), "Your answers are rather low today."),
    ],
)
def test_where_the_whole_is_low_permission_comes_first(
    begun: Cast, given: tuple[int, ...], noticed: str
) -> None:
    answers(begun.anna, *given)
    assert begun.anna.last == f"{PERMISSION}\n\n{noticed} {KINDLY}\n\n{OFFER}"
    assert begun.anna.labels == [*CHOICES, ADD]


def test_both_ways_of_telling_lead_into_the_concern_and_nothing_ends_it(begun: Cast) -> None:
    answers(begun.anna, 4, 7, 7, 3)
    result = begun.anna.sees(OFFER)
    begun.anna.hears()
    begun.anna.taps(CHOICES[0], bubble=result)
    assert "How would you like to tell Dr Okafor?" in begun.anna.hears()[0]
    begun.anna.taps(CHOICES[1], bubble=result)
    assert begun.anna.hears()[0].startswith("You're allowed to say this.")
    begun.anna.taps("Nothing for now", bubble=result)
    assert begun.anna.last == "All right. «Something isn't right» is there at any time."


def test_where_one_person_is_the_practice_nobody_else_in_it_is_offered(begun: Cast) -> None:
    with begun.practice.database.transaction() as db:
        db.connection().exec_driver_sql("DELETE FROM role_held WHERE role IN ('manager', 'senior')")
    answers(begun.anna, 4, 7, 7, 3)
    assert begun.anna.labels[1] == "Tell somebody else"


# --- a few words


def test_a_few_words_are_kept_for_the_client_and_the_offer_stays(begun: Cast) -> None:
    answers(begun.anna, 4, 7, 7, 3, ADD)
    assert begun.anna.last == "Anything you'd like to add? Only you see it."
    begun.anna.types("she looks at the clock {often}")
    assert begun.anna.last == f"Kept. Only you see it.\n\n{OFFER}"
    assert begun.anna.labels == CHOICES
    assert check_ins_of(begun)[0].comment == "she looks at the clock {often}"


def test_words_that_come_later_are_added_and_skipping_keeps_none(begun: Cast) -> None:
    answers(begun.anna, 9, 9, 9, 9, ADD)
    result = begun.anna.sees("Thank you.")
    begun.anna.types("first")
    assert begun.anna.last == "Kept. Only you see it."
    begun.anna.taps(ADD, bubble=result)
    begun.anna.types("skip")
    assert begun.anna.last == "All right."
    begun.anna.taps(ADD, bubble=result)
    begun.anna.types("second")
    assert check_ins_of(begun)[0].comment == "first\nsecond"


@pytest.mark.parametrize("step", ["question", "words"])
def test_words_of_danger_get_help_first_and_the_question_waits(begun: Cast, step: str) -> None:
    if step == "words":
        answers(begun.anna, 9, 9, 9, 9, ADD)
    begun.anna.types("I want to die")
    assert begun.anna.last.startswith("Please call 000 now")
    begun.maria.sees("Urgent. Please open now.")
    assert check_ins_of(begun)[0].comment is None
    begun.anna.types("7")
    begun.anna.taps("Go on with what you asked")
    begun.anna.types("7")
    (row,) = check_ins_of(begun)
    assert row.comment == "7" if step == "words" else row.answers == {HEARD: 7}


# --- taps at odd times


def test_a_double_tap_is_one_answer(begun: Cast) -> None:
    row = check_ins_of(begun)[0]
    for _time in range(2):
        begun.anna.presses_data(f"1:check_in:answer:{row.id}:1:8")
    assert check_ins_of(begun)[0].answers == {HEARD: 8}
    assert "2 of 4" in begun.anna.last


def test_an_older_question_s_button_corrects_its_answer(begun: Cast) -> None:
    begun.anna.types("8")
    begun.anna.types("9")
    begun.anna.taps("3", bubble=begun.anna.sees("1 of 4"))
    begun.anna.sees("I've changed that answer.\n\n3 of 4.")
    assert check_ins_of(begun)[0].answers == {HEARD: 3, MATTERS: 9}


def test_a_later_question_s_button_waits_for_its_turn(begun: Cast) -> None:
    begun.anna.types("8")
    begun.anna.types("9")
    third = begun.anna.sees("3 of 4")
    begun.anna.types("back")
    begun.anna.taps("0", bubble=third)
    begun.anna.sees("First this one, please.\n\n2 of 4.")
    assert check_ins_of(begun)[0].answers == {HEARD: 8}


def test_going_back_twice_with_one_button_goes_back_once(begun: Cast) -> None:
    answers(begun.anna, 8, 9)
    row = check_ins_of(begun)[0]
    for _time in range(2):
        begun.anna.presses_data(f"1:check_in:back:{row.id}:3")
    assert check_ins_of(begun)[0].answers == {HEARD: 8}


def test_after_the_last_answer_nothing_is_judged_twice(begun: Cast) -> None:
    answers(begun.anna, 4, 7, 7, 3)
    row = check_ins_of(begun)[0]
    begun.practice.wait(minutes=1)
    for tap in (f"answer:{row.id}:4:9", f"skip:{row.id}:4", f"back:{row.id}:4", f"stop:{row.id}",
                f"start:{row.id}", f"not_today:{row.id}"):  # fmt: skip
        begun.anna.presses_data(f"1:check_in:{tap}")
        assert begun.anna.last == HAVE_THEM
    after = check_ins_of(begun)[0]
    assert (after.answers, after.level) == ({HEARD: 4, MATTERS: 7, FITS: 7, OPEN: 3}, Level.WATCH)
    assert after.answered_at == row.answered_at


def test_what_no_button_has_is_answered_and_changes_nothing(begun: Cast) -> None:
    row_id = check_ins_of(begun)[0].id
    for tap in ("answer:{}:1:11", "answer:{}:0:5", "answer:{}:5:5", "skip:{}:9", "back:{}:0",
                "back:{}:9", "answer:{}:1:-1", "answer:{}:1"):  # fmt: skip
        begun.anna.account.presses_data("1:check_in:" + tap.format(row_id))
    begun.practice.settle()
    assert begun.anna.account.unanswered_taps == []
    assert check_ins_of(begun)[0].answers == {}


# --- whose they are


def every_tap(row_id: int) -> list[str]:
    alone = ("start", "not_today", "dont_ask", "stop", "add_words", "no_words", "nothing",
             "tell_psychologist", "tell_another", "keep", "let_see")  # fmt: skip
    numbered = (f"answer:{row_id}:1:5", f"skip:{row_id}:1", f"back:{row_id}:2")
    return [f"1:check_in:{tap}" for tap in (*(f"{each}:{row_id}" for each in alone), *numbered)]


def test_to_all_others_annas_check_in_is_not_there(begun: Cast) -> None:
    answers(begun.anna, 4)
    row = check_ins_of(begun)[0]
    for someone in (begun.ben, begun.okafor, begun.maria, begun.lindqvist):
        taps = every_tap(row.id) if someone is begun.ben else every_tap(row.id)[::4]
        for data in [*taps, *every_tap(999_999)[::6]]:
            someone.account.presses_data(data)
        begun.practice.settle()
        assert set(someone.hears()) == {NOT_THERE}
    assert check_ins_of(begun)[0].answers == {HEARD: 4}
    begun.ben.taps("Settings")
    begun.ben.sees("Short questions: on.")


def test_nobody_of_the_staff_sees_or_hears_of_anything(begun: Cast) -> None:
    begun.practice.add_staff("Bo Hill", Role.MANAGER)
    answers(begun.anna, 1, 2, 1, 0, ADD)
    begun.anna.types("the ticking clock")
    begun.anna.taps("Nothing for now")
    begun.practice.wait(days=4)
    for someone in (begun.okafor, begun.maria, begun.lindqvist, begun.ben):
        assert someone.hears() == []
        someone.types("/week")
        someone.types("/today")
        for word in ("heard", "ticking", "were low", "1 of 10"):
            someone.sees_nothing_of(word)


def test_a_dump_and_the_audit_show_no_answer(begun: Cast) -> None:
    answers(begun.anna, 4, 7, 6, 3, ADD)
    begun.anna.types("the ticking clock")
    questions = OUR_OWN.as_json().lower()  # the practice's own words, which aren't sealed
    seen = dump(begun.practice.database).lower().replace("''", "'").replace(questions, "")
    for words in ("ticking", "being heard", "felt heard", "concern  ", '"heard"', "in:answer"):
        assert words not in seen
    with begun.practice.look() as db:
        acts = {entry.action for entry in db.exec(select(AuditEntry))}
    assert {act for act in acts if "check-in" in act} == {"check-in answered", "check-in words"}


def test_the_answers_in_words_are_there_only_once_all_are_given(begun: Cast) -> None:
    answers(begun.anna, 4, "Skip", 6)
    with begun.practice.look() as db:
        assert answers_in_words(db, check_ins_of(begun)[0]) == []
    answers(begun.anna, 3)
    row = check_ins_of(begun)[0]
    with begun.practice.look() as db:
        in_words = answers_in_words(db, row)
    assert in_words == [
        "I felt heard and respected: 4 of 10",
        "The way we work suits me: 6 of 10",
        "I could be open about what's on my mind: 3 of 10",
    ]
