"""The text of a CSV file: its bytes become records with the numbers of their lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.imports import headers
from bot.records.import_files import ImportKind
from bot.texts import _

LARGEST = 20_000_000  # bytes; Telegram brings no more either
_DELIMITERS = (",", ";", "\t")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx, ods; xls
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16
_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<script", b"{\\rtf", b"%pdf")


class Unreadable(Exception):
    """The file can't be used at all: one sentence why."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the table: what stands in our columns."""

    line: int  # where it begins in the file
    cells: dict[str, str]
    has_surplus: bool  # something stands beyond the last header


def refuse_size(size: int) -> None:
    """Refuse a file by its size, before it is read."""
    if size > LARGEST:
        raise Unreadable(
            _("The file has {size} MB; {most} MB is the most. Split it into several.").format(
                size=f"{size / 1_000_000:.0f}", most=LARGEST // 1_000_000
            )
        )


def records(contents: bytes, kind: ImportKind) -> Iterator[Record]:
    """The records of a file, one by one. Raises Unreadable, at the latest where it can't go on."""
    _refuse_what_is_no_text(contents)
    start = _after_separator_line(contents)
    delimiter = _delimiter(contents, start, kind)
    lines = _lines(contents, start, delimiter)
    skipped = contents[:start].count(b"\n")
    _line, names = next(lines, (0, []))
    at = _columns(kind, names)
    for line, cells in lines:
        if any(cell.strip() for cell in cells):
            yield Record(
                line + skipped,
                {ours: cells[index] for ours, index in at.items() if index < len(cells)},
                any(cell.strip() for cell in cells[len(names) :]),
            )


def kind_of(contents: bytes) -> ImportKind:
    """What its headers speak of. Raises Unreadable."""
    _refuse_what_is_no_text(contents)
    start = _after_separator_line(contents)
    names = [_names(contents, start, each) for each in _DELIMITERS]
    known = {
        kind: max(len(headers.columns_of(kind, each)) for each in names) for kind in ImportKind
    }
    lacks = {
        kind: min(len(headers.missing(kind, headers.columns_of(kind, each))) for each in names)
        for kind in ImportKind
    }
    return max(ImportKind, key=lambda kind: (-lacks[kind], known[kind]))


def _refuse_what_is_no_text(contents: bytes) -> None:
    refuse_size(len(contents))
    begin = contents[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if contents.startswith(_SPREADSHEETS):
        raise Unreadable(
            _("This is a spreadsheet, not a CSV file. Save it as «CSV UTF-8» and take that.")
        )
    if contents.startswith(_WIDE):
        raise _not_utf8()
    if b"\x00" in contents:
        raise Unreadable(_("This is no CSV file: there are bytes in it that no text has."))
    if begin.startswith(_PAGES):
        raise Unreadable(_("This is a page or a document, not a CSV file. Export it as CSV."))
    if not begin:
        raise Unreadable(_("The file is empty."))


def _not_utf8() -> Unreadable:
    return Unreadable(
        _(
            "The file isn't in UTF-8, so names like «Zoë» would be spoilt. Save it as "
            "«CSV UTF-8» and take that."
        )
    )


def _after_separator_line(contents: bytes) -> int:
    """Excel writes a first line «sep=;» that is no part of the table."""
    first, newline, _rest = contents[:20].partition(b"\n")
    tidy = first.removeprefix(b"\xef\xbb\xbf").strip().lower()
    is_one = newline and tidy.startswith(b"sep=") and len(tidy) <= len(b"sep=;")
    return len(first) + 1 if is_one else 0


def _delimiter(contents: bytes, start: int, kind: ImportKind) -> str:
    """The one with which the header line says most that we know."""
    names = {each: _names(contents, start, each) for each in _DELIMITERS}
    return max(_DELIMITERS, key=lambda each: len(headers.columns_of(kind, names[each])))


def _names(contents: bytes, start: int, delimiter: str) -> list[str]:
    """The headers, if that is what stands between them."""
    try:
        return next(_lines(contents, start, delimiter), (0, []))[1]
    except Unreadable:  # quoted headers can't be read with another delimiter than theirs
        return []


def _columns(kind: ImportKind, names: Sequence[str]) -> dict[str, int]:
    at = headers.columns_of(kind, names)
    double = headers.twice(kind, names)
    if double is not None:
        raise Unreadable(
            _("The header «{header}» stands there twice. Take one of them out.").format(
                header=double.strip()
            )
        )
    missing = headers.missing(kind, at)
    if missing:
        raise Unreadable(
            _(
                "The first line names no «{missing}». It has to be a line of headers, for "
                "example: {example}"
            ).format(missing=", ".join(missing), example=headers.PLAIN[kind])
        )
    return at


def _lines(contents: bytes, start: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """(number of its first line, cells), blank lines left out; never the whole text at once."""
    text = io.TextIOWrapper(io.BytesIO(contents[start:]), encoding="utf-8-sig", newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
    except UnicodeDecodeError:
        raise _not_utf8() from None
    except csv.Error:
        raise Unreadable(
            _(
                "Line {line} can't be read: a quotation mark is not closed, or stands in the "
                "middle of a cell, or the cell is very long."
            ).format(line=begins)
        ) from None
