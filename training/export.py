"""The network as a file that onnxruntime runs: weights in 8 bits, at most 25 MB."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Network, batch_of, tokenizer


def export(network: Network, to: Path) -> None:
    """Write `triage.onnx` and `tokenizer.json` into a folder."""
    to.mkdir(parents=True, exist_ok=True)
    reader = tokenizer()
    example = batch_of(["something to trace with", "and one more"], reader)
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            example,
            str(whole),
            input_names=["ids", "mask"],
            output_names=["logits"],
            dynamic_axes={
                "ids": {0: "rows", 1: "tokens"},
                "mask": {0: "rows", 1: "tokens"},
                "logits": {0: "rows"},
            },
            dynamo=False,
        )
        # reduce_range: without it sums of 8-bit products overflow on machines that lack VNNI.
        quantize_dynamic(
            whole,
            to / "triage.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
    reader.save(str(to / "tokenizer.json"))
