"""What the week in numbers counts: nothing about its reader, and no few of a kind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.charts import WeeksOfCases
from bot.records.cases import CaseState
from bot.records.outbox import OutboxRow
from bot.rules.case_figures import Waits, figures
from bot.rules.routing import Kind
from bot.texts import TimeWords
from conversations.staff.digest_words import digest, kind_words
from tests.clock import melbourne
from tests.conversations.concerns import IF_AWAY, alert, answer, case_of, close, take
from tests.conversations.digests import (
    DAY,
    HEAD,
    NEXT_MONDAY,
    change_case,
    counted,
    digests_of,
    let_be_manager,
    put_cases,
    row_of,
    week_bubbles,
)
from tests.practice import MONDAY, Cast, settings_for

PRACTICE = settings_for("sqlite:///unused.sqlite").practice()


# --- whose cases


def test_a_case_about_the_reader_is_in_no_number_of_theirs(welcomed: Cast) -> None:
    """Law 7: they were sent to Dr Lindqvist, who may know of them."""
    cast = welcomed
    put_cases(cast, 12, about=cast.maria_row.id)
    let_be_manager(cast, cast.lindqvist_row)
    cast.practice.wait_until(NEXT_MONDAY)
    assert digests_of(cast) == []
    cast.maria.types("/digest")
    assert "0 sent" in cast.maria.last and "First look" not in cast.maria.last
    cast.lindqvist.types("/digest")
    cast.lindqvist.sees("In time: 11 of 11.")


def test_a_case_about_the_reader_counts_once_its_client_sent_it_to_them(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    change_case(cast, about_id=cast.maria_row.id)
    cast.practice.wait_until(NEXT_MONDAY)
    cast.maria.sees("Open now: 1.")


def test_a_case_that_goes_on_to_somebody_else_is_a_number_for_the_manager(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast, to="Dr Lindqvist, senior psychologist", by="Send")
    cast.practice.wait_until(NEXT_MONDAY)
    assert "Open now: 1. Past a promised time: 1." in cast.maria.sees(HEAD).text


def test_what_was_taken_back_is_in_no_number(welcomed: Cast) -> None:
    cast = welcomed
    alert(cast)
    change_case(cast, state=CaseState.WITHDRAWN, due_at=None)
    cast.practice.wait_until(NEXT_MONDAY)
    assert digests_of(cast) == []


def test_no_name_no_case_number_and_no_psychologist_stands_in_it(welcomed: Cast) -> None:
    cast = welcomed
    put_cases(cast, 12)
    alert(cast, by=IF_AWAY)
    cast.practice.wait_until(NEXT_MONDAY)
    said = " ".join(each.text for each in week_bubbles(cast))
    for word in ("Anna", "Okafor", "Lindqvist", "Maria", "C-1"):
        assert word not in said


# --- how soon, as it first was


def test_a_case_opened_again_keeps_its_first_times(welcomed: Cast) -> None:
    cast = welcomed
    take(cast)
    answer(cast, "Thank you.")
    cast.practice.wait(hours=20)
    close(cast)
    (before,) = counted(cast)
    cast.practice.wait(days=2)
    cast.anna.types("It is no better.", reply_to=cast.anna.sees("Thank you."))
    case = case_of(cast.practice)
    assert case.state is CaseState.WAITING and case.taken_at is None
    (after,) = counted(cast)
    assert before.looked_at is not None and before.answered_at is not None
    assert before.look_by is not None and before.answer_by is not None
    same = ("looked_at", "answered_at", "look_by", "answer_by")
    assert [getattr(after, each) for each in same] == [getattr(before, each) for each in same]
    assert after.is_open and after.owed_by == case.look_by != before.look_by


# --- the picture


def test_a_picture_comes_with_all_that_it_shows_in_words(welcomed: Cast) -> None:
    cast = welcomed
    put_cases(cast, 12)
    alert(cast)
    cast.practice.wait_until(NEXT_MONDAY)
    words, picture = week_bubbles(cast)
    assert words.photo is None
    assert picture.photo is not None and picture.photo.data.startswith(b"\x89PNG")
    assert picture.silent and picture.protected
    assert picture.text.splitlines()[0] == "Week by week, from 14 Sept to 30 Nov."
    with cast.practice.look() as db:
        chosen = select(OutboxRow).where(OutboxRow.topic == row_of(cast).topic)
        file = db.exec(chosen.order_by(col(OutboxRow.id).desc())).first()
        assert file is not None and file.body.file is not None
        drawn = WeeksOfCases.of_file(file.body.file)
    for name, numbers in (("Sent", drawn.sent), ("Closed", drawn.closed)):
        assert f"{name}: {', '.join(map(str, numbers))}." in picture.text
    assert sum(drawn.sent) == 12 and drawn.open[-1] == 1
    assert cast.practice.telegram.violations == []


def test_of_few_cases_no_picture_is_drawn(welcomed: Cast) -> None:
    cast = welcomed
    put_cases(cast, 4)
    cast.maria.types("/digest")
    cast.maria.sees("In time: 4 of 4.")
    assert "Week by week" not in cast.maria.last


def test_kinds_come_from_ten_up_in_tens(welcomed: Cast) -> None:
    cast = welcomed
    put_cases(cast, 9, Kind.CONDUCT)
    cast.practice.hand.wait_until(melbourne("2027-01-04 10:00"))
    cast.maria.types("/digest")
    cast.maria.sees_nothing_of("By kind")
    cast.maria.sees_nothing_of("wasn't OK")
    put_cases(cast, 21, Kind.PRACTICAL)
    put_cases(cast, 1, Kind.CONDUCT)
    cast.maria.types("/digest")
    line = next(
        each
        for bubble in cast.maria.account.screen
        for each in bubble.text.splitlines()
        if each.startswith("By kind")
    )
    assert line == (
        "By kind, in the year to Thursday 31 December: practical matters 20 or more, "
        "something that wasn't OK 10 or more."
    )


# --- in words


@pytest.mark.parametrize(
    ("middle", "longest", "said"),
    [
        (0, 0.9, "less than an hour"),
        (0.5, 1.2, "less than an hour as a rule, about an hour at most"),
        (2.6, 5.9, "about 3 hours as a rule, about 6 hours at most"),
        (6, 11, "about a working day"),
        (3, 20, "about 3 hours as a rule, about 2 working days at most"),
    ],
)
def test_how_long_it_took_is_said_roughly(middle: float, longest: float, said: str) -> None:
    waits = Waits(timedelta(hours=middle), timedelta(hours=longest), 3, 4)
    none = figures([], hours=PRACTICE.hours, since=MONDAY, until=MONDAY, now=MONDAY)
    words = TimeWords("en", "AU", PRACTICE.zone)
    lines = digest(words, PRACTICE, replace(none, look=waits), MONDAY, MONDAY + 7 * DAY)
    assert lines.splitlines()[-1] == f"First look: {said}. In time: 3 of 4."


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_words(kind: Kind) -> None:
    assert kind_words(kind)
