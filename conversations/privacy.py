"""What is the client's own: who sees what, stop, start again, and which kinds of messages come."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import consents, outbox, sharings, told
from bot.records.consents import Purpose
from bot.records.people import STAFF, Person, Telephone
from bot.records.sharings import SharedKind
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import say_not_here
from conversations.menu import keyboard_for
from conversations.office import office_of, tell_after_undo_delay
from conversations.settings import pages, pause
from conversations.settings.pause import has_open_case, not_sent

SETTINGS_TEXT_VERSION = "settings 2026-11c"
# Translators: what somebody types, alone, who wants no messages, messages again, or a break. «|»
# stands between the ways in which people write it; no word of an ordinary answer.
_STOP, _START, _PAUSE = _("Stop"), _("Start"), _("Pause")
_STOPS = _(
    "stop all|stopall|stop please|please stop|stopp|stop now|stop messages|stop messaging|"
    "stop messaging me|please stop messaging me|stop texting me|stop writing to me|stop sending|"
    "stop the messages|stop all messages|stop reminders|no more messages|no messages|"
    "unsubscribe|unsubscribe me|opt out|optout|opt me out"
)
_STARTS = _("start again|start messages|please start|unstop|un stop|resume|restart|opt in")
_PAUSES = _("pause messages|pause all|pause please|please pause")


def who_sees_what(turn: Turn) -> None:
    office = office_of(turn)
    names = _(" and ").join(each.name for each in (*office.managers, *office.others))
    if turn.person.telephone is Telephone.SHARED:
        names = _("the office and the person you see")
    turn.say(
        _(
            "Your times and what you answer about them: {names}.\n"
            "If you write that somebody may be in danger, I tell the practice, and I tell you so.\n"
            "What you type in answer to me goes where I say when I ask. Nobody reads the rest.\n"
            "Telegram carries these messages and could read them.\n"
            "A number that you keep here for a call: only those who open an urgent message, or "
            "one that you sent with your name.\n"
            "Short questions, homework and notes: only you, and the person you see as far as you "
            "choose. /sharing shows what that is. Of short questions the practice gets only "
            "averages, of ten people or more together."
        ).format(names=names or turn.practice.name),
        [button(_("What you share"), "sharing:show")],
    )


def stop(turn: Turn) -> None:
    """STOP: no more messages by themselves. The office hears it, because it must phone then."""
    if turn.roles & STAFF:
        turn.say(_("Staff get alerts as long as they work here. The operator can unlink you."))
        return
    turn.person.stopped_at = turn.now
    outbox.withdraw_from(turn.db, turn.person.id, turn.now)
    turn.note("stop", turn.person)
    if has_open_case(turn):
        text = _(
            "I've stopped. Only answers to what you told me under «Something isn't right» still "
            "come. Nothing about your care changes. The office is told, so that it can phone you "
            "instead. To start again, write START."
        )
    else:
        text = _(
            "I've stopped. Nothing comes by itself any more, and nothing about your care changes. "
            "The office is told, so that it can phone you instead. To start again, write START."
        )
    turn.say(
        "\n".join(filter(None, [text, _unsent(turn)])),
        [button(_("Start again"), "privacy:resume")],
    )
    _tell_office(turn, _("{client} doesn't want messages here any more. Please phone instead."))


def _unsent(turn: Turn) -> str:
    """In the middle of something nobody must believe that it went out."""
    if not turn.left_question:
        return not_sent(turn)
    return not_sent(turn) or _(
        "I don't wait for your answer to my last question any more. What you didn't send isn't sent."
    )


def resume(turn: Turn) -> None:
    """START: messages come again."""
    if turn.roles & STAFF:
        return old_hand(turn)
    was_stopped = turn.person.stopped_at is not None
    before = messages_topic(turn.person)
    turn.person.stopped_at = turn.person.paused_until = None
    nobody_knew = outbox.withdraw(turn.db, before, turn.now) > 0
    turn.note("resume", turn.person)
    if consents.has(turn.db, turn.person, Purpose.REMINDERS):
        text = _("I'm back. I'll remind you of your times again.")
    else:
        text = _("I'm back. Reminders are off; «Settings» turns them on.")
    turn.say(text, keyboard=keyboard_for(turn))
    if was_stopped and not nobody_knew:
        _tell_office(turn, _("{client} gets messages here again."))


def old_hand(turn: Turn) -> None:
    turn.say(_("You're connected. /help shows what I can do."), keyboard=keyboard_for(turn))


def reminders_on(turn: Turn) -> None:
    """Of times, and of what was agreed to do in between; that not where others see it."""
    if turn.person.telephone is Telephone.SHARED:
        return times_on(turn)
    _give(turn, Purpose.REMINDERS)
    _give(turn, Purpose.HOMEWORK)
    turn.note("reminders on", turn.person)
    turn.say(_("Reminders of your times, and notes, are on."), keyboard=keyboard_for(turn))


def _give(turn: Turn, purpose: Purpose) -> None:
    consents.give(turn.db, turn.person, purpose, SETTINGS_TEXT_VERSION, turn.now)


def times_on(turn: Turn) -> None:
    if not consents.has(turn.db, turn.person, Purpose.REMINDERS):
        _give(turn, Purpose.REMINDERS)
        turn.note("reminders on", turn.person)
        if outbox.withdraw(turn.db, _times_topic(turn.person), turn.now) == 0 and _was_off(turn):
            _tell_office(turn, _("{client} gets reminders here again."), _times_topic(turn.person))
    turn.say(_("Reminders of your times are on."), keyboard=keyboard_for(turn))


def times_off(turn: Turn) -> None:
    """The office hears it: it may count on reminders."""
    if consents.has(turn.db, turn.person, Purpose.REMINDERS):
        consents.withdraw(turn.db, turn.person, Purpose.REMINDERS, turn.now)
        turn.note("reminders off", turn.person)
        outbox.withdraw(turn.db, _times_topic(turn.person), turn.now)
        sentence = _("{client} doesn't want reminders of times here any more.")
        _tell_office(turn, sentence, _times_topic(turn.person))
    turn.say(
        _(
            "I don't remind you of your times any more, and the office is told. "
            "«My times» still shows them."
        ),
        [button(_("Reminders of times too"), "privacy:times_on")],
    )


def _times_topic(person: Person) -> str:
    return f"{person.__tablename__}:{person.id}:times"


def _was_off(turn: Turn) -> bool:
    """Whether the office has heard that they were off."""
    return told.is_on_its_way(turn.db, _times_topic(turn.person))


def notes_on(turn: Turn) -> None:
    if turn.person.telephone is Telephone.SHARED:
        return say_not_here(turn)
    _give(turn, Purpose.HOMEWORK)
    turn.note("notes on", turn.person)
    turn.say(_("Notes of what you agreed to do in between are on."), keyboard=keyboard_for(turn))


def notes_off(turn: Turn) -> None:
    """/homework still shows what is open; nobody is told why no reminder comes."""
    consents.withdraw(turn.db, turn.person, Purpose.HOMEWORK, turn.now)
    turn.note("notes off", turn.person)
    turn.say(
        _("Notes are off. /homework still shows what is open."),
        [button(_("Notes too"), "privacy:notes_on")],
    )


def questions_on(turn: Turn) -> None:
    _give(turn, Purpose.CHECK_INS)
    turn.note("questions on", turn.person)
    reader_id = turn.person.psychologist_id
    kind = SharedKind.CHECK_INS
    if reader_id and sharings.standing(turn.db, turn.person.id, reader_id, kind):
        turn.say(_("Short questions are on. You share your numbers; /sharing shows with whom."))
        return
    turn.say(
        _(
            "Short questions are on. Nobody sees an answer unless you show it. The practice gets only "
            "averages, of ten people or more together."
        )
    )


def questions_off(turn: Turn) -> None:
    consents.withdraw(turn.db, turn.person, Purpose.CHECK_INS, turn.now)
    turn.note("questions off", turn.person)
    turn.say(_("Short questions are off."))


def plain_on(turn: Turn) -> None:
    """For those who hear messages: a screen reader doesn't read one that changes."""
    turn.person.plain_messages = True
    turn.note("plain messages on", turn.person)
    turn.say(
        _(
            "From now on each step is a new message, so that a screen reader reads it out. "
            "«Settings» changes it back."
        )
    )


def plain_off(turn: Turn) -> None:
    turn.person.plain_messages = False
    turn.note("plain messages off", turn.person)
    turn.say(
        _(
            "From now on some messages change as you go, so that the chat stays short. "
            "«Settings» changes it back."
        )
    )


def messages_topic(person: Person) -> str:
    """What staff's notices about a client's messages being on or off are filed under."""
    return f"{person.__tablename__}:{person.id}:messages"


def _tell_office(turn: Turn, sentence: str, topic: str = "") -> None:
    client = listed(turn.person.name)
    managers = office_of(turn).managers
    topic = topic or messages_topic(turn.person)
    tell_after_undo_delay(
        turn, managers, lambda _words: _(sentence).format(client=client), topic=topic
    )


CONVERSATION = Conversation(
    name="privacy",
    commands={"stop": stop, "pause": pause.ask, "privacy": who_sees_what},
    words={_STOP: stop, _START: resume, _PAUSE: pause.ask},
    spellings={_STOPS: stop, _STARTS: resume, _PAUSES: pause.ask},
    openings={_PAUSE: pause.read},
    ways_out=frozenset({_STOP, _STOPS}),
    taps={
        "settings": pages.show,
        "pause": pause.ask,
        "pause_for": pause.for_days,
        "stop": stop,
        "resume": resume,
        "reminders_on": reminders_on,
        "times_on": times_on,
        "times_off": times_off,
        "notes_on": notes_on,
        "notes_off": notes_off,
        "questions_on": questions_on,
        "questions_off": questions_off,
        "plain_on": plain_on,
        "plain_off": plain_off,
        "who_sees_what": who_sees_what,
    },
)
