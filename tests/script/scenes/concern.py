"""«Something isn't right»: permission, who hears it, in what words, and what goes out."""

from sqlmodel import col, delete

from bot.records.people import Person, Role, RoleHeld
from tests.script.play import Play, Scene

WAY_IN = "Something isn't right"
MARIA = "Maria Santos, practice manager"
OKAFOR = "Dr Okafor, whom you see"
HER_WORDS = "she's nice but she looks at the clock and then i stop talking. maybe its me"


def told_and_sent(play: Play) -> None:
    """She tells Maria"""
    play.anna.taps(WAY_IN)
    play.anna.taps(MARIA)
    play.anna.taps("I can't be open")
    play.anna.types(HER_WORDS)
    play.anna.taps("That's all")
    play.anna.taps("Send, and Dr Lindqvist may read it if Maria is away")
    play.anna.taps("Take it back")


def without_her_name(play: Play) -> None:
    """She leaves her name out"""
    _begins(play, MARIA, "I don't feel heard", "That's all")
    play.anna.taps("Send without my name")
    play.note("She taps «Send» under the message before, which has her name.")
    play.anna.taps("Send", under="From Anna B.")
    play.anna.taps("With my name")
    play.anna.taps("Send")


def words_anew(play: Play) -> None:
    """She finds other words, and then keeps it to herself"""
    _begins(play, MARIA, "We're not getting anywhere", "That's all")
    play.anna.taps("Change it")
    play.anna.taps("That's all")
    play.anna.types("i dont know how to say it")
    play.anna.types("its not about her")
    play.anna.types("or maybe it is")
    with play.offstage():
        play.anna.taps("That's all")
    play.anna.taps("Don't send")
    play.note("She taps the older button once more.")
    play.anna.taps("Send")


def not_now(play: Play) -> None:
    """Not now"""
    with play.offstage():
        play.anna.taps(WAY_IN)
    play.anna.taps("Not now")


def outside(play: Play) -> None:
    """She wants somebody outside the practice"""
    play.restart(practice_region="VIC")
    with play.offstage():
        play.anna.taps(WAY_IN)
    play.anna.taps("Somebody outside")


def to_her_psychologist(play: Play) -> None:
    """She tells Dr Okafor herself"""
    _begins(play, OKAFOR)
    play.anna.types("i felt judged last week")
    play.anna.taps("That's all")


def conduct(play: Play) -> None:
    """Something happened that wasn't OK, and she had chosen Dr Okafor"""
    _begins(play, OKAFOR)
    play.anna.taps("Something happened that wasn't OK")
    play.anna.taps("That's all")
    play.anna.taps("Dr Lindqvist, senior psychologist")


def conduct_to_the_manager(play: Play) -> None:
    """Something happened that wasn't OK, and she had chosen Maria"""
    _begins(play, MARIA)
    play.anna.taps("Something happened that wasn't OK")
    play.anna.taps("That's all")
    play.anna.taps("Dr Lindqvist first")


def about_the_manager(play: Play) -> None:
    """It's about Maria"""
    play.anna.taps(WAY_IN)
    play.anna.taps("It's about somebody else here")
    play.anna.taps(MARIA)
    play.anna.taps("Dr Lindqvist, senior psychologist")
    with play.offstage():
        play.anna.types("she rang me at work")
    play.anna.taps("That's all")


def two_psychologists(play: Play) -> None:
    """She saw Dr Okafor before, and sees Dr Patel now"""
    with play.offstage():
        play.hire("Dr Patel", Role.PSYCHOLOGIST)
        play.book("2026-12-01 11:00")
        play.wait_until("2026-12-01 15:00")
        for label in ("/clients", "Anna B.", "Change psychologist", "Dr Patel"):
            (play.maria.types if label.startswith("/") else play.maria.taps)(label)
        play.maria.taps("Change it, tell nobody else")
    play.anna.taps(WAY_IN)
    play.anna.taps("Dr Okafor, whom you saw before")
    play.anna.taps(MARIA)


def not_in_words(play: Play) -> None:
    """She sends pictures and her voice"""
    _begins(play, MARIA)
    play.anna.does("sends a voice message", play.anna.person.sends_voice)
    play.anna.types("she looks at the clock")
    play.anna.does(
        "sends a photo, and writes under it",
        lambda: play.anna.person.sends_photo(caption="like this"),
    )
    play.anna.taps("I'd rather be called")


def called(play: Play) -> None:
    """She'd rather be called"""
    with play.offstage():
        play.anna.taps(WAY_IN)
    play.anna.taps("I'd rather be called")
    play.anna.taps(MARIA)
    play.anna.types("0400 000 000")
    play.anna.types("after 5")
    play.anna.taps("No message, please")
    play.anna.taps("Change it")
    with play.offstage():
        play.anna.types("0411 111 111")
        play.anna.taps("Skip")
        play.anna.taps("Yes, a message is fine")
    play.anna.taps("Send")


def called_on_a_kept_number(play: Play) -> None:
    """She'd rather be called, and keeps a number here"""
    with play.practice.database.transaction() as db:
        anna = db.get(Person, play.cast.anna_row.id)
        assert anna is not None
        anna.phone = "0400 000 000"
    with play.offstage():
        play.anna.taps(WAY_IN)
        play.anna.taps("I'd rather be called")
    play.anna.taps(MARIA)
    play.anna.taps("Use 0400 000 000")
    play.anna.taps("Skip")
    play.anna.taps("Yes, a message is fine")


def cannot_be_reached(play: Play) -> None:
    """Maria can't be reached any more when she taps «Send»"""
    _begins(play, MARIA, "I don't feel heard", "That's all")
    play.loses(play.cast.maria_row)
    play.anna.taps("Send")
    play.anna.taps("Choose somebody else")
    play.loses(play.cast.lindqvist_row)
    play.anna.taps("Choose somebody else")


def stops_in_the_middle(play: Play) -> None:
    """She wants no more messages before she has sent it"""
    _begins(play, MARIA, "I don't feel heard")
    play.anna.types("STOP")


def chosen_too_late(play: Play) -> None:
    """Maria can't be reached any more when she chooses her"""
    with play.offstage():
        play.anna.taps(WAY_IN)
    play.loses(play.cast.maria_row)
    play.anna.taps(MARIA)


def reply_to_a_draft(play: Play) -> None:
    """She replies to a message of something that she hasn't sent"""
    _begins(play, MARIA, "I don't feel heard", "That's all")
    play.anna.replies("and i cant sleep", to="This is what Maria will get")


def not_finished(play: Play) -> None:
    """She doesn't finish it"""
    _begins(play, MARIA, "I don't feel heard", "That's all")
    play.wait(days=1)
    play.anna.taps("Show it")


def without_psychologist(play: Play) -> None:
    """She has no psychologist in the practice's list"""
    with play.practice.database.transaction() as db:
        anna = db.get(Person, play.cast.anna_row.id)
        assert anna is not None
        anna.psychologist_id = None
    play.anna.taps(WAY_IN)
    with play.offstage():
        play.anna.taps(MARIA)
        play.anna.taps("I can't put it into words")
    play.anna.taps("That's all")


def nobody_else(play: Play) -> None:
    """At a practice where her psychologist works alone"""
    _works_alone(play)
    play.restart(outside_contact="Open Door, 03 9000 0042", practice_region="VIC")
    play.anna.taps(WAY_IN)
    with play.offstage():
        play.anna.taps(OKAFOR)
        play.anna.taps("Write to Dr Okafor here")
        play.anna.taps("Something happened that wasn't OK")
    play.anna.taps("That's all")
    play.note("The same where nobody outside is known.")
    play.restart(outside_contact="", practice_country="ZZ")
    play.anna.presses_data("taps «That's all» again", "1:concern:done:1")


def nobody_at_all(play: Play) -> None:
    """Nobody can be reached here"""
    _works_alone(play)
    play.loses(play.cast.okafor_row)
    play.anna.taps(WAY_IN)


def _begins(play: Play, *labels: str) -> None:
    """The way in and these taps, offstage: the page has shown them."""
    with play.offstage():
        for label in (WAY_IN, *labels):
            play.anna.taps(label)
            if label == OKAFOR:
                play.anna.taps("Write to Dr Okafor here")


def _works_alone(play: Play) -> None:
    with play.practice.database.transaction() as db:
        others = col(RoleHeld.role).in_([Role.MANAGER, Role.SENIOR])
        db.exec(delete(RoleHeld).where(others))


SCENE = Scene(
    "«Something isn't right»",
    (
        told_and_sent,
        without_her_name,
        words_anew,
        not_now,
        outside,
        to_her_psychologist,
        conduct,
        conduct_to_the_manager,
        about_the_manager,
        two_psychologists,
        not_in_words,
        called,
        called_on_a_kept_number,
        cannot_be_reached,
        stops_in_the_middle,
        chosen_too_late,
        reply_to_a_draft,
        not_finished,
        without_psychologist,
        nobody_else,
        nobody_at_all,
    ),
)
