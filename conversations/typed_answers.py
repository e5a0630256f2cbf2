"""«I can't make it» typed while no question was open: which time is meant is asked, never guessed."""

from bot.buttons import Button, button
from bot.records import therapy_sessions
from bot.records.therapy_sessions import Answer, TherapySession
from bot.rules.triage.answer_words import Said, answer_in
from bot.texts import _
from bot.turn import Turn
from conversations.session_answers import answers_to
from conversations.sessions import SHOWN_AT_ONCE, coming

_TAPS = {
    Said.COMING: "sessions:coming",
    Said.CANT_COME: "sessions:cant_come",
    Said.OTHER_TIME: "other_time:ask",
}


def offers(turn: Turn) -> bool:
    """Offer the answers to the time that may be meant; False if the words are none or no time is."""
    assert turn.incoming is not None, "only updates have words"
    said = answer_in(turn.incoming.text)
    upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if said is None or not upcoming:
        return False
    if len(upcoming) > 1:
        turn.say(
            _("Which time do you mean? Nothing is changed yet."),
            [_choice(turn, said, row) for row in upcoming[:SHOWN_AT_ONCE]],
        )
        return True
    [row] = upcoming
    if said is Said.COMING and row.answer is Answer.COMING:
        coming(turn, row.id)
        return True
    turn.say(
        _("Do you mean {when}? Nothing is changed yet.").format(
            when=turn.words.day_and_time(row.starts_at)
        ),
        answers_to(row),
        topic=row.topic,
    )
    return True


def _choice(turn: Turn, said: Said, row: TherapySession) -> Button:
    return button(turn.words.day_and_time(row.starts_at), _TAPS[said], row.id)
