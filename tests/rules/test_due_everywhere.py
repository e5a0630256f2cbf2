"""In every zone, about both changes of its clocks: never at night, never too late, never twice."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due import (
    Clocks,
    QuietHours,
    ReminderRules,
    local_instant,
    moved_reminder_at,
    next_reminder_at,
    shown_at,
    start_of_day,
)
from bot.rules.homework import HOURS, Moment, NoteRules, proposals, usual_reminder
from bot.rules.own_notes import brought_back_at
from bot.texts import TimeWords
from tests.clock import melbourne
from tests.rules.test_due import NIGHT, RULES
from tests.rules.zones import (
    CHANGES,
    chosen_quiet_spans,
    clocks_and_instants,
    is_quiet,
    quiet_spans,
    walls,
)

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SAID_DAYS = {
    Moment.TWO_DAYS_BEFORE: 2, Moment.DAY_BEFORE: 1, Moment.TOMORROW: 1, Moment.IN_THREE_DAYS: 3,
    Moment.IN_A_WEEK: 7,
}  # fmt: skip
BEFORE_A_SESSION = {Moment.TWO_DAYS_BEFORE, Moment.DAY_BEFORE}

lead_times = st.lists(
    st.one_of(st.integers(1, 7).map(lambda n: n * DAY), st.integers(1, 12).map(lambda n: n * HOUR)),
    min_size=1, max_size=4, unique=True,
).map(tuple)  # fmt: skip
spans_of_use = st.integers(1, 9 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
hours = st.sampled_from(HOURS)


def exists(clocks: Clocks, day: date) -> bool:
    """Whether the clocks ever show this day: one was skipped in Apia."""
    return clocks.day_of(start_of_day(day, clocks.zone)) == day


def words(clocks: Clocks) -> TimeWords:
    return TimeWords("en", "GB", clocks.zone)


# --- quiet hours


@given(clocks_and_instants(quiet_spans), spans_of_use)
def test_nothing_comes_while_the_clocks_show_a_quiet_time(
    drawn: tuple[Clocks, datetime], use: timedelta
) -> None:
    clocks, wished = drawn
    until = wished + use
    after, nearest = (
        clocks.after_quiet_hours(wished, until), clocks.outside_quiet_hours(wished, until)
    )  # fmt: skip
    assert not is_quiet(clocks, clocks.once_not_quiet(wished))
    assert clocks.once_not_quiet(wished) >= wished
    assert after is None or (wished <= after < until and not is_quiet(clocks, after))
    assert nearest is not None and nearest < until and not is_quiet(clocks, nearest)
    if not is_quiet(clocks, wished) and clocks.quiet_span(wished) is None:
        assert wished == after == nearest
    if after is not None and after + HOUR <= until:
        assert nearest == after  # later where it still serves
    if is_quiet(clocks, wished):
        assert clocks.quiet_span(wished) is not None


@given(clocks_and_instants(), walls)
def test_an_hour_of_a_day_stays_on_that_day(drawn: tuple[Clocks, datetime], wall: time) -> None:
    clocks, instant = drawn
    day = clocks.day_of(instant)
    at = clocks.on(day, wall)
    assert not is_quiet(clocks, at)
    assert clocks.day_of(at) == day


# --- sessions


@given(clocks_and_instants(), st.integers(1, 10))
def test_a_day_before_is_the_same_time_on_the_wall(
    drawn: tuple[Clocks, datetime], count: int
) -> None:
    clocks, starts_at = drawn
    wall = starts_at.astimezone(clocks.zone).replace(tzinfo=None)
    before = clocks.before(starts_at, count * DAY)
    shown = shown_at((wall - count * DAY).replace(fold=0), clocks.zone)
    assert before == (shown[0] if shown else before)
    assert clocks.before(starts_at, count * DAY + HOUR) == before - HOUR
    assert clocks.before(starts_at, HOUR) == starts_at - HOUR


@given(clocks_and_instants(), lead_times, st.integers(0, 12 * 24 * 60))
def test_a_booking_is_reminded_of_in_time_by_day_and_once_for_each_lead_time(
    drawn: tuple[Clocks, datetime], leads: tuple[timedelta, ...], notice: int
) -> None:
    clocks, starts_at = drawn
    rules = ReminderRules(leads, clocks)
    now = starts_at - notice * MINUTE
    sent: list[datetime] = []
    at = next_reminder_at(starts_at, rules, now)
    while at is not None:
        assert now < at < starts_at
        assert not is_quiet(clocks, at)
        sent.append(at)
        at = next_reminder_at(starts_at, rules, at)
    assert sent == sorted(set(sent))
    assert len(sent) <= len(leads)


@given(clocks_and_instants(), clocks_and_instants(), lead_times, st.data())
def test_who_changes_their_clocks_gets_each_reminder_once(
    drawn: tuple[Clocks, datetime],
    other: tuple[Clocks, datetime],
    leads: tuple[timedelta, ...],
    data: st.DataObject,
) -> None:
    """A week is lived; at some instant the zone and the quiet hours become other ones."""
    (clocks, starts_at), (changed, _instant) = drawn, other
    before, after = ReminderRules(leads, clocks), ReminderRules(leads, changed)
    sent: list[datetime] = []
    due = next_reminder_at(starts_at, before, starts_at - 9 * DAY)
    for _count in range(data.draw(st.integers(0, len(leads)))):
        if due is not None:
            sent.append(due)
            due = next_reminder_at(starts_at, before, due)
    if due is None:
        return
    alone = [ReminderRules((lead,), clocks) for lead in leads]
    just_before = due - timedelta.resolution
    came = sum(next_reminder_at(starts_at, rules, just_before) is None for rules in alone)
    earliest = sent[-1] if sent else starts_at - 9 * DAY
    now = earliest + (due - earliest) * data.draw(st.floats(0, 0.999))
    moved: datetime | None = moved_reminder_at(starts_at, due, before, after, now) or due
    later: list[datetime] = []
    while moved is not None:
        assert now <= moved < starts_at
        later.append(moved)
        moved = next_reminder_at(starts_at, after, moved)
    assert later == sorted(set(later))
    assert len(later) <= len(leads) - came
    assert later[0] == due or not is_quiet(changed, later[0])


def test_quiet_hours_that_end_later_today_bring_no_second_reminder() -> None:
    """Three days before, at 8 am, it came. Quiet until 9 from now on: it doesn't come at 9 as well."""
    starts_at, now = melbourne("2026-12-08 07:30"), melbourne("2026-12-05 08:10")
    day_before = melbourne("2026-12-07 08:00")
    later = QuietHours(NIGHT.begins, time(9))
    changed = ReminderRules(RULES.lead_times, Clocks(RULES.clocks.zone, later))
    assert next_reminder_at(starts_at, RULES, now) == day_before
    assert moved_reminder_at(starts_at, day_before, RULES, changed, now) == melbourne(
        "2026-12-07 09:00"
    )


def test_quiet_hours_that_ended_earlier_today_bring_the_reminder_now() -> None:
    starts_at, now = melbourne("2026-12-08 06:30"), melbourne("2026-12-05 07:20")
    due = next_reminder_at(starts_at, RULES, now)
    assert due == melbourne("2026-12-05 08:00")
    loud = ReminderRules(RULES.lead_times, Clocks(RULES.clocks.zone, None))
    assert moved_reminder_at(starts_at, due, RULES, loud, now) == now


def test_a_lead_time_that_is_new_and_over_is_not_made_up_for() -> None:
    starts_at, now = melbourne("2026-12-08 11:00"), melbourne("2026-12-06 12:00")
    due = melbourne("2026-12-07 11:00")
    more = ReminderRules((5 * DAY, 2 * DAY, DAY, 2 * HOUR), RULES.clocks)
    assert moved_reminder_at(starts_at, due, RULES, more, now) == due
    fewer = ReminderRules((2 * HOUR,), RULES.clocks)
    assert moved_reminder_at(starts_at, due, RULES, fewer, now) == starts_at - 2 * HOUR
    assert moved_reminder_at(starts_at, due, RULES, ReminderRules((), RULES.clocks), now) is None


@given(clocks_and_instants())
def test_a_note_is_brought_back_before_the_meeting_and_by_day(
    drawn: tuple[Clocks, datetime],
) -> None:
    clocks, starts_at = drawn
    at = brought_back_at(starts_at, clocks)
    assert at < starts_at
    assert not is_quiet(clocks, at)


# --- what is said and what is done come from the same instant


@given(clocks_and_instants(), hours, st.integers(0, 12 * 24), st.booleans())
def test_homework_is_offered_on_the_days_that_are_said(
    drawn: tuple[Clocks, datetime], hour: int, ahead: int, has_session: object
) -> None:
    clocks, now = drawn
    rules, said = NoteRules(hour, clocks), words(clocks)
    starts_at = now + ahead * HOUR if has_session else None
    for offer in proposals(starts_at, rules, now):
        assert now < offer.at and (starts_at is None or offer.at < starts_at)
        assert not is_quiet(clocks, offer.at)
        days = SAID_DAYS[offer.moment]
        if starts_at is not None and offer.moment in BEFORE_A_SESSION:
            is_a_day = exists(clocks, clocks.day_of(starts_at) - days * DAY)
            assert not is_a_day or said.days_until(starts_at, offer.at) == days
        else:
            is_a_day = exists(clocks, clocks.day_of(now) + days * DAY)
            assert not is_a_day or said.days_until(offer.at, now) == days
    at = usual_reminder(starts_at, rules, now) if starts_at is not None else None
    assert at is None or (now < at and not is_quiet(clocks, at))


@given(clocks_and_instants(), hours, st.integers(0, 8))
def test_the_hour_that_is_said_is_the_hour_that_was_chosen(
    drawn: tuple[Clocks, datetime], hour: int, count: int
) -> None:
    clocks, now = drawn
    at, said = NoteRules(hour, clocks).days_from(now, count), words(clocks)
    day, wall = clocks.day_of(now) + count * DAY, time(hour)
    if not exists(clocks, day):
        return
    is_shown = bool(shown_at(datetime.combine(day, wall), clocks.zone))
    if is_shown and not (clocks.quiet_hours and clocks.quiet_hours.holds(wall)):
        assert said.hour(at) == hour
        assert said.time(at) == said.time_of_day(wall)
    assert said.days_until(at, now) == count
    if count == 1:
        assert said.within(at, now) == f"tomorrow at {said.time(at)}"


@given(clocks_and_instants())
def test_the_day_before_is_said_of_a_reminder_that_comes_the_day_before(
    drawn: tuple[Clocks, datetime],
) -> None:
    clocks, starts_at = drawn
    at = next_reminder_at(starts_at, ReminderRules((DAY,), clocks), starts_at - 4 * DAY)
    if at is None:
        return
    days = words(clocks).days_until(starts_at, at)
    if at == clocks.before(starts_at, DAY):
        assert days == 1 or not exists(clocks, clocks.day_of(starts_at) - DAY)
    assert (days == 0) == (words(clocks).day(at) == words(clocks).day(starts_at))


@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_a_week_of_evenings_stays_at_seven(name: str, day: date) -> None:
    """By the clock of who gets them, over each kind of change, once on each day that there is."""
    clocks = Clocks(ZoneInfo(name), NIGHT)
    first = local_instant(day - 3 * DAY, time(19), clocks.zone)
    evenings = list(islice(clocks.day_after_day(first), 7))
    for count, evening in enumerate(evenings):
        if exists(clocks, day + (count - 3) * DAY):
            assert clocks.day_of(evening) == day + (count - 3) * DAY
            assert words(clocks).hour(evening) == 19
    assert evenings == sorted(evenings)


@given(chosen_quiet_spans)
def test_quiet_hours_hold_what_they_hold_by_the_clock(quiet: QuietHours) -> None:
    clocks = Clocks(ZoneInfo("UTC"), quiet)
    for hour in range(24):
        instant = datetime(2026, 1, 1, hour, tzinfo=UTC)
        assert quiet.holds(instant.time()) == is_quiet(clocks, instant)
        assert quiet.holds(instant.time()) == (clocks.quiet_span(instant) is not None)
