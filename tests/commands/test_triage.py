"""`triage` labels texts from outside: in order, danger first, and refuses what is no text."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main


def fed(*lines: str | bytes, model: str = "on") -> Result:
    given = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return CliRunner(env={"TRIAGE_MODEL": model}).invoke(main, ["triage"], input=given)


def answers(*texts: str) -> list[dict[str, Any]]:
    """Without the model, by words alone; why is left out."""
    result = fed(*(json.dumps({"text": text}) for text in texts), model="off")
    assert result.exit_code == 0, result.output
    return [
        {name: said for name, said in json.loads(line).items() if name != "why"}
        for line in result.stdout.splitlines()
    ]


def test_every_text_gets_its_labels_in_order() -> None:
    assert answers("hello", "She's lovely, but I don't feel heard.", "") == [
        {"label": "other", "labels": ["other"]},
        {"label": "relationship_concern", "labels": ["relationship_concern", "positive"]},
        {"label": "other", "labels": ["other"]},
    ]


def test_danger_comes_first_and_what_else_it_is_about_stays() -> None:
    assert answers("I want to die", "My therapist shouted at me and I want to die") == [
        {"label": "crisis", "labels": ["crisis"], "tier": "high"},
        {"label": "crisis", "labels": ["crisis", "conduct"], "tier": "high"},
    ]


def test_text_of_any_kind_and_other_fields_are_taken() -> None:
    result = fed('{"text": "é💔\\ud800", "lang": "en"}', "", b'{"text": "ok"}\r', "")
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "line",
    ["secret words", '"secret words"', '{"text": 5}', '{"words": "secret"}', "[]", b"\xff", "[" * 9999],
)  # fmt: skip
def test_a_bad_line_is_named_and_its_words_are_not_repeated(line: str | bytes) -> None:
    result = fed('{"text": "hello"}', line, '{"text": "hello"}')
    assert result.exit_code == 2
    assert result.stderr.startswith("Line 2 is not a JSON object")
    assert "secret" not in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_each_answer_says_what_decided() -> None:
    text = json.dumps({"text": "I want to die"})
    by_words = json.loads(fed(text, model="off").stdout)["why"]
    assert len(by_words) == 1 and "want to die" in by_words[0]
    with_model = json.loads(fed(text, model="on").stdout)["why"]
    assert "want to die" in with_model[0] and "model 0." in with_model[0]


def test_a_setting_that_is_neither_on_nor_off_gets_a_sentence() -> None:
    result = fed('{"text": "hello"}', model="perhaps")
    assert result.exit_code == 2
    assert result.stderr == "TRIAGE_MODEL can't be used: it is on or off.\n"


def test_nothing_in_nothing_out() -> None:
    assert answers() == []
