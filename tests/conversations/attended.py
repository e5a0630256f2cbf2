"""Anna's session with Dr Okafor, which has just ended."""

from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import WITH_QUESTIONS, Cast

ELEVEN = melbourne("2026-11-30 11:00")
ENDS = melbourne("2026-11-30 11:50")
QUESTION = "Anna B., 11:00 am: did it take place? No answer counts as yes."
OFFER = "In 3 minutes Anna is offered another time, if nothing speaks against it."
KIND = (
    "About Monday 30 November, 11:00 am.\n\n"
    "I hear that you didn't meet then. That can happen. You don't need to explain it here.\n"
    "If that's wrong, please phone Riverside (03 9000 0000).\n\n"
    "Would you like another time?"
)
FOUR_QUESTIONS = "Four short questions about today."


def let_it_end(cast: Cast) -> Cast:
    """Anna said yes to questions, came at eleven, and it is ten to twelve."""
    cast.welcome(cast.anna, wish=WITH_QUESTIONS)
    cast.welcome(cast.ben)
    cast.session_id = cast.practice.book(cast.anna_row, ELEVEN)
    cast.practice.wait_until(ENDS)
    return cast


def row_of(cast: Cast) -> TherapySession:
    with cast.practice.look() as db:
        row = db.get(TherapySession, cast.session_id)
        assert row is not None
        return row
