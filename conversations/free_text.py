"""Everything that nothing was waiting for: an honest answer, the way to go on, a way to a person."""

from collections.abc import Sequence

from bot.buttons import button
from bot.conversation import Conversation
from bot.incoming import IncomingKind
from bot.records import cases, therapy_sessions
from bot.records.access import Action
from bot.records.cases import Case
from bot.records.last_said import last_topic
from bot.records.people import STAFF
from bot.records.therapy_sessions import TherapySession
from bot.rules.concern_kinds import concern_in
from bot.rules.triage.topics import CONCERNS, Label
from bot.texts import _
from bot.turn import Turn
from conversations import running_late, typed_answers
from conversations.menu import keyboard_for
from conversations.offered_words import (
    add,
    guess_of,
    keep_what_was_typed,
    leave,
    offer,
    offer_to_add,
    tell,
    tell_one,
)
from conversations.recognised import concern_said
from conversations.sessions import show_upcoming
from conversations.staff import case_answers
from conversations.thanks_given import about_something_good
from conversations.words_for_homework import about_homework
from conversations.words_for_office import send_button

# --- words that no step and no question was waiting for


def received(turn: Turn) -> None:
    """Recognise what it may be about, and offer. What was written goes nowhere without a yes."""
    assert turn.incoming is not None, "only updates have words"
    if turn.roles & STAFF:
        return from_staff(turn)
    if running_late.passes_on(turn):  # those words say that and nothing else
        return
    topic = turn.recognised(turn.incoming.text).topic
    concern = concern_in(topic)
    if concern is not None:
        return _with_a_concern(turn, concern, topic.labels)
    if typed_answers.offers(turn):
        return
    case = _case_to_join(turn, topic.label)
    if case is not None:
        return offer_to_add(turn, case, keep_what_was_typed(turn))
    match topic.label:
        case Label.LOGISTICS:
            about_times(turn)
        case Label.HOMEWORK:
            about_homework(turn)
        case Label.TOPIC_BOUNDARY:
            about_a_boundary(turn)
        case Label.POSITIVE:
            about_something_good(turn)
        case _other:
            not_understood(turn)


def _with_a_concern(turn: Turn, concern: Label, labels: Sequence[Label]) -> None:
    """The concern is offered its route last, so that a typed «yes» is for it; what the words are
    about besides is answered before, without those of a concern going there."""
    besides = next((each for each in labels if each not in CONCERNS), Label.OTHER)
    if besides is Label.LOGISTICS and not typed_answers.offers(turn):
        _show_times(turn)
    if besides is Label.HOMEWORK:
        turn.say(
            _("«Homework» below shows what you agreed to do."),
            [button(_("Homework"), "homework:show")],
        )
    kept = keep_what_was_typed(turn)
    case = _case_to_join(turn, concern)
    if case is not None:
        return offer_to_add(turn, case, kept)
    offer(turn, guess_of(concern), kept)


def from_staff(turn: Turn) -> None:
    """Words that answer no question: asked about where they may be for a client, never guessed."""
    assert turn.incoming is not None, "only updates have words"
    mine = [
        each for each in cases.open_to(turn.db, turn.person.id) if each.taken_by == turn.person.id
    ]
    if len(mine) == 1:
        return case_answers.line(turn, turn.incoming.text, mine[0].id)
    if mine:
        turn.say(
            _(
                "I don't know whom that is for, and I've passed nothing on. "
                "Reply to a message of the case, or open it and write from there."
            ),
            [
                button(_("Open {number}").format(number=case.number), "cases:open", case.id)
                for case in mine
            ],
        )
        return
    text = _("I didn't understand that, and I've passed nothing on. /help shows what I can do.")
    turn.say(text, keyboard=keyboard_for(turn))


# --- more words for what was sent already


def _case_to_join(turn: Turn, label: Label) -> Case | None:
    """The newest message of theirs that somebody has; else one that was closed lately, where the
    words may go on with it."""
    if label in (Label.LOGISTICS, Label.HOMEWORK, Label.CONDUCT):
        return None
    found = cases.of_client(turn.db, turn.person.id, turn.now)
    is_open = next((each for each in found if each.is_open), None)
    if is_open is not None or label in (Label.POSITIVE, Label.TOPIC_BOUNDARY):
        return is_open
    return next(iter(found), None)


# --- anything else


def about_times(turn: Turn) -> None:
    """Somebody who writes that they are late must not believe that somebody knows it now."""
    send = send_button(turn)
    turn.say(
        _(
            "Nobody at the practice has read that.\n"
            "If you're late, or want to ask something, phone {practice}."
        ).format(practice=turn.practice.name_and_phone),
        send,
        keyboard=() if send else keyboard_for(turn),
    )
    _show_times(turn)


def _show_times(turn: Turn) -> None:
    if therapy_sessions.upcoming(turn.db, turn.person, turn.now):
        show_upcoming(turn)


def about_a_boundary(turn: Turn) -> None:
    keep, topic = [], None
    if turn.person.psychologist_id is not None:
        row = keep_what_was_typed(turn)
        topic = f"{row.__tablename__}:{row.id}"
        keep = [button(_("Keep it as a note for next time"), "bring_up:from_words", row.id)]
    turn.say(
        _(
            "What you talk about, and when, is up to you. You can say so when you meet.\n"
            "Nobody at the practice has read this. To reach a person, phone {practice}."
        ).format(practice=turn.practice.name_and_phone),
        keep,
        keyboard=() if keep else keyboard_for(turn),
        topic=topic,
    )


def not_understood(turn: Turn) -> None:
    """The honest answer; the second time in a row also what there is instead.

    What comes after something about a session may be about that: then the office can have it.
    """
    missed, last = f"missed:{turn.person.id}", last_topic(turn.db, turn.person.id)
    is_of_session = (last or "").startswith(f"{TherapySession.__tablename__}:")
    send = send_button(turn) if is_of_session else []
    if last == missed:
        text = _(
            "I can't answer that either, and nobody has read it.\n"
            "To talk to a person, phone {practice}.\n\n"
            "Below, «My times» shows what is booked. «Something isn't right» is for telling "
            "somebody about it. «Help now» is for danger."
        )
    else:
        text = _(
            "I'm a program and can't answer that. Nobody at the practice has read it.\n"
            "To reach a person, phone {practice}. Or tap a button below."
        )
    turn.say(
        text.format(practice=turn.practice.name_and_phone),
        send,
        keyboard=() if send else keyboard_for(turn),
        topic=missed,
    )


# --- what can't be read, and what no longer works


def unreadable(turn: Turn) -> None:
    """A photo, a voice message, a sticker, or a message that was changed afterwards."""
    assert turn.incoming is not None, "only updates are unreadable"
    if turn.incoming.kind is IncomingKind.EDIT:
        return _changed(turn, turn.incoming.text)
    if turn.incoming.file is not None and turn.may(Action.SET_HOMEWORK):
        turn.say(
            _(
                "I've kept nothing of that file. To have it go with homework, tap «Set homework» "
                "first, and send it when I ask for the task."
            ),
            keyboard=keyboard_for(turn),
        )
        return
    if turn.roles & STAFF:
        turn.say(_("I can only read words here, so I can't take that. Nobody sees it."))
        return
    cant_take = _(
        "I can only read words, so I can't take that. Nobody at the practice sees it.\n"
        "Please write it, or phone {practice}."
    ).format(practice=turn.practice.name_and_phone)
    turn.say("\n".join([cant_take, _("In danger, tap «Help now».")]))


def _changed(turn: Turn, text: str) -> None:
    """It counts as it was first sent; a concern that is in it by now is offered its route."""
    concern = None if turn.roles & STAFF else concern_said(turn, text)
    if concern is None:
        turn.say(
            _("You changed a message. I only go by how it was first sent. Please write it again.")
        )
        return
    changed = _("You changed a message. For anything else I go by how it was first sent.")
    unread = _("Nobody has read what you changed it to.")
    offer(turn, f"{changed}\n{guess_of(concern)}", keep_what_was_typed(turn), read=unread)


def below_a_picture(turn: Turn) -> None:
    """What comes with a picture or a file counts as if it had been typed."""
    turn.say(
        _(
            "I can only read words: I've kept nothing of the rest, and nobody sees it. About your words:"
        )
    )


def old_button(turn: Turn) -> None:
    """A button or a step that is no longer there, or isn't this person's."""
    turn.say(
        _("Sorry, that no longer works. Nothing was changed. Please start again from the menu."),
        keyboard=keyboard_for(turn),
    )


def unknown_command(turn: Turn) -> None:
    turn.say(
        _("I don't know that command. /help shows what I can do."), keyboard=keyboard_for(turn)
    )


CONVERSATION = Conversation(
    name="free_text",
    taps={"tell_one": tell_one, "tell": tell, "leave": leave, "add": add},
)
