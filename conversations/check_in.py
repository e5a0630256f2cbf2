"""A few short questions after a session, and what the answers suggest."""

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import check_ins, consents, therapy_sessions
from bot.records.check_ins import UNSETTLED, CheckIn, CheckInState
from bot.records.consents import Purpose
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import HIGHEST, LOWEST
from bot.rules.check_in_times import closes_at, is_asked_after
from bot.rules.measure import Unasked
from bot.texts import _
from bot.turn import Turn
from conversations.check_in_own import answerable, is_of_today, own
from conversations.check_in_result import (
    add_words,
    finish,
    no_words,
    nothing_for_now,
    tell_another,
    tell_psychologist,
    words_received,
)
from conversations.check_in_seen import keep, let_see, who_will_see
from conversations.check_in_words import number_meant, numbers_in_words, opening, question
from conversations.lateness import expire, sorry_if_late
from conversations.menu import keyboard_for
from conversations.relationship import plan_offer
from conversations.unasked import allowed_at

# --- asking


def ask_due(turn: Turn, session: TherapySession) -> None:
    """Ask about a session that took place, if that is agreed to, still useful, and not too much."""
    plan_offer(turn, session)
    if (
        not session.took_place
        or not consents.has(turn.db, turn.person, Purpose.CHECK_INS)
        or not is_asked_after(therapy_sessions.number_of(turn.db, session))
    ):
        return
    upcoming = therapy_sessions.next_after(turn.db, session.client_id, session.starts_at)
    closed_at = closes_at(session.ends_at + turn.practice.check_in_delay, upcoming)
    if turn.now >= closed_at:  # late, after an outage
        return expire(turn, f"{session.topic}:check_in")
    allowed = allowed_at(turn, Unasked.CHECK_IN, until=closed_at)
    if allowed is None:
        return
    if allowed > turn.now:
        session.check_in_at = allowed
        return
    for open_still in check_ins.unsettled_of(turn.db, session.client_id):
        check_ins.put_away(open_still, CheckInState.LAPSED)
    row = check_ins.ask(turn.db, session, turn.practice.questionnaire, turn.now)
    count = len(turn.practice.questionnaire.items)
    about = opening(count, is_of_today=is_of_today(turn, row))
    parts = [about, who_will_see(turn, row), sorry_if_late(turn)]
    turn.say(
        "\n\n".join(filter(None, parts)),
        [
            button(_("Start"), "check_in:start", row.id, also=("begin", "yes", "ok")),
            button(_("Not today"), "check_in:not_today", row.id, also=("no",)),
            button(_("Don't ask again"), "check_in:dont_ask", row.id),
        ],
        topic=row.topic,
        good_until=row.closes_at,
        is_unasked=True,
    )


def lapse_due(turn: Turn, row: CheckIn) -> None:
    """Close what was not answered, without a word."""
    if row.state not in UNSETTLED:
        return
    stale_at = check_ins.stale_at(turn.db, row)
    if stale_at > turn.now:  # the session that would have closed it was cancelled
        row.closes_at = stale_at
        return
    check_ins.put_away(row, CheckInState.LAPSED)


def not_today(turn: Turn, check_in_id: int) -> None:
    row = answerable(turn, check_in_id)
    if row is None:
        return
    check_ins.put_away(row, CheckInState.DECLINED)
    turn.note("check-in declined", row)
    turn.say(_("All right, not today. I won't ask about it again."), keyboard=keyboard_for(turn))


def dont_ask(turn: Turn, check_in_id: int) -> None:
    """Withdraws the consent, however old the button is."""
    row = own(turn, check_in_id)
    if row is None:
        return
    if row.state in UNSETTLED:
        check_ins.put_away(row, CheckInState.DECLINED)
    consents.withdraw(turn.db, turn.person, Purpose.CHECK_INS, turn.now)
    turn.note("questions off", turn.person)
    turn.say(
        _(
            "All right, I won't ask these questions any more. Nothing else changes.\n"
            "To turn them on again, tap «Settings», then «Short questions too»."
        ),
        keyboard=keyboard_for(turn),
    )


# --- one question after the other


def start(turn: Turn, check_in_id: int) -> None:
    row = answerable(turn, check_in_id)
    if row is not None:
        row.state = CheckInState.OPEN
        _show_question(turn, row)


def answer(turn: Turn, check_in_id: int, number: int, value: int) -> None:
    row = answerable(turn, check_in_id, is_perhaps_twice=True)
    if row is None or not LOWEST <= value <= HIGHEST:
        return
    _keep(turn, row, number, value)


def skip(turn: Turn, check_in_id: int, number: int) -> None:
    row = answerable(turn, check_in_id, is_perhaps_twice=True)
    if row is not None:
        _keep(turn, row, number, None)


def _keep(turn: Turn, row: CheckIn, number: int, value: int | None) -> None:
    """Keep the answer to question `number`. An older question's button corrects its answer; a
    later one's (after a step back) waits for its turn."""
    current = row.current
    assert current is not None, "who has answered all is through"
    names = list(row.answers_json)
    if not 1 <= number <= names.index(current) + 1:
        return _show_question(turn, row, _("First this one, please."))
    item, row.state = names[number - 1], CheckInState.OPEN
    if item in row.answers:
        is_new = row.answers[item] != value
        check_ins.answer(row, item, value)
        return _show_question(turn, row, _("I've changed that answer.") if is_new else "")
    check_ins.answer(row, item, value)
    if row.current is not None:
        return _show_question(turn, row)
    finish(turn, row)


def back(turn: Turn, check_in_id: int, number: int) -> None:
    """From question `number` to the one before. A second tap on the same button does nothing."""
    row = answerable(turn, check_in_id)
    if row is None:
        return
    current, names = row.current, list(row.answers_json)
    if current is not None and number > 1 and number == names.index(current) + 1:
        check_ins.step_back(row, names[number - 2])
    _show_question(turn, row)


def stop(turn: Turn, check_in_id: int) -> None:
    row = answerable(turn, check_in_id)
    if row is None:
        return
    check_ins.put_away(row, CheckInState.DECLINED)
    turn.note("check-in stopped", row)
    turn.say(
        _("Stopped. I've kept none of your answers to these questions."),
        keyboard=keyboard_for(turn),
    )


def typed(turn: Turn, text: str, check_in_id: int) -> None:
    """What is none of the buttons' words, or a number after something else was said in between."""
    row = answerable(turn, check_in_id)
    if row is None:
        return
    value, item = number_meant(text), row.current
    if value is not None and item is not None:
        return _keep(turn, row, list(row.answers_json).index(item) + 1, value)
    _show_question(
        turn,
        row,
        _(
            "Here I need one whole number from 0 to 10, or «Skip». I haven't passed on what you wrote."
        ),
    )


def _show_question(turn: Turn, row: CheckIn, first: str = "") -> None:
    item = row.current
    assert item is not None, "there is a question as long as the check-in is open"
    items = check_ins.questionnaire_of(turn.db, row)
    number = items.names.index(item) + 1
    turn.change(
        "\n\n".join(filter(None, [first, question(items, number)])),
        _question_buttons(row, number),
        then="check_in:typed",
        topic=row.topic,
        check_in_id=row.id,
    )


def _question_buttons(row: CheckIn, number: int) -> list[Button]:
    words = numbers_in_words()
    values = [
        button(
            str(value),
            "check_in:answer",
            row.id,
            number,
            value,
            also=(words[value], f"{value}/10", f"{value} of 10", f"{value} out of 10"),
        )
        for value in range(LOWEST, HIGHEST + 1)
    ]
    before = [button(_("Back"), "check_in:back", row.id, number)] if number > 1 else []
    return [
        *values,
        button(_("Skip"), "check_in:skip", row.id, number),
        *before,
        # «Stop», typed, stops all messages: the button needs other words.
        button(_("Stop here"), "check_in:stop", row.id),
    ]


CONVERSATION = Conversation(
    name="check_in",
    taps={
        "start": start,
        "not_today": not_today,
        "dont_ask": dont_ask,
        "answer": answer,
        "skip": skip,
        "back": back,
        "stop": stop,
        "tell_psychologist": tell_psychologist,
        "tell_another": tell_another,
        "nothing": nothing_for_now,
        "add_words": add_words,
        "no_words": no_words,
        "keep": keep,
        "let_see": let_see,
    },
    steps={"typed": typed, "words": words_received},
    timers={
        "ask": Timer(TherapySession.check_in_at, ask_due, TherapySession.client_id),
        "lapse": Timer(CheckIn.closes_at, lapse_due, CheckIn.client_id),
    },
)
