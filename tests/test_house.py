"""The house keeps its rules: sizes, names, first lines, what may stand where."""

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MIGRATIONS = ROOT / "bot" / "records" / "migrations" / "versions"
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
FOLDERS = {"bot", "conversations", "tests", "docs", "training", ".ci"}
NO_DOMAIN_WORD = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "lib"}

MODULES = [
    path
    for folder in ("bot", "conversations", "tests", "training")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.parent != MIGRATIONS
]


def named(module: Path) -> str:
    return str(module.relative_to(ROOT))


@cache
def trees() -> list[tuple[str, ast.Module]]:
    return [(named(module), ast.parse(module.read_text("utf-8"))) for module in MODULES]


def test_a_file_can_be_read_in_one_go() -> None:
    page = sorted((ROOT / "bot" / "demo" / "page").iterdir())
    lengths = {named(file): len(file.read_text("utf-8").splitlines()) for file in MODULES + page}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_can_be_seen_at_once() -> None:
    long = [
        f"{name}: {node.name}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_only_one_place_makes_instants_of_wall_times() -> None:
    """Elsewhere a zone is only read by: `bot/rules/due.py` has the rule for gaps and folds."""
    made_elsewhere = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        if name.startswith(("bot/", "conversations/")) and name != "bot/rules/due.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("replace", "combine")
        for given in node.keywords
        if given.arg == "fold"
        or (given.arg == "tzinfo" and ast.unparse(given.value) not in ("UTC", "None"))
    ]
    assert made_elsewhere == []


def test_conversations_ask_the_one_recogniser_what_a_text_is_about() -> None:
    """`turn.recognised` asks the model too, and outside the transaction; a word list alone doesn't."""
    past_it = [
        f"{name}: {alias.name}"
        for name, tree in trees()
        if name.startswith("conversations")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.rules.triage")
        for alias in node.names
        if alias.name in {"topic_of", "danger_in", "is_danger", "recognise"}
    ]
    assert past_it == []


def test_a_module_says_first_what_it_is_for() -> None:
    assert [name for name, tree in trees() if not ast.get_docstring(tree)] == []


def test_a_module_bears_a_word_of_the_practice() -> None:
    assert [named(module) for module in MODULES if module.stem in NO_DOMAIN_WORD] == []


def test_migrations_say_what_they_do_too() -> None:
    for step in MIGRATIONS.glob("*.py"):
        assert ast.get_docstring(ast.parse(step.read_text("utf-8")))
        assert step.stem[:4].isdecimal() and step.stem[4] == "_"


def test_the_lock_file_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for word in ("://", " @ ", "--index", "--extra-index", "--find-links", "--trusted-host"):
        assert word not in lock
    pinned = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert all("==" in line and line.endswith("\\") for line in pinned), "pinned, with hashes"


def test_the_lock_file_of_the_browser_tests_names_no_host_either() -> None:
    lock = (ROOT / "tests" / "browser" / "package-lock.json").read_text("utf-8")
    assert "://" not in lock and '"resolved"' not in lock
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')


def test_everything_lies_in_a_folder_that_has_a_reason() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    folders = {line.partition("/")[0] for line in listed.stdout.splitlines() if "/" in line}
    assert folders <= FOLDERS
