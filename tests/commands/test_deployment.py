"""docs/deployment.md: its files are right, its settings exist, and a copy can be restored with it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.loops.webhook import LARGEST_BODY
from bot.records import encryption
from bot.settings import Settings
from tests.commands.conftest import Operator
from tests.practice import KEY

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "deployment.md").read_text("utf-8")
UNIT = (DOCS / "between-sessions.service").read_text("utf-8")
PROGRAM = "/opt/between-sessions/.venv/bin/between-sessions"


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None, f"an example for {language}"
    return found[1]


def test_the_settings_that_it_names_exist() -> None:
    ours = {"DATABASE_URL", "ENCRYPTION_KEYS", "HTTP_PORT"}
    named = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", PAGE))
    assert named - {name.upper() for name in Settings.model_fields} == set()
    assert ours <= named


@pytest.mark.parametrize("proxy", ["caddy", "nginx"])
def test_a_proxy_hands_on_the_one_path_to_the_right_port(proxy: str) -> None:
    text = block(proxy)
    address = re.search(r"WEBHOOK_URL=https://bot\.example\.org(\S+)", PAGE)
    assert address is not None and f" {address[1]}" in text
    port = Settings.model_fields["webhook_port"].default
    assert re.findall(r"127\.0\.0\.1:([0-9]+)", text) == [str(port)]
    assert str(Settings.model_fields["http_port"].default) not in text
    assert LARGEST_BODY == 1 << 20
    assert re.search(r"max_size 1MiB|client_max_body_size 1m;", text)
    assert "404" in text and "POST" in text


def test_systemd_has_nothing_against_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not here")
    unit = tmp_path / "between-sessions.service"
    assert f"ExecStart={PROGRAM} run\n" in UNIT
    unit.write_text(
        UNIT.replace(PROGRAM, "/bin/true").replace("User=between-sessions", "User=daemon")
    )
    said = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_the_unit_holds_what_the_page_says() -> None:
    for line in (
        "EnvironmentFile=/etc/between-sessions/env", "StateDirectory=between-sessions",
        "WorkingDirectory=/var/lib/between-sessions", "ProtectSystem=strict", "NoNewPrivileges=yes",
        "RestartPreventExitStatus=2",
    ):  # fmt: skip
        assert f"\n{line}\n" in UNIT
    assert "/etc/between-sessions/env" in PAGE and "/var/lib/between-sessions" in PAGE


def test_a_copy_that_was_taken_as_the_page_says_is_restored(practice: Operator) -> None:
    if shutil.which("sqlite3") is None:
        pytest.skip("sqlite3 is not here")
    copy = practice.file.with_name("copy")
    subprocess.run(["sqlite3", practice.file, f".backup {copy}"], check=True)
    before = practice.everything()
    practice.gets("staff", "add", "--role", "senior", "--name", "Dr Lindqvist")
    assert practice.everything() != before

    checked = subprocess.run(
        ["sqlite3", copy, "PRAGMA integrity_check"], check=True, capture_output=True, text=True
    )
    assert checked.stdout == "ok\n"
    shutil.copy(copy, practice.file)
    assert practice.everything() == before
    said = practice.types("check").stdout
    assert re.search(r"^ok +database +sqlite, tables up to date$", said, re.MULTILINE)
    assert re.search(r"^ok +keys +open what is stored$", said, re.MULTILINE)

    practice.sets(ENCRYPTION_KEYS=encryption.new_key())
    said = practice.types("check").stdout
    assert re.search(r"^FAIL +keys +ENCRYPTION_KEYS doesn't open", said, re.MULTILINE)
    practice.sets(ENCRYPTION_KEYS=KEY)
    assert "1 member of staff added" in practice.gets(
        "staff", "add", "--role", "senior", "--name", "Dr Lindqvist"
    )
