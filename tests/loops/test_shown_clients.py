"""What holds a client's shared words isn't sent once less is shared, and whoever tapped gets an answer."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from bot.records import (
    brought_notes,
    outbox,
    people,
    psychologist_changes,
    sharings,
    staff,
    unsharing,
)
from bot.records.notes import TO_BRING, NoteState
from bot.records.outbox import Body, OutboxRow, OutboxState, Priority
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from bot.turn import Turn
from tests.loops.prepared import Town

WORDS = "What gets in the way: my mother reads it"
CHANGED = "This changed a moment ago. Open it again."


def say(town: Town, *texts: str, priority: Priority = Priority.ANSWER, name: str = "okafor") -> int:
    """Tell Dr Okafor something of Anna's in one turn, as an answer to a tap; the last row's id."""
    reader, anna = town.row_of(getattr(town, name)), town.row_of(town.anna)
    with town.database.transaction() as db:
        turn = Turn(
            db=db,
            now=town.hand.now(),
            practice=town.app.work.practice,
            chat_id=reader.telegram_id or 0,
            origin=f"test:{town.hand.monotonic()}:{len(db.exec(select(OutboxRow)).all())}",
            somebody=people.get(db, reader.id),
        )
        for text in texts:
            turn.say_protected(text, shows_client_id=anna.id, priority=priority)
        rows = db.exec(select(OutboxRow).where(OutboxRow.shows_client_id == anna.id)).all()
        return max(row.id for row in rows)


def lessen(town: Town, act: Callable[[Session, Town], None]) -> None:
    with town.database.transaction() as db:
        act(db, town)


def anna_in(db: Session, town: Town) -> Person:
    return people.get(db, town.row_of(town.anna).id)


def end_a_kind(db: Session, town: Town) -> None:
    unsharing.end(db, anna_in(db, town).id, SharedKind.CHECK_INS, town.hand.now())


def change_psychologist(db: Session, town: Town) -> None:
    anna, now = anna_in(db, town), town.hand.now()
    adler = people.add(db, name="Dr Adler", roles=[Role.PSYCHOLOGIST], now=now)
    assert anna.psychologist_id is not None, "she sees Dr Okafor"
    assert psychologist_changes.change(
        db, anna, from_id=anna.psychologist_id, to_id=adler.id, now=now
    )


def see_somebody_else(db: Session, town: Town) -> None:
    """By a way that forgot to count it: who may read it is looked up once more."""
    anna = anna_in(db, town)
    adler = people.add(db, name="Dr Adler", roles=[Role.PSYCHOLOGIST], now=town.hand.now())
    anna.psychologist_id = adler.id


def hand_over(db: Session, town: Town) -> None:
    now = town.hand.now()
    okafor = people.named(db, "Dr Okafor")[0]
    adler = people.add(db, name="Dr Adler", roles=[Role.PSYCHOLOGIST], now=now)
    staff.hand_over(db, okafor, adler, now)


def lose_the_role(db: Session, town: Town) -> None:
    staff.take_roles(db, people.get(db, town.row_of(town.okafor).id), [Role.PSYCHOLOGIST])


def change_a_note(db: Session, town: Town) -> None:
    """One that was seen: other words in it aren't, until she lets them be."""
    anna, now = anna_in(db, town), town.hand.now()
    assert anna.psychologist_id is not None, "she sees Dr Okafor"
    kind = sorted(TO_BRING, key=str)[0]
    note = brought_notes.begin(db, anna, anna.psychologist_id, kind, now)
    brought_notes.write(db, note, "first", now, anew=False)
    note.state = NoteState.KEPT
    brought_notes.share(db, note, "test", now)
    assert brought_notes.write(db, note, "second", now, anew=False), "it was seen until now"


ACTS = [end_a_kind, change_psychologist, see_somebody_else, hand_over, lose_the_role, change_a_note]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.__name__))
def test_what_waits_isn_t_sent_after_less_is_shared(
    town: Town, act: Callable[[Session, Town], None]
) -> None:
    row_id = say(town, WORDS)
    lessen(town, act)
    town.settle()
    town.okafor.sees_nothing_of(WORDS)
    assert town.okafor.hears() == [CHANGED]
    assert town.sent(row_id).state is OutboxState.WITHDRAWN


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.__name__))
def test_between_two_tries_and_after_a_restart_as_well(
    town: Town, act: Callable[[Session, Town], None]
) -> None:
    chat_id = town.okafor.account.id
    town.telegram.faults.fail("too_many_requests", chat_id=chat_id, retry_after=20)
    row_id = say(town, WORDS)
    town.do("send")
    assert town.sent(row_id).tries == 1 and town.okafor.hears() == []
    lessen(town, act)
    town.start()
    town.wait(minutes=2)
    town.okafor.sees_nothing_of(WORDS)
    assert town.okafor.hears() == [CHANGED]


def test_if_nothing_changes_it_comes_after_the_second_try(town: Town) -> None:
    chat_id = town.okafor.account.id
    town.telegram.faults.fail("too_many_requests", chat_id=chat_id, retry_after=20)
    say(town, WORDS)
    town.wait(minutes=2)
    assert town.okafor.hears() == [WORDS]


def test_several_pieces_of_one_answer_are_answered_once(town: Town) -> None:
    say(town, WORDS, WORDS + " and more", "x " * 4000)
    lessen(town, end_a_kind)
    town.settle()
    assert town.okafor.hears() == [CHANGED]


def test_what_nobody_tapped_for_goes_without_a_word(town: Town) -> None:
    say(town, WORDS, priority=Priority.ALERT)
    lessen(town, end_a_kind)
    town.settle()
    assert town.okafor.hears() == []


def test_what_is_opened_again_afterwards_is_sent(town: Town) -> None:
    say(town, WORDS)
    lessen(town, end_a_kind)
    say(town, "No answer shown.")
    town.settle()
    assert town.okafor.hears() == [CHANGED, "No answer shown."]


def test_a_client_s_own_is_always_sent_to_them(town: Town) -> None:
    say(town, "Your numbers", name="anna")
    lessen(town, end_a_kind)
    town.settle()
    assert town.anna.hears() == ["Your numbers"]


def test_what_is_another_client_s_is_sent(town: Town) -> None:
    """Ben's change keeps nothing of Anna's."""
    say(town, WORDS)
    with town.database.transaction() as db:
        ben = people.get(db, town.row_of(town.ben).id)
        unsharing.end(db, ben.id, SharedKind.CHECK_INS, town.hand.now())
    town.settle()
    assert town.okafor.hears() == [WORDS]


# --- edits


def edit(town: Town, row_id: int, text: str) -> OutboxRow:
    with town.database.transaction() as db:
        row = db.get_one(OutboxRow, row_id)
        outbox.edit(db, row, Body(text), town.hand.now())
        newest = select(OutboxRow).order_by(OutboxRow.id.desc())  # type: ignore[attr-defined]  # SQLModel's stubs know columns as their values
        return db.exec(newest).first() or pytest.fail("nothing was queued")


def test_an_edit_holds_what_its_message_held(town: Town) -> None:
    row_id = say(town, WORDS)
    town.settle()
    assert town.okafor.hears() == [WORDS]
    anna_id = town.row_of(town.anna).id
    assert edit(town, row_id, "the next page").shows_client_id == anna_id
    lessen(town, end_a_kind)
    town.settle()
    town.okafor.sees_nothing_of("the next page")
    assert town.okafor.hears() == [CHANGED]


def test_an_edit_of_what_waits_is_withdrawn_with_it(town: Town) -> None:
    row_id = say(town, WORDS)
    edit(town, row_id, "other words")
    lessen(town, end_a_kind)
    town.settle()
    town.okafor.sees_nothing_of("other words")
    assert town.okafor.hears() == [CHANGED]


def test_an_edit_whose_message_is_gone_is_sent_anew_as_what_it_holds(town: Town) -> None:
    row_id = say(town, WORDS)
    town.settle()
    town.hand.wait(20 * 60)  # the message goes after ten minutes
    town.settle()
    town.okafor.hears()
    edit(town, row_id, "the next page")
    town.do("send")
    anew = [row for row in rows_of_anna(town) if row.body.text == "the next page"]
    assert {row.shows_client_id for row in anew} == {town.row_of(town.anna).id}


def rows_of_anna(town: Town) -> list[OutboxRow]:
    with town.look() as db:
        rows = list(db.exec(select(OutboxRow)).all())
        for row in rows:
            assert row.body is not None
        return [row for row in rows if row.body.text]


# --- the check itself


def test_the_check_right_before_sending_stands_by_itself(town: Town) -> None:
    """Even if nothing was withdrawn when it changed: written before, it isn't sent after."""
    row_id = say(town, WORDS)
    town.spoil("UPDATE person SET sharing_changes = sharing_changes + 1 WHERE id = :id",
               id=town.row_of(town.anna).id)  # fmt: skip
    town.settle()
    assert town.okafor.hears() == [CHANGED]
    assert town.sent(row_id).state is OutboxState.WITHDRAWN


def test_a_row_that_is_written_after_a_change_in_the_same_transaction_is_sent(town: Town) -> None:
    reader, anna = town.row_of(town.okafor), town.row_of(town.anna)
    with town.database.transaction() as db:
        people.get(db, anna.id)  # known to this transaction before it changes
        unsharing.end(db, anna.id, SharedKind.NOTES, town.hand.now())
        draft = outbox.Draft(
            reader.telegram_id or 0, Body("what is left"), Priority.ANSWER, person_id=reader.id,
            shows_client_id=anna.id,
        )  # fmt: skip
        outbox.put(db, draft, town.hand.now())
    town.settle()
    assert town.okafor.hears() == ["what is left"]


def test_a_yes_by_itself_withdraws_nothing(town: Town) -> None:
    say(town, WORDS)
    with town.database.transaction() as db:
        anna = anna_in(db, town)
        assert anna.psychologist_id is not None, "she sees Dr Okafor"
        row = sharings.ask(
            db, anna, anna.psychologist_id, SharedKind.NOTES, "test", town.hand.now()
        )
        sharings.give(row, town.hand.now(), None)
    town.settle()
    assert town.okafor.hears() == [WORDS]
