"""Homework that a client shares: asked once, said each time, kept back, ended; what waits isn't sent."""

import pytest
from sqlmodel import col, select

from bot.records import people, psychologist_changes
from bot.records.homework import Barrier, HomeworkNote
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Telephone
from bot.records.sharings import SharedKind
from tests.clock import melbourne
from tests.conversations.assigned import TASK, assign, only, remind
from tests.conversations.sharing_acts import (
    PAGE,
    change_anna,
    page_of_anna,
    shares,
    shares_no_more,
    sharings_of,
    to_adler,
)
from tests.practice import Cast

OFF_HOMEWORK = (
    "Off. Dr Okafor can't see here any more how homework went, nor what you showed of it. Questions "
    "that you asked Dr Okafor stay asked. What was waiting to go out isn't sent. What Dr Okafor "
    "has read by now stays read."
)
SEES = "Dr Okafor can see it before you meet, unless you keep this one to yourself."
CHANGED = "This changed a moment ago. Open it again."


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


# --- homework: the question, what is seen, and the end


def test_yes_and_from_now_on_shows_this_one_and_the_later_ones(asked: Cast) -> None:
    anna, practice = asked.anna, asked.practice
    anna.taps("Done")
    assert "No answer shown." in page_of_anna(asked)
    anna.taps("Yes, and from now on")
    assert anna.last == (
        "On, from this one on. /sharing ends it at any time.\n\n"
        "Dr Okafor can see this before you meet: the task · «done»."
    )
    assert "Their answer: done" in page_of_anna(asked)
    later = assign(practice, asked.anna_row, melbourne("2026-12-03 19:00"), task="Go out.")
    practice.wait_until(melbourne("2026-12-03 19:00"))
    anna.presses_data(f"1:homework:partly:{later}")
    assert anna.last.endswith("Dr Okafor can see this before you meet: the task · «partly».")
    assert anna.labels == ["Keep this one to me", "Add a few words first"]
    anna.taps("Add a few words first")
    assert anna.last == f"How did it go? A few words, or skip it. {SEES}"
    anna.types("harder than I thought")
    assert anna.last == (
        "Kept.\n\nDr Okafor can see this before you meet: the task · «partly» · your words."
    )
    assert "How it went: «harder than I thought»" in page_of_anna(asked)
    assert [each.kind for each in sharings_of(asked)] == [SharedKind.HOMEWORK]


def test_where_others_see_the_telephone_an_old_yes_gives_nothing(asked: Cast) -> None:
    asked.anna.taps("Done")
    change_anna(asked, telephone=Telephone.SHARED)
    asked.anna.taps("Yes, and from now on")
    asked.anna.sees("I keep such notes off a telephone that others can see.")
    assert [each.given_at for each in sharings_of(asked)] == [None]


def test_once_asked_it_is_asked_no_more(asked: Cast) -> None:
    asked.anna.taps("Done")
    asked.anna.taps("No, keep it to me")
    later = assign(asked.practice, asked.anna_row, melbourne("2026-12-03 19:00"), task="Go out.")
    asked.practice.wait_until(melbourne("2026-12-03 19:00"))
    asked.anna.presses_data(f"1:homework:done:{later}")
    assert asked.anna.labels == [
        "Yes, before we meet",
        "Add a few words first",
        "No, keep it to me",
    ]


def test_who_struggles_isn_t_asked_about_all_from_now_on(asked: Cast) -> None:
    for label in ("Still struggling", "Too hard", "Leave it until we meet"):
        asked.anna.taps(label)
    assert asked.anna.labels == ["Yes, before we meet", "No, keep it to me"]
    assert sharings_of(asked) == []


def test_on_the_way_through_nothing_is_seen_and_at_its_end_what_was_said(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:struggle:begin:{only(asked).id}")
    assert asked.anna.last.endswith(f"What gets in the way? {SEES}")
    asked.anna.taps("Something else")
    assert asked.anna.last == f"A few words are enough, or skip it. {SEES}"
    asked.anna.presses_data(f"1:struggle:barrier:{only(asked).id}:{Barrier.TOO_HARD.value}")
    assert "No answer shown." in page_of_anna(asked)
    asked.anna.taps("Leave it until we meet")
    asked.anna.sees("Dr Okafor can see this before you meet: the task · «still struggling» · «too")
    assert "What gets in the way: too hard" in page_of_anna(asked)


def test_who_will_read_words_about_it_is_said_before_they_are_written(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:struggle:barrier:{only(asked).id}:other")
    assert asked.anna.last == f"A few words are enough, or skip it. {SEES}"
    asked.anna.presses_data(f"1:homework:partly:{only(asked).id}")
    asked.anna.taps("Add a few words first")
    assert asked.anna.last == f"How did it go? A few words, or skip it. {SEES}"
    asked.anna.types("the first half went well")
    assert asked.anna.last == (
        "Kept.\n\nDr Okafor can see this before you meet: the task · «partly» · your words."
    )
    assert "the first half went well" in page_of_anna(asked)
    asked.anna.taps("Keep this one to me")
    assert "the first half went well" not in page_of_anna(asked)
    asked.anna.presses_data(f"1:homework_added:add:{only(asked).id}")
    asked.anna.sees("Only you see them until you show them.")


def test_not_yet_is_said_to_be_seen(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:homework:not_yet:{only(asked).id}")
    asked.anna.sees("Dr Okafor can see this before you meet: the task · «not yet».")
    assert "Keep this one to me" in asked.anna.labels
    assert "Their answer: not yet" in page_of_anna(asked)


def test_one_that_is_kept_back_isn_t_seen_until_it_is_let_be_seen(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:homework:done:{only(asked).id}")
    asked.anna.taps("Keep this one to me")
    asked.anna.sees("Dr Okafor can't see this one here any more.")
    assert "No answer shown." in page_of_anna(asked)
    asked.anna.taps("Let Dr Okafor see it")
    assert "Their answer: done" in page_of_anna(asked)
    kept = asked.anna.sees("Dr Okafor can't see this one here any more.")
    shares_no_more(asked.anna)
    asked.anna.taps("Let Dr Okafor see it", bubble=kept)
    asked.anna.sees("That isn't among what you share now, so nobody sees it.")
    assert "No answer shown." in page_of_anna(asked)


def test_all_so_far_shows_what_was_answered_before_but_not_what_was_just_left(asked: Cast) -> None:
    for label in ("Still struggling", "Doesn't feel right", "Just leave it"):
        asked.anna.taps(label)
    other = assign(asked.practice, asked.anna_row, melbourne("2026-12-03 19:00"), task="Go out.")
    asked.practice.wait_until(melbourne("2026-12-03 19:00"))
    asked.anna.presses_data(f"1:homework:partly:{other}")
    shares(asked, "homework", "All so far too")
    page = page_of_anna(asked)
    assert "Their answer: partly" in page and page.count("No answer shown.") == 1


def test_the_end_takes_back_what_waits_and_shows_no_more_what_was_read(asked: Cast) -> None:
    asked.anna.taps("Done")
    asked.anna.taps("Yes, before we meet")
    shares(asked, "homework")
    shares_no_more(asked.anna)
    assert asked.anna.last == OFF_HOMEWORK
    asked.practice.wait_until(melbourne("2026-12-08 09:30"))  # it was to come at nine
    assert asked.okafor.hears() == []
    with asked.practice.look() as db:
        (note,) = db.exec(select(HomeworkNote)).all()
    assert note.taken_back_at is not None


def test_what_was_read_isn_t_shown_again_after_the_end(asked: Cast) -> None:
    asked.anna.taps("Done")
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(melbourne("2026-12-08 09:00"))
    asked.okafor.taps("Open")
    asked.okafor.sees("Their answer: done")
    bare = asked.okafor.sees("Something to read before a meeting.")
    shares(asked, "homework")
    shares_no_more(asked.anna)
    asked.okafor.taps("Open", bubble=bare)
    assert asked.okafor.last == "I can't find that any more."
    assert "No answer shown." in page_of_anna(asked)


def test_another_psychologist_sees_nothing_and_coming_back_opens_nothing(asked: Cast) -> None:
    shares(asked, "homework", "All so far too")
    asked.anna.presses_data(f"1:homework:done:{only(asked).id}")
    assert "Their answer: done" in page_of_anna(asked)
    adler = to_adler(asked)
    assert TASK not in page_of_anna(asked)
    with asked.practice.database.transaction() as db:
        anna, now = people.get(db, asked.anna_row.id), asked.practice.hand.now()
        assert psychologist_changes.change(
            db, anna, from_id=adler.id, to_id=asked.okafor_row.id, now=now
        )
    assert "No answer shown." in page_of_anna(asked)
    asked.anna.types("/sharing")
    assert asked.anna.last == PAGE


# --- what waits to be sent


def test_who_tapped_and_got_nothing_because_of_it_gets_an_answer(asked: Cast) -> None:
    shares(asked, "homework")
    asked.anna.presses_data(f"1:homework:done:{only(asked).id}")
    asked.okafor.hears()
    telegram, okafor = asked.practice.telegram, asked.okafor.account
    telegram.faults.fail(
        "too_many_requests", method="sendMessage", chat_id=okafor.account.id, retry_after=20
    )
    okafor.presses_data(f"1:client_page:open:{asked.anna_row.id}")
    asked.practice.settle()
    assert asked.okafor.hears() == []
    shares_no_more(asked.anna)
    asked.practice.wait(minutes=2)
    assert asked.okafor.hears() == [CHANGED]
    assert newest_of_hers(asked).state is OutboxState.WITHDRAWN


def newest_of_hers(cast: Cast) -> OutboxRow:
    """The newest message that holds something of Anna's."""
    with cast.practice.look() as db:
        chosen = select(OutboxRow).where(OutboxRow.shows_client_id == cast.anna_row.id)
        return db.exec(chosen.order_by(col(OutboxRow.id).desc())).first() or pytest.fail("none")
