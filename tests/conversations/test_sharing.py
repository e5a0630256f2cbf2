"""/sharing: what a psychologist sees is shown, asked once, turned on and ended, and true at once."""

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from bot.records import people, psychologist_changes
from bot.records.homework import HomeworkNote
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Person, Role, Telephone
from bot.records.sharings import SharedKind, Sharing
from tests.clock import melbourne
from tests.conversations.assigned import TASK, assign, only, remind
from tests.practice import Cast, Someone

PAGE = (
    "What Dr Okafor can see here, and nobody else:\n"
    "Check-ins: off. Only you see your numbers.\n"
    "Homework: off, but for what you show one by one.\n"
    "Notes to bring: off. Only you see them.\n\n"
    "What you keep to yourself one by one stays so. You can change this at any time."
)
OFF_HOMEWORK = (
    "Off. Dr Okafor can't see here any more how homework went, nor what you showed of it. Questions "
    "that you asked Dr Okafor stay asked. What waited to be sent of it isn't sent. What Dr Okafor "
    "has read by now stays read."
)
CHANGED = "This changed a moment ago. Open it again."
STALE = "You see Dr Adler by now, so I changed nothing. /sharing shows what Dr Adler can see."


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


def shares(cast: Cast, kind: str, since: str = "From now on") -> None:
    cast.anna.types("/sharing")
    cast.anna.taps(f"Let Dr Okafor see {kind}")
    cast.anna.taps(since)


def page_of_anna(cast: Cast) -> str:
    """What Dr Okafor reads on her page now."""
    cast.okafor.presses_data(f"1:client_page:open:{cast.anna_row.id}")
    return cast.okafor.last


def sharings_of(cast: Cast) -> list[Sharing]:
    with cast.practice.look() as db:
        return list(db.exec(select(Sharing).order_by(col(Sharing.id))))


def change_anna(cast: Cast, **values: object) -> None:
    with cast.practice.database.transaction() as db:
        db.execute(update(Person).where(col(Person.id) == cast.anna_row.id).values(**values))


def to_adler(cast: Cast) -> Person:
    """Anna sees Dr Adler from now on."""
    practice = cast.practice
    adler = practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    with practice.database.transaction() as db:
        anna = people.get(db, cast.anna_row.id)
        assert psychologist_changes.change(
            db, anna, from_id=cast.okafor_row.id, to_id=adler.id, now=practice.hand.now()
        )
    return adler


# --- the page


def test_it_is_off_until_a_yes_and_found_from_the_settings(welcomed: Cast) -> None:
    anna = welcomed.anna
    anna.types("/sharing")
    assert anna.last == PAGE
    assert anna.labels == [
        "Let Dr Okafor see check-ins", "Let Dr Okafor see homework", "Let Dr Okafor see notes",
    ]  # fmt: skip
    anna.types("Settings")
    anna.taps("Who sees what")
    anna.sees("only you, and the person you see as far as you choose. /sharing shows what that is.")
    anna.taps("What you share")
    assert anna.last == PAGE


@pytest.mark.parametrize(
    ("kind", "exactly", "line"),
    [
        (
            "check-ins",
            "the numbers that you tap, and of which day. Not your words, and nothing that I make",
            "Check-ins: on. Your numbers from Monday 30 November on.",
        ),
        (
            "homework",
            "how it went, from done to not yet, what gets in the way, and the words",
            "Homework: on. Your answers from Monday 30 November on.",
        ),
        (
            "notes",
            "those that you choose, each one on its own. The others stay with you.",
            "Notes to bring: on. Those that you chose from Monday 30 November on.",
        ),
    ],
)
def test_who_will_see_what_is_said_before_the_yes(
    welcomed: Cast, kind: str, exactly: str, line: str
) -> None:
    anna = welcomed.anna
    anna.types("/sharing")
    anna.taps(f"Let Dr Okafor see {kind}")
    anna.sees(exactly)
    anna.sees("You can end it at any time with /sharing, and your care stays the same")
    assert anna.labels == ["From now on", "All so far too", "Leave it off"]
    assert sharings_of(welcomed) == []
    anna.taps("From now on")
    anna.types("/sharing")
    anna.sees(line)
    anna.taps(f"Stop sharing {kind}")
    assert anna.last.startswith("Off. Dr Okafor can't see")
    anna.types("/sharing")
    assert anna.last == PAGE


def test_leaving_it_off_keeps_it_off(welcomed: Cast) -> None:
    welcomed.anna.types("/sharing")
    welcomed.anna.taps("Let Dr Okafor see notes")
    welcomed.anna.taps("Leave it off")
    welcomed.anna.sees("All right. Nothing was changed.")
    assert sharings_of(welcomed) == []


def test_the_last_tap_counts_and_two_alike_are_one(welcomed: Cast) -> None:
    anna = welcomed.anna
    shares(welcomed, "check-ins")
    question = anna.sees("«All so far too» means")
    anna.taps("From now on", bubble=question)
    assert len(sharings_of(welcomed)) == 1
    anna.taps("All so far too", bubble=question)
    assert [(each.covers_from, each.revoked_at is None) for each in sharings_of(welcomed)][-1] == (
        None, True,
    )  # fmt: skip
    anna.taps("From now on", bubble=question)
    (stands,) = [each for each in sharings_of(welcomed) if each.revoked_at is None]
    assert stands.covers_from is not None


def test_a_yes_that_named_somebody_else_gives_nothing(welcomed: Cast) -> None:
    welcomed.anna.types("/sharing")
    page = welcomed.anna.sees("What Dr Okafor can see here")
    welcomed.anna.taps("Let Dr Okafor see notes")
    question = welcomed.anna.sees("«All so far too» means")
    to_adler(welcomed)
    welcomed.anna.taps("All so far too", bubble=question)
    assert welcomed.anna.last == STALE
    welcomed.anna.taps("Let Dr Okafor see check-ins", bubble=page)
    assert welcomed.anna.last == STALE
    assert sharings_of(welcomed) == []


@pytest.mark.parametrize("data", ["sharing:on:moods:1", "sharing:off:moods", "sharing:all:x:1"])
def test_button_data_of_one_s_own_making_changes_nothing(welcomed: Cast, data: str) -> None:
    welcomed.anna.presses_data(f"1:{data}")
    assert sharings_of(welcomed) == []


def test_ending_twice_says_that_it_is_off(welcomed: Cast) -> None:
    shares(welcomed, "notes")
    on = welcomed.anna.sees("On. Dr Okafor can see the notes")
    welcomed.anna.taps("Stop sharing notes", bubble=on)
    welcomed.anna.taps("Stop sharing notes", bubble=on)
    assert welcomed.anna.last == "That is off already. /sharing shows what is on."


def test_staff_have_nothing_to_set_and_no_button_gives_them_anything(welcomed: Cast) -> None:
    welcomed.okafor.types("/sharing")
    welcomed.okafor.sees("Your clients choose with /sharing what you see.")
    for data in ("on:notes", "from_now:notes", "all:notes"):
        welcomed.okafor.presses_data(f"1:sharing:{data}:{welcomed.okafor_row.id}")
    for data in ("off:notes", "end_all"):
        welcomed.okafor.presses_data(f"1:sharing:{data}")
    assert sharings_of(welcomed) == []


# --- whom there is to share with


def test_where_others_see_the_telephone_nothing_is_shown_and_all_can_be_ended(
    welcomed: Cast,
) -> None:
    shares(welcomed, "homework")
    welcomed.anna.types("/sharing")
    old = welcomed.anna.sees("Homework: on.")
    change_anna(welcomed, telephone=Telephone.SHARED)
    welcomed.anna.types("/sharing")
    assert welcomed.anna.last == (
        "Others can see this telephone, so I don't show here what you share, nor ask about it."
    )
    welcomed.anna.taps("Let Dr Okafor see notes", bubble=old)
    assert welcomed.anna.labels == ["End all sharing"]
    welcomed.anna.taps("End all sharing")
    assert "Okafor" not in welcomed.anna.last and "omework" not in welcomed.anna.last
    assert all(each.revoked_at is not None for each in sharings_of(welcomed))
    welcomed.anna.types("/sharing")
    assert "End all sharing" not in welcomed.anna.labels


def test_who_has_nobody_is_told_so(welcomed: Cast) -> None:
    change_anna(welcomed, psychologist_id=None)
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("You have nobody here yet whom you could let see something")


def test_who_left_sees_nothing(welcomed: Cast) -> None:
    shares(welcomed, "notes")
    with welcomed.practice.database.transaction() as db:
        okafor = people.get(db, welcomed.okafor_row.id)
        for held in db.exec(select(people.RoleHeld).where(people.RoleHeld.person_id == okafor.id)):
            db.delete(held)
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("Dr Okafor doesn't work here any more and sees nothing of yours.")


def test_who_isn_t_connected_sees_nothing_for_now(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).telegram_id = None
    welcomed.anna.types("/sharing")
    welcomed.anna.sees("Dr Okafor isn't connected here at the moment, and sees nothing until")


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
    anna.types("harder than I thought")
    assert "«partly» · your words." in anna.last
    assert "How it went: «harder than I thought»" in page_of_anna(asked)
    assert [each.kind for each in sharings_of(asked)] == [SharedKind.HOMEWORK]


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
    asked.anna.sees("Only you see this for now.")
    asked.anna.taps("Too hard")
    assert "No answer shown." in page_of_anna(asked)
    asked.anna.taps("Leave it until we meet")
    asked.anna.sees("Dr Okafor can see this before you meet: the task · «still struggling» · «too")
    assert "What gets in the way: too hard" in page_of_anna(asked)


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


def shares_no_more(anna: Someone) -> None:
    anna.types("/sharing")
    anna.taps("Stop sharing homework")


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
    asked.practice.wait_until(melbourne("2026-12-08 10:00"))
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
