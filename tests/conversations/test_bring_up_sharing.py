"""Anna lets Dr Okafor see a note before they meet: exactly that, as long as she wants, and nobody else."""

from sqlmodel import col, select

from bot.records.people import Person
from bot.records.sharings import SharedKind, Sharing
from tests.clock import melbourne
from tests.conversations.brought import (
    AS_READ,
    CHANGE,
    DONE,
    FATHER,
    FROM_NOW_ON,
    KEEP,
    LET_SEE,
    NEED,
    NOT_READY,
    THROW,
    WAY_IN,
    YES,
    newest,
    revoke,
    seen_by,
    share,
    write,
)
from tests.conversations.noted import hushed
from tests.practice import Cast

NOW_SEEN = (
    "Dr Okafor can see it now. It stays so until you keep it to yourself again, or say that you talked "
    "about it. «For next time» shows it."
)


def yeses(cast: Cast) -> list[Sharing]:
    with cast.practice.look() as db:
        return list(db.exec(select(Sharing).order_by(col(Sharing.id))).all())


# --- the yes


def test_exactly_what_would_be_read_is_said_first_and_that_is_what_is_seen(welcomed: Cast) -> None:
    anna = welcomed.anna
    write(welcomed)
    anna.taps(LET_SEE)
    assert anna.last == (
        f"Dr Okafor would read exactly this, before you meet:\n\n{AS_READ}\n\n"
        "Nothing more, and nobody else. You can keep it to yourself again at any time. What was "
        "read by then can't be unread.\n\n"
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
