"""Anna would like another psychologist: from «I'd like somebody else» to the first time with the new one."""

import pytest
from sqlmodel import select

from bot.records.cases import CaseState
from bot.records.psychologist_requests import (
    NextSession,
    PsychologistRequest,
    SearchState,
)
from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.conversations.concerns import (
    LINDQVIST,
    MARIA,
    OKAFOR,
    TUESDAY,
    case_of,
    readers_of,
)
from tests.conversations.searches import (
    NEXT,
    SENTENCE,
    begins,
    changes,
    closes,
    hire_patel,
    request_of,
    says,
)
from tests.practice import Cast, Someone


@pytest.fixture
def patel(welcomed: Cast) -> Someone:
    return hire_patel(welcomed)


def test_from_the_sentence_to_the_first_time_with_somebody_else(
    welcomed: Cast, patel: Someone
) -> None:
    anna, maria = welcomed.anna, welcomed.maria
    begins(welcomed)
    assert anna.last == (
        "You don't need a reason. Maria reads what you choose here, after you have sent it. "
        "You can go on seeing Dr Okafor meanwhile.\n\n"
        "What would you wish for? Tap what matters to you, or write it."
    )
    says(welcomed, "Days and times", "Mornings", "Evenings", "Done", "Way of working")
    anna.types("something more practical")
    assert anna.last == (
        "So far: mornings, evenings · «something more practical»\n\n"
        "Anything else? Tap, or write it."
    )
    anna.taps("That's all")
    assert anna.last == (
        "Who tells Dr Okafor that you'd like somebody else? I say nothing by myself."
    )
    anna.taps("I do")
    assert anna.last == f"Your next time with Dr Okafor is {NEXT}. What would you like to do?"
    anna.taps("Keep it")
    assert anna.last == (
        "May what Dr Okafor has written about you go to whoever you see next? "
        "«Yes» is your written consent. You can take it back until that is done."
    )
    anna.taps("Yes")
    assert anna.last == (
        "This is what Maria will get:\n\n"
        "From Anna B. · about Dr Okafor\n«I'd like somebody else»\n"
        "My wishes: mornings, evenings · «something more practical»\n"
        "I tell Dr Okafor myself.\n"
        f"I keep my next time, {NEXT}.\n"
        "What Dr Okafor has written about me may go to the new psychologist.\n\n"
        "If Maria is away, may Dr Lindqvist read it? Now set to: no, it waits for Maria."
    )
    assert "Send without my name" not in anna.labels
    anna.taps("Send")
    assert maria.hears() == []
    welcomed.practice.wait(minutes=1)
    maria.taps("Open")
    maria.sees("My wishes: mornings, evenings · «something more practical»")
    maria.sees("Notes of Dr Okafor may go over: Anna agreed in writing, Tuesday 1 December.")
    maria.taps("I'll take it")
    anna.taps("Something isn't right")
    anna.sees("Maria is looking for somebody for you.")
    changes(welcomed)
    maria.sees("Notes of Dr Okafor may go over: Anna agreed in writing")
    welcomed.practice.wait(minutes=4)
    assert [each for each in anna.hears() if "From now on you meet Dr Patel" in each]
    closes(welcomed)
    says(welcomed, "Something isn't right")
    anna.sees(f"From now on you see Dr Patel. Your first time: {NEXT}.")
    welcomed.practice.wait_until(melbourne("2026-12-08 12:00"))
    says(welcomed, "Something isn't right")
    assert "Dr Patel" not in anna.last
    assert request_of(welcomed).state is SearchState.MET
    assert welcomed.okafor.hears() == []
    assert case_of(welcomed.practice).kind is Kind.CHANGE


def test_one_tap_suffices_for_no_wish_and_each_question_goes_back(
    welcomed: Cast, patel: Someone
) -> None:
    begins(welcomed)
    says(welcomed, "Nothing special", "Back")
    welcomed.anna.sees("What would you wish for?")
    says(welcomed, "Nothing special", "Nobody yet", "Back", "The practice", "I don't know yet")
    says(welcomed, "Back", "Leave it out")
    welcomed.anna.sees("The time stands until the office writes to you.")
    welcomed.anna.sees_nothing_of("It's soon")
    says(welcomed, "Ask me later")
    for line in (
        "No special wishes.\nPlease tell Dr Okafor for me.",
        f"Please cancel my next time, {NEXT}.",
        "Ask me later about what Dr Okafor has written about me.",
    ):
        assert line in welcomed.anna.last
    assert request_of(welcomed).next_session is NextSession.LEAVE_OUT


def test_leaving_out_a_time_that_is_soon_says_what_the_practice_says(
    welcomed: Cast, patel: Someone
) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-07 10:30"))
    begins(welcomed)
    says(welcomed, "Nothing special", "Nobody yet", "Leave it out")
    welcomed.anna.sees("It's soon, and the practice says: «We charge half the fee then.»")


def test_every_button_can_be_typed_and_other_words_are_kept(welcomed: Cast, patel: Someone) -> None:
    anna = welcomed.anna
    begins(welcomed)
    for text in ("days and times", "mornings", "tuesdays after 4", "man or woman", "a woman"):
        anna.types(text)
    for text in ("on line or in the room", "no preference", "language", "Italian", "that's all"):
        anna.types(text)
    for text in ("i do not know", "nobody yet", "keep it", "{hm}", "no"):
        anna.types(text)
    assert (
        "My wishes: mornings, tuesdays after 4 · a woman · Italian\n«i do not know»\n«{hm}»\n"
        "Please tell Dr Okafor nothing yet.\n"
        f"I keep my next time, {NEXT}.\n"
        "What Dr Okafor has written about me may not go to the new psychologist."
    ) in anna.last


def test_change_it_goes_back_to_the_wishes_and_an_older_send_sends_nothing(
    welcomed: Cast, patel: Someone
) -> None:
    begins(welcomed)
    says(welcomed, "Nothing special", "I do", "Keep it", "Yes")
    shown = welcomed.anna.sees("This is what Maria will get")
    says(welcomed, "Change it", "Man or woman", "A man")
    welcomed.anna.taps("Send", bubble=shown)
    welcomed.anna.sees("My wishes: a man")
    assert case_of(welcomed.practice).state is CaseState.DRAFT


def test_it_is_never_sent_to_the_present_one_but_can_be_said_to_them(
    welcomed: Cast, patel: Someone
) -> None:
    begins(welcomed, OKAFOR)
    assert welcomed.anna.last == (
        "Another psychologist is for somebody other than Dr Okafor to find. "
        "Who should look? Dr Okafor isn't told by that."
    )
    assert welcomed.anna.labels == [MARIA, LINDQVIST, "Only say it to Dr Okafor", "Don't send"]
    welcomed.anna.taps(LINDQVIST)
    says(welcomed, "Nothing special", "I do", "Keep it", "No", "Send")
    assert [each.person_id for each in readers_of(welcomed.practice)] == [welcomed.lindqvist_row.id]
    welcomed.practice.wait(minutes=1)
    assert welcomed.okafor.hears() == []


def test_only_saying_it_to_the_present_one_is_a_message_like_any_other(
    welcomed: Cast, patel: Someone
) -> None:
    begins(welcomed, OKAFOR)
    says(welcomed, "Only say it to Dr Okafor", "Send")
    welcomed.practice.wait(minutes=1)
    welcomed.okafor.taps("Open")
    welcomed.okafor.sees("«I'd like somebody else» (chosen sentence)")
    welcomed.okafor.sees_nothing_of("waits for another")


def test_without_a_name_nobody_could_change_it(welcomed: Cast, patel: Someone) -> None:
    anna = welcomed.anna
    welcomed.practice.wait_until(TUESDAY)
    says(welcomed, "Something isn't right", MARIA, "I don't feel heard", "That's all")
    shown = anna.sees("This is what Maria will get")
    says(welcomed, "Send without my name", "Change it")
    anna.types(SENTENCE)
    anna.sees("Your name goes with it: nobody could change it for you without.")
    anna.taps("Send without my name", bubble=shown)
    anna.sees("Nobody could change it for you without your name, so it stays in.")
    assert "From Anna B." in anna.last
    assert case_of(welcomed.practice).with_name


def test_words_about_a_wrong_doing_make_it_one(welcomed: Cast, patel: Someone) -> None:
    begins(welcomed)
    welcomed.anna.types("he put his hand on my leg")
    assert case_of(welcomed.practice).kind is Kind.CONDUCT


@pytest.mark.parametrize("sent", [False, True])
def test_taken_back_it_leaves_no_wishes(welcomed: Cast, patel: Someone, sent: bool) -> None:
    begins(welcomed)
    says(welcomed, "Language")
    welcomed.anna.types("Italian")
    says(welcomed, "That's all", "I do", "Keep it", "Yes")
    says(welcomed, *(["Send", "Take it back"] if sent else ["Don't send"]))
    with welcomed.practice.look() as db:
        assert db.exec(select(PsychologistRequest)).all() == []
    welcomed.practice.wait(days=8)
    assert welcomed.maria.hears() == []
