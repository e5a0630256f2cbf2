"""What the answers to the four questions lead to, up to where «Something isn't right» begins."""

from datetime import timedelta

from sqlmodel import col, delete, select

from bot.records import check_ins
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.people import Role, RoleHeld
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN
from tests.script.play import Play, Scene, Start


def low(play: Play) -> None:
    """Two answers are low"""
    _answers(play, 4, 7, 9, 3)
    play.anna.taps("Add a few words")
    play.anna.types("she looked at the clock a lot")
    play.anna.taps("Nothing for now")
    play.anna.taps("Start", under="Four short questions")


def concern(play: Play) -> None:
    """The answers are low on the whole"""
    _answers(play, 4, 7, 6, 3)
    play.anna.taps("Tell Dr Okafor myself")
    play.anna.taps("Write to Dr Okafor here")


def tells_another(play: Play) -> None:
    """She tells somebody else"""
    with play.offstage():
        _answers(play, 4, 7, 6, 3)
    play.anna.taps("Tell somebody else at the practice")


def adds_her_answers(play: Play) -> None:
    """She lets Dr Okafor see her four answers as well"""
    with play.offstage():
        _answers(play, 4, 7, 6, 3)
        play.anna.taps("Tell Dr Okafor myself")
        play.anna.taps("Write to Dr Okafor here")
    play.anna.taps("I can't be open")
    play.anna.taps("Add my four answers")
    play.anna.taps("That's all")


def leaves_them_out(play: Play) -> None:
    """She adds them, and thinks better of it"""
    with play.offstage():
        _answers(play, 4, 7, 6, 3)
        for label in ("Tell Dr Okafor myself", "Write to Dr Okafor here", "I can't be open"):
            play.anna.taps(label)
        play.anna.taps("Add my four answers")
    play.anna.taps("Leave my answers out")


def twice(play: Play) -> None:
    """She taps the last answer twice"""
    check_in_id = _answers(play, 9, 9, 9, 9)
    play.anna.presses_data("taps it again", f"1:check_in:answer:{check_in_id}:4:9")


def lower_than_before(play: Play) -> None:
    """One answer is far below what it was"""
    _usually_answers(play, 9)
    _answers(play, 9, 9, 9, 4)
    _on_the_next_day(play)
    _answers(play, 9, 9, 9, 4)


def today(play: Play) -> None:
    """Other answers, and what is noticed about them"""
    for values in ((9, 4, 9, 9), (9, 9, 2, 9), (1, 2, 1, 0), (5, 5, 5, 5)):
        _answers(play, *values)


def fallen(play: Play) -> None:
    """Lower than she usually answers"""
    _usually_answers(play, 9, 9, 9)
    _answers(play, 7, 7, 7, 7)
    _on_the_next_day(play)
    _answers(play, 7, 7, 7, 7)


def dropped(play: Play) -> None:
    """Lower than the one or two that there were before"""
    _usually_answers(play, 9)
    _answers(play, 6, 6, 6, 6)
    _on_the_next_day(play)
    _answers(play, 6, 6, 6, 6)


def lasting(play: Play) -> None:
    """Lower for the third time"""
    _usually_answers(play, 9, 7, 7)
    _answers(play, 7, 7, 7, 7)


def last_time(play: Play) -> None:
    """What is noticed on the next day"""
    _on_the_next_day(play)
    for values in ((9, 4, 9, 9), (9, 4, 3, 9), (1, 2, 1, 0), (5, 5, 5, 5)):
        _answers(play, *values)


def fine_again(play: Play) -> None:
    """All is well, and it isn't the first time"""
    _usually_answers(play, 8)
    with play.offstage():  # asked once whether Dr Okafor may see them
        _answers(play, 9, 9, 9, 9)
    _answers(play, 9, 9, 9, 9)
    play.anna.taps("See how it went so far")


def works_alone(play: Play) -> None:
    """At a practice where her psychologist works alone"""
    with play.practice.database.transaction() as db:
        others = col(RoleHeld.role).in_([Role.MANAGER, Role.SENIOR])
        db.exec(delete(RoleHeld).where(others))
    _answers(play, 4, 9, 9, 9)


def _answers(play: Play, *values: int) -> int:
    """Give all four answers, of which only the last is played. Earlier ones of a take don't count.

    The id of the check-in.
    """
    with play.practice.database.transaction() as db:
        row = db.exec(select(CheckIn).order_by(col(CheckIn.id))).first()
        assert row is not None, "this start has a check-in"
        row.state, row.level_word, row.answers_json = (
            CheckInState.OPEN,
            None,
            dict.fromkeys(OUR_OWN.names, " ?"),
        )
        row.closes_at = row.asked_at + timedelta(days=3)
        for item, value in zip(OUR_OWN.names, values[:-1], strict=False):
            check_ins.answer(row, item, value)
        check_in_id = row.id
    said = "{}, {}, {} and {}".format(*values)
    play.anna.presses_data(f"answers {said}", f"1:check_in:answer:{check_in_id}:4:{values[-1]}")
    return check_in_id


def _usually_answers(play: Play, *values: int) -> None:
    """Up to three earlier check-ins, in each of which all four answers were the same."""
    sessions = [play.book(f"2026-12-{day} 11:00") for day in (22, 23, 24)[: len(values)]]
    with play.practice.database.transaction() as db:
        asked = db.exec(select(CheckIn)).one()
        for session_id, value in zip(sessions, values, strict=True):
            answers = dict.fromkeys(OUR_OWN.names, value)
            row = CheckIn(
                client_id=asked.client_id,
                psychologist_id=asked.psychologist_id,
                therapy_session_id=session_id,
                questionnaire_id=asked.questionnaire_id,
                asked_at=asked.asked_at,
            )
            row.answers_json = {}
            for item in OUR_OWN.names:
                check_ins.answer(row, item, value)
            check_ins.settle(row, judge(answers, ()), asked.asked_at)
            db.add(row)


def _on_the_next_day(play: Play) -> None:
    with play.offstage():
        play.wait_until("2026-12-02 10:00")
    play.note("On the next day:")


SCENE = Scene(
    "Four short questions: what her answers lead to",
    (
        low,
        concern,
        tells_another,
        adds_her_answers,
        leaves_them_out,
        twice,
        today,
        lower_than_before,
        fallen,
        dropped,
        lasting,
        last_time,
        fine_again,
        works_alone,
    ),
    Start.ASKED,
)
