"""The file .env: what is written is read again as it was, and nothing else in it moves."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot import env_file
from bot.settings import read_settings
from tests.practice import KEY

NAMES = ("TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS", "PRACTICE_NAME", "PRACTICE_PHONE")
REQUIRED = {"TELEGRAM_BOT_TOKEN": "7700123:planted", "ENCRYPTION_KEYS": KEY}


@pytest.mark.parametrize(
    "value",
    [
        "Riverside",
        "Riverside & Sons",
        "it's «here»",
        'say "hello"',
        "a # b",
        "#1",
        " around ",
        "C:\\new\\table",
        "two\nlines\r\n",
        "${HOME} $HOME ${x:-y}",
        "$",
        "$}{",
        "'",
        "Über 10 % – =x;",
    ],
)
def test_the_settings_read_what_was_written(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    env_file.write(
        Path(".env"), env_file.changed("", {**REQUIRED, "PRACTICE_NAME": value, "AFTER": "1"})
    )
    settings = read_settings()
    assert settings.practice_name == value
    assert settings.encryption_keys.get_secret_value() == KEY


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
@example("${a}${b")
@example("\\${a}")
def test_whatever_is_written_is_read_again(value: str) -> None:
    text = env_file.changed("BEFORE=1\n", {"NAME": value, "AFTER": "2"})
    assert env_file.values_of(text) == {"BEFORE": "1", "NAME": value, "AFTER": "2"}
    assert env_file.values_of(env_file.changed(text, {"NAME": "other", "BEFORE": value})) == {
        "BEFORE": value, "NAME": "other", "AFTER": "2",
    }  # fmt: skip


OLD = """\
# Ours since May.
export PRACTICE_PHONE = 1  # the desk
SOMETHING_ELSE='kept # as it is'

practice_name='old # name'
not a line of settings
PRACTICE_PHONE="2"   # the one that counts
LAST=1"""


def test_other_lines_and_comments_stay() -> None:
    new = env_file.changed(OLD, {"PRACTICE_NAME": "New", "PRACTICE_PHONE": "03 9", "MORE": "x"})
    assert new == OLD.replace("'old # name'", "New").replace(
        'PRACTICE_PHONE="2"   # the', "PRACTICE_PHONE=03 9  # the"
    ) + ("\nMORE=x\n")
    assert env_file.changed(OLD, {}) == OLD + "\n"


def test_nobody_else_can_read_the_file_whatever_it_was_before(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("old")
    file.chmod(0o644)
    before = os.umask(0)
    try:
        env_file.write(file, "new")
    finally:
        os.umask(before)
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o600)
    assert os.listdir(tmp_path) == [".env"]


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / ".env").symlink_to("real")
    env_file.write(tmp_path / ".env", "new")
    assert (tmp_path / ".env").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
