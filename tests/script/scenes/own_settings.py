"""What else is a client's own to set: name, city, hours, who sees the telephone, calls."""

from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Scene


def _opens(play: Play, page: str) -> None:
    with play.offstage():
        play.anna.taps("Settings")
    play.anna.taps(page)


def name(play: Play) -> None:
    """What she is called"""
    _opens(play, "Your name")
    play.anna.types("12345")
    play.anna.types("Annie")
    play.anna.taps("Yes, call me that")
    play.anna.taps("Yes, call me that")
    play.wait(minutes=3)
    play.anna.taps("Change it back")
    play.anna.taps("Change it back")
    _opens(play, "Your name")
    play.anna.taps("Leave it")


def city(play: Play) -> None:
    """The city that she lives in"""
    _opens(play, "Times and hours")
    play.anna.taps("Another city")
    play.anna.types("Nowhere")
    play.anna.types("Perth, Western Australia")
    play.anna.taps("Yes, that's it")
    _opens(play, "Times and hours")
    play.anna.taps("Another city")
    play.anna.taps("Leave it")


def city_typed_only(play: Play) -> None:
    """The city, where the country has one time for all"""
    play.restart(practice_country="GB", practice_time_zone="Europe/London")
    _opens(play, "Times and hours")
    play.anna.taps("Another city")


def quiet_hours(play: Play) -> None:
    """Quiet hours of her own"""
    _opens(play, "Times and hours")
    play.anna.taps("Quiet hours")
    play.anna.types("25-99")
    play.anna.types("8am-7am")
    play.anna.types("22-7")
    play.anna.taps("Yes, that's it")
    _opens(play, "Times and hours")
    play.anna.taps("Quiet hours")
    play.anna.taps("No quiet hours")
    _opens(play, "Times and hours")
    play.anna.taps("Quiet hours")
    play.anna.taps("As the practice has it")
    _opens(play, "Times and hours")
    play.anna.taps("Quiet hours")
    play.anna.taps("Leave it")


def hour_for_notes(play: Play) -> None:
    """The hour for notes"""
    _opens(play, "Times and hours")
    play.anna.taps("Hour for notes")
    play.anna.taps("9:00 am")


def calls(play: Play) -> None:
    """A number for a call, and when it is safe"""
    _opens(play, "Telephone and calls")
    play.anna.taps("Give a number")
    play.anna.types("my mobile")
    play.anna.types("0400 000 000")
    play.anna.taps("Say when it's safe")
    play.anna.types("x" * 201)
    play.anna.types("mornings, no message")
    _opens(play, "Telephone and calls")
    play.anna.taps("Change when it's safe", under="Only you see")
    play.anna.taps("Leave it")
    play.anna.taps("Remove the number", under="Only you see")
    play.anna.taps("Remove when it's safe", under="Only you see")


def shared_and_back(play: Play) -> None:
    """From now on others can see the telephone; and later they can't"""
    with play.offstage():
        for label in ("Settings", "Telephone and calls", "Give a number"):
            play.anna.taps(label)
        play.anna.types("0400 000 000")
        play.anna.taps("Say when it's safe")
        play.anna.taps("Call, but leave no message")
    _opens(play, "Telephone and calls")
    play.anna.taps("Others can see it")
    play.anna.taps("Yes, others can see it")
    play.anna.taps("Yes, others can see it")
    play.anna.taps("Settings")
    play.anna.taps("Who sees what")
    play.anna.taps("Telephone and calls")
    play.anna.taps("Change the number", under="Others can see")
    play.anna.types("0400 000 001")
    play.anna.presses_data("taps an old «Your name»", "1:own_name:ask")
    play.anna.presses_data("taps an old «Change when it's safe»", "1:calls:ask_safe")
    play.anna.taps("Please don't call")
    play.anna.taps("Only I see it")
    play.anna.taps("Yes, only I see it")


def answer_did_not_reach_her(play: Play) -> None:
    """An answer waits for the morning, and others can see the telephone by then"""
    with play.offstage():
        play.book("2026-12-08 11:00")
        assign(play.practice, play.cast.anna_row, melbourne("2026-12-02 19:00"))
        play.wait_until("2026-12-02 19:00")
        for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
            play.anna.taps(label)
        play.anna.types("how?")
        play.wait_until("2026-12-02 22:00")
        for label in ("Open", "Write back"):
            play.okafor.taps(label)
        play.okafor.types("Like this.")
        for label in ("Settings", "Telephone and calls", "Others can see it"):
            play.anna.taps(label)
    play.anna.taps("Yes, others can see it")


def new_telephone(play: Play) -> None:
    """A new telephone of which nothing is known yet"""
    with play.offstage():
        cleo = play.client("Cleo Young")
        cleo.types("/settings")
    cleo.taps("Telephone and calls")


SCENE = Scene(
    "Settings: name, city, hours, calls",
    (name, city, city_typed_only, quiet_hours, hour_for_notes, calls),
)
TELEPHONE = Scene(
    "Settings: who else sees the telephone",
    (shared_and_back, answer_did_not_reach_her, new_telephone),
)
