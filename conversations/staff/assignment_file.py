"""A picture or file that is to go with homework: whether it can, and what is said of it."""

from bot.incoming import IncomingFile
from bot.records.homework import Homework
from bot.records.outbox import FileKind
from bot.rules.homework import LARGEST_FILE, is_program
from bot.texts import _
from bot.turn import Turn


def carried(file: dict[str, str] | None) -> dict[str, str]:
    """As a step is begun with it."""
    return {"file_kind": file["kind"], "file_id": file["id"]} if file else {}


def file_of(file_kind: str, file_id: str) -> dict[str, str] | None:
    return {"kind": file_kind, "id": file_id} if file_id else None


def words_under(turn: Turn) -> str:
    assert turn.incoming is not None, "a file was sent"
    return turn.incoming.text.strip()


def refusal_of(file: IncomingFile) -> str:
    """Why this can't go along; empty if it can."""
    if file.size > LARGEST_FILE:
        return _("That file is larger than 20 MB, so I didn't keep it. Please send a smaller one.")
    if is_program(file.name):
        return _("That file is a program, so I didn't keep it. A picture or a document can go.")
    return ""


def keep(row: Homework, file: IncomingFile) -> str:
    """One goes along: the newest. What is said of it."""
    takes_place = row.file is not None
    row.file = {"kind": file.kind.value, "id": file.id}
    return kept_words(file, takes_place=takes_place)


def kept_words(file: IncomingFile, *, takes_place: bool = False) -> str:
    kept = (
        _("This one goes with it, in place of the one before.")
        if takes_place
        else _("It goes with it.")
    )
    if file.kind is not FileKind.DOCUMENT:
        return kept
    return " ".join([kept, _("Others may read the file's name: choose one that says nothing.")])
