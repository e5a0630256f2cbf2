"""The command that says of any text what the bot would take it for; reads and keeps no data."""

import json
import sys
from typing import Any

import click

from bot.opening import Refusal
from bot.rules.triage.danger import is_danger
from bot.rules.triage.topics import Label, topic_of

_CRISIS = "crisis"


@click.command()
def triage() -> None:
    """Label texts: JSON lines {"text": …} in, {"label": …, "labels": […]} out, in the same order."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            answer = labels_of(_text_of(line, number))
            click.echo(json.dumps(answer))  # flushed line by line: whoever asks may wait for it


def labels_of(text: str) -> dict[str, Any]:
    topic = topic_of(text)
    labels = [label.value for label in topic.labels]
    if not is_danger(text):
        return {"label": topic.label.value, "labels": labels}
    others = [label for label in labels if label != Label.OTHER.value]
    return {"label": _CRISIS, "labels": [_CRISIS, *others], "tier": "high"}


def _text_of(line: bytes, number: int) -> str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    text = row.get("text") if isinstance(row, dict) else None
    if not isinstance(text, str):
        raise Refusal(f'Line {number} is not a JSON object with a text, like {{"text": "Hello"}}.')
    return text
