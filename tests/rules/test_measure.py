"""How much comes unasked: one a day and three a week, on the reader's own calendar; what yields."""

from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due import Clocks, QuietHours
from bot.rules.measure import A_DAY, A_WEEK, MEASURE, Unasked, Wish, unasked_at
from tests.clock import MELBOURNE, melbourne
from tests.rules.zones import clocks_and_instants, is_quiet

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook.md"
CLOCKS = Clocks(MELBOURNE, QuietHours(time(21), time(8)))
BY_NIGHT_TOO = Clocks(MELBOURNE, None)


def at(text: str) -> datetime:
    return melbourne(f"2026-12-{text}")


def wish(kind: Unasked, text: str, until: str | None = None) -> Wish:
    return Wish(kind, at(text), at(until) if until else None)


def when(
    wished: Wish, *planned: Wish, sent: tuple[str, ...] = (), now: str | None = None,
    clocks: Clocks = BY_NIGHT_TOO,
) -> datetime | None:  # fmt: skip
    return unasked_at(
        wished,
        clocks,
        sent=[at(each) for each in sent],
        planned=planned,
        not_before=at(now) if now else wished.at,
    )


@pytest.mark.parametrize(
    ("sent", "wished", "allowed"),
    [
        ([], "08 14:00", "08 14:00"),
        (["07 23:59"], "08 00:00", "08 00:00"),  # another day, if only just
        (["08 00:00"], "08 14:00", "09 14:00"),
        (["08 23:00"], "08 14:00", "09 14:00"),  # later on the same day counts too
        (["08 10:00", "09 10:00"], "08 14:00", "10 14:00"),
        (["02 10:00", "04 10:00", "06 10:00"], "08 14:00", "09 14:00"),  # three within a week
        (["01 14:00", "04 10:00", "06 10:00"], "08 14:00", "08 14:00"),  # the first just fell out
        (["01 14:01", "04 10:00", "06 10:00"], "08 14:00", "09 14:00"),
        (["05 10:00", "06 10:00", "07 10:00"], "08 14:00", "12 14:00"),
        (["02 10:00", "04 10:00"], "08 14:00", "08 14:00"),
    ],
)
def test_the_same_time_on_the_first_day_that_fits(
    sent: list[str], wished: str, allowed: str
) -> None:
    assert when(wish(Unasked.HOMEWORK, wished), sent=tuple(sent)) == at(allowed)


def test_a_day_is_the_reader_s_day() -> None:
    wished = wish(Unasked.CASE, "08 14:00")
    assert when(wished, sent=("08 09:00",)) == at("09 14:00")
    dublin = Clocks(ZoneInfo("Europe/Dublin"), None)  # 10 pm of the day before, and 3 am
    assert when(wished, sent=("08 09:00",), clocks=dublin) == at("08 14:00")


def test_the_time_of_day_stays_when_the_clocks_change() -> None:
    """Melbourne's go forward on Sunday 4 October 2026."""
    wished = Wish(Unasked.CASE, melbourne("2026-10-03 14:00"))
    allowed = unasked_at(
        wished, CLOCKS, sent=[melbourne("2026-10-03 09:00")], planned=[], not_before=wished.at
    )
    assert allowed == melbourne("2026-10-04 14:00")
    assert allowed - wished.at == timedelta(hours=23)


def test_a_week_is_a_week_of_the_wall_over_a_change() -> None:
    """At seven each evening: what came a week ago to the minute is over, though 167 hours are not."""
    sent = [melbourne(f"2026-10-0{day} 19:00") for day in (1, 2, 3)]
    wished = Wish(Unasked.HOMEWORK, melbourne("2026-10-08 19:00"))
    assert unasked_at(wished, CLOCKS, sent=sent, planned=[], not_before=wished.at) == wished.at


@pytest.mark.parametrize(
    ("wished", "sent", "allowed"),
    [
        ("08 22:00", (), "09 08:00"),
        ("08 22:00", ("08 12:00",), "09 08:00"),  # the night ends on another day, which is free …
        ("08 22:00", ("09 08:30",), "10 08:00"),  # … or isn't
        ("08 03:00", ("08 01:00",), "09 08:00"),
        ("08 22:00", ("06 09:00", "07 09:00", "08 09:00"), "14 08:00"),
    ],
)
def test_quiet_hours_and_the_measure_hold_together(
    wished: str, sent: tuple[str, ...], allowed: str
) -> None:
    assert when(wish(Unasked.CASE, wished), sent=sent, clocks=CLOCKS) == at(allowed)


# --- what yields to what


def test_the_less_urgent_waits_for_another_day() -> None:
    check_in, homework = wish(Unasked.CHECK_IN, "08 15:00"), wish(Unasked.HOMEWORK, "08 19:00")
    assert when(homework, check_in) == at("09 19:00")
    assert when(check_in, homework) == at("08 15:00")
    assert when(homework, check_in, wish(Unasked.CASE, "09 10:00")) == at("10 19:00")


def test_it_waits_for_what_is_planned_later_on_the_day_too() -> None:
    evening = wish(Unasked.CHECK_IN, "08 20:00")
    assert when(wish(Unasked.OWN_NOTE, "08 09:00"), evening) == at("09 09:00")


def test_what_itself_yields_or_waits_takes_the_day_on_which_it_comes() -> None:
    case, check_in = wish(Unasked.CASE, "08 10:00"), wish(Unasked.CHECK_IN, "08 15:00")
    assert when(wish(Unasked.OWN_NOTE, "08 19:00"), case, check_in) == at("10 19:00")
    assert when(wish(Unasked.OWN_NOTE, "08 19:00"), check_in, sent=("08 09:00",)) == at("10 19:00")
    night = wish(Unasked.CHECK_IN, "08 23:00")
    assert when(wish(Unasked.HOMEWORK, "08 19:00"), night, clocks=CLOCKS) == at("08 19:00")
    assert when(wish(Unasked.HOMEWORK, "09 19:00"), night, now="08 19:00", clocks=CLOCKS) == at(
        "10 19:00"
    )


def test_what_will_lapse_takes_no_day() -> None:
    stale = wish(Unasked.CHECK_IN, "08 23:00", "09 07:00")
    assert when(wish(Unasked.OWN_NOTE, "09 19:00"), stale, now="08 19:00", clocks=CLOCKS) == at(
        "09 19:00"
    )


def test_what_has_waited_since_before_takes_today() -> None:
    overdue = wish(Unasked.CHECK_IN, "07 23:00")
    assert when(wish(Unasked.HOMEWORK, "08 09:00"), overdue, now="08 09:00") == at("09 09:00")


def test_homework_comes_rather_than_be_lost_and_what_can_wait_waits() -> None:
    homework = wish(Unasked.HOMEWORK, "08 09:00", "08 11:00")
    assert when(homework, wish(Unasked.CHECK_IN, "08 15:00", "11 15:00")) == at("08 09:00")
    assert when(homework, wish(Unasked.CHECK_IN, "08 15:00", "09 10:00")) is None
    assert when(homework, wish(Unasked.CHECK_IN, "08 15:00"), sent=("08 08:00",)) is None


def test_a_note_of_their_own_rather_lapses() -> None:
    note = wish(Unasked.OWN_NOTE, "08 09:00", "08 11:00")
    assert when(note, wish(Unasked.CHECK_IN, "08 15:00", "11 15:00")) is None


def test_nothing_comes_once_it_is_of_no_use() -> None:
    assert when(wish(Unasked.CHECK_IN, "08 19:00", "08 19:00")) is None
    assert when(wish(Unasked.CHECK_IN, "08 22:00", "09 08:00"), clocks=CLOCKS) is None
    assert when(wish(Unasked.CHECK_IN, "08 19:00", "09 19:00"), sent=("08 08:00",)) is None
    assert when(wish(Unasked.CHECK_IN, "08 19:00", "09 19:01"), sent=("08 08:00",)) == at(
        "09 19:00"
    )


def test_the_table_has_each_kind_and_only_the_more_urgent_go_first() -> None:
    order = list(Unasked)
    assert list(MEASURE) == order
    for kind, standing in MEASURE.items():
        assert all(order.index(each) < order.index(kind) for each in standing.yields_to)


def test_the_handbook_shows_the_table() -> None:
    rows = []
    for standing in MEASURE.values():
        others = [MEASURE[each].called for each in Unasked if each in standing.yields_to]
        yields_to = "; ".join(others) or "nothing"
        rows.append(f"| {standing.called} | {yields_to} | {standing.lapses} | {standing.because} |")
    assert "\n".join(rows) in HANDBOOK.read_text("utf-8")


# --- everywhere

spans_back = st.lists(st.integers(-2 * 24 * 60, 9 * 24 * 60), max_size=8)
kinds = st.sampled_from(Unasked)
spans_of_use = st.one_of(st.none(), st.integers(1, 10 * 24 * 60))
plans = st.lists(st.tuples(kinds, st.integers(-24 * 60, 5 * 24 * 60), spans_of_use), max_size=4)


def _after(kind: Unasked, start: datetime, minutes: int, use: int | None) -> Wish:
    begins = start + timedelta(minutes=minutes)
    return Wish(kind, begins, None if use is None else begins + timedelta(minutes=use))


@given(clocks_and_instants(), spans_back, kinds, spans_of_use, plans)
def test_in_every_zone_the_measure_holds_and_nothing_waits_without_need(
    drawn: tuple[Clocks, datetime],
    minutes_back: list[int],
    kind: Unasked,
    use: int | None,
    planned: list[tuple[Unasked, int, int | None]],
) -> None:
    clocks, now = drawn
    sent = [now - timedelta(minutes=minutes) for minutes in minutes_back]
    wished = _after(kind, now, 0, use)
    others = [_after(each, now, minutes, span) for each, minutes, span in planned]
    allowed = unasked_at(wished, clocks, sent=sent, planned=others, not_before=now)
    if allowed is None:
        assert use is not None
        return
    day, week_ago = clocks.day_of(allowed), clocks.days_later(allowed, -7)
    assert allowed >= now
    assert wished.useful_until is None or allowed < wished.useful_until
    assert not is_quiet(clocks, allowed)
    assert sum(clocks.day_of(each) == day for each in sent) < A_DAY
    assert sum(week_ago < each <= allowed for each in sent) < A_WEEK
    if not sent and not others:
        assert allowed == clocks.once_not_quiet(now)
