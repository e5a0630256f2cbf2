"""The door to Telegram: asks for updates, sends rows, and judges what came of it."""

import asyncio
import logging
import os
import warnings
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import telegram
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.records.outbox import Body, OutboxKind, OutboxRow
from bot.telegram_files import Files
from bot.verdicts import Outcome, Verdict

# The library says how long to wait as a timedelta, and doesn't warn at each 429 that it will one day.
os.environ.setdefault("PTB_TIMEDELTA", "1")
# It would log an answer that it can't read as it came, with people's words in it.
logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
_POLL_MARGIN_SECONDS = 10
# Updates brought side by side. They are stored one after the other: more would only wait longer.
WEBHOOK_CONNECTIONS = 10

# Error texts where Telegram has no class of its own (FACTS §1), in lower case.
_SAME_CONTENT = "message is not modified"
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited")
_NOTHING_TO_DELETE = ("message to delete not found", "message can't be deleted")
_GONE_FOR_GOOD = ("chat not found", "user is deactivated", "peer_id_invalid")


class TokenRefused(Exception):
    """Telegram doesn't know this token: nothing will work until it is changed."""


class PollFailed(Exception):
    """No updates this time; `retry_after` says how long to wait where Telegram said so."""

    def __init__(self, reason: str, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True)
class WebhookState:
    """What Telegram says of the bot's webhook. `url` is empty if none is set."""

    url: str
    waiting: int
    failed_at: datetime | None = None
    why: str = ""  # in Telegram's words

    def is_failing(self, now: datetime, recently: timedelta) -> bool:
        """Whether updates wait that Telegram tried to bring a short while ago, in vain."""
        return self.waiting > 0 and self.failed_at is not None and now - self.failed_at < recently


class TelegramGateway:
    """One bot at one Bot API server."""

    def __init__(self, token: str, api_url: str, transport: Any = None) -> None:
        options = {"transport": transport} if transport is not None else {}
        self._requests = (
            HTTPXRequest(connection_pool_size=2, httpx_kwargs=options),
            HTTPXRequest(connection_pool_size=64, pool_timeout=10, httpx_kwargs=options),
        )
        for_polls, for_the_rest = self._requests
        self._bot = telegram.Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=for_the_rest,
            get_updates_request=for_polls,
        )
        self._files = Files(self._bot)

    async def close(self) -> None:
        await asyncio.gather(*(request.shutdown() for request in self._requests))

    async def username(self) -> str:
        """The bot's name in Telegram. TokenRefused or PollFailed if it can't be had."""
        with _as_poll_failed():
            me = await self._bot.get_me()
        return me.username or ""

    async def stop_webhook(self) -> None:
        """Go over to polling and keep what is pending."""
        with _as_poll_failed():
            await self._bot.delete_webhook(drop_pending_updates=False)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates brought to this address; what is pending is brought too."""
        with _as_poll_failed():
            await self._bot.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=WEBHOOK_CONNECTIONS,
                drop_pending_updates=False,
            )

    async def webhook_state(self) -> WebhookState:
        with _as_poll_failed():
            info = await self._bot.get_webhook_info()
        return WebhookState(
            url=info.url,
            waiting=info.pending_update_count,
            failed_at=info.last_error_date,
            why=info.last_error_message or "",
        )

    async def poll(self, offset: int | None, wait_seconds: int = POLL_SECONDS) -> list[Any]:
        """Updates as they come, unparsed. Asking with `offset` confirms all before it.

        Raw, because the library's own polling confirms what nobody has stored yet and never gets
        past an update that it can't build (FACTS §2).
        """
        question = {
            "timeout": wait_seconds,
            "allowed_updates": ALLOWED_UPDATES,
            **({} if offset is None else {"offset": offset}),
        }
        with _as_poll_failed(), warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBUserWarning)  # it advises its own get_updates
            answer = await self._bot.do_api_request(
                "getUpdates", question, read_timeout=wait_seconds + _POLL_MARGIN_SECONDS
            )
        return answer if isinstance(answer, list) else []

    # --- sending

    async def send(self, row: OutboxRow, edits_message: int | None) -> Verdict:
        """Send one row. Never raises: whatever happens is a verdict."""
        try:
            if row.kind is OutboxKind.FETCH:
                assert row.body.file is not None, "what is fetched is named"
                contents = await self._files.fetch(row.body.file["id"])
                return Verdict(Outcome.SENT, contents=contents)
            message_id = await self._carry_out(row, row.body, edits_message)
        except BadRequest as error:  # before NetworkError, of which it is a kind
            return _refusal(row.kind, error)
        except RetryAfter as error:
            return Verdict(Outcome.WAIT, retry_after=_seconds(error), reason="RetryAfter")
        except Forbidden:
            return Verdict(Outcome.UNREACHABLE, reason="Forbidden")
        except ChatMigrated:
            return Verdict(Outcome.REFUSED, reason="ChatMigrated")
        except TelegramError as error:
            return Verdict(Outcome.TRY_AGAIN, reason=type(error).__name__)
        return Verdict(Outcome.SENT, message_id=message_id)

    async def _carry_out(self, row: OutboxRow, body: Body, edits_message: int | None) -> int | None:
        match row.kind:
            case OutboxKind.MESSAGE:
                return await self._send_message(row.chat_id, body)
            case OutboxKind.EDIT:
                if edits_message is None:
                    raise BadRequest("Message to edit not found")
                await self._bot.edit_message_text(
                    _sendable(body.text),
                    row.chat_id,
                    edits_message,
                    reply_markup=_inline(body),
                    link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
                )
            case OutboxKind.DELETE:
                assert row.message_id is not None, "a deletion names its message"
                await self._bot.delete_message(row.chat_id, row.message_id)
            case OutboxKind.TAP_ANSWER:
                await self._bot.answer_callback_query(
                    body.callback_id, _sendable(body.text) or None
                )
            case OutboxKind.LEAVE:
                await self._bot.leave_chat(row.chat_id)
            case OutboxKind.COMMANDS if body.commands:
                await self._bot.set_my_commands(
                    [(name, description) for name, description in body.commands],
                    scope=_scope(body),
                )
            case OutboxKind.COMMANDS:
                await self._bot.delete_my_commands(scope=_scope(body))
        return None

    async def _send_message(self, chat_id: int, body: Body) -> int:
        text = _sendable(body.text)
        options: dict[str, Any] = {
            "reply_markup": _markup(body),
            "disable_notification": body.silent or None,
            "protect_content": body.protected or None,
        }
        if body.start_code and "{link}" in text:
            text = text.replace("{link}", await self._files.start_link(body.start_code))
        if body.file is not None:
            return await self._files.send(chat_id, body, text, **options)
        options["link_preview_options"] = telegram.LinkPreviewOptions(is_disabled=True)
        message = await self._bot.send_message(chat_id, text, **options)
        return message.message_id


class _as_poll_failed:  # noqa: N801  # reads as a statement: with _as_poll_failed()
    """Turns the library's errors of a question to Telegram into ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: Any, error: BaseException | None, _trace: Any) -> None:
        if isinstance(error, InvalidToken):
            raise TokenRefused from None
        if isinstance(error, RetryAfter):
            raise PollFailed("RetryAfter", _seconds(error)) from None
        if isinstance(error, TelegramError):
            raise PollFailed(type(error).__name__) from None


def _seconds(error: RetryAfter) -> timedelta:
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _refusal(kind: OutboxKind, error: BadRequest) -> Verdict:
    text = error.message.lower()
    if kind is OutboxKind.EDIT and _SAME_CONTENT in text:
        return Verdict(Outcome.SENT)
    if kind is OutboxKind.EDIT and any(known in text for known in _NOTHING_TO_EDIT):
        return Verdict(Outcome.NOTHING_TO_EDIT)
    if kind is OutboxKind.DELETE and any(known in text for known in _NOTHING_TO_DELETE):
        return Verdict(Outcome.SENT)
    if any(known in text for known in _GONE_FOR_GOOD):
        return Verdict(Outcome.UNREACHABLE, reason="BadRequest")
    return Verdict(Outcome.REFUSED, reason="BadRequest")


def _scope(body: Body) -> telegram.BotCommandScope:
    if body.for_chat is None:
        return telegram.BotCommandScopeDefault()
    return telegram.BotCommandScopeChat(body.for_chat)


def _markup(body: Body) -> telegram.InlineKeyboardMarkup | telegram.ReplyKeyboardMarkup | None:
    if body.buttons or not body.keyboard:
        return _inline(body)
    keys = [[_sendable(label) for label in row] for row in body.keyboard]
    return telegram.ReplyKeyboardMarkup(keys, resize_keyboard=True, is_persistent=True)


def _inline(body: Body) -> telegram.InlineKeyboardMarkup | None:
    if not body.buttons:
        return None
    return telegram.InlineKeyboardMarkup(
        [
            [
                telegram.InlineKeyboardButton(_sendable(text), callback_data=data)
                for text, data in row
            ]
            for row in body.buttons
        ]
    )


def _sendable(words: str) -> str:
    """Half characters (lone surrogates) fit in no request: each becomes a question mark."""
    return words.encode("utf-8", "replace").decode()
