"""Anna's notes for the next session where something is not as it should be: seen by others, gone, not hers, dangerous."""

from bot.records.people import Person, Telephone
from tests.conversations.brought import (
    ANEW,
    CHANGE,
    DONE,
    FATHER,
    FEEDBACK,
    GONE,
    KEEP,
    KEPT,
    KINDS,
    NOT_READY,
    THROW,
    TO_TALK_ABOUT,
    WAY_IN,
    newest,
    seen_by,
    write,
)
from tests.conversations.noted import hushed
from tests.practice import Cast

# --- not for everybody's eyes, not there, not theirs


def test_on_a_shared_telephone_the_list_holds_kinds_alone(welcomed: Cast) -> None:
    write(welcomed)
    with welcomed.practice.database.transaction() as db:
        db.get_one(Person, welcomed.anna_row.id).telephone = Telephone.SHARED
    welcomed.anna.taps(WAY_IN)
    assert welcomed.anna.last == f"For next time:\n\n1. {NOT_READY}\nOnly you see it."
    welcomed.anna.taps("Note 1")
    welcomed.anna.sees(FATHER)


def test_without_a_psychologist_nothing_is_kept_and_that_is_said(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        db.get_one(Person, welcomed.anna_row.id).psychologist_id = None
    welcomed.anna.taps(WAY_IN)
    assert welcomed.anna.last == (
        "I don't know whom you see now, so I've kept nothing for your next time. To ask, phone "
        "Riverside (03 9000 0000)."
    )
    for data in ("1:bring_up:kind:1:0", "1:bring_up:write"):
        welcomed.anna.presses_data(data)
        welcomed.anna.sees("I don't know whom you see now")


def test_old_and_made_up_buttons_are_answered_kindly(welcomed: Cast) -> None:
    write(welcomed)
    note = newest(welcomed)
    taps = [
        *(f"bring_up_note:{tap}:{note.id}"
          for tap in ("see", "talked", "again", "remind", "dont_remind", "throw_away")),
        f"bring_up_note:keep_for:{note.id}:{welcomed.okafor_row.id}",
        f"bring_up_sharing:ask:{note.id}",
        f"bring_up_sharing:share:{note.id}:{note.mark}:{note.psychologist_id}:1",
        f"bring_up_sharing:keep:{note.id}",
        f"bring_up:done:{note.id}:1", f"bring_up:change:{note.id}", f"bring_up:anew:{note.id}:1",
    ]  # fmt: skip
    hushed(welcomed)
    for tap in taps:
        welcomed.ben.presses_data(f"1:{tap}")
        assert welcomed.ben.hears() == [GONE]
        welcomed.okafor.presses_data(f"1:{tap}")
        assert "no longer works" in welcomed.okafor.hears()[-1]
    assert newest(welcomed) == note
    welcomed.anna.taps(THROW)
    hushed(welcomed)
    for tap in taps:
        welcomed.anna.presses_data(f"1:{tap}")
        assert welcomed.anna.hears() == [GONE]
    welcomed.anna.presses_data("1:bring_up:kind:9:0")
    assert welcomed.anna.labels == [*KINDS, "Not now"]


def test_the_ways_of_something_to_say_do_not_lead_to_these_notes(welcomed: Cast) -> None:
    write(welcomed)
    note = newest(welcomed)
    for tap in ("kept_notes:see", "kept_notes:keep", "note_sharing:ask", "tell_myself:change"):
        welcomed.anna.presses_data(f"1:{tap}:{note.id}")
        welcomed.anna.sees("I don't have that note any more.")
    assert newest(welcomed) == note


# --- danger, a wrong-doing, a boundary


def test_danger_comes_first_also_in_the_middle_of_a_note(welcomed: Cast) -> None:
    welcomed.anna.taps(WAY_IN)
    welcomed.anna.taps(TO_TALK_ABOUT)
    welcomed.anna.types("i want to kill myself")
    welcomed.anna.sees("13 11 14")
    welcomed.anna.taps(WAY_IN)
    assert KINDS[0] in welcomed.anna.labels


def test_a_wrong_doing_can_be_told_to_somebody_else_and_is_not_for_its_subject_to_see(
    welcomed: Cast,
) -> None:
    anna = welcomed.anna
    anna.taps(WAY_IN)
    anna.taps(FEEDBACK)
    anna.types("he put his hand on my leg and i froze")
    anna.sees("For such things it needn't be Dr Okafor alone who hears it.")
    assert anna.labels == [DONE, "Tell somebody else", ANEW, THROW]
    anna.taps(DONE)
    assert anna.labels == ["Tell somebody else", KEEP, CHANGE, THROW]
    note = newest(welcomed)
    mark = f"{note.id}:{note.mark}:{note.psychologist_id}:1"
    for tap in (f"ask:{note.id}", f"share:{mark}"):
        anna.presses_data(f"1:bring_up_sharing:{tap}")
        anna.sees("it's for somebody other than Dr Okafor to hear. So I don't pass it on.")
    assert seen_by(welcomed, welcomed.okafor_row) == []
    anna.taps("Tell somebody else")
    anna.taps("Go back to my note")
    anna.sees("i froze")
    anna.taps("Tell somebody else")
    anna.taps("Yes, take them along")
    anna.sees("Who should hear it?")


def test_what_she_does_not_want_to_speak_of_becomes_a_note_without_typing_it_again(
    welcomed: Cast,
) -> None:
    words = "I'm not ready to talk about my father"
    welcomed.anna.types(words)
    welcomed.anna.sees("What you talk about, and when, is up to you.")
    welcomed.anna.taps("Keep it as a note for next time")
    welcomed.anna.taps(NOT_READY)
    assert welcomed.anna.last == "Got it. Anything more? Write it here, or tap."
    assert newest(welcomed).words == words
    welcomed.anna.taps(DONE)
    assert welcomed.anna.last == KEPT
