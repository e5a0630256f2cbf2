"""What a check-in leads to after earlier ones: a fall is noticed, and a low habit isn't a concern."""

from sqlmodel import select

from bot.records.check_ins import CheckIn
from bot.rules.alliance import Level
from tests.clock import melbourne
from tests.practice import Cast

TUESDAYS = ["2026-12-01", "2026-12-08", "2026-12-15", "2027-01-05"]
PERMISSION = (
    "Thank you. You're allowed to say this. Your times, your fees and how you're treated stay "
    "the same. I won't tell Dr Okafor unless you agree."
)
NOTICED = (
    "{} That happens, and you've done nothing wrong by saying it.\n\n"
    "Would you like to do something about it?"
)


def ask(cast: Cast, day: str, *answers: int) -> None:
    """Ask Anna after a session on this day, and let her answer."""
    cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))
    cast.practice.wait_until(melbourne(f"{day} 14:50"))
    cast.anna.taps("Start")
    for each in answers:
        cast.anna.taps(str(each))


def sessions_without_check_ins(cast: Cast) -> None:
    """The fourth and the fifth: after the third every third is asked about."""
    for day in ("2026-12-22", "2026-12-29"):
        cast.practice.book(cast.anna_row, melbourne(f"{day} 11:00"))


def levels_of(cast: Cast) -> list[Level | None]:
    with cast.practice.look() as db:
        rows = db.exec(select(CheckIn).order_by(CheckIn.asked_at)).all()  # type: ignore[arg-type]  # SQLModel's stubs know columns as their values
        return [row.level for row in rows]


def test_a_fall_below_what_is_usual_is_noticed_though_no_answer_is_low(questioned: Cast) -> None:
    for day in TUESDAYS[:3]:
        ask(questioned, day, 9, 9, 9, 9)
    sessions_without_check_ins(questioned)
    ask(questioned, TUESDAYS[3], 7, 7, 7, 7)
    assert "Your answers are usually about 9; today they are about 7." in questioned.anna.last
    assert levels_of(questioned) == [Level.FINE] * 3 + [Level.WATCH]


def test_a_great_fall_is_a_concern_and_permission_comes_first(questioned: Cast) -> None:
    ask(questioned, TUESDAYS[0], 9, 10, 9, 10)
    ask(questioned, TUESDAYS[1], 6, 7, 6, 7)
    noticed = NOTICED.format("Your answers are lower today than they were before.")
    assert levels_of(questioned) == [Level.FINE, Level.CONCERN]
    assert questioned.anna.last == f"{PERMISSION}\n\n{noticed}"


def test_a_smaller_fall_that_lasts_is_a_concern(questioned: Cast) -> None:
    ask(questioned, TUESDAYS[0], 9, 9, 9, 9)
    for day in TUESDAYS[1:3]:
        ask(questioned, day, 7, 8, 7, 7)
    sessions_without_check_ins(questioned)
    ask(questioned, TUESDAYS[3], 6, 7, 7, 6)
    noticed = NOTICED.format("Your answers have been lower lately than they used to be.")
    assert levels_of(questioned) == [Level.FINE] * 3 + [Level.CONCERN]
    assert questioned.anna.last == f"{PERMISSION}\n\n{noticed}"


def test_one_low_item_again_and_again_is_offered_the_same_each_time(questioned: Cast) -> None:
    for day in TUESDAYS[:3]:
        ask(questioned, day, 4, 9, 9, 9)
        noticed = NOTICED.format("Being heard was low today.")
        assert questioned.anna.last == f"Thank you. {noticed}"
    assert levels_of(questioned) == [Level.WATCH] * 3
