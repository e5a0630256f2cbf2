"""The material that the model is made of: it can be read, and the voices it is tested on are its own."""

import re
from collections import Counter
from pathlib import Path

import pytest

from training import material
from training.material import LABELS, Message

LEARNED = material.read(material.FOLDER)
TEST = material.read(material.TEST_FOLDER)
_A_PHRASE = 6  # words; shorter ones are anybody's


def test_there_is_much_of_every_label_in_many_voices() -> None:
    counts = Counter(each.label for each in LEARNED)
    assert all(counts[label] >= 800 for label in LABELS), counts
    assert len(LEARNED) >= 20_000
    assert len({each.voice for each in LEARNED}) >= 150


def test_hard_negatives_and_both_tiers_are_well_there() -> None:
    tiers = Counter(each.tier for each in LEARNED)
    assert min(tiers["high"], tiers["possible"]) >= 1500
    assert sum(each.is_trap for each in LEARNED) >= 2000


def test_no_voice_is_on_both_sides() -> None:
    learned, aside = material.split(LEARNED)
    voices = [{each.voice for each in one} for one in (learned, aside, TEST)]
    assert not voices[0] & voices[1] and not voices[1] & voices[2] and not voices[0] & voices[2]
    assert len(voices[1]) >= 10


def test_no_line_of_some_length_is_on_both_sides() -> None:
    assert not _phrases(LEARNED) & _phrases(TEST)


def _phrases(messages: list[Message]) -> set[str]:
    plain = (re.sub(r"\W+", " ", each.text).strip().lower() for each in messages)
    return {each for each in plain if each.count(" ") >= _A_PHRASE}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("[other]\nhello", "doesn't begin with"),
        ("# voice: me\nhello", "line 2: no heading yet"),
        ("# voice: me\n[crisis]\nhello", "wants a tier"),
        ("# voice: me\n[other high]\nhello", "wants a tier"),
        ("# voice: me\n[sad]\nhello", "has a label"),
        ("# voice: me\n[other loud]\nhello", "has a mark"),
    ],
)
def test_a_slip_in_a_voice_is_named(tmp_path: Path, lines: str, fault: str) -> None:
    (tmp_path / "me.txt").write_text(lines, "utf-8")
    with pytest.raises(ValueError, match=fault):
        material.read(tmp_path)
