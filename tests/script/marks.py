"""A language whose every sentence bears a mark, so that a message tells what it was made of."""

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot import texts

ROOT = Path(__file__).parents[2]
STAFFS_SIDE = (
    "conversations/staff/", "bot/commands/staff_", "bot/commands/sessions.py",
    "bot/staff_changes.py", "bot/imports/",
)  # fmt: skip
# On paper, beside the bot's picture, in mails to staff: no message shows them. tests/test_hand_out.py grades them.
IN_NO_CHAT = ("bot/hand_out.py", "bot/commands/setup_profile.py", "conversations/by_mail.py")
# Characters for private use: they are no letters, so typed answers are read as if they weren't there.
OPENS, CLOSES = "\ue000", "\ue001"  # around what is filled in
_FIRST_MARK, _LAST = 0xE010, 0xF8FF
_CALL = re.compile(r"\b_\(")
_PLACE = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Sentence:
    """What stands in `_()`, and where: «conversations/danger.py: help_now»."""

    text: str
    place: str
    is_for_clients: bool  # may be read in a chat by a client, as far as the code alone can tell


@cache
def sentences() -> tuple[Sentence, ...]:
    """All of them, in the order of files and lines."""
    paths = [path for folder in ("bot", "conversations") for path in (ROOT / folder).rglob("*.py")]
    return tuple(found for path in sorted(paths) for found in _sentences_of(path))


def _sentences_of(path: Path) -> Iterator[Sentence]:
    name = path.relative_to(ROOT).as_posix()
    source = path.read_text("utf-8")
    if not _CALL.search(source):
        return
    tree = ast.parse(source)
    to_others = _speaks_to_others(tree)
    for top in tree.body:
        holder = getattr(top, "name", "module")
        for node in ast.walk(top):
            text = _text_of(node)
            if text is not None:
                is_staffs = name.startswith(STAFFS_SIDE) and node not in to_others
                for_clients = name not in IN_NO_CHAT and not is_staffs
                yield Sentence(text, f"{name}: {holder}", for_clients)


def _text_of(node: ast.AST) -> str | None:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return None
    if node.func.id != "_" or not isinstance(node.args[0], ast.Constant):
        return None
    return str(node.args[0].value)


def _speaks_to_others(tree: ast.Module) -> set[ast.AST]:
    """What stands in a block `with turn.speaking_to(…)`, and in the functions that are named there.

    On the staff's side everything else is said to staff.
    """
    functions = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    todo: list[ast.AST] = [node for node in ast.walk(tree) if _is_speaking_to(node)]
    found: set[ast.AST] = set()
    while todo:
        for node in ast.walk(todo.pop()):
            if node in found:
                continue
            found.add(node)
            if isinstance(node, ast.Name) and node.id in functions:
                todo.append(functions[node.id])
    return found


def _is_speaking_to(node: ast.AST) -> bool:
    return isinstance(node, ast.With) and any(
        "speaking_to" in ast.dump(item.context_expr) for item in node.items
    )


# --- the language


@cache
def _marks() -> dict[str, str]:
    """Sentence to mark."""
    known = dict.fromkeys(each.text for each in sentences())
    assert _FIRST_MARK + len(known) <= _LAST, "there are more sentences than marks"
    return {text: chr(_FIRST_MARK + number) for number, text in enumerate(known)}


@contextmanager
def marked_language(folder: Path) -> Iterator[None]:
    """Within this block English sentences end with their mark, and what is filled in is bracketed."""
    catalog = Catalog(locale="en")
    for text, mark in _marks().items():
        catalog.add(text, _PLACE.sub(lambda place: f"{OPENS}{place[0]}{CLOSES}", text) + mark)
    file = folder / "en" / "LC_MESSAGES" / "bot.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalog)
    before, texts.LOCALES = texts.LOCALES, folder
    try:
        yield
    finally:
        texts.LOCALES = before


def plain(text: str) -> str:
    """As people read it."""
    return "".join(char for char in text if not 0xE000 <= ord(char) <= _LAST)


def made_of(text: str) -> set[str]:
    """The sentences that this text was made of."""
    by_mark = {mark: sentence for sentence, mark in _marks().items()}
    return {by_mark[char] for char in text if char in by_mark}
