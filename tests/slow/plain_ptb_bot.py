"""A plain python-telegram-bot program: polling, one update after the other, one reply to each.

For comparison only. Its handlers write down which update they handled, commit, and reply.
"""

import os
import sqlite3

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

BUTTONS = ("I'll be there", "Undo", "7 days")
HANDLED = "CREATE TABLE IF NOT EXISTS handled (update_id INTEGER)"


def write_down(update: Update) -> None:
    connection = sqlite3.connect(os.environ["HANDLED_FILE"])
    with connection:
        connection.execute(HANDLED)
        connection.execute("INSERT INTO handled VALUES (?)", (update.update_id,))
    connection.close()


async def started(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    row = [InlineKeyboardButton(label, callback_data=label) for label in BUTTONS]
    assert update.effective_message is not None, "a command is a message"
    await update.effective_message.reply_text("Hello", reply_markup=InlineKeyboardMarkup([row]))


async def replied(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """The reply is the update's number, so that whoever counts knows what it answers."""
    write_down(update)
    if update.callback_query is not None:
        await update.callback_query.answer()
    assert update.effective_chat is not None, "messages and taps have a chat"
    await update.effective_chat.send_message(str(update.update_id))


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(f"{os.environ['TELEGRAM_API_URL']}/bot")
        .build()
    )
    application.add_handler(CommandHandler("start", started))
    application.add_handler(MessageHandler(filters.ALL, replied))
    application.add_handler(CallbackQueryHandler(replied))
    application.run_polling()


if __name__ == "__main__":
    main()
