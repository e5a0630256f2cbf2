"""Files of clients: added, changed, left alone, and each bad row by its reason."""

import pytest

from bot.imports.report import Outcome
from bot.records import sharings
from bot.records.import_files import ImportKind
from bot.records.sharings import SharedKind, Sharing
from tests.imports.conftest import Importing

HEADERS = "name,psychologist,external_id,time_zone,language,phone,safe_contact\n"


def reasons(importing: Importing, text: str) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in importing.clients(text).bad]


def test_a_new_client_has_what_the_row_says(importing: Importing) -> None:
    row = "Dora Eze,Dr Adler,A-9,Europe/Lisbon,en,0400 000 000,Evenings only\n"
    report = importing.clients(HEADERS + row)
    assert report.counts == {Outcome.CREATED: 1}
    dora = importing.client("Dora Eze")
    assert (dora.psychologist_id, dora.external_id) == (importing.cast.adler.id, "A-9")
    assert (dora.time_zone, dora.language) == ("Europe/Lisbon", "en")
    assert (dora.phone, dora.safe_contact) == ("0400 000 000", "Evenings only")


def test_the_same_file_again_changes_nothing(importing: Importing) -> None:
    text = HEADERS + "Dora Eze,Dr Adler,A-9,,,0400 000 000,\nEve Fox,Dr Adler,,,,,Any time\n"
    importing.clients(text)
    before = importing.everything()
    assert importing.clients(text).counts == {Outcome.UNCHANGED: 2}
    assert importing.everything() == before


def test_a_kill_between_two_batches_is_mended_by_the_same_file(importing: Importing) -> None:
    text = "name,psychologist\n" + "".join(f"Client {n},Dr Adler\n" for n in "ABCDEF")
    plan = importing.plan(ImportKind.CLIENTS, text)
    importing.apply(plan, slice(0, 2))
    assert importing.clients(text).counts == {Outcome.CREATED: 4, Outcome.UNCHANGED: 2}


def test_what_differs_is_changed_and_an_empty_cell_says_nothing(importing: Importing) -> None:
    importing.clients("name,external_id,phone,safe_contact\nAnna Brown,A-1001,0400 000 000,Any\n")
    report = importing.clients("name,external_id,phone\nAnna Brown,A-1001,\n")
    assert report.counts == {Outcome.UNCHANGED: 1}
    report = importing.clients("name,psychologist,external_id\nAnna Green,Dr Adler,A-1001\n")
    assert [each.what for each in report.changes] == [("name", "psychologist")]
    anna = importing.client("Anna Green")
    assert anna.id == importing.cast.anna.id
    assert (anna.phone, anna.psychologist_id) == ("0400 000 000", importing.cast.adler.id)


def test_another_psychologist_in_a_file_starts_with_nothing_shared(importing: Importing) -> None:
    anna = importing.cast.anna
    with importing.database.transaction() as db:
        yes = sharings.ask(
            db, anna, importing.cast.okafor.id, SharedKind.NOTES, "test", importing.now
        )
        sharings.give(yes, importing.now, None)
        yes_id = yes.id
    importing.clients("name,external_id,phone\nAnna Brown,A-1001,0400 000 000\n")
    with importing.database.transaction() as db:
        assert db.get_one(Sharing, yes_id).revoked_at is None
    importing.clients("name,psychologist,external_id\nAnna Brown,Dr Adler,A-1001\n")
    with importing.database.transaction() as db:
        assert db.get_one(Sharing, yes_id).revoked_at == importing.now
    assert importing.client("Anna Brown").sharing_changes == anna.sharing_changes + 1


def test_a_namesake_of_another_psychologist_may_be_another_person(importing: Importing) -> None:
    importing.clients("name,psychologist\nDora Eze,Dr Adler\n")
    row = "name,psychologist,external_id\nDora Eze,{who},A-9\n"
    ((line, reason),) = reasons(importing, row.format(who="Dr Okafor"))
    assert line == 2 and "is here without an external_id, with another psychologist" in reason
    assert importing.clients(row.format(who="Dr Adler")).counts == {Outcome.CHANGED: 1}
    assert importing.client("Dora Eze").external_id == "A-9"


@pytest.mark.parametrize("taken", ["Anna Brown", "Dr Okafor"])
def test_a_number_that_is_a_name_would_take_somebody_s_times(
    importing: Importing, taken: str
) -> None:
    row = f"name,psychologist,external_id\nDora Eze,Dr Adler,{taken}\n"
    assert reasons(importing, row) == [(2, "its external_id is somebody's name")]


def test_who_is_here_keeps_what_they_chose(importing: Importing) -> None:
    with importing.database.transaction() as db:
        anna = db.merge(importing.cast.anna)
        anna.joined_at, anna.safe_contact = importing.now, "Never at home"
    row = "Ann,Dr Okafor,A-1001,Europe/Lisbon,en,0400 000 000,Any time\n"
    report = importing.clients(HEADERS + row)
    assert report.changes == ()
    anna = importing.client("Anna Brown")
    assert (anna.time_zone, anna.phone, anna.safe_contact) == (None, None, "Never at home")


def test_first_and_last_name_columns(importing: Importing) -> None:
    importing.clients("First Name,Last Name,Practitioner\nDora,Eze,Dr Adler\n")
    assert importing.client("Dora Eze").psychologist_id == importing.cast.adler.id


def test_namesakes_are_told_apart_by_external_ids(importing: Importing) -> None:
    text = "name,psychologist,external_id\nEve Fox,Dr Adler,E-1\nEve Fox,Dr Adler,E-2\n"
    assert importing.clients(text).counts == {Outcome.CREATED: 2}
    assert reasons(importing, "name,psychologist\nEve Fox,Dr Adler\n") == [
        (2, "two clients have this name; use the external_id")
    ]


def test_who_is_here_without_an_external_id_gets_it(importing: Importing) -> None:
    importing.clients("name,psychologist\nEve Fox,Dr Adler\n")
    report = importing.clients("name,external_id\nEve Fox,E-1\n")
    assert report.counts == {Outcome.CHANGED: 1}
    assert importing.client("Eve Fox").external_id == "E-1"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (",Dr Adler", "there is no name"),
        ("Dora", "it names no psychologist"),
        ("Dora,Dr Nobody", "no psychologist is called «Dr Nobody» here"),
        ("Dora,Maria Santos", "no psychologist is called «Maria Santos» here"),
        ("Dr Lindqvist,Dr Adler", "somebody who works here has this name"),
        ("=HYPERLINK(1),Dr Adler", "name begins like a formula"),
        ("@SUM(1),Dr Adler", "name begins like a formula"),
        ("+Dora,Dr Adler", "name begins like a formula"),
        ("-Dora,Dr Adler", "name begins like a formula"),
        ("Dora,Dr Adler,=1+1", "external_id begins like a formula"),
        ("Dora,Dr Adler,,,,,=cmd", "safe_contact begins like a formula"),
        ("Dora,Dr Adler,,Mars/Olympus", "«Mars/Olympus» is no time zone"),
        ("Dora,Dr Adler,,../etc/passwd", "is no time zone"),
        ("Dora,Dr Adler,,,tlh", "the language «tlh» isn't offered"),
        ("Dora,Dr Adler,,,,call me", "«call me» is no telephone number"),
        ("Dora,Dr Adler,,,,1", "«1» is no telephone number"),
        (f"{'D' * 101},Dr Adler", "name is longer than 100 characters"),
        (f"Dora,Dr Adler,,,,,{'x' * 201}", "safe_contact is longer than 200"),
        ("Do\x07ra,Dr Adler", "characters that can't be printed"),
        ("Do\u202era,Dr Adler", "characters that can't be printed"),
        ("Dora,Dr Adler,,,,,,surplus", "more cells than there are headers"),
    ],
)
def test_a_bad_row_is_named_and_nothing_of_it_is_kept(
    importing: Importing, cells: str, reason: str
) -> None:
    before = importing.everything()
    ((line, said),) = reasons(importing, HEADERS + cells + "\n")
    assert line == 2
    assert reason in said
    assert importing.everything() == before


def test_doubles_in_the_file(importing: Importing) -> None:
    text = "name,psychologist,external_id\nA,Dr Adler,\nA,Dr Adler,1\nB,Dr Adler,1\n"
    assert reasons(importing, text) == [
        (2, "two clients have this name (lines 2, 3); give each an external_id"),
        (4, "line 3 has the same external_id"),
    ]


def test_the_only_psychologist_need_not_be_named(importing: Importing) -> None:
    with importing.database.transaction() as db:
        db.merge(importing.cast.adler).left_at = importing.now
    importing.clients("name\nDora Eze\n")
    assert importing.client("Dora Eze").psychologist_id == importing.cast.okafor.id
