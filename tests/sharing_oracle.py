"""What should be seen of what a client shares, reckoned without a row of the program's."""

from dataclasses import dataclass, field

from bot.records.sharings import SharedKind

ALL_SO_FAR = -1  # of a yes: it covers what was made at any step


@dataclass
class Item:
    kind: SharedKind
    row_id: int
    mark: str
    reader: str
    told: int  # the step at which it was made, or last let be seen
    is_kept: bool = False


@dataclass
class Oracle:
    """A yes is the step from which on it covers, or ALL_SO_FAR."""

    reader: str = "okafor"
    yes: dict[SharedKind, int] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)

    def is_seen(self, item: Item, reader: str) -> bool:
        return (
            reader == self.reader == item.reader
            and not item.is_kept
            and item.told >= self.yes.get(item.kind, 1_000_000)
        )

    def seen_by(self, reader: str) -> set[str]:
        return {item.mark for item in self.items if self.is_seen(item, reader)}
