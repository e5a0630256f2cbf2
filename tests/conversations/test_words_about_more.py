"""Words about two things, and words whose matter is known: each answered, nothing typed twice."""

import pytest
from sqlmodel import col, select

from bot.records.homework import HomeworkState
from bot.records.kept_words import KeptWords
from bot.records.outbox import OutboxRow
from bot.rules.triage.topics import Label
from tests.clock import melbourne
from tests.conversations import brought, concerns
from tests.conversations.assigned import TASK, only, remind
from tests.conversations.sharing_acts import to_adler
from tests.labelled import label
from tests.practice import Cast

GUESS = "It sounds as if something isn't right with the person you see."
BOTH = "Can I move Thursday? I can't face him"
STING = "Thanks, today was fine as far as it went"


def kept(cast: Cast) -> list[str]:
    with cast.practice.look() as db:
        return [row.words for row in db.exec(select(KeptWords).order_by(col(KeptWords.id)))]


def nobody_heard(cast: Cast) -> bool:
    return not any(each.hears() for each in (cast.maria, cast.okafor, cast.lindqvist))


@pytest.mark.parametrize("by_model", [False, True])
def test_a_time_and_a_concern_are_both_answered_and_the_words_kept_once(
    welcomed: Cast, by_model: bool
) -> None:
    words = BOTH if by_model else "Can I move Thursday's session? I don't feel heard by her."
    if by_model:
        label(welcomed.practice, BOTH, Label.LOGISTICS, Label.RELATIONSHIP_CONCERN)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    welcomed.anna.types(words)
    times, offer = welcomed.anna.hears()
    assert "11:00 am" in times
    assert offer.startswith(f"{GUESS}\n\nNobody has read what you wrote.")
    assert kept(welcomed) == [words] and nobody_heard(welcomed)
    welcomed.anna.types("no")
    welcomed.anna.sees("All right. I've passed nothing on.")


def test_a_wish_for_another_time_with_a_concern_still_leads_to_another_time(welcomed: Cast) -> None:
    label(welcomed.practice, "I can't make it", Label.LOGISTICS, Label.RELATIONSHIP_CONCERN)
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-03 11:00"))
    welcomed.anna.types("I can't make it")
    times, offer = welcomed.anna.hears()
    assert times.startswith("Do you mean ") and offer.startswith(GUESS)


def test_homework_and_a_concern(welcomed: Cast) -> None:
    label(welcomed.practice, "diary", Label.HOMEWORK, Label.RELATIONSHIP_CONCERN)
    welcomed.anna.types("did the diary, not that she'd look at it")
    work, offer = welcomed.anna.hears()
    assert work == "«Homework» below shows what you agreed to do."
    assert offer.startswith(GUESS)


@pytest.mark.parametrize("first", [Label.POSITIVE, Label.TOPIC_BOUNDARY, Label.OTHER])
def test_praise_with_a_sting_is_offered_the_route_alone(welcomed: Cast, first: Label) -> None:
    label(welcomed.practice, STING, first, Label.RELATIONSHIP_CONCERN)
    welcomed.anna.types(STING)
    [offer] = welcomed.anna.hears()
    assert offer.startswith(GUESS) and nobody_heard(welcomed)


def test_conduct_behind_another_topic_is_conduct(welcomed: Cast) -> None:
    words = "the session went on in the pub"
    label(welcomed.practice, words, Label.LOGISTICS, Label.CONDUCT)
    welcomed.anna.types(words)
    welcomed.anna.sees("It sounds as if something happened that shouldn't have.")
    for each in ("Yes, choose who", concerns.OKAFOR, "That's all"):
        welcomed.anna.taps(each)
    welcomed.anna.sees("it's for somebody other than Dr Okafor to hear.")


def test_conduct_behind_another_topic_does_not_join_a_case_with_its_subject(welcomed: Cast) -> None:
    words = "oh and the session went on in the pub"
    label(welcomed.practice, words, Label.LOGISTICS, Label.CONDUCT)
    concerns.send(welcomed, to=concerns.OKAFOR)
    welcomed.practice.wait(minutes=1)
    concerns.hear(welcomed)
    welcomed.anna.types(words)
    welcomed.anna.sees("It sounds as if something happened that shouldn't have.")
    assert welcomed.okafor.hears() == []


def test_a_concern_behind_another_topic_can_join_what_was_sent(welcomed: Cast) -> None:
    label(welcomed.practice, BOTH, Label.LOGISTICS, Label.RELATIONSHIP_CONCERN)
    concerns.alert(welcomed)
    concerns.hear(welcomed)
    welcomed.anna.types(BOTH)
    welcomed.anna.taps("Yes, add it")
    welcomed.anna.sees("Added.")


# --- homework


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    remind(welcomed)
    welcomed.anna.taps("Not yet")
    welcomed.anna.hears()
    return welcomed


WORDS = "I don't understand the worksheet"


def test_words_about_homework_can_be_asked_as_they_are(asked: Cast) -> None:
    asked.anna.types(WORDS)
    [text] = asked.anna.hears()
    assert f"Is it about «{TASK}»?" in text and "phone Riverside (03 9000 0000)" in text
    assert "As a note only you see it for now." in text
    assert asked.okafor.hears() == []
    asked.anna.taps("Ask Dr Okafor this")
    asked.anna.sees(f"Your question: «{WORDS}»\n\nDr Okafor gets it in 3 minutes.")
    assert kept(asked) == []


def test_who_sees_all_homework_is_said_before_a_note_of_it(asked: Cast) -> None:
    for each in ("/sharing", "Let Dr Okafor see homework", "From now on"):
        asked.anna.types(each)
    asked.anna.types(WORDS)
    asked.anna.sees("As a note Dr Okafor can see it before you meet, unless you keep this one to")
    asked.anna.sees_nothing_of("As a note only you see it")


def test_words_about_homework_can_be_what_gets_in_the_way(asked: Cast) -> None:
    asked.anna.types(WORDS)
    asked.anna.taps("Note it as what gets in the way")
    asked.anna.sees("What would you like to do?")
    assert (only(asked).obstacle, only(asked).state) == (WORDS, HomeworkState.STRUGGLING)


@pytest.mark.parametrize("tap", ["ask", "obstacle", "about"])
def test_words_about_homework_work_once_and_for_their_writer_alone(asked: Cast, tap: str) -> None:
    asked.anna.types(WORDS)
    with asked.practice.look() as db:
        row_id = db.exec(select(KeptWords.id)).one()
    gone = "I don't have those words any more. /homework shows what is open."
    asked.ben.hears()
    asked.ben.presses_data(f"1:words_for_homework:{tap}:{row_id}:{only(asked).id}")
    assert asked.ben.hears() == [gone]
    asked.anna.taps("No, leave it")
    asked.anna.presses_data(f"1:words_for_homework:{tap}:{row_id}:{only(asked).id}")
    assert asked.anna.last == gone
    assert only(asked).obstacle is None


def test_which_of_several_is_asked(welcomed: Cast) -> None:
    remind(welcomed)
    remind(welcomed)
    welcomed.anna.hears()
    welcomed.anna.types(WORDS)
    welcomed.anna.sees("Nobody has read that. Is it about one of these?")
    welcomed.anna.taps(welcomed.anna.labels[0])
    welcomed.anna.sees(f"Is it about «{TASK}»?")
    assert "Ask Dr Okafor this" in welcomed.anna.labels


# --- thanks

GOOD = "thanks, that really helped"


def test_thanks_are_passed_on_by_a_tap_and_once(welcomed: Cast) -> None:
    welcomed.anna.types(GOOD)
    bubble = welcomed.anna.sees("I can pass it on word for word, or keep it until you meet.")
    assert nobody_heard(welcomed)
    welcomed.anna.taps("Pass it on to Dr Okafor")
    welcomed.anna.sees("It's on its way to Dr Okafor, word for word.")
    assert welcomed.okafor.hears() == [f"Something good, from a client.\nAnna B. writes: «{GOOD}»"]
    welcomed.anna.taps("Pass it on to Dr Okafor", bubble=bubble)
    welcomed.anna.sees("I don't have those words any more.")
    assert welcomed.okafor.hears() == []


def test_thanks_go_to_nobody_but_whom_the_button_named(welcomed: Cast) -> None:
    welcomed.anna.types(GOOD)
    adler = to_adler(welcomed)
    welcomed.anna.taps("Pass it on to Dr Okafor")
    welcomed.anna.sees("Sorry, that no longer works. Nothing was changed.")
    assert nobody_heard(welcomed)
    with welcomed.practice.look() as db:
        assert db.exec(select(OutboxRow).where(OutboxRow.person_id == adler.id)).all() == []


def test_thanks_can_be_kept_for_next_time(welcomed: Cast) -> None:
    welcomed.anna.types(GOOD)
    for each in ("Keep it as a note for next time", brought.FEEDBACK, brought.DONE):
        welcomed.anna.taps(each)
    assert brought.newest(welcomed).words == GOOD
    assert nobody_heard(welcomed)


def test_a_made_up_button_passes_on_neither_a_concern_nor_anybody_else_s_words(
    welcomed: Cast,
) -> None:
    welcomed.anna.types("he put his hand on my leg")
    with welcomed.practice.look() as db:
        row_id = db.exec(select(KeptWords.id)).one()
    for someone in (welcomed.anna, welcomed.ben):
        someone.presses_data(f"1:thanks_given:pass_on:{row_id}:{welcomed.okafor_row.id}")
        someone.sees("I don't have those words any more.")
    assert welcomed.okafor.hears() == []
    assert len(kept(welcomed)) == 1


def test_who_cannot_be_reached_is_not_promised(welcomed: Cast) -> None:
    welcomed.okafor.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.anna.types(GOOD)
    welcomed.anna.sees("I can keep it until you meet Dr Okafor.")
    assert "Pass it on to Dr Okafor" not in welcomed.anna.labels
