"""/cases: the late ones first, then by due time; by pages when many; what was closed lately."""

from datetime import timedelta

from bot.records import cases, people
from bot.records.cases import CaseState
from bot.records.people import Role, RoleHeld
from tests.clock import melbourne
from tests.conversations.concerns import IF_AWAY, alert, answer, case_of, close, hear, take
from tests.practice import Cast


def many(cast: Cast, count: int) -> None:
    """So many more cases of Ben's wait for Maria, each due a minute after the one before."""
    with cast.practice.database.transaction() as db:
        now = cast.practice.hand.now()
        for number in range(count):
            case = cases.begin(db, client_id=cast.ben_row.id, about_id=None, check_in_id=0, now=now)
            cases.add_reader(db, case, cast.maria_row.id)
            reader = cases.reader(db, case, cast.maria_row.id)
            assert reader is not None
            reader.asked_at = case.sent_at = now
            case.state = CaseState.WAITING
            case.look_by = case.due_at = now + timedelta(days=3, minutes=number)
            case.answer_by = now + timedelta(days=4)


def test_each_line_says_where_it_stands_how_old_it_is_and_who_looks_after_it(
    welcomed: Cast,
) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Cases")
    assert welcomed.maria.last == "C-1001: first look by Wednesday 2 December, 3:00 pm · sent today"
    welcomed.maria.taps("Open C-1001")
    welcomed.maria.taps("I'll take it")
    welcomed.practice.wait_until(melbourne("2026-12-02 10:00"))
    welcomed.maria.types("/cases")
    assert (
        welcomed.maria.last
        == "C-1001: yours, answer by Thursday 3 December, 5:00 pm · sent Tuesday"
    )
    answer(welcomed, "Dear Anna")
    welcomed.practice.wait_until(melbourne("2026-12-10 10:00"))
    welcomed.maria.types("/cases")
    assert welcomed.maria.last == "C-1001: yours, answered · 9 days old"


def test_who_else_looks_after_it_is_named(welcomed: Cast) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("I'm away")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    welcomed.maria.types("/cases")
    assert welcomed.maria.last == (
        "C-1001: Dr Lindqvist looks after it, answer by Thursday 3 December, 5:00 pm · sent today"
    )


def test_what_is_late_stands_first_and_says_so(welcomed: Cast) -> None:
    alert(welcomed)
    with welcomed.practice.database.transaction() as db:  # later it is due before the late one
        now = welcomed.practice.hand.now()
        case = cases.begin(db, client_id=welcomed.ben_row.id, about_id=None, check_in_id=0, now=now)
        cases.add_reader(db, case, welcomed.maria_row.id)
        reader = cases.reader(db, case, welcomed.maria_row.id)
        assert reader is not None
        reader.asked_at = case.sent_at = now
        case.state, case.look_by = CaseState.WAITING, melbourne("2026-12-02 16:00")
        case.due_at = case.look_by
    welcomed.practice.wait_until(melbourne("2026-12-02 15:30"))
    welcomed.maria.types("/cases")
    assert welcomed.maria.last.splitlines() == [
        "C-1001: late, first look was due Wednesday 2 December, 3:00 pm · sent Tuesday",
        "C-1002: first look by Wednesday 2 December, 4:00 pm · sent Tuesday",
    ]
    welcomed.maria.taps("Open C-1001")
    welcomed.maria.taps("I'll take it")
    welcomed.maria.types("/cases")
    assert "late" not in welcomed.maria.last


def test_sixty_cases_are_turned_over_by_pages(welcomed: Cast) -> None:
    many(welcomed, 60)
    welcomed.maria.taps("Cases")
    assert "60 in all, page 1 of 6." in welcomed.maria.last
    assert len(welcomed.maria.labels) == 11  # ten and «More»
    seen = {label for label in welcomed.maria.labels if label.startswith("Open")}
    for _page in range(5):
        welcomed.maria.taps("More")
        seen |= {label for label in welcomed.maria.labels if label.startswith("Open")}
    assert "60 in all, page 6 of 6." in welcomed.maria.last
    assert "More" not in welcomed.maria.labels
    assert len(seen) == 60
    welcomed.maria.presses_data("1:case_list:page:99")
    assert "page 6 of 6" in welcomed.maria.last
    welcomed.okafor.presses_data("1:case_list:page:0")
    assert welcomed.okafor.last == "Nothing waits for you."


def test_what_was_closed_lately_is_found_by_who_read_it_and_by_nobody_else(welcomed: Cast) -> None:
    take(welcomed)
    close(welcomed)
    welcomed.maria.types("/cases")
    assert welcomed.maria.last == "Nothing waits for you."
    welcomed.maria.taps("Closed")
    assert welcomed.maria.last == (
        "Closed in the last 14 days:\nC-1001: closed Tuesday 1 December by Maria"
    )
    welcomed.maria.taps("Open C-1001")
    assert "It is closed: a practical matter, settled." in welcomed.maria.last
    assert welcomed.maria.labels == ["Hide"]
    for someone in (welcomed.okafor, welcomed.lindqvist):
        someone.presses_data("1:case_list:closed:0")
        assert someone.last == "Nothing was closed in the last 14 days."
    welcomed.practice.wait(days=14)
    welcomed.maria.presses_data("1:case_list:closed:0")
    assert welcomed.maria.last == "Nothing was closed in the last 14 days."
    assert case_of(welcomed.practice).state is CaseState.CLOSED


def test_the_subject_becomes_manager_and_sees_is_asked_and_is_offered_nothing(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    hear(welcomed)
    with welcomed.practice.database.transaction() as db:
        db.add(RoleHeld(person_id=welcomed.okafor_row.id, role=Role.MANAGER))
        assert Role.MANAGER in people.roles_of(db, welcomed.okafor_row)
    welcomed.okafor.types("/cases")
    welcomed.okafor.presses_data("1:cases:open:1")
    welcomed.okafor.presses_data("1:taking:take:1")
    gone = "I can't find that any more. It may have been taken back."
    assert welcomed.okafor.hears() == ["Nothing waits for you.", gone, gone]
    welcomed.maria.taps("Open")
    assert not [label for label in welcomed.maria.labels if "Okafor" in label]
    okafor = welcomed.okafor_row.id
    for tap in (f"case_handing:ask:1:{okafor}", f"taking:hand:1:{okafor}"):
        welcomed.maria.presses_data(f"1:{tap}")
    welcomed.maria.sees("They can't be asked for this case. Nothing was sent.")
    welcomed.maria.sees("The client hasn't allowed that. I can't hand it on.")
    hear(welcomed)
    welcomed.practice.wait(days=5)  # nobody takes it: the client is asked about others
    assert welcomed.okafor.hears() == []
    offered = [label for each in welcomed.anna.account.screen for label in each.labels]
    assert "Let Dr Lindqvist read it" in offered
    assert not [label for label in offered if "Okafor read" in label]
