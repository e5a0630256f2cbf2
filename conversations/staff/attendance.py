"""After a session: did it take place? One tap; untapped it counts as «came»."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import attendances, check_ins, consents, dialogue, homework, outbox, people
from bot.records.access import Action
from bot.records.check_ins import UNSETTLED, CheckInState
from bot.records.consents import Purpose
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import Attendance, SessionState, TherapySession
from bot.rules.due import UNDO_DELAY
from bot.rules.names import listed
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations import missed
from conversations.lateness import expire
from conversations.menu import keyboard_for

ASKED_WITHIN = timedelta(days=1)  # after an outage: who came last week is in the practice's records
_BUTTONS = 20


# --- asking


def due(turn: Turn, row: TherapySession) -> None:
    """The session is over: ask. Or what was said can't be taken back any more: it takes effect."""
    match row.attendance:
        case Attendance.UNTOLD:
            _ask_psychologist(turn, row)
        case Attendance.MISSED:
            missed.offer_another_time(turn, row)
        case Attendance.CAME | Attendance.MOVED:
            pass  # nobody is told


def _ask_psychologist(turn: Turn, row: TherapySession) -> None:
    """Without a sound, once. Each session has its own message, with its own buttons."""
    psychologist = people.get(turn.db, row.psychologist_id)
    if row.state is not SessionState.BOOKED or psychologist.left_at is not None:
        return
    if turn.now - row.ends_at > ASKED_WITHIN:  # late, after an outage
        return expire(turn, f"{row.topic}:attendance")
    with turn.speaking_to(psychologist) as words:
        draft = turn.alert(silent=True, topic=row.topic)
        turn.tell(psychologist, _question(turn, row, words), _answers(row), draft=draft)


def _question(turn: Turn, row: TherapySession, words: TimeWords) -> str:
    return _("{client}, {when}: did it take place? No answer counts as yes.").format(
        client=_client_of(turn, row), when=_when(row, words, turn.now)
    )


def _answers(row: TherapySession) -> list[Button]:
    return [
        button(_("Came"), "attendance:came", row.id, also=("yes",)),
        button(_("Missed"), "attendance:missed", row.id, also=("no-show", "no show")),
        button(_("Moved"), "attendance:moved", row.id),
    ]


def _client_of(turn: Turn, row: TherapySession) -> str:
    return listed(people.get(turn.db, row.client_id).name)


def _when(row: TherapySession, words: TimeWords, now: datetime) -> str:
    """The time alone on the same day."""
    is_of_today = words.days_until(row.starts_at, now) == 0
    return words.time(row.starts_at) if is_of_today else words.day_and_time(row.starts_at)


def untold(turn: Turn, rows: Sequence[TherapySession]) -> list[Button]:
    """Of these, the sessions of which it can be said now whether they took place."""
    found = [each for each in rows if _is_open(turn, each)]
    return [
        button(
            _("{client}, {when}").format(
                client=_client_of(turn, each), when=turn.words.time(each.starts_at)
            ),
            "attendance:ask",
            each.id,
        )
        for each in found[-_BUTTONS:]
    ]


def _is_open(turn: Turn, row: TherapySession) -> bool:
    is_booked = row.state is SessionState.BOOKED and row.starts_at <= turn.now
    return is_booked and row.attendance is Attendance.UNTOLD


def ask(turn: Turn, session_id: int) -> None:
    """Somebody asks to be asked: after they put the question away, or before the session's end."""
    row = _begun_session(turn, session_id)
    if row is None:
        return
    if row.attendance is not Attendance.UNTOLD:
        return _say_what_stands(turn, row)
    turn.say(_question(turn, row, turn.words), _answers(row), topic=row.topic)


def _begun_session(turn: Turn, session_id: int) -> TherapySession | None:
    """The session if it is theirs to tell of and has begun; otherwise says why not."""
    row = turn.reach(Action.TELL_ATTENDANCE, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time any more."), keyboard=keyboard_for(turn))
        return None
    when = turn.words.day_and_time(row.starts_at)
    if row.state is SessionState.CANCELLED:
        turn.say(_("{when} was cancelled. Nothing was changed.").format(when=when))
        return None
    if row.starts_at > turn.now:
        turn.say(_("{when} is still to come. Nothing was changed.").format(when=when))
        return None
    return row


# --- the answers


def came(turn: Turn, session_id: int) -> None:
    row = _begun_session(turn, session_id)
    if row is not None and _told(turn, row, Attendance.CAME):
        _say_noted(turn, row)


def moved(turn: Turn, session_id: int) -> None:
    row = _begun_session(turn, session_id)
    if row is not None and _told(turn, row, Attendance.MOVED):
        _say_noted(turn, row, _("The schedule keeps the old time until the office changes it."))


def did_not_come(turn: Turn, session_id: int) -> None:
    row = _begun_session(turn, session_id)
    if row is not None and _told(turn, row, Attendance.MISSED):
        _say_noted(turn, row, _what_client_hears(turn, row))


def _told(turn: Turn, row: TherapySession, said: Attendance) -> bool:
    """Keep it; False if something was said before, which is said back."""
    client = people.lock(turn.db, row.client_id)  # their check-in, and what they are told
    stands_from = turn.now + UNDO_DELAY
    if said is Attendance.MISSED:
        stands_from = missed.outside_their_quiet_hours(turn, client, stands_from)
    if not attendances.tell(turn.db, row, said, stands_from):
        _say_what_stands(turn, row)
        return False
    turn.note(f"attendance {said.value}", row)
    dialogue.close_prompts(turn.db, row.topic, turn.now)
    if not row.took_place:
        _put_check_in_away(turn, row)
        homework.look_again(turn.db, row, turn.now)
    return True


def _put_check_in_away(turn: Turn, row: TherapySession) -> None:
    """Nobody is asked how a session felt that didn't take place; an answer that was given stays."""
    check_in = check_ins.of_session(turn.db, row.id)
    if check_in is None or check_in.state not in UNSETTLED:
        return
    check_ins.put_away(check_in, CheckInState.LAPSED)
    outbox.withdraw(turn.db, check_in.topic, turn.now)
    dialogue.close_prompts(turn.db, check_in.topic, turn.now)


def _what_client_hears(turn: Turn, row: TherapySession) -> str:
    """What exactly a client chose, and whether an alert is open, is not for this screen."""
    client = people.get(turn.db, row.client_id)
    if not _gets_messages(turn, client) or turn.now > row.ends_at + missed.WORTH_A_WORD:
        return _("{name} isn't written to. Please get in touch yourself.").format(
            name=client.is_called
        )
    stands_from = row.ask_attendance_at or turn.now
    if stands_from - turn.now <= UNDO_DELAY:
        pattern = _("In 3 minutes {name} is offered another time, if nothing speaks against it.")
        return pattern.format(name=client.is_called)
    pattern = _("{name} is offered another time {when}, if nothing speaks against it.")
    when = turn.words.within(stands_from, turn.now)
    return pattern.format(name=client.is_called, when=when)


def _gets_messages(turn: Turn, client: Person) -> bool:
    agreed = consents.has(turn.db, client, Purpose.REMINDERS)
    return agreed and client.hears_unasked(turn.now) and client.telephone is Telephone.OWN


def _say_noted(turn: Turn, row: TherapySession, what_follows: str = "") -> None:
    noted = _("{client}, {when}: {said}.").format(
        client=_client_of(turn, row),
        when=_when(row, turn.words, turn.now),
        said=attended(row.attendance),
    )
    turn.say(" ".join(filter(None, [noted, what_follows])), _undo_button(row), topic=row.topic)


def _undo_button(row: TherapySession) -> list[Button]:
    if row.ask_attendance_at is None:
        return []
    return [button(_("Undo"), "attendance:undo", row.id, row.attendance.value)]


def _say_what_stands(turn: Turn, row: TherapySession) -> None:
    if row.attendance is Attendance.UNTOLD:  # taken back, or moved, in the same instant
        turn.say(_question(turn, row, turn.words), _answers(row), topic=row.topic)
        return
    text = _("{client}, {when}: that is noted as «{said}».").format(
        client=_client_of(turn, row),
        when=_when(row, turn.words, turn.now),
        said=attended(row.attendance),
    )
    turn.say(text, _undo_button(row), topic=row.topic)


def attended(attendance: Attendance) -> str:
    """How it stands in a list."""
    return {
        Attendance.UNTOLD: _("over"),
        Attendance.CAME: _("came"),
        Attendance.MISSED: _("missed"),
        Attendance.MOVED: _("moved"),
    }[attendance]


# --- taking it back


def undo(turn: Turn, session_id: int, said: str) -> None:
    """Until it stands nobody has heard of it, and all is as it was."""
    row = _begun_session(turn, session_id)
    if row is None:
        return
    if said != row.attendance.value or row.attendance is Attendance.UNTOLD:
        return _say_what_stands(turn, row)
    people.lock(turn.db, row.client_id)
    if not attendances.take_back(turn.db, row, row.attendance, _check_in_at(turn, row)):
        turn.say(_("It's too late to take that back. The office can correct its own records."))
        return
    turn.note("attendance taken back", row)
    taken_back = _("Taken back.")
    question = _question(turn, row, turn.words)
    turn.say(f"{taken_back} {question}", _answers(row), topic=row.topic)


def _check_in_at(turn: Turn, row: TherapySession) -> datetime | None:
    """When the client may be asked after all: once at most for each session."""
    was_asked = check_ins.of_session(turn.db, row.id) is not None
    return None if was_asked else row.ends_at + turn.practice.check_in_delay


CONVERSATION = Conversation(
    name="attendance",
    taps={"ask": ask, "came": came, "missed": did_not_come, "moved": moved, "undo": undo},
    timers={"ask": Timer(TherapySession.ask_attendance_at, due, TherapySession.client_id)},
    needs=Action.TELL_ATTENDANCE,
)
