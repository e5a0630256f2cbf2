"""Prints what is found and what is taken for danger: `python -m tests.rules.danger_figures [FILE]`.

Without a file, on our own examples; else on JSON lines with `text`, `label`, `also`.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.rules.triage.danger import is_danger
from tests.rules.danger_examples import FROM_OTHERS, HARMLESS, NOT_FOUND_YET, SELF, TO_OTHERS


def share(name: str, texts: Iterable[str], *, wanted: bool) -> None:
    asked = list(texts)
    found = [text for text in asked if is_danger(text)]
    sys.stdout.write(f"{name}: {len(found)} of {len(asked)}\n")
    for text in asked:
        if is_danger(text) is not wanted:
            sys.stdout.write(f"  {text}\n")


def main(files: list[str]) -> None:
    danger = [*SELF, *FROM_OTHERS, *TO_OTHERS, *NOT_FOUND_YET]
    harmless = list(HARMLESS)
    if files:
        rows = [json.loads(line) for line in Path(files[0]).read_text("utf-8").splitlines()]
        crisis = [row for row in rows if "crisis" in (row["label"], *row["also"])]
        danger = [row["text"] for row in crisis]
        harmless = [row["text"] for row in rows if row not in crisis]
    share("danger found", danger, wanted=True)
    share("false alarms", harmless, wanted=False)


if __name__ == "__main__":
    main(sys.argv[1:])
