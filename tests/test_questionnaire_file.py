"""The file that CHECK_IN_QUESTIONS names: the handbook's example works, and whatever is wrong is said."""

import re
from pathlib import Path

import pytest

from bot.questionnaire_file import read_questionnaire
from bot.rules.questionnaire import OUR_OWN, Item, parse_questionnaire
from tests.practice import settings_for

HANDBOOK = Path(__file__).parents[1] / "docs" / "handbook.md"
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", HANDBOOK.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.toml"


def test_the_handbook_s_example_is_what_it_says(file: Path) -> None:
    file.write_text(EXAMPLE, "utf-8")
    assert read_questionnaire(str(file)).items == (
        Item("heard", "I felt heard", "being heard"),
        Item("pace", "The pace was right for me", "the pace", "not right at all", "just right"),
    )


@pytest.mark.parametrize("none", ["", " "])
def test_without_a_file_the_four_of_our_own_are_asked(none: str) -> None:
    settings = settings_for("sqlite://", check_in_questions=none)
    assert settings.practice().questionnaire == OUR_OWN


def test_the_practice_asks_what_stands_in_its_file(file: Path) -> None:
    file.write_text(EXAMPLE, "utf-8")
    settings = settings_for("sqlite://", check_in_questions=f" {file} ")
    assert settings.practice().questionnaire == parse_questionnaire(EXAMPLE)


def test_what_windows_puts_before_a_text_does_not_matter(file: Path) -> None:
    file.write_text(EXAMPLE.replace("\n", "\r\n"), "utf-8-sig", newline="")
    assert read_questionnaire(str(file)) == parse_questionnaire(EXAMPLE)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "there is no file {file}"),
        (b"\xff\xfel\x00", "{file} isn't plain text: save it as UTF-8"),
        (b"#" * 70_000, "{file} is too large for 64 kB"),
        (b"title = 'x'", "in {file} the file has «title», which means nothing here"),
        (b"[[items]", "in {file} it can't be read as TOML: "),
    ],
)
def test_what_is_wrong_with_it_is_said_with_its_name(
    file: Path, content: bytes | None, why: str
) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ValueError, match=rf"\A{re.escape(why.format(file=file))}.*\Z"):
        read_questionnaire(str(file))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no file"):
        read_questionnaire(str(tmp_path))
