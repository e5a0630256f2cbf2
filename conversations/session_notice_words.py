"""The words of a notice: what a client reads of changed times, and what managers are asked to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.buttons import Button, button
from bot.records import therapy_sessions
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import listed
from bot.rules.session_changes import Change
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.calendar_files import add_all, add_one
from conversations.session_answers import answers_to

_LINES = 4  # of a list
Rows = Mapping[int, TherapySession]


@dataclass(frozen=True)
class Said:
    """What is told, and what it is filed under."""

    text: str
    buttons: Sequence[Button]
    topic: str


def for_client(turn: Turn, rows: Rows, changes: Sequence[Change]) -> Said:
    """One change in full, several as a list. Where others see the telephone, days and times alone."""
    is_own = turn.person.telephone is Telephone.OWN
    if len(changes) > 1:
        topic = turn.person.notices_topic
        return Said(_list(turn, changes), _answers_to_list(turn, changes), topic)
    (change,) = changes
    row = rows[change.session_id]
    if change.stands is None:
        return Said(*_cancelled(turn, change, is_own=is_own), row.notice_topic)
    text = _line(turn.words, change)
    if not is_own:
        return Said(text, [], row.notice_topic)
    first_line = " ".join(filter(None, [text, row.place]))
    whole = "\n".join(filter(None, [first_line, row.link]))
    return Said(whole, [*answers_to(row), *add_one(turn.person, row)], row.notice_topic)


def _cancelled(turn: Turn, change: Change, *, is_own: bool) -> tuple[str, Sequence[Button]]:
    if not is_own:
        return _line(turn.words, change), []
    assert change.known is not None, "what was never known isn't cancelled"
    when = turn.words.day_and_time(change.known)
    lines = [_("Cancelled: {when}. I'm sorry, it can't be then.").format(when=when)]
    after = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if after:
        following = turn.words.day_and_time(after[0].starts_at)
        lines.append(_("Your next one is {when}.").format(when=following))
    phone = _("To find another time, tap below or phone {practice}.")
    lines.append(phone.format(practice=turn.practice.name_and_phone))
    return "\n\n".join(lines), [button(_("Another time"), "other_time:ask", change.session_id)]


def _line(words: TimeWords, change: Change, *, in_new_times: bool = False) -> str:
    """One change as a sentence of its own, or as one of the new times that stand under that name."""
    before = words.day_and_time(change.known) if change.known else ""
    when = words.day_and_time(change.stands) if change.stands else ""
    if change.stands is None:
        return _("Cancelled: {when}.").format(when=before)
    if in_new_times:
        return f"{when}."
    if change.known is None:
        return _("New time: {when}.").format(when=when)
    return _("Moved: {before} is now {when}.").format(before=before, when=when)


def _list(turn: Turn, changes: Sequence[Change]) -> str:
    shown = changes if len(changes) <= _LINES else changes[: _LINES - 1]
    all_new = all(each.known is None for each in changes)
    lines = [f"- {_line(turn.words, each, in_new_times=all_new)}" for each in shown]
    more = len(changes) - len(shown)
    if more:
        sentence = _("And {count} more. «My times» shows what is booked.")
        lines.append(sentence.format(count=more))
    first_line = _("New times:") if all_new else _("Your times have changed:")
    return "\n".join([first_line, *lines])


def _answers_to_list(turn: Turn, changes: Sequence[Change]) -> Sequence[Button]:
    return add_all(turn.person) if any(each.stands is not None for each in changes) else []


def for_managers(words: TimeWords, client: Person, changes: Sequence[Change]) -> str:
    name = listed(client.name)
    if len(changes) > 1:
        lines = [f"- {_line(words, each)}" for each in changes]
        first = _("Please phone {client} about their times. I can't write there.")
        return "\n".join([first.format(client=name), *lines])
    (change,) = changes
    if change.stands is None:
        text = _("Please phone {client}: {before} is cancelled. I can't write there.")
    elif change.known is None:
        text = _("Please phone {client}: {when} is a new time. I can't write there.")
    else:
        text = _("Please phone {client}: {before} is now {when}. I can't write there.")
    return text.format(
        client=name,
        before=words.day_and_time(change.known) if change.known else "",
        when=words.day_and_time(change.stands) if change.stands else "",
    )
