"""The command that says of any text what the bot would take it for; reads and keeps no data."""

import json
import sys
from typing import Any

import click

from bot.opening import Refusal
from bot.recogniser import Recogniser
from bot.rules.triage.recognition import Recognition
from bot.rules.triage.topics import Label
from bot.triage_model import load_model
from bot.triage_settings import uses_model

_CRISIS = "crisis"


@click.command()
def triage() -> None:
    """Label texts: JSON lines {"text": …} in; out, in the same order, {"label": …, "labels": […],
    "why": […]}, and "tier" where there is danger."""
    try:
        recogniser = Recogniser(load_model() if uses_model() else None)
    except ValueError as error:
        raise Refusal(str(error)) from None
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            answer = labels_of(recogniser.recognise(_text_of(line, number)))
            click.echo(json.dumps(answer))  # flushed line by line: whoever asks may wait for it


def labels_of(recognition: Recognition) -> dict[str, Any]:
    """What was recognised as it is printed; "why" is which words, or the model, decided."""
    danger, topic = recognition.danger, recognition.topic
    labels, why = [label.value for label in topic.labels], list(topic.words)
    if danger is None:
        return {"label": topic.label.value, "labels": labels, "why": why}
    others = [label for label in labels if label != Label.OTHER.value]
    return {
        "label": _CRISIS,
        "labels": [_CRISIS, *others],
        "tier": danger.tier.value,
        "why": [danger.words, *why],
    }


def _text_of(line: bytes, number: int) -> str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    text = row.get("text") if isinstance(row, dict) else None
    if not isinstance(text, str):
        raise Refusal(f'Line {number} is not a JSON object with a text, like {{"text": "Hello"}}.')
    return text
