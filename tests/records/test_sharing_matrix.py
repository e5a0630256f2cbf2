"""Who sees what of a client's, cell by cell: what the client chose × who asks × which kind."""

import enum
from collections.abc import Mapping
from datetime import datetime
from itertools import product

import pytest
from sqlmodel import Session

from bot.records import (
    people,
    psychologist_changes,
    sharings,
    shown_answers,
    shown_clients,
    shown_notes,
    unsharing,
)
from bot.records.check_ins import CheckIn
from bot.records.homework import Homework, HomeworkState, NoteKind
from bot.records.notes import Note
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from tests.records.rows import DAY, NOW, People, assign, show
from tests.records.shared_items import AT_LAST, WAYS, homework, sees

CHOSEN, AFTER = NOW + DAY, NOW + 2 * DAY
LATER = NOW + 3 * DAY


class Choice(enum.Enum):
    """What Anna chose a day after the first item and a day before the second."""

    NEVER_ASKED = "never asked"
    SAID_NO = "asked, and no"
    FROM_NOW = "on, from now on"
    ALL = "on, all so far too"
    REVOKED = "on, all; revoked after the second"
    FROM_NOW_AGAIN = "on, all; revoked; on again from now on"
    ALL_AGAIN = "on, all; revoked; on again, all so far too"
    KEPT_FIRST = "on, all; the first one kept private"
    MOVED = "on, all; then they see somebody else"
    CAME_BACK = "on, all; somebody else; and back again"
    FOR_THE_NEXT = "on, all; somebody else, for whom it is on, all"


# Written by hand: which of the two items the psychologist sees whose clients' items they are.
# Everybody else sees neither, and Anna both, whatever she chose.
PSYCHOLOGIST_SEES: Mapping[Choice, tuple[bool, bool]] = {
    Choice.NEVER_ASKED: (False, False),
    Choice.SAID_NO: (False, False),
    Choice.FROM_NOW: (False, True),
    Choice.ALL: (True, True),
    Choice.REVOKED: (False, False),
    Choice.FROM_NOW_AGAIN: (False, False),
    Choice.ALL_AGAIN: (True, True),
    Choice.KEPT_FIRST: (False, True),
    Choice.MOVED: (False, False),
    Choice.CAME_BACK: (False, False),
    Choice.FOR_THE_NEXT: (False, False),
}
ASKERS: Mapping[str, tuple[str, frozenset[Role]]] = {
    "the client": ("anna", frozenset({Role.CLIENT})),
    "another client": ("ben", frozenset({Role.CLIENT})),
    "the psychologist": ("okafor", frozenset({Role.PSYCHOLOGIST})),
    "the psychologist, who is manager too": (
        "okafor",
        frozenset({Role.PSYCHOLOGIST, Role.MANAGER}),
    ),
    "the psychologist, who is all there is": (
        "okafor",
        frozenset({Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR}),
    ),
    "the psychologist as manager alone": ("okafor", frozenset({Role.MANAGER, Role.SENIOR})),
    "the psychologist without a role": ("okafor", frozenset()),
    "another psychologist": ("adler", frozenset({Role.PSYCHOLOGIST})),
    "another psychologist, who is manager too": (
        "adler",
        frozenset({Role.PSYCHOLOGIST, Role.MANAGER}),
    ),
    "the manager": ("maria", frozenset({Role.MANAGER})),
    "the senior psychologist": ("lindqvist", frozenset({Role.SENIOR})),
    "the manager, who is senior too": ("maria", frozenset({Role.MANAGER, Role.SENIOR})),
}
SEES_AS_PSYCHOLOGIST = {
    "the psychologist",
    "the psychologist, who is manager too",
    "the psychologist, who is all there is",
}


def expected(choice: Choice, asker: str) -> tuple[bool, bool]:
    if asker == "the client":
        return True, True
    return PSYCHOLOGIST_SEES[choice] if asker in SEES_AS_PSYCHOLOGIST else (False, False)


# --- the choices, by the functions that the conversations call


def give(db: Session, client: Person, kind: SharedKind, at: datetime, *, covers_all: bool) -> None:
    assert client.psychologist_id is not None, "she sees somebody"
    row = sharings.ask(db, client, client.psychologist_id, kind, "test", at)
    sharings.give(row, at, None if covers_all else at)
    db.flush()
    if kind is SharedKind.HOMEWORK and covers_all:
        shown_answers.let_see_all(db, client.id, client.psychologist_id, at)


def moves(db: Session, client: Person, to: Person, at: datetime) -> None:
    assert client.psychologist_id is not None, "she sees somebody"
    assert psychologist_changes.change(
        db, client, from_id=client.psychologist_id, to_id=to.id, now=at
    )


def keep_private(db: Session, kind: SharedKind, item: CheckIn | Homework | Note) -> None:
    if isinstance(item, Note):
        item.shared_at = None
    else:
        item.keeps_private = True
    shown_clients.note_change(db, item.client_id, AFTER)


def choose_first(db: Session, cast: People, kind: SharedKind, choice: Choice) -> None:
    anna = cast.anna
    if choice is Choice.SAID_NO:
        sharings.ask(db, anna, cast.okafor.id, kind, "test", CHOSEN)
    elif choice is not Choice.NEVER_ASKED:
        give(db, anna, kind, CHOSEN, covers_all=choice is not Choice.FROM_NOW)


def choose_then(
    db: Session,
    cast: People,
    kind: SharedKind,
    choice: Choice,
    first: CheckIn | Homework | Note,
) -> None:
    match choice:
        case Choice.REVOKED:
            unsharing.end(db, cast.anna.id, kind, LATER)
        case Choice.FROM_NOW_AGAIN | Choice.ALL_AGAIN:
            unsharing.end(db, cast.anna.id, kind, LATER)
            give(db, cast.anna, kind, AT_LAST, covers_all=choice is Choice.ALL_AGAIN)
        case Choice.KEPT_FIRST:
            keep_private(db, kind, first)
        case Choice.MOVED:
            moves(db, cast.anna, cast.adler, LATER)
        case Choice.CAME_BACK:
            moves(db, cast.anna, cast.adler, LATER)
            moves(db, cast.anna, cast.okafor, AT_LAST)
        case Choice.FOR_THE_NEXT:
            moves(db, cast.anna, cast.adler, LATER)
            give(db, cast.anna, kind, AT_LAST, covers_all=True)
    db.flush()


@pytest.mark.parametrize(
    ("choice", "kind"), list(product(Choice, SharedKind)), ids=lambda each: str(each.value)
)
def test_who_sees_what(db: Session, cast: People, choice: Choice, kind: SharedKind) -> None:
    """Twelve askers, two items: one made before the choice and one after it."""
    make = WAYS[kind].make
    first = make(db, cast.anna, NOW)
    choose_first(db, cast, kind, choice)
    second = make(db, cast.anna, AFTER)
    choose_then(db, cast, kind, choice, first)
    seen = {
        asker: (
            sees(db, getattr(cast, name), roles, kind, first),
            sees(db, getattr(cast, name), roles, kind, second),
        )
        for asker, (name, roles) in ASKERS.items()
    }
    assert seen == {asker: expected(choice, asker) for asker in ASKERS}


@pytest.mark.parametrize("kind", SharedKind, ids=lambda each: str(each.value))
def test_a_yes_to_one_kind_opens_no_other(db: Session, cast: People, kind: SharedKind) -> None:
    items = {each: WAYS[each].make(db, cast.anna, NOW) for each in SharedKind}
    give(db, cast.anna, kind, CHOSEN, covers_all=True)
    roles = people.roles_of(db, cast.okafor)
    seen = {each for each, item in items.items() if sees(db, cast.okafor, roles, each, item)}
    assert seen == {kind}


@pytest.mark.parametrize("kind", SharedKind, ids=lambda each: str(each.value))
def test_a_yes_of_one_client_opens_nothing_of_another(
    db: Session, cast: People, kind: SharedKind
) -> None:
    item = WAYS[kind].make(db, cast.ben, NOW)
    give(db, cast.anna, kind, CHOSEN, covers_all=True)
    assert not sees(db, cast.okafor, people.roles_of(db, cast.okafor), kind, item)


@pytest.mark.parametrize("kind", SharedKind, ids=lambda each: str(each.value))
def test_a_yes_that_nobody_ended_opens_nothing_once_they_see_somebody_else(
    db: Session, cast: People, kind: SharedKind
) -> None:
    """Whatever moved them: the yes is for whom they see, and needs no end to be over."""
    item = WAYS[kind].make(db, cast.anna, NOW)
    give(db, cast.anna, kind, CHOSEN, covers_all=True)
    cast.anna.psychologist_id = cast.adler.id
    db.flush()
    for reader in (cast.okafor, cast.adler):
        assert not sees(db, reader, people.roles_of(db, reader), kind, item)
        assert sharings.standing(db, cast.anna.id, reader.id, kind) is None


def test_no_role_that_was_let_go_opens_anything(db: Session, cast: People) -> None:
    items = {each: WAYS[each].make(db, cast.anna, NOW) for each in SharedKind}
    for kind in SharedKind:
        give(db, cast.anna, kind, CHOSEN, covers_all=True)
    roles = people.roles_of(db, cast.okafor)
    assert all(sees(db, cast.okafor, roles, each, item) for each, item in items.items())
    from_staff = people.roles_of(db, cast.maria)
    assert not any(sees(db, cast.okafor, from_staff, each, item) for each, item in items.items())


# --- homework that was shown one by one


def test_ending_the_kind_takes_back_what_was_shown_one_by_one_and_questions_stay(
    db: Session, cast: People
) -> None:
    unread, read, asked = (assign(db, cast.anna) for _ in range(3))
    show(db, unread)
    opened = show(db, read)
    assert shown_notes.open_note(db, opened, NOW + DAY)
    question = show(db, asked)
    question.kind = NoteKind.QUESTION
    assert shown_answers.visible_answer(db, unread, NOW + DAY) is not None
    assert shown_answers.visible_answer(db, read, NOW + DAY) is not None
    give(db, cast.anna, SharedKind.HOMEWORK, CHOSEN, covers_all=False)
    unsharing.end(db, cast.anna.id, SharedKind.HOMEWORK, LATER)
    assert shown_answers.visible_answer(db, unread, AT_LAST) is None
    assert shown_answers.visible_answer(db, read, AT_LAST) is None
    assert not shown_notes.open_note(db, opened, AT_LAST)
    assert shown_notes.open_note(db, question, AT_LAST)


def test_what_a_client_has_changed_since_waits_until_they_are_told_again(
    db: Session, cast: People
) -> None:
    give(db, cast.anna, SharedKind.HOMEWORK, NOW, covers_all=False)
    row = homework(db, cast.anna, CHOSEN)
    assert shown_answers.is_covered(db, row)
    row.state, row.revision = HomeworkState.STRUGGLING, row.revision + 1
    assert not shown_answers.is_covered(db, row)
    assert shown_answers.let_see(db, row, AFTER)
    answer = shown_answers.visible_answer(db, row, AFTER)
    assert answer is not None and answer.words == {"task": row.task, "answer": "struggling"}


def test_that_one_was_stopped_is_never_seen(db: Session, cast: People) -> None:
    give(db, cast.anna, SharedKind.HOMEWORK, NOW, covers_all=True)
    row = homework(db, cast.anna, CHOSEN)
    row.state = HomeworkState.STOPPED
    assert not shown_answers.let_see(db, row, AFTER)
    assert shown_answers.visible_answer(db, row, AFTER) is None
