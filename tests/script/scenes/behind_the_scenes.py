"""What staff read where clients read something else: played so that nothing is left out, not printed."""

from sqlalchemy import text

from bot.records import settled_requests
from bot.records.people import Role
from bot.records.therapy_sessions import TherapySession
from tests.conversations.answered import FIRST, THREE, WEEK, answer_all, share
from tests.script.play import Play, Scene, Start


def on_their_own(play: Play) -> None:
    """Staff ask for things that are the clients'"""
    for words in ("/start", "/settings", "/pause", "/stop", "Start", "hello", "/help", "/homework"):
        play.maria.types(words)
    play.maria.opens_commands()
    play.okafor.does("sends a picture", play.okafor.person.sends_photo)
    play.maria.does("sends a picture", play.maria.person.sends_photo)
    play.maria.types("/cancel")
    play.hire("Dr Novak", Role.PSYCHOLOGIST).types("/help")
    play.lindqvist.types("/help")
    play.maria.opens_invitation_of(play.cast.anna_row)


def others_answers(play: Play) -> None:
    """Staff look for what clients answered and share"""
    look = f"1:trends:of:{play.cast.anna_row.id}"
    for words in ("/trend", "/sharing"):
        play.maria.types(words)
        play.okafor.types(words)
    play.okafor.opens_commands()
    play.okafor.presses_data("looks for what isn't shared", look)
    answer_all(play.cast, THREE[0])
    share(play.cast)
    play.okafor.presses_data("looks at what is shared", look)
    answer_all(play.cast, *THREE[1:], first=FIRST + WEEK)
    play.okafor.presses_data("looks at what is shared by now", look)


def told_of_sessions(play: Play) -> None:
    """Staff hear what clients answer"""
    play.book("2026-12-01 11:00")
    for label in ("My times", "I'll be there"):
        play.anna.taps(label)
    play.wait(minutes=4)
    play.anna.taps("I can't come")
    play.anna.taps("Cancel it, something happened")
    play.anna.types("sick")
    play.wait(minutes=4)
    play.anna.taps("Undo", under="Cancelled")
    play.anna.taps("Yes, ask")
    play.wait(minutes=4)
    play.anna.types("STOP")
    play.wait(minutes=4)
    play.anna.types("START")
    play.wait(minutes=4)


def answers_a_wish(play: Play) -> None:
    """Maria answers a wish"""
    play.book("2026-12-08 11:00")
    play.anna.taps("My times")
    play.anna.taps("Another time")
    play.anna.types("friday")
    play.wait(minutes=4)
    play.maria.taps("Write to Anna B.")
    play.maria.taps("Don't write")
    play.maria.taps("Write to Anna B.")
    play.maria.types("Friday is fine.")
    play.anna.taps("Write back to Maria")
    play.anna.types("thank you")
    play.anna.types("STOP")
    play.maria.taps("Write to Anna B.")
    play.maria.types("Are you there?")
    play.maria.presses_data("taps an old button", "1:other_time:write:999")


def moved_by_the_operator(play: Play) -> None:
    """Anna's session is moved from the command line while Maria looks at her wish"""
    session_id = play.book("2026-12-08 11:00")
    for label in ("My times", "Another time"):
        play.anna.taps(label)
    play.anna.types("friday")
    play.wait(minutes=4)
    with play.practice.database.transaction() as db:
        row = db.get_one(TherapySession, session_id)
        settled_requests.settle(db, row, None, play.practice.hand.now())
    play.maria.taps("Find a time")


def cannot_be_reached(play: Play) -> None:
    """Who can't be reached"""
    play.ben.does("blocks the bot", play.ben.person.blocks_bot)
    play.anna.types("i want to die")
    play.anna.taps("I'm safe now")


def no_client(play: Play) -> None:
    """Clients who don't want messages, or whose link somebody else opened"""
    cleo, dora = play.client("Cleo Young"), play.client("Dora Young")
    cleo.taps("Yes, it's just me")
    cleo.taps("No, thank you")
    dora.taps("I'm not Dora")
    play.wait(minutes=4)


def not_delivered(play: Play) -> None:
    """A message that can't be read any more when it is to be sent"""
    play.practice.telegram.faults.fail("server_error", chat_id=play.anna.person.id)
    play.anna.types("/help")
    with play.practice.database.transaction() as db:
        db.connection().execute(
            text("UPDATE outbox SET body_sealed = x'00' WHERE state = 'queued'")
        )
    play.wait(minutes=5)


def nameless(play: Play) -> None:
    """Maria reads something without a name, and passes her turn"""
    for label in ("Something isn't right", "Maria Santos, practice manager", "I can't be open"):
        play.anna.taps(label)
    for label in ("That's all", "Send without my name", "Send"):
        play.anna.taps(label)
    play.wait(minutes=2)
    for label in ("Later", "Open", "I'll take it", "Note for the file"):
        play.maria.taps(label)
    play.maria.types("a note")
    play.anna.person.deletes_account()
    play.maria.taps("Write to the client")
    play.maria.types("Dear client")
    play.maria.taps("Send")
    play.wait_until("2026-12-01 10:00")


def never_closed(play: Play) -> None:
    """Maria has answered, and nobody closes it"""
    for label in ("Write to Anna", "Dear Anna", "Send"):
        (play.maria.types if label.startswith("Dear") else play.maria.taps)(label)
    play.wait(days=15)


def answer_never_arrives(play: Play) -> None:
    """Anna's account is gone when Maria writes"""
    play.anna.person.deletes_account()
    play.maria.taps("Write to Anna")
    play.maria.types("Dear Anna")
    play.maria.taps("Send")
    play.wait_until("2026-12-01 10:00")


def leaves_urgent_open(play: Play) -> None:
    """Maria stops while she is asked for the line that closes an urgent message"""
    play.anna.types("i want to die")
    for label in ("Open", "Dealt with"):
        play.maria.taps(label)
    play.maria.types("/cancel")


CASES = Scene(
    "Behind the scenes of a concern",
    (never_closed, answer_never_arrives),
    Start.TAKEN,
    is_on_the_page=False,
)
SCENE = Scene(
    "Behind the scenes",
    (
        on_their_own,
        others_answers,
        told_of_sessions,
        answers_a_wish,
        moved_by_the_operator,
        cannot_be_reached,
        no_client,
        not_delivered,
        nameless,
        leaves_urgent_open,
    ),
    is_on_the_page=False,
)
