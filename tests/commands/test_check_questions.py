"""`check` on the questions of a check-in: shown as they are asked, refused with a sentence, names kept."""

from pathlib import Path

from sqlmodel import Session

from bot.clock import Clock
from bot.records import questionnaires
from bot.rules.questionnaire import OUR_OWN, parse_questionnaire
from tests.commands.conftest import Operator

OWN = """
[[items]]
name = "pace"
sentence = "The pace <was> right & 🙂"
topic = "the pace"
[[items]]
name = "heard"
sentence = "I felt heard and respected"
topic = "being heard"
highest = "always"
"""


def lines_of(operator: Operator) -> list[str]:
    said = operator.types("check").stdout.splitlines()
    return [" ".join(line.split()) for line in said if line[6:].startswith("question")]


def test_our_own_are_shown_where_no_file_is_named(practice: Operator) -> None:
    first, second, *_others = lines_of(practice)
    assert first == "ok questions 4, our own"
    assert second == (
        "ok question 1 «I felt heard and respected»; 0 is not at all, 10 is completely; "
        "if low: «being heard was low today»; name: heard"
    )


def test_the_practice_s_own_are_shown_as_they_are_asked(practice: Operator, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    practice.sets(CHECK_IN_QUESTIONS="own.toml")
    first, second, third = lines_of(practice)
    assert first == "ok questions 2, yours, of own.toml"
    assert "«The pace <was> right & 🙂»; 0 is not at all, 10 is completely" in second
    assert "10 is always; if low: «being heard was low today»; name: heard" in third


def test_a_file_that_can_t_be_used_ends_it_with_what_to_change(
    practice: Operator, tmp_path: Path
) -> None:
    (tmp_path / "own.toml").write_text(OWN.replace('topic = "the pace"', ""), "utf-8")
    practice.sets(CHECK_IN_QUESTIONS="own.toml")
    for command in ("check", "run"):
        assert practice.is_refused(command) == (
            "CHECK_IN_QUESTIONS can't be used: in own.toml question 1 has no topic."
        )


def test_a_sentence_that_has_lost_its_name_is_a_warning(practice: Operator, tmp_path: Path) -> None:
    practice.looks(lambda db: questionnaires.kept(db, OUR_OWN, Clock().now()).id)
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    practice.sets(CHECK_IN_QUESTIONS="own.toml")
    assert not any(line.startswith("warn") for line in lines_of(practice))
    (tmp_path / "own.toml").write_text(OWN.replace('"heard"', '"felt"'), "utf-8")
    (warning,) = (line for line in lines_of(practice) if line.startswith("warn"))
    assert warning == (
        "warn questions «I felt heard and respected» was heard before: keep that name, or answers "
        "to it aren't compared with earlier ones"
    )


def test_wordings_are_kept_once_and_in_their_order(practice: Operator) -> None:
    own = parse_questionnaire(OWN)

    def keep() -> list[str]:
        def look(db: Session) -> list[str]:
            for each in (OUR_OWN, own, OUR_OWN):
                questionnaires.kept(db, each, Clock().now())
            return [each.version for each in questionnaires.all_kept(db)]

        return practice.looks(look)

    assert keep() == keep() == [OUR_OWN.version, own.version]
