"""Anna lets Dr Okafor see a note before they meet: exactly that, as long as she wants, and nobody else."""

from collections.abc import Callable

import pytest
from sqlmodel import col, select

from bot.records import sharings, shown_clients
from bot.records.notes import NoteState
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind, Sharing
from tests.clock import melbourne
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
    NOT_READY,
    THROW,
    WAY_IN,
    YES,
    newest,
    seen_by,
    share,
    sharing_changes,
    write,
)
from tests.conversations.noted import hushed
from tests.practice import Cast, Someone

NOW_SEEN = (
    "Dr Okafor can see it now. It stays so until you keep it to you again, or say that you talked "
    "about it. «For next time» shows it."
)


def yeses(cast: Cast) -> list[Sharing]:
    with cast.practice.look() as db:
        return list(db.exec(select(Sharing).order_by(col(Sharing.id))).all())


def revoke(cast: Cast) -> None:
    """As /sharing does it."""
    practice = cast.practice
    with practice.database.transaction() as db:
        sharings.revoke(db, cast.anna_row.id, SharedKind.NOTES, practice.hand.now())
        shown_clients.note_change(db, cast.anna_row.id, practice.hand.now())


# --- the yes


def test_exactly_what_would_be_read_is_said_first_and_that_is_what_is_seen(welcomed: Cast) -> None:
    anna = welcomed.anna
    write(welcomed)
    anna.taps(LET_SEE)
    assert anna.last == (
        f"Dr Okafor would read exactly this, before you meet:\n\n{AS_READ}\n\n"
        "Nothing more, and nobody else. You can keep it to you again at any time.\n\n"
        f"{FROM_NOW_ON}"
    )
    assert anna.labels == [YES, KEEP]
    assert seen_by(welcomed, welcomed.okafor_row) == []
    assert yeses(welcomed) == []
    anna.taps(YES)
    assert anna.last == NOW_SEEN
    assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ]
    [yes] = yeses(welcomed)
    note = newest(welcomed)
    assert (yes.kind, yes.psychologist_id) == (SharedKind.NOTES, welcomed.okafor_row.id)
    assert yes.text_version == "notes to bring 2026-11a"
    assert yes.given_at == yes.covers_from == note.shared_at
    for someone in (welcomed.maria, welcomed.lindqvist, welcomed.ben):
        someone.sees_nothing_of("clockface")
    anna.taps(WAY_IN)
    assert anna.last == f"For next time:\n\n1. {NOT_READY}: «{FATHER}»\nDr Okafor can see it."


def test_the_second_yes_is_to_that_note_alone(welcomed: Cast) -> None:
    share(welcomed)
    write(welcomed, NEED, "more time")
    write(welcomed, NEED, "never seen")
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 2")
    welcomed.anna.taps(LET_SEE)
    assert FROM_NOW_ON not in welcomed.anna.last
    welcomed.anna.taps(YES)
    assert seen_by(welcomed, welcomed.okafor_row) == [
        AS_READ,
        "A need or an expectation:\n«more time»",
    ]
    assert len(yeses(welcomed)) == 1


def test_a_no_shows_nothing_and_is_no_yes_to_the_kind(welcomed: Cast) -> None:
    write(welcomed)
    welcomed.anna.taps(LET_SEE)
    welcomed.anna.types("no")
    welcomed.anna.sees("All right. Only you see it.")
    assert yeses(welcomed) == []
    assert seen_by(welcomed, welcomed.okafor_row) == []


def test_yes_tapped_twice_and_on_two_telephones_is_one_yes(welcomed: Cast) -> None:
    write(welcomed)
    welcomed.anna.taps(LET_SEE)
    note = newest(welcomed)
    for _telephone in range(2):
        welcomed.anna.presses_data(
            f"1:bring_up_sharing:share:{note.id}:{note.mark}:{note.psychologist_id}:1"
        )
    assert welcomed.anna.last.endswith("Dr Okafor can see it.")
    assert len(yeses(welcomed)) == 1


def test_a_yes_is_to_the_words_that_stood_above_it(welcomed: Cast) -> None:
    anna = welcomed.anna
    write(welcomed)
    anna.taps(LET_SEE)
    preview = anna.sees("Dr Okafor would read exactly this")
    anna.presses_data(f"1:bring_up:change:{newest(welcomed).id}")
    anna.types("and what he did")
    anna.taps(DONE)
    hushed(welcomed)
    anna.taps(YES, bubble=preview)
    changed, again = anna.hears()
    assert changed == "It has changed since then. This is how it stands now."
    assert "and what he did" in again
    assert seen_by(welcomed, welcomed.okafor_row) == []


def test_where_the_yes_to_notes_was_taken_back_an_old_preview_that_did_not_name_it_is_no_yes(
    welcomed: Cast,
) -> None:
    share(welcomed)
    write(welcomed, NEED, "more time")
    welcomed.anna.taps(LET_SEE)
    revoke(welcomed)
    welcomed.anna.taps(YES)
    assert FROM_NOW_ON in welcomed.anna.last
    assert seen_by(welcomed, welcomed.okafor_row) == []


def test_a_long_note_is_previewed_whole(welcomed: Cast) -> None:
    write(welcomed, NEED, "äöü " * 1000, "äöü " * 900)
    hushed(welcomed)
    welcomed.anna.taps(LET_SEE)
    assert "".join(welcomed.anna.hears()).count("äöü") == 1900
    assert welcomed.anna.labels == [YES, KEEP]


def test_who_is_away_is_said_before_the_yes(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        okafor = db.get_one(Person, welcomed.okafor_row.id)
        okafor.away_until = melbourne("2026-12-14 09:00")
    write(welcomed)
    welcomed.anna.taps(LET_SEE)
    welcomed.anna.sees("Dr Okafor is away until Monday 14 December, 9:00 am.")


def test_whom_telegram_does_not_reach_can_not_be_shown_it(welcomed: Cast) -> None:
    write(welcomed)
    with welcomed.practice.database.transaction() as db:
        db.get_one(Person, welcomed.okafor_row.id).unreachable_at = welcomed.practice.hand.now()
    welcomed.anna.taps(LET_SEE)
    welcomed.anna.sees("I can't reach Dr Okafor here, so I pass nothing on.")
    welcomed.anna.taps("Go back to my note")
    assert welcomed.anna.labels == [CHANGE, THROW]


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
    before = sharing_changes(welcomed)
    act(welcomed)
    assert seen_by(welcomed, welcomed.okafor_row) == []
    assert sharing_changes(welcomed) == before + 1
    welcomed.okafor.sees_nothing_of("clockface")
    with welcomed.practice.look() as db:
        waits = select(OutboxRow).where(OutboxRow.state == OutboxState.QUEUED)
        assert [each for each in db.exec(waits) if "clockface" in str(each.body)] == []


def test_what_nobody_saw_changes_nothing_for_what_waits(welcomed: Cast) -> None:
    share(welcomed)
    write(welcomed, NEED, "mine")
    before = sharing_changes(welcomed)
    welcomed.anna.taps(KEEP)
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps("Note 2")
    welcomed.anna.taps(CHANGE)
    welcomed.anna.types("still mine")
    welcomed.anna.taps(THROW)
    assert sharing_changes(welcomed) == before
    assert seen_by(welcomed, welcomed.okafor_row) == [AS_READ]


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
    for label in ("Anna B.", "Change psychologist", "Dr Adler", "Move to Dr Adler",
                  "Change it, tell nobody else"):  # fmt: skip
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
