"""The bells that wake the loops."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Bells:
    """One event per loop. Whoever commits rows for a loop rings its bell."""

    work: asyncio.Event = field(default_factory=asyncio.Event)
    tick: asyncio.Event = field(default_factory=asyncio.Event)
    send: asyncio.Event = field(default_factory=asyncio.Event)
    mail: asyncio.Event = field(default_factory=asyncio.Event)
    receive: asyncio.Event = field(default_factory=asyncio.Event)

    def ring_all(self) -> None:
        for bell in (self.work, self.tick, self.send, self.mail):
            bell.set()
