"""The hours in which nothing comes by itself: the client's own go before the practice's."""

from datetime import time

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import bookings, homework
from bot.records.access import Action
from bot.rules.due import QuietHours
from bot.rules.quiet_hours import (
    LONGEST,
    as_setting,
    minutes_long,
    says_none,
    typed_quiet_hours,
)
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.settings.pages import quiet_line

OFFERED = ((20, 9), (21, 8), (22, 7), (23, 6))  # hours
_HOUR, _DAY = 60, 24 * 60  # minutes


def ask(turn: Turn) -> None:
    now = quiet_line(turn, turn.person.clocks(turn.practice).quiet_hours)
    own = turn.person.quiet_hours is not None
    spans = (QuietHours(time(begins), time(ends)) for begins, ends in OFFERED)
    turn.ask(
        now + " " + _("When shall it be quiet? Tap, or write it like «22-7»."),
        [
            *(
                button(_span(turn, each), "quiet_hours:keep", *_minutes(each))
                for each in spans
            ),
            button(_("No quiet hours"), "quiet_hours:none"),
            *([button(_("As the practice has it"), "quiet_hours:usual")] if own else []),
            button(_("Leave it"), "quiet_hours:leave"),
        ],
        then="quiet_hours:typed",
    )  # fmt: skip


def _span(turn: Turn, quiet: QuietHours) -> str:
    return _("{begins} to {ends}").format(
        begins=turn.words.time_of_day(quiet.begins), ends=turn.words.time_of_day(quiet.ends)
    )


def _minutes(quiet: QuietHours) -> tuple[int, int]:
    begins, ends = quiet.begins, quiet.ends
    return begins.hour * _HOUR + begins.minute, ends.hour * _HOUR + ends.minute


def typed(turn: Turn, text: str) -> None:
    if says_none(text):
        return none(turn)
    quiet = typed_quiet_hours(text)
    if quiet is None:
        return _ask_again(turn, _("I didn't understand that. Write two hours, like «22-7»."))
    if minutes_long(quiet) > LONGEST:
        return _ask_again(turn, _say_too_long())
    turn.say(
        _("Quiet from {begins} to {ends}. Is that right?").format(
            begins=turn.words.time_of_day(quiet.begins), ends=turn.words.time_of_day(quiet.ends)
        ),
        [
            button(_("Yes, that's it"), "quiet_hours:keep", *_minutes(quiet), also=("yes",)),
            button(_("Other hours"), "quiet_hours:ask"),
            button(_("Leave it"), "quiet_hours:leave", also=("no",)),
        ],
    )


def _say_too_long() -> str:
    return _("That leaves too little of the day. To hear nothing for a while, write PAUSE.")


def _ask_again(turn: Turn, text: str) -> None:
    turn.ask(text, [button(_("Leave it"), "quiet_hours:leave")], then="quiet_hours:typed")


def keep(turn: Turn, begins: int, ends: int) -> None:
    if begins == ends or not (begins < _DAY and ends < _DAY):
        return
    quiet = QuietHours(time(*divmod(begins, _HOUR)), time(*divmod(ends, _HOUR)))
    if minutes_long(quiet) <= LONGEST:
        _set(turn, as_setting(quiet))


def none(turn: Turn) -> None:
    _set(turn, as_setting(None))


def usual(turn: Turn) -> None:
    _set(turn, None)


def _set(turn: Turn, own: str | None) -> None:
    """What is planned goes along with it."""
    person = turn.person
    before = person.reminder_rules(turn.practice)
    person.quiet_hours = own
    after = person.clocks(turn.practice)
    bookings.move_reminders(turn.db, person, turn.practice, turn.now, before=before)
    homework.move_reminders(turn.db, person, before.clocks, after, turn.now)
    turn.note("quiet hours", person)
    lines = [quiet_line(turn, after.quiet_hours)]
    if after.quiet_hours is not None:
        lines.append(_("When you write or tap, I still answer at any hour."))
    turn.say(" ".join(lines), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


CONVERSATION = Conversation(
    name="quiet_hours",
    taps={"ask": ask, "keep": keep, "none": none, "usual": usual, "leave": leave},
    steps={"typed": typed},
    needs=Action.CHANGE_SETTINGS,
)
