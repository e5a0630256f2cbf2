"""Practices at rest: played once, and copied for each test that starts from there."""

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.practice import Practice, World


@dataclass(frozen=True)
class Snapshot:
    """Everything that there is: the database file, and Telegram with its clock."""

    file: bytes
    world: World

    @classmethod
    def of(cls, practice: Practice) -> "Snapshot":
        """How all stands in this practice now."""
        assert practice.database.file is not None, "only SQLite files are copied"
        world = deepcopy((practice.hand, practice.telegram))
        return cls(practice.database.file.read_bytes(), world)

    def begin(self, file: Path, **settings: Any) -> Practice:
        """A practice at this file that goes on from here."""
        return Practice(url_of(file), self.laid_at(file), **settings)

    def laid_at(self, file: Path) -> World:
        """Put the database there in place of whatever was; gives the world that belongs to it."""
        lay(self.file, file)
        return deepcopy(self.world)


def lay(database: bytes, file: Path) -> None:
    """Make this the database at a file; nobody has it open, or they keep the old one."""
    file.unlink(missing_ok=True)
    file.write_bytes(database)


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"
