"""Still struggling with homework: what gets in the way, another hour, a smaller part, leaving it."""

from datetime import time

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.homework import Barrier, Homework, HomeworkState, NoteKind
from bot.rules.homework import LONGEST_ADDED, Rhythm, tidy
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations import concern
from conversations.homework_answers import (
    asks_again_at,
    hour_words,
    keep_answer,
    keep_from_the_accused,
    own_homework,
    reader_of,
    withdraw_unread,
)
from conversations.homework_seen import who_will_see
from conversations.homework_sharing import ask_whether_to_show
from conversations.homework_times import stop_asking
from conversations.homework_words import in_short, whole_button
from conversations.hour_of_notes import change_hour, hours_to_choose
from conversations.menu import keyboard_for


def begin(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    labels = {
        Barrier.NO_TIME: _("No time"),
        Barrier.FORGET: _("I forget"),
        Barrier.TOO_HARD: _("Too hard"),
        Barrier.NOT_SURE_HOW: _("Not sure how"),
        Barrier.NOT_RIGHT: _("Doesn't feel right"),
        Barrier.OTHER: _("Something else"),
    }
    turn.say(
        _("Thanks for saying so. That's useful to know. What gets in the way?")
        + " "
        + who_will_see(turn, row, _("Only you see this for now.")),
        [button(label, "struggle:barrier", row.id, each.value) for each, label in labels.items()],
        topic=row.topic,
    )


def barrier(turn: Turn, homework_id: int, which: str) -> None:
    """What gets in the way; each is answered by what could be done about it."""
    if which not in {each.value for each in Barrier}:
        return
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    chosen = Barrier(which)
    if row.barrier is not chosen:
        row.barrier, row.obstacle = chosen, None
        _something_new(turn, row)
    if chosen is Barrier.NOT_RIGHT:
        stop_asking(row)
        return _ask_who_should_know(turn, row)
    if chosen is Barrier.OTHER:
        who = who_will_see(turn, row, _("Only you see them for now."))
        return _ask_obstacle(turn, row, _("A few words are enough, or skip it.") + " " + who)
    _ask_what_now(turn, row)


def _ask_obstacle(turn: Turn, row: Homework, text: str) -> None:
    turn.ask(
        text,
        [button(_("Skip"), "struggle:what_now", row.id)],
        then="struggle:obstacle",
        homework_id=row.id,
    )


def obstacle_received(turn: Turn, text: str, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    words = tidy(text, LONGEST_ADDED)
    if words is None:
        return _say_too_long(turn, row, "struggle:barrier", Barrier.OTHER.value)
    row.barrier, row.obstacle = Barrier.OTHER, words
    keep_from_the_accused(turn, row, words)
    _something_new(turn, row)
    _ask_what_now(turn, row)


def _something_new(turn: Turn, row: Homework) -> None:
    """What was to be shown before isn't so any more."""
    row.revision += 1
    withdraw_unread(turn, row, NoteKind.STRUGGLE)


def what_now(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is not None:
        _ask_what_now(turn, row)


def _ask_what_now(turn: Turn, row: Homework) -> None:
    """What could be done about it, by what gets in the way."""
    name = called(reader_of(turn, row).name)
    smaller_part = button(_("Do a smaller part"), "struggle:smaller", row.id)
    leave_it = button(_("Leave it until we meet"), "struggle:leave", row.id)
    another_hour = button(_("Another hour"), "struggle:hour", row.id)
    more_often = button(_("Remind me more often"), "homework_rhythm:ask", row.id)
    ask_about_it = button(
        _("Ask {name} about it").format(name=name), "homework_sharing:ask", row.id
    )
    match row.barrier:
        case Barrier.NO_TIME:
            buttons = [another_hour, smaller_part, leave_it]
        case Barrier.FORGET:
            is_daily = row.rhythm is Rhythm.DAILY
            buttons = [another_hour, leave_it] if is_daily else [more_often, another_hour, leave_it]
        case Barrier.NOT_SURE_HOW:
            buttons = [ask_about_it, smaller_part, leave_it]
        case _other:
            buttons = [smaller_part, leave_it, ask_about_it]
    turn.say(_("What would you like to do?"), buttons, topic=row.topic)


# --- another hour: for all notes, and this one comes at it


def hour(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    text = _("At what hour shall I ask? All your notes come at that hour then. So far it's {time}.")
    turn.say(
        text.format(time=hour_words(turn)),
        [
            button(turn.words.time_of_day(time(each)), "struggle:at_hour", row.id, each)
            for each in hours_to_choose(turn)
        ],
        topic=row.topic,
    )


def at_hour(turn: Turn, homework_id: int, chosen: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None or chosen not in hours_to_choose(turn):
        return
    change_hour(turn, chosen)
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    at = asks_again_at(turn, row)
    if not row.is_repeated:
        row.remind_at = at
    if at is None:
        said = _("Good. Notes come at {time} from now on. I won't ask about this one again.")
        said = said.format(time=hour_words(turn))
    else:
        said = _("Good. Notes come at {time} from now on. I'll ask about this one {when}.")
        when = turn.words.within(at, turn.now)
        said = said.format(time=hour_words(turn), when=when)
    ask_whether_to_show(turn, row, NoteKind.STRUGGLE, said)


# --- a smaller part: in the client's own words, because to choose one for them is treatment


def smaller(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    turn.ask(
        _("Which part could you do? Write it in your own words."),
        [button(_("Leave it until we meet"), "struggle:leave", row.id)],
        then="struggle:part",
        homework_id=row.id,
    )


def part_received(turn: Turn, text: str, homework_id: int) -> None:
    """Repeated unchanged, and asked about on a day that is said."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    part = tidy(text, LONGEST_ADDED)
    if part is None:
        return _say_too_long(turn, row, "struggle:smaller")
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    row.smaller_part = part
    keep_from_the_accused(turn, row, part)
    _something_new(turn, row)
    turn.note("smaller part", row)
    at = asks_again_at(turn, row)
    if at is None:
        said = _("Good, that instead: «{part}». I won't ask about it before you meet.")
        said = said.format(part=in_short(part))
        return ask_whether_to_show(turn, row, NoteKind.STRUGGLE, said, whole_button(row))
    row.remind_at, row.asks_left, row.was_put_off = at, 0 if row.is_repeated else 1, False
    when = turn.words.within(at, turn.now)
    said = _("I'll ask about that instead, {when}: «{part}».").format(
        when=when, part=in_short(part)
    )
    ask_whether_to_show(turn, row, NoteKind.STRUGGLE, said, whole_button(row))


# --- words that can't be kept


def _say_too_long(turn: Turn, row: Homework, anew: str, *data: str) -> None:
    """What still comes of it, for Telegram cuts long words, isn't taken for the whole."""
    turn.ask(
        _(
            "That is more than I can keep here: {longest} characters. I've kept nothing of it. "
            "Tap «Write it anew», or leave it."
        ).format(longest=LONGEST_ADDED),
        [
            button(_("Write it anew"), anew, row.id, *data),
            button(_("Leave it until we meet"), "struggle:leave", row.id),
        ],
        then="struggle:too_long",
        homework_id=row.id,
        anew=anew,
        which=",".join(data),
    )


def too_long_received(turn: Turn, _text: str, homework_id: int, anew: str, which: str) -> None:
    row = own_homework(turn, homework_id)
    if row is not None:
        _say_too_long(turn, row, anew, *filter(None, which.split(",")))


# --- leaving it


def leave(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    stop_asking(row)
    said = _("All right. It waits until you meet, and I won't ask again.")
    ask_whether_to_show(turn, row, NoteKind.STRUGGLE, said)


# --- it doesn't feel right


def _ask_who_should_know(turn: Turn, row: Homework) -> None:
    name = called(reader_of(turn, row).name)
    turn.say(
        _("You don't have to do it. Would you like somebody to know?"),
        [
            button(_("Tell {name}").format(name=name), "homework_sharing:tell", row.id),
            button(_("Tell somebody else"), "struggle:tell_else", row.id),
            button(_("Just leave it"), "struggle:just_leave", row.id),
        ],
        topic=row.topic,
    )


def tell_else(turn: Turn, homework_id: int) -> None:
    if own_homework(turn, homework_id) is not None:
        concern.begin(turn)


def just_leave(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    keep_answer(turn, row, HomeworkState.STRUGGLING)
    stop_asking(row)
    turn.say(
        _("All right. You can leave it. I won't ask again, and I pass nothing on."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="struggle",
    taps={
        "begin": begin,
        "barrier": barrier,
        "what_now": what_now,
        "hour": hour,
        "at_hour": at_hour,
        "smaller": smaller,
        "leave": leave,
        "tell_else": tell_else,
        "just_leave": just_leave,
    },
    steps={
        "obstacle": obstacle_received,
        "part": part_received,
        "too_long": too_long_received,
    },
)
