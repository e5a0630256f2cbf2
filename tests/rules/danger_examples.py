"""Messages with danger in them and messages that only sound so: danger_examples.txt, all our own."""

from pathlib import Path

_LINES = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()


def _section(name: str) -> tuple[str, ...]:
    """The lines under «[name]», up to the first empty one."""
    after = _LINES[_LINES.index(f"[{name}]") + 1 :]
    return tuple(after[: after.index("")] if "" in after else after)


SELF = _section("SELF")
FROM_OTHERS = _section("FROM_OTHERS")
TO_OTHERS = _section("TO_OTHERS")
NOT_FOUND_YET = _section("NOT_FOUND_YET")
HARMLESS = _section("HARMLESS")
