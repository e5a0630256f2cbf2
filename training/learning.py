"""Learning: seeds fixed, the same machine gives the same weights."""

import time
from collections.abc import Iterator, Sequence
from random import Random

import torch

from training.material import Message
from training.network import Network, batch_of, loss_of, tokenizer
from training.varied import varied

SEED = 9
EPOCHS = 3
_BATCH = 32
_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_UP = 0.06  # of all steps


def learn(messages: Sequence[Message], epochs: int = EPOCHS, seed: int = SEED) -> Network:
    """Fine-tune all but the word embeddings."""
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    random, network, reader = Random(seed), Network(), tokenizer()
    steps = epochs * (len(messages) // _BATCH + 1)
    trained = [each for each in network.encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": trained, "lr": _RATE},
            {
                "params": [each for head in network.heads for each in head.parameters()],
                "lr": _HEAD_RATE,
            },
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, steps))
    for epoch in range(epochs):
        network.train()
        began, total = time.monotonic(), 0.0
        for batch in _batches(varied(messages, random), random):
            ids, mask = batch_of([each.text for each in batch], reader)
            loss = loss_of(network(ids, mask), batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        seconds = time.monotonic() - began
        print(
            f"epoch {epoch + 1} of {epochs}: loss {total / len(messages):.3f}, {seconds:.0f} s",
            flush=True,
        )
    network.eval()
    return network


def _share(step: int, steps: int) -> float:
    warm = max(1, int(steps * _WARM_UP))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))


def _batches(messages: Sequence[Message], random: Random) -> Iterator[list[Message]]:
    """Texts of about one length together, in a random order."""
    order = sorted(messages, key=lambda each: len(each.text) * random.uniform(0.8, 1.25))
    cut = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
    random.shuffle(cut)
    yield from cut
