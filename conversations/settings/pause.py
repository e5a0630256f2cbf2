"""A break from messages: for some days, or until a day that is typed."""

from datetime import UTC, datetime, timedelta

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
    clocks = turn.person.clocks(turn.practice)
    month_first = turn.practice.month_first
    reader = Reader(turn.now, clocks.zone, month_first, turn.person.language)
    moment = reader.moment(text)
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
