"""Offering times to talk: a line to go with them, days and times to tap or write, then send."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case
from bot.texts import _
from bot.turn import Turn
from conversations.case_names import first_name
from conversations.menu import keyboard_for
from conversations.staff.case_answers import own_taken, own_unsent, show_before_sending
from conversations.staff.written_times import cannot_be, read_times

DAYS_OFFERED = 6
EVERY = timedelta(minutes=30)
MOST_TIMES = 5


def offer(turn: Turn, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, client = found
    turn.ask(
        _(
            "Write a line to go with it. {client} sees it with your name. Then I'll ask for times."
        ).format(client=first_name(client, case, begins=True)),
        [button(_("Don't write"), "case_answers:leave_it", case.id)],
        then="case_times:line",
        topic=case.topic,
        case_id=case.id,
    )


def line(turn: Turn, text: str, case_id: int) -> None:
    found = own_taken(turn, case_id)
    if found is None:
        return
    case, _client = found
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.TIMES, text=text, now=turn.now
    )
    _show_days(turn, case, entry)


def days(turn: Turn, case_id: int, entry_id: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is not None:
        _show_days(turn, *found)


def _show_days(turn: Turn, case: Case, entry: CaseEntry) -> None:
    """The next days on which the practice is open and something is left of them."""
    open_days = _days_offered(turn)
    _ask_times(
        turn,
        case,
        entry,
        _("Which day? Or write the times: today 4, tomorrow 9.30 and 12.30")
        if open_days
        else _("Which times? For example: today 4, tomorrow 9.30 and 12.30"),
        [
            button(
                turn.words.day(_times_of(turn, day)[0]),
                "case_times:day",
                case.id,
                entry.id,
                day.toordinal(),
            )
            for day in open_days
        ],
    )


def _ask_times(
    turn: Turn, case: Case, entry: CaseEntry, text: str, buttons: Sequence[Button] = ()
) -> None:
    """Ask with buttons, or for times in the writer's own way."""
    turn.ask(text, buttons, then="case_times:times", case_id=case.id, entry_id=entry.id)


def times_received(turn: Turn, text: str, case_id: int, entry_id: int) -> None:
    """Times as they were written; one that can't be is said, and nothing of it is kept."""
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    instants = read_times(turn, text)
    wrong = cannot_be(turn, instants)
    if not instants:
        wrong = _("I don't understand that as days and times.")
    if wrong is not None:
        question = _("Which times? For example: today 4, tomorrow 9.30 and 12.30")
        return _ask_times(turn, *found, f"{wrong}\n\n{question}")
    _add(turn, *found, instants, is_typed=True)


def _days_offered(turn: Turn) -> list[date]:
    """Today, and days from the next one on which somebody is there: a closure may be long."""
    today = turn.now.astimezone(turn.practice.zone).date()
    tomorrow = today + timedelta(days=1)
    first = turn.practice.hours.next_open_day(tomorrow) or tomorrow
    later = (first + timedelta(days=offset) for offset in range(3 * DAYS_OFFERED - 1))
    return [day for day in (today, *later) if _times_of(turn, day)][:DAYS_OFFERED]


def _times_of(turn: Turn, day: date) -> list[datetime]:
    """The half hours of a day in practice hours that are still to come."""
    found = []
    for opens, closes in turn.practice.hours.spans_of(day):
        instant = opens
        while instant < closes:
            if instant > turn.now:
                found.append(instant)
            instant += EVERY
    return found


def day(turn: Turn, case_id: int, entry_id: int, ordinal: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    chosen = next((each for each in _days_offered(turn) if each.toordinal() == ordinal), None)
    if chosen is None:
        return _show_days(turn, case, entry)
    instants = _times_of(turn, chosen)
    _ask_times(
        turn,
        case,
        entry,
        turn.words.day(instants[0]) + ".",
        [
            button(
                turn.words.time(instant),
                "case_times:time",
                case.id,
                entry.id,
                int(instant.timestamp()),
            )
            for instant in instants
        ],
    )


def time(turn: Turn, case_id: int, entry_id: int, seconds: int) -> None:
    found = own_unsent(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    offered = (instant for each in _days_offered(turn) for instant in _times_of(turn, each))
    chosen = next((each for each in offered if int(each.timestamp()) == seconds), None)
    if chosen is None:
        return _show_days(turn, case, entry)
    _add(turn, case, entry, [chosen])


def _add(
    turn: Turn, case: Case, entry: CaseEntry, more: Sequence[datetime], *, is_typed: bool = False
) -> None:
    """To what is offered already; then it is shown as it goes out."""
    instants = {*map(datetime.fromisoformat, entry.times), *more}
    if len(instants) > MOST_TIMES:
        turn.say(
            _("{count} times are enough to choose from.").format(count=MOST_TIMES),
            keyboard=keyboard_for(turn),
        )
    else:
        entry.times = [instant.isoformat() for instant in sorted(instants)]
    if entry.times and is_typed:  # what is tapped is behind the code already
        turn.next_tap = button("", "case_answers:show", case.id, entry.id).data
        return
    if entry.times:
        return show_before_sending(turn, case, entry)
    _show_days(turn, case, entry)


CONVERSATION = Conversation(
    name="case_times",
    taps={"offer": offer, "days": days, "day": day, "time": time},
    steps={"line": line, "times": times_received},
    needs=Action.READ_CASE,
    behind_code=frozenset({"offer", "days", "day", "time"}),
)
