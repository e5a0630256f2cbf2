"""Notes and homework in Dr Okafor's brief: those that Anna lets him see, and no word of the others."""

from sqlmodel import select

from bot.records.homework import Homework
from bot.records.sharings import SharedKind
from bot.rules.splitting import beginning
from tests.clock import melbourne
from tests.conversations import brought, noted
from tests.conversations.assigned import TASK, assign
from tests.conversations.briefed import BARE, GONE, ONLY, hushed, lets_see, no_longer
from tests.practice import Cast

MEETING = melbourne("2026-12-08 11:00")
AN_HOUR_BEFORE = melbourne("2026-12-08 10:00")
HEAD = "Anna Brown · today, 11:00 am · no answer yet"
SET = f"Homework of Monday 30 November: «{TASK}»"
LONG = "\n".join(f"{number} the clockface" for number in range(20))


def met(cast: Cast) -> Cast:
    cast.session_id = cast.practice.book(cast.anna_row, MEETING)
    return hushed(cast)


def brief(cast: Cast) -> str:
    """What Dr Okafor reads an hour before."""
    if cast.practice.hand.now() < AN_HOUR_BEFORE:
        cast.practice.wait_until(AN_HOUR_BEFORE)
    cast.okafor.types("/brief")
    return cast.okafor.last


# --- notes to bring


def test_the_notes_that_she_lets_him_see_each_with_its_kind(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed)
    brought.share(welcomed, brought.NEED, "more time at the end")
    brought.write(welcomed, brought.FEEDBACK, "the clockface")
    welcomed.anna.taps(brought.KEEP)
    hushed(welcomed)
    assert brief(welcomed) == (
        f"{HEAD}\n\n{brought.AS_READ}\n\nA need or an expectation:\n«more time at the end»"
    )
    assert BARE in welcomed.okafor.hears()


def test_kept_to_herself_again_it_isn_t_there_nor_that_it_was(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed)
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.KEEP_AGAIN)
    assert brief(welcomed) == HEAD


def test_no_longer_sharing_notes_ends_all_of_them(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed)
    no_longer(welcomed, SharedKind.NOTES)
    assert brief(welcomed) == HEAD


def test_a_long_one_is_cut_and_read_whole_as_long_as_it_may_be_seen(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed, brought.TO_TALK_ABOUT, LONG)
    assert brief(welcomed) == f"{HEAD}\n\nSomething to talk about:\n«{beginning(LONG, 300, 6)}»"
    assert welcomed.okafor.labels == ["Read it all", ONLY]
    welcomed.okafor.taps("Read it all")
    assert welcomed.okafor.last == f"Something to talk about:\n«{LONG}»"
    assert welcomed.okafor.sees("19 the clockface").protected
    no_longer(welcomed, SharedKind.NOTES)
    welcomed.okafor.taps("Read it all", bubble=welcomed.okafor.sees(HEAD))
    assert welcomed.okafor.last == GONE


def test_taken_back_between_tapping_for_all_of_it_and_sending_it_isn_t_sent(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed, brought.TO_TALK_ABOUT, LONG)
    brief(welcomed)
    welcomed.okafor.hears()
    welcomed.okafor.account.taps("Read it all")
    welcomed.practice._runner.run(welcomed.practice.app.receive.step())
    welcomed.practice._runner.run(welcomed.practice.app.work.step())
    no_longer(welcomed, SharedKind.NOTES)
    welcomed.practice.settle()
    assert welcomed.okafor.hears() == ["This changed a moment ago. Open it again."]


def test_nobody_else_reads_it_whole(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed)
    note = brought.newest(welcomed)
    for someone in (welcomed.maria, welcomed.lindqvist, welcomed.ben, welcomed.anna):
        someone.hears()
        someone.presses_data(f"1:briefs:whole:{note.id}")
        assert not any("clockface" in text for text in someone.hears())


def test_thrown_away_nothing_of_it_is_left_in_the_brief_either(welcomed: Cast) -> None:
    met(welcomed)
    brought.share(welcomed)
    brief(welcomed)
    welcomed.anna.taps(brought.WAY_IN)
    welcomed.anna.taps(brought.THROW)
    assert brief(welcomed) == HEAD
    assert noted.words_left(welcomed) == []


# --- what isn't right, shown one by one


def test_what_is_shown_one_by_one_is_in_it_and_was_read_by_it(welcomed: Cast) -> None:
    met(welcomed)
    noted.shown(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-08 08:59"))
    assert brief_now(welcomed) == HEAD
    assert brief(welcomed) == f"{HEAD}\n\nAnna shows you this before you meet:\n{noted.WHOLE}"
    welcomed.anna.taps("Something isn't right")
    assert welcomed.anna.last == "Dr Okafor has read your note."


def test_thrown_away_after_he_read_it_nothing_is_left_of_that(welcomed: Cast) -> None:
    met(welcomed)
    noted.shown(welcomed)
    brief(welcomed)
    for label in ("Something isn't right", "Throw it away"):
        welcomed.anna.taps(label)
    assert noted.words_left(welcomed) == []
    assert brief_now(welcomed) == HEAD


def brief_now(cast: Cast) -> str:
    cast.okafor.types("/brief")
    return cast.okafor.last


def test_taken_back_in_time_it_isn_t_there(welcomed: Cast) -> None:
    met(welcomed)
    noted.shown(welcomed)
    welcomed.anna.taps("Take it back")
    assert brief(welcomed) == HEAD


# --- homework


def says_partly(cast: Cast) -> None:
    """Anna answers the note of Wednesday, and doesn't show it."""
    assign(cast.practice, cast.anna_row, melbourne("2026-12-02 19:00"))
    cast.practice.wait_until(melbourne("2026-12-02 19:00"))
    cast.anna.taps("Partly", bubble=cast.anna.sees("Your note for this evening."))


def test_not_shared_it_reads_as_if_it_hadn_t_been_answered(welcomed: Cast) -> None:
    met(welcomed)
    lets_see(welcomed)
    says_partly(welcomed)
    assert brief(welcomed) == f"{HEAD}\n\n{SET}"


def test_by_the_yes_to_homework_how_it_went(welcomed: Cast) -> None:
    met(welcomed)
    lets_see(welcomed, SharedKind.HOMEWORK)
    says_partly(welcomed)
    assert brief(welcomed) == f"{HEAD}\n\n{SET}\nTheir answer: partly"
    no_longer(welcomed, SharedKind.HOMEWORK)
    assert brief(welcomed) == f"{HEAD}\n\n{SET}"


def test_kept_private_it_reads_like_that_too(welcomed: Cast) -> None:
    met(welcomed)
    lets_see(welcomed, SharedKind.HOMEWORK)
    says_partly(welcomed)
    with welcomed.practice.database.transaction() as db:
        db.exec(select(Homework)).one().keeps_private = True
    assert brief(welcomed) == f"{HEAD}\n\n{SET}"


def test_what_was_set_before_they_last_met_is_left_out(welcomed: Cast) -> None:
    met(welcomed)
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-02 19:00"))
    welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-09 11:00"))
    welcomed.practice.wait_until(melbourne("2026-12-09 09:00"))
    assert brief_now(welcomed) == "Anna Brown · today, 11:00 am · no answer yet"
