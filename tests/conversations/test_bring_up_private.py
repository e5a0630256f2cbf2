"""Anna keeps a note to her again, changes it, or sees somebody else: from then on nobody else sees it."""

from collections.abc import Callable

import pytest

from bot.records import notes, outbox
from bot.records.notes import NoteState
from bot.records.outbox import Body, Draft, OutboxRow, OutboxState, Priority
from bot.records.people import Person, Role
from tests.conversations.brought import (
    ANEW,
    AS_READ,
    CHANGE,
    DONE,
    FATHER,
    FROM_NOW_ON,
    KEEP,
    KEEP_AGAIN,
    LET_SEE,
    NEED,
    THROW,
    WAY_IN,
    YES,
    newest,
    revoke,
    seen_by,
    share,
    sharing_changes,
    write,
)
from tests.conversations.noted import hushed
from tests.practice import Cast, Someone
from tests.records.rows import HOUR


def put_a_brief(cast: Cast) -> int:
    """What Dr Okafor may see, as it waits to be sent in an hour."""
    practice = cast.practice
    text = "\n".join(seen_by(cast, cast.okafor_row))
    with practice.database.transaction() as db:
        okafor = db.get_one(Person, cast.okafor_row.id)
        assert okafor.telegram_id is not None
        draft = Draft(
            okafor.telegram_id, Body(text=text), Priority.REMINDER, person_id=okafor.id,
            topic=notes.list_topic(cast.anna_row.id), due_at=practice.hand.now() + HOUR,
            shows_client_id=cast.anna_row.id, dedupe_key="brief",
        )  # fmt: skip
        return outbox.put(db, draft, practice.hand.now()).id


def state_of(cast: Cast, outbox_id: int) -> OutboxState:
    with cast.practice.look() as db:
        return db.get_one(OutboxRow, outbox_id).state


# --- less again


def keeps_it(cast: Cast) -> None:
    cast.anna.taps(KEEP_AGAIN)
    cast.anna.sees(
        "From now on only you see it. Dr Okafor isn't told. If Dr Okafor has read it, that can't be "
        "undone."
    )


def throws_it_away(cast: Cast) -> None:
    cast.anna.presses_data(f"1:bring_up_note:throw_away:{newest(cast).id}")
    cast.anna.sees("If Dr Okafor has read it, that can't be undone.")


def changes_it(cast: Cast) -> None:
    cast.anna.presses_data(f"1:bring_up:change:{newest(cast).id}")
    cast.anna.sees("Dr Okafor can see it as it is. Once you write, only you see it.")
    assert seen_by(cast, cast.okafor_row) == [AS_READ]
    cast.anna.types("and more")
    cast.anna.sees("Dr Okafor doesn't see this note any more, until you say so again.")


def talked_about_it(cast: Cast) -> None:
    cast.anna.presses_data(f"1:bring_up_note:talked:{newest(cast).id}")
    cast.anna.sees("Good. Dr Okafor isn't shown it again. You keep it until you throw it away.")


@pytest.mark.parametrize("act", [keeps_it, throws_it_away, changes_it, talked_about_it, revoke])
def test_whatever_makes_it_less_counts_at_once_also_for_what_waits_to_be_sent(
    welcomed: Cast, act: Callable[[Cast], None]
) -> None:
    share(welcomed)
    before, waiting = sharing_changes(welcomed), put_a_brief(welcomed)
    act(welcomed)
    assert seen_by(welcomed, welcomed.okafor_row) == []
    assert sharing_changes(welcomed) == before + 1
    assert state_of(welcomed, waiting) is OutboxState.WITHDRAWN
    welcomed.practice.wait(hours=2)
    welcomed.okafor.sees_nothing_of("clockface")


def test_what_nobody_saw_changes_nothing_for_what_waits(welcomed: Cast) -> None:
    share(welcomed)
    write(welcomed, NEED, "mine")
    before, waiting = sharing_changes(welcomed), put_a_brief(welcomed)
    welcomed.anna.taps(KEEP)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 2")
    welcomed.anna.taps(CHANGE)
    welcomed.anna.types("still mine")
    welcomed.anna.taps(THROW)
    assert sharing_changes(welcomed) == before
    assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ]
    assert state_of(welcomed, waiting) is OutboxState.QUEUED


@pytest.mark.parametrize("is_anew", [False, True])
def test_new_words_of_one_that_was_seen_are_asked_about_at_once(
    welcomed: Cast, *, is_anew: bool
) -> None:
    anna = welcomed.anna
    share(welcomed)
    anna.taps(WAY_IN)
    anna.taps("Note 1")
    assert anna.labels == [KEEP_AGAIN, CHANGE, THROW]
    anna.taps(CHANGE)
    if is_anew:
        anna.taps(ANEW)
        assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ]
    anna.types("my mother")
    assert seen_by(welcomed, welcomed.okafor_row) == []
    anna.types("and a dog")
    anna.taps(DONE)
    anna.sees("Dr Okafor would read exactly this")
    anna.taps(YES)
    whole = "my mother\nand a dog" if is_anew else f"{FATHER}\nmy mother\nand a dog"
    assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ.replace(FATHER, whole)]


def test_changed_and_left_alone_it_stays_her_own(welcomed: Cast) -> None:
    share(welcomed)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 1")
    welcomed.anna.taps(CHANGE)
    welcomed.anna.types("and more")
    welcomed.practice.wait(days=30)
    assert newest(welcomed).state is NoteState.KEPT
    assert seen_by(welcomed, welcomed.okafor_row) == []


def test_kept_to_her_it_can_be_shown_again(welcomed: Cast) -> None:
    share(welcomed)
    keeps_it(welcomed)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 1")
    welcomed.anna.taps(LET_SEE)
    assert FROM_NOW_ON not in welcomed.anna.last
    welcomed.anna.taps(YES)
    assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ]


def test_after_all_notes_were_revoked_a_new_yes_to_one_brings_back_no_other(
    welcomed: Cast,
) -> None:
    share(welcomed)
    share(welcomed, NEED, "more time")
    welcomed.practice.wait(minutes=1)
    revoke(welcomed)
    assert seen_by(welcomed, welcomed.okafor_row) == []
    welcomed.anna.taps(WAY_IN)
    assert welcomed.anna.last.count("Only you see it.") == 2
    welcomed.practice.wait(minutes=1)
    welcomed.anna.taps("Note 2")
    welcomed.anna.taps(LET_SEE)
    assert FROM_NOW_ON in welcomed.anna.last
    welcomed.anna.taps(YES)
    assert seen_by(welcomed, welcomed.okafor_row) == ["A need or an expectation:\n«more time»"]


# --- another psychologist


@pytest.fixture
def moved(welcomed: Cast) -> tuple[Cast, Someone, Person]:
    """Anna let Dr Okafor see a note, and sees Dr Adler now."""
    adler_row = welcomed.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = welcomed.practice.join(adler_row, "Dr Adler")
    share(welcomed)
    welcomed.maria.types("/clients")
    for label in ("Anna B.", "Change psychologist", "Dr Adler", "Change it, tell nobody else"):
        welcomed.maria.taps(label)
    return hushed(welcomed), adler, adler_row


def test_a_new_psychologist_and_the_former_see_nothing_of_it(
    moved: tuple[Cast, Someone, Person],
) -> None:
    cast, adler, adler_row = moved
    for row in (cast.okafor_row, adler_row):
        assert seen_by(cast, row) == []
    cast.anna.taps(WAY_IN)
    cast.anna.sees("You wrote it for Dr Okafor. Only you see it.")
    cast.anna.taps("Note 1")
    assert cast.anna.labels == ["Keep it for Dr Adler", CHANGE, THROW]
    note = newest(cast)
    cast.anna.presses_data(f"1:bring_up_sharing:ask:{note.id}")
    cast.anna.sees("You see somebody else than Dr Okafor now, so I don't pass it on.")
    adler.sees_nothing_of("clockface")


def test_it_can_be_kept_for_the_new_one_who_sees_it_after_a_yes_of_their_own(
    moved: tuple[Cast, Someone, Person],
) -> None:
    cast, _adler, adler_row = moved
    old = newest(cast)
    cast.anna.taps(WAY_IN)
    cast.anna.taps("Note 1")
    cast.anna.taps("Keep it for Dr Adler")
    assert cast.anna.last.endswith("Only you see it.")
    assert seen_by(cast, adler_row) == []
    cast.anna.presses_data(f"1:bring_up_sharing:share:{old.id}:{old.mark}:{cast.okafor_row.id}:1")
    cast.anna.sees("It has changed since then.")
    cast.anna.sees("Dr Adler would read exactly this")
    cast.anna.taps("Yes, let Dr Adler see it")
    assert seen_by(cast, adler_row) == [AS_READ]
    assert seen_by(cast, cast.okafor_row) == []


def test_it_is_kept_for_nobody_whom_she_does_not_see(moved: tuple[Cast, Someone, Person]) -> None:
    cast, _adler, _adler_row = moved
    note = newest(cast)
    for other in (cast.lindqvist_row, cast.maria_row, cast.ben_row):
        cast.anna.presses_data(f"1:bring_up_note:keep_for:{note.id}:{other.id}")
    assert newest(cast).psychologist_id == cast.okafor_row.id
