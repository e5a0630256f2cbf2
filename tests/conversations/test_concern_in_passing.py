"""A concern said in answer to something else counts for that, and is offered its route afterwards."""

import pytest
from sqlmodel import col, select

from bot.records.kept_words import KeptWords
from bot.rules.triage.topics import Label
from tests.clock import melbourne
from tests.conversations import brought, checking_in
from tests.conversations.assigned import notes_of, only, remind
from tests.conversations.sharing_acts import page_of_anna, shares
from tests.labelled import label
from tests.practice import Cast

SAID = "she never listens to me"
GUESS = "It sounds as if something isn't right with the person you see."
NOBODY = "I've passed it on no further than I said above. Would you like to tell somebody"
WAYS = ["Tell Maria Santos, practice manager", "Yes, choose who", "No, leave it"]
CONDUCT = "he put his hand on my leg"


def kept(cast: Cast) -> list[str]:
    with cast.practice.look() as db:
        return [row.words for row in db.exec(select(KeptWords).order_by(col(KeptWords.id)))]


def offers(cast: Cast) -> list[str]:
    return [text for text in cast.anna.hears() if NOBODY in text]


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of her homework."""
    remind(welcomed)
    welcomed.anna.hears()
    return welcomed


def obstacle(cast: Cast, *said: str) -> Cast:
    for each in ("Still struggling", "Something else"):
        cast.anna.taps(each)
    cast.anna.hears()
    for each in said:
        cast.anna.types(each)
    return cast


def test_what_gets_in_the_way_is_kept_and_the_concern_in_it_is_offered_after(asked: Cast) -> None:
    obstacle(asked, SAID)
    step, offer = asked.anna.hears()
    assert step == "What would you like to do?"
    assert offer.startswith(f"{GUESS}\n\n{NOBODY}")
    assert asked.anna.labels == WAYS
    assert only(asked).obstacle == SAID
    for member in (asked.maria, asked.okafor, asked.lindqvist):
        assert member.hears() == []


def test_what_the_step_asked_last_can_still_be_answered_in_words(asked: Cast) -> None:
    obstacle(asked, SAID)
    asked.anna.types("leave it until we meet")
    asked.anna.sees("It waits until you meet, and I won't ask again.")
    assert len(offers(asked)) == 1  # and it isn't offered again


def test_yes_takes_the_words_along(asked: Cast) -> None:
    obstacle(asked, SAID)
    asked.anna.taps("Tell Maria Santos, practice manager")
    asked.anna.sees(f"«{SAID}»")
    assert kept(asked) == []


def test_no_forgets_them_and_leaves_the_homework_as_it_was(asked: Cast) -> None:
    obstacle(asked, SAID)
    asked.anna.types("no")
    asked.anna.sees("All right. I've passed nothing on.")
    assert kept(asked) == []
    assert only(asked).obstacle == SAID


def test_the_same_words_in_a_second_step_are_not_offered_twice(asked: Cast) -> None:
    obstacle(asked, SAID)
    assert len(offers(asked)) == 1
    asked.anna.taps("Do a smaller part", bubble=asked.anna.sees("What would you like to do?"))
    asked.anna.types(SAID)
    assert offers(asked) == []


def test_what_may_be_conduct_is_never_shown_to_whom_it_is_about(asked: Cast) -> None:
    obstacle(asked, CONDUCT)
    asked.anna.sees("It sounds as if something happened that shouldn't have.")
    assert asked.anna.labels[0] == "Tell Dr Lindqvist, senior psychologist"
    question = asked.anna.sees("What would you like to do?")
    asked.anna.taps("Leave it until we meet", bubble=question)
    asked.anna.sees("I won't ask again. Only you see it.")


def test_no_later_tap_shows_conduct_to_whom_it_is_about(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:homework:done:{only(asked).id}")
    asked.anna.taps("Keep this one to me")
    let_see = asked.anna.sees("Dr Okafor can't see this one here any more.")
    asked.anna.presses_data(f"1:homework_added:add:{only(asked).id}")
    asked.anna.types(CONDUCT)
    asked.anna.taps("Let Dr Okafor see it", bubble=let_see)
    asked.anna.sees("That may be about something Dr Okafor did, so I haven't passed it on.")
    for tap in ("homework_sharing:show:{}:answer:{}", "homework_seen:from_now:{}:{}"):
        asked.anna.presses_data("1:" + tap.format(only(asked).id, only(asked).revision))
    assert only(asked).keeps_private and notes_of(asked) == []
    assert "No answer shown." in page_of_anna(asked)


def test_a_question_about_conduct_does_not_go_to_whom_it_is_about(asked: Cast) -> None:
    for each in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        asked.anna.taps(each)
    asked.anna.types(CONDUCT)
    asked.anna.sees("That may be about something Dr Okafor did, so I haven't passed it on.")
    assert len(offers(asked)) == 1
    asked.practice.wait(minutes=4)
    assert notes_of(asked) == [] and asked.okafor.hears() == []


def test_as_long_as_a_step_waits_nothing_is_offered(welcomed: Cast) -> None:
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.FEEDBACK)
    for words in (SAID, "the room is cold", "and she looks at her phone", "I feel judged"):
        welcomed.anna.types(words)
    assert offers(welcomed) == []
    welcomed.anna.taps(brought.DONE)
    own, offer = welcomed.anna.hears()
    assert own.startswith("Kept, and only you see it.")
    assert f"Before that you wrote: «{SAID}" in offer and "judged" in offer
    assert "cold" not in offer
    welcomed.anna.taps("No, leave it")
    welcomed.anna.taps("My times")
    assert offers(welcomed) == []


def test_who_goes_off_to_something_else_is_offered_it_there(welcomed: Cast) -> None:
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.FEEDBACK)
    welcomed.anna.types(SAID)
    welcomed.anna.hears()
    welcomed.anna.types("/cancel")
    assert len(offers(welcomed)) == 1


def test_a_note_that_is_thrown_away_takes_the_words_with_it(welcomed: Cast) -> None:
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.FEEDBACK)
    welcomed.anna.types(SAID)
    welcomed.anna.taps(brought.THROW)
    if "Yes, throw it away" in welcomed.anna.labels:
        welcomed.anna.taps("Yes, throw it away")
    assert offers(welcomed) == [] and kept(welcomed) == []


def test_a_note_about_conduct_offers_somebody_else_by_itself(welcomed: Cast) -> None:
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.FEEDBACK)
    welcomed.anna.types(CONDUCT)
    assert "Tell somebody else" in welcomed.anna.labels
    welcomed.anna.taps(brought.DONE)
    assert offers(welcomed) == []


def test_a_comment_to_a_good_check_in(questioned: Cast) -> None:
    checking_in.begin(questioned)
    checking_in.answers(questioned.anna, 9, 9, 9, 9, "Add a few words")
    questioned.anna.hears()
    questioned.anna.types(SAID)
    own, offer = questioned.anna.hears()
    assert own.startswith("Kept. Only you see it.")
    assert offer.startswith(GUESS)


def test_a_check_in_that_offers_to_tell_somebody_offers_it_once(questioned: Cast) -> None:
    checking_in.begin(questioned)
    checking_in.answers(questioned.anna, 2, 2, 2, 2, "Add a few words")
    questioned.anna.hears()
    questioned.anna.types(SAID)
    assert offers(questioned) == []
    questioned.anna.sees("Would you like to do something about it?")
    assert kept(questioned) == []


def test_words_where_a_number_is_asked_are_offered_when_the_check_in_is_over(
    questioned: Cast,
) -> None:
    checking_in.begin(questioned)
    questioned.anna.types(SAID)
    questioned.anna.sees("I haven't passed on what you wrote.")
    checking_in.answers(questioned.anna, 9, 9, 9)
    assert offers(questioned) == []
    checking_in.answers(questioned.anna, 9)
    assert len(offers(questioned)) == 1


def test_a_wish_for_another_time_goes_to_the_office_and_the_concern_in_it_is_offered(
    welcomed: Cast,
) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.hears()
    welcomed.anna.types(f"not with her, {SAID}")
    own, offer = welcomed.anna.hears()
    assert own.startswith("I'm asking Maria")
    assert NOBODY in offer


def test_words_of_a_concern_are_offered_nothing_more(welcomed: Cast) -> None:
    for each in ("Something isn't right", "Maria Santos, practice manager"):
        welcomed.anna.taps(each)
    welcomed.anna.types(SAID)
    welcomed.anna.taps("That's all")
    welcomed.anna.taps("Send")
    assert offers(welcomed) == []


def test_nothing_is_offered_beside_danger(asked: Cast) -> None:
    for each in ("Still struggling", "Something else"):
        asked.anna.taps(each)
    asked.anna.types(f"{SAID} and I want to die")
    asked.anna.sees("Please call 000 now")
    assert offers(asked) == []
    asked.anna.types("I'm safe now")
    assert offers(asked) == [] and kept(asked) == []


def test_staff_are_offered_nothing(asked: Cast) -> None:
    for each in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
        asked.anna.taps(each)
    asked.anna.types("what if somebody finds it?")
    asked.practice.wait_until(melbourne("2026-12-03 10:00"))
    for each in ("Open", "Write back"):
        asked.okafor.taps(each)
    asked.okafor.hears()
    asked.okafor.types("she never listens to me, my client says")
    assert [text for text in asked.okafor.hears() if "Would you like" in text] == []


def test_what_only_a_model_finds_is_offered_too(asked: Cast) -> None:
    label(asked.practice, "I keep it short with her", Label.HOMEWORK, Label.RELATIONSHIP_CONCERN)
    obstacle(asked, "I keep it short with her these days")
    assert len(offers(asked)) == 1
    asked.anna.taps("Yes, choose who")
    asked.anna.sees("You're allowed to say this.")


def test_whoever_stops_all_messages_is_offered_nothing_with_it(welcomed: Cast) -> None:
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.FEEDBACK)
    welcomed.anna.types(SAID)
    welcomed.anna.hears()
    welcomed.anna.types("/stop")
    assert offers(welcomed) == []


@pytest.mark.parametrize(
    "words",
    [
        ("she never listens to me 💔 " * 300)[:4090],
        "she never listens to me \ud83d",
        "<b>she never listens to me</b> & «so» on",
        "\u202eshe never listens to me\u202c",
    ],
)
def test_words_of_any_kind_are_kept_as_they_are(welcomed: Cast, words: str) -> None:
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    welcomed.anna.taps("My times")
    welcomed.anna.taps("Another time")
    welcomed.anna.hears()
    welcomed.anna.types(words)
    assert len(offers(welcomed)) == 1
    assert len(kept(welcomed)) == 1
