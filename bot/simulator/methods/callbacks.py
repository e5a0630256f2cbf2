"""answerCallbackQuery."""

from bot.simulator.exchange import Toast
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Sentence, bad_request
from bot.simulator.telegram import Telegram

LONGEST_TOAST = 200


def answer_callback_query(telegram: Telegram, parameters: Parameters) -> bool:
    tap = telegram.exchange.answerable_tap(parameters.text("callback_query_id"))
    if tap is None:
        raise bad_request(Sentence.QUERY_TOO_OLD)
    text = parameters.text("text")
    if len(text) > LONGEST_TOAST:
        raise bad_request(Sentence.TOAST_TOO_LONG)
    toast = Toast(text, parameters.flag("show_alert")) if text else None
    telegram.exchange.answer_tap(tap, toast)
    return True
