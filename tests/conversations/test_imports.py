"""A manager sends a CSV file into the chat: looked at, agreed to, taken over, a few rows at a time."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.imports.report import Report
from bot.records import import_files, people
from bot.records.import_files import ImportFile, ImportState
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.practice import Cast, Someone

NEW = "name,psychologist,external_id\nZoë Adams,Dr Okafor,A-7\nYusuf Khan,Dr Okafor,A-8\n"
TUESDAY = melbourne("2026-12-08 11:00")
HEAD = "client,psychologist,starts_at,minutes,place,link,uid\n"
READING = "I'm reading it. Nothing changes before you say yes."


def sends(someone: Someone, contents: str | bytes, name: str = "export.csv") -> None:
    data = contents.encode() if isinstance(contents, str) else contents
    someone.account.sends_document(data, name, mime_type="text/csv")
    someone.practice.settle()


def files(cast: Cast) -> list[ImportFile]:
    with cast.practice.look() as db:
        return list(db.exec(select(ImportFile)))


def clients(cast: Cast) -> set[str]:
    with cast.practice.look() as db:
        return {each.name for each in people.holders(db, Role.CLIENT)}


def sessions(cast: Cast) -> list[TherapySession]:
    with cast.practice.look() as db:
        return list(db.exec(select(TherapySession)))


def test_clients_are_taken_over_once_a_manager_says_yes(welcomed: Cast) -> None:
    maria = welcomed.maria
    sends(maria, NEW)
    maria.sees(READING)
    assert maria.last == (
        "In the CSV file: 2 new.\n\nNothing has changed yet. Shall I take it over?"
    )
    assert maria.labels == ["Take it over", "Show what changes", "Leave it"]
    assert clients(welcomed) == {"Anna Brown", "Ben Carter"}
    maria.taps("Show what changes")
    assert maria.last == "New: Zoë Adams\nNew: Yusuf Khan"
    maria.taps("Take it over")
    assert maria.last == "The CSV file is taken over: 2 new."
    assert clients(welcomed) == {"Anna Brown", "Ben Carter", "Zoë Adams", "Yusuf Khan"}
    (file,) = files(welcomed)
    assert (file.state, file.contents_sealed, file.due_at) == (ImportState.DONE, None, None)
    assert file.report == {"counts": {"created": 2}, "bad": [], "changes": [], "told": []}
    sends(maria, NEW)
    assert maria.last == "Nothing to change: 2 as they are."


def test_the_file_is_taken_out_of_the_chat(welcomed: Cast) -> None:
    sends(welcomed.maria, NEW)
    welcomed.practice.wait(minutes=2)
    assert all(bubble.media is None for bubble in welcomed.maria.account.screen)


def test_sessions_are_booked_and_moved_and_the_client_hears_of_the_move(welcomed: Cast) -> None:
    anna, maria, practice = welcomed.anna, welcomed.maria, welcomed.practice
    sends(maria, HEAD + "Anna Brown,Dr Okafor,2026-12-08T11:00,50,Room 2.,,u1\n")
    maria.taps("Take it over")
    assert [each.starts_at for each in sessions(welcomed)] == [TUESDAY]
    anna.hears()
    sends(maria, HEAD + "Anna Brown,Dr Okafor,2026-12-09T14:00,50,Room 2.,,u1\n")
    assert maria.last == (
        "In the CSV file: 1 moved.\n\nClients who would be told of a change: 1.\n\n"
        "Nothing has changed yet. Shall I take it over?"
    )
    maria.taps("Show what changes")
    assert maria.last == (
        "Moved: Anna Brown, Tuesday 8 December, 11:00 am, to Wednesday 9 December, 2:00 pm"
    )
    assert anna.hears() == []
    maria.taps("Take it over")
    practice.wait(minutes=4)
    assert "Wednesday 9 December, 2:00 pm" in anna.last


def test_bad_lines_are_named_and_left_out_only_on_a_yes(welcomed: Cast) -> None:
    maria = welcomed.maria
    sends(maria, NEW + "=cmd(),Dr Okafor,A-9\nWalt,Dr Nobody,A-10\n")
    assert maria.last == (
        "In the CSV file: 2 new, 2 that I can't use.\n\n"
        "Line 4: name begins like a formula: «=cmd()».\n"
        "Line 5: no psychologist is called «Dr Nobody» here.\n\n"
        "Nothing has changed yet. Shall I take it over?"
    )
    assert maria.labels == ["Take over the other lines", "Show what changes", "Leave it"]
    maria.taps("Take over the other lines")
    assert maria.last.startswith("The CSV file is taken over: 2 new, 2 that I can't use.")
    assert clients(welcomed) == {"Anna Brown", "Ben Carter", "Zoë Adams", "Yusuf Khan"}


def test_a_file_without_a_good_line_can_only_be_left(welcomed: Cast) -> None:
    sends(welcomed.maria, "name,psychologist\nWalt,Dr Nobody\n")
    assert welcomed.maria.labels == ["Show what changes", "Leave it"]


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (b"PK\x03\x04 no text", "This is a spreadsheet, not a CSV file."),
        (b"name;psychologist\nZo\xeb;Dr Okafor\n", "The file isn't in UTF-8"),
        (b"", "The file is empty."),
        (b"colour,size\nred,4\n", "The first line names no «"),
        (b"<html><body>", "This is a page or a document"),
    ],
)
def test_what_is_no_csv_gets_a_sentence(welcomed: Cast, contents: bytes, why: str) -> None:
    sends(welcomed.maria, contents)
    assert welcomed.maria.last.startswith(why)
    assert welcomed.maria.last.endswith("Nothing was changed.")
    assert [each.state for each in files(welcomed)] == [ImportState.REFUSED]
    assert [each.contents_sealed for each in files(welcomed)] == [None]


def test_a_file_that_is_too_large_is_not_even_fetched(welcomed: Cast) -> None:
    sends(welcomed.maria, b"name,psychologist\n" + b"x" * 50_000_000)
    assert welcomed.maria.last.startswith("That file has 50 MB, and here 5 MB is the most.")
    assert files(welcomed) == []


def test_leaving_it_changes_nothing_and_keeps_nothing(welcomed: Cast) -> None:
    maria = welcomed.maria
    sends(maria, NEW)
    maria.taps("Leave it")
    assert maria.last == "All right. Nothing was changed."
    maria.taps("Take it over")
    assert maria.last == "That is answered already."
    assert clients(welcomed) == {"Anna Brown", "Ben Carter"}
    assert [(each.state, each.contents_sealed) for each in files(welcomed)] == [
        (ImportState.DROPPED, None)
    ]


def test_what_nobody_agrees_to_lapses_after_two_days(welcomed: Cast) -> None:
    sends(welcomed.maria, NEW)
    welcomed.practice.wait(days=2, minutes=1)
    welcomed.maria.sees("Nobody said yes to the CSV file, so nothing was changed.")
    assert [each.state for each in files(welcomed)] == [ImportState.DROPPED]


def test_a_file_of_many_rows_is_taken_over_a_few_at_a_time(welcomed: Cast) -> None:
    rows = "".join(f"Client {number:03d},Dr Okafor,N-{number}\n" for number in range(450))
    sends(welcomed.maria, "name,psychologist,external_id\n" + rows)
    welcomed.maria.taps("Take it over")
    assert welcomed.maria.last == "The CSV file is taken over: 450 new."
    assert len(clients(welcomed)) == 452


def test_a_kill_in_the_middle_loses_and_doubles_nothing(welcomed: Cast) -> None:
    rows = "".join(f"Client {number:03d},Dr Okafor,N-{number}\n" for number in range(450))
    practice = welcomed.practice
    sends(welcomed.maria, "name,psychologist,external_id\n" + rows)
    welcomed.maria.account.taps("Take it over")
    practice._runner.run(practice.app.receive.step())
    practice._runner.run(practice.app.work.step())
    practice._runner.run(practice.app.tick.step())  # the first rows
    assert 2 < len(clients(welcomed)) < 452
    practice.start()  # another process goes on
    practice.settle()
    assert len(clients(welcomed)) == 452
    welcomed.maria.sees("The CSV file is taken over: 450 new.")


def test_nobody_but_a_manager_hands_in_files_or_decides(welcomed: Cast) -> None:
    for someone in (welcomed.okafor, welcomed.lindqvist, welcomed.anna, welcomed.ben):
        sends(someone, NEW)
        assert READING not in someone.last
    assert files(welcomed) == []
    sends(welcomed.maria, NEW)
    for someone in (welcomed.okafor, welcomed.lindqvist, welcomed.anna, welcomed.ben):
        for tap in ("yes", "show", "no"):
            someone.presses_data(f"1:imports:{tap}:1")
            assert "Zoë" not in someone.last
    assert [each.state for each in files(welcomed)] == [ImportState.ASKING]


def test_the_first_of_two_managers_decides(welcomed: Cast) -> None:
    bob = welcomed.practice.join(welcomed.practice.add_staff("Bob", Role.MANAGER), "Bob")
    sends(welcomed.maria, NEW)
    bob.presses_data("1:imports:no:1")
    assert bob.last == "All right. Nothing was changed."
    welcomed.maria.taps("Take it over")
    assert welcomed.maria.last == "Bob has answered it already."
    assert clients(welcomed) == {"Anna Brown", "Ben Carter"}


def test_a_file_that_telegram_no_longer_gives_is_said(welcomed: Cast) -> None:
    maria = welcomed.maria
    maria.account.sends_document(NEW.encode(), "export.csv", mime_type="text/csv")
    welcomed.practice.telegram.exchange.files._by_id.clear()
    welcomed.practice.settle()
    maria.sees("Telegram didn't give me that file. Please send it once more. Nothing was changed.")


def test_import_says_how(welcomed: Cast) -> None:
    welcomed.maria.types("/import")
    assert welcomed.maria.last.startswith("Send me a CSV file of clients or of sessions")


def test_looking_at_names_asks_for_the_code(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="30m")
    sends(cast.maria, NEW)
    cast.maria.taps("Show what changes")
    assert cast.maria.last.startswith("Choose a code")
    cast.maria.sees_nothing_of("Zoë")


def test_the_operator_s_file_asks_every_manager(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        row = ImportFile(
            state=ImportState.CHECKING,
            sent_at=welcomed.practice.hand.now(),
            due_at=welcomed.practice.hand.now(),
        )
        import_files.keep_bytes(row, NEW.encode())
        row.report = Report().as_json()
        db.add(row)
    welcomed.practice.settle()
    welcomed.maria.sees("Whoever runs the program has a CSV file for me. In it: 2 new.")
    welcomed.maria.taps("Take it over")
    assert welcomed.maria.last == "The CSV file is taken over: 2 new."
    with welcomed.practice.look() as db:
        assert len(db.exec(select(Person)).all()) == 7
