"""The small local model, run by onnxruntime with one thread; made by training/, see its card."""

import math
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from bot.recogniser import Model
from bot.rules.triage.danger import DangerKind
from bot.rules.triage.model_text import pieces
from bot.rules.triage.recognition import Scores
from bot.rules.triage.topics import Label

MODEL_FOLDER = Path(str(resources.files("bot.rules.triage"))) / "model"
_KINDS, _TOPICS = tuple(DangerKind), tuple(Label)


def load_model(folder: Path = MODEL_FOLDER) -> Model:
    """Read the model's files, about a second. Gives what scores one text, in some milliseconds."""
    import numpy
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # an arena keeps what the longest text once needed
    session = onnxruntime.InferenceSession(
        (folder / "triage.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    reader = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))

    def score(text: str) -> Scores:
        rows = []
        for piece in pieces(text):  # one by one: a batch would pad the short ones
            ids = numpy.array([reader.encode(piece).ids], dtype=numpy.int64)
            [logits] = session.run(["logits"], {"ids": ids, "mask": numpy.ones_like(ids)})
            rows.append([float(each) for each in logits[0]])
        return scores_of(rows)

    return score


def scores_of(rows: Sequence[Sequence[float]]) -> Scores:
    """Scores of a text from the logits of its pieces: its most dangerous piece, its clearest topic."""
    worst = max(rows, key=lambda row: row[0])
    kinds = _shares(worst[2 : 2 + len(_KINDS)])
    topics = [_shares(row[2 + len(_KINDS) :]) for row in rows]
    return Scores(
        danger=_probability(worst[0]),
        high=max(_probability(row[1]) for row in rows),
        kinds=dict(zip(_KINDS, kinds, strict=True)),
        labels={label: max(row[place] for row in topics) for place, label in enumerate(_TOPICS)},
    )


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def _shares(logits: Sequence[float]) -> list[float]:
    largest = max(logits)
    powers = [math.exp(each - largest) for each in logits]
    return [each / sum(powers) for each in powers]
