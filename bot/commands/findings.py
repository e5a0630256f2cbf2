"""What `check` says of one thing: its mark, what was looked at, and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of the table. `mark` is ok, warn or FAIL."""

    mark: str
    what: str
    finding: str

    @property
    def fails(self) -> bool:
        return self.mark == "FAIL"


def ok(what: str, finding: str) -> Finding:
    return Finding("ok", what, finding)


def warn(what: str, finding: str) -> Finding:
    return Finding("warn", what, finding)


def fail(what: str, finding: str) -> Finding:
    return Finding("FAIL", what, finding)
