"""Notes to bring: whose to see each is, for every kind, choice and change."""

from random import Random

import pytest
from sqlmodel import Session, select

from bot.records import brought_notes, notes, outbox, sharings
from bot.records.notes import TO_BRING, Note, NoteState, OwnNoteKind
from bot.records.outbox import OutboxState
from bot.records.people import Person
from bot.records.sharings import SharedKind, Sharing
from bot.rules.own_notes import UNFINISHED_KEPT
from tests.records.rows import DAY, HOUR, NOW, People, message

VERSION = "test"


def written(db: Session, cast: People, kind: OwnNoteKind = OwnNoteKind.NEED) -> Note:
    note = brought_notes.begin(db, cast.anna, cast.okafor.id, kind, NOW)
    assert not brought_notes.write(db, note, "more time", NOW, anew=False)
    note.state = NoteState.KEPT
    db.flush()
    return note


def shared(db: Session, cast: People, kind: OwnNoteKind = OwnNoteKind.NEED) -> Note:
    note = written(db, cast, kind)
    brought_notes.share(db, note, VERSION, NOW)
    return note


def seen(db: Session, cast: People, psychologist: Person) -> list[int]:
    return [each.id for each in notes.to_bring(db, cast.anna.id, psychologist.id)]


@pytest.mark.parametrize("kind", TO_BRING)
def test_each_kind_is_private_until_it_is_shared(
    db: Session, cast: People, kind: OwnNoteKind
) -> None:
    note = written(db, cast, kind)
    assert notes.visible_to(db, note) is None
    brought_notes.share(db, note, VERSION, NOW)
    assert notes.visible_to(db, note) == cast.okafor.id
    assert seen(db, cast, cast.okafor) == [note.id]
    assert seen(db, cast, cast.adler) == []


def test_the_oldest_comes_first_and_other_people_s_never(db: Session, cast: People) -> None:
    first, second = shared(db, cast), shared(db, cast, OwnNoteKind.FEEDBACK)
    written(db, cast)
    bens = brought_notes.begin(db, cast.ben, cast.okafor.id, OwnNoteKind.NEED, NOW)
    bens.state = NoteState.KEPT
    brought_notes.share(db, bens, VERSION, NOW)
    assert seen(db, cast, cast.okafor) == [first.id, second.id]


def test_something_to_say_is_never_shared_by_the_kind(db: Session, cast: People) -> None:
    shared(db, cast)
    said = notes.begin(db, client_id=cast.anna.id, psychologist_id=cast.okafor.id, now=NOW)
    said.state = NoteState.KEPT
    brought_notes.share(db, said, VERSION, NOW)
    assert notes.visible_to(db, said) is None
    assert said.id not in seen(db, cast, cast.okafor)
    notes.show(said, NOW)
    assert notes.visible_to(db, said) == cast.okafor.id
    assert said.id not in seen(db, cast, cast.okafor)


@pytest.mark.parametrize("state", [NoteState.WRITING, NoteState.RESTING, NoteState.THROWN_AWAY])
def test_only_what_is_kept_for_the_next_session_is_seen(
    db: Session, cast: People, state: NoteState
) -> None:
    note = shared(db, cast)
    note.state = state
    assert notes.visible_to(db, note) is None
    assert seen(db, cast, cast.okafor) == []


def test_a_change_of_psychologist_ends_it_for_both(db: Session, cast: People) -> None:
    note = shared(db, cast)
    cast.anna.psychologist_id = cast.adler.id
    for psychologist in (cast.okafor, cast.adler):
        assert seen(db, cast, psychologist) == []
    brought_notes.keep_for(db, note, cast.adler.id, NOW)
    assert seen(db, cast, cast.adler) == []
    brought_notes.share(db, note, VERSION, NOW)
    assert seen(db, cast, cast.adler) == [note.id]
    assert len(db.exec(select(Sharing)).all()) == 2


def test_a_yes_covers_what_is_shared_from_then_on(db: Session, cast: People) -> None:
    early = shared(db, cast)
    sharings.revoke(db, cast.anna.id, SharedKind.NOTES, NOW + HOUR)
    late = written(db, cast)
    brought_notes.share(db, late, VERSION, NOW + DAY)
    assert seen(db, cast, cast.okafor) == [late.id]
    brought_notes.share(db, early, VERSION, NOW + 2 * DAY)
    assert seen(db, cast, cast.okafor) == [early.id, late.id]


def test_less_is_counted_once_and_only_where_something_was_seen(db: Session, cast: People) -> None:
    def changes() -> int:
        db.expire(cast.anna, ["sharing_changes"])
        return cast.anna.sharing_changes

    note = shared(db, cast)
    assert changes() == 0
    assert notes.keep_private(db, note, NOW)
    assert not notes.keep_private(db, note, NOW)
    assert changes() == 1
    brought_notes.share(db, note, VERSION, NOW)
    assert brought_notes.write(db, note, "and more", NOW, anew=False)
    assert not brought_notes.write(db, note, "and more", NOW, anew=True)
    assert changes() == 2
    brought_notes.share(db, note, VERSION, NOW)
    notes.throw_away(db, note, NOW)
    assert (note.shared_at, note.answers, changes()) == (None, {}, 3)


def test_thrown_away_it_is_in_no_list_either_that_was_said_or_waits(
    db: Session, cast: People
) -> None:
    note = written(db, cast)
    topic = notes.list_topic(cast.anna.id)
    said, waits = (message(db, text="1. more time", person_id=cast.anna.id, topic=topic)
                   for _each in range(2))  # fmt: skip
    of_others = message(db, text="no answer yet", person_id=cast.okafor.id, topic=topic)
    outbox.close(db, said.id, OutboxState.SENT, NOW)
    notes.throw_away(db, note, NOW)
    db.expire_all()
    assert [(row.body.text, row.state) for row in (said, waits, of_others)] == [
        ("", OutboxState.SENT), ("", OutboxState.WITHDRAWN), ("no answer yet", OutboxState.QUEUED),
    ]  # fmt: skip


def test_one_that_is_only_begun_is_forgotten_some_day(db: Session, cast: People) -> None:
    note = brought_notes.begin(db, cast.anna, cast.okafor.id, OwnNoteKind.NEED, NOW)
    assert note.due_at == NOW + UNFINISHED_KEPT


def test_what_is_kept_of_the_words(db: Session, cast: People) -> None:
    note = written(db, cast)
    brought_notes.write(db, note, "two", NOW, anew=False)
    assert note.words == "more time\ntwo"
    before = note.mark
    brought_notes.write(db, note, "three", NOW, anew=True)
    assert note.words == "three"
    assert note.mark != before


@pytest.mark.parametrize("seed", range(25))
def test_whatever_happens_it_is_seen_exactly_while_her_last_word_is_yes(
    db: Session, cast: People, seed: int
) -> None:
    """Her last word on this note, on notes at all, and on whom she sees."""
    chance, now = Random(seed), NOW
    note, is_yes = written(db, cast), False
    for _step in range(30):
        now += HOUR
        act = chance.choice(("share", "share", "keep", "write", "revoke", "another", "back"))
        sees_okafor = cast.anna.psychologist_id == cast.okafor.id
        if act == "share" and sees_okafor:
            brought_notes.share(db, note, VERSION, now)
            is_yes = True
        elif act == "keep":
            notes.keep_private(db, note, now)
            is_yes = False
        elif act == "write":
            brought_notes.write(db, note, "x", now, anew=chance.random() < 0.5)
            is_yes = False
        elif act == "revoke":
            sharings.revoke(db, cast.anna.id, SharedKind.NOTES, now)
            is_yes = False
        elif act in ("another", "back"):
            chosen = cast.adler if act == "another" else cast.okafor
            cast.anna.psychologist_id = chosen.id
            sees_okafor = chosen is cast.okafor
        expected = [note.id] if is_yes and sees_okafor else []
        assert seen(db, cast, cast.okafor) == expected, (seed, act)
        assert seen(db, cast, cast.adler) == []
