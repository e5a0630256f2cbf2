"""The real python-telegram-bot talks to the simulator and notices no difference."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Play = Callable[[Callable[[Bot], Awaitable[Any]]], Any]

YES_OR_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Yes", callback_data="y"),
            InlineKeyboardButton("No", callback_data="n"),
        ]
    ]
)


def test_the_bot_learns_who_it_is(telegram: Telegram, play: Play) -> None:
    async def story(bot: Bot) -> None:
        me = await bot.get_me()
        assert (me.id, me.username, me.is_bot) == (1000000, "simulated_bot", True)

    play(story)
    assert telegram.violations == []


def test_a_conversation_with_a_tap(telegram: Telegram, anna: Person, play: Play) -> None:
    async def story(bot: Bot) -> None:
        await bot.send_message(anna.id, "Is Tuesday fine?", reply_markup=YES_OR_NO)
        anna.taps("Yes")
        assert anna.unanswered_taps == ["Yes"]
        (update,) = await bot.get_updates()
        query = update.callback_query
        assert query is not None
        assert (query.data, query.from_user.id) == ("y", anna.id)
        await query.answer("Noted")
        await query.edit_message_text("See you on Tuesday.")

    play(story)
    assert [(toast.text, toast.alert) for toast in anna.toasts] == [("Noted", False)]
    assert anna.unanswered_taps == []
    assert anna.sees("See you on Tuesday.").buttons == []
    anna.sees_nothing_of("Is Tuesday fine?")
    assert telegram.violations == []


def test_a_start_link_arrives_as_a_command(anna: Person, play: Play) -> None:
    anna.follows("https://t.me/simulated_bot?start=CODE-1")

    async def story(bot: Bot) -> tuple[Update, ...]:
        return await bot.get_updates()

    (update,) = play(story)
    assert update.message.text == "/start CODE-1"
    assert [each.type for each in update.message.entities] == ["bot_command"]
    assert update.effective_user.language_code == "en"


def test_pictures_and_files_arrive(telegram: Telegram, anna: Person, play: Play) -> None:
    async def story(bot: Bot) -> None:
        await bot.send_photo(anna.id, PIXEL, caption="How it went")
        await bot.send_document(anna.id, b"BEGIN:VCALENDAR", filename="session.ics")

    play(story)
    photo, document = anna.unread()
    assert photo.photo is not None
    assert document.document is not None
    assert (photo.text, photo.photo.data) == ("How it went", PIXEL)
    assert (document.document.name, document.document.data) == ("session.ics", b"BEGIN:VCALENDAR")
    assert telegram.violations == []


def test_the_bot_downloads_what_a_person_sent(anna: Person, play: Play) -> None:
    anna.sends_document(b"name,psychologist", "clients.csv", "the list")

    async def story(bot: Bot) -> bytes:
        (update,) = await bot.get_updates()
        assert update.message is not None
        assert update.message.document is not None
        file = await update.message.document.get_file()
        return bytes(await file.download_as_bytearray())

    assert play(story) == b"name,psychologist"


def test_a_reply_keyboard_types_its_label(anna: Person, play: Play) -> None:
    async def story(bot: Bot) -> tuple[Update, ...]:
        markup = ReplyKeyboardMarkup([["Menu"], ["Help"]], one_time_keyboard=True)
        await bot.send_message(anna.id, "What next?", reply_markup=markup)
        assert anna.keyboard == ["Menu", "Help"]
        anna.taps("Help")
        assert anna.keyboard == []
        return await bot.get_updates()

    (update,) = play(story)
    assert update.message.text == "Help"


def test_a_raw_poll_wakes_when_somebody_types(telegram: Telegram, anna: Person, play: Play) -> None:
    async def story(bot: Bot) -> Any:
        poll = asyncio.create_task(bot.do_api_request("getUpdates", {"timeout": 50}))
        await telegram.change.until(lambda: telegram.poll is not None)
        anna.types("hello")
        return await poll

    with pytest.warns(UserWarning, match="do_api_request"):
        (update,) = play(story)
    assert update["message"]["text"] == "hello"


def test_trouble_has_the_classes_that_the_library_gives_it(
    telegram: Telegram, anna: Person, ben: Person, play: Play
) -> None:
    async def story(bot: Bot) -> None:
        for kind, expected in [
            ("too_many_requests", RetryAfter),
            ("server_error", NetworkError),
            ("bad_gateway", NetworkError),
            ("drop_before", NetworkError),
            ("drop_after", NetworkError),
        ]:
            telegram.faults.fail(kind)
            with pytest.raises(expected):
                await bot.send_message(anna.id, f"sent despite {kind}")
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await bot.send_message(ben.id, "hello")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(1, "hello")

    play(story)
    assert [bubble.text for bubble in anna.unread()] == ["sent despite drop_after"]


def test_a_slow_answer_times_out_though_the_message_arrived(
    telegram: Telegram, anna: Person, play: Play
) -> None:
    telegram.faults.fail("slow", seconds=30, method="sendMessage")

    async def story(bot: Bot) -> None:
        with pytest.raises(TimedOut):
            await bot.send_message(anna.id, "hello", read_timeout=0.01)

    play(story)
    assert anna.sees("hello")


def test_a_block_is_told_and_felt(anna: Person, play: Play) -> None:
    async def story(bot: Bot) -> tuple[Update, ...]:
        anna.blocks_bot()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(anna.id, "hello")
        anna.unblocks_bot()
        await bot.send_message(anna.id, "hello again")
        return await bot.get_updates()

    blocked, unblocked = (update.my_chat_member for update in play(story))
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert unblocked.new_chat_member.status == "member"
    assert [bubble.text for bubble in anna.unread()] == ["hello again"]
