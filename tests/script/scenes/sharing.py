"""What a client lets their psychologist see: /sharing, the question that is asked once, and the end."""

from bot.records import people
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Scene, Start


def turned_on(play: Play) -> None:
    """She looks, turns each on, and ends each"""
    play.anna.types("/sharing")
    for kind in ("my numbers", "homework", "notes"):
        play.anna.taps(f"Let Dr Okafor see {kind}", under="What Dr Okafor can see")
        play.anna.taps("From now on")
    play.anna.types("/sharing")
    for kind in ("my numbers", "homework", "notes"):
        play.anna.taps(f"Stop sharing {kind}", under="What Dr Okafor can see")
    play.anna.taps("Stop sharing notes", under="What Dr Okafor can see")
    play.anna.taps("Let Dr Okafor see notes", under="What Dr Okafor can see")
    play.anna.taps("Leave it off")


def all_so_far(play: Play) -> None:
    """All so far too"""
    with play.offstage():
        play.anna.types("/sharing")
    for kind in ("my numbers", "homework", "notes"):
        play.anna.taps(f"Let Dr Okafor see {kind}", under="What Dr Okafor can see")
        play.anna.taps("All so far too")
    play.anna.types("/sharing")
    play.anna.taps("Settings")
    play.anna.taps("Short questions too")


def somebody_else(play: Play) -> None:
    """An old button, once she sees somebody else; nobody; somebody who left; who isn't connected"""
    with play.offstage():
        play.anna.types("/sharing")
    adler = play.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    _sees(play, adler.id)
    play.anna.taps("Let Dr Okafor see notes")
    play.anna.types("/sharing")
    with play.practice.database.transaction() as db:
        people.get(db, adler.id).left_at = play.practice.hand.now()
        db.delete(db.get_one(people.RoleHeld, (adler.id, Role.PSYCHOLOGIST)))
    play.anna.types("/sharing")
    _sees(play, None)
    play.anna.types("/sharing")


def _sees(play: Play, psychologist_id: int | None) -> None:
    with play.practice.database.transaction() as db:
        people.get(db, play.cast.anna_row.id).psychologist_id = psychologist_id


def homework(play: Play) -> None:
    """Homework, from this one on; the next; one kept back"""
    for label in ("Done", "Yes, and from now on"):
        play.anna.taps(label)
    partly = 0
    for number, data in ((3, "partly"), (4, "not_yet")):
        with play.offstage():
            row_id = assign(
                play.practice, play.cast.anna_row, melbourne(f"2026-12-0{number} 19:00"),
                task="Go out.",
            )  # fmt: skip
            play.wait_until(f"2026-12-0{number} 19:00")
            partly = row_id if data == "partly" else partly
        play.anna.presses_data("answers the next one", f"1:homework:{data}:{row_id}")
    play.anna.taps("Keep this one to me")
    play.anna.taps("Let Dr Okafor see it")
    play.anna.taps("Add a few words first", under="«partly»")
    play.anna.types("harder than I thought")
    with play.offstage():
        play.anna.types("/sharing")
        play.anna.taps("Stop sharing homework")
    play.anna.taps("Let Dr Okafor see it", under="can't see this one here")


def struggles(play: Play) -> None:
    """She shares homework, and struggles"""
    with play.offstage():
        play.anna.types("/sharing")
        play.anna.taps("Let Dr Okafor see homework")
        play.anna.taps("From now on")
    play.anna.taps("Still struggling", under="Your note for this")
    play.anna.taps("Something else")
    play.anna.types("I lost the page")
    play.anna.taps("Do a smaller part")
    play.anna.types("one line")


def writes_of_homework(play: Play) -> None:
    """She shares homework, and writes about it before she is asked"""
    with play.offstage():
        play.anna.types("/sharing")
        play.anna.taps("Let Dr Okafor see homework")
        play.anna.taps("From now on")
    play.anna.types("I don't understand the worksheet")


def homework_changed(play: Play) -> None:
    """She sees somebody else before she says yes; nobody whom I reach"""
    with play.offstage():
        play.anna.taps("Done")
    adler = play.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    _sees(play, adler.id)
    play.anna.taps("Yes, and from now on")
    with play.offstage():
        _sees(play, play.cast.okafor_row.id)
        play.anna.types("/sharing")
        play.anna.taps("Let Dr Okafor see homework")
        play.anna.taps("From now on")
        play.okafor.does("blocks the bot", play.okafor.person.blocks_bot)
    play.anna.taps("Partly")


def check_ins(play: Play) -> None:
    """The first short questions that end with thanks"""
    _answers(play)
    play.anna.taps("Yes, these and later ones")
    play.anna.taps("What you share")


def check_ins_no(play: Play) -> None:
    """She says no"""
    with play.offstage():
        _answers(play)
    play.anna.taps("No, only I see them")


def check_ins_changed(play: Play) -> None:
    """She sees somebody else before she says yes"""
    with play.offstage():
        _answers(play)
    _sees(play, play.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST).id)
    play.anna.taps("Yes, these and later ones")


def _answers(play: Play) -> None:
    with play.offstage():
        for label in ("Start", "9", "9", "9"):
            play.anna.taps(label)
    play.anna.taps("9")


def seen_by_others(play: Play) -> None:
    """On a telephone that others can see"""
    with play.offstage():
        play.anna.types("/sharing")
        play.anna.taps("Let Dr Okafor see notes")
        play.anna.taps("From now on")
        play.anna.taps("Settings")
        play.anna.taps("Telephone and calls")
        play.anna.taps("Others can see it")
        play.anna.taps("Yes, others can see it")
    play.anna.types("/sharing")
    play.anna.taps("End all sharing")


SCENE = Scene(
    "What she lets Dr Okafor see",
    (turned_on, all_so_far, somebody_else, seen_by_others),
)
HOMEWORK = Scene(
    "Homework that Dr Okafor sees",
    (homework, struggles, writes_of_homework, homework_changed),
    Start.REMINDED,
)
CHECK_INS = Scene(
    "Short questions that Dr Okafor sees", (check_ins, check_ins_no, check_ins_changed), Start.ASKED
)
