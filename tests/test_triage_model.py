"""The model that is shipped: it loads, is small, keeps to one thread, and survives any text."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.recogniser import Model
from bot.rules.triage.danger import DangerKind
from bot.rules.triage.topics import Label
from bot.triage_model import MODEL_FOLDER, load_model, scores_of

_LARGEST = 25_000_000  # bytes: what the practice's machine is asked to keep


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_its_file_is_small_enough_and_its_card_lies_beside_it() -> None:
    assert (MODEL_FOLDER / "triage.onnx").stat().st_size <= _LARGEST
    assert {"triage.onnx", "tokenizer.json", "CARD.md", "LICENSE"} <= {
        each.name for each in MODEL_FOLDER.iterdir()
    }


def test_danger_in_the_middle_of_a_long_text_is_seen(model: Model) -> None:
    news = "The dog is well and the garden needs rain. We had soup and the bus was late. " * 20
    assert model(news).danger < 0.5
    said = f"{news} I have the pills here and I'm going to take them tonight. {news}"
    assert model(said).danger > 0.5


def test_the_most_dangerous_piece_counts_and_the_clearest_topic() -> None:
    quiet = [-4.0, -4.0, 0.0, 0.0, 0.0, *([-3.0] * len(Label))]
    loud = [3.0, 1.0, 0.0, 5.0, 0.0, *([-3.0] * len(Label))]
    loud[5 + list(Label).index(Label.CONDUCT)] = 3.0
    scores = scores_of([quiet, loud, quiet])
    assert scores.danger > 0.9 and scores.high > 0.7
    assert max(scores.kinds, key=lambda kind: scores.kinds[kind]) is DangerKind.FROM_OTHERS
    assert max(scores.labels, key=lambda label: scores.labels[label]) is Label.CONDUCT


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_probabilities(model: Model, text: str) -> None:
    scores = model(text)
    every = [scores.danger, scores.high, *scores.kinds.values(), *scores.labels.values()]
    assert all(0.0 <= each <= 1.0 for each in every)


def test_nothing_that_could_fetch_from_elsewhere_is_even_imported() -> None:
    asked = "from bot.triage_model import load_model; load_model()('hello'); import sys"
    told = f"{asked}; print([each for each in sys.modules if each.startswith(('huggingface_hub', 'httpx', 'requests'))])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
