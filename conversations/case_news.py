"""Telling a client about their case: a first line that says nothing, then the rest."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.buttons import Button, button
from bot.records import people
from bot.records.cases import Case
from bot.records.people import Person, Telephone
from bot.texts import _
from bot.turn import Turn


def _news_at(turn: Turn, client: Person) -> datetime:
    """When news reaches a client: what they did just now is answered at once, all else by day."""
    if turn.incoming is not None and turn.person.id == client.id:
        return turn.now
    return client.clocks(turn.practice).once_not_quiet(turn.now)


def tell_client(
    turn: Turn, case: Case, text: str, buttons: Sequence[Button] = (), *,
    head: str = "", **fields: Any,
) -> bool:  # fmt: skip
    """Say something about a case to its client, whoever this turn is about. False if it can't be.

    The first line, which shows on a locked telephone, says nothing. Where others see the telephone
    only that line comes, and a button that shows the rest. `fields` are those of Draft.
    """
    client = people.get(turn.db, case.client_id)
    with turn.speaking_to(client):
        head = head or _("There's news for you.")
        draft = turn.alert(**{"topic": case.topic, "due_at": _news_at(turn, client), **fields})
        if client.telephone is not Telephone.OWN:
            see = [button(_("See it"), "concern_status:see", case.id)]
            return turn.tell(client, head, see, draft=draft) is not None
        return turn.tell(client, f"{head}\n\n{text}", buttons, draft=draft) is not None
