"""Words that may be danger: help and one plain question; what a yes, a no and other words do."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.danger_questions import DangerOutcome
from tests.practice import Cast
from tests.recognition import (
    ASKED,
    HURT,
    OTHERS,
    PLAIN,
    POSSIBLE,
    alerts,
    close,
    let_model_judge,
    questions,
    scores_of,
    told,
)  # fmt: skip

NO_TOLD = "Thank you. I've told nobody."


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has been asked, on Monday at 10 am."""
    let_model_judge(welcomed.practice)
    welcomed.anna.types(POSSIBLE)
    return welcomed


# --- asked


def test_numbers_come_first_then_one_question_and_what_silence_will_cause(asked: Cast) -> None:
    text = asked.anna.last
    assert text.startswith("In danger, call 000. To talk to somebody, day or night: Lifeline,")
    assert "I'm a program and can't tell how you meant that, so I'd rather ask:\n" + ASKED in text
    assert "Nobody has been told. If you say yes, or don't answer by 10:10 am, I tell Maria" in text
    assert asked.anna.labels == [
        "Yes", "No", "It's another person who is hurting me", "More numbers",
    ]  # fmt: skip


def test_staff_see_nothing_of_a_question(asked: Cast) -> None:
    assert told(asked) == [] and asked.okafor.hears() == [] and alerts(asked.practice) == []
    asked.maria.types("/cases")
    asked.maria.sees_nothing_of("Urgent")


def test_danger_from_another_asks_no_question_about_suicide_and_promises_no_call(
    welcomed: Cast,
) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types(HURT)
    text = welcomed.anna.last
    assert "1800RESPECT, 1800 737 732" in text
    assert "Is somebody hurting or threatening you?" in text and "your life" not in text
    assert "I ask them not to call you unless you want it." in text
    assert welcomed.anna.labels == ["Yes", "No", "More numbers"]


def test_danger_to_another_has_its_own_question(welcomed: Cast) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types(OTHERS)
    welcomed.anna.sees("Is somebody in danger of dying, or of being badly hurt?")
    welcomed.anna.sees_nothing_of("your life")


# --- yes


@pytest.mark.parametrize("answer", ["Yes", "yes", "1", "I don't know", "maybe"])
def test_a_yes_is_told_at_once(asked: Cast, answer: str) -> None:
    asked.anna.types(answer)
    assert asked.anna.last.startswith("Please call 000 now, or Lifeline, 13 11 14,")
    assert "passed on what you wrote to Maria Santos and Dr Lindqvist" in asked.anna.last
    assert not asked.maria.sees("Urgent. Please open now.").silent
    asked.maria.taps("Open")
    asked.maria.sees(f"I asked: «{ASKED}» They said yes.")
    asked.maria.sees(f"«{POSSIBLE}»")
    asked.practice.wait(hours=1)
    assert len(alerts(asked.practice)) == 1


def test_a_second_yes_rings_nobody_again(asked: Cast) -> None:
    asked.anna.taps("Yes")
    asked.maria.taps("Open")
    told(asked)
    question = asked.anna.sees(ASKED)
    asked.anna.taps("Yes", bubble=question)
    assert told(asked) == [] and len(alerts(asked.practice)) == 1
    assert "Maria Santos has opened what you wrote." in asked.anna.last


def test_another_person_is_a_yes_with_other_lines(asked: Cast) -> None:
    asked.anna.taps("It's another person who is hurting me")
    asked.anna.sees("1800RESPECT, 1800 737 732")
    asked.anna.sees("I ask them not to call you unless you want it.")
    assert "your life" not in asked.anna.last
    asked.maria.taps("Open")
    asked.maria.sees("Another person is hurting or threatening them. Don't call unless they ask")


def test_a_yes_after_a_no_is_told(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("No")
    asked.anna.taps("Yes", bubble=question)
    asked.maria.sees("Urgent. Please open now.")
    asked.anna.sees("passed on what you wrote")


def test_a_yes_after_staff_have_closed_it_is_a_new_alert(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("Yes")
    close(asked)
    asked.anna.taps("Yes", bubble=question)
    asked.maria.sees("Urgent. Please open now.")
    assert len(alerts(asked.practice)) == 2


# --- no


@pytest.mark.parametrize("answer", ["No", "no", "No, I'm fine!", "i'm safe now", "2"])
def test_a_no_tells_nobody_is_said_and_is_audited(asked: Cast, answer: str) -> None:
    asked.anna.types(answer)
    asked.anna.sees(NO_TOLD)
    asked.practice.wait(days=2)
    assert told(asked) == [] and alerts(asked.practice) == []
    with asked.practice.look() as db:
        acts = [each.action for each in db.exec(select(AuditEntry)) if "danger" in each.subject]
    assert acts == ["ask", "says no"]


def test_a_no_twice_says_the_same(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("No")
    asked.anna.taps("No", bubble=question)
    assert asked.anna.last.startswith(NO_TOLD)


def test_an_old_no_does_not_say_that_nobody_was_told_of_what_came_since(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("No")
    asked.anna.types(PLAIN)
    asked.anna.taps("No", bubble=question)
    asked.anna.sees("Good. If that changes, tap or write «Help now».")


def test_no_after_yes_is_passed_on_as_safe(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("Yes")
    told(asked)
    asked.anna.taps("No", bubble=question)
    asked.anna.sees("I'm glad. I've passed that on.")
    asked.maria.sees("they say that they are safe now")


def test_after_a_no_a_concern_is_offered_its_route(welcomed: Cast) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types(f"Dr Okafor never listens to me and {POSSIBLE}")
    welcomed.anna.taps("No")
    welcomed.anna.sees(NO_TOLD)
    welcomed.anna.sees("It sounds as if something isn't right with the person you see.")
    welcomed.anna.taps("Yes, choose who")
    welcomed.anna.sees("Who should hear it?")


def test_after_a_no_a_figure_of_speech_is_left_alone(asked: Cast) -> None:
    asked.anna.hears()
    asked.anna.taps("No")
    assert len(asked.anna.hears()) == 1


# --- more words


def test_plain_words_of_danger_are_told_at_once_with_those_before(asked: Cast) -> None:
    asked.anna.types(PLAIN)
    asked.anna.sees("passed on what you wrote")
    asked.maria.taps("Open")
    asked.maria.sees(f"«{POSSIBLE}\n{PLAIN}»")
    asked.practice.wait(minutes=20)
    assert len(alerts(asked.practice)) == 1
    assert [each.outcome for each in questions(asked.practice)] == [DangerOutcome.OVERTAKEN]


@pytest.mark.parametrize("more", [f"really, {POSSIBLE}", "its just the exams"])
def test_other_words_join_the_question_and_give_no_more_time(asked: Cast, more: str) -> None:
    asked.practice.wait(minutes=6)
    asked.anna.types(more)
    asked.anna.sees("I've put that with what you wrote before.")
    assert ASKED in asked.anna.last and "by 10:10 am" in asked.anna.last
    asked.practice.wait(minutes=5)
    asked.maria.taps("Open")
    asked.maria.sees(f"«{POSSIBLE}\n{more}»")


def test_a_reply_to_the_question_belongs_to_it(asked: Cast) -> None:
    asked.anna.types("its just the exams", reply_to=asked.anna.sees(ASKED))
    asked.anna.sees("I've put that with what you wrote before.")
    asked.anna.types("no", reply_to=asked.anna.sees(ASKED))
    asked.anna.sees(NO_TOLD)


def test_a_reply_to_the_numbers_is_asked_about_as_other_words_are(asked: Cast) -> None:
    asked.anna.taps("Yes")
    asked.anna.types("please hurry", reply_to=asked.anna.sees("passed on what you wrote"))
    asked.anna.sees("I haven't passed that on yet.")


def test_what_is_possible_is_not_asked_of_somebody_staff_know_of(welcomed: Cast) -> None:
    let_model_judge(welcomed.practice)
    welcomed.anna.types("i want to die")
    welcomed.practice.wait(minutes=20)
    told(welcomed)
    welcomed.anna.types(POSSIBLE)
    welcomed.anna.sees("passed on what you wrote")
    assert questions(welcomed.practice) == []
    welcomed.maria.sees("Urgent. Please open now.")


def test_a_typed_answer_goes_to_the_question_whatever_came_after_it(asked: Cast) -> None:
    asked.anna.taps("More numbers")
    asked.anna.types("no")
    asked.anna.sees(NO_TOLD)


def test_a_button_that_is_a_week_old_tells_the_truth(asked: Cast) -> None:
    question = asked.anna.sees(ASKED)
    asked.anna.taps("No")
    asked.practice.wait(days=8)
    asked.anna.taps("Yes", bubble=question)
    asked.anna.sees("I don't have those words any more, so I've told nobody.")
    assert asked.anna.last.startswith("Please call 000 now")
    asked.anna.taps("No", bubble=question)
    asked.anna.sees("Good. If that changes, tap or write «Help now».")


def test_nobody_answers_for_somebody_else(asked: Cast) -> None:
    for tap in ("yes", "no", "another_person"):
        asked.ben.presses_data(f"1:danger_question:{tap}:1")
        asked.ben.sees_nothing_of("passed on")
    assert [each.is_open for each in questions(asked.practice)] == [True]


@pytest.mark.parametrize("sounds_like", [POSSIBLE, PLAIN])
@pytest.mark.parametrize(
    ("answer", "follows"), [("sometimes", "passed on what you wrote"), ("no im safe", NO_TOLD)]
)
def test_an_answer_that_sounds_like_danger_is_an_answer(
    asked: Cast, answer: str, follows: str, sounds_like: str
) -> None:
    """As the model takes these words by themselves."""
    asked.practice.app.recogniser.model = lambda _text: scores_of(sounds_like)
    asked.anna.types(answer)
    asked.anna.sees(follows)


def test_a_button_of_the_help_that_is_typed_is_no_new_danger(welcomed: Cast) -> None:
    welcomed.practice.app.recogniser.model = lambda _text: scores_of(PLAIN)
    welcomed.anna.types(PLAIN)
    welcomed.anna.types("im safe now")
    welcomed.anna.sees("I'm glad. I've passed that on.")
    welcomed.anna.types("It's another person who is hurting me")
    welcomed.anna.sees("I ask them not to call you unless you want it.")
    [alert] = alerts(welcomed.practice)
    assert alert.words == PLAIN and alert.from_others and alert.says_safe_at is not None
