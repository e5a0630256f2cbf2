"""Homework and what is shown of it: drafts, setting once, taking back, reading."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.records import homework, shown_notes
from bot.records.database import Database
from bot.records.homework import Homework, HomeworkNote, HomeworkState, NoteKind
from bot.records.therapy_sessions import SessionState
from bot.rules.due import UNDO_DELAY
from tests.records.rows import DAY, HOUR, NOW, SECOND, People, assign, book, make_cast, race, show


def draft_for(db: Session, cast: People) -> Homework:
    return homework.draft(
        db, client=cast.anna, psychologist_id=cast.okafor.id, task="Go out.", now=NOW
    )


def test_a_draft_counts_once(db: Session, cast: People) -> None:
    row = draft_for(db, cast)
    assert (row.state, row.remind_at, row.set_at) == (HomeworkState.DRAFT, None, None)
    assert homework.set_it(db, row, NOW + DAY, None, NOW)
    assert (row.state, row.remind_at, row.set_at) == (HomeworkState.OPEN, NOW + DAY, NOW)
    assert not homework.set_it(db, row, NOW + 2 * DAY, None, NOW)
    assert row.remind_at == NOW + DAY


def test_a_psychologist_has_one_draft_and_what_is_set_stays(db: Session, cast: People) -> None:
    gone, stays = draft_for(db, cast), assign(db, cast.anna)
    carla_s = homework.draft(
        db, client=cast.carla, psychologist_id=cast.adler.id, task="Read.", now=NOW
    )
    homework.drop_drafts(db, cast.okafor.id)
    db.expire_all()
    assert db.get(Homework, gone.id) is None
    assert db.get(Homework, stays.id) is not None
    assert db.get(Homework, carla_s.id) is not None


def test_taking_back_works_for_three_minutes_and_not_after_an_answer(
    db: Session, cast: People
) -> None:
    row = draft_for(db, cast)
    assert not homework.take_back(db, row, NOW)
    homework.set_it(db, row, NOW + DAY, None, NOW)
    assert not homework.take_back(db, row, NOW + UNDO_DELAY)
    assert homework.take_back(db, row, NOW + UNDO_DELAY - SECOND)
    assert (row.state, row.remind_at) == (HomeworkState.TAKEN_BACK, None)
    answered = draft_for(db, cast)
    homework.set_it(db, answered, NOW + DAY, None, NOW)
    answered.state = HomeworkState.DONE
    db.flush()
    assert not homework.take_back(db, answered, NOW)


def test_a_client_is_shown_what_they_may_still_do(db: Session, cast: People) -> None:
    first, second = assign(db, cast.anna, "One"), assign(db, cast.anna, "Two")
    assign(db, cast.ben)
    draft_for(db, cast)
    for state in (HomeworkState.DONE, HomeworkState.STOPPED, HomeworkState.TAKEN_BACK):
        assign(db, cast.anna).state = state
    just_set = draft_for(db, cast)
    homework.set_it(db, just_set, NOW + DAY, None, NOW)
    over = assign(db, cast.anna)
    over.therapy_session_id = book(db, cast.anna, NOW).id
    db.flush()
    assert homework.shown_to(db, cast.anna, NOW) == [second, first]
    assert homework.shown_to(db, cast.anna, NOW + UNDO_DELAY) == [just_set, second, first]
    assert homework.shown_to(db, cast.anna, NOW + timedelta(days=61)) == []


def test_it_is_useful_until_its_session_or_the_one_in_its_place(db: Session, cast: People) -> None:
    row = assign(db, cast.anna)
    assert homework.useful_until(db, row, NOW) is None
    theirs = book(db, cast.anna, NOW + DAY)
    row.therapy_session_id = theirs.id
    assert homework.useful_until(db, row, NOW) == NOW + DAY
    theirs.state = SessionState.CANCELLED
    db.flush()
    assert homework.useful_until(db, row, NOW) is None
    book(db, cast.ben, NOW + HOUR)
    book(db, cast.anna, NOW + 3 * DAY)
    assert homework.useful_until(db, row, NOW) == NOW + 3 * DAY


def test_only_what_is_still_to_come_is_planned(db: Session, cast: People) -> None:
    row, asked = assign(db, cast.anna), assign(db, cast.anna)
    asked.remind_at = None
    assign(db, cast.ben)
    db.flush()
    assert homework.planned(db, cast.anna) == [row]


def test_a_note_is_read_from_its_time_on_and_as_often_as_wished(db: Session, cast: People) -> None:
    note = show(db, assign(db, cast.anna), NOW + HOUR)
    assert not shown_notes.open_note(db, note, NOW + HOUR - SECOND)
    assert shown_notes.open_note(db, note, NOW + HOUR)
    assert shown_notes.open_note(db, note, NOW + DAY)
    assert note.opened_at == NOW + HOUR
    assert not shown_notes.take_note_back(db, note, NOW + DAY)


def test_what_is_taken_back_is_never_read(db: Session, cast: People) -> None:
    note = show(db, assign(db, cast.anna), NOW)
    assert shown_notes.take_note_back(db, note, NOW)
    assert not shown_notes.take_note_back(db, note, NOW)
    assert not shown_notes.open_note(db, note, NOW + DAY)
    assert note.opened_at is None


def test_unread_notes_are_of_one_kind_and_neither_read_nor_taken_back(
    db: Session, cast: People
) -> None:
    row = assign(db, cast.anna)
    unread, read, taken = (show(db, row, NOW) for _each in range(3))
    shown_notes.open_note(db, read, NOW)
    shown_notes.take_note_back(db, taken, NOW)
    show(db, assign(db, cast.anna), NOW)
    assert shown_notes.unread_notes(db, row, NoteKind.ANSWER) == [unread]
    assert shown_notes.unread_notes(db, row, NoteKind.STRUGGLE) == []


def test_reading_and_taking_back_at_the_same_moment_are_one_of_the_two(
    database_url: str,
) -> None:
    both = Database(database_url), Database(database_url)
    with both[0].transaction() as db:
        note_id = show(db, assign(db, make_cast(db).anna), NOW).id
    acts: Iterator[Callable[[Session, HomeworkNote, datetime], bool]] = iter(
        [shown_notes.open_note, shown_notes.take_note_back]
    )

    def act(db: Session) -> bool:
        note = db.get(HomeworkNote, note_id)
        assert note is not None
        return next(acts)(db, note, NOW)

    assert sorted(race(both, act)) == [False, True]
    for database in both:
        database.close()
