"""Files of sessions: booked, moved, cancelled, left alone, and each bad row by its reason."""

from datetime import timedelta

import pytest

from bot.imports.report import Outcome, Report
from bot.records.import_files import ImportKind
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState
from bot.rules.due import UNDO_DELAY
from tests.clock import melbourne
from tests.imports.conftest import Importing

HEADERS = "client,psychologist,starts_at,minutes,place,link,uid,status\n"
ANNA = "A-1001,,2026-12-08T11:00,50,Room 2,,u1,\n"
BEN = "Ben Carter,,2026-12-09 14:00,,,,u2,\n"


def counts(importing: Importing, text: str, **options: bool) -> dict[str, int]:
    report = importing.sessions(HEADERS + text, **options)
    assert not report.bad
    return {outcome.value: number for outcome, number in report.counts.items()}


def reasons(importing: Importing, text: str) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in importing.sessions(HEADERS + text).bad]


def test_a_session_is_booked_as_by_hand(importing: Importing) -> None:
    assert counts(importing, ANNA + BEN) == {"created": 2}
    anna, ben = importing.booked()
    assert (anna.client_id, anna.psychologist_id) == (
        importing.cast.anna.id,
        importing.cast.okafor.id,
    )
    assert anna.starts_at == melbourne("2026-12-08 11:00")
    assert (anna.minutes, anna.place, anna.link) == (50, "Room 2", None)
    assert anna.remind_at == anna.starts_at - timedelta(days=3)
    assert anna.ask_attendance_at == anna.ends_at
    assert (ben.client_id, ben.minutes) == (importing.cast.ben.id, 50)


def test_the_same_file_again_changes_nothing(importing: Importing) -> None:
    text = ANNA + BEN + "Carla Diaz,,9/12/2026 2:30 pm,,,,,\n"
    counts(importing, text)
    before = importing.everything()
    assert counts(importing, text) == {"unchanged": 3}
    assert importing.everything() == before


def test_a_kill_between_two_batches_is_mended_by_the_same_file(importing: Importing) -> None:
    text = "".join(f"A-1001,,2026-12-{day}T11:00,,,,u{day},\n" for day in range(10, 16))
    plan = importing.plan(ImportKind.SESSIONS, HEADERS + text)
    importing.apply(plan, slice(0, 2))
    assert counts(importing, text) == {"created": 4, "unchanged": 2}


def test_another_start_of_a_uid_is_a_move(importing: Importing) -> None:
    counts(importing, ANNA)
    importing.all_are_told()
    assert counts(importing, ANNA.replace("T11", "T12")) == {"moved": 1}
    (row,) = importing.booked()
    assert row.starts_at == melbourne("2026-12-08 12:00")
    assert row.known_starts_at == melbourne("2026-12-08 11:00")
    assert row.notice_at == importing.now + UNDO_DELAY
    assert row.answer is Answer.NONE


@pytest.mark.parametrize("cancels_missing", [False, True])
def test_the_same_hour_made_anew_is_the_same_to_the_client(
    importing: Importing, cancels_missing: bool
) -> None:
    """The practice's program gave it another uid: nothing is cancelled, and nobody is told."""
    importing.welcomes(importing.cast.anna)
    counts(importing, ANNA)
    importing.all_are_told()
    report = importing.sessions(HEADERS + ANNA.replace("u1", "u9"), cancels_missing=cancels_missing)
    assert report.counts == {Outcome.CHANGED: 1}
    assert (report.bad, report.told) == ((), frozenset())
    (row,) = importing.booked()
    assert (row.state, row.notice_at) == (SessionState.BOOKED, None)
    assert counts(importing, ANNA.replace("u1", "u9")) == {"unchanged": 1}


def test_two_sessions_may_change_places(importing: Importing) -> None:
    other = "A-1001,,2026-12-10T11:00,50,Room 2,,u2,\n"
    counts(importing, ANNA + other)
    swapped = (ANNA + other).replace("u1", "u").replace("u2", "u1").replace("u,", "u2,")
    assert counts(importing, swapped) == {"moved": 2}


def test_a_new_length_and_place_move_nothing(importing: Importing) -> None:
    counts(importing, ANNA)
    importing.all_are_told()
    report = importing.sessions(HEADERS + ANNA.replace("50,Room 2", "80,Room 3"))
    assert [each.what for each in report.changes] == [("minutes", "place")]
    (row,) = importing.booked()
    assert (row.minutes, row.place, row.notice_at) == (80, "Room 3", None)
    assert row.ask_attendance_at == row.ends_at


def test_a_session_booked_by_hand_gets_its_uid(importing: Importing) -> None:
    counts(importing, ANNA.replace("u1", ""))
    assert counts(importing, ANNA) == {"changed": 1}
    assert counts(importing, ANNA.replace("T11", "T12")) == {"moved": 1}


@pytest.mark.parametrize("uid", ["u1", ""])
def test_a_cancelled_row_cancels(importing: Importing, uid: str) -> None:
    text = ANNA.replace("u1", uid)
    counts(importing, text)
    cancelled = text.replace(",\n", ",Late-cancelled\n")
    assert counts(importing, cancelled) == {"cancelled": 1}
    (row,) = importing.booked()
    assert row.state is SessionState.CANCELLED
    assert row.notice_at == importing.now + UNDO_DELAY
    assert counts(importing, cancelled) == {"unchanged": 1}
    assert counts(importing, text) == {"created": 1}  # the practice has it again


def test_what_the_client_cancelled_stays_so(importing: Importing) -> None:
    counts(importing, ANNA)
    (row,) = importing.booked()
    with importing.database.transaction() as db:
        db.merge(row).state = SessionState.CANCELLED
    assert counts(importing, ANNA) == {"unchanged": 1}
    assert counts(importing, ANNA.replace("T11", "T12")) == {"created": 1}


def test_what_is_missing_is_cancelled_only_when_asked_for(importing: Importing) -> None:
    later = "Carla Diaz,,2026-12-10T09:00,,,,u3,\n"
    after = "Carla Diaz,,2026-12-11T09:00,,,,u4,\n"
    counts(importing, ANNA + BEN + later + after)
    assert counts(importing, ANNA + later) == {"unchanged": 2}
    assert counts(importing, ANNA + later, cancels_missing=True) == {
        "unchanged": 2,
        "cancelled": 1,
    }
    states = [each.state for each in importing.booked()]
    assert states.count(SessionState.CANCELLED) == 1
    assert importing.booked()[1].state is SessionState.CANCELLED


def test_what_is_over_is_counted_as_past(importing: Importing) -> None:
    assert counts(importing, "Nobody,,2026-11-29T11:00,,,,,\n") == {"past": 1}


def told(report: Report) -> set[int]:
    return set(report.told)


def test_who_would_be_told(importing: Importing) -> None:
    anna, ben, carla = importing.cast.anna, importing.cast.ben, importing.cast.carla
    importing.welcomes(anna)
    importing.welcomes(carla)
    tonight = f"Carla Diaz,,{importing.now + UNDO_DELAY:%Y-%m-%dT%H:%MZ},,,,u3,\n"
    assert told(importing.sessions(HEADERS + ANNA + BEN)) == {anna.id}  # Ben wants no reminders
    assert told(importing.sessions(HEADERS + tonight)) == set()  # it begins before they can be told
    tomorrow = "Carla Diaz,,2026-12-01T15:00,,,,u4,\n"
    assert told(importing.sessions(HEADERS + tomorrow)) == {carla.id}
    moved = (ANNA + BEN).replace("T11", "T12").replace("14:00", "15:00")
    assert told(importing.sessions(HEADERS + moved)) == {anna.id}
    _stop(importing, anna)
    assert told(importing.sessions(HEADERS + ANNA)) == set()
    assert ben.id not in told(importing.sessions(HEADERS + BEN))


def _stop(importing: Importing, person: Person) -> None:
    with importing.database.transaction() as db:
        db.merge(person).stopped_at = importing.now


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,2026-12-08T11:00", "there is no client"),
        ("Nobody,,2026-12-08T11:00", "no client is called «Nobody»; import clients first"),
        ("Dr Okafor,,2026-12-08T11:00", "no client is called «Dr Okafor»"),
        ("A-1001,Dr Nobody,2026-12-08T11:00", "no psychologist is called «Dr Nobody» here"),
        ("A-1001,,", "it doesn't say when it begins"),
        ("A-1001,,2026-12-08", "is no day and time"),
        ("A-1001,,soon", "«soon» is no day and time"),
        ("A-1001,,=NOW()", "«=NOW()» is no day and time"),
        ("A-1001,,2026-02-30T11:00", "a time that isn't in the calendar"),
        ("A-1001,,30/02/2027 11:00", "a time that isn't in the calendar"),
        ("A-1001,,2027-10-03T02:30", "02:30 isn't there on that day: the clocks go forward"),
        ("A-1001,,2027-04-04T02:30", "02:30 comes twice on that day"),
        ("A-1001,,2036-12-08T11:00", "it begins in more than three years"),
        ("A-1001,,2026-12-08T11:00,0", "a session of 0 minutes can't be"),
        ("A-1001,,2026-12-08T11:00,-50", "a session of -50 minutes can't be"),
        ("A-1001,,2026-12-08T11:00,1441", "a session of 1441 minutes can't be"),
        ("A-1001,,2026-12-08T11:00,long", "«long» is no number of minutes"),
        ("A-1001,,2026-12-08T11:00,,=cmd", "place begins like a formula"),
        ("A-1001,,2026-12-08T11:00,,,@x", "link begins like a formula"),
        ("=A1,,2026-12-08T11:00", "client begins like a formula"),
        (f"A-1001,,2026-12-08T11:00,,{'x' * 501}", "place is longer than 500 characters"),
        ("A-1001,,2026-12-08T11:00,,,,,perhaps", "the status «perhaps» isn't known"),
        ("A-1001,,2026-12-08T11:00,,,,,,surplus", "more cells than there are headers"),
    ],
)
def test_a_bad_row_is_named_and_nothing_of_it_is_kept(
    importing: Importing, row: str, reason: str
) -> None:
    before = importing.everything()
    ((line, said),) = reasons(importing, row + "\n")
    assert line == 2
    assert reason in said
    assert importing.everything() == before


def test_sessions_of_one_client_that_overlap(importing: Importing) -> None:
    assert reasons(importing, ANNA + ANNA.replace("11:00", "11:30").replace("u1", "u2")) == [
        (3, "the client has a session at that time in line 2 already")
    ]
    assert reasons(importing, "Anna Brown,,2026-12-08T11:30,,,,u9,\n") == [
        (2, "the client has another session at that time")
    ]
    same_time_as_one_that_moves = ANNA.replace("T11", "T15") + ANNA.replace("u1", "u9")
    assert reasons(importing, same_time_as_one_that_moves) == []


def test_two_clients_of_one_name(importing: Importing) -> None:
    importing.clients("name,psychologist,external_id\nAnna Brown,Dr Adler,A-77\n")
    assert reasons(importing, "Anna Brown,,2026-12-08T11:00\nA-77,,2026-12-08T11:00\n") == [
        (2, "two clients are called «Anna Brown»; use the external_id")
    ]


def test_doubled_and_foreign_uids(importing: Importing) -> None:
    assert reasons(importing, ANNA + BEN.replace("u2", "u1")) == [(3, "line 2 has the same uid")]
    assert reasons(importing, BEN.replace("u2", "u1")) == [
        (2, "its uid belongs to a session of another client")
    ]


def test_a_session_ahead_that_is_moved_into_the_past(importing: Importing) -> None:
    counts(importing, ANNA)
    assert reasons(importing, ANNA.replace("2026-12-08", "2026-11-08")) == [
        (2, "it is moved to a time that is over; cancel it instead")
    ]


def test_a_report_is_kept_as_json(importing: Importing) -> None:
    report = importing.sessions(HEADERS + ANNA + "Nobody,,2026-12-08T11:00,,,,,\n")
    assert Report.from_json(report.as_json()) == report
    assert report.number(Outcome.BAD) == 1
