"""Every column has been thought about: copy, erasing, keeping."""

from datetime import timedelta
from typing import NamedTuple

import pytest

from bot.records.data_map import TABLES, Erase, Export, Kept
from bot.records.tables import METADATA

COLUMNS = {
    f"{table.name}.{column.name}": column
    for table in METADATA.tables.values()
    for column in table.columns
}


class Treatment(NamedTuple):
    """What was decided about one column."""

    export: Export
    erase: Erase
    kept: Kept | timedelta


TREATMENTS = {
    f"{name}.{column}": Treatment(export, table.erase, table.kept)
    for name, table in TABLES.items()
    for export, columns in table.export.items()
    for column in columns.split()
}


def test_every_column_is_decided_and_nothing_else() -> None:
    assert set(TREATMENTS) == set(COLUMNS)


def test_no_column_is_decided_twice() -> None:
    for name, table in TABLES.items():
        columns = " ".join(table.export.values()).split()
        assert len(columns) == len(set(columns)), name


def test_rows_are_found_by_columns_that_exist() -> None:
    for name, table in TABLES.items():
        persons = {"person_id", "client_id"} & set(METADATA.tables[name].columns.keys())
        assert table.found_by or not persons, name
        for column in table.found_by:
            assert f"{name}.{column}" in COLUMNS


@pytest.mark.parametrize("column", [name for name in COLUMNS if name.endswith("_sealed")])
def test_what_somebody_wrote_is_in_their_copy_and_goes_with_them(column: str) -> None:
    treatment = TREATMENTS[column]
    assert treatment.export in (Export.YES, Export.ELSEWHERE)
    assert treatment.erase is Erase.GOES
    assert treatment.kept is not Kept.FOR_EVER


@pytest.mark.parametrize(
    "column", [name for name in COLUMNS if name.endswith(("_hash", ".seal_id"))]
)
def test_what_seals_or_finds_is_in_no_copy_and_goes_too(column: str) -> None:
    assert TREATMENTS[column].export is Export.SEAL
    assert TREATMENTS[column].erase is Erase.GOES


def test_only_the_audit_outlives_a_person() -> None:
    outliving = {
        column.partition(".")[0]
        for column, treatment in TREATMENTS.items()
        if treatment.erase is Erase.STAYS or treatment.kept is Kept.FOR_EVER
    }
    assert outliving == {"audit"}


def test_rows_that_refer_to_a_person_who_goes_don_t_stay() -> None:
    """A foreign key to a row that is deleted would keep the database from deleting it."""
    for name, column in COLUMNS.items():
        if any(key.target_fullname == "person.id" for key in column.foreign_keys):
            assert TREATMENTS[name].erase is Erase.GOES


def test_every_table_that_refers_to_a_client_s_row_is_found() -> None:
    for name, table in METADATA.tables.items():
        referring = {key.parent.name for key in table.foreign_keys}
        if referring & {"person_id", "client_id"}:
            assert referring & set(TABLES[name].found_by)


def test_only_a_span_that_pruning_keeps_to_is_named() -> None:
    """tests/records/test_inbox.py, test_invitations.py, test_kept_words.py and test_presence.py show
    that these are pruned."""
    spans = {name: table.kept for name, table in TABLES.items() if type(table.kept) is timedelta}
    assert spans == {
        "inbox": timedelta(days=3),
        "kept_words": timedelta(days=7),
        "outage": timedelta(days=90),
        "outage_question": timedelta(days=90),
        "wrong_code": timedelta(hours=1),
    }
