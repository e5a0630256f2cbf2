"""How often homework is asked about: shown, and changed by the client at any time."""

from datetime import datetime

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.homework import Homework
from bot.rules.due import UNDO_DELAY
from bot.rules.homework import Rhythm
from bot.rules.rhythm import is_same_day, tomorrow_begins
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import own_homework, stop_button
from conversations.homework_times import bind, end_of, in_rhythm, next_at, note_rules, possible_at
from conversations.menu import keyboard_for
from conversations.rhythm_words import choices, comes_next, suggested


def ask(turn: Turn, homework_id: int) -> None:
    row = own_homework(turn, homework_id)
    if row is None:
        return
    so_far = comes_next(turn, row) or _("So far I won't ask about it again.")
    turn.say(
        " ".join(filter(None, [so_far, suggested(turn, row), _("How often shall I ask?")])),
        [*choices(turn, row), button(_("Another hour"), "note_hour:ask")],
        topic=row.topic,
    )


def choose(turn: Turn, homework_id: int, which: str) -> None:
    """What is said is what is planned; where the rhythm has no day left, nothing changes."""
    if which not in {each.value for each in Rhythm}:
        return
    row = own_homework(turn, homework_id)
    if row is None:
        return
    chosen = Rhythm(which)
    if chosen is Rhythm.ONCE:
        return _once(turn, row)
    before, planned = row.rhythm, row.remind_at
    row.rhythm, row.is_wished = chosen, False
    bind(turn, row)
    stays = before is chosen or (chosen is Rhythm.WEEKLY and row.asked_at is None)
    row.remind_at = _first(turn, row, next_at(turn, row) if stays else None)
    if row.remind_at is None:
        row.rhythm, row.remind_at = before, planned
        turn.say(
            _("It ends before I could ask again, so nothing changes."), keyboard=keyboard_for(turn)
        )
        return
    row.asks_left = 0
    turn.note(f"rhythm {chosen.value}", row)
    turn.say(_("Good.") + " " + comes_next(turn, row), [stop_button(row)], topic=row.topic)


def _first(turn: Turn, row: Homework, planned: datetime | None) -> datetime | None:
    """The first instant of the rhythm that was chosen; today's, if its hour is still to come.

    What was planned stays if the rhythm is the same. So does a weekly one's first, if nothing was
    asked yet: the day was chosen for it.
    """
    soonest = turn.now + UNDO_DELAY
    if planned is not None and planned >= soonest:
        return planned
    at = in_rhythm(turn, row, row.rhythm, soonest)
    return possible_at(turn, row, at)


def _once(turn: Turn, row: Homework) -> None:
    """Before they meet, or as it is planned; what was asked already today isn't asked again."""
    row.proposed_rhythm = None  # they chose otherwise, so it isn't suggested any more
    if row.is_repeated:
        planned, rules = row.remind_at, note_rules(turn)
        row.rhythm, row.is_wished = Rhythm.ONCE, False
        if end_of(turn, row) is not None:
            was_today = row.asked_at is not None and is_same_day(row.asked_at, turn.now, rules)
            since = tomorrow_begins(turn.now, rules) if was_today else turn.now
            planned = in_rhythm(turn, row, Rhythm.ONCE, since)
        row.remind_at = possible_at(turn, row, planned)
        turn.note("rhythm once", row)
    at = next_at(turn, row)
    if at is None:
        text = _("All right, just this once. I won't ask about it again.")
        turn.say(text, keyboard=keyboard_for(turn))
        return
    text = _("All right, just once. I'll ask about it {when}.")
    when = turn.words.within(at, turn.now)
    turn.say(text.format(when=when), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(name="homework_rhythm", taps={"ask": ask, "choose": choose})
