"""A break from messages: for some days, or until a day that is typed."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, outbox
from bot.records.access import Action
from bot.records.people import STAFF
from bot.rules.typed_dates import Reader
from bot.texts import _
from bot.turn import Turn

PAUSES = (7, 14, 28)  # days
LONGEST = timedelta(days=183)  # the day is said without its year
_MINUTE = 60
_LONGEST_REST = 40  # characters; more than a span or a day is something else
_COUNTS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4"}
_SPAN = re.compile(rf"(\d{{1,3}}|{'|'.join(_COUNTS)}) (day|week)s?")


def ask(turn: Turn) -> None:
    if turn.roles & STAFF:
        turn.say(_("Staff get alerts as long as they work here. The operator can unlink you."))
        return
    turn.ask(
        _("How long shall I be quiet? Your times stay as they are. The office sees until when."),
        [
            *(
                button(_("{count} days").format(count=days), "privacy:pause_for", days)
                for days in PAUSES
            ),
            button(_("Until a day"), "pause:ask_day"),
        ],
        then="pause:day",
    )


def read(turn: Turn, rest: str) -> Callable[[], None] | None:
    """«pause 2 weeks» counts at once, «pause until 20 December» once it is confirmed; None for
    what isn't meant so."""
    if len(rest) > _LONGEST_REST or turn.roles & STAFF:
        return None
    plain = " ".join(rest.lower().rstrip(" .!").split()).removeprefix("for ")
    span = _SPAN.fullmatch(plain)
    if span is not None:
        days = int(_COUNTS.get(span[1], span[1])) * (7 if span[2] == "week" else 1)
        fits = 0 < days <= LONGEST.days
        return partial(_be_quiet, turn, turn.now + timedelta(days=days)) if fits else None
    day = plain.removeprefix("until ").removeprefix("till ").removeprefix("til ")
    moment = _reader(turn).moment(day)
    if moment is None or (moment.has_time and day == plain):
        return None
    return partial(day_typed, turn, day)


def for_days(turn: Turn, days: int) -> None:
    if days in PAUSES and not turn.roles & STAFF:
        _be_quiet(turn, turn.person.clocks(turn.practice).days_later(turn.now, days))


# --- until a day


def ask_day(turn: Turn) -> None:
    _ask_day(turn, _("Until which day? Write it as you'd say it, like «20 December»."))


def _ask_day(turn: Turn, text: str) -> None:
    turn.ask(text, [button(_("Leave it"), "pause:leave")], then="pause:day")


def day_typed(turn: Turn, text: str) -> None:
    """Said back in words; it counts once that is confirmed."""
    moment = _reader(turn).moment(text)
    if moment is None:
        return _ask_day(turn, _("I didn't understand that day. Write it like «20 December»."))
    if moment.at <= turn.now:
        return _ask_day(turn, _("That day is over, or it's today. Which day shall it be?"))
    if moment.at > turn.now + LONGEST:
        return _ask_day(
            turn,
            _("That is more than half a year away. Write a nearer day, or STOP to stop me."),
        )
    day = turn.words.day(moment.at)
    turn.say(
        _("Nothing comes by itself before {day}. From that day on I write again.").format(day=day),
        [
            button(
                _("Yes, pause"), "pause:until", int(moment.at.timestamp()) // _MINUTE, also=("yes",)
            ),
            button(_("Another day"), "pause:ask_day"),
            button(_("Leave it"), "pause:leave", also=("no",)),
        ],
    )


def _reader(turn: Turn) -> Reader:
    zone, month_first = turn.person.clocks(turn.practice).zone, turn.practice.month_first
    return Reader(turn.now, zone, month_first, turn.person.language)


def until(turn: Turn, minute: int) -> None:
    at = datetime.fromtimestamp(minute * _MINUTE, UTC)
    if turn.now < at <= turn.now + LONGEST:
        return _be_quiet(turn, at)
    _ask_day(turn, _("That day is over, or it's today. Which day shall it be?"))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


def _be_quiet(turn: Turn, until: datetime) -> None:
    turn.person.paused_until = until
    outbox.withdraw_from(turn.db, turn.person.id, turn.now)
    turn.note("pause", turn.person)
    if has_open_case(turn):
        text = _(
            "I'll be quiet until {day}. Only answers to what you told me under «Something isn't "
            "right» still come. What you write or tap still works."
        )
    else:
        text = _("I'll be quiet until {day}. What you write or tap still works.")
    turn.say(
        "\n".join(filter(None, [text.format(day=turn.words.day(until)), not_sent(turn)])),
        [button(_("Start again"), "privacy:resume")],
    )


def has_open_case(turn: Turn) -> bool:
    """Whether answers still come to something that they told: they asked for those."""
    return any(case.is_open for case in cases.of_client(turn.db, turn.person.id, turn.now))


def not_sent(turn: Turn) -> str:
    """Whoever leaves in the middle of a concern must not believe that somebody has it."""
    if case_entries.unsent_case(turn.db, turn.person.id) is None:
        return ""
    return _("What you began under «Something isn't right» isn't sent. Nobody has read it.")


CONVERSATION = Conversation(
    name="pause",
    taps={"ask_day": ask_day, "until": until, "leave": leave},
    steps={"day": day_typed},
    needs=Action.CHANGE_SETTINGS,
)
