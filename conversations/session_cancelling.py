"""I can't come: the practice's rule before it counts, a note if something happened, undone for 3 minutes."""

from bot.buttons import button
from bot.records import bookings, therapy_sessions, time_requests
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.session_answers import (
    CANCELLED,
    COMING,
    WISH,
    SessionNews,
    answers_to,
    can_take_back,
    keep_answer,
    nobody_told,
    own_session,
    standing_session,
    take_back,
    tell_of_session,
)


def cant_come(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is None:
        return
    rule = turn.practice.late_cancellation
    is_late = rule is not None and row.starts_at - turn.now < rule.notice
    text = _("OK.")
    if rule is not None and is_late:
        text = _("OK. It's less than {notice} away, and the practice says: «{rule}»").format(
            notice=turn.words.lead(rule.notice), rule=rule.words
        )
    when = turn.words.day_and_time(row.starts_at)
    late = [button(_("Cancel it, something happened"), "sessions:something_happened", row.id)]
    turn.say(
        text + "\n\n" + _("It's not cancelled yet: {when}. What shall I do?").format(when=when),
        [
            button(_("Cancel it"), "sessions:cancel", row.id),
            *(late if is_late else []),
            button(_("Find another time"), "other_time:ask", row.id),
            button(_("Keep it"), "sessions:keep", row.id),
        ],
        topic=row.topic,
    )


def keep(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is not None:
        when = turn.words.day_and_time(row.starts_at)
        turn.say(_("It stays: {when}.").format(when=when), keyboard=keyboard_for(turn))


def something_happened(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is None:
        return
    turn.ask(
        _("A few words are enough, or skip it. {name} reads them.").format(
            name=office_of(turn).name
        ),
        [button(_("Skip"), "sessions:cancel", row.id)],
        then="sessions:note",
        session_id=row.id,
    )


def note_received(turn: Turn, text: str, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is not None:
        row.note = text
        _cancel(turn, row)


def cancel(turn: Turn, session_id: int) -> None:
    row = standing_session(turn, session_id)
    if row is not None:
        _cancel(turn, row)


def _cancel(turn: Turn, row: TherapySession) -> None:
    take_back(turn, row, COMING)
    row.state, row.cancelled_at = SessionState.CANCELLED, turn.now
    row.remind_at = row.brief_at = row.check_in_at = row.ask_attendance_at = None
    bookings.is_known(row)
    keep_answer(turn, row, Answer.NONE)
    bookings.withdraw(turn.db, row, turn.now)
    lines = _cancelled_lines(turn, row, *_tell_of_cancellation(turn, row))
    undo_it = button(_("Undo"), "sessions:undo", row.id, CANCELLED)
    if time_requests.open_of_session(turn.db, row.id) is not None:
        still = _("You have asked for another time. That stays asked; nothing is booked yet.")
        turn.say("\n\n".join([*lines, still]), [undo_it])
        return
    turn.say(
        "\n\n".join([*lines, _("Would you like another time?")]),
        [
            button(_("Yes, find one"), "other_time:ask", row.id, also=("yes",)),
            button(_("No, that's all"), "sessions:all_done", also=("no",)),
            undo_it,
        ],
    )


def _tell_of_cancellation(turn: Turn, row: TherapySession) -> tuple[list[Person], list[Person]]:
    """The office reads the client's note, the psychologist only that they aren't coming.

    Gives who will be told: (of the office, others).
    """
    office = office_of(turn, row.psychologist_id)
    bare = SessionNews(CANCELLED, lambda: _("{client} isn't coming: {when}."))
    with_note = SessionNews(
        CANCELLED,
        lambda: _("{client} isn't coming: {when}.\nTheir note: «{note}»"),
        words={"note": row.note or ""},
    )
    managers = tell_of_session(turn, row, office.managers, with_note if row.note else bare)
    return managers, tell_of_session(turn, row, office.others, bare)


def _cancelled_lines(
    turn: Turn, row: TherapySession, managers: list[Person], others: list[Person]
) -> list[str]:
    lines = [_("Cancelled: {when}.").format(when=turn.words.day_and_time(row.starts_at))]
    names = [called(each.name) for each in (*managers, *others)]
    if names:
        sentence = _("{names} will be told in 3 minutes; until then you can undo it.")
        lines[0] += " " + sentence.format(names=_(" and ").join(names))
    else:
        lines[0] += " " + nobody_told(turn)
    if row.note:
        readers = _(" and ").join(called(each.name) for each in managers)
        sentence = _("Your note goes to {names}.") if readers else _("Nobody gets your note here.")
        lines.append(sentence.format(names=readers))
    after = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if after:
        when = turn.words.day_and_time(after[0].starts_at)
        lines.append(_("Your next one is {when}.").format(when=when))
    return lines


def all_done(turn: Turn) -> None:
    turn.say(_("All right."), keyboard=keyboard_for(turn))


# --- taking it back


def undo(turn: Turn, session_id: int, kind: str) -> None:
    """Within three minutes nobody has been told, and all is as it was."""
    row = own_session(turn, session_id)
    if row is None:
        return
    when = turn.words.day_and_time(row.starts_at)
    stands_to_undo = {
        COMING: row.state is SessionState.BOOKED and row.answer is Answer.COMING,
        CANCELLED: row.state is SessionState.CANCELLED,
    }
    if not stands_to_undo.get(kind, False):
        turn.say(_("There is nothing to take back. «My times» shows what is booked."))
        return
    if row.starts_at <= turn.now or not can_take_back(turn, row, kind):
        return _too_late_to_undo(turn, row, kind)
    for each in (COMING, CANCELLED, WISH):
        take_back(turn, row, each)
    row.state = SessionState.BOOKED
    row.cancelled_at = row.note = row.wish = None
    bookings.is_known(row)
    bookings.plan_again(turn.db, row, turn.practice, turn.now)
    turn.note("undo", row)
    turn.say(
        _("Taken back, and nobody hears of it. {when} is booked.").format(when=when),
        answers_to(row),
        topic=row.topic,
    )


def _too_late_to_undo(turn: Turn, row: TherapySession, kind: str) -> None:
    if kind == COMING:
        text = _("The practice has been told that you're coming. If you can't, tap below.")
        turn.say(text, answers_to(row), topic=row.topic)
        return
    turn.say(
        _("The practice has been told, and the time may be gone. Shall I ask {name}?").format(
            name=office_of(turn).name
        ),
        [
            button(_("Yes, ask"), "other_time:ask_back", row.id, also=("yes",)),
            button(_("No, that's all"), "sessions:all_done", also=("no",)),
        ],
    )
