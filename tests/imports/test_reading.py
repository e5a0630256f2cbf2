"""Bytes become records with the numbers of their lines, or one sentence says why not."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.imports import reading
from bot.imports.reading import Record, Unreadable
from bot.records.import_files import ImportKind

CLIENTS, SESSIONS = ImportKind.CLIENTS, ImportKind.SESSIONS


def read(contents: bytes | str, kind: ImportKind = CLIENTS) -> list[Record]:
    as_bytes = contents.encode() if isinstance(contents, str) else contents
    return list(reading.records(as_bytes, kind))


def names(contents: bytes | str) -> list[str]:
    return [each.cells["name"] for each in read(contents)]


@pytest.mark.parametrize(
    "contents",
    [
        "name,phone\nZoë,1\nBen,2\n",
        "name,phone\r\nZoë,1\r\nBen,2\r\n",
        "name,phone\rZoë,1\rBen,2\r",
        "\ufeffname,phone\nZoë,1\nBen,2",
        "name;phone\nZoë;1\nBen;2\n",
        "name\tphone\nZoë\t1\nBen\t2\n",
        "sep=;\nname;phone\nZoë;1\nBen;2\n",
        "\n\nName , PHONE\n\nZoë,1\n,\n\nBen,2\n\n",
        '"name","phone"\n"Zoë",1\n"Ben",2\n',
        "phone,what,what,name\n1,x,x,Zoë\n2,x,x,Ben\n",
    ],
)
def test_the_same_table_in_many_hands(contents: str) -> None:
    assert names(contents) == ["Zoë", "Ben"]


def test_a_record_knows_the_line_where_it_begins() -> None:
    found = read('name,safe_contact\n"Anna","not\nafter\nsix"\n\nBen,\n')
    assert [each.line for each in found] == [2, 6]
    assert found[0].cells["safe_contact"] == "not\nafter\nsix"


def test_cells_beyond_the_headers_are_noticed() -> None:
    short, exact, empty, long = read("name,phone\nA\nB,1\nC,1,\nD,1,2\n")
    assert [each.has_surplus for each in (short, exact, empty, long)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf  \n ", "The file is empty."),
        ("name\nZoë\n".encode("latin-1"), "Save it as «CSV UTF-8»"),
        ("name\nZoë\n".encode("utf-16"), "Save it as «CSV UTF-8»"),
        (b"PK\x03\x04rest", "This is a spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest", "This is a spreadsheet"),
        (b"name\nA\x00B\n", "bytes in it that no text has"),
        (b"<!DOCTYPE html><html>", "a page or a document"),
        (b"%PDF-1.7", "a page or a document"),
        (b"sep=;\n", "names no «name»"),
        (b"phone\n1\n", "names no «name»"),
        (b"Anna,Dr Okafor\n", "names no «name»"),
        (b"just some words", "names no «name»"),
        (b"name,Name\nA,B\n", "«name» stands there twice"),
        (b'name\n"Anna\n', "Line 2 can't be read"),
        (b'name\nAnna\n"Ben" Carter\n', "Line 3 can't be read"),
        (b"name\n" + b"a" * 200_000, "Line 2 can't be read"),
    ],
)
def test_what_is_no_table_gets_a_sentence(contents: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(contents)
    assert sentence in str(refused.value)


def test_sessions_need_a_client_and_a_time() -> None:
    with pytest.raises(Unreadable, match="names no «client, starts_at»"):
        read("place\nRoom 1\n", SESSIONS)


def test_a_file_over_the_limit_is_refused_by_its_size() -> None:
    with pytest.raises(Unreadable, match="The file has 50 MB; 20 MB is the most"):
        reading.refuse_size(50_000_000)


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (b'"name","psychologist"\n"Anna","Dr Okafor"\n', CLIENTS),
        (b'"client";"starts_at"\n"Anna";"2026-12-08T11:00"\n', SESSIONS),
        (b'sep=;\n"client";"starts_at"\n"Anna";"2026-12-08T11:00"\n', SESSIONS),
        (b"sep=;\n", CLIENTS),  # nothing speaks of either
        (b'"', CLIENTS),
    ],
)
def test_the_headers_say_what_a_file_is_about(contents: bytes, kind: ImportKind) -> None:
    assert reading.kind_of(contents) is kind


@given(st.binary(max_size=100) | st.text("sep=;,\t\n\r\"'name").map(str.encode))
def test_whatever_is_sent_is_read_or_refused(contents: bytes) -> None:
    with suppress(Unreadable):
        kind = reading.kind_of(contents)
        read(contents, kind)


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\"',;= "))


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_what_a_program_writes_is_read_back(
    rows: list[tuple[str, str]], delimiter: str, newline: str, bom: bool
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(
        [("name", "safe_contact"), *rows]
    )
    contents = text.getvalue().encode("utf-8-sig" if bom else "utf-8")
    found = [(each.cells["name"], each.cells["safe_contact"]) for each in read(contents)]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]
