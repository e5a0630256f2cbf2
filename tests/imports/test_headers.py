"""Headers of ours and of other programs, and which of them a file can't be without."""

import pytest

from bot.imports import headers
from bot.records.import_files import ImportKind
from tests.imports.conftest import Importing


@pytest.mark.parametrize("kind", ImportKind)
def test_our_own_headers_are_all_known(kind: ImportKind) -> None:
    ours = headers.PLAIN[kind].split(",")
    assert list(headers.columns_of(kind, ours)) != []
    assert set(headers.columns_of(kind, ours)) >= set(ours)
    assert headers.missing(kind, headers.columns_of(kind, ours)) == []
    assert headers.twice(kind, ours) is None


def test_ours_count_before_others() -> None:
    at = headers.columns_of(ImportKind.CLIENTS, ["Patient", "Starts_At", "NAME *"])
    assert at == {"name": 2}


def test_an_export_with_split_columns(importing: Importing) -> None:
    text = (
        '"Patient Number","Patient First Name","Patient Last Name","Date","Start Time",'
        '"End Time","Staff Member Name","State"\n'
        '"A-1001","Anna","Brown","8/12/2026","11:00 AM","12:20 PM","Dr Okafor","Booked"\n'
    )
    assert importing.sessions(text).bad == ()
    (row,) = importing.booked()
    assert (row.client_id, row.minutes) == (importing.cast.anna.id, 80)
