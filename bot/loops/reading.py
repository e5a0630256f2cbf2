"""Reads inbox rows before they are worked, outside any transaction: what they say, danger first."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.incoming import Incoming, IncomingKind
from bot.recogniser import Recogniser
from bot.records import inbox
from bot.records.database import Database
from bot.records.encryption import KeyringError
from bot.records.inbox import InboxRow
from bot.rules.triage.danger import Tier
from bot.rules.triage.recognition import Recognition, recognise
from bot.telegram_updates import parse, texts_of

# What was written within this time before, in the same chat, may be the beginning of the same sentence.
_SPLIT_WITHIN = timedelta(minutes=2)
_ROWS_BEFORE, _TEXTS_BEFORE = 8, 3
# Characters of each that are joined: what a sentence needs. More would let long texts keep all others
# waiting.
_LONGEST_JOINED = 500

Said = tuple[str, Recognition | None]  # the words, and what they are about


class Reading:
    """Looks at every text for danger, alone and joined with what was written just before."""

    def __init__(self, database: Database, recogniser: Recogniser) -> None:
        self._database = database
        self._recogniser = recogniser

    async def read(self, row: InboxRow) -> Incoming:
        """Parse an update; one with danger in it is answered even if it can't be parsed."""
        text, recognition = await self._said(row)
        try:
            incoming = await asyncio.to_thread(parse, row.raw)
        except Exception:
            is_danger = recognition is not None and recognition.danger is not None
            if not is_danger or row.chat_id is None or row.chat_id < 0:
                raise
            incoming = Incoming(IncomingKind.OTHER, row.chat_id, text=text)
        if recognition is not None and recognition.danger is not None:
            incoming = replace(incoming, text=text)
        return replace(incoming, recognition=recognition)

    async def said(self, row: InboxRow) -> Said:
        """The same of a row that may be unreadable, and then fails when its own turn comes."""
        try:
            return await self._said(row)
        except KeyringError:
            return "", None

    async def _said(self, row: InboxRow) -> Said:
        """The words, with those before them where only both together are danger."""
        text = text_of(row)
        if not text:
            return "", None
        recognition = await asyncio.to_thread(self._recogniser.recognise, text)
        if recognition.danger is not None or row.chat_id is None or row.chat_id < 0:
            return text, recognition
        before = await self._database.run(
            lambda db: inbox.written_before(db, row, _SPLIT_WITHIN, _ROWS_BEFORE)
        )
        if not before:
            return text, recognition
        return await asyncio.to_thread(self._joined, before, text, recognition)

    def _joined(self, before: Sequence[InboxRow], text: str, alone: Recognition) -> Said:
        """What was danger already, alone or joined, was answered then: it begins nothing any more."""
        parts: list[str] = []
        for each in _texts(before):
            is_over = self._recogniser.recognise(each).danger is not None or self._together(
                parts, each
            )
            parts = [] if is_over else [*parts, each]
        return self._together(parts, text) or (text, alone)

    def _together(self, parts: Sequence[str], text: str) -> Said | None:
        """The words with all before them, if some of those make danger of them; else None."""
        for first in range(len(parts) - 1, -1, -1):
            begins = text[:_LONGEST_JOINED]
            joined = " ".join([*parts[first:], begins])
            recognition = self._recogniser.recognise(joined)
            if _is_sure(joined, recognition):
                return "\n".join([*parts, text]), recognition
        return None


def _is_sure(joined: str, recognition: Recognition) -> bool:
    """What two texts say together by chance only the model half suspects (1 in 30 such pairs)."""
    if recognition.danger is None:
        return False
    return recognition.danger.tier is Tier.HIGH or recognise(joined).danger is not None


def _texts(rows: Sequence[InboxRow]) -> list[str]:
    """Their words, but commands; of long ones the end."""
    found = []
    for row in rows:
        try:
            found += texts_of(row.raw)
        except KeyringError:  # it fails when its own turn comes
            continue
    words = [text[-_LONGEST_JOINED:] for text in found if text and not text.startswith("/")]
    return words[-_TEXTS_BEFORE:]


def text_of(row: InboxRow) -> str:
    """An update has one text; a hostile or broken one may have more."""
    return "\n".join(texts_of(row.raw))
