"""When homework is reminded of: what a psychologist may choose, and whether it will arrive."""

from datetime import UTC, datetime

from bot.buttons import Button, button
from bot.records import consents, homework, people, therapy_sessions
from bot.records.consents import Purpose
from bot.records.homework import Homework
from bot.records.people import Person, Telephone
from bot.rules.due import UNDO_DELAY
from bot.rules.homework import (
    EVENING,
    FURTHEST,
    Moment,
    NoteRules,
    proposals,
    reminder_as_sent,
)
from bot.rules.typed_dates import Reader
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.staff.proposed_rhythm import proposal_words

_MINUTE = 60


def no_reminder_reaches(turn: Turn, client: Person) -> str | None:
    """Why a reminder can't reach a client now, as their psychologist may know it; None if it can.

    What exactly the client chose (to stop, a shared telephone) is theirs to tell.
    """
    name = client.is_called
    if client.telegram_id is None or client.joined_at is None:
        return _("{name} isn't connected here yet, so no reminder comes before that.").format(
            name=name
        )
    is_away = client.stopped_at is not None or client.unreachable_at is not None
    agreed = consents.has(turn.db, client, Purpose.HOMEWORK)
    if is_away or not agreed or client.telephone is not Telephone.OWN:
        return _(
            "{name} gets no notes here now, so no reminder comes. Please say it yourself."
        ).format(name=name)
    return None


def ask_when(turn: Turn, row: Homework, first: str = "") -> None:
    """Ask when, with buttons; a day can be typed as well, and a file can be sent."""
    chosen = people.get(turn.db, row.client_id)
    rules = NoteRules.of(chosen.clocks(turn.practice), chosen.note_hour)
    upcoming = therapy_sessions.upcoming(turn.db, chosen, turn.now)
    offered = proposals(upcoming[0].starts_at if upcoming else None, rules, turn.now)
    if not offered:
        offered = proposals(None, rules, turn.now)
    words = turn.words_for(chosen)  # the client's clocks: it is their evening
    asks = _("When shall I remind {name}? Tap, or write it, like «Tue 6pm» or «in 3 days».").format(
        name=chosen.is_called
    )
    about_file = (
        _("The picture or file goes with it.")
        if row.file is not None
        else _("To have a picture or a file go with it, send it now.")
    )
    clocks = whose_clocks(turn, chosen)
    turn.ask(
        "\n\n".join(filter(None, [first, " ".join(filter(None, [asks, clocks])), about_file])),
        [
            *[
                button(_moment(each.moment, each.at, words), "assignments:when", row.id,
                       minute_of(each.at))
                for each in offered
            ],
            *_file_button(row),
            button(_("Don't set"), "assignments:leave"),
        ],
        then="assignments:time",
        homework_id=row.id,
    )  # fmt: skip


def _file_button(row: Homework) -> list[Button]:
    if row.file is None:
        return []
    return [button(_("Without the file"), "assignments:no_file", row.id)]


def minute_of(at: datetime) -> int:
    """An instant as a button carries it."""
    return int(at.timestamp()) // _MINUTE


def whose_clocks(turn: Turn, client: Person) -> str | None:
    """Where the client is, if the clocks there aren't the psychologist's."""
    theirs = turn.words_for(client)
    if theirs.zone_name() == turn.words.zone_name():
        return None
    return _("Times are {name}'s, by the clocks of {place}.").format(
        name=client.is_called, place=theirs.zone_name()
    )


def _moment(moment: Moment, at: datetime, words: TimeWords) -> str:
    is_evening = words.hour(at) >= EVENING
    pattern = {
        Moment.TWO_DAYS_BEFORE: _("2 days before you meet: {when}"),
        Moment.DAY_BEFORE: _("The evening before: {when}")
        if is_evening
        else _("The day before: {when}"),
        Moment.TOMORROW: _("Tomorrow evening: {when}") if is_evening else _("Tomorrow: {when}"),
        Moment.IN_THREE_DAYS: _("In 3 days: {when}"),
        Moment.IN_A_WEEK: _("In a week: {when}"),
    }[moment]
    return pattern.format(when=words.day_and_time(at))


def chosen_instant(turn: Turn, row: Homework, minute: int) -> datetime | None:
    """The instant that a button names; asks again for one that has passed meanwhile."""
    at = datetime.fromtimestamp(minute * _MINUTE, UTC)
    if turn.now + UNDO_DELAY <= at <= turn.now + FURTHEST:
        return at
    ask_when(turn, row)
    return None


def typed_instant(turn: Turn, row: Homework, text: str) -> datetime | None:
    """The instant that was typed, by the client's clocks; asks again if it can't be.

    A day alone means the client's hour for notes on it.
    """
    client = people.get(turn.db, row.client_id)
    rules = NoteRules.of(client.clocks(turn.practice), client.note_hour)
    reader = Reader(turn.now, rules.clocks.zone, turn.practice.month_first, turn.person.language)
    read = reader.moment(text)
    if read is None:
        ask_when(turn, row, _("I don't find a day or a time in that."))
        return None
    at = read.at if read.has_time else rules.days_from(read.at, 0)
    refusal = _refusal(turn, client, rules, at)
    if refusal:
        ask_when(turn, row, refusal)
        return None
    return at


def _refusal(turn: Turn, client: Person, rules: NoteRules, at: datetime) -> str:
    """Why nothing can come at that instant; empty if it can."""
    words = turn.words_for(client)
    when = words.day_and_time(at)
    if at < turn.now + UNDO_DELAY:
        return _("{when} is over, or in less than 3 minutes.").format(when=when)
    if at > turn.now + FURTHEST:
        return _("{when} is more than a year away.").format(when=when)
    span = rules.clocks.quiet_span(at)
    if span is None:
        return ""
    return _("{name} gets nothing between {begin} and {end}.").format(
        name=client.is_called, begin=words.time(span[0]), end=words.time(span[1])
    )


def say_set(turn: Turn, row: Homework, said: str) -> None:
    chosen = people.get(turn.db, row.client_id)
    lines = [no_reminder_reaches(turn, chosen)]
    if row.remind_at is not None and lines == [None]:
        when_said = turn.words_for(chosen).day_and_time(_as_sent(turn, row, row.remind_at))
        proposed = proposal_words(turn.words_for(chosen), row, turn.now)
        said_of_it = (
            _("{name} is reminded on {when}, and asked then whether «{rhythm}» suits.")
            if proposed
            else _("{name} is reminded on {when}.")
        )
        lines = [said_of_it.format(name=chosen.is_called, when=when_said, rhythm=proposed)]
    lines.append(_("You can take it back for 3 minutes."))
    turn.say(
        " ".join([said, *filter(None, lines)]),
        [button(_("Take it back"), "assignments:take_back", row.id)],
    )


def _as_sent(turn: Turn, row: Homework, at: datetime) -> datetime:
    chosen = people.get(turn.db, row.client_id)
    rules = NoteRules.of(chosen.clocks(turn.practice), chosen.note_hour)
    return reminder_as_sent(at, homework.useful_until(turn.db, row, turn.now), rules) or at
