"""Reads the lists of examples beside it: text files of messages under headings in square brackets."""

from pathlib import Path


class Examples:
    """The messages of one file; a heading's lines end at the first empty one."""

    def __init__(self, name: str) -> None:
        self._lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()

    def under(self, heading: str) -> tuple[str, ...]:
        after = self._lines[self._lines.index(f"[{heading}]") + 1 :]
        return tuple(after[: after.index("")] if "" in after else after)
