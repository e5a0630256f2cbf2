"""A psychologist proposes another rhythm than once, and an end. The client decides."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.buttons import Button, button
from bot.records import people, therapy_sessions
from bot.records.homework import Homework
from bot.records.people import Person
from bot.rules.homework import NoteRules, Rhythm
from bot.rules.homework_ends import EndFault, end_of_day, fault_of_end, last_day
from bot.rules.typed_dates import Reader
from bot.texts import _
from bot.turn import Turn
from conversations.staff.assignment_preview import show_it
from conversations.staff.assignment_times import chosen_instant, minute_of
from conversations.staff.assignment_why import own_draft
from conversations.staff.proposed_rhythm import rhythm_label

_MINUTE = 60
_WEEKS = (2, 4)  # offered where no session says until when


def ask_rhythm(turn: Turn, homework_id: int, minute: int) -> None:
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is None or at is None:
        return
    chosen = people.get(turn.db, row.client_id)
    turn.say(
        _(
            "The first reminder is on {when}. How often may it come? "
            "You suggest it, and {name} decides."
        ).format(when=turn.words_for(chosen).day_and_time(at), name=chosen.is_called),
        [
            button(
                rhythm_label(each), "assignments:every", row.id, minute, each.value,
                also=(each.value,),
            )
            for each in Rhythm
        ],
    )  # fmt: skip


def every(turn: Turn, homework_id: int, minute: int, rhythm: str) -> None:
    if rhythm not in {each.value for each in Rhythm}:
        return
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is None or at is None:
        return
    row.proposed_rhythm, row.until_at = Rhythm(rhythm), None
    if row.proposed_rhythm is Rhythm.ONCE:
        row.proposed_rhythm = None
        return show_it(turn, row, at)
    ask_until(turn, row, at)


# --- until when


def ask_until(turn: Turn, row: Homework, at: datetime, first: str = "") -> None:
    chosen = people.get(turn.db, row.client_id)
    asks = _("Until when? Tap, or write the last day, like «18 Dec» or «in 3 weeks».")
    turn.ask(
        "\n\n".join(filter(None, [first, asks])),
        [
            *_ends(turn, row, chosen, at),
            button(rhythm_label(Rhythm.ONCE), "assignments:every", row.id, minute_of(at),
                   Rhythm.ONCE.value),
        ],
        then="assignments:until",
        homework_id=row.id,
        minute=minute_of(at),
    )  # fmt: skip


def _ends(turn: Turn, row: Homework, chosen: Person, at: datetime) -> Sequence[Button]:
    """The next session; some weeks where none is booked, or where it is too soon."""
    words, minute = turn.words_for(chosen), minute_of(at)
    starts_at = next_session_at(turn, chosen, at)
    if starts_at is not None and _fault(turn, row, at, starts_at) is None:
        label = _("Until you meet: {day}").format(day=words.day(starts_at))
        return [button(label, "assignments:until_meeting", row.id, minute)]
    zone = chosen.clocks(turn.practice).zone
    ends = [(weeks, end_of_day(at + timedelta(weeks=weeks), zone)) for weeks in _WEEKS]
    return [
        button(
            _("For {weeks} weeks: until {day}").format(weeks=weeks, day=words.day(last_day(end))),
            "assignments:until", row.id, minute, minute_of(end),
        )
        for weeks, end in ends
        if _fault(turn, row, at, end) is None
    ]  # fmt: skip


def next_session_at(turn: Turn, chosen: Person, at: datetime) -> datetime | None:
    upcoming = therapy_sessions.upcoming(turn.db, chosen, at)
    return upcoming[0].starts_at if upcoming else None


def until_meeting(turn: Turn, homework_id: int, minute: int) -> None:
    row, at = _of_rhythm(turn, homework_id, minute)
    if row is None or at is None:
        return
    starts_at = next_session_at(turn, people.get(turn.db, row.client_id), at)
    if starts_at is None:
        return ask_until(turn, row, at, _("No session is booked after that any more."))
    row.until_at = None
    _show_unless_faulty(turn, row, at, starts_at)


def until(turn: Turn, homework_id: int, minute: int, end_minute: int) -> None:
    row, at = _of_rhythm(turn, homework_id, minute)
    if row is not None and at is not None:
        row.until_at = datetime.fromtimestamp(end_minute * _MINUTE, UTC)
        _show_unless_faulty(turn, row, at, row.until_at)


def until_received(turn: Turn, text: str, homework_id: int, minute: int) -> None:
    """A day that was typed, by the client's clocks; it counts as the last."""
    row, at = _of_rhythm(turn, homework_id, minute)
    if row is None or at is None:
        return
    client = people.get(turn.db, row.client_id)
    zone = client.clocks(turn.practice).zone
    reader = Reader(turn.now, zone, turn.practice.month_first, turn.person.language)
    read = reader.moment(text)
    if read is None:
        return ask_until(turn, row, at, _("I don't find a day in that."))
    row.until_at = end_of_day(read.at, zone)
    _show_unless_faulty(turn, row, at, row.until_at)


def _of_rhythm(
    turn: Turn, homework_id: int, minute: int
) -> tuple[Homework, datetime] | tuple[None, None]:
    """What is being set, with a rhythm to which an end belongs; otherwise says what is missing."""
    row = own_draft(turn, homework_id)
    at = chosen_instant(turn, row, minute) if row is not None else None
    if row is None or at is None:
        return None, None
    if row.proposed_rhythm is None:
        ask_rhythm(turn, homework_id, minute)
        return None, None
    return row, at


def _show_unless_faulty(turn: Turn, row: Homework, at: datetime, end: datetime) -> None:
    fault = _fault(turn, row, at, end)
    if fault is None:
        return show_it(turn, row, at)
    row.until_at = None
    ask_until(turn, row, at, _fault_words(turn, row, at, end, fault))


# --- what can't be meant


def _fault(turn: Turn, row: Homework, at: datetime, end: datetime) -> EndFault | None:
    assert row.proposed_rhythm is not None, "an end belongs to a rhythm"
    client = people.get(turn.db, row.client_id)
    rules = NoteRules.of(client.clocks(turn.practice), client.note_hour)
    return fault_of_end(end, at, row.proposed_rhythm, rules, turn.now)


def _fault_words(turn: Turn, row: Homework, at: datetime, end: datetime, fault: EndFault) -> str:
    words = turn.words_for(people.get(turn.db, row.client_id))
    pattern = {
        EndFault.OVER: _("{day} is over."),
        EndFault.BEFORE_FIRST: _("{day} is before the first reminder, on {first}."),
        EndFault.ONLY_ONE: _("By {day} there is only one reminder, on {first}."),
        EndFault.TOO_FAR: _("{day} is more than a year away."),
    }[fault]
    return pattern.format(day=words.far_day(last_day(end), turn.now), first=words.day_and_time(at))


def has_fitting_end(turn: Turn, row: Homework, at: datetime) -> bool:
    """Whether what is proposed still goes with this first reminder; asks until when if it doesn't."""
    if row.proposed_rhythm is None:
        return True
    client = people.get(turn.db, row.client_id)
    end = row.until_at or next_session_at(turn, client, at)
    fault = _fault(turn, row, at, end) if end is not None else None
    if end is not None and fault is None:
        return True
    said = "" if end is None or fault is None else _fault_words(turn, row, at, end, fault)
    row.until_at = None
    ask_until(turn, row, at, said)
    return False
