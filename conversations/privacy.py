"""What is the client's own: who sees what, pause, stop, and start again."""

from datetime import timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import cases, consents, outbox
from bot.records.consents import Purpose
from bot.records.people import STAFF, Person, Telephone
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import hour_words
from conversations.menu import keyboard_for
from conversations.office import office_of, tell_after_undo_delay

PAUSES = (7, 14, 28)  # days
SETTINGS_TEXT_VERSION = "settings 2026-11b"


def show_settings(turn: Turn) -> None:
    """Everything that is theirs to change, in words and buttons."""
    person = turn.person
    if turn.roles & STAFF:
        turn.say(_("There is nothing to set here for staff. The operator keeps the settings."))
        return
    lines = [_messages_line(turn)]
    buttons: list[Button] = []
    if not person.hears_unasked(turn.now):
        buttons.append(button(_("Start again"), "privacy:resume"))
    elif consents.has(turn.db, person, Purpose.REMINDERS):
        buttons.append(button(_("Pause"), "privacy:pause"))
        buttons.append(button(_("Stop all messages"), "privacy:stop"))
    else:
        buttons.append(button(_("Turn reminders on"), "privacy:reminders_on"))
    if person.telephone is not Telephone.SHARED:
        lines.append(_("Hour for notes: {time}.").format(time=hour_words(turn)))
        buttons.append(button(_("Hour for notes"), "note_hour:ask"))
        asks = consents.has(turn.db, person, Purpose.CHECK_INS)
        lines.append(_("Short questions: on.") if asks else _("Short questions: off."))
        label = _("No short questions") if asks else _("Short questions too")
        buttons.append(button(label, "privacy:questions_off" if asks else "privacy:questions_on"))
    lines.append(_plain_line(turn))
    label = _("Changing messages") if person.plain_messages else _("Plain messages")
    tap = "privacy:plain_off" if person.plain_messages else "privacy:plain_on"
    buttons.append(button(label, tap))
    buttons.append(button(_("Who sees what"), "privacy:who_sees_what"))
    turn.say("\n".join(lines), buttons)


def _messages_line(turn: Turn) -> str:
    person = turn.person
    if person.stopped_at is not None:
        return _("Messages that come by themselves: stopped.")
    if person.paused_until is not None and turn.now < person.paused_until:
        return _("Messages that come by themselves: paused until {day}.").format(
            day=turn.words.day(person.paused_until)
        )
    are_on = consents.has(turn.db, person, Purpose.REMINDERS)
    if person.telephone is Telephone.SHARED:  # where no notes come
        return _("Reminders of your times: on.") if are_on else _("Reminders of your times: off.")
    if are_on:
        return _("Reminders of your times, and notes: on.")
    return _("Reminders of your times, and notes: off.")


def _plain_line(turn: Turn) -> str:
    if turn.person.plain_messages:
        return _("Plain messages: on. Each step is a new message, which a screen reader reads out.")
    return _("Plain messages: off. Some messages change as you go; a screen reader may miss that.")


def who_sees_what(turn: Turn) -> None:
    office = office_of(turn)
    names = _(" and ").join(each.name for each in (*office.managers, *office.others))
    turn.say(
        _(
            "Your times and what you answer about them: {names}.\n"
            "If you write that somebody may be in danger, I tell the practice, and I tell you so.\n"
            "What you type in answer to me goes where I say when I ask. Nobody reads the rest.\n"
            "Telegram carries these messages and could read them."
        ).format(names=names or turn.practice.name)
    )


def pause(turn: Turn) -> None:
    if turn.roles & STAFF:
        turn.say(_("Staff get alerts as long as they work here. The operator can unlink you."))
        return
    turn.say(
        _("How long shall I be quiet? Your times stay as they are. The office sees until when."),
        [
            button(_("{count} days").format(count=days), "privacy:pause_for", days)
            for days in PAUSES
        ],
    )


def pause_for(turn: Turn, days: int) -> None:
    if days not in PAUSES:
        return
    turn.person.paused_until = until = turn.now + timedelta(days=days)
    outbox.withdraw_from(turn.db, turn.person.id, turn.now)
    turn.note("pause", turn.person)
    if _has_open_case(turn):
        text = _(
            "I'll be quiet until {day}. Only answers to what you told me under «Something isn't "
            "right» still come. What you write or tap still works."
        )
    else:
        text = _("I'll be quiet until {day}. What you write or tap still works.")
    turn.say(
        text.format(day=turn.words.day(until)),
        [button(_("Start again"), "privacy:resume")],
    )


def _has_open_case(turn: Turn) -> bool:
    """Whether answers still come to something that they told: they asked for those."""
    return any(case.is_open for case in cases.of_client(turn.db, turn.person.id, turn.now))


def stop(turn: Turn) -> None:
    """STOP: no more messages by themselves. The office hears it, because it must phone then."""
    if turn.roles & STAFF:
        turn.say(_("Staff get alerts as long as they work here. The operator can unlink you."))
        return
    turn.person.stopped_at = turn.now
    outbox.withdraw_from(turn.db, turn.person.id, turn.now)
    turn.note("stop", turn.person)
    if _has_open_case(turn):
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
        text,
        [button(_("Start again"), "privacy:resume")],
    )
    _tell_office(turn, _("{client} doesn't want messages here any more. Please phone instead."))


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
    consents.give(turn.db, turn.person, Purpose.REMINDERS, SETTINGS_TEXT_VERSION, turn.now)
    turn.note("reminders on", turn.person)
    text = (
        _("Reminders of your times are on.")
        if turn.person.telephone is Telephone.SHARED
        else _("Reminders of your times, and notes, are on.")
    )
    turn.say(text, keyboard=keyboard_for(turn))


def questions_on(turn: Turn) -> None:
    consents.give(turn.db, turn.person, Purpose.CHECK_INS, SETTINGS_TEXT_VERSION, turn.now)
    turn.note("questions on", turn.person)
    turn.say(_("Short questions are on. Nobody sees an answer unless you show it."))


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


def _tell_office(turn: Turn, sentence: str) -> None:
    client = listed(turn.person.name)
    managers = office_of(turn).managers
    topic = messages_topic(turn.person)
    tell_after_undo_delay(
        turn, managers, lambda _words: _(sentence).format(client=client), topic=topic
    )


CONVERSATION = Conversation(
    name="privacy",
    commands={"settings": show_settings, "stop": stop, "pause": pause},
    words={"Settings": show_settings, "Stop": stop, "Start": resume, "Pause": pause},
    taps={
        "settings": show_settings,
        "pause": pause,
        "pause_for": pause_for,
        "stop": stop,
        "resume": resume,
        "reminders_on": reminders_on,
        "questions_on": questions_on,
        "questions_off": questions_off,
        "plain_on": plain_on,
        "plain_off": plain_off,
        "who_sees_what": who_sees_what,
    },
)
