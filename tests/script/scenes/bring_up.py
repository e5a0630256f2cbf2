"""Notes for the next session: written, let be seen, kept to oneself again, talked about."""

from sqlmodel import col, select

from bot.records import people, sharings
from bot.records.notes import TO_BRING, Note
from bot.records.people import Person, Role, Telephone
from bot.records.sharings import SharedKind
from tests.script.play import Play, Scene

WAY_IN = "For next time"
NOT_READY = "A topic I'm not ready to discuss yet"
NEED = "What I need or expect"
FEEDBACK = "Feedback on how we work"
TO_TALK_ABOUT = "Something I want to talk about"
LET_SEE = "Let Dr Okafor see it before we meet"
YES = "Yes, let Dr Okafor see it"
DONE, CHANGE, ANEW, THROW = "That's all", "Change it", "Write it anew", "Throw it away"
TUESDAY, AFTER = "2026-12-08 11:00", "2026-12-08 13:00"

# --- written


def writes_one(play: Play) -> None:
    """She writes down what she can't speak of yet"""
    play.book(TUESDAY)
    play.anna.taps(WAY_IN)
    play.anna.taps(NOT_READY)
    play.anna.types("my father")
    play.anna.types("not before january")
    play.anna.taps(DONE)
    play.anna.taps("Keep it to me")
    play.anna.taps("Remind me before we meet")
    play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.wait_until("2026-12-08 10:00")


def other_kinds(play: Play) -> None:
    """The other kinds"""
    for kind in (NEED, FEEDBACK, TO_TALK_ABOUT):
        play.anna.taps(WAY_IN)
        play.anna.taps(kind)
        play.anna.taps("Not now")


def written_before(play: Play) -> None:
    """She says so while nothing was asked"""
    play.anna.types("i'm not ready to talk about my father")
    play.anna.taps("Keep it as a note for next time")
    play.anna.taps(NOT_READY)
    play.anna.taps(THROW)


def unfinished(play: Play) -> None:
    """She leaves it in the middle"""
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps(NEED)
        play.anna.types("more time at the end")
    play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.anna.taps("Go on with it")
    play.anna.taps(ANEW)
    play.anna.types("ten quiet minutes at the end")
    play.anna.taps(DONE)


def several(play: Play) -> None:
    """She has several"""
    for number in range(9):
        _writes(play, NEED, f"a wish, number {number + 1}")
    play.anna.taps(WAY_IN)
    play.anna.taps("Show more")
    play.anna.taps("Write a note")


def too_long(play: Play) -> None:
    """More than a note holds"""
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps(TO_TALK_ABOUT)
        for _message in range(2):
            play.anna.types("a long story " * 300)
    play.anna.types("it goes on like this " * 50)


def others_see_the_telephone(play: Play) -> None:
    """Others see the telephone"""
    _writes(play, NOT_READY, "my father")
    with play.practice.database.transaction() as db:
        db.get_one(Person, play.cast.anna_row.id).telephone = Telephone.SHARED
    play.anna.taps(WAY_IN)


def was_not_ok(play: Play) -> None:
    """Something happened that wasn't OK"""
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps(FEEDBACK)
    play.anna.types("he put his hand on my leg and i froze")
    play.anna.taps(DONE)
    play.anna.presses_data("would show it", f"1:bring_up_sharing:ask:{_newest(play).id}")


def nobody_known(play: Play) -> None:
    """The practice hasn't said yet whom she sees"""
    with play.practice.database.transaction() as db:
        db.get_one(Person, play.cast.anna_row.id).psychologist_id = None
    play.anna.taps(WAY_IN)


# --- let be seen


def lets_it_be_seen(play: Play) -> None:
    """She lets Dr Okafor see it"""
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps(NOT_READY)
        play.anna.types("my father")
    play.anna.taps(DONE)
    play.anna.taps(LET_SEE)
    play.anna.taps(YES)
    play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.anna.taps("Keep it to me again")


def each_kind_is_read(play: Play) -> None:
    """What Dr Okafor would read of the other kinds"""
    for kind, words in (
        (NEED, "ten quiet minutes"),
        (FEEDBACK, "the drawing helps"),
        (TO_TALK_ABOUT, "my new job"),
    ):
        _writes(play, kind, words)
        play.anna.taps(LET_SEE)


def changes_it(play: Play) -> None:
    """She changes what Dr Okafor could see"""
    _shares(play)
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps("Note 1")
    play.anna.taps(CHANGE)
    play.anna.types("and my mother")
    play.anna.taps(DONE)


def changed_since(play: Play) -> None:
    """It has changed since she saw what would be read"""
    _writes(play, NEED, "more time")
    note = _newest(play)
    with play.offstage():
        play.anna.taps(CHANGE)
        play.anna.taps(ANEW)
        play.anna.types("ten quiet minutes at the end")
        play.anna.taps(DONE)
    data = f"1:bring_up_sharing:share:{note.id}:{note.mark}:{note.psychologist_id}:1"
    play.anna.presses_data("taps a «yes» from before", data)


def throws_it_away(play: Play) -> None:
    """She throws it away"""
    _shares(play)
    note = _newest(play)
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps("Note 1")
    play.anna.taps(THROW)
    play.anna.presses_data("taps an old button", f"1:bring_up_note:see:{note.id}")


def cannot_be_reached(play: Play) -> None:
    """Dr Okafor can't be reached here"""
    _writes(play, NEED, "more time")
    play.loses(play.cast.okafor_row)
    play.anna.taps(LET_SEE)


def ended(play: Play) -> None:
    """She has ended it for all notes since"""
    _shares(play)
    with play.practice.database.transaction() as db:
        now = play.practice.hand.now()
        sharings.revoke(db, play.cast.anna_row.id, SharedKind.NOTES, now)
    play.anna.taps(WAY_IN)


def sees_somebody_else(play: Play) -> None:
    """She sees somebody else now"""
    play.hire("Dr Adler", Role.PSYCHOLOGIST)
    _shares(play)
    note = _newest(play)
    with play.practice.database.transaction() as db:
        adler = people.named(db, "Dr Adler")[0]
        db.get_one(Person, play.cast.anna_row.id).psychologist_id = adler.id
    play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.anna.presses_data("would show it", f"1:bring_up_sharing:ask:{note.id}")
    play.anna.taps("Keep it for Dr Adler")


# --- afterwards


def talked_about_it(play: Play) -> None:
    """They talked about it"""
    play.book(TUESDAY)
    _shares(play)
    with play.offstage():
        play.wait_until(AFTER)
        play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.anna.taps("We talked about it")
    play.anna.taps(WAY_IN)
    play.anna.taps("Note 1")
    play.anna.taps("Bring it up again")


def no_reminder(play: Play) -> None:
    """She doesn't want to be reminded any more"""
    play.book(TUESDAY)
    _writes(play, NEED, "more time")
    with play.offstage():
        play.anna.taps("Keep it to me")
        play.anna.taps("Remind me before we meet")
        play.anna.taps(WAY_IN)
        play.anna.taps("Note 1")
    play.anna.taps("Don't remind me")


def _writes(play: Play, kind: str, words: str) -> None:
    with play.offstage():
        play.anna.taps(WAY_IN)
        if _newest_or_none(play) is not None:
            play.anna.taps("Write a note")
        play.anna.taps(kind)
        play.anna.types(words)
        play.anna.taps(DONE)


def _shares(play: Play) -> None:
    _writes(play, NOT_READY, "my father")
    with play.offstage():
        play.anna.taps(LET_SEE)
        play.anna.taps(YES)


def _newest(play: Play) -> Note:
    note = _newest_or_none(play)
    assert note is not None, "one was written"
    return note


def _newest_or_none(play: Play) -> Note | None:
    with play.practice.look() as db:
        chosen = select(Note).where(col(Note.kind).in_(TO_BRING))
        return db.exec(chosen.order_by(col(Note.id).desc())).first()


SCENE = Scene(
    "She writes something down for next time",
    (
        writes_one,
        other_kinds,
        written_before,
        unfinished,
        several,
        too_long,
        others_see_the_telephone,
        was_not_ok,
        nobody_known,
    ),
)
SEEN = Scene(
    "She lets Dr Okafor see what she wrote down",
    (
        lets_it_be_seen,
        each_kind_is_read,
        changes_it,
        changed_since,
        throws_it_away,
        cannot_be_reached,
        ended,
        sees_somebody_else,
        talked_about_it,
        no_reminder,
    ),
)
